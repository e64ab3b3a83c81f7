"""Charts of points: scatter, bubbles and radar."""

from __future__ import annotations

import math

from stratgen.document import Chart, Series
from stratgen.html.canvas import LINE, SIZE, WIDTH, Anchor, Canvas, broken, wide
from stratgen.html.plots import beside, dress, placed, point_label
from stratgen.html.scales import Scale, number, scale, value_scale

LARGEST = 34.0
"""The radius of the largest bubble."""


def cloud(chart: Chart, language: str) -> Canvas:
    """Return points, or bubbles, between two axes; a label stands on its side of the point."""
    canvas = Canvas(WIDTH * chart.height)
    upwards = scale(chart.up, (value for series in chart.series for value in series.values), False)
    along = scale(chart.along, (value for series in chart.series for value in series.across), False)
    left = 10.0
    if chart.up.numbers_shown:
        left += max(wide(number(chart.up, tick, language)) for tick in upwards.ticks())
    bottom = (
        canvas.height - (LINE if chart.along.numbers_shown else 2) - (LINE + 8 if chart.along.title else 4)
    )
    upwards = upwards.over(bottom, 12 + (LINE if chart.up.title else 0))
    along = along.over(left, WIDTH - 10)
    _grid(canvas, chart, upwards, along, language)
    most = max((size for series in chart.series for size in series.sizes if size), default=0)
    for place, series in placed(chart):
        for point, (value, across) in enumerate(zip(series.values, series.across, strict=False)):
            if value is None or across is None:
                continue
            x, y = along.place(across), upwards.place(value)
            radius = _spot(canvas, chart, (place, series, point), (x, y), most)
            if words := point_label(chart, series, point, language):
                side = series.sides[point] if point < len(series.sides) else "above"
                beside(canvas, x, y, words, side, radius + 4)
    return canvas


def _spot(
    canvas: Canvas, chart: Chart, which: tuple[int, Series, int], at: tuple[float, float], most: float
) -> float:
    """Draw one point; return how far from its middle words may begin."""
    place, series, point = which
    if series.role == "words":
        return 0
    if chart.kind != "bubble":
        canvas.marker(*at, place, dress(place, series, point))
        return 5
    size = series.sizes[point] if point < len(series.sizes) else None
    radius = LARGEST * math.sqrt(max(size or 0.0, 0.0) / most) if most else 0.0
    canvas.circle(*at, max(radius, 3), dress(place, series, point) + " bubble")
    return max(radius, 3)


def _grid(canvas: Canvas, chart: Chart, upwards: Scale, along: Scale, language: str) -> None:
    for tick in upwards.ticks():
        y = upwards.place(tick)
        if chart.up.line is None or tick in (upwards.low, upwards.high):
            canvas.line(along.start, y, along.end, y, "rule")
        if chart.up.numbers_shown:
            canvas.text(along.start - 6, y + 5, number(chart.up, tick, language), "end", "tick")
    for tick in along.ticks():
        x = along.place(tick)
        if chart.along.line is None or tick in (along.low, along.high):
            canvas.line(x, upwards.start, x, upwards.end, "rule")
        if chart.along.numbers_shown:
            canvas.text(x, upwards.start + SIZE + 4, number(chart.along, tick, language), "middle", "tick")
    if chart.up.line is not None:
        y = upwards.place(chart.up.line)
        canvas.line(along.start, y, along.end, y, "axis")
    if chart.along.line is not None:
        x = along.place(chart.along.line)
        canvas.line(x, upwards.start, x, upwards.end, "axis")
    canvas.text(0, SIZE, chart.up.title, dress="axis-title")
    canvas.text((along.start + along.end) / 2, canvas.height - 4, chart.along.title, "middle", "axis-title")


def radar(chart: Chart, language: str) -> Canvas:
    """Return a web with one spoke a category, the first upwards, the others clockwise."""
    canvas = Canvas(WIDTH * max(chart.height, 0.5))
    count = max(len(chart.categories), 1)
    middle = WIDTH / 2, canvas.height / 2
    ruler = value_scale(chart).over(0, canvas.height / 2 - 2 * LINE - 8)
    turns = [2 * math.pi * place / count for place in range(count)]
    for tick in ruler.ticks():
        ring = [_at(middle, turn, ruler.place(tick)) for turn in turns]
        canvas.path(ring, "rule ring", True)
    for turn, name in zip(turns, chart.categories, strict=False):
        canvas.line(*middle, *_at(middle, turn, ruler.end), "rule")
        _name(canvas, middle, turn, ruler.end + 12, name)
    for place, series in placed(chart):
        _web(canvas, (place, series), [
            None if value is None else _at(middle, turn, ruler.place(value))
            for turn, value in zip(turns, series.values, strict=False)
        ])  # fmt: skip
    if chart.up.numbers_shown:
        for tick in ruler.ticks()[1:]:
            canvas.text(
                middle[0] - 5,
                middle[1] - ruler.place(tick) + 5,
                number(chart.up, tick, language),
                "end",
                "tick",
            )
    return canvas


def _web(canvas: Canvas, which: tuple[int, Series], points: list[tuple[float, float] | None]) -> None:
    place, series = which
    if series.role == "words":
        return
    whole = [point for point in points if point is not None]
    if len(whole) == len(points):
        canvas.path(whole, f"{dress(place, series)} curve web", True)
    for number_, point in enumerate(points):
        if point is not None:
            canvas.marker(*point, place, dress(place, series, number_))


def _at(middle: tuple[float, float], turn: float, distance: float) -> tuple[float, float]:
    return middle[0] + math.sin(turn) * distance, middle[1] - math.cos(turn) * distance


def _name(canvas: Canvas, middle: tuple[float, float], turn: float, distance: float, name: str) -> None:
    x, y = _at(middle, turn, distance)
    aside = math.sin(turn)
    anchor: Anchor = "middle" if abs(aside) < 0.15 else ("start" if aside > 0 else "end")
    lines = broken(name, WIDTH / 2 - 20 if anchor == "middle" else (WIDTH - x if aside > 0 else x) - 6)
    up = (len(lines) - 1) * LINE
    y -= up if math.cos(turn) > 0.9 else (0 if math.cos(turn) < -0.9 else up / 2)
    canvas.lines(
        x,
        y + (SIZE if math.cos(turn) < -0.9 else 5 if abs(math.cos(turn)) <= 0.9 else 0),
        lines,
        anchor,
        "tick",
    )
