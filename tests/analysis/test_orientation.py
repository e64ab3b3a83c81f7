"""The Naive to Natural profile (domain 5.3)."""

import pytest

from stratgen.analysis import orientation
from stratgen.engagement.maturity import ANCHORS, NaiveToNatural
from tests.builders import UNKNOWN, an_engagement


@pytest.mark.parametrize(
    ("levels", "shown", "band"),
    [
        ([2, 1, 2, 1, 2, 2, 2, 1, 2], 1.67, "Transactional"),
        ([3, 3, 2, 3, 3, 3, 2, 3, 3], 2.78, "Enlightened"),
    ],
)
def test_the_printed_vectors_hold(levels: list[int], shown: float, band: str) -> None:
    """The index is the mean of nine areas."""
    score = orientation.index(levels)
    assert score.value == pytest.approx(shown, abs=0.005)
    assert orientation.band_of(score.value) == band


@pytest.mark.parametrize(
    ("value", "band"),
    [(1.49, "Naive"), (1.5, "Transactional"), (2.5, "Enlightened"), (3.5, "Natural"), (None, "")],
)
def test_bands_change_at_the_halves(value: float | None, band: str) -> None:
    """Bands of domain 5.3."""
    assert orientation.band_of(value) == band


def test_leadership_at_one_holds_the_rest_back() -> None:
    """The headline carries it."""
    key = "maturity__areas__culture_and_leadership__level"
    assert orientation.profile(an_engagement(**{key: 1})).held_back
    assert not orientation.profile(an_engagement()).held_back
    assert not orientation.profile(an_engagement(**{key: UNKNOWN})).held_back


def test_the_profile_names_its_lowest_areas_and_the_action_underway() -> None:
    """Three areas stand at 1, one has action underway."""
    found = orientation.profile(an_engagement())
    assert [area.name for area in found.lowest] == ["Customer strategy", "Measurement", "Process"]
    assert found.underway == 1
    assert found.areas[0].anchor == ANCHORS["people"][1]


def test_an_unknown_area_has_no_orientation_and_no_anchor() -> None:
    """It is left out of the mean, and the score is partial."""
    found = orientation.profile(an_engagement(maturity__areas__people__level=UNKNOWN))
    assert (found.areas[0].orientation, found.areas[0].anchor) == ("", "")
    assert found.index.partial


def test_every_area_has_four_anchors() -> None:
    """The same anchors serve the question and the finding."""
    assert list(ANCHORS) == list(NaiveToNatural.model_fields)
    assert all(len(set(anchors)) == 4 for anchors in ANCHORS.values())
