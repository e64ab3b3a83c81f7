"""Suggestions put to somebody: all at once, or one by one to accept, edit or refuse.

Nothing is written that nobody accepted; what was refused is not offered again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from stratgen.analysis.keypaths import Path, find
from stratgen.engagement import Unknown, known, records
from stratgen.wizard import owning
from stratgen.wizard.asker import Command, Option, Prompt
from stratgen.wizard.book import Change, Put
from stratgen.wizard.choosing import pick
from stratgen.wizard.fitting import fit
from stratgen.wizard.flow import Interview, Turn
from stratgen.wizard.plan import Question, of_record, question_at
from stratgen.wizard.suggestions import LISTS, Suggestion, fresh
from stratgen.wizard.wordings import answered

SHOWN = 9
"""How many suggestions are read out before they are taken all at once; of more, the rest is counted."""

WIDE = 74


def left(interview: Interview, list_path: Path) -> tuple[Suggestion, ...]:
    """Return what is suggested for a list now and was not refused."""
    book = interview.book
    return fresh(list_path, book.engagement, book.findings, book.marks.passed) if list_path in LISTS else ()


def offer(interview: Interview, list_path: Path) -> Turn:
    """Offer what is suggested for a list: all of it at once, then one by one where that is wanted."""
    there = left(interview, list_path)
    if len(there) > 1:
        word = _overview(interview, list_path, there)
        if word is Command.MENU:
            return Turn.MENU
        if word == "all":
            accept_all(interview, list_path, there)
        if word != "each":
            return Turn.NEXT
    return _one_by_one(interview, list_path)


def offer_lines(interview: Interview, question: Question, place: str) -> Turn:
    """Ask for a list of lines; where the catalogue has lines to start from and none stands there, offer them first."""
    standing = find(interview.book.engagement, question.path)
    if interview.full and not answered(standing) and left(interview, question.path):
        turn = offer(interview, question.path)
        if turn is Turn.MENU:
            return turn
    return interview.ask_plainly(question, place)


def _overview(interview: Interview, list_path: Path, there: Sequence[Suggestion]) -> str | Command:
    rows = [fit(f"{number}. {each.words}", WIDE) for number, each in enumerate(there[:SHOWN], 1)]
    if len(there) > SHOWN:
        rows.append(f"and {len(there) - SHOWN} more; one by one shows each with its reason")
    reasons = {each.because for each in there}
    if len(reasons) == 1:
        rows.append(f"Suggested because {reasons.pop()}.")
    sources = sorted({_source(interview, each) for each in there})
    rows.append(f"Source: {'; '.join(sources)}. Everything can be edited afterwards.")
    options = (Option("all", f"Accept all {len(there)}"), Option("each", "Go through them one by one"),
               Option("later", "Leave them for now"))  # fmt: skip
    return pick(
        interview.asker,
        Prompt("one", list_path, f"Suggestions: {question_at(list_path).title}",
               f"{len(there)} to start from. Take them over?", tuple(rows), "all", options,
               commands=(Command.BACK, Command.MENU))
    )  # fmt: skip


def _source(interview: Interview, suggestion: Suggestion) -> str:
    """Return where an entry comes from and as of when; every list has its own kind of entry."""
    catalogue = interview.book.catalogue
    kinds: dict[Path, Mapping[str, Any]] = {
        ("channels",): catalogue.channels,
        ("risks",): catalogue.risks,
        ("initiatives",): catalogue.initiatives,
        ("baseline", "measures"): catalogue.kpis,
        ("governance", "escalation"): catalogue.severities,
        ("governance", "approvals"): catalogue.approvals,
        ("training",): catalogue.audiences,
    }
    entry = kinds.get(suggestion.list_path, catalogue.statements)[suggestion.key]
    return f"{entry.source}, {entry.as_of:%Y-%m}"


def accept_all(interview: Interview, list_path: Path, there: Sequence[Suggestion]) -> bool:
    """Write all suggestions that a list has room for; say how many, and what is open in each. False where it failed."""
    book, question = interview.book, question_at(list_path)
    standing = known(find(book.engagement, list_path)) or ()
    room = (question.limits.items[1] or 99) - len(standing)
    taken = list(there[:room])
    if not taken or not interview.commit(_all_of(interview, list_path, taken)):
        return False
    over = f"; the list takes no more, {len(there) - room} were left" if len(there) > room else ""
    interview.asker.say(f"{len(taken)} taken over{over}.", "good")
    open_in_each = _still_open(interview, question, len(standing))
    if open_in_each:
        interview.asker.say(f"Still open in each: {' '.join(open_in_each)}", "quiet")
    owning.ask(interview, list_path)
    return True


def _all_of(interview: Interview, list_path: Path, taken: Sequence[Suggestion]) -> list[Change]:
    answer = known(find(interview.book.engagement, list_path))
    if not answer:
        return [Put(list_path, [_value(interview, each, taken) for each in taken])]
    if not taken[0].record:
        return [Put(list_path, [*interview.book.plain(list_path), *(each.value for each in taken)])]
    return [
        Put((*list_path, len(answer) + n), _value(interview, each, taken)) for n, each in enumerate(taken)
    ]


def _value(interview: Interview, suggestion: Suggestion, with_them: Sequence[Suggestion]) -> object:
    """Return what is written for a suggestion: it leans on nothing that is neither there nor still on offer."""
    value = suggestion.value
    if isinstance(value, dict) and "depends_on" in value:
        engagement = interview.book.engagement
        there = {known(each.id) for each in records(engagement.initiatives)} | {
            each.key for each in with_them
        }
        value["depends_on"] = [each for each in value["depends_on"] if each in there]
    return value


def _still_open(interview: Interview, question: Question, first: int) -> list[str]:
    model = question.record
    there = records(find(interview.book.engagement, question.path))[first:]
    if model is None or not there:
        return []
    return [
        model.model_fields[name].title or name
        for name in model.model_fields
        if all(isinstance(getattr(each, name), Unknown) for each in there)
    ]


def _one_by_one(interview: Interview, list_path: Path) -> Turn:
    """Put each suggestion as it was listed: what is accepted before it does not change it, but may make it needless."""
    book, seen = interview.book, set[str]()
    listed = left(interview, list_path)
    while True:
        still = {each.mark for each in left(interview, list_path)} - seen
        there = [each for each in listed if each.mark in still]
        if not there:
            interview.asker.say("No more suggestions here.", "quiet")
            return Turn.NEXT
        each = there[0]
        word = _put(interview, each, len(there))
        if isinstance(word, Command):
            return Turn.MENU if word is Command.MENU else Turn.NEXT
        seen.add(each.mark)
        if word == "refuse":
            book.marks.passed.add(each.mark)
        elif word == "all":
            accept_all(interview, list_path, there)
        elif word in ("accept", "edit") and _accept(interview, each, there, word == "edit") is Turn.MENU:
            return Turn.MENU


def _put(interview: Interview, each: Suggestion, count: int) -> str | Command:
    options = [Option("accept", "Accept it"), Option("edit", "Accept it, and go through its questions"),
               Option("refuse", "Refuse it"), Option("later", "Leave it for later")]  # fmt: skip
    if not each.record:
        del options[1]
    if count > 1:
        options.append(Option("all", f"Accept this and the {count - 1} after it"))
    return pick(
        interview.asker,
        Prompt("one", each.list_path, f"Suggestion, {count} left here: {question_at(each.list_path).title}", each.words,
               (f"Suggested because {each.because}.",), "accept", tuple(options),
               commands=(Command.BACK, Command.MENU))
    )  # fmt: skip


def _accept(interview: Interview, suggestion: Suggestion, offered: Sequence[Suggestion], edit: bool) -> Turn:
    path = suggestion.list_path
    engagement = interview.book.engagement
    if not suggestion.record:
        lines = [*(known(find(engagement, path)) or ()), suggestion.words]
        interview.commit([Put(path, lines)])
        return Turn.NEXT
    position = len(records(find(engagement, path)))
    here = (*path, position)
    if not interview.commit([Put(here, _value(interview, suggestion, offered))]):
        return Turn.NEXT
    model = question_at(path).record
    assert model is not None
    if not edit:
        # Work and risks without an owner are released by nobody; the rest can wait.
        owned = path in owning.OWNED
        return interview.put(question_at((*here, "owner")), fit(suggestion.words, 40)) if owned else Turn.NEXT

    def those() -> Iterator[Question]:
        return of_record(model, here, interview.book.engagement, True, interview.opened)

    return interview.walk(those, next(those()).path)
