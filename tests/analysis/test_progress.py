"""The review of a quarter (domain 5.15): ratings, grades of key results, and where initiatives stand."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratgen.analysis import analyze, deliveries, objectives, progress
from stratgen.analysis.calendar import quarter_starts
from stratgen.analysis.findings import DeliveryFinding, Progress, ReviewFinding
from stratgen.engagement import Quarter
from stratgen.engagement.objectives import Commitment
from stratgen.engagement.progress import DeliveryStatus
from tests import specimen
from tests.analysis.rule_examples_full import progress as given_progress
from tests.builders import UNKNOWN, an_engagement, paths, with_holes

STARTS = quarter_starts(date(2027, 1, 1))
assert STARTS is not None


def actual(kpi: str, quarter: str, value: float) -> dict[str, Any]:
    """Return one value that was measured."""
    return {"kpi": kpi, "quarter": quarter, "value": value}


def reviewed(*actuals: dict[str, Any], day: str = "2027-07-02", **changes: Any) -> Progress:
    """Return the review of the specimen with these values."""
    given = given_progress(actuals=list(actuals), as_of=day)
    found = analyze(an_engagement(progress=given, **changes)).progress
    assert found is not None
    return found


def line(found: Progress, kpi: str) -> ReviewFinding:
    """Return the line of a measure."""
    return next(each for each in found.findings if each.kpi.id == kpi)


def delivered(status: str, day: str) -> DeliveryFinding:
    """Return how the first initiative, 11 January to 12 February, stands."""
    given = given_progress(as_of=day, deliveries=[{"initiative": "I-02", "status": status}])
    found = analyze(an_engagement(progress=given)).progress
    assert found is not None
    return found.deliveries[0]


def test_the_printed_vector_is_green() -> None:
    """First response from 340 to 60 stands at 200 half-way: p 0.50, e 0.5."""
    found = line(reviewed(actual("FRT", "Q2", 200)), "FRT")
    assert (found.done, found.elapsed, found.rating) == (0.5, 0.5, "Green")
    assert found.expected == 200


def test_the_second_printed_vector_is_red() -> None:
    """Satisfaction from 71 to 82 stands at 74 half-way: p 0.27, 0.55 of what had passed."""
    changed = [specimen.objective("please", "CSAT", 71, 82), *specimen.objectives()[2:]]
    found = line(reviewed(actual("CSAT", "Q2", 74), objectives=changed), "CSAT")
    assert found.done == pytest.approx(3 / 11)
    assert found.elapsed == 0.5
    assert found.rating == "Red"


def test_quarter_targets_are_linear() -> None:
    """340 to 60 is 270, 200, 130, 60; 58 to 72 is 61.5, 65, 68.5, 72."""
    assert objectives.quarter_targets(340, 60, Quarter.Q4) == (270, 200, 130, 60)
    assert objectives.quarter_targets(58, 72, Quarter.Q4) == (61.5, 65, 68.5, 72)


@pytest.mark.parametrize(
    ("done", "rating"), [(0.45, "Green"), (0.44, "Amber"), (0.3, "Amber"), (0.29, "Red")]
)
def test_ratings_turn_at_nine_and_six_tenths(done: float, rating: str) -> None:
    """Of the share that has passed."""
    assert objectives.rating_of(done, 0.5) == rating


def test_nothing_has_started_on_the_first_day() -> None:
    """e is 0, whatever was measured."""
    found = line(reviewed(actual("FRT", "Q1", 340), day="2027-01-01"), "FRT")
    assert (found.elapsed, found.rating) == (0, "not started")


def test_a_review_held_later_asks_no_more_of_a_value() -> None:
    """The value of a quarter is judged at that quarter's end."""
    early, late = (
        line(reviewed(actual("FRT", "Q1", 270), day=day), "FRT") for day in ("2027-03-31", "2027-05-20")
    )
    assert early.elapsed == late.elapsed == 0.25
    assert early.rating == late.rating == "Green"


def test_a_value_before_the_quarter_ends_is_judged_by_the_day_and_not_graded() -> None:
    """Half of the first quarter is an eighth of the year."""
    found = line(reviewed(actual("FRT", "Q1", 305), day="2027-02-14"), "FRT")
    assert found.elapsed == pytest.approx(0.125)
    assert (found.rating, found.grade) == ("Green", None)


