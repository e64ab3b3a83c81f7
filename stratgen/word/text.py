"""Letters into XML: every character arrives, or a visible mark stands where XML forbids it.

Characters that XML 1.0 cannot hold (most control characters, lone surrogates) become U+FFFD, so that
nothing vanishes unseen. Line feeds become line breaks and tabs become tabs.
"""

from __future__ import annotations

import re

_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'

_FORBIDDEN: dict[int, str] = dict.fromkeys([*range(0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "\ufffd")
_MARKUP = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_RUN = _FORBIDDEN | _MARKUP | {ord("\n"): _BREAK, ord("\r"): _BREAK, 0x0B: _BREAK, ord("\t"): _TAB}
_ATTRIBUTE = _FORBIDDEN | _MARKUP | {ord('"'): "&quot;", **dict.fromkeys(map(ord, "\n\r\t\v"), " ")}

_SPECIAL = re.compile("[\\x00-\\x1f&<>\ud800-\udfff\ufffe\uffff]")
"""What `escape` has to change; most text has none of it, and looking is cheaper than translating."""

_RIGHT_TO_LEFT = "\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
_RTL_STRETCH = re.compile(f"([{_RIGHT_TO_LEFT}](?:[{_RIGHT_TO_LEFT}\\s]*[{_RIGHT_TO_LEFT}])?)")


def escape(text: str) -> str:
    """Return `text` as the content of a `w:t`; it closes and opens the `w:t` around breaks and tabs."""
    if not _SPECIAL.search(text):
        return text
    return text.replace("\r\n", "\n").translate(_RUN)


def attribute(text: str) -> str:
    """Return `text` as an attribute's value or an element's content, on one line."""
    if "\r\n" in text:
        text = text.replace("\r\n", "\n")
    return text.translate(_ATTRIBUTE)


def run(text: str, properties: str = "") -> str:
    """Return the run or runs that show `text`; `properties` are the children of its `w:rPr`.

    Right-to-left stretches get runs of their own marked `w:rtl`, or Word would not shape them.
    """
    if not text.isascii() and (stretches := _RTL_STRETCH.split(text)) and len(stretches) > 1:
        return "".join(
            _one(stretch, properties + "<w:rtl/>" if odd % 2 else properties)
            for odd, stretch in enumerate(stretches)
            if stretch
        )
    return _one(text, properties)


def _one(text: str, properties: str) -> str:
    dress = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{dress}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def field(code: str, result: str, properties: str = "") -> str:
    """Return a complex field with its cached result, which readers show until Word computes it."""
    dress = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return (
        f'<w:r>{dress}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{dress}<w:instrText xml:space="preserve"> {attribute(code)} </w:instrText></w:r>'
        f'<w:r>{dress}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(result, properties)}"
        f'<w:r>{dress}<w:fldChar w:fldCharType="end"/></w:r>'
    )
