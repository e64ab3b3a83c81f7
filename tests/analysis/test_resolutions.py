"""Resolutions of the board: what their day means, and the days and amounts that their words name."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from stratgen.analysis import analyze
from stratgen.analysis.findings import Findings
from stratgen.analysis.findings.judgement import ResolutionFinding
from stratgen.analysis.resolutions import days_in
from tests.builders import an_engagement


def findings(**changes: Any) -> Findings:
    return analyze(an_engagement(**changes))


def the_first(**changes: Any) -> ResolutionFinding:
    return findings(
        **{f"board__resolutions__0__{name}": value for name, value in changes.items()}
    ).resolutions[0]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("Approve the recommended option and its budget", "effect"),
        ("Delegate the release of each quarter's budget to the Finance Director", "effect"),
        ("Endorse the principles of the credo for all our channels", "effect"),
        ("Note that the board sees four measures every quarter", "report"),
    ],
)
def test_a_resolution_takes_effect_unless_it_is_only_noted(text: str, tie: str) -> None:
    """A note is followed by a report; money, leave and principles take effect from a day."""
    assert the_first(text=text).tie == tie


def test_a_policy_is_adopted_by_its_day() -> None:
    """A resolution for the policy names the day by which it is adopted, not the day from which it holds."""
    paper = {
        "text": "Endorse the employee engagement policy",
        "executive": "People Director",
        "by": "2027-01-20",
    }
    found = findings(board__resolutions__0=paper).resolutions[0]
    assert (found.tie, found.happens) == ("adopt", ": the policy may be adopted")


def test_a_policy_that_is_approved_only_takes_effect() -> None:
    """What the approver has approved is not adopted once more by the board's day."""
    paper = {
        "text": "Endorse the employee engagement policy",
        "executive": "People Director",
        "by": "2027-01-20",
    }
    found = findings(board__resolutions__0=paper, policy__approved_on="2026-11-10").resolutions[0]
    assert (found.tie, found.happens) == ("effect", " takes effect")


def test_days_are_read_in_both_orders_and_what_is_no_day_is_passed_over() -> None:
    """A text names days as people write them on either side of the ocean."""
    text = "From 28 May 2027, or May 3, 2027, but never 31 June 2027; in 2027 at the latest"
    assert list(days_in(text)) == [date(2027, 5, 28), date(2027, 5, 3)]


def test_what_the_words_name_is_not_printed_again() -> None:
    """Amount and day are told once; another day that the words name is kept for the calendar."""
    found = the_first(
        text="Approve the desk at £180,000 from 4 January 2027, and decide again on 15 June 2027"
    )
    assert (found.tells_amount, found.tells_day, found.named) == (True, True, (date(2027, 6, 15),))
    assert not the_first(text="Approve the desk at £180 000 000 for the years to come").tells_amount


def test_the_board_case_says_whether_it_asks_for_more_than_is_short() -> None:
    """Posts beyond the need are counted; where the posts are not told, only people who suffice are a question."""
    assert findings(board__costs__0__posts=3).capacity.beyond == pytest.approx(3)
    assert findings(board__costs__0__posts=3).capacity.asks_more_than_short
    short = findings(team__full_time_equivalents=1, board__costs__0__posts=0.5).capacity
    assert (short.beyond, short.asks_more_than_short) == (0, False)
