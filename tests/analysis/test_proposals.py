"""The roadmap that drafts itself: triggers choose, dependencies and capacity place, the client's own work stays."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratgen.analysis import analyze
from stratgen.analysis.ordering import CARRIED_A_QUARTER
from stratgen.analysis.promised_days import promised
from stratgen.analysis.proposals import MOST_IN_A_QUARTER, SPINE, Proposal, propose
from stratgen.analysis.self_drafting import with_roadmap
from stratgen.engagement import Engagement, Unknown, known, records
from tests.builders import an_engagement

HOLE = {"unknown": "to be worked out", "owner": "Social Media Manager"}
OBSERVER = {
    "stakeholders__0__interviewed": "unknown",
    **{f"maturity__investment__{name}": 1 for name in ("budget", "people", "tool", "training", "sponsor")},
    **{
        f"maturity__innovation__{name}": 1
        for name in ("in_channel", "empowered", "new_channels", "comparable", "insight")
    },
}


def proposed(engagement: Engagement) -> tuple[Proposal, ...]:
    return propose(engagement, analyze(engagement))


def by_id(engagement: Engagement) -> dict[str, Proposal]:
    return {each.entry.id: each for each in proposed(engagement)}


def test_an_observer_gets_the_five_steps_in_the_first_quarter_in_their_order() -> None:
    """The spine of an Observer stands in Q1, each step after the one before it (domain 12.2)."""
    found = by_id(an_engagement(initiatives=HOLE, **OBSERVER))
    steps = [found[key] for key in SPINE if key in found]
    assert {"I-02", "I-03", "I-06"} <= {each.entry.id for each in steps}
    assert {each.quarter.value for each in steps} == {"Q1"}
    for before, after in pairwise(steps):
        assert before.end is not None
        assert after.start is not None
        assert before.end < after.start


def test_what_is_planned_is_not_proposed_again() -> None:
    """The client's own record of an initiative wins, whatever stands in it."""
    whole = an_engagement(initiatives=HOLE)
    planned = by_id(whole)
    assert "I-30" in planned
    kept = an_engagement()
    mine = {known(each.id) for each in records(kept.initiatives)}
    assert mine
    assert mine.isdisjoint(by_id(kept))


def test_what_was_declined_stays_out() -> None:
    """A declined initiative does not come back, and nothing waits for it."""
    declined = [{"id": "I-30", "reason": "The group office reviews the year"}]
    found = by_id(an_engagement(initiatives=HOLE, vision__declined=declined))
    assert "I-30" not in found
    assert all("I-30" not in each.depends_on for each in found.values())


def test_an_initiative_without_its_trigger_is_not_proposed() -> None:
    """With multi-factor sign-in everywhere nobody is told to switch it on."""
    found = by_id(an_engagement(initiatives=HOLE))
    for key, each in found.items():
        assert each.reason, key


@settings(max_examples=25, deadline=None)
@given(points=st.lists(st.integers(0, 20), min_size=4, max_size=4))
def test_nothing_stands_before_what_it_depends_on_and_quarters_hold_what_they_carry(
    points: list[int],
) -> None:
    """Whatever the capacity, a dependency ends before its dependant starts; only crowded work overflows."""
    capacity = {f"q{n}": each for n, each in enumerate(points, 1)}
    found = by_id(an_engagement(initiatives=HOLE, vision__capacity=capacity, **OBSERVER))
    load = dict.fromkeys(range(4), 0)
    for each in found.values():
        if not each.crowded:
            load[each.quarter.position] += each.entry.effort
        for need in each.depends_on:
            before = found[need]
            assert before.quarter.position <= each.quarter.position
            assert before.end is not None
            assert each.start is not None
            assert before.end < each.start
    assert all(load[n] <= points[n] for n in range(4))


def test_a_quarter_holds_at_most_six_pieces_of_work() -> None:
    """The seventh moves on to a later quarter (domain V23)."""
    found = proposed(an_engagement(initiatives=HOLE, **OBSERVER))
    for quarter in {each.quarter for each in found}:
        there = [each for each in found if each.quarter is quarter and not each.crowded]
        assert len(there) <= MOST_IN_A_QUARTER
        assert sum(each.entry.effort for each in there) <= CARRIED_A_QUARTER


def test_dates_lie_within_the_quarter() -> None:
    """Start and end of a proposal lie in its quarter, and the end is not before the start."""
    engagement = an_engagement(initiatives=HOLE)
    starts = analyze(engagement).quarter_starts
    assert starts is not None
    for each in proposed(engagement):
        assert each.start is not None
        assert each.end is not None
        first = starts[each.quarter.position]
        assert first <= each.start <= each.end < first + timedelta(days=93)


def test_answers_without_initiatives_get_a_drafted_roadmap_that_stays_open() -> None:
    """The documents show the drafted work; the hole, its owner and the count of open points stay."""
    engagement = an_engagement(initiatives=HOLE)
    before = analyze(engagement)
    stood_in, findings = with_roadmap(engagement, before)
    work = records(stood_in.initiatives)
    assert work
    assert findings.roadmap_drafted
    assert all(
        isinstance(each.owner, Unknown) and each.owner.owner == "Social Media Manager" for each in work
    )
    assert findings.open_points == before.open_points
    assert isinstance(engagement.initiatives, Unknown)


def test_answers_with_initiatives_are_left_as_they_are() -> None:
    """A roadmap of the client's own is never added to behind its back."""
    engagement = an_engagement()
    findings = analyze(engagement)
    assert with_roadmap(engagement, findings) == (engagement, findings)


@pytest.mark.parametrize("name", ["impact", "urgency", "effort"])
def test_every_initiative_of_the_library_has_its_marks(name: str) -> None:
    """Priority needs impact, urgency and effort of 1 to 5 each (domain 5.18)."""
    for each in analyze(an_engagement()).catalogue.initiatives.values():
        assert 1 <= getattr(each, name) <= 5, each.id


def test_nobody_is_interviewed_twice() -> None:
    """Once everybody on the register was interviewed, no interviews are planned, and nothing waits for them."""
    held = {key: value for key, value in OBSERVER.items() if not key.startswith("stakeholders")}
    found = by_id(an_engagement(initiatives=HOLE, **held))
    assert "I-02" not in found
    assert "I-03" in found
    assert all("I-02" not in each.depends_on for each in found.values())


@pytest.mark.parametrize("day", ["2027-02-10", "2027-03-31", "2027-05-20", "2027-06-30"])
def test_work_ends_by_the_day_that_another_answer_gives(day: str) -> None:
    """The policy is in force, the tool chosen, the practices stopped and agents trained when the answers say so."""
    engagement = an_engagement(
        initiatives=HOLE, policy__effective=day, tools__decide_by=day, tools__capabilities__queues=False,
        legacy_practices__0__by=day, training__0__trained_today=10, training__0__by="Q2", **OBSERVER,
    )  # fmt: skip
    found = by_id(engagement)
    starts = analyze(engagement).quarter_starts
    days = promised(engagement, starts)
    assert {"I-07", "I-11", "I-28"} <= found.keys() & days.keys()
    for key, each in found.items():
        if key not in days:
            continue
        assert each.start is not None
        assert each.end is not None
        assert each.start <= each.end <= days[key].day, key
