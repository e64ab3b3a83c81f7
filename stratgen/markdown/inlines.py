"""Inlines into a line of Markdown: text, stress, links, notes and references."""

from __future__ import annotations

import re
from typing import assert_never

from stratgen.document import (
    Emphasis,
    Exhibit,
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
from stratgen.markdown.job import Job
from stratgen.markdown.text import escape

_CODE = re.compile(r"[^\s`|\\](?:[^\n`|\\]*[^\s`|\\])?")
"""What can stand in a code span as it is, in a table too."""


def phrase(job: Job, inlines: Inlines, in_note: bool = False, in_link: bool = False) -> str:
    """Return some inlines as Markdown, line feeds and all; ValueError if a reference points at nothing."""
    done = ""
    for place, inline in enumerate(inlines):
        following = inlines[place + 1] if place + 1 < len(inlines) else None
        done += _inline(job, inline, (done[-1:], _first(following)), in_note, in_link)
    return done


def _inline(job: Job, inline: Inline, beside: tuple[str, str], in_note: bool, in_link: bool) -> str:
    match inline:
        case Text(text=text, role=None):
            return escape(text)
        case Text(text=text, role="code"):
            return (
                f"`{text}`"
                if _CODE.fullmatch(text) and text.isprintable() and beside[0] != "`"
                else escape(text)
            )
        case Text(text=text):
            return stressed("**", "strong", escape(text), *beside)
        case Emphasis(inlines=inner):
            return stressed("*", "em", phrase(job, inner, in_note, in_link), *beside)
        case Strong(inlines=inner):
            return stressed("**", "strong", phrase(job, inner, in_note, in_link), *beside)
        case Link(inlines=inner, address=address):
            words = phrase(job, inner, in_note, True)
            safe = "" if in_link else web_address(address)
            return f"[{_one_line(words)}](<{safe}>)" if safe and words.strip() else words
        case Note(inlines=inner):
            return _note(job, inner, in_note)
        case Reference():
            return _reference(job, inline, in_link)
        case FormField():
            return phrase(job, inline.printed, in_note, in_link)
        case _:
            assert_never(inline)


def stressed(mark: str, tag: str, words: str, before: str, after: str) -> str:
    """Return `words` under stress: with stars where every reader takes them for stress, else with tags.

    Stars need a blank or nothing outside, and neither a blank nor another star at either end inside.
    """
    if not words.strip():
        return words
    edges_hold = not words[0].isspace() and not words[-1].isspace() and "*" not in words.replace("\\*", "")
    if edges_hold and "<" not in words.replace("\\<", "") and before in ("", " ", "\n", "("):
        ends_in_letter = words[-1].isalnum()
        if after in ("", " ", "\n") or (after in ".,;:)!?" and after) or (ends_in_letter and after.isalnum()):
            return f"{mark}{words}{mark}"
    return f"<{tag}>{words}</{tag}>"


def _first(inline: Inline | None) -> str:
    """Return the first letter of an inline: "" at the end of the line, "*" where it cannot be known."""
    if inline is None:
        return ""
    return inline.text[:1] or "*" if isinstance(inline, Text) and inline.role is None else "*"


def _one_line(words: str) -> str:
    return " ".join(words.split("\n"))


def _note(job: Job, inlines: Inlines, in_note: bool) -> str:
    """Return the mark of a note and keep its text for the end; a note within a note stands in brackets."""
    if in_note:
        return f" ({phrase(job, inlines, True)})"
    job.notes.append("")
    number = len(job.notes)
    job.notes[number - 1] = _one_line(phrase(job, inlines, True))
    return f"[^{number}]"


def _reference(job: Job, reference: Reference, in_link: bool) -> str:
    """Return the words of a reference; one to a heading leads there, as readers of Markdown name it."""
    target = job.targets.get(reference.key)
    if target is None:
        raise ValueError(f"a reference points at {reference.key!r}, but no heading or exhibit has that key")
    match target:
        case Heading():
            words = escape(reference.text or plain(target.inlines))
            anchor = job.anchors[reference.key]
            return words if in_link or not anchor or not words.strip() else f"[{_one_line(words)}](#{anchor})"
        case Exhibit():
            return escape(reference.text or target.caption)
        case _:
            assert_never(target)
