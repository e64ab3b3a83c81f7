"""Words of ours that change for a client, in a drafted tree; the client's own words stay letter for letter.

What changes, and how, is for those who give a `Reword`: the spelling of a country, the name of the customers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from stratgen.document import Document

Reword = Callable[[str], str]

_NOT_WORDS = frozenset({
    "address", "align", "attachment", "classification", "client", "author", "created", "dated", "key", "kind", "language",
    "number", "paper", "properties", "role", "sides", "status", "tone", "value", "version",
})  # fmt: skip
"""Fields of the tree that hold no words of ours: keys, kinds, and what the answers say of the document."""


def reworded(document: Document, reword: Reword) -> Document:
    """Return a document with every word of ours as `reword` has it."""
    made: Document = _walked(document, reword)
    return made


def guarded(reword: Reword, own_words: Iterable[str], names: Iterable[str] = ()) -> Reword:
    """Return `reword`, kept off the lines of `own_words` and off `names`, wherever they stand in a text."""
    lines = {" ".join(line.split()).rstrip(".!?…") for text in own_words for line in text.split("\n")}
    lines.update(names)
    kept = sorted((line for line in lines if reword(line) != line), key=lambda each: (-len(each), each))
    if not kept:
        return reword
    # A line may stand with its first letter small, or with other white space than it was typed with.
    patterns = (r"\s+".join(map(re.escape, line.split())) for line in kept)
    guard = re.compile(rf"(?<!\w)({'|'.join(patterns)})(?!\w)", re.IGNORECASE)

    def careful(text: str) -> str:
        if reword(text) == text:
            return text
        parts = guard.split(text)
        return "".join(part if number % 2 else reword(part) for number, part in enumerate(parts))

    return careful


def cased(made: str, word: str) -> str:
    """Return `made`, in small letters, with the capitals of the word that it replaces."""
    if word.isupper() and len(word) > 1:
        return made.upper()
    return made[0].upper() + made[1:] if word[0].isupper() else made


def _walked(value: Any, reword: Reword) -> Any:
    """Return a value of the tree with its words changed; what does not change stays the same object."""
    if type(value) is str:
        return reword(value)
    if type(value) is tuple:
        parts = tuple(_walked(part, reword) for part in value)
        return parts if any(new is not old for new, old in zip(parts, value, strict=True)) else value
    if is_dataclass(value) and not isinstance(value, type) and getattr(value, "role", None) != "code":
        changed = {
            each.name: new
            for each in fields(value)
            if each.name not in _NOT_WORDS
            and (new := _walked(old := getattr(value, each.name), reword)) is not old
        }
        return replace(value, **changed) if changed else value
    return value
