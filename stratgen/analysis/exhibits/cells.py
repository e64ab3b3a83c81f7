"""Cells that several exhibits share: plain words, lengths of time, numbers, lists."""

from __future__ import annotations

from typing import TypeVar

from stratgen.analysis.durations import duration
from stratgen.analysis.wording import Wording
from stratgen.document import Cell, Row, Text
from stratgen.engagement import Unknown

T = TypeVar("T")
_WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
DASH = "\N{EN DASH}"


def row(*cells: Cell) -> Row:
    """Return a row of cells."""
    return Row(cells)


def group(title: str) -> Row:
    """Return a row that heads the rows below it."""
    return Row((words(title),), "group")


def number_word(count: int) -> str:
    """Return a count as it stands in a sentence: a word up to nine, digits above."""
    return _WORDS[count] if 0 <= count < len(_WORDS) else str(count)


def inside(name: str) -> str:
    """Return a name as it stands within a sentence: its first letter is small, unless a capital follows."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def upper(text: str) -> str:
    """Return a text with a capital first letter."""
    return text[:1].upper() + text[1:]


def words(*texts: str) -> Cell:
    """Return a cell of plain words, one paragraph each; a dash where there are none."""
    return Cell(tuple((Text(text),) for text in texts if text) or ((Text(DASH),),))


def minutes_cell(wording: Wording, answer: float | Unknown | None, absent: str = DASH) -> Cell:
    """Return a cell with a length of time given in minutes."""
    if answer is None:
        return words(absent)
    return wording.cell(answer) if isinstance(answer, Unknown) else words(duration(answer, wording))


def months_cell(wording: Wording, answer: int | Unknown) -> Cell:
    """Return a cell with a number of months."""
    if isinstance(answer, Unknown):
        return wording.cell(answer)
    return words("1 month" if answer == 1 else f"{answer} months")


def number_cell(wording: Wording, value: float | None, places: int | None = None) -> Cell:
    """Return a cell with a number; a dash where there is none."""
    return words(DASH if value is None else wording.number(value, places))


def one_by_one(wording: Wording, answer: tuple[T, ...] | Unknown) -> Cell:
    """Return a cell with several answers on one line, parted by semicolons."""
    if isinstance(answer, Unknown):
        return wording.cell(answer)
    return words("; ".join(wording.text(item) for item in answer))
