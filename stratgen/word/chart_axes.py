"""The axes of a chart: scales, light gridlines, titles."""

from __future__ import annotations

from stratgen.document import Axis, Chart
from stratgen.word.chart_data import POINTS
from stratgen.word.chart_dress import GRID, QUIET, RULE, letters, line, stroke, words
from stratgen.word.text import attribute
from stratgen.word.workbook import number

ALONG, UP = 1001, 1002
"""The ids of the two axes of a chart."""


def axes(chart: Chart) -> str:
    """Return the two axes of a chart in the order in which its plot names them."""
    if chart.kind in POINTS:
        return _numbers(chart.along, ALONG, "b", UP, chart.up.line) + _numbers(
            chart.up, UP, "l", ALONG, chart.along.line
        )
    sideways = chart.kind == "bar"
    return _names(chart, "l" if sideways else "b", sideways) + _values(
        chart, "b" if sideways else "l", sideways
    )


def number_code(axis: Axis) -> str:
    """Return how the numbers of an axis are shown, as spreadsheets spell it."""
    code = "#,##0" + ("." + "0" * axis.places if axis.places else "")
    return _quoted(axis.before) + code + _quoted(axis.after)


def _quoted(text: str) -> str:
    text = text.replace('"', "")
    return f'"{text}"' if text else ""


def _names(chart: Chart, side: str, sideways: bool) -> str:
    # The first bar stands on top, as the first row of a table does.
    order = "maxMin" if sideways else "minMax"
    return (
        f'<c:catAx><c:axId val="{ALONG}"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/>{_title(chart.along.title, sideways)}'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="low"/>{stroke(RULE)}{letters()}<c:crossAx val="{UP}"/><c:crosses val="autoZero"/>'
        '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def _values(chart: Chart, side: str, sideways: bool) -> str:
    axis = chart.up
    grid = "" if not axis.numbers_shown else f"<c:majorGridlines>{stroke(GRID)}</c:majorGridlines>"
    net = chart.kind == "radar"
    edge = stroke(GRID) if net else f"<c:spPr>{line('')}</c:spPr>"
    labels = "none" if net else "nextTo"  # the numbers of a net would stand on its first name
    return (
        f'<c:valAx><c:axId val="{UP}"/>{_scaling(axis)}<c:delete val="{int(not axis.numbers_shown)}"/>'
        f'<c:axPos val="{side}"/>{grid}{_title(axis.title, not sideways)}{_format(axis)}'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{labels}"/>{edge}{letters()}'
        f'<c:crossAx val="{ALONG}"/><c:crosses val="{"max" if sideways else "autoZero"}"/>'
        f'<c:crossBetween val="between"/>{_step(axis)}</c:valAx>'
    )


def _numbers(axis: Axis, own: int, side: str, other: int, crossed_at: float | None) -> str:
    """Return an axis of numbers that runs through the other at `crossed_at`, its own numbers at the rim."""
    crosses = '<c:crosses val="min"/>' if crossed_at is None else f'<c:crossesAt val="{number(crossed_at)}"/>'
    grid = "" if axis.line is not None else f"<c:majorGridlines>{stroke(GRID)}</c:majorGridlines>"
    edge = stroke(RULE) if crossed_at is None else stroke(QUIET, dash="sysDash")
    labels = "low" if axis.numbers_shown else "none"
    return (
        f'<c:valAx><c:axId val="{own}"/>{_scaling(axis)}<c:delete val="0"/><c:axPos val="{side}"/>{grid}'
        f'{_title(axis.title, side == "l")}{_format(axis)}<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="{labels}"/>{edge}{letters()}<c:crossAx val="{other}"/>{crosses}'
        f'<c:crossBetween val="midCat"/>{_step(axis)}</c:valAx>'
    )


def _scaling(axis: Axis) -> str:
    high = "" if axis.high is None else f'<c:max val="{number(axis.high)}"/>'
    low = "" if axis.low is None else f'<c:min val="{number(axis.low)}"/>'
    return f'<c:scaling><c:orientation val="minMax"/>{high}{low}</c:scaling>'


def _step(axis: Axis) -> str:
    return "" if axis.step is None else f'<c:majorUnit val="{number(axis.step)}"/>'


def _format(axis: Axis) -> str:
    return f'<c:numFmt formatCode="{attribute(number_code(axis))}" sourceLinked="0"/>'


def _title(text: str, turned: bool) -> str:
    return f'<c:title>{words(text, turned=turned)}<c:overlay val="0"/></c:title>' if text else ""
