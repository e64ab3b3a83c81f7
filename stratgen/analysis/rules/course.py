"""Rules about the course of the year: steps to a target, when a measure lags, pilots, and people who are still short."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratgen.analysis import objectives as course
from stratgen.analysis.channel_years import over_the_year
from stratgen.analysis.findings import Kpi, ObjectiveFinding
from stratgen.analysis.key_results import aimed_at
from stratgen.analysis.keypaths import Path
from stratgen.analysis.rules.rule import Breach, Ground, rule
from stratgen.analysis.scoring import figure
from stratgen.engagement import Quarter, known, records
from stratgen.engagement.channels import ChannelState

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = rf"(\d+(?:\.\d+)?|{'|'.join(_WORDS)})"
_FROM_LINE = re.compile(rf"{_NUMBER} ?(\w+)? ?(?:above|below) the quarter[’']s line", re.IGNORECASE)
_FIXED = re.compile(rf"\b(?:under|below|over|above) {_NUMBER} ?(%|minutes?|hours?)", re.IGNORECASE)
_IN_MINUTES = {"hour": 60.0, "hours": 60.0, "minute": 1.0, "minutes": 1.0}
_QUICK = 30
"""Minutes: a promise for urgent messages that is shorter needs more than one person on shift."""
_PART = re.compile(r"\b(?:for|of|in|on|among) (?:these|those|the (?:two|three|four|five|six)|the pilot)\b")
"""Words by which a key result holds for a part of what its measure counts."""
_POINT = 1.0
"""Percentage points: numbers that are closer were rounded."""
_SHORT = 0.05
"""Full-time posts: a shortage that prints as none."""


@rule(
    "V121",
    "warning",
    "objectives[].steps",
    "objectives[].baseline",
    "objectives[].target",
    "objectives[].due",
)
def steps_lead_to_the_target(ground: Ground) -> Iterator[Breach]:
    """Steps to a target never turn back, and never pass it."""
    for position, found in enumerate(ground.objectives):
        baseline, target = figure(found.objective.baseline), known(found.objective.target)
        if not found.answered or baseline is None or target is None:
            continue
        shares = [course.progress(each, baseline, target) for each in found.quarters if each is not None]
        done = [0.0, *(share for share in shares if share is not None)]
        if done != sorted(done) or done[-1] > 1 or max(done) > 1:
            what = "the steps on the way turn back, or pass the target."
            mend = f"Let each lie between the one before and {target:g}, on the way from {baseline:g}."
            yield Breach(("objectives", position, "steps"), what, mend)


@rule("V122", "warning", "objectives[].if_it_lags.threshold", "objectives[]", "initiatives[*].objective")
def lag_threshold_fits_the_line(ground: Ground) -> Iterator[Breach]:
    """A measure that keeps to its line does not lag, and one that has not moved when it should have does."""
    for position, found in enumerate(ground.objectives):
        text = known(found.objective.if_it_lags.threshold)
        if found.kpi is None or text is None:
            continue
        if what := _misfit(found, found.kpi, text):
            path: Path = ("objectives", position, "if_it_lags", "threshold")
            mend = "Say how far from the quarter's line it may be, closer than the first step is long."
            yield Breach(path, f"“{text}”: {what}", mend)


def _misfit(objective: ObjectiveFinding, kpi: Kpi, text: str) -> str:
    start = figure(objective.objective.baseline)
    moved = [(quarter, value) for quarter, value in zip(Quarter, objective.quarters, strict=True)
             if value is not None and value != start]  # fmt: skip
    if start is None or not moved:
        return ""
    up = kpi.direction == "up"
    first, aim = moved[0]
    if found := _FROM_LINE.search(text):
        margin = _value(found[1], found[2] or "", kpi)
        edge = aim - margin if up else aim + margin
        if (edge < start - 1e-9) if up else (edge > start + 1e-9):
            return f"in {first} it lags only once it is worse than at the start."
    elif found := _FIXED.search(text):
        if (found[2] == "%") != (kpi.unit == "%"):
            return ""
        edge = _value(found[1], found[2], kpi)
        lagging = [str(quarter) for quarter, value in moved if (value < edge if up else value > edge)]
        if lagging:
            return f"it lags in {', '.join(lagging)} although it keeps to its line."
        if edge < start if up else edge > start:
            return "it lags only once it is worse than at the start."
    return ""


def _value(number: str, unit: str, kpi: Kpi) -> float:
    value = float(_WORDS.index(number.lower()) + 1) if number.lower() in _WORDS else float(number)
    return value * _IN_MINUTES.get(unit.lower(), 1.0) if kpi.unit == "minutes" else value


@rule("V123", "warning", "terms.promise.urgent", "team.fewest_on_shift")
def quick_promises_need_two(ground: Ground) -> Iterator[Breach]:
    """A first reply to an urgent message within half an hour does not rest on one person."""
    urgent = known(ground.engagement.terms.promise.urgent)
    fewest = known(ground.engagement.team.fewest_on_shift)
    if urgent is not None and fewest is not None and urgent < _QUICK and fewest <= 1:
        what = f"urgent messages are promised a reply within {urgent:g} minutes, with one person on shift at the least."
        yield Breach(("team", "fewest_on_shift"), what, "Put two on each shift, or promise a longer time.")


@rule("V124", "warning", "initiatives[].key_result", "initiatives[].objective", "objectives[*]")
def key_results_keep_to_the_line(ground: Ground) -> Iterator[Breach]:
    """The last work on a measure in a quarter brings it to the quarter's target, if its key result names it."""
    by_id = _by_id(ground)
    for position, work in enumerate(records(ground.engagement.initiatives)):
        found, quarter = by_id.get(known(work.objective) or ""), known(work.quarter)
        if found is None or quarter is None or found.kpi is None:
            continue
        kpi = found.kpi
        wanted, aim = aimed_at(work, kpi), found.quarters[quarter.position]
        if wanted is None or aim is None:
            continue
        if wanted < aim - 1e-9 if kpi.direction == "up" else wanted > aim + 1e-9:
            what = f"the key result is {wanted:g} percent, and the target of {quarter} is {aim:g}."
            yield Breach(("initiatives", position, "key_result"), what, "Raise one, or lower the other.")


