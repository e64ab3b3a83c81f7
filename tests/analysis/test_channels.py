"""The channel matrix (domain 5.5)."""

import pytest

from stratgen.analysis import channel_scores as scores
from stratgen.analysis import channels
from stratgen.analysis.findings import Channels
from stratgen.catalogue import packaged
from stratgen.engagement import Engagement
from stratgen.engagement.channels import ChannelState, Interaction
from stratgen.engagement.purpose import SocialRole
from tests.builders import LEFT_OUT, UNKNOWN, an_engagement
from tests.specimen import channel, feasibility


def weigh(engagement: Engagement) -> Channels:
    """Return the channels as the packaged catalogue has them."""
    return channels.weigh(engagement, packaged())


def test_presence_weighs_the_strongest_phase_of_each_persona() -> None:
    """60 % at 3 and 40 % at 1 make 73.3."""
    assert scores.presence_of([60, 40], [3, 1]) == pytest.approx(73.3333, abs=1e-4)


@pytest.mark.parametrize(
    ("given", "exists", "inbound", "wanted", "state"),
    [
        ((220 / 3, 4, 4, 100, 3, 4, 3, 20, 16, 3, 3), True, 50, (76.8333, 68.75, 36, 71.8417), "lead"),
        ((40, 3, 2, 50, 4, 2, 2, 5, 10, 4, 5), True, 50, (39.75, 31.25, 80, 33.25), "listen"),
        ((85, 5, 4, 100, 3, 2, 1, 5, 20, 3, 3), True, 50, (87.75, 25, 36, 64.175), "pilot"),
        ((10, 1, 2, 0, 2, 3, 3, 5, 5, 2, 2), True, 2, (10.25, 68.75, 16, 42.55), "retire"),
    ],
)
def test_the_printed_vectors_hold(
    given: tuple[float, int, int, float, int, int, int, float, float, int, int],
    exists: bool,
    inbound: float,
    wanted: tuple[float, float, float, float],
    state: str,
) -> None:
    """Opportunity, feasibility, risk, priority and state of domain 5.5, unrounded."""
    presence, customer, organisation, fit, complexity, skills, tool, there, needed, likely, impact = given
    opportunity = scores.opportunity_of(presence, customer, organisation, fit)
    ease = scores.feasibility_of(complexity, skills, tool, scores.capacity_of(there, needed))
    risk = scores.risk_of(likely, impact)
    found = (opportunity, ease, risk, scores.priority_of(opportunity, ease, risk))
    assert found == pytest.approx(wanted, abs=1e-4)
    assert scores.state_of(opportunity, ease, risk, exists, inbound).value == state


@pytest.mark.parametrize(
    ("opportunity", "ease", "risk", "exists", "inbound", "state"),
    [
        (34.9, 90, 10, False, 0, "none"),
        (34.9, 90, 10, True, 9, "retire"),
        (34.9, 90, 10, True, 10, "listen"),
        (60, 60, 79, True, 0, "lead"),
        (60, 59.9, 79, True, 0, "pilot"),
        (35, 50, 10, True, 0, "maintain"),
        (35, 49.9, 10, True, 0, "listen"),
        (90, 90, 80, True, 0, "listen"),
    ],
)
def test_the_first_rule_that_applies_decides(
    opportunity: float, ease: float, risk: float, exists: bool, inbound: float, state: str
) -> None:
    """Limits belong to the better side."""
    assert scores.state_of(opportunity, ease, risk, exists, inbound).value == state


def test_hours_are_messages_times_rate_times_minutes_plus_publishing() -> None:
    """433 messages at 90 % and 10 minutes are 15 hours a week, and 5 of publishing."""
    assert scores.hours_of(433, 90, 10, 5) == pytest.approx(20)
    assert scores.hours_of(433, 90, None, 5) is None
    assert scores.hours_of(0, 90, None, 5) == 5


def test_a_planned_interaction_fits_the_primary_role_before_a_further_one() -> None:
    """100, 50 or 0."""
    primary, further = SocialRole.SUPPORT, [SocialRole.LISTEN]
    assert scores.fit_of([Interaction.ANSWER], primary, further) == 100
    assert scores.fit_of([Interaction.LISTEN], primary, further) == 50
    assert scores.fit_of([Interaction.COMMERCE], primary, further) == 0


def test_the_specimen_leads_pilots_and_maintains_and_says_why() -> None:
    """One plain sentence with the numbers that decided."""
    found = weigh(an_engagement()).findings
    assert [each.state for each in found] == [ChannelState.LEAD, ChannelState.PILOT, ChannelState.MAINTAIN]
    assert found[0].why == "Opportunity 82 and feasibility 69 are both 60 or more"
    assert found[1].why == "Opportunity 86 is 60 or more, but feasibility 38 is under 60"
    assert all(not each.missing for each in found)


