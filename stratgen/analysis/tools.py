"""The tools that were considered, judged on the catalogue's criteria (domain 5.13).

A tool that misses a must-have is excluded whatever its score; one whose must-haves are not all judged has no rank.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from stratgen.analysis.findings import ToolEvaluation, ToolScore
from stratgen.analysis.scoring import weighted
from stratgen.catalogue import Catalogue, CriterionEntry
from stratgen.engagement import Engagement, known, records
from stratgen.engagement.tactics import ToolCandidate


def criteria_of(catalogue: Catalogue) -> tuple[CriterionEntry, ...]:
    """Return what a care tool is judged by, in the catalogue's order."""
    return tuple(catalogue.criteria.values())


def evaluate(engagement: Engagement, criteria: Sequence[CriterionEntry]) -> ToolEvaluation | None:
    """Return the tools in the order of the answers, with scores of 0 to 5; None where none was considered."""
    candidates = records(engagement.tools.candidates)
    if not candidates:
        return None
    tools = _ranked([judge(each, criteria, number) for number, each in enumerate(candidates, 1)])
    return ToolEvaluation(
        criteria=tuple(criteria),
        tools=tools,
        first=tuple(each for each in tools if each.rank == 1),
        decide_by=known(engagement.tools.decide_by),
    )


def judge(candidate: ToolCandidate, criteria: Sequence[CriterionEntry], number: int = 1) -> ToolScore:
    """Return one tool by itself, without its rank; `number` names it where it has no name."""
    met, scores = known(candidate.must_haves) or {}, known(candidate.scores) or {}
    counted = [each for each in criteria if not each.must]
    musts = [each for each in criteria if each.must]
    return ToolScore(
        candidate=candidate,
        name=known(candidate.name) or f"Tool {number}",
        score=weighted([scores.get(each.id) for each in counted], [each.weight for each in counted]),
        unmet=tuple(each for each in musts if met.get(each.id) is False),
        open=tuple(each for each in musts if each.id not in met),
        rank=None,
    )


def _ranked(tools: list[ToolScore]) -> tuple[ToolScore, ...]:
    """Return the tools in their own order; those that may be chosen have a rank, and equal scores share one."""
    running = [each for each in tools if not each.unmet and not each.open and each.score.scored]
    values = [each.score.value or 0.0 for each in running]
    return tuple(
        replace(each, rank=1 + sum(value > (each.score.value or 0.0) + 1e-9 for value in values))
        if any(each is other for other in running)
        else each
        for each in tools
    )
