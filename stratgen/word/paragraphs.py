"""Paragraphs of running text."""

from __future__ import annotations

from stratgen.document import Paragraph
from stratgen.word.inlines import runs
from stratgen.word.job import Job
from stratgen.word.place import Place


def write_paragraph(job: Job, paragraph: Paragraph, place: Place) -> None:
    """Put down a paragraph; one without words is left out, since spacing is the styles' business."""
    content = runs(job, paragraph.inlines)
    if not content:
        return
    role = paragraph.role if paragraph.role and not place.boxed else place.paragraph
    job.paragraph(role, content, keep=place.keep or paragraph.role == "label")
