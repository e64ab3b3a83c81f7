"""Exhibits: caption above, content, and the source below."""

from __future__ import annotations

from typing import assert_never

from stratgen.document import Chart, DataTable, Exhibit, Gantt, Matrix, Panels
from stratgen.word.charts import write_chart, write_panels
from stratgen.word.inlines import runs
from stratgen.word.job import Job, target_name
from stratgen.word.matrices import write_matrix
from stratgen.word.plans import write_plan
from stratgen.word.tables import hold_last_row, hold_together, write_data_table
from stratgen.word.text import field, run


def write_exhibit(job: Job, exhibit: Exhibit) -> None:
    """Put down an exhibit; Word counts its number in a field that carries the tree's as its result."""
    start = len(job.body)
    job.paragraph("caption", _caption(job, exhibit))
    usual = job.fine
    job.set_type(usual or exhibit.looked_up)
    match exhibit.content:
        case DataTable():
            write_data_table(job, exhibit.content, exhibit.caption, exhibit.description)
        case Matrix():
            write_matrix(job, exhibit.content, exhibit.caption, exhibit.description)
        case Gantt():
            write_plan(job, exhibit.content, exhibit.caption, exhibit.description)
        case Chart():
            write_chart(job, exhibit.content, exhibit.caption, exhibit.description)
        case Panels():
            write_panels(job, exhibit.content, exhibit.caption, exhibit.description)
        case _:
            assert_never(exhibit.content)
    job.set_type(usual)
    if exhibit.whole:
        hold_together(job, start)
    if source := runs(job, exhibit.source):
        hold_last_row(job)
        job.paragraph("source", source)


def _caption(job: Job, exhibit: Exhibit) -> str:
    if exhibit.number is None:
        return run(exhibit.caption)
    name = job.next_mark()
    job.exhibits.append((exhibit, name))
    job.sequences[exhibit.kind] = job.sequences.get(exhibit.kind, 0) + 1
    code = f"SEQ {exhibit.kind} \\* ARABIC"
    if job.sequences[exhibit.kind] != exhibit.number:
        job.sequences[exhibit.kind] = exhibit.number
        code += f" \\r {exhibit.number}"
    dress = f'<w:rStyle w:val="{job.ids["caption-number"]}"/>'
    label = run(f"{exhibit.kind} ", dress) + field(code, str(exhibit.number), dress)
    if exhibit.key:
        label = job.bookmark(target_name(exhibit.key), label)
    return job.bookmark(name, label + run(": ", dress) + run(exhibit.caption))
