"""What a Word file says, as values: its passages, where two of them differ, and what its properties tell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

DEEPEST_PASSAGE = 2
"""The deepest level of heading that opens a passage of its own."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A section of a Word file: the words of its heading, and each paragraph below it on one line."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """What a Word file says, and what its properties say of where it comes from."""

    properties: Mapping[str, str]
    passages: tuple[Passage, ...]


def words_apart(old: Iterable[str], new: Iterable[str], most: int = 12) -> tuple[str, str]:
    """Return the first words that differ between two passages, with a word or two before them."""
    before, after = [*old], [*new]
    pairs = ((a, b) for a, b in zip(before, after, strict=False) if a != b)
    one, other = next(pairs, ("", ""))
    if not one and not other:
        shorter = min(len(before), len(after))
        one, other = " ".join(before[shorter : shorter + 1]), " ".join(after[shorter : shorter + 1])
    first, second = one.split(), other.split()
    same = next(
        (n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b),
        min(len(first), len(second)),
    )
    start = max(0, same - 2)
    return _cut(first[start:], most), _cut(second[start:], most)


def _cut(words: list[str], most: int) -> str:
    return " ".join(words[:most]) + (" …" if len(words) > most else "")
