"""Matrices: a grid of shaded cells; the word in each cell says what its shade says."""

from __future__ import annotations

from stratgen.document import Align, Cell, Matrix, Text
from stratgen.document.inlines import plain
from stratgen.word.columns import column_widths
from stratgen.word.job import Job
from stratgen.word.tables import body_row, cell_xml, head_row, table_xml, word_widths

SHORT = 24
"""Cells of at most this many characters are centred; text that wraps reads better from the left."""


def write_matrix(job: Job, matrix: Matrix, caption: str, description: str) -> None:
    """Put down a grid between two sets of names; ValueError if a row does not fill it."""
    count = len(matrix.columns)
    if any(len(cells) != count for _, cells in matrix.rows):
        raise ValueError(f"a row does not fill the {count} columns of the grid {caption!r}")
    titles = [matrix.corner, *matrix.columns]
    named = [(Cell(((Text(title),),)), *cells) for title, cells in matrix.rows]
    words = word_widths(titles, named, job.breadth)
    widths = column_widths([matrix.heading_width, *[1.0] * count], words, job.width)
    align: Align = "centre" if all(_is_short(cell) for _, cells in matrix.rows for cell in cells) else "start"
    aligns: list[Align] = ["start", *[align] * count]
    rows = [head_row(job, titles, widths, aligns)]
    for first, *cells in named:
        rows.append(
            body_row(
                [
                    cell_xml(job, first, widths[0], role="field-label", vertical="center"),
                    *(
                        cell_xml(job, cell, size, align, vertical="center")
                        for cell, size in zip(cells, widths[1:], strict=True)
                    ),
                ]
            )
        )
    job.table(table_xml(job, "matrix", widths, rows, caption, description))


def _is_short(cell: Cell) -> bool:
    return (
        len(cell.paragraphs) <= 1
        and not cell.bullets
        and all(len(plain(p)) <= SHORT for p in cell.paragraphs)
    )
