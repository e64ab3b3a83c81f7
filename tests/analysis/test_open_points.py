"""Open points: the holes in the answers, in order, with who will fill them and where they would print."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from stratgen.analysis import analyze, uses
from stratgen.analysis.keypaths import questions
from stratgen.engagement.answer import REASON_NOT_ANSWERED
from tests.builders import LEFT_OUT, UNKNOWN, an_engagement

HOLE = {"unknown": "The survey is not back yet", "owner": "Head of Insight", "due": "2026-12-01"}


def test_a_hole_says_who_will_fill_it_and_where_it_prints() -> None:
    """An open point carries the place, the question, the reason, the owner, the day and the documents."""
    (point,) = analyze(an_engagement(channels__0__response_rate=HOLE)).open_points
    assert (point.number, point.path) == (1, "channels[0].response_rate")
    assert point.place == "Channels 1 (facebook)"
    assert point.question == "Which share of these gets a reply?"
    assert (point.reason, point.owner) == ("The survey is not back yet", "Head of Insight")
    assert point.due == date(2026, 12, 1)
    assert point.documents == ("Board brief", "Quarterly vision roadmap")


def test_holes_are_numbered_in_the_order_of_the_file() -> None:
    """The first hole in the file is number 1, whatever the order in which answers are asked for."""
    engagement = an_engagement(
        rhythm__chair=UNKNOWN, purpose__reason=UNKNOWN, personas__1__need=UNKNOWN, policy__owner=UNKNOWN
    )
    points = analyze(engagement).open_points
    assert [each.path for each in points] == [
        "purpose.reason",
        "personas[1].need",
        "policy.owner",
        "rhythm.chair",
    ]
    assert [each.number for each in points] == [1, 2, 3, 4]


def test_a_whole_list_can_be_one_open_point() -> None:
    """A list that is unknown is one hole, not as many as it would have records."""
    (point,) = analyze(an_engagement(legacy_practices=UNKNOWN)).open_points
    assert point.place == "Legacy practices"
    assert point.reason == "not answered yet"
    assert point.owner == ""


def test_a_hole_that_only_the_pack_prints_names_the_pack() -> None:
    """Every open point is printed somewhere, at least in the bound pack."""
    assert uses.documents_using("XXX-99") == ("Strategy pack",)


def test_every_question_is_used_by_a_document() -> None:
    """No question of the register stands without a document that uses it."""
    refs = {each.ref for each in questions(an_engagement())}
    assert {ref for ref in refs if uses.documents_using(ref) == ("Strategy pack",)} == set()


def test_an_active_channel_is_asked_for_its_numbers() -> None:
    """A conditional question that applies and was passed over is a warning that names it."""
    findings = analyze(an_engagement(channels__0__inbound=LEFT_OUT, service__handovers=LEFT_OUT))
    assert [each.path for each in findings.warnings] == ["channels[0].inbound", "service.handovers"]
    assert "the channel is active" in findings.warnings[0].what
    assert not findings.approvable


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"channels__0__feasibility": LEFT_OUT}, "channels[0].feasibility"),
        ({"baseline__measures__2__social": LEFT_OUT}, "baseline.measures[2].social"),
        ({"governance__escalation__2__tell_board": True}, "governance.escalation[2].board_contact"),
        ({"policy__monitoring__retention_months": LEFT_OUT}, "policy.monitoring.retention_months"),
        ({"first_contact__top_reasons__0__solvable": False}, "first_contact.top_reasons[0].blocker"),
        ({"sign_off__0__date": LEFT_OUT}, "sign_off[0].date"),
    ],
)
def test_a_question_that_follows_from_an_answer_is_due(changes: dict[str, Any], path: str) -> None:
    """An answer that calls for another makes that question due."""
    assert path in [each.path for each in analyze(an_engagement(**changes)).warnings]


def test_a_channel_without_an_account_is_not_asked_for_its_numbers() -> None:
    """What does not apply is not asked for."""
    assert analyze(an_engagement()).warnings == ()


def test_a_channel_without_replies_is_not_asked_for_a_response_time() -> None:
    """A response time is wanted only where somebody replies."""
    changes = {"channels__0__response_rate": 0, "channels__0__first_response_minutes": LEFT_OUT,
               "baseline__measures__5__social": 9}  # fmt: skip
    warnings = analyze(an_engagement(**changes)).warnings
    assert [each.rule for each in warnings] == ["V97"], (
        "only that nobody answers, which is said to be so elsewhere"
    )


def test_no_path_of_a_hole_needs_more_than_names_and_positions() -> None:
    """Paths of open points can be turned back into the place in the file."""
    points = analyze(
        an_engagement(maturity__areas__people__level=UNKNOWN, board__criteria=UNKNOWN)
    ).open_points
    assert all(re.fullmatch(r"[a-z_]+((\[\d+\])?(\.[a-z_0-9]+)*)*", each.path) for each in points)


def test_the_board_sees_its_measures_first_then_money_then_law() -> None:
    """What the board watches is open before what the law asks, and a hole that nobody spoke of joins its subject."""
    hole = {"unknown": "Nobody has asked", "owner": "Head of Insight"}
    findings = analyze(an_engagement(
        policy__legal_reviews__0__reviewer=hole, policy__legal_reviews__0__date={"unknown": REASON_NOT_ANSWERED},
        policy__monitoring__notice_given=hole, baseline__measures__2__social=hole,
        board__implications={"customers": hole},
    ))  # fmt: skip
    labels = [each.label for each in findings.board_points]
    assert labels == [
        "Customer satisfaction",
        "What it means for customers",
        "Whether people are told of monitoring",
        "Legal review of the policy, United Kingdom: who reviews it, and the day of the review",
    ]
    assert len(findings.open_points) == len(labels) + 1
