"""How hard a text is to read: the Flesch-Kincaid grade, with syllables counted by rule.

Grade = 0.39 * words per sentence + 11.8 * syllables per word - 15.59 (Kincaid and others, 1975). Grade 10 is what
pupils of fifteen or sixteen read. A semicolon ends a sentence here, since the reader takes breath at it.
Syllables are groups of vowels, without a silent e; that is within about one in twenty words of a dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]e|[^aeiouydt]ed|[^aeiouyscxz]es|[^aeiouysxz]les)$")
_TWO = re.compile(r"i[ao](?!u)|eo(?![pu])|ua|uou|ying|uie|(?<=[aeiou][a-z])ea$|^crea")
_ONE = re.compile(r"[cgst]i[aou]|qua|gua")


def words(text: str) -> list[str]:
    """Return the words of a text; numbers and signs are none."""
    return _WORD.findall(text)


def breaths(text: str) -> list[str]:
    """Return the stretches of a sentence between semicolons."""
    return [part for part in text.split(";") if part.strip()]


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """Return about how many syllables a word has, at least one."""
    small = word.lower().replace("’", "").replace("'", "")
    parts = [part for part in small.split("-") if part]
    if len(parts) > 1:
        return sum(syllables(part) for part in parts)
    if len(small) <= 3:
        return 1
    count = len(_VOWELS.findall(small))
    if _SILENT.search(small):
        count -= 1
    count += len(_TWO.findall(small)) - len(_ONE.findall(small))
    return max(count, 1)


def grade(sentences: Sequence[str]) -> float:
    """Return the Flesch-Kincaid grade of some sentences; 0 where they hold no word."""
    counted = [found for text in sentences for part in breaths(text) if (found := words(part))]
    total = sum(len(each) for each in counted)
    if not total:
        return 0.0
    spoken = sum(syllables(word) for each in counted for word in each)
    return 0.39 * total / len(counted) + 11.8 * spoken / total - 15.59
