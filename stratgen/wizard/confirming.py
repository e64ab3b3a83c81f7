"""Items that follow from other answers: where one is answered otherwise, the reason is asked at once."""

from __future__ import annotations

from stratgen.analysis.findings import Derived
from stratgen.engagement import records
from stratgen.wizard import derived
from stratgen.wizard.asker import Command, Prompt
from stratgen.wizard.book import Put
from stratgen.wizard.flow import Interview, Turn
from stratgen.wizard.plan import Question

DEPARTURES = ("maturity", "departures")


def confirm(interview: Interview, question: Question, place: str) -> Turn:
    """Ask for one answer; where it departs from the derived one, ask why."""
    turn = interview.ask_plainly(question, place)
    if turn is Turn.NEXT:
        ask_why(interview, question, place)
    return turn


def ask_why(interview: Interview, question: Question, place: str) -> None:
    """Ask for the reason of every item of a question that departs and has none; Enter alone leaves it open.

    The quick interview does not ask: its answers come before those that they could be derived from.
    """
    if not interview.full:
        return
    for each in derived.of(question, interview.book.findings):
        if each.departs and not each.reason:
            _ask(interview, each, place)


def _ask(interview: Interview, each: Derived, place: str) -> None:
    book, error = interview.book, ""
    path = (*DEPARTURES, len(records(book.engagement.maturity.departures)))
    while True:
        reply = interview.asker.ask(
            Prompt(
                "line", (*path, "reason"), place,
                f"{each.item.label}: why {derived.word(each.given)}, and not {derived.word(each.derived)}?",
                (f"{each.because}.", "One sentence; it prints in annex A. Enter alone leaves it open."),
                commands=(Command.BACK,), error=error,
            )
        )  # fmt: skip
        if not isinstance(reply, str) or not reply.strip():
            return
        record = {"item": each.item.value, "reason": reply.strip()}
        if path[-1] == 0:
            error = book.judge(DEPARTURES, [record], reply)
            change = Put(DEPARTURES, [record])
        else:
            error = book.judge(path, record, reply)
            change = Put(path, record)
        if not error:
            interview.commit([change])
            return
