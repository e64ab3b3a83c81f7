"""The content that every contestant writes: the trees of three documents, and the same flattened.

The flat form is what a template language or a plain script can take: headings, paragraphs, items and
tables of plain words. It drops fields, links and shades, which is in the peers' favour.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stratgen.document import (
    Block,
    Callout,
    Chart,
    Content,
    DataTable,
    Document,
    Exhibit,
    FieldTable,
    Gantt,
    Heading,
    Inlines,
    List,
    Matrix,
    PageBreak,
    Paragraph,
    Quote,
    plain,
)

ROOT = Path(__file__).resolve().parent.parent
BANK = ROOT / "answers" / "karoo-bank.yaml"
THREE = ("board-brief", "employee-engagement-policy", "vision-roadmap")

FlatBlock = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Flat:
    """One document as words: `kind` is heading, paragraph, item or table."""

    title: str
    blocks: list[FlatBlock]


def trees(answers: Path = BANK) -> dict[str, Document]:
    """Return the trees of the three documents."""
    from stratgen.pack import check, compose
    from stratgen.places import bundled

    return compose(check(answers), bundled("templates"), THREE)


def flatten(document: Document) -> Flat:
    """Return a document as words."""
    return Flat(document.title, [flat for block in document.blocks for flat in _flat(block)])


def _flat(block: Block) -> Iterator[FlatBlock]:
    match block:
        case Heading():
            yield {
                "kind": "heading",
                "level": block.level,
                "text": f"{block.number} {plain(block.inlines)}".strip(),
            }
        case Paragraph():
            yield {"kind": "paragraph", "text": plain(block.inlines)}
        case List():
            for item in block.items:
                for inner in item:
                    for flat in _flat(inner):
                        yield {"kind": "item", "text": flat.get("text", "")}
        case Quote() | Callout():
            for inner in block.blocks:
                yield from _flat(inner)
        case Exhibit():
            yield {"kind": "paragraph", "text": f"{block.kind} {block.number}: {block.caption}"}
            yield _table(block.content)
        case FieldTable():
            yield {"kind": "table", "rows": [[plain(label), _words(values)] for label, values in block.rows]}
        case PageBreak():
            return


def _table(content: Content) -> FlatBlock:
    match content:
        case DataTable():
            head = [column.title for column in content.columns]
            rows = [[_words(cell.paragraphs) for cell in row.cells] for row in content.rows]
        case Matrix():
            head = [content.corner, *content.columns]
            rows = [[title, *(_words(cell.paragraphs) for cell in cells)] for title, cells in content.rows]
        case Gantt():
            head = ["", *content.periods]
            rows = [[bar.title, *(bar.word if n == bar.start else "" for n in range(len(content.periods)))]
                    for _, bars in content.groups for bar in bars]  # fmt: skip
        case Chart():
            return _table(content.table)
    return {"kind": "table", "rows": [head, *rows]}


def _words(paragraphs: tuple[Inlines, ...]) -> str:
    return " ".join(plain(paragraph) for paragraph in paragraphs)
