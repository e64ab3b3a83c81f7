"""The evidence register: every figure that was given, where it comes from, and how far it can be trusted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from stratgen.analysis import benefits
from stratgen.analysis.calendar import months_later
from stratgen.analysis.findings import Evidence, EvidenceLine
from stratgen.analysis.keypaths import Question, place
from stratgen.engagement import Engagement, Figure, Grade, known

MONTHS_UNTIL_DATED = 36
BASE = "base"
"""The field of a benefit that stands for it in the register."""


def evidence(engagement: Engagement, asked: tuple[Question, ...]) -> Evidence:
    """Return all figures in the order of the answers, and the share graded A or B, 0 to 100 (domain 5.14).

    The benefits in money come last, each with its base case. A figure without a grade counts as not graded A or B;
    without any figure the index is None.
    """
    day = known(engagement.engagement.pack.date)
    given = (
        EvidenceLine(place(engagement, each.path), each.answer, is_dated(each.answer, day))
        for each in asked
        if isinstance(each.answer, Figure)
    )
    lines = (*given, *_benefits(engagement))
    good = sum(1 for line in lines if line.figure.grade in (Grade.A, Grade.B))
    return Evidence(lines, 100 * good / len(lines) if lines else None)


def _benefits(engagement: Engagement) -> Iterator[EvidenceLine]:
    """Return the base case of each benefit as a figure: the money rests on it, so it counts as evidence."""
    for number, found in enumerate(benefits.lines(engagement)):
        if found.base is not None:
            given = found.benefit
            figure = Figure(value=found.base, source=known(given.source) or "", grade=known(given.grade))
            yield EvidenceLine(place(engagement, ("board", "benefits", number, BASE)), figure, False)


def is_dated(figure: Figure, day: date | None) -> bool:
    """Return whether a figure's period ended more than 36 months before the pack's day (domain 2.3)."""
    if figure.period is None or day is None:
        return False
    return months_later(figure.period.end, MONTHS_UNTIL_DATED) < day
