"""Letters into HTML: escaped once, here and nowhere else.

Characters that a page cannot hold (most control characters, lone surrogates) become U+FFFD, so that
nothing vanishes unseen. Line feeds become line breaks.
"""

from __future__ import annotations

import re

_FORBIDDEN: dict[int, str] = dict.fromkeys(
    [*range(0x20), 0x7F, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "\ufffd"
)
_MARKUP = {ord(letter): f"&{name};" for letter, name in
           (("&", "amp"), ("<", "lt"), (">", "gt"), ('"', "quot"), ("'", "#39"))}  # fmt: skip
_TEXT = _FORBIDDEN | _MARKUP | dict.fromkeys(map(ord, "\n\r\v"), "<br>") | {9: '<span class="tab">\t</span>'}
_ATTRIBUTE = _FORBIDDEN | _MARKUP | dict.fromkeys(map(ord, "\n\r\t\v"), " ")
_SPECIAL = re.compile("[\\x00-\\x1f\\x7f&<>\"'\ud800-\udfff\ufffe\uffff]")
"""What has to change; most text has none of it, and looking is cheaper than translating."""


def escape(text: str) -> str:
    """Return `text` as the content of an element."""
    if not _SPECIAL.search(text):
        return text
    return text.replace("\r\n", "\n").translate(_TEXT)


def attribute(text: str) -> str:
    """Return `text` as the value of a quoted attribute, or as content on one line without elements."""
    if not _SPECIAL.search(text):
        return text
    return text.replace("\r\n", "\n").translate(_ATTRIBUTE)
