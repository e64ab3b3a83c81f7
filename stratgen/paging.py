"""The layout pass: Word files whose page numbers are true and stay true.

LibreOffice lays the documents out, the numbers are written, and the result is laid out again until it no
longer changes. Then every line is set a little closer and a little wider, as another program would: what
moves to another page stood too near an edge, and gets a page break of its own. It knows documents, marks
and pages, and nothing of how either room does its work.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from stratgen import word
from stratgen.document import Document, Heading
from stratgen.page_breaks import Places, Stretches

PITCHES = (1.0, 0.978, 1.022, 0.989, 1.011)
"""How far apart the lines are tried to stand, where 1 is as the house style has them: LibreOffice and Word
differ by less. The outer two find nearly every edge; the style's own and the inner two are the proof."""

_OUTER, _INNER = (1, 2), (0, 3, 4)
"""The places in `PITCHES` that one layout tries together."""

ROUNDS = 16
"""How often a document is laid out and mended at most."""

_FIRST = 8
"""The page that every number says before the first layout: one digit, as most will have."""


_HINT = "The contents name no pages; --pages adds page numbers (LibreOffice lays the pages out, in half a minute)."
_MISSING = "LibreOffice was not found, so the contents name no pages. Install it (its Writer is enough) and render again."
_LOOSE = (
    "{name}: {count} of its headings and exhibits stand so near the edge of a page that Word may show them one"
    " page before or after the one that is named."
)
_RESTLESS = "{name}: its pages could not be told for certain, so it names none."


@dataclass(frozen=True, slots=True)
class Layout:
    """The page of each heading of a document, in its order, and how many pages there are."""

    headings: tuple[tuple[Heading, int], ...]
    whole: int


@dataclass(frozen=True, slots=True)
class Paged:
    """The Word files of some documents by name, and what to know about their page numbers, in sentences."""

    files: Mapping[str, bytes]
    remarks: tuple[str, ...] = ()
    layouts: Mapping[str, Layout] = field(default_factory=dict)
    """Of each document whose pages were told for certain, where they are."""


class Draft:
    """One document between two layouts."""

    def __init__(self, document: Document, style: word.HouseStyle, comments: bool = False) -> None:
        self.document, self.comments = document, comments
        self.styles = [word.with_line_pitch(style, pitch) if pitch != 1 else style for pitch in PITCHES]
        self.marks = word.marks(document)
        self.text = word.text_shares(style, document.paper)
        """Between which shares of a page's height the text stands."""
        glued = _under_a_heading(document)
        self._stretches = Stretches(
            [mark.name for mark in self.marks],
            {mark.name for mark in self.marks if mark.starts_page},
            {mark.name for mark in self.marks if id(mark.block) in glued},
        )
        self.pages: dict[str, int] = {mark.name: _FIRST for mark in self.marks}
        self.breaks: frozenset[str] = frozenset()
        self.short = False
        """Whether the contents are to name less: with all of it they end too near the edge of their page."""
        self._loose: dict[tuple[int, ...], frozenset[str]] = {}
        self.trials: tuple[int, ...] = _OUTER
        """The pitches of the next layout."""
        self.settled = False
        self.trusted = True
        self.whole = 0
        """How many pages the last layout had, with the lines as the house style has them."""

    def written(self, pitch: int = 0) -> bytes:
        """Return the Word file with the lines of one of the pitches."""
        known = self.pages if self.trusted else None
        breaks = self.breaks if self.trusted else frozenset()
        paged = word.Pagination(known, breaks, self.short)
        return word.write(self.document, self.styles[pitch], paged, self.comments)

    def read(self, places: Sequence[Places]) -> None:
        """Take in where the marks lie in a layout at each of the `trials`, in their order."""
        layouts = [{name: int(place) for name, place in each.items()} for each in places]
        found = layouts[0]
        if any(found.keys() != {mark.name for mark in self.marks} for found in layouts):
            self.trusted, self.settled = False, True
            return
        true = found == self.pages
        self.pages = dict(found)
        self._loose[self.trials] = frozenset(
            mark.name for mark in self.marks if len({layout[mark.name] for layout in layouts}) > 1
        )
        # What comes before the first mark is the contents: no break of ours mends them.
        short = self.short or len({layout[self.marks[0].name] for layout in layouts}) > 1
        breaks = self._stretches.mended(self.breaks, places)
        firm = breaks == self.breaks and short == self.short
        self.settled = firm and true and self.trials == _INNER
        # Page numbers take the same room whatever they say, so that only a new break asks for all again.
        self.trials = _INNER if firm else _OUTER
        self.breaks, self.short = breaks, short

    @property
    def loose(self) -> frozenset[str]:
        """The marks that the last layouts still found on more than one page."""
        return frozenset().union(*self._loose.values())

    @property
    def layout(self) -> Layout:
        """The pages as the last layout found them."""
        found = ((mark.block, self.pages[mark.name]) for mark in self.marks)
        return Layout(tuple((block, page) for block, page in found if isinstance(block, Heading)), self.whole)


