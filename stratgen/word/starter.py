"""The starter house style: a Word file that shows every style under its own name.

A designer edits the styles in Word, saves, and hands the file back; its text is not used again. The
words here are for the designer and never reach a strategy document.
"""

from __future__ import annotations

import io
import re
import zipfile
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
from stratgen.document.inlines import FormKind
from stratgen.word.letterhead import STARTER
from stratgen.word.package import archive, pack
from stratgen.word.style import FINE, HouseStyle
from stratgen.word.writer import write

_HEAD = (
    ("client", "Document Client: the name of the client"),
    ("title", "Title: the name of a document without a cover"),
    ("subtitle", "Subtitle: what it is about"),
    ("details", "Document Details: for whom, the date, the version"),
)
"""What stands at the head of a document without a cover; the tree has no blocks for it."""
_ANNEX = "Tables of an annex"
"""Below this heading tables take the smaller type; only a bound pack has annexes of its own."""


def starter(style: HouseStyle) -> bytes:
    """Return the starter file in the look of `style`."""
    with zipfile.ZipFile(io.BytesIO(write(_specimen(), style))) as made:
        parts = {name: made.read(name) for name in made.namelist()}
    body = parts["word/document.xml"].decode()
    for role, words in _HEAD:
        plain = rf'<w:pStyle w:val="{style.ids["body"]}"/>((?:(?!<w:p>).)*?>{re.escape(words)}<)'
        body = re.sub(plain, rf'<w:pStyle w:val="{style.ids[role]}"/>\1', body, count=1)
    before, title, after = body.rpartition(_ANNEX)
    for role, number in style.ids.items():
        if role.endswith(FINE):
            plain = rf'<w:pStyle w:val="{style.ids[role.removesuffix(FINE)]}"/>'
            after = after.replace(plain, f'<w:pStyle w:val="{number}"/>')
    parts["word/document.xml"] = f"{before}{title}{after}".encode()
    return archive([pack(name, content) for name, content in parts.items()])


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
        blocks=(*_guide(), *_headings(), *_text(), *_callouts(), *_exhibits(), *_annex()),
        cover=True,
        contents=True,
        keywords=("house style",),
        properties=((STARTER, "1"),),
    )


def _words(text: str) -> Inlines:
    return (Text(text),)


def _says(text: str) -> Paragraph:
    return Paragraph(_words(text))


def _heading(level: int, text: str, number: str) -> Heading:
    return Heading(level, _words(text), f"heading-{number or text}", number=number)


def _list(*items: str, numbered: bool = False) -> List:
    return List(tuple((_says(item),) for item in items), numbered)


def _guide() -> tuple[Block, ...]:
    return (
        _heading(1, "How to use this file", "1"),
        Paragraph(_words("Every style that stratgen uses stands on these pages under its own name. Change the "
                         "styles, save, and the documents look like this file."), "lead"),
        _list(
            "Fonts and colours of everything: Design, Fonts and Design, Colours, Customise. Do this first.",
            "One style: Home, Styles, right-click its name, Modify. Formatting of the text alone is not taken over.",
            "Margins: Layout, Margins. Leave at least 13 cm for the text, since tables need it.",
            "Logo: put one picture (PNG or JPEG) into the header or footer, in line with the text.",
            "Words for every page, such as a registration number: write them on a line of their own in the header or "
            "footer. The lines with the client's name and the page number are stratgen's and are made anew.",
            "A style with a name of your own: Modify, and add ours after a comma, for example Acme Lead,Lead.",
            "Paper: documents in American English are Letter and all others A4, whatever this file has.",
            numbered=True,
        ),
        _says("Words and pages of this file are never used, and you may delete what you do not need: a style that "
              "is missing is taken from stratgen. Text keeps a contrast of 4.5 to 1 on its ground; where a colour "
              "does not, the nearest shade that does is used. To see what was found and mended, run: "
              "stratgen style check brand.docx"),
    )  # fmt: skip


def _headings() -> tuple[Block, ...]:
    return (
        _heading(1, "Heading 1", "2"),
        _says("Normal: running text. A paragraph of some length shows how the lines stand apart, how wide the text "
              "runs, and how much room is left before the next paragraph."),
        _heading(2, "Heading 2", "2.1"),
        _heading(3, "Heading 3", "2.1.1"),
        _heading(4, "Heading 4", "2.1.1.1"),
        _heading(2, "A document without a cover begins like this", "2.2"),
        *(_says(words) for _, words in _HEAD),
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
        _heading(1, "Running text", "3"),
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
        _heading(1, "Callouts", "4"),
        *(
            Callout(
                role, f"Callout {role.title()} Title", (_says(f"Callout {role.title()}: the text below."),)
            )
            for role in roles
        ),
    )


def _field(kind: FormKind, prompt: str) -> FormField:
    choices = (("yes", "Agreed"), ("no", "Not agreed")) if kind == "choice" else ()
    return FormField(kind, f"starter.{kind}", f"Sample: {kind}", prompt=prompt, choices=choices)


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
    fields = FieldTable(
        (
            (_words("Field Label"), (_words("Field Table"),)),
            (_words("A line of words"), ((_field("text", "Click to write"),),)),
            (_words("A day"), ((_field("date", "Click to choose a day"),),)),
            (_words("A choice"), ((_field("choice", "Click to choose"),),)),
            (_words("A tick"), ((_field("check", ""), Text(" Read and understood")),)),
        ),
        "A table of fields that a reader fills in",
    )
    return (
        _heading(1, "Tables, figures and forms", "5"),
        _exhibit("records", "Table", 1, records),
        # The fourth exhibit brings the list of tables and figures, whose style is shown there.
        _exhibit("more", "Table", 2, records),
        _exhibit("grid", "Figure", 1, grid),
        _exhibit("plan", "Figure", 2, plan),
        _exhibit("chart", "Figure", 3, chart),
        fields,
    )


def _annex() -> tuple[Block, ...]:
    records = DataTable(
        (Column("Annex Table Head", 2), Column("Strategy Table", 2), Column("Number", 1, "end")),
        (
            Row((cell("Annex Table Group"),), "group"),
            Row((cell("Annex Table Text"), cell("Annex Table Text Reversed", tone="level-4"), cell("120"))),
            Row((cell("Annex Table Total"), cell(""), cell("120")), "total"),
        ),
    )
    fields = FieldTable(
        ((_words("Annex Field Label"), (_words("Field Table"),)),), "A table of fields in an annex"
    )
    return (_heading(1, _ANNEX, "6"), _exhibit("annex", "Table", 3, records), fields)


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
