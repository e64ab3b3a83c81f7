"""Whatever a client writes reaches Word as text, or gets a clear fault; nothing else moves."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stratgen import word
from stratgen.document import Document
from stratgen.engagement.answer import Choice
from stratgen.pack import check, compose
from stratgen.places import bundled
from tests.builders import answers

HOSTILE = [
    "A*B & <Sons> | Co_ltd #1",
    "{{ 7*7 }} {% raw %} {# no #}",
    "1. Fix [now](http://x) `code` **bold** __dunder__",
    "::: decision [x]: {pagebreak} {#key .plain} | a | b |",
    "👩🏽‍🚀 مرحبا بالعالم 你好，世界 שלום",
    "\\ & &amp; ]]> <!-- --> &#x41; %s %(x)s $x ^[note] ~~~",
    "\ue0000\ue001 \ue002 token thieves",
]

Path_ = tuple[str | int, ...]


def leaves(node: Any, path: Path_ = ()) -> Iterator[tuple[Path_, str]]:
    """Yield every text answer that is free text: long enough to be a sentence, and no choice."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from leaves(value, (*path, key))
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from leaves(value, (*path, number))
    elif isinstance(node, str) and not isinstance(node, Choice) and len(node) >= 12 and " " in node:
        yield path, node


def planted(text: str) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the specimen with `text` and a mark of its own in every free text, and what was put where."""
    tree = answers()
    put: dict[str, str] = {}
    for number, (path, _) in enumerate(list(leaves(tree))):
        *way, last = path
        node: Any = tree
        for step in way:
            node = node[step]
        before = node[last]
        node[last] = f"{_opening(before)}q{number}z {text}"
        put[f"q{number}z"] = node[last]
    return tree, put


def _opening(before: str) -> str:
    """Keep the verb that a resolution has to begin with."""
    verb = re.match(r"(?i)(approve|endorse|authorise|note|delegate)\b", before)
    return f"{verb[0]} " if verb else ""


def drafted(tree: dict[str, Any], folder: Path) -> tuple[dict[str, Document], set[str]]:
    """Return the documents of a tree, and the marks of the answers that were refused with a fault."""
    file = folder / "client.yaml"
    file.write_text(json.dumps(tree, ensure_ascii=False), "utf-8")
    checked = check(file)
    refused = {mark for mark in re.findall(r"q\d+z", file.read_text("utf-8"))
               if mark not in checked.loaded.engagement.model_dump_json()}  # fmt: skip
    assert not refused or checked.errors
    return compose(checked, bundled("templates")), refused


def words_of(docx: bytes) -> str:
    """Return the words of a Word file, paragraph by paragraph, as they stand in its XML."""
    from lxml import etree

    with zipfile.ZipFile(BytesIO(docx)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return "\n".join(
        "".join(node.text or "" for node in paragraph.iter(f"{name}t")) for paragraph in root.iter(f"{name}p")
    )


def shape(document: Document) -> list[str]:
    return [type(block).__name__ for block in document.blocks]


@cache
def plain(length: int) -> dict[str, Document]:
    """Return the specimen with harmless words of that length in the same places: long answers are laid out otherwise."""
    words = ("harmless words " * length)[: length - 1] + "s"
    with TemporaryDirectory() as folder:
        return drafted(planted(words)[0], Path(folder))[0]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_reaches_word_letter_for_letter(text: str, tmp_path: Path) -> None:
    """Where harmless words print, hostile words print too, each letter of them; the blocks stay the same."""
    tree, put = planted(text)
    documents, refused = drafted(tree, tmp_path)
    harmless_documents = plain(len(text))
    style = word.house_style(bundled("templates") / "house-style")
    for name, document in documents.items():
        assert shape(document) == shape(harmless_documents[name]), name
        harmless = words_of(word.write(harmless_documents[name], style))
        docx = word.write(document, style)
        assert word.lint(docx, left_overs=False) == [], name
        hostile = words_of(docx)
        for mark in set(re.findall(r"q\d+z", harmless)) - refused:
            tail = put[mark].partition(mark)[2]
            assert re.search(rf"{mark}(?={re.escape(tail)})", hostile), f"{name}: {put[mark]}"


@pytest.mark.parametrize("text", ["bell\x07 and null\x00", "escape\x1b[31m red", "next\x85 line\u2028 end"])
def test_control_characters_get_a_fault_or_a_mark(text: str, tmp_path: Path) -> None:
    """What XML cannot hold never makes a broken file: the answer is refused, or the character is shown."""
    tree = answers(purpose__reason="Customers ask us for help and leave without an answer. " + text)
    documents, _ = drafted(tree, tmp_path)
    style = word.house_style(bundled("templates") / "house-style")
    for document in documents.values():
        assert word.lint(word.write(document, style), left_overs=False) == []


def test_ten_thousand_characters_are_text_or_a_clear_fault(tmp_path: Path) -> None:
    """An answer over its limit is one fault that says the limit; nothing breaks."""
    file = tmp_path / "client.yaml"
    file.write_text(json.dumps(answers(purpose__reason="customer " * 1200)), "utf-8")
    checked = check(file)
    assert any("600" in fault.what + fault.mend for fault in checked.errors)
    assert compose(checked, bundled("templates"))


@pytest.mark.fuzz
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_at_all_makes_a_sound_file(text: str, tmp_path: Path) -> None:
    """Whatever the characters, each document is drafted, written and passes the lint."""
    documents, _ = drafted(planted(text)[0], tmp_path)
    style = word.house_style(bundled("templates") / "house-style")
    for document in documents.values():
        assert word.lint(word.write(document, style), left_overs=False) == []
