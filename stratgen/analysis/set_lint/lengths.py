"""How many pages a document takes, told from its tree alone: words, rows and headings, in lines of text.

The sizes were fitted to what LibreOffice makes of the six examples in the house style: all sixty parts come out
at the very page. On other wording of the same documents 47 did, and 11 were told one page too few. A brand with
other margins or type takes more or less; `render --pages` counts the pages that there really are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from stratgen.document import (
    Block,
    Callout,
    Chart,
    Content,
    DataTable,
    Document,
    Exhibit,
    FieldTable,
    Gantt,
    Heading,
    Inlines,
    List,
    Matrix,
    PageBreak,
    Panels,
    Paragraph,
    Quote,
    plain,
)

PAGE = 57.6
"""Lines of text on a page."""
FLAT_PAGE = 30.1
"""Lines on a page that lies on its side."""
WIDTH, FLAT_WIDTH = 83.9, 124.7
"""Letters in a line of text, upright and on its side."""
SMALL = 1.43
"""How many more letters a line of a table holds, and how many more of its lines a page."""
AIR = 0.48
"""The space around a paragraph, in lines."""
CELL_AIR = 0.53
"""The space in a row of a table beside its lines."""
HEADINGS = (2.9, 2.2, 2.0, 1.8)
"""The lines that a heading takes, by level."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stands between a heading and the next: the heading, its lines, and where it must start a page."""

    heading: Heading | None
    lines: float
    starts_page: bool
    flat: bool


def stretches(document: Document) -> tuple[Stretch, ...]:
    """Return a document heading by heading; what stands before the first has none."""
    found: list[Stretch] = []
    heading: Heading | None = None
    lines, starts, flat, broken, flat_level = 0.0, False, False, False, 0
    for block in document.blocks:
        if isinstance(block, Heading):
            found.append(Stretch(heading, lines, starts, flat))
            if not flat_level or block.level <= flat_level:
                flat_level = block.level if block.landscape else 0
            turned = bool(flat_level) != flat
            heading, flat = block, bool(flat_level)
            lines, starts, broken = (
                HEADINGS[min(block.level, 4) - 1],
                block.new_page or broken or turned,
                False,
            )
        elif isinstance(block, PageBreak):
            broken = True
        else:
            lines += _lines(block, FLAT_WIDTH if flat else WIDTH)
    found.append(Stretch(heading, lines, starts, flat))
    return tuple(each for each in found if each.lines)


def pages(found: Iterable[Stretch]) -> float:
    """Return the pages that some stretches take, as a number with a part of a page at the end."""
    whole, used, size = 0, 0.0, PAGE
    for each in found:
        if each.starts_page and used:
            whole, used = whole + ceil(used / size - 1e-9), 0.0
        size = FLAT_PAGE if each.flat else PAGE
        used += each.lines
    return whole + used / size


def _lines(block: Block, width: float) -> float:
    match block:
        case Paragraph():
            return _rows(block.inlines, width) + AIR
        case List():
            return sum(_lines(inner, width - 5) for item in block.items for inner in item) * 0.93 + AIR / 2
        case Quote():
            return sum(_lines(inner, width - 8) for inner in block.blocks) + AIR
        case Callout():
            return sum(_lines(inner, width - 6) for inner in block.blocks) + 2.4 * AIR + bool(block.title)
        case FieldTable():
            rows = (((label,), values) for label, values in block.rows)
            return _table(rows, (0.3, 0.7), width) + AIR
        case Exhibit():
            source = _rows(block.source, width * SMALL) / SMALL if block.source else 0.0
            return 1.2 + 2 * AIR + source + _content(block.content, width)
        case _:
            return 0.0


def _content(content: Content, width: float) -> float:
    heads: TableRow
    rows: list[TableRow]
    match content:
        case DataTable():
            total = sum(column.width for column in content.columns)
            shares = [column.width / total for column in content.columns]
            heads = tuple((_Plain(column.title),) for column in content.columns)
            rows = [
                heads,
                *(tuple(cell.paragraphs for cell in row.cells) for row in content.rows),
            ]
            return _table(rows, shares, width)
        case Matrix():
            count = len(content.columns) + content.heading_width
            shares = [content.heading_width / count, *(1 / count for _ in content.columns)]
            heads = tuple((_Plain(title),) for title in (content.corner, *content.columns))
            rows = [heads]
            for title, cells in content.rows:
                first: Sequence[Words] = (_Plain(title),)
                rows.append([first, *(cell.paragraphs for cell in cells)])
            return _table(rows, shares, width)
        case Gantt():
            return (1 + len(content.groups) + sum(len(bars) for _, bars in content.groups)) * 1.25
        case Chart():
            return content.height * 45 + (_content(content.table, width) if content.table_shown else 0.0)
        case Panels():
            high = sum(max(chart.height for chart in content.charts[at : at + 2]) * 22
                       for at in range(0, len(content.charts), 2))  # fmt: skip
            return high + (_content(content.table, width) if content.table_shown else 0.0)


class _Plain(str):
    """Words that have no inlines of their own."""

    __slots__ = ()


Words = Inlines | _Plain
TableRow = Sequence[Sequence[Words]]


def _table(rows: Iterable[TableRow], shares: Sequence[float], width: float) -> float:
    """Return the lines of a table: each row is as high as its highest cell."""
    total = 0.0
    for row in rows:
        high = max(
            (sum(_rows(each, max(4.0, width * SMALL * share - 2.5)) for each in cell)
             for cell, share in zip(row, shares, strict=False)),
            default=0,
        )  # fmt: skip
        total += high / SMALL + CELL_AIR
    return total


def _rows(words: Words, width: float) -> int:
    text = words if isinstance(words, _Plain) else plain(words)
    return sum(max(1, ceil(len(line) / width)) for line in text.split("\n"))
