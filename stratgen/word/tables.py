"""Tables: fixed widths, a header row that repeats, rows that stay whole, and no merged cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from stratgen.document import Align, Cell, DataTable, Inlines, Row, Text
from stratgen.document.inlines import plain
from stratgen.word.columns import LOOKED_AT, column_widths, floors_of, shortened
from stratgen.word.inlines import PLAIN, Dress, runs
from stratgen.word.job import Job
from stratgen.word.style import Fill
from stratgen.word.text import attribute, run
from stratgen.word.widths import longest_word, width

CELL_SIZE = 9.0
"""The type size that column widths are reckoned with, in points."""
AVERAGE = 92.0
"""How wide a letter of running text is at that size on average, in twips, with room for a line's ragged end."""
PADDING, CLOSE = 200, 150
"""What a cell adds to the width of its words, in twips; the second where cells are set closer."""
SHORT = 4
"""Tables of at most this many rows stay whole on a page."""
TOGETHER = 3
"""Of longer ones so many rows stay together at either end, the head counted; of names and values, two."""
MANY = 8
"""From this many columns on the cells are set closer."""

LONGEST_BLOCK = 5
"""Up to this many rows a control block or definition list stays whole on a page."""

_ALIGN: dict[Align, str] = {
    "start": "", "centre": '<w:jc w:val="center"/>', "end": '<w:jc w:val="right"/>',
}  # fmt: skip
_TOTAL = '<w:tcBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="{0}" w:themeColor="accent1"/></w:tcBorders>'

_OPEN = '<w:tcBorders><w:left w:val="nil"/><w:right w:val="nil"/></w:tcBorders>'
_STYLED = re.compile(r'<w:pStyle w:val="[^"]*"/>')
_FREE = re.compile(rf"{_STYLED.pattern}(?!<w:keepNext/>)")
_HELD = r"\g<0><w:keepNext/>"

EMPTY = Cell(((Text(""),),))


def write_data_table(job: Job, table: DataTable, caption: str, description: str) -> None:
    """Put down records under named columns; ValueError if a row does not fill every column."""
    count = len(table.columns)
    for row in table.rows:
        if len(row.cells) != count and row.role != "group":
            raise ValueError(f"a row of {len(row.cells)} cells in a table of {count} columns: {caption!r}")
    titles = [column.title for column in table.columns]
    words = word_widths(titles, (row.cells for row in table.rows if row.role != "group"), job.breadth)
    widths = column_widths([column.width for column in table.columns], words, job.width)
    lengths = [[[_length(title)] for title in titles]]
    lengths += [
        [[_length(_words(inlines)) for inlines in each.paragraphs] for each in row.cells]
        for row in table.rows[:LOOKED_AT] if row.role != "group"
    ]  # fmt: skip
    widths = shortened(widths, floors_of(words, job.width), lengths, padding_of(count))
    aligns = [column.align for column in table.columns]
    rows = [head_row(job, titles, widths, aligns)]
    rows += [_row(job, row, widths, aligns) for row in table.rows]
    job.table(table_xml(job, "table", widths, rows, caption, description))


def table_xml(
    job: Job,
    role: str,
    widths: Sequence[int],
    rows: Sequence[str],
    caption: str,
    description: str,
    header: bool = True,
) -> str:
    """Return a table; `caption` and `description` are its words for those who cannot see it."""
    last = len(rows) - 1
    whole = len(rows) <= (LONGEST_BLOCK if role == "fields" else SHORT + 1)
    edge = 2 if role == "fields" else TOGETHER
    rows = [
        _STYLED.sub(_HELD, row) if index < last and (whole or index < edge or index > last - edge) else row
        for index, row in enumerate(rows)
    ]
    grid = "".join([f'<w:gridCol w:w="{size}"/>' for size in widths])
    close = (
        '<w:tblCellMar><w:left w:w="50" w:type="dxa"/><w:right w:w="50" w:type="dxa"/></w:tblCellMar>'
        if len(widths) >= MANY
        else ""
    )
    look = f'w:val="{"04A0" if header else "0480"}" w:firstRow="{int(header)}" w:lastRow="0"'
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{job.ids[role]}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{close}'
        f'<w:tblLook {look} w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{attribute(caption)}"/>'
        f'<w:tblDescription w:val="{attribute(description or caption)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def hold_together(job: Job, start: int) -> None:
    """Keep all that was put down from a place on on the page of what follows it, up to the last of it."""
    for at in range(start, len(job.body)):
        held = _FREE.sub(_HELD, job.body[at])
        if at == len(job.body) - 1:
            before, mark, row = job.body[at].rpartition("<w:tr>")
            held = _FREE.sub(_HELD, before) + mark + row if mark else job.body[at]
        job.body[at] = held


def hold_last(job: Job) -> None:
    """Keep the paragraph that was just put down on the page of what follows it."""
    if job.body:
        job.body[-1] = _FREE.sub(_HELD, job.body[-1], count=1)


