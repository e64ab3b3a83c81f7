"""Page numbers in two versions of LibreOffice, which break lines and pages by rules of their own."""

from __future__ import annotations

import io
import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pypdf
import pytest

from stratgen.office import bookmark_pages
from tests.command import MINIMAL, process
from tests.office.conftest import SECOND
from tests.office.test_page_numbers import listed, named, squeezed

pytestmark = pytest.mark.office

Laid = Mapping[str, Mapping[str, bytes]]


def words_of(pdf: bytes) -> list[str]:
    """Return the words of each page, as poppler reads them: twenty times as quick as pypdf."""
    run = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return run.stdout.decode().removesuffix("\f").split("\f")


def test_the_two_are_two(laid: Laid) -> None:
    """Rule: a comparison of a program with itself proves nothing."""
    makers = set()
    for made in laid.values():
        said = pypdf.PdfReader(io.BytesIO(next(iter(made.values())))).metadata
        makers.add(said and said.producer)
    assert len(makers) == 2


def test_every_number_is_the_page_in_both(laid: Laid, examples: dict[str, Path]) -> None:
    """Rule: a page that a contents line or a reference names is the page in either version."""
    seen = 0
    for name, docx in examples.items():
        wanted = named(docx)
        seen += len(wanted)
        for version, made in laid.items():
            assert bookmark_pages(made[name], frozenset(wanted)) == wanted, f"{name}, {version}"
    assert seen > 1000


def test_the_words_of_every_line_stand_on_its_page_in_both(laid: Laid, examples: dict[str, Path]) -> None:
    """Rule: the reader who turns to the page finds the heading, and documents that name pages have as many in
    both; each program counts the pages of its footers itself."""
    for name, docx in examples.items():
        lines = listed(docx) if named(docx) else []
        counts = set()
        for version, made in laid.items():
            pages = words_of(made[name])
            counts.add(len(pages))
            for words, page in lines:
                assert squeezed(words) in squeezed(pages[page - 1]), f"{name}, {version}: {words} {page}"
            for number, text in enumerate(pages, 1):
                if found := re.search(r"Page (\d+) of (\d+)", text):
                    assert (int(found[1]), int(found[2])) == (number, len(pages)), f"{name}, {version}"
        assert len(counts) == 1 or not named(docx), name


def test_the_newer_version_alone_gives_page_numbers(tmp_path: Path) -> None:
    """Rule: whoever has only the newer LibreOffice gets the numbers of it, without remarks."""
    path = f"{SECOND}{os.pathsep}/usr/bin{os.pathsep}/bin"
    run = process("render", MINIMAL, "--to", tmp_path, "--pages", "--only", "vision-roadmap", PATH=path)
    assert run.returncode == 0, run.stderr
    assert "near the edge" not in run.stderr
    assert len(named(tmp_path / "minimal" / "vision-roadmap.docx")) > 20
