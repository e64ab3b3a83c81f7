"""Who owns what was taken over: one screen for all of it, since work without an owner is released by nobody."""

from __future__ import annotations

from stratgen.analysis.keypaths import Path, find
from stratgen.engagement import Record, Unknown, records
from stratgen.wizard import offers
from stratgen.wizard.asker import Command, Grid, Option, Prompt
from stratgen.wizard.book import Book, Change, Put
from stratgen.wizard.fitting import fit
from stratgen.wizard.flow import Interview
from stratgen.wizard.grids import filled
from stratgen.wizard.plan import question_at
from stratgen.wizard.wordings import name_of

OWNED: tuple[Path, ...] = (("risks",), ("initiatives",))
"""Lists whose records are released by nobody without an owner."""

WIDE = 38
"""How much of a record's name stands before its owner, so that both fit a screen of 80."""


def ask(interview: Interview, list_path: Path) -> None:
    """Ask who owns each record of a list that has no owner yet; a line left empty stays open."""
    book = interview.book
    there = {
        str(n): each
        for n, each in enumerate(records(find(book.engagement, list_path)))
        if isinstance(getattr(each, "owner", None), Unknown)
    }
    if list_path not in OWNED or not there:
        return
    question = question_at((*list_path, 0, "owner"))
    rows = tuple(Option(key, _label(each, book)) for key, each in there.items())
    grid = Grid(
        rows, (Option("", ""),), (), "", form=True, completions=offers.words(question, book.engagement)
    )
    error = ""
    while True:
        help_lines = (f"{question.help} Enter on an empty line takes them all; what is empty stays open.",)
        place = f"Owners: {question_at(list_path).title}"
        reply = interview.asker.ask(
            Prompt("grid", list_path, place, question.title, help_lines, grid=grid, commands=(Command.BACK,),
                   error=error)
        )  # fmt: skip
        if not isinstance(reply, dict):
            return
        said = {key: word.strip() for (key, _), word in reply.items() if word.strip()}
        wrong = ((key, book.judge((*list_path, int(key), "owner"), word, word)) for key, word in said.items())
        at, error = next(((key, each) for key, each in wrong if each), ("", ""))
        grid = filled(grid, reply, at)
        if not error:
            changes: list[Change] = [Put((*list_path, int(key), "owner"), word) for key, word in said.items()]
            if changes:
                interview.commit(changes)
            return


def _label(record: Record, book: Book) -> str:
    title = getattr(record, "title", None) or getattr(record, "event", None)
    return fit(title, WIDE) if isinstance(title, str) else name_of(record, book.engagement)
