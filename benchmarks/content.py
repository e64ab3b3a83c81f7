"""The content that every contestant writes: the trees of three documents, and the same flattened.

The flat form is what a template language or a plain script can take: headings, paragraphs, items, boxes and
tables, their words as runs (bold or not) and their cells with a shade. It drops links, bookmarks, captions as
fields, widths and the contents list, which is in the peers' favour.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stratgen.document import (
    Bar,
    Block,
    Callout,
    Chart,
    Content,
    DataTable,
    Document,
    Emphasis,
    Exhibit,
    FieldTable,
    Gantt,
    Heading,
    Inlines,
    Link,
    List,
    Matrix,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Reference,
    Strong,
    Text,
    plain,
)

ROOT = Path(__file__).resolve().parent.parent
BANK = ROOT / "answers" / "karoo-bank.yaml"
THREE = ("board-brief", "employee-engagement-policy", "vision-roadmap")

SHADES = {"good": "DDEBDD", "watch": "F7E6C8", "bad": "F3D5D3", "level-3": "9FC2C9", "accent": "12505A"}

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
            words = f"{block.number} {plain(block.inlines)}".strip()
            yield {"kind": "heading", "level": block.level, "runs": [[words, False]]}
        case Paragraph():
            yield {"kind": "paragraph", "runs": _runs(block.inlines)}
        case List():
            for item in block.items:
                for inner in item:
                    for flat in _flat(inner):
                        yield {"kind": "item", "runs": flat.get("runs", [])}
        case Quote() | Callout():
            for inner in block.blocks:
                for flat in _flat(inner):
                    yield {**flat, "kind": "box"} if flat["kind"] == "paragraph" else flat
        case Exhibit():
            yield {"kind": "caption", "runs": [[f"{block.kind} {block.number}: {block.caption}", False]]}
            yield _table(block.content)
            yield {"kind": "paragraph", "runs": _runs(block.source)}
        case FieldTable():
            yield {
                "kind": "table",
                "rows": [[_cell((label,), bold=True), _cell(values)] for label, values in block.rows],
            }
        case PageBreak():
            return


def _table(content: Content) -> FlatBlock:
    match content:
        case DataTable():
            head = [column.title for column in content.columns]
            rows = [[_cell(cell.paragraphs, cell.tone) for cell in row.cells] for row in content.rows]
            # A group's one cell runs over all columns; a peer wants every cell.
            rows = [[*row, *([_cell(((Text(""),),))] * (len(content.columns) - len(row)))] for row in rows]
        case Matrix():
            head = [content.corner, *content.columns]
            rows = [[_cell(((Text(title),),), bold=True), *(_cell(cell.paragraphs, cell.tone) for cell in cells)]
                    for title, cells in content.rows]  # fmt: skip
        case Gantt():
            head = ["", *content.periods]
            rows = [[_cell(((Text(bar.title),),)), *(_bar(bar, n) for n in range(len(content.periods)))]
                    for _, bars in content.groups for bar in bars]  # fmt: skip
        case Chart():
            return _table(content.table)
    return {"kind": "table", "rows": [[_cell(((Text(title),),), bold=True) for title in head], *rows]}


def _bar(bar: Bar, period: int) -> FlatBlock:
    word = bar.word if period == bar.start else ""
    return _cell(((Text(word),),), bar.tone if bar.start <= period <= bar.end else None)


def _cell(paragraphs: tuple[Inlines, ...], tone: str | None = None, bold: bool = False) -> FlatBlock:
    runs = [run for paragraph in paragraphs for run in _runs(paragraph, bold)]
    return {"runs": runs, "shade": SHADES.get(tone or "", "FFFFFF")}


def _runs(inlines: Inlines, bold: bool = False) -> list[list[Any]]:
    runs: list[list[Any]] = []
    for inline in inlines:
        match inline:
            case Strong(inlines=inner):
                runs += _runs(inner, True)
            case Emphasis(inlines=inner) | Link(inlines=inner) | Note(inlines=inner):
                runs += _runs(inner, bold)
            case Text(text=text, role=role):
                runs.append([text, bold or role is not None])
            case Reference(text=text):
                runs.append([text, bold])
    return runs
