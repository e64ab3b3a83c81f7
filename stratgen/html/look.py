"""The look of a page: colours, fonts, logo and the few words that pages bring themselves.

It comes from outside, already read; this room does not know where a house keeps its style.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

COLOURS: Mapping[str, str] = MappingProxyType(
    {
        "dk1": "1F2A30", "lt1": "FFFFFF", "dk2": "33454E", "lt2": "E8EFF1", "accent1": "0E4D5C",
        "accent2": "9A4A08", "accent3": "2C7552", "accent4": "A1362F", "accent5": "566C77",
        "accent6": "6C4E8C", "hlink": "0B6079",
    }
)  # fmt: skip
"""The names of a theme's colours, with what stands where a theme lacks one."""

FILLS: Mapping[str, str] = MappingProxyType(
    {"good": "D3EBDC", "watch": "FBE7BF", "bad": "F6D3CF", "none": "E9EDEF"}
)
"""Fills of rated cells, with what stands where nothing is said."""

_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Words:
    """The few words that pages bring themselves."""

    contents: str = "Contents"
    activity: str = "Activity"
    version: str = "Version"
    audience: str = "For"
    date: str = "Date"
    status: str = "Status"
    classification: str = "Classification"
    skip: str = "Skip to the text"
    notes: str = "Notes"
    back: str = "Back to the text"
    numbers: str = "The numbers as a table"
    open_points: str = "Open points"


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture for the head of the page, and its height there in points."""

    content: bytes
    kind: Literal["png", "jpeg", "gif"]
    height: float


@dataclass(frozen=True, slots=True)
class Look:
    """Everything about the look of a page; what is missing or no colour falls back to our own."""

    colours: Mapping[str, str] = field(default_factory=dict)
    """A theme's colours by name, six hex digits each."""
    fills: Mapping[str, str] = field(default_factory=dict)
    """The fills of `good`, `watch`, `bad` and `none`."""
    heading_font: str = "Calibri"
    body_font: str = "Calibri"
    words: Words = Words()
    logo: Logo | None = None
    lines: tuple[str, ...] = ()
    """Lines of a brand that stand at the foot of every page."""

    def colour(self, name: str) -> str:
        """Return one of the theme's colours."""
        return _colour(self.colours.get(name, ""), COLOURS[name])

    def fill(self, tone: str) -> str:
        """Return the fill of a rating."""
        return _colour(self.fills.get(tone, ""), FILLS[tone])


def _colour(text: str, fallback: str) -> str:
    return text.upper() if _COLOUR.fullmatch(text) else fallback
