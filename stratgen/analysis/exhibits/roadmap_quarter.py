"""One quarter: its work with owner, dates and test, and the key results it is judged by."""

from __future__ import annotations

from datetime import date
from functools import partial

from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.gaps import FEWEST, Hole, distinct, filled
from stratgen.analysis.exhibits.ledger import RATING_TONES, columns, kpi_value, money_cell
from stratgen.analysis.exhibits.roadmap_year import in_quarter
from stratgen.analysis.findings import DeliveryFinding, ObjectiveFinding, ReviewFinding
from stratgen.document import Cell, DataTable, Emphasis, Exhibit, Inlines, Row, Strong, Text, cell
from stratgen.engagement import Quarter, Unknown, known
from stratgen.engagement.vision import Initiative


def work(quarter: Quarter, brief: Brief) -> Exhibit | None:
    """Return the initiatives of a quarter: owner, dates, result, test, dependencies, effort and cost."""
    found = in_quarter(brief, quarter)
    shared = _shared(brief, found)
    heads = columns(("Initiative and owner", 2.65), ("Dates", 1.45), ("Deliverable", 2.5),
                    ("Done when; key result", 3.55), ("After", 0.6), ("Effort, cost", 1.1, "end"))  # fmt: skip
    note = (
        "Italics: the key result. After: cannot end before that work has."
        " Effort: 1 is days, 5 is a quarter's work for a team."
    )
    exhibit = filled(
        f"roadmap-{quarter.value.lower()}-work",
        f"The work of {quarter.value}",
        heads,
        [_initiative(brief, each, shared) for each in found],
        note,
        [(name, hole) for name, holes in shared.items() for hole in holes],
    )
    if exhibit is None or len(found) < FEWEST:
        return exhibit
    assert isinstance(exhibit.content, DataTable)
    total = _total(brief, quarter, found, len(exhibit.content.columns))
    lines = DataTable(exhibit.content.columns, (*exhibit.content.rows, total))
    return Exhibit(exhibit.key, exhibit.kind, exhibit.caption, lines, exhibit.source)


Shared = dict[str, tuple[Inlines, ...]]
"""What is open in every initiative of a quarter, with its holes."""


def _shared(brief: Brief, found: list[Initiative]) -> Shared:
    if len(found) < FEWEST:
        return {}
    answers = {"Owner": [each.owner for each in found], "Cost": [each.cost for each in found]}
    return {
        name: distinct(brief.wording.inlines(each) for each in given)
        for name, given in answers.items()
        if all(isinstance(each, Unknown) for each in given)
    }


def _initiative(brief: Brief, each: Initiative, shared: Shared) -> tuple[Cell, ...]:
    w = brief.wording
    mark: Inlines = (Strong((Text(f"{w.text(each.id)}: {w.text(each.title)}"),)),)
    before = known(each.depends_on)
    owner = () if "Owner" in shared else (w.inlines(each.owner),)
    cost = () if "Cost" in shared else money_cell(brief, each.cost).paragraphs
    return (
        Cell((mark, *owner)),
        _dates(brief, each),
        w.cell(each.deliverable),
        Cell((w.inlines(each.done_when), (Emphasis(w.inlines(each.key_result)),))),
        w.cell(each.depends_on) if before is None else cell(*before) if before else cell("–"),
        Cell((*w.cell(each.effort).paragraphs, *cost)),
    )


def _dates(brief: Brief, each: Initiative) -> Cell:
    """Return the first and the last day, and in a review how far the work is, shaded by its rating."""
    days = tuple(_short(brief, day) for day in (each.start, each.end))
    if distinct(days) != days and isinstance(each.start, Unknown):
        days = days[:1]
    found = _delivery(brief, each)
    if found is None or found.status is None:
        return Cell(days)
    tone = RATING_TONES.get(found.rating or "")
    # The word of the status stands beside the shade, with the rating where the status does not say it.
    word = found.status.label
    if found.rating == "Red" and found.status.value != "late":
        word = f"{word}, overdue"
    return Cell((*days, (Strong((Text(word),)),)), tone)


def _delivery(brief: Brief, each: Initiative) -> DeliveryFinding | None:
    review = brief.findings.progress
    deliveries = review.deliveries if review else ()
    return next((found for found in deliveries if known(found.initiative.id) == known(each.id)), None)


def _short(brief: Brief, day: date | Unknown) -> Inlines:
    return (
        brief.wording.inlines(day) if isinstance(day, Unknown) else (Text(brief.wording.day(day, "short")),)
    )


