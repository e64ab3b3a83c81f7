"""The whole analysis: never fails on holes, the status line, the calendar and the evidence register."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from stratgen.analysis import analyze
from stratgen.analysis.calendar import months_later, quarter_of, quarter_starts
from tests.builders import LEFT_OUT, UNKNOWN, an_engagement, paths, with_holes

Plain = dict[str, Any]

PATHS = paths()


def test_answers_of_nothing_but_holes_are_analyzed() -> None:
    """With every answer unknown the analysis is empty, not broken."""
    findings = analyze(with_holes(PATHS))
    assert findings.status_line.startswith("Draft: ")
    assert findings.evidence.index is None
    assert findings.quarter_labels == ("Q1", "Q2", "Q3", "Q4")
    assert findings.quarter_starts is None
    assert findings.year_end is None
    assert findings.errors == ()


@pytest.mark.parametrize("turn", range(11))
def test_any_answers_may_be_unknown(turn: int) -> None:
    """Whichever answers are unknown, the rest is analyzed, and each hole is an open point."""
    holes = [
        path for path in PATHS[turn::11] if not any(path.startswith(f"{each}__") for each in PATHS[turn::11])
    ]
    findings = analyze(with_holes(holes))
    assert len(findings.open_points) == len(holes)


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({}, "For approval"),
        ({"engagement__pack__status": "draft"}, "Draft"),
        ({"engagement__pack__status": "approved"}, "Approved"),
        ({"engagement__pack__status": "approved", "sign_off": []}, "Draft"),
        ({"policy__owner": UNKNOWN}, "Draft: 1 open point"),
        ({"policy__owner": UNKNOWN, "policy__approver": UNKNOWN}, "Draft: 2 open points"),
        ({"engagement__pack__status": UNKNOWN}, "Draft: 1 open point"),
        ({"policy__accounts__multi_factor": False}, "Draft"),
        ({"policy__review_months": 18}, "For approval"),
    ],
)
def test_the_status_line_says_how_far_the_pack_has_come(changes: Plain, line: str) -> None:
    """Draft shows while points are open or errors stand; Approved only where it has been earned."""
    assert analyze(an_engagement(**changes)).status_line == line


@pytest.mark.parametrize(
    "changes",
    [
        {"sign_off__0__outcome": "not_yet"},
        {"sign_off__0__date": LEFT_OUT},
        {"policy__legal_reviews": []},
        {"policy__legal_reviews__0__date": UNKNOWN},
        {"engagement__countries": ["GB", "IE"]},
        {"channels__0__inbound": LEFT_OUT},
        {"policy__accounts__multi_factor": False},
    ],
)
def test_approval_needs_every_sign_off_review_and_answer(changes: Plain) -> None:
    """One missing sign-off, legal review or answer, or one error, stops approval."""
    assert not analyze(an_engagement(**changes)).approvable


def test_a_review_for_the_united_states_covers_its_states() -> None:
    """Counsel for a federal country has looked at its states."""
    changes = {"engagement__countries": ["US-NY"], "policy__legal_reviews__0__country": "US"}
    assert analyze(an_engagement(**changes)).approvable


def test_the_year_has_four_quarters_of_three_months() -> None:
    """Quarters start three months apart, and the year ends the day before its first day comes again."""
    findings = analyze(an_engagement(engagement__first_quarter_starts="2026-11-01"))
    assert findings.quarter_starts == (
        date(2026, 11, 1),
        date(2027, 2, 1),
        date(2027, 5, 1),
        date(2027, 8, 1),
    )
    assert findings.year_end == date(2027, 10, 31)
    assert findings.quarter_labels[0] == "Q1 (November 2026 to January 2027)"
    assert findings.quarter_labels[1] == "Q2 (February to April 2027)"


def test_days_fall_into_their_quarter() -> None:
    """The first and last day of a quarter belong to it; outside the year there is none."""
    starts = quarter_starts(date(2027, 1, 1))
    assert starts
    days = (date(2026, 12, 31), date(2027, 1, 1), date(2027, 3, 31), date(2027, 12, 31), date(2028, 1, 1))
    assert [quarter_of(day, starts) for day in days] == [None, 0, 0, 3, None]


def test_months_are_counted_to_the_end_of_shorter_ones() -> None:
    """A month after the last of January is the last of February."""
    assert months_later(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert months_later(date(2027, 1, 15), -3) == date(2026, 10, 15)


def test_the_evidence_register_holds_every_figure_and_the_share_that_is_measured() -> None:
    """The index is the share of figures graded A or B, and each figure says where it stands."""
    evidence = analyze(an_engagement()).evidence
    assert evidence.index == 100
    graded = analyze(an_engagement(service__evidence__grade="C")).evidence
    share = sum(line.figure.grade is not None and line.figure.grade.value in "AB" for line in graded.lines)
    assert graded.index == 100 * share / len(graded.lines) < 100
    assert evidence.lines[0].place == "Channels 1 (facebook), inbound"


def test_a_figure_older_than_three_years_is_dated() -> None:
    """Age counts from the end of the period to the pack's date."""
    old = {
        "value": 900,
        "unit": "a month",
        "period": "2023-09 to 2023-10",
        "source": "Old export",
        "grade": "B",
    }
    lines = analyze(an_engagement(channels__0__inbound=old)).evidence.lines
    assert [line.dated for line in lines] == [True] + [False] * (len(lines) - 1)
