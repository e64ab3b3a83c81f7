"""From when and on which channels the response promise holds, and what the plan says until then.

The plan is the objective on first response time; half of the first replies come sooner than its value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from math import ceil

from stratgen.analysis.calendar import Quarters, months_later
from stratgen.analysis.findings import ChannelYear, ObjectiveFinding
from stratgen.analysis.findings.promise import Held, Promise
from stratgen.analysis.measures import measure
from stratgen.analysis.scoring import figure
from stratgen.analysis.spans import open_spans, stretches
from stratgen.catalogue import plain_word
from stratgen.engagement import Engagement, known, records
from stratgen.engagement.channels import ChannelState

FIRST_REPLY = "FRT"
"""The measure that a promise is held against; it is counted in minutes."""
_DAY = timedelta(days=1)
_ANSWERED = (ChannelState.MAINTAIN, ChannelState.LEAD)
_WHEN = {
    "always": ("", ""),
    "later": (" once we answer there", " once we answer there"),
    "piloted": (" while its pilot runs", " while their pilots run"),
    "tried": (" until its pilot is decided", " until their pilots are decided"),
}
"""What is said of one channel, and of several, that are answered in a part of the year only; by `_kind`."""
_ON_TRIAL = ("piloted", "tried")
_HOURS = re.compile(r"\b\d{1,2}([:.]\d\d| ?[ap]\.?m\b)", re.IGNORECASE)


def promise(
    engagement: Engagement,
    objectives: Sequence[ObjectiveFinding],
    starts: Quarters | None,
    years: Sequence[ChannelYear] = (),
) -> Promise:
    """Return from when and where hours and times hold, and until then the hours of today and the planned minutes."""
    terms = engagement.terms
    today, promised = known(engagement.service.hours), known(terms.hours)
    differ = bool(today and promised and open_spans(today) != open_spans(promised))
    day = _reviewed_on(engagement)
    hours_from, times_from = known(terms.hours_from), known(terms.promise_from)
    since = hours_from if differ and day and hours_from and hours_from <= day else None
    if since:
        differ = False
    if day and times_from and times_from <= day:
        times_from = None
    slow = _slow(engagement, years)
    apart = {name for _, names in slow for name in names}

    def groups(kinds: Iterable[str]) -> Iterator[Held]:
        for kind in kinds:
            if names := tuple(name for name in _spoken(years, kind) if _told(name, kind) not in apart):
                yield Held(names, _WHEN[kind][len(names) > 1])

    return Promise(
        hours_today=today if differ else None,
        hours_from=hours_from if differ else None,
        hours_until=hours_from - _DAY if differ and hours_from else None,
        hours_since=since,
        times_from=times_from,
        times_until=times_from - _DAY if times_from else None,
        steps=tuple(_apart(step for step in line(objectives, starts) if times_from and step[0] < times_from)),
        answered=tuple(name for kind in _WHEN for name in _named(years, kind)),
        holds_on=tuple(groups(_WHEN)),
        on_trial=tuple(groups(_ON_TRIAL)),
        read_only=_spoken(years, "read"),
        slow=slow,
        correct_days=_correct_days(engagement),
        rules_name_hours=any(_HOURS.search(each) for each in known(terms.house_rules) or ()),
    )


def _reviewed_on(engagement: Engagement) -> date | None:
    """Return the day of a paper that reviews the year, by which a promise may hold already; None in a plan."""
    review = engagement.progress
    return (known(engagement.engagement.pack.date) or known(review.as_of)) if review else None


def _slow(engagement: Engagement, years: Sequence[ChannelYear]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Return the channels that are answered in the year within days of their own, the quickest first (TERM-09)."""
    found: dict[int, list[str]] = {}
    for each in records(engagement.terms.slow_channels or ()):
        days, channel = known(each.days), plain_word(known(each.channel) or "")
        for year in years:
            if days is not None and channel in year.finding.words and _kind(year) in _WHEN:
                found.setdefault(days, []).append(_told(year.finding.spoken, _kind(year)))
    return tuple((days, tuple(found[days])) for days in sorted(found))


