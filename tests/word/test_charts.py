"""Charts in Word: drawn from the same numbers as their workbook, editable, spoken, and told apart in grey."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stratgen.document import Axis, Chart, Column, DataTable, Exhibit, Panels, Row, Series, cell
from stratgen.word import lint, write
from stratgen.word.workbook import place, workbook
from tests.command import ROOT
from tests.word.builders import a_heading, minimal, the_style

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
VALIDATOR = ROOT / "node_modules" / "@xarsh" / "ooxml-validator-linux-x64" / "ooxml-validator"

TABLE = DataTable((Column("Quarter"), Column("Share", 1, "end")), (Row((cell("Q1"), cell("12"))),))
NAMES = ("Q1", "Q2", "Q3 & Q4")
TWO = (Series("Today <now>", (1.0, None, 2.25), "accent"), Series("Target", (3.0, 4.0, 5.0), "planned"))
POINTS = (
    Series("Place", (35.0, 75.0), "plain", (30.0, 75.0), (4.0, 9.0), ("Today", "Target"), ("left", "right"), (0,)),
    Series("Names", (93.0, 93.0, 7.0), "words", (25.0, 75.0, 25.0), (1.0, 1.0, 1.0), ("A", "B", "C")),
)  # fmt: skip
SCALE = Axis("Score, 0 to 100", 0, 100, 25, line=50)
CHARTS = (
    Chart("bar", NAMES, TWO[:1], TABLE, Axis("Score", 0, 4, 1, places=1), numbers_shown=True),
    Chart("column", NAMES, TWO, TABLE, Axis("Share", 0, after="%")),
    Chart("stacked", NAMES, tuple(replace(each, role="plain") for each in TWO), TABLE, numbers_shown=True),
    Chart("line", NAMES, TWO, TABLE, Axis(before="R ", numbers_shown=False)),
    Chart("radar", NAMES, TWO, TABLE, Axis("", 0, 4, 1)),
    Chart("scatter", ("Today", "Target", "A", "B", "C"), POINTS, TABLE, SCALE, SCALE),
    Chart("bubble", ("Today", "Target", "A", "B", "C"), POINTS, TABLE, SCALE, SCALE),
)


def an_exhibit(content: Chart | Panels, key: str = "chart", number: int = 1) -> Exhibit:
    return Exhibit(key, "Figure", "Share of voice", content, (), "Twelve percent in Q1.", number)


def parts(*contents: Chart | Panels) -> dict[str, bytes]:
    """Return the parts of a document with these charts."""
    blocks = [an_exhibit(content, f"chart-{at}", at) for at, content in enumerate(contents, 1)]
    docx = write(minimal(a_heading("Charts"), *blocks), the_style())
    assert lint(docx) == []
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def chart_of(content: Chart) -> ElementTree.Element:
    return ElementTree.fromstring(parts(content)["word/charts/chart1.xml"])


def cells(book: bytes) -> dict[str, str]:
    """Return what stands in each cell of a workbook, read apart from the writer."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    return {
        each.get("r", ""): "".join(
            piece.text or "" for piece in each.iter() if piece.tag in (f"{S}v", f"{S}t")
        )
        for each in sheet.iter(f"{S}c")
    }


def drawn(part: bytes) -> dict[str, str]:
    """Return what a chart's cache says stands in each cell that it names."""
    found = {}
    for reference in ElementTree.fromstring(part).iter():
        if reference.tag not in (f"{C}numRef", f"{C}strRef"):
            continue
        name = re.fullmatch(r"Sheet1!\$([A-Z]+)\$(\d+)(?::\$\1\$(\d+))?", reference.findtext(f"{C}f") or "")
        assert name, reference.findtext(f"{C}f")
        for point in reference.iter(f"{C}pt"):
            found[f"{name[1]}{int(name[2]) + int(point.get('idx', ''))}"] = point.findtext(f"{C}v") or ""
    return found


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.kind)
def test_the_picture_says_what_the_workbook_says(chart: Chart) -> None:
    """Rule: every number and name in the cache of a chart stands in the cell that it names."""
    files = parts(chart)
    picture = drawn(files["word/charts/chart1.xml"])
    book = cells(files["word/embeddings/workbook1.xlsx"])
    assert picture
    assert {name: book.get(name) for name in picture} == picture
    values = sorted(value for series in chart.series for value in series.values if value is not None)
    numbers = [float(picture[name]) for name in picture if re.fullmatch(r"-?[\d.]+", picture[name])]
    assert [value for value in values if value not in numbers] == []


