"""Markdown that reads as the document does, whatever stands in it."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from stratgen.document import (
    Document,
    Emphasis,
    Heading,
    Inline,
    Link,
    List,
    Note,
    Paragraph,
    Reference,
    Strong,
    Text,
    plain,
)
from stratgen.markdown import write
from stratgen.pack import check, compose
from stratgen.places import bundled
from tests.command import BANK, MINIMAL
from tests.html.test_letters import HOSTILE, everywhere
from tests.reading import head, missing, printed, squeezed
from tests.word.builders import a_heading, a_paragraph, board_brief, bound, maximal, minimal, words

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
"""A reader of its own kind: CommonMark with GitHub's tables and strikes."""

EXPECTED_TAGS = re.compile(r"</?(?:br|strong|em)>")


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        if tag in ("br", "p", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "h5", "h6"):
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)


def tokens(markdown: str) -> list[Token]:
    # A reader without footnotes would take their definitions for addresses of links.
    return READER.parse(re.sub(r"^\[\^(\d+)\]: ", r"note \1 ", markdown, flags=re.MULTILINE))


def text(markdown: str) -> str:
    """Return the words that a reader of the Markdown sees."""
    reader = _Words()
    reader.feed(READER.renderer.render(tokens(markdown), READER.options, {}))
    reader.close()
    return squeezed("".join(reader.pieces))


def shape(markdown: str) -> list[str]:
    """Return the blocks of a Markdown text, and what its lines hold besides words and breaks."""
    found = []
    for token in tokens(markdown):
        found.append(token.type)
        for child in token.children or ():
            if child.type in ("text", "softbreak", "hardbreak") or child.content == "<br>":
                continue
            assert child.type != "html_inline" or EXPECTED_TAGS.fullmatch(child.content), child.content
    return found


@cache
def documents() -> dict[str, Document]:
    found = {"maximal": maximal(), "bound": bound(), "brief": board_brief()}
    for file in (BANK, MINIMAL):
        trees = compose(check(file), bundled("templates"))
        found |= {f"{file.stem}/{name}": tree for name, tree in trees.items()}
    return found


@pytest.mark.parametrize(
    "name",
    [
        "maximal",
        "bound",
        "brief",
        "karoo-bank/strategy-pack",
        "karoo-bank/board-brief",
        "minimal/strategy-pack",
    ],
)
def test_every_printed_text_is_read_back_in_its_order(name: str) -> None:
    """Each piece of the tree is found letter for letter by another reader of Markdown."""
    document = documents()[name]
    read = text(write(document))
    pieces = printed(document)
    assert len(pieces) > 5
    assert missing(pieces, read) == []
    assert [each for each in head(document) if each not in read] == []


@pytest.mark.parametrize("letters", HOSTILE)
def test_hostile_text_is_words_and_no_notation(letters: str) -> None:
    """Every letter arrives, and the blocks are those that harmless words give."""
    document = everywhere(letters)
    assert missing(printed(document), text(write(document))) == []
    assert shape(write(document)) == shape(
        write(everywhere("harmless" if "\n" not in letters else "harm\nless"))
    )


NOTATION = (
    "# no heading", "- no list", "+ no list", "1. no list", "7) no list", "> no quote", "---", "***", "===", "    no code", "```",
    "~~~", "| a | b |", ":--", "[^1]: no note", "[x]: y", "*a* _b_ **c** __d__ `e` ~~f~~", "![x](y) [x](y) <http://x>", "<b>no</b>",
    "&amp; &#65;", "\\", "a\\", "$x$", "- [ ] no task", "a\n# b\n- c\n1. d\n===\n---\n> e", "end #", "*", "_", "**", "- ", "1.", "#", "-", "+", "=",
)  # fmt: skip


@pytest.mark.parametrize("letters", NOTATION)
def test_notation_is_words(letters: str) -> None:
    """What would be a heading, list, rule, quote, table, code or link is read as its letters."""
    document = minimal(
        a_heading(letters, 2), a_paragraph(letters), List(((a_paragraph(letters),), (a_paragraph("x"),)))
    )
    markdown = write(document)
    assert missing(printed(document), text(markdown)) == []
    harmless = re.sub(r"[^\n]+", "x", letters)
    other = minimal(
        a_heading(harmless, 2), a_paragraph(harmless), List(((a_paragraph(harmless),), (a_paragraph("x"),)))
    )
    assert shape(markdown) == shape(write(other))


