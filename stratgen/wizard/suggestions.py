"""What could stand in a list, each with its reason: from the libraries, by what the answers call for.

It asks the catalogue, the triggers and the plan of the roadmap; it writes nothing and asks nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from stratgen.analysis.findings import Findings
from stratgen.analysis.keypaths import Path
from stratgen.analysis.proposals import Proposal, propose
from stratgen.analysis.seats import finder, unfilled
from stratgen.analysis.triggers import triggered_risks
from stratgen.engagement import Engagement, known, records
from stratgen.engagement.setup import Sector
from stratgen.wizard import starting

LIBRARY: tuple[Path, ...] = (("channels",), ("risks",), ("initiatives",), ("baseline", "measures"))
"""The lists that the answers call for something in."""

LISTS: tuple[Path, ...] = (*LIBRARY, *starting.LISTS)
"""The lists that something can be suggested for, the most telling first."""

CARE_MEASURES = ("RR", "FRT", "AHT", "CSAT", "VSAT", "FCR")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One item that could stand in a list: its key, its words, why, and what would be written."""

    list_path: Path
    key: str
    words: str
    because: str
    record: tuple[tuple[str, Any], ...] = ()
    """The answers of a record; empty where the words themselves are the item."""

    @property
    def mark(self) -> str:
        """What it is remembered by once it was refused."""
        return f"suggestion {self.list_path[-1]} {self.key}"

    @property
    def value(self) -> Any:
        """What would stand in the file."""
        return dict(self.record) if self.record else self.words


def for_list(list_path: Path, engagement: Engagement, findings: Findings) -> tuple[Suggestion, ...]:
    """Return what is suggested for a list now: nothing that stands in it already."""
    found = _FROM_LIBRARY.get(list_path)
    if found is not None:
        return tuple(found(engagement, findings))
    return tuple(
        Suggestion(list_path, each.key, each.words, each.because, each.record)
        for each in starting.for_list(list_path, engagement, findings.catalogue)
    )


def fresh(
    list_path: Path, engagement: Engagement, findings: Findings, passed: Iterable[str]
) -> tuple[Suggestion, ...]:
    """Return what is suggested for a list and was not refused."""
    refused = set(passed)
    return tuple(each for each in for_list(list_path, engagement, findings) if each.mark not in refused)


def _channels(engagement: Engagement, findings: Findings) -> Iterator[Suggestion]:
    catalogue = findings.catalogue
    sector = known(engagement.engagement.sector)
    there = {each.channel for each in records(engagement.channels)}
    for key in catalogue.channels_of_sector(sector.value) if sector else ():
        if sector and key not in there:
            where = "of most sectors" if sector is Sector.OTHER else f"in {sector.label.lower()}"
            because = f"customers {where} are usually found there"
            yield Suggestion(("channels",), key, catalogue.channels[key].name, because, (("channel", key),))


def _risks(engagement: Engagement, findings: Findings) -> Iterator[Suggestion]:
    there = {each.id for each in records(engagement.risks)}
    for each in triggered_risks(engagement, findings, findings.catalogue):
        entry = each.entry
        if entry.id not in there:
            record = {"id": entry.id, "category": entry.category, "cause": entry.cause, "event": entry.event,
                      "effect": entry.effect, "mitigation": entry.mitigation, "trigger": entry.sign, **_nobody(engagement)}  # fmt: skip
            words = f"{entry.cause}: {entry.event}, and {entry.effect}"
            yield Suggestion(("risks",), entry.id, words, each.reason, tuple(record.items()))


def _initiatives(engagement: Engagement, findings: Findings) -> Iterator[Suggestion]:
    for each in propose(engagement, findings):
        yield Suggestion(
            ("initiatives",), each.entry.id, _when(each), each.reason, tuple(_planned(each, engagement))
        )


def _nobody(engagement: Engagement) -> dict[str, Any]:
    """Return the owner of what nobody has taken yet: open, with who will find one; nothing where nobody could."""
    return {"owner": unfilled(engagement, "nobody has taken it yet")} if finder(engagement) else {}


def _when(proposal: Proposal) -> str:
    dates = f", {_short(proposal.start)} to {_short(proposal.end)}" if proposal.start else ""
    crowded = "; no quarter has room for it" if proposal.crowded else ""
    return f"{proposal.quarter.value}{dates}: {proposal.entry.title}{crowded}"


def _short(day: Any) -> str:
    return f"{day.day} {day:%b}"


def _planned(proposal: Proposal, engagement: Engagement) -> Iterator[tuple[str, Any]]:
    """Yield the answers of a piece of work in its place; who owns it and what it costs stays open."""
    entry = proposal.entry
    yield from {
        "id": entry.id,
        "title": entry.title,
        **_nobody(engagement),
        "quarter": proposal.quarter.value,
    }.items()
    if proposal.start and proposal.end:
        yield from {"start": proposal.start.isoformat(), "end": proposal.end.isoformat()}.items()
    yield from {"deliverable": entry.deliverable, "key_result": entry.key_result, "done_when": entry.done_when,
                "depends_on": list(proposal.depends_on), "effort": entry.effort}.items()  # fmt: skip
    if proposal.channels:
        yield "channels", list(proposal.channels)


def _measures(engagement: Engagement, findings: Findings) -> Iterator[Suggestion]:
    kpis = findings.catalogue.kpis
    there = {each.kpi for each in records(engagement.baseline.measures)}
    for key, because in _wanted_measures(engagement, findings).items():
        if key in kpis and key not in there:
            entry = kpis[key]
            record = {"kpi": key, "applies": entry.social}
            if entry.social == "with_adaptation":
                record["adaptation"] = entry.adaptation
            yield Suggestion(("baseline", "measures"), key, entry.name, because, tuple(record.items()))


def _wanted_measures(engagement: Engagement, findings: Findings) -> dict[str, str]:
    """Return the measures that the intent and the chosen roles call for, each with the reason."""
    wanted: dict[str, str] = {}
    intent = known(engagement.purpose.service_channel)
    if intent is not None and intent.value != "no":
        wanted = dict.fromkeys(CARE_MEASURES, "a service channel is part of the intent")
    role = known(engagement.purpose.role)
    for each in (*([role] if role else []), *records(engagement.purpose.further_roles)):
        entry = findings.catalogue.roles.get(each.value)
        for key in entry.kpis if entry else ():
            wanted.setdefault(key, f"it shows whether social can {each.label}")
    return wanted


_FROM_LIBRARY: dict[Path, Callable[[Engagement, Findings], Iterator[Suggestion]]] = dict(
    zip(LIBRARY, (_channels, _risks, _initiatives, _measures), strict=True)
)
