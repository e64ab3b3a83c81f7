"""Other formats of the same pack: the same words, the same list, the same care for what was edited."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stratgen import manifest
from stratgen.likeness import look_of
from stratgen.pack import DOCUMENTS
from stratgen.places import bundled
from stratgen.word import brand_style, house_style, starter_docx
from tests.command import MINIMAL, process, stratgen

OWN = bundled("templates") / "house-style"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small example as pages and Markdown."""
    folder = tmp_path_factory.mktemp("formats")
    run = stratgen("render", MINIMAL, "--to", folder, "--format", "html,md")
    assert run.returncode == 0, run.stderr
    return folder / "minimal"


def test_each_document_is_written_in_each_format(written: Path) -> None:
    """One file a document and format, all of them in the manifest with their hashes."""
    files = {f"{name}.{ending}" for name in DOCUMENTS for ending in ("html", "md")}
    assert {path.name for path in written.iterdir()} == files | {manifest.NAME}
    listed = json.loads((written / manifest.NAME).read_text("utf-8"))["documents"]
    assert {each["file"]: each["sha256"] for each in listed} == {
        name: manifest.digest((written / name).read_bytes()) for name in files
    }


def test_the_same_answers_give_the_same_bytes(written: Path, tmp_path: Path) -> None:
    """Another run in another folder writes the same pages."""
    process("render", MINIMAL, "--to", tmp_path, "--format", "md,html", TZ="Asia/Tokyo", LC_ALL="C")
    for path in written.iterdir():
        if path.name != manifest.NAME:
            assert (tmp_path / "minimal" / path.name).read_bytes() == path.read_bytes(), path.name


@pytest.mark.parametrize("ending", ["html", "md"])
def test_a_page_that_somebody_edited_is_not_replaced(tmp_path: Path, ending: str) -> None:
    """The refusal covers every format, and leaves the edit as it is."""
    arguments = ("render", MINIMAL, "--to", tmp_path, "--format", ending, "--only", "board-brief")
    assert stratgen(*arguments).returncode == 0
    file = tmp_path / "minimal" / f"board-brief.{ending}"
    file.write_bytes(file.read_bytes() + b"edited")
    run = stratgen(*arguments)
    assert run.returncode == 1
    assert "has been edited" in run.stderr
    assert file.read_bytes().endswith(b"edited")
    assert stratgen(*arguments, "--overwrite").returncode == 0
    assert not file.read_bytes().endswith(b"edited")


def test_pages_wear_the_house_style() -> None:
    """Colours, fonts, fills and words come from the style that Word documents are written in."""
    style = house_style(OWN)
    look = look_of(style)
    assert look.colour("accent1") == style.colours["accent1"]
    assert look.fill("good") == style.fills["good"].colour
    assert (look.heading_font, look.body_font, look.words.contents) == (
        "Calibri",
        "Calibri",
        style.words["contents"],
    )
    assert look.logo is None


def test_pages_wear_a_brand(tmp_path: Path) -> None:
    """A Word file named as style gives pages its colours and fonts too."""
    theme = (OWN / "theme.xml").read_text("utf-8")
    parts = tmp_path / "house-style"
    parts.mkdir()
    for part in OWN.iterdir():
        (parts / part.name).write_bytes(part.read_bytes())
    (parts / "theme.xml").write_text(theme.replace("0E4D5C", "5C0E4D").replace("Calibri", "Georgia"), "utf-8")
    docx = tmp_path / "brand.docx"
    docx.write_bytes(starter_docx(house_style(parts)))
    look = look_of(brand_style(docx, house_style(OWN)))
    assert (look.colour("accent1"), look.body_font) == ("5C0E4D", "Georgia")
