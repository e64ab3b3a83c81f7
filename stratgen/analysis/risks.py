"""Risks by what is left of them (domain 5.16): products of 1 to 25, their bands, and their order."""

from __future__ import annotations

from stratgen.analysis.findings import RiskFinding
from stratgen.engagement import Engagement, Unknown, known, records
from stratgen.engagement.board import Risk


def rank(engagement: Engagement) -> tuple[RiskFinding, ...]:
    """Return all risks by residual, then inherent, then id; those without a residual come last."""
    findings = [_finding(risk, number) for number, risk in enumerate(records(engagement.risks), 1)]
    return tuple(
        sorted(findings, key=lambda each: (-(each.residual or 0), -(each.inherent or 0), _id(each.risk)))
    )


def product(likelihood: int | Unknown, impact: int | Unknown) -> int | None:
    """Return likelihood times impact, 1 to 25, or None where one of them is unknown."""
    often, hard = known(likelihood), known(impact)
    return None if often is None or hard is None else often * hard


def band_of(value: int | None) -> str:
    """Return low to 4, moderate to 9, high to 14, severe above; empty where there is no product."""
    if value is None:
        return ""
    return "low" if value <= 4 else "moderate" if value <= 9 else "high" if value <= 14 else "severe"


def _finding(risk: Risk, number: int) -> RiskFinding:
    inherent = product(risk.likelihood, risk.impact)
    residual = product(risk.residual_likelihood, risk.residual_impact)
    return RiskFinding(
        risk=risk,
        name=_name(risk, number),
        sentence=_sentence(risk),
        inherent=inherent,
        inherent_band=band_of(inherent),
        residual=residual,
        residual_band=band_of(residual),
    )


def _id(risk: Risk) -> str:
    return known(risk.id) or "~"


def _name(risk: Risk, number: int) -> str:
    """Return the event as a title, or else the id, or else the place in the answers."""
    event = known(risk.event)
    return _upper(event.rstrip(".")) if event else known(risk.id) or f"Risk {number}"


def _sentence(risk: Risk) -> str:
    cause, event, effect = known(risk.cause), known(risk.event), known(risk.effect)
    if cause is None or event is None or effect is None:
        return ""
    # An effect may be a clause or a noun ("a breach that has to be reported"): both read well after a label.
    return f"{_upper(cause.rstrip('.'))}: {event.rstrip('.')}. Effect: {effect.rstrip('.')}."


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
