"""The roadmap that drafts itself (domain 12.2, 5.18): what the answers call for, placed in quarters.

Triggers choose from the library; what the client has planned or declined is left as it is. A piece of work is
never placed before what it depends on; quarters are filled to their capacity, and work that another answer gives a
day stands in the quarter of that day. It names no owner and no cost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from stratgen.analysis.calendar import months_later, quarter_of
from stratgen.analysis.channel_years import BRINGS
from stratgen.analysis.findings import Findings
from stratgen.analysis.ordering import CARRIED_A_QUARTER, in_order, priority
from stratgen.analysis.promised_days import all_interviewed, promised
from stratgen.analysis.triggers import Triggered, triggered_initiatives
from stratgen.analysis.triggers.reading import runs_today
from stratgen.catalogue import InitiativeEntry
from stratgen.engagement import Engagement, Quarter, Unknown, known, records
from stratgen.engagement.channels import ChannelState
from stratgen.engagement.maturity import Segment
from stratgen.engagement.vision import Initiative

MOST_IN_A_QUARTER = 6
"""Pieces of work in one quarter (domain V23)."""

SPINE = ("I-02", "I-03", "I-04", "I-05", "I-06")
"""The five steps of an Observer, in the first quarter, in this order (domain 12.2)."""

INTERVIEWS = "I-02"
"""The interviews with stakeholders, which nobody plans once all of them were held."""

_QUARTERS = tuple(Quarter)


@dataclass(frozen=True, slots=True)
class Proposal:
    """One piece of work that the answers call for, in its place."""

    entry: InitiativeEntry
    reason: str
    """Why, in words that follow "because"."""
    quarter: Quarter
    depends_on: tuple[str, ...]
    """Ids of what comes first, of those that are planned or proposed."""
    crowded: bool
    """No quarter had room for it; it stands in the last one it could."""
    start: date | None = None
    end: date | None = None
    channels: tuple[str, ...] = ()
    """The channels that it moves to their state of the year, in the words of the audit."""


def propose(engagement: Engagement, findings: Findings) -> tuple[Proposal, ...]:
    """Return the work of the library that is called for, neither planned nor declined, by quarter and order."""
    planned = {name: each for each in records(engagement.initiatives) if (name := known(each.id)) is not None}
    declined = {known(each.id) for each in records(engagement.vision.declined)}
    if all_interviewed(engagement):
        declined.add(INTERVIEWS)
    wanted = {
        each.entry.id: each
        for each in triggered_initiatives(engagement, findings, findings.catalogue)
        if each.entry.id not in planned and each.entry.id not in declined
    }
    spine = SPINE if findings.placement.segment is Segment.OBSERVER else ()
    needs = _needs(wanted, planned, tuple(each for each in spine if each in wanted))
    starts = findings.quarter_starts
    days = {key: each.day for key, each in promised(engagement, starts).items() if key in wanted}
    due = {key: at for key, day in days.items() if starts and (at := quarter_of(day, starts)) is not None}
    placed = _placed(
        wanted, needs, _Room(engagement, planned), _Order(tuple(spine), due, _latest(due, needs))
    )
    tied = [replace(each, channels=_moved(each.entry, findings)) for each in placed]
    return tuple(_dated(tied, starts, {key: days[key] for key in due}))


def _latest(due: Mapping[str, int], needs: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Return the latest quarter, 0 to 3, of work that has a day, and of all that it waits for."""
    found = dict(due)
    ways = list(due)
    while ways:
        key = ways.pop()
        for need in needs.get(key, ()):
            if found[key] < found.get(need, 4):
                found[need] = found[key]
                ways.append(need)
    return found


@dataclass(frozen=True, slots=True)
class _Order:
    """What decides where work goes beside room: the steps of an Observer, and the days that answers hold."""

    spine: tuple[str, ...]
    due: Mapping[str, int]
    """The quarter, 0 to 3, of work that another answer gives a day."""
    latest: Mapping[str, int]
    """The last quarter, 0 to 3, for that work and for all that it waits for."""

    def choose(self, key: str, own: int, needed: int, free: Sequence[int]) -> int:
        """Return the quarter, 0 to 3: never before what the work waits for, if at all possible in time."""
        last = self.latest.get(key, 3)
        first = max(min(own, last), needed)
        if key in self.due:
            return max(self.due[key], needed)
        if key in self.spine:
            return first
        return next((n for n in range(first, last + 1) if n in free), first)


def _moved(entry: InitiativeEntry, findings: Findings) -> tuple[str, ...]:
    """Return the channels that an entry of the library is triggered by, as the audit names them."""
    state = BRINGS.get(entry.trigger)
    found = findings.channels.in_state(state.value) if state else ()
    found = tuple(each for each in found if state is not ChannelState.PILOT or not runs_today(each))
    return tuple(name for each in found if (name := known(each.channel.channel)) is not None)


def drafted(proposals: Sequence[Proposal], hole: Unknown) -> tuple[Initiative, ...]:
    """Return proposals as initiatives; who owns them and what they cost is as open as the roadmap itself was."""
    return tuple(
        Initiative(
            id=each.entry.id,
            title=each.entry.title,
            owner=hole,
            quarter=each.quarter,
            start=each.start or hole,
            end=each.end or hole,
            deliverable=each.entry.deliverable,
            key_result=each.entry.key_result,
            done_when=each.entry.done_when,
            depends_on=each.depends_on,
            effort=each.entry.effort,
            cost=hole,
            channels=each.channels or None,
        )
        for each in proposals
    )


