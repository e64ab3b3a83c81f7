"""The place on the Social Maturity Index (domain 5.2): two axes, a segment, the next move.

Scoring and thresholds are stratgen's own; the index and its segments are Conversocial's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from stratgen.analysis.findings import Placement, Score
from stratgen.analysis.scoring import asked, leaves, mean
from stratgen.analysis.wording import half_up
from stratgen.engagement import Engagement, Unknown, known
from stratgen.engagement.maturity import Resistance, Segment

THRESHOLD = 50.0
BORDER = (45.0, 55.0)
UNBALANCED = 30.0
DISAGREE = 3

Axis = Literal["investment", "innovation"]
Move = Literal["investment", "innovation", "hold"]


def place(engagement: Engagement) -> Placement:
    """Return where the client stands on the index, 0 to 100 on each axis, and what to move next."""
    maturity = engagement.maturity
    investment = axis(_levels(maturity.investment))
    innovation = axis(_levels(maturity.innovation))
    segment = segment_of(investment.value, innovation.value)
    traits = sum(leaf is True for leaf in leaves(maturity.diagnostics))
    balance = _balance(investment, innovation)
    move, why = _next_move(segment, investment, innovation, maturity.resistance)
    return Placement(
        investment=investment,
        innovation=innovation,
        segment=segment,
        borderline=any(is_borderline(score.value) for score in (investment, innovation)),
        balance=balance,
        unbalanced=balance is not None and balance >= UNBALANCED,
        observer_traits=traits,
        disagree=traits >= DISAGREE and segment not in (None, Segment.OBSERVER),
        next_move=move,
        next_move_why=why,
        target=engagement.vision.target_segment,
    )


def axis(levels: Sequence[int | Unknown | None]) -> Score:
    """Return one axis, 0 to 100, of five levels of 0 to 4; five times their sum where all are known."""
    return mean(asked(levels), scale=25)


def segment_of(investment: float | None, innovation: float | None) -> Segment | None:
    """Return the segment of two axes with the threshold at 50, or None where one is not scored."""
    if investment is None or innovation is None:
        return None
    if investment >= THRESHOLD:
        return Segment.LEADER if innovation >= THRESHOLD else Segment.CONSERVATIVE
    return Segment.CONTENDER if innovation >= THRESHOLD else Segment.OBSERVER


def is_borderline(value: float | None) -> bool:
    """Return whether an axis lies from 45 up to, but not at, 55."""
    return value is not None and BORDER[0] <= value < BORDER[1]


def _levels(record: object) -> list[int | Unknown]:
    return [leaf for leaf in leaves(record) if isinstance(leaf, (int, Unknown))]


def _balance(investment: Score, innovation: Score) -> float | None:
    if investment.value is None or innovation.value is None:
        return None
    return abs(investment.value - innovation.value)


def _next_move(
    segment: Segment | None, investment: Score, innovation: Score, resistance: Resistance
) -> tuple[Move | None, str]:
    match segment:
        case None:
            return None, "Not scored: too few of the statements are answered"
        case Segment.CONSERVATIVE:
            return "innovation", "Investment stands at 50 or more, innovation does not"
        case Segment.CONTENDER:
            return "investment", "Innovation stands at 50 or more, investment does not"
        case Segment.LEADER:
            return "hold", "Both axes stand at 50 or more: hold both, and look again in a year"
        case _:
            return _observer_move(investment.value or 0.0, innovation.value or 0.0, resistance)


def _observer_move(investment: float, innovation: float, resistance: Resistance) -> tuple[Move, str]:
    """Return the axis that meets less resistance; on a tie the higher one, on a further tie investment."""
    against = {"investment": known(resistance.investment), "innovation": known(resistance.innovation)}
    if (money := against["investment"]) is not None and (ideas := against["innovation"]) is not None:
        if money != ideas:
            move: Axis = "investment" if money < ideas else "innovation"
            low, high = sorted((money, ideas))
            return move, f"{move.capitalize()} meets less resistance: {low} of 5, against {high} of 5"
        reason = f"Both meet the same resistance ({money} of 5)"
    else:
        reason = "How much resistance each would meet is not known"
    higher: Axis = "innovation" if innovation > investment else "investment"
    if investment == innovation:
        return higher, f"{reason}, and both stand at {half_up(investment, 0):.0f}"
    values = sorted((investment, innovation), reverse=True)
    first, second = (f"{half_up(value, 0):.0f}" for value in values)
    return higher, f"{reason}, and {higher} stands higher: {first} against {second}"
