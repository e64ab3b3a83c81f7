"""What counts as evidence for each success factor (domain 5.1): weights, labels, and how far each is met.

An item is met 0, 0.5 or 1. It is None where the answer behind it is unknown, and it is left out where it
does not apply. Where an item asks for a share, half of the threshold meets it half.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from stratgen.analysis.channels import WORKED
from stratgen.analysis.demand import demand
from stratgen.analysis.derivation import trained_today
from stratgen.analysis.findings import Channels, EvidenceItem
from stratgen.analysis.keypaths import questions
from stratgen.analysis.scoring import enough, figure, graded, leaves, share_known
from stratgen.engagement import Engagement, Unknown, known, records
from stratgen.engagement.channels import Channel, ChannelStatus
from stratgen.engagement.evidence import Grade
from stratgen.engagement.objectives import Objective
from stratgen.engagement.purpose import Change, Driver, ServiceIntent
from stratgen.engagement.training import Audience

PURPOSES = (Driver.SAY, Driver.ACHIEVE, Driver.SHARE)
AGENTS = (Audience.RELATIONSHIP_MANAGERS, Audience.CX_AGENTS)
"""Who must be trained where customer service is part of the intent."""

PRESENT = 30.0
"""From this presence on a channel needs a feasibility check; one that has its answers is looked at too."""

Items = tuple[EvidenceItem, ...]
T = TypeVar("T")


def purpose(engagement: Engagement) -> Items:
    """Return the evidence for the first factor, the purpose."""
    given = engagement.purpose
    driver = known(given.driver)
    return (
        _item("The reason for engaging is stated", 2, _given(given.reason)),
        _item("The driver is to say, achieve or share something", 3, _true(driver, driver in PURPOSES)),
        _item("Its place in the customer experience is chosen", 1, _given(given.phases)),
        _item(
            "The change in the relationship is stated, from and to", 2, _best(given.relationship, _both_sides)
        ),
        _item("An objective has a number and a date", 3, _best(engagement.objectives, _numbered)),
    )


def audit(engagement: Engagement, judged: Channels) -> Items:
    """Return the evidence for the second factor, the channel audit."""
    channels = records(engagement.channels)
    active = [each for each in channels if known(each.status) is ChannelStatus.ACTIVE]
    open_ones = [each for each in channels if each.status is not ChannelStatus.NONE]
    nothing = None if isinstance(engagement.channels, Unknown) else 0.0
    items = [
        (active, "Active channels have counts, response rate and response time", 3, 0.8, _counted),
        (channels, "The matrix of personas and phases is filled", 3, 1.0, _mapped),
        (open_ones, "Evidence is graded A or B", 2, 0.6, _well_sourced),
    ]
    shares = [
        _item(words, weight, _share(map(test, among), threshold) if channels else nothing)
        for among, words, weight, threshold, test in items
        if among or not channels
    ]
    reviewed = _true(
        channels or nothing, any(each.is_type("review", "community") for each in judged.findings)
    )
    return (*shares, _item("Review and community sites are considered", 1, reviewed))


def feasibility(channels: Channels) -> Items:
    """Return the evidence for the third factor, feasibility and capability."""
    findings = channels.findings
    asked = [
        each for each in findings if (each.presence or 0.0) >= PRESENT or each.channel.feasibility is not None
    ]
    planned = [each.channel.feasibility for each in findings if each.channel.feasibility is not None]
    wanted = [each for each in findings if (each.state if each.overridden else each.recommended) in WORKED]
    hours = [each.hours_needed for each in wanted if each.hours_needed is not None]
    enough = sum(hours) <= channels.hours_available + 1e-9
    stated = (not isinstance(part, Unknown) for plan in planned for part in (plan.opportunity, plan.risk))
    return (
        _item(
            "Feasibility is complete for each channel that customers use",
            3,
            # Answers that are complete and still give no score, as where nobody counts the messages, prove nothing.
            _share(
                (_complete(each.channel.feasibility) and each.feasibility is not None for each in asked), 1.0
            )
            if asked
            else None,
        ),
        _item("The hours needed are there", 3, _true(hours or None, enough)),
        _item(
            "Opportunity and risk are stated for each channel", 2, _share(stated, 1.0) if planned else None
        ),
    )


def tone_and_terms(engagement: Engagement) -> Items:
    """Return the evidence for the fourth factor, tone and terms."""
    terms = engagement.terms
    promises = (
        terms.hours,
        terms.promise,
        terms.go_private_when,
        terms.never_ask_in_public,
        terms.moderation,
        terms.moderation_log,
        terms.moderation_appeal,
    )
    return (
        _item("The traits of the voice are set", 2, _completeness(engagement.voice.traits)),
        _item("The terms of engagement are set", 3, _completeness(*promises)),
        _item("The core of the employee policy is complete", 3, _completeness(*policy_core(engagement))),
        _item("The escalation matrix is complete", 2, _completeness(engagement.governance.escalation)),
    )


def policy_core(engagement: Engagement) -> tuple[object, ...]:
    """Return the answers to the core questions of the policy; those of the full interview do not count here."""
    return tuple(each.answer for each in questions(engagement.policy) if each.core)


def education(engagement: Engagement) -> Items:
    """Return the evidence for the fifth factor, education; the agents' plan only where service is intended."""
    training = engagement.training
    audiences = [known(each.audience) for each in records(training)]
    planned = sum(audience in audiences for audience in AGENTS) / len(AGENTS)
    trained = trained_today(engagement)
    months = [number for each in records(training) if (number := known(each.refresh_months)) is not None]
    none_planned = None if isinstance(training, Unknown) or records(training) else 0.0
    items = [
        _item("Half or more are trained today", 2, None if trained is None else graded(trained, 50)),
        _item(
            "Training is refreshed within twelve months",
            1,
            _share((number <= 12 for number in months), 1.0) if months else none_planned,
        ),
    ]
    intent = known(engagement.purpose.service_channel)
    if intent is not ServiceIntent.NO:
        met = None if intent is None or isinstance(training, Unknown) else graded(planned, 1.0)
        items.insert(0, _item("Training is planned for those who serve customers", 3, met))
    return tuple(items)


