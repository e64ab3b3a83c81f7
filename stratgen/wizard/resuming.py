"""Where a sitting goes on: at the question that was on the screen when it was left, and what is open before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from stratgen.analysis.keypaths import Path, find, path_parts
from stratgen.engagement import Unknown
from stratgen.wizard import quick
from stratgen.wizard.book import Book
from stratgen.wizard.kinds import Kind
from stratgen.wizard.plan import Question
from stratgen.wizard.states import first_open, is_done
from stratgen.wizard.wordings import asked


@dataclass(frozen=True, slots=True)
class Standing:
    """How far one has come: the question to go on with, its number from 1, and how many are open before it."""

    path: Path | None
    number: int
    left: int

    @property
    def words(self) -> str:
        """What is open before it, in words; empty where nothing is."""
        if not self.left:
            return ""
        return (
            "1 question before it is still open." if self.left == 1
            else f"{self.left} questions before it are still open."
        )  # fmt: skip


def standing(there: Iterable[Question], book: Book, walk: str) -> Standing:
    """Return where a walk goes on: where it was left, else at its first open question; no path where all are done."""
    every = list(there)
    at = path_parts(book.marks.at.get(walk, ""))
    # Within a list or a group the question that leads to it is where one stood.
    fitting = [each.path for each in every if each.path and at[: len(each.path)] == each.path]
    path = max(fitting, key=len) if fitting else first_open(every, book)
    number = next((n for n, each in enumerate(every) if each.path == path), 0)
    return Standing(path, number + 1, sum(is_open(each, book) for each in every[:number]))


def open_before(there: Iterable[Question], book: Book, walk: str) -> list[Question]:
    """Return the questions without an answer that stand before the place where a walk was left; all where it was not."""
    every = list(there)
    before = every[: standing(every, book, walk).number - 1] if walk in book.marks.at else every
    return [each for each in before if is_open(each, book)]


def is_open(question: Question, book: Book) -> bool:
    """Tell whether a question has no answer: it was left empty, or noted as not known yet."""
    answer = find(book.engagement, question.path)
    if not is_done(question, answer, book):
        return True
    cells = (
        [getattr(answer, each.name, None) for each in question.cells] if question.kind is Kind.GRID else []
    )
    return any(isinstance(each, Unknown) for each in (answer, *cells))


def open_counts(book: Book) -> tuple[int, int]:
    """Return how many open points were asked about, noted as not known or left empty, and how many never were."""
    put: set[Path] = set()
    for each in quick.questions(book.engagement):
        put |= {each.path, *(cell.path for cell in each.cells)} if each.kind is Kind.GRID else {each.path}
    points = [path_parts(each.path) for each in book.findings.open_points]
    known_open = sum(asked(find(book.engagement, each)) or each in put for each in points)
    return known_open, len(points) - known_open
