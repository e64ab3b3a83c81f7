"""The effort of the work by quarter: each piece is shared over the quarters in which it runs, by days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from stratgen.analysis.calendar import Quarters, months_later, quarter_end
from stratgen.analysis.wording import half_up
from stratgen.engagement import Quarter, known
from stratgen.engagement.vision import Initiative

LITTLE = 2
"""Pieces of work, and measures with an objective, that fill no more than half a page of a quarter."""


def by_quarter(work: Iterable[Initiative], starts: Quarters | None) -> dict[Quarter, int]:
    """Return the effort points of each quarter, rounded half up to whole points.

    Work without both its days, or in a year without a first day, counts in the quarter in which it ends.
    """
    points = dict.fromkeys(Quarter, 0.0)
    for each in work:
        effort, ends_in = known(each.effort), known(each.quarter)
        if effort is None:
            continue
        shares = _shares(each, starts) if starts else {}
        if shares:
            for quarter, share in shares.items():
                points[quarter] += effort * share
        elif ends_in is not None:
            points[ends_in] += effort
    return {quarter: int(half_up(total, 0)) for quarter, total in points.items()}


def running(work: Iterable[Initiative], quarter: Quarter, starts: Quarters | None) -> tuple[Initiative, ...]:
    """Return the work that runs in a quarter and ends in a later one, in the order of the answers."""
    if starts is None:
        return ()
    last = quarter_end(starts, quarter.position)
    return tuple(
        each
        for each in work
        if (start := known(each.start)) is not None
        and start <= last
        and (ends_in := known(each.quarter)) is not None
        and ends_in.position > quarter.position
    )


def _shares(work: Initiative, starts: Quarters) -> dict[Quarter, float]:
    """Return the share of the days of a piece of work that lies in each quarter; empty where a day is missing."""
    start, end = known(work.start), known(work.end)
    edges = _edges(starts)
    if start is None or end is None or end < start or start < edges[0] or end >= edges[-1]:
        return {}
    days = (end - start).days + 1
    return {
        quarter: inside / days
        for quarter in Quarter
        if (inside := _days(start, end, edges[quarter.position], edges[quarter.position + 1])) > 0
    }


def _days(start: date, end: date, first: date, after: date) -> int:
    return (min(end, after - timedelta(days=1)) - max(start, first)).days + 1


def _edges(starts: Quarters) -> tuple[date, ...]:
    return (*starts, months_later(starts[0], 12))


def is_little(work: Sequence[Initiative], measures: int) -> bool:
    """Return whether a year of work and measures is so little that quarters share a page.

    No quarter then ends more than `LITTLE` pieces of work, and no more measures than that have an objective.
    """
    counts = Counter(known(each.quarter) for each in work)
    return max([measures, *counts.values()]) <= LITTLE
