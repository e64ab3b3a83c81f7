"""How a question is put: its prompt, and the lines under it, all in the words of the models.

It knows the book and the question; it asks nobody.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from stratgen.analysis.keypaths import find
from stratgen.analysis.wording import wording_of
from stratgen.engagement import Unknown
from stratgen.wizard import derived, offers
from stratgen.wizard.asker import Command, Option, Prompt, Shape
from stratgen.wizard.book import Book
from stratgen.wizard.kinds import Kind
from stratgen.wizard.plan import Question
from stratgen.wizard.wordings import asked, shown, typed

SENTENCE = 120
"""Items of a list that may be longer than this are sentences, and are typed one a line."""


THREE_PARTS = "Period; source; grade, with semicolons between them."
GRADES = "Grade A is measured lately, B older, C an estimate, D assumed."


def one_a_line(question: Question) -> bool:
    """Tell whether the items of a list are sentences, typed one a line."""
    return (question.limits.length or 40) > SENTENCE


def prompt_of(
    question: Question, place: str, options: tuple[Option, ...], default: str, book: Book
) -> Prompt:
    """Return the prompt of a question that takes one answer."""
    answer = find(book.engagement, question.path)
    many = question.kind in (Kind.MANY, Kind.LINES)
    chosen = answer if many and isinstance(answer, tuple) else ()
    return Prompt(
        shape=_shape(question, bool(options), many),
        path=question.path,
        place=place,
        question=question.title,
        help=tuple(help_lines(question, answer, book)),
        default=default,
        options=options,
        free=offers.is_free(question),
        chosen=tuple(str(getattr(each, "value", each)) for each in chosen),
        words=offers.words(question, book.engagement),
        commands=tuple(each for each in Command if each is not Command.UNKNOWN or question.unknowable),
    )


def _shape(question: Question, offered: bool, many: bool) -> Shape:
    if question.kind is Kind.PROSE or (question.kind is Kind.LINES and one_a_line(question)):
        return "prose"
    if not offered:
        return "line"
    return "many" if many else "one"


def help_lines(question: Question, answer: Any, book: Book) -> list[str]:
    """Return the lines under a question: what is meant, an example, where it prints, what stands there."""
    lines = [f"{question.heading}: {question.help}" if question.heading else question.help]
    lines[0] += _unit(question, lines[0])
    if question.kind is Kind.LINES:
        lines[0] += " One a line." if one_a_line(question) else " With commas between them."
        lines[0] += " Type none if there are none." if not question.limits.items[0] else ""
    if question.kind is Kind.EVIDENCE:
        lines.append("Asked once, for the figures that come next; Enter leaves it open.")
        lines.append(GRADES)
    example = _example(question, book)
    if example:
        lines.append(f"Example: {example}")
    lines += derived.lines(question, book.findings)
    prints = book.prints(question.path)
    if prints:
        lines.append(f"Prints in: {prints}")
    why = book.marks.why(question.path)
    if why:
        lines.append(f"To re-check: {why}")
    if answer == ():
        lines.append("Noted: there are none.")
    if isinstance(answer, Unknown) and asked(answer):
        lines.append(f"Noted as {shown(answer, question, book.engagement)}")
    return lines


_IN_UNIT = {
    "%": " In percent.", "money": " In the currency of the pack.", "a customer a year": " For one customer and one year.",
    "a contact": " For one contact.", "customers": "", "contacts": "", "handovers": "", "of 5": "",
}  # fmt: skip
"""What is said of a unit that does not read well after "in", or goes without saying."""


def _unit(question: Question, said: str) -> str:
    """Return the unit as a sentence, where neither the question nor its help says it."""
    told = f"{question.title} {said}".lower()
    if not question.unit or question.unit.lower() in told or (question.unit == "%" and "percent" in told):
        return ""
    return _IN_UNIT.get(question.unit, f" In {question.unit}.")


def _example(question: Question, book: Book) -> str:
    example = question.example
    of_another = question.unit == "" and offers.unit(question, book.engagement, book.catalogue) != ""
    if example in (None, "", [], {}) or question.choices or of_another:
        return ""
    match question.kind:
        case Kind.YES_NO | Kind.SCALE | Kind.GRID:
            return ""
        case Kind.DAY:
            return wording_of(book.engagement).day(date.fromisoformat(str(example)))
        case Kind.EVIDENCE:
            return "; ".join(str(example[name]) for name in ("period", "source", "grade"))
        case Kind.LINES:
            return ("; " if any("," in each for each in example) else ", ").join(example)
    return typed(example, question.kind)