def test_an_objective_due_earlier_is_measured_by_its_own_period() -> None:
    """Due in Q3, two quarters are two thirds."""
    found = line(reviewed(actual("INS", "Q2", 30)), "INS")
    assert (found.elapsed, found.done) == pytest.approx((2 / 3, 2 / 3))
    after = line(reviewed(actual("INS", "Q4", 40), day="2028-01-05"), "INS")
    assert (after.elapsed, after.expected, after.grade) == (1, 40, 1)


@pytest.mark.parametrize(
    ("value", "grade", "rating"),
    [(200, 1.0, "Green"), (150, 1.0, "Green"), (242, 0.7, "Green"), (270, 0.5, "Amber"), (290, 5 / 14, "Amber"),
     (310, 3 / 14, "Red"), (400, 0.0, "Red")],
)  # fmt: skip
def test_a_key_result_is_graded_against_its_quarter(value: float, grade: float, rating: str) -> None:
    """The share of the step to 200 that was made, 0 to 1."""
    found = line(reviewed(actual("FRT", "Q2", value)), "FRT")
    assert found.grade == pytest.approx(grade)
    assert found.grade_rating == rating


@pytest.mark.parametrize(
    ("commitment", "value", "met", "words"),
    [("committed", 200, True, "1.0"), ("committed", 214, False, "1.0"), ("aspirational", 256, True, "0.6 to 0.7"),
     ("aspirational", 270, False, "0.6 to 0.7")],
)  # fmt: skip
def test_a_promise_is_kept_whole_and_a_stretch_in_part(
    commitment: str, value: float, met: bool, words: str
) -> None:
    """Committed key results are expected at 1.0, aspirational ones at 0.6 to 0.7."""
    found = line(reviewed(actual("FRT", "Q2", value), objectives__0__commitment=commitment), "FRT")
    assert (found.meets_commitment, found.expectation) == (met, words)


def test_without_a_commitment_nothing_is_expected() -> None:
    """It was not asked."""
    found = line(reviewed(actual("FRT", "Q2", 200)), "FRT")
    assert (found.meets_commitment, found.expectation) == (None, "")


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"objectives__0__target": UNKNOWN}, "There is no target yet"),
        ({"objectives__0__baseline": UNKNOWN}, "There is no baseline yet"),
        ({"objectives__0__due": UNKNOWN}, "There is no due quarter yet"),
        ({"objectives__0__target": 340}, "The target is the same as the baseline"),
    ],
)
def test_what_cannot_be_rated_says_what_is_missing(changes: dict[str, Any], why: str) -> None:
    """No rating is guessed."""
    found = line(reviewed(actual("FRT", "Q2", 200), **changes), "FRT")
    assert (found.rating, found.why) == (None, why)


def test_an_objective_without_a_value_waits_for_one() -> None:
    """It still stands in the review."""
    found = reviewed(actual("FRT", "Q2", 200))
    assert [each.kpi.id for each in found.findings] == ["FRT", "FCR", "INS"]
    assert line(found, "FCR").why == "There is no value yet"


def test_the_latest_value_counts_and_all_are_kept() -> None:
    """By quarter, in whatever order they were written."""
    found = line(reviewed(actual("FRT", "Q2", 200), actual("FRT", "Q1", 300)), "FRT")
    assert [(quarter.value, each.value) for quarter, each in found.actuals] == [("Q1", 300), ("Q2", 200)]
    assert found.actual is not None
    assert known_value(found) == 200


def known_value(found: ReviewFinding) -> float | None:
    """Return the latest value."""
    return found.actuals[-1][1].value if found.actuals else None


def test_a_measure_without_an_objective_is_judged_by_the_vision() -> None:
    """Its baseline stands on social, its target among the proof points; without one it is not rated."""
    proof = [{"kpi": "CSAT", "value": 82}, {"kpi": "FCR", "value": 72}, {"kpi": "INS", "value": 40}]
    found = reviewed(actual("CSAT", "Q2", 76.5), actual("VSAT", "Q2", 50), vision__proof_points=proof)
    assert line(found, "CSAT").done == pytest.approx(0.5)
    assert line(found, "CSAT").rating == "Green"
    assert (line(found, "VSAT").rating, line(found, "VSAT").why) == (None, "There is no target yet")


