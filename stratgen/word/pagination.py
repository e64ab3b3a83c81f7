"""Pages as a layout engine finds them: which bookmarks it is asked for, and what is done with the answer.

It holds names and numbers, and does not know who lays out the pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from types import MappingProxyType

from stratgen.document import Block, Callout, Document, Exhibit, Heading, List, PageBreak, Quote, Reference
from stratgen.word.style import HouseStyle

_LINE = re.compile(r'w:line="(\d+)"')
_DEFAULTS = re.compile(r"<w:pPrDefault\s*/>|<w:pPrDefault\b.*?</w:pPrDefault>", re.DOTALL)
_SPACED = '<w:pPrDefault><w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>'


@dataclass(frozen=True, slots=True)
class Pagination:
    """What is known of the pages of a document before it is written."""

    pages: Mapping[str, int] | None = None
    """The page of every mark, counted from 1; None where nobody has laid the document out. Then no page
    number is printed, since a wrong one is worse than none."""
    breaks: frozenset[str] = field(default=frozenset())
    """The marks that start a page although the document does not ask for it."""
    short_contents: bool = False
    """Whether the contents name sections only, since all that they could name fills their page to its edge."""


UNKNOWN_PAGES = Pagination()


@dataclass(frozen=True, slots=True)
class Mark:
    """A heading or numbered exhibit and the name of its bookmark."""

    name: str
    block: Heading | Exhibit
    starts_page: bool
    """Whether the document itself lets it start a page."""


def marks(document: Document) -> tuple[Mark, ...]:
    """Return the marks of a document in reading order."""
    return tuple(_marks(document.blocks))


def names_pages(document: Document) -> bool:
    """Return whether a document prints page numbers of its own parts, if they are known."""
    return bool(marks(document)) and (document.contents or _asks_for_a_page(document.blocks))


def is_bound(document: Document) -> bool:
    """Return whether a document binds others: its first level is that of parts."""
    return any(isinstance(block, Heading) and block.kind == "part" for block in document.blocks)


def names_of(blocks: Iterable[Block]) -> Mapping[str, str]:
    """Return the name of the mark of each heading and numbered exhibit that has a key, by key."""
    return MappingProxyType({mark.block.key: mark.name for mark in _marks(blocks) if mark.block.key})


def mark_name(count: int) -> str:
    """Return the bookmark of the heading or exhibit of this place, from 1: what Word itself would name it."""
    return f"_Toc{count:08d}"


def landscape_level(block: Block, level: int) -> int:
    """Return the level of the landscape stretch that a block stands in, where `level` was open; 0 if none.

    A stretch lasts until the next heading of its level or above.
    """
    if not isinstance(block, Heading) or (level and block.level > level):
        return level
    return block.level if block.landscape else 0


def with_line_pitch(style: HouseStyle, factor: float) -> HouseStyle:
    """Return a house style whose lines stand `factor` times as far apart, to try how firm a layout is."""
    styles = style.styles
    defaults = _DEFAULTS.search(styles)
    if defaults is None:
        styles = styles.replace("<w:docDefaults>", f"<w:docDefaults>{_SPACED}", 1)
    elif "w:line=" not in defaults[0]:
        held = re.sub(r"<w:spacing\b", '<w:spacing w:line="240" w:lineRule="auto"', defaults[0], count=1)
        if held == defaults[0]:
            held = _SPACED
        styles = styles.replace(defaults[0], held, 1)
    scaled = _LINE.sub(lambda match: f'w:line="{round(int(match[1]) * factor)}"', styles)
    return replace(style, styles=scaled)


def _asks_for_a_page(part: object) -> bool:
    """Return whether a reference anywhere in a part of the tree asks for its page."""
    match part:
        case Reference():
            return part.page
        case tuple():
            return any(_asks_for_a_page(each) for each in part)
        case _ if is_dataclass(part):
            return any(_asks_for_a_page(getattr(part, each.name)) for each in fields(part))
        case _:
            return False


def opens_page(heading: Heading) -> bool:
    """Return whether a heading starts a page by itself: it asks for that, or it opens a part of a pack."""
    return heading.new_page or heading.kind == "part"


def opening_blocks(document: Document) -> int:
    """Return how many blocks stand before the contents: the sections at the front that ask for it."""
    level = 0
    for at, block in enumerate(document.blocks):
        if isinstance(block, Heading) and (not level or block.level <= level):
            if not block.opening:
                return at if level else 0
            level = block.level
    return 0


def _marks(blocks: Iterable[Block]) -> Iterator[Mark]:
    level = 0
    for count, (block, broken) in enumerate(_marked(blocks), 1):
        if isinstance(block, Heading):
            before, level = level, landscape_level(block, level)
            broken = broken or opens_page(block) or bool(before) != bool(level)
        yield Mark(mark_name(count), block, broken)


def _marked(blocks: Iterable[Block]) -> Iterator[tuple[Heading | Exhibit, bool]]:
    """Yield headings and numbered exhibits in reading order, and whether a page break stands just before."""
    broken = False
    for block in blocks:
        match block:
            case Heading():
                yield block, broken
            case Exhibit() if block.number is not None:
                yield block, broken
            case Quote() | Callout():
                yield from _marked(block.blocks)
            case List():
                for item in block.items:
                    yield from _marked(item)
            case _:
                pass
        broken = isinstance(block, PageBreak)
