"""The lint finds what is wrong: one good document, damaged in one place at a time."""

from __future__ import annotations

import io
import zipfile

import pytest

from stratgen.word import lint, write
from tests.word.builders import maximal, the_style

BODY = "word/document.xml"
DAMAGE = [
    (BODY, '<w:fldChar w:fldCharType="end"/>', "", "never end"),
    (BODY, '<w:fldChar w:fldCharType="begin"/>', "", "never began"),
    (BODY, '<w:fldChar w:fldCharType="begin"/>', '<w:fldChar w:fldCharType="begin" w:dirty="true"/>', "dirty"),
    ("word/settings.xml", "<w:compat>", '<w:updateFields w:val="true"/><w:compat>', "update fields"),
    (BODY, 'w:name="_Ref_channels"', 'w:name="_Toc00000001"', "comes 2 times"),
    (BODY, 'w:name="_Ref_channels"', 'w:name="_Ref channels"', "cannot be the name"),
    (BODY, 'w:name="_Ref_channels"', 'w:name="_Ref_other"', "does not exist"),
    (BODY, 'w:anchor="_Toc00000001"', 'w:anchor="_Toc99"', "does not exist"),
    (BODY, '<w:bookmarkEnd w:id="1"/>', "", "do not pair up"),
    (BODY, '<w:pStyle w:val="Lead"/>', '<w:pStyle w:val="Laed"/>', "the paragraph style Laed does not exist"),
    ("word/styles.xml", '<w:basedOn w:val="Normal"/><w:next w:val="Subtitle"/>', '<w:basedOn w:val="Title"/>', "is based on itself"),
    ("word/styles.xml", '<w:basedOn w:val="TableText"/>', '<w:basedOn w:val="Gone"/>', "is based on Gone"),
    (BODY, '<w:numId w:val="9"/>', '<w:numId w:val="999"/>', "the list 999 does not exist"),
    ("word/numbering.xml", '<w:abstractNumId w:val="1"/>', '<w:abstractNumId w:val="77"/>', "the definition 77"),
    (BODY, '<w:footnoteReference w:id="1"/>', "", "notes and marks"),
    ("word/footnotes.xml", 'w:type="separator"', 'w:type="continuationNotice"', "separator is missing"),
    (BODY, '<w:gridCol w:w="', '<w:gridCol w:w="1', "sum up"),
    (BODY, "</w:p></w:tc></w:tr>", "</w:p></w:tc><w:tc><w:p/></w:tc></w:tr>", "does not fill"),
    (BODY, "</w:p></w:tc></w:tr>", "</w:p><w:tcPr/></w:tc></w:tr>", "does not end in a paragraph"),
    (BODY, '<w:t xml:space="preserve">Plain, ', "<w:t>Plain, ", "are not kept"),
    (BODY, "Plain, ", "Plain {{ client }}, ", "left over"),
    (BODY, "Plain, ", "Plain &amp;amp; ", "left over"),
    (BODY, "<w:tblHeader/>", "", "no header row"),
    (BODY, "<w:cantSplit/>", "", "may break across pages"),
    (BODY, 'w:firstColumn="1"', 'w:firstColumn="0"', "first column heads"),
    (BODY, '<w:tblDescription w:val="Control"/>', "", "no description"),
    (BODY, ">Role<", "> <", "has no name"),
    (BODY, '<w:pStyle w:val="Heading3"/>', '<w:pStyle w:val="Heading4"/>', "skips a level"),
    (BODY, ">Findings</w:t></w:r><w:bookmarkEnd", "> </w:t></w:r><w:bookmarkEnd", "a heading is empty"),
    (BODY, '<w:p><w:pPr><w:pStyle w:val="Lead"/>', '<w:p/><w:p><w:pPr><w:pStyle w:val="Lead"/>', "blank paragraph"),
    (BODY, ">the survey<", ">here<", "say nothing"),
    (BODY, '<w:alias w:val="Contents"/>', "", "content control has no title"),
    (BODY, 'w:fill="D3EBDC"', 'w:fill="303030"', "hard to read"),
    (BODY, 'r:id="link1"', 'r:id="link9"', "the relationship link9 does not exist"),
    (BODY, "</w:body>", "<w:body>", "not well-formed"),
    ("word/header1.xml", 'descr=""', 'descr="band.png"', "is a file name"),
    ("word/header1.xml", '<adec:decorative val="1"/>', "", "has no description"),
    ("word/header1.xml", 'Requires="wps"', 'Requires="w99"', "w99 is not declared"),
    ("word/_rels/document.xml.rels", 'Target="footnotes.xml"', 'Target="notes.xml"', "which is missing"),
    ("[Content_Types].xml", '<Default Extension="xml" ContentType="application/xml"/>', "", None),
    ("[Content_Types].xml", 'PartName="/word/header1.xml"', 'PartName="/word/header9.xml"', "which is missing"),
    ("[Content_Types].xml", "document.main+xml", "template.main+xml", "not the body"),
    ("docProps/core.xml", "T00:00:00Z", "", "is not a date"),
    ("docProps/core.xml", "<dc:title>Strategy pack</dc:title>", "", "there is no title"),
    ("docProps/custom.xml", 'pid="2"', 'pid="3"', "do not run from 2"),
    ("docProps/custom.xml", 'name="Tool"', 'name="answers"', "comes twice"),
    ("word/charts/chart1.xml", '<c:axId val="1001"/>', '<c:axId val="7"/>', "axes do not match"),
    ("word/charts/chart1.xml", '<c:crossAx val="1001"/>', '<c:crossAx val="7"/>', "axes do not match"),
    ("word/charts/chart1.xml", "<c:v>12</c:v>", "<c:v>13</c:v>", "stands in the workbook as"),
    ("word/charts/chart1.xml", '<c:pt idx="1"><c:v>14</c:v></c:pt>', "", "stands in the workbook as"),
    ("word/charts/chart1.xml", "Sheet1!$B$1", "Sheet1!B1", "is not a column of the sheet"),
    ("word/charts/_rels/chart1.xml.rels", 'relationships/package"', 'relationships/image"', "no workbook behind"),
    ("word/embeddings/workbook1.xlsx", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet9.xml", "is not a workbook"),
    (BODY, 'r:id="chart1"', 'r:id="styles"', "a chart that does not exist"),
    (BODY, 'r:id="chart1"', 'r:id="styles"', "is shown 0 times"),
    (BODY, ' descr="Each channel with its role and yearly cost."', ' descr=""', "has no description"),
    ("word/styles.xml", "<w:lang ", "<w:noLang ", "no language"),
]  # fmt: skip


def damaged(part: str, old: str, new: str) -> bytes:
    """Return the largest document with the first of some text in one part replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(write(maximal(), the_style()))) as good, zipfile.ZipFile(out, "w") as bad:
        for name in good.namelist():
            content = good.read(name)
            if name == part:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode(), 1)
            bad.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(("part", "old", "new", "says"), DAMAGE)
def test_the_lint_finds_what_is_wrong(part: str, old: str, new: str, says: str | None) -> None:
    """Rule: every kind of damage has a rule that names it."""
    found = lint(damaged(part, old, new))
    assert any(says in fault for fault in found) if says else found == []


def test_something_that_is_no_zip_file_is_said_to_be_none() -> None:
    """Rule: the lint raises nothing."""
    assert "not a zip archive" in lint(b"nonsense")[0]


def test_a_part_that_comes_twice_is_found() -> None:
    """Rule: two parts of one name make a file that readers read differently."""
    out = io.BytesIO(write(maximal(), the_style()))
    with zipfile.ZipFile(out, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("word/styles.xml", "<x/>")
    assert any("more than once" in fault for fault in lint(out.getvalue()))


def test_a_floating_or_false_picture_is_found() -> None:
    """Rule: pictures in the body stand in line, and are what their names say."""
    with zipfile.ZipFile(io.BytesIO(write(maximal(), the_style()))) as good:
        band = good.read("word/header1.xml").decode()
        assert "<wp:anchor" in band
    out = io.BytesIO(damaged("docProps/app.xml", "stratgen", "stratgen"))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/media/logo.png", b"GIF89a")
    assert any("is not a png picture" in fault for fault in lint(out.getvalue()))
