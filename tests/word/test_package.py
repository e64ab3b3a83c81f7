"""The file as a whole: the same bytes every time, a sound package, and no path that grows out of hand."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from stratgen.document import Column, DataTable, Document, Row, cell
from stratgen.word import lint, write
from tests.word.builders import (
    HOUSE,
    a_heading,
    a_paragraph,
    an_exhibit,
    board_brief,
    bound,
    maximal,
    minimal,
    the_style,
)

EVERY: tuple[Callable[..., Document], ...] = (minimal, maximal, bound, board_brief)


@pytest.mark.parametrize("build", EVERY)
def test_the_same_document_gives_the_same_bytes(build: Callable[..., Document]) -> None:
    """Rule: neither the clock nor what was written before leaves a trace."""
    from stratgen.word import house_style

    first = write(build(), the_style())
    write(maximal(language="de-CH", paper="Letter"), the_style())
    assert write(build(), the_style()) == first
    assert write(build(), house_style(HOUSE)) == first


def test_the_zip_file_names_no_machine_and_no_day() -> None:
    """Rule: entries are dated 1 January 1980, made on Unix, with the body in front."""
    with zipfile.ZipFile(io.BytesIO(write(maximal(), the_style()))) as archive:
        assert archive.testzip() is None
        infos = archive.infolist()
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert {info.create_system for info in infos} == {3}
    names = [info.filename for info in infos]
    assert names[:3] == ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]
    assert names[3:] == sorted(names[3:])


@pytest.mark.parametrize("build", EVERY)
def test_our_documents_pass_our_lint(build: Callable[..., Document]) -> None:
    """Rule: the writer makes no document that the lint finds fault with."""
    assert lint(write(build(), the_style())) == []
    assert lint(write(build(paper="Letter", cover=False, contents=False), the_style())) == []
    assert lint(write(build(cover=False, contents=True), the_style())) == []


@pytest.mark.parametrize("build", [maximal, bound])
def test_other_lints_find_nothing(build: Callable[..., Document], tmp_path: Path) -> None:
    """Rule: openxml-audit and ooxml-integrity have nothing to say about our documents."""
    import ooxml_integrity
    from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

    path = tmp_path / "document.docx"
    path.write_bytes(write(build(), the_style()))
    # List 0 takes a paragraph out of its style's list (ISO/IEC 29500-1, 17.9.18) and is never defined.
    known = "Numbering definition '0' referenced but not found"
    assert [error for error in map(str, OpenXmlValidator().validate(path).errors) if known not in error] == []
    assert ooxml_integrity.check(path) == []


def _calls(document: Document) -> int:
    """Return how many Python calls it takes to write a document."""
    count = 0

    def notice(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    write(document, the_style())  # what is done once per style is not counted
    sys.setprofile(notice)
    try:
        write(document, the_style())
    finally:
        sys.setprofile(None)
    return count


def _long(rows: int) -> Document:
    table = DataTable(
        (Column("a"), Column("b")), tuple(Row((cell("word " * 5), cell(str(n)))) for n in range(rows))
    )
    return minimal(an_exhibit(table))


def _many(sections: int) -> Document:
    blocks = [
        block
        for number in range(1, sections + 1)
        for block in (
            a_heading(f"S{number}", 1, str(number)),
            a_paragraph(),
            an_exhibit(key=f"e{number}", number=number),
        )
    ]
    return minimal(*blocks, contents=True)


@pytest.mark.parametrize("build", [_long, _many])
def test_work_grows_no_faster_than_the_document(build: Callable[[int], Document]) -> None:
    """Rule: ten times the rows or sections take ten times the calls, not a hundred."""
    small, middle, large = _calls(build(20)), _calls(build(120)), _calls(build(220))
    assert large - middle <= (middle - small) * 1.02


def test_the_body_holds_nothing_twice() -> None:
    """Rule: the size of the body grows with its blocks alone."""
    sizes = [len(_body(_many(count))) for count in (10, 20, 30)]
    assert abs((sizes[2] - sizes[1]) - (sizes[1] - sizes[0])) < 200


def _body(document: Document) -> bytes:
    with zipfile.ZipFile(io.BytesIO(write(document, the_style()))) as archive:
        return archive.read("word/document.xml")
