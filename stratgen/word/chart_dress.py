"""How the parts of a chart look: colours of the theme, lines, dots and letters.

One accent marks what is meant; everything else steps from the main colour to white, so that it can be
told apart in grey. Dashes and shapes of dots say the same once more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stratgen.colour import LEGIBLE, contrast
from stratgen.document import Series
from stratgen.word.colour import tint
from stratgen.word.text import attribute

SMALL = 900
"""The size of letters in a chart, in hundredths of a point."""
TITLE = 1000
"""The size of the title of a small chart."""
THIN, THICK = 9525, 28575
"""Widths of lines in EMU (0.75 and 2.25 points)."""

INK = '<a:schemeClr val="tx1"/>'
GRID = '<a:schemeClr val="bg1"><a:lumMod val="85000"/></a:schemeClr>'
RULE = '<a:schemeClr val="bg1"><a:lumMod val="50000"/></a:schemeClr>'
QUIET = '<a:schemeClr val="bg1"><a:lumMod val="55000"/></a:schemeClr>'
PAPER = '<a:schemeClr val="bg1"/>'
ACCENT = '<a:schemeClr val="accent2"/>'

_STEPS = (100, 60, 30)
"""How much of the main colour stays in the surfaces of each series, in percent: neighbours lie far apart."""
_HATCHES = ("wdUpDiag", "narHorz", "lgCheck")
"""How the surfaces after those are hatched: a fourth tint would not be told apart in grey."""
_SHADES = (100, 60)
"""The same for lines and points, whose shapes and dashes tell them apart: all are seen on paper."""
_SEEN = 3.0
"""The least contrast of a surface with the paper that needs no edge (WCAG 2, 1.4.11)."""
_DOTS = ("circle", "square", "triangle", "diamond")
_DASHES = ("solid", "sysDash", "dash", "lgDashDot")


@dataclass(frozen=True, slots=True)
class Look:
    """How a series is drawn."""

    colour: str
    """A colour as DrawingML."""
    inside: str
    """The colour of words that stand on it."""
    edge: str
    """The colour of the edge of its surfaces."""
    dash: str
    dot: str
    hollow: bool = False
    hatch: str = ""
    """The pattern of its surfaces; plain where empty."""


def looks(series: tuple[Series, ...], colours: Mapping[str, str], surfaces: bool) -> list[Look]:
    """Return the look of each series of a chart, which draws surfaces or lines and points."""
    found, plain = [], 0
    steps = _STEPS if surfaces else _SHADES
    for at, one in enumerate(series):
        dash, dot = _DASHES[at % len(_DASHES)], _DOTS[at % len(_DOTS)]
        match one.role:
            case "accent":
                found.append(Look(ACCENT, _on(colours["accent2"], colours), PAPER, "solid", dot))
            case "quiet":
                found.append(Look(QUIET, INK, PAPER, dash, dot))
            case "planned":
                found.append(Look(main(100), PAPER, PAPER, "sysDash", dot, hollow=True))
            case "plain" | "words":
                keep = steps[plain % len(steps)]
                ground = tint(colours["accent1"], keep * 255 // 100)
                edge = PAPER if contrast(ground, colours["lt1"]) >= _SEEN else main(100)
                hatched = surfaces and plain >= len(steps)
                hatch = _HATCHES[(plain - len(steps)) % len(_HATCHES)] if hatched else ""
                ink, edge = (INK, main(100)) if hatched else (_on(ground, colours), edge)
                found.append(Look(main(100 if hatched else keep), ink, edge, dash, dot, hatch=hatch))
                plain += one.role == "plain"
    return found


def main(keep: int) -> str:
    """Return the main colour lightened so that `keep` percent of its darkness stay."""
    if keep == 100:
        return '<a:schemeClr val="accent1"/>'
    return (
        f'<a:schemeClr val="accent1"><a:satMod val="45000"/><a:lumMod val="{keep * 1000}"/><a:lumOff val="{(100 - keep) * 1000}"/>'
        "</a:schemeClr>"
    )


def _on(ground: str, colours: Mapping[str, str]) -> str:
    return PAPER if contrast(ground, colours["lt1"]) >= LEGIBLE else INK


def filled(colour: str, edge: str = PAPER) -> str:
    """Return the properties of a shape with a fill and a thin edge."""
    return f"<c:spPr><a:solidFill>{colour}</a:solidFill>{line(edge)}</c:spPr>"


def hatched(colour: str, hatch: str, edge: str) -> str:
    """Return the properties of a shape filled with a pattern of a colour on paper."""
    pattern = f'<a:pattFill prst="{hatch}"><a:fgClr>{colour}</a:fgClr><a:bgClr>{PAPER}</a:bgClr></a:pattFill>'
    return f"<c:spPr>{pattern}{line(edge)}</c:spPr>"


def hollow(colour: str) -> str:
    """Return the properties of a shape with an edge and paper inside."""
    return f"<c:spPr><a:solidFill>{PAPER}</a:solidFill>{line(colour, THIN * 2)}</c:spPr>"


def stroke(colour: str, width: int = THIN, dash: str = "solid") -> str:
    """Return the properties of a line."""
    return f"<c:spPr>{line(colour, width, dash)}</c:spPr>"


def line(colour: str, width: int = THIN, dash: str = "solid") -> str:
    """Return a line; "" as its colour draws none."""
    if not colour:
        return "<a:ln><a:noFill/></a:ln>"
    return f'<a:ln w="{width}" cap="flat"><a:solidFill>{colour}</a:solidFill><a:prstDash val="{dash}"/><a:round/></a:ln>'


def letters(colour: str = INK, size: int = SMALL, bold: bool = False, turned: bool = False) -> str:
    """Return the look of the words of a part of a chart."""
    turn = ' rot="-5400000" vert="horz"' if turned else ""
    return (
        f"<c:txPr><a:bodyPr{turn}/><a:lstStyle/><a:p><a:pPr>{_defaults(colour, size, bold)}</a:pPr>"
        '<a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
    )


def words(
    text: str,
    colour: str = INK,
    size: int = SMALL,
    bold: bool = False,
    turned: bool = False,
    one_line: bool = False,
) -> str:
    """Return words of our own, as a title or a label shows them; `one_line` keeps a label from being wrapped."""
    turn = ' rot="-5400000" vert="horz"' if turned else ' wrap="none"' if one_line else ""
    dress = _letters(colour)
    return (
        f"<c:tx><c:rich><a:bodyPr{turn}/><a:lstStyle/><a:p><a:pPr>{_defaults(colour, size, bold)}</a:pPr>"
        f'<a:r><a:rPr lang="en-GB" sz="{size}" b="{int(bold)}">{dress}</a:rPr><a:t>{attribute(text)}</a:t></a:r>'
        "</a:p></c:rich></c:tx>"
    )


def _defaults(colour: str, size: int, bold: bool) -> str:
    return f'<a:defRPr sz="{size}" b="{int(bold)}">{_letters(colour)}</a:defRPr>'


def _letters(colour: str) -> str:
    return f'<a:solidFill>{colour}</a:solidFill><a:latin typeface="+mn-lt"/>'
