"""The form through LibreOffice: what it saves comes back, and an empty form looks like one."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from stratgen import reading_back
from tests.filling import as_word, on_page
from tests.office.conftest import Paper

pytestmark = pytest.mark.office

FILLED = {
    "sign_off[legal].date": "2026-11-30",
    "sign_off[legal].outcome": "approved_with_changes",
    "sign_off[legal].name": "Group Legal & Co <ZA>",
    "policy.legal_reviews[ZA].date": "2026-12-15",
    "acknowledgement.understood": "true",
    "acknowledgement.name": "N. Name",
}


def saved(docx: bytes, folder: Path) -> Path:
    """Return a Word file as LibreOffice saves it."""
    (folder / "filled.docx").write_bytes(docx)
    subprocess.run(
        ["libreoffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "docx",
         "--outdir", str(folder / "saved"), str(folder / "filled.docx")],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return folder / "saved" / "filled.docx"


@pytest.mark.parametrize("way", [as_word, on_page])
def test_what_libreoffice_saves_comes_back(
    way: object, papers: dict[str, dict[str, Paper]], tmp_path: Path
) -> None:
    """Rule: LibreOffice drops titles and tags and writes the page alone; what was filled in comes back whole."""
    assert callable(way)
    docx = way(papers["karoo-bank"]["strategy-pack"].docx.read_bytes(), FILLED)
    form = reading_back.read(saved(docx, tmp_path))
    said = {each.key: each.values for each in reading_back.filled(form)}
    assert said == {key: ("yes" if value == "true" else value,) for key, value in FILLED.items()}


def test_an_untouched_pack_comes_back_empty(papers: dict[str, dict[str, Paper]], tmp_path: Path) -> None:
    """Rule: prompts and open points that LibreOffice writes out are no answers."""
    form = reading_back.read(saved(papers["minimal"]["strategy-pack"].docx.read_bytes(), tmp_path))
    assert len(form.fields) > 20
    assert reading_back.filled(form) == []


def test_an_empty_form_asks_on_the_page(papers: dict[str, dict[str, Paper]]) -> None:
    """Rule: whoever opens the page reads who is still to be asked; a dash stands where nothing is to be said yet."""
    pages = " ".join(papers["minimal"]["strategy-pack"].pages)
    assert "Legal – – Not asked yet" in " ".join(pages.split())
