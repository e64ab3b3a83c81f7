"""What each kind of block becomes in Word."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from stratgen.document import (
    Block,
    Callout,
    Cell,
    Column,
    DataTable,
    Document,
    Emphasis,
    FieldTable,
    Link,
    List,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Reference,
    Row,
    Strong,
    Text,
    cell,
)
from stratgen.word import write
from tests.word.builders import (
    CALLOUTS,
    a_callout,
    a_chart,
    a_heading,
    a_paragraph,
    a_plan,
    a_table,
    an_exhibit,
    bound,
    minimal,
    the_style,
    words,
)


def part(document: Document, name: str = "word/document.xml") -> str:
    """Return a part of a document as text."""
    with zipfile.ZipFile(io.BytesIO(write(document, the_style()))) as archive:
        return archive.read(name).decode()


def body(*blocks: Block) -> str:
    """Return the body of some blocks, between the head of the document and the end of its section."""
    text = part(minimal(*blocks))
    return text[text.index("</w:p>", text.index("Version 0.3")) + 6 : text.index("<w:sectPr>")]


def paragraphs(xml: str, style: str) -> list[str]:
    """Return the paragraphs of one style."""
    found = re.findall(r"<w:p>.*?</w:p>", xml)
    return [paragraph for paragraph in found if f'<w:pStyle w:val="{style}"/>' in paragraph]


def test_a_heading_has_the_real_style_and_counts_by_it() -> None:
    """Rule: the number of a section comes from the heading style, never from typed characters."""
    xml = body(a_heading("Findings", 1, "1"))
    assert '<w:pStyle w:val="Heading1"/></w:pPr>' in xml
    assert '<w:t xml:space="preserve">Findings</w:t>' in xml
    assert ">1<" not in xml


def test_a_plain_heading_is_taken_out_of_the_numbering() -> None:
    """Rule: an unnumbered heading names a list that prints no number; list 0, never defined, disturbs checkers."""
    xml = body(a_heading("Control", 1, "", kind="plain"))
    number = the_style().numbering.numbers["stratgen-plain"]
    assert f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>' in xml


def test_an_annex_is_a_real_heading_on_the_annex_list() -> None:
    """Rule: annexes are Heading 1 with a list of their own, so that every reader sees a heading."""
    xml = body(a_heading("Sources", 1, "Annex A", kind="annex"))
    number = the_style().numbering.numbers["stratgen-annexes"]
    assert f'<w:pStyle w:val="Heading1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/>' in xml


def test_a_number_out_of_step_starts_a_list_of_its_own() -> None:
    """Rule: where the tree's number is not the next one, Word is told where to count from."""
    text = part(minimal(a_heading("Findings", 1, "3"), a_heading("More", 1, "4")), "word/numbering.xml")
    assert '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>' in text
    assert text.count("<w:startOverride") == 1


def test_a_number_that_no_list_can_count_is_typed() -> None:
    """Rule: the number that a reader sees is always the tree's."""
    assert "Chapter IV</w:t><w:tab/>" in body(a_heading("Findings", 1, "Chapter IV"))


def test_a_page_break_falls_on_the_next_paragraph() -> None:
    """Rule: no empty paragraph carries a page break."""
    xml = body(a_paragraph("One."), PageBreak(), a_paragraph("Two."))
    assert xml.count("<w:p>") == 2
    assert "<w:pageBreakBefore/>" in xml[xml.index("One.") :]


def test_a_page_break_before_a_field_table_falls_into_its_first_cell() -> None:
    """Rule: a table cannot start a page in Word, but its first paragraph can."""
    xml = body(a_paragraph(), PageBreak(), FieldTable(((words("Owner"), (words("Nobody"),)),), "Owners"))
    assert xml.count("<w:pageBreakBefore/>") == 1
    assert xml.index("<w:tbl>") < xml.index("<w:pageBreakBefore/>")


def test_roles_become_styles() -> None:
    """Rule: a paragraph's role is shown by a style of its own."""
    xml = body(*(a_paragraph("Words.", role=role) for role in ("lead", "small", "source", "label")))
    assert re.findall(r'<w:pStyle w:val="(\w+)"', xml) == ["Lead", "SmallPrint", "Source", "Label"]


