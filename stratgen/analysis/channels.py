"""What the numbers make of each channel (domain 5.5): scores, a state, the capacity cap, and why."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from stratgen.analysis import channel_scores as scores
from stratgen.analysis.capacity import inbound_of
from stratgen.analysis.findings import ChannelFinding, Channels, Score
from stratgen.analysis.measures import handling_minutes, target_response_rate
from stratgen.analysis.scoring import enough
from stratgen.analysis.wording import half_up, short_of
from stratgen.catalogue import Catalogue, ChannelEntry
from stratgen.engagement import Engagement, known, records
from stratgen.engagement.channels import Channel, ChannelState, ChannelStatus, Feasibility

WORKED = (ChannelState.LEAD, ChannelState.PILOT, ChannelState.MAINTAIN)
"""The states that take hours."""

_LIMITS = (35.0, 50.0, 60.0, 80.0)


def weigh(engagement: Engagement, catalogue: Catalogue) -> Channels:
    """Return every channel with its scores and state, in the order of the answers.

    The hours available are those of all channels together: hours of a channel that is only listened to are
    free for the others.
    """
    minutes, rate = handling_minutes(engagement), target_response_rate(engagement)
    case = _Case(engagement, catalogue, minutes, rate)
    judged = [_override(case.judge(channel, n)) for n, channel in enumerate(records(engagement.channels), 1)]
    findings, available = _cap(judged)
    return Channels(
        findings=tuple(findings),
        hours_needed=_needed(findings),
        hours_available=available,
        handling_minutes=Score(minutes, int(minutes is not None), 1),
        target_response_rate=rate,
    )


def state_alone(
    engagement: Engagement, catalogue: Catalogue, number: int
) -> Callable[[Engagement], ChannelState | None]:
    """Return what gives the state that `weigh` gives a channel in answers that differ in this channel alone.

    The other channels are judged once, for all that is asked of one channel.
    """

    def judged(of: Engagement, at: int) -> ChannelFinding:
        case = _Case(of, catalogue, handling_minutes(of), target_response_rate(of))
        return _override(case.judge(records(of.channels)[at], at + 1))

    others = [judged(engagement, at) for at, _ in enumerate(records(engagement.channels))]

    def state(changed: Engagement) -> ChannelState | None:
        findings = [*others[:number], judged(changed, number), *others[number + 1 :]]
        return _cap(findings)[0][number].state

    return state


@dataclass(frozen=True, slots=True)
class _Case:
    engagement: Engagement
    catalogue: Catalogue
    minutes: float | None
    rate: float

    def judge(self, channel: Channel, number: int) -> ChannelFinding:
        """Return a channel as its own numbers have it, before overrides and the cap."""
        key, name, entry = identify(channel, number, self.catalogue)
        plan = channel.feasibility
        presence = self._presence(channel)
        inbound = inbound_of(channel)
        fit = self._fit(plan)
        needed = self._hours(plan, inbound)
        there = known(plan.hours_available) if plan else None
        capacity = None if there is None or needed is None else scores.capacity_of(there, needed)
        bare = ChannelFinding(
            channel=channel,
            key=key,
            name=name,
            presence=presence,
            fit=fit,
            opportunity=_opportunity(plan, presence, fit),
            hours_needed=needed,
            hours_available=there,
            capacity=capacity,
            feasibility=_feasibility(plan, capacity),
            risk=_risk(plan),
            priority=None,
            recommended=None,
            state=None,
            why="",
            demoted=False,
            overridden=False,
            missing=self._missing(channel, presence, inbound, fit),
            entry=entry,
        )
        return _with_state(bare, inbound)

    def _presence(self, channel: Channel) -> float | None:
        matrix = known(channel.presence)
        personas = [each for each in records(self.engagement.personas) if known(each.name)]
        given = [(each, share) for each in personas if (share := known(each.share)) is not None]
        if matrix is None or not enough(len(given), len(personas)):
            return None
        strongest = [max(matrix.get(known(each.name) or "", {}).values(), default=0) for each, _ in given]
        return scores.presence_of([share for _, share in given], strongest)

    def _fit(self, plan: Feasibility | None) -> float | None:
        planned = known(plan.interactions) if plan else None
        primary = known(self.engagement.purpose.role)
        if planned is None or primary is None:
            return None
        return scores.fit_of(planned, primary, records(self.engagement.purpose.further_roles))

    def _hours(self, plan: Feasibility | None, inbound: float | None) -> float | None:
        publishing = known(plan.publishing_hours) if plan else None
        if publishing is None or inbound is None:
            return None
        return scores.hours_of(inbound, self.rate, self.minutes, publishing)

    def _missing(
        self, channel: Channel, presence: float | None, inbound: float | None, fit: float | None
    ) -> tuple[str, ...]:
        words = []
        if presence is None:
            words.append(_title(Channel, "presence"))
        if inbound is None:
            words.append(_title(Channel, "needing_reply"))
        if self.minutes is None and inbound != 0:
            words.append("What is the average handling time?")
        plan = channel.feasibility
        if plan is None:
            return (*words, "How feasible is the channel?")
        if fit is None and known(plan.interactions) is not None:
            words.append("Which role should social play first?")
        return (
            *words,
            *(_title(Feasibility, name) for name in _SCORED if known(getattr(plan, name)) is None),
        )


_SCORED = (
    "complexity", "customer_value", "organisation_value", "interactions", "skills", "tool_support",
    "hours_available", "publishing_hours", "likelihood", "impact",
)  # fmt: skip


def identify(channel: Channel, number: int, catalogue: Catalogue) -> tuple[str, str, ChannelEntry | None]:
    """Return the key and the name of a channel: of the catalogue with its entry, or a slug of its own name."""
    word = known(channel.channel)
    if word is None:
        return f"channel-{number}", f"Channel {number}", None
    entry = catalogue.channel(word)
    if isinstance(entry, ChannelEntry):
        return entry.id, entry.name, entry
    return re.sub(r"\W+", "-", word.casefold()).strip("-") or f"channel-{number}", word, None


def _title(model: type[Channel] | type[Feasibility], name: str) -> str:
    return str(model.model_fields[name].title)


def _opportunity(plan: Feasibility | None, presence: float | None, fit: float | None) -> float | None:
    if plan is None or presence is None or fit is None:
        return None
    customer, organisation = known(plan.customer_value), known(plan.organisation_value)
    if customer is None or organisation is None:
        return None
    return scores.opportunity_of(presence, customer, organisation, fit)


def _feasibility(plan: Feasibility | None, capacity: float | None) -> float | None:
    if plan is None or capacity is None:
        return None
    complexity, skills, tool = known(plan.complexity), known(plan.skills), known(plan.tool_support)
    if complexity is None or skills is None or tool is None:
        return None
    return scores.feasibility_of(complexity, skills, tool, capacity)


def _risk(plan: Feasibility | None) -> float | None:
    likelihood, impact = (known(plan.likelihood), known(plan.impact)) if plan else (None, None)
    return None if likelihood is None or impact is None else scores.risk_of(likelihood, impact)


def _with_state(bare: ChannelFinding, inbound: float | None) -> ChannelFinding:
    opportunity, feasibility, risk = bare.opportunity, bare.feasibility, bare.risk
    exists = bare.channel.status is not ChannelStatus.NONE
    if bare.channel.feasibility is None and bare.presence == 0 and not exists:
        why = "No persona was found here, and there is no account"
        return replace(bare, recommended=ChannelState.NONE, state=ChannelState.NONE, why=why, missing=())
    if risk is not None and risk >= 80:
        state, priority = ChannelState.LISTEN, None
        if opportunity is not None and feasibility is not None:
            priority = scores.priority_of(opportunity, feasibility, risk)
        why = f"Risk {shown(risk)} is 80 or more"
        return replace(bare, priority=priority, recommended=state, state=state, why=why)
    if opportunity is None or feasibility is None or risk is None or known(bare.channel.status) is None:
        return replace(bare, why="Not scored: answers are missing")
    state = scores.state_of(opportunity, feasibility, risk, exists, inbound or 0.0)
    return replace(
        bare,
        priority=scores.priority_of(opportunity, feasibility, risk),
        recommended=state,
        state=state,
        why=_why(state, opportunity, feasibility, inbound or 0.0),
    )


def _why(state: ChannelState, opportunity: float, feasibility: float, inbound: float) -> str:
    chance, ease = f"Opportunity {shown(opportunity)}", f"feasibility {shown(feasibility)}"
    match state:
        case ChannelState.NONE:
            return f"{chance} is under 35, and there is no account"
        case ChannelState.RETIRE:
            return f"{chance} is under 35, and {inbound:.0f} messages a month (under 10) need a reply"
        case ChannelState.LEAD:
            return f"{chance} and {ease} are both 60 or more"
        case ChannelState.PILOT:
            return f"{chance} is 60 or more, but {ease} is under 60"
        case ChannelState.MAINTAIN:
            return f"{chance} is 35 or more but under 60, and {ease} is 50 or more"
        case _ if opportunity < 35:
            return f"{chance} is under 35, but {inbound:.0f} messages a month (10 or more) need a reply"
        case _:
            return f"{chance} is 35 or more but under 60, and {ease} is under 50"


def shown(value: float) -> str:
    """Return a score with as many decimals as tell on which side of a limit of domain 5.5 it lies."""
    return short_of(value, _LIMITS)


def _override(finding: ChannelFinding) -> ChannelFinding:
    """Return the finding with the consultant's state where one is set; the cap leaves such a channel alone."""
    override = finding.channel.override
    state = known(override.state) if override else None
    if override is None or state is None:
        return finding
    scored = finding.recommended
    instead = (
        "" if scored is None else ", as it scores" if scored is state else f" in place of {scored.label}"
    )
    reason = known(override.reason)
    why = f"Set by hand{instead}" + (f": {reason}" if reason else "")
    if scored is state and reason:
        why = reason
    return replace(finding, state=state, overridden=True, why=why)


def _needed(findings: list[ChannelFinding]) -> float:
    return sum(each.hours_needed or 0.0 for each in findings if each.state in WORKED)


def _cap(judged: list[ChannelFinding]) -> tuple[list[ChannelFinding], float]:
    """Return the channels with the lowest priorities demoted to Listen until the hours suffice, and these hours."""
    findings, available = list(judged), sum(each.hours_available or 0.0 for each in judged)
    while (needed := _needed(findings)) > available + 1e-9:
        movable = [n for n, each in enumerate(findings) if each.state in WORKED and not each.overridden]
        if not movable:
            break
        last = min(movable, key=lambda n: (findings[n].priority or 0.0, findings[n].key))
        findings[last] = _demoted(findings[last], needed, available)
    return findings, available


def _demoted(finding: ChannelFinding, needed: float, available: float) -> ChannelFinding:
    state = finding.state.label if finding.state else ""
    why = (
        f"Scores as {state}, but the channels need {half_up(needed, 1):g} hours a week and"
        f" {half_up(available, 1):g} are there; its priority ({half_up(finding.priority or 0.0, 0):.0f})"
        " is the lowest"
    )
    return replace(finding, state=ChannelState.LISTEN, demoted=True, why=why)
