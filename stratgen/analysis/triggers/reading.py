"""What triggers share: how they read the audit, and when a hole in the answers counts as something missing."""

from __future__ import annotations

from collections.abc import Callable

from stratgen.analysis.findings import ChannelFinding, Findings
from stratgen.analysis.scoring import figure, share_known
from stratgen.engagement import Engagement, known, records
from stratgen.engagement.channels import ChannelStatus

Trigger = Callable[[Engagement, Findings], str]
"""Returns the reason, in words that follow "Suggested because"; empty where the trigger does not hold."""


def begun(engagement: Engagement) -> bool:
    """Tell whether the audit has begun: before that, a hole in the answers is no reason for anything."""
    return any(known(each.channel) for each in records(engagement.channels))


def is_missing(engagement: Engagement, record: object) -> bool:
    """Tell whether something that every programme needs has holes, once the audit has begun."""
    return begun(engagement) and share_known(record) < 1.0


def stands(finding: ChannelFinding) -> bool:
    """Tell whether the client has an account there, whatever its state."""
    return known(finding.channel.status) not in (None, ChannelStatus.NONE)


def runs_today(finding: ChannelFinding) -> bool:
    """Tell whether people are answered there today, and nobody set its state by hand: nothing to try as new."""
    channel = finding.channel
    answers = (figure(channel.response_rate) or 0.0) > 0
    return channel.status is ChannelStatus.ACTIVE and answers and not finding.overridden


def named(findings: Findings, holds: Callable[[ChannelFinding], bool]) -> str:
    """Return the names of the channels for which something holds, two at most; empty where it holds for none."""
    names = [each.name for each in findings.channels.findings if holds(each)]
    more = f" and {len(names) - 1} more" if len(names) > 2 else ""
    return f"{names[0]}{more}" if more else " and ".join(names)
