"""What "mend it now" opens: the answer that a message is about, be it a number or where the number comes from."""

from __future__ import annotations

from dataclasses import replace

from stratgen.analysis.findings import RuleFinding
from stratgen.analysis.keypaths import find, path_parts
from stratgen.engagement import Figure
from stratgen.wizard import asking
from stratgen.wizard.asker import Command, Prompt
from stratgen.wizard.book import Book, Put
from stratgen.wizard.flow import Interview, Turn
from stratgen.wizard.kinds import Kind
from stratgen.wizard.misread import MisreadError
from stratgen.wizard.parsing import evidence
from stratgen.wizard.plan import Question, question_at
from stratgen.wizard.wordings import shown, sourced

_OWN = frozenset({"period", "source", "grade"})
"""What a figure may say of itself in the file, where it differs from its record."""


def question_of(finding: RuleFinding, book: Book) -> Question | None:
    """Return the question that a finding is about; None where it spans several answers.

    Of a figure's source that is the evidence of its record, or its own where the figure says where it comes from.
    """
    path = path_parts(finding.path)
    while path and isinstance(path[-1], int):
        path = path[:-1]
    try:
        question = question_at(path)
        if not finding.of_source or question.kind is Kind.EVIDENCE:
            return question
        written = book.plain(path)
        if isinstance(written, dict) and _OWN & written.keys():
            return replace(question, kind=Kind.SOURCE)
        above = [path[:length] for length in range(len(path) - 1, 0, -1)]
        stated = next((each for each in above if book.plain((*each, "evidence"))), path[:-1])
        return question_at((*stated, "evidence"))
    except KeyError:
        return None


def ask_source(interview: Interview, question: Question, place: str) -> Turn:
    """Ask where one figure comes from; its number stays."""
    book = interview.book
    figure = find(book.engagement, question.path)
    if not isinstance(figure, Figure):
        return Turn.NEXT
    number = f"{question.title} {shown(figure, question, book.engagement)}."
    asked = Figure.model_fields["source"].title or ""
    default, error = sourced(figure), ""
    while True:
        reply = interview.asker.ask(
            Prompt("line", question.path, place, asked, (number, asking.THREE_PARTS, asking.GRADES), default,
                   commands=(Command.BACK, Command.MENU), error=error)
        )  # fmt: skip
        turn = interview.commanded(question, reply)
        if turn is not None or not isinstance(reply, str) or not reply.strip():
            return turn or Turn.NEXT
        default = reply
        try:
            value = {"value": book.plain(question.path)["value"], **evidence(reply)}
        except MisreadError as misread:
            error = str(misread)
            continue
        if unit := book.plain(question.path).get("unit"):
            value["unit"] = unit
        error = book.judge(question.path, value, reply)
        if not error:
            interview.change(question.path, figure, [Put(question.path, value)])
            return Turn.NEXT
