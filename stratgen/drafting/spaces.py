"""Spaces that do not break, within a number and before its unit; and one apostrophe for all pages.

"2 100 answers" may not part at the end of a line, and "the desk's" reads alike whoever typed it. It changes spaces and
apostrophes only, in a drafted tree; words stay as they are.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

from stratgen.document import Document, Text

NO_BREAK = "\N{NO-BREAK SPACE}"
APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'")
_WITHIN = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_OPENED = re.compile(r"(?<!\w)'(?=\w)")
"""An apostrophe after a letter; one between two letters; and a quotation that opens."""
_UNITS = (
    "%|h|min|minutes?|hours?|days?|weeks?|months?|years?|points?|percent|per cent|million|thousand|billion|a\\.m\\.|p\\.m\\."
    "|km|characters|people|posts|messages|answers|answered"
)
_PLACES = re.compile(
    # The groups of a number: one to three figures, then three, and no fourth.
    r"(?<=\d) (?=\d{3}(?!\d))(?<!\d{4} )"
    rf"|(?<=\d) (?=(?:{_UNITS})(?!\w))"
)


def held(text: str) -> str:
    """Return some text whose numbers hold together, and hold on to their units."""
    return _PLACES.sub(NO_BREAK, text) if " " in text else text


def curled(text: str) -> str:
    """Return some text with typographic apostrophes; a word in single quotes, and feet and minutes, stay as they are."""
    if "'" not in text:
        return text
    return (_WITHIN if _OPENED.search(text) else _APOSTROPHE).sub(APOSTROPHE, text)


def kept_together(document: Document) -> Document:
    """Return a document in which no line breaks within a number, or between a number and its unit.

    Captions and the names of columns, by which others find an exhibit, stay as they are.
    """
    made: Document = _walked(document)
    return made


def _walked(value: Any) -> Any:
    """Return a value of the tree with its text held together; what does not change stays the same object."""
    if type(value) is Text:
        text = value.text if value.role == "code" else curled(held(value.text))
        return value if text == value.text else replace(value, text=text)
    if type(value) is tuple:
        parts = tuple(map(_walked, value))
        return parts if any(new is not old for new, old in zip(parts, value, strict=True)) else value
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            each.name: new
            for each in fields(value)
            if type(old := getattr(value, each.name)) is not str and (new := _walked(old)) is not old
        }
        return replace(value, **changed) if changed else value
    return value
