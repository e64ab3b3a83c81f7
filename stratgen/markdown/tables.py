"""Exhibits as pipe tables: grids, plans and the numbers of charts too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from stratgen.document import Align, Cell, Chart, Content, DataTable, Gantt, Matrix, Panels, Row
from stratgen.markdown.inlines import phrase, stressed
from stratgen.markdown.job import Job
from stratgen.markdown.text import escape

_RULES: dict[Align, str] = {"start": "---", "centre": ":---:", "end": "---:"}


def table(job: Job, content: Content) -> list[str]:
    """Return the lines of an exhibit's content; ValueError if a row does not fill its table."""
    match content:
        case DataTable():
            return _records(job, content)
        case Matrix():
            return _grid(job, content)
        case Gantt():
            return _plan(content)
        case Chart() | Panels():
            return _records(job, content.table)
        case _:
            assert_never(content)


def _records(job: Job, records: DataTable) -> list[str]:
    count = len(records.columns)
    lines = _head([column.title for column in records.columns], [column.align for column in records.columns])
    for row in records.rows:
        cells = [_cell(job, cell, row) for cell in row.cells]
        if row.role == "group":
            cells = [*cells, *[""] * (count - len(cells))]
        lines.append(_row(cells, count))
    return lines


def _grid(job: Job, grid: Matrix) -> list[str]:
    count = len(grid.columns) + 1
    lines = _head([grid.corner, *grid.columns], ["start"] * count)
    for title, cells in grid.rows:
        lines.append(_row([_flat(escape(title)), *(_cell(job, cell) for cell in cells)], count))
    return lines


def _plan(plan: Gantt) -> list[str]:
    """Return a plan with the word of a bar in each of its periods."""
    count = len(plan.periods)
    lines = _head(["", *plan.periods], ["start", *["centre"] * count])  # type: ignore[list-item]
    for name, bars in plan.groups:
        if name:
            lines.append(
                _row([stressed("**", "strong", _flat(escape(name)), "", ""), *[""] * count], count + 1)
            )
        for bar in bars:
            if not 0 <= bar.start <= bar.end < count:
                raise ValueError(f"the bar {bar.title!r} lies outside the {count} periods of its plan")
            words = [
                _flat(escape(bar.word)) if bar.start <= place <= bar.end else "" for place in range(count)
            ]
            lines.append(_row([_flat(escape(bar.title)), *words], count + 1))
    return lines


def _head(titles: Sequence[str], aligns: Sequence[Align]) -> list[str]:
    return [_row([_flat(escape(title)) for title in titles], len(titles)),
            _row([_RULES[align] for align in aligns], len(titles))]  # fmt: skip


def _row(cells: Sequence[str], count: int) -> str:
    if len(cells) != count:
        raise ValueError(f"a row of {len(cells)} cells in a table of {count} columns")
    return f"| {' | '.join(cells)} |"


def _cell(job: Job, cell: Cell, row: Row | None = None) -> str:
    """Return a cell on one line, its paragraphs under each other; sums and heads of groups stand out."""
    lines = [_flat(phrase(job, paragraph)) for paragraph in cell.paragraphs]
    if row and row.role:
        lines = [stressed("**", "strong", each, "", "") if each else "" for each in lines]
    mark = "• " if cell.bullets else ""
    return "<br>".join(mark + each for each in lines if each)


def _flat(words: str) -> str:
    return "<br>".join(line.strip(" ") for line in words.split("\n")).strip()
