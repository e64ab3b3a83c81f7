"""Tools that were considered (domain 5.13): must-haves exclude, weights rank, what is not judged waits."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from stratgen.analysis import tools
from stratgen.analysis.findings import ToolEvaluation
from stratgen.catalogue import packaged
from stratgen.engagement.tactics import ToolCandidate
from tests.builders import UNKNOWN, an_engagement

CRITERIA = tools.criteria_of(packaged())
MUSTS = {each.id: True for each in CRITERIA if each.must}
WEIGHTS = {each.id: each.weight for each in CRITERIA if not each.must}


def candidate(name: str, level: int, **changes: Any) -> dict[str, Any]:
    """Return a tool that meets every must-have and scores the same on each criterion."""
    return {
        "name": name,
        "must_haves": MUSTS,
        "scores": dict.fromkeys(WEIGHTS, level),
        "cost": 900_000,
    } | changes


def evaluated(*candidates: dict[str, Any]) -> ToolEvaluation:
    """Return the evaluation of these tools."""
    found = tools.evaluate(an_engagement(tools__candidates=list(candidates)), CRITERIA)
    assert found is not None
    return found


def test_the_catalogue_has_four_musts_and_a_hundred_points() -> None:
    """The weights make the whole."""
    assert len(MUSTS) == 4
    assert sum(WEIGHTS.values()) == 100


def test_tools_rank_by_their_weighted_score() -> None:
    """A point on a criterion of 15 counts for more than one on a criterion of 5."""
    heavy = next(name for name, weight in WEIGHTS.items() if weight == 15)
    light = next(name for name, weight in WEIGHTS.items() if weight == 5)
    one, two = (
        candidate(name, 3, scores=dict.fromkeys(WEIGHTS, 3) | {better: 4})
        for name, better in (("Desk", heavy), ("Suite", light))
    )
    found = evaluated(two, one)
    assert [(each.name, each.rank) for each in found.tools] == [("Suite", 2), ("Desk", 1)]
    assert found.tools[1].score.value == 3.15
    assert [each.name for each in found.first] == ["Desk"]


def test_a_tool_that_misses_a_must_is_out_whatever_its_score() -> None:
    """Its score still prints; its rank does not."""
    first = next(iter(MUSTS))
    found = evaluated(candidate("Best", 5, must_haves=MUSTS | {first: False}), candidate("Sound", 2))
    best, sound = found.tools
    assert (best.excluded, best.rank, best.score.value) == (True, None, 5)
    assert [each.id for each in best.unmet] == [first]
    assert sound.rank == 1


def test_a_must_that_nobody_has_judged_leaves_the_tool_without_a_rank() -> None:
    """It is not excluded either."""
    found = evaluated(candidate("Early", 5, must_haves={})).tools[0]
    assert (found.excluded, found.rank, len(found.open)) == (False, None, 4)
    assert evaluated(candidate("Early", 5, must_haves=UNKNOWN)).first == ()


def test_equal_scores_share_a_rank() -> None:
    """Both are first, and the next is third."""
    found = evaluated(candidate("One", 4), candidate("Two", 4), candidate("Three", 3))
    assert [each.rank for each in found.tools] == [1, 1, 3]


def test_too_few_scores_make_none() -> None:
    """Seven in ten criteria have to be judged."""
    names = list(WEIGHTS)
    assert evaluated(candidate("Most", 4, scores=dict.fromkeys(names[:7], 4))).tools[0].score.partial
    assert evaluated(candidate("Few", 4, scores=dict.fromkeys(names[:6], 4))).tools[0].rank is None


def test_no_tool_means_no_evaluation() -> None:
    """Not asked, or none considered."""
    assert tools.evaluate(an_engagement(), CRITERIA) is None
    assert tools.evaluate(an_engagement(tools__candidates=[]), CRITERIA) is None


@settings(deadline=None, derandomize=True)
@given(st.dictionaries(st.sampled_from(sorted(WEIGHTS)), st.integers(0, 4), min_size=len(WEIGHTS)))
def test_a_better_mark_never_lowers_a_score(scores: dict[str, int]) -> None:
    """Scores stay in 0 to 5 and rise with every mark."""
    better = scores | {name: mark + 1 for name, mark in list(scores.items())[:1]}
    before, after = (
        tools.judge(ToolCandidate.model_validate(candidate("Any", 0, scores=each)), CRITERIA).score.value
        for each in (scores, better)
    )
    assert before is not None
    assert after is not None
    assert 0 <= before < after <= 5
