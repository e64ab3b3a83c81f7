"""Each channel in each quarter (documents VR-7): what moves it, when, and what nobody can know yet."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratgen.analysis import analyze
from stratgen.analysis.channel_years import library_id
from stratgen.analysis.findings import ChannelYear
from stratgen.analysis.self_drafting import with_roadmap
from stratgen.catalogue import packaged
from stratgen.engagement.channels import ChannelState
from tests.analysis.set_examples import NAMES, checked
from tests.builders import UNKNOWN, an_engagement, answers
from tests.specimen_governance import initiative

FACEBOOK, WHATSAPP, TRUSTPILOT = 0, 1, 2
"""The channels of the specimen: it leads, it is piloted, it is maintained."""


def years(*work: dict[str, Any], **changes: Any) -> tuple[ChannelYear, ...]:
    """Return the channels of the specimen over a year with this work and no other."""
    return analyze(an_engagement(initiatives=[*work] or [initiative("I-06", "Q1")], **changes)).channel_years


def words(year: ChannelYear) -> str:
    return " ".join(each or "unscored" for each in year.quarters)


def set_by_hand(channel: int, state: str) -> dict[str, Any]:
    return {f"channels__{channel}__override": {"state": state, "reason": "The members have asked for it"}}


def test_a_pilot_stands_while_it_runs_and_then_at_its_decision() -> None:
    """No outcome is invented: after the exit test somebody decides between lead and listen."""
    found = years(initiative("I-13", "Q3", start="2027-05-03"))[WHATSAPP]
    assert words(found) == "none pilot pilot decide"
    assert found.why.endswith("; I-13 tests it")


def test_two_pilots_of_one_channel_wait_for_a_decision_between_them() -> None:
    """After the first the channel stands at its exit test, until the second begins."""
    work = (initiative("I-13", "Q1"), initiative("I-13-b", "Q3"))
    assert words(years(*work)[WHATSAPP]) == "pilot decide pilot decide"


@pytest.mark.parametrize(
    ("changes", "today"),
    [
        ({}, "none"),
        ({"inbound": 40, "needing_reply": 10}, "listen"),
        ({"status": "dormant", "handle": "@tidewater", "owner": "Head of Digital"}, "listen"),
        ({"status": "dormant", "handle": "@t", "owner": "Head", "response_rate": 9, "needing_reply": 9}, "listen"),
        ({"status": "paused", "handle": "@t", "owner": "Head", "response_rate": 9, "needing_reply": 9}, "listen"),
        ({"status": "active", "handle": "@t", "owner": "Head", "response_rate": 40, "needing_reply": 9}, "maintain"),
    ],
)  # fmt: skip
def test_before_its_pilot_a_channel_is_what_it_is_today(changes: dict[str, Any], today: str) -> None:
    """Not used, read, or answered: as the audit found it."""
    paths = {f"channels__{WHATSAPP}__{name}": value for name, value in changes.items()}
    paths |= set_by_hand(WHATSAPP, "pilot")
    assert words(years(initiative("I-13", "Q4"), **paths)[WHATSAPP]) == f"{today} {today} {today} pilot"


def test_a_pilot_that_nobody_planned_does_not_begin() -> None:
    """The channel stays what it is, and the reason says what is missing."""
    found = years()[WHATSAPP]
    assert words(found) == "none none none none"
    assert "no pilot is planned yet" in found.why


def test_a_leading_channel_is_maintained_until_its_hours_are_extended() -> None:
    """From the quarter in which that work ends it leads; without such work it leads from the start."""
    assert words(years(initiative("I-14", "Q3"))[FACEBOOK]) == "maintain maintain lead lead"
    assert words(years()[FACEBOOK]) == "lead lead lead lead"


def test_a_leading_channel_without_an_account_is_not_maintained_before_the_work_begins() -> None:
    """Nothing is answered where nobody has an account."""
    changes = set_by_hand(WHATSAPP, "lead")
    found = years(initiative("I-14", "Q3", start="2027-05-03"), **changes)[WHATSAPP]
    assert words(found) == "none maintain lead lead"


def test_a_retired_channel_is_kept_with_a_signpost_until_its_quarter() -> None:
    """It is read until then; without work that retires it, it stays so, and the reason says it."""
    changes = set_by_hand(TRUSTPILOT, "retire")
    assert words(years(initiative("I-29", "Q2"), **changes)[TRUSTPILOT]) == "listen retire retire retire"
    kept = years(**changes)[TRUSTPILOT]
    assert words(kept) == "listen listen listen listen"
    assert "nothing planned retires it yet" in kept.why


@pytest.mark.parametrize("state", ["maintain", "listen", "none"])
def test_other_states_hold_all_year(state: str) -> None:
    """Nothing moves a channel that is maintained, listened to or not used, even work that names it."""
    work = initiative("I-14", "Q3", channels=["trustpilot"])
    found = years(work, **set_by_hand(TRUSTPILOT, state))[TRUSTPILOT]
    assert words(found) == " ".join([state] * 4)
    assert found.work == ()


def test_work_moves_the_channels_that_it_names_and_no_others() -> None:
    """Any piece of work may name channels; one of the library that names some leaves the rest alone."""
    changes = set_by_hand(TRUSTPILOT, "lead")
    extended = initiative("I-14", "Q2", channels=["Facebook"])
    found = years(extended, initiative("stars", "Q4", channels=["trustpilot"]), **changes)
    assert words(found[FACEBOOK]) == "maintain lead lead lead"
    assert words(found[TRUSTPILOT]) == "maintain maintain maintain lead"
    assert "leads after stars" in found[TRUSTPILOT].why
    assert words(years(extended, **changes)[TRUSTPILOT]) == "lead lead lead lead"


def test_work_without_a_quarter_moves_nothing_yet() -> None:
    """A quarter is never guessed; the reason says that it is missing."""
    hole = {"quarter": UNKNOWN, "end": UNKNOWN}
    found = years(initiative("I-13", "Q3") | hole, initiative("I-14", "Q3") | hole)
    assert words(found[FACEBOOK]) == "maintain maintain maintain maintain"
    assert words(found[WHATSAPP]) == "none none none none"
    assert "I-13 has no quarter yet" in found[WHATSAPP].why


def test_work_ends_in_the_quarter_that_it_names_even_without_dates() -> None:
    """Dates only tell when it starts; without them it runs in its quarter alone."""
    found = years(initiative("I-13", "Q2", start=UNKNOWN, end=UNKNOWN))[WHATSAPP]
    assert words(found) == "none pilot decide decide"


def test_a_channel_without_enough_answers_has_no_state_in_any_quarter() -> None:
    """A state is never guessed."""
    found = years(channels__0__feasibility__skills=UNKNOWN)[FACEBOOK]
    assert found.quarters == (None, None, None, None)


def test_hours_that_states_set_by_hand_overstretch_are_named_with_the_quarter() -> None:
    """What the cap may not demote is said beside each channel that is worked in such a quarter."""
    short = {f"channels__{n}__feasibility__hours_available": 5 for n in range(3)}
    for number, state in enumerate(("lead", "pilot", "maintain")):
        short |= set_by_hand(number, state)
    found = years(initiative("I-13", "Q3"), **short)
    assert "; Q3 to Q4: 20.9 hours a week needed, 15 there" in found[WHATSAPP].why
    assert "hours a week needed" not in years(initiative("I-13", "Q3"))[WHATSAPP].why


_STATES = st.sampled_from([None, *(each.value for each in ChannelState)])


@settings(max_examples=40, deadline=None)
@given(
    states=st.lists(_STATES, min_size=3, max_size=3),
    hours=st.integers(0, 12),
    quarter=st.sampled_from("1234"),
)
def test_hours_suffice_in_every_quarter_or_the_reason_says_so(
    states: list[str | None], hours: int, quarter: str
) -> None:
    """Lead, pilot, maintain and decide take hours; their sum is within the pool, or it is told (domain 5.5)."""
    changes: dict[str, Any] = {f"channels__{n}__feasibility__hours_available": hours for n in range(3)}
    for number, state in enumerate(states):
        changes |= set_by_hand(number, state) if state else {}
    found = years(*(initiative(name, f"Q{quarter}") for name in ("I-13", "I-14", "I-29")), **changes)
    worked = ("lead", "pilot", "maintain", "decide")
    for place in range(4):
        there = [each for each in found if each.quarters[place] in worked]
        needed = sum(each.finding.hours_needed or 0 for each in there)
        assert needed <= 3 * hours + 1e-9 or all("hours a week needed" in each.why for each in there)


def test_a_roadmap_that_drafts_itself_moves_its_channels() -> None:
    """What the library proposes names the channels of its trigger, and the quarters follow from it."""
    hole = {"unknown": "to be worked out", "owner": "Social Media Manager"}
    engagement = an_engagement(initiatives=hole)
    stood_in, findings = with_roadmap(engagement, analyze(engagement))
    named = {each.id: each.channels for each in stood_in.initiatives if each.channels}
    assert named == {"I-13": ("whatsapp",), "I-14": ("facebook",)}
    assert {"pilot", "lead"} <= {each for year in findings.channel_years for each in year.quarters}


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("I-13", "I-13"), ("I-13-wechat", "I-13"), ("I-13b", "I-13"), ("I-130", None), ("mine", None)],
)
def test_an_own_id_belongs_to_the_family_that_it_continues(name: str, wanted: str | None) -> None:
    """A letter or a dash goes on; another digit makes another number."""
    assert library_id(name, packaged()) == wanted


def test_a_channel_that_work_names_has_to_be_in_the_audit() -> None:
    """A name that points at nothing is a fault with its place (rule V2)."""
    work = [*answers()["initiatives"][:-1], answers()["initiatives"][-1] | {"channels": ["mastodon"]}]
    errors = analyze(an_engagement(initiatives=work)).errors
    last = len(work) - 1
    assert [each.path for each in errors if "mastodon" in each.what] == [f"initiatives[{last}].channels[0]"]


@pytest.mark.parametrize("name", NAMES)
def test_the_quarters_of_an_example_arrive_at_the_state_of_its_year(name: str) -> None:
    """The board brief and annex A print the year's state: the roadmap gets there, and holds it where nothing moves."""
    for year in checked(name).findings.channel_years:
        state = year.finding.state
        match state:
            case ChannelState.PILOT:
                assert year.work
                assert state in year.quarters
            case ChannelState.LEAD | ChannelState.RETIRE:
                assert year.quarters[-1] is state
            case _:
                assert set(year.quarters) == {state}