PIECE = st.text(st.sampled_from("ab *_`[]()<>#|~\\!&;-+=.:1\n\"'$^é。"), min_size=1, max_size=12).filter(
    str.strip
)


def dressed(kind: str, letters: str) -> Inline:
    """Return some letters as one kind of inline."""
    match kind:
        case "em":
            return Emphasis(words(letters))
        case "strong":
            return Strong(words(letters))
        case "link":
            return Link(words(letters), "https://example.com/")
        case "both":
            return Strong((Text("x"), Emphasis(words(letters))))
        case "hole":
            return Text(letters, "open-point")
        case "code":
            return Text(letters, "code")
        case _:
            return Text(letters)


@given(
    st.lists(
        st.tuples(st.sampled_from(("text", "em", "strong", "link", "hole", "code", "both")), PIECE),
        min_size=1,
        max_size=6,
    )
)
@settings(max_examples=300, deadline=None)
def test_any_mixture_of_stress_is_read_back(pieces: list[tuple[str, str]]) -> None:
    """However stressed, linked and marked words meet each other, each letter arrives and none is added."""
    paragraph = Paragraph(tuple(dressed(kind, letters) for kind, letters in pieces))
    markdown = write(minimal(a_heading(), paragraph, a_paragraph("END")))
    read = text(markdown).partition("1 Findings")[2]
    bare = re.sub(r"\s+", "", plain(paragraph.inlines))
    assert re.sub(r"\s+", "", read) == f"{bare}END"
    assert shape(markdown).count("paragraph_open") == 4


def test_an_exclamation_before_a_link_is_no_picture() -> None:
    """A mark that ends a sentence does not turn the link behind it into an image."""
    markdown = write(
        minimal(a_heading(), Paragraph((Text("Now!"), Link(words("here"), "https://example.com/"))))
    )
    assert "Now!here" in text(markdown)


def test_a_reference_to_a_heading_leads_there() -> None:
    """The anchor is the one that GitHub makes of the heading, numbered where two have the same words."""
    blocks = (a_heading("Why now?", 1, "1", key="a"), a_heading("Why now?", 2, "1", key="b"),
              Paragraph((Reference("a", "section 1"), Text(" and "), Reference("b", "section 1.1"))))  # fmt: skip
    markdown = write(minimal(*blocks))
    assert "[section 1](#1-why-now) and [section 1.1](#1-why-now-1)" in markdown


def test_notes_stand_at_the_end() -> None:
    """A note is a footnote of GitHub's, in the order of its marks."""
    first, second = Note(words("One.")), Note((Text("Two"), Note(words("inner"))))
    markdown = write(minimal(a_heading(), Paragraph((Text("A"), first, Text(" b"), second))))
    assert "A[^1] b[^2]" in markdown
    assert markdown.endswith("[^1]: One.\n[^2]: Two (inner)\n")


def test_two_lists_stay_two() -> None:
    """Lists that follow each other take turns with their marks."""
    items = ((a_paragraph("x"),),)
    found = shape(write(minimal(List(items), List(items), List(items, True), List(items, True))))
    assert found.count("bullet_list_open") == 2
    assert found.count("ordered_list_open") == 2


def test_a_plan_says_its_word_in_every_period() -> None:
    """A bar is its word in each period that it fills."""
    markdown = write(maximal())
    assert "| Social care desk | Pilot | Pilot | Pilot |  |  |  |  |  |" in markdown


def test_it_is_the_same_every_time_and_has_no_front_matter() -> None:
    """The same document gives the same text, which begins with its title."""
    assert write(maximal()) == write(maximal())
    assert write(maximal()).startswith("# Strategy pack\n")


def test_a_broken_tree_is_refused() -> None:
    """A reference to nothing and two blocks with one key are faults of the one who made the tree."""
    with pytest.raises(ValueError, match="nowhere"):
        write(minimal(Paragraph((Reference("nowhere", "section 1"),))))
    with pytest.raises(ValueError, match="two blocks"):
        write(minimal(a_heading(), Heading(1, words("B"), "findings")))
