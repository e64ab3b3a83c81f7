"""Changing every stretch of words in a block, wherever in the block it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from stratgen.document import (
    Block,
    Callout,
    Cell,
    Chart,
    Content,
    DataTable,
    Exhibit,
    FieldTable,
    Gantt,
    Heading,
    Inlines,
    List,
    Matrix,
    PageBreak,
    Panels,
    Paragraph,
    Quote,
    Text,
)

Change = Callable[[Inlines], Inlines]


def rewritten(block: Block, change: Change) -> Block:
    """Return a block with `change` applied to its inlines in reading order."""
    match block:
        case Paragraph() | Heading():
            inlines = _changed(block.inlines, change)
            return block if inlines is block.inlines else replace(block, inlines=inlines)
        case List():
            items = tuple(tuple(rewritten(one, change) for one in item) for item in block.items)
            return List(items, block.ordered)
        case Quote() | Callout():
            return replace(block, blocks=tuple(rewritten(one, change) for one in block.blocks))
        case Exhibit():
            return replace(
                block, content=_content(block.content, change), source=_changed(block.source, change)
            )
        case FieldTable():
            rows = tuple(
                (_changed(label, change), tuple(_changed(value, change) for value in values))
                for label, values in block.rows
            )
            return FieldTable(rows, block.description)
        case PageBreak():
            return block
        case _:
            assert_never(block)


def _changed(inlines: Inlines, change: Change) -> Inlines:
    # Nearly all words are plain text, which nothing here ever changes.
    for inline in inlines:
        if type(inline) is not Text:
            return change(inlines)
    return inlines


def _content(content: Content, change: Change) -> Content:
    match content:
        case DataTable():
            rows = tuple(
                replace(row, cells=_cells(row.cells, change)) if _dressed(row.cells) else row
                for row in content.rows
            )
            return replace(content, rows=rows)
        case Matrix():
            lines = tuple((title, _cells(cells, change)) for title, cells in content.rows)
            return replace(content, rows=lines)
        case Chart() | Panels():
            table = _content(content.table, change)
            return replace(content, table=table) if isinstance(table, DataTable) else content
        case Gantt():
            return content
        case _:
            assert_never(content)


def _dressed(cells: tuple[Cell, ...]) -> bool:
    return any(type(inline) is not Text for cell in cells for words in cell.paragraphs for inline in words)


def _cells(cells: tuple[Cell, ...], change: Change) -> tuple[Cell, ...]:
    if not _dressed(cells):
        return cells
    return tuple(
        replace(cell, paragraphs=tuple(_changed(words, change) for words in cell.paragraphs))
        for cell in cells
    )
