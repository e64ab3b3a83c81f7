"""The examples as PDF, made once by LibreOffice in a profile of the test's own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pypdf
import pytest

from stratgen.office import to_pdf
from tests.command import BANK, MINIMAL, ROOT, stratgen

SECOND = (
    Path(os.environ.get("STRATGEN_SECOND_OFFICE", "/opt/stratgen-office")) / "usr/lib/libreoffice/program"
)
"""Where `.ci/second-office` puts the programs of a newer LibreOffice."""
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


@pytest.fixture(scope="session")
def examples(
    papers: dict[str, dict[str, Paper]], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """Return the Word file of every document of every example with its page numbers, by "client/document"."""
    folder = tmp_path_factory.mktemp("examples")
    found = {
        f"{client}/{name}": paper.docx for client, made in papers.items() for name, paper in made.items()
    }
    for answers in sorted((ROOT / "answers").glob("*.yaml")):
        if answers.stem in papers:
            continue
        run = stratgen("render", answers, "--to", folder, "--pages")
        assert run.returncode == 0, run.stderr
        found |= {f"{answers.stem}/{file.stem}": file for file in (folder / answers.stem).glob("*.docx")}
    return found


@pytest.fixture(scope="session")
def laid(examples: dict[str, Path]) -> dict[str, Mapping[str, bytes]]:
    """Return the PDF of every document of every example by the LibreOffice that made it, and by its name."""
    assert (SECOND / "soffice").is_file(), "The second LibreOffice is missing; .ci/second-office installs it."
    files = {name: docx.read_bytes() for name, docx in examples.items()}
    first = to_pdf(files)
    with pytest.MonkeyPatch.context() as changed:
        changed.setenv("PATH", f"{SECOND}{os.pathsep}{os.environ['PATH']}")
        return {"first": first, "second": to_pdf(files)}
