"""One answer is set, added or taken away; the rest of the file stays letter for letter."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratgen.answers import append, loads, remove, rewrite, save
from stratgen.answers.nodes import plain
from stratgen.answers.parsing import Reader
from stratgen.engagement import Unknown
from stratgen.engagement.setup import Sector

FILE = """\
# yaml-language-server: $schema=stratgen.schema.json
# Karoo, second edition

schema_version: 1   # the layout

# --- Set-up ---
engagement:
  client:   # as registered
    legal_name: "Tidewater Books plc"   # with plc
    short_name: Tidewater
  countries: [GB, 'IE']   # two
  brand_values:
    - Curious
    # the second is the first
    - Plain   # in every sentence

    - Generous
  headcount: {unknown: not counted yet, owner: Head of People}
  brand_promise: |
    The right book.

    And a person who has read it.
  market:
  sector:   # to be asked

# Who they are
personas:
- name: Readers
  share: 40   # a guess

- name: "Givers"
  share: 60
  need: >-
    Something to give
    by Friday
channels: unknown   # audit in May
terms:
  hours: {mon-fri: "07:00-19:00", sat: '09:00-12:00'}
  go_private_when:
    - 😀 a name stands in the message
    - "an \\"order\\" has to be looked up"
"""


def tree(text: str) -> Any:
    root = Reader(text, "f").tree()
    return None if root is None else plain(root)


def changed(old: str, new: str) -> tuple[list[str], list[str]]:
    """Return the lines that were replaced, and those that replaced them."""
    one, two = old.splitlines(keepends=True), new.splitlines(keepends=True)
    while one and two and one[0] == two[0]:
        del one[0], two[0]
    while one and two and one[-1] == two[-1]:
        del one[-1], two[-1]
    return one, two


def test_a_value_is_replaced_in_its_place_and_its_comment_stays() -> None:
    """Only the line of the answer changes, and only the answer in it."""
    new = rewrite(FILE, ("engagement", "client", "legal_name"), "Tidewater Books Limited")
    assert changed(FILE, new) == (
        ['    legal_name: "Tidewater Books plc"   # with plc\n'],
        ["    legal_name: Tidewater Books Limited   # with plc\n"],
    )


def test_a_new_key_comes_where_its_question_comes() -> None:
    """`classification` is asked before `countries` and after the client."""
    new = rewrite(FILE, ("engagement", "classification"), "internal")
    assert "    short_name: Tidewater\n  classification: internal\n  countries:" in new
    assert changed(FILE, new)[0] == []


def test_a_new_section_is_made_with_the_groups_around_it() -> None:
    """A path that leads through nothing makes the groups on its way."""
    new = rewrite(FILE, ("voice", "dimensions", "formal_to_casual"), 3)
    assert "channels: unknown   # audit in May\nvoice:\n  dimensions:\n    formal_to_casual: 3\nterms:" in new


def test_an_answer_of_several_lines_stands_in_a_block() -> None:
    """A text with paragraphs is written as people write it, and the comment beside the key stays."""
    new = rewrite(FILE, ("engagement", "sector"), "one\n\ntwo")
    assert "  sector: |-   # to be asked\n    one\n\n    two\n" in new


def test_a_long_sentence_is_folded() -> None:
    """A sentence that is wider than the page runs over several lines, and reads back as one."""
    sentence = "Customers ask us for help in public and leave without an answer; " * 3
    new = rewrite(FILE, ("engagement", "market"), sentence.strip())
    assert "  market: >-\n    Customers" in new
    assert max(len(line) for line in new.splitlines()) <= 102


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("NO", "NO"),
        ("1.0", '"1.0"'),
        ("true", '"true"'),
        ("yes", "yes"),
        ("2027-01-31", "2027-01-31"),
        ("null", '"null"'),
        ("@karoobank", '"@karoobank"'),
        ("Fees: none", '"Fees: none"'),
        ('say "yes"', 'say "yes"'),
        ('"yes": said', "'\"yes\": said'"),
        ("# 1", '"# 1"'),
        ("", '""'),
        (1.5, "1.5"),
        (True, "true"),
        (None, "null"),
        (["ZA", "NA"], "[ZA, NA]"),
        ([], "[]"),
        (date(2027, 1, 31), "2027-01-31"),
        (Sector.BANKING, "banking"),
        (Unknown(), "unknown"),
        (
            Unknown(reason="not measured", owner="Head of Insight", due=date(2027, 1, 31)),
            "{unknown: not measured, owner: Head of Insight, due: 2027-01-31}",
        ),
    ],
)
def test_values_are_written_as_a_careful_hand_would(value: object, written: str) -> None:
    """Plain where that is safe, in quotes where YAML would read something else."""
    new = rewrite(FILE, ("engagement", "market"), value)
    assert f"  market: {written}\n" in new


def test_a_record_is_appended_with_its_dash_where_the_others_stand() -> None:
    """A new record follows the last one, in its column, with the blank line that parts the others."""
    new = append(FILE, ("personas",), {"name": "Lenders", "share": 0})
    assert "    by Friday\n\n- name: Lenders\n  share: 0\nchannels:" in new


def test_the_first_record_replaces_the_unknown() -> None:
    """Where a list was unknown, its first record makes it known."""
    new = append(FILE, ("channels",), {"channel": "facebook"})
    assert "channels:   # audit in May\n  - channel: facebook\nterms:" in new


def test_an_item_goes_with_its_line() -> None:
    """The item goes; the comments around it stay."""
    new = remove(FILE, ("engagement", "brand_values", 1))
    assert "    - Curious\n    # the second is the first\n\n    - Generous\n" in new
    assert tree(remove(FILE, ("personas", 0)))["personas"][0]["name"] == "Givers"
    assert tree(remove(FILE, ("engagement", "client", "legal_name")))["engagement"]["client"] == {
        "short_name": "Tidewater"
    }


def test_what_is_not_there_cannot_be_removed() -> None:
    """A path that leads nowhere is an error of the caller."""
    with pytest.raises(ValueError, match="nothing at"):
        remove(FILE, ("engagement", "nothing"))
    with pytest.raises(ValueError, match="no item"):
        rewrite(FILE, ("personas", 7), {})


def test_an_empty_file_takes_its_first_answer() -> None:
    """A file that holds nothing but a comment can be begun."""
    assert rewrite("", ("schema_version",), 1) == "schema_version: 1\n"
    assert rewrite("# mine\n", ("engagement", "locale"), "en-ZA") == "# mine\nengagement:\n  locale: en-ZA\n"


def test_windows_line_breaks_and_the_byte_order_mark_stay() -> None:
    """Every line break of the file is of one kind after a change as before."""
    windows = "\ufeff" + FILE.replace("\n", "\r\n")
    new = rewrite(windows, ("engagement", "brand_promise"), "one\ntwo")
    assert new.startswith("\ufeff")
    assert new.count("\n") == new.count("\r\n")
    assert tree(new.removeprefix("\ufeff"))["engagement"]["brand_promise"] == "one\ntwo"


def paths(here: Any, way: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return every path of a tree."""
    parts = here.items() if isinstance(here, dict) else enumerate(here) if isinstance(here, list) else ()
    return [each for step, part in parts for each in ((*way, step), *paths(part, (*way, step)))]


