"""Each score explained: its inputs, its formula in words, its result, and what would change it.

Made for the consultant's terminal. It knows the findings and the formulas, and computes no score of its own.
"""

from __future__ import annotations

from stratgen.analysis.explaining import choices, standing, worth
from stratgen.analysis.explaining.explanation import Case, Change, Explainer, Explanation, Input
from stratgen.analysis.findings import Findings
from stratgen.analysis.wording import wording_of
from stratgen.engagement import Engagement

EXPLAINERS: tuple[Explainer, ...] = (
    standing.success_factors,
    standing.maturity,
    standing.natural,
    standing.board,
    standing.effort,
    standing.people,
    standing.channel_states,
    worth.mirror,
    choices.objectives,
    worth.progress,
    choices.coalition,
    worth.silence,
    worth.benefits,
    choices.judged_options,
    worth.tools,
    choices.risks,
    choices.order,
    worth.blocks,
    choices.evidence,
    choices.completeness,
)
"""In the order in which they are printed."""

__all__ = ["Change", "Explanation", "Input", "explain"]


def explain(engagement: Engagement, findings: Findings) -> tuple[Explanation, ...]:
    """Return every score of an engagement, explained, in order."""
    case = Case(engagement, findings, wording_of(engagement))
    return tuple(each for explainer in EXPLAINERS for each in explainer(case))
