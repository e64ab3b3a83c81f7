"""Where the words beside the points of a chart stand, so that they meet neither each other nor a point.

It reckons with a plot of a usual size on the page; whoever draws the chart only takes the sides over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stratgen.document import Side

_LETTER = 5.2
"""The mean width of a letter of nine points, in points; some are bold."""
_LINE = 12.0
_DOT = 7.0
"""From the middle of a point to the words beside it."""
_ORDER: tuple[Side, ...] = ("right", "above", "left", "below")


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot whose two axes run from 0 to `top`, and its size on the page in points."""

    top: float = 100.0
    wide: float = 400.0
    high: float = 200.0
    line: float | None = None
    """Where a line crosses the plot both ways; words keep off it too."""


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    bottom: float
    right: float
    top: float

    def overlap(self, other: _Box) -> float:
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.top, other.top) - max(self.bottom, other.bottom)
        return wide * high if wide > 0 and high > 0 else 0.0


def sides(points: Sequence[tuple[float, float]], words: Sequence[str], plot: Plot) -> tuple[Side, ...]:
    """Return a side for the words of each point (along, up), chosen one after the other.

    The first side that is free wins; where none is, the one that covers least.
    """
    places = [(along / plot.top * plot.wide, up / plot.top * plot.high) for along, up in points]
    taken = [_Box(x - _DOT, y - _DOT, x + _DOT, y + _DOT) for x, y in places]
    if plot.line is not None:
        x, y = plot.line / plot.top * plot.wide, plot.line / plot.top * plot.high
        taken += [_Box(x - 1, 0, x + 1, plot.high), _Box(0, y - 1, plot.wide, y + 1)]
    chosen: list[Side] = []
    for (x, y), text in zip(places, words, strict=True):
        boxes = {side: _box(x, y, len(text) * _LETTER, side) for side in _ORDER}
        best = min(_ORDER, key=lambda side: _cost(boxes[side], taken, plot))
        taken.append(boxes[best])
        chosen.append(best)
    return tuple(chosen)


def _box(x: float, y: float, wide: float, side: Side) -> _Box:
    match side:
        case "right":
            return _Box(x + _DOT, y - _LINE / 2, x + _DOT + wide, y + _LINE / 2)
        case "left":
            return _Box(x - _DOT - wide, y - _LINE / 2, x - _DOT, y + _LINE / 2)
        case "above":
            return _Box(x - wide / 2, y + _DOT, x + wide / 2, y + _DOT + _LINE)
        case "below":
            return _Box(x - wide / 2, y - _DOT - _LINE, x + wide / 2, y - _DOT)


def _cost(box: _Box, taken: Sequence[_Box], plot: Plot) -> float:
    """Return the area that words would cover, what lies outside the plot counting ten times."""
    whole = (box.right - box.left) * (box.top - box.bottom)
    inside = box.overlap(_Box(0, 0, plot.wide, plot.high))
    return sum(box.overlap(other) for other in taken) + 10 * (whole - inside)
