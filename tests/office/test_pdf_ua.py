"""PDF files for readers who cannot see: a checker of PDF/UA-1 finds no error in any of them."""

from __future__ import annotations

import io
import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pypdf
import pytest

from stratgen.office.mending import mended

pytestmark = pytest.mark.office

CHECKER = Path("/opt/stratgen-pdf-ua/bin/outloud")
"""Where `.ci/office` puts the checker."""

Laid = Mapping[str, Mapping[str, bytes]]


@pytest.mark.parametrize("version", ["first", "second"])
def test_the_checker_finds_no_error(version: str, laid: Laid, tmp_path: Path) -> None:
    """Rule: every document of every example passes, whichever LibreOffice made it."""
    assert CHECKER.is_file(), "The checker is missing; .ci/office installs it."
    files = {name: tmp_path / f"{name.replace('/', '-')}.pdf" for name in laid[version]}
    for name, file in files.items():
        file.write_bytes(laid[version][name])
    report = tmp_path / "report.json"
    command: list[str | Path] = [
        CHECKER,
        "--quiet",
        "--layer",
        "conformance",
        "--json",
        report,
        *files.values(),
    ]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    results = json.loads(report.read_text("utf-8"))["results"]
    assert len(results) == len(files), run.stdout
    errors = [
        f"{result['path']}: {found['rule']}: {found['message']}"
        for result in results
        for found in result["findings"]
        if found["severity"] == "error"
    ]
    assert errors == []


def test_every_table_has_headers_and_every_picture_words(laid: Laid) -> None:
    """Rule: a cell can be read with what heads it, a chart has its description."""
    for made in laid.values():
        root = pypdf.PdfReader(io.BytesIO(made["karoo-bank/strategy-pack"])).root_object
        elements = list(_elements(root["/StructTreeRoot"]))
        tables = [each for each in elements if str(each["/S"]) == "/Table"]
        assert len(tables) > 40
        for table in tables:
            assert any(str(each["/S"]) == "/TH" for each in _elements(table))
        pictures = [each for each in elements if str(each["/S"]) == "/Figure"]
        assert len(pictures) > 3
        assert all(str(each["/Alt"]) for each in pictures)


def test_a_mend_leaves_what_was_there_and_has_nothing_to_do_twice(laid: Laid) -> None:
    """Rule: the file of LibreOffice is the beginning of ours; mending again changes nothing."""
    for made in laid.values():
        pdf = made["minimal/employee-engagement-policy"]
        assert pdf.count(b"%%EOF") == 2
        assert mended(pdf, []) == pdf


def _elements(parent: object) -> list[pypdf.generic.DictionaryObject]:
    kids = parent.get("/K", []) if isinstance(parent, pypdf.generic.DictionaryObject) else []
    kids = kids.get_object() if hasattr(kids, "get_object") else kids
    found: list[pypdf.generic.DictionaryObject] = []
    for kid in kids if isinstance(kids, list) else [kids]:
        element = kid.get_object()
        if isinstance(element, pypdf.generic.DictionaryObject) and "/S" in element:
            found += [element, *_elements(element)]
    return found
