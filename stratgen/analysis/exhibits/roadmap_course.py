"""Keeping the course: barriers, problems at their source, risks, the first 90 days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from stratgen.analysis.effort import running
from stratgen.analysis.exhibits.board_watch import are_long, caused, principal, risk_table
from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.gaps import filled
from stratgen.analysis.exhibits.ledger import columns, product_cell, table
from stratgen.analysis.findings import RiskFinding
from stratgen.analysis.sentences import inside, upper
from stratgen.document import Cell, Exhibit, cell
from stratgen.engagement import Quarter, Unknown, known, records
from stratgen.engagement.stakeholders import Barrier

HORIZON = 90


def barriers(brief: Brief) -> Exhibit | None:
    """Return what stands in the way: processes with the plan around them, and problems to mend at their source."""
    w = brief.wording
    found = [each.barrier for each in records(brief.engagement.stakeholders) if each.barrier]
    rows: list[tuple[Cell, ...]] = [
        (w.cell(each.process), _plan(brief, each), _by(brief, each)) for each in found
    ]
    sources = sorted(
        records(brief.engagement.source_problems),
        key=lambda each: quarter.position if (quarter := known(each.quarter)) else len(Quarter),
    )
    for each in sources:
        owner = (
            w.cell(each.owner)
            if isinstance(each.owner, Unknown)
            else cell(f"{each.owner} puts it right at the source")
        )
        rows.append((w.cell(each.issue), owner, w.cell(each.quarter)))
    heads = columns(("What stands in the way", 4.5), ("The plan, and who sees to it", 4.5), ("By", 1.1))
    if not sources and not any(each.by for each in found):
        heads, rows = heads[:2], [row[:2] for row in rows]
    return filled("roadmap-barriers", "What stands in the way, and what is done about it", heads, rows)


def _plan(brief: Brief, each: Barrier) -> Cell:
    plan, owner = known(each.plan), known(each.owner)
    return (
        brief.wording.cell(each.plan)
        if plan is None or owner is None
        else cell(f"{plan.rstrip('. ')} ({owner})")
    )


def _by(brief: Brief, each: Barrier) -> Cell:
    day = known(each.by)
    return (
        cell(brief.wording.day(day, "short"))
        if day
        else brief.wording.cell("No date yet" if each.by is None else each.by)
    )


def risks(brief: Brief) -> Exhibit | None:
    """Return the principal risks before and after what is done about them, with owner and warning sign."""
    found = principal(brief)
    left = len(brief.findings.risks) - len(found)
    note = "Likelihood times impact, 1 to 25. Method: stratgen."
    if left:
        note += f" {left} more {'stands' if left == 1 else 'stand'} in annex A of the strategy pack."
    if found and not are_long(found):
        return risk_table(brief, "roadmap-risks", "Principal risks of the plan", note)
    heads = columns(("Risk", 3.7), ("Today", 1.1), ("After", 1.2), ("Owner", 2), ("Warning sign", 2.8))
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
    """Return what falls due in the first 90 days beside the work of Q1, by weeks that begin on a Monday.

    None where no later work begins in them: then the page of Q1 and the dates in the plan of the year show it all.
    """
    starts = brief.findings.quarter_starts
    if starts is None or not running(records(brief.engagement.initiatives), Quarter.Q1, starts):
        return None
    w, first = brief.wording, starts[0]
    found = sorted(_events(brief, first, first + timedelta(days=HORIZON)), key=lambda each: each[0])
    weeks: dict[date, list[str]] = {}
    for day, what in found:
        weeks.setdefault(day - timedelta(days=day.weekday()), []).append(upper(what))
    rows = [
        (cell(w.day(monday, "brief")), cell(". ".join([*lines, ""]).rstrip()))
        for monday, lines in weeks.items()
    ]
    heads = columns(("Week of", 0.8), ("What falls due, and who sees to it", 8.9))
    return table("roadmap-first-days", "The first 90 days, week by week", heads, rows)


def _events(brief: Brief, first: date, last: date) -> Iterator[tuple[date, str]]:
    """Return what falls in the first days beside the work that ends in them, which its own page shows.

    Work that starts and ends in a later quarter, dates of the board, the policy and the tool.
    """
    w, given = brief.wording, brief.engagement
    for each in running(records(given.initiatives), Quarter.Q1, brief.findings.quarter_starts):
        start, end, owner = known(each.start), known(each.end), known(each.owner)
        if start and first <= start <= last:
            who = f" ({owner})" if owner else ""
            until = f"; done by {w.day(end, 'brief')}" if end else ""
            yield start, f"{w.text(each.id)}, {inside(w.text(each.title))}: starts{who}{until}"
    for found in brief.findings.resolutions:
        executive = w.text(found.resolution.executive)
        if (day := known(found.resolution.by)) and first <= day <= last and not found.noted:
            yield (
                day,
                f"Board resolution {found.number}{found.happens} on {w.day(day, 'brief')} ({executive})",
            )
        for day, what in found.days:
            if what and first <= day <= last:
                yield day, f"{what} on {w.day(day, 'brief')} ({executive})"
    for answer, says in (
        (given.policy.effective, "The employee policy takes effect"),
        (given.tools.decide_by, "The tool is chosen"),
    ):
        if (day := known(answer)) and first <= day <= last:
            yield day, f"{says} on {w.day(day, 'brief')}"


BUILDERS: dict[str, Builder] = {
    "roadmap-barriers": barriers,
    "roadmap-risks": risks,
    "roadmap-first-days": first_days,
}