def _told(name: str, kind: str) -> str:
    """Return a channel with the time in which it is answered."""
    return f"{name}{_WHEN[kind][0]}"


def _correct_days(engagement: Engagement) -> int | None:
    """Return the staffed days within which an error is corrected, where its hours are more than the longest day holds."""
    hours, within = known(engagement.terms.hours), known(engagement.credo.correct_within_hours)
    longest = max(stretches(hours), default=0) if hours else 0
    return ceil(within / 24) if within is not None and 0 < longest < within * 60 else None


def _named(years: Sequence[ChannelYear], kind: str) -> tuple[str, ...]:
    return tuple(each.finding.name for each in years if _kind(each) == kind)


def _spoken(years: Sequence[ChannelYear], kind: str) -> tuple[str, ...]:
    return tuple(each.finding.spoken for each in years if _kind(each) == kind)


def _kind(year: ChannelYear) -> str:
    """Return when a channel is answered in the year; "" where it is not used or has no state.

    Nobody knows what a pilot decides: where it is answered today already, that goes on until then (domain 5.5).
    """
    if ChannelState.PILOT in year.quarters or "decide" in year.quarters:
        return "tried" if year.quarters[0] in _ANSWERED else "piloted"
    if year.quarters[0] in _ANSWERED:
        return "always"
    if any(each in _ANSWERED for each in year.quarters):
        return "later"
    return "read" if year.quarters[0] in (ChannelState.LISTEN, ChannelState.RETIRE) else ""


def _apart(steps: Iterable[tuple[date, float]]) -> Iterator[tuple[date, float]]:
    """Return the steps of a plan, each value once: with the first day by which it is planned."""
    last: float | None = None
    for day, minutes in steps:
        if minutes != last:
            yield day, minutes
        last = minutes


def line(objectives: Sequence[ObjectiveFinding], starts: Quarters | None) -> tuple[tuple[date, float], ...]:
    """Return the last day of each quarter with the minutes to a first reply that are planned by it."""
    found = _objective(objectives)
    if found is None or starts is None:
        return ()
    ends = (*(start - _DAY for start in starts[1:]), months_later(starts[0], 12) - _DAY)
    return tuple((end, value) for end, value in zip(ends, found.quarters, strict=True) if value is not None)


def planned_at(objectives: Sequence[ObjectiveFinding], starts: Quarters | None, day: date) -> float | None:
    """Return the minutes to a first reply that are planned for a day: those of the last quarter that has ended.

    Before the first has ended it is the baseline; None where no objective is set for it.
    """
    found = _objective(objectives)
    baseline = known(found.objective.baseline) if found else None
    reached = [value for end, value in line(objectives, starts) if end < day]
    return reached[-1] if reached else baseline.value if baseline else None


def least_kept(
    engagement: Engagement, objectives: Sequence[ObjectiveFinding], starts: Quarters | None, day: date
) -> tuple[float, bool] | None:
    """Return the minutes within which nine in ten are to be answered on a day, and that they are known.

    Where an objective has no target for its 90th percentile, its median stands in its place, and the second is False:
    a promise has to be longer. Without an objective it is what is measured today, the median where there is no more. None where that is not known.
    """
    found, today = _objective(objectives), measure(engagement, FIRST_REPLY)
    late = figure(today.social_90th) if today else None
    if found is None:
        half = figure(today.social) if today else None
        return (late, True) if late is not None else (half, False) if half is not None else None
    planned = planned_at(objectives, starts, day)
    if found.quarters_90th is None or starts is None:
        return None if planned is None else (planned, False)
    ends = [end for end, _ in line(objectives, starts)]
    reached = [value for end, value in zip(ends, found.quarters_90th, strict=False) if end < day]
    value = reached[-1] if reached else late
    return None if value is None else (value, True)


def _objective(objectives: Sequence[ObjectiveFinding]) -> ObjectiveFinding | None:
    found = (each for each in objectives if each.printable and each.kpi and each.kpi.id == FIRST_REPLY)
    return next(found, None)
