"""A drawing in the making: shapes and words in SVG, all colours by class so that light and dark both fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from stratgen.html.text import attribute

WIDTH = 720.0
SIZE = 14.0
"""The size of letters, in units of the drawing."""
LINE = 17.0
"""From line to line."""

Anchor = Literal["start", "middle", "end"]


class Canvas:
    """A drawing of a fixed width; `pieces` are its shapes so far."""

    def __init__(self, height: float) -> None:
        self.height = height
        self.pieces: list[str] = []

    def line(self, x1: float, y1: float, x2: float, y2: float, dress: str) -> None:
        """Draw a straight line."""
        self.pieces.append(f'<path class="{dress}" d="M{_n(x1)} {_n(y1)}L{_n(x2)} {_n(y2)}"/>')

    def rect(self, x: float, y: float, width: float, height: float, dress: str) -> None:
        """Draw a box; one turned inside out is put right."""
        x, width = (x + width, -width) if width < 0 else (x, width)
        y, height = (y + height, -height) if height < 0 else (y, height)
        self.pieces.append(
            f'<rect class="{dress}" x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"/>'
        )

    def path(self, points: Sequence[tuple[float, float]], dress: str, closed: bool = False) -> None:
        """Draw a line from point to point."""
        if points:
            steps = "L".join(f"{_n(x)} {_n(y)}" for x, y in points)
            self.pieces.append(f'<path class="{dress}" d="M{steps}{"Z" if closed else ""}"/>')

    def circle(self, x: float, y: float, radius: float, dress: str) -> None:
        """Draw a circle."""
        self.pieces.append(f'<circle class="{dress}" cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"/>')

    def marker(self, x: float, y: float, shape: int, dress: str) -> None:
        """Draw a point; `shape` tells series apart for those who do not see colours."""
        size, dress = 4.5, f"{dress} dot"
        match shape % 4:
            case 0:
                self.circle(x, y, size, dress)
            case 1:
                self.rect(x - size, y - size, 2 * size, 2 * size, dress)
            case 2:
                self.path([(x, y - 6), (x + 5.5, y + 4), (x - 5.5, y + 4)], dress, True)
            case _:
                self.path([(x, y - 6), (x + 6, y), (x, y + 6), (x - 6, y)], dress, True)

    def text(self, x: float, y: float, words: str, anchor: Anchor = "start", dress: str = "") -> None:
        """Write one line."""
        place = "" if anchor == "start" else f' text-anchor="{anchor}"'
        look = f' class="{dress}"' if dress else ""
        self.pieces.append(f'<text x="{_n(x)}" y="{_n(y)}"{place}{look}>{attribute(words)}</text>')

    def lines(
        self, x: float, y: float, words: Sequence[str], anchor: Anchor = "start", dress: str = ""
    ) -> None:
        """Write lines below each other, the first at `y`."""
        for count, line in enumerate(words):
            self.text(x, y + count * LINE, line, anchor, dress)

    def svg(self, title: str, description: str, ids: tuple[str, str]) -> str:
        """Return the drawing with its words for those who do not see it; `ids` are those of the two."""
        name, more = ids
        return (
            f'<svg viewBox="0 0 {_n(WIDTH)} {_n(self.height)}" role="img" aria-labelledby="{name} {more}">'
            f'<title id="{name}">{attribute(title)}</title><desc id="{more}">{attribute(description)}</desc>'
            f"{''.join(self.pieces)}</svg>"
        )


def wide(words: str) -> float:
    """Return about how wide a line of words is."""
    return sum(0.36 if letter in " .,:;il|'’\u00a0" else 0.56 for letter in words) * SIZE


def broken(words: str, width: float, most: int = 3) -> list[str]:
    """Return words in lines of about `width`, at most `most` of them; the last says by its dots that it
    goes on."""
    lines = [""]
    for word in words.split():
        together = f"{lines[-1]} {word}".strip()
        if wide(together) <= width or not lines[-1]:
            lines[-1] = together
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], lines[most - 1] + " …"]
    return [line if wide(line) <= width * 1.15 else _cut(line, width) for line in lines]


def _cut(line: str, width: float) -> str:
    while len(line) > 2 and wide(line) > width:
        line = line[:-2].rstrip() + "…"
    return line


def _n(value: float) -> str:
    return (
        f"{value:.1f}".removesuffix(".0").replace("-0", "0")
        if abs(value) < 0.05
        else f"{value:.1f}".removesuffix(".0")
    )
