"""One quarter: its work with owner, dates and test, and the key results it is judged by."""

from __future__ import annotations

import re
from functools import partial
from typing import Literal

from stratgen.analysis.effort import by_quarter, running
from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.gaps import FEWEST, distinct, filled
from stratgen.analysis.exhibits.ledger import RATING_TONES, columns, kpi_value, money_cell, rating_cell, table
from stratgen.analysis.exhibits.roadmap_year import in_quarter
from stratgen.analysis.findings import DeliveryFinding, ObjectiveFinding, ReviewFinding
from stratgen.analysis.key_results import aimed_at
from stratgen.analysis.wording import NO_BREAK
from stratgen.document import Cell, Emphasis, Exhibit, Inlines, Strong, Text, cell
from stratgen.engagement import Quarter, Unknown, known, records
from stratgen.engagement.progress import DeliveryStatus
from stratgen.engagement.vision import Initiative


def work(quarter: Quarter, brief: Brief) -> Exhibit | None:
    """Return the initiatives of a quarter: owner, dates, result, test, dependencies, effort and cost."""
    found = in_quarter(brief, quarter)
    shared = _shared(brief, found)
    heads = columns(("Initiative", 2.3), ("When, who, after what", 2.8), ("Deliverable", 2.4),
                    ("Done when; key result", 4), ("Effort", 0.9, "end"))  # fmt: skip
    notes = [
        "Italics: the key result. Effort runs from 1, some days, to 5, a team for the whole quarter."
        if quarter is Quarter.Q1
        else "",
        "Under the effort: the cost in the whole year, whatever quarter it falls in."
        if any(known(each.cost) for each in found)
        else "",
        _total(brief, quarter),
        _late(brief, quarter),
    ]
    note = " ".join(each for each in notes if each)
    return filled(
        f"roadmap-{quarter.value.lower()}-work",
        f"The work of {quarter.value}",
        heads,
        [_initiative(brief, each, shared) for each in found],
        note,
        [(name, hole) for name, holes in shared.items() for hole in holes],
    )


_SAMPLE = re.compile(r"\d[\d,. \u00a0]*answers")
"""How many answered a survey, as the source of its value says it (checklist S-06)."""

Shared = dict[str, tuple[Inlines, ...]]
"""What is open in every initiative of a quarter, with its holes."""


def _shared(brief: Brief, found: list[Initiative]) -> Shared:
    if brief.findings.roadmap_drafted:
        return {"Owner": (), "Cost": ()}  # the first page says it once, of the whole roadmap
    if len(found) < FEWEST:
        return {}
    answers: dict[str, list[str | float | Unknown]] = {
        "Owner": [each.owner for each in found],
        "Cost": [each.cost for each in found],
    }
    return {
        name: distinct([brief.wording.inlines(each) for each in given])
        for name, given in answers.items()
        if all(isinstance(each, Unknown) for each in given)
    }


def _initiative(brief: Brief, each: Initiative, shared: Shared) -> tuple[Cell, ...]:
    w = brief.wording
    mark: Inlines = (Strong((Text(f"{w.text(each.id)}: {w.text(each.title)}"),)),)
    cost = () if "Cost" in shared else money_cell(brief, each.cost).paragraphs
    return (
        Cell((mark,)),
        _when(brief, each, "Owner" not in shared),
        w.cell(each.deliverable),
        Cell((*_test(brief, each), (Emphasis(w.inlines(each.key_result)),), *_note(brief, each))),
        Cell((*w.cell(each.effort).paragraphs, *cost)),
    )


def _when(brief: Brief, each: Initiative, with_owner: bool) -> Cell:
    """Return the days, the owner and what has to end first; in a review also how far the work is, shaded by its rating."""
    found, said = _delivery(brief, each), (*_days_and_owner(brief, each, with_owner), *_after(brief, each))
    if found is None or found.status is None:
        return Cell(said)
    if found.status is DeliveryStatus.DONE and (missed := _missed(brief, each)):
        return Cell((*said, (Strong((Text(f"Done, key result missed: {missed}"),)),)), "watch")
    # The word of the status stands beside the shade, with the rating where the status does not say it.
    late = found.rating == "Red" and found.status is not DeliveryStatus.LATE
    word = f"{found.status.label}, overdue" if late else found.status.label
    return Cell((*said, (Strong((Text(word),)),)), RATING_TONES.get(found.rating or ""))


