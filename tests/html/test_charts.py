"""Charts: drawings that say the same as their tables, to everybody."""

from __future__ import annotations

import math
import re
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stratgen.document import Axis, Chart, ChartKind, Column, DataTable, Panels, Row, Series, cell
from stratgen.html import Look, write
from stratgen.html.canvas import broken, wide
from stratgen.html.scales import number, scale
from tests.html.reading import Element, one, read
from tests.word.builders import a_heading, an_exhibit, minimal

KINDS = get_args(ChartKind)
TABLE = DataTable((Column("Name", 2), Column("Value", 1, "end")), (Row((cell("First"), cell("12"))),))


def a_chart(kind: ChartKind = "column", **changes: Any) -> Chart:
    """Return a chart of three points in two series."""
    series = (
        Series("Today", (1.0, 3.0, 2.0), across=(1.0, 2.0, 3.0), sizes=(4.0, 9.0, 1.0)),
        Series("Goal", (4.0, None, 3.5), "planned", across=(3.0, 2.0, 1.0), sizes=(1.0, 1.0, 1.0)),
    )
    fields: dict[str, Any] = {
        "kind": kind,
        "categories": ("One", "Two", "Three"),
        "series": series,
        "table": TABLE,
    }
    return Chart(**{**fields, **changes})


def drawn(content: Chart | Panels) -> Element:
    exhibit = an_exhibit(content, key="c", kind="Figure", caption="What it shows", description="It grows.")
    return one(one(read(write(minimal(a_heading(), exhibit), Look())), "main"), "figure")


def picture(figure: Element) -> Element:
    return next(each for each in figure.all("svg") if each.attributes.get("role") == "img")


def numbers(element: Element) -> list[float]:
    """Return every coordinate of a drawing."""
    found = []
    for each in element.all("path", "rect", "circle", "text"):
        for name in ("d", "x", "y", "width", "height", "cx", "cy", "r"):
            found += [float(part) for part in re.findall(r"-?\d+(?:\.\d+)?", each.attributes.get(name, ""))]
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_drawn_with_words_and_numbers(kind: ChartKind) -> None:
    """The drawing has a title and a description; the table stands with it; shapes are there and in sight."""
    figure = drawn(a_chart(kind))
    svg = picture(figure)
    assert one(svg, "title").text.strip() == "Figure 1: What it shows"
    assert one(svg, "desc").text.strip() == "It grows."
    assert one(one(figure, "details"), "table").text
    assert len(list(svg.all("path", "rect", "circle"))) > 5
    _, _, width, height = map(float, svg.attributes["viewbox"].split())
    values = numbers(svg)
    assert min(values) >= -20
    assert max(values) <= max(width, height) + 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_gap_is_not_drawn(kind: ChartKind) -> None:
    """What has no value has no shape: with one value less there is less to see."""
    whole = a_chart(
        kind, series=(Series("A", (1.0, 2.0, 3.0), across=(1.0, 2.0, 3.0), sizes=(1.0, 1.0, 1.0)),)
    )
    gap = a_chart(
        kind, series=(Series("A", (1.0, None, 3.0), across=(1.0, 2.0, 3.0), sizes=(1.0, 1.0, 1.0)),)
    )

    def shapes(chart: Chart) -> int:
        return len(
            [each for each in picture(drawn(chart)).all("rect", "circle") if "s1" in each.attributes["class"]]
        )

    assert (shapes(whole), shapes(gap)) == (3, 2)


def test_bars_are_as_long_as_their_values() -> None:
    """Twice the value, twice the length, from nought."""
    svg = picture(drawn(a_chart("bar", series=(Series("A", (1.0, 2.0, 4.0)),))))
    one_, two, four = (float(each.attributes["width"]) for each in svg.all("rect"))
    assert two == pytest.approx(2 * one_, abs=0.2)
    assert four == pytest.approx(4 * one_, abs=0.2)


def test_a_stack_is_as_high_as_its_sum() -> None:
    """What is put on top begins where the one below ends."""
    series = (Series("A", (1.0,)), Series("B", (3.0,)))
    low, high = picture(drawn(a_chart("stacked", categories=("Q1",), series=series))).all("rect")
    assert float(low.attributes["y"]) == pytest.approx(
        float(high.attributes["y"]) + float(high.attributes["height"]), abs=0.2
    )
    assert float(high.attributes["height"]) == pytest.approx(3 * float(low.attributes["height"]), abs=0.4)


