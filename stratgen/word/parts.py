"""From package parts to a HouseStyle: what the text of styles, theme and numbering says.

It reads parts that are known to be well-formed, whoever wrote them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from xml.etree import ElementTree

from stratgen.errors import Fault, StyleError
from stratgen.word.fonts import breadth
from stratgen.word.style import LISTS, ROLES, HouseStyle, Margins, Numbering, theme_font, tone_fills

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
COLOURS = (
    "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
    "hlink", "folHlink",
)  # fmt: skip

_ABSTRACT = re.compile(r"<w:abstractNum\b.*?</w:abstractNum>", re.DOTALL)
_INSTANCE = re.compile(r"<w:num\b.*?</w:num>", re.DOTALL)
_LEVEL = re.compile(
    r'(<w:lvl\b[^>]*?w:ilvl="(\d)".*?<w:numFmt [^>]*?/>(?:<w:lvlRestart [^>]*?/>)?)', re.DOTALL
)
_LINK = re.compile(r"<w:pStyle [^>]*?/>")


def house_of(
    name: str,
    parts: Mapping[str, str],
    margins: Margins,
    words: Mapping[str, str],
    rated: Mapping[str, str],
) -> HouseStyle:
    """Return the house style of the parts `styles`, `theme`, `settings`, `fonts` and `numbering`.

    Raise StyleError if a style of the published list or a numbering definition is missing.
    """
    ids = style_ids(parts["styles"])
    faults = [
        Fault(name, 0, "", f'the style "{style}" is missing.', "Copy it from the starter house style.")
        for _, style in sorted(set(ROLES.values()))
        if (_, style.lower()) not in ids
    ]
    if faults:
        raise StyleError(faults)
    roles = {role: ids[kind, style.lower()] for role, (kind, style) in ROLES.items()}
    colours = theme_colours(name, parts["theme"])
    return HouseStyle(
        name=name,
        styles=parts["styles"],
        theme=parts["theme"],
        settings=parts["settings"],
        fonts=parts["fonts"],
        numbering=_numbering(name, parts["numbering"]),
        margins=margins,
        words=MappingProxyType(dict(words)),
        fills=tone_fills(colours, rated),
        colours=MappingProxyType(colours),
        ids=MappingProxyType(roles),
        breadth=(wide := breadth(theme_font(parts["theme"], "minorFont"))),
        head_breadth=wide,
    )


def style_ids(styles: str) -> dict[tuple[str, str], str]:
    """Return the style id for each (type, name in lower case) of a styles part."""
    ids: dict[tuple[str, str], str] = {}
    for style in ElementTree.fromstring(styles).iter(f"{W}style"):
        title = style.find(f"{W}name")
        if title is not None:
            key = style.get(f"{W}type", "paragraph"), title.get(f"{W}val", "").lower()
            ids.setdefault(key, style.get(f"{W}styleId", ""))
    return ids


def theme_colours(name: str, theme: str) -> dict[str, str]:
    """Return the twelve colours of a theme part, six hex digits each; StyleError if one is missing."""
    scheme = ElementTree.fromstring(theme).find(f".//{A}clrScheme")
    colours: dict[str, str] = {}
    for colour in scheme if scheme is not None else ():
        for value in colour:
            digits = value.get("lastClr") or value.get("val") or ""
            if re.fullmatch(r"[0-9A-Fa-f]{6}", digits):
                colours[colour.tag.removeprefix(A)] = digits.upper()
    missing = [key for key in COLOURS if key not in colours]
    if missing:
        what = f"the theme has no colour for {', '.join(missing)}."
        raise StyleError([Fault(name, 0, "theme", what, "Choose a complete set of theme colours in Word.")])
    return colours


def linked(definitions: str, name: str, style_of_level: list[str]) -> str:
    """Return numbering definitions in which the list `name` alone is tied to some paragraph styles.

    Word wants the tie in both directions: `w:pStyle` in the level, `w:numPr` in the style.
    """

    def tie(match: re.Match[str]) -> str:
        definition = match[0]
        if any(f'"{style}"' in definition for style in style_of_level) or f'w:val="{name}"' in definition:
            definition = _LINK.sub("", definition)
        if f'<w:name w:val="{name}"/>' not in definition:
            return definition
        return _LEVEL.sub(
            lambda level: (
                level[1] + f'<w:pStyle w:val="{style_of_level[int(level[2])]}"/>'
                if int(level[2]) < len(style_of_level)
                else level[1]
            ),
            definition,
        )

    return _ABSTRACT.sub(tie, definitions)


def lists_of_styles(styles: str) -> dict[str, int]:
    """Return the list that each paragraph style names itself, by style id."""
    found: dict[str, int] = {}
    for style in ElementTree.fromstring(styles).iter(f"{W}style"):
        number = style.find(f"{W}pPr/{W}numPr/{W}numId")
        if number is not None:
            text = number.get(f"{W}val", "")
            found[style.get(f"{W}styleId", "")] = int(text) if text.isdecimal() else 0
    return found


@lru_cache(maxsize=16)
def counts(style: HouseStyle, role: str) -> bool:
    """Return whether the paragraph style of a role has a number of its own, or of a style that it builds on."""
    every = {
        each.get(f"{W}styleId", ""): each for each in ElementTree.fromstring(style.styles).iter(f"{W}style")
    }
    found, seen = every.get(style.ids[role]), 0
    while found is not None and seen < len(every):
        if (number := found.find(f"{W}pPr/{W}numPr/{W}numId")) is not None:
            return number.get(f"{W}val", "0") != "0"
        below = found.find(f"{W}basedOn")
        found, seen = None if below is None else every.get(below.get(f"{W}val", "")), seen + 1
    return False


def tab_stops(styles: str) -> dict[str, tuple[str, ...]]:
    """Return the places of the tab stops that each paragraph style sets itself, by style id."""
    return {
        style.get(f"{W}styleId", ""): tuple(
            tab.get(f"{W}pos", "0")
            for tab in style.iterfind(f"{W}pPr/{W}tabs/{W}tab")
            if tab.get(f"{W}val") != "clear"
        )
        for style in ElementTree.fromstring(styles).iter(f"{W}style")
    }


def _numbering(name: str, part: str) -> Numbering:
    definitions = _ABSTRACT.findall(part)
    abstract: dict[str, int] = {}
    for definition in definitions:
        title = re.search(r'<w:name w:val="([^"]*)"', definition)
        number = re.search(r'w:abstractNumId="(\d+)"', definition)
        if title and number:
            abstract.setdefault(title[1], int(number[1]))
    instances = {
        int(number[1]): int(target[1])
        for text in _INSTANCE.findall(part)
        if (number := re.search(r'w:numId="(\d+)"', text))
        and (target := re.search(r'<w:abstractNumId w:val="(\d+)"', text))
    }
    first = {target: number for number, target in sorted(instances.items(), reverse=True)}
    missing = [title for title in LISTS if abstract.get(title) not in first]
    if missing:
        what = f"the numbering lacks {', '.join(missing)}."
        raise StyleError([Fault(name, 0, "numbering", what, "Start again from the starter house style.")])
    numbers = {title: first[abstract[title]] for title in LISTS}
    return Numbering("".join(definitions), MappingProxyType(instances), abstract, numbers)
