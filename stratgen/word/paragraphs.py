"""Paragraphs of running text."""

from __future__ import annotations

from stratgen.document import Inlines, Paragraph, Text
from stratgen.word.inlines import runs
from stratgen.word.job import Job
from stratgen.word.place import Place


def write_paragraph(job: Job, paragraph: Paragraph, place: Place) -> None:
    """Put down a paragraph; one without words is left out, since spacing is the styles' business."""
    if is_blank(paragraph.inlines):
        return
    role = paragraph.role if paragraph.role and not place.boxed else place.paragraph
    job.paragraph(role, runs(job, paragraph.inlines), keep=place.keep or paragraph.role == "label")


def is_blank(inlines: Inlines) -> bool:
    """Whether nobody would see anything of some inlines."""
    return all(isinstance(inline, Text) and not inline.text.strip() for inline in inlines)
