"""Page numbers in contents, lists of exhibits and references: printed where known, and never guessed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stratgen.document import Block, Document, Heading, PageBreak, Paragraph, Reference, Text
from stratgen.word import Pagination, lint, marks, names_pages, with_line_pitch, write
from tests.word.builders import (
    a_heading,
    a_paragraph,
    an_exhibit,
    board_brief,
    bound,
    exhibits,
    maximal,
    minimal,
    the_style,
)


def numbered(document: Document, first: int = 3) -> Pagination:
    """Return a pagination in which every mark stands one page after the one before it."""
    return Pagination({mark.name: page for page, mark in enumerate(marks(document), first)})


def body(document: Document, pagination: Pagination | None = None) -> str:
    """Return the body of a document as text."""
    docx = write(document, the_style(), pagination) if pagination else write(document, the_style())
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return archive.read("word/document.xml").decode()


def listing(xml: str) -> str:
    """Return the table of contents."""
    return xml[xml.index("<w:sdt>") : xml.index("</w:sdt>")]


def referring(page: bool) -> tuple[Block, ...]:
    return (
        a_heading(),
        Paragraph((Text("It is in "), Reference("findings", "section 1", page), Text(" and "),
                   Reference("channels", "Table 1", page), Text("."))),
        an_exhibit(),
    )  # fmt: skip


def words(xml: str) -> str:
    """Return the words of some XML, paragraphs on lines of their own."""
    return re.sub(r"<[^>]+>", "", re.sub(r"<w:instrText.*?</w:instrText>", "", xml.replace("</w:p>", "\n")))


def test_contents_and_exhibits_that_need_more_than_a_page_list_sections_only() -> None:
    """Rule: sections alone are listed where what is below them would push the list of exhibits off its page."""
    few: list[Block] = [
        a_heading("A"),
        a_heading("B", level=2),
        *(an_exhibit(key=f"e{n}", number=n) for n in range(1, 6)),
    ]
    many = [*few, *(a_heading(f"C{n}", level=2) for n in range(60))]
    for blocks, deepest, entries in ((few, 2, 2), (many, 1, 1)):
        document = minimal(*blocks, contents=True)
        xml = body(document, numbered(document))
        assert f"TOC \\o &quot;1-{deepest}&quot;" in xml
        listed = xml.partition("</w:sdtContent>")[0]
        assert listed.count("PAGEREF") == entries


def test_with_pages_the_contents_name_the_page_of_every_entry() -> None:
    """Rule: dots lead to a number at the right edge of the text; it is a field with its result in place."""
    document = bound()
    xml = listing(body(document, numbered(document)))
    assert " TOC \\o &quot;1-2&quot; \\h \\z " in xml
    entries = xml.count("<w:hyperlink ")
    assert len(re.findall(r" PAGEREF _Toc\d{8} \\h ", xml)) == entries == 9
    assert xml.count('<w:tab w:val="right" w:leader="dot" w:pos="9638"/>') == entries
    shown = [line for line in words(xml).splitlines() if line]
    assert shown[0] == "Contents"
    assert shown[1:4] == ["Strategy on a page3", "Part 1Board brief4", "1.1Decision5"]


@pytest.mark.parametrize("build", [maximal, bound, board_brief])
def test_nobody_is_asked_to_update_anything(build: Callable[..., Document]) -> None:
    """Rule: with pages or without, Word opens the file without a question, and the lint is silent."""
    document = build(contents=True)
    for pagination in (Pagination(), numbered(document)):
        docx = write(document, the_style(), pagination)
        assert lint(docx) == []
        assert b"updateFields" not in docx
        assert "w:dirty" not in body(document, pagination)


def test_tables_and_figures_are_listed_from_four_on() -> None:
    """Rule: fewer exhibits than four need no list; tables come before figures, each kind in a field."""
    few = minimal(a_heading(), *(an_exhibit(key=f"t{n}", number=n) for n in (1, 2, 3)), contents=True)
    assert "Tables and figures" not in body(few)
    many = minimal(a_heading(), *exhibits(), contents=True)
    for pagination, switch in ((Pagination(), " \\n"), (numbered(many), "")):
        xml = body(many, pagination)
        assert "Tables and figures" in xml
        for kind in ("Table", "Figure"):
            assert f" TOC \\c &quot;{kind}&quot;{switch} \\h \\z " in xml
        order = [
            line
            for line in words(xml[: xml.index("_Ref_")]).splitlines()
            if re.match(r"(Table|Figure) \d", line)
        ]
        assert [line[:8] for line in order] == ["Table 1:", "Table 2:", "Figure 1", "Figure 2"]


def test_a_document_without_contents_lists_no_exhibits() -> None:
    """Rule: the list of exhibits belongs to the contents."""
    assert "Tables and figures" not in body(minimal(a_heading(), *exhibits()))


def test_a_reference_that_asks_for_its_page_prints_it_where_it_is_known() -> None:
    """Rule: "section 1, page 3" and "Table 1 on page 4", and without known pages neither."""
    document = minimal(*referring(page=True))
    space = "\N{NO-BREAK SPACE}"
    paged = body(document, numbered(document))
    assert f"It is in section 1, page{space}3 and Table 1 on page{space}4." in words(paged)
    assert " PAGEREF _Toc00000001 \\h " in paged
    assert "It is in section 1 and Table 1." in words(body(document))
    assert "It is in section 1 and Table 1." in words(
        body(minimal(*referring(page=False)), numbered(document))
    )


def test_a_page_that_nobody_found_is_not_made_up() -> None:
    """Rule: pages are known for every heading and exhibit, or the document is not written."""
    document = bound()
    pages = dict(numbered(document).pages or {})
    pages.popitem()
    with pytest.raises(KeyError):
        write(document, the_style(), Pagination(pages))


def test_a_break_is_put_on_the_paragraph_itself() -> None:
    """Rule: a forced page starts with the heading or caption; no empty paragraph is added."""
    document = minimal(a_heading(), a_paragraph(), a_heading("Second", number="2"), an_exhibit())
    names = [mark.name for mark in marks(document)]
    plain = body(document)
    for name, style in zip(names[1:], ("Heading1", "Caption"), strict=True):
        broken = body(document, Pagination(None, frozenset({name})))
        assert f'<w:pStyle w:val="{style}"/><w:pageBreakBefore/>' in broken
        assert broken.count("<w:p>") == plain.count("<w:p>")


@pytest.mark.parametrize("build", [minimal, maximal, bound, board_brief])
def test_marks_are_the_bookmarks_of_the_file_in_order(build: Callable[..., Document]) -> None:
    """Rule: what a layout is asked for is what the file holds."""
    names = [mark.name for mark in marks(build())]
    assert names == re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(_Toc\d+)"', body(build()))


def test_a_mark_knows_whether_it_starts_a_page() -> None:
    """Rule: a break in the document, an asked-for page and a part of a pack start pages, all else only if asked."""
    blocks = (a_heading(), PageBreak(), a_heading("B"), a_paragraph(), a_heading("C", new_page=True))
    assert [mark.starts_page for mark in marks(minimal(*blocks))] == [False, True, True]
    first = [(mark.starts_page, mark.block) for mark in marks(bound())
             if isinstance(mark.block, Heading) and mark.block.level == 1]  # fmt: skip
    assert {block.kind for _, block in first} >= {"part", "annex"}
    assert all(starts is (block.kind == "part" or block.new_page) for starts, block in first)


def test_only_a_document_that_prints_pages_has_to_be_laid_out() -> None:
    """Rule: contents or a reference with a page, wherever it stands, ask for a layout."""
    assert names_pages(bound())
    assert not names_pages(minimal())
    assert not names_pages(minimal(a_paragraph(), contents=True))
    assert names_pages(minimal(*referring(page=True)))
    assert not names_pages(minimal(*referring(page=False)))
    inside = an_exhibit(source=(Reference("channels", "Table 1", page=True),))
    assert names_pages(minimal(a_heading(), inside))


@given(st.floats(0.9, 1.1))
def test_another_line_pitch_changes_every_line_and_nothing_else(factor: float) -> None:
    """Rule: a trial layout differs in the distance of lines alone."""
    before, after = the_style().styles, with_line_pitch(the_style(), factor).styles
    pattern = re.compile(r'w:line="(\d+)"')
    assert pattern.sub("", before) == pattern.sub("", after)
    wanted = [round(int(line) * factor) for line in pattern.findall(before)]
    assert [int(line) for line in pattern.findall(after)] == wanted


@pytest.mark.parametrize("defaults", [
    "<w:docDefaults></w:docDefaults>",
    "<w:docDefaults><w:pPrDefault/></w:docDefaults>",
    "<w:docDefaults><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>",
    '<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>',
])  # fmt: skip
def test_a_brand_that_names_no_line_pitch_is_tried_all_the_same(defaults: str) -> None:
    """Rule: single spacing is what Word takes where nothing is said."""
    style = replace(the_style(), styles=f"<w:styles>{defaults}</w:styles>")
    assert 'w:line="245"' in with_line_pitch(style, 1.022).styles


DAMAGE = [
    (r"(PAGEREF _Toc00000001 .*?<w:t [^>]*>)3<", r"\1?<", "the page of _Toc00000001 is '?'"),
    (r"(PAGEREF _Toc00000002 .*?<w:t [^>]*>)4<", r"\g<1>1<", "go back"),
    (r"(REF _Ref_channels .*?<w:t [^>]*>)Table 1<", r"\1Table 7<", "'Table 7' where its target says 'Table 1'"),
    (r"(SEQ Table .*?<w:t [^>]*>)1<", r"\g<1>2<", "Table 2 should count 1"),
    (r" PAGEREF _Toc00000001 ", " NUMPAGES ", "names 0 pages for 1 entries"),
    (r"TOC \\o &quot;1-2&quot; \\h", r"TOC \\o &quot;1-2&quot; \\n \\h", "names 1 pages for 1 entries"),
]  # fmt: skip


@pytest.mark.parametrize(("pattern", "put", "says"), DAMAGE)
def test_the_lint_reads_what_fields_show(pattern: str, put: str, says: str) -> None:
    """Rule: a number or name that cannot be true is found before anybody computes it."""
    document = minimal(*referring(page=True), contents=True)
    out = io.BytesIO()
    good = zipfile.ZipFile(io.BytesIO(write(document, the_style(), numbered(document))))
    with good, zipfile.ZipFile(out, "w") as bad:
        for name in good.namelist():
            content = good.read(name).decode()
            if name == "word/document.xml":
                content, count = re.subn(pattern, put, content, count=1, flags=re.DOTALL)
                assert count == 1
            bad.writestr(name, content)
    assert any(says in fault for fault in lint(out.getvalue())), lint(out.getvalue())


WIDE = (
    a_heading("Upright", number="1"),
    a_paragraph(),
    a_heading("Wide", number="2", landscape=True),
    a_heading("Wide below", level=2, number="2.1"),
    an_exhibit(),
    a_heading("Upright again", number="3"),
    a_paragraph(),
)


def test_a_landscape_heading_turns_its_pages_until_the_next_of_its_level() -> None:
    """Rule: three sections; the middle one lies on its side with a header and footer of its own width."""
    with zipfile.ZipFile(io.BytesIO(write(minimal(*WIDE), the_style()))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    sections = re.findall(r"<w:sectPr>.*?</w:sectPr>", parts["word/document.xml"])
    turned = ['w:w="16838" w:h="11906" w:orient="landscape"' in each for each in sections]
    assert turned == [False, True, False]
    tabs = []
    for each in sections:
        for kind in ("header", "footer"):
            name = re.findall(rf'<w:{kind}Reference w:type="default" r:id="({kind}\d)"/>', each)[0]
            tabs.append(re.findall(r'<w:tab w:val="right" w:pos="(\d+)"/>', parts[f"word/{name}.xml"])[0])
    assert tabs == ["9638", "9638", "14570", "14570", "9638", "9638"]


def test_tables_on_landscape_pages_are_as_wide_as_these() -> None:
    """Rule: the text is as wide as its pages allow, and the contents as wide as theirs."""
    document = minimal(*WIDE, contents=True)
    xml = body(document, numbered(document))
    assert '<w:tblW w:w="14570" w:type="dxa"/>' in xml
    assert set(re.findall(r'w:leader="dot" w:pos="(\d+)"', xml)) == {"9638"}
    assert lint(write(document, the_style())) == []


def test_landscape_pages_start_a_page_and_so_does_what_follows() -> None:
    """Rule: marks know it, so that no break is forced where one is already."""
    assert [mark.starts_page for mark in marks(minimal(*WIDE))] == [False, True, False, False, True]


def test_a_document_may_begin_with_landscape_pages() -> None:
    """Rule: what stands before them keeps pages of its own."""
    document = minimal(*WIDE[2:], contents=True, cover=True)
    assert body(document).count("<w:sectPr>") == 3
    assert lint(write(document, the_style())) == []


def test_an_opening_section_stands_before_the_contents() -> None:
    """Rule: the page that a director needs first is the first, and the contents list it all the same."""
    blocks = (
        a_heading("On a page", opening=True),
        a_paragraph("In short."),
        a_heading("Control"),
        a_paragraph(),
    )
    text = body(minimal(*blocks, contents=True))
    assert (
        text.index("In short.")
        < text.index(">Contents<")
        < text.index('_Toc00000002"/><w:r><w:t xml:space="preserve">Control')
    )
    assert text.count("On a page</w:t>") == 2