EVERY = paths(tree(FILE))

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    ["NO", "a: b", "- x", " lead", "trail ", "a\n\nb\n", "two\n lines", "# c", "it's", 'a "b" \\ c', "x" * 150,
     "word " * 40 + "end", "1e3", "0x1F", "~", "\u2028", "\x85", "a\tb", "---", "...", "😀", "[x", "*a", "&a", "!t"]
)  # fmt: skip
leaves = st.none() | st.booleans() | st.integers(-(10**12), 10**12) | st.floats(allow_nan=False) | texts
keys = st.sampled_from(["name", "share", "locale", "ask", "mon-fri", "a b", "true", "1", "x: y", "ключ"])
values = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3), max_leaves=6
)
places = st.sampled_from(EVERY) | st.builds(
    lambda path, key: (*path, key), st.sampled_from([(), *EVERY]), keys
)


def put(here: Any, path: tuple[str | int, ...], value: Any) -> Any:
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        items = here if isinstance(here, list) else [None]  # a text has letters, and no items
        return [*items[:step], put(items[step], rest, value), *items[step + 1 :]]
    group = dict(here) if isinstance(here, dict) and ("unknown" not in here or step in here) else {}
    return {**group, step: put(group.get(step), rest, value)}


@given(places, values, st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=150, deadline=None)
def test_any_answer_can_be_set_anywhere(path: tuple[str | int, ...], value: Any, newline: str) -> None:
    """After a change the file says what it should, and no line changed that is not the answer's own."""
    text = FILE.replace("\n", newline)
    new = rewrite(text, path, value)
    assert repr(tree(new)) == repr(reordered(put(tree(text), path, value), tree(new)))
    source = loads(text, "f").source
    known = next(path[:n] for n in range(len(path), -1, -1) if not path[:n] or path[:n] in EVERY)
    replaced, _ = changed(text, new)
    assert len(replaced) <= span(source, known), replaced


