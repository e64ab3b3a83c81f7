"""The board's resolutions as a minute has them: what their day means, and what their own words say already.

A resolution takes effect from a day, a policy is adopted by it, a note is followed by a report. One word for each
stands wherever the day is printed. It knows nothing of documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from stratgen.analysis.findings.judgement import ResolutionFinding, Tie
from stratgen.analysis.jurisdictions import jurisdictions
from stratgen.engagement import Engagement, known, records
from stratgen.engagement.board import Resolution

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})\b")
_MONTH_FIRST = re.compile(rf"\b({'|'.join(_MONTHS)}) (\d{{1,2}}), (\d{{4}})\b")
_GROUPED = re.compile(r"(?<=\d)[,.\s](?=\d{3}\b)")
_NUMBER = re.compile(r"\d+")
_LAW = re.compile(r"\b(?:review|reviewed|opinion|counsel|legal|law)\b", re.IGNORECASE)
_POLICY = re.compile(r"\bpolicy\b", re.IGNORECASE)


def resolve(engagement: Engagement) -> tuple[ResolutionFinding, ...]:
    """Return the resolutions in order, with what the day of each means."""
    meets = known(engagement.engagement.meeting.date)
    unread = not all(each.is_reviewed for each in jurisdictions(engagement))
    # What has been approved is not adopted once more: the resolution only takes effect.
    approved = known(engagement.policy.approved_on) is not None
    ties: list[Tie] = [
        "effect" if approved and tie_of(each) == "adopt" else tie_of(each)
        for each in records(engagement.board.resolutions)
    ]
    return tuple(
        ResolutionFinding(
            number,
            each,
            ties[number - 1],
            _tells_amount(each),
            _tells_day(each),
            unread and ties[number - 1] == "adopt" and not _LAW.search(known(each.text) or ""),
            _named(each),
            tie_of(each) == "report" and meets is not None and (known(each.by) or date.max) <= meets,
        )
        for number, each in enumerate(records(engagement.board.resolutions), 1)
    )


def tie_of(resolution: Resolution) -> Tie:
    """Return what the day of a resolution means: a note is reported on, a policy adopted, all else takes effect."""
    text = (known(resolution.text) or "").lower()
    if text.startswith("note"):
        return "report"
    if text.startswith(("endorse", "approve")) and _POLICY.search(text) and known(resolution.amount) is None:
        return "adopt"
    return "effect"


def days_in(text: str) -> Iterator[date]:
    """Return the days that a text names in full, such as "28 May 2027" or "May 28, 2027", in its order."""
    found = [(each.start(), each[1], each[2], each[3]) for each in _DAY_FIRST.finditer(text)]
    found += [(each.start(), each[2], each[1], each[3]) for each in _MONTH_FIRST.finditer(text)]
    for _, day, month, year in sorted(found):
        try:
            yield date(int(year), _MONTHS.index(month) + 1, int(day))
        except ValueError:
            continue  # "31 June 2027" is no day; the text stands as it was written.


def _named(resolution: Resolution) -> tuple[date, ...]:
    by = known(resolution.by)
    return tuple(day for day in days_in(known(resolution.text) or "") if day != by)


def _tells_day(resolution: Resolution) -> bool:
    return known(resolution.by) in list(days_in(known(resolution.text) or ""))


def _tells_amount(resolution: Resolution) -> bool:
    amount = known(resolution.amount)
    text = _GROUPED.sub("", known(resolution.text) or "")
    return amount is not None and f"{amount:.0f}" in _NUMBER.findall(text)
