"""What a list can start from: the catalogue's sentences, levels, approvals and audiences, each with its reason.

It knows the answers and the catalogue; it writes nothing. Nothing here says anything about a client: numbers that
only the client can know, dates and owners stay open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from stratgen.analysis.keypaths import Path, find
from stratgen.analysis.seats import holder, unfilled
from stratgen.analysis.sentences import inside
from stratgen.catalogue import ApprovalEntry, Catalogue, SeverityEntry, StatementEntry
from stratgen.engagement import Engagement, known, records


@dataclass(frozen=True, slots=True)
class Start:
    """One item of the catalogue for a list: its key, its words, why, and the answers of its record, if it is one."""

    key: str
    words: str
    because: str
    record: tuple[tuple[str, Any], ...] = ()


SENTENCES: dict[Path, str] = {
    ("credo", "commitments"): "commitment",
    ("credo", "silence_when"): "silence",
    ("terms", "go_private_when"): "go_private",
    ("terms", "never_ask_in_public"): "never_ask",
    ("terms", "house_rules"): "house_rule",
}
"""Lists of sentences, and the kind of statement that each takes."""


def for_list(list_path: Path, engagement: Engagement, catalogue: Catalogue) -> tuple[Start, ...]:
    """Return what a list can start from, without what stands in it already."""
    if list_path in SENTENCES:
        return tuple(_sentences(list_path, engagement, catalogue))
    found = _RECORDS.get(list_path)
    return tuple(found(engagement, catalogue)) if found else ()


def definition(name: str, catalogue: Catalogue) -> str:
    """Return the catalogue's words for one of the four definitions; empty where it has none."""
    entry = catalogue.statements.get(name)
    return entry.says if entry is not None and entry.kind == "definition" else ""


def _sentences(list_path: Path, engagement: Engagement, catalogue: Catalogue) -> Iterator[Start]:
    for each in _unsaid(SENTENCES[list_path], set(known(find(engagement, list_path)) or ()), catalogue):
        yield Start(each.id, each.says, each.why)


def _unsaid(kind: str, there: set[str | None], catalogue: Catalogue) -> list[StatementEntry]:
    """Return the statements of a kind that do not stand there; none where only a client's own words stand there."""
    every = [each for each in catalogue.statements.values() if each.kind == kind]
    begun = any(each.says in there for each in every)
    return [each for each in every if each.says not in there] if begun or not there else []


def _moderation(engagement: Engagement, catalogue: Catalogue) -> Iterator[Start]:
    there = {known(each.rule) for each in records(engagement.terms.moderation)}
    for each in _unsaid("moderation", there, catalogue):
        who = holder("@lead", engagement)
        record = (("rule", each.says), ("action", each.does), *((("decides", who),) if who else ()))
        yield Start(each.id, f"{each.says}: {inside(each.does)}", each.why, record)


def _levels(engagement: Engagement, catalogue: Catalogue) -> Iterator[Start]:
    there = {(known(each.name) or "").casefold() for each in records(engagement.governance.escalation)}
    if len(there) >= len(catalogue.severities):
        return
    for each in catalogue.severities.values():
        if each.name.casefold() not in there:
            because = (
                "four levels, each with a clock, are a place to start; roles are those that you have named"
            )
            yield Start(
                each.id, f"{each.name}: {inside(each.sets_off)}", because, tuple(_level(each, engagement))
            )


def _level(entry: SeverityEntry, engagement: Engagement) -> Iterator[tuple[str, Any]]:
    """Yield the answers of a level; a part that nobody named can play stays open, and somebody finds out."""
    nobody = unfilled(engagement, "no answer names a role for it yet")
    owner = holder(entry.decision_owner, engagement)
    approvers = list(dict.fromkeys(holder(each, engagement) for each in entry.approvers))
    yield from {"name": entry.name, "trigger": entry.sets_off, "example": entry.example,
                "first_responder": holder(entry.first_responder, engagement) or nobody,
                "decision_owner": owner or nobody,
                "backup": holder(entry.backup, engagement, (owner,) if owner else ()) or nobody,
                "acknowledge_minutes": entry.acknowledge_minutes}.items()  # fmt: skip
    if entry.update_minutes is not None:
        yield "update_minutes", entry.update_minutes
    yield from {"approvers": nobody if None in approvers else approvers,
                "pause_scheduled_posts": entry.pause_scheduled_posts, "tell_board": entry.tell_board}.items()  # fmt: skip
    if entry.board_contact:
        yield "board_contact", holder(entry.board_contact, engagement) or nobody


def _approvals(engagement: Engagement, catalogue: Catalogue) -> Iterator[Start]:
    there = {getattr(known(each.content), "value", "") for each in records(engagement.governance.approvals)}
    for each in catalogue.approvals.values():
        if each.id not in there:
            path = _path(each, engagement)
            who = "nobody" if not each.path else " then ".join(path) if path else "who approves stays open"
            words = f"{each.name}: {who}{f', {each.minutes} minutes' if each.minutes else ''}"
            yield Start(each.id, words, inside(each.why), tuple(_approval(each, path, engagement)))


def _path(entry: ApprovalEntry, engagement: Engagement) -> list[str]:
    """Return who approves in turn, each once; empty where one of them is not named by any answer."""
    found = [holder(each, engagement) for each in entry.path]
    named = list(dict.fromkeys(each for each in found if each))
    return [] if None in found else named


def _approval(entry: ApprovalEntry, path: list[str], engagement: Engagement) -> Iterator[tuple[str, Any]]:
    yield "content", entry.id
    if entry.path:
        named = " then ".join(path)
        yield "approver", named or unfilled(engagement, "not every role that should approve is named yet")
    if entry.minutes is not None:
        yield "minutes", entry.minutes


def _audiences(engagement: Engagement, catalogue: Catalogue) -> Iterator[Start]:
    there = {getattr(known(each.audience), "value", "") for each in records(engagement.training)}
    intent = known(engagement.purpose.service_channel)
    served = intent is not None and intent.value != "no"
    for each in catalogue.audiences.values():
        if each.id not in there and (served or not each.forced):
            record = (
                ("audience", each.id),
                ("modules", list(each.modules)),
                ("refresh_months", each.refresh_months),
            )
            modules = ", ".join(part.replace("_", " ") for part in each.modules)
            yield Start(each.id, f"{each.name}: {modules}", each.why, record)


_RECORDS: dict[Path, Callable[[Engagement, Catalogue], Iterator[Start]]] = {
    ("terms", "moderation"): _moderation,
    ("governance", "escalation"): _levels,
    ("governance", "approvals"): _approvals,
    ("training",): _audiences,
}

LISTS: tuple[Path, ...] = (*SENTENCES, *_RECORDS)
"""The lists that the catalogue has something to start from for."""
