"""Questions with a way of their own: naming the records of a list, filling a grid, opening a group.

Each gets the interview, its question and its place, and returns where to go next.
"""

from __future__ import annotations

from typing import Any

from stratgen.analysis.keypaths import Path, find, path_text
from stratgen.engagement import Unknown, records
from stratgen.wizard import asking, confirming, derived, grids, offering, offers, quick, touches
from stratgen.wizard.asker import Command, Option, Prompt
from stratgen.wizard.book import Change, Put
from stratgen.wizard.choosing import chosen, pick
from stratgen.wizard.flow import Interview, Turn, Way
from stratgen.wizard.kinds import Kind
from stratgen.wizard.parsing import MisreadError, lines
from stratgen.wizard.plan import Question
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
            default=draft or ("\n" if sentences else ", ").join(known_as),
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
        if isinstance(reply, (Command, dict)):
            continue
        text = reply if isinstance(reply, str) else "\n".join(reply)
        names = _read(text, options, sentences)
        if not names:
            return Turn.NEXT
        error = _wrong(interview, question, names)
        draft = text if error else ""
        if not error and _take(interview, question, names, known_as):
            return Turn.NEXT


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
        changes: list[Change] = [Put(path, name)]
        if not interview.change(path, old or None, changes):
            return False
        interview.book.marks.clear(path)
    for _, old in gone[len(fresh) :]:
        interview.asker.say(
            f"{old or 'One without a name'} stays; take it away in its list, from the menu.", "quiet"
        )
    for name in fresh[len(gone) :]:
        position = len(records(find(interview.book.engagement, question.path)))
        if not interview.commit([Put((*question.path, position), _begun(interview, question, name))]):
            return False
    return True


def _begun(interview: Interview, question: Question, name: str) -> dict[str, Any]:
    """Return a new record: its name, a short name where others point at it, the evidence of its neighbour."""
    assert question.record is not None
    engagement = interview.book.engagement
    record: dict[str, Any] = {}
    if "id" in question.record.model_fields:
        record["id"] = offers.short_name(name, touches.ids(engagement, question.path))
    if not interview.full and "evidence" in question.record.model_fields:
        evidence = find(engagement, quick.EVIDENCE)
        if evidence is not None:
            record["evidence"] = interview.book.plain(quick.EVIDENCE)
    return {**record, question.cells[0].name: name}


def take_evidence(interview: Interview, question: Question, place: str) -> Turn:
    """Ask where figures come from; in the quick interview once, for all the records it asks about."""
    turn = interview.ask_plainly(question, place)
    evidence = interview.book.plain(quick.EVIDENCE)
    if interview.full or turn is not Turn.NEXT or question.path != quick.EVIDENCE or not evidence:
        return turn
    others = [
        (*each, position, "evidence")
        for each in (("channels",), ("objectives",))
        for position, record in enumerate(records(find(interview.book.engagement, each)))
        if record.evidence is None
    ]
    if others and interview.commit([Put(each, evidence) for each in others]):
        interview.asker.say("Noted for the figures of the other channels and objectives too.", "quiet")
    return turn


def fill_grid(interview: Interview, question: Question, place: str) -> Turn:
    """Ask for a matrix, or a record of small answers, on one screen."""
    book, error = interview.book, ""
    grid = grids.grid_of(question, book.engagement, book.catalogue)
    told = {**derived.cells(question, book.findings), **grid.told()}
    while True:
        shown_grid = grids.filled(grid, told)
        reply = interview.asker.ask(
            Prompt("grid", question.path, place, question.title, tuple(interview.help(question, None)),
                   grid=shown_grid, commands=tuple(Command), error=error)
        )  # fmt: skip
        turn = interview.commanded(question, reply)
        if turn is not None:
            return turn
        if not isinstance(reply, dict):
            continue
        told = reply
        try:
            changes = grids.changes(question, reply, book.engagement)
        except MisreadError as misread:
            error = str(misread)
            continue
        error = next(
            (
                wrong
                for each in changes
                if isinstance(each, Put) and (wrong := book.judge(each.path, each.value, ""))
            ),
            "",
        )
        if error:
            continue
        if not changes or _write_grid(interview, question, changes):
            book.marks.clear(question.path)
            _say_what_is_wrong(interview, question)
            confirming.ask_why(interview, question, place)
            return Turn.NEXT


def _say_what_is_wrong(interview: Interview, question: Question) -> None:
    """Say at once what a rule says of the numbers that were just filled in."""
    findings, here = interview.book.findings, path_text(question.path)
    for each in (*findings.errors, *findings.warnings):
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
    Kind.EVIDENCE: take_evidence,
    Kind.SCALE: confirming.confirm,
    Kind.YES_NO: confirming.confirm,
    Kind.LINES: offering.offer_lines,
}
"""The kinds of question with a way of their own."""
