"""What a page is made of, from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from stratgen.document.exhibits import Content
from stratgen.document.inlines import Inlines

HeadingKind = Literal["section", "part", "annex", "plain"]
"""`section` is numbered 1, 1.1; `part` opens a part of a bound pack and a new header; `annex` is
lettered A, A.1; `plain` has no number (a quick card, a control block) but still stands in the
contents."""

ParagraphRole = Literal["lead", "small", "source", "label"]
"""`lead` opens a section in larger type; `small` and `source` are fine print (`source` says where the
figures above it come from); `label` is a bold line that heads what follows without being a heading."""

CalloutRole = Literal["decision", "finding", "risk", "caution", "rights", "quote", "example"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `key` is what references point at, `number` is set when the document is numbered.

    With `landscape` its pages lie on their side, until the next heading of its level or above. With `apart` it
    and all below it stand only in the document by itself: a pack that binds the document leaves them out. With
    `whole` it and all below it stand on one page where they fit on one, wherever on it they begin. With `opening`
    it stands before the contents of its document.
    """

    level: int
    inlines: Inlines
    key: str
    kind: HeadingKind = "section"
    number: str = ""
    new_page: bool = False
    landscape: bool = False
    apart: bool = False
    whole: bool = False
    opening: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    inlines: Inlines
    role: ParagraphRole | None = None


@dataclass(frozen=True, slots=True)
class List:
    """Items, each of one or more blocks (paragraphs or lists); an ordered list starts at 1."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """A box that says one thing apart from the running text; holds paragraphs and lists."""

    role: CalloutRole
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A numbered table or figure: caption, content, where it comes from, and words for those who
    cannot see it (`description`)."""

    key: str
    kind: Literal["Table", "Figure"]
    caption: str
    content: Content
    source: Inlines = ()
    description: str = ""
    number: int | None = None
    looked_up: bool = False
    """Whether it is reference matter, which is looked up and not read: its tables take smaller type."""
    whole: bool = False
    """Whether it stays on one page, because somebody needs all of it at a glance."""


@dataclass(frozen=True, slots=True)
class FieldTable:
    """Names and values in two columns, without a caption: a control block, a definition list."""

    rows: tuple[tuple[Inlines, tuple[Inlines, ...]], ...]
    description: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """The next block starts a page."""


Block = Heading | Paragraph | List | Quote | Callout | Exhibit | FieldTable | PageBreak


def keyed(blocks: Iterable[Block]) -> Iterator[tuple[str, Heading | Exhibit]]:
    """Yield every heading and exhibit that references may point at, with its key, those within lists and boxes too."""
    for block in blocks:
        match block:
            case Heading() | Exhibit() if block.key:
                yield block.key, block
            case Quote() | Callout():
                yield from keyed(block.blocks)
            case List():
                for item in block.items:
                    yield from keyed(item)
            case _:
                pass


@dataclass(frozen=True, slots=True)
class Document:
    """One whole document, ready for any writer."""

    title: str
    subtitle: str
    client: str
    audience: str
    dated: str
    """The date as printed; `created` is the same day as `YYYY-MM-DD`, for the file's properties."""
    created: str
    version: str
    status: str
    """As the header prints it, for example "Draft – 7 open points"."""
    classification: str
    language: str
    """A language tag such as `en-ZA`."""
    paper: Literal["A4", "Letter"]
    author: str
    blocks: tuple[Block, ...]
    cover: bool = False
    contents: bool = False
    keywords: tuple[str, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    """Provenance for the file's custom properties, in order."""
    attachment: str = ""
    """Words that travel inside the file and not on its pages: the answers, where that was asked for."""
