"""The numbers of a chart, laid out once on a sheet: the workbook and the chart's cache both read it there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stratgen.document import Chart, Series
from stratgen.word.text import attribute
from stratgen.word.workbook import SHEET, Value, number, place

POINTS = frozenset({"scatter", "bubble"})
"""The kinds whose points lie between two axes of numbers."""


@dataclass(frozen=True, slots=True)
class Span:
    """Some cells of one column, from row `first` to row `last`, both counted."""

    column: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A series and where its parts stand on the sheet."""

    series: Series
    title: Span
    names: Span
    """The categories; in a scatter or bubble chart the values along the page."""
    values: Span
    sizes: Span | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of the sheet, and the chart's series on it."""

    rows: tuple[tuple[Value, ...], ...]
    placed: tuple[Placed, ...]

    def words(self, span: Span) -> str:
        """Return a reference to words, with its cache."""
        points = [
            f'<c:pt idx="{at}"><c:v>{attribute(str(value))}</c:v></c:pt>' for at, value in self._read(span)
        ]
        return f"<c:strRef>{_where(span)}<c:strCache>{_count(span)}{''.join(points)}</c:strCache></c:strRef>"

    def numbers(self, span: Span, code: str = "General") -> str:
        """Return a reference to numbers shown as `code` says, with its cache; gaps have no point."""
        points = [
            f'<c:pt idx="{at}"><c:v>{number(value)}</c:v></c:pt>'
            for at, value in self._read(span)
            if isinstance(value, (int, float))
        ]
        cache = f"<c:formatCode>{attribute(code)}</c:formatCode>{_count(span)}{''.join(points)}"
        return f"<c:numRef>{_where(span)}<c:numCache>{cache}</c:numCache></c:numRef>"

    def _read(self, span: Span) -> Iterator[tuple[int, Value]]:
        for at, row in enumerate(self.rows[span.first - 1 : span.last]):
            if (value := row[span.column]) is not None and value != "":
                yield at, value


def sheet_of(chart: Chart) -> Sheet:
    """Return the sheet of a chart; ValueError if a series does not fill its categories."""
    return _points(chart) if chart.kind in POINTS else _grid(chart)


def _grid(chart: Chart) -> Sheet:
    """One row for each category, one column for each series."""
    count = len(chart.categories)
    for series in chart.series:
        if len(series.values) != count:
            raise ValueError(f"the series {series.title!r} does not fill the {count} categories of its chart")
    head: tuple[Value, ...] = (chart.along.title or None, *(series.title for series in chart.series))
    rows = [head]
    for at, name in enumerate(chart.categories):
        rows.append((name, *(series.values[at] for series in chart.series)))
    names = Span(0, 2, count + 1)
    placed = tuple(
        Placed(series, Span(column, 1, 1), names, Span(column, 2, count + 1))
        for column, series in enumerate(chart.series, 1)
    )
    return Sheet(tuple(rows), placed)


def _points(chart: Chart) -> Sheet:
    """One row for each point, series below series: series, point, along, up, size.

    The longest series comes first: LibreOffice loses a shorter one that stands before a longer one.
    """
    sized = chart.kind == "bubble"
    rows: list[tuple[Value, ...]] = [
        ("Series", "Point", chart.along.title, chart.up.title, *["Size"] * sized)
    ]
    placed, names = [], _names(chart)
    for series in sorted(chart.series, key=lambda each: -len(each.values)):
        count = len(series.values)
        if len(series.across) != count or (sized and len(series.sizes) != count):
            raise ValueError(f"the series {series.title!r} has points without a place")
        first, last = len(rows) + 1, len(rows) + count
        for at in range(count):
            size = (series.sizes[at],) if sized else ()
            rows.append((series.title, names[series][at], series.across[at], series.values[at], *size))
        spans = [Span(column, first, last) for column in (2, 3, 4)]
        placed.append(Placed(series, Span(0, first, first), spans[0], spans[1], spans[2] if sized else None))
    return Sheet(tuple(rows), tuple(placed))


def _names(chart: Chart) -> dict[Series, tuple[str, ...]]:
    """Return the names of the points of each series."""
    found, at = {}, 0
    for series in chart.series:
        following = at + len(series.values)
        found[series] = chart.categories[at:following]
        at = following
        if len(found[series]) < len(series.values):
            raise ValueError(f"the series {series.title!r} has points without a name")
    return found


def _where(span: Span) -> str:
    first, last = place(span.column, span.first, True), place(span.column, span.last, True)
    return f"<c:f>{SHEET}!{first if first == last else f'{first}:{last}'}</c:f>"


def _count(span: Span) -> str:
    return f'<c:ptCount val="{span.last - span.first + 1}"/>'
