"""Somebody's Word file as a house style: its look, completed with ours where it has none.

It takes the styles, theme, lists, margins, logos and the lines of header and footer that never change;
the text of the pages is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from lxml import etree

from stratgen.document import Tone
from stratgen.errors import Fault, StyleError
from stratgen.word.chains import Chains
from stratgen.word.fonts import breadth, is_standard
from stratgen.word.guard import Element, Opened, opened
from stratgen.word.headers import SIZE as HEADER_SIZE
from stratgen.word.imports import complete_numbering, complete_styles
from stratgen.word.letterhead import Letterhead, read_letterhead
from stratgen.word.page_setup import page_margins
from stratgen.word.parts import house_of, style_ids, theme_colours
from stratgen.word.style import ROLES, Fill, HouseStyle, tone_fills
from stratgen.word.tables import CELL_SIZE
from stratgen.word.theming import mended_colours, with_colours, with_fonts

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def read_brand(docx: Path, base: HouseStyle) -> HouseStyle:
    """Return the house style of a Word file, completed from `base`; StyleError if it cannot be used.

    What had to be mended stands in its `remarks`, what was left behind in its `notes`.
    """
    file = opened(docx)
    main = _main_part(file)
    relations = file.relations(main)
    body = file.tree(main)
    theme_part = _part(file, relations, "theme")
    theme = _without_pictures(file.tree(theme_part)) if theme_part else etree.fromstring(base.theme.encode())
    colours, faults = mended_colours(file.name, theme_colours(file.name, text_of(theme)))
    styles_part = _part(file, relations, "styles")
    if not styles_part:
        raise StyleError([Fault(file.name, 0, "", "has no styles.", "Save the file again in Word.")])
    numbering_part = _part(file, relations, "numbering")
    numbering = complete_numbering(file.tree(numbering_part) if numbering_part else None, base, colours)
    styles = complete_styles(file.name, file.tree(styles_part), base, numbering, colours)
    with_colours(theme, colours)
    chains = Chains(styles.tree)
    _follow_fonts(theme, chains, style_ids(text_of(styles.tree)))
    notes: list[Fault] = []
    head, foot = (read_letterhead(file, body, relations, kind, notes) for kind in ("header", "footer"))
    margins = page_margins(file.name, body, base.margins, faults, notes)
    parts: Mapping[str, str] = {
        "styles": text_of(styles.tree),
        "theme": text_of(theme),
        "settings": base.settings,
        "fonts": base.fonts,
        "numbering": text_of(numbering.tree),
    }
    rated = {tone: base.fills[tone].colour for tone in ("good", "watch", "bad", "none")}
    house = house_of(file.name, parts, margins, base.words, rated)
    faults += [*styles.remarks, *font_remarks(file, house, chains)]
    notes += [*_bare(file.name, head, foot), *_strangers(file.name, house, chains)]
    fills = tone_fills({**colours, "dk1": chains.ink(house.ids["cell"])}, rated)
    faults += _shades(file.name, fills, rated)
    return replace(
        house,
        fills=fills,
        header_picture=head.picture,
        footer_picture=foot.picture,
        header_lines=head.lines,
        footer_lines=foot.lines,
        breadth=breadth_of(house, chains, CELL_SIZE, "cell", "cell-head"),
        head_breadth=breadth_of(house, chains, HEADER_SIZE, "header"),
        found=MappingProxyType(styles.found),
        remarks=tuple(sorted(faults)),
        notes=tuple(sorted(notes)),
    )


def breadth_of(house: HouseStyle, chains: Chains, size: float, *roles: str) -> float:
    """Return how wide words run beside Calibri of a size: by the width and the size of the roles' fonts."""
    ids = [house.ids[role] for role in roles]
    return max(breadth(named_font(house, chains, number)) * chains.size(number) / size for number in ids)


def named_font(house: HouseStyle, chains: Chains, number: str) -> str:
    """Return the name of the font of a style, also where the theme says it."""
    font = chains.font(number)
    match font:
        case "majorFont" | "minorFont":
            return house.font(font)
        case _:
            return font or "Times New Roman"


def font_remarks(file: Opened, house: HouseStyle, chains: Chains) -> Iterator[Fault]:
    """Yield a finding for each font that readers may not have."""
    table = b"".join(content for name, content in file.parts.items() if name.endswith("fontTable.xml"))
    embedded = set(
        re.findall(
            r'w:name="([^"]*)"(?:(?!</w:font>).)*?<w:embed', table.decode("utf-8", "replace"), re.DOTALL
        )
    )
    used = {named_font(house, chains, house.ids[role]) for role in ROLES if ROLES[role][0] == "paragraph"}
    for font in sorted(used):
        if not is_standard(font):
            more = ", and it is embedded in this file alone" if font in embedded else ""
            what = f"the font {font} does not come with Word{more}: where it is missing, another stands in."
            yield Fault(
                file.name, 0, "fonts", what, "Choose a font that all readers have, or install it for them."
            )


def _bare(name: str, head: Letterhead, foot: Letterhead) -> Iterator[Fault]:
    for kind, found in (("header", head), ("footer", foot)):
        if not found.there:
            what = f"the pages have no {kind} of their own."
            yield Fault(name, 0, kind, what, f"Nothing has to be done: stratgen's {kind} stands there.")


def _shades(name: str, fills: Mapping[Tone, Fill], rated: Mapping[str, str]) -> Iterator[Fault]:
    for tone, fill in fills.items():
        if tone in rated and fill.colour != rated[tone]:
            what = f'the words of cells cannot be read on the shade of "{tone}", {rated[tone]}; {fill.colour} is used.'
            yield Fault(name, 0, 'style "Table Text"', what, "Make the words of tables darker.")


def _strangers(name: str, house: HouseStyle, chains: Chains) -> Iterator[Fault]:
    ink = chains.ink(house.ids["heading-1"])
    if ink not in house.colours.values() and ink != "000000":
        what = f"headings are {ink}, which is no colour of the theme; tables and charts have its accent 1, {house.colours['accent1']}."
        mend = "Make it accent 1 in Word (Design, Colours, Customise), if they should look alike."
        yield Fault(name, 0, "colours", what, mend)


def _follow_fonts(theme: Element, chains: Chains, ids: Mapping[tuple[str, str], str]) -> None:
    """Let the theme name the fonts that headings and text have, so that what is ours follows them."""
    body, heading = (chains.font(ids["paragraph", name]) for name in ("normal", "heading 1"))
    with_fonts(theme, *("" if font in ("majorFont", "minorFont") else font for font in (heading, body)))


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


def text_of(tree: Element) -> str:
    """Return a tree as the text of a part."""
    text = etree.tostring(tree, encoding="unicode")
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text
