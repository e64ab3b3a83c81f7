"""What the levels of severity say together: who takes over where it is grave, and when somebody stands by."""

from __future__ import annotations

from stratgen.analysis.findings.escalation import Escalation
from stratgen.engagement import Engagement, known, records
from stratgen.engagement.answer import round_the_clock
from stratgen.engagement.governance import EscalationClock

GRAVE = 2
"""The place of the first level at which somebody may come to harm."""


def escalation(engagement: Engagement) -> Escalation:
    """Return the level that a person in distress goes to, and whether people stand by outside staffed hours."""
    levels, hours = records(engagement.governance.escalation), known(engagement.terms.hours)
    staffed_always = hours is not None and round_the_clock(hours)
    return Escalation(
        grave=levels[GRAVE] if len(levels) > GRAVE else None,
        at_all_hours=not staffed_always and any(known(each.clock) is EscalationClock.ALL for each in levels),
    )
