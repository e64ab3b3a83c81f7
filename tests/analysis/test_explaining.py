"""Each score explained: the inputs are the answers, and what is said to change it does change it."""

from __future__ import annotations

from pathlib import Path

import pytest

from stratgen.analysis import analyze
from stratgen.analysis.explaining import Explanation, explain
from stratgen.analysis.explaining.levers import put
from stratgen.analysis.keypaths import path_parts
from stratgen.answers import load
from stratgen.catalogue import formulas
from stratgen.engagement import Engagement, Unknown
from tests.builders import an_engagement

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "answers").glob("*.yaml"))


def explained(engagement: Engagement) -> dict[str, Explanation]:
    return {each.key: each for each in explain(engagement, analyze(engagement))}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_score_of_an_example_is_explained_once(path: Path) -> None:
    """No score has two names, and each says its formula, its inputs and its result."""
    engagement = load(path).engagement
    found = explain(engagement, analyze(engagement))
    assert len({each.key for each in found}) == len(found)
    assert all(each.formula and each.inputs and each.result for each in found)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_is_said_to_change_a_score_changes_it(path: Path) -> None:
    """The answer put in alone gives the verdict that was promised, and it is another than today's."""
    engagement = load(path).engagement
    tried = 0
    for key, today in explained(engagement).items():
        if key not in {"maturity", "orientation", "board", "effort", "people"} and ":" not in key:
            continue
        for change in (today.changes or ())[:2]:
            moved = put(engagement, path_parts(change.path), change.value)
            then = explained(moved)[key]
            assert change.result in then.result, (key, change)
            assert change.result not in today.result.split(".")[0], (key, change)
            tried += 1
    assert tried or path.stem == "minimal"


def test_the_maturity_index_names_the_shortest_way_to_another_segment() -> None:
    """With innovation at 45 one step more makes a Contender; two axes of an Observer are both tried."""
    engagement = an_engagement(
        **{f"maturity__investment__{name}": 1 for name in ("budget", "people", "tool", "training", "sponsor")},
        **{f"maturity__innovation__{name}": 2 for name in ("in_channel", "empowered", "new_channels", "comparable")},
        maturity__innovation__insight=1,
    )  # fmt: skip
    changes = explained(engagement)["maturity"].changes or ()
    assert {(each.before, each.after, each.result) for each in changes} == {
        ("2", "3", "Contender"),
        ("1", "2", "Contender"),
    }


def test_a_hole_is_an_input_that_is_not_known_yet() -> None:
    """An unknown answer is named among the inputs and is never moved."""
    engagement = an_engagement(maturity__board__view={"unknown": "not asked"})
    board = explained(engagement)["board"]
    assert any(each.value == "not known yet" for each in board.inputs)
    assert all(each.path != "maturity.board.view" for each in board.changes or ())


def test_a_hole_put_in_makes_the_answer_unknown_and_touches_nothing_else() -> None:
    """Putting one answer in leaves every other answer as it was."""
    engagement = an_engagement()
    moved = put(engagement, ("maturity", "board", "view"), Unknown())
    assert isinstance(moved.maturity.board.view, Unknown)
    assert moved.model_copy(update={"maturity": engagement.maturity}) == engagement


def test_formulas_say_what_they_are_in_words() -> None:
    """Each formula has a title and whole sentences, and credits the framework that it adapts."""
    for key, formula in formulas().items():
        assert formula.title, key
        assert formula.words.endswith("."), key
    assert "Conversocial" in formulas()["maturity"].after
    assert "Beyond Philosophy" in formulas()["orientation"].after
