"""How customers are served: voice, alignment, first contact, channels and personas."""

from __future__ import annotations

from collections.abc import Sequence

from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.gaps import filled
from stratgen.analysis.exhibits.ledger import columns, table
from stratgen.analysis.findings import ChannelFinding, ChannelYear, Standing
from stratgen.analysis.sentences import inside, upper
from stratgen.analysis.spans import open_minutes, shared_minutes
from stratgen.document import Cell, Emphasis, Exhibit, Strong, Text, Tone, cell
from stratgen.engagement import Quarter, Unknown, known, records
from stratgen.engagement.channels import ChannelState
from stratgen.engagement.tactics import Tactic
from stratgen.engagement.vision import ContactReason

_STATE_TONES: dict[ChannelState, Tone] = {
    ChannelState.LEAD: "level-4", ChannelState.PILOT: "level-3", ChannelState.MAINTAIN: "level-2",
    ChannelState.LISTEN: "level-1", ChannelState.RETIRE: "none", ChannelState.NONE: "none",
}  # fmt: skip
_WORKED = ("lead", "pilot", "maintain")

FEW = 2
"""Up to this many channels are named even where all of them serve a persona."""


def _yes(brief: Brief, answer: bool | Unknown, no: str) -> Cell:
    if isinstance(answer, Unknown):
        return brief.wording.cell(answer)
    return cell("Yes", tone="good") if answer else cell(no, tone="watch")


def reasons(brief: Brief) -> Exhibit | None:
    """Return the most common reasons for contact, and what stands in the way of settling them."""
    found = records(brief.engagement.first_contact.top_reasons)
    shares = [known(each.share) for each in found]
    note = "Shares are of all contacts on social media."
    if found and None not in shares:
        note += f" Together: {brief.wording.percent(sum(share for share in shares if share is not None))}."
    heads = columns(
        ("Reason", 2.4),
        ("Share", 0.6, "end"),
        ("Can be settled in the channel", 1.4),
        ("What stands in the way", 3),
    )
    return filled("roadmap-reasons", "The most common reasons for contact", heads,
                  [_reason(brief, each) for each in found], note)  # fmt: skip


def _reason(brief: Brief, each: ContactReason) -> tuple[Cell, ...]:
    share = known(each.share)
    return (
        brief.wording.cell(each.reason),
        brief.wording.cell(each.share) if share is None else cell(brief.wording.percent(share)),
        _settled(brief, each),
        _blocker(brief, each),
    )


def _settled(brief: Brief, each: ContactReason) -> Cell:
    """Return whether a matter can be settled where it is raised: yes, once something is out of the way, or no."""
    if each.solvable is True and each.blocker is not None:
        return cell("Once that is removed", tone="watch")
    return _yes(brief, each.solvable, "No")


def _blocker(brief: Brief, each: ContactReason) -> Cell:
    """Return what stands in the way, and who removes it by when where that was answered."""
    if each.blocker is None:
        return cell("Nothing")
    remover, quarter = known(each.remover), known(each.removed_by)
    if isinstance(each.blocker, Unknown) or remover is None:
        return brief.wording.cell(each.blocker)
    until = f", by the end of {quarter}" if quarter else ""
    return cell(f"{each.blocker} ({remover}{until})")


def channels(brief: Brief) -> Exhibit | None:
    """Return every channel with its state today and in each quarter, and why (documents VR-7)."""
    heads = columns(
        ("Channel", 1.65), ("Today", 0.9), *((each.value, 0.75) for each in Quarter), ("Why", 3.6)
    )
    found = brief.findings.channel_years
    standings = [standing for each in found for standing in each.quarters]
    legend = " ".join(f"{word}: {said}." for word, said in _LEGEND.items() if _KEYS[word] in standings)
    note = (
        f"At the end of each quarter; a pilot while it runs. {legend}"
        " Scores: 0 to 100 (stratgen method; annex A of the pack)."
    )
    return table("roadmap-channels", "Every channel and its state in each quarter", heads,
                 [_state(brief, each) for each in found], note)  # fmt: skip


