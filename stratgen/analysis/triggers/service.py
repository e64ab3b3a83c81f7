"""Triggers that read the channels and the service of today."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratgen.analysis.findings import ChannelFinding, Findings
from stratgen.analysis.measures import social_value
from stratgen.analysis.scoring import figure
from stratgen.analysis.triggers.reading import Trigger, begun, named, runs_today, stands
from stratgen.engagement import Engagement, known, records
from stratgen.engagement.baseline import AppliesToSocial
from stratgen.engagement.channels import ChannelState, ChannelStatus, Interaction
from stratgen.engagement.maturity import Segment
from stratgen.engagement.purpose import ServiceIntent
from stratgen.engagement.service import Scripting
from stratgen.engagement.setup import Sector

CARE_MEASURES = ("AHT", "FRT", "CSAT", "VSAT", "FCR")
"""The five measures that a care programme reports first (domain 12.2, I-05)."""

ENOUGH_REPLIES = 70.0
ENOUGH_RESOLVED = 70.0
"""Percent; what is usually called good for first contact resolution on the telephone."""
HALF = 50.0

_FAULTS = re.compile(
    r"\b(tenants?|landlords?|leaseholders?|repairs?|disrepair|damp|mou?ld|no heating|gas leaks?|cladding"
    r"|fire safety|hazards?|safety faults?|unsafe|injur(?:y|ies))\b", re.IGNORECASE,
)  # fmt: skip
_HAZARDOUS = (Sector.UTILITIES, Sector.HEALTH, Sector.PHARMA, Sector.TRAVEL)
MANY_COMPLAINTS = 40.0


def few_replies(engagement: Engagement, findings: Findings) -> str:
    """Under 70 % of the messages that need a reply get one on some channel."""
    del engagement
    for each in findings.channels.findings:
        rate = figure(each.channel.response_rate)
        if rate is not None and rate < ENOUGH_REPLIES:
            return f"only {rate:g}% of messages on {each.name} get a reply"
    return ""


def faults_reported(engagement: Engagement, findings: Findings) -> str:
    """People report faults that can hurt somebody: the answers say so, or the sector does."""
    del findings
    for text in _of_people(engagement):
        if found := _FAULTS.search(text):
            return f"your answers speak of {found[0].lower()}, and people report in public what can hurt them"
    sector = known(engagement.engagement.sector)
    return f"in {sector.label.lower()} a fault can hurt somebody" if sector in _HAZARDOUS else ""


def _of_people(engagement: Engagement) -> Iterator[str]:
    """Yield the answers that say who people are and what they come with."""
    said: list[object] = [engagement.engagement.client.customers_called, engagement.purpose.reason]
    said += [each.goal for each in records(engagement.engagement.business_goals)]
    said += [answer for each in records(engagement.personas) for answer in (each.name, each.need)]
    said += [each.sentence for each in records(engagement.objectives)]
    said += [each.topic for each in records(engagement.credo.hard_topics)]
    yield from (each for each in said if isinstance(each, str))


def scripted_replies(engagement: Engagement, findings: Findings) -> str:
    """Replies are mostly or always scripted."""
    del findings
    scripting = known(engagement.service.scripting)
    if scripting in (Scripting.MOSTLY, Scripting.ALWAYS):
        return f"replies are {scripting.label} scripted"
    return ""


def weak_sign_in(engagement: Engagement, findings: Findings) -> str:
    """Multi-factor sign-in is off, or a password is shared."""
    del engagement
    name = named(
        findings, lambda each: bool(each.channel.access and each.channel.access.multi_factor is False)
    )
    if name:
        return f"multi-factor sign-in is off on {name}"
    shared = named(
        findings, lambda each: bool(each.channel.access and each.channel.access.shared_password is True)
    )
    return f"a password is shared on {shared}" if shared else ""


def active_reviews(engagement: Engagement, findings: Findings) -> str:
    """A review channel is active."""
    del engagement
    name = named(
        findings, lambda each: each.is_type("review") and each.channel.status == ChannelStatus.ACTIVE
    )
    return f"customers review you on {name}" if name else ""


def review_channel(engagement: Engagement, findings: Findings) -> str:
    """A review channel is in the audit, whether or not the client has claimed its page."""
    del engagement
    name = named(findings, lambda each: each.is_type("review"))
    return f"customers review you on {name}" if name else ""


def community_channel(engagement: Engagement, findings: Findings) -> str:
    """A community of the client's own: it can be hosted by its owner, and the client is or wishes to be that host.

    Groups that members run, and communities without an official account, are theirs and not ours to care for.
    """
    del engagement

    def is_ours(each: ChannelFinding) -> bool:
        hosts = _hosts(each.channel.feasibility)
        if each.entry is None or not each.is_type("community"):
            return hosts
        official = stands(each) and each.channel.status is not ChannelStatus.UNOFFICIAL
        return (official or hosts) if each.entry.hosted else (official and hosts)

    name = named(findings, is_ours)
    return f"people meet in a community of yours ({name})" if name else ""


def _hosts(plan: object) -> bool:
    return Interaction.COMMUNITY in (known(getattr(plan, "interactions", None)) or ())


def third_party_claims(engagement: Engagement, findings: Findings) -> str:
    """Australian law may hold the owner of a page to what others claim there."""
    countries = records(engagement.engagement.countries)
    name = named(findings, lambda each: each.is_type("review", "community"))
    if name and any(code.partition("-")[0] == "AU" for code in countries):
        return f"you are at work in Australia, where others' claims on {name} can become yours"
    return ""


def one_platform(engagement: Engagement, findings: Findings) -> str:
    """More than half of all messages come through one channel."""
    del engagement
    counts = [
        (each.name, count)
        for each in findings.channels.findings
        if (count := figure(each.channel.inbound) or figure(each.channel.needing_reply))
    ]
    total = sum(count for _, count in counts)
    for name, count in counts:
        if len(findings.channels.findings) > 1 and count > total / 2:
            return f"{name} carries {100 * count / total:.0f}% of all messages"
    return ""


def many_complaints(engagement: Engagement, findings: Findings) -> str:
    """Complaints are more than 40 % of what comes in somewhere."""
    del engagement
    name = named(
        findings,
        lambda each: bool(
            each.channel.inquiries and (figure(each.channel.inquiries.complaint) or 0) > MANY_COMPLAINTS
        ),
    )
    return f"complaints are more than {MANY_COMPLAINTS:.0f}% of messages on {name}" if name else ""


def stray_accounts(engagement: Engagement, findings: Findings) -> str:
    """Impostors, duplicates or abandoned accounts stand in the client's name."""
    del engagement
    for each in findings.channels.findings:
        litter = each.channel.litter
        counts = (litter.abandoned, litter.duplicate, litter.impostor) if litter else ()
        stray = sum(known(count) or 0 for count in counts)
        if stray:
            return f"{stray} stray account{'s stand' if stray > 1 else ' stands'} on {each.name}"
    idle = named(findings, lambda each: each.channel.status == ChannelStatus.DORMANT)
    return f"{idle} lies dormant" if idle else ""


