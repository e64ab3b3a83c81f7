"""The place on the Social Maturity Index (domain 5.2)."""

import pytest

from stratgen.analysis import placement
from stratgen.engagement import Unknown
from stratgen.engagement.maturity import Segment
from tests.builders import UNKNOWN, an_engagement

AXES = {
    "investment": ("budget", "people", "tool", "training", "sponsor"),
    "innovation": ("in_channel", "empowered", "new_channels", "comparable", "insight"),
}


def changes(investment: list[int], innovation: list[int], **more: object) -> dict[str, object]:
    """Return the changes that set both axes."""
    levels = {"investment": investment, "innovation": innovation}
    return {
        f"maturity__{axis}__{name}": level
        for axis, names in AXES.items()
        for name, level in zip(names, levels[axis], strict=True)
    } | more


@pytest.mark.parametrize(
    ("investment", "innovation", "values", "segment"),
    [
        ([1, 2, 1, 0, 1], [2, 3, 3, 2, 2], (25, 60), Segment.CONTENDER),
        ([3, 3, 2, 3, 3], [1, 1, 2, 1, 1], (70, 30), Segment.CONSERVATIVE),
        ([2, 2, 2, 2, 2], [2, 2, 2, 2, 2], (50, 50), Segment.LEADER),
        ([1, 1, 1, 1, 1], [1, 1, 1, 1, 1], (25, 25), Segment.OBSERVER),
    ],
)
def test_the_printed_vectors_land_in_their_segments(
    investment: list[int], innovation: list[int], values: tuple[int, int], segment: Segment
) -> None:
    """Each axis is five times the sum of its levels, with the threshold at 50."""
    place = placement.place(an_engagement(**changes(investment, innovation)))
    assert [place.investment.value, place.innovation.value] == list(values)
    assert place.segment is segment


def test_fifty_on_both_axes_is_borderline() -> None:
    """All levels 2 make 50, inside 45 to 54.9."""
    assert placement.place(an_engagement(**changes([2] * 5, [2] * 5))).borderline
    assert not placement.is_borderline(55)
    assert placement.is_borderline(45)


def test_thirty_points_between_the_axes_are_unbalanced() -> None:
    """Balance is the distance of the axes."""
    place = placement.place(an_engagement())
    assert (place.balance, place.unbalanced) == (40, True)


def test_three_observer_traits_in_another_segment_disagree() -> None:
    """The answers disagree; in an Observer they do not."""
    traits = {
        f"maturity__diagnostics__{name}": True
        for name in ("content_marketing", "watch_more_than_answer", "rules_block")
    }
    assert placement.place(an_engagement(**traits)).disagree
    observer = an_engagement(**changes([1] * 5, [1] * 5, **traits))
    assert not placement.place(observer).disagree


@pytest.mark.parametrize(
    ("investment", "innovation", "move"),
    [([3] * 5, [1] * 5, "innovation"), ([1] * 5, [3] * 5, "investment"), ([3] * 5, [3] * 5, "hold")],
)
def test_the_next_move_is_the_missing_axis(investment: list[int], innovation: list[int], move: str) -> None:
    """A Conservative moves innovation, a Contender investment, a Leader holds."""
    assert placement.place(an_engagement(**changes(investment, innovation))).next_move == move


def test_an_observer_moves_where_resistance_is_lower() -> None:
    """Investment meets 4, innovation 2."""
    place = placement.place(an_engagement(**changes([1] * 5, [1] * 5)))
    assert place.next_move == "innovation"
    assert place.next_move_why == "Innovation meets less resistance: 2 of 5, against 4 of 5"


def test_equal_resistance_moves_the_axis_that_stands_higher() -> None:
    """A tie goes to the quick win."""
    tie = {"maturity__resistance__investment": 3, "maturity__resistance__innovation": 3}
    place = placement.place(an_engagement(**changes([2, 2, 1, 1, 1], [1] * 5, **tie)))
    assert place.next_move == "investment"
    assert "35 against 25" in place.next_move_why


def test_one_unknown_level_of_five_leaves_a_partial_score() -> None:
    """The mean of the four that are known stands for five."""
    score = placement.axis([4, 2, Unknown(), 2, 4])
    assert (score.value, score.partial) == (75, True)


def test_two_unknown_levels_leave_no_segment() -> None:
    """Three of five are not enough."""
    place = placement.place(
        an_engagement(maturity__investment__budget=UNKNOWN, maturity__investment__tool=UNKNOWN)
    )
    assert (place.segment, place.next_move, place.balance) == (None, None, None)
