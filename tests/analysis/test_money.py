"""The cost of silence (domain 5.11) and benefits (domain 5.12): the printed vectors, and what is left out."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratgen.analysis import analyze, benefits, silence
from stratgen.analysis.findings import Benefits, Silence
from stratgen.engagement import Grade
from tests import specimen
from tests.analysis.rule_examples_full import FALLEN, MOVED, benefit, figure_of, repeats, working
from tests.builders import LEFT_OUT, UNKNOWN, an_engagement

GIVEN = {"evidence": dict(specimen.EVIDENCE), "contacts_per_customer": 1.6, "leave_rate": 3}
ONE_CHANNEL = [specimen.channel("facebook", inbound=4000, needing_reply=2600, response_rate=62)]
VECTOR: dict[str, Any] = {
    "channels": ONE_CHANNEL,
    "board__silence": GIVEN,
    "engagement__margin_per_customer": figure_of(140),
}


def silent(**changes: Any) -> Silence:
    """Return the cost of silence of the printed vector with changes."""
    return silence.cost(an_engagement(**{**VECTOR, **changes}))


def worth(*items: Any, **changes: Any) -> Benefits:
    """Return the benefits of the specimen with these items."""
    return analyze(an_engagement(board__benefits=list(items), **changes)).benefits


def test_the_printed_vector_of_silence() -> None:
    """2 600 a month, 62 percent answered, 1.6 contacts, 3 percent leave, a margin of 140."""
    found = silent()
    assert found.unanswered == pytest.approx(11_856)
    assert found.customers == pytest.approx(7_410)
    assert (found.low, found.base, found.high) == pytest.approx((15_561, 31_122, 46_683))
    assert (found.reason, found.shown, found.weakest) == ("", True, Grade.A)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"board__silence": LEFT_OUT}, "the share of unanswered customers who leave"),
        (
            {"board__silence": GIVEN | {"leave_rate": UNKNOWN}},
            "the share of unanswered customers who leave is not",
        ),
        (
            {"board__silence": GIVEN | {"contacts_per_customer": 0}},
            "how often one customer writes is not known",
        ),
        (
            {"board__silence": GIVEN | {"leave_rate": 0}, "engagement__margin_per_customer": None},
            "no customer leaves for want of a reply",
        ),
        ({"engagement__margin_per_customer": UNKNOWN}, "the yearly margin of a customer is not known"),
        ({"channels": UNKNOWN}, "volumes and response rates are not known"),
    ],
)
def test_without_an_input_there_is_no_range_but_a_reason(changes: dict[str, Any], words: str) -> None:
    """There is no default for the client's own figures."""
    if changes.get("board__silence") is LEFT_OUT:
        changes = {"board__silence": None}
    found = silent(**changes)
    assert (found.low, found.base, found.high) == (None, None, None)
    assert words in found.reason


@pytest.mark.parametrize("grade", ["C", "D"])
def test_estimates_need_the_consent_of_the_sponsor(grade: str) -> None:
    """A range that rests on C or D prints only where the sponsor agrees."""
    margin = {"engagement__margin_per_customer": figure_of(140, grade=grade)}
    assert not silent(**margin).shown
    assert "estimates" in silent(**margin).reason
    agreed = silent(**margin, board__silence=GIVEN | {"sponsor_consents": True})
    assert agreed.base == pytest.approx(31_122)
    assert agreed.weakest is Grade[grade]


def test_a_refusal_is_no_consent() -> None:
    """False and unknown are both no."""
    margin = {"engagement__margin_per_customer": figure_of(140, grade="C")}
    for word in (False, UNKNOWN):
        assert not silent(**margin, board__silence=GIVEN | {"sponsor_consents": word}).shown


def test_channels_without_a_rate_are_left_out_until_too_few_remain() -> None:
    """Fewer than seven in ten channels make no sum."""
    lame = specimen.channel("x", inbound=500, needing_reply=100, response_rate=UNKNOWN)
    sound = [
        specimen.channel(name, inbound=100, needing_reply=100, response_rate=50) for name in ("x", "tiktok")
    ]
    found = silent(channels=[*ONE_CHANNEL, *sound, lame | {"channel": "youtube"}])
    assert (found.channels, found.left_out) == (3, 1)
    assert found.unanswered == pytest.approx(11_856 + 1_200)
    assert silent(channels=[*ONE_CHANNEL, lame]).unanswered is None


