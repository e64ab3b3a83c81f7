"""What a pack that reviews the year says: what was spent, what nobody measured, and what is over by its day."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import nodes

from stratgen.drafting.environment import Environment
from stratgen.drafting.sources import Sources
from stratgen.pack import PARTS
from stratgen.places import bundled
from tests.analysis.rule_examples_full import progress
from tests.pack.test_roadmap_words import said
from tests.specimen import EVIDENCE

BRIEF, _, ROADMAP, TERMS = PARTS[:4]
HALF = "2027-07-02"
SPEEDS = [{"kpi": "FRT", "quarter": "Q1", "value": 262}, {"kpi": "FRT", "quarter": "Q2", "value": 190}]

_RECKONING = (
    nodes.Add,
    nodes.Sub,
    nodes.Mul,
    nodes.Div,
    nodes.FloorDiv,
    nodes.Mod,
    nodes.Pow,
    nodes.Neg,
    nodes.Pos,
)
_WHOLE = {
    "partials/roadmap-quarters.md.j2": "place",  # of a quarter, set from the loop's index
    "partials/roadmap-definitions.md.j2": "value",  # a point of a scale from 1 to 5
}
"""Names that stand for a whole number in one template."""


def reviewed(name: str, day: str = HALF, **changes: Any) -> str:
    """Return the words of one document that reviews the specimen, `changes` being those of the review."""
    given = changes.pop("given", {})
    return said(name, progress=progress(as_of=day, **changes), **given)


def _counts(node: nodes.Node, template: str) -> bool:
    match node:
        case nodes.Const(value=int()):
            return True
        case nodes.Getattr(node=nodes.Name(name="loop")) | nodes.Filter(name="length"):
            return True
        case nodes.Name(name=name):
            return _WHOLE.get(template) == name
    return False


def test_no_template_reckons() -> None:
    """Templates count and join lists; a figure comes from the analysis, or else an edition fails to print."""
    environment = Environment(Sources(bundled("templates")))
    wrong = []
    for name in environment.sources.names():
        source = environment.sources.read(name)
        assert source is not None
        for node in environment.parse(source[0]).find_all(_RECKONING):
            sides = tuple(node.iter_child_nodes())
            joins = isinstance(node, nodes.Add) and any(isinstance(side, nodes.List) for side in sides)
            if not joins and not all(_counts(side, name) for side in sides):
                wrong.append(f"{name}:{node.lineno}")
    assert wrong == []


@pytest.mark.parametrize(
    ("spent", "words"),
    [(20_000, "less than the budget of Q1"), (90_000, "more than the budget of Q1"),
     (9_000_000, "the budget of the year is exceeded by")],
)  # fmt: skip
def test_a_review_prints_whatever_was_spent(spent: int, words: str) -> None:
    """Less than the budget of the quarters that are over, more than it, or more than the whole year's."""
    text = reviewed(BRIEF, "2027-04-02", spent=spent)
    assert words in text
    assert ("is left" in text) is (spent < 1_000_000)


def test_a_measure_without_a_value_in_the_quarter_is_not_rated() -> None:
    """The value of an earlier quarter is shown as that, and is neither Green nor Red by a later quarter's line."""
    values = [*SPEEDS, {"kpi": "CSAT", "quarter": "Q1", "value": 74}]
    board = reviewed(BRIEF, actuals=values)
    assert "74% in Q1" in board
    assert "not rated." in board
    roadmap = reviewed(ROADMAP, actuals=[*values, {"kpi": "FCR", "quarter": "Q1", "value": 61}])
    assert "61% in Q1" in roadmap
    assert "not rated" in roadmap
    assert "Guardrails not measured in Q2: customer satisfaction" in roadmap
    whole = reviewed(ROADMAP, actuals=[*values, {"kpi": "CSAT", "quarter": "Q2", "value": 77}])
    assert "Guardrails that hold: customer satisfaction" in whole


def test_a_quarter_does_not_go_on_where_its_guardrail_was_not_measured() -> None:
    """Its test asks for both, so that one alone gives no result."""
    assert "enough to go on, yet customer satisfaction was not measured at the end of Q2" in reviewed(
        ROADMAP, actuals=SPEEDS
    )
    both = [*SPEEDS, {"kpi": "CSAT", "quarter": "Q2", "value": 77}]
    assert "Go on. The focus stood at" in reviewed(ROADMAP, actuals=both)


