"""A value that a template prints arrives letter for letter, wherever it stands."""

from __future__ import annotations

import re
import tempfile
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratgen.document import (
    Block,
    Callout,
    Document,
    FieldTable,
    Heading,
    Link,
    List,
    Paragraph,
    Quote,
    Text,
    outline,
    plain,
)
from stratgen.drafting import TemplateSet, draft, template_set
from stratgen.errors import TemplateError

from .builders import Grade, Hole, a_face, an_exhibit, blocks, templates_of

HOSTILE = {
    "signs": "A*B & <Sons> | Co_ltd #1",
    "markup": "1. Fix `it` [now](http://x)",
    "jinja": "{{ 7*7 }}",
    "raw": "{% raw %}",
    "comment": "{# gone? #} {#key .plain}",
    "html": "<script>alert(1)</script><!-- x -->",
    "heading": "# Not a heading",
    "fence": "::: decision",
    "attribute": "{.lead} {pagebreak} ---",
    "bullets": "- one",
    "entity": "&amp; &nbsp; \\* \\",
    "emoji": "👩‍👩‍👧 🇿🇦 ❤️",
    "arabic": "شركة الاتصالات ١٢٣",
    "chinese": "社交媒体战略（草案）",
    "private use": "\ue000\ue0010\ue001 \ue0000\ue001 \ue0021\ue003",
    "a note": "^[note] [^1] [x]: http://y",
    "braces": "}} %} {{ {% #}",
    "spaces": "a  b\tc\u00a0d",
    "separators": "a\u2028b\u0085c",
    "long": "wörds_and *stars* " * 556,
}

EVERYWHERE = """---
title: {{ v }}
subtitle: On {{ v }}
---
{% macro bold(x) %}**{{ x }}**{% endmacro %}
{% set joined = 'a' ~ v %}
{% set block %}in {{ v }} out{% endset %}
# {{ v }}
## Deep {{ v }} heading {#deep}
{{ v }}

Before {{ v }} after **{{ v }}** *{{ v }}* {{ bold(v) }} `{{ v }}` {{ joined }} {{ block }}

{{ [v, v, v]|listing }}; {{ [v, v]|listing('or') }}; {{ [v]|join(', ') }}

- {{ v }}
- item {{ v }}

1. {{ v }}

> {{ v }}

::: decision Title {{ v }}
Text {{ v }}
:::

::: fields About {{ v }}
{{ v }} :: {{ v }}
Name :: and {{ v }}
  {{ v }}
:::

A note{{ note(v) }} and [{{ v }}](https://example.org).

"""


@cache
def _templates(text: str) -> TemplateSet:
    return templates_of(Path(tempfile.mkdtemp()), text)


def _stretches(block: Block) -> list[str]:
    match block:
        case Heading() | Paragraph():
            return [plain(block.inlines)]
        case List():
            return [words for item in block.items for inner in item for words in _stretches(inner)]
        case Quote():
            return [words for inner in block.blocks for words in _stretches(inner)]
        case Callout():
            return [block.title, *(words for inner in block.blocks for words in _stretches(inner))]
        case FieldTable():
            rows = [plain(words) for label, values in block.rows for words in (label, *values)]
            return [block.description, *rows]
        case _:
            return []


def _found(document: Document) -> list[str]:
    return [words.strip() for block in document.blocks for words in _stretches(block)]


def _expected(v: str) -> list[str]:
    listed = f"{v}, {v} and {v}; {v} or {v}; {v}"
    line = f"Before {v} after {v} {v} {v} {v} a{v} in {v} out"
    boxed = [f"Title {v}", f"Text {v}", f"About {v}", v, v, "Name", f"and {v}", v]
    made = [v, f"Deep {v} heading", v, line, listed, v, f"item {v}", v, v, *boxed, f"A note and {v}."]
    return [words.strip() for words in made]