def span(source: Any, path: tuple[str | int, ...]) -> int:
    """Return how many lines an answer has in the file."""
    from stratgen.answers.source import descend

    if not path:
        return 1
    last = descend(source.root, path)[-1]
    node = getattr(last, "value", last)
    end = getattr(node, "end", last.end)
    return int(source.lines.number(max(end, last.end)) - source.lines.number(last.start) + 1)


def reordered(wanted: Any, like: Any) -> Any:
    """Return a tree with its keys in the order of another: a new key has its own place."""
    if isinstance(wanted, dict) and isinstance(like, dict):
        assert wanted.keys() == like.keys()
        return {key: reordered(wanted[key], like[key]) for key in like}
    if isinstance(wanted, list) and isinstance(like, list) and len(wanted) == len(like):
        return [reordered(one, two) for one, two in zip(wanted, like, strict=True)]
    return wanted


@given(st.sampled_from(EVERY), st.sampled_from(["\n", "\r\n"]))
@settings(deadline=None)
def test_anything_can_be_removed(path: tuple[str | int, ...], newline: str) -> None:
    """After a removal the file says the same without that answer."""
    text = FILE.replace("\n", newline)
    wanted = deepcopy(tree(text))
    here = wanted
    for step in path[:-1]:
        here = here[step]
    del here[path[-1]]
    assert tree(remove(text, path)) == wanted


@given(st.lists(st.tuples(places, values), max_size=5))
@settings(max_examples=50, deadline=None)
def test_changes_can_follow_each_other(changes: list[tuple[tuple[str | int, ...], Any]]) -> None:
    """A file that was rewritten can be rewritten again; what it says follows every change."""
    text, wanted = FILE, tree(FILE)
    for path, value in changes:
        try:
            expected = put(wanted, path, value)
            text = rewrite(text, path, value)
        except (ValueError, TypeError, IndexError, KeyError):
            continue
        wanted = expected
        assert repr(tree(text)) == repr(reordered(wanted, tree(text)))


def test_saving_keeps_the_version_before(tmp_path: Path) -> None:
    """The file is whole at every moment, and the version before it lies beside it."""
    path = tmp_path / "acme.yaml"
    save(path, "a: 1\n")
    assert sorted(tmp_path.iterdir()) == [path]
    save(path, "a: 2\r\n")
    assert path.read_bytes() == b"a: 2\r\n"
    assert (tmp_path / "acme.yaml.bak").read_text() == "a: 1\n"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["acme.yaml", "acme.yaml.bak"]
