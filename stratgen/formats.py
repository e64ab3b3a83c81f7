"""The formats that a pack can be written in, each with what writes it.

A format turns the documents of a pack into files; a new one is a line in `FORMATS`. It knows neither
answers nor the terminal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from stratgen.document import Document

if TYPE_CHECKING:
    from stratgen.html import Look


@dataclass(frozen=True, slots=True)
class Sheaf:
    """The documents of one pack on their way to files."""

    documents: Mapping[str, Document]
    word: Callable[[], Mapping[str, bytes]]
    """Returns the Word file of each document by name; made when first asked for, and then kept."""
    look: Callable[[], Look]
    """Returns the look of web pages."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name in words, and the function that returns the file of each document by name."""

    words: str
    write: Callable[[Sheaf], Mapping[str, bytes]]


def _docx(sheaf: Sheaf) -> Mapping[str, bytes]:
    return sheaf.word()


def _pdf(sheaf: Sheaf) -> Mapping[str, bytes]:
    from stratgen.office import to_pdf

    return to_pdf(sheaf.word())


def _html(sheaf: Sheaf) -> Mapping[str, bytes]:
    from stratgen import html

    look = sheaf.look()
    return {name: html.write(document, look) for name, document in sheaf.documents.items()}


def _md(sheaf: Sheaf) -> Mapping[str, bytes]:
    from stratgen import markdown

    return {name: markdown.write(document).encode() for name, document in sheaf.documents.items()}


FORMATS: dict[str, Format] = {
    "docx": Format("Word", _docx),
    "pdf": Format("PDF, through LibreOffice", _pdf),
    "html": Format("a web page that needs nothing beside it", _html),
    "md": Format("Markdown", _md),
}
"""By the ending of the file, which is also the word that `--format` takes."""


def written(sheaf: Sheaf, formats: tuple[str, ...]) -> dict[str, bytes]:
    """Return the files of a pack by name, all documents of one format before those of the next.

    Raises StratgenError where a format cannot be written, such as a PDF without LibreOffice.
    """
    return {
        f"{name}.{ending}": data for ending in formats for name, data in FORMATS[ending].write(sheaf).items()
    }
