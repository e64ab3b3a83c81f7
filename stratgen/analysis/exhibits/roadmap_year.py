"""The year as a whole: objectives, and the plan of twelve months."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stratgen.analysis.calendar import months_later
from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.gaps import filled
from stratgen.analysis.exhibits.ledger import columns, grade_line, kpi_name, kpi_value, now_cell
from stratgen.analysis.findings import ObjectiveFinding
from stratgen.analysis.sentences import inside, upper
from stratgen.document import Bar, Cell, Exhibit, Gantt, Row, Text, cell
from stratgen.engagement import Quarter, known, records
from stratgen.engagement.vision import Initiative

MONTHS = 12
AFTER = "*"
"""Stands behind the mark of work that cannot end before other work does (domain V21)."""

MOST_LINES = 25
"""Bars that fit on the page of the year; with more, the dates of the resolutions stand in the note."""

_LONGEST_MARK = 5
"""Letters of a mark that fits into one month of the plan."""


def objectives(brief: Brief) -> Exhibit | None:
    """Return the objectives that have a target, under the business goal that each serves."""
    shown = [each for each in brief.findings.objectives if each.aimed]
    review = brief.findings.progress
    stands = (("Start", 1, "end"), ("Now", 1, "end")) if review else (("Today", 1, "end"),)
    heads = columns(("Objective, by business goal", 3.6 if review else 4.4), ("Measure", 1.7), *stands,
                    ("Target", 1, "end"), ("By", 0.6), ("Answers for it", 2.2))  # fmt: skip
    figures = [each.objective.baseline for each in shown]
    rows: list[tuple[Cell, ...] | Row] = []
    for mine in _by_goal(shown).values():
        rows += [Row((_goal(brief, mine[0]),), "group"), *(_objective(brief, each) for each in mine)]
    caption = "From business goals to targets"
    return filled("roadmap-objectives", caption, heads, rows, grade_line(brief, figures))


def _by_goal(shown: list[ObjectiveFinding]) -> dict[str, list[ObjectiveFinding]]:
    """Return the objectives of each goal together, in the order of the answers."""
    found: dict[str, list[ObjectiveFinding]] = {}
    for each in shown:
        found.setdefault(known(each.objective.goal) or "", []).append(each)
    return found


def _goal(brief: Brief, found: ObjectiveFinding) -> Cell:
    objective, goals = found.objective, records(brief.engagement.engagement.business_goals)
    goal = next((each.goal for each in goals if known(each.id) == known(objective.goal)), objective.goal)
    return brief.wording.cell(goal)


def _objective(brief: Brief, found: ObjectiveFinding) -> tuple[Cell, ...]:
    w, objective = brief.wording, found.objective
    return (
        w.cell(objective.sentence),
        w.cell(kpi_name(brief, objective.kpi)),
        kpi_value(brief, found.kpi, objective.baseline),
        *_now(brief, found),
        kpi_value(brief, found.kpi, objective.target),
        w.cell(objective.due),
        w.cell(objective.owner),
    )


def _now(brief: Brief, found: ObjectiveFinding) -> tuple[Cell, ...]:
    """Return where a measure stood when it was last measured; nothing in a pack that holds no review."""
    review = brief.findings.progress
    if review is None:
        return ()
    past = next((each for each in review.findings if each.objective is found.objective), None)
    return (now_cell(brief, found.kpi, past),)


def to_be_set(brief: Brief) -> Exhibit | None:
    """Return the objectives that are not ready to be printed as targets, with what each lacks."""
    w = brief.wording
    rows = [
        (
            w.cell(each.objective.sentence),
            cell(upper(w.listing(each.failed)) or "–"),
            w.cell(each.objective.owner),
        )
        for each in brief.findings.objectives
        if not each.aimed
    ]
    heads = columns(("Objective", 3), ("Still needs", 2.4), ("Owner", 1.6))
    return filled("roadmap-to-be-set", "Objectives to be set", heads, rows)


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
    room = MOST_LINES - sum(len(bars) for _, bars in groups)
    days, more = _dates(brief), list(_resolved(brief))
    crowded = len(days) + len(more) > room
    if dates := tuple(_marks(days if crowded else [*days, *more], first)):
        groups.append(("Dates to hold", dates))
    if not groups:
        return None
    note = (
        f"In a bar: the short name that other tables use. {AFTER} cannot end before other work, which “Ends after” names on"
        " the quarter's page. Under “Dates to hold”: the day of the month."
    )
    unseen = more if crowded else [each for each in more if each[0] < first]
    if unseen := [*(each for each in days if each[0] < first), *unseen]:
        note += f" Further dates: {_listed(brief, unseen)}."
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


def _dates(brief: Brief) -> list[tuple[date, str]]:
    """Return the days to hold: of the board, the policy, the tools."""
    given = brief.engagement
    days = [
        (known(given.engagement.meeting.date), "The board meets on the strategy"),
        (known(given.policy.effective), "The employee policy takes effect"),
        (known(given.tools.decide_by), "The tool is chosen"),
    ]
    return [(day, title) for day, title in days if day]


def _resolved(brief: Brief) -> Iterator[tuple[date, str]]:
    """Yield the days on which resolutions take effect, each with what falls on it, and those that their words name."""
    due: dict[tuple[date, str], list[str]] = {}
    for found in brief.findings.resolutions:
        if (day := known(found.resolution.by)) and not found.noted:
            due.setdefault((day, found.happens), []).append(str(found.number))
        for day, what in found.days:
            if what:
                yield day, what
            else:
                due.setdefault((day, ""), []).append(str(found.number))
    for (day, happens), numbers in due.items():
        one = len(numbers) == 1
        which = f"oard resolution{'' if one else 's'} {brief.wording.listing(numbers)}"
        words = f"B{which}{happens if one else happens.replace(' takes ', ' take ')}"
        yield day, words if happens else f"Named in b{which}"


def _listed(brief: Brief, days: list[tuple[date, str]]) -> str:
    return brief.wording.listing(
        f"{inside(words)} on {brief.wording.day(day)}" for day, words in sorted(days)
    )


def _marks(days: list[tuple[date, str]], first: date) -> Iterator[Bar]:
    for day, title in sorted(days):
        if 0 <= _month(day, first) < MONTHS:
            yield Bar(title, _month(day, first), _month(day, first), str(day.day), "accent")


def _month(day: date, first: date) -> int:
    return (day.year - first.year) * 12 + day.month - first.month


BUILDERS: dict[str, Builder] = {
    "roadmap-objectives": objectives,
    "roadmap-to-be-set": to_be_set,
    "roadmap-plan": plan,
}
