"""Letters, names and widths."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratgen.document.addresses import web_address
from stratgen.word.columns import column_widths, shortened
from stratgen.word.job import target_name
from stratgen.word.text import attribute, escape
from stratgen.word.widths import longest_word, width


def test_markup_is_escaped_once() -> None:
    """Rule: what looks like markup is text."""
    assert escape("a & b < c > d &amp;") == "a &amp; b &lt; c &gt; d &amp;amp;"
    assert attribute('say "x"\nnow') == "say &quot;x&quot; now"


def test_what_xml_cannot_hold_leaves_a_mark() -> None:
    """Rule: nothing vanishes unseen."""
    assert escape("a\x00b\ud800c") == "a\ufffdb\ufffdc"


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=80))
def test_names_of_bookmarks_fit_word(key: str) -> None:
    """Rule: a name has 40 characters at most, of letters, digits and underscores."""
    assert re.fullmatch(r"_Ref_[A-Za-z0-9_]{1,35}", target_name(key))


def test_names_of_bookmarks_differ_where_keys_differ() -> None:
    """Rule: keys that would look alike are told apart."""
    keys = ["a-b", "a_b", "a/b", "a" * 50, "a" * 51, "A-b"]
    assert len({target_name(key).lower() for key in keys[:-1]}) == len(keys) - 1


def test_widths_follow_the_shares() -> None:
    """Rule: without long words the shares decide, to the last twip."""
    assert column_widths([2, 1, 1], [0, 0, 0], 1000) == [500, 250, 250]
    assert sum(column_widths([1, 1, 1], [0, 0, 0], 1000)) == 1000


def test_a_long_word_gets_its_room() -> None:
    """Rule: a column is never narrower than its longest word, unless that would take the table."""
    assert column_widths([9, 1], [0, 300], 1000) == [700, 300]
    assert column_widths([1, 1, 1, 1], [5000, 0, 0, 0], 1000)[0] == 350


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.floats(-1, 100), st.floats(0, 1e6)), min_size=1, max_size=40))
def test_widths_always_fill_the_table(columns: list[tuple[float, float]]) -> None:
    """Rule: whatever the shares and words, the columns sum up to the table and none is lost."""
    widths = column_widths([share for share, _ in columns], [word for _, word in columns], 9412)
    assert sum(widths) == 9412
    assert min(widths) >= 0


def test_columns_are_shifted_where_that_makes_the_table_shorter() -> None:
    """Rule: room goes from a column that has it to one that wraps, never below a longest word, and none is lost."""
    rows = [[[900.0], [5000.0]]] * 3
    shifted = shortened([3000, 3000], [600.0, 600.0], rows, padding=200)
    assert sum(shifted) == 6000
    assert shifted[1] - 200 >= 2500
    assert shifted[0] >= 1100
    assert shortened([3000, 3000], [2900.0, 600.0], rows, padding=200) == [3000, 3000]
    assert shortened([3000, 3000], [0.0, 0.0], [[[10.0], [20.0]]], padding=200) == [3000, 3000]


def test_words_break_where_word_breaks_them() -> None:
    """Rule: hyphens and slashes are places to break."""
    assert longest_word("a well-established word") == "established"
    assert longest_word("") == ""
    assert longest_word("R15\u00a0900\u00a0000 a year") == "R15n900n000"


def test_a_square_character_is_wider_than_a_letter() -> None:
    """Rule: Chinese and Japanese take a full square."""
    assert width("中文", 10) > width("ab", 10) > 0


@pytest.mark.parametrize(
    ("address", "stored"),
    [
        ("https://example.com/a b?x=1&y=ü#z", "https://example.com/a%20b?x=1&y=%C3%BC#z"),
        ("http://example.com:8080", "http://example.com:8080"),
        ("https://example.com/100%", "https://example.com/100%25"),
        ("mailto:care@example.com", "mailto:care@example.com"),
        ("tel:+27-11-555-0100", "tel:+27-11-555-0100"),
        ("ftp://example.com", ""),
    ],
)
def test_addresses_are_stored_as_word_wants_them(address: str, stored: str) -> None:
    """Rule: addresses are percent-encoded; what is left over is no link."""
    assert web_address(address) == stored
