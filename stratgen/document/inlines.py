"""What a line of text is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

TextRole = Literal["open-point", "code"]
"""Why a stretch of text stands apart: a hole that somebody has to fill, or a name to type."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they are to be read, letter for letter; a line feed is a line break."""

    text: str
    role: TextRole | None = None


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words that are stressed."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that the eye should find first."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address outside the document."""

    inlines: tuple[Inline, ...]
    address: str


@dataclass(frozen=True, slots=True)
class Note:
    """A note to what stands before it; `number` counts from 1 once the document is numbered."""

    inlines: tuple[Inline, ...]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A pointer to a heading or exhibit by its key; `text` ("section 4", "Table 2") once numbered."""

    key: str
    text: str = ""


Inline = Text | Emphasis | Strong | Link | Note | Reference
Inlines = tuple[Inline, ...]


def plain(inlines: Inlines) -> str:
    """Return the words of some inlines without their dress; notes are left out."""
    pieces: list[str] = []
    for inline in inlines:
        match inline:
            case Text(text=text) | Reference(text=text):
                pieces.append(text)
            case Emphasis(inlines=inner) | Strong(inlines=inner) | Link(inlines=inner):
                pieces.append(plain(inner))
            case Note():
                pass
    return "".join(pieces)
