"""A brand in a few lines: colours, fonts, logo and words that are laid over a house style.

The sheet is checked before it comes here; this module changes the parts of the style that follow it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from stratgen.errors import Fault
from stratgen.word.style import FixedLine, HouseStyle, Paper, Picture


@dataclass(frozen=True, slots=True)
class BrandSheet:
    """What a brand says without a Word file; what is empty stays as the house style has it."""

    file: str
    """Where it was read, for messages."""
    colours: Mapping[str, str] = field(default_factory=dict)
    """Colours of the theme by key (`accent1`), six hex digits each."""
    ratings: Mapping[str, str] = field(default_factory=dict)
    """The fills of `good`, `watch`, `bad` and `none`."""
    heading_font: str = ""
    body_font: str = ""
    logo: Picture | None = None
    header_lines: tuple[FixedLine, ...] = ()
    footer_lines: tuple[FixedLine, ...] = ()
    paper: Paper = ""
    remarks: tuple[Fault, ...] = ()


def dressed(style: HouseStyle, sheet: BrandSheet) -> HouseStyle:
    """Return a house style with a sheet laid over it."""
    from lxml import etree

    from stratgen.word.brand import breadth_of, text_of
    from stratgen.word.chains import Chains
    from stratgen.word.headers import SIZE as HEADER_SIZE
    from stratgen.word.imports import recolour, retheme
    from stratgen.word.mending import mend
    from stratgen.word.parts import house_of
    from stratgen.word.style import tone_fills
    from stratgen.word.tables import CELL_SIZE
    from stratgen.word.theming import with_colours, with_fonts

    colours = {**style.colours, **derived(style.colours, sheet.colours)}
    theme = etree.fromstring(style.theme.encode())
    with_colours(theme, colours)
    with_fonts(theme, sheet.heading_font, sheet.body_font)
    styles = etree.fromstring(_with_fonts(style, sheet).encode())
    retheme(styles, colours)
    for each in styles.iter("{*}style"):
        recolour(each, colours)
    mended = mend(style.name, styles, set(), colours)
    numbering = etree.fromstring(
        f'<w:numbering xmlns:w="{_W}">{style.numbering.definitions}{_instances(style)}</w:numbering>'.encode()
    )
    retheme(numbering, colours)
    parts = {
        "styles": text_of(styles), "theme": text_of(theme), "settings": style.settings, "fonts": style.fonts,
        "numbering": text_of(numbering),
    }  # fmt: skip
    rated = {tone: style.fills[tone].colour for tone in ("good", "watch", "bad", "none")} | {**sheet.ratings}
    house = house_of(sheet.file, parts, style.margins, style.words, rated)
    chains = Chains(styles)
    return replace(
        house,
        fills=tone_fills({**colours, "dk1": chains.ink(house.ids["cell"])}, rated),
        header_picture=sheet.logo or style.header_picture,
        footer_picture=style.footer_picture,
        header_lines=sheet.header_lines or style.header_lines,
        footer_lines=sheet.footer_lines or style.footer_lines,
        paper=sheet.paper or style.paper,
        breadth=breadth_of(house, chains, CELL_SIZE, "cell", "cell-head"),
        head_breadth=breadth_of(house, chains, HEADER_SIZE, "header"),
        found=style.found,
        remarks=(*style.remarks, *sheet.remarks, *mended),
        notes=style.notes,
    )


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def derived(before: Mapping[str, str], said: Mapping[str, str]) -> dict[str, str]:
    """Return the colours that are said, and those that follow from them where they are not.

    Tinted cells and links follow the accent, quiet words and lesser headings the colour of the text.
    """
    from stratgen.colour import LEGIBLE, contrast, mixed
    from stratgen.word.colour import legible

    found = dict(said)
    if accent := said.get("accent1"):
        found.setdefault("lt2", next(wash for part in (0.09, 0.07, 0.05, 0.03, 0.01, 0.0)
                                     if contrast(accent, wash := mixed(accent, part)) >= LEGIBLE or not part))  # fmt: skip
        found.setdefault("hlink", legible(accent, "FFFFFF", found["lt2"]))
        found.setdefault("folHlink", found["hlink"])
    if text := said.get("dk1"):
        ground = found.get("lt2", before["lt2"])
        found.setdefault("dk2", legible(mixed(text, 0.88), "FFFFFF", ground))
        found.setdefault("accent5", legible(mixed(text, 0.72), "FFFFFF", ground))
    return found


def _with_fonts(style: HouseStyle, sheet: BrandSheet) -> str:
    """Return the styles part, where fonts that a style names itself follow those of the sheet."""
    text = style.styles
    for before, after in (
        (style.font("majorFont"), sheet.heading_font), (style.font("minorFont"), sheet.body_font),
    ):  # fmt: skip
        if before and after:
            for key in ("ascii", "hAnsi", "cs"):
                text = text.replace(f'w:{key}="{before}"', f'w:{key}="{after}"')
    return text


def _instances(style: HouseStyle) -> str:
    return "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{target}"/></w:num>'
        for number, target in sorted(style.numbering.instances.items())
    )
