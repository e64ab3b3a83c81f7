"""What others read out of our files: letter for letter what the tree says."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import docx
import mammoth
import pytest
from docx2python import docx2python
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stratgen.document import (
    Callout,
    Column,
    DataTable,
    Document,
    Exhibit,
    FieldTable,
    Heading,
    Link,
    List,
    Note,
    Paragraph,
    Row,
    Text,
    cell,
)
from stratgen.document.inlines import plain
from stratgen.word import lint, write
from tests.word.builders import (
    a_callout,
    a_heading,
    a_paragraph,
    an_exhibit,
    board_brief,
    bound,
    maximal,
    minimal,
    running_text,
    the_style,
    words,
)
from tests.word.counting import counted_headings

HOSTILE = (
    "A*B & <Sons> | Co_ltd #1",
    "``1. Fix `it` [now](http://x)``",
    "two\nlines",
    "a\ttab and  two  spaces ",
    "שלום עולם",
    "عربى 123 مختلط with English",
    "中文字符與日本語テキスト",
    "&amp; &#60; ]]> <!-- --> <w:p/>",
    "]]>\"quoted\" 'single' \u2028 \u00a0 \u200f \U0001f600",
    "= 1+1",
    "\u0000\u0007\ud800\ufffe",
)


def shown(text: str) -> str:
    """Return a text as a reader gets it: what XML cannot hold is a replacement mark."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n")
    return re.sub("[\x00-\x08\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", text)


def hostile(text: str) -> Document:
    """Return a document with one text in every place that takes one."""
    table = DataTable((Column(text), Column("b")), (Row((cell(text), cell(text, text, bullets=True))),))
    return minimal(
        Heading(1, words(text or "x"), "key " + text[:50], number="1"),
        Paragraph((Text(text), Text(text, "open-point"), Text(text, "code"), Note(words(text)))),
        Paragraph((Link(words(text), "https://example.com/" + text[:50]),)),
        List(((a_paragraph(text),),)),
        Callout("risk", text, (a_paragraph(text),)),
        an_exhibit(table, caption=text, source=words(text), description=text),
        FieldTable(((words(text), (words(text),)),), text),
        title=text or "x", subtitle=text, client=text, audience=text, version=text, status=text,
        classification=text, author=text, keywords=(text,), properties=(("Name", text), (text, "value")),
        cover=True, contents=True,
    )  # fmt: skip


def test_python_docx_reads_every_paragraph_letter_for_letter() -> None:
    """Rule: what python-docx reads from the body is what the tree says, in its order."""
    blocks = [a_paragraph(text) for text in HOSTILE]
    read = docx.Document(io.BytesIO(write(minimal(*blocks), the_style())))
    got = [
        paragraph.text
        for paragraph in read.paragraphs
        if paragraph.style and paragraph.style.name == "Normal"
    ]
    assert got == [shown(text) for text in HOSTILE]


def test_python_docx_reads_every_cell_letter_for_letter() -> None:
    """Rule: cells hold what the tree says."""
    rows = tuple(Row((cell(text), cell(text, "second"))) for text in HOSTILE)
    document = minimal(an_exhibit(DataTable((Column("One"), Column("Two")), rows)))
    table = docx.Document(io.BytesIO(write(document, the_style()))).tables[0]
    got = [[one.text for one in row.cells] for row in table.rows]
    assert got == [["One", "Two"], *([shown(text), shown(text) + "\nsecond"] for text in HOSTILE)]


def test_python_docx_reads_the_properties() -> None:
    """Rule: title, author and dates are where Word keeps them."""
    core = docx.Document(io.BytesIO(write(minimal(), the_style()))).core_properties
    assert (core.title, core.author, core.language, core.revision) == (
        "Board brief",
        "Strategy Office",
        "en-ZA",
        1,
    )
    assert core.created is not None
    assert core.created.isoformat() == "2026-11-22T00:00:00+00:00"


def test_mammoth_sees_headings_lists_notes_and_header_rows() -> None:
    """Rule: a reader that knows structure alone finds it."""
    html = mammoth.convert_to_html(io.BytesIO(write(maximal(), the_style()))).value
    assert re.search(r"<h1>(<a [^>]*></a>)*Findings</h1>", html)
    assert re.search(r"<h1>(<a [^>]*></a>)*Sources</h1>", html)
    assert re.search(r"<h4>(<a [^>]*></a>)*Finer detail</h4>", html)
    assert "<ul><li>First" in html
    assert "<ol><li>one</li><li>two<ol><li>two a</li>" in html
    assert html.count("<thead>") == 6
    assert 'id="footnote-1"' in html
    assert "<em>stressed</em>" in html
    assert '<a href="https://example.com/a?b=c&amp;d=%C3%A9%20%C3%BC">the survey</a>' in html


@pytest.mark.parametrize("build", [maximal, bound, board_brief])
def test_the_numbers_that_word_counts_are_the_trees(build: Callable[[], Document]) -> None:
    """Rule: an independent count of the lists gives every heading the number that the tree has."""
    document = build()
    expected = [
        f"{block.number} {plain(block.inlines)}".strip()
        for block in document.blocks
        if isinstance(block, Heading)
    ]
    assert counted_headings(write(document, the_style())) == expected


def test_numbers_out_of_step_are_counted_too() -> None:
    """Rule: sections that start again under each part, and gaps, come out as the tree says."""
    blocks = (
        a_heading("One", 1, "Part 1", kind="part"), a_heading("a", 2, "1"), a_heading("b", 2, "2"), a_heading("b1", 3, "2.1"),
        a_heading("Two", 1, "Part 2", kind="part"), a_heading("c", 2, "1"), a_heading("c1", 3, "1.1"),
        a_heading("X", 1, "Annex C", kind="annex"), a_heading("x1", 2, "C.4", kind="annex"),
    )  # fmt: skip
    expected = [f"{block.number} {plain(block.inlines)}" for block in blocks]
    assert counted_headings(write(minimal(*blocks), the_style())) == expected


def test_docx2python_finds_the_words_of_headers_and_notes() -> None:
    """Rule: headers, footers and notes are text that others find."""
    with docx2python(
        io.BytesIO(write(minimal(*running_text(), an_exhibit(), a_heading()), the_style()))
    ) as read:
        header, footer, notes = read.header_runs, read.footer_runs, read.footnotes_runs
    assert "Umoya Bank  ·  Board brief" in str(header)
    assert "Version 0.3  ·  22 November 2026" in str(footer)
    assert "Noted, with a " in str(notes)


@pytest.mark.parametrize("text", [*HOSTILE, "", "x" * 10_000, "long word " * 1000])
def test_hostile_words_break_nothing(text: str) -> None:
    """Rule: any text in any place leaves a sound package."""
    found = lint(write(hostile(text), the_style()))
    assert [fault for fault in found if not _meant(fault)] == []


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(alphabet=st.characters(), max_size=60))
def test_any_words_arrive(text: str) -> None:
    """Rule: whatever somebody answers is read back letter for letter."""
    data = write(hostile(text), the_style())
    assert [fault for fault in lint(data) if not _meant(fault)] == []
    table = docx.Document(io.BytesIO(data)).tables[0]
    assert table.rows[1].cells[0].text == shown(text)


def _meant(fault: str) -> bool:
    """Whether a fault is about words that the test itself put there."""
    return any(
        mark in fault
        for mark in (
            "left over",
            "say nothing",
            "has no name",
            "no description",
            "is empty",
            "no title",
            "comes twice",
            "blank",
        )
    )


def test_a_caption_and_its_table_say_the_same_number() -> None:
    """Rule: the cached number of a caption is the tree's."""
    document = maximal()
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(write(document, the_style()))).paragraphs)
    for block in document.blocks:
        if isinstance(block, Exhibit):
            assert f"{block.kind} {block.number}: {block.caption}" in text


def test_a_callout_is_read_in_order() -> None:
    """Rule: title, paragraphs and list items follow each other as in the tree."""
    read = docx.Document(io.BytesIO(write(minimal(a_callout("decision")), the_style())))
    texts = [p.text for p in read.paragraphs if p.style and (p.style.name or "").startswith("Callout")]
    assert texts[0] == "What this decision says"
    assert texts[-1] == "And a last line."
    assert len(texts) == 8
