"""What is known of fonts by their names: how wide they run, and where they are installed.

It opens no font: a document names fonts, and the reader's machine brings them.
"""

from __future__ import annotations

import re

# How wide the bold cut runs beside Calibri's, in hundredths, since the heads of columns are bold. Measured on
# metric-compatible open fonts where there are any, else from the published widths of the alphabet.
_BREADTHS = {
    "Aptos": 113, "Aptos Display": 113, "Arial": 114, "Arial Nova": 114, "Arial Narrow": 94, "Avenir": 116,
    "Avenir Next": 118, "Baskerville": 102, "Book Antiqua": 113, "Bookman Old Style": 128, "Calibri": 100,
    "Calibri Light": 100, "Cambria": 108, "Candara": 107, "Century Gothic": 126, "Century Schoolbook": 122,
    "Consolas": 121, "Constantia": 110, "Corbel": 106, "Courier New": 132, "Franklin Gothic Book": 108,
    "Futura": 116, "Garamond": 97, "Georgia": 124, "Gill Sans": 108, "Gill Sans MT": 108, "Helvetica": 114,
    "Helvetica Neue": 115, "Lucida Sans": 128, "Palatino Linotype": 114, "Rockwell": 116, "Segoe UI": 119,
    "Segoe UI Light": 112, "Segoe UI Semibold": 117, "Sitka Text": 118, "Tahoma": 126, "Times": 102,
    "Times New Roman": 102, "Trebuchet MS": 118, "Tw Cen MT": 98, "Verdana": 138,
}  # fmt: skip
"""Fonts that come with Word, Windows or macOS."""

_OTHERS = {
    "Barlow": 108, "Caladea": 108, "Carlito": 100, "DejaVu Sans": 136, "DejaVu Serif": 134, "Fira Sans": 116,
    "IBM Plex Sans": 119, "Inter": 125, "Lato": 114, "Liberation Sans": 114, "Liberation Serif": 102,
    "Merriweather": 134, "Montserrat": 134, "Noto Sans": 122, "Noto Serif": 123, "Nunito": 115,
    "Open Sans": 122, "Oswald": 96, "Playfair Display": 118, "Poppins": 132, "PT Sans": 111, "Raleway": 121,
    "Roboto": 115, "Roboto Condensed": 101, "Source Sans 3": 107, "Source Sans Pro": 107, "Ubuntu": 119,
    "Work Sans": 122,
}  # fmt: skip
"""Fonts that are often installed, and that a reader's machine may well not have."""

_UNKNOWN = 122
_GENERIC = re.compile(r"\s+(regular|book|medium|bold|semibold|demi|light|black|thin)$", re.IGNORECASE)


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


_ALL = {_plain(name): each for name, each in (*_OTHERS.items(), *_BREADTHS.items())}
_STANDARD = {_plain(name) for name in _BREADTHS}


def breadth(name: str) -> float:
    """Return how wide a font runs beside Calibri (1.0); one that is not known is taken as rather wide."""
    found = _ALL.get(_plain(name)) or _ALL.get(_plain(_GENERIC.sub("", name)))
    return (found or _UNKNOWN) / 100


def is_standard(name: str) -> bool:
    """Return whether a font comes with Word, Windows or macOS, so that readers can be expected to have it."""
    return _plain(name) in _STANDARD or _plain(_GENERIC.sub("", name)) in _STANDARD


def is_known(name: str) -> bool:
    """Return whether the width of a font is known at all."""
    return _plain(name) in _ALL or _plain(_GENERIC.sub("", name)) in _ALL
