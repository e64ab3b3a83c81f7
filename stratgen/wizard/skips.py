"""Questions that apply only where another answer says so: they are not put where nothing they ask for could count.

It knows the models; it knows no prompt and no file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from stratgen.analysis.keypaths import Path, find
from stratgen.engagement import Engagement, Unknown, known
from stratgen.engagement.baseline import AppliesToSocial
from stratgen.engagement.channels import ChannelStatus
from stratgen.engagement.money import CostKind, CostTiming, WorkedKind

ONLY: Mapping[tuple[str, str], tuple[str, Callable[[Any], bool]]] = {
    **{
        ("Channel", name): ("status", lambda status: status != ChannelStatus.NONE)
        for name in (
            "evidence",
            "inbound",
            "needing_reply",
            "response_rate",
            "first_response_minutes",
            "first_response_90th_minutes",
        )
    },
    ("Measure", "adaptation"): ("applies", lambda applies: applies == AppliesToSocial.ADAPTED),
    ("Measure", "social"): ("applies", lambda applies: applies != AppliesToSocial.NO),
    ("Measure", "social_90th"): ("kpi", lambda kpi: kpi == "FRT"),
    ("Cost", "full_year_amount"): ("timing", lambda timing: timing == CostTiming.YEARLY),
    ("Cost", "posts"): ("kind", lambda kind: kind == CostKind.PEOPLE),
    ("Working", "cost_after"): ("kind", lambda kind: kind == WorkedKind.DEFLECTION),
    ("Working", "resolution_before"): ("kind", lambda kind: kind == WorkedKind.FIRST_CONTACT),
    ("Working", "resolution_after"): ("kind", lambda kind: kind == WorkedKind.FIRST_CONTACT),
}
"""By record and field: the answer beside it that decides, and for which values of it the question is put."""


def applies(model: str, path: Path, engagement: Engagement) -> bool:
    """Tell whether the question at a path, of a record of this name, is put: its answer could count, or is there already, or what decides is not known."""
    only = ONLY.get((model, str(path[-1])))
    if only is None or find(engagement, path) is not None:
        return True
    decides = find(engagement, (*path[:-1], only[0]))
    return decides is None or isinstance(decides, Unknown) or only[1](known(decides))
