"""Colour arithmetic that every writer shares: contrast as WCAG 2 reckons it, and mixing. Colours are six hex digits.

It knows numbers, and neither papers nor pages.
"""

from __future__ import annotations

LEGIBLE = 4.5
"""The least contrast of text on its ground (WCAG 2, level AA)."""
VISIBLE = 3.0
"""The least contrast of a shape that carries meaning on its ground (level AA)."""


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1.0 (equal) to 21.0 (WCAG 2)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mixed(colour: str, part: float, ground: str = "FFFFFF") -> str:
    """Return `colour` thinned with `ground` so that `part` of it (0 to 1) stays, as ink on paper."""
    red, green, blue = (
        part * top + (1 - part) * below for top, below in zip(channels(colour), channels(ground), strict=True)
    )
    return digits((red, green, blue))


def channels(colour: str) -> tuple[float, float, float]:
    """Return the red, green and blue of a colour, each from 0 to 1."""
    return int(colour[:2], 16) / 255, int(colour[2:4], 16) / 255, int(colour[4:6], 16) / 255


def digits(channels: tuple[float, float, float]) -> str:
    """Return the colour of a red, green and blue, each from 0 to 1."""
    return "".join(f"{round(part * 255):02X}" for part in channels)


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
