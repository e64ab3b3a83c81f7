"""What is said of an answer that was just given: how it was understood, and what no longer adds up.

It asks what becomes of an error that the answer makes; it writes nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from stratgen.analysis.findings import Findings, RuleFinding
from stratgen.analysis.keypaths import Path, find, path_parts, path_text
from stratgen.wizard import offers, touches
from stratgen.wizard.asker import Asker, Option, Prompt, Reply
from stratgen.wizard.book import Book, Put
from stratgen.wizard.choosing import pick
from stratgen.wizard.kinds import Kind
from stratgen.wizard.plan import Question
from stratgen.wizard.wordings import shown

NONE = "None, as you said."
"""What a list says that was answered with none."""

UNSOURCED = "V76"
"""The rule about a figure without its source: that was asked before it, and was left open."""

BOUNDS = "V13"
"""The rule about a figure by itself: what breaks it is misread or mistyped, and is asked for again."""


def out_of_bounds(question: Question, value: Any, book: Book) -> str:
    """Return why a figure cannot be one of its measure, and how to mend it; empty where it can be."""
    if question.kind is not Kind.FIGURE:
        return ""
    _, after = book.preview([Put(question.path, value)])
    here = path_text(question.path)
    found = next((each for each in after.errors if each.rule == BOUNDS and each.path == here), None)
    return f"{found.what[:1].upper()}{found.what[1:]} {found.mend}" if found else ""


def understood(question: Question, reply: Reply, book: Book) -> str:
    """Return what was understood, where it reads otherwise than it was typed; empty where it does not."""
    now = find(book.engagement, question.path)
    if now == ():
        return NONE
    options = offers.options(question, book.engagement, book.catalogue)
    label = next((each.label for each in options if each.value == now), "")
    echo = label or shown(now, question, book.engagement)
    plain_words = question.kind in (Kind.PROSE, Kind.ONE, Kind.LINE)
    said = isinstance(reply, str) and echo.casefold() != " ".join(reply.split()).casefold()
    return f"Understood: {echo}" if said and not plain_words else ""


def made(path: Path, before: Findings, after: Findings, grid: bool = False) -> RuleFinding | None:
    """Return the first error that an answer makes: of itself, or of all answers like it, as the sum of shares is.

    Of a grid every error counts that stands within it.
    """
    was = {(each.rule, each.path) for each in before.errors}
    fresh = [each for each in after.errors if (each.rule, each.path) not in was and each.rule != UNSOURCED]
    for each in fresh:
        there = path_parts(each.path)
        if _pattern(there) == _pattern(path) or (grid and there[: len(path)] == path):
            return each
    return None


def unsourced(question: Question, book: Book) -> str:
    """Return what is said of a figure whose source was left open; empty where it has one."""
    here = path_text(question.path)
    found = (each for each in book.findings.errors if each.rule == UNSOURCED and each.path == here)
    return next((f"Noted, but {each.what} {each.mend}" for each in found), "")


def _pattern(path: Path) -> Path:
    return tuple(0 if isinstance(step, int) else step for step in path)


def mends(asker: Asker, question: Question, found: RuleFinding, book: Book) -> bool:
    """Ask whether an answer that does not add up is mended now; it stands until then."""
    place = touches.place(path_parts(found.path), book.engagement)
    options = (Option("mend", "Mend it now"), Option("later", "Leave it for later"))
    prompt = Prompt(
        "one", question.path, f"Does not add up: {place}", f"{found.what[:1].upper()}{found.what[1:]}",
        (found.mend,), "mend", options, commands=(),
    )  # fmt: skip
    return pick(asker, prompt) == "mend"


def afresh(prompt: Prompt, reply: Reply, found: RuleFinding) -> Prompt:
    """Return a prompt anew, whole, since another stood between: with what does not add up, and what was typed."""
    said = f"{found.what[:1].upper()}{found.what[1:]} {found.mend}"
    default = reply if isinstance(reply, str) else prompt.default
    kept = prompt.help[1:] if prompt.help[:1] == (said,) else prompt.help
    return replace(prompt, error="", default=default, help=(said, *kept))


def again(prompt: Prompt, reply: Reply, error: str) -> Prompt:
    """Return a prompt once more, with what was wrong and with what was typed to be typed over."""
    default = reply if isinstance(reply, str) else prompt.default
    return replace(prompt, error=error, default=default)
