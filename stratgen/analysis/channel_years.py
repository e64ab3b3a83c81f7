"""What each channel is in each quarter (documents VR-7, domain 5.5 and 12.2): derived, and never an outcome invented.

The year's state says where a channel is to get; the initiatives that move it say when. An initiative names the
channels that it moves; one of the library that names none moves those that its trigger is about.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from stratgen.analysis.calendar import Quarters, quarter_of
from stratgen.analysis.capacity import inbound_of
from stratgen.analysis.channels import WORKED, shown
from stratgen.analysis.findings import ChannelFinding, Channels, ChannelYear, Standing
from stratgen.analysis.scoring import figure
from stratgen.analysis.wording import half_up
from stratgen.catalogue import Catalogue, plain_word
from stratgen.engagement import Engagement, known, records
from stratgen.engagement.channels import Channel, ChannelState, ChannelStatus
from stratgen.engagement.vision import Initiative

BRINGS: Mapping[str, ChannelState] = {
    "pilot_channels": ChannelState.PILOT,
    "lead_channels": ChannelState.LEAD,
    "retired_channels": ChannelState.RETIRE,
}
"""The triggers of the library that are about channels in a state, and the state that the work moves them to."""

Four = tuple[Standing | None, Standing | None, Standing | None, Standing | None]


@dataclass(frozen=True, slots=True)
class _Run:
    """A piece of work, and the first and last quarter (0 to 3) in which it runs; None where it has no quarter."""

    work: Initiative
    span: tuple[int, int] | None


def over_the_year(
    engagement: Engagement, found: Channels, catalogue: Catalogue, starts: Quarters | None
) -> tuple[ChannelYear, ...]:
    """Return what every channel is in Q1 to Q4, in the order of the answers.

    A quarter shows what the channel has become by its end; a pilot stands in every quarter in which it runs. Where
    channels were set by hand, their hours may pass those there are (hours a week): the reason then says so.
    """
    work = _Work.of(records(engagement.initiatives), catalogue)
    years = [_year(each, _runs(each, work, starts)) for each in found.findings]
    return _within_hours(years, found.hours_available)


def library_id(name: str, catalogue: Catalogue) -> str | None:
    """Return the id of the library that an initiative's own id belongs to: "I-13-whatsapp" to "I-13"."""
    fitting = (key for key in catalogue.initiatives if name == key or _continues(name, key))
    return max(fitting, key=len, default=None)


def _continues(name: str, key: str) -> bool:
    return name.startswith(key) and not name[len(key)].isdigit()


@dataclass(frozen=True, slots=True)
class _Work:
    """The initiatives by what they move, so that each channel finds its own without a look at all of them."""

    naming: Mapping[str, Mapping[int, Initiative]]
    """By the word for a channel: those that name it, by their place."""
    bringing: Mapping[ChannelState, Sequence[Initiative]]
    """By the state that the library has them for: those that name no channel."""

    @classmethod
    def of(cls, work: Sequence[Initiative], catalogue: Catalogue) -> _Work:
        """Sort initiatives by what they move."""
        naming: dict[str, dict[int, Initiative]] = {}
        bringing: dict[ChannelState, list[Initiative]] = {}
        for place, each in enumerate(work):
            named = known(each.channels) or ()
            for word in named:
                naming.setdefault(plain_word(word), {})[place] = each
            if not named and (state := _brings(each, catalogue)) is not None:
                bringing.setdefault(state, []).append(each)
        return cls(naming, bringing)


def _runs(found: ChannelFinding, work: _Work, starts: Quarters | None) -> tuple[_Run, ...]:
    """Return the work that moves a channel: what names it, else what the library has for channels in its state."""
    if found.state is None or found.state not in BRINGS.values():
        return ()
    named = {place: each for word in found.words for place, each in work.naming.get(word, {}).items()}
    wanted = [named[place] for place in sorted(named)] or work.bringing.get(found.state, ())
    return tuple(_Run(each, _span(each, starts)) for each in wanted)


def _brings(work: Initiative, catalogue: Catalogue) -> ChannelState | None:
    key = library_id(known(work.id) or "", catalogue)
    return BRINGS.get(catalogue.initiatives[key].trigger) if key else None


def _span(work: Initiative, starts: Quarters | None) -> tuple[int, int] | None:
    """Return the quarters in which work starts and ends; it ends in the quarter that it names."""
    quarter, start, end = known(work.quarter), known(work.start), known(work.end)
    last = quarter.position if quarter else quarter_of(end, starts) if end and starts else None
    if last is None:
        return None
    if starts is None or start is None:
        return last, last
    first = 0 if start < starts[0] else quarter_of(start, starts)
    return last if first is None else min(first, last), last