def test_bubbles_have_areas_not_widths_in_proportion() -> None:
    """Nine times the size is three times the radius."""
    series = (Series("A", (1.0, 2.0), across=(1.0, 2.0), sizes=(1.0, 9.0)),)
    small, large = picture(drawn(a_chart("bubble", series=series))).all("circle")
    assert float(large.attributes["r"]) == pytest.approx(3 * float(small.attributes["r"]), abs=0.2)


def test_the_table_is_open_where_nothing_else_gives_its_numbers() -> None:
    """A table that stands close by in the document is folded away, and still there."""
    assert "open" in one(drawn(a_chart()), "details").attributes
    assert "open" not in one(drawn(a_chart(table_shown=False)), "details").attributes


def test_panels_share_one_table_and_have_words_each() -> None:
    """Small charts have their own titles; their numbers stand once."""
    panels = Panels((a_chart(title="Left", description="Left grows."), a_chart("line", title="Right")), TABLE)
    figure = drawn(panels)
    assert len(list(figure.all("table"))) == 1
    titles = [
        one(each, "title").text.strip() for each in figure.all("svg") if each.attributes.get("role") == "img"
    ]
    assert titles == ["Left", "Right"]


def test_words_stand_beside_their_points() -> None:
    """A label is written; where numbers are shown, each value is, as its axis writes it."""
    series = (Series("A", (1.0, 2.5, None), labels=("Low", "", "")),)
    text = picture(
        drawn(a_chart("line", series=series, numbers_shown=True, up=Axis(after=" %", places=1)))
    ).text
    assert "Low" in text
    assert "2.5 %" in text


@pytest.mark.parametrize(
    ("value", "language", "words"),
    [
        (1234567.0, "en-ZA", "R1\u00a0234\u00a0567"),
        (1234567.0, "en-GB", "R1,234,567"),
        (9999.0, "en-GB", "R9999"),
        (-5.0, "en-GB", "R−5"),
    ],
)
def test_numbers_read_as_their_axis_says(value: float, language: str, words: str) -> None:
    """Words before, thousands apart, and a true minus."""
    assert number(Axis(before="R"), value, language) == words


@given(st.lists(st.one_of(st.none(), st.floats(-1e9, 1e9)), max_size=8), st.booleans())
@settings(deadline=None)
def test_every_value_lies_on_its_scale(values: list[float | None], from_nought: bool) -> None:
    """A scale holds what it was made for, rises, and has a readable number of steps."""
    ruler = scale(Axis(), values, from_nought)
    assert ruler.low < ruler.high
    near = ruler.step * 1e-6
    assert all(ruler.low - near <= value <= ruler.high + near for value in values if value is not None)
    assert 2 <= len(ruler.ticks()) <= 12
    assert all(math.isfinite(ruler.place(value)) for value in values if value is not None)


@given(
    kind=st.sampled_from(KINDS),
    values=st.lists(st.one_of(st.none(), st.floats(-1e6, 1e6)), min_size=1, max_size=5),
    low=st.one_of(st.none(), st.floats(-10, 0)),
    high=st.one_of(st.none(), st.floats(1, 100)),
)
@settings(max_examples=60, deadline=None)
def test_no_numbers_break_a_drawing(
    kind: ChartKind, values: list[float | None], low: float | None, high: float | None
) -> None:
    """Whatever the values and bounds, every coordinate is a number."""
    series = (
        Series(
            "A", tuple(values), across=tuple(values), sizes=tuple(value and abs(value) for value in values)
        ),
    )
    axis = Axis(low=low, high=high, line=0.5)
    chart = a_chart(
        kind, categories=("A",) * len(values), series=series, up=axis, along=axis, numbers_shown=True
    )
    svg = picture(drawn(chart))
    assert numbers(svg)
    assert "nan" not in "".join(
        each.attributes.get("d", "") + each.attributes.get("r", "") for each in svg.all()
    )


@given(st.text("abc def-ghi", min_size=1, max_size=80), st.floats(40, 300))
def test_names_are_broken_to_fit(words: str, width: float) -> None:
    """No line of a name is much wider than its room, and there are three at most."""
    lines = broken(words, width)
    assert len(lines) <= 3
    assert all(wide(line) <= width * 1.15 or len(line) <= 3 for line in lines)
