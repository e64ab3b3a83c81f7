"""Naming the records of a list all at once: the first question of personas, channels, objectives and goals.

It gets the interview, its question and its place, and returns where to go next. Nothing is taken away here.
"""

from __future__ import annotations

import re
from typing import Any

from stratgen.analysis.keypaths import find
from stratgen.catalogue import ChannelEntry
from stratgen.engagement import records
from stratgen.engagement.channels import ChannelStatus
from stratgen.wizard import asking, offers, touches
from stratgen.wizard.asker import Broken, Command, Option, Prompt
from stratgen.wizard.book import Change, Put
from stratgen.wizard.choosing import chosen
from stratgen.wizard.fitting import fit
from stratgen.wizard.flow import Interview, Turn
from stratgen.wizard.lists import ListView
from stratgen.wizard.parsing import lines
from stratgen.wizard.plan import Question, question_at
from stratgen.wizard.wordings import typed


def name_records(interview: Interview, question: Question, place: str) -> Turn:
    """Ask for the first answers of all records of a list at once: new ones are added, changed ones renamed.

    Nothing is taken away here: a name that is no longer typed stays, and is said to stay.
    """
    book, named = interview.book, question.cells[0]
    error, draft = "", ""
    while True:
        there = records(find(book.engagement, question.path))
        known_as = [typed(getattr(each, named.name), named.kind) for each in there]
        sentences = asking.one_a_line(question)
        options = offers.options(question, book.engagement, book.catalogue)
        prompt = Prompt(
            shape="prose" if sentences else "many" if options else "line",
            path=question.path,
            place=place,
            question=question.title,
            help=(*interview.help(question, None), *_how(sentences, bool(options), _names_channels(named))),
            default=draft or ("\n" if sentences else ", ").join(_labels(known_as, options)),
            options=options,
            free=True,
            chosen=tuple(known_as),
            commands=tuple(each for each in Command if each is not Command.UNKNOWN or not there),
            error=error,
        )
        reply = interview.asker.ask(prompt)
        turn = interview.commanded(question, reply)
        if turn is not None:
            return turn
        if isinstance(reply, (Command, Broken, dict)):
            continue
        text = reply if isinstance(reply, str) else "\n".join(reply)
        names = [] if text.strip() == Command.UNKNOWN.key else _read(text, options, sentences)
        planned: set[str] = set()
        if _names_channels(named):
            names, planned = _channels(interview, names, options)
        if not names:
            if known_as:
                interview.asker.say(
                    "What stands there stays; take it away in its list, from the menu.", "quiet"
                )
            return Turn.NEXT
        error = _wrong(interview, question, names)
        draft = text if error else ""
        if not error and _take(interview, question, names, known_as, planned):
            if not options:
                _order(interview, question, names)
            return Turn.NEXT


def _labels(names: list[str], options: tuple[Option, ...]) -> list[str]:
    """Return names as the options call them, where the label can be typed in a list."""
    labels = {each.value: each.label for each in options if "," not in each.label and ";" not in each.label}
    return [labels.get(each, each) for each in names]


def _how(sentences: bool, options: bool, channels: bool) -> tuple[str, ...]:
    if options:
        later = ("One without an account yet: write (planned) behind it.",) if channels else ()
        return ("Numbers or names, with commas between them; a name of your own may be typed too.", *later)
    return ("One a line.",) if sentences else ("With commas between them.",)


def _read(text: str, options: tuple[Option, ...], sentences: bool) -> list[str]:
    if options:
        return list(chosen(text, options, free=True, several=True))
    if sentences:
        return [
            row
            for part in text.splitlines()
            for row in lines(part.replace(",", "\0") + ";")
            for row in [row.replace("\0", ",")]
        ]
    return list(dict.fromkeys(lines(text)))


_PLANNED = re.compile(r"(.*\w)[\s(:,–-]+(?:planned|not yet|no account|no account yet)\)?", re.IGNORECASE)


def _names_channels(named: Question) -> bool:
    return (named.model, named.name) == ("Channel", "channel")


def _channels(
    interview: Interview, names: list[str], options: tuple[Option, ...]
) -> tuple[list[str], set[str]]:
    """Return channels by the short names of the catalogue, and those of them that are only planned."""
    found: list[str] = []
    planned: set[str] = set()
    for name in names:
        later = _PLANNED.fullmatch(name)
        known = _of_catalogue(
            interview, chosen(later[1], options, free=True, several=False)[0] if later else name
        )
        found.append(known)
        if later:
            planned.add(known)
    return list(dict.fromkeys(found)), planned


def _of_catalogue(interview: Interview, name: str) -> str:
    """Return a channel by its short name where the catalogue knows what was typed under another, and say so."""
    found = interview.book.catalogue.channel(name)
    if not isinstance(found, ChannelEntry) or found.id == name:
        return name
    if found.name.casefold() != name.casefold():
        interview.asker.say(f"{name}: {found.name}.", "quiet")
    return found.id


def _wrong(interview: Interview, question: Question, names: list[str]) -> str:
    most = question.limits.items[1]
    if most is not None and len(names) > most:
        return f"At most {most}; there are {len(names)}."
    wrong = (
        (name, interview.book.judge((*question.path, position, question.cells[0].name), name, name))
        for position, name in enumerate(names)
    )
    name, said = next((each for each in wrong if each[1]), ("", ""))
    # Of several it has to be told which one is meant.
    return f"{fit(name, 40)}: {said}" if said and len(names) > 1 else said


def _take(
    interview: Interview, question: Question, names: list[str], known_as: list[str], planned: set[str]
) -> bool:
    field = question.cells[0].name
    gone = [(n, old) for n, old in enumerate(known_as) if old not in names]
    fresh = [name for name in names if name not in known_as]
    for (position, old), name in zip(gone, fresh, strict=False):
        path = (*question.path, position, field)
        follows = touches.follows(question_at(path), name, interview.book.engagement)
        changes: list[Change] = [Put(path, name), *follows]
        if not interview.change(path, old or None, changes):
            return False
        interview.book.marks.clear(path)
    for _, old in gone[len(fresh) :]:
        old = _labels([old], offers.options(question, interview.book.engagement, interview.book.catalogue))[0]
        interview.asker.say(
            f"{old or 'One without a name'} stays; take it away in its list, from the menu.", "quiet"
        )
    for name in fresh[len(gone) :]:
        position = len(records(find(interview.book.engagement, question.path)))
        record = _begun(interview, question, name)
        if name in planned:
            record["status"] = ChannelStatus.NONE.value
        if not interview.commit([Put((*question.path, position), record)]):
            return False
    return True


def _order(interview: Interview, question: Question, names: list[str]) -> None:
    """Bring the records into the order in which they were typed; those that were not typed follow."""
    field = question.cells[0].name
    for place, name in enumerate(names):
        there = [getattr(each, field) for each in records(find(interview.book.engagement, question.path))]
        here = there.index(name) if name in there else place
        if here != place:
            ListView(interview, question).move(here, place)


def _begun(interview: Interview, question: Question, name: str) -> dict[str, Any]:
    """Return a new record: its name, and a short name where others point at it."""
    assert question.record is not None
    record: dict[str, Any] = {}
    if "id" in question.record.model_fields:
        taken = touches.ids(interview.book.engagement, question.path)
        record["id"] = offers.short_name(name, taken)
    return {**record, question.cells[0].name: name}
