"""The house style: the one place where a role of the document becomes a Word style.

It holds the package parts that do not change from document to document, as text, and what the writers
have to know about them. It does not know how a page is written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from types import MappingProxyType
from typing import Literal

from stratgen.colour import LEGIBLE, contrast, mixed
from stratgen.document import Tone
from stratgen.errors import Fault
from stratgen.word.colour import shade, tint

StyleKind = Literal["paragraph", "character", "table"]

Paper = Literal["A4", "Letter", ""]
"""A paper that a brand asks for; "" where it does not."""

_CALLOUTS = ("decision", "finding", "risk", "caution", "rights", "quote", "example")

ROLES: Mapping[str, tuple[StyleKind, str]] = MappingProxyType(
    {
        "body": ("paragraph", "Normal"),
        **{f"heading-{level}": ("paragraph", f"heading {level}") for level in range(1, 5)},
        "title": ("paragraph", "Title"),
        "subtitle": ("paragraph", "Subtitle"),
        "client": ("paragraph", "Document Client"),
        "details": ("paragraph", "Document Details"),
        "cover-client": ("paragraph", "Cover Client"),
        "cover-title": ("paragraph", "Cover Title"),
        "cover-subtitle": ("paragraph", "Cover Subtitle"),
        "cover-detail": ("paragraph", "Cover Detail"),
        "cover-label": ("character", "Cover Label"),
        "contents-heading": ("paragraph", "TOC Heading"),
        "contents-1": ("paragraph", "toc 1"),
        "contents-2": ("paragraph", "toc 2"),
        "exhibit-list": ("paragraph", "table of figures"),
        "lead": ("paragraph", "Lead"),
        "label": ("paragraph", "Label"),
        "small": ("paragraph", "Small Print"),
        "source": ("paragraph", "Source"),
        "quote": ("paragraph", "Quote"),
        "bullet-1": ("paragraph", "List Bullet"),
        "bullet-2": ("paragraph", "List Bullet 2"),
        "bullet-3": ("paragraph", "List Bullet 3"),
        "number-1": ("paragraph", "List Number"),
        "number-2": ("paragraph", "List Number 2"),
        "number-3": ("paragraph", "List Number 3"),
        "continue-1": ("paragraph", "List Continue"),
        "continue-2": ("paragraph", "List Continue 2"),
        "continue-3": ("paragraph", "List Continue 3"),
        "caption": ("paragraph", "caption"),
        "chart": ("paragraph", "Chart"),
        "caption-number": ("character", "Caption Number"),
        "cell": ("paragraph", "Table Text"),
        "cell-head": ("paragraph", "Table Head"),
        "cell-total": ("paragraph", "Table Total"),
        "cell-group": ("paragraph", "Table Group"),
        "cell-reversed": ("paragraph", "Table Text Reversed"),
        "cell-bullet": ("paragraph", "Table Bullet"),
        "field-label": ("paragraph", "Field Label"),
        "cell-fine": ("paragraph", "Annex Table Text"),
        "cell-head-fine": ("paragraph", "Annex Table Head"),
        "cell-total-fine": ("paragraph", "Annex Table Total"),
        "cell-group-fine": ("paragraph", "Annex Table Group"),
        "cell-reversed-fine": ("paragraph", "Annex Table Text Reversed"),
        "field-label-fine": ("paragraph", "Annex Field Label"),
        "table-end": ("paragraph", "Table End"),
        "table": ("table", "Strategy Table"),
        "matrix": ("table", "Matrix Table"),
        "plan": ("table", "Plan Table"),
        "fields": ("table", "Field Table"),
        **{f"callout-{role}": ("paragraph", f"Callout {role.title()}") for role in _CALLOUTS},
        **{f"callout-{role}-title": ("paragraph", f"Callout {role.title()} Title") for role in _CALLOUTS},
        "header": ("paragraph", "header"),
        "header-bare": ("paragraph", "Header Bare"),
        "footer": ("paragraph", "footer"),
        "note": ("paragraph", "footnote text"),
        "note-mark": ("character", "footnote reference"),
        "link": ("character", "Hyperlink"),
        "open-point": ("character", "Open Point"),
        "code": ("character", "Code"),
        "prompt": ("character", "Placeholder Text"),
    }
)
"""Every role that the writers use, with the kind and the name of its style in Word.

