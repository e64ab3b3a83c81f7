"""Keeping the course: ratings, barriers, problems at their source, risks, the first 90 days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from stratgen.analysis.exhibits.board_watch import caused, principal
from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.cells import inside
from stratgen.analysis.exhibits.gaps import filled
from stratgen.analysis.exhibits.ledger import columns, product_cell, table
from stratgen.analysis.findings import RiskFinding
from stratgen.document import Cell, Exhibit, cell
from stratgen.engagement import Quarter, Unknown, known, records

HORIZON = 90


def ratings(brief: Brief) -> Exhibit:  # noqa: ARG001 - every builder takes the brief
    """Return what green, amber and red mean for a measure and for a piece of work."""
    rows = [
        (cell("Green", tone="good"), cell("Nine tenths or more of the way due by now"),
         cell("The agreed scope is on time and within its budget")),
        (cell("Amber", tone="watch"), cell("Six tenths or more; the owner names action and date"),
         cell("At risk; recovery under way, with owner and date")),
        (cell("Red", tone="bad"), cell("Less than six tenths; the action starts, the chair is told"),
         cell("Cannot be met as planned; a decision is needed")),
    ]  # fmt: skip
    heads = columns(("Rating", 0.6), ("A measure", 3), ("A piece of work", 3))
    found = table("roadmap-ratings", "What green, amber and red mean", heads, rows)
    assert found is not None  # there are always three ratings
    return found


def barriers(brief: Brief) -> Exhibit | None:
    """Return what stands in the way: processes with the plan around them, and problems to mend at their source."""
    w = brief.wording
    found = [each.barrier for each in records(brief.engagement.stakeholders) if each.barrier]
    rows: list[tuple[Cell, ...]] = [(w.cell(each.process), w.cell(each.plan), cell("–")) for each in found]
    sources = sorted(
        records(brief.engagement.source_problems),
        key=lambda each: quarter.position if (quarter := known(each.quarter)) else len(Quarter),
    )
    for each in sources:
        owner = (
            w.cell(each.owner)
            if isinstance(each.owner, Unknown)
            else cell(f"Mended at its source: {each.owner}")
        )
        rows.append((w.cell(each.issue), owner, w.cell(each.quarter)))
    heads = columns(("What stands in the way", 4.6), ("The plan, or who mends it", 4.6), ("By", 0.6))
    if not sources:
        heads, rows = heads[:2], [row[:2] for row in rows]
    return filled("roadmap-barriers", "What stands in the way, and what is done about it", heads, rows)


def risks(brief: Brief) -> Exhibit | None:
    """Return the principal risks before and after what is done about them, with owner and warning sign."""
    heads = columns(("Risk", 3.7), ("Today", 1.1), ("After", 1.2), ("Owner", 2), ("Warning sign", 2.8))
    found = principal(brief)
    left = len(brief.findings.risks) - len(found)
    note = "Likelihood times impact, 1 to 25. Method: stratgen."
    if left:
        note += f" {left} more {'stands' if left == 1 else 'stand'} in annex A of the strategy pack."
    rows = [_risk(brief, each) for each in found]
    return filled("roadmap-risks", "Principal risks of the plan", heads, rows, note)


def _risk(brief: Brief, found: RiskFinding) -> tuple[Cell, ...]:
    return (
        caused(brief, found),
        product_cell(found.inherent, found.inherent_band),
        product_cell(found.residual, found.residual_band),
        brief.wording.cell(found.risk.owner),
        brief.wording.cell(found.risk.trigger),
    )


def first_days(brief: Brief) -> Exhibit | None:
    """Return what starts and is shared in the first 90 days, by weeks that begin on a Monday."""
    starts = brief.findings.quarter_starts
    if starts is None:
        return None
    w, first = brief.wording, starts[0]
    found = sorted(
        _events(brief, first, first + timedelta(days=HORIZON)), key=lambda each: (each[0], each[1])
    )
    weeks: dict[date, list[str]] = {}
    shown: date | None = None
    for day, what, owner in found:
        monday = day - timedelta(days=day.weekday())
        lines = weeks.setdefault(monday, [])
        named = f" ({owner})" if isinstance(owner, str) else ""
        before = "" if day in (shown, monday) else f"{w.day(day, 'brief')}: "
        lines.append(f"{before}{what}{named}")
        shown = day
    rows = [(cell(w.day(monday, "brief")), cell(f"{'; '.join(lines)}.")) for monday, lines in weeks.items()]
    heads = columns(("Week of", 0.9), ("What happens, and who sees to it", 8.6))
    return table("roadmap-first-days", "The first 90 days, week by week", heads, rows)


def _events(brief: Brief, first: date, last: date) -> Iterator[tuple[date, str, str | Unknown | None]]:
    w = brief.wording
    told: dict[date, list[str]] = {}
    for found in brief.findings.objectives:
        day, owner = known(found.objective.shared_on), known(found.objective.owner)
        if day and owner and found.kpi and first <= day <= last:
            told.setdefault(day, []).append(f"{inside(found.kpi.name)} ({owner})")
    for day, names in told.items():
        many = "targets" if len(names) > 1 else "target"
        yield day, f"the team is told its {many}: {w.listing(names)}", None
    for each in records(brief.engagement.initiatives):
        start, end = known(each.start), known(each.end)
        if start and first <= start <= last:
            until = f", until {w.day(end, 'brief')}" if end else ""
            yield start, f"{w.text(each.id)} starts{until}: {w.text(each.deliverable)}", each.owner


BUILDERS: dict[str, Builder] = {
    "roadmap-ratings": ratings,
    "roadmap-barriers": barriers,
    "roadmap-risks": risks,
    "roadmap-first-days": first_days,
}