def _needs(
    wanted: Mapping[str, Triggered[InitiativeEntry]],
    planned: Mapping[str, Initiative],
    spine: tuple[str, ...],
) -> dict[str, tuple[str, ...]]:
    needs = {
        key: [need for need in each.entry.needs if need in wanted or need in planned]
        for key, each in wanted.items()
    }
    for before, after in pairwise(spine):
        if before not in needs[after] and after not in needs[before]:
            needs[after].append(before)
    return {key: tuple(each) for key, each in needs.items()}


class _Room:
    """How much room each quarter has left: effort points, and pieces of work."""

    def __init__(self, engagement: Engagement, planned: Mapping[str, Initiative]) -> None:
        capacity = engagement.vision.capacity
        given = [known(getattr(capacity, f"q{n}")) if capacity else None for n in range(1, 5)]
        self.points = [CARRIED_A_QUARTER if each is None else each for each in given]
        self.places = [MOST_IN_A_QUARTER] * 4
        self.where = dict[str, int]()
        for name, each in planned.items():
            quarter = known(each.quarter)
            if quarter is not None:
                self.take(name, quarter.position, known(each.effort) or 1)

    def take(self, name: str, quarter: int, effort: int) -> None:
        """Use room in a quarter."""
        self.where[name] = quarter
        self.points[quarter] -= effort
        self.places[quarter] -= 1

    def has(self, quarter: int, effort: int) -> bool:
        """Tell whether a quarter has room for a piece of work."""
        return self.points[quarter] >= effort and self.places[quarter] > 0


def _placed(
    wanted: Mapping[str, Triggered[InitiativeEntry]],
    needs: Mapping[str, tuple[str, ...]],
    room: _Room,
    rules: _Order,
) -> list[Proposal]:
    """Return the proposals in order of dependency, then priority, then id, each in the first quarter with room."""
    ranks = {key: (key not in rules.spine, -_priority(each.entry), key) for key, each in wanted.items()}
    by_rank = {rank: key for key, rank in ranks.items()}
    order = in_order({ranks[key]: {ranks[n] for n in needs[key] if n in wanted} for key in wanted})
    found: list[Proposal] = []
    for rank in order:
        key = by_rank[rank]
        entry = wanted[key].entry
        needed = max((room.where.get(need, 0) for need in needs[key]), default=0)
        free = [n for n in range(4) if room.has(n, entry.effort)]
        at = rules.choose(key, int(entry.quarter[1]) - 1, needed, free)
        found.append(
            Proposal(
                entry, wanted[key].reason, _QUARTERS[at], needs[key], crowded=not room.has(at, entry.effort)
            )
        )
        room.take(key, at, entry.effort)
    return sorted(found, key=lambda each: each.quarter.position)


def _priority(entry: InitiativeEntry) -> int:
    return priority(entry.impact, entry.urgency, entry.effort)


def _dated(
    proposals: Sequence[Proposal],
    starts: tuple[date, date, date, date] | None,
    due: Mapping[str, date],
) -> list[Proposal]:
    """Return proposals with dates: a quarter is shared evenly by the steps of its longest chain.

    Work with a day of its own ends by it, and what it waits for in the same quarter ends before.
    """
    if starts is None:
        return list(proposals)
    depth = dict[str, int]()
    by_id = {each.entry.id: each for each in proposals}
    for each in proposals:
        before = (
            depth[need] + 1
            for need in each.depends_on
            if need in depth and by_id[need].quarter is each.quarter
        )
        depth[each.entry.id] = max(before, default=0)
    pace = _Pace(proposals, starts, depth, due)
    spans = [pace.span(each) for each in proposals]
    return [replace(each, start=start, end=end) for each, (start, end) in zip(proposals, spans, strict=True)]


class _Pace:
    """How many days a step of each piece of work takes, so that a promised day is met."""

    def __init__(
        self,
        proposals: Sequence[Proposal],
        starts: tuple[date, date, date, date],
        depth: Mapping[str, int],
        due: Mapping[str, date],
    ) -> None:
        self.starts, self.depth = starts, depth
        self.by_id = {each.entry.id: each for each in proposals}
        self.steps = {
            quarter: 1 + max(depth[each.entry.id] for each in proposals if each.quarter is quarter)
            for quarter in {each.quarter for each in proposals}
        }
        self.share = dict[str, tuple[int, int]]()
        for key, day in due.items():
            each = self.by_id[key]
            days = (day - starts[each.quarter.position]).days + 1
            # With fewer days than steps nothing could end before the next begins.
            if depth[key] < days and self.span(each)[1] > day:
                self._hold(key, (days, depth[key] + 1))

    def _hold(self, key: str, share: tuple[int, int]) -> None:
        """Let work, and what it waits for in the same quarter, go at a pace, unless a faster one is asked already."""
        old = self.share.get(key)
        if old and old[0] * share[1] <= share[0] * old[1]:
            return
        self.share[key] = share
        for need in self.by_id[key].depends_on:
            if need in self.by_id and self.by_id[need].quarter is self.by_id[key].quarter:
                self._hold(need, share)

    def span(self, each: Proposal) -> tuple[date, date]:
        """Return the first and the last day of a piece of work."""
        first, step = self.starts[each.quarter.position], self.depth[each.entry.id]
        whole = ((months_later(first, 3) - first).days, self.steps[each.quarter])
        days, steps = self.share.get(each.entry.id, whole)
        start = first + timedelta(days=days * step // steps)
        return start, first + timedelta(days=days * (step + 1) // steps - 1)
