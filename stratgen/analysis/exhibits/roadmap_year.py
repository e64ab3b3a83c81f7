"""The year as a whole: objectives, and the plan of twelve months."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stratgen.analysis.calendar import months_later
from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.gaps import filled
from stratgen.analysis.exhibits.ledger import columns, kpi_name, kpi_value, source_line
from stratgen.analysis.findings import ObjectiveFinding
from stratgen.document import Bar, Cell, Exhibit, Gantt, Text, cell
from stratgen.engagement import Quarter, known, records
from stratgen.engagement.vision import Initiative

MONTHS = 12
AFTER = "*"
"""Stands behind the mark of work that depends on other work."""

_LONGEST_MARK = 5
"""Letters of a mark that fits into one month of the plan."""


def objectives(brief: Brief) -> Exhibit | None:
    """Return the objectives that pass all tests: goal, measure, baseline, target, date, owner."""
    shown = [each for each in brief.findings.objectives if each.printable]
    heads = columns(("Objective", 3.4), ("Business goal", 3), ("Measure", 1.5), ("Today", 0.9, "end"),
                    ("Target", 0.9, "end"), ("By", 0.8), ("Owner", 1.5))  # fmt: skip
    figures = [each.objective.baseline for each in shown]
    rows = [_objective(brief, each) for each in shown]
    return filled("roadmap-objectives", "From business goals to targets", heads, rows, source_line(brief, figures))


def _objective(brief: Brief, found: ObjectiveFinding) -> tuple[Cell, ...]:
    w, objective = brief.wording, found.objective
    goals = records(brief.engagement.engagement.business_goals)
    goal = next((each.goal for each in goals if known(each.id) == known(objective.goal)), objective.goal)
    return (
        w.cell(objective.sentence),
        w.cell(goal),
        w.cell(kpi_name(brief, objective.kpi)),
        kpi_value(brief, found.kpi, objective.baseline),
        kpi_value(brief, found.kpi, objective.target),
        w.cell(objective.due),
        w.cell(objective.owner),
    )


def to_be_set(brief: Brief) -> Exhibit | None:
    """Return the objectives that are not ready to be printed as targets, with what each lacks."""
    w = brief.wording
    rows = [
        (
            w.cell(each.objective.sentence),
            cell(_upper(w.listing(each.failed)) or "–"),
            w.cell(each.objective.owner),
        )
        for each in brief.findings.objectives
        if not each.printable
    ]
    heads = columns(("Objective", 3), ("Still needs", 2.4), ("Owner", 1.6))
    return filled("roadmap-to-be-set", "Objectives to be set", heads, rows)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def plan(brief: Brief) -> Exhibit | None:
    """Return the plan of the year, month by month, grouped by the quarters' themes; None without dates."""
    starts = brief.findings.quarter_starts
    if starts is None:
        return None
    first = starts[0]
    months = tuple(brief.wording.day(months_later(first, n), "month")[:3] for n in range(MONTHS))
    groups = [
        (_group(brief, quarter), bars)
        for quarter in Quarter
        if (bars := tuple(_bars(in_quarter(brief, quarter), first)))
    ]
    if dates := tuple(_dates(brief, first)):
        groups.append(("Dates to hold", dates))
    if not groups:
        return None
    note = (
        f"In a bar: the short name that other tables use; {AFTER} cannot end before other work has, as its quarter"
        " says. Under “Dates to hold”: the day of the month."
    )
    chart = Gantt(months, tuple(groups))
    return Exhibit("roadmap-plan", "Figure", "Twelve months, by quarter", chart, (Text(note),), note)


def _group(brief: Brief, quarter: Quarter) -> str:
    theme = known(getattr(brief.engagement.vision.quarters, quarter.value.lower()).theme)
    return f"{quarter.value}: {theme}" if theme else quarter.value


def in_quarter(brief: Brief, quarter: Quarter) -> list[Initiative]:
    """Return the initiatives that end in a quarter, by start, then end, then id."""
    found = [each for each in records(brief.engagement.initiatives) if known(each.quarter) is quarter]
    return sorted(
        found,
        key=lambda each: (known(each.start) or date.max, known(each.end) or date.max, known(each.id) or ""),
    )


def _bars(initiatives: list[Initiative], first: date) -> Iterator[Bar]:
    for each in initiatives:
        title, start, end = known(each.title), known(each.start), known(each.end)
        if title and start and end and 0 <= _month(start, first) <= _month(end, first) < MONTHS:
            yield Bar(title, _month(start, first), _month(end, first), _mark(each))


def _mark(each: Initiative) -> str:
    name = known(each.id) or ""
    mark = f"{name}{AFTER}" if known(each.depends_on) else name
    return mark if len(mark) <= _LONGEST_MARK else ""


def _dates(brief: Brief, first: date) -> Iterator[Bar]:
    """Return the days to hold within the year, in order: of the policy, the board, the tools."""
    given = brief.engagement
    days: list[tuple[date | None, str]] = [
        (known(given.engagement.meeting.date), "The board meets on the strategy"),
        (known(given.policy.effective), "The employee policy takes effect"),
        (known(given.tools.decide_by), "The tool is chosen"),
    ]
    due: dict[date, list[str]] = {}
    for number, each in enumerate(records(given.board.resolutions), 1):
        if day := known(each.by):
            due.setdefault(day, []).append(str(number))
    for day, numbers in due.items():
        words = "Board resolution {} is due" if len(numbers) == 1 else "Board resolutions {} are due"
        days.append((day, words.format(brief.wording.listing(numbers))))
    for day, title in sorted((day, title) for day, title in days if day):
        if 0 <= _month(day, first) < MONTHS:
            yield Bar(title, _month(day, first), _month(day, first), str(day.day), "accent")


def _month(day: date, first: date) -> int:
    return (day.year - first.year) * 12 + day.month - first.month


BUILDERS: dict[str, Builder] = {
    "roadmap-objectives": objectives,
    "roadmap-to-be-set": to_be_set,
    "roadmap-plan": plan,
}
