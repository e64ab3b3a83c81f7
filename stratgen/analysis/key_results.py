"""Numbers that the key result of a piece of work names, where they are of the measure that the work moves."""

from __future__ import annotations

import re

from stratgen.analysis.findings import Kpi
from stratgen.engagement import known
from stratgen.engagement.vision import Initiative

_SHARE = re.compile(r"(\d+(?:\.\d+)?)\s?%")
_SPOKEN = {"RR": ("need a reply", "questions answered"), "INS": ("lead to a change", "led to a change")}
"""Words by which a key result means a measure without its name."""


def aimed_at(work: Initiative, kpi: Kpi) -> float | None:
    """Return the share, 0 to 100, at which a key result puts a measure.

    None where the measure is no share, the key result does not name it, or names more than one share.
    """
    text = known(work.key_result) or ""
    said = (kpi.name.casefold(), *_SPOKEN.get(kpi.id, ()))
    shares = _SHARE.findall(text)
    if kpi.unit != "%" or len(shares) != 1 or not any(each in text.casefold() for each in said):
        return None
    return float(shares[0])
