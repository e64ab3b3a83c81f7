"""The team mirror (domain 5.8), the coalition's counts, and the SPOT ON view (domain 5.17)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratgen.analysis import analyze, mirror
from stratgen.analysis.findings import Mirror, SpotOn
from stratgen.analysis.spans import longest_closure, open_minutes, shared_minutes, stretches
from stratgen.engagement.stakeholders import Department
from tests import specimen
from tests.builders import LEFT_OUT, UNKNOWN, an_engagement, paths, with_holes

SKILLS: dict[str, Any] = {
    "writing": 3,
    "product": 4,
    "empathy": 3,
    "channel_fluency": 2,
    "crisis": 1,
    "languages": ["English"],
    "fluent_channels": ["Facebook"],
}
SPEAKING = {"personas__0__languages": ["english"], "personas__1__languages": ["Welsh"]}


def reflected(**changes: Any) -> Mirror:
    """Return the mirror of the specimen with skills and languages."""
    return analyze(an_engagement(**{"team__skills": SKILLS, **SPEAKING, **changes})).mirror


def spots(**changes: Any) -> SpotOn:
    """Return the six bars of the specimen with changes."""
    return analyze(an_engagement(**changes)).spot_on


def value_of(found: Mirror, key: str) -> float | None:
    """Return one cover, 0 to 100."""
    return next(cover.score.value for cover in found.covers if cover.key == key)


def test_the_mirror_is_the_mean_of_four_covers() -> None:
    """60 percent of customers in their language, all promised hours, three of five skills, one of two channels."""
    found = reflected()
    assert [cover.score.value for cover in found.covers] == pytest.approx([60, 100, 60, 50])
    assert found.score.value == pytest.approx(67.5)
    assert found.asked


def test_gaps_are_in_words_about_work_and_never_about_people() -> None:
    """Languages, skills and channels are named; no person and no protected attribute is."""
    assert reflected().gaps == (
        "Nobody answers in Welsh, in which Gift buyers write",
        "Fluency on the channels stands at 2 of 5 on average",
        "Handling a crisis stands at 1 of 5 on average",
        "Nobody is fluent on WhatsApp Business",
    )


def test_a_persona_with_two_languages_is_served_in_part() -> None:
    """Each of its languages counts alike."""
    assert value_of(reflected(personas__1__languages=["English", "Welsh"]), "language") == pytest.approx(80)


@pytest.mark.parametrize(
    ("staffed", "cover"),
    [
        ({"mon-fri": "08:00-18:00"}, 100),
        ({"mon-fri": "08:00-13:00"}, 50),
        ({"mon-sun": "00:00-24:00"}, 100),
        ({"sat-sun": "08:00-18:00"}, 0),
        ({"thu-mon": "17:00-19:00"}, 6),
    ],
)
def test_hours_are_the_promised_ones_that_are_staffed(staffed: dict[str, str], cover: float) -> None:
    """Hours outside the promise add nothing."""
    assert value_of(reflected(service__hours=staffed), "hours") == pytest.approx(cover)


def test_where_nobody_replies_no_hour_is_staffed() -> None:
    """Nobody is an answer, and so are no replies."""
    for changes in ({"service__repliers": ["Nobody"]}, {"service__scripting": "no_replies"}):
        found = reflected(service__hours=LEFT_OUT, **changes)
        assert value_of(found, "hours") == 0
        assert "Of 50 promised hours a week, 0 are staffed today" in found.gaps


def test_three_covers_of_four_are_enough_and_two_are_not() -> None:
    """Fewer than seven in ten inputs make no score."""
    three = reflected(service__hours=UNKNOWN)
    assert (three.score.known, three.score.partial) == (3, True)
    assert three.score.value == pytest.approx((60 + 60 + 50) / 3)
    two = reflected(service__hours=UNKNOWN, team__skills=SKILLS | {"fluent_channels": UNKNOWN})
    assert not two.score.scored


def test_one_unknown_skill_is_left_out_and_two_make_no_score() -> None:
    """Four of five are enough."""
    four = reflected(team__skills=SKILLS | {"crisis": UNKNOWN})
    assert value_of(four, "skill") == pytest.approx(75)
    assert value_of(reflected(team__skills=SKILLS | {"crisis": UNKNOWN, "writing": UNKNOWN}), "skill") is None


def test_the_short_interview_has_no_mirror() -> None:
    """Without the questions on skills only the hours are known."""
    found = analyze(an_engagement()).mirror
    assert not found.asked
    assert not found.score.scored


HOURS = st.dictionaries(
    st.sampled_from(["mon", "tue-thu", "fri-mon", "sun"]),
    st.tuples(st.integers(0, 22), st.integers(1, 24)).map(
        lambda t: f"{t[0]:02}:00-{max(t[0] + 1, t[1]):02}:00"
    ),
)


@settings(deadline=None, derandomize=True)
@given(one=HOURS, other=HOURS)
def test_what_two_weeks_of_hours_share_is_no_more_than_either(
    one: dict[str, str], other: dict[str, str]
) -> None:
    """The overlap is symmetric, and all of a week with itself."""
    shared = shared_minutes(one, other)
    assert 0 <= shared <= min(open_minutes(one), open_minutes(other))
    assert shared == shared_minutes(other, one)
    assert shared_minutes(one, one) == open_minutes(one)


@settings(deadline=None, derandomize=True)
@given(st.lists(st.integers(1, 5), min_size=5, max_size=5))
def test_a_better_skill_never_lowers_the_cover(levels: list[int]) -> None:
    """The cover lies in 0 to 100 and rises with every skill."""
    names = list(mirror.SKILLS)
    skills = SKILLS | dict(zip(names, levels, strict=True))
    best = SKILLS | dict(zip(names, [5, *levels[1:]], strict=True))
    before, after = (
        mirror.skill_cover(an_engagement(team__skills=each).team.skills).score.value
        for each in (skills, best)
    )
    assert before is not None
    assert after is not None
    assert 0 <= before <= after <= 100


def test_champions_are_counted_by_department() -> None:
    """Only counts and departments leave the register."""
    more = [*specimen.stakeholders(), specimen.stakeholder("Care Planner", "care", 5, 1, "champion")]
    found = analyze(an_engagement(stakeholders=more)).coalition
    assert found.champions_by_department == ((Department.CARE, 2), (Department.EXECUTIVE, 1))
    assert sum(count for _, count in found.champions_by_department) == found.champions


def test_the_six_bars_stand_in_the_order_of_the_words() -> None:
    """Strategy, People, Objectives, Tactics, Organise, Neutralise; each with what it rests on."""
    bars = spots().bars
    assert [bar.key for bar in bars] == ["S", "P", "O", "T", "O2", "N"]
    assert [bar.value for bar in bars] == pytest.approx([100, 27.5, 100, 50, 100, 100])
    assert [len(bar.inputs) for bar in bars] == [1, 2, 1, 1, 4, 1]
    assert [bar.key for bar in spots().lowest] == ["P"]


def test_a_missing_block_counts_as_nothing() -> None:
    """It is 0, not blank; the input itself says that it is missing."""
    people = spots(training=UNKNOWN).bars[1]
    assert people.value == 0
    assert [each.value for each in people.inputs] == [None, None]
    assert [bar.value for bar in analyze(with_holes(paths())).spot_on.bars] == [0] * 6


@pytest.mark.parametrize(
    ("changes", "bar", "value"),
    [
        ({"team__responsibilities__reply": {"care": "R"}}, 4, 75),
        ({"team__executive_part": []}, 4, 75),
        ({"stakeholders": [specimen.stakeholder("Head of Care", "care", 4, -2, "none")]}, 4, 50),
        ({"legacy_practices__0__owner": UNKNOWN}, 5, 0),
        ({"tools__in_use": []}, 3, 0),
        ({"channels__1__feasibility__tool_support": 2}, 3, 100),
        ({"tactics": []}, 3, 0),
    ],
)
def test_each_bar_falls_with_its_input(changes: dict[str, Any], bar: int, value: float) -> None:
    """One input less is one share less."""
    assert spots(**changes).bars[bar].value == pytest.approx(value)


def test_hours_past_midnight_count_on_the_next_day() -> None:
    """What runs past the end of Sunday stands at the start of Monday, and is one stretch with it."""
    late = {"mon-sun": "18:00-06:00"}
    assert open_minutes(late) == 7 * 12 * 60
    assert shared_minutes(late, {"mon": "00:00-08:00"}) == 6 * 60
    assert shared_minutes(late, {"mon-sun": "05:00-01:00"}) == 7 * (7 + 1) * 60
    assert stretches(late) == [12 * 60] * 7
    assert longest_closure(late) == 12 * 60
    assert longest_closure({"sun": "12:00-12:00"}) == 7 * 24 * 60