def _days_and_owner(brief: Brief, each: Initiative, with_owner: bool) -> tuple[Inlines, ...]:
    """Return the days and the owner, in one line where both are short enough to be known at a glance."""
    days, owner = _days(brief, each), brief.wording.inlines(each.owner)
    if not with_owner:
        return days
    return ((*days[0], Text(", "), *owner),) if len(days) == 1 else (*days, owner)


def _after(brief: Brief, each: Initiative) -> tuple[Inlines, ...]:
    """Return after which other work it can end (domain V21); nothing where it hangs on none."""
    before = known(each.depends_on)
    if before is None:
        return (brief.wording.inlines(each.depends_on),)
    return ((Text(f"Ends after {brief.wording.listing(before)}"),),) if before else ()


def _missed(brief: Brief, each: Initiative) -> str:
    """Return what a measure stood at, at the end of the quarter of the work, where its key result asked for more."""
    quarter = known(each.quarter)
    for found in _reviewed(brief):
        if found.objective is None or quarter is None or known(found.objective.id) != known(each.objective):
            continue
        wanted, value = aimed_at(each, found.kpi), _value(found, quarter)
        if wanted is not None and value is not None:
            behind = value < wanted if found.kpi.direction == "up" else value > wanted
            return brief.wording.measured(value, found.kpi.unit) if behind else ""
    return ""


def _test(brief: Brief, each: Initiative) -> tuple[Inlines, ...]:
    """Return when a piece of work is done; nothing once it is, and the review says of it what came out."""
    found = _delivery(brief, each)
    over = found is not None and found.status is DeliveryStatus.DONE and bool(_note(brief, each))
    return () if over else (brief.wording.inlines(each.done_when),)


def _note(brief: Brief, each: Initiative) -> tuple[Inlines, ...]:
    """Return what the review says of a piece of work, where it says something."""
    found = _delivery(brief, each)
    said = found.delivery.note if found and found.delivery else None
    return () if said is None else ((Text("Review: "), *brief.wording.inlines(said)),)


def _days(brief: Brief, each: Initiative) -> tuple[Inlines, ...]:
    """Return the first and the last day on one line; with the year where it is not the first of the plan."""
    w, start, end = brief.wording, known(each.start), known(each.end)
    if start is None or end is None:
        return distinct((w.inlines(each.start), w.inlines(each.end)))
    if start.year != end.year:
        return cell(f"{w.day(start, 'short')} –", w.day(end, "short")).paragraphs
    starts = brief.findings.quarter_starts
    style: Literal["short", "brief"] = "short" if starts and end.year != starts[0].year else "brief"
    first, last = w.day(start, "brief").replace(" ", NO_BREAK), w.day(end, style).replace(" ", NO_BREAK)
    return ((Text(f"{first} – {last}"),),)


def _delivery(brief: Brief, each: Initiative) -> DeliveryFinding | None:
    review = brief.findings.progress
    deliveries = review.deliveries if review else ()
    return next((found for found in deliveries if known(found.initiative.id) == known(each.id)), None)


def _carried(brief: Brief, quarter: Quarter) -> int | None:
    capacity = brief.engagement.vision.capacity
    return known(getattr(capacity, quarter.value.lower())) if capacity else None


def _total(brief: Brief, quarter: Quarter) -> str:
    """Return the effort of the quarter against what it can carry, and the work that runs in it and ends later."""
    work, starts = records(brief.engagement.initiatives), brief.findings.quarter_starts
    points, carried = by_quarter(work, starts)[quarter], _carried(brief, quarter)
    mine = [each for each in work if known(each.quarter) is quarter]
    also = running(work, quarter, starts)
    least = "at least " if any(isinstance(each.effort, Unknown) for each in (*mine, *also)) else ""
    if carried is None and not also and len(mine) < FEWEST:
        return ""
    words = f"Effort in {quarter}, by days: {least}{points} point{'' if points == 1 else 's'}"
    words += "." if carried is None else f" of the {carried} that the team can carry."
    if also:
        words += f" Also running: {brief.wording.listing(brief.wording.text(each.id) for each in also)}."
    return words


def _late(brief: Brief, quarter: Quarter) -> str:
    """Return the work of earlier quarters that is not done, on the page of the quarter in which the review was held."""
    review = brief.findings.progress
    if review is None or len(review.ended) != quarter.position:
        return ""
    late = [
        f"{brief.wording.text(each.initiative.id)} ({each.status.label.lower()})"
        for each in review.deliveries
        if known(each.initiative.quarter) in review.ended
        and each.status is not None
        and each.status is not DeliveryStatus.DONE
    ]
    return f"Still open from before, and not in these points: {brief.wording.listing(late)}." if late else ""


