"""Inlines into phrases: text, stress, links, notes and references."""

from __future__ import annotations

from typing import assert_never

from stratgen.document import (
    Emphasis,
    FormField,
    Heading,
    Inline,
    Inlines,
    Link,
    Note,
    Reference,
    Strong,
    Text,
)
from stratgen.document.addresses import web_address
from stratgen.document.inlines import plain
from stratgen.html.job import Job, target_id
from stratgen.html.text import attribute, escape


def phrase(job: Job, inlines: Inlines, in_note: bool = False, in_link: bool = False) -> str:
    """Return some inlines as HTML; ValueError if a reference points at nothing."""
    return "".join([_inline(job, inline, in_note, in_link) for inline in inlines])


def _inline(job: Job, inline: Inline, in_note: bool, in_link: bool) -> str:
    match inline:
        case Text():
            return _text(job, inline)
        case Emphasis(inlines=inner):
            return f"<em>{phrase(job, inner, in_note, in_link)}</em>"
        case Strong(inlines=inner):
            return f"<strong>{phrase(job, inner, in_note, in_link)}</strong>"
        case Link(inlines=inner, address=address):
            words = phrase(job, inner, in_note, True)
            safe = "" if in_link else web_address(address)
            return f'<a href="{attribute(safe)}" rel="noopener noreferrer">{words}</a>' if safe else words
        case Note(inlines=inner):
            return _note(job, inner, in_note)
        case Reference():
            return _reference(job, inline, in_link)
        case FormField():
            return phrase(job, inline.printed, in_note, in_link)
        case _:
            assert_never(inline)


def _text(job: Job, text: Text) -> str:
    match text.role:
        case None:
            return escape(text.text)
        case "code":
            return f"<code>{escape(text.text)}</code>"
        case "open-point":
            job.holes.append(text.text)
            return f'<mark id="_open-{len(job.holes)}">{escape(text.text)}</mark>'
        case _:
            assert_never(text.role)


def _note(job: Job, inlines: Inlines, in_note: bool) -> str:
    """Return the mark of a note and keep its text for the end; a note within a note stands in brackets."""
    if in_note:
        return f" ({phrase(job, inlines, True)})"
    job.notes.append("")
    number = len(job.notes)
    job.notes[number - 1] = phrase(job, inlines, True)
    return f'<sup class="note"><a id="_mark-{number}" href="#_note-{number}" role="doc-noteref">{number}</a></sup>'


def _reference(job: Job, reference: Reference, in_link: bool) -> str:
    target = job.targets.get(reference.key)
    if target is None:
        raise ValueError(f"a reference points at {reference.key!r}, but no heading or exhibit has that key")
    text = reference.text or (plain(target.inlines) if isinstance(target, Heading) else target.caption)
    if in_link:
        return escape(text)
    return f'<a class="ref" href="#{attribute(target_id(reference.key))}">{escape(text)}</a>'
