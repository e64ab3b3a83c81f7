"""Colours of pages: a hue at another lightness, and the nearest shade that can be read on its grounds."""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls

from stratgen.colour import LEGIBLE, channels, contrast, digits


def at_lightness(colour: str, light: float) -> str:
    """Return the hue of `colour` at the lightness `light` (0 to 1), never so bright that it glares."""
    hue, _, saturation = rgb_to_hls(*channels(colour))
    return digits(hls_to_rgb(hue, light, min(saturation, 0.5)))


def readable(colour: str, *grounds: str, least: float = LEGIBLE) -> str:
    """Return `colour`, moved step by step away from its grounds until it stands out on each of them.

    On grounds that are light it grows darker, on dark ones lighter; ValueError if nothing will do.
    """
    if all(contrast(colour, ground) >= least for ground in grounds):
        return colour
    up = contrast("FFFFFF", grounds[0]) > contrast("000000", grounds[0])
    _, start, _ = rgb_to_hls(*channels(colour))
    for step in range(1, 26):
        candidate = at_lightness(colour, start + ((1.0 if up else 0.0) - start) * step / 25)
        if all(contrast(candidate, ground) >= least for ground in grounds):
            return candidate
    raise ValueError(f"no shade of {colour} can be read on {', '.join(grounds)}")


def ink_on(fill: str, dark: str, light: str) -> str:
    """Return which of two inks reads better on a fill."""
    return dark if contrast(dark, fill) >= contrast(light, fill) else light