The names are the published list: a house style that has them is complete."""

FINE = "-fine"
"""How the roles end that take the place of others in the tables of annexes, which are looked up and not read."""

LISTS = (
    "stratgen-sections", "stratgen-parts", "stratgen-annexes", "stratgen-bullets", "stratgen-numbers",
    "stratgen-table-bullets", "stratgen-callout-bullets", "stratgen-callout-numbers", "stratgen-plain",
)  # fmt: skip
"""The numbering definitions that the writers use, by the `w:name` of their `w:abstractNum`."""


@dataclass(frozen=True, slots=True)
class Margins:
    """The margins of a page and the places of header and footer, in twips."""

    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int


@dataclass(frozen=True, slots=True)
class Fill:
    """The fill of a cell (six hex digits) and whether its words are light instead of dark."""

    colour: str
    reversed: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A logo for the header or footer: an image file and its size on the page in EMU."""

    content: bytes
    extension: Literal["png", "jpeg", "gif"]
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class FixedLine:
    """A line of a header or footer that is the same on every page of every document."""

    text: str
    align: str = "left"
    """`left`, `center` or `right`."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbering part, and where its lists are: `abstract` and `numbers` by name, `free` on."""

    definitions: str
    instances: Mapping[int, int]
    abstract: Mapping[str, int]
    numbers: Mapping[str, int]

    @property
    def free(self) -> int:
        """The first `w:numId` that is not taken."""
        return max(self.instances, default=0) + 1


@dataclass(frozen=True, eq=False)
class HouseStyle:
    """Everything about the look of a document; equal only to itself, so that it can key a cache."""

    name: str
    """Where it came from, for messages."""
    styles: str
    theme: str
    settings: str
    fonts: str
    numbering: Numbering
    margins: Margins
    words: Mapping[str, str]
    """The few words that pages bring themselves ("Contents", "Page"), by key."""
    fills: Mapping[Tone, Fill]
    colours: Mapping[str, str]
    """The theme's colours (`dk1`, `accent1`, ...), six hex digits each."""
    ids: Mapping[str, str]
    """The style id of every role."""
    header_picture: Picture | None = None
    footer_picture: Picture | None = None
    header_lines: tuple[FixedLine, ...] = ()
    footer_lines: tuple[FixedLine, ...] = ()
    paper: Paper = ""
    """The paper that the brand wants, whatever the answers are written in; "" leaves it to them."""
    breadth: float = 1.0
    """How wide the words of tables run beside our own Calibri of nine points."""
    head_breadth: float = 1.0
    """The same for the lines of header and footer, whose own are of eight points."""
    found: Mapping[str, str] = field(default_factory=dict)
    """How each role was found in a brand's file; the others are ours."""
    remarks: tuple[Fault, ...] = ()
    """What was mended on the way in; the style can be used all the same."""
    notes: tuple[Fault, ...] = ()
    """What was left behind, or is good to know."""

    @cached_property
    def fine_ids(self) -> Mapping[str, str]:
        """The style id of every role in an annex, where tables are of smaller type."""
        fine = {role.removesuffix(FINE): number for role, number in self.ids.items() if role.endswith(FINE)}
        return MappingProxyType({**self.ids, **fine})

    def font(self, which: Literal["majorFont", "minorFont"]) -> str:
        """Return the Latin font of headings or of running text; "" if the theme names none."""
        return theme_font(self.theme, which)


def theme_font(theme: str, which: str) -> str:
    """Return the Latin font of a theme part, for `majorFont` or `minorFont`; "" if it names none."""
    found = re.search(rf'<a:{which}>.*?<a:latin\b[^>]*?\btypeface="([^"]*)"', theme, re.DOTALL)
    return unescape(found[1]) if found else ""


def in_language(part: str, language: str) -> str:
    """Return a styles or settings part with `language` as the language of all text."""
    tag = re.sub(r"[^A-Za-z0-9-]", "", language) or "en-GB"
    part = re.sub(
        r'(<w:rPrDefault>.*?<w:lang\b[^>]*?\bw:val=")[^"]*', rf"\g<1>{tag}", part, count=1, flags=re.DOTALL
    )
    return re.sub(r'(<w:themeFontLang\b[^>]*?\bw:val=")[^"]*', rf"\g<1>{tag}", part, count=1)


DEEPER = 222
"""How much of the lightness of a bad rating, in 255ths, the severe one keeps."""


def tone_fills(colours: Mapping[str, str], rated: Mapping[str, str]) -> Mapping[Tone, Fill]:
    """Return the fill of every tone: levels and accent from the theme, ratings as given.

    Every fill leaves the text that stands on it a contrast of 4.5 at least.
    """
    main, ink = colours["accent1"], colours["dk1"]
    wanted: dict[Tone, str] = {
        "good": rated["good"], "watch": rated["watch"], "bad": rated["bad"], "none": rated["none"],
        "severe": shade(rated["bad"], DEEPER),
        "level-1": mixed(main, 0.12), "level-2": mixed(main, 0.28), "level-3": mixed(main, 0.52),
        "level-4": main, "accent": colours["accent2"],
    }  # fmt: skip
    return MappingProxyType({tone: _legible(fill, ink) for tone, fill in wanted.items()})


def _legible(fill: str, ink: str) -> Fill:
    if contrast(fill, ink) >= LEGIBLE:
        return Fill(fill, False)
    if contrast(fill, "FFFFFF") >= LEGIBLE:
        return Fill(fill, True)
    return _legible(tint(fill, 0xE0), ink)