def _total(brief: Brief, quarter: Quarter, found: list[Initiative], width: int) -> Row:
    """Return the effort and the cost of the quarter, against what it can carry where that is known."""
    points = sum(known(each.effort) or 0 for each in found)
    holes = sum(isinstance(each.effort, Unknown) for each in found)
    capacity = brief.engagement.vision.capacity
    carried = known(getattr(capacity, quarter.value.lower())) if capacity else None
    words = f"{points} of {carried}" if carried is not None else str(points)
    sums = [f"at least {words}" if holes else words]
    if known_costs := [cost for each in found if (cost := known(each.cost)) is not None]:
        money = brief.wording.money(sum(known_costs))
        sums.append(money if len(known_costs) == len(found) else f"{money} so far")
    title = "Together, of the effort that the quarter can carry" if carried is not None else "Together"
    blanks = [cell("") for _ in range(width - 2)]
    return Row((cell(title), *blanks, cell(*sums)), "total")


def targets(quarter: Quarter, brief: Brief) -> Exhibit | None:
    """Return the key results of a quarter: each measure today, at its end, and what was measured since."""
    shown = [each for each in brief.findings.objectives if each.printable and each.kpi]
    if not shown:
        return None
    kinds = any(known(each.objective.commitment) for each in shown)
    reviewed = {id(each.objective): each for each in _reviewed(brief)}
    measured = {key: each for key, each in reviewed.items() if _value(each, quarter) is not None}
    heads = columns(
        ("Measure", 2.6), ("Start of the year", 1.5, "end"), (f"End of {quarter.value}", 1.5, "end"),
        *((("Measured", 1.5, "end"), ("Grade", 1.4)) if measured else ()),
        *((("Key result is", 1.3),) if kinds else ()), ("Owner", 2.2),
    )  # fmt: skip
    rows = []
    for each in shown:
        past = measured.get(id(each.objective))
        rows.append((
            cell(each.kpi.name if each.kpi else ""),
            kpi_value(brief, each.kpi, each.objective.baseline),
            _aim(brief, each, quarter),
            *(_result(brief, past, each, quarter) if measured else ()),
            *((_kind(brief, each),) if kinds else ()),
            brief.wording.cell(each.objective.owner),
        ))  # fmt: skip
    focus = _focus(brief, quarter)
    named = next((each.kpi.name for each in shown if each.kpi and each.kpi.id == focus), "")
    note = f"Shaded: {named}, the focus of the quarter. " if named else ""
    note += "Quarter targets lie on a straight line (stratgen method)."
    key = f"roadmap-{quarter.value.lower()}-targets"
    return filled(key, f"Key results at the end of {quarter.value}", heads, rows, note)


def _focus(brief: Brief, quarter: Quarter) -> str | None:
    return known(getattr(brief.engagement.focus_metrics, quarter.value.lower()))


def _aim(brief: Brief, found: ObjectiveFinding, quarter: Quarter) -> Cell:
    shown = kpi_value(brief, found.kpi, found.quarters[quarter.position])
    focus = _focus(brief, quarter)
    return Cell(shown.paragraphs, "accent") if found.kpi and found.kpi.id == focus else shown


def _kind(brief: Brief, found: ObjectiveFinding) -> Cell:
    kind = found.objective.commitment
    return cell(kind.label.capitalize()) if kind and not isinstance(kind, Unknown) else brief.wording.cell(kind)


def _reviewed(brief: Brief) -> list[ReviewFinding]:
    review = brief.findings.progress
    return [each for each in review.findings if each.objective is not None] if review else []


def _value(found: ReviewFinding, quarter: Quarter) -> float | None:
    return next((figure.value for each, figure in found.actuals if each is quarter), None)


def _result(
    brief: Brief, past: ReviewFinding | None, found: ObjectiveFinding, quarter: Quarter
) -> tuple[Cell, Cell]:
    """Return what was measured at the end of a quarter, and its grade where that is the quarter in review."""
    if past is None:
        return cell("Not measured"), cell("–")
    value = kpi_value(brief, found.kpi, _value(past, quarter))
    latest = past.actuals[-1][0] is quarter
    if not latest or past.grade is None or past.grade_rating is None:
        return value, cell("–")
    words = f"{past.grade_rating}, {brief.wording.number(past.grade, 1)}"
    return value, cell(words, tone=RATING_TONES[past.grade_rating])


BUILDERS: dict[str, Builder] = {
    **{f"roadmap-{quarter.value.lower()}-targets": partial(targets, quarter) for quarter in Quarter},
    **{f"roadmap-{quarter.value.lower()}-work": partial(work, quarter) for quarter in Quarter},
}
