"""Who takes over where it is grave, and whether somebody has to be reached at all hours."""

from __future__ import annotations

from dataclasses import dataclass

from stratgen.engagement.governance import EscalationLevel


@dataclass(frozen=True, slots=True)
class Escalation:
    """What the levels of severity say together (domain 4, ESC-01 to ESC-04)."""

    grave: EscalationLevel | None = None
    """The first level at which somebody may come to harm; a person in distress goes to those who answer there."""
    at_all_hours: bool = False
    """The times of a level run outside staffed hours too, and these are not all hours."""
