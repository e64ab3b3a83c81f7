"""Fields in a template: what a reader fills in, and what stands there already."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from stratgen import html, markdown
from stratgen.document import Document, FieldTable, FormField, Paragraph, Text, outline
from stratgen.drafting import bind, template_set
from stratgen.errors import TemplateError
from tests.drafting.builders import PRINTERS, Grade, Hole, a_face, templates_of


def drafted(folder: Path, body: str, **context: Any) -> Document:
    from stratgen.drafting import draft

    templates_of(folder, body)
    printers = {**PRINTERS, date: lambda day: (Text(f"{day.day} {day:%B %Y}"),)}
    return draft(template_set(folder, printers), "paper", context, {}, a_face())


def fields(document: Document) -> list[FormField]:
    found = []
    for block in document.blocks:
        match block:
            case Paragraph(inlines=inlines):
                found += [each for each in inlines if isinstance(each, FormField)]
            case FieldTable(rows=rows):
                found += [
                    each
                    for _, values in rows
                    for value in values
                    for each in value
                    if isinstance(each, FormField)
                ]
    return found


def test_a_template_puts_a_field_into_a_line_and_a_table(tmp_path: Path) -> None:
    """Rule: a field is a value like any other, and asks for words where the template says nothing."""
    body = 'Signed on {{ form("a.date", "Date", "date") }}.\n\n::: fields Signature\nName :: {{ form("a.name", "Name", prompt="Your name") }}\n:::\n'
    day, name = fields(drafted(tmp_path, body))
    assert (day.kind, day.key, day.title, day.prompt) == ("date", "a.date", "Date", "Date")
    assert (name.kind, name.key, name.prompt) == ("text", "a.name", "Your name")


@pytest.mark.parametrize(("value", "kept", "words"), [
    (date(2026, 11, 30), "2026-11-30", "30 November 2026"),
    (Grade.MEASURED, "measured", "Measured figure"),
    ("**Group** Legal {{ x }}", "**Group** Legal {{ x }}", "**Group** Legal {{ x }}"),
    (Hole(), "", "[To be confirmed: CFO]"),
    (None, "", ""),
])  # fmt: skip
def test_what_is_known_stands_there_already(value: object, kept: str, words: str, tmp_path: Path) -> None:
    """Rule: an answer is kept as the file has it and printed as it reads; an open one is empty and says who closes it."""
    (field,) = fields(drafted(tmp_path, '{{ form("k", "T", "text", value) }} follows', value=value))
    assert field.value == kept
    assert "".join(each.text for each in field.inlines if isinstance(each, Text)) == words


def test_a_choice_has_its_choices_and_a_box_is_ticked_or_not(tmp_path: Path) -> None:
    """Rule: the value that is kept and the words that are read are two things."""
    body = '{{ form("k", "T", "choice", choices={"yes": "Of course", "no": "Never"}) }} and {{ form("b", "B", "check", true) }}'
    choice, box = fields(drafted(tmp_path, body))
    assert choice.choices == (("yes", "Of course"), ("no", "Never"))
    assert box.value == "yes"


@pytest.mark.parametrize(("call", "what"), [
    ('form("k", "T", "dat")', 'no form field "dat"'),
    ('form("k", "T", "choice")', "a choice, and nothing else, has `choices`"),
    ('form("k", "T", "date", choices={"a": "b"})', "a choice, and nothing else, has `choices`"),
])  # fmt: skip
def test_a_field_that_cannot_be_is_named(call: str, what: str, tmp_path: Path) -> None:
    """Rule: the template's author reads what is wrong, with file and line."""
    with pytest.raises(TemplateError, match=what):
        drafted(tmp_path, f"{{{{ {call} }}}}")


def test_a_heading_holds_no_field(tmp_path: Path) -> None:
    """Rule: a title stands in contents and headers, where nothing can be filled in."""
    with pytest.raises(TemplateError, match="paper"):
        drafted(tmp_path, '::: decision {{ form("k", "T") }}\nText\n:::')


def test_a_field_keeps_its_key_in_a_bound_pack(tmp_path: Path) -> None:
    """Rule: a question is the same question wherever its document is bound."""
    part = drafted(tmp_path, 'Name: {{ form("a[b].name", "Name") }}')
    bound = bind(drafted(tmp_path, "Front."), [("part", part)])
    assert [field.key for field in fields(bound)] == ["a[b].name"]


def test_without_a_screen_a_field_is_its_value_or_a_line(tmp_path: Path) -> None:
    """Rule: the plain text, the web page and Markdown print the value, or a blank line to write on."""
    body = (
        'A {{ form("a", "A", "text", "Ada *L*") }} b {{ form("b", "B") }} c {{ form("c", "C", "check") }} d'
    )
    document = drafted(tmp_path, body)
    assert "A Ada *L* b Write here c \N{BALLOT BOX} d" in outline(document)
    line = "_" * 16
    assert f"A Ada *L* b {line} c \N{BALLOT BOX} d" in html.write(document, html.Look()).decode()
    assert f"A Ada \\*L\\* b {line.replace('_', chr(92) + '_')} c \N{BALLOT BOX} d" in markdown.write(
        document
    )
