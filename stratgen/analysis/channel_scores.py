"""The arithmetic of the channel matrix (domain 5.5), on bare numbers: presence to state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from stratgen.analysis.capacity import WEEKS_A_MONTH
from stratgen.analysis.scoring import s5
from stratgen.engagement.channels import ChannelState, Interaction
from stratgen.engagement.purpose import SocialRole

STRONGEST = 3
"""The highest level of presence."""

LEADS_FROM = 60
"""Opportunity and feasibility from here on make a channel lead (domain 5.5)."""

SERVES: Mapping[SocialRole, tuple[Interaction, ...]] = {
    SocialRole.SUPPORT: (Interaction.ANSWER, Interaction.PRIVATE, Interaction.REVIEW_REPLY),
    SocialRole.LISTEN: (Interaction.LISTEN,),
    SocialRole.TALK: (Interaction.PUBLISH,),
    SocialRole.ENERGISE: (Interaction.COMMUNITY, Interaction.REVIEW_REPLY),
    SocialRole.EMBRACE: (Interaction.COMMUNITY, Interaction.LISTEN),
    SocialRole.EDUCATE: (Interaction.PUBLISH, Interaction.ANSWER),
}
"""Which interactions serve which role; the mapping is stratgen's own."""


def presence_of(shares: Sequence[float], strongest: Sequence[int]) -> float:
    """Return the presence, 0 to 100: each persona's strongest phase (0 to 3), weighted by its share."""
    total = sum(shares)
    if total <= 0:
        return 0.0
    met = sum(share * level / STRONGEST for share, level in zip(shares, strongest, strict=True))
    return 100 * met / total


def fit_of(planned: Iterable[Interaction], primary: SocialRole, further: Iterable[SocialRole]) -> float:
    """Return 100 where a planned interaction serves the primary role, 50 for a further one, else 0."""
    plan = set(planned)
    if plan.intersection(SERVES[primary]):
        return 100.0
    return 50.0 if any(plan.intersection(SERVES[role]) for role in further) else 0.0


def opportunity_of(presence: float, customer_value: int, organisation_value: int, fit: float) -> float:
    """Return the opportunity, 0 to 100; values are levels of 1 to 5."""
    return 0.40 * presence + 0.25 * s5(customer_value) + 0.25 * s5(organisation_value) + 0.10 * fit


def hours_of(inbound: float, response_rate: float, handling: float | None, publishing: float) -> float | None:
    """Return the hours a week that a channel needs: messages a month, percent, minutes, hours a week.

    None where messages come in and the handling time is not known.
    """
    if inbound == 0:
        return publishing
    if handling is None:
        return None
    return inbound * response_rate / 100 * handling / 60 / WEEKS_A_MONTH + publishing


def capacity_of(available: float, needed: float) -> float:
    """Return the share, 0 to 100, of the hours needed that are there; 100 where none is needed."""
    return 100.0 if needed <= 0 else min(100.0, 100 * available / needed)


def feasibility_of(complexity: int, skills: int, tool_support: int, capacity: float) -> float:
    """Return the feasibility, 0 to 100; the first three are levels of 1 to 5, complexity against it."""
    return (100 - s5(complexity) + s5(skills) + s5(tool_support) + capacity) / 4


def risk_of(likelihood: int, impact: int) -> float:
    """Return the risk, 4 to 100."""
    return 4.0 * likelihood * impact


def priority_of(opportunity: float, feasibility: float, risk: float) -> float:
    """Return the priority, 0 to 100."""
    return 0.5 * opportunity + 0.3 * feasibility + 0.2 * (100 - risk)


def state_of(
    opportunity: float, feasibility: float, risk: float, exists: bool, inbound: float
) -> ChannelState:
    """Return the first state of domain 5.5 that applies; `inbound` counts messages a month."""
    if risk >= 80:
        return ChannelState.LISTEN
    if opportunity < 35 and not exists:
        return ChannelState.NONE
    if opportunity < 35 and inbound < 10:
        return ChannelState.RETIRE
    if opportunity >= LEADS_FROM:
        return ChannelState.LEAD if feasibility >= LEADS_FROM else ChannelState.PILOT
    if opportunity >= 35 and feasibility >= 50:
        return ChannelState.MAINTAIN
    return ChannelState.LISTEN
