"""What the documents of a pack say, piece by piece: tables, fields and sentences, each with its place.

It reads trees, so that a template, an override of a workspace and a table of our own are read alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from stratgen.document import (
    Block,
    Callout,
    Chart,
    DataTable,
    Document,
    Exhibit,
    FieldTable,
    Gantt,
    Heading,
    Inlines,
    List,
    Matrix,
    Panels,
    Paragraph,
    Quote,
    plain,
)

HEAD = "the cover and header"
"""The place of what a document says of itself outside its sections."""


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in a pack: the name of a document, its title, and the nearest heading."""

    name: str
    document: str
    section: str
    key: str = ""
    """The key of the heading."""

    def __str__(self) -> str:
        """Return the place in words: "Board brief, section 4.1"."""
        return f"{self.document}, {self.section}"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: each cell as its paragraphs, and whether the row is a record of its own."""

    cells: tuple[tuple[str, ...], ...]
    is_record: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A table, grid or chart in words; the first column names the rows."""

    spot: Spot
    caption: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    in_grid: bool = False
    """Whether it is a grid, where an empty cell is an answer."""


@dataclass(frozen=True, slots=True)
class Saying:
    """Running text, or a name and its values."""

    spot: Spot
    text: str
    label: str = ""
    """The name before the values; empty in running text."""


@dataclass(frozen=True, slots=True)
class Statements:
    """All that one pack says."""

    documents: Mapping[str, Document]
    tables: tuple[Table, ...]
    sayings: tuple[Saying, ...]


def statements(documents: Mapping[str, Document]) -> Statements:
    """Return what some documents say; of a bound pack, what the others do not say already."""
    titles = {document.title for document in documents.values() if not _is_bound(document)}
    tables: list[Table] = []
    sayings: list[Saying] = []
    for name, document in documents.items():
        for piece in _pieces(name, document, titles if _is_bound(document) else frozenset()):
            if isinstance(piece, Table):
                tables.append(piece)
            else:
                sayings.append(piece)
    return Statements(documents, tuple(tables), tuple(sayings))


def _is_bound(document: Document) -> bool:
    return any(isinstance(block, Heading) and block.kind == "part" for block in document.blocks)


def _pieces(name: str, document: Document, said: Iterable[str]) -> Iterator[Table | Saying]:
    spot, silent = Spot(name, document.title, HEAD), False
    for block in document.blocks:
        if isinstance(block, Heading):
            words = plain(block.inlines)
            if block.level == 1 or block.kind == "part":
                silent = words in said
            spot = Spot(name, document.title, _place(block, words), block.key)
            yield Saying(spot, words)
        elif not silent:
            yield from _of_block(block, spot)


def _place(heading: Heading, words: str) -> str:
    number = heading.number
    return f"section {number}" if number[:1].isdigit() else f"“{f'{number} {words}'.strip()}”"


def _of_block(block: Block, spot: Spot) -> Iterator[Table | Saying]:
    match block:
        case Paragraph():
            yield Saying(spot, plain(block.inlines))
        case List():
            for item in block.items:
                for inner in item:
                    yield from _of_block(inner, spot)
        case Quote() | Callout():
            for inner in block.blocks:
                yield from _of_block(inner, spot)
        case FieldTable():
            for label, values in block.rows:
                yield Saying(spot, "; ".join(plain(value) for value in values), plain(label))
        case Exhibit():
            yield from _of_exhibit(block, spot)
            if block.source:
                yield Saying(spot, plain(block.source))
        case _:
            pass


def _of_exhibit(exhibit: Exhibit, spot: Spot) -> Iterator[Table]:
    match exhibit.content:
        case DataTable() as table:
            yield _table(spot, exhibit.caption, table)
        case Chart(table=table) | Panels(table=table):
            yield _table(spot, exhibit.caption, table)
        case Matrix() as grid:
            lines = tuple(
                Line(((title,), *(_words(cell.paragraphs) for cell in cells))) for title, cells in grid.rows
            )
            yield Table(spot, exhibit.caption, (grid.corner, *grid.columns), lines, in_grid=True)
        case Gantt():
            pass


def _table(spot: Spot, caption: str, table: DataTable) -> Table:
    lines = tuple(
        Line(tuple(_words(cell.paragraphs) for cell in row.cells), row.role is None) for row in table.rows
    )
    return Table(spot, caption, tuple(column.title for column in table.columns), lines)


def _words(paragraphs: Iterable[Inlines]) -> tuple[str, ...]:
    return tuple(plain(paragraph) for paragraph in paragraphs)
