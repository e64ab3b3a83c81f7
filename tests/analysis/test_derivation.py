"""Maturity items that also follow from other answers (domain 5.2, 5.3, 4.9), and the reasons for departing from them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratgen.analysis import analyze, derivation
from stratgen.analysis.demand import demand
from stratgen.analysis.findings import Derived
from stratgen.engagement import Engagement
from stratgen.engagement.maturity import DerivedItem
from tests import specimen
from tests.builders import LEFT_OUT, UNKNOWN, an_engagement, paths, with_holes

FOUR = ("queues", "history", "handling_time", "response_time")


def derived(item: str, **changes: Any) -> Derived:
    """Return one item of the specimen with changes."""
    found = analyze(an_engagement(**changes)).derived
    return next(each for each in found if each.item.value == item)


def follows(item: str, **changes: Any) -> int | bool | None:
    """Return the value that follows for one item."""
    return derived(item, **changes).derived


def tools(count: int) -> dict[str, Any]:
    """Return capabilities of which `count` are there."""
    return {f"tools__capabilities__{name}": n < count for n, name in enumerate(FOUR)}


def measured(count: int) -> dict[str, Any]:
    """Return a baseline of which `count` measures are taken on social."""
    names = ("FRT", "AHT", "RR", "CSAT", "FCR", "NPS", "CES")
    return {"baseline__measures": [specimen.measure(name, None, 50) for name in names[:count]]}


def trained(share: float) -> dict[str, Any]:
    """Return training of which this share is trained today."""
    return {f"training__{n}__trained_today": share for n in range(2)}


@pytest.mark.parametrize(
    ("share", "level"),
    [(0, 0), (0.24, 0), (0.25, 1), (0.49, 1), (0.5, 2), (0.79, 2), (0.8, 3), (0.99, 3), (1, 4), (3, 4)],
)
def test_people_follow_from_those_there_are_and_those_needed(share: float, level: int) -> None:
    """Under a quarter 0, under half 1, under four fifths 2, under the whole 3, else 4."""
    assert derivation.staffing_level(share * 5.57, 5.57) == level


def test_where_nobody_is_needed_people_are_enough() -> None:
    """No message and no hour promised."""
    assert derivation.staffing_level(0, 0) == 4


@pytest.mark.parametrize("count", range(5))
def test_the_tool_follows_from_what_it_can_do(count: int) -> None:
    """One level for each of the four; the area has 1, 2, 2, 3, 4."""
    assert follows("SMI-V3", **tools(count)) == count
    assert follows("N2N-3", **tools(count)) == (1, 2, 2, 3, 4)[count]


@pytest.mark.parametrize(
    ("share", "level"), [(0, 0), (1, 1), (25, 1), (26, 2), (50, 2), (51, 3), (80, 3), (81, 4), (100, 4)]
)
def test_training_follows_from_who_is_trained_today(share: float, level: int) -> None:
    """Nobody 0, up to a quarter 1, up to half 2, up to four fifths 3, else 4."""
    assert follows("SMI-V4", **trained(share) | {"training__0__target": 100}) == level


@pytest.mark.parametrize(
    ("share", "level"), [(0, 0), (25, 1), (25.5, 2), (50, 2), (51, 3), (75, 3), (76, 4), (100, 4)]
)
def test_solving_in_the_channel_follows_from_its_share(share: float, level: int) -> None:
    """Nothing 0, up to a quarter 1, up to half 2, up to three quarters 3, else 4."""
    assert follows("SMI-N1", service__resolved_in_channel=share) == level


@pytest.mark.parametrize(("count", "level"), [(0, 0), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3), (6, 4), (7, 4)])
def test_comparable_measures_are_counted(count: int, level: int) -> None:
    """None 0, up to two 1, up to four 2, five 3, six or more 4."""
    assert follows("SMI-N4", **measured(count)) == level


def test_a_measure_that_nobody_takes_does_not_count() -> None:
    """That it could be applied is not that it is."""
    assert follows("SMI-N4", baseline__measures__0__social=UNKNOWN) == 3
    assert follows("SMI-N4", baseline__measures__0__applies=UNKNOWN) is None


@pytest.mark.parametrize(("count", "level"), [(0, 1), (3, 2), (4, 2), (5, 3)])
def test_measurement_needs_satisfaction_and_resolution(count: int, level: int) -> None:
    """Speed alone is level 2."""
    assert follows("N2N-4", **measured(count)) == level


@pytest.mark.parametrize(
    ("changes", "level"),
    [
        (trained(25), 1),
        (trained(80), 2),
        (trained(81), None),
        ({**trained(100), "team__full_time_equivalents": 0}, 1),
    ],
)
def test_people_as_an_area_follow_from_training_and_team(changes: dict[str, Any], level: int | None) -> None:
    """Beyond four fifths the skills decide, and without them it cannot be told."""
    assert follows("N2N-1", **changes) == level


@pytest.mark.parametrize(("writing", "level"), [(3, 3), (2, 2)])
def test_a_trained_team_that_writes_well_stands_at_three(writing: int, level: int) -> None:
    """Writing and empathy of 3 or more."""
    skills = {"writing": writing, "product": 3, "empathy": 4, "channel_fluency": 3, "crisis": 3,
              "languages": ["English"], "fluent_channels": []}  # fmt: skip
    assert follows("N2N-1", **trained(90), team__skills=skills) == level


@pytest.mark.parametrize(
    ("scripting", "trait", "level"),
    [
        ("no_replies", True, 1),
        ("always", True, 2),
        ("mostly", True, 2),
        ("sometimes", None, None),
        ("never", None, None),
    ],
)
def test_scripts_decide_the_fourth_trait_and_the_process(
    scripting: str, trait: bool | None, level: int | None
) -> None:
    """Without scripts replies may be ad hoc or well considered; only the client can say."""
    assert follows("SMI-D4", service__scripting=scripting) is trait
    assert follows("N2N-8", service__scripting=scripting) == level


def test_marketing_with_budget_and_keys_makes_it_content_marketing() -> None:
    """Both together, or talking as the only role."""
    both = {"team__budget_holder": "marketing", "team__tool_keys_holder": "marketing"}
    assert follows("SMI-D1", **both) is True
    assert follows("SMI-D1", purpose__role="talk", purpose__further_roles=[]) is True
    assert follows("SMI-D1") is None


@pytest.mark.parametrize(("rate", "trait"), [(49, True), (50, False)])
def test_who_answers_under_half_watches(rate: float, trait: bool) -> None:
    """The rate is weighted over all channels."""
    rates = {"channels__0__response_rate": rate, "channels__2__response_rate": rate}
    assert follows("SMI-D2", **rates) is trait


def test_a_channel_without_messages_hides_no_response_rate() -> None:
    """Nothing needs a reply there, so no rate is missing (as in the cost of silence); messages without one are."""
    quiet = {"channels__0__needing_reply": 0, "channels__0__response_rate": LEFT_OUT}
    found = demand(an_engagement(**quiet).channels)
    assert found is not None
    assert found.left_out == 0
    assert follows("SMI-D2", **quiet) is not None
    assert follows("SMI-D2", channels__0__response_rate=UNKNOWN) is None


def test_a_share_never_reads_as_the_limit_that_it_misses() -> None:
    """49.6 percent is under half, and 25.3 more than a quarter: neither prints as the limit; halves round up."""
    assert derived(
        "SMI-D2", channels__0__response_rate=45.5, channels__2__response_rate=82.4
    ).because.startswith("49.6% ")
    assert derived("SMI-V4", **trained(25.3)).because.startswith("25.3% ")
    assert derived("SMI-V4", **trained(12.5)).because.startswith("13% ")
    assert derived("SMI-V4", **trained(50)).because.startswith("50% ")


def test_rules_block_nobody_where_no_regulator_watches() -> None:
    """Where one does, only the client can say whether it blocks."""
    assert follows("SMI-D3") is False
    assert follows("SMI-D3", engagement__regulators=["The conduct authority"]) is None


def test_what_departs_says_why() -> None:
    """Without a reason rule V97 warns."""
    found = derived("SMI-V3")
    assert (found.derived, found.given, found.departs) == (4, 2, True)
    assert found.reason == "The test vector sets this level, whatever follows"
    bare = analyze(an_engagement(maturity__departures=LEFT_OUT)).warnings
    assert [each.path for each in bare if each.rule == "V97"] == [
        "maturity.investment.people",
        "maturity.investment.tool",
        "maturity.innovation.in_channel",
        "maturity.innovation.comparable",
        "maturity.areas.systems.level",
        "maturity.areas.measurement.level",
    ]


def test_what_is_unknown_departs_from_nothing() -> None:
    """Neither side is guessed, and each item says what is missing."""
    engagement: Engagement = with_holes(paths())
    for each in analyze(engagement).derived:
        assert (each.derived, each.given, each.departs) == (None, None, False)
        assert each.because[0].isupper()


def test_every_item_is_derived_and_has_its_place() -> None:
    """One entry an item, in the order of the register."""
    found = [each.item for each in analyze(an_engagement()).derived]
    assert found == list(DerivedItem) == list(derivation.PATHS)


@settings(deadline=None, derandomize=True)
@given(st.floats(0, 1e4), st.floats(0, 1e4), st.floats(0, 1e4))
def test_more_people_never_lower_the_level(available: float, more: float, needed: float) -> None:
    """The level lies in 0 to 4 and rises with the people there are."""
    before = derivation.staffing_level(available, needed)
    assert 0 <= before <= derivation.staffing_level(available + more, needed) <= 4
