"""The starter house style: a Word file that shows every style under its own name.

A designer edits the styles in Word, saves, and hands the file back; its text is not used again. The
words here are for the designer and never reach a strategy document.
"""

from __future__ import annotations

from typing import get_args

from stratgen.document import (
    Axis,
    Bar,
    Block,
    Callout,
    CalloutRole,
    Cell,
    Chart,
    Column,
    Content,
    DataTable,
    Document,
    Exhibit,
    FieldTable,
    FormField,
    Gantt,
    Heading,
    Inline,
    Inlines,
    Link,
    List,
    Matrix,
    Note,
    Paragraph,
    Quote,
    Row,
    Series,
    Text,
    Tone,
    cell,
)
from stratgen.word.style import HouseStyle
from stratgen.word.writer import write


def starter(style: HouseStyle) -> bytes:
    """Return the starter file in the look of `style`."""
    return write(_specimen(), style)


def _specimen() -> Document:
    return Document(
        title="Cover Title: the starter house style",
        subtitle="Cover Subtitle: change the styles, not the words",
        client="Cover Client",
        audience="whoever looks after the brand",
        dated="1 January 2026",
        created="2026-01-01",
        version="1",
        status="Starter",
        classification="Public",
        language="en-GB",
        paper="A4",
        author="stratgen",
        blocks=(*_headings(), *_text(), *_callouts(), *_exhibits()),
        cover=True,
        contents=True,
        keywords=("house style",),
    )


def _words(text: str) -> Inlines:
    return (Text(text),)


def _says(text: str) -> Paragraph:
    return Paragraph(_words(text))


def _heading(level: int, text: str, number: str) -> Heading:
    return Heading(level, _words(text), f"heading-{number or text}", number=number)


def _headings() -> tuple[Block, ...]:
    return (
        _heading(1, "Heading 1", "1"),
        _says("Normal: running text. Edit a style in Word (Home, Styles, right-click, Modify), never the text "
              "alone. Fonts and colours come from the theme: Design, Colours and Fonts. Margins, and a logo in "
              "the header or footer, are taken as well."),
        _heading(2, "Heading 2", "1.1"),
        _heading(3, "Heading 3", "1.1.1"),
        _heading(4, "Heading 4", "1.1.1.1"),
    )  # fmt: skip


def _text() -> tuple[Block, ...]:
    stretches: tuple[Inline, ...] = (
        Text("Stretches of text: "),
        Text("Open Point", "open-point"),
        Text(", "),
        Text("Code", "code"),
        Text(", "),
        Link(_words("Hyperlink"), "https://example.com/"),
        Text(", "),
        FormField("text", "starter.field", "Placeholder Text", prompt="Placeholder Text"),
        Text(" and a note"),
        Note(_words("Footnote Text.")),
        Text("."),
    )
    deepest = List(((_says("List Bullet 3"), _says("List Continue 3: the same under the third level.")),))
    deep = List(
        ((_says("List Bullet 2"), _says("List Continue 2: the same under the second level."), deepest),)
    )
    steps = List(((_says("List Number 2"), List(((_says("List Number 3"),),), True)),), True)
    return (
        _heading(1, "Running text", "2"),
        Paragraph(_words("Lead: one breath that opens a section."), "lead"),
        Paragraph(stretches),
        Paragraph(_words("Label"), "label"),
        List(((_says("List Bullet"), _says("List Continue: a second paragraph of an item."), deep),)),
        List(((_says("List Number"), steps),), True),
        Quote((_says("Quote: somebody's words."),)),
        Paragraph(_words("Small Print: conditions and definitions."), "small"),
    )


def _callouts() -> tuple[Block, ...]:
    roles: tuple[CalloutRole, ...] = get_args(CalloutRole)
    return (
        _heading(1, "Callouts", "3"),
        *(
            Callout(
                role, f"Callout {role.title()} Title", (_says(f"Callout {role.title()}: the text below."),)
            )
            for role in roles
        ),
    )


def _exhibits() -> tuple[Block, ...]:
    tones: tuple[Tone, ...] = get_args(Tone)
    records = DataTable(
        (Column("Table Head", 2), Column("Strategy Table", 2), Column("Number", 1, "end")),
        (
            Row((cell("Table Group"),), "group"),
            Row((cell("Table Text"), cell("Table Bullet", "Table Bullet", bullets=True), cell("120"))),
            Row((cell("Table Total"), cell(""), cell("120")), "total"),
        ),
    )
    grid = Matrix("Matrix Table", tones, (("Shades", tuple(Cell((_words(tone),), tone) for tone in tones)),))
    plan = Gantt(("Q1", "Q2", "Q3", "Q4"), (("Plan Table", (Bar("A piece of work", 1, 2, "Runs"),)),))
    lines = Series("Target", (2.0, 3.0, 4.0), "planned"), Series("Today", (1.0, 2.5, 3.0), "accent")
    chart = Chart("column", ("One", "Two", "Three"), lines, records, Axis("Number", 0), table_shown=False)
    fields = FieldTable(((_words("Field Label"), (_words("Field Table"),)),), "A table of fields")
    return (
        _heading(1, "Exhibits", "4"),
        _exhibit("records", "Table", 1, records),
        # The fourth exhibit brings the list of tables and figures, whose style is shown there.
        _exhibit("more", "Table", 2, records),
        _exhibit("grid", "Figure", 1, grid),
        _exhibit("plan", "Figure", 2, plan),
        _exhibit("chart", "Figure", 3, chart),
        fields,
    )


def _exhibit(key: str, kind: str, number: int, content: Content) -> Exhibit:
    return Exhibit(
        key,
        "Table" if kind == "Table" else "Figure",
        "Caption",
        content,
        _words("Source: where the figures come from."),
        "A specimen of an exhibit.",
        number,
    )
