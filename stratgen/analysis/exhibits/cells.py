"""Cells that several exhibits share: plain words, lengths of time, numbers, lists."""

from __future__ import annotations

from typing import TypeVar

from stratgen.analysis.durations import duration
from stratgen.analysis.wording import Wording
from stratgen.document import Cell, Row, Text
from stratgen.engagement import Unknown

T = TypeVar("T")
DASH = "\N{EN DASH}"


def row(*cells: Cell) -> Row:
    """Return a row of cells."""
    return Row(cells)


def group(title: str) -> Row:
    """Return a row that heads the rows below it."""
    return Row((words(title),), "group")


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
