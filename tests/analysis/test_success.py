"""The six success factors (domain 5.1)."""

from dataclasses import replace

import pytest

from stratgen.analysis import channels, success
from stratgen.analysis.findings import Score, SuccessFactors
from stratgen.catalogue import packaged
from stratgen.engagement.purpose import Driver
from tests.builders import LEFT_OUT, UNKNOWN, an_engagement, paths, with_holes


def factors(**changes: object) -> SuccessFactors:
    """Return the factors of the specimen with changes."""
    engagement = an_engagement(**changes)
    return success.rate(engagement, channels.weigh(engagement, packaged()))


def test_the_printed_vector_scores_two_point_eight_three() -> None:
    """Four times the weighted share: w 3 3 2 2 2, m 1 0.5 1 0 1 (domain 5.1)."""
    score = success.score_of([3, 3, 2, 2, 2], [1, 0.5, 1, 0, 1])
    assert score.value == pytest.approx(34 / 12)
    assert success.rating_of(score.value) == "Amber"


@pytest.mark.parametrize(
    ("value", "rating"),
    [(1.49, "Red"), (1.5, "Amber"), (2.999, "Amber"), (3.0, "Green"), (None, None)],
)
def test_ratings_change_at_one_and_a_half_and_at_three(value: float | None, rating: str | None) -> None:
    """Red under 1.5, Green from 3.0, Amber between."""
    assert success.rating_of(value) == rating


def test_unknown_items_are_left_out_and_the_score_is_partial() -> None:
    """Four of five known items still make a score (domain 5, conventions)."""
    score = success.score_of([3, 3, 2, 2, 2], [1, None, 1, 1, 1])
    assert (score.value, score.known, score.asked, score.partial) == (4.0, 4, 5, True)


def test_fewer_than_seven_in_ten_known_items_make_no_score() -> None:
    """Two of three is 67 % and not scored."""
    assert not success.score_of([3, 3, 2], [1, None, 1]).scored


def test_a_complete_engagement_is_green_throughout() -> None:
    """The specimen meets every item."""
    found = factors()
    assert [factor.rating for factor in found.factors] == ["Green"] * 6
    assert found.overall.value == 4.0
    assert not found.gate


def test_being_there_because_everyone_is_sets_the_gate() -> None:
    """A driver that is no purpose sets the gate, whatever the score."""
    found = factors(purpose__driver="everyone_else")
    assert found.gate
    assert found.gate_reason == 'The main driver is "everyone else is there"'


def test_a_red_purpose_sets_the_gate() -> None:
    """CSF1 under 1.5 sets the gate, with its number."""
    purpose = replace(factors().factors[0], score=Score(1.25, 5, 5), rating="Red")
    assert success.gate_reason(Driver.SAY, purpose) == "Purpose scores 1.3 of 4, which is Red"


def test_a_number_without_a_date_is_half_an_objective() -> None:
    """The best objective counts."""
    dates = {f"objectives__{n}__due": UNKNOWN for n in range(3)}
    assert factors(**dates).factors[0].evidence[4].met == 0.5


def test_the_agents_plan_is_left_out_where_no_service_is_intended() -> None:
    """The first item of education does not apply then (domain 5.1)."""
    assert len(factors(purpose__service_channel="no").factors[4].evidence) == 2
    assert len(factors().factors[4].evidence) == 3


def test_a_promotion_share_that_nobody_gave_is_unknown_not_bad() -> None:
    """The item is None, so the factor is partial."""
    found = factors(**{f"tactics__{n}__promotion_share": LEFT_OUT for n in range(3)})
    assert found.factors[5].evidence[2].met is None
    assert found.factors[5].score.partial


def test_the_response_rate_is_weighted_by_the_messages_that_need_a_reply() -> None:
    """320 messages at 20 % weigh more than 40 at 80 %: under half of 70 %, so not met."""
    assert factors(channels__0__response_rate=20).factors[5].evidence[3].met == 0


def test_a_response_rate_known_on_few_channels_is_not_judged() -> None:
    """One of two channels that take messages is under seven in ten (domain 5, conventions)."""
    assert factors(channels__0__response_rate=UNKNOWN).factors[5].evidence[3].met is None


def test_a_share_trained_that_few_audiences_know_is_not_judged() -> None:
    """One of two audiences is under seven in ten, so the item is unknown and not met by the other."""
    assert factors(training__0__trained_today=UNKNOWN).factors[4].evidence[1].met is None
    assert (
        factors(training__0__trained_today=0, training__1__trained_today=60).factors[4].evidence[1].met == 0.5
    )


def test_holes_of_the_full_interview_leave_the_core_of_the_policy_complete() -> None:
    """Care for agents, records and ownership are no core questions (domain 4.14); the disciplinary procedure is."""
    full = {f"policy__{name}": UNKNOWN for name in ("agent_care", "records_months", "ownership_on_exit")}
    assert factors(**full).factors[3].evidence[2].met == 1
    assert factors(policy__disciplinary_procedure=UNKNOWN).factors[3].evidence[2].met == 0.5


def test_hours_are_judged_before_the_cap_hides_the_shortage() -> None:
    """A demoted channel still counts as wanting its hours."""
    short = {f"channels__{n}__feasibility__hours_available": 4 for n in range(3)}
    assert factors(**short).factors[2].evidence[1].met == 0


def test_an_engagement_of_holes_is_not_scored_and_has_no_gate() -> None:
    """Nothing known makes nothing red."""
    engagement = with_holes(paths())
    found = success.rate(engagement, channels.weigh(engagement, packaged()))
    assert not any(factor.score.scored for factor in found.factors)
    assert not found.gate
    assert found.lowest == ()


def test_feasibility_that_cannot_be_scored_is_not_complete() -> None:
    """Where nobody counts the messages of a channel that is asked for feasibility, the first item is not met."""
    (first, *_) = factors(channels__0__needing_reply=UNKNOWN).factors[2].evidence
    assert first.met != 1
    assert factors().factors[2].evidence[0].met == 1
