"""Next steps: what the board's decision sets going in the ninety days after the meeting (documents BB-12)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from stratgen.analysis.calendar import months_later
from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.ledger import columns, table
from stratgen.analysis.sentences import inside, number_word
from stratgen.document import Exhibit
from stratgen.engagement import Unknown, known, records
from stratgen.engagement.vision import Initiative

STEPS = 6
"""Rows of the next steps (documents BB-12)."""
POINTS = 2
"""Rows of open points, the first to fall due."""
DAYS = timedelta(days=90)
"""What the next steps cover from the meeting on; they run to the end of that month."""


def next_steps(brief: Brief) -> Exhibit | None:
    """Return what takes effect, is cleared up, begins or ends after the meeting: six rows, or all resolutions.

    Of the work those pieces stand there that take most effort: a board asks first what weighs.
    """
    w, last = brief.wording, last_day(brief)
    decided = [*resolved(brief, last), *cleared(brief, last)][: max(STEPS, len(resolved(brief, last)))]
    works = list(begun_or_done(brief, last))
    kept = sorted(works, key=lambda each: (-each.effort, each.day))[: max(0, STEPS - len(decided))]
    found = sorted([*decided, *kept], key=lambda each: each.day)
    rows = [(w.cell(each.what), w.cell(each.owner), w.cell(each.day)) for each in found]
    more = len(works) - len(kept)
    note = ""
    if more:
        many = f"{number_word(more).capitalize()} more {'piece' if more == 1 else 'pieces'} of work"
        note = f"{many} {'begins or ends' if more == 1 else 'begin or end'} by then (part 3 of the strategy pack)."
    caption = f"Next steps to {w.day(last)}" if last < date.max else "Next steps"
    heads = columns(("Action", 4.4), ("Owner", 2.4), ("By", 1.5))
    return table("brief-next-steps", caption, heads, rows, note)


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the next steps."""

    what: str
    owner: str | Unknown
    day: date
    effort: int = 0
    """Of a piece of work, 1 to 5; 0 where it is not known, or where it is none."""


def resolved(brief: Brief, last: date) -> list[Step]:
    """Return the resolutions that take effect after the meeting, one row for a day, and the days that their words name."""
    after, w = _meeting(brief), brief.wording
    due: dict[tuple[date, str], list[tuple[int, str | Unknown]]] = {}
    steps = []
    for each in brief.findings.resolutions:
        executive = each.resolution.executive
        if (day := known(each.resolution.by)) and after < day <= last:
            due.setdefault((day, each.happens), []).append((each.number, executive))
        steps += [Step(what, executive, day) for day, what in each.days if what and after < day <= last]
    for (day, happens), found in due.items():
        names = list(dict.fromkeys(name for _, executive in found if (name := known(executive))))
        owner = w.listing(names) if names else found[0][1]
        numbers = w.listing(str(number) for number, _ in found)
        one = len(found) == 1
        happens = happens if one else happens.replace(" takes ", " take ")
        steps.append(Step(f"Resolution{'' if one else 's'} {numbers}{happens}", owner, day))
    return sorted(steps, key=lambda each: each.day)


def cleared(brief: Brief, last: date) -> list[Step]:
    """Return the open points of the paper that fall due after the meeting, the first two."""
    after = _meeting(brief)
    points = sorted(
        (each.due, each.subject or each.label, each.owner)
        for each in brief.findings.board_points
        if each.due and after < each.due <= last
    )
    return [
        Step(f"Open point settled: {inside(label)}", owner or Unknown(), day)
        for day, label, owner in points[:POINTS]
    ]


def begun_or_done(brief: Brief, last: date) -> Iterator[Step]:
    """Yield the work that ends after the meeting, and what only begins, by its short name."""
    after = _meeting(brief)
    for each in sorted(records(brief.engagement.initiatives), key=lambda work: known(work.id) or ""):
        for day, says in ((known(each.end), ""), (known(each.start), ": begins")):
            if day and after < day <= last:
                yield _work(each, says, day)
                break


def _work(work: Initiative, says: str, day: date) -> Step:
    return Step(
        f"{known(work.title) or known(work.id) or 'Work'}{says}", work.owner, day, known(work.effort) or 0
    )


def last_day(brief: Brief) -> date:
    """Return the last day of the next steps: the end of the month in which the ninety days are over.

    Where nothing takes effect, begins or ends by then, it is the day on which the first work ends.
    """
    meeting = known(brief.engagement.engagement.meeting.date)
    if meeting is None:
        starts = brief.findings.quarter_starts
        return months_later(starts[0], 3) - timedelta(days=1) if starts else date.max
    over = meeting + DAYS
    last = months_later(over.replace(day=1), 1) - timedelta(days=1)
    if resolved(brief, last) or any(begun_or_done(brief, last)):
        return last
    return min((each.day for each in begun_or_done(brief, date.max)), default=last)


def _meeting(brief: Brief) -> date:
    return known(brief.engagement.engagement.meeting.date) or date.min


BUILDERS: dict[str, Builder] = {"brief-next-steps": next_steps}
