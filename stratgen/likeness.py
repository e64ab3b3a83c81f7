"""The look of web pages, taken from the house style that Word documents are written in.

It knows both rooms and chooses nothing itself: a brand is read once, and its pages look like its papers.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from stratgen.word import HouseStyle

if TYPE_CHECKING:
    from stratgen.html import Look

_POINT = 12700
"""Word's unit of length (EMU) in a point."""


def look_of(style: HouseStyle) -> Look:
    """Return the look of pages for a house style: its colours, fonts, rated fills, words and logo."""
    from stratgen.html import Logo, Look, Words

    own = {field.name for field in fields(Words)}
    picture = style.header_picture
    return Look(
        colours=dict(style.colours),
        fills={tone: fill.colour for tone, fill in style.fills.items() if tone in ("good", "watch", "bad", "none")},
        heading_font=style.font("majorFont"),
        body_font=style.font("minorFont"),
        words=Words(**{key: word for key, word in style.words.items() if key in own}),
        logo=Logo(picture.content, picture.extension, picture.height / _POINT) if picture else None,
        lines=tuple(line.text for line in (*style.header_lines, *style.footer_lines)),
    )  # fmt: skip