_LEGEND = {
    "Lead": "staffed and promoted", "Pilot": "tried for a set time", "Decide": "Lead or Listen, by its exit test",
    "Maintain": "answered", "Listen": "read, with a signpost", "Retire": "closed",
}  # fmt: skip
_KEYS: dict[str, Standing] = {each.label: each for each in ChannelState} | {"Decide": "decide"}


def _state(brief: Brief, found: ChannelYear) -> tuple[Cell, ...]:
    return (
        cell(found.finding.name),
        brief.wording.cell(found.finding.channel.status),
        *map(_standing, found.quarters),
        cell(found.why or "–"),
    )


def _standing(standing: Standing | None) -> Cell:
    """Return the word of a state, which its shade only repeats."""
    if standing is None:
        return cell("Not scored", tone="none")
    if standing == "decide":
        return cell("Decide", tone="watch")
    return cell(standing.label, tone=_STATE_TONES[standing])


def worked(brief: Brief) -> Exhibit | None:
    """Return the channels that are worked: the idea that fits only there, posts, mix, what we do, hours."""
    ideas = {known(each.channel): each for each in records(brief.engagement.tactics)}
    every, found = brief.findings.channels, brief.findings.channels.in_state(*_WORKED)
    today = brief.findings.capacity.hours_today
    later = today is not None and every.hours_available > today + 1
    there = "Once hired" if later else "There"
    heads = columns(("Channel; what we do there", 2.4), ("What fits only here; posts a week, formats and mix", 6.1),
                    ("Hours needed", 0.75, "end"), (there, 0.75, "end"))  # fmt: skip
    note = (
        f"Hours a week on messages and posts, without the time between them.{_together(brief, found, later)}"
    )
    return filled("roadmap-worked", "The channels we work", heads,
                  [_worked(brief, each, ideas.get(known(each.channel.channel))) for each in found], note)  # fmt: skip


def _together(brief: Brief, found: Sequence[ChannelFinding], later: bool) -> str:
    """Return what the two columns of hours add up to; empty where a channel has none yet."""
    needed = [each.hours_needed for each in found if each.hours_needed is not None]
    there = [each.hours_available for each in found if each.hours_available is not None]
    if not found or not len(found) == len(needed) == len(there):
        return ""
    total, given = (_hours_text(brief, sum(values)) for values in (needed, there))
    return f" Together: {total} needed, {given} there{' once the posts are filled' if later else ''}."


def _worked(brief: Brief, found: ChannelFinding, idea: Tactic | None) -> tuple[Cell, ...]:
    w = brief.wording
    plan = found.channel.feasibility
    ways = plan.interactions if plan else None
    named = known(ways)
    doing = (
        w.cell(ways).paragraphs
        if named is None
        else cell(upper(_joint(w.listing(inside(each.label) for each in named)))).paragraphs
    )
    needed, there, short = found.hours_needed, found.hours_available, _is_short(found)
    return (
        Cell(((Strong((Text(found.name),)),), *doing)),
        _idea(brief, idea),
        cell("–") if found.channel.needing_reply is None else _hours(brief, needed),
        Cell((*_hours(brief, there).paragraphs, *cell("(short)").paragraphs))
        if short
        else _hours(brief, there),
    )


def _is_short(found: ChannelFinding) -> bool:
    needed, there = found.hours_needed, found.hours_available
    return needed is not None and there is not None and there < needed - _ROUNDING


def _joint(ways: str) -> str:
    """Return ways of working in a row, with the two kinds of answers in one."""
    for link in (", ", " and "):
        ways = ways.replace(f"answer in public{link}answer in private", "answer in public and private")
    return ways


_ROUNDING = 0.05
"""Hours a week: a difference that does not print."""


