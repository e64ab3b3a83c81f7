"""A whole document as one Markdown file: no front matter, no notation but GitHub's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import assert_never

from stratgen.document import (
    Block,
    Callout,
    Document,
    Exhibit,
    FieldTable,
    Heading,
    Inlines,
    List,
    PageBreak,
    Paragraph,
    Quote,
)
from stratgen.markdown.inlines import phrase, stressed
from stratgen.markdown.job import Job
from stratgen.markdown.tables import table
from stratgen.markdown.text import escape, line

DEEPEST = 6
"""The deepest heading that Markdown knows."""

_FILLED = re.compile(r"(?:[-*]|1[.)]) \S")
"""A list that begins like this needs no empty line above it."""


def write(document: Document) -> str:
    """Return the document as Markdown, ending in a line feed; the same document gives the same text.

    Raise ValueError if the tree is broken: a reference to nothing, a row that does not fill its table.
    """
    job = Job(document)
    facts = (document.client, document.audience, document.dated, document.version, document.status,
             document.classification)  # fmt: skip
    head = [f"# {_one_line(escape(document.title))}".rstrip()]
    if document.subtitle.strip():
        head.append(_text(stressed("**", "strong", escape(document.subtitle.strip()), "", "")))
    head.append(_text(" · ".join(escape(fact) for fact in facts if fact.strip())))
    body = _blocks(job, document.blocks)
    notes = [f"[^{number}]: {note}" for number, note in enumerate(job.notes, 1)]
    return "\n\n".join(part for part in (*head, *body, "\n".join(notes)) if part) + "\n"


def _blocks(job: Job, blocks: Sequence[Block]) -> list[str]:
    """Return blocks as paragraphs of Markdown; lists that follow each other take turns with their marks,
    or they would become one."""
    parts: list[str] = []
    turn = False
    before: Block | None = None
    for block in blocks:
        turn = not turn if isinstance(block, List) and isinstance(before, List) else False
        if part := _block(job, block, turn):
            parts.append(part)
            before = block
    return parts


def _block(job: Job, block: Block, turn: bool) -> str:
    match block:
        case Heading():
            words = (
                escape(f"{block.number} ") + phrase(job, block.inlines)
                if block.number
                else phrase(job, block.inlines)
            )
            marks = "#" * min(block.level + 1, DEEPEST)
            return f"{marks} {_closed(_one_line(words))}"
        case Paragraph(role="label"):
            return _text(stressed("**", "strong", phrase(job, block.inlines).strip(), "", ""))
        case Paragraph():
            return _text(phrase(job, block.inlines))
        case List():
            return _list(job, block, turn)
        case Quote():
            return _quoted(_blocks(job, block.blocks))
        case Callout():
            title = stressed("**", "strong", escape(block.title.strip()), "", "")
            return _quoted([_text(title), *_blocks(job, block.blocks)])
        case Exhibit():
            return _exhibit(job, block)
        case FieldTable():
            return "\n".join(_field(job, label, values) for label, values in block.rows)
        case PageBreak():
            return ""
        case _:
            assert_never(block)


def _text(words: str) -> str:
    """Return a paragraph: each of its lines can begin nothing, and they break where they broke."""
    lines = [line(each) for each in words.split("\n")]
    return "\\\n".join(each for each in lines if each)


def _list(job: Job, block: List, turn: bool) -> str:
    items = []
    for count, item in enumerate(block.items, 1):
        mark = f"{count}{')' if turn else '.'} " if block.ordered else ("* " if turn else "- ")
        parts = _blocks(job, item)
        close = len(item) == 2 and len(parts) == 2 and isinstance(item[1], List) and _FILLED.match(parts[1])
        items.append(_hung(mark, ["\n".join(parts)] if close else parts))
    return "\n".join(items)


def _hung(mark: str, parts: Iterable[str]) -> str:
    """Return the parts of an item behind its mark, what follows the first line set in under it."""
    lines = "\n\n".join(parts).split("\n")
    inset = " " * len(mark)
    return "\n".join([(mark + lines[0]).rstrip(), *(inset + each if each else "" for each in lines[1:])])


def _quoted(parts: Iterable[str]) -> str:
    lines = "\n\n".join(part for part in parts if part).split("\n")
    return "\n".join(f"> {each}" if each else ">" for each in lines)


def _exhibit(job: Job, exhibit: Exhibit) -> str:
    caption = escape(exhibit.caption)
    if exhibit.number is not None:
        caption = f"{exhibit.kind} {exhibit.number}: {caption}"
    parts = [
        _text(stressed("**", "strong", _one_line(caption).strip(), "", "")),
        "\n".join(table(job, exhibit.content)),
    ]
    if exhibit.source:
        parts.append(_text(phrase(job, exhibit.source)))
    return "\n\n".join(part for part in parts if part)


def _field(job: Job, label: Inlines, values: Sequence[Inlines]) -> str:
    """Return a name and its values as an item of a list, the values on lines of their own if several."""
    name = stressed("**", "strong", _one_line(phrase(job, label)).strip(), "", ":")
    lines = [words for words in (_text(phrase(job, value)) for value in values) if words]
    inside = "\\\n".join(lines)
    return _hung("- ", [f"{name}: {inside}".strip() if name else inside])


def _one_line(words: str) -> str:
    return " ".join(words.split("\n"))


def _closed(words: str) -> str:
    """Return the words of a heading so that hashes at their end are not taken for its end."""
    words = words.strip()
    return f"{words[:-1]}\\#" if words.endswith("#") else words
