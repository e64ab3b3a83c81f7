"""Whatever somebody writes is words on the page, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratgen.document import (
    Bar,
    Callout,
    Chart,
    Column,
    DataTable,
    Document,
    Emphasis,
    FieldTable,
    Gantt,
    Heading,
    Link,
    List,
    Matrix,
    Note,
    Paragraph,
    Quote,
    Row,
    Series,
    Strong,
    Text,
    cell,
)
from stratgen.html import Card, Concern, Concerns, Look, overview, write
from stratgen.html.text import attribute, escape
from tests.html.reading import Element, one, read
from tests.reading import head, missing, printed, squeezed
from tests.word.builders import an_exhibit, minimal, words

HOSTILE = (
    "</title></style><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)> ' onload='x",
    "<!-- --> ]]> <![CDATA[ &lt; &amp;amp; &#x41; &nbsp",
    "javascript:alert(1) {{ 7*7 }} </main></body></html>",
    "مرحبا \u202e שלום \u2066 <b>你好</b> 👩🏽‍🚀",
    "line\nbreak\ttab  two  blanks \x00 \x1b[31m \ud800 \ufffe",
)


def everywhere(text: str) -> Document:
    """Return a document with `text` in every place that words can stand."""
    table = DataTable((Column(text), Column(text, 1, "end"), Column(text)),
                      (Row((cell(text),), "group"), Row((cell(text), cell(text, text), cell(text, bullets=True)))))  # fmt: skip
    chart = Chart("column", (text, text), (Series(text, (1.0, 2.0), labels=(text, text)), Series(text, (2.0, None))), table,
                  title=text, description=text)  # fmt: skip
    blocks = (
        Heading(1, words(text), "one", number="1"),
        Paragraph((Text(text), Emphasis(words(text)), Strong(words(text)), Text(text, "open-point"), Text(text, "code"),
                   Link(words(text), text), Note(words(text)))),
        List(((Paragraph(words(text)), Paragraph(words(text))),)),
        Quote((Paragraph(words(text)),)),
        Callout("risk", text, (Paragraph(words(text)),)),
        an_exhibit(table, caption=text, source=words(text), description=text),
        an_exhibit(Matrix(text, (text,), ((text, (cell(text, tone="bad"),)),)), key="m", caption=text, number=2),
        an_exhibit(Gantt((text, text), ((text, (Bar(text, 0, 1, text),)),)), key="g", caption=text, number=3),
        an_exhibit(chart, key="c", caption=text, number=4),
        FieldTable(((words(text), (words(text), words(text))),), text),
    )  # fmt: skip
    return minimal(*blocks, title=text, subtitle=text, client=text, audience=text, dated=text, version=text,
                   status=text, classification=text, author=text, keywords=(text,), properties=((text, text),))  # fmt: skip


def shape(root: Element) -> list[tuple[str, tuple[str, ...]]]:
    """Return the elements of a page with the names of their attributes, but for breaks, tabs, and what a
    drawing says in lines."""
    return [
        (each.tag, tuple(sorted(each.attributes)))
        for each in root.all()
        if each.tag not in ("br", "text") and each.attributes.get("class") != "tab"
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_words_and_makes_no_element(text: str) -> None:
    """Every letter arrives in its order, and the page has the elements that harmless words of that length give it."""
    document = everywhere(text)
    root = read(write(document, Look()))
    assert missing(printed(document), squeezed(one(root, "main").text)) == []
    assert [each for each in head(document) if each not in squeezed(one(root, "header").text)] == []
    assert shape(root) == shape(read(write(everywhere("x" * len(text)), Look())))


@given(text=st.text(min_size=1, max_size=40).filter(str.strip))
@settings(max_examples=40, deadline=None)
def test_any_text_at_all_is_words_and_makes_no_element(text: str) -> None:
    """Whatever the characters, they are read back letter for letter from a page of the same shape."""
    document = everywhere(text)
    root = read(write(document, Look()))
    assert missing(printed(document), squeezed(one(root, "main").text)) == []
    harmless = read(write(everywhere("x" * len(text)), Look()))
    assert [tag for tag, _ in shape(root)] == [tag for tag, _ in shape(harmless)]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//host/x", "file:///etc/passwd", "vbscript:x"]
)
def test_a_link_that_is_no_address_is_only_words(address: str) -> None:
    """What could run, or lead into the reader's own files, is never a link."""
    root = read(write(minimal(Paragraph((Link(words("here"), address),))), Look()))
    assert not list(one(root, "main").all("a"))
    assert "here" in one(root, "main").text


def test_text_is_escaped_once() -> None:
    """An entity that somebody wrote stands there as written."""
    assert escape("a & b &amp; <i> \"q\" 'p'") == "a &amp; b &amp;amp; &lt;i&gt; &quot;q&quot; &#39;p&#39;"
    assert attribute('x" onclick="y\nz') == "x&quot; onclick=&quot;y z"


@pytest.mark.parametrize("text", HOSTILE)
def test_the_page_in_front_is_as_safe(text: str) -> None:
    """The list of documents and the faults escape every word too."""
    concerns = (Concerns(text, "risk", (Concern(text, text),)), Concerns(text, "caution", (), text))
    root = read(overview(text, text, "en-GB", (Card("/board-brief", text, text),), concerns, Look()))
    assert not list(root.all("script", "img", "b"))
    assert squeezed(root.text).count(squeezed(printed(minimal(Paragraph(words(text))))[0])) >= 8
