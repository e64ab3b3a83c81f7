"""When an initiative of the library fits: one small function each, that says why or says nothing.

A trigger speaks only where the answers it reads are known; a hole gives no reason. It knows no prompt.
"""

from __future__ import annotations

from stratgen.analysis.findings import Findings
from stratgen.engagement import Engagement, Figure, known, records
from stratgen.engagement.channels import ChannelStatus
from stratgen.engagement.maturity import Segment
from stratgen.engagement.stakeholders import Candidate
from stratgen.wizard.triggers import (
    Trigger,
    ai_allowed,
    apart,
    audited,
    is_type,
    late_replies,
    named,
    no_policy,
    public_threads,
    reviews,
    tool_gap,
    unclear_purpose,
    value_of,
    weak_sign_in,
)


def observer(engagement: Engagement, findings: Findings) -> str:
    """The organisation stands as an Observer."""
    del engagement
    return "you stand as an Observer" if findings.placement.segment is Segment.OBSERVER else ""


def _segment(segment: Segment) -> Trigger:
    def stands(engagement: Engagement, findings: Findings) -> str:
        del engagement
        return f"you stand as a {segment.label}" if findings.placement.segment is segment else ""

    return stands


def no_sponsor(engagement: Engagement, findings: Findings) -> str:
    """The register holds neither sponsor nor champion."""
    del findings
    there = records(engagement.stakeholders)
    missing = [
        part.label.lower()
        for part in (Candidate.SPONSOR, Candidate.CHAMPION)
        if part not in {each.candidate for each in there}
    ]
    return f"the register has no {' and no '.join(missing)}" if there and missing else ""


def no_baseline(engagement: Engagement, findings: Findings) -> str:
    """Some measures are not known on social."""
    del findings
    missing = [
        each.kpi for each in records(engagement.baseline.measures) if not isinstance(each.social, Figure)
    ]
    return f"nobody knows {missing[0]} on social yet" if missing and isinstance(missing[0], str) else ""


def always(engagement: Engagement, findings: Findings) -> str:
    """Every roadmap has it."""
    del engagement, findings
    return "every roadmap needs it"


def stray_accounts(engagement: Engagement, findings: Findings) -> str:
    """Impostors, duplicates or abandoned accounts stand in the client's name."""
    del findings
    for each in audited(engagement):
        counts = [
            known(getattr(each.litter, name, None)) or 0 for name in ("abandoned", "duplicate", "impostor")
        ]
        if sum(counts):
            return f"{sum(counts)} stray accounts stand on {each.channel}"
    idle = named(engagement, lambda each: each.status == ChannelStatus.DORMANT)
    return f"{idle} is dormant" if idle else ""


def untrained(engagement: Engagement, findings: Findings) -> str:
    """An audience is trained to less than 80 %."""
    del findings
    for each in records(engagement.training):
        share = known(each.trained_today)
        if share is not None and share < 80:
            audience = known(each.audience)
            return f"{share:g}% of {audience.label.lower() if audience else 'an audience'} are trained"
    return ""


def _in_state(word: str, says: str) -> Trigger:
    def stands(engagement: Engagement, findings: Findings) -> str:
        del engagement
        names = [each.name for each in findings.channels.in_state(word)]
        return f"{' and '.join(names[:2])} {says}" if names else ""

    return stands


def low_resolution(engagement: Engagement, findings: Findings) -> str:
    """Few cases end where they began."""
    del findings
    share = value_of(engagement.service.resolved_in_channel)
    return (
        f"only {share:g}% of cases end in the channel where they began"
        if share is not None and share < 50
        else ""
    )


def weak_insight(engagement: Engagement, findings: Findings) -> str:
    """Insight from social changes little."""
    del findings
    level = known(engagement.maturity.innovation.insight)
    return f"insight from social stands at {level} of 4" if level is not None and level < 2 else ""


def board_not_ready(engagement: Engagement, findings: Findings) -> str:
    """The board's readiness is low."""
    del engagement
    value = findings.readiness.score.value
    return f"the board's readiness stands at {value:.0f} of 100" if value is not None and value < 40 else ""


def practices(engagement: Engagement, findings: Findings) -> str:
    """Practices have to stop."""
    del findings
    count = len(records(engagement.legacy_practices))
    return f"{count} practice{'s' if count > 1 else ''} must stop" if count else ""


def advocacy(engagement: Engagement, findings: Findings) -> str:
    """Employees are invited to speak for the client, of their own free will."""
    del findings
    word = known(engagement.policy.advocacy)
    return "employees are invited to speak for you" if word is not None and word.value == "voluntary" else ""


def community(engagement: Engagement, findings: Findings) -> str:
    """A community of the client's own is in the audit."""
    del findings
    name = named(engagement, lambda each: is_type(each, "community"))
    return f"customers meet in a community ({name})" if name else ""


INITIATIVES: dict[str, Trigger] = {
    "I-01": unclear_purpose, "I-02": observer, "I-03": observer, "I-04": no_sponsor, "I-05": no_baseline,
    "I-06": always, "I-07": no_policy, "I-08": public_threads, "I-09": weak_sign_in, "I-10": stray_accounts,
    "I-11": untrained, "I-12": tool_gap, "I-13": _in_state("pilot", "should be piloted"),
    "I-14": _in_state("lead", "should lead"), "I-15": low_resolution, "I-16": apart, "I-17": weak_insight,
    "I-18": late_replies, "I-19": board_not_ready, "I-20": _segment(Segment.CONSERVATIVE),
    "I-21": _segment(Segment.CONTENDER), "I-22": _segment(Segment.LEADER), "I-23": advocacy, "I-24": community,
    "I-25": reviews, "I-27": ai_allowed, "I-28": practices, "I-29": _in_state("retire", "should be retired"),
    "I-30": always,
}  # fmt: skip
"""What sets off each initiative of the library; one without a trigger is found in the library alone."""
