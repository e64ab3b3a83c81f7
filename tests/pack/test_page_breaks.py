"""Where page breaks go: what moves between layouts stands still afterwards, at the least white."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stratgen.page_breaks import Stretches

NAMES = ("a", "b", "c", "d", "e")


def broken(
    *layouts: list[float], breaks: frozenset[str] = frozenset(), starts: str = "ad", glued: str = ""
) -> set[str]:
    """Return the breaks of five marks after layouts; the first and the fourth start a page by themselves."""
    places = [dict(zip(NAMES, each, strict=True)) for each in layouts]
    return set(Stretches(NAMES, starts, glued).mended(breaks, places))


def test_what_moves_over_the_edge_first_takes_the_break() -> None:
    """At the foot of a page in one layout, at the head of the next in the other: it stands at the head in both."""
    assert broken([1.0, 1.97, 2.5, 3, 3.2], [1.0, 2.0, 2.6, 3, 3.2]) == {"b"}


def test_two_stretches_are_mended_at_once() -> None:
    """A page that begins by itself shields what follows it."""
    assert broken([1.0, 1.3, 1.97, 3, 3.99], [1.0, 1.3, 2.0, 3, 4.0]) == {"c", "e"}


def test_what_spills_over_a_page_is_not_parted_from_its_spill() -> None:
    """A break before the mover would leave a page with two lines on it; the mark before it has room for both."""
    assert broken([1.0, 1.85, 1.98, 3, 3.2], [1.0, 1.9, 2.1, 3, 3.2]) == {"b"}


def test_of_two_marks_that_would_do_the_lower_one_takes_the_break() -> None:
    """The white at the foot of a page is what a break costs."""
    assert broken([1.0, 1.3, 1.9, 1.99, 2.9], [1.0, 1.3, 1.95, 2.1, 3.0], starts="a") == {"c"}


def test_a_break_that_would_move_the_mover_to_another_edge_is_passed_over() -> None:
    """Counted from the break, the mover has to lie clear of the end of a page in each layout."""
    assert broken([1.0, 1.4, 1.9, 2.91, 3.5], [1.0, 1.4, 1.9, 3.1, 3.6], starts="a") == {"b"}


def test_a_stretch_that_runs_over_is_broken_before_its_last_mark() -> None:
    """Where only the length of a stretch changes, its end is made to stand on a page of its own."""
    assert broken([1, 1, 1, 2, 2], [1, 1, 1, 3, 3]) == {"c"}


def test_what_stands_under_a_heading_takes_it_along() -> None:
    """No break parts a heading from what it heads."""
    assert broken([1.0, 1.5, 1.55, 2, 2], [1.0, 1.5, 1.55, 3, 3], glued="c") == {"b"}


def test_a_new_break_takes_back_those_behind_it() -> None:
    """They were chosen for pages that now begin elsewhere, up to one that begins by itself."""
    kept = broken([1.0, 1.97, 3.0, 4, 5.0], [1.0, 2.0, 3.0, 4, 5.0], breaks=frozenset("ce"))
    assert kept == {"b", "e"}


PAGES = st.lists(st.floats(1, 6, exclude_max=True), min_size=5, max_size=5).map(sorted)


@given(PAGES, PAGES)
def test_breaks_are_marks_and_never_where_a_page_begins_anyway(
    tight: list[float], loose: list[float]
) -> None:
    """Whatever two layouts say, the answer is one that can be set; where nothing moves there is none."""
    found = broken(tight, loose)
    assert found <= {"b", "c", "e"}
    assert broken(tight, tight) == set()
