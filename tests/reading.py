"""What a document prints, piece by piece in reading order: the measure of every writer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from stratgen.document import (
    Block,
    Callout,
    Chart,
    Content,
    DataTable,
    Document,
    Emphasis,
    Exhibit,
    FieldTable,
    FormField,
    Gantt,
    Heading,
    Inlines,
    Link,
    List,
    Matrix,
    Note,
    Panels,
    Paragraph,
    Quote,
    Reference,
    Strong,
    Text,
)

_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff\x0c]")


def legible(text: str) -> str:
    """Return `text` as a file can hold it: a mark for every character that it cannot."""
    return _FORBIDDEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n"))


def squeezed(text: str) -> str:
    """Return `text` with every run of blanks and breaks as one blank."""
    return re.sub(r"[ \t\n]+", " ", text).strip()


def printed(document: Document) -> list[str]:
    """Return every piece of text of the body in reading order; notes come last."""
    notes: list[str] = []
    pieces = [*_of_blocks(document.blocks, notes), *notes]
    return [found for piece in pieces if (found := squeezed(legible(piece)).strip())]


def head(document: Document) -> list[str]:
    """Return what the head of a document prints."""
    texts = (document.client, document.title, document.subtitle, document.audience, document.dated,
             document.version, document.status, document.classification)  # fmt: skip
    return [squeezed(legible(text)) for text in texts if text.strip()]


def missing(pieces: Iterable[str], text: str) -> list[str]:
    """Return the pieces that do not stand in `text` in their order."""
    lost, at = [], 0
    for piece in pieces:
        found = text.find(piece, at)
        if found < 0:
            lost.append(piece)
        else:
            at = found + len(piece)
    return lost


def _of_blocks(blocks: Iterable[Block], notes: list[str]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading():
                yield block.number
                yield from _of_inlines(block.inlines, notes)
            case Paragraph():
                yield from _of_inlines(block.inlines, notes)
            case List():
                for item in block.items:
                    yield from _of_blocks(item, notes)
            case Quote():
                yield from _of_blocks(block.blocks, notes)
            case Callout():
                yield block.title
                yield from _of_blocks(block.blocks, notes)
            case Exhibit():
                if block.number is not None:
                    yield f"{block.kind} {block.number}:"
                yield block.caption
                yield from _of_content(block.content, notes)
                yield from _of_inlines(block.source, notes)
            case FieldTable():
                for label, values in block.rows:
                    yield from _of_inlines(label, notes)
                    for value in values:
                        yield from _of_inlines(value, notes)


def _of_content(content: Content, notes: list[str]) -> Iterator[str]:
    match content:
        case DataTable():
            yield from (column.title for column in content.columns)
            for row in content.rows:
                for cell in row.cells:
                    for paragraph in cell.paragraphs:
                        yield from _of_inlines(paragraph, notes)
        case Matrix():
            yield from (content.corner, *content.columns)
            for title, cells in content.rows:
                yield title
                for cell in cells:
                    for paragraph in cell.paragraphs:
                        yield from _of_inlines(paragraph, notes)
        case Gantt():
            yield from content.periods
            for group, bars in content.groups:
                yield group
                for bar in bars:
                    yield from (bar.title, bar.word)
        case Chart() | Panels():
            yield from _of_content(content.table, notes)


def _of_inlines(inlines: Inlines, notes: list[str]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Text(text=text) | Reference(text=text):
                yield text
            case Emphasis(inlines=inner) | Strong(inlines=inner) | Link(inlines=inner):
                yield from _of_inlines(inner, notes)
            case FormField():
                yield from _of_inlines(inline.printed, notes)
            case Note(inlines=inner):
                notes.extend(_of_inlines(inner, []))
