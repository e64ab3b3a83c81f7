"""Puts the printed values where their tokens stand, and makes blocks of the laid-out lines.

A value is filled in letter for letter. Where it stands alone it may be several paragraphs and lists; inside
a line it stays one stretch of text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from stratgen.document import (
    Block,
    Callout,
    Emphasis,
    FieldTable,
    FormField,
    Heading,
    Inline,
    Inlines,
    Link,
    List,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Reference,
    Strong,
    Text,
    plain,
)
from stratgen.drafting.desk import (
    EXHIBIT_TOKEN,
    OPEN,
    TOKEN,
    Blocks,
    Desk,
    UnprintableError,
    as_blocks,
    as_inlines,
    refers,
    renumbered,
)
from stratgen.drafting.layout import (
    BreakLine,
    CalloutLines,
    ExhibitLine,
    FieldLines,
    Flaw,
    HeadingLine,
    Piece,
    ProseLines,
)
from stratgen.drafting.notation import SCHEMES, Complaint, merged, read_line, read_prose
from stratgen.drafting.texts import is_blank, on_one_line, paragraphs, slug, text_blocks

_PLAIN_ONLY = ("a title holds a note, reference or exhibit", "Move it into the text below.")
_ALONE = re.compile(rf"\s*{TOKEN.pattern}\s*")


class Filler:
    """Makes blocks of pieces; what is wrong with them gathers in `flaws`."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.flaws: list[Flaw] = []
        self.origins: dict[str, int] = {}
        """The line of each heading and exhibit, by key."""

    def fill(self, piece: Piece) -> Blocks:
        """Return the blocks that a piece stands for."""
        try:
            return self._fill(piece)
        except UnprintableError as fault:
            self.flaws.append(Flaw(piece.line, fault.what, fault.mend))
            return ()

    def _fill(self, piece: Piece) -> Blocks:
        match piece:
            case ProseLines():
                return self._prose(piece.line, piece.text)
            case HeadingLine():
                return self._heading(piece)
            case CalloutLines():
                return self._callout(piece)
            case FieldLines():
                return self._fields(piece)
            case ExhibitLine():
                exhibit = self.desk.shown[piece.index]
                self.origins.setdefault(exhibit.key, piece.line)
                return (exhibit,)
            case BreakLine():
                return (PageBreak(),)
            case _:
                assert_never(piece)

    def line(self, at: int, text: str) -> Inlines:
        """Return the inlines of one stretch of text in the notation."""
        counted, order = renumbered(text)
        line = read_line(counted)
        self._complain(at, line.complaints)
        return _Values(self.desk, order).inlines(line.inlines) if order else line.inlines

    def check_plain(self, entries: Iterable[tuple[int, str]]) -> None:
        """Complain of notes, references and exhibits in lines that end as plain text."""
        for at, text in entries:
            values = [self.desk.values[int(index)] for index in TOKEN.findall(text)]
            dressed = any(not isinstance(value, str) and refers(as_inlines(value)) for value in values)
            if dressed or EXHIBIT_TOKEN.search(text):
                self.flaws.append(Flaw(at, *_PLAIN_ONLY))

    def words(self, at: int, text: str) -> str:
        """Return the plain words of text for a place that can show nothing else, on one line."""
        inlines = self.line(at, text)
        if refers(inlines):
            self.flaws.append(Flaw(at, *_PLAIN_ONLY))
        return plain(inlines).replace("\n", " ").strip()

    def _prose(self, at: int, text: str, boxed: bool = False) -> Blocks:
        counted, order = renumbered(text)
        prose = read_prose(counted)
        self._complain(at, prose.complaints)
        values = _Values(self.desk, order)
        found: list[Block] = []
        for line, block in prose.blocks:
            found.extend(values.blocks(block, boxed) if order else _kept(block))
            if _has_empty_item(found[-1:]):
                self.flaws.append(
                    Flaw(
                        at + line,
                        "an item of this list is empty",
                        "Print it only where there is something to say.",
                    )
                )
        return tuple(found)

    def _heading(self, piece: HeadingLine) -> Blocks:
        inlines = on_one_line(self.line(piece.line, piece.text))
        words = plain(inlines).strip()
        if not words:
            self.flaws.append(Flaw(piece.line, "this heading is empty", "Give it words."))
            return ()
        key = slug(self.desk.words(piece.key)) if piece.key else self._free_key(slug(words) or "section")
        self.origins.setdefault(key, piece.line)
        flags = (piece.new_page, piece.landscape, piece.apart, piece.whole, piece.opening)
        return (Heading(piece.level, inlines, key, piece.kind, "", *flags),)

    def _free_key(self, key: str) -> str:
        """Return a key that no piece before has; titles may repeat, given keys may not."""
        count, free = 1, key
        while free in self.origins:
            count += 1
            free = f"{key}-{count}"
        return free

    def _callout(self, piece: CalloutLines) -> Blocks:
        blocks = self._prose(piece.line + 1, piece.text, boxed=True)
        if not blocks:
            self.flaws.append(Flaw(piece.line, "this box is empty", "Print it only where it says something."))
        return (Callout(piece.role, self.words(piece.line, piece.title), blocks),)

    def _fields(self, piece: FieldLines) -> Blocks:
        rows: list[tuple[Inlines, tuple[Inlines, ...]]] = []
        for at, label, values in piece.rows:
            filled = tuple(part for value in values for part in self._field(at, value))
            if not filled or all(is_blank(part) for part in filled):
                self.flaws.append(Flaw(at, "this field has no value", "Print it only where it has one."))
            rows.append((on_one_line(self.line(at, label)), filled))
        return (FieldTable(tuple(rows), self.words(piece.line, piece.description)),)

    def _field(self, at: int, value: str) -> tuple[Inlines, ...]:
        alone = TOKEN.fullmatch(value)
        words = self.desk.values[int(alone[1])] if alone else ""
        if isinstance(words, str) and words:
            return tuple((Text(part),) for part in paragraphs(words))
        return (self.line(at, value),)

    def _complain(self, at: int, complaints: tuple[Complaint, ...]) -> None:
        self.flaws.extend(Flaw(at + one.line, one.what, one.mend) for one in complaints)


