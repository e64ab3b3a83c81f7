"""Exhibits of the annex on evidence: what was seen outside, and what others have published.

Context beside the client's own figures. What was published is never a target, and bears its source and year.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.cells import row, words
from stratgen.analysis.exhibits.ledger import columns, table
from stratgen.catalogue import Benchmark, ChannelEntry
from stratgen.document import Cell, Exhibit
from stratgen.engagement import Unknown, known, records


def conversations(brief: Brief) -> Exhibit | None:
    """Return the conversations that take place without the client, each with the day it was seen (PUR-13)."""
    w = brief.wording
    rows = [
        row(w.cell(each.channel) if isinstance(each.channel, Unknown) else words(channel_name(brief, each.channel)),
            _short(brief, each.date), w.cell(each.topic), w.cell(each.sentiment), w.cell(each.reach))
        for each in records(brief.engagement.purpose.conversations)
    ]  # fmt: skip
    heads = columns(
        ("Where", 1.7), ("Seen on", 1.15), ("About", 4.9), ("Mood", 0.85), ("People", 0.75, "end")
    )
    return table("annex-conversations", "Conversations held without us, and the people they reached", heads, rows,
                 f"{_seen(brief)}, grade C.")  # fmt: skip


def rivals(brief: Brief) -> Exhibit | None:
    """Return what anyone can see others do on social, with where that comes from (PUR-14)."""
    w = brief.wording
    rows = [row(w.cell(each.name), w.cell(each.behaviour), w.cell(each.quality))
            for each in records(brief.engagement.purpose.competitors)]  # fmt: skip
    heads = columns(("Who", 1.6), ("What they can be seen to do", 5.4), ("Quality", 0.7, "end"))
    return table("annex-rivals", "What others can be seen to do", heads, rows,
                 f"Quality 1 to 5, 5 is best. {_seen(brief)}, grade C.")  # fmt: skip


def _seen(brief: Brief) -> str:
    mandate = brief.engagement.engagement
    author, day = known(mandate.prepared_by.firm), known(mandate.pack.date)
    by = f" by {author}" if author else ""
    until = f", up to {brief.wording.day(day)}" if day else ""
    return f"Source: what anyone can see, noted{by}{until}"


def channel_name(brief: Brief, word: str) -> str:
    """Return a channel's full name; the word itself where the catalogue does not know it."""
    found = brief.findings.catalogue.channel(word)
    return found.name if isinstance(found, ChannelEntry) else word


def _short(brief: Brief, day: date | Unknown) -> Cell:
    return brief.wording.cell(day) if isinstance(day, Unknown) else words(brief.wording.day(day, "short"))


def published(brief: Brief) -> Exhibit | None:
    """Return what others have published on the measures that have a target, each with its source and year."""
    day = known(brief.engagement.engagement.pack.date)
    aimed = (known(each.kpi) for each in records(brief.engagement.objectives))
    measured = (known(each.kpi) for each in records(brief.engagement.baseline.measures))
    tracked = dict.fromkeys(each for each in aimed if each) or dict.fromkeys(
        each for each in measured if each
    )
    rows = []
    for name in tracked:
        kpi = brief.findings.kpis.get(name) if name else None
        for each in _freshest(kpi.entry.published, day) if kpi else ():
            old = " (dated)" if each.year and day is not None and each.is_dated(day) else ""
            year = f"{each.year}{old}" if each.year else "No year given"
            rows.append(
                row(words(kpi.name if kpi else ""), words(each.says), words(each.source), words(year))
            )
    heads = columns(("Measure", 1.5), ("What was published", 3), ("Source", 1.7), ("Year", 0.9))
    return table("annex-published", "What others have published: context, not targets", heads, rows)


def _freshest(found: Sequence[Benchmark], day: date | None) -> Sequence[Benchmark]:
    """Return the values that are not dated; without one those of the newest year, or else all."""
    newest = max((each.year for each in found if each.year), default=None)
    fresh = [each for each in found if day is not None and not each.is_dated(day)]
    return fresh or [each for each in found if each.year == newest]


BUILDERS: dict[str, Builder] = {
    "annex-conversations": conversations,
    "annex-rivals": rivals,
    "annex-published": published,
}
