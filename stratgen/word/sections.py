"""Sections: stretches of pages that share a header and an orientation, each with parts of its own.

In a bound pack every part has its own header; a landscape stretch has one too, since tabs do not know how
wide the page is.
"""

from __future__ import annotations

from typing import NamedTuple

from stratgen.document import Block, Document, Heading
from stratgen.document.inlines import plain
from stratgen.word import headers
from stratgen.word.job import Job
from stratgen.word.pagination import landscape_level


class State(NamedTuple):
    """What the pages of a section have in common."""

    title: str
    """What the header says."""
    level: int = 0
    """The level of the heading that turned the pages to landscape; 0 for upright pages."""
    fine: bool = False
    """Whether tables are of smaller type, as they are in an annex."""


class Sections:
    """The sections of one document in order; `files` are their header and footer parts by name."""

    def __init__(self, job: Job, document: Document, bound: bool) -> None:
        self.job, self.document, self.bound = job, document, bound
        self.files: dict[str, str] = {}
        self.state = State(document.title)
        self._first = True
        self._footer = ""

    def state_at(self, block: Block) -> State:
        """Return the state from a block on; the present one if the block changes nothing."""
        return State(self._title(block), landscape_level(block, self.state.level), self._is_fine(block))

    def begin(self, state: State) -> None:
        """Go over to another state: from here on the text is as wide as its pages allow."""
        self.state = state
        self.job.set_type(state.fine)
        margins = self.job.style.margins
        self.job.width = headers.text_width(
            (margins.left, margins.right), self.document.paper, bool(state.level)
        )

    def end(self) -> str:
        """Return the `w:sectPr` of the present section, with the headers and footers it brings."""
        first, self._first = self._first, False
        job, document = self.job, self.document
        references = ""
        if first:
            references += self._put("header", "first", headers.first_header(job, document))
        # Every drawing of a file has a number of its own; footers that are alike are one part.
        logo = headers.LOGO + 3 + len(self.files)
        references += self._put("header", "default", headers.header(job, document, self.state.title, logo))
        footer = headers.footer(job, document, headers.LOGO + 1 + bool(self.state.level))
        if first:
            opening = headers.empty_footer(job) if document.cover else footer
            references += self._put("footer", "first", opening)
        if footer != self._footer:
            references += self._put("footer", "default", footer)
            self._footer = footer
        return headers.section_properties(job, document.paper, references, first, bool(self.state.level))

    def _is_fine(self, block: Block) -> bool:
        if self.bound and isinstance(block, Heading) and block.level == 1:
            return block.kind == "annex"
        return self.state.fine

    def _title(self, block: Block) -> str:
        """Return what the header says from a block on: in a pack its part, after the parts the pack again."""
        if not (self.bound and isinstance(block, Heading) and block.level == 1):
            return self.state.title
        if block.kind != "part":
            return self.document.title
        return f"{block.number}  {plain(block.inlines)}".strip()

    def _put(self, kind: str, on: str, content: str) -> str:
        """Keep a part and return the reference to it; a footer that stands already is shared."""
        known = [file for file in self.files if file.startswith(kind)]
        same = [file for file in known if kind == "footer" and self.files[file] == content]
        file = same[0] if same else f"{kind}{len(known) + 1}.xml"
        self.files[file] = content
        return f'<w:{kind}Reference w:type="{on}" r:id="{file.removesuffix(".xml")}"/>'
