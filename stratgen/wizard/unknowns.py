"""I don't know yet: who will find out, and by when. The words come from the model of an unknown answer."""

from __future__ import annotations

from dataclasses import replace

from stratgen.analysis.keypaths import find
from stratgen.engagement import Unknown
from stratgen.wizard import offers
from stratgen.wizard.asker import Asker, Command, Prompt
from stratgen.wizard.book import Book, Change, Put
from stratgen.wizard.kinds import Kind
from stratgen.wizard.parsing import MisreadError, day
from stratgen.wizard.plan import Question
from stratgen.wizard.wordings import answered, typed

REASON = "not known yet"
"""The reason that stands with an unknown where nobody gave another."""

_PARTS = ("owner", "due")


def asked_for(asker: Asker, book: Book, question: Question) -> list[Change]:
    """Return what writes a question down as an open point, once it is said who will find out and by when.

    Of a grid only the cells without an answer are meant. Nothing where somebody went back.
    """
    given = _given(asker, book, question)
    if given is None:
        return []
    hole = {"unknown": REASON, **{name: value for name, value in given.items() if value}}
    paths = [question.path]
    if question.cells and question.kind is Kind.GRID:
        every = [each.path for each in question.cells]
        paths = [each for each in every if not answered(find(book.engagement, each))] or every
    return [Put(each, hole) for each in paths]


def _given(asker: Asker, book: Book, question: Question) -> dict[str, str] | None:
    """Return the owner and the day as they were given; None where somebody went back."""
    standing = find(book.engagement, question.path)
    known = standing if isinstance(standing, Unknown) else Unknown()
    given: dict[str, str] = {}
    index, error = 0, ""
    while index < len(_PARTS):
        name = _PARTS[index]
        reply = asker.ask(_prompt(book, question, name, given, known, error))
        error = ""
        if reply is Command.BACK:
            if index == 0:
                return None
            index -= 1
            continue
        # Who does not know that either names nobody and no day.
        said = str(reply).strip().strip(Command.UNKNOWN.key).strip()
        try:
            given[name] = day(said) if said and name == "due" else said
            index += 1
        except MisreadError as misread:
            error = str(misread)
    return given


def _prompt(
    book: Book, question: Question, name: str, given: dict[str, str], known: Unknown, error: str
) -> Prompt:
    part = Unknown.model_fields[name]
    roles = replace(question, path=("owner",))
    return Prompt(
        "line",
        question.path,
        f"I don't know yet: {question.title}",
        part.title or "",
        (part.description or "",),
        given.get(name) or typed(getattr(known, name), Kind.DAY),
        words=offers.words(roles, book.engagement) if name == "owner" else (),
        commands=(Command.BACK,),
        error=error,
    )
