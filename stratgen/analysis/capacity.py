"""People needed for the volume and for the hours promised (domain 5.7), in full-time equivalents."""

from __future__ import annotations

from stratgen.analysis.findings import CareCapacity
from stratgen.analysis.measures import handling_minutes, target_response_rate
from stratgen.analysis.scoring import enough, figure
from stratgen.engagement import Engagement, known, records
from stratgen.engagement.answer import weekly_hours
from stratgen.engagement.channels import Channel, ChannelStatus
from stratgen.engagement.money import CostKind

OCCUPANCY = 0.80
CONCURRENCY = 1.0
MINIMUM_ON_SHIFT = 1.0
WEEKS_A_MONTH = 4.33


def size(engagement: Engagement) -> CareCapacity:
    """Return the people needed, the people there are, and the gap; None where an input is missing."""
    team = engagement.team
    volume = monthly_volume(records(engagement.channels))
    minutes = handling_minutes(engagement)
    hours, shrinkage = known(team.hours_a_month), known(team.shrinkage)
    promised = known(engagement.terms.hours)
    missing = _missing(volume, minutes, hours, shrinkage, promised)
    on_shift = known(team.fewest_on_shift) or MINIMUM_ON_SHIFT
    load = cover = at_work = None
    extra = 0.0
    if hours and shrinkage is not None and shrinkage < 100:
        absent = shrinkage / 100
        if volume is not None and minutes is not None:
            load = load_of(volume, target_response_rate(engagement) / 100, minutes, hours, absent)
        if promised is not None:
            extra = extra_of(engagement, hours / WEEKS_A_MONTH, absent)
            cover = cover_of(weekly_hours(promised), hours / WEEKS_A_MONTH, absent, on_shift) + extra
        at_work = hours / WEEKS_A_MONTH * (1 - absent)
    needed = None if load is None or cover is None else max(load, cover)
    available = known(team.full_time_equivalents)
    hired = hired_of(engagement)
    reviewed = known(engagement.progress.people) if engagement.progress else None
    return CareCapacity(
        volume=volume,
        load=load,
        cover=cover,
        extra=extra,
        needed=needed,
        available=available,
        gap=None if needed is None or available is None else needed - available,
        occupancy=OCCUPANCY,
        minimum_on_shift=on_shift,
        missing=missing,
        hours_today=None if available is None or at_work is None else available * at_work,
        hired=hired,
        still_short=None if needed is None or hired is None else needed - hired,
        shift_hours_needed=None if needed is None or at_work is None else needed * at_work,
        shift_hours_hired=None if hired is None or at_work is None else hired * at_work,
        beyond=0.0
        if needed is None or hired is None
        else max(0.0, min(posts_of(engagement), hired - needed)),
        posts_open=any(
            known(each.kind) is CostKind.PEOPLE and each.posts is None
            for each in records(engagement.board.costs)
        ),
        waiting=sum(known(each.posts) or 0.0 for each in records(engagement.board.costs) if each.only_if),
        reviewed=reviewed,
        reviewed_gap=None if needed is None or reviewed is None else needed - reviewed,
    )


def posts_of(engagement: Engagement) -> float:
    """Return the full-time posts for replies that the board case pays for, without those that wait for a condition."""
    return sum(known(each.posts) or 0.0 for each in records(engagement.board.costs) if not each.only_if)


def hired_of(engagement: Engagement) -> float | None:
    """Return the people who reply once the posts of the board case are filled: today's, less those who then do other
    work, and the posts of the cost lines that wait for no condition. None where today's are not known, or no line
    names its posts."""
    today = known(engagement.team.full_time_equivalents)
    named = any(known(each.posts) is not None for each in records(engagement.board.costs))
    if today is None or not named:
        return None
    return max(0.0, today - (known(engagement.team.on_other_work) or 0.0)) + posts_of(engagement)


def load_of(
    volume: float,
    response_rate: float,
    handling: float,
    hours_a_month: float,
    shrinkage: float,
    occupancy: float = OCCUPANCY,
    concurrency: float = CONCURRENCY,
) -> float:
    """Return the people that `volume` messages a month need; shares run from 0 to 1, handling in minutes."""
    work = volume * response_rate * handling / 60
    return work / (hours_a_month * (1 - shrinkage) * occupancy * concurrency)


def cover_of(
    hours_of_cover: float, weekly_hours: float, shrinkage: float, on_shift: float = MINIMUM_ON_SHIFT
) -> float:
    """Return the people that the hours promised need; all hours are hours a week, shrinkage 0 to 1."""
    return hours_of_cover * on_shift / (weekly_hours * (1 - shrinkage))


def extra_of(engagement: Engagement, weekly_hours: float, shrinkage: float) -> float:
    """Return the people that shifts for a language, an area or a time of day need beside the others (TEAM-02)."""
    return sum(
        cover_of(known(each.hours_a_week) or 0.0, weekly_hours, shrinkage, known(each.people) or 0.0)
        for each in records(engagement.team.extra_shifts)
    )


def monthly_volume(channels: tuple[Channel, ...]) -> float | None:
    """Return the messages a month that need a reply, or None where too few channels know theirs."""
    counted = [inbound_of(channel) for channel in channels]
    given = [count for count in counted if count is not None]
    return sum(given) if enough(len(given), len(counted)) else None


def inbound_of(channel: Channel) -> float | None:
    """Return the messages a month that need a reply: 0 where there is no account and nothing was counted."""
    if channel.needing_reply is None and channel.status is ChannelStatus.NONE:
        return 0.0
    return figure(channel.needing_reply)


def _missing(
    volume: float | None,
    minutes: float | None,
    hours: float | None,
    shrinkage: float | None,
    promised: object | None,
) -> tuple[str, ...]:
    inputs = {
        "messages that need a reply": volume,
        "average handling time": minutes,
        "contracted hours a month": hours,
        "share of paid time not spent on customers": shrinkage,
        "hours in which replies are promised": promised,
    }
    return tuple(words for words, value in inputs.items() if value is None)
