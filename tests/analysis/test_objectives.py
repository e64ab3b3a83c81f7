"""Quality of objectives (domain 5.9), quarter targets and progress (domain 5.15)."""

import pytest

from stratgen.analysis import measures, objectives
from stratgen.analysis.findings import ObjectiveFinding
from stratgen.catalogue import packaged
from stratgen.engagement import Engagement, Quarter
from tests.builders import UNKNOWN, an_engagement


def judged(engagement: Engagement) -> tuple[ObjectiveFinding, ...]:
    """Return the objectives as the packaged catalogue has them."""
    return objectives.judge(engagement, measures.kpis(packaged()))


@pytest.mark.parametrize(
    ("baseline", "target", "due", "wanted"),
    [
        (340, 60, Quarter.Q4, (270, 200, 130, 60)),
        (58, 72, Quarter.Q4, (61.5, 65, 68.5, 72)),
        (340, 60, Quarter.Q2, (200, 60, 60, 60)),
        (340, 60, Quarter.Q1, (60, 60, 60, 60)),
    ],
)
def test_quarter_targets_are_linear_up_to_the_due_quarter_and_then_held(
    baseline: float, target: float, due: Quarter, wanted: tuple[float, float, float, float]
) -> None:
    """Equal steps from the baseline (domain 5.15)."""
    assert objectives.quarter_targets(baseline, target, due) == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("actual", "baseline", "target", "done", "rating"),
    [(200, 340, 60, 0.5, "Green"), (74, 71, 82, 3 / 11, "Red")],
)
def test_the_printed_vectors_of_progress_hold(
    actual: float, baseline: float, target: float, done: float, rating: str
) -> None:
    """Half-way through the period."""
    found = objectives.progress(actual, baseline, target)
    assert found == pytest.approx(done)
    assert found is not None
    assert objectives.rating_of(found, 0.5) == rating


def test_progress_is_judged_against_the_time_that_has_passed() -> None:
    """Green from 0.9, Amber from 0.6 of the elapsed share; nothing has started at 0."""
    assert objectives.rating_of(0.45, 0.5) == "Green"
    assert objectives.rating_of(0.30, 0.5) == "Amber"
    assert objectives.rating_of(0.29, 0.5) == "Red"
    assert objectives.rating_of(0.0, 0.0) == "not started"
    assert objectives.progress(5, 7, 7) is None


@pytest.mark.parametrize(
    ("done", "grade"), [(1.0, "Green"), (0.7, "Green"), (0.64, "Amber"), (0.4, "Amber"), (0.3, "Red")]
)
def test_key_results_are_graded_on_tenths(done: float, grade: str) -> None:
    """0.7 to 1.0 green, 0.4 to 0.6 amber, 0 to 0.3 red."""
    assert objectives.grade_of(done) == grade


def test_an_objective_with_all_six_may_be_printed() -> None:
    """SMART is 1 and nothing failed."""
    found = judged(an_engagement())
    assert [each.smart.value for each in found] == [1, 1, 1]
    assert all(each.printable for each in found)
    assert objectives.overall(found).value == 1


@pytest.mark.parametrize(
    ("change", "failed"),
    [
        ({"sentence": UNKNOWN}, ("a sentence",)),
        ({"kpi": "HAPPY"}, ("a measure of the catalogue", "a target better than the baseline")),
        ({"baseline": UNKNOWN}, ("a baseline", "a target better than the baseline")),
        ({"target": 400}, ("a target better than the baseline",)),
        ({"due": UNKNOWN}, ("a quarter",)),
        ({"owner": UNKNOWN}, ("an owner",)),
    ],
)
def test_each_of_the_six_tests_can_fail(change: dict[str, object], failed: tuple[str, ...]) -> None:
    """FRT is better when it falls, so 400 is not better than 340."""
    changes = {f"objectives__0__{name}": value for name, value in change.items()}
    found = judged(an_engagement(**changes))[0]
    assert found.failed == failed
    assert found.smart.value == pytest.approx((6 - len(failed)) / 6)
    assert not found.printable


def test_without_a_number_there_are_no_quarter_targets() -> None:
    """Nothing is guessed."""
    found = judged(an_engagement(objectives__0__target=UNKNOWN))[0]
    assert found.quarters == (None, None, None, None)


def test_no_objectives_have_no_quality() -> None:
    """The mean of nothing is not scored."""
    assert not objectives.overall(judged(an_engagement(objectives=UNKNOWN))).scored
