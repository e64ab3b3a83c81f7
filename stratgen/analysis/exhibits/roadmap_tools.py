"""Tools: what a care tool must do, what is there today, and how the candidates score."""

from __future__ import annotations

from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.ledger import at_start, columns, money_cell, table
from stratgen.analysis.findings import ToolScore
from stratgen.analysis.sentences import inside
from stratgen.analysis.tools import criteria_of
from stratgen.catalogue import CriterionEntry
from stratgen.document import Cell, Exhibit, cell
from stratgen.engagement import Unknown, known

_TODAY = {"queues": ("queues", "history"), "reporting": ("handling_time", "response_time")}
"""The questions about the tools of today that bear on a must-have."""


def needs(brief: Brief) -> Exhibit | None:
    """Return the must-haves of a care tool, how each is tested, and whether the tools of today have it."""
    musts = [each for each in criteria_of(brief.findings.catalogue) if each.must]
    heads = columns(("A care tool must have", 2.1), ("The test", 5), (f"In use {at_start(brief)}", 1.6))
    rows = [(cell(each.name), cell(each.asks), _today(brief, each)) for each in musts]
    note = "A candidate that lacks one of these is out, whatever its score (stratgen method)."
    return table("roadmap-tool-needs", "What a care tool has to do", heads, rows, note)


def _today(brief: Brief, criterion: CriterionEntry) -> Cell:
    if known(brief.engagement.tools.in_use) == ():
        return cell("No tool", tone="bad")
    able = brief.engagement.tools.capabilities
    answers = [getattr(able, name) for name in _TODAY.get(criterion.id, ())]
    if not answers:
        return cell("To be tested", tone="none")
    if False in answers:
        return cell("In part" if True in answers else "No", tone="watch" if True in answers else "bad")
    holes = [each for each in answers if isinstance(each, Unknown)]
    return brief.wording.cell(holes[0]) if holes else cell("Yes", tone="good")


def scores(brief: Brief) -> Exhibit | None:
    """Return the tools that were considered: must-haves, score, rank and cost; None where none was."""
    found = brief.findings.tools
    if found is None:
        return None
    heads = columns(("Tool", 3), ("Must-haves", 3.4), ("Score of 5", 1, "end"), ("Rank", 0.7),
                    ("Cost, year one", 1.6, "end"))  # fmt: skip
    weighted = sum(not each.must for each in found.criteria)
    musts = brief.wording.listing(inside(each.name) for each in found.criteria if each.must)
    note = (
        f"Must-haves: {musts}; a tool that lacks one is out, whatever its score. Scores on {weighted} weighted criteria,"
        " cost among them. Method: stratgen."
    )
    return table("roadmap-tool-scores", "The tools that were considered", heads,
                 [_tool(brief, each) for each in found.tools], note)  # fmt: skip


def _tool(brief: Brief, each: ToolScore) -> tuple[Cell, ...]:
    w = brief.wording
    if each.excluded:
        musts = cell(f"Lacks {w.listing(inside(must.name) for must in each.unmet)}", tone="bad")
    elif each.open:
        musts = cell(f"Not judged: {w.listing(inside(must.name) for must in each.open)}", tone="none")
    else:
        musts = cell("All met", tone="good")
    rank = "Out" if each.excluded else "–" if each.rank is None else str(each.rank)
    score = "Not scored" if each.score.value is None else w.number(each.score.value, 2)
    if each.score.partial:
        score = f"{score} ({each.score.known} of {each.score.asked})"
    cost = known(each.candidate.cost)
    amount = money_cell(brief, each.candidate.cost if cost is None else cost)
    return cell(each.name), musts, cell(score), cell(rank), amount


BUILDERS: dict[str, Builder] = {"roadmap-tool-needs": needs, "roadmap-tool-scores": scores}
