"""Somebody's Word file as a house style: its look, completed with ours where it has none.

It takes the styles, theme, lists, margins and a plain logo; the text of the file is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from stratgen.errors import Fault, StyleError
from stratgen.word.guard import Element, Opened, opened
from stratgen.word.imports import complete_numbering, complete_styles
from stratgen.word.parts import house_of, theme_colours
from stratgen.word.style import HouseStyle, Margins, Picture

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_SIGNATURES = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg", b"GIF8": "gif"}
_TALLEST = 1_080_000
"""The most height that a logo in a header or footer may take, in EMU (3 cm)."""
_WIDEST = 6_000_000


def read_brand(docx: Path, base: HouseStyle) -> HouseStyle:
    """Return the house style of a Word file, completed from `base`; StyleError if it cannot be used."""
    file = opened(docx)
    main = _main_part(file)
    relations = file.relations(main)
    body = file.tree(main)
    theme = _part(file, relations, "theme")
    theme_text = _text(_without_pictures(file.tree(theme))) if theme else base.theme
    colours = theme_colours(file.name, theme_text)
    styles_part = _part(file, relations, "styles")
    if not styles_part:
        raise StyleError([Fault(file.name, 0, "", "has no styles.", "Save the file again in Word.")])
    numbering_part = _part(file, relations, "numbering")
    numbering = complete_numbering(file.tree(numbering_part) if numbering_part else None, base, colours)
    styles = complete_styles(file.tree(styles_part), base, numbering, colours)
    section = body.find(f"{W}body/{W}sectPr")
    parts: Mapping[str, str] = {
        "styles": _text(styles),
        "theme": theme_text,
        "settings": base.settings,
        "fonts": base.fonts,
        "numbering": _text(numbering.tree),
    }
    rated = {tone: base.fills[tone].colour for tone in ("good", "watch", "bad", "none")}
    pictures = _picture(file, section, relations, "header"), _picture(file, section, relations, "footer")
    return house_of(file.name, parts, _margins(section, base.margins), base.words, rated, pictures)


def _main_part(file: Opened) -> str:
    for item in file.tree("_rels/.rels"):
        if item.get("Type", "").endswith("/officeDocument"):
            return item.get("Target", "").lstrip("/")
    raise StyleError([Fault(file.name, 0, "", "is not a Word document.", "Save it in Word as .docx.")])


def _part(file: Opened, relations: Mapping[str, tuple[str, str]], kind: str) -> str:
    return next(
        (target for found, target in relations.values() if found == kind and target in file.parts), ""
    )


def _without_pictures(theme: Element) -> Element:
    """Return a theme whose picture fills, which would point at parts that stay behind, are plain."""
    for picture in [*theme.iter(f"{_A}blipFill")]:
        if (parent := picture.getparent()) is not None:
            plain = etree.Element(f"{_A}solidFill")
            etree.SubElement(plain, f"{_A}schemeClr", {"val": "phClr"})
            parent.replace(picture, plain)
    return theme


def _margins(section: Element | None, base: Margins) -> Margins:
    """Return the margins of a section; what it leaves open, or sets beyond reason, is the base's."""
    found = None if section is None else section.find(f"{W}pgMar")
    if found is None:
        return base

    def side(name: str, fallback: int) -> int:
        value = found.get(W + name, "")
        return int(value) if re.fullmatch(r"\d{1,4}", value) and int(value) <= 4000 else fallback

    return Margins(
        top=side("top", base.top),
        right=side("right", base.right),
        bottom=side("bottom", base.bottom),
        left=side("left", base.left),
        header=side("header", base.header),
        footer=side("footer", base.footer),
    )


def _picture(
    file: Opened, section: Element | None, relations: Mapping[str, tuple[str, str]], kind: str
) -> Picture | None:
    """Return the first plain picture of the header or footer, shrunk to fit; None if there is none."""
    for reference in section.iterfind(f"{W}{kind}Reference") if section is not None else ():
        _, part = relations.get(reference.get(f"{_R}id", ""), ("", ""))
        if reference.get(f"{W}type") != "default" or part not in file.parts:
            continue
        tree = file.tree(part)
        blip, extent = next(tree.iter(_BLIP), None), next(tree.iter(_EXTENT), None)
        if blip is None or extent is None:
            continue
        _, target = file.relations(part).get(blip.get(f"{_R}embed", ""), ("", ""))
        return _logo(file.parts.get(target, b""), extent)
    return None


def _logo(content: bytes, extent: Element) -> Picture | None:
    wide, high = extent.get("cx", ""), extent.get("cy", "")
    if not (wide.isdecimal() and high.isdecimal() and int(wide) and int(high)):
        return None
    shrink = min(1.0, _TALLEST / int(high), _WIDEST / int(wide))
    size = int(int(wide) * shrink), int(int(high) * shrink)
    for signature, extension in _SIGNATURES.items():
        if content.startswith(signature):
            match extension:
                case "png" | "jpeg" | "gif":
                    return Picture(content, extension, *size)
    return None


def _text(tree: Element) -> str:
    text = etree.tostring(tree, encoding="unicode")
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text
