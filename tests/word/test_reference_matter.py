"""What is looked up and not read, and the room of columns: smaller type, and words that stay whole."""

from __future__ import annotations

import re

from stratgen.document import Column, DataTable, Exhibit, FieldTable, Heading, Row, Text, cell
from stratgen.word.tables import word_widths
from tests.word.builders import a_heading, a_paragraph, minimal
from tests.word.test_blocks import body
from tests.word.test_blocks import part as part_of

RECORDS = DataTable(
    (Column("Name"), Column("Value")), (Row((cell("One"), cell("1"))), Row((cell("Two"), cell("2"))))
)
FIELDS = FieldTable((((Text("Owner"),), ((Text("Nobody"),),)),))


def exhibit(key: str, number: int, looked_up: bool = False) -> Exhibit:
    return Exhibit(key, "Table", "Records", RECORDS, number=number, looked_up=looked_up)


def styles(xml: str) -> set[str]:
    return set(re.findall(r'<w:pStyle w:val="([^"]+)"', xml))


def test_a_table_that_is_looked_up_takes_smaller_type_and_the_next_does_not() -> None:
    """Rule: reference matter says so itself; it changes nothing of what follows."""
    xml = body(a_heading(), exhibit("a", 1, looked_up=True), a_paragraph("Between."), exhibit("b", 2))
    looked_up, read = xml.split("Between.")
    assert {"ReferenceTableText", "ReferenceTableHead"} <= styles(looked_up)
    assert not {"TableText", "TableHead"} & styles(looked_up)
    assert not any(each.startswith("Reference") for each in styles(read))


def test_the_tables_of_an_annex_take_smaller_type_and_those_of_a_part_do_not() -> None:
    """Rule: the parts of a bound pack are read, its annexes are looked up; captions are alike in both."""
    part = Heading(1, (Text("Policy"),), "part", "part", "Part 1")
    annex = Heading(1, (Text("Method"),), "annex", "annex", "Annex A")
    xml = part_of(minimal(part, exhibit("a", 1), FIELDS, annex, exhibit("b", 2), FIELDS))
    before, after = xml[: xml.rindex("Method</w:t>")], xml[xml.rindex("Method</w:t>") :]
    assert {"TableText", "FieldLabel"} <= styles(before)
    assert not any(each.startswith("Reference") for each in styles(before))
    assert {"ReferenceTableText", "ReferenceFieldLabel", "Caption"} <= styles(after)
    assert not {"TableText", "FieldLabel"} & styles(after)


def test_a_short_line_between_a_heading_and_its_table_is_held_with_the_table() -> None:
    """Rule: no heading with one line stands at the foot of a page with its table overleaf; a long text may part."""

    def held(text: str) -> bool:
        xml = body(a_heading(), a_paragraph(text), exhibit("a", 1))
        return any(
            "<w:keepNext/>" in each for each in re.findall(r"<w:p>.*?</w:p>", xml) if text[:20] in each
        )

    assert held("Levels of severity.")
    assert not held("A long text. " * 40)
    assert (
        "<w:keepNext/>"
        not in body(a_paragraph("No heading stands above."), exhibit("a", 1)).split("</w:p>")[0]
    )


def test_of_two_words_with_as_many_letters_the_wider_one_gives_a_column_its_width() -> None:
    """Rule: no word of a column is broken for want of room that another column could give."""
    narrow = word_widths(("A", "B"), [(cell("illicitl"), cell(""))])
    both = word_widths(("A", "B"), [(cell("illicitl"), cell("")), (cell("WhatsApp"), cell(""))])
    assert both[0] > narrow[0]
    assert word_widths(("reply, month", "B"), [])[0] == word_widths(("month", "B"), [])[0]


def test_an_exhibit_that_is_to_stay_whole_is_held_from_its_caption_to_its_last_row() -> None:
    """Rule: what somebody needs at a glance is not parted; its last row lets go of what follows."""
    rows = tuple(Row((cell(f"Level {count}"), cell("Call"))) for count in range(12))
    long = DataTable((Column("What"), Column("Do")), rows)
    xml = body(Exhibit("e", "Table", "Levels", long, number=1, whole=True), a_paragraph("After."))
    held = ["<w:keepNext/>" in each for each in re.findall(r"<w:tr>.*?</w:tr>", xml)]
    assert held == [True] * 12 + [False]
    parted = body(Exhibit("e", "Table", "Levels", long, number=1), a_paragraph("After."))
    assert ["<w:keepNext/>" in each for each in re.findall(r"<w:tr>.*?</w:tr>", parted)] == (
        [True] * 3 + [False] * 7 + [True] * 2 + [False]
    )
