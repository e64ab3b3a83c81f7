"""American spelling: every word of ours, and no word of the client's."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stratgen.document import Block, Document, Heading, Paragraph, Text
from stratgen.drafting.spelling import american_words, americanizer, british_words, spelled

TABLE: dict[str, Any] = tomllib.loads((files("stratgen.drafting") / "american.toml").read_text("utf-8"))

BRITISH = sorted([*TABLE["words"], *(f"{stem}ing" for stem in TABLE["stems"])])


def document(language: str, *words: str) -> Document:
    blocks: tuple[Block, ...] = (
        Heading(1, (Text("The programme"),), "programme"),
        *(Paragraph((Text(each),)) for each in words),
    )
    return Document(
        title="Organisation", subtitle="", client="Labour Bank", audience="", dated="", created="", version="",
        status="", classification="", language=language, paper="A4", author="", blocks=blocks,
    )  # fmt: skip


def text_of(tree: Document) -> str:
    return " ".join(
        inline.text
        for block in tree.blocks
        if isinstance(block, Heading | Paragraph)
        for inline in block.inlines
        if isinstance(inline, Text)
    )


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("The organisation's programme", "The organization's program"),
        ("AUTHORISED by Head of Labour", "AUTHORIZED by Head of Labor"),
        ("customer-centred behaviour", "customer-centered behavior"),
        ("Send an E-mail, then fulfil it", "Send an Email, then fulfill it"),
        ("A specialist's realistic emphasis", "A specialist's realistic emphasis"),
        ("Labour Relations Act 66 of 1995", "Labour Relations Act 66 of 1995"),
        ("parent, four, our and hours", "parent, four, our and hours"),
    ],
)
def test_words_change_with_their_capitals_and_names_do_not(british: str, american: str) -> None:
    """A word keeps the capitals it had; proper names and look-alikes keep their spelling."""
    assert americanizer()(british) == american


def test_lines_of_the_client_stay_letter_for_letter() -> None:
    """An answer is given as it was typed, also inside a sentence of ours and with a small first letter."""
    respell = americanizer(["Programme Manager, Labour", "Our colours stay."])
    assert (
        respell("Programme: programme Manager, Labour decides")
        == "Program: programme Manager, Labour decides"
    )
    assert (
        respell("We say: our colours stay, and colours change")
        == "We say: our colours stay, and colors change"
    )


@pytest.mark.parametrize("language", ["en-GB", "en-ZA", "en-AU"])
def test_other_englishes_keep_the_templates_spelling(language: str) -> None:
    """South African and Australian documents follow the British spelling, and so cost nothing."""
    tree = document(language, "behaviour")
    assert spelled(tree) is tree


def test_an_american_tree_changes_words_and_neither_keys_nor_names() -> None:
    """Titles, headings and text are respelled; keys, which references point at, and the client are not."""
    tree = spelled(document("en-US", "Whilst the catalogue is grey"))
    heading = tree.blocks[0]
    assert isinstance(heading, Heading)
    assert heading.key == "programme"
    assert (tree.title, tree.client) == ("Organization", "Labour Bank")
    assert text_of(tree) == "The program While the catalog is gray"


@given(
    st.sampled_from(BRITISH),
    st.sampled_from([str, str.upper, str.capitalize]),
)
def test_no_word_of_the_table_survives(word: str, case: Any) -> None:
    """Whatever its capitals, a British word of the table is found and leaves no British word behind."""
    text = case(word)
    made = americanizer()(text)
    assert british_words(text)
    assert not british_words(made)
    assert americanizer()(made) == made


@given(st.text(max_size=60))
def test_text_without_letters_of_the_table_is_untouched(text: str) -> None:
    """Only words of the table change; everything around them stays."""
    if not british_words(text):
        assert americanizer([text])(text) == text


def test_american_words_are_told_from_british_ones_only_where_the_spelling_tells() -> None:
    """A check, a story and a program are British words too; an organization is not."""
    assert american_words("check the story of the program") == ()
    assert american_words("Organization, color and center") == ("Organization", "color", "center")


def test_a_day_of_ours_is_written_as_americans_write_it() -> None:
    """Dates of the law in fixed text follow the reader's English; a line of the client keeps its own."""
    american = americanizer(["Opened on 3 May 2026"])
    assert american("In force since 2 August 2026.") == "In force since August 2, 2026."
    assert american("Opened on 3 May 2026") == "Opened on 3 May 2026"
    assert american("on 5 and 6 June") == "on 5 and 6 June"
