"""The documents of the examples and of generated answers, and ways to let one of them print something else."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from stratgen import pack
from stratgen.analysis import analyze
from stratgen.analysis.findings import RuleFinding
from stratgen.analysis.set_lint import lint_set
from stratgen.document import (
    Cell,
    Chart,
    DataTable,
    Document,
    Exhibit,
    Inline,
    Panels,
    Row,
    Text,
    cell,
    plain,
)
from stratgen.engagement import Engagement
from stratgen.places import bundled
from tests.command import ROOT

NAMES = ("karoo-bank", "minimal", "supperlark", "tarnbeck", "wattlebird-airlines", "dunverra-agency")
PAPERS = (*pack.PARTS, pack.FRONT, *pack.ANNEXES)

Set = dict[str, Document]


@cache
def checked(name: str = "karoo-bank") -> pack.Checked:
    """Return an example, held against all rules."""
    return pack.check(ROOT / "answers" / f"{name}.yaml")


@cache
def example(name: str = "karoo-bank") -> Set:
    """Return the documents of an example."""
    return pack.compose(checked(name), bundled("templates"), PAPERS)


def drafted(engagement: Engagement) -> Set:
    """Return the documents of any answers."""
    loaded = replace(checked().loaded, engagement=engagement)
    return pack.compose(pack.Checked(loaded, analyze(engagement), (), (), ()), bundled("templates"), PAPERS)


def said(documents: Set, engagement: Engagement | None = None, rule: str = "V37") -> list[RuleFinding]:
    """Return what one rule says of a set of documents."""
    answers = engagement or checked().loaded.engagement
    hits = lint_set(documents, answers, analyze(answers) if engagement else checked().findings)
    return [hit.finding for hit in hits if hit.finding.rule == rule]


def with_cell(documents: Set, name: str, caption: str, place: tuple[int, int], words: str) -> Set:
    """Return a set in which one cell of a table, by row and column, has other words in its first paragraph."""

    def rewritten(table: DataTable) -> DataTable:
        rows = list(table.rows)
        cells = list(rows[place[0]].cells)
        old: Cell = cells[place[1]]
        cells[place[1]] = replace(old, paragraphs=(cell(words).paragraphs[0], *old.paragraphs[1:]))
        rows[place[0]] = Row(tuple(cells), rows[place[0]].role)
        return replace(table, rows=tuple(rows))

    def other(block: Any) -> Any:
        if not isinstance(block, Exhibit) or block.caption != caption:
            return block
        content = block.content
        if isinstance(content, DataTable):
            return replace(block, content=rewritten(content))
        assert isinstance(content, (Chart, Panels))
        return replace(block, content=replace(content, table=rewritten(content.table)))

    blocks = tuple(other(block) for block in documents[name].blocks)
    return documents | {name: replace(documents[name], blocks=blocks)}


def reworded(documents: Set, name: str, old: str, new: str, within: str = "") -> Set:
    """Return a set in which one document has other words, wherever they stand in a line that has `within`."""
    count = 0

    def other(node: Any) -> Any:
        nonlocal count
        if isinstance(node, Text):
            if _spaced(old) in _spaced(node.text):
                count += 1
                return replace(node, text=_spaced(node.text).replace(_spaced(old), new))
            return node
        if isinstance(node, tuple):
            if node and isinstance(node[0], Inline) and within not in _spaced(plain(node)):
                return node
            return tuple(other(each) for each in node)
        if is_dataclass(node) and not isinstance(node, type):
            return replace(node, **{each.name: other(getattr(node, each.name)) for each in fields(node)})
        return node

    changed = replace(documents[name], blocks=other(documents[name].blocks))
    assert count, f"{name} does not say {old!r}"
    return documents | {name: changed}


def _spaced(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")
