"""The hoops that a customer jumps through (domain 5.6): 0 is none, 100 is many."""

from __future__ import annotations

from typing import Literal

from stratgen.analysis.findings import Hoops, Score
from stratgen.analysis.scoring import figure, mean, s5
from stratgen.engagement import Engagement

MOST_HANDOVERS = 3
MINUTES_A_DAY = 1440


def measure(engagement: Engagement) -> Hoops:
    """Return the effort index of today's service; not scored where none of it was asked."""
    service = engagement.service
    answers = (service.rechannelled, service.handovers, service.wait_minutes, service.effort)
    if all(answer is None for answer in answers):
        return Hoops(Score(None, 0, 0), None)
    score = index(*(figure(answer) for answer in answers))
    return Hoops(score, level_of(score.value))


def index(
    rechannelled: float | None, handovers: float | None, wait_minutes: float | None, effort: float | None
) -> Score:
    """Return the mean of four parts of 0 to 100: percent sent on, handovers, minutes waited, effort 1 to 5."""
    return mean(parts_of(rechannelled, handovers, wait_minutes, effort))


def parts_of(
    rechannelled: float | None, handovers: float | None, wait_minutes: float | None, effort: float | None
) -> tuple[float | None, ...]:
    """Return the four parts, 0 to 100 each: three handovers and a day of waiting are full."""
    return (
        rechannelled,
        None if handovers is None else min(100.0, handovers / MOST_HANDOVERS * 100),
        None if wait_minutes is None else min(100.0, wait_minutes / MINUTES_A_DAY * 100),
        None if effort is None else s5(effort),
    )


def level_of(value: float | None) -> Literal["low", "medium", "high"] | None:
    """Return low under 25, medium up to 50, high over 50, or None where it is not scored."""
    if value is None:
        return None
    return "low" if value < 25 else "medium" if value <= 50 else "high"
