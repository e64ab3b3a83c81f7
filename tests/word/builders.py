"""Documents that are valid by default: the smallest, and one that holds every kind of block."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from stratgen.document import (
    Bar,
    Block,
    Callout,
    CalloutRole,
    Cell,
    Chart,
    Column,
    DataTable,
    Document,
    Emphasis,
    Exhibit,
    FieldTable,
    Gantt,
    Heading,
    Inlines,
    Link,
    List,
    Matrix,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Reference,
    Row,
    Series,
    Strong,
    Text,
    Tone,
    cell,
)
from stratgen.word import HouseStyle, house_style

HOUSE = Path(__file__).parents[2] / "templates" / "house-style"
CALLOUTS: tuple[CalloutRole, ...] = ("decision", "finding", "risk", "caution", "rights", "quote", "example")
TONES: tuple[Tone, ...] = (
    "good",
    "watch",
    "bad",
    "none",
    "level-1",
    "level-2",
    "level-3",
    "level-4",
    "accent",
)

LONG = (
    "Customers tell the bank on social media what they will not say in a branch, and they expect an answer "
    "within the hour. Today two agents answer what they can between calls, and nobody owns what they learn."
)


@lru_cache(maxsize=1)
def the_style() -> HouseStyle:
    """Return our own house style, read once."""
    return house_style(HOUSE)


def words(text: str) -> Inlines:
    """Return plain text as inlines."""
    return (Text(text),)


def a_paragraph(text: str = "A sentence.", **changes: Any) -> Paragraph:
    """Return a paragraph of plain text."""
    return Paragraph(words(text), **changes)


def a_heading(text: str = "Findings", level: int = 1, number: str = "1", **changes: Any) -> Heading:
    """Return a numbered section heading."""
    fields: dict[str, Any] = {"level": level, "inlines": words(text), "key": text.lower().replace(" ", "-")}
    return Heading(**{**fields, "number": number, **changes})


def a_table(**changes: Any) -> DataTable:
    """Return a table of three columns with a group row and a total row."""
    fields: dict[str, Any] = {
        "columns": (Column("Channel", 2), Column("Role", 3), Column("Cost", 1, "end")),
        "rows": (
            Row((cell("Owned"),), "group"),
            Row((cell("Forum"), cell("Answers that stay found"), cell("120 000"))),
            Row(
                (
                    cell("Blog"),
                    cell("One voice, every week", "Two guests a quarter", bullets=True),
                    cell("80 000"),
                )
            ),
            Row((cell("Total"), cell(""), cell("200 000")), "total"),
        ),
    }
    return DataTable(**{**fields, **changes})


def an_exhibit(content: Any = None, **changes: Any) -> Exhibit:
    """Return a numbered table with a caption and a source."""
    fields: dict[str, Any] = {
        "key": "channels", "kind": "Table", "caption": "What each channel is for", "number": 1,
        "content": content or a_table(), "source": words("Source: channel audit, Q3 2026 (grade B)."),
        "description": "Each channel with its role and yearly cost.",
    }  # fmt: skip
    return Exhibit(**{**fields, **changes})


def a_matrix() -> Matrix:
    """Return a heat map of three by four."""
    return Matrix(
        "Capability",
        ("Today", "2027", "2028", "Gap"),
        (
            ("Listening", (cell("1", tone="level-1"), cell("2", tone="level-2"), cell("3", tone="level-3"), cell("High", tone="bad"))),
            ("Service on social channels", (cell("2", tone="level-2"), cell("3", tone="level-3"), cell("4", tone="level-4"), cell("Medium", tone="watch"))),
            ("Publishing", (cell("3", tone="level-3"), cell("3", tone="level-3"), cell("4", tone="level-4"), cell("Low", tone="good"))),
            ("Paid reach", (cell("n/a", tone="none"), cell("1", tone="level-1"), cell("2", tone="level-2"), cell("Chosen", tone="accent"))),
        ),
    )  # fmt: skip


def a_plan() -> Gantt:
    """Return a plan of eight quarters."""
    return Gantt(
        ("Q1 2027", "Q2 2027", "Q3 2027", "Q4 2027", "Q1 2028", "Q2 2028", "Q3 2028", "Q4 2028"),
        (
            ("Foundations", (Bar("Social care desk", 0, 2, "Pilot"), Bar("Terms of engagement", 1, 1, "Signed", "accent"))),
            ("Reach", (Bar("Community of small businesses", 2, 7, "Open", "level-2"), Bar("Employee advocates", 4, 6, "Train", "level-4"))),
        ),
    )  # fmt: skip


def a_chart() -> Chart:
    """Return a chart with its table."""
    table = DataTable(
        (Column("Quarter", 2), Column("Share of voice, %", 1, "end"), Column("Target, %", 1, "end")),
        (Row((cell("Q1 2027"), cell("12"), cell("15"))), Row((cell("Q2 2027"), cell("14"), cell("18")))),
    )
    return Chart(
        "column", ("Q1", "Q2"), (Series("Share", (12.0, 14.0)), Series("Target", (15.0, None))), table
    )


def a_callout(role: CalloutRole) -> Callout:
    """Return a callout with paragraphs and nested lists."""
    return Callout(
        role,
        f"What this {role} says",
        (
            a_paragraph(LONG),
            List(((a_paragraph("Approve a budget of R4.2 million"), List(((a_paragraph("half of it for people"),),))),
                  (a_paragraph("Name one owner"),))),
            List(((a_paragraph("First this"),), (a_paragraph("then that"),)), ordered=True),
            a_paragraph("And a last line."),
        ),
    )  # fmt: skip


def minimal(*blocks: Block, **changes: Any) -> Document:
    """Return a small document without cover or contents."""
    fields: dict[str, Any] = {
        "title": "Board brief",
        "subtitle": "Social media strategy 2027–2029",
        "client": "Umoya Bank",
        "audience": "the board",
        "dated": "22 November 2026",
        "created": "2026-11-22",
        "version": "0.3",
        "status": "Draft – 7 open points",
        "classification": "Confidential",
        "language": "en-ZA",
        "paper": "A4",
        "author": "Strategy Office",
        "blocks": blocks or (a_heading(), a_paragraph()),
        "keywords": ("social media", "strategy"),
        "properties": (("Answers", "sha256:0123"), ("Tool", "stratgen 0.1.0")),
    }
    return Document(**{**fields, **changes})


def running_text() -> tuple[Block, ...]:
    """Return every kind of running text."""
    return (
        a_paragraph("A lead says in one breath why a director should read on, and what it costs not to.", role="lead"),
        Paragraph((
            Text("Plain, "), Emphasis(words("stressed")), Text(", "), Strong((Text("strong "), Emphasis(words("and both")))),
            Text(", a "), Link(words("the survey"), "https://example.com/a?b=c&d=é ü"), Text(", a note"),
            Note((Text("Noted, with a "), Link(words("source"), "https://example.org/x"), Text("."))), Text(", a hole "),
            Text("[To be confirmed: Head of Care, 1 March 2027]", "open-point"), Text(", "), Text("stratgen check", "code"),
            Text(", see "), Reference("channels", "Table 1"), Text(" and "), Reference("findings", "section 1"), Text("."),
        )),
        a_paragraph(LONG),
        a_paragraph("What stands here heads what follows", role="label"),
        List((
            (a_paragraph("First"), a_paragraph("with a second paragraph of its own")),
            (a_paragraph("Second"), List(((a_paragraph("nested"), List(((a_paragraph("deeper"),),))),))),
            (a_paragraph("Third: " + LONG),),
        )),
        List(((a_paragraph("one"),), (a_paragraph("two"), List(((a_paragraph("two a"),), (a_paragraph("two b"),)), True))), True),
        a_paragraph("The second list starts again."),
        List(((a_paragraph("one"),), (a_paragraph("two"),)), True),
        Quote((a_paragraph("We answer faster on the phone, and nobody thanks us for it."), a_paragraph("— an agent"))),
        a_paragraph("Fine print that few will read, but somebody must.", role="small"),
        a_paragraph("Line one\nline two\tafter a tab. שלום עולם mixed with 中文字 and عربى."),
    )  # fmt: skip


def exhibits() -> tuple[Block, ...]:
    """Return every kind of exhibit and a field table."""
    return (
        an_exhibit(),
        a_paragraph("Between the exhibits. " + LONG),
        an_exhibit(a_matrix(), key="gaps", kind="Figure", caption="Capability gaps", number=1),
        an_exhibit(a_plan(), key="plan", kind="Figure", caption="Eight quarters at a glance", number=2, source=()),
        a_paragraph("Text after a table without a source line keeps its distance."),
        an_exhibit(a_chart(), key="voice", kind="Table", caption="Share of voice", number=2),
        FieldTable(
            ((words("Owner"), (words("Head of Care"),)), (words("Review"), (words("Every quarter"), words("by the board")))),
            "Document control",
        ),
        FieldTable(((words("Term"), (words("What it means here"),)),), "Definitions"),
    )  # fmt: skip


def maximal(**changes: Any) -> Document:
    """Return a document with a cover, contents, and every kind of block, role and tone."""
    tones = Row(tuple(Cell((words(tone),), tone) for tone in TONES))
    blocks: tuple[Block, ...] = (
        a_heading("Control", 1, "", kind="plain"),
        FieldTable(((words("Client"), (words("Umoya Bank"),)),), "Control"),
        a_heading("Findings", 1, "1"),
        *running_text(),
        a_heading("Exhibits", 2, "1.1"),
        *exhibits(),
        a_heading("Detail", 3, "1.1.1"),
        a_heading("Finer detail", 4, "1.1.1.1"),
        a_paragraph(LONG),
        PageBreak(),
        a_heading("What the callouts look like", 1, "2"),
        *(a_callout(role) for role in CALLOUTS),
        a_heading("Shades", 2, "2.1"),
        an_exhibit(
            DataTable(tuple(Column(tone) for tone in TONES), (tones,)),
            key="tones",
            caption="All tones",
            number=3,
        ),
        a_heading("Sources", 1, "Annex A", kind="annex", new_page=True),
        a_heading("Interviews", 2, "A.1", kind="annex"),
        a_paragraph(LONG),
        a_heading("Glossary", 1, "Annex B", kind="annex"),
        an_exhibit(key="last", caption="A table that ends the document", number=4, source=()),
    )
    return replace(minimal(*blocks, cover=True, contents=True, title="Strategy pack"), **changes)


def bound(**changes: Any) -> Document:
    """Return a bound pack: plain front matter, two parts with sections, and lettered annexes."""
    blocks: tuple[Block, ...] = (
        a_heading("Strategy on a page", 1, "", kind="plain"),
        a_paragraph(LONG),
        a_heading("Board brief", 1, "Part 1", kind="part"),
        a_heading("Decision", 2, "1.1"),
        a_callout("decision"),
        a_heading("Reasons", 2, "1.2"),
        a_heading("Money", 3, "1.2.1"),
        an_exhibit(),
        a_heading("Employee engagement policy", 1, "Part 2", kind="part"),
        a_heading("Purpose", 2, "2.1"),
        a_paragraph(LONG),
        an_exhibit(key="second", number=2, source=()),
        a_heading("Method", 1, "Annex A", kind="annex"),
        a_heading("Scores", 2, "A.1", kind="annex"),
        a_paragraph(LONG),
        a_heading("Open points", 1, "Annex B", kind="annex"),
        a_paragraph(LONG),
    )
    return replace(minimal(*blocks, cover=True, contents=True, title="Strategy pack"), **changes)


def board_brief(**changes: Any) -> Document:
    """Return what a board sees first: a head, a decision, findings and two exhibits."""
    blocks: tuple[Block, ...] = (
        Callout("decision", "Decision asked of the board", (
            a_paragraph("Approve a three-year social media strategy and its first-year budget of R4.2 million."),
            List(((a_paragraph("Adopt the employee engagement policy"),), (a_paragraph("Name the Head of Care as owner"),))),
        )),
        a_heading("Why now", 1, "1"),
        a_paragraph("Customers have moved the conversation, and the bank is not in it.", role="lead"),
        a_paragraph(LONG), a_paragraph(LONG),
        an_exhibit(),
        a_heading("What we found", 1, "2"),
        a_paragraph(LONG),
        an_exhibit(a_matrix(), key="gaps", kind="Figure", caption="Capability gaps", number=1),
        Callout("risk", "If we wait", (a_paragraph(LONG),)),
        a_heading("First quarter", 2, "2.1"),
        an_exhibit(a_plan(), key="plan", kind="Figure", caption="Eight quarters at a glance", number=2),
    )  # fmt: skip
    return replace(minimal(*blocks), **changes)
