"""Colour arithmetic for pages: mixing, and the contrast of words on their ground (WCAG 2)."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls

LEGIBLE = 4.5
"""The least contrast of text on its ground (level AA)."""
VISIBLE = 3.0
"""The least contrast of a shape that carries meaning on its ground (level AA)."""


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (six hex digits each), from 1.0 (equal) to 21.0."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mixed(colour: str, part: float, ground: str = "FFFFFF") -> str:
    """Return `colour` thinned with `ground` so that `part` of it (0 to 1) stays."""
    pairs = zip(_parts(colour), _parts(ground), strict=True)
    return _hex(tuple(part * top + (1 - part) * below for top, below in pairs))


def at_lightness(colour: str, light: float) -> str:
    """Return the hue of `colour` at the lightness `light` (0 to 1), never so bright that it glares."""
    hue, _, saturation = rgb_to_hls(*_parts(colour))
    return _hex(hls_to_rgb(hue, light, min(saturation, 0.5)))


def readable(colour: str, *grounds: str, least: float = LEGIBLE) -> str:
    """Return `colour`, moved step by step away from its grounds until it stands out on each of them.

    On grounds that are light it grows darker, on dark ones lighter; ValueError if nothing will do.
    """
    if all(contrast(colour, ground) >= least for ground in grounds):
        return colour
    up = contrast("FFFFFF", grounds[0]) > contrast("000000", grounds[0])
    _, start, _ = rgb_to_hls(*_parts(colour))
    for step in range(1, 26):
        candidate = at_lightness(colour, start + ((1.0 if up else 0.0) - start) * step / 25)
        if all(contrast(candidate, ground) >= least for ground in grounds):
            return candidate
    raise ValueError(f"no shade of {colour} can be read on {', '.join(grounds)}")


def ink_on(fill: str, dark: str, light: str) -> str:
    """Return which of two inks reads better on a fill."""
    return dark if contrast(dark, fill) >= contrast(light, fill) else light


def _parts(colour: str) -> tuple[float, ...]:
    return int(colour[:2], 16) / 255, int(colour[2:4], 16) / 255, int(colour[4:6], 16) / 255


def _hex(parts: tuple[float, ...]) -> str:
    return "".join(f"{round(part * 255):02X}" for part in parts)


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
