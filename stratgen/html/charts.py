"""Charts as drawings with words for those who do not see them, and their numbers as a table."""

from __future__ import annotations

from typing import assert_never

from stratgen.document import Chart, Panels
from stratgen.html.canvas import Canvas
from stratgen.html.job import Job
from stratgen.html.plots import bars, columns, drawn, dress
from stratgen.html.spots import cloud, radar
from stratgen.html.tables import data_table
from stratgen.html.text import escape


def chart_figure(job: Job, chart: Chart, caption: str, description: str) -> str:
    """Return a chart and its table; the table waits behind a line where it stands close by already."""
    return _picture(job, chart, caption, description) + _numbers(job, chart, caption)


def panels_figure(job: Job, panels: Panels, caption: str, description: str) -> str:
    """Return small charts side by side, and their one table."""
    pictures = "".join(
        f"<div>{_picture(job, chart, chart.title or caption, description)}</div>" for chart in panels.charts
    )
    return f'<div class="panels">{pictures}</div>{_numbers(job, panels, caption)}'


def _picture(job: Job, chart: Chart, caption: str, description: str) -> str:
    title = f'<p class="chart-title">{escape(chart.title)}</p>' if chart.title else ""
    spoken = chart.description or description or caption
    svg = _canvas(chart, job.document.language).svg(
        chart.title or caption, spoken, (job.fresh("title"), job.fresh("description"))
    )
    return f'{title}{_legend(chart)}<div class="scroll chart" tabindex="0">{svg}</div>'


def _canvas(chart: Chart, language: str) -> Canvas:
    match chart.kind:
        case "bar":
            return bars(chart, language)
        case "column" | "stacked" | "line":
            return columns(chart, language)
        case "scatter" | "bubble":
            return cloud(chart, language)
        case "radar":
            return radar(chart, language)
        case _:
            assert_never(chart.kind)


def _legend(chart: Chart) -> str:
    """Return the legend, unless one series speaks for itself or all have words beside them."""
    shapes = drawn(chart)
    if len(shapes) < 2 or all(series.labels for _, series in shapes):
        return ""
    line = " curve" if chart.kind in ("line", "radar") else ""
    items = "".join(
        f'<li><svg viewBox="0 0 26 14" aria-hidden="true"><path class="{dress(place, series)}{line}" d="'
        f'{"M1 7L25 7" if line else "M5 1L19 1L19 13L5 13Z"}"/></svg>{escape(series.title)}</li>'
        for place, series in shapes
    )
    return f'<ul class="legend">{items}</ul>'


def _numbers(job: Job, content: Chart | Panels, caption: str) -> str:
    opened = " open" if content.table_shown else ""
    table = data_table(job, content.table, f'<span class="unseen">{escape(caption)}</span>')
    return f"<details{opened}><summary>{escape(job.look.words.numbers)}</summary>{table}</details>"