@given(
    st.lists(
        st.lists(
            st.none() | st.floats(-1e12, 1e12, allow_nan=False) | st.integers(-(10**6), 10**6).map(float),
            min_size=3,
            max_size=3,
        ),
        min_size=1,
        max_size=4,
    )
)
def test_any_numbers_agree(rows: list[list[float | None]]) -> None:
    """Rule: gaps and numbers of any size reach picture and workbook alike; the lint would say otherwise."""
    series = tuple(Series(f"Line {at}", tuple(row)) for at, row in enumerate(rows))
    files = parts(Chart("line", NAMES, series, TABLE))
    picture = drawn(files["word/charts/chart1.xml"])
    told = [picture.get(place(column, row)) for column in range(1, len(rows) + 1) for row in (2, 3, 4)]
    assert [None if value is None else float(value) for value in told] == [
        value for row in rows for value in row
    ]


def test_an_unknown_value_is_a_gap() -> None:
    """Rule: what is not known has no point, and the line does not run through it."""
    tree = chart_of(CHARTS[3])
    values = tree.find(f".//{C}ser/{C}val//{C}numCache")
    assert values is not None
    assert [point.get("idx") for point in values.iter(f"{C}pt")] == ["0", "2"]
    gaps = tree.find(f".//{C}dispBlanksAs")
    assert gaps is not None
    assert gaps.get("val") == "gap"


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.kind)
def test_charts_take_their_colours_from_the_theme(chart: Chart) -> None:
    """Rule: no colour is fixed in a chart; a brand's theme colours it."""
    part = parts(chart)["word/charts/chart1.xml"].decode()
    assert "srgbClr" not in part
    assert 'schemeClr val="accent' in part


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.kind)
def test_letters_in_charts_are_nine_points_or_more(chart: Chart) -> None:
    """Rule: whatever a chart says can be read at the size of the page."""
    part = parts(chart)["word/charts/chart1.xml"].decode()
    sizes = [int(size) for size in re.findall(r'\bsz="(\d+)"', part)]
    assert min(sizes) >= 900


def test_every_drawing_speaks_and_has_its_own_id() -> None:
    """Rule: each chart has words for those who cannot see it, its own over those of the exhibit."""
    spoken = replace(CHARTS[0], description="Bars.")
    body = ElementTree.fromstring(parts(spoken, *CHARTS[1:])["word/document.xml"])
    marks = list(body.iter(f"{WP}docPr"))
    assert [mark.get("descr") for mark in marks] == ["Bars."] + ["Twelve percent in Q1."] * (len(CHARTS) - 1)
    assert len({mark.get("id") for mark in marks}) == len(marks) == len(CHARTS)


def test_the_table_stands_below_unless_it_stands_close_by() -> None:
    """Rule: a chart without its table keeps the drawing and drops the rows."""
    shown = parts(CHARTS[1])["word/document.xml"].decode()
    hidden = parts(replace(CHARTS[1], table_shown=False))["word/document.xml"].decode()
    assert shown.count("<w:tbl>") == 1
    assert shown.index("<w:drawing>") < shown.index("<w:tbl>")
    assert "<w:tbl>" not in hidden
    assert "<w:drawing>" in hidden


def test_series_differ_without_colour() -> None:
    """Rule: lines differ in dash or in the shape of their dots, and surfaces in how dark they are."""
    for chart in (CHARTS[3], CHARTS[4]):
        marks = set()
        for series in chart_of(chart).iter(f"{C}ser"):
            dash, dot = series.find(f"{C}spPr/{A}ln/{A}prstDash"), series.find(f"{C}marker/{C}symbol")
            assert dash is not None
            assert dot is not None
            marks.add((dash.get("val"), dot.get("val")))
        assert len(marks) == 2
    shades = [
        ElementTree.tostring(fill)
        for series in chart_of(CHARTS[2]).iter(f"{C}ser")
        if (fill := series.find(f"{C}spPr/{A}solidFill")) is not None
    ]
    assert len(set(shades)) == len(shades) == 2


def test_a_legend_names_what_is_drawn() -> None:
    """Rule: a legend stands where several series are drawn, and words in the plot are not in it."""
    assert chart_of(CHARTS[0]).find(f".//{C}legend") is None
    assert chart_of(CHARTS[1]).find(f".//{C}legend") is not None
    assert chart_of(CHARTS[5]).find(f".//{C}legend") is None
    three = replace(
        CHARTS[5], series=(POINTS[0], replace(POINTS[0], title="More"), POINTS[1]),
        categories=("Today", "Target", "Today", "Target", "A", "B", "C"),
    )  # fmt: skip
    entries = chart_of(three).findall(f".//{C}legendEntry")
    assert [entry.find(f"{C}idx").get("val") for entry in entries] == ["2"]  # type: ignore[union-attr]


