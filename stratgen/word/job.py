"""What the writers of one document share while it is being written, and how a paragraph is put down."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from typing import Literal

from stratgen.document import Block, Exhibit, Heading, keyed
from stratgen.word.form_data import Form
from stratgen.word.pagination import UNKNOWN_PAGES, Pagination, mark_name, names_of
from stratgen.word.style import HouseStyle

GAP = 200
"""The space before running text that follows a table, in twips."""

FINE_SIZE = 8 / 9
"""How large the smaller type of our annexes is beside the usual one of tables."""

_SETTLED = ("heading-", "caption", "source", "contents-", "title", "cover-", "client", "table-end")
"""Roles whose styles bring their own space above."""


class Relations:
    """The relationships of one part; the same target gets the same id."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.targets: dict[str, str] = {}

    def id_of(self, target: str) -> str:
        """Return the relationship id of an address outside the document."""
        return self.targets.setdefault(target, f"{self.prefix}{len(self.targets) + 1}")


class Job:
    """One document on its way to paper."""

    def __init__(
        self,
        style: HouseStyle,
        width: int,
        blocks: Sequence[Block],
        pagination: Pagination = UNKNOWN_PAGES,
        comments: bool = False,
        language: str = "en-GB",
        form: Form | None = None,
    ) -> None:
        self.style = style
        self.language = language
        self.form = form or Form("")
        """The fields that its reader fills in, as they come."""
        self.pages = pagination.pages
        """The page of every mark, if pages are known."""
        self.short_contents = pagination.short_contents
        self.ids = style.ids
        self.breadth = style.breadth
        """How wide the words of tables run beside our own of nine points."""
        self.width = width
        """The width of the text in twips."""
        self.body: list[str] = []
        self.targets: dict[str, Heading | Exhibit] = {}
        for key, block in keyed(blocks):
            if self.targets.setdefault(key, block) is not block:
                raise ValueError(f"two blocks have the key {key!r}")
        self.marks = names_of(blocks)
        """The name of the bookmark round the words of each heading and exhibit, by key."""
        self.exhibits: list[tuple[Exhibit, str]] = []
        """The numbered exhibits that stand already, with their marks."""
        self.links = Relations("link")
        self.note_links = Relations("link")
        self.notes: list[str] = []
        self.comments: list[str] | None = [] if comments else None
        """What the comments in the margin say, so far; None where there are to be none."""
        self.instances: list[str] = []
        self.sequences: dict[str, int] = {}
        self.charts: list[tuple[str, bytes]] = []
        """Every chart part with its workbook, in the order of the text."""
        self.page_break = False
        self.opened = False
        """Whether pages stand before the body: a cover, a table of contents."""
        self.after_table = False
        self._bookmarks = 0
        self._marks = 0
        self._breaks = pagination.breaks
        self._free = style.numbering.free

    def set_type(self, fine: bool) -> None:
        """Let the tables from here on be of the smaller type of annexes, or of the usual one."""
        self.ids = self.style.fine_ids if fine else self.style.ids
        self.breadth = self.style.breadth * (FINE_SIZE if fine else 1)

    def bookmark(self, name: str, content: str) -> str:
        """Return `content` inside a bookmark."""
        self._bookmarks += 1
        number = self._bookmarks
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'

    def chart(self, part: str, workbook: bytes) -> str:
        """Take in a chart part with its workbook; return the relationship id of the chart."""
        self.charts.append((part, workbook))
        return f"chart{len(self.charts)}"

    def next_mark(self) -> str:
        """Return the name of the next mark; it starts a page where the pagination says so."""
        self._marks += 1
        name = mark_name(self._marks)
        if name in self._breaks:
            self.start_page()
        return name

    def start_page(self) -> None:
        """Let the next block start a page, unless nothing stands before it."""
        self.page_break = self.page_break or self.opened or bool(self.body)

    def restart(self, abstract: int, levels: dict[int, int]) -> int:
        """Return the id of a new list that counts from `levels[level]` on the levels given."""
        overrides = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
            for level, start in sorted(levels.items())
        )
        number = self._free
        self._free += 1
        self.instances.append(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
        )
        return number

    def paragraph(
        self,
        role: str,
        content: str,
        *,
        keep: bool = False,
        numbered: tuple[int, int] | None = None,
        after: int | None = None,
        before: int | None = None,
        line: int | None = None,
    ) -> None:
        """Put down a paragraph: `keep` holds it with the next, `numbered` is (list, level), `line` its exact height."""
        if self.after_table:
            self.after_table = False
            if before is None and not role.startswith(_SETTLED):
                before = GAP
        dress = "<w:keepNext/>" if keep else ""
        if self.page_break:
            self.page_break = False
            dress += "<w:pageBreakBefore/>"
            # Programs differ in whether the space above counts at the top of a page that was asked for.
            before = 0
        if numbered:
            dress += f'<w:numPr><w:ilvl w:val="{numbered[1]}"/><w:numId w:val="{numbered[0]}"/></w:numPr>'
        if before is not None or after is not None or line is not None:
            above = "" if before is None else f' w:before="{before}"'
            below = "" if after is None else f' w:after="{after}"'
            high = "" if line is None else f' w:line="{line}" w:lineRule="exact"'
            dress += f"<w:spacing{above}{below}{high}/>"
        self.body.append(f'<w:p><w:pPr><w:pStyle w:val="{self.ids[role]}"/>{dress}</w:pPr>{content}</w:p>')

    def space(self, index: int, side: Literal["before", "after"], twips: int) -> None:
        """Set the space on one side of a paragraph that stands already; a table is left as it is."""
        paragraph = self.body[index]
        if not paragraph.startswith("<w:p>"):
            return
        head, mark, rest = paragraph.partition("</w:pPr>")
        if "<w:spacing" in head:
            head = re.sub(rf' w:{side}="\d+"', "", head)
            head = head.replace("<w:spacing", f'<w:spacing w:{side}="{twips}"')
        else:
            head += f'<w:spacing w:{side}="{twips}"/>'
        self.body[index] = head + mark + rest

    def table(self, table: str) -> None:
        """Put down a table; two tables in a row are kept apart, or Word would make them one."""
        if self.after_table:
            self.paragraph("table-end", "")
        self.body.append(table)
        self.after_table = True

    def end_section(self, properties: str) -> None:
        """End a section after what stands there: its `w:sectPr` belongs to its last paragraph."""
        if self.after_table or not self.body or not self.body[-1].endswith("</w:p>"):
            self.paragraph("table-end", "")
        last = self.body[-1]
        at = last.index("</w:pPr>", last.rindex("<w:p>"))
        self.body[-1] = last[:at] + properties + last[at:]


def target_name(key: str) -> str:
    """Return the name of the bookmark that references to `key` point at: legal and unique in Word.

    A name has 40 characters at most, of letters, digits and underscores; a key that does not fit is
    told apart by a checksum.
    """
    if re.fullmatch(r"[A-Za-z0-9-]{1,34}", key):
        return "_Ref_" + key.replace("-", "_")
    stem = re.sub(r"[^A-Za-z0-9]", "_", key)[:24]
    return f"_Ref_{stem}__{zlib.crc32(key.encode('utf-8', 'surrogatepass')):08x}"
