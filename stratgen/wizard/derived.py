"""Answers that follow from other answers: offered as derived, to be confirmed or changed with a reason.

It knows the findings and the questions; it asks nobody.
"""

from __future__ import annotations

from stratgen.analysis.derivation import PATHS
from stratgen.analysis.findings import Derived, Findings
from stratgen.wizard.asker import Cell
from stratgen.wizard.kinds import Kind
from stratgen.wizard.plan import Question


def of(question: Question, findings: Findings) -> tuple[Derived, ...]:
    """Return what follows for a question, or for the cells of its grid; empty where nothing does."""
    paths = {each.path for each in question.cells} or {question.path}
    return tuple(each for each in findings.derived if PATHS[each.item] in paths and each.derived is not None)


def lines(question: Question, findings: Findings) -> list[str]:
    """Return what follows from other answers, and from which, as lines under a question."""
    found = of(question, findings)
    if not found:
        return []
    if not question.cells:
        return [f"Derived from your answers: {word(found[0].derived)}. {found[0].because}."]
    each_of = "; ".join(f"{_short(each)} {word(each.derived)} ({each.because})" for each in found)
    return [f"Derived from your answers: {each_of}."]


def guess(question: Question, findings: Findings) -> str:
    """Return the derived value as it would be typed; empty where nothing follows."""
    found = () if question.cells else of(question, findings)
    if not found:
        return ""
    return word(found[0].derived) if question.kind is not Kind.YES_NO else _yes_no(found[0].derived)


def cells(question: Question, findings: Findings) -> dict[Cell, str]:
    """Return the derived values of a grid by cell."""
    values = {PATHS[each.item]: each.derived for each in of(question, findings)}
    return {
        (each.name, ""): _yes_no(values[each.path]) if each.kind is Kind.YES_NO else word(values[each.path])
        for each in question.cells
        if each.path in values
    }


def word(value: int | bool | None) -> str:
    """Return a value as people say it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _yes_no(value: int | bool | None) -> str:
    return "y" if value else "n"


def _short(each: Derived) -> str:
    return each.item.label.partition(": ")[2] or each.item.label.lower()