def targets(quarter: Quarter, brief: Brief) -> Exhibit | None:
    """Return the key results of a quarter: each measure at the start and at its end, and what was measured since.

    Only what is to move by then stands there. Until it was measured the last two cells are free to be filled in.
    """
    place = quarter.position
    every = [each for each in brief.findings.objectives if each.printable and each.kpi]
    shown = [each for each in every if place >= each.held and not each.holds(place)]
    past = {id(each.objective): each for each in _reviewed(brief) if _value(each, quarter) is not None}
    kinds = any(known(each.objective.commitment) or _is_focus(brief, each, quarter) for each in shown)
    heads = columns(
        ("Measure", 2.4), ("Start", 1.2, "end"), (f"End of {quarter.value}", 1.2, "end"),
        *((("The key result is", 1.3),) if kinds else ()), ("Measured", 1.2, "end"), ("Rating", 1.2),
    )  # fmt: skip
    rows = [
        (
            cell(each.kpi.name if each.kpi else ""),
            kpi_value(brief, each.kpi, each.objective.baseline),
            _aim(brief, each, quarter),
            *((_kind(brief, each, quarter),) if kinds else ()),
            *(_outcome(brief, past.get(id(each.objective)), quarter) if past else (cell(""), cell(""))),
        )
        for each in shown
    ]
    key = f"roadmap-{quarter.value.lower()}-targets"
    note = "Behind the rating: the share of its step that the measure made, 0 to 1." if past else ""
    return table(key, f"Key results at the end of {quarter.value}", heads, rows, note)


def _focus(brief: Brief, quarter: Quarter) -> str | None:
    return known(getattr(brief.engagement.focus_metrics, quarter.value.lower()))


def _is_focus(brief: Brief, found: ObjectiveFinding, quarter: Quarter) -> bool:
    return found.kpi is not None and found.kpi.id == _focus(brief, quarter)


def _aim(brief: Brief, found: ObjectiveFinding, quarter: Quarter) -> Cell:
    shown = kpi_value(brief, found.kpi, found.quarters[quarter.position])
    return Cell(shown.paragraphs, "accent") if _is_focus(brief, found, quarter) else shown


def _kind(brief: Brief, found: ObjectiveFinding, quarter: Quarter) -> Cell:
    """Return how firmly a key result is promised, and that it is the focus: its colour alone tells nobody."""
    kind, focus = found.objective.commitment, _is_focus(brief, found, quarter)
    if isinstance(kind, Unknown):
        return brief.wording.cell(kind)
    words = (kind.label if kind else "", "focus" if focus else "")
    return cell(", ".join(each for each in words if each).capitalize() or "–")


def _reviewed(brief: Brief) -> list[ReviewFinding]:
    review = brief.findings.progress
    return [each for each in review.findings if each.objective is not None] if review else []


def _value(found: ReviewFinding, quarter: Quarter) -> float | None:
    return next((figure.value for each, figure in found.actuals if each is quarter), None)


def _outcome(brief: Brief, found: ReviewFinding | None, quarter: Quarter) -> tuple[Cell, Cell]:
    """Return what was measured at the end of a quarter, and its rating with the share of the step that was made.

    The rating is the one of the scorecard; the share is its reason, and has no colour of its own.
    """
    stand = next((each for each in found.standings if each.quarter is quarter), None) if found else None
    if found is None or stand is None:
        return cell("Not measured"), rating_cell(None)
    shade = rating_cell(stand.rating)
    if stand.grade is not None and stand.rating in RATING_TONES:
        shade = cell(f"{stand.rating}, {brief.wording.number(stand.grade, 1)}", tone=shade.tone)
    asked = next((figure.source for each, figure in found.actuals if each is quarter), None)
    measured = kpi_value(brief, found.kpi, stand.value).paragraphs
    if asked and (sample := _SAMPLE.search(asked)):
        measured = (*measured, (Text(sample[0]),))
    return Cell(measured), shade


BUILDERS: dict[str, Builder] = {
    **{f"roadmap-{quarter.value.lower()}-targets": partial(targets, quarter) for quarter in Quarter},
    **{f"roadmap-{quarter.value.lower()}-work": partial(work, quarter) for quarter in Quarter},
}