def test_words_stand_at_their_points() -> None:
    """Rule: each labelled point shows its words, those of a series of words without a dot."""
    text = ElementTree.tostring(chart_of(CHARTS[5]), encoding="unicode")
    for word in ("Today", "Target", "A", "B", "C"):
        assert f">{word}</" in text
    names = [series for series in chart_of(CHARTS[5]).iter(f"{C}ser") if series.find(f"{C}marker/{C}symbol[@val='none']") is not None]  # fmt: skip
    assert len(names) == 1


def test_axes_cross_at_their_lines() -> None:
    """Rule: the line of an axis is where the other axis runs, with its numbers left at the rim."""
    tree = chart_of(CHARTS[5])
    assert [mark.get("val") for mark in tree.iter(f"{C}crossesAt")] == ["50", "50"]
    assert [mark.get("val") for mark in tree.iter(f"{C}tickLblPos")] == ["low", "low"]


def test_panels_stand_two_in_a_row_over_one_table() -> None:
    """Rule: small charts share a paragraph by twos, each with its title, and one table follows."""
    small = tuple(replace(CHARTS[3], title=f"Measure {at}", description=f"Words {at}.") for at in (1, 2, 3))
    body = parts(Panels(small, TABLE))["word/document.xml"].decode()
    rows = [row for row in body.split("<w:p>") if "<w:drawing>" in row]
    assert [row.count("<w:drawing>") for row in rows] == [2, 1]
    assert body.count("<w:tbl>") == 1
    assert 'descr="Words 3."' in body
    wide = sum(int(size) for size in re.findall(r'<wp:extent cx="(\d+)"', rows[0]))
    whole = parts(CHARTS[0])["word/document.xml"].decode()
    assert wide <= int(re.findall(r'<wp:extent cx="(\d+)"', whole)[0])


def test_charts_are_numbered_by_order() -> None:
    """Rule: the parts of the first chart in the text have number one, with and without others around."""
    files = parts(*CHARTS)
    assert [name for name in files if name.startswith("word/charts/chart")] == [
        f"word/charts/chart{at}.xml" for at in range(1, len(CHARTS) + 1)
    ]
    alone = parts(CHARTS[0])
    for name in ("word/charts/chart1.xml", "word/embeddings/workbook1.xlsx"):
        assert files[name] == alone[name]


def test_a_series_that_does_not_fill_its_chart_is_refused() -> None:
    """Rule: a broken tree is a fault of ours, said at once."""
    with pytest.raises(ValueError, match="does not fill the 3 categories"):
        parts(Chart("line", NAMES, (Series("Short", (1.0,)),), TABLE))
    with pytest.raises(ValueError, match="without a place"):
        parts(Chart("scatter", NAMES, (Series("Nowhere", (1.0,)),), TABLE))
    with pytest.raises(ValueError, match="without a name"):
        parts(Chart("scatter", (), (Series("Nobody", (1.0,), across=(1.0,)),), TABLE))


def test_a_workbook_names_its_cells_as_sheets_do() -> None:
    """Rule: columns run A to Z and on to AA, and a cell holds what it was given."""
    assert [place(at, 1) for at in (0, 25, 26, 701, 702)] == ["A1", "Z1", "AA1", "ZZ1", "AAA1"]
    assert cells(workbook([["Name & more", 1.5, None, 2.0]])) == {"A1": "Name & more", "B1": "1.5", "D1": "2"}
    assert workbook([["a", 1.0]]) == workbook([["a", 1.0]])


@pytest.mark.office
def test_microsofts_validator_finds_nothing(tmp_path: Path) -> None:
    """Rule: documents with every kind of chart, and the workbooks inside, hold to the format."""
    assert VALIDATOR.exists(), "The Open XML validator is missing; .ci/office installs it."
    document = tmp_path / "charts.docx"
    small = tuple(replace(CHARTS[3], title=f"Measure {at}") for at in (1, 2))
    contents: tuple[Chart | Panels, ...] = (*CHARTS, Panels(small, TABLE))
    blocks = [an_exhibit(each, f"c{at}", at) for at, each in enumerate(contents, 1)]
    document.write_bytes(write(minimal(a_heading("Charts"), *blocks), the_style()))
    with zipfile.ZipFile(document) as archive:
        books = [
            Path(archive.extract(name, tmp_path)) for name in archive.namelist() if name.endswith(".xlsx")
        ]
    assert len(books) == len(CHARTS) + 2
    for file in (document, *books):
        run = subprocess.run([VALIDATOR, file], capture_output=True, text=True, timeout=120, check=False)
        assert '"ok": true' in run.stdout, run.stdout[:2000]