@pytest.mark.parametrize("value", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_arrives_letter_for_letter_in_every_position(value: str) -> None:
    """No character of a value is taken for notation, Jinja, HTML or a token."""
    document = draft(_templates(EVERYWHERE), "paper", {"v": value}, {}, a_face())
    assert _found(document) == _expected(value)
    assert document.title.strip() == value.strip()
    assert document.subtitle.strip() == f"On {value}".strip()


_ALLOWED = st.characters(
    blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff", whitelist_characters="\t"
)  # fmt: skip
_PIECES = st.one_of(
    st.text(_ALLOWED, min_size=1, max_size=12),
    st.sampled_from([text for text in HOSTILE.values() if len(text) < 100]),
    st.sampled_from(
        ["\ue0000\ue001", "\ue000", "\ue001", "**", "_", "`", "[", "](", "{#", "::", "- ", "1. "]
    ),
)
_BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\n- ", "\n2. ", "\n1. "])


@given(st.lists(_PIECES, min_size=1, max_size=5).map("".join).filter(str.strip))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_any_text_arrives_letter_for_letter_in_every_position(value: str) -> None:
    """What holds for the hostile examples holds for any text of one line that XML can hold."""
    document = draft(_templates(EVERYWHERE), "paper", {"v": value}, {}, a_face())
    assert _found(document) == _expected(value)


@given(st.lists(_PIECES | _BREAKS, min_size=1, max_size=8).map("".join).filter(str.strip))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_text_of_many_lines_loses_no_word(value: str) -> None:
    """A long answer keeps every character but white space and the marks of its lists."""

    def bare(text: str) -> str:
        lines = text.replace("\r", "\n").split("\n")
        return "".join("".join(_MARK.sub("", line).split()) for line in lines)

    document = draft(_templates("{{ v }}"), "paper", {"v": value}, {}, a_face())
    assert bare("\n".join(_found(document))) == bare(value)


_MARK = re.compile(r"^(\s*([-*•]|[0-9]+[.)])\s+(?=\S))+")


def test_two_lines_stay_two_lines_and_a_heading_makes_them_one(tmp_path: Path) -> None:
    """A line feed in a value is a line break in text and a space in a heading."""
    heading, first, second = blocks(tmp_path, "# {{ v }}\n{{ v }}\n\nsaid {{ v }}.", v="one\ntwo\n")
    assert isinstance(heading, Heading)
    assert heading.inlines == (Text("one two"),)
    assert first == Paragraph((Text("one\ntwo"),))
    assert second == Paragraph((Text("said one\ntwo."),))


def test_a_long_answer_keeps_paragraphs_bullets_and_numbers(tmp_path: Path) -> None:
    """Blank lines part paragraphs; two or more marked lines are a list; one marked line is text."""
    made = blocks(tmp_path, "{{ v }}", v="One:\n- a\n* b\n\n1. c\n2. d\n\n3. e\n\n- f")
    assert made == (
        Paragraph((Text("One:"),)),
        List(((Paragraph((Text("a"),)),), (Paragraph((Text("b"),)),))),
        List(((Paragraph((Text("c"),)),), (Paragraph((Text("d"),)),)), ordered=True),
        Paragraph((Text("3. e"),)),
        Paragraph((Text("- f"),)),
    )


def test_a_printer_serves_its_type_and_all_below_it(tmp_path: Path) -> None:
    """A text that is also an enum prints as its printer says, not as text."""
    made = blocks(tmp_path, "{{ hole }} {{ grade }} {{ 'x' ~ hole ~ 3 }}", hole=Hole(), grade=Grade.MEASURED)
    hole = Text("[To be confirmed: CFO]", "open-point")
    assert made == (Paragraph((hole, Text(" Measured figure x"), hole, Text("3"))),)


def test_a_whole_number_prints_as_given(tmp_path: Path) -> None:
    """Nothing groups or pads the digits."""
    assert blocks(tmp_path, "{{ n }}.", n=1234567) == (Paragraph((Text("1234567."),)),)


@pytest.mark.parametrize("value", [None, True, 1.5, Decimal(1), [1], ("a",), {"a": 1}, date(2026, 1, 1)])
@pytest.mark.parametrize("said", ["{{ v }}", "{{ 'a' ~ v }}", "{{ [v]|listing }}", "{{ 'a' + v }}"])
def test_a_value_without_a_printer_is_a_fault(value: object, said: str, tmp_path: Path) -> None:
    """No document ever says None, True or [1]: the fault names file and line."""
    with pytest.raises(TemplateError) as caught:
        blocks(tmp_path, f"One\n{said}", v=value)
    (fault,) = caught.value.faults
    assert fault.file.endswith("paper.md.j2")
    assert fault.line == 5


def test_a_link_to_an_unsafe_address_from_an_answer_stays_words(tmp_path: Path) -> None:
    """An answer may not smuggle an address; the words are kept."""
    good, bad = "https://a.b/ü?x=(1)", "javascript:alert(1)"
    made = blocks(tmp_path, "[w]({{ good }}) [w]({{ bad }})", good=good, bad=bad)
    assert made == (Paragraph((Link((Text("w"),), good), Text(" w"))),)


def test_an_answer_printed_as_blocks_stands_where_its_token_stood(tmp_path: Path) -> None:
    """A printer may return blocks; inside a line they become one stretch of text."""
    a, b = Paragraph((Text("a"),)), Paragraph((Text("b"),))
    templates_of(tmp_path, "{{ v }}\n\nHe said {{ v }}.")
    templates = template_set(tmp_path, {Hole: lambda _: (a, b)})
    made = draft(templates, "paper", {"v": Hole()}, {}, a_face()).blocks
    assert made == (a, b, Paragraph((Text("He said a\nb."),)))


def test_drafting_twice_gives_equal_trees(tmp_path: Path) -> None:
    """Nothing is left over from one drafting to the next."""
    templates = templates_of(tmp_path, "{{ exhibit('gap') }}\n\n{{ v }} {{ see('gap') }}")
    exhibits = {"gap": an_exhibit("gap")}
    trees = [draft(templates, "paper", {"v": v}, exhibits, a_face()) for v in ("a", "b", "a")]
    assert trees[0] == trees[2] != trees[1]
    assert outline(trees[0]) == outline(trees[2])


def test_two_renderings_do_not_share_what_an_imported_template_set(tmp_path: Path) -> None:
    """A partial that prints at its own top level is run anew for every document."""
    partial = "{% set line %}for {{ v }}{% endset %}"
    templates = templates_of(tmp_path, '{% import "partials/p.md.j2" as p %}{{ p.line }}', p=partial)
    made = [draft(templates, "paper", {"v": v}, {}, a_face()).blocks for v in ("Ann", "Ben")]
    assert made == [(Paragraph((Text("for Ann"),)),), (Paragraph((Text("for Ben"),)),)]
