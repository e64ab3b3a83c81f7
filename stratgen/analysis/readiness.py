"""How ready the board is to decide with understanding (domain 5.4)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from stratgen.analysis.findings import BoardReadiness, Score
from stratgen.analysis.scoring import asked, mean
from stratgen.engagement import Engagement, Unknown


def rate(engagement: Engagement) -> BoardReadiness:
    """Return the readiness of the board, 0 to 100, over the questions that were asked."""
    board = engagement.maturity.board
    answers = (board.last_discussed, board.view, board.information, board.loyalty_or_threat, board.appetite)
    score = readiness(answers)
    return BoardReadiness(score, level_of(score.value))


def readiness(levels: Sequence[int | Unknown | None]) -> Score:
    """Return 25 times the mean of levels of 0 to 4; None is a question that was not asked."""
    return mean(asked(levels), scale=25)


def level_of(value: float | None) -> Literal["low", "medium", "high"] | None:
    """Return low under 40, medium up to 70, high over 70, or None where it is not scored."""
    if value is None:
        return None
    return "low" if value < 40 else "medium" if value <= 70 else "high"