def test_a_paragraph_without_words_is_left_out() -> None:
    """Rule: space is made by styles."""
    assert body(Paragraph(()), a_paragraph("Words.")).count("<w:p>") == 1


def test_stress_nests() -> None:
    """Rule: bold inside italic is both."""
    xml = body(Paragraph((Emphasis((Strong(words("both")),)),)))
    assert "<w:b/><w:bCs/><w:i/><w:iCs/></w:rPr>" in xml


def test_breaks_and_tabs_are_words_own() -> None:
    """Rule: a line feed is a line break and a tab is a tab."""
    xml = body(a_paragraph("one\ntwo\r\nthree\tfour"))
    assert xml.count("<w:br/>") == 2
    assert xml.count("<w:tab/>") == 1


def test_open_points_and_code_have_character_styles() -> None:
    """Rule: a hole that somebody has to fill can be seen and searched for."""
    xml = body(Paragraph((Text("[To be confirmed]", "open-point"), Text("stratgen", "code"))))
    assert '<w:rStyle w:val="OpenPoint"/>' in xml
    assert '<w:rStyle w:val="Code"/>' in xml


def test_a_link_says_where_it_leads_and_is_stored_once() -> None:
    """Rule: the same address is one relationship, however often it is used."""
    link = Link(words("the survey"), "https://example.com/?a=1&b=é")
    document = minimal(Paragraph((link, Text(" "), link)))
    assert part(document, "word/_rels/document.xml.rels").count("https://example.com/?a=1&amp;b=%C3%A9") == 1
    assert part(document).count('w:tooltip="https://example.com/?a=1&amp;b=%C3%A9"') == 2


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http://[bad",
        "",
        "https://",
        "mailto:a@b@c",
        "\ud800",
        "x" * 3000,
    ],
)
def test_an_address_that_word_must_not_open_leaves_the_words(address: str) -> None:
    """Rule: only well-formed web, mail and phone addresses become links."""
    xml = body(Paragraph((Link(words("the survey"), address),)))
    assert "w:hyperlink" not in xml
    assert "the survey" in xml


def test_notes_are_footnotes_in_their_order() -> None:
    """Rule: a note is a native footnote; its own links belong to the notes part."""
    note = Note((Text("Counted "), Link(words("by the agency"), "https://example.org/")))
    document = minimal(Paragraph((Text("Ten"), note, Text(" and two"), Note(words("Twice.")))))
    assert re.findall(r'footnoteReference w:id="(\d)"', part(document)) == ["1", "2"]
    assert 'w:type="separator"' in part(document, "word/footnotes.xml")
    assert "https://example.org/" in part(document, "word/_rels/footnotes.xml.rels")


def test_references_are_fields_that_carry_the_trees_words() -> None:
    """Rule: a reference to an exhibit or a section is a REF field with its text as the cached result."""
    xml = body(
        a_heading("Findings", 1, "1"),
        Paragraph((Reference("channels", "Table 1"), Reference("findings", "section 1"))),
        an_exhibit(),
    )
    assert " REF _Ref_channels \\h " in xml
    assert " REF _Ref_findings \\n \\h " in xml
    assert 'w:name="_Ref_channels"' in xml


def test_a_reference_to_a_part_or_annex_is_a_link_inside_the_document() -> None:
    """Rule: what a field could not compute is a link with its words."""
    xml = body(
        a_heading("Sources", 1, "Annex A", kind="annex"), Paragraph((Reference("sources", "Annex A"),))
    )
    assert '<w:hyperlink w:anchor="_Ref_sources" w:tooltip="Annex A"' in xml


def test_a_reference_to_nothing_is_a_bug() -> None:
    """Rule: the tree has been resolved before it is written."""
    with pytest.raises(ValueError, match="'nowhere'"):
        write(minimal(Paragraph((Reference("nowhere", "section 9"),))), the_style())


