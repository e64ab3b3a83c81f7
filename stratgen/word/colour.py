"""Colours as Word changes them: theme tints and shades, and the nearest one that can be read on a fill."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls

from stratgen.colour import LEGIBLE, channels, contrast, digits


def tint(colour: str, part: int) -> str:
    """Return `colour` (six hex digits) lightened so that `part` 255ths of its darkness stay.

    This is what Word makes of `w:themeTint` (ISO/IEC 29500-1, 17.18.97).
    """
    hue, light, saturation = rgb_to_hls(*channels(colour))
    keep = part / 255
    return digits(hls_to_rgb(hue, light * keep + 1 - keep, saturation))


def shade(colour: str, part: int) -> str:
    """Return `colour` darkened to `part` 255ths of its lightness, as `w:themeShade` does."""
    hue, light, saturation = rgb_to_hls(*channels(colour))
    return digits(hls_to_rgb(hue, light * part / 255, saturation))


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
