"""Triggers that read the organisation: its purpose, people, policy, maturity and board."""

from __future__ import annotations

from datetime import date

from stratgen.analysis.calendar import months_later
from stratgen.analysis.findings import Findings
from stratgen.analysis.measures import social_value
from stratgen.analysis.triggers.reading import Trigger, begun, is_missing
from stratgen.engagement import Engagement, Unknown, known, records
from stratgen.engagement.maturity import Segment
from stratgen.engagement.policy import Accessibility, Advocacy
from stratgen.engagement.privacy import AiUse
from stratgen.engagement.stakeholders import Candidate

LINTER = frozenset({"V26", "V60"})
"""The rules that read the words of the policy for what reaches too far."""

ESTABLISHED = 3.0
"""Of 4: a success factor that is green."""
TRAINED = 80.0
LOW_BOARD = 40.0
LEAVER_HOURS = 24


def always(engagement: Engagement, findings: Findings) -> str:
    """Every engagement has it."""
    del engagement, findings
    return "no roadmap is complete without it"


def regulator(engagement: Engagement, findings: Findings) -> str:
    """A regulator watches what the client says."""
    del findings
    names = records(engagement.engagement.regulators)
    return f"{names[0]} watches what you say in public" if names else ""


def policy_missing(engagement: Engagement, findings: Findings) -> str:
    """No policy is in force on the pack's date."""
    del findings
    day, start = _policy_days(engagement)
    if start is None:
        return "no employee policy is in force" if begun(engagement) else ""
    return "the employee policy is not in force yet" if day and start > day else ""


def policy_missing_or_old(engagement: Engagement, findings: Findings) -> str:
    """No policy is in force, or the one in force should have been reviewed."""
    missing = policy_missing(engagement, findings)
    day, start = _policy_days(engagement)
    months = known(engagement.policy.review_months)
    if missing or day is None or start is None or months is None:
        return missing
    return "the employee policy is due for its review" if months_later(start, months) < day else ""


def _policy_days(engagement: Engagement) -> tuple[date | None, date | None]:
    return known(engagement.engagement.pack.date), known(engagement.policy.effective)


def policy_overreaches(engagement: Engagement, findings: Findings) -> str:
    """The policy's words reach into what employees are free to say."""
    del engagement
    found = (*findings.errors, *findings.warnings, *findings.accepted)
    hits = [each for each in found if each.rule in LINTER]
    return f"the policy's text reaches too far ({hits[0].place})" if hits else ""


def leavers_keep_access(engagement: Engagement, findings: Findings) -> str:
    """Leavers keep access for longer than a day."""
    del findings
    hours = known(engagement.policy.accounts.leavers_removed_hours)
    return (
        f"leavers keep their access for {hours} hours" if hours is not None and hours > LEAVER_HOURS else ""
    )


def people_short(engagement: Engagement, findings: Findings) -> str:
    """The team is smaller than the volume and the hours ask for."""
    del engagement
    gap = findings.capacity.gap
    return f"{gap:.1f} more people are needed than there are" if gap is not None and gap > 0 else ""


def purpose_unclear(engagement: Engagement, findings: Findings) -> str:
    """The purpose is not established (domain 5.1, the gate)."""
    del engagement
    reason = findings.success.gate_reason
    return f"{reason[:1].lower()}{reason[1:]}".rstrip(".") if findings.success.gate else ""


def purpose_weak(engagement: Engagement, findings: Findings) -> str:
    """The first success factor is not green."""
    del engagement
    score = findings.success.factors[0].score.value
    return f"the purpose scores {score:.1f} of 4" if score is not None and score < ESTABLISHED else ""


def no_executive(engagement: Engagement, findings: Findings) -> str:
    """No executive takes part."""
    del findings
    return "no executive takes part yet" if engagement.team.executive_part == () else ""


def ai_allowed(engagement: Engagement, findings: Findings) -> str:
    """AI may be used."""
    del findings
    return "AI may be used" if engagement.policy.ai.use in (AiUse.WITH_REVIEW, AiUse.ALLOWED) else ""


def teams_apart(engagement: Engagement, findings: Findings) -> str:
    """Marketing and care agree on fewer than three things."""
    del findings
    answers = [getattr(engagement.alignment, name).agreed for name in type(engagement.alignment).model_fields]
    told = [each for each in answers if isinstance(each, bool)]
    return f"marketing and care agree on {sum(told)} of {len(told)} things" if told and sum(told) < 3 else ""


