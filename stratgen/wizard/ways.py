"""Questions with a way of their own: naming the records of a list, filling a grid, opening a group.

Each gets the interview, its question and its place, and returns where to go next.
"""

from __future__ import annotations

from typing import Any

from stratgen.analysis.keypaths import Path, find, path_text
from stratgen.catalogue import ChannelEntry
from stratgen.engagement import Unknown, records
from stratgen.wizard import asking, confirming, derived, grids, noting, offering, offers, touches, unknowns
from stratgen.wizard.asker import Broken, Cell, Command, Option, Prompt
from stratgen.wizard.book import Change, Put
from stratgen.wizard.choosing import chosen, pick
from stratgen.wizard.flow import Interview, Turn, Way
from stratgen.wizard.kinds import Kind
from stratgen.wizard.misread import MisreadError
from stratgen.wizard.parsing import lines
from stratgen.wizard.plan import Question, question_at
from stratgen.wizard.wordings import answered, shown, typed


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
            help=(*interview.help(question, None), *_how(sentences, bool(options))),
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
        names = [_of_catalogue(interview, named, each) for each in names]
        if not names:
            if known_as:
                interview.asker.say(
                    "What stands there stays; take it away in its list, from the menu.", "quiet"
                )
            return Turn.NEXT
        error = _wrong(interview, question, names)
        draft = text if error else ""
        if not error and _take(interview, question, names, known_as):
            return Turn.NEXT


def _labels(names: list[str], options: tuple[Option, ...]) -> list[str]:
    """Return names as the options call them, where the label can be typed in a list."""
    labels = {each.value: each.label for each in options if "," not in each.label and ";" not in each.label}
    return [labels.get(each, each) for each in names]


def _how(sentences: bool, options: bool) -> tuple[str, ...]:
    if options:
        return ("Numbers or names, with commas between them; a name of your own may be typed too.",)
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


def _of_catalogue(interview: Interview, named: Question, name: str) -> str:
    """Return a channel by its short name where the catalogue knows what was typed under another, and say so."""
    if (named.model, named.name) != ("Channel", "channel"):
        return name
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
        interview.book.judge((*question.path, position, question.cells[0].name), name, name)
        for position, name in enumerate(names)
    )
    return next((each for each in wrong if each), "")


def _take(interview: Interview, question: Question, names: list[str], known_as: list[str]) -> bool:
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
        if not interview.commit([Put((*question.path, position), _begun(interview, question, name))]):
            return False
    return True


def _begun(interview: Interview, question: Question, name: str) -> dict[str, Any]:
    """Return a new record: its name, and a short name where others point at it."""
    assert question.record is not None
    record: dict[str, Any] = {}
    if "id" in question.record.model_fields:
        taken = touches.ids(interview.book.engagement, question.path)
        record["id"] = offers.short_name(name, taken)
    return {**record, question.cells[0].name: name}


def fill_grid(interview: Interview, question: Question, place: str) -> Turn:
    """Ask for a matrix, or a record of small answers, on one screen; what is filled in is never lost."""
    book, error, at = interview.book, "", ""
    grid = grids.grid_of(question, book.engagement, book.catalogue)
    told = {
        **derived.cells(question, book.findings),
        **grid.told(),
        **interview.drafts.pop(question.path, {}),
    }
    while True:
        reply = interview.asker.ask(
            Prompt("grid", question.path, place, question.title, tuple(interview.help(question, None)),
                   grid=grids.filled(grid, told, at), commands=tuple(Command), error=error)
        )  # fmt: skip
        if isinstance(reply, Broken):
            # Going away takes nothing; who comes back finds what was filled in.
            interview.drafts[question.path] = reply.cells
            reply = reply.command
        turn = interview.commanded(question, reply)
        if turn is not None:
            return turn
        if not isinstance(reply, dict):
            continue
        told, before = reply, book.findings
        error, at = _take_grid(interview, question, told)
        found = None if error else noting.made(question.path, before, book.findings, grid=True)
        if found is not None and noting.mends(interview.asker, question, found):
            error, at = f"{found.what[:1].upper()}{found.what[1:]} {found.mend}", ""
        if not error:
            break
    book.marks.clear(question.path)
    _say_what_is_wrong(interview, question)
    confirming.ask_why(interview, question, place)
    return Turn.NEXT


def _take_grid(interview: Interview, question: Question, told: dict[Cell, str]) -> tuple[str, str]:
    """Write the cells of a grid, and those that nobody knows as open points; return what is wrong, and in which row."""
    book = interview.book
    said, unknown = grids.opened(question, told)
    try:
        changes = grids.changes(question, said, book.engagement)
    except MisreadError as misread:
        return str(misread), misread.at
    for each in changes:
        if isinstance(each, Put) and (wrong := book.judge(each.path, each.value, "")):
            return wrong, str(each.path[-1])
    if changes and not _write_grid(interview, question, changes):
        return "The old answers stand.", ""
    if unknown:
        holes = unknowns.asked_for(interview.asker, book, question, unknown)
        if not holes or not interview.commit(holes):
            return "What is filled in is saved; the rest is still open.", unknown[0].name
        interview.asker.say("Noted as an open point.", "quiet")
    return "", ""


def _say_what_is_wrong(interview: Interview, question: Question) -> None:
    """Say at once what a warning says of the numbers that were just filled in."""
    here = path_text(question.path)
    for each in interview.book.findings.warnings:
        if each.path == here or each.path.startswith((f"{here}.", f"{here}[")):
            interview.asker.say(f"Noted, but {each.what} {each.mend}")


def _write_grid(interview: Interview, question: Question, changes: list[Change]) -> bool:
    before = next(
        (old for each in changes if answered(old := find(interview.book.engagement, each.path))), None
    )
    path = changes[0].path if len(changes) == 1 else question.path
    return interview.change(path, before, changes)


def open_group(interview: Interview, question: Question, place: str) -> Turn:
    """Ask whether a group of questions that may be left out is answered now."""
    assert question.record is not None
    count = len(question.record.model_fields)
    passed = path_text(question.path) in interview.book.marks.passed
    reply = pick(
        interview.asker,
        Prompt("one", question.path, place, question.title,
               (f"{question.heading}. {count} questions that may be left out." if question.heading else
                f"{count} questions that may be left out.",), "no" if passed else "yes",
               (Option("yes", "Answer them"), Option("no", "Leave them out")),
               commands=(Command.BACK, Command.MENU))
    )  # fmt: skip
    turn = interview.commanded(question, reply)
    if turn is not None:
        return turn
    if reply == "yes":
        interview.opened.add(question.path)
        interview.book.marks.passed.discard(path_text(question.path))
    else:
        interview.book.marks.passed.add(path_text(question.path))
    return Turn.NEXT


def summary(interview: Interview, path: Path) -> str:
    """Return an answer in one line."""
    answer = find(interview.book.engagement, path)
    return "" if isinstance(answer, Unknown) else shown(answer, None, interview.book.engagement)


OWN: dict[Kind, Way] = {
    Kind.NAMES: name_records,
    Kind.GRID: fill_grid,
    Kind.GATE: open_group,
    Kind.SCALE: confirming.confirm,
    Kind.YES_NO: confirming.confirm,
    Kind.LINES: offering.offer_lines,
}
"""The kinds of question with a way of their own."""
