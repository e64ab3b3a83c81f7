"""Pairs of charts under one caption, for the annex on method: two small pictures say as much as two large ones.

Nothing is drawn anew: the charts are those of the other modules, with their captions as titles.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from stratgen.analysis.exhibits import charts_money, charts_standing
from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.ledger import columns
from stratgen.document import Chart, DataTable, Exhibit, Inlines, Panels, Row, Text, cell, plain

_HIGH = 0.5
"""The height of a chart as a share of its width, half a page wide."""
_NET = 0.72
"""The same of a net, which needs more room for a name at each corner."""


def standing(brief: Brief) -> Exhibit | None:
    """Return the six success factors beside the profile of the nine areas; None where neither is scored."""
    both = (charts_standing.factors(brief), charts_standing.profile(brief))
    return _beside("annex-standing", "Success factors, and the nine areas", both, _NET)


def money(brief: Brief) -> Exhibit | None:
    """Return the benefit of a full year beside the cost of year one; None where neither is known."""
    both = (charts_money.benefits(brief), charts_money.costs(brief))
    return _beside("annex-money", "Benefit and cost", both)


def _beside(key: str, caption: str, found: Sequence[Exhibit | None], high: float = _HIGH) -> Exhibit | None:
    """Return the exhibits that are there as one; a single one stays as it is, under its own caption."""
    shown = [each for each in found if each is not None]
    charts = [(each, each.content) for each in shown if isinstance(each.content, Chart)]
    if len(charts) < 2:
        return replace(shown[0], key=key) if shown else None
    panels = Panels(
        tuple(replace(chart, title=each.caption, description=each.description, height=high) for each, chart in charts),
        DataTable(columns(("Chart", 2), ("What", 2), ("Value", 1, "end")),
                  tuple(line for each, chart in charts for line in _rows(each.caption, chart))),
        table_shown=False,
    )  # fmt: skip
    notes = tuple(inline for at, each in enumerate(shown) for inline in _spaced(at, each.source))
    return Exhibit(key, "Figure", caption, panels, notes, " ".join(each.description for each in shown))


def _spaced(at: int, source: Inlines) -> Inlines:
    return (Text(" "), *source) if at and source else source


def _rows(title: str, chart: Chart) -> list[Row]:
    rows = []
    for line in chart.table.rows:
        first, *rest = (" ".join(map(plain, each.paragraphs)) for each in line.cells)
        rows.append(Row((cell(title), cell(first), cell("; ".join(rest)))))
    return rows


BUILDERS: dict[str, Builder] = {"annex-standing": standing, "annex-money": money}
