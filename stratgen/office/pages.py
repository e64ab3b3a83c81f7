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
    from pypdf import PdfReader  # only a run that asks for page numbers needs it
    from pypdf.generic import IndirectObject

    reader = PdfReader(io.BytesIO(pdf))
    pages: dict[int, int] = {}
    for number, sheet in enumerate(reader.pages, 1):
        if (own := sheet.indirect_reference) is not None:
            pages[own.idnum] = number
    # Some versions keep the names in a dictionary, where each begins with a slash, others in a tree.
    found = {key.removeprefix("/"): destination for key, destination in reader.named_destinations.items()}
    result: dict[str, int] = {}
    for name in sorted(names):
        destination = found.get(encoded(name))
        page = getattr(destination, "page", None)
        if isinstance(page, IndirectObject) and page.idnum in pages:
            result[name] = pages[page.idnum]
    return result