class _Values:
    """Fills parsed blocks with the values whose tokens they hold."""

    def __init__(self, desk: Desk, order: tuple[int, ...]) -> None:
        self.desk, self.order = desk, order

    def blocks(self, block: Block, inside: bool) -> Blocks:
        """Return a parsed block with its values; a paragraph that comes out blank is left out.

        Whatever stands `inside` a list, quote or box may hold paragraphs and lists only.
        """
        match block:
            case Paragraph():
                return self._paragraph(block, inside)
            case List():
                items = tuple(
                    tuple(one for inner in item for one in self.blocks(inner, True)) for item in block.items
                )
                return (List(items, block.ordered),)
            case Quote():
                blocks = tuple(one for inner in block.blocks for one in self.blocks(inner, True))
                return (Quote(blocks),) if blocks else ()
            case _:
                return (block,)

    def inlines(self, inlines: Inlines) -> Inlines:
        """Return parsed inlines with their values."""
        return merged([one for inline in inlines for one in self._inline(inline)])

    def _paragraph(self, paragraph: Paragraph, inside: bool) -> Blocks:
        match paragraph.inlines:
            case (Text(text=text, role=None),) if alone := _ALONE.fullmatch(text):
                value = self.desk.values[self.order[int(alone[1])]]
                if isinstance(value, str):
                    return text_blocks(value, paragraph.role) if value.strip() else ()
                if made := as_blocks(value):
                    if inside and not all(isinstance(one, Paragraph | List | Quote) for one in made):
                        raise UnprintableError(
                            "a table or figure stands in a list, quote or box", "Move it out."
                        )
                    return made
        return _kept(Paragraph(self.inlines(paragraph.inlines), paragraph.role))

    def _inline(self, inline: Inline) -> Inlines:
        match inline:
            case Text():
                return self._text(inline) if OPEN in inline.text else (inline,)
            case Emphasis() | Strong() | Note():
                inner = self.inlines(inline.inlines)
                return (replace(inline, inlines=inner),) if inner else ()
            case Link():
                inner = self.inlines(inline.inlines)
                address = TOKEN.sub(lambda match: self._words(int(match[1])), inline.address)
                # An answer may hold any words for an address; those that lead nowhere stay words.
                safe = address.startswith(SCHEMES) and not re.search(r"\s", address)
                return (Link(inner, address),) if safe else inner
            case Reference() | FormField():
                return (inline,)
            case _:
                assert_never(inline)

    def _text(self, text: Text) -> Inlines:
        found: list[Inline] = []
        for count, part in enumerate(TOKEN.split(text.text)):
            if count % 2 == 0:
                found.append(Text(part, text.role))
                continue
            value = self.desk.values[self.order[int(part)]]
            found.extend((Text(value, text.role),) if isinstance(value, str) else as_inlines(value))
        return tuple(found)

    def _words(self, number: int) -> str:
        return self.desk.words_of(self.order[number])


def _kept(block: Block) -> Blocks:
    return () if isinstance(block, Paragraph) and is_blank(block.inlines) else (block,)


def _has_empty_item(blocks: list[Block]) -> bool:
    return any(
        not item or _has_empty_item(list(item))
        for block in blocks if isinstance(block, List) for item in block.items
    )  # fmt: skip
