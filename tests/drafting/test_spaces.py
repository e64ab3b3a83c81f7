"""Numbers that do not break over a line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stratgen.document import Paragraph, Text, plain
from stratgen.drafting.spaces import curled, held, kept_together
from tests.drafting.test_spelling import document


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("R1 500 and 2 100 answers", "R1~500 and 2~100~answers"),
        ("12 345 678 of 9", "12~345~678 of 9"),
        ("within 30 minutes, 3 days or 40 %", "within 30~minutes, 3~days or 40~%"),
        ("on 15 March 2027", "on 15 March 2027"),
        ("2027 350 more", "2027 350 more"),
        ("5 hoursglass", "5 hoursglass"),
        ("12 3456", "12 3456"),
    ],
)
def test_a_number_holds_together_and_holds_its_unit(typed: str, printed: str) -> None:
    """The space within a number and before its unit does not break; every other space may."""
    assert held(typed) == printed.replace("~", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("the quarter's end", "the quarter’s end"),
        ("the agents' rota", "the agents’ rota"),
        ("they said 'not yet' about the desk's hours", "they said 'not yet' about the desk’s hours"),
        ("a 5' board", "a 5' board"),
    ],
)
def test_all_pages_have_one_apostrophe(typed: str, printed: str) -> None:
    """Whoever typed it, an apostrophe is the typographic one; quotation marks and measures stay as they are."""
    assert curled(typed) == printed


def test_a_document_keeps_its_words_and_its_code() -> None:
    """Spaces alone change, and nothing at all in code, which somebody may copy."""
    tree = document("en-GB", "It costs 2 100 a year")
    blocks = (*tree.blocks, Paragraph((Text("seq 2 100", "code"),)))
    heading, prose, code = kept_together(replace(tree, blocks=blocks)).blocks
    assert heading is tree.blocks[0]
    assert isinstance(prose, Paragraph)
    assert isinstance(code, Paragraph)
    assert plain(prose.inlines) == "It costs 2\N{NO-BREAK SPACE}100 a year"
    assert plain(code.inlines) == "seq 2 100"
