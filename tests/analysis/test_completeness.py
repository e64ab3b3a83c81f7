"""Completeness: answered core questions that a document uses, of all such (domain 5.19)."""

from __future__ import annotations

from typing import Any

from stratgen.analysis import analyze
from stratgen.analysis.findings import Completeness
from tests.builders import LEFT_OUT, UNKNOWN, an_engagement


def of(document: str, **changes: Any) -> Completeness:
    """Return the completeness of one document."""
    return next(each for each in analyze(an_engagement(**changes)).completeness if each.document == document)


def test_a_whole_set_of_answers_is_complete_for_every_document() -> None:
    """With every core question answered each document stands at 100."""
    completeness = analyze(an_engagement()).completeness
    assert [each.document for each in completeness] == [
        "Board brief",
        "Employee engagement policy",
        "Quarterly vision roadmap",
        "Terms of engagement",
        "Strategy pack",
    ]
    assert {each.percent for each in completeness} == {100}


def test_a_hole_counts_in_the_documents_that_use_it_and_in_no_other() -> None:
    """A hole in the policy leaves the roadmap complete, and the pack not."""
    whole = of("Employee engagement policy")
    holed = of("Employee engagement policy", policy__accounts__leavers_removed_hours=UNKNOWN)
    assert (holed.answered, holed.asked) == (whole.answered - 1, whole.asked)
    assert of("Quarterly vision roadmap", policy__accounts__leavers_removed_hours=UNKNOWN).percent == 100
    assert of("Strategy pack", policy__accounts__leavers_removed_hours=UNKNOWN).percent < 100


def test_a_question_that_applies_but_was_passed_over_counts_as_not_answered() -> None:
    """Leaving an answer out is no way to completeness."""
    whole, short = of("Board brief"), of("Board brief", channels__0__inbound=LEFT_OUT)
    assert (short.answered, short.asked) == (whole.answered - 1, whole.asked)


def test_a_question_of_the_full_interview_does_not_count() -> None:
    """Only core questions are counted."""
    assert of("Board brief", board__benefits=LEFT_OUT) == of("Board brief")
