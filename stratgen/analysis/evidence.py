"""The evidence register: every figure that was given, where it comes from, and how far it can be trusted."""

from __future__ import annotations

from datetime import date

from stratgen.analysis.calendar import months_later
from stratgen.analysis.findings import Evidence, EvidenceLine
from stratgen.analysis.keypaths import Question, place
from stratgen.engagement import Engagement, Figure, Grade, known

MONTHS_UNTIL_DATED = 36


def evidence(engagement: Engagement, asked: tuple[Question, ...]) -> Evidence:
    """Return all figures in the order of the answers, and the share graded A or B, 0 to 100 (domain 5.14).

    A figure without a grade counts as not graded A or B; without any figure the index is None.
    """
    day = known(engagement.engagement.pack.date)
    lines = tuple(
        EvidenceLine(place(engagement, each.path), each.answer, is_dated(each.answer, day))
        for each in asked
        if isinstance(each.answer, Figure)
    )
    good = sum(1 for line in lines if line.figure.grade in (Grade.A, Grade.B))
    return Evidence(lines, 100 * good / len(lines) if lines else None)


def is_dated(figure: Figure, day: date | None) -> bool:
    """Return whether a figure's period ended more than 36 months before the pack's day (domain 2.3)."""
    if figure.period is None or day is None:
        return False
    return months_later(figure.period.end, MONTHS_UNTIL_DATED) < day
