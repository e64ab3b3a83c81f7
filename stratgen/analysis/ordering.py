"""The order of the roadmap's work (domain 5.18): never before what it depends on, then by priority, then id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from heapq import heapify, heappop, heappush
from typing import Any

from stratgen.engagement import known
from stratgen.engagement.vision import Initiative

CARRIED_A_QUARTER = 18
"""Effort points a quarter can carry where the client gave no capacity: six initiatives of 3 points each."""


def priority(impact: int, urgency: int, effort: int) -> int:
    """Return twice the impact plus the urgency less the effort, 1 to 5 each: -2 to 14."""
    return 2 * impact + urgency - effort


def sequence(initiatives: Sequence[Initiative]) -> tuple[Initiative, ...]:
    """Return the initiatives in order: by dependency, then quarter, start, least effort and id.

    Impact and urgency are not asked; the quarter that was chosen stands for both. Members of a circle come
    last, in that same order.
    """
    by_key = {_key(each, number): each for number, each in enumerate(initiatives)}
    ids = {known(each.id): key for key, each in by_key.items() if known(each.id) is not None}
    needs = {
        key: {ids[need] for need in known(each.depends_on) or () if need in ids}
        for key, each in by_key.items()
    }
    return tuple(by_key[key] for key in in_order(needs))


def in_order(needs: Mapping[Any, set[Any]]) -> tuple[Any, ...]:
    """Return sortable keys so that none stands before what it needs, the smallest first; circles come last."""
    waiting = {key: len(need) for key, need in needs.items()}
    dependants: dict[Any, list[Any]] = {key: [] for key in needs}
    for key, need in needs.items():
        for each in need:
            dependants[each].append(key)
    ready = [key for key, count in waiting.items() if not count]
    heapify(ready)
    done: list[Any] = []
    while ready:
        done.append(key := heappop(ready))
        for other in dependants[key]:
            waiting[other] -= 1
            if not waiting[other]:
                heappush(ready, other)
    return (*done, *sorted(set(needs) - set(done)))


def cycle(initiatives: Sequence[Initiative]) -> tuple[str, ...]:
    """Return the ids of one circle of dependencies, in order; empty where there is none."""
    needs = {
        name: known(each.depends_on) or () for each in initiatives if (name := known(each.id)) is not None
    }
    for start in needs:
        if found := _back_to(start, needs):
            return found
    return ()


def _back_to(start: str, needs: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while ways:
        way = ways.pop()
        for need in needs.get(way[-1], ()):
            if need == start:
                return way
            if need not in seen:
                seen.add(need)
                ways.append((*way, need))
    return ()


def _key(initiative: Initiative, number: int) -> tuple[int, date, int, str, int]:
    quarter, start, effort = known(initiative.quarter), known(initiative.start), known(initiative.effort)
    return (
        quarter.position if quarter else 4,
        start or date.max,
        effort or 6,
        known(initiative.id) or "~",
        number,
    )
