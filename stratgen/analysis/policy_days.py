"""The days of the employee policy and of the terms: adopted, trained for, in force; and what is let go on until it ends.

Everything here compares days that the answers hold; none is invented.
"""

from __future__ import annotations

from datetime import date

from stratgen.analysis.calendar import quarter_end, quarter_starts
from stratgen.analysis.findings.clauses import TermsBinding
from stratgen.analysis.resolutions import tie_of
from stratgen.engagement import Engagement, known, records
from stratgen.engagement.progress import DeliveryStatus
from stratgen.engagement.stakeholders import LegacyPractice
from stratgen.engagement.training import Audience, Training

_POSTING = frozenset({
    Audience.CX_AGENTS, Audience.RELATIONSHIP_MANAGERS, Audience.COMMUNITY_MANAGERS, Audience.MARKETERS, Audience.EXPERTS,
})  # fmt: skip
"""Who answers or posts as part of their work; others do so only where they pass a test first."""
POLICY_WORK = "I-07"
"""The work of the library that consults on the policy, brings it to be adopted and explains it."""
AGENT_TRAINING = "I-11"
"""The work of the library that trains those who answer."""
TERMS_WORK = "I-08"
"""The work of the library that writes the terms and publishes the house rules."""
LONGER_HOURS = "I-14"
"""The work of the library that brings people to more hours."""


def adopted_by(engagement: Engagement) -> date | None:
    """Return the day by which the policy is adopted: its own, else the first by which a resolution has it adopted.

    Never the day from which it holds: who is consulted only then is consulted too late (POL-22, BOA-01).
    """
    if engagement.policy.adopted_by is not None:
        return known(engagement.policy.adopted_by)
    return resolved_by(engagement)


def resolved_by(engagement: Engagement) -> date | None:
    """Return the first day by which a resolution has the policy adopted (BOA-01)."""
    asked = (
        day
        for each in records(engagement.board.resolutions)
        if tie_of(each) == "adopt" and (day := known(each.by))
    )
    return min(asked, default=None)


def trained_by(engagement: Engagement, plan: Training) -> date | None:
    """Return the day by which one audience is trained: the end of its quarter, or of the work that trains it in there."""
    starts = quarter_starts(known(engagement.engagement.first_quarter_starts))
    quarter = known(plan.by)
    if starts is None or quarter is None:
        return None
    first, last = starts[quarter.position], quarter_end(starts, quarter.position)
    ends = (
        end
        for each in records(engagement.initiatives)
        if plan.audience == Audience.CX_AGENTS
        and known(each.id) == AGENT_TRAINING
        and (end := known(each.end))
    )
    return min((end for end in ends if first <= end <= last), default=last)


def last_trained(engagement: Engagement) -> date | None:
    """Return the last day by which somebody who answers or posts is trained; None where all are before the policy holds."""
    effective = known(engagement.policy.effective)
    days = (
        day
        for each in records(engagement.training)
        if (each.audience in _POSTING or known(each.certified_before_posting))
        and (known(each.trained_today) or 0) < 100
        and (day := trained_by(engagement, each))
    )
    return max((day for day in days if effective is not None and day >= effective), default=None)


def still_allowed(engagement: Engagement) -> tuple[LegacyPractice, ...]:
    """Return the practices that the policy forbids and that end only after it takes effect, the first to end first."""
    effective = known(engagement.policy.effective)
    late = [
        (day, each)
        for each in records(engagement.legacy_practices)
        if each.forbidden is True and effective is not None and (day := known(each.by)) and day >= effective
    ]
    return tuple(each for _, each in sorted(late, key=lambda pair: pair[0]))


def terms_binding(engagement: Engagement) -> TermsBinding:
    """Return who owns and approves the terms, and from when they hold; unless they say so, with the policy (TERM-08)."""
    terms, team = engagement.terms, engagement.team
    effective = engagement.policy.effective if terms.effective is None else terms.effective
    return TermsBinding(
        owner=team.lead if terms.owner is None else terms.owner,
        approver=team.accountable_executive if terms.approver is None else terms.approver,
        effective=effective,
        since=_held_since(engagement, known(effective)),
    )


def _held_since(engagement: Engagement, effective: date | None) -> date | None:
    """Return since when terms hold whose work a review found done; None before their day, or without a review."""
    review = engagement.progress
    day = known(review.as_of) if review else None
    done = any(
        known(each.initiative) == TERMS_WORK and known(each.status) is DeliveryStatus.DONE
        for each in records(review.deliveries if review else ())
    )
    return effective if done and day and effective and effective <= day else None