def test_an_ordered_list_counts_from_one_each_time() -> None:
    """Rule: every ordered list is a list of its own that starts at 1."""
    one = List(((a_paragraph("a"),), (a_paragraph("b"),)), ordered=True)
    document = minimal(one, a_paragraph(), one)
    numbers = re.findall(
        r'<w:pStyle w:val="ListNumber"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="(\d+)"', part(document)
    )
    assert len(numbers) == 4
    assert len(set(numbers)) == 2
    assert part(document, "word/numbering.xml").count('<w:startOverride w:val="1"/>') == 2


def test_bullets_go_three_levels_deep_and_no_deeper() -> None:
    """Rule: a fourth level looks like the third."""
    deep = List(((a_paragraph("4"),),))
    for level in ("3", "2", "1"):
        deep = List(((a_paragraph(level), deep),))
    styles = re.findall(r'<w:pStyle w:val="(ListBullet\d?)"', body(deep))
    assert styles == ["ListBullet", "ListBullet2", "ListBullet3", "ListBullet3"]


def test_a_second_paragraph_of_an_item_stands_under_it_without_a_mark() -> None:
    """Rule: an item may hold several blocks."""
    xml = body(List(((a_paragraph("one"), a_paragraph("more")),)))
    assert re.findall(r'<w:pStyle w:val="(\w+)"', xml) == ["ListBullet", "ListContinue"]


@pytest.mark.parametrize("role", CALLOUTS)
def test_lists_in_a_callout_keep_its_shade(role: str) -> None:
    """Rule: every paragraph of a callout has the callout's style, lists included."""
    callout = next(a_callout(known) for known in CALLOUTS if known == role)
    styles = set(re.findall(r'<w:pStyle w:val="(\w+)"', body(callout)))
    assert styles == {f"Callout{role.title()}", f"Callout{role.title()}Title"}


def test_a_callout_stays_together() -> None:
    """Rule: all but the last paragraph of a callout are held with the next."""
    xml = body(Callout("risk", "Risk", (a_paragraph("one"), a_paragraph("two"))))
    assert ["<w:keepNext/>" in p for p in re.findall(r"<w:p>.*?</w:p>", xml)] == [True, True, False]


def test_a_quote_may_hold_lists() -> None:
    """Rule: a list inside a quote looks like the quote."""
    xml = body(Quote((a_paragraph("He said"), List(((a_paragraph("no"),),)))))
    assert re.findall(r'<w:pStyle w:val="(\w+)"', xml) == ["Quote", "Quote"]


def test_a_table_has_a_header_row_and_whole_rows() -> None:
    """Rule: the header row repeats, no row breaks across pages, and nothing is merged."""
    xml = body(an_exhibit())
    assert xml.count("<w:tblHeader/>") == 1
    assert xml.count("<w:cantSplit/>") == xml.count("<w:tr>") == 5
    assert "gridSpan" not in xml
    assert "vMerge" not in xml


def test_the_columns_of_a_table_sum_up_to_its_width() -> None:
    """Rule: grid, cells and table say the same widths."""
    xml = body(an_exhibit())
    total = int(re.findall(r'<w:tblW w:w="(\d+)"', xml)[0])
    assert sum(map(int, re.findall(r'<w:gridCol w:w="(\d+)"', xml))) == total
    first_row = xml[xml.index("<w:tr>") : xml.index("</w:tr>")]
    assert sum(map(int, re.findall(r'<w:tcW w:w="(\d+)"', first_row))) == total


def test_a_caption_carries_its_number_as_a_field_and_its_words_for_the_blind() -> None:
    """Rule: the caption counts by SEQ, and the table has title and description."""
    xml = body(an_exhibit())
    assert " SEQ Table \\* ARABIC " in xml
    assert '<w:tblCaption w:val="What each channel is for"/>' in xml
    assert '<w:tblDescription w:val="Each channel with its role and yearly cost."/>' in xml


def test_a_caption_number_out_of_step_is_set() -> None:
    """Rule: Word's count of exhibits is the tree's."""
    assert " SEQ Table \\* ARABIC \\r 7 " in body(an_exhibit(number=7))


def test_total_and_group_rows_stand_out() -> None:
    """Rule: a total row has its own style and a rule above, a group row a tint."""
    xml = body(an_exhibit())
    assert xml.count('<w:pStyle w:val="TableTotal"/>') == 3
    assert xml.count('<w:pStyle w:val="TableGroup"/>') == 3


