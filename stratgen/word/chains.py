"""What a style says once everything that it builds on is taken into account.

It reads the tree of a styles part, whoever wrote it; a circle of styles ends where it began.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from stratgen.word.guard import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PAPER = "FFFFFF"
_SIX = re.compile(r"[0-9A-Fa-f]{6}")
_THEMED = {"major": "majorFont", "minor": "minorFont"}


class Chains:
    """The styles of one styles part by id, and what holds for each."""

    def __init__(self, tree: Element) -> None:
        self._tree = tree
        self.styles = {style.get(f"{W}styleId", ""): style for style in tree.iterfind(f"{W}style")}

    @classmethod
    def of(cls, styles: str) -> Chains:
        """Return the chains of a styles part that is known to be well-formed."""
        return cls(etree.fromstring(styles.encode()))

    def line(self, number: str) -> Iterator[Element]:
        """Yield a style and then those that it builds on, the nearest first."""
        seen: set[str] = set()
        while number in self.styles and number not in seen:
            seen.add(number)
            style = self.styles[number]
            yield style
            number = value(style.find(f"{W}basedOn"))

    def circles(self) -> list[str]:
        """Return the ids of styles that build on themselves, by whatever way."""
        found = []
        for number in self.styles:
            *_, last = self.line(number)
            if value(last.find(f"{W}basedOn")) in self.styles:
                found.append(number)
        return found

    def ink(self, number: str) -> str:
        """Return the colour of text in a style, six hex digits; automatic is black."""
        for style in self.line(number):
            colour = style.find(f"{W}rPr/{W}color")
            if colour is not None:
                return _colour(value(colour)) or "000000"
        return _colour(value(self._tree.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}color"))) or "000000"

    def ground(self, number: str) -> str:
        """Return the shade that a paragraph or character style brings for its text; "" if none."""
        for style in self.line(number):
            for place in ("rPr", "pPr"):
                shade = style.find(f"{W}{place}/{W}shd")
                if shade is not None:
                    return _colour(value(shade, "fill"))
        return ""

    def head_fill(self, number: str) -> str:
        """Return the fill of the first row of a table style; paper if it has none."""
        for style in self.line(number):
            shade = style.find(f"{W}tblStylePr[@{W}type='firstRow']/{W}tcPr/{W}shd")
            if shade is not None:
                return _colour(value(shade, "fill")) or PAPER
        return PAPER

    def font(self, number: str) -> str:
        """Return the font of a style: its name, or `majorFont` or `minorFont` where the theme says; "" if none."""
        places = [style.find(f"{W}rPr/{W}rFonts") for style in self.line(number)]
        for fonts in (*places, self._tree.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts")):
            if fonts is None:
                continue
            if theme := fonts.get(f"{W}asciiTheme"):
                return _THEMED.get(theme[:5], "minorFont")
            if name := fonts.get(f"{W}ascii"):
                return name
        return ""

    def size(self, number: str) -> float:
        """Return the type size of a style in points; Word's own 10 if nothing says one."""
        places = [style.find(f"{W}rPr/{W}sz") for style in self.line(number)]
        for size in (*places, self._tree.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")):
            if re.fullmatch(r"\d{1,4}", value(size)):
                return int(value(size)) / 2
        return 10.0


def value(element: Element | None, name: str = "val") -> str:
    """Return an attribute of Word's; "" where there is none."""
    return "" if element is None else str(element.get(W + name, ""))


def _colour(text: str) -> str:
    return text.upper() if _SIX.fullmatch(text) else ""