def test_a_review_shows_the_values_of_the_start_as_such() -> None:
    """Nothing that was true at the start prints as of today, or as of now."""
    plan, review = said(ROADMAP), reviewed(ROADMAP)
    for words in ("In use today", "Trained now"):
        assert words in plan
        assert words not in review
    assert "In use at the start" in review
    assert "with no share trained given since" in review
    lost = {"evidence": EVIDENCE, "contacts_per_customer": 1.6, "leave_rate": 3, "sponsor_consents": True}
    margin = {"value": 200, "period": "2026-01 to 2026-06", "source": "Accounts", "grade": "B"}
    given = {"board__silence": lost, "engagement__margin_per_customer": margin}
    assert "By the replies of the start." in reviewed(BRIEF, given=given)
    assert "By the replies of the start." not in said(BRIEF, **given)


def test_a_promise_that_holds_by_the_day_of_the_paper_is_not_to_come() -> None:
    """Hours that hold already print alone, in a paper that reviews the year; before their day, both do."""
    given = {
        "engagement__pack__date": HALF,
        "terms__hours": {"mon-fri": "06:00-20:00"},
        "terms__hours_from": "2027-05-03",
        "terms__house_rules": ["We answer from 06:00 to 20:00", "Be kind to others", "Criticism stays"],
    }
    terms = reviewed(TERMS, given=given)
    assert "06:00 to 20:00" in terms
    assert "08:00 to 18:00" not in terms
    assert "The promised hours hold since 3 May 2027" in reviewed(ROADMAP, given=given)
    assert "Until 2 May 2027" in reviewed(TERMS, given=given | {"engagement__pack__date": "2027-04-02"})
    assert "Until 2 May 2027" in said(TERMS, **given)


def test_terms_whose_work_is_done_are_in_force() -> None:
    """A review that reports the work of the terms as done says since when they hold; this edition is still a draft."""
    given = {"initiatives__0__id": "I-08", "initiatives__1__depends_on": [], "terms__effective": "2027-03-01"}
    done = [{"initiative": "I-08", "status": "done"}]
    assert "in force since 1 March 2027" in reviewed(TERMS, deliveries=done, given=given)
    assert "planned to hold from 1 March 2027" in reviewed(
        TERMS, deliveries=[{"initiative": "I-08", "status": "late"}], given=given
    )


def test_work_that_is_late_stays_on_the_page_of_the_current_quarter() -> None:
    """The quarter in which the review was held names what is open from the quarters before it."""
    late = [{"initiative": "I-02", "status": "done"}, {"initiative": "I-12", "status": "late"}]
    words = "Still open from before, and not in these points: I-12 (late)."
    assert reviewed(ROADMAP, deliveries=late).count(words) == 1
    assert words not in reviewed(ROADMAP, "2027-06-20", deliveries=late)


def test_those_who_move_to_other_work_are_named() -> None:
    """The people once hired are those of the start and the new posts, less those who then do something else."""
    given = {"team__on_other_work": 1, "board__costs__0__kind": "people", "board__costs__0__posts": 3}
    assert "1 of those at the start does other work" in reviewed(ROADMAP, given=given)
    assert "without the 1 who then does other work" in reviewed(BRIEF, given=given)


def test_the_late_replies_are_rated_by_their_own_line() -> None:
    """The 90th percentile has a target for each quarter, and so a rating beside the median's."""
    given = {"baseline__measures__1__social_90th": 900, "objectives__0__target_90th": 100}
    for value, rating in ((480, "Green"), (890, "Red")):
        values = [SPEEDS[0], SPEEDS[1] | {"value_90th": value}]
        row = next(
            line
            for line in reviewed(ROADMAP, actuals=values, given=given).split("\n")
            if "Nine in ten" in line
        )
        assert rating in row


def test_the_loop_of_insight_has_its_own_measure() -> None:
    """Its objective may be about another measure, which says nothing of what customers told us."""
    given = {
        "initiatives__3__id": "I-17",
        "initiatives__3__key_result": "Four in ten points lead to a change",
    }
    assert "Its measure: four in ten points lead to a change." in said(
        ROADMAP, **given, initiatives__3__objective="answer-fast"
    )


def test_a_channel_is_named_inside_a_sentence_as_people_say_it() -> None:
    """A label of the catalogue that is ordinary words begins small; a name keeps its capital."""
    terms = said(TERMS, channels__0__channel="forum")
    assert "our community forum" in terms
    assert "Owned community forum" not in terms
