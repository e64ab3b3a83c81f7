"""The rule that guards the word Approved; it judges after all others."""

from __future__ import annotations

from collections.abc import Iterator

from stratgen.analysis.rules.rule import Breach, Ground, rule
from stratgen.analysis.status import obstacles
from stratgen.engagement import Unknown
from stratgen.engagement.setup import Status


@rule("V30", "error", "engagement.pack.status", last=True)
def approved_has_been_earned(ground: Ground) -> Iterator[Breach]:
    """Status Approved needs every answer, every sign-off, legal review, and no error."""
    if ground.engagement.engagement.pack.status != Status.APPROVED:
        return
    holes = sum(1 for each in ground.asked if isinstance(each.answer, Unknown))
    found = obstacles(ground.engagement, ground.errors, holes, ground.due)
    if found:
        what = f"the pack is not ready to be Approved: {'; '.join(found)}."
        yield Breach(
            ("engagement", "pack", "status"), what, "Settle these, or set the status to For approval."
        )


RULES = (approved_has_been_earned,)
