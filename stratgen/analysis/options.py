"""The options judged on the board's own criteria (domain 5.13), and the case in money."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import floor

from stratgen.analysis import benefits
from stratgen.analysis.calendar import Quarters, quarter_end, quarter_of, quarter_starts
from stratgen.analysis.findings import Case, OptionFinding
from stratgen.analysis.scoring import weighted
from stratgen.analysis.wording import step_of
from stratgen.engagement import Engagement, Quarter, known, records
from stratgen.engagement.board import Option
from stratgen.engagement.money import Cost, CostTiming

_CLOSED = re.compile(r"(?<=[.!?])\s+")
MOVE = 0.10
"""How far one weight moves in the test of robustness, as a share of all weights: ten points of a hundred."""

QUARTERS = 4
QUARTER_MONTHS = 3
_MONTH = 365.25 / 12
ROOM = 190
"""Letters that the summary of the board brief has for the option's name and the reason for it (documents BB-2)."""


def compare(engagement: Engagement) -> Case:
    """Return the options with scores of 1 to 5 and ranks, and the sums of costs and benefits."""
    board = engagement.board
    criteria = known(board.criteria) or {}
    options = _ranked([_scored(each, criteria, known(board.recommended)) for each in records(board.options)])
    costs = records(board.costs)
    low, base, high = benefits.sums(benefits.lines(engagement))
    chosen = next((each for each in options if each.recommended), None)
    reason = first_sentence(known(board.recommended_because) or "")
    room = ROOM - len((known(chosen.option.name) if chosen else None) or "")
    return Case(
        options=options,
        recommended=chosen,
        top=next((each for each in options if each.rank == 1), None),
        reason=reason,
        short_reason=reason if len(reason) <= room else "",
        robust=robust(criteria, [known(each.scores) or {} for each in records(board.options)]),
        cost_total=_total(costs),
        one_off=_total(costs, CostTiming.ONE_OFF),
        yearly=_total(costs, CostTiming.YEARLY),
        full_year=full_year(costs),
        part_year=any(full_year_of(each) != known(each.amount) for each in costs),
        full_year_open=sum(full_year_is_open(each) for each in costs),
        by_quarter=by_quarter(costs, starts_of(engagement)),
        benefit_low=low,
        benefit_base=base,
        benefit_high=high,
    )


def first_sentence(text: str) -> str:
    """Return a text up to the first mark that closes a sentence, if more follows."""
    return _CLOSED.split(text.strip(), maxsplit=1)[0]


def weighted_score(weights: Mapping[str, float], scores: Mapping[str, int]) -> float | None:
    """Return the weighted score of one option, 1 to 5, or None where it is not scored."""
    return weighted([scores.get(criterion) for criterion in weights], list(weights.values())).value


def robust(weights: Mapping[str, float], options: Sequence[Mapping[str, int]]) -> bool | None:
    """Return whether the winner stays first when any one weight moves ten points up or down.

    The other weights are rescaled so that the sum holds; a weight moves no further than 0 or the whole. None
    where fewer than two options are scored, or one is not.
    """
    before = [weighted_score(weights, scores) for scores in options]
    first = [value for value in before if value is not None]
    if len(first) < 2 or len(first) < len(before):
        return None
    winner = first.index(max(first))
    return all(_stays_first(winner, moved, options) for moved in _moves(weights))


def full_year(costs: Sequence[Cost]) -> float | None:
    """Return what the yearly lines cost over twelve months in which all of them run; None where one is not known.

    A line without an amount of its own for a full year costs the same every year: that is how it was answered.
    """
    if _total(costs, CostTiming.YEARLY) is None:
        return None
    amounts = [full_year_of(each) for each in costs if each.timing is CostTiming.YEARLY]
    given = [amount for amount in amounts if amount is not None]
    return sum(given) if len(given) == len(amounts) else None


def full_year_of(cost: Cost) -> float | None:
    """Return what a line costs in a full year, as answered, or else as in year one; None where it is unknown."""
    amount = cost.full_year_amount
    return known(cost.amount) if amount is None or cost.timing is not CostTiming.YEARLY else known(amount)


def full_year_is_open(cost: Cost) -> bool:
    """Return whether a yearly line runs for a part of year one and does not say what twelve months cost (V114)."""
    quarter = known(cost.quarter)
    late = quarter is not None and quarter.position > 0 and cost.timing is CostTiming.YEARLY
    return late and cost.full_year_amount is None


def starts_of(engagement: Engagement) -> Quarters | None:
    """Return the first days of the four quarters; None where the first is not known."""
    return quarter_starts(known(engagement.engagement.first_quarter_starts))