@settings(deadline=None, derandomize=True)
@given(
    volume=st.floats(0, 1e6), rate=st.floats(0, 1), contacts=st.floats(0.1, 50), leave=st.floats(0, 1),
    margin=st.floats(0, 1e5),
)  # fmt: skip
def test_silence_costs_nothing_less_than_nothing(
    volume: float, rate: float, contacts: float, leave: float, margin: float
) -> None:
    """The value at risk is never negative, and falls as more is answered."""
    customers = silence.customers_of(silence.unanswered_of(volume, rate), contacts)
    at_risk = silence.value_at_risk(customers, leave, margin)
    better = silence.value_at_risk(
        silence.customers_of(silence.unanswered_of(volume, 1), contacts), leave, margin
    )
    assert at_risk >= better == 0


def test_the_printed_vectors_of_benefits() -> None:
    """9 000 contacts from 5.80 to 3.10; 50 400 contacts, 14 points, 3.10 each."""
    assert benefits.deflection(9000, 5.80, 3.10) == pytest.approx(24_300)
    assert benefits.first_contact(50_400, 0.58, 0.72, 3.10) == pytest.approx(21_873.6)
    found = worth(MOVED, FALLEN).findings
    assert [each.kind for each in found] == ["deflection", "first_contact"]
    assert [each.base for each in found] == pytest.approx([24_300, 21_873.6])


def test_low_base_and_high_follow_from_their_own_contacts() -> None:
    """The range comes from the contacts, not from what was typed."""
    assert worth(MOVED | {"low": 1, "high": 99_999}).findings[0].range == pytest.approx(
        (16_200, 24_300, 32_400)
    )


def test_an_unfinished_working_leaves_the_typed_amounts() -> None:
    """What cannot be worked out stands as it was typed."""
    found = worth(benefit((1, 2, 3), working(cost_before=UNKNOWN))).findings[0]
    assert (found.kind, found.range) == ("typed", (1, 2, 3))


def test_the_same_contacts_are_counted_once() -> None:
    """The second benefit about the same contacts adds nothing (V16)."""
    found = worth(MOVED, benefit((21874, 21874, 21874), repeats(contacts_are=" calls  About parcels")))
    assert [each.counted for each in found.findings] == [True, False]
    assert found.total == pytest.approx((16_200, 24_300, 32_400))


def test_a_benefit_is_capacity_released_unless_a_cut_is_agreed() -> None:
    """The two parts make the total."""
    found = worth(MOVED, FALLEN | {"budget_cut_agreed": True})
    assert found.released == pytest.approx((16_200, 24_300, 32_400))
    assert found.cut == pytest.approx((21_873.6, 21_873.6, 21_873.6))
    assert worth(MOVED).cut is None


def test_net_and_payback_follow_from_the_costs() -> None:
    """One-off 60 000, 120 000 a year: the base case has 60 000 a year left and needs twelve months."""
    found = worth(benefit((120_000, 180_000, 240_000), working()) | {"working": None})
    assert found.net == pytest.approx((0, 60_000, 120_000))
    assert list(found.payback) == [None, 12, 6]
    assert found.payback_words == ("Does not pay back in the period", "12 months", "6 months")


def test_without_costs_nothing_is_said_of_payback() -> None:
    """A hole in the costs is no loss."""
    found = worth(MOVED, board__costs__0__amount=UNKNOWN)
    assert (found.net, found.payback_words) == (None, ("Not scored",) * 3)


def test_the_case_prints_the_same_totals() -> None:
    """One number has one source: the case takes its sums from the benefits."""
    findings = analyze(an_engagement(board__benefits=[MOVED, FALLEN]))
    case = findings.case
    assert (case.benefit_low, case.benefit_base, case.benefit_high) == findings.benefits.total


@settings(deadline=None, derandomize=True)
@given(benefit=st.floats(0, 1e9), one_off=st.floats(0, 1e9), yearly=st.floats(0, 1e9), more=st.floats(1, 1e9))
def test_a_larger_benefit_never_takes_longer_to_pay_back(
    benefit: float, one_off: float, yearly: float, more: float
) -> None:
    """Payback is not negative, and falls as the benefit grows."""
    now = benefits.payback(benefit, one_off, yearly)
    then = benefits.payback(benefit + more, one_off, yearly)
    if now is not None:
        assert then is not None
        assert now >= then >= 0
