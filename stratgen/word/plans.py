"""Plans over time: periods as columns, bars as shaded cells with a word in the first."""

from __future__ import annotations

from stratgen.document import Align, Bar, Cell, Gantt, Text
from stratgen.word.columns import column_widths
from stratgen.word.job import Job
from stratgen.word.tables import EMPTY, body_row, cell_xml, group_row, head_row, table_xml, word_widths

NAMES = 0.3
"""The share of the width that the names of the bars take, at least two periods' worth."""


def write_plan(job: Job, plan: Gantt, caption: str, description: str) -> None:
    """Put down a plan; ValueError if a bar lies outside its periods."""
    count = len(plan.periods)
    lines = [(bar, _cells(bar, count, caption)) for _, bars in plan.groups for bar in bars]
    titles = [job.style.words["activity"], *plan.periods]
    share = max(2.0, count * NAMES / (1 - NAMES))
    widths = column_widths(
        [share, *[1.0] * count],
        word_widths(titles, (cells for _, cells in lines), job.breadth),
        job.width,
    )
    aligns: list[Align] = ["start", *["centre"] * count]  # type: ignore[list-item]
    rows = [head_row(job, titles, widths, aligns)]
    place = iter(lines)
    for name, bars in plan.groups:
        if name:
            rows.append(group_row(job, Cell(((Text(name),),)), widths))
        for _ in bars:
            _, cells = next(place)
            rows.append(
                body_row(
                    [
                        cell_xml(job, cell, size, vertical="center")
                        for cell, size in zip(cells, widths, strict=True)
                    ]
                )
            )
    job.table(table_xml(job, "plan", widths, rows, caption, description))


def _cells(bar: Bar, count: int, caption: str) -> list[Cell]:
    """Return the cells of one line; the cells after the first of a bar are shaded and empty."""
    if not 0 <= bar.start <= bar.end < count:
        raise ValueError(f"the bar {bar.title!r} lies outside the {count} periods of {caption!r}")
    cells = [Cell(((Text(bar.title),),)), *[EMPTY] * count]
    for index in range(bar.start, bar.end + 1):
        word = bar.word if index == bar.start else ""
        cells[index + 1] = Cell(((Text(word),),), bar.tone)
    return cells
