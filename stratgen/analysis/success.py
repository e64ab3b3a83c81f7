"""The six critical success factors (domain 5.1): 0 to 4 each, their mean, and the gate on purpose.

The six factors are DSG's; evidence, weights and thresholds are stratgen's own. What counts as evidence
stands in `proof`.
"""

from __future__ import annotations

from collections.abc import Sequence

from stratgen.analysis import proof
from stratgen.analysis.findings import Channels, EvidenceItem, Rating, Score, SuccessFactor, SuccessFactors
from stratgen.analysis.scoring import mean, weighted
from stratgen.analysis.wording import half_up
from stratgen.engagement import Engagement, known
from stratgen.engagement.purpose import Driver

FULL = 4.0
NO_PURPOSE = (Driver.EVERYONE_ELSE, Driver.UNCLEAR)


def rate(engagement: Engagement, channels: Channels) -> SuccessFactors:
    """Return the six factors with their evidence, the overall mean, and whether the purpose is established."""
    factors = (
        _factor("csf1", "Purpose", proof.purpose(engagement)),
        _factor("csf2", "Channel audit", proof.audit(engagement, channels)),
        _factor("csf3", "Feasibility and capability", proof.feasibility(channels)),
        _factor("csf4", "Tone and terms", proof.tone_and_terms(engagement)),
        _factor("csf5", "Education", proof.education(engagement)),
        _factor("csf6", "Credibility", proof.credibility(engagement)),
    )
    scores = [factor.score.value for factor in factors if factor.score.value is not None]
    reason = gate_reason(known(engagement.purpose.driver), factors[0])
    return SuccessFactors(
        factors=factors,
        overall=mean(factor.score.value for factor in factors),
        lowest=tuple(factor for factor in factors if scores and factor.score.value == min(scores)),
        gate=bool(reason),
        gate_reason=reason,
    )


def score_of(weights: Sequence[float], met: Sequence[float | None]) -> Score:
    """Return four times the weighted mean of what is met (0, 0.5 or 1 each): 0 to 4."""
    score = weighted(met, weights)
    return Score(None if score.value is None else FULL * score.value, score.known, score.asked)


def rating_of(value: float | None) -> Rating | None:
    """Return Red under 1.5, Green from 3.0, Amber between, or None where it is not scored."""
    if value is None:
        return None
    return "Red" if value < 1.5 else "Green" if value >= 3.0 else "Amber"


def gate_reason(driver: Driver | None, purpose: SuccessFactor) -> str:
    """Return why the purpose is not established, or an empty text where it is (domain 5.1, gate)."""
    if driver in NO_PURPOSE and driver is not None:
        return f'The main driver is "{driver.label}"'
    if purpose.rating == "Red" and purpose.score.value is not None:
        return f"Purpose scores {half_up(purpose.score.value, 1):.1f} of 4, which is Red"
    return ""


def _factor(key: str, name: str, evidence: tuple[EvidenceItem, ...]) -> SuccessFactor:
    score = score_of([item.weight for item in evidence], [item.met for item in evidence])
    return SuccessFactor(key, name, score, rating_of(score.value), evidence)
