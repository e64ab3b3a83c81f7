"""Risks (domain 5.16): products of 1 to 25, their bands, their order, and which of them the board sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from stratgen.analysis.findings import RiskFinding
from stratgen.analysis.sentences import upper
from stratgen.engagement import Engagement, Unknown, known, records
from stratgen.engagement.risks import Risk

PRINCIPAL = 5
"""Risks that the board sees (documents BB-9), unless more than these are severe."""
MOST = 8
"""Rows of the board's table at the most; how many severe risks lie beyond is said below it."""


def rank(engagement: Engagement) -> tuple[RiskFinding, ...]:
    """Return all risks by residual, then inherent, then id, those without a residual last; `principal` is marked."""
    findings = [_finding(risk, number) for number, risk in enumerate(records(engagement.risks), 1)]
    chosen = principal(findings)
    return tuple(
        replace(each, principal=any(each is other for other in chosen))
        for each in sorted(
            findings, key=lambda each: (-(each.residual or 0), -(each.inherent or 0), _id(each.risk))
        )
    )


def principal(findings: Sequence[RiskFinding]) -> list[RiskFinding]:
    """Return the risks that the board sees: five, or all that are severe today, eight at the most.

    A measure that is planned does not hide what it is for. Chosen are those that the answers pin, then by the rating
    of today, then by how hard it would still hit after the measures, then by what remains, then by id. Within what is
    shown the order is that of `rank` (domain 5.16).
    """
    chosen = sorted(findings, key=_weight)
    severe = sum(each.inherent_band == "severe" or _pinned(each) for each in findings)
    return chosen[: min(MOST, max(PRINCIPAL, severe))]


def _weight(found: RiskFinding) -> tuple[bool, int, int, int, str]:
    after = known(found.risk.residual_impact) or 0
    return not _pinned(found), -(found.inherent or 0), -after, -(found.residual or 0), _id(found.risk)


def _pinned(found: RiskFinding) -> bool:
    return known(found.risk.shown_to_board) is True


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
        principal=False,
    )


def _id(risk: Risk) -> str:
    return known(risk.id) or "~"


def _name(risk: Risk, number: int) -> str:
    """Return the event as a title, or else the id, or else the place in the answers."""
    event = known(risk.event)
    return upper(event.rstrip(".")) if event else known(risk.id) or f"Risk {number}"


def _sentence(risk: Risk) -> str:
    cause, event, effect = known(risk.cause), known(risk.event), known(risk.effect)
    if cause is None or event is None or effect is None:
        return ""
    # Each part may be a clause or a noun ("late replies", "a breach that has to be reported"): both read well after
    # its name, and neither runs into the next.
    return " ".join(f"{name}: {part.rstrip('.')}." for name, part in
                    (("Cause", cause), ("Event", event), ("Effect", effect)))  # fmt: skip