def test_too_few_hours_demote_the_lowest_priority_and_say_so() -> None:
    """The cap of domain 5.5: the hours of all channels are one pool."""
    short = {f"channels__{n}__feasibility__hours_available": 6.5 for n in range(3)}
    found = weigh(an_engagement(**short))
    demoted = [each for each in found.findings if each.demoted]
    assert [each.key for each in demoted] == ["trustpilot"]
    assert demoted[0].state is ChannelState.LISTEN
    assert demoted[0].recommended is ChannelState.MAINTAIN
    assert "20.9 hours a week and 19.5 are there" in demoted[0].why
    assert found.hours_needed <= found.hours_available


def test_equal_priorities_are_demoted_by_key() -> None:
    """The order of the answers does not matter."""
    twins = [channel(name, handle="@t") for name in ("youtube", "bluesky")]
    for twin in twins:
        twin["feasibility"] = feasibility(hours_available=7)
    found = weigh(an_engagement(channels=twins)).findings
    assert [each.demoted for each in found] == [False, True]


def test_an_override_replaces_the_state_and_is_left_alone_by_the_cap() -> None:
    """The reason prints beside it."""
    override = {"state": "lead", "reason": "The members have asked for it twice"}
    short = {f"channels__{n}__feasibility__hours_available": 1 for n in range(3)}
    found = weigh(an_engagement(channels__2__override=override, **short)).findings[2]
    assert (found.state, found.overridden, found.demoted) == (ChannelState.LEAD, True, False)
    assert found.why == "Set by hand in place of Maintain: The members have asked for it twice"


def test_an_override_that_sets_the_recommended_state_is_in_place_of_nothing() -> None:
    """It keeps the channel from the cap, and says why and nothing of a hand."""
    override = {"state": "maintain", "reason": "The members have asked for it twice"}
    why = weigh(an_engagement(channels__2__override=override)).findings[2].why
    assert why == "The members have asked for it twice"


def test_a_missing_answer_leaves_no_state_and_names_the_question() -> None:
    """The words are those of the question."""
    found = weigh(an_engagement(channels__0__feasibility__skills=UNKNOWN)).findings[0]
    assert (found.state, found.recommended, found.priority) == (None, None, None)
    assert found.missing == ("How skilled is the team for it?",)


def test_a_severe_risk_decides_even_where_the_rest_is_unknown() -> None:
    """Rule 1 needs the risk alone."""
    found = weigh(
        an_engagement(
            channels__0__feasibility__likelihood=5,
            channels__0__feasibility__impact=4,
            channels__0__feasibility__skills=UNKNOWN,
        )
    ).findings[0]
    assert found.state is ChannelState.LISTEN
    assert found.why == "Risk 80 is 80 or more"


def test_without_a_handling_time_only_channels_with_messages_lack_their_hours() -> None:
    """A channel without an account counts no messages."""
    found = weigh(an_engagement(baseline__measures=UNKNOWN))
    assert [each.hours_needed is None for each in found.findings] == [True, False, True]
    assert not found.handling_minutes.scored


def test_the_handling_time_of_other_channels_stands_in_for_social() -> None:
    """The social value comes first."""
    assert weigh(an_engagement()).handling_minutes.value == 7.5
    without = an_engagement(baseline__measures__0__social=LEFT_OUT)
    assert weigh(without).handling_minutes.value == 6.5


def test_the_target_of_the_response_rate_comes_from_its_objective() -> None:
    """95 % where no objective sets it."""
    assert weigh(an_engagement()).target_response_rate == 95
    own = an_engagement(objectives__1__kpi="RR", objectives__1__target=90)
    assert weigh(own).target_response_rate == 90


def test_a_place_where_nobody_is_and_nothing_stands_needs_no_feasibility() -> None:
    """The interview does not ask for it (domain 3)."""
    empty = {"channel": "viber", "status": "none", "presence": {}}
    found = weigh(an_engagement(channels__2=empty)).findings[2]
    assert found.state is ChannelState.NONE
    assert found.missing == ()


def test_a_name_of_ones_own_is_kept_and_slugged() -> None:
    """A channel that the catalogue does not have is still judged."""
    found = weigh(an_engagement(channels__0__channel="Town & Gown board")).findings[0]
    assert (found.key, found.name) == ("town-gown-board", "Town & Gown board")


def test_an_old_name_is_the_channel_it_became() -> None:
    """The alias map of domain 9."""
    found = weigh(an_engagement(channels__0__channel="Twitter")).findings[0]
    assert (found.key, found.name) == ("x", "X")


def test_rounding_never_contradicts_the_sentence() -> None:
    """59.6 is under 60 and must not read as 60."""
    assert channels.shown(59.6) == "59.6"
    assert channels.shown(59.96) == "59.9"
    assert channels.shown(68.75) == "69"
    assert channels.shown(60) == "60"
