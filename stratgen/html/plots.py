"""Charts over categories: bars, columns, stacks and lines."""

from __future__ import annotations

from collections.abc import Sequence

from stratgen.document import Chart, Series
from stratgen.html.canvas import LINE, SIZE, WIDTH, Anchor, Canvas, broken, wide
from stratgen.html.scales import Scale, number, value_scale

FILLED = 0.68
"""The share of a category's room that its bars take."""
GUTTER = 0.34
"""The names beside bars take at most this share of the width."""


def placed(chart: Chart) -> list[tuple[int, Series]]:
    """Return the series, each with its place among the plain ones, which gives it its shade."""
    found, plain = [], 0
    for series in chart.series:
        found.append((plain, series))
        plain += series.role == "plain"
    return found


def drawn(chart: Chart) -> list[tuple[int, Series]]:
    """Return the series that have a shape, each with its place."""
    return [(place, series) for place, series in placed(chart) if series.role != "words"]


def dress(place: int, series: Series, point: int = -1) -> str:
    """Return the classes of a series, or of one of its points."""
    if point in series.marked or series.role == "accent":
        return "s-accent"
    if series.role in ("quiet", "planned"):
        return f"s-{series.role}"
    return f"s{place % 6 + 1}"


def point_label(chart: Chart, series: Series, place: int, language: str) -> str:
    """Return the words beside a point: its own, or its number where numbers are shown."""
    if place < len(series.labels) and series.labels[place]:
        return series.labels[place]
    value = series.values[place]
    return number(chart.up, value, language) if chart.numbers_shown and value is not None else ""


def columns(chart: Chart, language: str) -> Canvas:
    """Return columns beside each other, columns on top of each other, or lines."""
    canvas = Canvas(WIDTH * chart.height)
    ruler = value_scale(chart)
    ticks = [number(chart.up, tick, language) for tick in ruler.ticks()]
    left = max((wide(tick) for tick in ticks), default=0) + 12 if chart.up.numbers_shown else 8
    right = WIDTH - 8
    room = (right - left) / max(len(chart.categories), 1)
    names = [broken(name, room - 8) for name in chart.categories]
    below = (
        8 + LINE * max((len(lines) for lines in names), default=1) + (LINE + 4 if chart.along.title else 0)
    )
    top = 16 + (LINE + 4 if chart.up.title else 0)
    ruler = ruler.over(canvas.height - below, top)
    if chart.up.title:
        canvas.text(0, SIZE, chart.up.title, dress="axis-title")
    for tick, words in zip(ruler.ticks(), ticks, strict=True):
        y = ruler.place(tick)
        canvas.line(left, y, right, y, "rule")
        if chart.up.numbers_shown:
            canvas.text(left - 6, y + 5, words, "end", "tick")
    middles = [left + room * (place + 0.5) for place in range(len(chart.categories))]
    for middle, lines in zip(middles, names, strict=True):
        canvas.lines(middle, canvas.height - below + 6 + SIZE, lines, "middle", "tick")
    if chart.along.title:
        canvas.text((left + right) / 2, canvas.height - 4, chart.along.title, "middle", "axis-title")
    match chart.kind:
        case "line":
            _lines(canvas, chart, ruler, middles, language)
        case "stacked":
            _stacks(canvas, chart, ruler, middles, room, language)
        case _:
            _columns(canvas, chart, ruler, middles, room, language)
    canvas.line(left, ruler.base, right, ruler.base, "axis")
    return canvas


def _columns(
    canvas: Canvas, chart: Chart, ruler: Scale, middles: Sequence[float], room: float, language: str
) -> None:
    shapes = drawn(chart)
    width = room * FILLED / max(len(shapes), 1)
    for slot, (place, series) in enumerate(shapes):
        for point, (middle, value) in enumerate(zip(middles, series.values, strict=False)):
            if value is None:
                continue
            x, y = middle - room * FILLED / 2 + slot * width, ruler.place(value)
            canvas.rect(x + 1, y, max(width - 2, 1), ruler.base - y, dress(place, series, point))
            if words := point_label(chart, series, point, language):
                canvas.text(x + width / 2, y + (-5 if value >= 0 else SIZE + 2), words, "middle", "value")


