"""How customers are served: voice, alignment, first contact, channels and personas."""

from __future__ import annotations

from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.ledger import columns, table
from stratgen.analysis.findings import ChannelFinding
from stratgen.document import Cell, Exhibit, Tone, cell
from stratgen.engagement import Unknown, known, records
from stratgen.engagement.channels import ChannelState
from stratgen.engagement.tactics import Tactic
from stratgen.engagement.vision import Alignment, ContactReason

_STATE_TONES: dict[ChannelState, Tone] = {
    ChannelState.LEAD: "level-4", ChannelState.PILOT: "level-3", ChannelState.MAINTAIN: "level-2",
    ChannelState.LISTEN: "level-1", ChannelState.RETIRE: "none", ChannelState.NONE: "none",
}  # fmt: skip
_WORKED = ("lead", "pilot", "maintain")

_MATTERS = {
    "shared_calendar": "Shared calendar", "handover_rule": "Hand-over rule", "joint_kpi": "Joint measure",
    "meeting": "Meeting", "insight_loop": "Insight loop", "decision_right": "Decision right",
}  # fmt: skip


def traits(brief: Brief) -> Exhibit | None:
    """Return the traits of the voice with what each is and is not."""
    w = brief.wording
    rows = [(w.cell(each.trait), w.cell(each.we_are), w.cell(each.we_are_not))
            for each in records(brief.engagement.voice.traits)]  # fmt: skip
    heads = columns(("Trait", 0.9), ("We are", 3.4), ("We are not", 2.8))
    return table("roadmap-traits", "Traits of the voice", heads, rows)


def alignment(brief: Brief) -> Exhibit:
    """Return what marketing and care have agreed, and what is still open between them."""
    agreed: Alignment = brief.engagement.alignment
    rows = []
    for name, label in _MATTERS.items():
        each = getattr(agreed, name)
        rows.append(
            (
                cell(label),
                _yes(brief, each.agreed, "Not yet"),
                brief.wording.cell(None if each.detail == "" else each.detail),
            )
        )
    heads = columns(("Matter", 1), ("Agreed", 0.6), ("How", 5.2))
    found = table("roadmap-alignment", "What marketing and care agree on", heads, rows)
    assert found is not None  # there are always six matters
    return found


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
        ("Reason", 2.4), ("Share", 0.6, "end"), ("Settled there", 1), ("What stands in the way", 3)
    )
    return table("roadmap-reasons", "The most common reasons for contact", heads,
                 [_reason(brief, each) for each in found], note)  # fmt: skip


def _reason(brief: Brief, each: ContactReason) -> tuple[Cell, ...]:
    share = known(each.share)
    return (
        brief.wording.cell(each.reason),
        brief.wording.cell(each.share) if share is None else cell(brief.wording.percent(share)),
        _yes(brief, each.solvable, "No"),
        cell("Nothing") if each.blocker is None else brief.wording.cell(each.blocker),
    )


def channels(brief: Brief) -> Exhibit | None:
    """Return every channel with its state today, its state in the strategy, and why."""
    heads = columns(("Channel", 1.5), ("Today", 0.8), ("This year", 0.8), ("Why", 5.2))
    found = brief.findings.channels.findings
    note = (
        "Lead: staffed and promoted. Pilot: tried for a set time. Maintain: answered. Listen: read, with a signpost."
        " Retire: closed. Scores run from 0 to 100 (stratgen method; annex A of the strategy pack)."
    )
    return table("roadmap-channels", "Every channel and its state", heads,
                 [_state(brief, each) for each in found], note)  # fmt: skip


def _state(brief: Brief, found: ChannelFinding) -> tuple[Cell, ...]:
    state = found.state
    shown = cell("Not scored", tone="none") if state is None else cell(state.label, tone=_STATE_TONES[state])
    return cell(found.name), brief.wording.cell(found.channel.status), shown, cell(found.why or "–")


def worked(brief: Brief) -> Exhibit | None:
    """Return the channels that are worked: the idea that fits only there, hours needed and at hand."""
    ideas = {known(each.channel): each for each in records(brief.engagement.tactics)}
    heads = columns(("Channel", 1.5), ("What fits only here", 5), ("Posts", 0.5, "end"),
                    ("Hours needed", 0.75, "end"), ("Hours at hand", 0.75, "end"))  # fmt: skip
    every, found = brief.findings.channels, brief.findings.channels.in_state(*_WORKED)
    note = (
        f"Together these channels need {_hours_text(brief, every.hours_needed)} hours a week;"
        f" all channels have {_hours_text(brief, every.hours_available)} between them."
    )
    return table("roadmap-worked", "The channels we work, with posts and hours a week", heads,
                 [_worked(brief, each, ideas.get(known(each.channel.channel))) for each in found], note)  # fmt: skip


def _worked(brief: Brief, found: ChannelFinding, idea: Tactic | None) -> tuple[Cell, ...]:
    w = brief.wording
    return (
        cell(found.name),
        w.cell(idea.idea) if idea else cell("To be set"),
        w.cell(idea.posts_a_week if idea else None),
        _hours(brief, found.hours_needed),
        _hours(brief, found.hours_available),
    )


def _hours(brief: Brief, value: float | None) -> Cell:
    return cell("Not scored") if value is None else cell(_hours_text(brief, value))


def _hours_text(brief: Brief, value: float) -> str:
    return brief.wording.number(value, 1)


def personas(brief: Brief) -> Exhibit | None:
    """Return each persona with its need and the worked channels on which it is present."""
    found = brief.findings.channels.in_state(*_WORKED)
    w = brief.wording
    rows = []
    for each in records(brief.engagement.personas):
        name, share = known(each.name), known(each.share)
        served = [channel.name for channel in found if name and _present(channel, name)]
        shown = w.cell(each.share) if share is None else cell(w.percent(share))
        rows.append(
            (w.cell(each.name), shown, w.cell(each.need), cell(w.listing(served) or "No channel yet"))
        )
    heads = columns(("Customers", 1.5), ("Share", 0.5, "end"), ("What they need", 3.2), ("Served on", 3.2))
    return table("roadmap-personas", "Customers, and the channels that serve them", heads, rows)


def _present(found: ChannelFinding, persona: str) -> bool:
    return any((known(found.channel.presence) or {}).get(persona, {}).values())


BUILDERS: dict[str, Builder] = {
    "roadmap-traits": traits,
    "roadmap-alignment": alignment,
    "roadmap-reasons": reasons,
    "roadmap-channels": channels,
    "roadmap-worked": worked,
    "roadmap-personas": personas,
}
