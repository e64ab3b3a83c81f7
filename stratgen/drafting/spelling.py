"""American spelling: the words of templates and labels as a reader in the United States expects them.

They are written in British English, and change here, word by word, in a drafted tree. The client's own words
are given as they were answered: wherever one of their lines stands, letter for letter, it is left alone.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from stratgen.document import Document
from stratgen.drafting.rewording import Reword, cased, guarded, reworded

AMERICAN = "en-US"
"""The one language tag whose spelling departs from the templates' own."""

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DAY = re.compile(
    r"\b(\d{1,2})([ \u00a0])(January|February|March|April|May|June|July|August|September|October|November|December)"
    r"\2(\d{4})\b"
)
"""A day as our templates write it; days of the answers are written in the client's English from the start."""


def spelled(document: Document, own_words: Iterable[str] = ()) -> Document:
    """Return a document in the spelling of its language; `own_words` are lines that stay as they are."""
    if document.language != AMERICAN:
        return document
    return reworded(document, _of_a_client(frozenset(own_words)))


@lru_cache(maxsize=1)
def _of_a_client(own_words: frozenset[str]) -> Reword:
    """Return what respells the documents of one client, made once for all of them."""
    return americanizer(own_words)


def americanizer(own_words: Iterable[str] = ()) -> Reword:
    """Return what turns British words into American ones, save in names and in the lines given."""
    return guarded(_american, own_words, _table().names)


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
    text = _DAY.sub(r"\3\2\1,\2\4", text)
    return _WORD.sub(lambda found: _cased(found[0]), text)


def _cased(word: str) -> str:
    made = _american_of(word.lower())
    return word if made == word.lower() else cased(made, word)
