"""What LibreOffice and Microsoft's own validator make of our files (make check-office)."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from stratgen.document import Document, Heading
from stratgen.document.inlines import plain
from stratgen.word import brand_style, starter_docx, write
from tests.command import ROOT
from tests.word.builders import board_brief, bound, maximal, the_style

pytestmark = pytest.mark.office


def pages(document: bytes, folder: Path) -> list[str]:
    """Return the text of each page as LibreOffice lays it out."""
    office, reader = shutil.which("libreoffice") or shutil.which("soffice"), shutil.which("pdftotext")
    assert office, "LibreOffice is missing; .ci/office installs it on Debian."
    assert reader, "poppler is missing; .ci/office installs it on Debian."
    (folder / "document.docx").write_bytes(document)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command: list[str | Path] = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        folder / "document.docx",
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    text = subprocess.run(
        [reader, "-layout", folder / "document.pdf", "-"], check=True, capture_output=True, timeout=60
    ).stdout.decode()
    return text.removesuffix("\f").split("\f")


@pytest.mark.parametrize("build", [maximal, bound, board_brief])
def test_libreoffice_counts_the_headings_as_the_tree_does(
    build: Callable[[], Document], tmp_path: Path
) -> None:
    """Rule: the number before each heading on the page is the tree's."""
    document = build()
    text = re.sub(r"[ \t]+", " ", "\n".join(pages(write(document, the_style()), tmp_path)))
    for block in document.blocks:
        if isinstance(block, Heading):
            line = f"{block.number} {plain(block.inlines)}".strip()
            assert re.search(rf"^ ?{re.escape(line)}$", text, re.MULTILINE), line


def test_a_brand_counts_the_same(tmp_path: Path) -> None:
    """Rule: numbers do not depend on the house style."""
    path = tmp_path / "brand.docx"
    path.write_bytes(starter_docx(the_style()))
    text = "\n".join(pages(write(bound(), brand_style(path, the_style())), tmp_path))
    assert re.search(r"Part 2 +Employee engagement policy", text)
    assert re.search(r"^ *2\.1 +Purpose", text, re.MULTILINE)


def test_every_part_of_a_pack_starts_a_page(tmp_path: Path) -> None:
    """Rule: cover, contents, parts and the first annex each start a page, the front follows the contents, none is blank."""
    laid = pages(write(bound(), the_style()), tmp_path)
    assert len(laid) == 5
    assert "Strategy on" in laid[1]
    for page, title in zip(laid[1:], ("Contents", "Board brief", "Employee", "Method"), strict=True):
        assert title in page
        assert re.search(r"Page \d of 5", page)
    assert "Open points" in laid[-1]
    assert "Page" not in laid[0]


def test_a_brief_says_its_decision_on_the_first_page(tmp_path: Path) -> None:
    """Rule: a document without a cover starts at once."""
    first = pages(write(board_brief(), the_style()), tmp_path)[0]
    assert "Decision asked of the board" in first
    assert "Page 1 of 2" in first


@pytest.mark.parametrize("build", [maximal, bound, board_brief])
def test_microsofts_validator_finds_nothing(build: Callable[[], Document], tmp_path: Path) -> None:
    """Rule: the Open XML SDK is silent about our documents."""
    validator = ROOT / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"
    assert validator.is_file(), "The validator is missing; .ci/office installs it."
    path = tmp_path / "document.docx"
    path.write_bytes(write(build(), the_style()))
    done = subprocess.run([validator, path], capture_output=True, timeout=60, check=False)
    assert b'"errors": []' in done.stdout
