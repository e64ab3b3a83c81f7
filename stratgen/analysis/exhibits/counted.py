"""On which channels the response rate is counted: where it is known, where we only read, and where a pilot joins."""

from __future__ import annotations

from stratgen.analysis.channels import WORKED
from stratgen.analysis.exhibits.brief import Brief
from stratgen.analysis.findings import ChannelFinding
from stratgen.analysis.scoring import figure
from stratgen.engagement.channels import ChannelState

RATE = "RR"
"""The measure that is counted channel by channel."""
_POINT = 0.5
"""Percentage points: a share that is closer to the target reads like it."""


def where_counted(brief: Brief) -> str:
    """Return on which channels the response rate is counted, and what its target asks of those that are answered.

    Empty where every channel that is counted is answered too, and no pilot joins.
    """
    w, found = brief.wording, brief.findings.channels
    counted = [each for each in found.findings if _is_counted(each)]
    read = [each for each in counted if _is_only_read(each)]
    joining = [each for each in found.findings if each.state is ChannelState.PILOT and not _is_counted(each)]
    parts = []
    if read and len(read) < len(counted):
        total = sum(map(_volume, counted))
        rest = sum(_volume(each) for each in counted if not _is_only_read(each))
        names, are = w.listing(each.spoken for each in read), "is" if len(read) == 1 else "are"
        parts.append(f"{names} {are} counted and only read")
        asked = found.target_response_rate * total / rest
        if asked - found.target_response_rate >= _POINT:
            parts[-1] += (
                f", so that {w.percent(found.target_response_rate)} of all is {w.percent(asked, 0)} of the others"
            )
    if joining:
        names = w.listing(each.spoken for each in joining)
        parts.append(
            f"{names} {'counts' if len(joining) == 1 else 'count'} from the start of {'its' if len(joining) == 1 else 'their'} pilot"
        )
    return ". ".join(parts)


def _is_counted(each: ChannelFinding) -> bool:
    return bool(_volume(each)) and figure(each.channel.response_rate) is not None


def _is_only_read(each: ChannelFinding) -> bool:
    return each.state is not None and each.state not in WORKED


def _volume(each: ChannelFinding) -> float:
    return figure(each.channel.needing_reply) or 0.0
