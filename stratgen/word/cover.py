"""The first page: a cover of its own, or the head of a document that starts at once."""

from __future__ import annotations

from stratgen.document import Document
from stratgen.word.job import Job
from stratgen.word.text import run


def write_cover(job: Job, document: Document) -> None:
    """Put down a cover; what follows starts a page."""
    words = job.style.words
    _line(job, "cover-client", document.client)
    _line(job, "cover-title", document.title)
    _line(job, "cover-subtitle", document.subtitle)
    label = f'<w:rStyle w:val="{job.ids["cover-label"]}"/>'
    details = (
        (words["audience"], document.audience),
        (words["date"], document.dated),
        (words["version"], document.version),
        (words["status"], document.status),
        (words["classification"], document.classification),
    )
    for name, value in details:
        if value:
            job.paragraph("cover-detail", run(f"{name}\t", label) + run(value))
    job.page_break = True


def write_head(job: Job, document: Document) -> None:
    """Put down a compact head, so that the document itself starts on the first page."""
    _line(job, "client", document.client)
    _line(job, "title", document.title)
    _line(job, "subtitle", document.subtitle)
    audience = f"{job.style.words['audience']} {document.audience}" if document.audience else ""
    facts = (audience, document.dated, edition(job, document))
    _line(job, "details", "  ·  ".join(fact for fact in facts if fact))


def edition(job: Job, document: Document) -> str:
    """Return the version as it is printed: "0.3" becomes "Version 0.3"."""
    word = job.style.words["version"]
    return f"{word} {document.version}" if document.version[:1].isdigit() else document.version


def _line(job: Job, role: str, text: str) -> None:
    if text:
        job.paragraph(role, run(text))
