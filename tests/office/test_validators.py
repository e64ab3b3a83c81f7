"""Three validators, on every document as a client gets it: none has a word to say."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import ooxml_integrity
import pytest
import yaml
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from tests.builders import answers
from tests.command import BANK, MINIMAL, stratgen
from tests.office.conftest import VALIDATOR
from tests.specimen import Plain
from tests.stretched import stretched
from tests.word.foreign import written

pytestmark = pytest.mark.office

LEAST = {"schema_version": 1, "engagement": {"client": {"legal_name": "Least Limited"}}}
"""Answers that say next to nothing: everything else is a hole."""


def plain(path: Path) -> Plain:
    """Return an answer file as plain data."""
    found: Plain = json.loads(json.dumps(yaml.safe_load(path.read_text("utf-8")), default=str))
    return found


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory, examples: dict[str, Path]) -> dict[str, Path]:
    """Return the documents of all examples, and of the least and the most that answers can hold: bare, and with
    comments, answers and a brand's style."""
    folder = tmp_path_factory.mktemp("packs")
    files = {"least": LEAST, "most": stretched(answers()), "most-real": stretched(plain(BANK))}
    found = dict(examples)
    full: list[str | Path] = ["--comments", "--embed-answers", "--style", written(folder, "letterhead")]
    dresses: dict[str, list[str | Path]] = {"bare": [], "full": full}
    for name, tree in files.items():
        path = folder / f"{name}.yaml"
        path.write_text(json.dumps(tree, ensure_ascii=False), "utf-8")
        found |= dict(_rendered(path, folder, dresses))
    return found | dict(_rendered(MINIMAL, folder, {"full": full}))


def _rendered(path: Path, folder: Path, dresses: dict[str, list[str | Path]]) -> Iterator[tuple[str, Path]]:
    for dress, options in dresses.items():
        run = stratgen("render", path, "--to", folder / dress, *options)
        assert run.returncode == 0, run.stderr
        for file in (folder / dress / path.stem).glob("*.docx"):
            yield f"{path.stem}/{dress}/{file.stem}", file


def said(files: Sequence[Path]) -> Iterator[str]:
    """Yield what Microsoft's validator says of some files."""
    assert VALIDATOR.is_file(), "The validator is missing; .ci/office installs it."

    def one(file: Path) -> str:
        run = subprocess.run([VALIDATOR, file], capture_output=True, text=True, check=False)
        return f"{file}: {run.stdout}{run.stderr}" if run.returncode else ""

    with ThreadPoolExecutor() as pool:
        yield from filter(None, pool.map(one, files))


def test_the_most_that_answers_hold_is_more_than_an_example_holds() -> None:
    """Rule: the bounds are reached, or the files prove nothing about them."""
    usual = answers()
    most = stretched(usual)
    assert len(most["objectives"]) > len(usual["objectives"])
    assert len(json.dumps(most)) > 3 * len(json.dumps(usual))


def test_microsofts_validator_is_silent(packs: dict[str, Path]) -> None:
    """Rule: no document breaks the schema of Office, however little or much it holds."""
    assert list(said(list(packs.values()))) == []


def test_two_independent_validators_are_silent(packs: dict[str, Path]) -> None:
    """Rule: ooxml-integrity and openxml-audit have nothing to say either."""
    validator = OpenXmlValidator()
    found = {}
    for name, file in packs.items():
        assert ooxml_integrity.check(file) == [], name
        if validator.validate(file).errors:
            found[name] = audited_afresh(file)
    assert {name: errors[:3] for name, errors in found.items() if errors} == {}


def audited_afresh(file: Path) -> list[str]:
    """Return what openxml-audit says of a file in a process of its own.

    It remembers parts by the address of the package in memory, for as long as its process lives, and so can take the
    comments of one file for those of another; what it really means it says again where there was no other file."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as fresh:
        return fresh.submit(_audited, file).result()


def _audited(file: Path) -> list[str]:
    return [str(error) for error in OpenXmlValidator().validate(file).errors]


def test_microsofts_validator_is_silent_on_the_workbooks_of_charts(
    packs: dict[str, Path], tmp_path: Path
) -> None:
    """Rule: the sheet behind a chart opens in Excel; each sheet is looked at once."""
    sheets: dict[bytes, Path] = {}
    for file in packs.values():
        with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
            for name in archive.namelist():
                if name.endswith(".xlsx"):
                    sheets.setdefault(archive.read(name), tmp_path / f"sheet-{len(sheets)}.xlsx")
    assert len(sheets) > 20
    for content, path in sheets.items():
        path.write_bytes(content)
    assert list(said(list(sheets.values()))) == []