def in_state(word: str, says: str) -> Trigger:
    """Return the trigger that a channel is to be led, piloted or retired."""

    def stands_so(engagement: Engagement, findings: Findings) -> str:
        del engagement
        there = findings.channels.in_state(word)
        names = {each.key for each in there if word != ChannelState.PILOT.value or not runs_today(each)}
        name = named(findings, lambda each: each.key in names)
        return f"{name} {says}" if name else ""

    return stands_so


def low_resolution(engagement: Engagement, findings: Findings) -> str:
    """First contact resolution is under 70 %; where nobody counts it, few cases end where they began."""
    del findings
    share = social_value(engagement, "FCR")
    if share is not None:
        return f"only {share:g}% of matters are settled at first contact" if share < ENOUGH_RESOLVED else ""
    ended = figure(engagement.service.resolved_in_channel)
    if ended is not None and ended < HALF:
        return f"only {ended:g}% of cases end in the channel where they began"
    return ""


def no_baseline(engagement: Engagement, findings: Findings) -> str:
    """A care measure has no value on social, though nobody says that it cannot be used there."""
    if not begun(engagement):
        return ""
    unused = {
        known(each.kpi)
        for each in records(engagement.baseline.measures)
        if each.applies == AppliesToSocial.NO
    }
    missing = [
        each
        for each in CARE_MEASURES
        if each in findings.kpis and each not in unused and social_value(engagement, each) is None
    ]
    return f"{findings.kpis[missing[0]].short} has no value on social yet" if missing else ""


def thin_evidence(engagement: Engagement, findings: Findings) -> str:
    """The organisation looks on, or what is known of its service is an estimate."""
    if findings.placement.segment is Segment.OBSERVER:
        return "you stand as an Observer"
    evidence = engagement.service.evidence
    grade = known(evidence.grade) if evidence else None
    if grade is not None and grade.value in ("C", "D"):
        return f"what is known of today's service is of grade {grade.value}, an estimate"
    return ""


_LACKS = {"queues": "one-to-one queues", "history": "the customer's history", "handling_time": "handling times",
          "response_time": "first-response times"}  # fmt: skip


def tool_gap(engagement: Engagement, findings: Findings) -> str:
    """No tool gives what care needs."""
    del findings
    lacks = [words for name, words in _LACKS.items() if getattr(engagement.tools.capabilities, name) is False]
    return f"no tool gives you {lacks[-1]}" if lacks else ""


def care_tool_gap(engagement: Engagement, findings: Findings) -> str:
    """No tool gives what care needs, where a service channel is part of the intent."""
    intent = known(engagement.purpose.service_channel)
    return "" if intent in (None, ServiceIntent.NO) else tool_gap(engagement, findings)


TRIGGERS: dict[str, Trigger] = {
    "few_replies": few_replies, "scripted_replies": scripted_replies, "weak_sign_in": weak_sign_in,
    "active_reviews": active_reviews, "review_channel": review_channel, "community_channel": community_channel,
    "third_party_claims": third_party_claims, "one_platform": one_platform, "many_complaints": many_complaints,
    "stray_accounts": stray_accounts, "pilot_channels": in_state("pilot", "should be piloted"),
    "lead_channels": in_state("lead", "should lead"), "retired_channels": in_state("retire", "should be retired"),
    "low_resolution": low_resolution, "no_baseline": no_baseline, "thin_evidence": thin_evidence,
    "tool_gap": tool_gap, "care_tool_gap": care_tool_gap, "faults_reported": faults_reported,
}  # fmt: skip
"""By name, as `triggers.toml` of the catalogue lists them."""
