"""The conductor of `plan`: the work that the answers call for, beside what is planned, and how it enters the file.

What the client has planned is never touched; what was declined stays out. It knows no rule of placing.
"""

from __future__ import annotations

import json
import textwrap
from dataclasses import dataclass
from pathlib import Path

from stratgen import pack
from stratgen.analysis.proposals import Proposal, propose
from stratgen.analysis.seats import unfilled
from stratgen.answers import append, rewrite, save, text_of
from stratgen.engagement import Engagement, Unknown, known, records

WIDTH = 100
"""Columns of the text where the terminal does not say that it is narrower."""

_MARGIN = " " * 15


@dataclass(frozen=True, slots=True)
class Plan:
    """The roadmap of one answer file as it is, and what could be added to it."""

    path: Path
    engagement: Engagement
    proposals: tuple[Proposal, ...]


def plan(path: Path) -> Plan:
    """Read an answer file and propose what its roadmap lacks; raises StratgenError where it cannot be read."""
    loaded, findings = pack.reckon(path)
    return Plan(path, loaded.engagement, propose(loaded.engagement, findings))


def write(found: Plan) -> int:
    """Add the proposals to the answer file, and return how many; everything else stays byte for byte."""
    text = text_of(found.path)
    hole = found.engagement.initiatives
    values = [_record(each, found.engagement) for each in found.proposals]
    if values and (isinstance(hole, Unknown) or not records(hole)):
        text = rewrite(text, ("initiatives",), values)
    else:
        for value in values:
            text = append(text, ("initiatives",), value)
    if values:
        save(found.path, text)
    return len(values)


def _record(proposal: Proposal, engagement: Engagement) -> dict[str, object]:
    """Return a proposal as it is written to the file; owner and cost are holes to be filled."""
    entry = proposal.entry
    dates = {"start": proposal.start, "end": proposal.end}
    return {
        "id": entry.id,
        "title": entry.title,
        "owner": unfilled(engagement, "the work is proposed; nobody has taken it yet"),
        "quarter": proposal.quarter.value,
        **{
            name: day.isoformat() if day else {"unknown": "the roadmap has no first day yet"}
            for name, day in dates.items()
        },
        "deliverable": entry.deliverable,
        "key_result": entry.key_result,
        "done_when": entry.done_when,
        "depends_on": list(proposal.depends_on),
        "effort": entry.effort,
        "cost": unfilled(engagement, "not reckoned yet"),
        **({"channels": list(proposal.channels)} if proposal.channels else {}),
    }


def as_text(found: Plan, width: int = WIDTH) -> str:
    """Return the plan as lines of at most `width` columns: what is planned, proposed and why, and declined."""
    planned = records(found.engagement.initiatives)
    lines = [f"Planned ({len(planned)}):"] if planned else ["Nothing is planned yet."]
    for each in planned:
        quarter, name = known(each.quarter), known(each.id) or "?"
        lines += _entry(f"{quarter or '--'}  {name:<8}", known(each.title) or "without a title", width)
    lines.append(
        f"Proposed ({len(found.proposals)}):" if found.proposals else "The answers call for nothing more."
    )
    for proposal in found.proposals:
        lines += _proposed(proposal, width)
    declined = records(found.engagement.vision.declined)
    if declined:
        lines.append(f"Declined ({len(declined)}):")
        for each_declined in declined:
            name, reason = known(each_declined.id) or "?", known(each_declined.reason) or "without a reason"
            lines += _entry(f"{name:<12}", reason, width)
    return "\n".join(lines) + "\n"


def _proposed(proposal: Proposal, width: int) -> list[str]:
    entry = proposal.entry
    points = "1 effort point" if entry.effort == 1 else f"{entry.effort} effort points"
    after = f"; after {', '.join(proposal.depends_on)}" if proposal.depends_on else ""
    crowded = "; no quarter has room for it" if proposal.crowded else ""
    why = f"because {proposal.reason}; {points}{after}{crowded}"
    return [
        *_entry(f"{proposal.quarter}  {entry.id:<8}", entry.title, width),
        *textwrap.wrap(why, width, initial_indent=_MARGIN, subsequent_indent=_MARGIN),
    ]


def _entry(head: str, words: str, width: int) -> list[str]:
    return textwrap.wrap(f"  {head} {words}", width, subsequent_indent=_MARGIN)


def as_json(found: Plan) -> str:
    """Return the proposals as JSON, in their order."""
    listed = [
        {**_record(each, found.engagement), "because": each.reason, "crowded": each.crowded}
        for each in found.proposals
    ]
    return json.dumps(listed, indent=2, ensure_ascii=False) + "\n"
