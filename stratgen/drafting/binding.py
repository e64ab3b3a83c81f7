"""Binds drafted documents into one: parts and annexes under their own headings, all numbered anew.

Nothing is drafted twice: the trees are the same, their keys prefixed so that they stay unique.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from stratgen.document import (
    Block,
    Document,
    Emphasis,
    Exhibit,
    Heading,
    HeadingKind,
    Inline,
    Inlines,
    Link,
    Note,
    Reference,
    Strong,
    Text,
)
from stratgen.drafting.numbering import number
from stratgen.drafting.sources import template_fault
from stratgen.drafting.tree import rewritten
from stratgen.errors import TemplateError


def bind(
    front: Document,
    parts: Sequence[tuple[str, Document]],
    annexes: Sequence[tuple[str, Document]] = (),
) -> Document:
    """Return the front document with parts and annexes after it, everything numbered in one row.

    The front document's own headings bear no numbers. A part or annex is a first-level heading with its
    document's title, under the key of its name; keys inside it become `name/key`. Raises TemplateError
    where two keys meet or a reference leads nowhere.
    """
    blocks: list[Block] = [_plain(block) for block in front.blocks]
    for name, part in parts:
        blocks.extend(_under(name, part, "part", new_page=True))
    for at, (name, annex) in enumerate(annexes):
        # Annexes are short: they follow each other on the page, and only the first of them starts one.
        blocks.extend(_under(name, annex, "annex", new_page=at == 0))
    done = number(blocks)
    if done.flaws:
        raise TemplateError(template_fault(front.title, 0, "", flaw.what, flaw.mend) for flaw in done.flaws)
    return replace(front, blocks=done.blocks)


def _plain(block: Block) -> Block:
    return replace(block, kind="plain") if isinstance(block, Heading) else block


def _under(name: str, document: Document, kind: HeadingKind, new_page: bool) -> Iterator[Block]:
    keys = {block.key for block in document.blocks if isinstance(block, Heading | Exhibit)}
    yield Heading(1, (Text(document.title),), name, kind, "", new_page=new_page)
    for block in document.blocks:
        moved = rewritten(block, _Prefix(name, keys).change)
        match moved:
            case Heading():
                inner: HeadingKind = "plain" if moved.kind == "plain" else "section"
                yield replace(moved, level=moved.level + 1, kind=inner, key=f"{name}/{moved.key}")
            case Exhibit():
                yield replace(moved, key=f"{name}/{moved.key}")
            case _:
                yield moved


class _Prefix:
    """Makes references inside a part point at the part's own headings and exhibits."""

    def __init__(self, name: str, keys: set[str]) -> None:
        self._name, self._keys = name, keys

    def change(self, inlines: Inlines) -> Inlines:
        """Return inlines whose references carry the part's name where the key is its own."""
        return tuple(self._inline(inline) for inline in inlines)

    def _inline(self, inline: Inline) -> Inline:
        match inline:
            case Reference(key=key) if key in self._keys:
                return replace(inline, key=f"{self._name}/{key}")
            case Emphasis() | Strong() | Link() | Note():
                return replace(inline, inlines=self.change(inline.inlines))
            case _:
                return inline
