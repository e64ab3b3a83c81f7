"""The board brief in the look of Word files that nobody made for stratgen: valid, legible, laid out."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from stratgen.word import lint
from tests.command import BANK, stratgen
from tests.office.conftest import VALIDATOR, pages
from tests.word.foreign import FOREIGN, written

pytestmark = pytest.mark.office

OPEN_DOCUMENT = "open-document"
"""A file that LibreOffice wrote from an .odt: its theme, if it has one, its fonts and names."""


@pytest.fixture(scope="session")
def briefs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the board brief of the bank in each foreign style."""
    assert shutil.which("libreoffice"), "LibreOffice is missing; .ci/office installs it on Debian."
    folder = tmp_path_factory.mktemp("foreign")
    styles = {name: written(folder, name) for name in FOREIGN}
    styles[OPEN_DOCUMENT] = _through_open_document(folder, styles["letterhead"])
    found: dict[str, Path] = {}
    for name, style in styles.items():
        run = stratgen("render", BANK, "--to", folder / name, "--only", "board-brief", "--style", style)
        assert run.returncode == 0, f"{name}: {run.stderr}"
        copy = folder / f"brief-{name}.docx"
        copy.write_bytes((folder / name / BANK.stem / "board-brief.docx").read_bytes())
        found[name] = copy
    _convert(folder, "pdf", *found.values())
    return found


def _convert(folder: Path, ending: str, *files: Path) -> None:
    subprocess.run(
        ["libreoffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", ending,
         "--outdir", str(folder), *map(str, files)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip


def _through_open_document(folder: Path, docx: Path) -> Path:
    _convert(folder, "odt", docx)
    odt = (folder / docx.name).with_suffix(".odt").rename(folder / f"{OPEN_DOCUMENT}.odt")
    _convert(folder, "docx", odt)
    return folder / f"{OPEN_DOCUMENT}.docx"


def test_a_brief_in_a_foreign_style_passes_every_lint(briefs: dict[str, Path]) -> None:
    """The package is whole, and those who cannot see well can read it, whatever the brand chose."""
    for name, brief in briefs.items():
        assert lint(brief.read_bytes()) == [], name


def test_the_open_xml_validator_accepts_a_brief_in_a_foreign_style(briefs: dict[str, Path]) -> None:
    """Microsoft's own validator is silent: what was taken over from a brand stands in a legal order."""
    assert VALIDATOR.is_file(), "The validator is missing; .ci/office installs it."
    for name, brief in briefs.items():
        run = subprocess.run([VALIDATOR, brief], capture_output=True, text=True, check=False)
        assert run.returncode == 0, f"{name}: {json.loads(run.stdout or '[]')}"


def test_a_brief_in_a_foreign_style_is_laid_out_whole(briefs: dict[str, Path]) -> None:
    """Every page says where it belongs, and no style makes the brief more than twice as long."""
    for name, brief in briefs.items():
        found = pages(brief.with_suffix(".pdf"))
        assert 5 <= len(found) <= 16, name
        for number, page in enumerate(found, 1):
            assert f"Page {number} of {len(found)}" in page, f"{name}, page {number}"


def test_the_words_of_a_letterhead_stand_on_every_page(briefs: dict[str, Path]) -> None:
    """A registration number in the brand's footer, and a name in its header, come along."""
    for name in ("letterhead", OPEN_DOCUMENT):
        for page in pages(briefs[name].with_suffix(".pdf")):
            assert "Registered 2001/001234/07" in page, name
            assert "Acme Holdings" in page, name
