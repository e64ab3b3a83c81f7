"""What the roadmap and the terms of engagement say: rulings of the trade, holes said once, nothing that does not apply."""

from __future__ import annotations

from typing import Any

import pytest

from stratgen.document import block_lines
from stratgen.pack import PARTS
from tests.builders import UNKNOWN, an_engagement, answers
from tests.pack.test_documents import documents_of

ROADMAP, TERMS = PARTS[2], PARTS[3]


def said(name: str, **changes: Any) -> str:
    """Return the words of one document, with plain spaces."""
    document = documents_of(an_engagement(**changes))[name]
    lines = [line for block in document.blocks for line in block_lines(block)]
    return "\n".join(lines).replace("\N{NO-BREAK SPACE}", " ")


def test_a_drafted_roadmap_says_that_nobody_has_accepted_it() -> None:
    """Where the answers name no work, the first page says so, and who owns it is one open point, not one a row."""
    hole = {"unknown": "not planned yet", "owner": "Head of Planning", "due": "2027-01-15"}
    words = said(ROADMAP, initiatives=hole)
    assert words.count("Drafted, not agreed") == 1
    assert words.count("Head of Planning") == 1
    assert "Drafted, not agreed" not in said(ROADMAP)


def test_each_quarter_has_one_focus_and_its_test() -> None:
    """One focus metric a quarter with its guardrail, and what is decided at the end (ruling X5)."""
    words = said(ROADMAP)
    assert words.count("Focus, guardrail") == 4
    assert words.count("At its end") == 4
    assert "go on at 3 h 34 min or less, if the guardrail holds" in words


def test_only_a_measure_of_flow_steers_the_day() -> None:
    """An operating target prints for first response time, never for satisfaction (ruling X6)."""
    target = {"beat": "daily", "sentence": "No message older than an hour at the end of a shift", "value": 60}
    flow = said(ROADMAP, objectives__0__operating_target=target)
    assert flow.count("No message older than an hour") == 1
    place = next(n for n, each in enumerate(answers()["objectives"]) if each["kpi"] == "FCR")
    assert "No message older" not in said(ROADMAP, **{f"objectives__{place}__operating_target": target})


def test_listening_counts_only_where_something_changes() -> None:
    """An insight needs an owner and a change (ruling X14)."""
    assert "What we hear counts only when it changes something" in said(ROADMAP)


def test_no_department_owns_the_programme_alone() -> None:
    """One executive is accountable; budget and keys are named apart (ruling X13)."""
    assert "No department owns the programme alone" in said(ROADMAP)


def test_silence_is_never_the_default() -> None:
    """The terms answer by default and list the exceptions with a log (ruling X2)."""
    words = said(TERMS)
    assert "We answer, or at least acknowledge. Silence is a decision: the log holds" in words
    assert "In these cases only" in words


@pytest.mark.parametrize("name", [ROADMAP, TERMS])
def test_without_a_service_channel_nothing_promises_one(name: str) -> None:
    """Where service is not part of the intent, care tools and first contact resolution are not spoken of."""
    words = said(name, purpose__service_channel="no")
    assert "care tool must have" not in words
    assert "What first contact resolution means" not in words
    assert "How identity is checked" not in words


def test_an_unknown_promise_is_one_line() -> None:
    """Four unknown times make one open point in place of a table of four."""
    times = dict.fromkeys(("urgent", "complaint", "question", "praise"), UNKNOWN)
    words = said(TERMS, terms__promise=times)
    assert "How fast a first reply comes: [To be confirmed" in words
    assert "First reply by priority" not in words


def test_an_experience_that_gives_something_is_disclosed() -> None:
    """What people get for taking part is said in the post, and never rewards a review (TAC-03)."""
    persona = answers()["personas"][0]["name"]
    idea = {"idea": "A reading night in every shop", "persona": persona, "channel": "facebook", "cost": 0}
    words = said(TERMS, stories={"experiences": [idea | {"incentive": True}]})
    assert "The post says that it gives something of value, and it is never for a review" in words
    assert "never for a review" not in said(TERMS, stories={"experiences": [idea | {"incentive": False}]})


def test_the_length_of_a_reply_is_said_where_it_is_known() -> None:
    """A limit that was read at its source stands in the terms, for the channels that are worked."""
    x = answers()["channels"][0] | {"channel": "x"}
    assert "On X a reply holds 280 characters" in said(TERMS, channels=[x, *answers()["channels"][1:]])


def test_what_marketing_and_care_have_not_agreed_is_said() -> None:
    """The joint measure and who decides stand in the roadmap; all six stand in words in the terms."""
    words = said(ROADMAP, alignment__meeting__agreed=False, alignment__joint_kpi__detail=UNKNOWN)
    assert "Not agreed yet: meeting." in words
    assert "Joint measure: [To be confirmed" in words


def test_the_hours_of_the_channels_are_tied_to_the_posts() -> None:
    """Hours of work and posts are two counts; one sentence says how one becomes the other (domain 5.5, 5.7)."""
    words = said(ROADMAP)
    assert "In hours on shift a week" in words
    assert "not the time between messages" in words


def test_the_ratings_are_told_once_and_so_is_what_a_stretch_is_tested_by() -> None:
    """A stretch is tested by other shares than it is rated by, and the text says so (domain 5.15)."""
    words = said(ROADMAP)
    assert words.count("What the ratings mean") == 1
    assert "may be Red and not yet a reason to stop" in words