def _year(found: ChannelFinding, runs: tuple[_Run, ...]) -> ChannelYear:
    placed = [each.span for each in runs if each.span]
    why = "; ".join(part for part in (_because(found), _moved(found, runs, bool(placed))) if part)
    work = tuple(each.work for each in runs)
    return ChannelYear(found, _quarters(found, runs, placed), why, work)


def _quarters(found: ChannelFinding, runs: tuple[_Run, ...], placed: list[tuple[int, int]]) -> Four:
    today = _today(found.channel)
    ends = max((last for _, last in placed), default=4)
    begins = min((first for first, _ in placed), default=4)

    def at(quarter: int) -> Standing | None:
        match found.state:
            case ChannelState.PILOT if any(first <= quarter <= last for first, last in placed):
                return ChannelState.PILOT
            case ChannelState.PILOT:
                return today if quarter < begins else "decide"
            case ChannelState.LEAD if runs and quarter < ends:
                is_run = quarter >= begins or found.channel.status is ChannelStatus.ACTIVE
                return ChannelState.MAINTAIN if is_run else today
            case ChannelState.RETIRE if quarter < ends:
                return ChannelState.LISTEN
            case state:
                return state

    return at(0), at(1), at(2), at(3)


def _today(channel: Channel) -> ChannelState:
    """Return what a channel is before anything changes: answered, only read, or not used at all.

    One that is dormant or paused is not answered, though somebody may reply to a message now and then.
    """
    status = known(channel.status)
    exists = status not in (None, ChannelStatus.NONE)
    is_idle = status in (ChannelStatus.DORMANT, ChannelStatus.PAUSED)
    if exists and not is_idle and (figure(channel.response_rate) or 0.0) > 0:
        return ChannelState.MAINTAIN
    is_read = exists or bool(figure(channel.inbound) or figure(channel.needing_reply))
    return ChannelState.LISTEN if is_read else ChannelState.NONE


def _because(found: ChannelFinding) -> str:
    """Return why a channel has its state of the year, by the numbers alone; their limits stand in annex A."""
    opportunity, feasibility, state = found.opportunity, found.feasibility, found.state
    risky = found.risk is not None and found.risk >= 80
    if found.overridden or risky or state is None or opportunity is None or feasibility is None:
        return found.why
    if found.demoted and found.recommended:
        order = half_up(found.priority or 0.0, 0)
        return f"Scores as {found.recommended.label}, but hours are short and its priority ({order:.0f}) is the lowest"
    if state is ChannelState.NONE:
        return f"Opportunity {shown(opportunity)}, no account"
    if opportunity < 35:
        return f"Opportunity {shown(opportunity)}, {inbound_of(found.channel) or 0:.0f} messages a month"
    return f"Opportunity {shown(opportunity)}, feasibility {shown(feasibility)}"


def _moved(found: ChannelFinding, runs: tuple[_Run, ...], is_placed: bool) -> str:
    """Return which work moves a channel; what is planned without a quarter moves nothing yet."""
    names = " and ".join(known(each.work.id) or "its work" for each in runs)
    if names and not is_placed:
        return f"{names} {'have' if len(runs) > 1 else 'has'} no quarter yet"
    one = len(runs) == 1
    match found.state:
        case ChannelState.PILOT:
            return f"{names} {'tests' if one else 'test'} it" if names else "no pilot is planned yet"
        case ChannelState.LEAD:
            return f"leads after {names}" if names else ""
        case ChannelState.RETIRE:
            return f"{names} {'ends' if one else 'end'} it" if names else "nothing planned retires it yet"
        case _:
            return ""


def _within_hours(years: Sequence[ChannelYear], there: float) -> tuple[ChannelYear, ...]:
    """Return the years; where a quarter needs more hours a week than there are, its channels say so.

    A channel that waits for its decision keeps its hours: it may not be answered by people who are elsewhere.
    """
    needed = [
        sum(each.finding.hours_needed or 0.0 for each in years if _is_worked(each.quarters[quarter]))
        for quarter in range(4)
    ]
    over = [quarter for quarter in range(4) if needed[quarter] > there + 1e-9]
    found = []
    for each in years:
        short = [quarter for quarter in over if _is_worked(each.quarters[quarter])]
        if short:
            most = half_up(max(needed[quarter] for quarter in short), 1)
            span = f"Q{short[0] + 1}" + (f" to Q{short[-1] + 1}" if len(short) > 1 else "")
            words = f"{span}: {most:g} hours a week needed, {half_up(there, 1):g} there"
            each = replace(each, why=f"{each.why}; {words}")
        found.append(each)
    return tuple(found)


def _is_worked(standing: Standing | None) -> bool:
    return standing == "decide" or standing in WORKED
