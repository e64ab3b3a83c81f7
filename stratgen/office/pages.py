"""Where bookmarks lie: the page of each, read from the named destinations of a PDF."""

from __future__ import annotations

import io
import re

_HEX = re.compile(r"[0-9A-F]{2}")


def encoded(name: str) -> str:
    """Return the name that LibreOffice gives a bookmark in a PDF: what is no letter or digit is in hexadecimal.

    The underscore of `_Toc00000001` becomes `5F`, which makes `5FToc00000001`.
    """
    return "".join(
        letter if letter.isascii() and letter.isalnum() else f"{ord(letter):02X}" for letter in name
    )


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    from pypdf import PdfReader

    return len(PdfReader(io.BytesIO(pdf)).pages)


def bookmark_pages(pdf: bytes, names: frozenset[str]) -> dict[str, int]:
    """Return the page, counted from 1, of each of these bookmarks that the PDF knows."""
    return {name: int(place) for name, place in bookmark_places(pdf, names).items()}


def bookmark_places(
    pdf: bytes, names: frozenset[str], text: tuple[float, float] = (0.0, 1.0)
) -> dict[str, float]:
    """Return where each of these bookmarks lies that the PDF knows: its page, and the share of it that is above.

    Pages count from 1. The share runs from 0 to under 1 over the text, which stands between two shares of the
    height of the sheet, counted from its top.
    """
    from pypdf import PdfReader  # only a run that asks for page numbers needs it
    from pypdf.generic import IndirectObject

    reader = PdfReader(io.BytesIO(pdf))
    pages: dict[int, tuple[int, float]] = {}
    for number, sheet in enumerate(reader.pages, 1):
        if (own := sheet.indirect_reference) is not None:
            pages[own.idnum] = number, float(sheet.mediabox.height)
    # Some versions keep the names in a dictionary, where each begins with a slash, others in a tree.
    found = {key.removeprefix("/"): destination for key, destination in reader.named_destinations.items()}
    result: dict[str, float] = {}
    for name in sorted(names):
        destination = found.get(encoded(name))
        page = getattr(destination, "page", None)
        if isinstance(page, IndirectObject) and page.idnum in pages:
            number, high = pages[page.idnum]
            above = 1 - float(getattr(destination, "top", None) or high) / high
            share = (above - text[0]) / (text[1] - text[0])
            result[name] = number + min(max(share, 0.0), 0.999)
    return result