def test_numbers_stand_on_the_right() -> None:
    """Rule: a column's alignment holds for its name too."""
    assert body(an_exhibit()).count('<w:jc w:val="right"/>') == 4


def test_a_row_that_does_not_fill_its_table_is_a_bug() -> None:
    """Rule: every row fills every column."""
    table = DataTable((Column("a"), Column("b")), (Row((cell("only one"),)),))
    with pytest.raises(ValueError, match="a row of 1 cells in a table of 2 columns"):
        write(minimal(an_exhibit(table)), the_style())


def test_a_deep_shade_has_light_words() -> None:
    """Rule: the text on a tone has enough contrast, whichever the tone."""
    table = DataTable(
        (Column("a"),), (Row((Cell((words("deep"),), "level-4"),)), Row((Cell((words("pale"),), "level-1"),)))
    )
    xml = body(an_exhibit(table))
    assert len(paragraphs(xml, "TableReversed")) == 1
    assert "deep" in paragraphs(xml, "TableReversed")[0]


def test_a_bar_fills_its_periods_and_says_its_word_once() -> None:
    """Rule: a bar from the first to the third period shades three cells and has one word."""
    xml = body(an_exhibit(a_plan()))
    row = next(row for row in xml.split("<w:tr>") if "Social care desk" in row)
    assert row.count("<w:shd ") == 3
    assert row.count("Pilot") == 1


def test_a_chart_shows_its_table() -> None:
    """Rule: the numbers of a chart stand below it as a table."""
    assert "Share of voice, %" in body(an_exhibit(a_chart()))


def test_a_field_table_has_row_heads_and_no_header_row() -> None:
    """Rule: names and values need no row of column names."""
    xml = body(FieldTable(((words("Owner"), (words("Head of Care"), words("from May"))),), "Control"))
    assert 'w:firstRow="0"' in xml
    assert 'w:firstColumn="1"' in xml
    assert '<w:tblDescription w:val="Control"/>' in xml


def test_two_tables_in_a_row_stay_two() -> None:
    """Rule: a paragraph stands between two tables, or Word would join them."""
    table = FieldTable(((words("a"), (words("b"),)),), "Pairs")
    assert "</w:tbl><w:tbl>" not in body(table, table, an_exhibit(source=()), table)


def test_text_after_a_table_keeps_its_distance() -> None:
    """Rule: space after a table belongs to the paragraph that follows."""
    assert '<w:pStyle w:val="Normal"/><w:spacing w:before="200"/>' in body(
        an_exhibit(source=()), a_paragraph()
    )


def test_right_to_left_words_are_marked_as_such() -> None:
    """Rule: Hebrew and Arabic runs say so, and the words around them do not."""
    xml = body(a_paragraph("Umoya שלום עולם Bank"))
    assert '<w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">שלום עולם</w:t>' in xml
    assert xml.count("<w:rtl/>") == 1


def test_a_pack_has_a_section_and_a_header_for_each_part() -> None:
    """Rule: the header of each part says its title; what follows the parts has the pack's."""
    document = bound()
    assert part(document).count("<w:sectPr>") == 4
    assert "Part 1  Board brief" in part(document, "word/header3.xml")
    assert "Part 2  Employee engagement policy" in part(document, "word/header4.xml")
    assert "Strategy pack" in part(document, "word/header5.xml")


def test_the_contents_are_a_field_with_links_and_no_page_numbers() -> None:
    """Rule: the entries are in place, point at headings, and nobody is asked to update them."""
    xml = part(bound())
    assert xml.count(" TOC \\o &quot;1-2&quot; \\n \\h \\z ") == 1
    listing = xml[xml.index("<w:sdt>") : xml.index("</w:sdt>")]
    assert "PAGEREF" not in listing
    assert listing.count("<w:hyperlink ") == 9
    assert set(re.findall(r'w:anchor="(_Toc\d+)"', listing)) <= set(re.findall(r'w:name="(_Toc\d+)"', xml))


def test_the_first_page_has_a_header_of_its_own() -> None:
    """Rule: the name of the document is not said twice on its first page."""
    document = minimal()
    assert "<w:titlePg/>" in part(document)
    assert "Umoya" not in part(document, "word/header1.xml")
    assert "Umoya Bank" in part(document, "word/header2.xml")