def credibility(engagement: Engagement) -> Items:
    """Return the evidence for the sixth factor, credibility."""
    credo = engagement.credo
    commitments = known(credo.commitments)
    promotion = [
        share for each in records(engagement.tactics) if (share := known(each.promotion_share)) is not None
    ]
    rate = response_rate(engagement)
    return (
        _item(
            "Three or more commitments are made",
            2,
            None if commitments is None else 1.0 if len(commitments) >= 3 else 0.5 if commitments else 0.0,
        ),
        _item("Uncomfortable topics are registered, or there are none", 2, _completeness(credo.hard_topics)),
        _item(
            "A fifth of the posts or less promotes",
            1,
            _share((share <= 20 for share in promotion), 1.0) if promotion else None,
        ),
        _item("Seven in ten messages get a reply", 2, None if rate is None else graded(rate, 70)),
        _item("Errors are corrected within a stated time", 1, _given(credo.correct_within_hours)),
    )


def response_rate(engagement: Engagement) -> float | None:
    """Return the response rate over all channels, 0 to 100, weighted by the messages that need a reply.

    None where fewer than seven in ten of the channels that take messages know both numbers.
    """
    found = demand(records(engagement.channels))
    if found is None or not enough(found.channels, found.channels + found.left_out):
        return None
    return 100 * found.answered / found.needing_reply


def _item(words: str, weight: int, met: float | None) -> EvidenceItem:
    return EvidenceItem(words, weight, met)


def _given(answer: object) -> float | None:
    """Return 1 for an answer that is there; None while it is unknown."""
    return None if isinstance(answer, Unknown) else 1.0


def _true(basis: object, holds: bool) -> float | None:
    """Return 1 or 0, or None where there is nothing to judge by."""
    return None if basis is None else float(holds)


def _share(tests: Iterable[bool], threshold: float) -> float:
    results = list(tests)
    return graded(sum(results) / len(results), threshold) if results else 0.0


def _best(answer: tuple[T, ...] | Unknown, test: Callable[[T], float]) -> float | None:
    if isinstance(answer, Unknown):
        return None
    return max((test(each) for each in answer), default=0.0)


def _both_sides(change: Change) -> float:
    return sum(not isinstance(side, Unknown) for side in (change.before, change.after)) / 2


def _numbered(objective: Objective) -> float:
    return sum(known(part) is not None for part in (objective.target, objective.due)) / 2


def _completeness(*answers: object) -> float | None:
    """Return 1 where all is answered, 0.5 where half is, 0 below; None where nothing at all is known."""
    given = [not isinstance(leaf, Unknown) for answer in answers for leaf in leaves(answer)]
    if not any(given):
        return None
    return graded(sum(given) / len(given), 1.0)


def _complete(record: object) -> bool:
    return record is not None and share_known(record) == 1.0


def _counted(channel: Channel) -> bool:
    rate = figure(channel.response_rate)
    timed = rate == 0 or figure(channel.first_response_minutes) is not None
    counts = (figure(channel.inbound), figure(channel.needing_reply), rate)
    return timed and all(count is not None for count in counts)


def _mapped(channel: Channel) -> bool:
    matrix = known(channel.presence)
    absent = known(channel.status) is ChannelStatus.NONE
    return matrix is not None and (absent or any(max(row.values(), default=0) for row in matrix.values()))


def _well_sourced(channel: Channel) -> bool:
    return channel.evidence is not None and channel.evidence.grade in (Grade.A, Grade.B)
