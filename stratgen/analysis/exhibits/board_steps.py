"""Next steps: the resolutions and the work that fall in the weeks after the meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.ledger import columns, table
from stratgen.analysis.sentences import number_word
from stratgen.document import Exhibit
from stratgen.engagement import Unknown, known, records

STEPS = 5
"""Rows of the next steps (documents BB-12 allows six)."""
SOON = timedelta(days=60)
"""Days from the meeting that the next steps cover at the least."""


def next_steps(brief: Brief) -> Exhibit | None:
    """Return what takes effect or ends in the weeks after the meeting, five rows or all resolutions."""
    w, found = brief.wording, steps(brief)
    decided = [each for each in found if each.decided]
    works = [each for each in found if not each.decided]
    kept = works[: max(0, STEPS - len(decided))]
    rows = [
        (w.cell(each.what), w.cell(each.owner), w.cell(each.by))
        for each in found
        if each.decided or each in kept
    ]
    more = len(works) - len(kept)
    note = ""
    if more:
        many = f"{number_word(more).capitalize()} more {'piece' if more == 1 else 'pieces'} of work"
        note = f"{many} {'is' if more == 1 else 'are'} in the roadmap (part 3 of the strategy pack)."
    last = last_day(brief)
    caption = f"Next steps to {w.day(last)}" if last else "Next steps"
    return table(
        "brief-next-steps", caption, columns(("Action", 4.4), ("Owner", 2.4), ("By", 1.5)), rows, note
    )


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the next steps."""

    what: str | Unknown
    owner: str | Unknown
    by: date | Unknown
    decided: bool
    """It is a resolution that takes effect, or a day that its words name."""


def steps(brief: Brief) -> list[Step]:
    """Return resolutions and work that are due after the meeting and by the last day of the next steps, by day."""
    last = last_day(brief) or date.max
    meeting = known(brief.engagement.engagement.meeting.date) or date.min
    found = [
        Step(f"Resolution {each.number}{each.happens}", each.resolution.executive, each.resolution.by, True)
        for each in brief.findings.resolutions
        if (day := known(each.resolution.by)) and meeting < day <= last
    ]
    found += [
        Step(what, each.resolution.executive, day, True)
        for each in brief.findings.resolutions
        for day, what in each.days
        if what and meeting < day <= last
    ]
    works = [
        (end, known(each.id) or "", Step(each.title, each.owner, each.end, False))
        for each in records(brief.engagement.initiatives)
        if (end := known(each.end)) and meeting < end <= last
    ]
    found += [step for _, _, step in sorted(works, key=lambda work: work[:2])]
    return sorted(found, key=lambda each: known(each.by) or date.max)


def last_day(brief: Brief) -> date | None:
    """Return the end of the first quarter of the plan that lies `SOON` or more after the meeting; None if unknown.

    A board counts from its decision. Before the year that is the end of its first quarter.
    """
    starts, end = brief.findings.quarter_starts, brief.findings.year_end
    if starts is None or end is None:
        return None
    meeting = known(brief.engagement.engagement.meeting.date) or starts[0]
    ends = (*(start - timedelta(days=1) for start in starts[1:]), end)
    return next((day for day in ends if day - meeting >= SOON), end)


BUILDERS: dict[str, Builder] = {"brief-next-steps": next_steps}
