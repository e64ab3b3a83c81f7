"""A brand's theme, made fit for printed pages: light paper, dark words, accents that can be seen.

It knows the colours and fonts of a theme part and nothing of styles.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from stratgen.colour import LEGIBLE, contrast, mixed
from stratgen.errors import Fault
from stratgen.word.colour import darkened
from stratgen.word.guard import Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SEEN = 3.0
"""The least contrast of a bar or a line with the paper (WCAG 2, 1.4.11)."""
_NEAR = 1.1
"""Paper that is this near to white prints as white."""
_MEND = "Choose other theme colours in Word: Design, Colours, Customise."


def mended_colours(name: str, colours: Mapping[str, str]) -> tuple[dict[str, str], list[Fault]]:
    """Return a theme's colours as our pages can use them, and a finding for each that had to change."""
    fit, faults = dict(colours), list[Fault]()

    def change(key: str, colour: str, why: str) -> None:
        if fit[key] != colour:
            what = f"the theme colour {key} is {colours[key]}, {why}; {colour} is used."
            faults.append(Fault(name, 0, "colours", what, _MEND))
            fit[key] = colour

    if contrast(fit["dk1"], "000000") > contrast(fit["lt1"], "000000"):
        fit |= {"dk1": fit["lt1"], "lt1": fit["dk1"], "dk2": fit["lt2"], "lt2": fit["dk2"]}
        what = (
            "the theme is for light words on a dark page; pages are printed, so light and dark change places."
        )
        faults.append(Fault(name, 0, "colours", what, _MEND))
    if contrast(fit["lt1"], "FFFFFF") > _NEAR:
        change("lt1", "FFFFFF", "which is no paper")
    for key in ("dk1", "dk2"):
        if contrast(fit[key], "FFFFFF") < LEGIBLE:
            change(key, darkened(fit[key]), "too light for words on paper")
    if contrast(fit["lt2"], fit["dk1"]) < LEGIBLE or contrast(fit["lt2"], "FFFFFF") > 2:
        change("lt2", mixed(fit["accent1"], 0.1), "too dark for the heads of tables")
    for key in ("accent1", "accent2"):
        if contrast(fit[key], "FFFFFF") < _SEEN:
            change(key, darkened(fit[key], least=_SEEN), "too light for the bars of charts")
    return fit, faults


def with_colours(theme: Element, colours: Mapping[str, str]) -> None:
    """Set colours of a theme, six hex digits each."""
    scheme = theme.find(f".//{A}clrScheme")
    for key, colour in colours.items():
        place = None if scheme is None else scheme.find(A + key)
        if place is not None:
            for old in [*place]:
                place.remove(old)
            etree.SubElement(place, f"{A}srgbClr", {"val": colour})


def with_fonts(theme: Element, heading: str = "", body: str = "") -> None:
    """Set the Latin fonts of headings and of running text; an empty name leaves a font as it is."""
    for which, font in (("majorFont", heading), ("minorFont", body)):
        place = theme.find(f".//{A}{which}/{A}latin")
        if place is not None and font:
            for key in [*place.attrib]:
                del place.attrib[key]
            place.set("typeface", font)
