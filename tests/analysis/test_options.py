"""Options, their robustness, and the sums of the case (domain 5.13)."""

import pytest

from stratgen.analysis import options
from tests.builders import LEFT_OUT, UNKNOWN, an_engagement, answers
from tests.specimen_governance import CRITERIA


def test_the_printed_vector_scores_and_ranks() -> None:
    """Weights 30, 25, 20, 15, 10."""
    case = options.compare(an_engagement())
    assert [each.score.value for each in case.options] == pytest.approx([2.20, 3.30, 4.00, 3.45])
    assert [each.rank for each in case.options] == [4, 3, 1, 2]
    assert case.top is case.recommended


def test_the_vector_is_robust() -> None:
    """The winner stays first when any one weight moves ten points."""
    assert options.compare(an_engagement()).robust is True


def test_a_narrow_winner_is_not_robust() -> None:
    """Ten points more on cost turn the order."""
    weights = {"Effect": 55.0, "Cost": 45.0}
    assert options.robust(weights, [{"Effect": 5, "Cost": 1}, {"Effect": 1, "Cost": 5}]) is False


def test_equal_scores_share_a_rank() -> None:
    """Nobody is second by the order of the answers."""
    same = dict.fromkeys(CRITERIA, 3)
    case = options.compare(an_engagement(board__options__0__scores=same, board__options__1__scores=same))
    assert case.options[0].rank == case.options[1].rank == 3


def test_an_option_without_scores_has_no_rank_and_robustness_is_unknown() -> None:
    """Not scored is not last."""
    case = options.compare(an_engagement(board__options__0__scores=UNKNOWN))
    assert (case.options[0].rank, case.options[0].score.scored, case.robust) == (None, False, None)


def test_costs_are_summed_by_timing_and_by_quarter() -> None:
    """A yearly amount is spread from its quarter on; a one-off falls in its own."""
    case = options.compare(an_engagement())
    assert (case.cost_total, case.one_off, case.yearly) == (180000, 60000, 120000)
    assert case.by_quarter == (60000, 40000, 40000, 40000)


def test_quarters_add_up_to_the_unit() -> None:
    """What does not divide falls in the last quarter."""
    assert options.spread(100, 3) == [33, 33, 34]
    assert sum(options.spread(1000.5, 4)) == 1000.5
    odd = options.compare(an_engagement(board__costs__0__amount=120001))
    assert sum(odd.by_quarter) == odd.cost_total == 180001


def test_people_who_start_within_a_quarter_cost_its_months_from_then_on() -> None:
    """Allowances from the end of November take one month of that quarter and three of the next."""
    line = answers()["board"]["costs"][0] | {"amount": 36000, "timing": "yearly", "quarter": "Q3"}
    # The year of the specimen starts in January.
    for day, wanted in (("2027-08-29", (0, 0, 9000, 27000)), ("2027-07-06", (0, 0, 18000, 18000))):
        case = options.compare(an_engagement(board__costs=[line | {"in_post": day}]))
        assert case.by_quarter == wanted


def test_a_total_with_a_hole_is_no_total() -> None:
    """One unknown amount leaves the sums open."""
    case = options.compare(an_engagement(board__costs__0__amount=UNKNOWN))
    assert (case.cost_total, case.one_off, case.yearly) == (None, None, None)
    assert case.by_quarter == (60000, 0, 0, 0)


def test_benefits_are_summed_or_absent() -> None:
    """Not asked is none; a hole is none."""
    assert options.compare(an_engagement()).benefit_base == 90000
    assert options.compare(an_engagement(board__benefits=LEFT_OUT)).benefit_base is None
    hole = options.compare(an_engagement(board__benefits__0__high=UNKNOWN))
    assert (hole.benefit_low, hole.benefit_high) == (60000, None)


def test_unknown_criteria_leave_nothing_scored() -> None:
    """There is nothing to judge by."""
    case = options.compare(an_engagement(board__criteria=UNKNOWN))
    assert case.top is None
    assert case.recommended is not None
    assert case.robust is None
