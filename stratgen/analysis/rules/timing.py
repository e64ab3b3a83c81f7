"""Rules about what comes before what: money after the work that spends it, a value after the work that moves it."""

from __future__ import annotations

from collections.abc import Iterator

from stratgen.analysis.calendar import months_later, quarter_of
from stratgen.analysis.channel_years import library_id
from stratgen.analysis.keypaths import Path
from stratgen.analysis.policy_days import AGENT_TRAINING, LONGER_HOURS
from stratgen.analysis.rules.rule import Breach, Ground, rule
from stratgen.analysis.spans import open_spans
from stratgen.engagement import Quarter, known, records
from stratgen.engagement.money import CostTiming
from stratgen.engagement.objectives import Commitment
from stratgen.engagement.vision import Initiative

MEASURED_MONTH = 2
"""Months from the start of a quarter to the one over which its value is measured."""

COUNTED_ON_A_DAY = ("TRAIN", "POLACK", "SEC")
"""Measures that say what is true on a day, and not what happened in a month."""


@rule(
    "V180", "warning", "board.costs[].quarter", "board.costs[].pays_for", "board.costs[].in_post",
    "initiatives[*].id", "initiatives[*].start", "engagement.first_quarter_starts",
)  # fmt: skip
def money_waits_for_its_work(ground: Ground) -> Iterator[Breach]:
    """No cost line runs in a quarter before its work starts, or for most of a quarter before its people are in post."""
    starts = ground.starts
    if starts is None:
        return
    begins = {known(each.id): known(each.start) for each in records(ground.engagement.initiatives)}
    for position, cost in enumerate(records(ground.engagement.board.costs)):
        quarter, work, day = known(cost.quarter), known(cost.pays_for), known(cost.in_post)
        if quarter is None:
            continue
        path: Path = ("board", "costs", position, "quarter")
        start = begins.get(work) if work else None
        first = None if start is None else quarter_of(start, starts)
        if first is not None and quarter.position < first:
            what = f"the line starts in {quarter}, and {work}, which it pays for, on {start}."
            yield Breach(path, what, "Start the line in the quarter of the work, or the work earlier.")
        elif (
            day is not None
            and cost.timing is CostTiming.YEARLY
            and day >= months_later(starts[quarter.position], MEASURED_MONTH)
        ):
            what = f"the line pays for people from {quarter} on, who are in post only by {day}."
            yield Breach(path, what, "Start the line in the quarter in which they are there.")


@rule(
    "V181", "warning", "objectives[].steps", "objectives[].commitment", "initiatives[*].objective",
    "initiatives[*].end", "engagement.first_quarter_starts",
)  # fmt: skip
def value_is_measured_after_its_work(ground: Ground) -> Iterator[Breach]:
    """A committed value is measured over a month before which some work that moves it has ended."""
    starts = ground.starts
    if starts is None:
        return
    serving = _serving(ground)
    for position, found in enumerate(ground.objectives):
        work = _dated(serving.get(known(found.objective.id) or "", []))
        counted_over = found.kpi is not None and found.kpi.id not in COUNTED_ON_A_DAY
        if not work or not counted_over or known(found.objective.commitment) is not Commitment.COMMITTED:
            continue
        for quarter in Quarter:
            month = months_later(starts[quarter.position], MEASURED_MONTH)
            moves = found.quarters[quarter.position] is not None and not found.holds(quarter.position)
            if not moves or quarter.position < found.held:
                continue
            first = min(work, key=lambda each: known(each.end) or month)
            end = known(first.end)
            if end is not None and end >= month and not _is_past(ground, quarter):
                what = (
                    f"the value of {quarter} is measured from {month} on, and the first work that moves it,"
                    f" {known(first.id)}, ends on {end}."
                )
                mend = "End some work before that month, or let the step fall in the next quarter."
                yield Breach(("objectives", position, "steps"), what, mend)
            break


@rule(
    "V184", "warning", "terms.hours_from", "terms.hours", "service.hours", "initiatives[*].id", "initiatives[*].end",
)  # fmt: skip
def hours_wait_for_their_people(ground: Ground) -> Iterator[Breach]:
    """Promised hours that differ from today's hold only after the work that brings and trains their people has ended."""
    terms = ground.engagement.terms
    today, wanted, day = known(ground.engagement.service.hours), known(terms.hours), known(terms.hours_from)
    if day is None or not today or not wanted or open_spans(today) == open_spans(wanted):
        return
    for each in records(ground.engagement.initiatives):
        key, end = known(each.id) or "", known(each.end)
        is_staffing = library_id(key, ground.catalogue) in (AGENT_TRAINING, LONGER_HOURS)
        if is_staffing and end is not None and end >= day:
            what = f"the promised hours hold from {day}, and {key}, which readies the people for them, ends on {end}."
            yield Breach(
                ("terms", "hours_from"), what, "Let the hours hold from a later day, or end the work earlier."
            )
            return


def _is_past(ground: Ground, quarter: Quarter) -> bool:
    """Tell whether a review has measured a quarter already, so that its value is no promise any more."""
    given = ground.engagement.progress
    return any(known(each.quarter) is quarter for each in records(given.actuals)) if given else False


def _serving(ground: Ground) -> dict[str, list[Initiative]]:
    """Return the work that serves each objective, by its name."""
    found: dict[str, list[Initiative]] = {}
    for each in records(ground.engagement.initiatives):
        if name := known(each.objective):
            found.setdefault(name, []).append(each)
    return found


def _dated(work: list[Initiative]) -> list[Initiative]:
    """Return the work if each piece of it has its last day, else none."""
    return work if all(known(each.end) for each in work) else []


RULES = (money_waits_for_its_work, value_is_measured_after_its_work, hours_wait_for_their_people)
