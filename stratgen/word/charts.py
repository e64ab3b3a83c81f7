"""Charts that Word draws and the reader can edit: a chart part, its workbook, and the drawing in line.

The numbers stand as a table below each chart, for those who cannot see it and those who want them exact.
"""

from __future__ import annotations

from stratgen.document import Chart, Panels, Series
from stratgen.word.chart_axes import axes
from stratgen.word.chart_data import POINTS, sheet_of
from stratgen.word.chart_dress import GRID, TITLE, letters, line, looks, words
from stratgen.word.chart_series import SURFACES, plot
from stratgen.word.job import Job
from stratgen.word.namespaces import FORMATS, HEAD, R
from stratgen.word.tables import write_data_table
from stratgen.word.text import attribute
from stratgen.word.workbook import workbook

CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

FIRST_ID = 1000
"""Drawings of charts are numbered from here on, away from the cover's and the logos'."""
_TWIP = 635
_GUTTER = 160
"""The space between two panels in twips."""
_LEFT, _BOTTOM, _LEGEND, _RIM = 900, 720, 480, 160
"""What stands around the plot of points, in twips: numbers and title, legend, half a number at the rim."""
_A = f"{FORMATS}/drawingml/2006/main"
_C = f"{FORMATS}/drawingml/2006/chart"
_WP = f"{FORMATS}/drawingml/2006/wordprocessingDrawing"


def write_chart(job: Job, chart: Chart, caption: str, description: str) -> None:
    """Put down a chart and its table; ValueError if a series does not fill its categories."""
    spoken = chart.description or description or caption
    size = job.width, round(job.width * chart.height)
    job.paragraph("chart", _drawing(job, chart, size, caption, spoken), keep=chart.table_shown)
    if chart.table_shown:
        write_data_table(job, chart.table, caption, description)


def write_panels(job: Job, panels: Panels, caption: str, description: str) -> None:
    """Put down small charts, two in a row, and their one table."""
    each = (job.width - _GUTTER) // 2
    rows = [panels.charts[at : at + 2] for at in range(0, len(panels.charts), 2)]
    for number, row in enumerate(rows, 1):
        pictures = "".join(
            _drawing(job, chart, (each, round(each * chart.height)), chart.title or caption,
                     chart.description or description or chart.title or caption)
            for chart in row
        )  # fmt: skip
        job.paragraph("chart", pictures, keep=panels.table_shown or number < len(rows))
    if panels.table_shown:
        write_data_table(job, panels.table, caption, description)


def chart_part(chart: Chart, job: Job) -> tuple[str, bytes]:
    """Return the chart part and the workbook behind it; both are made from one sheet."""
    sheet = sheet_of(chart)
    dress = looks(chart.series, job.style.colours, chart.kind in SURFACES)
    title = (
        f'<c:title>{words(chart.title, size=TITLE, bold=True)}<c:overlay val="0"/></c:title>'
        if chart.title
        else ""
    )
    part = (
        f'{HEAD}<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}" xmlns:r="{R}"><c:date1904 val="0"/>'
        f'<c:roundedCorners val="0"/><c:chart>{title}<c:autoTitleDeleted val="{int(not title)}"/>'
        f"<c:plotArea>{_layout(chart, job.width)}{plot(chart, sheet, dress)}{axes(chart)}{_frame(chart)}</c:plotArea>"
        f'{_legend(chart.series) if chart.needs_legend else ""}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{letters()}"
        '<c:externalData r:id="workbook"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )
    return part, workbook(sheet.rows)


def _layout(chart: Chart, width: int) -> str:
    """Return where the plot stands; points get all the room that titles, numbers and legend leave."""
    if chart.kind not in POINTS:
        return "<c:layout/>"
    high = width * chart.height
    left, top = _LEFT / width, (_LEGEND if chart.needs_legend else _RIM) / high
    wide, tall = 1 - left - _RIM / width, 1 - top - _BOTTOM / high
    values = "".join(
        f'<c:{side} val="{round(value, 4)}"/>'
        for side, value in zip("xywh", (left, top, wide, tall), strict=True)
    )
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{values}</c:manualLayout></c:layout>"
    )


def _frame(chart: Chart) -> str:
    """Return the ground of the plot; a frame holds points together."""
    return f"<c:spPr><a:noFill/>{line(GRID if chart.kind in POINTS else '')}</c:spPr>"


def _legend(series: tuple[Series, ...]) -> str:
    """Return the legend; series of words are not in it."""
    hidden = "".join(
        f'<c:legendEntry><c:idx val="{at}"/><c:delete val="1"/></c:legendEntry>'
        for at, each in enumerate(series)
        if each.role == "words"
    )
    return f'<c:legend><c:legendPos val="t"/>{hidden}<c:overlay val="0"/>{letters()}</c:legend>'


def _drawing(job: Job, chart: Chart, size: tuple[int, int], name: str, description: str) -> str:
    relation = job.chart(*chart_part(chart, job))
    number = FIRST_ID + len(job.charts)
    wide, high = (side * _TWIP for side in size)
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="Chart {len(job.charts)}" descr="{attribute(description)}"'
        f' title="{attribute(name)}"/><wp:cNvGraphicFramePr/><a:graphic xmlns:a="{_A}">'
        f'<a:graphicData uri="{_C}"><c:chart xmlns:c="{_C}" r:id="{relation}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
