"""Letters into Markdown: whatever is written reads as it was meant, and none of it becomes notation.

Characters that a file cannot hold (most control characters, lone surrogates) become U+FFFD.
"""

from __future__ import annotations

import re

_FORBIDDEN: dict[int, str] = dict.fromkeys(
    [*range(9), *range(0x0B, 0x20), 0x7F, *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "\ufffd"
)
_NOTATION = re.compile(r"[\\`*_\[\]<|~$]|&(?=#?[0-9A-Za-z]+;)|!\Z")
_COUNTED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_MARKED = re.compile(r"#{1,6}(?=\s|$)|[-+](?=\s|$|-)|=+\s*$|>|:-|-{2,}\s*$")


def escape(text: str) -> str:
    """Return `text` with every character that could be notation within a line marked as a letter.

    Line feeds stay; the caller says what they become.
    """
    lines = (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\v", "\n")
        .replace("\t", " ")
        .translate(_FORBIDDEN)
    )
    return _NOTATION.sub(lambda found: "\\" + found[0], lines)


def line(text: str) -> str:
    """Return one line of a paragraph so that it cannot begin a heading, list, rule, quote or table."""
    text = text.strip(" ")
    if counted := _COUNTED.match(text):
        return f"{counted[1]}\\{text[counted.end(1) :]}"
    return "\\" + text if _MARKED.match(text) else text