def _stacks(
    canvas: Canvas, chart: Chart, ruler: Scale, middles: Sequence[float], room: float, language: str
) -> None:
    above, under = [0.0] * len(middles), [0.0] * len(middles)
    width = min(room * FILLED, 90)
    for place, series in drawn(chart):
        for point, (middle, value) in enumerate(zip(middles, series.values, strict=False)):
            if not value:
                continue
            sums = above if value > 0 else under
            start, sums[point] = sums[point], sums[point] + value
            y1, y2 = ruler.place(start), ruler.place(sums[point])
            canvas.rect(middle - width / 2, y2, width, y1 - y2, dress(place, series, point) + " stack")
            words = point_label(chart, series, point, language)
            if words and abs(y1 - y2) >= SIZE + 2:
                canvas.text(middle + width / 2 + 4, (y1 + y2) / 2 + 5, words, "start", "value")


def _lines(canvas: Canvas, chart: Chart, ruler: Scale, middles: Sequence[float], language: str) -> None:
    for place, series in placed(chart):
        points = [
            None if value is None else (x, ruler.place(value))
            for x, value in zip(middles, series.values, strict=False)
        ]
        if series.role != "words":
            for stretch in stretches(points):
                canvas.path(stretch, f"{dress(place, series)} curve")
        for number_, spot in enumerate(points):
            if spot is None:
                continue
            if series.role != "words":
                canvas.marker(*spot, place, dress(place, series, number_))
            if words := point_label(chart, series, number_, language):
                beside(canvas, *spot, words, _side(series, number_))


def stretches(points: Sequence[tuple[float, float] | None]) -> list[list[tuple[float, float]]]:
    """Return the unbroken stretches of a line with gaps."""
    found: list[list[tuple[float, float]]] = [[]]
    for point in points:
        if point is None:
            found.append([])
        else:
            found[-1].append(point)
    return [stretch for stretch in found if len(stretch) > 1]


def _side(series: Series, place: int) -> str:
    return series.sides[place] if place < len(series.sides) else "above"


def beside(canvas: Canvas, x: float, y: float, words: str, side: str, gap: float = 9) -> None:
    """Write words beside a point, on the side that was asked for, but never beyond the edge."""
    length = wide(words)
    anchor: Anchor = {"left": "end", "right": "start"}.get(side, "middle")  # type: ignore[assignment]
    if anchor == "start" and x + gap + length > WIDTH:
        anchor = "end"
    elif anchor == "end" and x - gap - length < 0:
        anchor = "start"
    if anchor == "middle":
        x = min(max(x, length / 2), WIDTH - length / 2)
        y += gap + SIZE - 3 if side == "below" else -gap
    else:
        x += gap if anchor == "start" else -gap
        y += 5
    canvas.text(x, y, words, anchor, "value")


def bars(chart: Chart, language: str) -> Canvas:
    """Return bars that run along the page, the first category on top."""
    gutter = min(max((wide(name) for name in chart.categories), default=0), WIDTH * GUTTER) + 10
    shapes = drawn(chart)
    names = [broken(name, gutter - 10) for name in chart.categories]
    titled = LINE + 6 if chart.up.title else 4
    foot = titled + (LINE if chart.up.numbers_shown else 0)
    least = sum(max(len(lines) * LINE, len(shapes) * 18.0) + 12 for lines in names) + foot + 8
    canvas = Canvas(max(WIDTH * chart.height, least))
    ruler = value_scale(chart).over(gutter, WIDTH - 56)
    bottom = canvas.height - foot
    for tick in ruler.ticks():
        x = ruler.place(tick)
        canvas.line(x, 4, x, bottom, "rule")
        if chart.up.numbers_shown:
            canvas.text(x, bottom + SIZE + 2, number(chart.up, tick, language), "middle", "tick")
    if chart.up.title:
        canvas.text((gutter + WIDTH - 56) / 2, canvas.height - 4, chart.up.title, "middle", "axis-title")
    room = (bottom - 4) / max(len(names), 1)
    thick = min(room * FILLED / max(len(shapes), 1), 34)
    for count, lines in enumerate(names):
        middle = 4 + room * (count + 0.5)
        canvas.lines(gutter - 8, middle + 5 - (len(lines) - 1) * LINE / 2, lines, "end", "tick")
        for slot, (place, series) in enumerate(shapes):
            value = series.values[count] if count < len(series.values) else None
            if value is None:
                continue
            y, x = middle + (slot - len(shapes) / 2) * thick, ruler.place(value)
            canvas.rect(ruler.base, y + 1, x - ruler.base, thick - 2, dress(place, series, count))
            if words := point_label(chart, series, count, language):
                canvas.text(max(x, ruler.base) + 5, y + thick / 2 + 5, words, "start", "value")
    canvas.line(ruler.base, 4, ruler.base, bottom, "axis")
    return canvas
