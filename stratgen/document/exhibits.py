"""Tables and figures: what they show, never how they are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from stratgen.document.inlines import Inlines, Text

Tone = Literal["good", "watch", "bad", "none", "level-1", "level-2", "level-3", "level-4", "accent"]
"""What a cell's shade says. The word in the cell always says it too: a tone is never the only signal.

`good`, `watch` and `bad` are a rating; `none` greys a cell out; `level-1` to `level-4` run from
pale to deep; `accent` marks the one cell that is meant (the firm's own place in a grid)."""

Align = Literal["start", "centre", "end"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell: one or more paragraphs, with an optional shade; `bullets` lists them."""

    paragraphs: tuple[Inlines, ...]
    tone: Tone | None = None
    bullets: bool = False


def cell(*texts: str | Inlines, tone: Tone | None = None, bullets: bool = False) -> Cell:
    """Return a cell of plain texts or inlines, one paragraph each."""
    paragraphs = tuple((Text(text),) if isinstance(text, str) else text for text in texts)
    return Cell(paragraphs, tone, bullets)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, its share of the width (any positive number), its alignment."""

    title: str
    width: float = 1.0
    align: Align = "start"


@dataclass(frozen=True, slots=True)
class Row:
    """One row; a `total` row closes a sum, a `group` row heads the rows below it."""

    cells: tuple[Cell, ...]
    role: Literal["total", "group"] | None = None


@dataclass(frozen=True, slots=True)
class DataTable:
    """Records in rows under named columns. Every row fills every column; the first names the row."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A grid of shaded cells between two sets of names: a heat map, a RACI, a two-by-two."""

    corner: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    heading_width: float = 2.0
    """The width of the row names, where each column of cells counts as 1."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a plan: from period `start` to period `end` (from 0, both counted), with a word
    that stands in the first filled cell."""

    title: str
    start: int
    end: int
    word: str
    tone: Tone = "level-3"


@dataclass(frozen=True, slots=True)
class Gantt:
    """A plan over periods: groups of bars under a row of period names."""

    periods: tuple[str, ...]
    groups: tuple[tuple[str, tuple[Bar, ...]], ...]


@dataclass(frozen=True, slots=True)
class Series:
    """One row of a chart's data; None leaves a gap."""

    title: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Numbers to be drawn: categories and series, and the same numbers as a table for readers.

    The Word writer shows `table` until it draws native charts.
    """

    kind: Literal["bar", "column", "stacked", "line", "radar", "scatter", "bubble"]
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    table: DataTable


Content = DataTable | Matrix | Gantt | Chart
