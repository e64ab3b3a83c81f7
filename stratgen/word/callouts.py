"""Callouts: paragraphs in a shaded style of their own, so that readers meet no layout table."""

from __future__ import annotations

from stratgen.document import Callout
from stratgen.word.job import Job
from stratgen.word.lists import WriteBlocks
from stratgen.word.place import Place
from stratgen.word.text import run

AROUND = 200
"""The space above and below a callout, in twips; within, the shade must not be broken by space."""


def write_callout(job: Job, callout: Callout, write: WriteBlocks) -> None:
    """Put down a callout; its paragraphs stay together on a page as far as the page allows."""
    role = f"callout-{callout.role}"
    start = len(job.body)
    if callout.title.strip():
        job.paragraph(f"{role}-title", run(callout.title), keep=True)
    write(callout.blocks, Place(role, boxed=True, keep=True))
    if start == len(job.body):
        return
    job.space(start, "before", AROUND)
    job.body[-1] = job.body[-1].replace("<w:keepNext/>", "", 1)
    job.space(-1, "after", AROUND)
