"""The tree of an answer file: nodes that remember where they stand, and what a scalar means in YAML 1.2.

It does not know the models, nor how the text is parsed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Any, TypeAlias

Plain: TypeAlias = Any
"""None, bool, int, float, str, list or dict: what a YAML file says."""

Step: TypeAlias = str | int
Path: TypeAlias = tuple[Step, ...]


@dataclass(slots=True)
class Scalar:
    """One value, and the span of its text; an empty one has no length."""

    value: Plain
    start: int
    end: int
    style: str = ""


@dataclass(slots=True)
class Entry:
    """One key with its value."""

    key: str
    start: int
    end: int
    value: Node


@dataclass(slots=True)
class Mapping:
    """Keys and values, in the order of the file; of a key that stands twice, the first."""

    entries: dict[str, Entry]
    start: int
    end: int
    flow: bool


@dataclass(slots=True)
class Sequence:
    """A list."""

    items: list[Node]
    start: int
    end: int
    flow: bool


Node: TypeAlias = Scalar | Mapping | Sequence

_NULL = {"", "~", "null", "Null", "NULL"}
_TRUE = {"true", "True", "TRUE"}
_FALSE = {"false", "False", "FALSE"}
_WORDS = _NULL | _TRUE | _FALSE
_INT = re.compile(r"[-+]?[0-9]{1,30}")
_OCTAL = re.compile(r"0o[0-7]{1,20}")
_HEX = re.compile(r"0x[0-9a-fA-F]{1,20}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_INFINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


def resolved(text: str) -> Plain:
    """Return what a plain (unquoted) scalar means in YAML 1.2: null, true or false, a number, or text."""
    if text[:1].isalpha() and text not in _WORDS:
        return text
    if text in _NULL:
        return None
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    if _INT.fullmatch(text):
        return int(text)
    if _OCTAL.fullmatch(text):
        return int(text[2:], 8)
    if _HEX.fullmatch(text):
        return int(text[2:], 16)
    if _FLOAT.fullmatch(text) and len(text) <= 60:
        return float(text)
    if _INFINITE.fullmatch(text):
        return float(text.replace(".", ""))
    return text


@dataclass(slots=True)
class Lines:
    """Where each line of a text begins."""

    starts: list[int]

    @classmethod
    def of(cls, text: str) -> Lines:
        """Return the lines of a text."""
        return cls([0, *(found.end() for found in re.finditer(r"\r\n|\n|\r", text))])

    def number(self, index: int) -> int:
        """Return the number of the line that holds a character, from 1."""
        return bisect_right(self.starts, index)


def plain(node: Node) -> Plain:
    """Return a node as plain data, without its places."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key: plain(entry.value) for key, entry in node.entries.items()}
