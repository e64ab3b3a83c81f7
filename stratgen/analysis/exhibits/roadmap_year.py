"""The year as a whole: objectives, the plan of twelve months, and the four quarters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from stratgen.analysis.calendar import months_later
from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.ledger import (
    columns,
    kpi_name,
    kpi_value,
    money_cell,
    source_line,
    table,
)
from stratgen.analysis.findings import ObjectiveFinding
from stratgen.document import Bar, Cell, Emphasis, Exhibit, Gantt, Inlines, Matrix, Strong, Text, Tone, cell
from stratgen.engagement import Quarter, Unknown, known, records
from stratgen.engagement.vision import Initiative

MONTHS = 12
_LONGEST_MARK = 5
"""Letters of a mark that fits into one month of the plan."""


def objectives(brief: Brief) -> Exhibit | None:
    """Return the objectives that pass all tests: goal, measure, baseline, target, date, owner."""
    shown = [each for each in brief.findings.objectives if each.printable]
    heads = columns(("Objective", 3.4), ("Business goal", 3), ("Measure", 1.5), ("Today", 0.9, "end"),
                    ("Target", 0.9, "end"), ("By", 0.8), ("Owner", 1.5))  # fmt: skip
    figures = [each.objective.baseline for each in shown]
    return table("roadmap-objectives", "From business goals to targets", heads, [_objective(brief, each) for each in shown],
                 source_line(brief, figures))  # fmt: skip


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
            cell(w.listing(each.failed).capitalize() or "–"),
            w.cell(each.objective.owner),
        )
        for each in brief.findings.objectives
        if not each.printable
    ]
    heads = columns(("Objective", 3), ("Still needs", 2.4), ("Owner", 1.6))
    return table("roadmap-to-be-set", "Objectives to be set", heads, rows)


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
        Text("In a bar: the short name that other tables use; under “Dates to hold”, the day of the month."),
    )
    return Exhibit("roadmap-plan", "Figure", "Twelve months, by quarter", Gantt(months, tuple(groups)), note)


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
            mark = known(each.id) or ""
            yield Bar(
                title, _month(start, first), _month(end, first), mark if len(mark) <= _LONGEST_MARK else ""
            )


def _dates(brief: Brief, first: date) -> Iterator[Bar]:
    known_dates = [("The employee policy takes effect", known(brief.engagement.policy.effective))]
    known_dates += [
        (f"Board resolution {number} is due", known(each.by))
        for number, each in enumerate(records(brief.engagement.board.resolutions), 1)
    ]
    for title, day in known_dates:
        if day and 0 <= _month(day, first) < MONTHS:
            yield Bar(title, _month(day, first), _month(day, first), str(day.day), "accent")


def _month(day: date, first: date) -> int:
    return (day.year - first.year) * 12 + day.month - first.month


def targets(quarter: Quarter, brief: Brief) -> Exhibit | None:
    """Return where each measure stands today and at the end of a quarter, the focus metric marked."""
    focus = known(getattr(brief.engagement.focus_metrics, quarter.value.lower()))
    shown = [each for each in brief.findings.objectives if each.printable and each.kpi]
    if not shown:
        return None
    tones: list[Tone | None] = ["accent" if each.kpi and each.kpi.id == focus else None for each in shown]
    now = tuple(kpi_value(brief, each.kpi, each.objective.baseline) for each in shown)
    then = tuple(
        Cell(kpi_value(brief, each.kpi, each.quarters[quarter.position]).paragraphs, tone)
        for each, tone in zip(shown, tones, strict=True)
    )
    heads = tuple(each.kpi.name if each.kpi else "" for each in shown)
    grid = Matrix(
        "", heads, (("Start of the year", now), (f"End of {quarter.value}", then)), heading_width=1.1
    )
    named = next((each.kpi.name for each in shown if each.kpi and each.kpi.id == focus), "")
    note = f"Shaded: {named}, the focus of the quarter. " if named else ""
    words = f"{note}Quarter targets lie on a straight line (stratgen method)."
    key = f"roadmap-{quarter.value.lower()}-targets"
    return Exhibit(key, "Table", f"Targets for the end of {quarter.value}", grid, (Text(words),), words)


def work(quarter: Quarter, brief: Brief) -> Exhibit | None:
    """Return the initiatives of a quarter: owner, dates, result, test, dependencies, effort, cost."""
    heads = columns(("Initiative and owner", 2.65), ("Dates", 1.5), ("Deliverable", 2.5),
                    ("Done when; key result", 3.55), ("After", 0.6), ("Effort, cost", 1.05, "end"))  # fmt: skip
    found = in_quarter(brief, quarter)
    return table(
        f"roadmap-{quarter.value.lower()}-work",
        f"The work of {quarter.value}",
        heads,
        [_initiative(brief, each) for each in found],
        "Italics: the key result. After: cannot end before that work has. Effort: 1 is days, 5 is a quarter's work for a team.",
    )


def _initiative(brief: Brief, each: Initiative) -> tuple[Cell, ...]:
    w = brief.wording
    mark: Inlines = (Strong((Text(f"{w.text(each.id)}: {w.text(each.title)}"),)),)
    before = known(each.depends_on)
    return (
        Cell((mark, w.inlines(each.owner))),
        cell(*(_short(brief, day) for day in (each.start, each.end))),
        w.cell(each.deliverable),
        Cell((w.inlines(each.done_when), (Emphasis(w.inlines(each.key_result)),))),
        w.cell(each.depends_on) if before is None else cell(*before) if before else cell("–"),
        Cell((*w.cell(each.effort).paragraphs, *money_cell(brief, each.cost).paragraphs)),
    )


def _short(brief: Brief, day: date | Unknown) -> Inlines:
    return (
        brief.wording.inlines(day) if isinstance(day, Unknown) else (Text(brief.wording.day(day, "short")),)
    )


BUILDERS: dict[str, Builder] = {
    "roadmap-objectives": objectives,
    "roadmap-to-be-set": to_be_set,
    "roadmap-plan": plan,
    **{f"roadmap-{quarter.value.lower()}-targets": partial(targets, quarter) for quarter in Quarter},
    **{f"roadmap-{quarter.value.lower()}-work": partial(work, quarter) for quarter in Quarter},
}
