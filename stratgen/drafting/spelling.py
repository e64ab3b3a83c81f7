"""American spelling: the words of templates and labels as a reader in the United States expects them.

They are written in British English, and change here, word by word, in a drafted tree. The client's own words
are given as they were answered: wherever one of their lines stands, letter for letter, it is left alone.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from stratgen.document import Document

Respell = Callable[[str], str]

AMERICAN = "en-US"
"""The one language tag whose spelling departs from the templates' own."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NOT_WORDS = frozenset({
    "address", "align", "attachment", "classification", "client", "author", "created", "dated", "key", "kind", "language",
    "number", "paper", "properties", "role", "sides", "status", "tone", "value", "version",
})  # fmt: skip
"""Fields of the tree that hold no words of ours: keys, kinds, and what the answers say of the document."""


def spelled(document: Document, own_words: Iterable[str] = ()) -> Document:
    """Return a document in the spelling of its language; `own_words` are lines that stay as they are."""
    if document.language != AMERICAN:
        return document
    made: Document = _walked(document, americanizer(own_words))
    return made


def americanizer(own_words: Iterable[str] = ()) -> Respell:
    """Return what turns British words into American ones, save in names and in the lines given."""
    lines = {" ".join(line.split()).rstrip(".!?…") for text in own_words for line in text.split("\n")}
    kept = sorted(
        (line for line in lines | _table().names if _changes(line)), key=lambda each: (-len(each), each)
    )
    if not kept:
        return _american
    # A line may stand with its first letter small, or with other white space than it was typed with.
    patterns = (r"\s+".join(map(re.escape, line.split())) for line in kept)
    guard = re.compile(rf"(?<!\w)({'|'.join(patterns)})(?!\w)", re.IGNORECASE)

    def respell(text: str) -> str:
        if not _changes(text):
            return text
        parts = guard.split(text)
        return "".join(part if number % 2 else _american(part) for number, part in enumerate(parts))

    return respell


def british_words(text: str) -> tuple[str, ...]:
    """Return the words of some text that are spelled the British way only, names left out."""
    for name in sorted(_table().names, key=lambda each: (-len(each), each)):
        text = text.replace(name, " ")
    return tuple(word for word in _WORD.findall(text) if _american(word) != word)


def american_words(text: str) -> tuple[str, ...]:
    """Return the words of some text that are spelled the American way only."""
    return tuple(word for word in _WORD.findall(text) if _is_american(word.lower()))


class _Table:
    def __init__(self, plain: dict[str, Any]) -> None:
        self.names: set[str] = set(plain["names"])
        self.words: dict[str, str] = plain["words"]
        self.stems: dict[str, str] = plain["stems"]
        self.alike = frozenset(plain["alike"]["words"])
        self.only_american = frozenset(self.words.values()) - frozenset(plain["alike"]["also_british"])
        self.stem = re.compile("|".join(sorted(self.stems, key=len, reverse=True)))
        self.american_stem = re.compile("|".join(sorted(self.stems.values(), key=len, reverse=True)))


@cache
def _table() -> _Table:
    text = (files("stratgen.drafting") / "american.toml").read_text("utf-8")
    return _Table(tomllib.loads(text))


@cache
def _american_of(word: str) -> str:
    """Return a word of small letters as it is spelled in America."""
    table = _table()
    if word in table.alike:
        return word
    if word in table.words:
        return table.words[word]
    if found := table.stem.match(word):
        return table.stems[found[0]] + word[found.end() :]
    return "-".join(map(_american_of, word.split("-"))) if "-" in word else word


def _is_american(word: str) -> bool:
    table = _table()
    return bool(table.american_stem.match(word)) or word in table.only_american


def _american(text: str) -> str:
    return _WORD.sub(lambda found: _cased(found[0]), text)


def _cased(word: str) -> str:
    made = _american_of(word.lower())
    if made == word.lower():
        return word
    if word.isupper() and len(word) > 1:
        return made.upper()
    return made[0].upper() + made[1:] if word[0].isupper() else made


def _changes(text: str) -> bool:
    return _american(text) != text


def _walked(value: Any, respell: Respell) -> Any:
    """Return a value of the tree with its words respelled; what does not change stays the same object."""
    if type(value) is str:
        return respell(value)
    if type(value) is tuple:
        parts = tuple(_walked(part, respell) for part in value)
        return parts if any(new is not old for new, old in zip(parts, value, strict=True)) else value
    if is_dataclass(value) and not isinstance(value, type) and getattr(value, "role", None) != "code":
        changed = {
            each.name: new
            for each in fields(value)
            if each.name not in _NOT_WORDS
            and (new := _walked(old := getattr(value, each.name), respell)) is not old
        }
        return replace(value, **changed) if changed else value
    return value
