"""From when the response promise holds, and what holds until then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from stratgen.engagement.answer import OpeningHours


@dataclass(frozen=True, slots=True)
class Held:
    """Channels on which the promise holds in the same part of the year."""

    names: tuple[str, ...]
    when: str
    """What follows the names, " while its pilot runs"; empty where it holds all year."""


@dataclass(frozen=True, slots=True)
class Promise:
    """The hours and times that are promised, against those that are staffed or planned (domain 4, TERM-01)."""

    hours_today: OpeningHours | None = None
    """The hours staffed today, only where others are promised and do not hold yet."""
    hours_from: date | None = None
    hours_until: date | None = None
    """The last day of the hours of today."""
    hours_since: date | None = None
    """The day since which the promised hours hold, where a paper that reviews the year is dated after it."""
    times_from: date | None = None
    times_until: date | None = None
    steps: tuple[tuple[date, float], ...] = ()
    """Until the times hold: the last day of each quarter, and the minutes to a first reply that are planned by it."""
    answered: tuple[str, ...] = ()
    """The channels on which the times hold, by name: first those that are answered from the first quarter on."""
    holds_on: tuple[Held, ...] = ()
    """The same by the time in which they are answered, but for those that have days of their own."""
    on_trial: tuple[Held, ...] = ()
    """Those of them that a pilot decides on within the year: no document may promise more there."""
    read_only: tuple[str, ...] = ()
    """Those that are read, with a signpost, and never answered in the year."""
    slow: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """Days to a first reply on channels that have their own, each with the names of its channels (TERM-09)."""
    correct_days: int | None = None
    """Staffed days within which an error is corrected, where its hours are more than a staffed day holds (CRE-01)."""
    rules_name_hours: bool = False
    """A house rule names hours."""
