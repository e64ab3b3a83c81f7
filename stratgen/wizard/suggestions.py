"""Suggestions for a list, each with its reason, to accept, edit or refuse one by one.

It asks the catalogue and the triggers; nothing is written that nobody accepted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from stratgen.analysis.findings import Findings
from stratgen.analysis.keypaths import Path, find
from stratgen.analysis.ordering import in_order
from stratgen.analysis.triggers import triggered_initiatives, triggered_risks
from stratgen.engagement import Engagement, known, records
from stratgen.wizard.asker import Command, Option, Prompt
from stratgen.wizard.book import Put
from stratgen.wizard.choosing import pick
from stratgen.wizard.flow import Interview, Turn
from stratgen.wizard.plan import of_record, question_at

LISTS: tuple[Path, ...] = (("channels",), ("risks",), ("initiatives",), ("baseline", "measures"))
"""The lists that something can be suggested for."""

CARE_MEASURES = ("RR", "FRT", "AHT", "CSAT", "VSAT", "FCR")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One record that could stand in a list: its key, its words, why, and what would be written."""

    list_path: Path
    key: str
    words: str
    because: str
    record: tuple[tuple[str, Any], ...]

    @property
    def mark(self) -> str:
        """What it is remembered by once it was refused."""
        return f"suggestion {self.list_path[-1]} {self.key}"


def for_list(list_path: Path, engagement: Engagement, findings: Findings) -> tuple[Suggestion, ...]:
    """Return what is suggested for a list now: nothing that stands in it already."""
    found = {
        "channels": _channels, "risks": _risks, "initiatives": _initiatives, "measures": _measures,
    }.get(str(list_path[-1]))  # fmt: skip
    return tuple(found(engagement, findings)) if found and list_path in LISTS else ()


def _channels(engagement: Engagement, findings: Findings) -> Iterator[Suggestion]:
    catalogue = findings.catalogue
    sector = known(engagement.engagement.sector)
    there = {each.channel for each in records(engagement.channels)}
    for key in catalogue.channels_of_sector(sector.value) if sector else ():
        if sector and key not in there:
            because = f"customers in {sector.label.lower()} are usually found there"
            yield Suggestion(("channels",), key, catalogue.channels[key].name, because, (("channel", key),))


def _risks(engagement: Engagement, findings: Findings) -> Iterator[Suggestion]:
    there = {each.id for each in records(engagement.risks)}
    for each in triggered_risks(engagement, findings, findings.catalogue):
        entry = each.entry
        if entry.id not in there:
            record = {"id": entry.id, "category": entry.category, "cause": entry.cause, "event": entry.event,
                      "effect": entry.effect, "mitigation": entry.mitigation, "trigger": entry.sign}  # fmt: skip
            words = f"{entry.cause}: {entry.event}, and {entry.effect}"
            yield Suggestion(("risks",), entry.id, words, each.reason, tuple(record.items()))


def _initiatives(engagement: Engagement, findings: Findings) -> Iterator[Suggestion]:
    there = {each.id for each in records(engagement.initiatives)}
    found = triggered_initiatives(engagement, findings, findings.catalogue)
    wanted = {each.entry.id: each for each in found if each.entry.id not in there}
    needs = {key: set(each.entry.needs) & wanted.keys() for key, each in wanted.items()}
    for key in sorted(in_order(needs), key=lambda key: wanted[key].entry.quarter):
        entry = wanted[key].entry
        record = {
            "id": key, "title": entry.title, "quarter": entry.quarter, "deliverable": entry.deliverable,
            "key_result": entry.key_result, "done_when": entry.done_when,
            "depends_on": [each for each in entry.needs if each in there or each in wanted], "effort": entry.effort,
        }  # fmt: skip
        words = f"{entry.quarter}: {entry.title}"
        yield Suggestion(("initiatives",), key, words, wanted[key].reason, tuple(record.items()))


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


def offer(interview: Interview, list_path: Path) -> Turn:
    """Go through the suggestions for a list one by one; what was refused is not offered again."""
    book, answered = interview.book, set[str]()
    while True:
        there = [
            each
            for each in for_list(list_path, book.engagement, book.findings)
            if each.mark not in book.marks.passed and each.mark not in answered
        ]
        if not there:
            interview.asker.say("No more suggestions here.", "quiet")
            return Turn.NEXT
        each = there[0]
        word = pick(
            interview.asker,
            Prompt("one", list_path, f"Suggestion, {len(there)} left: {question_at(list_path).title}", each.words,
                   (f"Suggested because {each.because}.",), "accept",
                   (Option("accept", "Accept it"), Option("edit", "Accept it, and go through its questions"),
                    Option("refuse", "Refuse it"), Option("later", "Leave it for later")),
                   commands=(Command.BACK, Command.MENU))
        )  # fmt: skip
        if isinstance(word, Command):
            return Turn.MENU if word is Command.MENU else Turn.NEXT
        answered.add(each.mark)
        if word == "refuse":
            book.marks.passed.add(each.mark)
        elif word in ("accept", "edit") and _accept(interview, each, word == "edit") is Turn.MENU:
            return Turn.MENU


def _accept(interview: Interview, suggestion: Suggestion, edit: bool) -> Turn:
    path = suggestion.list_path
    position = len(records(find(interview.book.engagement, path)))
    here = (*path, position)
    if not interview.commit([Put(here, dict(suggestion.record))]):
        return Turn.NEXT
    model = question_at(path).record
    assert model is not None
    if not edit:
        # Work and risks without an owner are released by nobody; the rest can wait.
        owned = "owner" in model.model_fields and path != ("channels",) and path[-1] != "measures"
        return interview.put(question_at((*here, "owner")), suggestion.words[:40]) if owned else Turn.NEXT

    def those() -> Iterator[Any]:
        return of_record(model, here, interview.book.engagement, True, interview.opened)

    return interview.walk(those, next(those()).path)