def test_a_long_status_goes_on_a_line_of_its_own() -> None:
    """Rule: the right half of the header never wraps into the left."""
    document = minimal(status="Draft – " + "seven open points, " * 6)
    assert "<w:br/>" in part(document, "word/header2.xml")
    assert "<w:br/>" not in part(minimal(), "word/header2.xml")


def test_properties_come_from_the_document() -> None:
    """Rule: title, author, dates and provenance are in the file, in order."""
    core = part(minimal(), "docProps/core.xml")
    assert "<dc:title>Board brief</dc:title>" in core
    assert core.count("2026-11-22T00:00:00Z") == 2
    custom = part(minimal(), "docProps/custom.xml")
    assert re.findall(r'pid="(\d)" name="(\w+)"', custom) == [("2", "Answers"), ("3", "Tool")]


def test_the_language_is_the_documents() -> None:
    """Rule: all text is proofed in the language of the document."""
    assert '<w:lang w:val="de-CH"' in part(minimal(language="de-CH"), "word/styles.xml")
    assert '<w:themeFontLang w:val="de-CH"' in part(minimal(language="de-CH"), "word/settings.xml")


def test_paper_is_the_documents() -> None:
    """Rule: A4 or Letter, with the table widths that follow."""
    assert '<w:pgSz w:w="12240" w:h="15840"/>' in part(minimal(an_exhibit(a_table()), paper="Letter"))


def test_blank_items_and_paragraphs_are_left_out() -> None:
    """Rule: no empty bullet and no blank line reaches the page."""
    xml = body(
        a_paragraph(" \n"), List(((a_paragraph(""),), (a_paragraph("one"),))), Callout("risk", " ", ())
    )
    assert xml.count("<w:p>") == 1


def test_a_key_that_comes_twice_is_a_bug() -> None:
    """Rule: the tree has been numbered before it is written."""
    with pytest.raises(ValueError, match="two blocks have the key 'findings'"):
        write(minimal(a_heading(), a_heading()), the_style())


def test_a_link_on_a_deep_shade_has_the_colour_of_its_words() -> None:
    """Rule: the blue of links is not set on dark ground."""
    deep = Cell(((Link(words("the survey"), "https://example.com/"),),), "level-4")
    xml = body(an_exhibit(DataTable((Column("a"),), (Row((deep,)),))))
    assert "w:hyperlink" in xml
    assert '<w:rStyle w:val="Hyperlink"/>' not in xml


def test_a_field_table_is_described_by_its_names() -> None:
    """Rule: every table has words for those who cannot see it."""
    assert '<w:tblDescription w:val="Owner"/>' in body(FieldTable(((words("Owner"), (words("Nobody"),)),)))


_FORM = FieldTable(tuple((words(f"Row {count}"), (words("blank"),)) for count in range(9)), "Form")


def test_a_section_that_is_to_stay_whole_is_held_together_to_its_end() -> None:
    """Rule: each paragraph and row of it but the last is kept with the next, and nothing after it is."""
    inner = (a_paragraph("First."), _FORM, a_paragraph("Last."))
    held = body(a_heading("Sign", whole=True), *inner, a_heading("After"), a_paragraph("Free."))
    whole, after = held.split("After</w:t>", 1)
    signs = re.findall(r"<w:p>.*?</w:p>", whole[whole.index("Sign</w:t>") :])
    assert [("<w:keepNext/>" in each) for each in signs] == [True] * (len(signs) - 1) + [False]
    assert "Last." in signs[-1]
    assert "<w:keepNext/>" not in after
    assert "<w:keepNext/><w:keepNext/>" not in held


def test_a_whole_section_that_ends_in_a_table_lets_its_last_row_go() -> None:
    """Rule: what follows the section is not drawn onto its page."""
    held = body(a_heading("Sign", whole=True), _FORM, a_heading("After"))
    rows = re.findall(r"<w:tr>.*?</w:tr>", held)
    assert [("<w:keepNext/>" in row) for row in rows] == [True] * (len(rows) - 1) + [False]
