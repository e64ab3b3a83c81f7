"""The dispatch: every kind of block has one writer, and the type checker names the one that has none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, assert_never

from stratgen.document import (
    Block,
    Callout,
    Exhibit,
    FieldTable,
    Heading,
    List,
    PageBreak,
    Paragraph,
    Quote,
)
from stratgen.document.inlines import plain
from stratgen.word.callouts import write_callout
from stratgen.word.exhibits import write_exhibit
from stratgen.word.fieldtables import write_field_table
from stratgen.word.headings import HeadingWriter
from stratgen.word.job import Job
from stratgen.word.lists import write_list
from stratgen.word.paragraphs import write_paragraph
from stratgen.word.place import BODY, QUOTE, Place
from stratgen.word.tables import hold_last, hold_together

SHORT_INTRODUCTION = 240
"""How many letters the line between a heading and its table has at most, to be held with it."""


class BodyWriter:
    """Puts blocks down in order and remembers the headings for the table of contents."""

    def __init__(self, job: Job, bound: bool) -> None:
        self._job = job
        self._headings = HeadingWriter(job, bound)
        self.entries: list[tuple[Heading, str]] = []
        self._whole: tuple[int, int] | None = None
        """The level of the section that stays on one page, and where it begins in the body."""
        self._state: Literal["", "heading", "line"] = ""
        """Whether a heading was just put down, or one short paragraph under it."""

    def write(self, blocks: Sequence[Block], place: Place = BODY) -> None:
        """Put down some blocks; those inside a callout, quote or list keep the look of their place."""
        for block in blocks:
            self.write_block(block, place)

    def write_block(self, block: Block, place: Place = BODY) -> None:
        """Put down one block."""
        self._keep_introduction(block)
        match block:
            case Heading():
                self._keep_whole(block)
                self.entries.append((block, self._headings.write(block)))
            case Paragraph():
                write_paragraph(self._job, block, place)
            case List():
                write_list(self._job, block, place, self.write)
            case Quote():
                self.write(block.blocks, place if place.boxed else QUOTE)
            case Callout():
                write_callout(self._job, block, self.write)
            case Exhibit():
                write_exhibit(self._job, block)
            case FieldTable():
                write_field_table(self._job, block)
            case PageBreak():
                self._job.start_page()
            case _:
                assert_never(block)

    def end(self) -> None:
        """Say that nothing follows."""
        self._keep_whole(None)

    def _keep_introduction(self, block: Block) -> None:
        """Hold the only line under a heading with the table or figure that it introduces."""
        match block:
            case Heading():
                self._state = "heading"
            case Paragraph() if self._state == "heading" and len(plain(block.inlines)) <= SHORT_INTRODUCTION:
                self._state = "line"
            case Exhibit() | FieldTable() if self._state == "line":
                hold_last(self._job)
                self._state = ""
            case _:
                self._state = ""

    def _keep_whole(self, following: Heading | None) -> None:
        """Hold a section together that asks for it, once a heading of its level or the end shows that it is whole."""
        if self._whole and (following is None or following.level <= self._whole[0]):
            hold_together(self._job, self._whole[1])
            self._whole = None
        if following and following.whole and not self._whole:
            self._whole = following.level, len(self._job.body)
