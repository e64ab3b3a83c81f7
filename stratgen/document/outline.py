"""The tree as plain text: what a reader is told, in reading order, without any dress."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from stratgen.document.blocks import (
    Block,
    Callout,
    Document,
    Exhibit,
    FieldTable,
    Heading,
    List,
    PageBreak,
    Paragraph,
    Quote,
)
from stratgen.document.exhibits import Chart, Content, DataTable, Gantt, Matrix, Panels
from stratgen.document.inlines import Inlines, plain


def outline(document: Document) -> str:
    """Return the document as plain text, one block a paragraph, ending in a line feed."""
    head = [document.title, document.subtitle, f"{document.client} | {document.dated} | {document.status}"]
    lines = [line for line in head if line]
    for block in document.blocks:
        lines.append("")
        lines.extend(block_lines(block))
    return "\n".join(lines) + "\n"


def block_lines(block: Block) -> Iterator[str]:
    """Yield the lines of one block."""
    match block:
        case Heading():
            yield f"{'#' * block.level} {_numbered(block)}"
        case Paragraph():
            yield plain(block.inlines)
        case List():
            for count, item in enumerate(block.items, 1):
                yield from _hang(f"{count}. " if block.ordered else "- ", item)
        case Quote():
            for inner in block.blocks:
                yield from (f"> {line}" for line in block_lines(inner))
        case Callout():
            yield f"[{block.role}] {block.title}".rstrip()
            for inner in block.blocks:
                yield from (f"  {line}" for line in block_lines(inner))
        case Exhibit():
            yield f"{block.kind} {block.number or ''}: {block.caption}".replace(" :", ":")
            yield from _content_lines(block.content)
            if block.source:
                yield f"({plain(block.source)})"
        case FieldTable():
            for label, values in block.rows:
                yield f"{plain(label)}: {_joined(values)}"
        case PageBreak():
            yield "---"
        case _:
            assert_never(block)


def _numbered(heading: Heading) -> str:
    return f"{heading.number} {plain(heading.inlines)}".strip()


def _hang(mark: str, blocks: tuple[Block, ...]) -> Iterator[str]:
    lines = [line for block in blocks for line in block_lines(block)]
    yield mark + (lines[0] if lines else "")
    yield from (" " * len(mark) + line for line in lines[1:])


def _content_lines(content: Content) -> Iterator[str]:
    match content:
        case DataTable():
            yield " | ".join(column.title for column in content.columns)
            for row in content.rows:
                yield " | ".join(_joined(cell.paragraphs) for cell in row.cells)
        case Matrix():
            yield " | ".join((content.corner, *content.columns))
            for title, cells in content.rows:
                yield " | ".join((title, *(_joined(cell.paragraphs) for cell in cells)))
        case Gantt():
            yield " | ".join(content.periods)
            for group, bars in content.groups:
                yield group
                for bar in bars:
                    span = f"{content.periods[bar.start]} to {content.periods[bar.end]}"
                    yield f"  {bar.title}: {span} ({bar.word})"
        case Chart() | Panels():
            yield from _content_lines(content.table)
        case _:
            assert_never(content)


def _joined(paragraphs: tuple[Inlines, ...]) -> str:
    return "; ".join(plain(paragraph) for paragraph in paragraphs).replace("\n", " ")