def test_the_quarter_in_review_is_the_latest_with_a_value() -> None:
    """Without any, the last that has ended; before that, the first."""
    assert reviewed(actual("FRT", "Q1", 300), day="2027-08-01").quarter is Quarter.Q1
    assert reviewed(day="2027-07-02").quarter is Quarter.Q2
    assert reviewed(day="2027-06-30").quarter is Quarter.Q2
    assert reviewed(day="2027-02-01").quarter is Quarter.Q1


def test_there_is_no_review_before_the_first() -> None:
    """The section is added to the file when a quarter is reviewed."""
    assert analyze(an_engagement()).progress is None
    assert analyze(with_holes(paths())).progress is None


def test_a_review_without_a_day_counts_whole_quarters() -> None:
    """A value stands for its quarter's end."""
    found = reviewed(actual("FRT", "Q2", 200), day=UNKNOWN)
    assert (found.elapsed, line(found, "FRT").rating) == (None, "Green")


@pytest.mark.parametrize(
    ("status", "day", "rating", "why"),
    [
        ("done", "2027-04-02", "Green", ""),
        ("on_track", "2027-02-01", "Green", ""),
        ("at_risk", "2027-02-01", "Amber", ""),
        ("late", "2027-02-01", "Red", ""),
        ("on_track", "2027-04-02", "Red", "It was to end on 2027-02-12"),
        ("not_started", "2027-01-05", "not started", ""),
        ("not_started", "2027-01-20", "Amber", "It was to start on 2027-01-11"),
        ("not_started", "2027-04-02", "Red", "It has not started, and was to end on 2027-02-12"),
    ],
)
def test_an_initiative_is_rated_by_its_status_and_its_dates(
    status: str, day: str, rating: str, why: str
) -> None:
    """Who says on track after the end is not believed."""
    found = delivered(status, day)
    assert (found.rating, found.why) == (rating, why)


def test_what_nobody_reports_has_no_rating_but_is_named_once_due() -> None:
    """It is neither green nor red."""
    others = reviewed(day="2027-05-20").deliveries[1:]
    assert [(each.rating, each.why) for each in others] == [
        (None, "Nothing was reported, though it should be done"), (None, ""), (None, "")
    ]  # fmt: skip


@settings(deadline=None, derandomize=True)
@given(st.dates(date(2026, 12, 1), date(2028, 3, 1)))
def test_time_passes_from_nothing_to_four_quarters(day: date) -> None:
    """Never back, never beyond the year."""
    assert STARTS is not None
    passed = progress.quarters_passed(day, STARTS)
    assert 0 <= passed <= 4
    assert passed <= progress.quarters_passed(date.fromordinal(day.toordinal() + 1), STARTS)
    for quarter in Quarter:
        assert 0 <= progress.elapsed_of(passed, quarter) <= 1


@settings(deadline=None, derandomize=True)
@given(
    actual=st.floats(-1e6, 1e6), baseline=st.floats(-1e6, 1e6), expected=st.floats(-1e6, 1e6),
    commitment=st.sampled_from(list(Commitment)),
)  # fmt: skip
def test_grades_stay_between_nothing_and_one(
    actual: float, baseline: float, expected: float, commitment: Commitment
) -> None:
    """Whatever was measured; and a promise kept is a stretch reached."""
    grade = progress.grade(actual, baseline, expected)
    assert 0 <= grade <= 1
    if progress.meets(grade, commitment):
        assert progress.meets(grade, Commitment.ASPIRATIONAL)


@settings(deadline=None, derandomize=True)
@given(
    st.sampled_from(list(DeliveryStatus)),
    st.none() | st.dates(),
    st.none() | st.dates(),
    st.none() | st.dates(),
)
def test_every_reported_status_has_a_rating(
    status: DeliveryStatus, start: date | None, end: date | None, day: date | None
) -> None:
    """Whatever dates are known."""
    rating, _ = deliveries.delivery_rating(status, start, end, day)
    assert rating in ("Green", "Amber", "Red", "not started")