def in_segment(segment: Segment) -> Trigger:
    """Return the trigger that the organisation stands in a segment."""

    def stands(engagement: Engagement, findings: Findings) -> str:
        del engagement
        article = "an" if segment is Segment.OBSERVER else "a"
        return f"you stand as {article} {segment.label}" if findings.placement.segment is segment else ""

    return stands


def no_champion(engagement: Engagement, findings: Findings) -> str:
    """The register lacks a sponsor or a champion."""
    del findings
    there = records(engagement.stakeholders)
    parts = {each.candidate for each in there}
    missing = [part.label.lower() for part in (Candidate.SPONSOR, Candidate.CHAMPION) if part not in parts]
    return f"the register has no {' and no '.join(missing)}" if there and missing else ""


def terms_missing(engagement: Engagement, findings: Findings) -> str:
    """The terms of engagement have holes."""
    del findings
    return "the terms of engagement are not settled" if is_missing(engagement, engagement.terms) else ""


def escalation_missing(engagement: Engagement, findings: Findings) -> str:
    """The levels of escalation have holes."""
    del findings
    levels = engagement.governance.escalation
    missing = begun(engagement) and isinstance(levels, Unknown)
    if missing or any(is_missing(engagement, each) for each in records(levels)):
        return "the levels of escalation are not settled"
    return ""


def few_trained(engagement: Engagement, findings: Findings) -> str:
    """An audience is trained to less than 80 %."""
    del findings
    for each in records(engagement.training):
        share = known(each.trained_today)
        if share is not None and share < TRAINED:
            audience = known(each.audience)
            return f"{share:g}% of {audience.label.lower() if audience else 'an audience'} are trained"
    return ""


def weak_insight(engagement: Engagement, findings: Findings) -> str:
    """Insight from social changes little, or the share of voice is under an equal share of the rivals named."""
    del findings
    level = known(engagement.maturity.innovation.insight)
    if level is not None and level < 2:
        return f"insight from social stands at {level} of 4"
    share, rivals = social_value(engagement, "SOV"), len(records(engagement.purpose.competitors))
    if share is not None and rivals and share < 100 / (rivals + 1):
        return f"your share of voice is {share:g}%, under an equal share among {rivals + 1}"
    return ""


def board_not_ready(engagement: Engagement, findings: Findings) -> str:
    """The board's readiness is low."""
    del engagement
    value = findings.readiness.score.value
    return (
        f"the board's readiness stands at {value:.0f} of 100"
        if value is not None and value < LOW_BOARD
        else ""
    )


def advocacy_programme(engagement: Engagement, findings: Findings) -> str:
    """A programme invites employees to speak for the client, of their own free will."""
    del findings
    return "a voluntary programme is planned" if engagement.policy.advocacy == Advocacy.PROGRAMME else ""


def accessibility_gap(engagement: Engagement, findings: Findings) -> str:
    """No public standard of accessibility is set for posts."""
    del findings
    standard = engagement.policy.accessibility
    if standard == Accessibility.HOUSE:
        return "posts are held to a house standard only, not to WCAG"
    missing = isinstance(standard, Unknown) and begun(engagement)
    return "no standard of accessibility is set for posts" if missing else ""


def practices_to_stop(engagement: Engagement, findings: Findings) -> str:
    """Practices have to stop."""
    del findings
    count = len(records(engagement.legacy_practices))
    return f"{count} practice{'s' if count > 1 else ''} must stop" if count else ""


TRIGGERS: dict[str, Trigger] = {
    "always": always, "regulator": regulator, "policy_missing": policy_missing,
    "policy_missing_or_old": policy_missing_or_old, "policy_overreaches": policy_overreaches,
    "leavers_keep_access": leavers_keep_access, "people_short": people_short, "purpose_unclear": purpose_unclear,
    "purpose_weak": purpose_weak, "no_executive": no_executive, "ai_allowed": ai_allowed, "teams_apart": teams_apart,
    "observer": in_segment(Segment.OBSERVER), "conservative": in_segment(Segment.CONSERVATIVE),
    "contender": in_segment(Segment.CONTENDER), "leader": in_segment(Segment.LEADER), "no_champion": no_champion,
    "terms_missing": terms_missing, "escalation_missing": escalation_missing, "few_trained": few_trained,
    "weak_insight": weak_insight, "board_not_ready": board_not_ready, "advocacy_programme": advocacy_programme,
    "accessibility_gap": accessibility_gap, "practices_to_stop": practices_to_stop,
}  # fmt: skip
"""By name, as `triggers.toml` of the catalogue lists them."""