def _idea(brief: Brief, idea: Tactic | None) -> Cell:
    """Return the idea of a channel, and below it its posts a week, their formats and shares, where given."""
    if idea is None:
        return cell("To be set")
    w = brief.wording
    formats = known(idea.formats)
    shares = [(name, known(getattr(idea, field))) for field, name in _MIX.items()]
    mix = [f"{w.percent(share)} {name}" for name, share in shares if share]
    posts = known(idea.posts_a_week)
    weekly = _weekly(brief, posts)
    parts = [
        weekly,
        w.listing(inside(each) for each in formats) if formats else "",
        w.listing(mix) if mix else "",
    ]
    below = upper("; ".join(part for part in parts if part))
    return Cell((w.inlines(idea.idea), *(((Emphasis((Text(f"{below}."),)),),) if below else ())))


def _weekly(brief: Brief, posts: float | None) -> str:
    if not posts:
        return ""
    if posts < 1 and (1 / posts).is_integer():
        return f"one post every {brief.wording.number(1 / posts)} weeks"
    return f"{brief.wording.number(posts)} {'post' if posts == 1 else 'posts'} a week"


_MIX = {
    "help_share": "help", "conversation_share": "conversation", "community_share": "community",
    "brand_story_share": "our story", "promotion_share": "promotion",
}  # fmt: skip


def _hours(brief: Brief, value: float | None) -> Cell:
    return cell("Not scored") if value is None else cell(_hours_text(brief, value))


def _hours_text(brief: Brief, value: float) -> str:
    return brief.wording.number(value, 1)


def personas(brief: Brief) -> Exhibit | None:
    """Return each persona with its need, and the worked channels on which it is present."""
    found = brief.findings.channels.in_state(*_WORKED)
    w, people = brief.wording, records(brief.engagement.personas)
    rows = []
    for each in people:
        name, share = known(each.name), known(each.share)
        served = [channel.name for channel in found if name and _present(channel, name)]
        shown = w.cell(each.share) if share is None else cell(w.percent(share))
        rows.append((
            Cell((w.inlines(each.name), *shown.paragraphs)), w.cell(each.need), cell(_served(brief, served, [channel.name for channel in found])),
        ))  # fmt: skip
    heads = columns(("Customers, share", 2), ("What they need", 4.6), ("Served on", 2.6))
    return filled(
        "roadmap-personas", "Customers, and the channels that serve them", heads, rows, _beyond(brief)
    )


def _beyond(brief: Brief) -> str:
    """Return who expects answers beyond the hours promised, and when; empty where nobody does."""
    w, promised = brief.wording, known(brief.engagement.terms.hours)
    expected: dict[str, list[str]] = {}
    for each in records(brief.engagement.personas):
        hours, name = known(each.hours_expected), known(each.name)
        if hours and name and (promised is None or shared_minutes(hours, promised) < open_minutes(hours)):
            expected.setdefault(w.hours(hours), []).append(name)
    parts = [f"{w.listing(names)}: {hours}" for hours, names in expected.items()]
    return f"They expect answers beyond the hours we promise. {'. '.join(parts)}." if parts else ""


def _served(brief: Brief, names: list[str], worked: list[str]) -> str:
    """Return the channels that serve a persona; in short where all of several do, or all but one or two."""
    missing = [name for name in worked if name not in names]
    if not missing and len(worked) > FEW:
        return f"All {len(worked)} channels we work"
    if len(missing) <= FEW < len(names):
        return f"All channels we work except {brief.wording.listing(missing)}"
    return brief.wording.listing(names) or "No channel yet"


def _present(found: ChannelFinding, persona: str) -> bool:
    return any((known(found.channel.presence) or {}).get(persona, {}).values())


BUILDERS: dict[str, Builder] = {
    "roadmap-reasons": reasons,
    "roadmap-channels": channels,
    "roadmap-worked": worked,
    "roadmap-personas": personas,
}
