"""From a document tree and a house style to a .docx file.

This room knows Word and nothing of strategy or templates; it never chooses words. The public names are
here; what only some verbs need (lxml, the lint) is imported when it is called.
"""

from __future__ import annotations

from pathlib import Path

from stratgen.word.folder import house_style
from stratgen.word.form_data import FilledField, FilledForm
from stratgen.word.headers import text_shares
from stratgen.word.pagination import Mark, Pagination, marks, names_pages, with_line_pitch
from stratgen.word.sheet import BrandSheet, dressed
from stratgen.word.style import HouseStyle
from stratgen.word.told import DEEPEST_PASSAGE, Passage, Prose, words_apart
from stratgen.word.writer import write

__all__ = [
    "DEEPEST_PASSAGE",
    "BrandSheet",
    "FilledField",
    "FilledForm",
    "HouseStyle",
    "Mark",
    "Pagination",
    "Passage",
    "Prose",
    "brand_style",
    "dressed",
    "house_style",
    "lint",
    "marks",
    "names_pages",
    "prose_of",
    "read_form",
    "read_prose",
    "starter_docx",
    "text_shares",
    "with_line_pitch",
    "words_apart",
    "write",
]


def brand_style(docx: Path, base: HouseStyle) -> HouseStyle:
    """Return the house style of somebody's Word file; what it lacks comes from `base`.

    Raise StyleError if the file is broken, dangerous or no Word document.
    """
    from stratgen.word.brand import read_brand

    return read_brand(docx, base)


def starter_docx(style: HouseStyle) -> bytes:
    """Return a Word file that shows every style, for a designer to edit and `brand_style` to read."""
    from stratgen.word.starter import starter

    return starter(style)


def read_form(docx: Path) -> FilledForm:
    """Return what was filled into one of our documents; FormError if it is broken, dangerous or none of ours."""
    from stratgen.word.form_reading import read_form as read

    return read(docx)


def read_prose(docx: Path) -> Prose:
    """Return what somebody's Word file says, section by section; FormError if it is broken or dangerous."""
    from stratgen.word.prose import read_prose as read

    return read(docx)


def prose_of(docx: bytes) -> Prose:
    """Return what a Word file of our own says, section by section."""
    from stratgen.word.prose import prose_of as read

    return read(docx)


def lint(docx: bytes, left_overs: bool = True) -> list[str]:
    """Return what is wrong with a Word file as a package and for readers who cannot see; [] if nothing.

    Without `left_overs` braces and entities in the text are taken as what the client wrote.
    """
    from stratgen.word.linting import findings

    return findings(docx, left_overs)
