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
    roadmap = reviewed(ROADMAP, actuals=values)
    assert "74% in Q1" in roadmap
    assert "not rated" in roadmap
    assert "Guardrails nobody has measured in Q2: customer satisfaction" in roadmap
    whole = reviewed(ROADMAP, actuals=[*values, {"kpi": "CSAT", "quarter": "Q2", "value": 77}])
    assert "in Q1 " not in whole
    assert "Guardrails that hold: customer satisfaction" in whole


def test_a_quarter_does_not_go_on_where_its_guardrail_was_not_measured() -> None:
    """Its test asks for both, so that one alone gives no result."""
    assert "enough to go on, yet customer satisfaction was not measured at the end of Q2" in reviewed(
        ROADMAP, actuals=SPEEDS
    )
    both = [*SPEEDS, {"kpi": "CSAT", "quarter": "Q2", "value": 77}]
    assert "Go on. The focus stood at" in reviewed(ROADMAP, actuals=both)
