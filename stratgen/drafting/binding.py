"""Binds drafted documents into one: parts and annexes under their own headings, all numbered anew.

Nothing is drafted twice: the trees are the same, their keys prefixed so that they stay unique. Nothing is shown
twice either: a table that an earlier part has shown is referred to, and what a document needs only while it
stands alone is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from stratgen.document import (
    Block,
    Content,
    Document,
    Emphasis,
    Exhibit,
    Heading,
    HeadingKind,
    Inline,
    Inlines,
    Link,
    Note,
    Paragraph,
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
    document's title, under the key of its name; keys inside it become `name/key`. A table or figure whose
    content an earlier one shows becomes a reference to that one, and sections marked as apart stay behind.
    Raises TemplateError where two keys meet or a reference leads nowhere.
    """
    blocks: list[Block] = [_plain(block) for block in front.blocks]
    for name, part in parts:
        blocks.extend(_under(name, part, "part", new_page=True))
    for at, (name, annex) in enumerate(annexes):
        # Annexes are short: they follow each other on the page, and only the first of them starts one.
        blocks.extend(_under(name, annex, "annex", new_page=at == 0))
    done = number(_shown_once(blocks))
    if done.flaws:
        raise TemplateError(template_fault(front.title, 0, "", flaw.what, flaw.mend) for flaw in done.flaws)
    return replace(front, blocks=done.blocks)


def _plain(block: Block) -> Block:
    return replace(block, kind="plain") if isinstance(block, Heading) else block


def _under(name: str, document: Document, kind: HeadingKind, new_page: bool) -> Iterator[Block]:
    blocks = list(_kept(document.blocks))
    keys = {block.key: f"{name}/{block.key}" for block in blocks if isinstance(block, Heading | Exhibit)}
    change = _Rekeyed(keys).change
    yield Heading(1, (Text(document.title),), name, kind, "", new_page=new_page)
    for block in blocks:
        moved = rewritten(block, change)
        match moved:
            case Heading():
                inner: HeadingKind = "plain" if moved.kind == "plain" else "section"
                yield replace(moved, level=moved.level + 1, kind=inner, key=f"{name}/{moved.key}")
            case Exhibit():
                yield replace(moved, key=f"{name}/{moved.key}")
            case _:
                yield moved


def _kept(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks outside sections that are marked as apart."""
    apart = 0
    for block in blocks:
        if isinstance(block, Heading) and (not apart or block.level <= apart):
            apart = block.level if block.apart else 0
        if not apart:
            yield block


def _shown_once(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks with a reference in place of each exhibit whose content stands in an earlier one."""
    first: dict[Content, str] = {}
    moved: dict[str, str] = {}
    kept: list[Block] = []
    for block in blocks:
        match block:
            case Exhibit() if (at := first.setdefault(block.content, block.key)) != block.key:
                moved[block.key] = at
                kept.append(Paragraph((Text(f"{block.caption}: see "), Reference(at, page=True), Text("."))))
            case _:
                kept.append(block)
    change = _Rekeyed(moved).change
    return [rewritten(block, change) for block in kept] if moved else kept


class _Rekeyed:
    """Makes references point at the new key of what was moved, also within emphasis, links and notes."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        self._keys = keys

    def change(self, inlines: Inlines) -> Inlines:
        """Return inlines whose references carry the new key where theirs has one."""
        return tuple(self._inline(inline) for inline in inlines)

    def _inline(self, inline: Inline) -> Inline:
        match inline:
            case Reference(key=key) if key in self._keys:
                return replace(inline, key=self._keys[key])
            case Emphasis() | Strong() | Link() | Note():
                return replace(inline, inlines=self.change(inline.inlines))
            case _:
                return inline
