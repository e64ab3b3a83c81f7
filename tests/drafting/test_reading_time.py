"""The reading time of a paper is counted, not claimed."""

from __future__ import annotations

import pytest

from stratgen.document import Block, Heading, Paragraph, Text
from stratgen.document.inlines import plain
from stratgen.drafting.reading_time import MARK, timed


def a_paper(words: int, *after: Block) -> tuple[Block, ...]:
    """Return a paper of some words beside the four of its first line."""
    return (Paragraph((Text(f"Reading time: {MARK}"),)), Paragraph((Text("word " * words),)), *after)


@pytest.mark.parametrize(("words", "said"), [(10, "1 minute"), (400, "2 minutes"), (2200, "11 minutes")])
def test_minutes_follow_from_the_words(words: int, said: str) -> None:
    """Two hundred words are a minute, and no paper takes less than one."""
    first = timed(a_paper(words))[0]
    assert isinstance(first, Paragraph)
    assert plain(first.inlines) == f"Reading time: {said}"


def test_an_appendix_is_not_counted() -> None:
    """A director is told how long the paper takes that is to be decided on."""
    appendix = Heading(1, (Text("Appendix"),), "appendix")
    long = Paragraph((Text("word " * 4000),))
    assert timed(a_paper(400, appendix, long))[0] == timed(a_paper(400))[0]


def test_a_document_that_does_not_ask_is_left_as_it_is() -> None:
    """Nothing is counted where no reader is told."""
    blocks = (Paragraph((Text("word"),)),)
    assert timed(blocks) is blocks
