"""Colours that can be read: in light, in dark, and in any brand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratgen.colour import contrast
from stratgen.html import Look, palette
from stratgen.html.look import COLOURS, FILLS
from stratgen.html.page import style

CSS = Path("stratgen/html/page.css")
SHAPES = ("hole-edge", "chosen")
"""Colours of shapes and lines that mean something; words never have them."""
GROUNDS = ("ground", "panel")


def faults(colours: dict[str, str]) -> list[str]:
    """Return every pair of ink and ground that is not legible, as the style sheet puts them together."""
    pairs = [(ink, ground, 4.5) for ink in ("ink", "quiet", "main", "link") for ground in GROUNDS]
    pairs += [("main-ink", "main", 4.5), ("hole-ink", "hole", 4.5)]
    boxes = [name.removesuffix("-wash") for name in colours if name.endswith("-wash")]
    pairs += [(ink, f"{box}-wash", 4.5) for box in boxes for ink in (f"{box}-edge", "ink")]
    pairs += [
        (f"{name}-ink", name, 4.5)
        for name in colours
        if name.startswith("tone-") and f"{name}-ink" in colours
    ]
    pairs += [
        (name, "ground", 3.0) for name in (*SHAPES, *(each for each in colours if each.startswith("curve-")))
    ]
    assert len(pairs) > 40
    return [
        f"{ink} on {ground}"
        for ink, ground, least in pairs
        if contrast(colours[ink], colours[ground]) < least
    ]


@pytest.mark.parametrize("shades", [palette.light, palette.dark])
def test_our_own_colours_are_legible(shades: object) -> None:
    """Text has a contrast of 4.5 at least on every ground that it stands on, shapes 3."""
    assert callable(shades)
    assert faults(shades(Look())) == []


COLOUR = st.integers(0, 0xFFFFFF).map(lambda number: f"{number:06X}")


@given(
    colours=st.fixed_dictionaries(dict.fromkeys(COLOURS, COLOUR)),
    fills=st.fixed_dictionaries(dict.fromkeys(FILLS, COLOUR)),
)
@settings(max_examples=150, deadline=None)
def test_the_colours_of_any_brand_are_made_legible(colours: dict[str, str], fills: dict[str, str]) -> None:
    """Whatever a brand's colours, both pages can be read."""
    look = Look(colours=colours, fills=fills)
    assert faults(palette.light(look)) == []
    assert faults(palette.dark(look)) == []


def test_what_is_no_colour_falls_back_to_ours() -> None:
    """A theme that lacks a colour, or says something else, changes nothing and injects nothing."""
    assert palette.light(Look(colours={"accent1": "red;}</style>"})) == palette.light(Look())
    assert "</style" not in style(Look(heading_font='x";}</style><script>', body_font=""))


def test_every_colour_of_the_style_sheet_is_reckoned() -> None:
    """The style sheet names no colour of its own, only those of the palette; and none that is not there."""
    rules = re.sub(r"/\*.*?\*/", "", CSS.read_text("utf-8"), flags=re.DOTALL)
    assert not re.findall(r"#[0-9A-Fa-f]{3,8}\b", rules)
    own = {"edge", "wash", "curve", "dash", "heading-font", "body-font"}
    assert set(re.findall(r"var\(--([\w-]+)", rules)) - own <= set(palette.light(Look()))
    assert palette.light(Look()).keys() == palette.dark(Look()).keys()


def test_words_stand_only_on_grounds_that_are_checked() -> None:
    """In each rule that sets ink and ground together, the pair is one of those that are reckoned."""
    rules = re.findall(
        r"[^{}]+\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", CSS.read_text("utf-8"), flags=re.DOTALL)
    )
    for body in rules:
        ink = re.search(r"(?<![\w-])color: var\(--([\w-]+)\)", body)
        ground = re.search(r"(?<![\w-])background: var\(--([\w-]+)\)", body)
        if not (ink and ground):
            continue
        for shades in (palette.light(Look()), palette.dark(Look())):
            assert contrast(shades[ink[1]], shades[ground[1]]) >= 4.5, body
