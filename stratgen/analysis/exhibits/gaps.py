"""Holes that many cells share: a column that nobody can fill yet is left out, and said once below the table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stratgen.analysis.exhibits.ledger import table
from stratgen.document import Cell, Column, Exhibit, Inlines, Row, Text, plain

FEWEST = 2
"""From this many rows on, a column of holes is left out; a single row keeps its hole."""

Hole = tuple[str, Inlines]
"""What is open, and its open point."""


def filled(
    key: str,
    caption: str,
    heads: tuple[Column, ...],
    rows: Sequence[tuple[Cell, ...] | Row],
    source: str | Inlines = "",
    further: Sequence[Hole] = (),
) -> Exhibit | None:
    """Return a captioned table without the columns that are open in every row; a note says who closes them.

    The first column names the rows and always stays, and so does a row that heads others. `further` holes are named
    in the same note. None where there is no row, as `table` has it.
    """
    gone = wholly_open([row for row in rows if not isinstance(row, Row)])
    kept = [
        row if isinstance(row, Row) else tuple(each for place, each in enumerate(row) if place not in gone)
        for row in rows
    ]
    stay = tuple(each for place, each in enumerate(heads) if place not in gone)
    origin = ((Text(source),) if source else ()) if isinstance(source, str) else source
    open_ones = [(heads[place].title, hole) for place, holes in gone.items() for hole in holes]
    return table(key, caption, stay, kept, noted(origin, [*further, *open_ones]))


def wholly_open(rows: Sequence[tuple[Cell, ...]]) -> dict[int, tuple[Inlines, ...]]:
    """Return the places of columns that hold nothing but holes, each with its holes, every wording once."""
    if len(rows) < FEWEST:
        return {}
    found = {}
    for place in range(1, len(rows[0])):
        holes = [holes_of(row[place]) for row in rows]
        if all(holes):
            found[place] = distinct(hole for each in holes for hole in each)
    return found


def noted(source: Inlines, holes: Sequence[Hole]) -> Inlines:
    """Return the line below a table with the holes that its rows share at the end."""
    if not holes:
        return source
    parts: list[Text] = [Text(" " if source else ""), Text("Open in every row: ")]
    for place, (name, hole) in enumerate(holes):
        parts.append(Text(f"{'; ' if place else ''}{name[:1].lower()}{name[1:]} "))
        parts += [each for each in hole if isinstance(each, Text)]
    return (*source, *parts, Text("."))


def holes_of(cell: Cell) -> tuple[Inlines, ...]:
    """Return the open points of a cell; none where anything else stands in it."""
    holes = tuple(each for each in cell.paragraphs if _is_hole(each))
    return holes if len(holes) == len(cell.paragraphs) else ()


def distinct(holes: Iterable[Inlines]) -> tuple[Inlines, ...]:
    """Return each wording of a hole once."""
    return tuple({plain(hole): hole for hole in holes}.values())


def _is_hole(inlines: Inlines) -> bool:
    return bool(inlines) and all(isinstance(each, Text) and each.role == "open-point" for each in inlines)
