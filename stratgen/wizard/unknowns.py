"""I don't know yet: why, who will find out, and by when, on one screen. The words come from the model of an unknown."""

from __future__ import annotations

from dataclasses import replace

from stratgen.analysis.keypaths import find
from stratgen.engagement import Unknown
from stratgen.wizard import offers
from stratgen.wizard.asker import Asker, Cell, Command, Grid, Option, Prompt
from stratgen.wizard.book import Book, Change, Put
from stratgen.wizard.kinds import Kind
from stratgen.wizard.misread import MisreadError
from stratgen.wizard.parsing import day
from stratgen.wizard.plan import Question
from stratgen.wizard.wordings import answered, typed

REASON = "not known yet"
"""The reason that stands with an unknown where nobody gave another."""


def asked_for(asker: Asker, book: Book, question: Question, cells: tuple[Question, ...] = ()) -> list[Change]:
    """Return what writes a question down as an open point, once it is said why, who will find out and by when.

    Of a grid only these cells are meant, or without any named those that have no answer. Nothing where
    somebody went back.
    """
    title = "; ".join(each.title for each in cells) or question.title
    given = _given(asker, book, cells[0] if cells else question, title)
    if given is None:
        return []
    paths = [each.path for each in cells] or [question.path]
    if not cells and question.cells and question.kind is Kind.GRID:
        every = [each.path for each in question.cells]
        paths = [each for each in every if not answered(find(book.engagement, each))] or every
    return [Put(each, given) for each in paths]


def _given(asker: Asker, book: Book, question: Question, title: str) -> dict[str, str] | None:
    """Return the hole as it stands in the file; None where somebody went back."""
    form, error, at = _form(book, question), "", ""
    told = form.told()
    while True:
        prompt = Prompt(
            "grid", question.path, f"I don't know yet: {title}", "Who will find out?",
            ("Enter alone takes it as it stands: nobody is named yet.",),
            grid=replace(form, values=tuple(told.items()), at=at), commands=(Command.BACK,), error=error,
        )  # fmt: skip
        reply = asker.ask(prompt)
        if reply is Command.BACK:
            return None
        told |= reply if isinstance(reply, dict) else {}
        # Who does not know that either names nobody and no day.
        said = {name: word.strip().strip(Command.UNKNOWN.key).strip() for (name, _), word in told.items()}
        try:
            return _hole(said)
        except MisreadError as misread:
            error, at = str(misread), misread.at


def _hole(said: dict[str, str]) -> dict[str, str]:
    hole = {"unknown": said.get("reason") or REASON}
    if said.get("owner"):
        hole["owner"] = said["owner"]
    if said.get("due"):
        try:
            hole["due"] = day(said["due"])
        except MisreadError as misread:
            misread.at = "due"
            raise
    return hole


def _form(book: Book, question: Question) -> Grid:
    standing = find(book.engagement, question.path)
    known = standing if isinstance(standing, Unknown) else Unknown()
    values: dict[Cell, str] = {
        ("reason", ""): known.reason if known.owner or known.due else REASON,
        ("owner", ""): known.owner or "",
        ("due", ""): typed(known.due, Kind.DAY),
    }
    rows = tuple(
        Option(name, part.title or name, part.description or "")
        for name, part in Unknown.model_fields.items()
    )
    roles = offers.words(replace(question, path=("owner",)), book.engagement)
    return Grid(rows, (Option("", ""),), (), "", tuple(values.items()), form=True, completions=roles)
