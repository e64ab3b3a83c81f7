"""How far the pack has come: what stands in the way of approval, and the line in every header."""

from __future__ import annotations

from collections.abc import Sequence

from stratgen.analysis.findings import OpenPoint
from stratgen.analysis.jurisdictions import jurisdictions
from stratgen.analysis.open_points import Due
from stratgen.analysis.uses import DOCUMENTS
from stratgen.engagement import Engagement, known, records
from stratgen.engagement.setup import Status
from stratgen.engagement.vision import Outcome, SignOffBy

_PASSED = (Outcome.APPROVED, Outcome.WITH_CHANGES)


def obstacles(engagement: Engagement, errors: int, open_points: int, due: tuple[Due, ...]) -> tuple[str, ...]:
    """Return in words what stands in the way of status Approved; empty where nothing does (domain V30)."""
    found = []
    if errors:
        found.append(_count(errors, "error"))
    if open_points:
        found.append(_count(open_points, "open point"))
    if due:
        found.append(_count(len(due), "unanswered question"))
    if missing := _missing_sign_offs(engagement):
        found.append(f"no sign-off by {', '.join(missing)}")
    if countries := _unreviewed(engagement):
        found.append(f"no legal review for {', '.join(countries)}")
    return tuple(found)


def _missing_sign_offs(engagement: Engagement) -> list[str]:
    given = {
        each.by
        for each in records(engagement.sign_off)
        if known(each.date) and known(each.outcome) in _PASSED
    }
    return [function.label for function in SignOffBy if function not in given]


def _unreviewed(engagement: Engagement) -> list[str]:
    return [each.name for each in jurisdictions(engagement) if not each.is_reviewed]


def status_line(engagement: Engagement, errors: int, open_points: int, approvable: bool) -> str:
    """Return the status as headers print it: "Draft: 7 open points", "For approval" or "Approved"."""
    status = known(engagement.engagement.pack.status)
    if open_points:
        return f"Draft: {_count(open_points, 'open point')}"
    if status is Status.APPROVED and approvable:
        return Status.APPROVED.label
    if status is Status.FOR_APPROVAL and not errors:
        return Status.FOR_APPROVAL.label
    return Status.DRAFT.label


def is_draft(line: str) -> bool:
    """Return whether a status line is that of a draft, which no further error can make worse."""
    return line.startswith(Status.DRAFT.label)


def own_lines(
    engagement: Engagement, errors: int, holes: Sequence[OpenPoint], approvable: bool
) -> dict[str, str]:
    """Return the status of each document by its own open points; "Complete" where all of them print elsewhere."""
    found = {}
    for document in DOCUMENTS:
        own = sum(document in each.documents for each in holes)
        if holes and not own and not errors:
            found[document] = "Complete"
        else:
            found[document] = status_line(engagement, errors, own, approvable)
    return found


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
