"""The plot of a chart: its series with their dress and their labels, in the order that the format wants."""

from __future__ import annotations

from stratgen.document import Chart, Series, Side
from stratgen.word.chart_axes import ALONG, UP, number_code
from stratgen.word.chart_data import Placed, Sheet
from stratgen.word.chart_dress import (
    ACCENT,
    INK,
    PAPER,
    THICK,
    Look,
    filled,
    hatched,
    hollow,
    letters,
    line,
    stroke,
    words,
)
from stratgen.word.text import attribute

_AXES = f'<c:axId val="{ALONG}"/><c:axId val="{UP}"/>'
_PLACES: dict[Side, str] = {"above": "t", "below": "b", "left": "l", "right": "r"}
SURFACES = frozenset({"bar", "column", "stacked", "bubble"})
"""The kinds that are drawn as surfaces, not as lines and points."""
_BARS = frozenset({"bar", "column", "stacked"})


def plot(chart: Chart, sheet: Sheet, dress: list[Look]) -> str:
    """Return the plot of a chart; `dress` has the look of each of its series, in their order."""
    places = [chart.series.index(placed.series) for placed in sheet.placed]
    drawn = zip(sheet.placed, places, strict=True)
    series = "".join(_series(chart, sheet, placed, dress[at], at) for placed, at in drawn)
    varied = '<c:varyColors val="0"/>'
    match chart.kind:
        case "bar" | "column" | "stacked":
            direction = "bar" if chart.kind == "bar" else "col"
            grouping = "stacked" if chart.kind == "stacked" else "clustered"
            overlap = 100 if chart.kind == "stacked" else 0
            return (
                f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/>{varied}{series}'
                f'<c:gapWidth val="60"/><c:overlap val="{overlap}"/>{_AXES}</c:barChart>'
            )
        case "line":
            return f'<c:lineChart><c:grouping val="standard"/>{varied}{series}<c:marker val="1"/>{_AXES}</c:lineChart>'
        case "radar":
            return f'<c:radarChart><c:radarStyle val="marker"/>{varied}{series}{_AXES}</c:radarChart>'
        case "scatter":
            return (
                f'<c:scatterChart><c:scatterStyle val="lineMarker"/>{varied}{series}{_AXES}</c:scatterChart>'
            )
        case "bubble":
            return (
                f'<c:bubbleChart>{varied}{series}<c:bubbleScale val="45"/><c:showNegBubbles val="0"/>'
                f'<c:sizeRepresents val="area"/>{_AXES}</c:bubbleChart>'
            )


def _series(chart: Chart, sheet: Sheet, placed: Placed, look: Look, at: int) -> str:
    one = placed.series
    head = f'<c:idx val="{at}"/><c:order val="{at}"/><c:tx>{sheet.words(placed.title)}</c:tx>'
    labels = _labels(chart, one, look)
    code = number_code(chart.up)
    names = f"<c:cat>{sheet.words(placed.names)}</c:cat>"
    values = f"<c:val>{sheet.numbers(placed.values, code)}</c:val>"
    if chart.kind in _BARS:
        body = (
            _shape(look, look.edge if chart.kind == "stacked" or look.edge != PAPER else "")
            + '<c:invertIfNegative val="0"/>'
            + _marked(chart, one)
            + labels
            + names
            + values
        )
    elif chart.kind in ("line", "radar"):
        smooth = '<c:smooth val="0"/>' if chart.kind == "line" else ""
        body = (
            stroke(look.colour, THICK, look.dash)
            + _dot(look)
            + _marked(chart, one)
            + labels
            + names
            + values
            + smooth
        )
    else:
        along = f"<c:xVal>{sheet.numbers(placed.names, number_code(chart.along))}</c:xVal>"
        up = f"<c:yVal>{sheet.numbers(placed.values, code)}</c:yVal>"
        if placed.sizes is not None:
            shape = _none() if one.role == "words" else _shape(look)
            size = f'<c:bubbleSize>{sheet.numbers(placed.sizes)}</c:bubbleSize><c:bubble3D val="0"/>'
            body = shape + '<c:invertIfNegative val="0"/>' + _marked(chart, one) + labels + along + up + size
        else:
            dot = '<c:marker><c:symbol val="none"/></c:marker>' if one.role == "words" else _dot(look, 9)
            body = f"<c:spPr>{line('')}</c:spPr>" + dot + _marked(chart, one) + labels + along + up
            body += '<c:smooth val="0"/>'
    return f"<c:ser>{head}{body}</c:ser>"


def _none() -> str:
    return f"<c:spPr><a:noFill/>{line('')}</c:spPr>"


def _shape(look: Look, edge: str = PAPER) -> str:
    if look.hatch:
        return hatched(look.colour, look.hatch, edge)
    return hollow(look.colour) if look.hollow else filled(look.colour, edge)


def _dot(look: Look, size: int = 7) -> str:
    return f'<c:marker><c:symbol val="{look.dot}"/><c:size val="{size}"/>{_shape(look)}</c:marker>'


def _marked(chart: Chart, one: Series) -> str:
    """Return the points that are meant, in the accent."""
    points = []
    for at in sorted(one.marked):
        match chart.kind:
            case "bar" | "column" | "stacked" | "bubble":
                dress = f'<c:invertIfNegative val="0"/><c:bubble3D val="0"/>{filled(ACCENT, "")}'
            case _:
                mark = f'<c:marker><c:symbol val="diamond"/><c:size val="9"/>{filled(ACCENT)}</c:marker>'
                dress = f'{mark}<c:bubble3D val="0"/>'
        points.append(f'<c:dPt><c:idx val="{at}"/>{dress}</c:dPt>')
    return "".join(points)


def _labels(chart: Chart, one: Series, look: Look) -> str:
    """Return what stands beside the points: words of their own, or their numbers, or nothing."""
    own = "".join(_label(chart, one, at) for at, text in enumerate(one.labels) if text)
    numbers = chart.numbers_shown and not one.labels
    if not own and not numbers:
        return ""
    inside = chart.kind == "stacked"
    place = {"bar": "outEnd", "column": "outEnd", "stacked": "ctr", "radar": ""}.get(chart.kind, "t")
    where = f'<c:dLblPos val="{place}"/>' if place and numbers else ""
    code = f'<c:numFmt formatCode="{attribute(number_code(chart.up))}" sourceLinked="0"/>'
    dress = f"<c:spPr><a:noFill/>{line('')}</c:spPr>{letters(look.inside if inside else INK)}"
    return f"<c:dLbls>{own}{code}{dress}{where}{_shows(numbers)}</c:dLbls>"


def _label(chart: Chart, one: Series, at: int) -> str:
    side: Side = one.sides[at] if at < len(one.sides) else "above"
    place = "ctr" if one.role == "words" else _PLACES[side]
    if chart.kind in _BARS:
        place = "ctr" if chart.kind == "stacked" else "outEnd"
    where = "" if chart.kind == "radar" else f'<c:dLblPos val="{place}"/>'
    bold = at in one.marked or one.role == "accent"
    text = words(one.labels[at], bold=bold, one_line=True)
    return f'<c:dLbl><c:idx val="{at}"/>{text}<c:spPr><a:noFill/>{line("")}</c:spPr>{where}{_shows(True)}</c:dLbl>'


def _shows(value: bool) -> str:
    return (
        f'<c:showLegendKey val="0"/><c:showVal val="{int(value)}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )
