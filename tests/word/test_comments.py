"""Comments in the margin: who closes an open point, where it is printed."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from stratgen.document import Document, FormField, Note, Paragraph, Row, Text, cell
from stratgen.word import lint, write
from tests.word.builders import a_heading, a_table, an_exhibit, minimal, the_style

HOLE = Text(
    "[To be confirmed: Head of Care]", "open-point", "Open point. To be closed by: Head of <Care> & Co."
)


def with_holes() -> Document:
    table = a_table(rows=(Row((cell("Forum"), cell((HOLE,)), cell("1"))),))
    note = Note((Text("As of today "), HOLE))
    return minimal(a_heading(), Paragraph((Text("The cost is "), HOLE, note, Text("."))), an_exhibit(table))


def parts(document: Document, comments: bool = True) -> dict[str, str]:
    docx = write(document, the_style(), comments=comments)
    assert lint(docx) == []
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_every_open_point_in_the_text_has_a_comment_on_its_words() -> None:
    """Rule: the comment is anchored at the printed hole; footnotes cannot hold one."""
    found = parts(with_holes())
    body = found["word/document.xml"]
    anchored = re.findall(r'<w:commentRangeStart w:id="(\d)"/>(.*?)<w:commentRangeEnd w:id="\1"/>', body)
    assert [number for number, _ in anchored] == ["0", "1"]
    assert all("[To be confirmed: Head of Care]" in words for _, words in anchored)
    assert found["word/comments.xml"].count("Head of &lt;Care&gt; &amp; Co.") == 2
    assert "comment" not in found["word/footnotes.xml"]


def test_a_comment_bears_the_firm_and_the_day_of_the_answers() -> None:
    """Rule: neither the clock nor the machine's user is asked."""
    comments = parts(with_holes())["word/comments.xml"]
    head = 'w:author="Strategy Office" w:date="2026-11-22T00:00:00Z" w:initials="SO"'
    assert comments.count(head) == 2


def test_without_being_asked_for_there_are_no_comments() -> None:
    """Rule: a document for the client has none unless somebody wants them."""
    assert "word/comments.xml" not in parts(with_holes(), comments=False)
    assert "word/comments.xml" not in parts(minimal())


DAMAGE = [
    ("word/document.xml", '<w:commentRangeEnd w:id="1"/>', "", "each commentRangeEnd do not pair up"),
    ("word/document.xml", '<w:commentReference w:id="1"/>', "", "each commentReference do not pair up"),
    ("word/comments.xml", 'w:id="1"', 'w:id="7"', "each commentRangeStart do not pair up"),
    ("word/comments.xml", "T00:00:00Z", "", "comment 0 has no author or no date"),
]


@pytest.mark.parametrize(("part", "old", "new", "says"), DAMAGE)
def test_the_lint_finds_comments_that_hang_in_the_air(part: str, old: str, new: str, says: str) -> None:
    """Rule: Word refuses a file whose comments do not pair up."""
    found, out = parts(with_holes()), io.BytesIO()
    assert old in found[part]
    found[part] = found[part].replace(old, new, 1)
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in found.items():
            archive.writestr(name, content)
    assert any(says in fault for fault in lint(out.getvalue()))


def test_a_form_field_holds_no_comment() -> None:
    """Rule: what stands in a content control is replaced by whoever fills it in."""
    field = FormField("text", "sign_off[legal].role", "Legal: role", inlines=(HOLE,))
    found = parts(minimal(a_heading(), Paragraph((field, HOLE))))
    assert found["word/document.xml"].count("<w:commentReference ") == 1
    assert (
        "commentRangeStart" not in re.findall(r"<w:sdt>.*?</w:sdt>", found["word/document.xml"], re.DOTALL)[0]
    )
