"""The days that other answers hold for work of the library: when the policy, the tool, the training are to be there.

A roadmap that starts such work later contradicts the answer. It knows nothing of placing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from stratgen.analysis.calendar import Quarters, quarter_end
from stratgen.analysis.policy_days import AGENT_TRAINING, POLICY_WORK
from stratgen.engagement import Engagement, known, records
from stratgen.engagement.training import Audience


@dataclass(frozen=True, slots=True)
class Promised:
    """A day by which work is to be done, and what says so in words that follow "yet"."""

    day: date
    says: str


def promised(engagement: Engagement, starts: Quarters | None) -> Mapping[str, Promised]:
    """Return the promised day of each piece of work of the library that other answers name one for, by its id."""
    found = {
        POLICY_WORK: (known(engagement.policy.effective), "the policy takes effect on"),
        "I-12": (known(engagement.tools.decide_by), "the tool is to be chosen by"),
        AGENT_TRAINING: (_agents_trained(engagement, starts), "those who answer are to be trained by"),
        "I-28": (_last_practice(engagement), "the last practice is to stop by"),
    }
    return {key: Promised(day, says) for key, (day, says) in found.items() if day}


def _agents_trained(engagement: Engagement, starts: Quarters | None) -> date | None:
    """Return the last day of the quarter by which those who answer are trained."""
    there = records(engagement.training)
    quarters = [known(each.by) for each in there if each.audience == Audience.CX_AGENTS]
    if starts is None or not quarters or quarters[0] is None:
        return None
    return quarter_end(starts, quarters[0].position)


def _last_practice(engagement: Engagement) -> date | None:
    """Return the day by which every practice has stopped; None where one of them has none."""
    days = [known(each.by) for each in records(engagement.legacy_practices)]
    told = [each for each in days if each is not None]
    return max(told) if told and len(told) == len(days) else None


def all_interviewed(engagement: Engagement) -> bool:
    """Tell whether everybody on the register of stakeholders was interviewed before the pack's date."""
    day, there = known(engagement.engagement.pack.date), records(engagement.stakeholders)
    held = [known(each.interviewed) for each in there]
    return day is not None and bool(held) and all(each is not None and each <= day for each in held)
