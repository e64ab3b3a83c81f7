"""Field tables: names and values in two columns, where the first column heads the rows."""

from __future__ import annotations

from stratgen.document import Cell, FieldTable
from stratgen.document.inlines import plain
from stratgen.word.job import Job
from stratgen.word.tables import body_row, cell_xml, table_xml

LABELS = 0.28
"""The share of the width that the names take."""


def write_field_table(job: Job, table: FieldTable) -> None:
    """Put down names and values; a table without rows is left out."""
    if not table.rows:
        return
    # Without words of its own, the table is described by the names that it lists.
    description = table.description or ", ".join(plain(label) for label, _ in table.rows)
    first = int(job.width * LABELS)
    widths = [first, job.width - first]
    rows: list[str] = []
    for label, values in table.rows:
        start = cell_xml(job, Cell((label,)), widths[0], role="field-label")
        if job.page_break and not rows:
            # A table cannot start a page in Word; the first paragraph in it can.
            start = start.replace("</w:pPr>", "<w:pageBreakBefore/></w:pPr>", 1)
            job.page_break = False
        rows.append(body_row([start, cell_xml(job, Cell(values), widths[1])]))
    job.table(table_xml(job, "fields", widths, rows, description, description, header=False))
