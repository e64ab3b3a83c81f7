"""Opening hours as stretches of the week: joined, compared, and the longest gap between them."""

from __future__ import annotations

from itertools import pairwise

from stratgen.engagement.answer import WEEK, OpeningHours, days_of, minutes_of

DAY = 24 * 60
A_WEEK = 7 * DAY


def open_spans(hours: OpeningHours) -> list[tuple[int, int]]:
    """Return the minutes of the week in which somebody is there, joined and in order, from Monday 00:00.

    What runs past the end of Sunday stands at the start of Monday.
    """
    spans = []
    for days, span in hours.items():
        opens, closes = minutes_of(span)
        for start in (WEEK.index(day) * DAY for day in days_of(days)):
            spans += [(start + opens, min(start + closes, A_WEEK)), (0, start + closes - A_WEEK)]
    joined: list[tuple[int, int]] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def stretches(hours: OpeningHours) -> list[int]:
    """Return how many minutes each stretch without a gap lasts; one over the end of Sunday is one."""
    spans = open_spans(hours)
    lengths = [end - start for start, end in spans]
    if len(spans) > 1 and spans[0][0] == 0 and spans[-1][1] == A_WEEK:
        lengths[0] += lengths.pop()
    return lengths


def longest_closure(hours: OpeningHours) -> int:
    """Return the longest stretch of minutes without anybody there, over the weekend included."""
    spans = open_spans(hours)
    if not spans:
        return A_WEEK
    around = [*spans, (spans[0][0] + A_WEEK, 0)]
    return max(later[0] - earlier[1] for earlier, later in pairwise(around))


def open_minutes(hours: OpeningHours) -> int:
    """Return the minutes of a week in which somebody is there, 0 to 10 080; overlaps count once."""
    return sum(end - start for start, end in open_spans(hours))


def shared_minutes(one: OpeningHours, other: OpeningHours) -> int:
    """Return the minutes of a week that lie in both."""
    return sum(
        max(0, min(end, closes) - max(start, opens))
        for start, end in open_spans(one)
        for opens, closes in open_spans(other)
    )
