"""The examples as PDF, made once by LibreOffice in a profile of the test's own."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pypdf
import pytest

from tests.command import BANK, MINIMAL, ROOT, stratgen

VALIDATOR = ROOT / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"


@dataclass(frozen=True)
class Paper:
    """One document: its Word file, and its pages as text."""

    docx: Path
    pages: tuple[str, ...]


def pages(pdf: Path) -> tuple[str, ...]:
    return tuple(page.extract_text() for page in pypdf.PdfReader(pdf).pages)


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Paper]]:
    """Return the documents of both examples by client and name; without LibreOffice this fails, since
    whoever asks for these checks wants them made."""
    assert shutil.which("libreoffice"), "LibreOffice is missing; .ci/office installs it on Debian."
    folder = tmp_path_factory.mktemp("papers")
    found: dict[str, dict[str, Paper]] = {}
    for answers in (BANK, MINIMAL):
        run = stratgen("render", answers, "--to", folder, "--pages", "--comments")
        assert run.returncode == 0, run.stderr
        client = folder / answers.stem
        files = sorted(client.glob("*.docx"))
        subprocess.run(
            ["libreoffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf",
             "--outdir", str(client), *map(str, files)],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip
        found[answers.stem] = {file.stem: Paper(file, pages(file.with_suffix(".pdf"))) for file in files}
    return found
