"""A whole document as one page that needs nothing else: no script, no request, no file beside it."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from stratgen.document import Document
from stratgen.html import palette
from stratgen.html.blocks import write_blocks
from stratgen.html.job import Entry, Job
from stratgen.html.look import Look
from stratgen.html.text import attribute, escape

DEEPEST = 2
"""The deepest level of heading that the contents list."""
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
"""What a page that stands alone may load: nothing but what it carries."""

_PAPERS = {"A4": "210mm 297mm", "Letter": "8.5in 11in"}


@dataclass(frozen=True, slots=True)
class Live:
    """What a page gets on top while it is served: addresses of a style and a script on the same host, and
    the address and words of the way back to the list of all documents."""

    style: str
    script: str
    home: str
    home_words: str


def write(document: Document, look: Look, live: Live | None = None) -> bytes:
    """Return the document as an HTML file in UTF-8; the same document and look give the same bytes.

    Raise ValueError if the tree is broken: a reference to nothing, a row that does not fill its table.
    """
    job = Job(document, look)
    text = write_blocks(job, document.blocks)
    words = look.words
    body = (
        f'<a class="skip" href="#_text">{escape(words.skip)}</a>{_bar(job, live)}{_head(job)}'
        f'<div class="page">{_contents(job)}<main id="_text" tabindex="-1">{text}{_notes(job)}</main></div>'
        f'<footer class="foot"><p>{_foot(document, words.version)}</p>{_fixed(look)}</footer>'
    )
    title = f"{document.title} – {document.client}" if document.client else document.title
    meta = {
        "author": document.author,
        "description": document.subtitle,
        "keywords": ", ".join(document.keywords),
    }
    return page(title, document.language, body, look, live, meta | dict(document.properties), document.paper)


def page(
    title: str,
    language: str,
    body: str,
    look: Look,
    live: Live | None,
    meta: Mapping[str, str],
    paper: str = "A4",
) -> bytes:
    """Return a page around a body that is HTML already."""
    tag = re.sub(r"[^A-Za-z0-9-]", "", language) or "en-GB"
    facts = "".join(
        f'<meta name="{attribute(name)}" content="{attribute(value)}">'
        for name, value in meta.items()
        if value
    )
    policy = "" if live else f'<meta http-equiv="Content-Security-Policy" content="{attribute(POLICY)}">'
    extra = (
        f'<link rel="stylesheet" href="{attribute(live.style)}"><script src="{attribute(live.script)}" defer></script>'
        if live
        else ""
    )
    size = f"@page{{size:{_PAPERS.get(paper, _PAPERS['A4'])};margin:20mm 18mm}}"
    return (
        f'<!DOCTYPE html>\n<html lang="{tag}"><head><meta charset="utf-8">{policy}'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="color-scheme" content="light dark"><title>{attribute(title)}</title>{facts}'
        f"<style>{style(look)}{size}</style>{extra}</head><body>{body}</body></html>\n"
    ).encode()


def style(look: Look) -> str:
    """Return the style sheet: the colours of a light and a dark page, the fonts, and the rules."""
    fonts = f"--heading-font:{_font(look.heading_font)};--body-font:{_font(look.body_font)};color-scheme:light dark;"
    light, dark = (_variables(colours) for colours in (palette.light(look), palette.dark(look)))
    night = f"@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
    return f":root{{{fonts}{light}}}{night}\n{_rules()}"


def _variables(colours: Mapping[str, str]) -> str:
    return "".join(f"--{name}:#{colour};" for name, colour in colours.items())


def _font(name: str) -> str:
    """Return the stack of a font: by its name where the reader has it, else what comes near."""
    safe = re.sub(r"[^\w .-]", "", name).strip()
    twin = ",Carlito" if safe == "Calibri" else ""
    return (f'"{safe}"{twin},' if safe else "") + 'system-ui,"Segoe UI",Roboto,"Helvetica Neue",sans-serif'


@lru_cache(maxsize=1)
def _rules() -> str:
    text = Path(__file__).with_name("page.css").read_text("utf-8")
    return re.sub(r"/\*.*?\*/\s*|\n\s*", "\n", text, flags=re.DOTALL).replace("\n\n", "\n").strip() + "\n"


def _head(job: Job) -> str:
    """Return the head of a page: who it is for, what it is called, when and in what state it was made."""
    document, look, words = job.document, job.look, job.look.words
    logo = ""
    if look.logo:
        data = base64.b64encode(look.logo.content).decode()
        logo = (
            f'<img class="logo" alt="{attribute(document.client)}" style="height:{look.logo.height:.0f}pt"'
            f' src="data:image/{look.logo.kind};base64,{data}">'
        )
    facts = (
        (words.audience, document.audience), (words.date, document.dated), (words.version, document.version),
        (words.status, document.status), (words.classification, document.classification),
    )  # fmt: skip
    rows = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in facts if value
    )
    return (
        f'<header class="head{" cover" if document.cover else ""}"><div>{logo}'
        f"{_line('client', document.client)}<h1>{escape(document.title)}</h1>"
        f'{_line("subtitle", document.subtitle)}<dl class="facts">{rows}</dl></div></header>'
    )


def _fixed(look: Look) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in look.lines)


def _line(name: str, text: str) -> str:
    return f'<p class="{name}">{escape(text)}</p>' if text else ""


def _contents(job: Job) -> str:
    listed = [entry for entry in job.entries if entry.level <= DEEPEST]
    if not listed:
        return ""
    printed = " printed" if job.document.contents else ""
    return (
        f'<nav class="contents{printed}" aria-labelledby="_contents">'
        f'<h2 id="_contents">{escape(job.look.words.contents)}</h2>{_listing(listed)}</nav>'
    )


def _listing(entries: Sequence[Entry]) -> str:
    """Return entries as a list, those of the second level within the one that they belong to."""
    items: list[tuple[str, list[str]]] = []
    for entry in entries:
        number = f'<span class="number">{escape(entry.number)}</span> ' if entry.number else ""
        line = f'<a href="#{attribute(entry.target)}">{number}<span>{escape(entry.text)}</span></a>'
        if entry.level == 1 or not items:
            items.append((line, []))
        else:
            items[-1][1].append(f"<li>{line}</li>")
    nested = ((line, f"<ol>{''.join(below)}</ol>" if below else "") for line, below in items)
    inner = (f"<li>{line}{more}</li>" for line, more in nested)
    return f"<ol>{''.join(inner)}</ol>"


def _notes(job: Job) -> str:
    if not job.notes:
        return ""
    words = job.look.words
    back = attribute(words.back)
    items = "".join(
        f'<li id="_note-{number}">{note} <a href="#_mark-{number}" role="doc-backlink" aria-label="{back} {number}">↩</a></li>'
        for number, note in enumerate(job.notes, 1)
    )
    return (
        f'<section class="notes" role="doc-endnotes" aria-labelledby="_notes"><h2 id="_notes">{escape(words.notes)}</h2>'
        f"<ol>{items}</ol></section>"
    )


def _foot(document: Document, version: str) -> str:
    edition = f"{version} {document.version}" if document.version[:1].isdigit() else document.version
    parts = (
        document.client,
        document.title,
        edition,
        document.dated,
        document.classification,
        document.status,
    )
    return " · ".join(escape(part) for part in parts if part)


def _bar(job: Job, live: Live | None) -> str:
    """Return the bar of a served page: the way back, and the open points as a list that can be opened."""
    if not live:
        return ""
    points = "".join(
        f'<li><a href="#_open-{number}">{escape(words)}</a></li>' for number, words in enumerate(job.holes, 1)
    )
    words = f"{escape(job.look.words.open_points)} ({len(job.holes)})"
    toggled = (
        f"<details><summary>{words}</summary><ol>{points}</ol></details>"
        if points
        else f"<span>{words}</span>"
    )
    return (
        f'<div class="live"><a href="{attribute(live.home)}">{escape(live.home_words)}</a>{toggled}'
        '<span class="live-state" role="status"></span></div>'
    )
