"""From a look to the colours of a page, light and dark, each legible on every ground it stands on."""

from __future__ import annotations

from collections.abc import Iterator

from stratgen.colour import LEGIBLE, VISIBLE, contrast, mixed
from stratgen.html.colour import at_lightness, ink_on, readable
from stratgen.html.look import Look

BOXES = {
    "decision": "accent1", "finding": "accent1", "risk": "accent4", "caution": "accent2", "rights": "accent6",
    "quote": "accent5", "example": "accent5",
}  # fmt: skip
"""The colour of each box's edge and title."""
SERIES = (1.0, 0.55, 0.28, 0.78, 0.42, 0.14)
"""How much of the main colour each series of a chart keeps, in order: neighbours lie far apart."""
TONES = ("good", "watch", "bad", "severe", "none", "level-1", "level-2", "level-3", "level-4", "accent")


_RATED = TONES[:3]
DEEPER = 0.65
"""How much of the fill of a bad rating the severe one keeps; the rest is the theme's red."""


def light(look: Look) -> dict[str, str]:
    """Return the colours of a light page by name."""
    ground = look.colour("lt1") if contrast(look.colour("lt1"), "000000") > 15 else "FFFFFF"
    ink = readable(look.colour("dk1"), ground, least=7)
    panel = look.colour("lt2")
    while contrast(panel, ink) < 6:
        panel = mixed(panel, 0.7, ground)
    main = look.colour("accent1")
    fills = {tone: look.fill(tone) for tone in _RATED} | {
        "none": look.fill("none"), "severe": mixed(look.fill("bad"), DEEPER, look.colour("accent4")),
        "level-1": mixed(main, 0.12, ground), "level-2": mixed(main, 0.28, ground),
        "level-3": mixed(main, 0.5, ground), "level-4": main, "accent": look.colour("accent2"),
    }  # fmt: skip
    return _page(look, ground, panel, ink, fills)


def dark(look: Look) -> dict[str, str]:
    """Return the colours of a dark page by name."""
    ground = mixed(look.colour("dk2"), 0.3, "0B0E10")
    while contrast(ground, "FFFFFF") < 14:
        ground = mixed(ground, 0.8, "000000")
    ink = mixed("FFFFFF", 0.9, ground)
    panel = mixed("FFFFFF", 0.07, ground)
    main = readable(look.colour("accent1"), ground, panel)
    fills = {tone: at_lightness(look.fill(tone), 0.24) for tone in _RATED} | {
        "severe": at_lightness(look.fill("bad"), 0.36),
        "none": mixed("FFFFFF", 0.12, ground),
        "level-1": mixed(main, 0.16, ground), "level-2": mixed(main, 0.3, ground),
        "level-3": mixed(main, 0.48, ground), "level-4": main,
        "accent": readable(look.colour("accent2"), ground, panel),
    }  # fmt: skip
    return _page(look, ground, panel, ink, fills)


def _page(look: Look, ground: str, panel: str, ink: str, fills: dict[str, str]) -> dict[str, str]:
    """Return every colour of a page; `panel` is the ground of heads, bars and asides."""
    main = readable(look.colour("accent1"), ground, panel)
    colours = {
        "ground": ground,
        "panel": panel,
        "ink": ink,
        "quiet": readable(mixed(ink, 0.7, ground), ground, panel),
        "line": mixed(ink, 0.2, ground),
        "main": main,
        "main-ink": ink_on(main, *sorted((ground, ink), key=lambda each: contrast(each, "FFFFFF"))[::-1]),
        "link": readable(look.colour("hlink"), ground, panel),
        "hole": mixed(readable(look.colour("accent2"), ground), 0.18, ground),
        "hole-ink": ink,
        "hole-edge": readable(look.colour("accent2"), ground, least=VISIBLE),
    }
    colours |= dict(_boxes(look, ground))
    colours |= dict(_tones(fills, ground, ink))
    colours["chosen"] = readable(look.colour("accent2"), ground, least=VISIBLE)
    for number, part in enumerate(SERIES, 1):
        colours[f"series-{number}"] = mixed(main, part, ground)
        colours[f"curve-{number}"] = readable(mixed(main, part, ground), ground, least=VISIBLE)
    return colours


def _boxes(look: Look, ground: str) -> Iterator[tuple[str, str]]:
    for role, name in BOXES.items():
        edge = readable(look.colour(name), ground)
        wash = mixed(edge, 0.1, ground)
        yield f"{role}-wash", wash
        yield f"{role}-edge", readable(edge, wash, ground)


def _tones(fills: dict[str, str], ground: str, ink: str) -> Iterator[tuple[str, str]]:
    """Yield the fill of each tone and the ink upon it; a fill that no ink can be read on is moved."""
    for tone, fill in fills.items():
        best = ink_on(fill, ground, ink)
        if contrast(best, fill) < LEGIBLE:
            fill = readable(fill, best)
        yield f"tone-{tone}", fill
        yield f"tone-{tone}-ink", best