def _under_a_heading(document: Document) -> frozenset[int]:
    """Return which blocks stand right under a heading, by identity: a break between the two would strand it."""
    pairs = zip(document.blocks, document.blocks[1:], strict=False)
    return frozenset(id(after) for before, after in pairs if isinstance(before, Heading))


def written(
    documents: Mapping[str, Document], style: word.HouseStyle, with_pages: bool, comments: bool = False
) -> Paged:
    """Return the Word files of some documents, with page numbers where they are wanted and can be had.

    Raises OfficeError where LibreOffice is there but fails.
    """
    if with_pages and _can_lay_out():
        return paged(documents, style, comments)
    files = {name: word.write(document, style, comments=comments) for name, document in documents.items()}
    if with_pages:
        return Paged(files, (_MISSING,))
    return Paged(files, (_HINT,) if any(document.contents for document in documents.values()) else ())


def _can_lay_out() -> bool:
    from stratgen import office  # a process is started only for those who ask for pages

    return office.available()


def paged(documents: Mapping[str, Document], style: word.HouseStyle, comments: bool = False) -> Paged:
    """Return the Word files of some documents with their page numbers; raises OfficeError.

    A document that prints no page numbers is not laid out.
    """
    drafts = {
        name: Draft(document, style, comments)
        for name, document in documents.items()
        if word.names_pages(document)
    }
    for _ in range(ROUNDS):
        restless = {name: draft for name, draft in drafts.items() if not draft.settled}
        if not restless:
            break
        _lay_out(restless)
    remarks: list[str] = []
    for name, draft in drafts.items():
        draft.trusted = draft.trusted and draft.settled
        if not draft.trusted:
            remarks.append(_RESTLESS.format(name=name))
        elif draft.loose:
            remarks.append(_LOOSE.format(name=name, count=len(draft.loose)))
    files = {
        name: drafts[name].written() if name in drafts else word.write(document, style, comments=comments)
        for name, document in documents.items()
    }
    return Paged(
        files, tuple(remarks), {name: draft.layout for name, draft in drafts.items() if draft.trusted}
    )


def _lay_out(drafts: Mapping[str, Draft]) -> None:
    """Lay out every draft at the pitches it wants tried, all in one go, and let it read its pages."""
    from stratgen import office

    files = {
        f"{name} {pitch}": draft.written(pitch) for name, draft in drafts.items() for pitch in draft.trials
    }
    laid = office.to_pdf(files, bare=True)
    for name, draft in drafts.items():
        names = frozenset(mark.name for mark in draft.marks)
        draft.whole = office.page_count(laid[f"{name} {draft.trials[0]}"])
        draft.read(
            [office.bookmark_places(laid[f"{name} {pitch}"], names, draft.text) for pitch in draft.trials]
        )
