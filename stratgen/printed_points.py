"""In which drafted documents an open point is really printed: by its mark, or in the list at the head of the brief.

A part of the conductor: which documents *use* an answer is told beforehand (`analysis/uses.py`); whether one prints it
as open, only its draft tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace

from stratgen.analysis.exhibits import Brief
from stratgen.analysis.findings import OpenPoint
from stratgen.analysis.keypaths import find
from stratgen.analysis.rules import path_parts
from stratgen.analysis.uses import PACK
from stratgen.document import Document, Text, outline
from stratgen.engagement import Unknown
from stratgen.engagement.answer import REASON_NOT_ANSWERED


def as_printed(brief: Brief, documents: Iterable[Document]) -> Brief:
    """Return what exhibits work from, with each open point in those of these documents that print it, else the pack."""
    drafts = [(each.title, frozenset(_remarks(each.blocks)), outline(each)) for each in documents]

    def placed(point: OpenPoint) -> OpenPoint:
        hole = find(brief.engagement, path_parts(point.path))
        remark = brief.wording.open_remark(hole) if isinstance(hole, Unknown) else ""
        told = f"{point.label}. Not answered yet" if point.reason == REASON_NOT_ANSWERED else point.reason
        printed = (
            title
            for title, remarks, text in drafts
            if title in point.documents and (remark in remarks or told.lower() in text.lower())
        )
        return replace(point, documents=tuple(printed) or (PACK,))

    points = tuple(placed(each) for each in brief.findings.open_points)
    return replace(brief, findings=replace(brief.findings, open_points=points))


def _remarks(node: object) -> Iterator[str]:
    """Yield what the marks of open points within some part of a document say to those who work on it."""
    if isinstance(node, Text):
        if node.remark:
            yield node.remark
    elif isinstance(node, tuple):
        for each in node:
            yield from _remarks(each)
    elif is_dataclass(node):
        for each in fields(node):
            yield from _remarks(getattr(node, each.name))
