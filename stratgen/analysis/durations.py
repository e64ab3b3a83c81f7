"""Minutes as people say them. It knows nothing of answers; numbers are worded by whoever asks."""

from __future__ import annotations

from typing import Protocol

NO_BREAK = "\N{NO-BREAK SPACE}"
_HOUR = 60
_UNITS = ((24 * _HOUR, "day", "days"), (_HOUR, "hour", "hours"), (1, "minute", "minutes"))


class Numbers(Protocol):
    """Whatever words a number for the client."""

    def number(self, value: float, places: int | None = None) -> str:
        """Return a number as it reads in the client's English."""
        ...


def duration(minutes: float, wording: Numbers, days: bool = True) -> str:
    """Return a length of time: "2 days", "4 hours", "1 h 30 min", "45 minutes", "2.5 minutes".

    Without `days` it is in hours at the most: a day of staffed hours is shorter than one of twenty-four.
    """
    for size, one, many in _UNITS if days else _UNITS[1:]:
        count = minutes / size
        if count >= 1 and abs(count - round(count)) < 1e-9:
            if size == 1 and minutes > _HOUR:
                hours, rest = divmod(round(minutes), _HOUR)
                return f"{wording.number(hours)}{NO_BREAK}h{NO_BREAK}{rest}{NO_BREAK}min"
            return f"{wording.number(count)}{NO_BREAK}{one if round(count) == 1 else many}"
    return f"{wording.number(minutes)}{NO_BREAK}minutes"
