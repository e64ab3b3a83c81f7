"""Tables and figures: what they show, never how they are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from stratgen.document.inlines import Inlines, Text

Tone = Literal["good", "watch", "bad", "severe", "none", "level-1", "level-2", "level-3", "level-4", "accent"]
"""What a cell's shade says. The word in the cell always says it too: a tone is never the only signal.

`good`, `watch`, `bad` and `severe` are a rating; `none` greys a cell out; `level-1` to `level-4` run from
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


ChartKind = Literal["bar", "column", "stacked", "line", "radar", "scatter", "bubble"]
Side = Literal["above", "below", "left", "right"]
SeriesRole = Literal["plain", "accent", "quiet", "planned", "words"]
"""What a series is for. `accent` is the one that is meant, `quiet` stands back as background, `planned`
is a target or forecast (dashed, hollow), `words` draws no points, only their labels."""


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis that carries values: its title, bounds and steps (None: as the drawing sees fit), the
    decimal places and words before and after each of its numbers ("R ", " %"), and `line`: the value
    at which a line crosses the plot of a scatter or bubble chart, such as the middle of a scale."""

    title: str = ""
    low: float | None = None
    high: float | None = None
    step: float | None = None
    places: int = 0
    before: str = ""
    after: str = ""
    line: float | None = None
    numbers_shown: bool = True


@dataclass(frozen=True, slots=True)
class Series:
    """One row of a chart's data, a value for each category; None leaves a gap.

    In a scatter or bubble chart `values` go up, `across` go along, and `sizes` are the areas of bubbles.
    """

    title: str
    values: tuple[float | None, ...]
    role: SeriesRole = "plain"
    across: tuple[float | None, ...] = ()
    sizes: tuple[float | None, ...] = ()
    labels: tuple[str, ...] = ()
    """The words beside each point ("" for none); empty where numbers or nothing stand there."""
    sides: tuple[Side, ...] = ()
    """Where each label stands; above its point where nothing is said."""
    marked: tuple[int, ...] = ()
    """The places (from 0) of the points that are meant, drawn in the accent."""


@dataclass(frozen=True, slots=True)
class Chart:
    """Numbers to be drawn: categories and series, and the same numbers as a table for readers."""

    kind: ChartKind
    categories: tuple[str, ...]
    """The names of the values; in a scatter or bubble chart the names of the points, series by series."""
    series: tuple[Series, ...]
    table: DataTable
    up: Axis = Axis()
    """The axis of the values, whichever way the bars run; the spokes of a radar; upwards in a scatter."""
    along: Axis = Axis()
    """The axis along the page in a scatter or bubble chart; elsewhere only the title of the categories."""
    title: str = ""
    """What this chart shows, where it is one of several under one caption."""
    description: str = ""
    """The words in place of the picture; those of the exhibit where empty."""
    numbers_shown: bool = False
    """Whether each value is written at its bar or point."""
    table_shown: bool = True
    """Whether the table stands below; False where its numbers stand close by in the document."""
    height: float = 0.5
    """The height of the drawing, where the width of the text is 1."""

    @property
    def needs_legend(self) -> bool:
        """Whether a legend has to name the series: more than one is drawn, and no words at lines do so."""
        drawn = [each for each in self.series if each.role != "words"]
        return len(drawn) > 1 and not (self.kind == "line" and all(each.labels for each in drawn))


@dataclass(frozen=True, slots=True)
class Panels:
    """Small charts side by side, two in a row, under one caption, and their numbers as one table.

    Each chart has a title and a description; its own table is not shown.
    """

    charts: tuple[Chart, ...]
    table: DataTable
    table_shown: bool = True


Content = DataTable | Matrix | Gantt | Chart | Panels
