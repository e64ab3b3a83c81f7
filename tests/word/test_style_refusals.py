"""Files that are broken or hostile: each is refused as a house style, with a sentence that says what to do."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from stratgen.errors import StyleError
from stratgen.word import brand_style, starter_docx
from tests.word.builders import the_style
from tests.word.foreign import changed, zipped

STARTER = starter_docx(the_style())
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def refusal(folder: Path, data: bytes, name: str = "brand.docx") -> str:
    """Return why a file is refused."""
    path = folder / name
    path.write_bytes(data)
    with pytest.raises(StyleError) as caught:
        brand_style(path, the_style())
    said = str(caught.value)
    assert said.startswith(path.as_posix() + ": ")
    return said


def replaced(name: str, old: bytes, new: bytes) -> bytes:
    """Return the starter with something in one of its parts replaced."""

    def change(parts: dict[str, bytes]) -> None:
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new)

    return changed(STARTER, change)


def without(name: str) -> bytes:
    """Return the starter without one of its parts."""

    def take(parts: dict[str, bytes]) -> None:
        del parts[name]

    return changed(STARTER, take)


def with_part(name: str, content: bytes) -> bytes:
    """Return the starter with one more part."""
    return changed(STARTER, lambda parts: parts.update({name: content}))


@pytest.mark.parametrize(("head", "words"), [
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old Word file (.doc), or one with a password."),
    (b"%PDF-1.7\n", "is a PDF."), (b"{\\rtf1\\ansi", "is rich text (.rtf)."), (b"hello", "is not a .docx file"),
    (b"", "is not a .docx file"),
])  # fmt: skip
def test_what_is_taken_for_a_word_file_is_called_by_its_name(head: bytes, words: str, tmp_path: Path) -> None:
    """Rule: the refusal says what the file is, and how to make a .docx of it."""
    said = refusal(tmp_path, head + b"\0" * 500 if head else b"")
    assert words in said
    assert "save it as .docx" in said


@pytest.mark.parametrize("name", ["brand.docm", "brand.DOTM"])
def test_a_file_for_macros_is_refused_by_its_ending(name: str, tmp_path: Path) -> None:
    """Rule: .docm and .dotm are refused unopened."""
    assert "is a document with macros. Save it in Word as .docx" in refusal(tmp_path, STARTER, name)


@pytest.mark.parametrize("part", ["word/vbaProject.bin", "word/activeX/activeX1.xml",
                                  "word/embeddings/oleObject1.bin"])  # fmt: skip
def test_macros_and_controls_are_refused_whatever_the_ending(part: str, tmp_path: Path) -> None:
    """Rule: a part that can run is refused."""
    assert "holds macros or controls" in refusal(tmp_path, with_part(part, b"<x/>"))


def test_a_type_for_macros_is_refused(tmp_path: Path) -> None:
    """Rule: the content type of a document with macros is enough."""
    old = b"wordprocessingml.document.main+xml"
    new = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    assert "holds macros" in refusal(tmp_path, replaced("[Content_Types].xml", old, new))


@pytest.mark.parametrize(("kind", "target"), [
    ("attachedTemplate", "http://evil.example/x.dotm"), ("image", "file://server/share/x.png"),
    ("oleObject", "http://evil.example/x"), ("frame", "https://evil.example/"),
])  # fmt: skip
def test_relations_that_reach_outside_are_refused(kind: str, target: str, tmp_path: Path) -> None:
    """Rule: nothing may be fetched; only links that a reader would click may lead outside."""
    rels = (
        f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" Type="{OFFICE}/{kind}" Target="{target}" '
        f'TargetMode="External"/></Relationships>'
    ).encode()
    said = refusal(tmp_path, with_part("word/_rels/header1.xml.rels", rels))
    assert f"points outside the file ({kind}: {target})" in said


@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "word/theme/theme1.xml", "word/header2.xml"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_in_any_part_is_refused(part: str, encoding: str, tmp_path: Path) -> None:
    """Rule: no part may bring entities, wherever it stands and however it is encoded."""
    hostile = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
    said = refusal(tmp_path, changed(STARTER, lambda parts: parts.update({part: hostile.encode(encoding)})))
    assert part in said
    assert "document type" in said or "not well-formed" in said


@pytest.mark.parametrize(("part", "words"), [
    ("[Content_Types].xml", "[Content_Types].xml: is missing"), ("_rels/.rels", "_rels/.rels: is missing"),
    ("word/document.xml", "word/document.xml: is missing"), ("word/styles.xml", "has no styles"),
])  # fmt: skip
def test_a_missing_part_is_named(part: str, words: str, tmp_path: Path) -> None:
    """Rule: the refusal names the part, and Word can save the file again."""
    said = refusal(tmp_path, without(part))
    assert words in said
    assert "Save the file again in Word" in said


@pytest.mark.parametrize("part", ["word/theme/theme1.xml", "word/numbering.xml"])
def test_a_file_can_do_without_theme_and_lists(part: str, tmp_path: Path) -> None:
    """Rule: what a style can live without is taken from ours."""
    path = tmp_path / "brand.docx"
    path.write_bytes(without(part))
    assert brand_style(path, the_style()).colours == the_style().colours


@pytest.mark.parametrize("name", ["../../etc/x.xml", "/etc/x.xml", "word\\x.xml", "word/../../x.xml"])
def test_names_that_climb_out_are_refused(name: str, tmp_path: Path) -> None:
    """Rule: a part is called as Word calls parts, or the file is refused."""
    assert "is not a name that Word gives to a part" in refusal(
        tmp_path, changed(STARTER, lambda parts: parts.update({name: b"<x/>"}))
    )


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_stands_twice_is_refused(tmp_path: Path) -> None:
    """Rule: two programs may read two different files in it, so nobody reads it."""
    with zipfile.ZipFile(_file(tmp_path)) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    said = refusal(tmp_path, zipped([*parts, ("word/styles.xml", b"<x/>")]))
    assert "word/styles.xml: stands in the file twice" in said


def _file(folder: Path) -> Path:
    path = folder / "starter.docx"
    path.write_bytes(STARTER)
    return path


def test_a_zip_bomb_is_refused_unpacked(tmp_path: Path) -> None:
    """Rule: one steep part, many parts, or too much in all: nothing of it is unpacked into memory."""
    assert "unpacks to far more than a document needs" in refusal(
        tmp_path, with_part("word/media/x.png", b"\0" * 30_000_000)
    )
    many = {f"word/media/{number}.png": b"x" for number in range(2100)}
    assert "more than 2000" in refusal(tmp_path, changed(STARTER, lambda parts: parts.update(many)))


def test_damage_inside_the_zip_is_refused(tmp_path: Path) -> None:
    """Rule: bytes that were changed on the way are noticed, not read."""
    at = STARTER.index(b"word/styles.xml") + 200
    said = refusal(
        tmp_path, STARTER[:at] + bytes(byte ^ 0xFF for byte in STARTER[at : at + 40]) + STARTER[at + 40 :]
    )
    assert "is not a .docx file, or a damaged one" in said


def test_a_size_that_lies_is_refused(tmp_path: Path) -> None:
    """Rule: a part is read no further than the directory of the zip file promises."""
    change: Callable[[dict[str, bytes]], None] = lambda parts: parts.update({"word/x.xml": b"<x/>" * 300})  # noqa: E731
    data = bytearray(changed(STARTER, change))
    entry = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/x.xml"))
    data[entry + 24 : entry + 28] = (10).to_bytes(4, "little")
    assert refusal(tmp_path, bytes(data))