def by_quarter(costs: Sequence[Cost], starts: Quarters | None) -> tuple[float, float, float, float]:
    """Return the year-one money by quarter; the four add up to the lines that are fully known.

    A one-off amount falls in its quarter. A yearly one is spread evenly from its quarter to the last (`spread`); that
    quarter bears only the months from the day on which people start, where it was given.
    """
    booked = [0.0] * QUARTERS
    for cost in costs:
        amount, timing, quarter = known(cost.amount), known(cost.timing), known(cost.quarter)
        if amount is None or timing is None or quarter is None:
            continue
        start = quarter.position
        parts = (
            [amount]
            if timing is CostTiming.ONE_OFF
            else spread(amount, QUARTERS - start, _months_of_first(cost, start, starts))
        )
        for offset, part in enumerate(parts):
            booked[start + offset] += part
    first, second, third, fourth = booked
    return first, second, third, fourth


def left_over(engagement: Engagement, ended: Sequence[Quarter]) -> tuple[float | None, float, float | None]:
    """Return what is left of the year's money, what the quarters that are over did not use, and what is released of
    what is left. None where the review or a cost line does not give it; the second is 0 before a quarter is over.
    """
    given, costs = engagement.progress, records(engagement.board.costs)
    spent, total = (known(given.spent) if given else None), _total(costs)
    if given is None or spent is None or total is None:
        return None, 0.0, None
    booked, released = by_quarter(costs, starts_of(engagement)), known(given.released)
    unused = sum(booked[each.position] for each in ended) - spent if ended else 0.0
    return total - spent, unused, None if released is None else released - spent


def spread(amount: float, parts: int, first_months: int = QUARTER_MONTHS) -> list[float]:
    """Return an amount in equal parts, with what does not divide in the last; the first has 0 to 3 months of its quarter.

    Nobody budgets an even share to the unit: parts are in hundreds from ten thousand on, in tens from a thousand.
    """
    step = step_of(amount)
    months = [first_months, *[QUARTER_MONTHS] * (parts - 1)]
    shares = [float(floor(amount * each / (sum(months) or 1) / step) * step) for each in months[:-1]]
    return [*shares, amount - sum(shares)]


def _months_of_first(cost: Cost, place: int, starts: Quarters | None) -> int:
    """Return for how many whole months of its first quarter a line runs: all, unless people start later in it."""
    day = known(cost.in_post) if cost.in_post else None
    if day is None or starts is None or quarter_of(day, starts) != place:
        return QUARTER_MONTHS
    return min(QUARTER_MONTHS, int(((quarter_end(starts, place) - day).days + 1) / _MONTH + 0.5))


def _scored(option: Option, criteria: Mapping[str, float], recommended: str | None) -> OptionFinding:
    scores = known(option.scores) or {}
    score = weighted([scores.get(criterion) for criterion in criteria], list(criteria.values()))
    chosen = recommended is not None and known(option.id) == recommended
    return OptionFinding(option=option, score=score, recommended=chosen, rank=None)


def _ranked(options: list[OptionFinding]) -> tuple[OptionFinding, ...]:
    """Return the options in their own order, each with its rank; equal scores share one."""
    values = [each.score.value for each in options if each.score.value is not None]
    return tuple(
        replace(each, rank=1 + sum(value > each.score.value + 1e-9 for value in values))
        if each.score.value is not None
        else each
        for each in options
    )


def _moves(weights: Mapping[str, float]) -> list[dict[str, float]]:
    total = sum(weights.values())
    moved = []
    for name, weight in weights.items():
        rest = total - weight
        for step in (MOVE * total, -MOVE * total):
            new = min(total, max(0.0, weight + step))
            if rest > 0:
                scale = (total - new) / rest
                moved.append({other: new if other == name else weights[other] * scale for other in weights})
    return moved


def _stays_first(winner: int, weights: Mapping[str, float], options: Sequence[Mapping[str, int]]) -> bool:
    values = [weighted_score(weights, scores) or 0.0 for scores in options]
    return values[winner] >= max(values) - 1e-9


def _total(costs: Sequence[Cost], timing: CostTiming | None = None) -> float | None:
    """Return the sum of the lines, or None where there are none or one is not known."""
    if not costs or any(known(each.amount) is None for each in costs):
        return None
    if timing is not None and any(known(each.timing) is None for each in costs):
        return None
    return sum(known(each.amount) or 0.0 for each in costs if timing is None or each.timing is timing)
