"""When a risk of the library fits: one small function each, that says why or says nothing.

A trigger speaks only where the answers it reads are known; a hole gives no reason. It knows no prompt.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from stratgen import catalogue
from stratgen.analysis.findings import Findings
from stratgen.engagement import Engagement, Figure, known, records
from stratgen.engagement.channels import Channel
from stratgen.engagement.policy import AiUse
from stratgen.engagement.service import Scripting
from stratgen.engagement.tactics import Tools

Trigger = Callable[[Engagement, Findings], str]
"""Returns the reason, in words that follow "Suggested because"; empty where the trigger does not hold."""


def audited(engagement: Engagement) -> tuple[Channel, ...]:
    """Return the channels of the audit."""
    return records(engagement.channels)


def value_of(answer: Any) -> float | None:
    """Return the number of a figure; None where it is not known."""
    figure = known(answer)
    return figure.value if isinstance(figure, Figure) else None


def named(engagement: Engagement, holds: Callable[[Channel], bool]) -> str:
    """Return the names of the channels for which something holds, two at most."""
    names = [each.channel for each in audited(engagement) if isinstance(each.channel, str) and holds(each)]
    return " and ".join(names[:2])


def is_type(channel: Channel, kind: str) -> bool:
    """Tell whether a channel is of a type of the catalogue."""
    entry = catalogue.channel(channel.channel) if isinstance(channel.channel, str) else None
    return isinstance(entry, catalogue.ChannelEntry) and entry.type == kind


def late_replies(engagement: Engagement, findings: Findings) -> str:
    """Under 70 % of messages get a reply somewhere."""
    del findings
    for each in audited(engagement):
        rate = value_of(each.response_rate)
        if rate is not None and rate < 70:
            return f"only {rate:g}% of messages on {each.channel} get a reply"
    return ""


def scripted(engagement: Engagement, findings: Findings) -> str:
    """Replies are mostly or always scripted."""
    del findings
    scripting = known(engagement.service.scripting)
    return (
        f"replies are {scripting.label} scripted"
        if scripting in (Scripting.MOSTLY, Scripting.ALWAYS) and scripting
        else ""
    )


def regulated(engagement: Engagement, findings: Findings) -> str:
    """A regulator watches what the client says."""
    del findings
    names = known(engagement.engagement.regulators) or ()
    return f"{names[0]} watches what you say in public" if names else ""


def public_threads(engagement: Engagement, findings: Findings) -> str:
    """Somebody writes in public: always, once a channel is named."""
    del findings
    return "customers write to you in public" if audited(engagement) else ""


def no_policy(engagement: Engagement, findings: Findings) -> str:
    """No policy is in force on the pack's date."""
    del findings
    day, start = known(engagement.engagement.pack.date), known(engagement.policy.effective)
    return "the employee policy is not in force yet" if day and start and start > day else ""


def several_countries(engagement: Engagement, findings: Findings) -> str:
    """The policy is to hold in more than one country, or beside a union."""
    del findings
    countries = known(engagement.engagement.countries) or ()
    bodies = known(engagement.engagement.employee_bodies) or ()
    if len(countries) > 1:
        return f"the policy has to hold in {len(countries)} countries"
    return f"{bodies[0]} is recognised" if bodies else ""


def weak_sign_in(engagement: Engagement, findings: Findings) -> str:
    """An account lacks multi-factor sign-in, or a password is shared."""
    del findings
    name = named(engagement, lambda each: each.access is not None and each.access.multi_factor is False)
    shared = named(engagement, lambda each: each.access is not None and each.access.shared_password is True)
    if name:
        return f"multi-factor sign-in is off on {name}"
    return f"a password is shared on {shared}" if shared else ""


def slow_leavers(engagement: Engagement, findings: Findings) -> str:
    """Leavers keep access for longer than a day."""
    del findings
    hours = known(engagement.policy.accounts.leavers_removed_hours)
    return f"leavers keep their access for {hours} hours" if hours is not None and hours > 24 else ""


def reviews(engagement: Engagement, findings: Findings) -> str:
    """A review channel is in the audit."""
    del findings
    name = named(engagement, lambda each: is_type(each, "review"))
    return f"customers review you on {name}" if name else ""


def short_of_people(engagement: Engagement, findings: Findings) -> str:
    """The team is smaller than the volume and the hours ask for."""
    del engagement
    gap = findings.capacity.gap
    return f"{gap:.1f} more people are needed than there are" if gap is not None and gap > 0 else ""


def unclear_purpose(engagement: Engagement, findings: Findings) -> str:
    """The purpose is not established."""
    del engagement
    reason = findings.success.gate_reason
    return f"{reason[:1].lower()}{reason[1:]}" if findings.success.gate else ""


def no_executive(engagement: Engagement, findings: Findings) -> str:
    """No executive takes part."""
    del findings
    return "no executive takes part yet" if engagement.team.executive_part == () else ""


def one_platform(engagement: Engagement, findings: Findings) -> str:
    """More than half of all messages come through one channel."""
    del findings
    counts = {
        each.channel: value_of(each.inbound) or value_of(each.needing_reply) or 0.0
        for each in audited(engagement)
    }
    total = sum(counts.values())
    for name, count in counts.items():
        if len(counts) > 1 and total and count > total / 2:
            return f"{name} carries {100 * count / total:.0f}% of all messages"
    return ""


_LACKS = {"queues": "one-to-one queues", "history": "the customer's history", "handling_time": "handling times",
          "response_time": "first-response times"}  # fmt: skip


def tool_gap(engagement: Engagement, findings: Findings) -> str:
    """No tool gives what care needs."""
    del findings
    tools: Tools = engagement.tools
    lacks = [words for name, words in _LACKS.items() if getattr(tools.capabilities, name) is False]
    return f"no tool gives you {lacks[-1]}" if lacks else ""


def complaints(engagement: Engagement, findings: Findings) -> str:
    """Complaints are more than 40 % of what comes in somewhere."""
    del findings
    name = named(
        engagement, lambda each: each.inquiries is not None and (value_of(each.inquiries.complaint) or 0) > 40
    )
    return f"complaints are more than 40% of messages on {name}" if name else ""


def ai_allowed(engagement: Engagement, findings: Findings) -> str:
    """AI may be used."""
    del findings
    return "AI may be used" if engagement.policy.ai.use in (AiUse.WITH_REVIEW, AiUse.ALLOWED) else ""


def apart(engagement: Engagement, findings: Findings) -> str:
    """Marketing and care agree on fewer than three things."""
    del findings
    agreed = [getattr(engagement.alignment, name).agreed for name in type(engagement.alignment).model_fields]
    told = [each for each in agreed if isinstance(each, bool)]
    return f"marketing and care agree on {sum(told)} of {len(told)} things" if told and sum(told) < 3 else ""


RISKS: dict[str, Trigger] = {
    "RSK-01": late_replies, "RSK-02": scripted, "RSK-03": regulated, "RSK-04": public_threads, "RSK-05": no_policy,
    "RSK-06": several_countries, "RSK-07": weak_sign_in, "RSK-08": slow_leavers, "RSK-09": reviews,
    "RSK-10": short_of_people, "RSK-11": unclear_purpose, "RSK-12": no_executive, "RSK-13": one_platform,
    "RSK-14": tool_gap, "RSK-15": complaints, "RSK-16": ai_allowed, "RSK-17": apart, "RSK-18": reviews,
}  # fmt: skip
"""What sets off each risk of the library."""