@rule(
    "V161", "warning", "initiatives[].key_result", "initiatives[].objective", "objectives[*]", "channels[*].channel",
    "personas[*].name",
)  # fmt: skip
def one_measure_has_one_line(ground: Ground) -> Iterator[Breach]:
    """A key result that names the measure of an objective has the quarter's number, or says for which part it holds."""
    by_id, parts = _by_id(ground), _parts(ground)
    for position, work in enumerate(records(ground.engagement.initiatives)):
        found, quarter, text = (
            by_id.get(known(work.objective) or ""),
            known(work.quarter),
            known(work.key_result),
        )
        if (
            found is None
            or quarter is None
            or text is None
            or found.kpi is None
            or _is_of_a_part(text, parts)
        ):
            continue
        kpi = found.kpi
        wanted, aim = aimed_at(work, kpi), found.quarters[quarter.position]
        if wanted is None or aim is None:
            continue
        if (wanted - aim if kpi.direction == "up" else aim - wanted) >= _POINT:
            what = f"the key result is {wanted:g} percent, and the target of {quarter} for the same measure is {aim:g}."
            mend = (
                "Give both one number, or say for which channel, customers or matters the key result holds."
            )
            yield Breach(("initiatives", position, "key_result"), what, mend)


def _by_id(ground: Ground) -> dict[str, ObjectiveFinding]:
    """Return the objectives by the short name that work points at."""
    return {name: each for each in ground.objectives if (name := known(each.objective.id))}


def _parts(ground: Ground) -> frozenset[str]:
    """Return the names of channels and of customers, as a key result may have them."""
    return frozenset(
        ground.channels.names.keys()
        | {name.casefold() for each in records(ground.engagement.personas) if (name := known(each.name))}
    )


def _is_of_a_part(text: str, parts: frozenset[str]) -> bool:
    """Tell whether a key result says that it holds for some channels, customers or matters only."""
    words = f" {text.casefold()} "
    return any(name in words for name in parts) or _PART.search(words) is not None


@rule("V125", "warning", "team.posts_because", "team", "board.costs", "terms.hours")
def a_gap_that_remains_has_a_reason(ground: Ground) -> Iterator[Breach]:
    """Where people are still short once the posts of the board case are filled, it says how the gap is closed."""
    short = ground.capacity.still_short
    if short is not None and short >= _SHORT and ground.engagement.team.posts_because is None:
        what = f"once the posts are filled, {short:.1f} full-time posts are still short."
        yield Breach(
            ("team",), what, "Say why these posts are enough and how the gap is closed, or pay for more."
        )


@rule("V126", "warning", "initiatives[*].channels", "channels")
def each_pilot_is_tried(ground: Ground) -> Iterator[Breach]:
    """Where initiatives name the channels they move, each channel in the state Pilot has one that pilots it."""
    if not any(known(work.channels) for work in records(ground.engagement.initiatives)):
        return
    for year in over_the_year(ground.engagement, ground.channels, ground.catalogue, None):
        if year.finding.state is ChannelState.PILOT and not year.work:
            what = f"{year.finding.name} is to be a pilot, and no initiative tries it."
            yield Breach(("initiatives",), what, "Name it under channels in the initiative that pilots it.")


RULES = (
    steps_lead_to_the_target,
    lag_threshold_fits_the_line,
    quick_promises_need_two,
    key_results_keep_to_the_line,
    one_measure_has_one_line,
    a_gap_that_remains_has_a_reason,
    each_pilot_is_tried,
)
