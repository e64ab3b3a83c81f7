"""What the writers of one Markdown file share: where references lead, and the notes so far."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from stratgen.document import Block, Callout, Document, Exhibit, Heading, List, Quote
from stratgen.document.inlines import plain


class Job:
    """One document on its way to Markdown."""

    def __init__(self, document: Document) -> None:
        self.targets: dict[str, Heading | Exhibit] = {}
        self.anchors: dict[str, str] = {}
        """The anchor of each heading by its key, as GitHub makes it from the heading's words."""
        self.notes: list[str] = []
        taken: dict[str, int] = {}
        _anchor(document.title, taken)
        for block in _marked(document.blocks):
            if block.key and self.targets.setdefault(block.key, block) is not block:
                raise ValueError(f"two blocks have the key {block.key!r}")
            if isinstance(block, Heading):
                anchor = _anchor(f"{block.number} {plain(block.inlines)}".strip(), taken)
                self.anchors[block.key] = anchor


def _anchor(words: str, taken: dict[str, int]) -> str:
    """Return the anchor of a heading: small letters, no marks, hyphens for blanks, and a count where
    another heading had it before. "" where the words leave no plain letters."""
    stem = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
    count = taken.get(stem, 0)
    taken[stem] = count + 1
    found = f"{stem}-{count}" if count else stem
    return found if re.fullmatch(r"[a-z0-9_-]+", found) else ""


def _marked(blocks: Iterable[Block]) -> Iterator[Heading | Exhibit]:
    for block in blocks:
        match block:
            case Heading() | Exhibit():
                yield block
            case Quote() | Callout():
                yield from _marked(block.blocks)
            case List():
                for item in block.items:
                    yield from _marked(item)
            case _:
                pass