def hold_last_row(job: Job) -> None:
    """Keep the last row of the table (or the chart) that was just put down on the page of what follows it."""
    if not job.after_table:
        hold_last(job)
        return
    before, mark, row = job.body[-1].rpartition("<w:tr>")
    job.body[-1] = before + mark + _STYLED.sub(_HELD, row)


def head_row(job: Job, titles: Sequence[str], widths: Sequence[int], aligns: Sequence[Align]) -> str:
    """Return the row of column names that repeats on every page."""
    cells = [
        f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/><w:vAlign w:val="bottom"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{job.ids["cell-head"]}"/>{_ALIGN[align]}</w:pPr>{run(title)}</w:p></w:tc>'
        for title, size, align in zip(titles, widths, aligns, strict=True)
    ]
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def body_row(cells: Iterable[str]) -> str:
    """Return a row that a page break does not cut."""
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def cell_xml(
    job: Job,
    cell: Cell,
    size: int,
    align: Align = "start",
    *,
    role: str = "cell",
    borders: str = "",
    fill: Fill | None = None,
    vertical: Literal["", "center"] = "",
) -> str:
    """Return a cell of `size` twips; the shade of its tone wins over `fill`."""
    if cell.tone:
        fill = job.style.fills[cell.tone]
    if fill and fill.reversed:
        role = "cell-reversed"
    elif cell.bullets:
        role = "cell-bullet"
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill.colour}"/>' if fill else ""
    middle = f'<w:vAlign w:val="{vertical}"/>' if vertical else ""
    head = f'<w:p><w:pPr><w:pStyle w:val="{job.ids[role]}"/>{_ALIGN[align]}</w:pPr>'
    dress = Dress(on_dark=True) if role == "cell-reversed" else PLAIN
    paragraphs = [f"{head}{runs(job, inlines, dress)}</w:p>" for inlines in cell.paragraphs] or [
        head + "</w:p>"
    ]
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{size}" w:type="dxa"/>{borders}{shade}{middle}</w:tcPr>'
        f"{''.join(paragraphs)}</w:tc>"
    )


def word_widths(titles: Sequence[str], rows: Iterable[Sequence[Cell]], breadth: float = 1.0) -> list[float]:
    """Return the room that the longest word of each column takes, in twips, padding included.

    `breadth` is how wide the house's words run beside ours.
    """
    longest = [longest_word(title) for title in titles]
    for cells in rows:
        for index, cell in enumerate(cells):
            for inlines in cell.paragraphs:
                text = _words(inlines)
                # A text that is shorter than the longest word so far cannot hold a longer one.
                if len(text) >= len(longest[index]) <= len(word := longest_word(text)):
                    longest[index] = max(longest[index], word, key=_breadth)
    padding = padding_of(len(titles))
    heads = [_widest(title) for title in titles]
    return [
        max(width(word, CELL_SIZE), head) * breadth + padding if word else 0.0
        for word, head in zip(longest, heads, strict=True)
    ]


def _breadth(word: str) -> tuple[int, float]:
    """Return by what the longest word is found: its letters, and among words of as many its width."""
    return len(word), width(word, CELL_SIZE)


def _widest(title: str) -> float:
    """Return the room of the widest word of a title in twips: not always the one of most letters."""
    return max((width(word, CELL_SIZE) for word in title.split()), default=0.0)


def padding_of(columns: int) -> int:
    """Return what a cell adds to the width of its words in a table of so many columns, in twips."""
    return CLOSE if columns >= MANY else PADDING


def _length(text: str) -> float:
    """Return about how wide a text is on one line, in twips: quicker than to measure it."""
    return len(text) * AVERAGE


def _words(inlines: Inlines) -> str:
    if len(inlines) == 1 and isinstance(only := inlines[0], Text):
        return only.text
    return plain(inlines)


def _row(job: Job, row: Row, widths: Sequence[int], aligns: Sequence[Align]) -> str:
    match row.role:
        case "group":
            return group_row(job, row.cells[0] if row.cells else EMPTY, widths, row.cells[1:])
        case "total":
            borders = _TOTAL.format(job.style.colours["accent1"])
            return body_row(
                cell_xml(job, cell, size, align, role="cell-total", borders=borders)
                for cell, size, align in zip(row.cells, widths, aligns, strict=True)
            )
        case None:
            return body_row(
                [
                    cell_xml(job, cell, size, align)
                    for cell, size, align in zip(row.cells, widths, aligns, strict=True)
                ]
            )


def group_row(job: Job, first: Cell, widths: Sequence[int], others: Sequence[Cell] = ()) -> str:
    """Return a tinted row, without upright rules, whose first cell names the rows below it."""
    fill = Fill(job.style.colours["lt2"], False)
    cells = [first, *others, *[EMPTY] * len(widths)][: len(widths)]
    return body_row(
        cell_xml(job, cell, size, role="cell-group", borders=_OPEN, fill=fill)
        for cell, size in zip(cells, widths, strict=True)
    )
