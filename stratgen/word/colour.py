"""Colour arithmetic as Word does it: theme tints and shades, and the contrast of text on a fill."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls

LEGIBLE = 4.5
"""The least contrast of text on its ground (WCAG 2, level AA)."""


def tint(colour: str, part: int) -> str:
    """Return `colour` (six hex digits) lightened so that `part` 255ths of its darkness stay.

    This is what Word makes of `w:themeTint` (ISO/IEC 29500-1, 17.18.97).
    """
    hue, light, saturation = rgb_to_hls(*_parts(colour))
    keep = part / 255
    return _hex(hls_to_rgb(hue, light * keep + 1 - keep, saturation))


def shade(colour: str, part: int) -> str:
    """Return `colour` darkened to `part` 255ths of its lightness, as `w:themeShade` does."""
    hue, light, saturation = rgb_to_hls(*_parts(colour))
    return _hex(hls_to_rgb(hue, light * part / 255, saturation))


def mixed(colour: str, part: float) -> str:
    """Return `colour` thinned with white so that `part` of it (0 to 1) stays, as ink on paper."""
    red, green, blue = (1 - part + part * channel for channel in _parts(colour))
    return _hex((red, green, blue))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1.0 (equal) to 21.0 (WCAG 2)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def darkened(colour: str, ground: str = "FFFFFF", least: float = LEGIBLE) -> str:
    """Return `colour`, darkened in steps until its contrast with `ground` is `least`."""
    for part in range(255, 0, -15):
        candidate = shade(colour, part)
        if contrast(candidate, ground) >= least:
            return candidate
    return "000000"


def legible(colour: str, *grounds: str) -> str:
    """Return the shade of `colour` that is nearest to it and can be read on every ground.

    On dark grounds it grows lighter. Where no shade can be read on all of them, black or white is
    returned, whichever does better.
    """

    def worst(ink: str) -> float:
        return min(contrast(ink, ground) for ground in grounds)

    if worst(colour) >= LEGIBLE:
        return colour
    end = max(("000000", "FFFFFF"), key=worst)
    steps = (shade(colour, part) if end == "000000" else tint(colour, part) for part in range(250, 0, -5))
    return next((step for step in steps if worst(step) >= LEGIBLE), end)


def _parts(colour: str) -> tuple[float, float, float]:
    return int(colour[:2], 16) / 255, int(colour[2:4], 16) / 255, int(colour[4:6], 16) / 255


def _hex(parts: tuple[float, float, float]) -> str:
    return "".join(f"{round(part * 255):02X}" for part in parts)


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
