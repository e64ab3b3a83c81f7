"""Board readiness, hoops, capacity, risks, stakeholders and the order of work (domain 5.4 to 5.18)."""

import pytest

from stratgen.analysis import capacity, hoops, ordering, readiness, risks, stakeholders
from stratgen.analysis.measures import handling_minutes, target_response_rate
from stratgen.engagement import records
from stratgen.engagement.vision import Initiative
from tests.builders import LEFT_OUT, UNKNOWN, an_engagement
from tests.specimen_governance import initiative, risk


def test_board_readiness_counts_only_the_questions_asked() -> None:
    """25 times the mean; the two questions of the full interview may be absent."""
    assert readiness.readiness([2, 2, 1, None, None]).value == pytest.approx(125 / 3)
    assert readiness.readiness([2, 2, 1, 2, 3]).value == 50
    short = an_engagement(maturity__board__loyalty_or_threat=LEFT_OUT, maturity__board__appetite=LEFT_OUT)
    assert readiness.rate(short).score.asked == 3


@pytest.mark.parametrize(
    ("value", "level"), [(39.9, "low"), (40, "medium"), (70, "medium"), (70.1, "high"), (None, None)]
)
def test_readiness_is_low_under_forty_and_high_over_seventy(value: float | None, level: str | None) -> None:
    """Bands of domain 5.4."""
    assert readiness.level_of(value) == level


def test_hoops_are_the_mean_of_four_parts() -> None:
    """64 % sent on, 1.5 of 3 handovers, half a day, effort 3."""
    assert hoops.index(64, 1.5, 720, 3).value == pytest.approx((64 + 50 + 50 + 50) / 4)
    assert hoops.index(0, 9, 99999, 1).value == 50
    assert hoops.index(64, 1.5, None, 3).partial
    assert not hoops.index(64, None, None, 3).scored


def test_hoops_that_were_never_asked_are_not_scored() -> None:
    """No active channel, no questions (domain 3)."""
    parts = ("rechannelled", "handovers", "wait_minutes", "effort")
    found = hoops.measure(an_engagement(**{f"service__{part}": LEFT_OUT for part in parts}))
    assert (found.score.asked, found.level) == (0, None)


def test_the_printed_vector_of_capacity_holds() -> None:
    """498.75 hours of work are 5.57 people; 84 hours of cover are 3."""
    assert capacity.load_of(4200, 0.95, 7.5, 160, 0.30, 0.80, 1) == pytest.approx(5.57, abs=0.005)
    assert capacity.cover_of(84, 40, 0.30) == pytest.approx(3.0)


def test_people_needed_are_the_larger_of_load_and_cover() -> None:
    """The specimen is ruled by its hours of cover: 50 a week."""
    found = capacity.size(an_engagement())
    assert found.cover == pytest.approx(50 / (160 / 4.33 * 0.7))
    assert found.needed == found.cover
    assert found.gap == pytest.approx(50 / (160 / 4.33 * 0.7) - 2.5)


def test_capacity_says_from_how_many_messages_it_was_reckoned() -> None:
    """The volume that prints beside the people is the one that they were reckoned from."""
    engagement = an_engagement()
    found = capacity.size(engagement)
    assert found.volume == capacity.monthly_volume(records(engagement.channels))
    assert found.volume is not None
    assert found.load == pytest.approx(capacity.load_of(
        found.volume, target_response_rate(engagement) / 100, handling_minutes(engagement) or 0, 160, 0.30))  # fmt: skip


def test_missing_inputs_of_capacity_are_named() -> None:
    """Without a handling time there is no load, so no need and no gap."""
    found = capacity.size(an_engagement(baseline__measures=UNKNOWN))
    assert (found.load, found.needed, found.gap) == (None, None, None)
    assert found.missing == ("average handling time",)


def test_nobody_at_work_makes_no_capacity() -> None:
    """All time away from customers divides by nothing."""
    assert capacity.size(an_engagement(team__shrinkage=100)).needed is None


@pytest.mark.parametrize(
    ("value", "band"),
    [(4, "low"), (5, "moderate"), (9, "moderate"), (10, "high"), (14, "high"), (15, "severe"), (None, "")],
)
def test_risk_bands_change_at_five_ten_and_fifteen(value: int | None, band: str) -> None:
    """Bands of domain 5.16."""
    assert risks.band_of(value) == band


def test_risks_stand_by_residual_then_inherent_then_id() -> None:
    """Those without a residual come last."""
    plain = [
        risk("B", (2, 3)),
        risk("A", (2, 3)),
        risk("C", (3, 3)),
        risk("D", (2, 3), impact=5),
        risk("E", (2, 3), residual_impact=UNKNOWN),
    ]
    found = risks.rank(an_engagement(risks=plain))
    assert [each.risk.id for each in found] == ["C", "D", "A", "B", "E"]
    assert (found[0].inherent, found[0].residual_band) == (16, "moderate")


def test_a_risk_reads_as_cause_event_and_effect() -> None:
    """The effect stands apart, since it may be a clause or a noun."""
    found = risks.rank(an_engagement())[0]
    assert (
        found.sentence
        == "Cause: Late or missing replies. Event: a complaint spreads. Effect: customers leave."
    )
    assert found.name == "A complaint spreads"
    hole = risks.rank(an_engagement(risks__0__event=UNKNOWN, risks__0__residual_impact=5))[0]
    assert (hole.name, hole.sentence) == ("RSK-01", "")


def test_the_printed_vector_of_the_coalition_holds() -> None:
    """Influence times support over twice the influence: 0.39."""
    pairs = [(5, 2), (4, 1), (4, -1), (3, 0), (2, 2)]
    assert stakeholders.coalition(pairs).value == pytest.approx(0.39, abs=0.005)


def test_the_register_gives_counts_and_departments_only() -> None:
    """No name and no support score leaves it."""
    found = stakeholders.count(an_engagement())
    assert (found.champions, found.sponsors, found.resistance, found.interviewed) == (2, 1, 1, 4)
    assert [each.value for each in found.resistance_departments] == ["marketing"]
    assert not found.fragile


def test_priority_is_twice_impact_plus_urgency_less_effort() -> None:
    """5, 4, 2 make 12."""
    assert ordering.priority(5, 4, 2) == 12


def works(*named: tuple[str, str, list[str]]) -> list[Initiative]:
    """Return initiatives of (id, quarter, what it depends on)."""
    return [
        Initiative.model_validate(initiative(name, quarter, depends_on=needs))
        for name, quarter, needs in named
    ]


def test_work_never_stands_before_what_it_depends_on() -> None:
    """Then by quarter, and ties by id."""
    found = ordering.sequence(works(("A", "Q1", ["Z"]), ("Z", "Q2", []), ("M", "Q1", []), ("B", "Q1", [])))
    assert [each.id for each in found] == ["B", "M", "Z", "A"]


def test_a_circle_is_found_and_does_not_hang_the_order() -> None:
    """Its members come last."""
    circle = works(("A", "Q1", ["B"]), ("B", "Q1", ["C"]), ("C", "Q1", ["A"]), ("D", "Q4", []))
    assert ordering.cycle(circle) == ("A", "B", "C")
    assert [each.id for each in ordering.sequence(circle)] == ["D", "A", "B", "C"]
    assert ordering.cycle(circle[3:]) == ()


def test_a_dependency_that_is_not_there_is_passed_over() -> None:
    """That is a rule's business (V2), not the order's."""
    assert [each.id for each in ordering.sequence(works(("A", "Q1", ["nowhere"])))] == ["A"]
