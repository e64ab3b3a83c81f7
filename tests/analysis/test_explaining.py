"""Each score explained: the inputs are the answers, and what is said to change it does change it."""

from __future__ import annotations

import re
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
        for change in (today.changes or ())[:1]:
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


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_explanation_prints_the_digits_of_annex_a(path: Path) -> None:
    """Factors, areas, readiness and effort with one decimal, people as posts, the six blocks and evidence whole."""
    found = explained(load(path).engagement)
    patterns = {
        **{f"csf{n}": r"\d\.\d of 4" for n in range(1, 7)},
        "orientation": r"\d\.\d of 4, ",
        "board": r"\d+\.\d of 100, ",
        "effort": r"\d+\.\d of 100, ",
        "people": r"\d+(\.\d)? full-time posts needed, \d+(\.\d)? there: ",
        "evidence": r"\d+% of \d+ figures graded A or B$",
    }
    for key, pattern in patterns.items():
        assert re.match(pattern, found[key].result), (key, found[key].result)
    assert all(value.isdigit() for _, value in found["spot_on"].parts)
    parts = [float(value) for _, value in found["effort"].parts]
    assert float(found["effort"].result.split()[0]) == pytest.approx(sum(parts) / len(parts), abs=0.11)


def test_a_partial_score_says_so_after_what_it_is_out_of() -> None:
    """Four of five pieces are known: the score stands first, then its range, then what it rests on."""
    found = explained(an_engagement(**{f"tactics__{n}__promotion_share": None for n in range(3)}))
    assert found["csf6"].result == "4.0 of 4, partial (4 of 5 inputs), Green"


def test_the_next_move_is_named_before_its_reason() -> None:
    """A Conservative is told innovation, not only that investment is high."""
    engagement = an_engagement(
        **{
            f"maturity__investment__{name}": 3 for name in ("budget", "people", "tool", "training", "sponsor")
        },
    )
    notes = explained(engagement)["maturity"].notes
    assert "Next move: innovation. Investment stands at 50 or more, innovation does not." in notes


def test_the_nearest_number_that_turns_a_verdict_is_the_limit_itself() -> None:
    """Ten messages a month keep a channel from being retired; eleven are not asked for (domain 5.5)."""
    tried = 0
    for path in EXAMPLES:
        for found in explained(load(path).engagement).values():
            counts = [each for each in found.changes or () if each.path.endswith("needing_reply")]
            if found.result.startswith("Retire") and counts:
                assert counts[0].value == 10
                tried += 1
    assert tried
