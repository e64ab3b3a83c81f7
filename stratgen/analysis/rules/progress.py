"""Rules about the review of a quarter: its day lies in the roadmap year, and nothing is measured ahead of it."""

from __future__ import annotations

from collections.abc import Iterator

from stratgen.analysis.calendar import months_later, quarter_of
from stratgen.analysis.keypaths import Path
from stratgen.analysis.progress import review
from stratgen.analysis.rules.rule import Breach, Ground, rule
from stratgen.engagement import known, records
from stratgen.engagement.progress import DeliveryStatus, Verdict


@rule("V103", "error", "progress.as_of", "progress.actuals[].quarter", "engagement.first_quarter_starts")
def review_lies_in_the_year(ground: Ground) -> Iterator[Breach]:
    """A review is held in the roadmap year or the quarter after it, and no value is of a quarter to come."""
    given, starts = ground.engagement.progress, ground.starts
    day = known(given.as_of) if given else None
    if given is None or day is None or starts is None:
        return
    last = months_later(starts[0], 15)
    if not starts[0] <= day < last:
        what = f"the review of {day} lies outside the roadmap year, which starts on {starts[0]}."
        yield Breach(("progress", "as_of"), what, f"Give a day from {starts[0]} to before {last}.")
        return
    now = quarter_of(day, starts)
    for position, actual in enumerate(records(given.actuals)):
        quarter = known(actual.quarter)
        if quarter is not None and now is not None and quarter.position > now:
            path: Path = ("progress", "actuals", position, "quarter")
            yield Breach(path, f"{quarter} had not begun on {day}.", "Correct the quarter or the day.")


@rule("V109", "warning", "progress.deliveries", "initiatives[*].id")
def every_initiative_is_reported(ground: Ground) -> Iterator[Breach]:
    """A review says where each initiative that should have begun stands."""
    given = ground.engagement.progress
    day = known(given.as_of) if given else None
    reported = known(given.deliveries) if given else None
    if day is None or reported is None:
        return
    named = {known(each.initiative) for each in reported}
    for each in records(ground.engagement.initiatives):
        name, start = known(each.id), known(each.start)
        if name and name not in named and start is not None and start <= day:
            what = f"nothing is reported of {name}, which was to start on {start}."
            yield Breach(
                ("progress", "deliveries"), what, "Add a record; “Not started” is one of its states."
            )


@rule("V120", "error", "progress.as_of", "engagement.pack.date")
def review_is_not_after_the_pack(ground: Ground) -> Iterator[Breach]:
    """A pack that prints a review is dated on the day of the review or after it."""
    given = ground.engagement.progress
    day = known(given.as_of) if given else None
    if day is not None and ground.day is not None and day > ground.day:
        what = f"the review is of {day}, after the pack's date, {ground.day}."
        yield Breach(
            ("progress", "as_of"), what, "Date this edition of the pack on the day of the review or later."
        )


@rule(
    "V182", "warning", "progress.responses", "progress.actuals", "progress.deliveries", "progress.as_of",
    "objectives[*]",
)  # fmt: skip
def what_is_behind_has_an_action(ground: Ground) -> Iterator[Breach]:
    """A review says of each measure and piece of work that is Amber or Red what is done, by whom and by when."""
    found = review(ground.engagement, ground.objectives, ground.kpis, ground.starts)
    if found is None:
        return
    behind = [(each.kpi.name, each.rating, each.response) for each in found.behind]
    behind += [
        (known(each.initiative.id) or "a piece of work", each.rating, each.response)
        for each in found.deliveries
        if each.rating in ("Amber", "Red")
    ]
    for name, rating, response in behind:
        if response is None:
            what = f"{name} is {rating}, and nothing says what is done about it."
            yield Breach(("progress", "responses"), what, "Add a record with its action, owner and day.")


@rule("V183", "warning", "progress.decisions[].work", "progress.decisions[].verdict")
def decided_change_has_its_work(ground: Ground) -> Iterator[Breach]:
    """A review that changes course names the piece of work that carries the change out."""
    given = ground.engagement.progress
    for position, each in enumerate(records(given.decisions) if given else ()):
        path: Path = ("progress", "decisions", position, "work")
        if known(each.verdict) is Verdict.CHANGE and each.work is None:
            what = "the course was changed, and no piece of work carries the change out."
            yield Breach(path, what, "Add it to the roadmap, with owner, days and cost, and name it here.")


@rule("V231", "warning", "progress.deliveries[].status", "initiatives[*].depends_on")
def done_work_has_what_it_waits_for(ground: Ground) -> Iterator[Breach]:
    """Work that is done ended after all that it depends on: that is reported as done too."""
    given = ground.engagement.progress
    status = {
        known(each.initiative): known(each.status) for each in records(given.deliveries if given else ())
    }
    needs = {known(each.id): known(each.depends_on) or () for each in records(ground.engagement.initiatives)}
    for position, each in enumerate(records(given.deliveries if given else ())):
        name = known(each.initiative)
        for other in needs.get(name, ()) if known(each.status) is DeliveryStatus.DONE else ():
            state = status.get(other)
            if state is not None and state is not DeliveryStatus.DONE:
                what = f"{name} is done, yet {other}, after which it ends, is “{state.label}”."
                mend = "Correct one of the two, or take the dependency away."
                yield Breach(("progress", "deliveries", position, "status"), what, mend)


@rule(
    "V232", "warning", "progress.released", "progress.as_of", "board.costs", "engagement.first_quarter_starts"
)
def released_is_within_the_budget(ground: Ground) -> Iterator[Breach]:
    """No more is released by a review than the budget up to the end of the quarter in which it is held."""
    given, starts = ground.engagement.progress, ground.starts
    day = known(given.as_of) if given else None
    released = known(given.released) if given and given.released is not None else None
    if day is None or released is None or starts is None or not ground.case.cost_total:
        return
    now = quarter_of(day, starts)
    budget = sum(ground.case.by_quarter if now is None else ground.case.by_quarter[: now + 1])
    if released > budget + 1:
        what = f"{released:.0f} has been released, yet the budget to the end of that quarter is {budget:.0f}."
        mend = "Correct the amount, or the quarters of the cost lines."
        yield Breach(("progress", "released"), what, mend)


RULES = (
    done_work_has_what_it_waits_for,
    released_is_within_the_budget,
    what_is_behind_has_an_action,
    decided_change_has_its_work,
    review_is_not_after_the_pack,
    review_lies_in_the_year,
    every_initiative_is_reported,
)
