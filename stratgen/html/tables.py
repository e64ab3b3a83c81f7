"""Tables: named columns and rows, a caption, and a way to be read on a telephone.

Tables of prose become cards on a narrow page, so their parts carry their roles as attributes too, since a
browser forgets them once they are laid out as blocks. Grids and numbers keep their shape and scroll.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stratgen.document import Align, Bar, Cell, DataTable, Gantt, Inlines, Matrix, Row, Text
from stratgen.document.inlines import plain
from stratgen.html.inlines import phrase
from stratgen.html.job import Job
from stratgen.html.text import attribute, escape

PROSE = 28
"""A column with a cell of more characters than this holds prose."""
FEW = 3
"""So many columns fit on a telephone."""
SHORT = 24
"""Cells of a grid are centred while all have at most this many characters."""

_ALIGN: dict[Align, str] = {"start": "", "centre": "c", "end": "n"}


def data_table(job: Job, table: DataTable, caption: str, described: str = "") -> str:
    """Return records under named columns; `caption` is the inside of the caption, `described` an id.

    ValueError if a row does not fill every column.
    """
    titles = [column.title for column in table.columns]
    for row in table.rows:
        if len(row.cells) != len(titles) and row.role != "group":
            raise ValueError(f"a row of {len(row.cells)} cells in a table of {len(titles)} columns")
    aligns = [_ALIGN[column.align] for column in table.columns]
    total = sum(column.width for column in table.columns) or 1
    widths = [f"{100 * column.width / total:.4g}%" for column in table.columns]
    groups: list[list[str]] = [[]]
    for row in table.rows:
        if row.role == "group" and groups[-1]:
            groups.append([])
        groups[-1].append(
            _group(job, row, len(titles)) if row.role == "group" else _row(job, row, titles, aligns)
        )
    return _table("cards" if _is_prose(table) else "grid", caption, described,
                  _head(titles, aligns, widths), ["".join(rows) for rows in groups])  # fmt: skip


def matrix(job: Job, grid: Matrix, caption: str, described: str = "") -> str:
    """Return a grid of shaded cells; ValueError if a row does not fill it."""
    titles = [grid.corner, *grid.columns]
    short = all(len(plain(p)) <= SHORT for _, cells in grid.rows for cell in cells for p in cell.paragraphs)
    aligns = ["", *["c" if short else ""] * len(grid.columns)]
    total = grid.heading_width + len(grid.columns)
    widths = [f"{100 * share / total:.4g}%" for share in (grid.heading_width, *[1.0] * len(grid.columns))]
    rows = []
    for title, cells in grid.rows:
        if len(cells) != len(grid.columns):
            raise ValueError(f"a row of {len(cells)} cells in a grid of {len(grid.columns)} columns")
        row = Row((Cell(((Text(title),),)), *cells))
        rows.append(_row(job, row, titles, aligns))
    kind = "matrix" if short else "matrix cards"
    return _table(kind, caption, described, _head(titles, aligns, widths), ["".join(rows)])


def plan(job: Job, gantt: Gantt, caption: str, described: str = "") -> str:
    """Return a plan over periods, each bar one cell with its word; ValueError if a bar lies outside."""
    count = len(gantt.periods)
    titles = [job.look.words.activity, *gantt.periods]
    groups = []
    for name, bars in gantt.groups:
        head = _group(job, Row((Cell(((Text(name),),)),)), count + 1) if name else ""
        groups.append(head + "".join(_bar(bar, count) for bar in bars))
    return _table("plan", caption, described, _head(titles, ["", *["c"] * count], []), groups)


def _bar(bar: Bar, count: int) -> str:
    if not 0 <= bar.start <= bar.end < count:
        raise ValueError(f"the bar {bar.title!r} lies outside the {count} periods of its plan")
    before, after = "<td></td>" * bar.start, "<td></td>" * (count - 1 - bar.end)
    filled = f'<td class="bar tone-{bar.tone}" colspan="{bar.end - bar.start + 1}"><span>{escape(bar.word)}</span></td>'
    return f'<tr><th scope="row">{escape(bar.title)}</th>{before}{filled}{after}</tr>'


def _table(kind: str, caption: str, described: str, head: str, bodies: Sequence[str]) -> str:
    cards = "cards" in kind
    role = ' role="table"' if cards else ""
    words = f' aria-describedby="{described}"' if described else ""
    group = ' role="rowgroup"' if cards else ""
    body = "".join(f"<tbody{group}>{rows}</tbody>" for rows in bodies if rows)
    scroll = '<div class="scroll">' if cards else '<div class="scroll" tabindex="0">'
    return (
        f'{scroll}<table class="{kind}"{role}{words}><caption><span>{caption}</span></caption>'
        f"<thead{group}>{head}</thead>{body}</table></div>"
    )


def _head(titles: Sequence[str], aligns: Sequence[str], widths: Sequence[str]) -> str:
    """Return the row of column names; a column without a name has no header cell, since an empty one
    would be read out as one."""
    cells = []
    for place, (title, align) in enumerate(zip(titles, aligns, strict=True)):
        dress = f' class="{align}"' if align else ""
        if widths:
            dress += f' style="width:{widths[place]}"'
        cells.append(
            f'<th scope="col" role="columnheader"{dress}>{escape(title)}</th>' if title.strip()
            else f'<td role="cell"{dress}>{escape(title)}</td>'
        )  # fmt: skip
    return f'<tr role="row">{"".join(cells)}</tr>'


def _group(job: Job, row: Row, count: int) -> str:
    words = " ".join(_inside(job, cell) for cell in row.cells)
    if not words.strip():
        return ""
    return f'<tr class="group" role="row"><th scope="rowgroup" role="rowheader" colspan="{count}">{words}</th></tr>'


def _row(job: Job, row: Row, titles: Sequence[str], aligns: Sequence[str]) -> str:
    cells = []
    for place, (cell, title, align) in enumerate(zip(row.cells, titles, aligns, strict=True)):
        inside = _inside(job, cell)
        classes = " ".join(name for name in (align, f"tone-{cell.tone}" if cell.tone else "") if name)
        dress = f' class="{classes}"' if classes else ""
        if place == 0 and inside.strip():
            cells.append(f'<th scope="row" role="rowheader"{dress}>{inside}</th>')
            continue
        label = f' data-label="{attribute(title)}"' if title.strip() and inside.strip() else ""
        cells.append(f'<td role="cell"{dress}{label}>{inside}</td>')
    kind = f' class="{row.role}"' if row.role else ""
    return f'<tr{kind} role="row">{"".join(cells)}</tr>'


def _inside(job: Job, cell: Cell) -> str:
    return "".join(paragraphs(job, cell.paragraphs, cell.bullets))


def paragraphs(job: Job, words: Sequence[Inlines], bullets: bool = False) -> Iterator[str]:
    """Yield the paragraphs of a cell or field; a single one needs no element of its own."""
    lines = [phrase(job, each) for each in words]
    if bullets and lines:
        yield "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"
    elif len(lines) == 1:
        yield lines[0]
    else:
        yield from (f"<p>{line}</p>" for line in lines if line)


def _is_prose(table: DataTable) -> bool:
    """Whether a table is for reading rather than for comparing numbers."""
    if len(table.columns) < 3:
        return False
    return any(
        len(plain(paragraph)) > PROSE
        for row in table.rows
        if row.role is None
        for cell in row.cells[1:]
        for paragraph in cell.paragraphs
    )
