"""Colours of a brand that could not be read, moved to the nearest shade that can.

It works on a complete styles part and reports what it changed of the brand's own; nothing is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from stratgen.colour import LEGIBLE, contrast
from stratgen.errors import Fault
from stratgen.word.chains import PAPER, Chains, value
from stratgen.word.colour import legible
from stratgen.word.guard import Element
from stratgen.word.style import ROLES

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADED = ("table", "matrix", "plan")
"""The kinds of table that have a head row."""
_CELLS = (
    "cell", "cell-total", "cell-group", "cell-bullet", "field-label",
    "cell-fine", "cell-total-fine", "cell-group-fine", "field-label-fine",
)  # fmt: skip
_HEADS = ("cell-head", "cell-head-fine")
_REVERSED = ("cell-reversed", "cell-reversed-fine")
_ANYWHERE = ("link", "note-mark", "open-point", "code", "prompt")
"""Stretches of text that stand in running text, tables and boxes alike."""
_GREY, _WASHED = 30, 2
"""How near the channels of a grey lie to each other, and the contrast below which it was meant for the dark."""
_BOX = re.compile("callout-[a-z]+")
_BEFORE_INK = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow",
    "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden",
)  # fmt: skip
_AFTER_DRESS = ("tblPr", "trPr", "tcPr", "tblStylePr")
_MEND = "Change the colour of this style in Word, or leave it: the shade named here is used."


def mend(name: str, tree: Element, own: set[str], colours: Mapping[str, str]) -> list[Fault]:
    """Make the text of every role legible; return a finding for each style of `own` that had to change.

    `own` holds the ids of the brand's styles, `colours` those of its theme.
    """
    chains = Chains(tree)
    by_key = {
        (style.get(f"{W}type", "paragraph"), value(style.find(f"{W}name")).lower()): number
        for number, style in reversed(chains.styles.items())
    }
    ids = {role: by_key[kind, title.lower()] for role, (kind, title) in ROLES.items()}
    _mend_defaults(tree)
    faults = [each for head in _HEADS for each in _mend_heads(name, chains, ids, own, colours["dk1"], head)]
    washes = {chains.ground(number) for role, number in ids.items() if _BOX.fullmatch(role)} - {""}
    for role, number in ids.items():
        if ROLES[role][0] == "table" or role in _HEADS:
            continue
        if ROLES[role][0] == "character" and not _has_ink(chains, number):
            continue  # it takes the colour of its paragraph
        grounds = _grounds(role, chains.ground(number), colours["lt2"], washes)
        ink = chains.ink(number)
        better = "FFFFFF" if role in _REVERSED else _better(ink, grounds, colours["dk1"])
        if better != ink:
            _set_ink(chains.styles[number], better)
            if number in own and role not in _REVERSED:
                faults.append(_fault(name, ROLES[role][1], ink, grounds, better))
    return faults


def _grounds(role: str, own: str, lt2: str, washes: set[str]) -> list[str]:
    if own:
        return [own]
    if role in _CELLS:
        return [PAPER, lt2]
    return [PAPER, lt2, *sorted(washes)] if role in _ANYWHERE else [PAPER]


def _fault(name: str, title: str, ink: str, grounds: list[str], better: str) -> Fault:
    ground = min(grounds, key=lambda each: contrast(ink, each))
    what = f"{ink} on {ground} has a contrast of {contrast(ink, ground):.1f}, less than {LEGIBLE}; {better} is used."
    return Fault(name, 0, f'style "{title}"', what, _MEND)


def _mend_heads(
    name: str, chains: Chains, ids: Mapping[str, str], own: set[str], dark: str, head: str
) -> Iterator[Fault]:
    """Find an ink for the words of `head` on the heads of all kinds of table; where there is none, let all have one fill."""
    fills = {role: chains.head_fill(ids[role]) for role in _HEADED}
    number = ids[head]
    ink = chains.ink(number)
    better = _better(ink, [*fills.values()], dark)
    if min(contrast(better, fill) for fill in fills.values()) < LEGIBLE:
        better = _better(ink, [fills["table"]], dark)
        for role, fill in fills.items():
            if contrast(better, fill) < LEGIBLE:
                _set_head_fill(chains.styles[ids[role]], fills["table"])
                what = f"its head row is {fill}, where the words {better} of all heads cannot be read; "
                what += f"{fills['table']} is used."
                if ids["table"] in own:
                    yield Fault(
                        name, 0, f'style "{ROLES[role][1]}"', what, "Give all tables the same head row."
                    )
    if better != ink:
        _set_ink(chains.styles[number], better)
        if number in own or ids["table"] in own:
            yield _fault(name, ROLES[head][1], ink, [*fills.values()], better)


def _better(ink: str, grounds: list[str], dark: str) -> str:
    """Return a colour for words that is legible on all grounds, as near to `ink` as its meaning lets it be.

    On dark grounds that is white; grey that was light on a dark page becomes the ink of dark words.
    """
    found = legible(ink, *grounds)
    if found == ink:
        return ink
    if min(contrast("FFFFFF", ground) for ground in grounds) >= LEGIBLE:
        return "FFFFFF"
    red, green, blue = (int(ink[at : at + 2], 16) for at in (0, 2, 4))
    grey = max(red, green, blue) - min(red, green, blue) < _GREY
    return dark if grey and min(contrast(ink, ground) for ground in grounds) < _WASHED else found


def _mend_defaults(tree: Element) -> None:
    ink = tree.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}color")
    if ink is not None and value(ink) != "auto":
        colour = Chains(tree).ink("")
        if legible(colour, PAPER) != value(ink):
            _paint(ink, legible(colour, PAPER))


def _has_ink(chains: Chains, number: str) -> bool:
    return any(style.find(f"{W}rPr/{W}color") is not None for style in chains.line(number))


def _set_ink(style: Element, colour: str) -> None:
    dress = style.find(f"{W}rPr")
    if dress is None:
        dress = etree.Element(f"{W}rPr")
        later = {W + tag for tag in _AFTER_DRESS}
        style.insert(next((at for at, item in enumerate(style) if item.tag in later), len(style)), dress)
    ink = dress.find(f"{W}color")
    if ink is None:
        ink = etree.Element(f"{W}color")
        dress.insert(sum(item.tag in {W + tag for tag in _BEFORE_INK} for item in dress), ink)
    _paint(ink, colour)


def _set_head_fill(style: Element, colour: str) -> None:
    """Set the fill of the first row of a table style that has one of its own; an inherited one stays."""
    shade = style.find(f"{W}tblStylePr[@{W}type='firstRow']/{W}tcPr/{W}shd")
    if shade is None:
        part = style.find(f"{W}tblStylePr[@{W}type='firstRow']")
        if part is None:
            part = etree.SubElement(style, f"{W}tblStylePr", {f"{W}type": "firstRow"})
        cells = part.find(f"{W}tcPr")
        if cells is None:
            cells = etree.SubElement(part, f"{W}tcPr")
        later = ("noWrap", "tcMar", "textDirection", "tcFitText", "vAlign", "hideMark")
        at = next((at for at, item in enumerate(cells) if item.tag in {W + tag for tag in later}), len(cells))
        shade = etree.Element(f"{W}shd", {f"{W}val": "clear", f"{W}color": "auto"})
        cells.insert(at, shade)
    for key in ("themeFill", "themeFillTint", "themeFillShade"):
        if shade.get(W + key) is not None:
            del shade.attrib[W + key]
    shade.set(f"{W}fill", colour)


def _paint(ink: Element, colour: str) -> None:
    for key in ("themeColor", "themeTint", "themeShade"):
        if ink.get(W + key) is not None:
            del ink.attrib[W + key]
    ink.set(f"{W}val", colour)
