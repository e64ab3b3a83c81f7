"""Questions with a way of their own: filling a grid, opening a group, and who asks the others.

Each gets the interview, its question and its place, and returns where to go next.
"""

from __future__ import annotations

from stratgen.analysis.keypaths import Path, find, path_text
from stratgen.engagement import Unknown
from stratgen.wizard import called, confirming, derived, grids, mending, noting, offering, unknowns
from stratgen.wizard.asker import Broken, Cell, Command, Option, Prompt
from stratgen.wizard.book import Change, Put
from stratgen.wizard.choosing import pick
from stratgen.wizard.flow import Interview, Turn, Way
from stratgen.wizard.kinds import Kind
from stratgen.wizard.misread import MisreadError
from stratgen.wizard.naming import name_records
from stratgen.wizard.plan import Question
from stratgen.wizard.wordings import answered, shown


def fill_grid(interview: Interview, question: Question, place: str) -> Turn:
    """Ask for a matrix, or a record of small answers, on one screen; what is filled in is never lost."""
    book, error, at = interview.book, "", ""
    grid = grids.grid_of(question, book.engagement, book.catalogue)
    standing = grid.told()
    noted = {cell: word for cell, word in standing.items() if word == Command.UNKNOWN.key}
    told = {
        **noted,
        **derived.cells(question, book.findings),
        **{cell: word for cell, word in standing.items() if cell not in noted},
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
        if found is not None and noting.mends(interview.asker, question, found, book):
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
    said, unknown = grids.opened(question, told, book.engagement)
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
    Kind.SOURCE: mending.ask_source,
    Kind.ONE: called.ask_sector,
}
"""The kinds of question with a way of their own."""
