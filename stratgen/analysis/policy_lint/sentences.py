"""The policy as sentences: each knows its section, what introduces it, and whether it stands among rights.

Reads the tree of the drafted document. It knows the page, not the law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

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
    Paragraph,
    Quote,
    plain,
)

Role = Literal["prose", "cell", "source"]

_END = re.compile(r"""(\S*?)[.!?…]["'”’)\]]*\s+(?=["“‘(\[#]*[A-Z0-9#“])""")
_SHORT = frozenset(
    {"no", "nos", "ltd", "co", "inc", "corp", "plc", "pty", "mr", "mrs", "ms", "dr", "st", "e.g", "i.e", "vs", "v",
     "sec", "art", "arts", "para", "approx", "dept", "sch", "reg", "cf"}
)  # fmt: skip
"""What ends in a full stop without ending a sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, or one piece of a list or table, and where it stands."""

    text: str
    heading: str
    """The words of the nearest heading, empty before the first."""
    key: str
    """The key of that heading."""
    lead: str = ""
    """What introduces it: the label of its row, the title of its box or column, or the line above its list."""
    role: Role = "prose"
    exhibit: str = ""
    """The key of the table it stands in."""
    rights: bool = False
    """It stands in a box of rights."""
    first: bool = False
    """It opens its paragraph, so that what went before does not explain it."""

    @property
    def plain(self) -> str:
        """The text with straight apostrophes and spaces, letter for letter as long as the text itself."""
        return self.text.translate(_STRAIGHT)


_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "\n": " ", "\u00a0": " "})


def sentences(document: Document) -> tuple[Sentence, ...]:
    """Return the sentences of a document in reading order; its front page is left out."""
    return tuple(_Walk().walk(document.blocks))


def split(text: str) -> Iterator[str]:
    """Yield the sentences of some text; abbreviations and initials end none."""
    for line in text.split("\n"):
        start = 0
        for found in _END.finditer(line):
            word = found[1].strip("\"'“‘([").casefold()
            if word in _SHORT or (len(word) == 1 and word.isalpha()):
                continue
            yield from _filled(line[start : found.end()])
            start = found.end()
        yield from _filled(line[start:])


def _filled(text: str) -> Iterator[str]:
    if text.strip():
        yield text.strip()


class _Walk:
    """Goes down the tree and remembers the heading and the line that introduces what follows."""

    def __init__(self) -> None:
        self.here = Sentence("", "", "")
        self.lead = ""

    def walk(self, blocks: tuple[Block, ...]) -> Iterator[Sentence]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Sentence]:
        match block:
            case Heading():
                self.here, self.lead = Sentence("", plain(block.inlines), block.key), ""
            case Paragraph():
                words = plain(block.inlines)
                yield from self._text(words)
                self.lead = words if block.role == "label" or words.rstrip().endswith(":") else ""
            case List():
                yield from self._list(block)
            case Quote():
                yield from self.walk(block.blocks)
            case Callout():
                yield from self._callout(block)
            case FieldTable():
                for label, values in block.rows:
                    for value in values:
                        words = plain(value)
                        role: Role = "source" if words.startswith("Source:") else "prose"
                        yield from self._text(words, lead=plain(label), role=role)
            case Exhibit():
                yield from self._exhibit(block)
            case _:
                pass

    def _list(self, block: List) -> Iterator[Sentence]:
        lead = self.lead
        for item in block.items:
            for inner in item:
                self.lead = lead
                yield from self._block(inner)
        self.lead = ""

    def _callout(self, block: Callout) -> Iterator[Sentence]:
        outer = self.here
        self.here = replace(outer, rights=block.role == "rights")
        self.lead = block.title
        for inner in block.blocks:
            if isinstance(inner, Paragraph) and not plain(inner.inlines).rstrip().endswith(":"):
                yield from self._text(plain(inner.inlines))
            else:
                yield from self._block(inner)
        self.here, self.lead = outer, ""

    def _exhibit(self, block: Exhibit) -> Iterator[Sentence]:
        for lead, words in _cells(block.content):
            yield from self._text(words, lead=lead, role="cell", exhibit=block.key)
        yield from self._text(plain(block.source), role="source", exhibit=block.key)

    def _text(
        self, words: str, lead: str | None = None, role: Role = "prose", exhibit: str = ""
    ) -> Iterator[Sentence]:
        base = replace(self.here, lead=self.lead if lead is None else lead, role=role, exhibit=exhibit)
        for count, text in enumerate(split(words)):
            yield replace(base, text=text, first=count == 0)


def _cells(content: Content) -> Iterator[tuple[str, str]]:
    match content:
        case DataTable():
            for row in content.rows:
                for column, cell in zip(content.columns, row.cells, strict=False):
                    yield from ((column.title, plain(words)) for words in cell.paragraphs)
        case Matrix():
            for title, cells in content.rows:
                yield from ((title, plain(words)) for cell in cells for words in cell.paragraphs)
        case Gantt():
            yield from (("", bar.title) for _, bars in content.groups for bar in bars)
        case Chart():
            yield from _cells(content.table)
        case _:
            yield from _cells(content.table)


def words_of(inlines: Inlines) -> str:
    """Return the words of some inlines on one line."""
    return " ".join(plain(inlines).split())
