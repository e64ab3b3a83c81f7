"""Minutes as people say them."""

from __future__ import annotations

from stratgen.analysis.wording import Wording

_UNITS = ((24 * 60, "day", "days"), (60, "hour", "hours"), (1, "minute", "minutes"))


def duration(minutes: float, wording: Wording) -> str:
    """Return a length of time in the largest unit that leaves no fraction: "2 hours", "90 minutes"."""
    for size, one, many in _UNITS:
        count = minutes / size
        if count >= 1 and abs(count - round(count)) < 1e-9:
            return f"{wording.number(count)} {one if round(count) == 1 else many}"
    return f"{wording.number(minutes)} minutes"
