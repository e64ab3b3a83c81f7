"""The charts: the numbers of the findings, gaps for what is not known, and no chart without numbers."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stratgen.analysis import analyze
from stratgen.analysis.exhibits.beside import Plot, sides
from stratgen.analysis.exhibits.brief import Brief
from stratgen.analysis.exhibits.charts import BUILDERS
from stratgen.analysis.wording import Wording, half_up
from stratgen.document import Chart, Exhibit, Panels, plain
from tests.analysis.reading import lines_of
from tests.builders import UNKNOWN, an_engagement, answers

ALL = tuple(BUILDERS)
POINTS = ("scatter", "bubble")


def a_brief(**changes: Any) -> Brief:
    engagement = an_engagement(**changes)
    return Brief(engagement, analyze(engagement), Wording("en-GB", "GBP"))


def built(name: str, **changes: Any) -> Exhibit | None:
    return BUILDERS[name](a_brief(**changes))


def shown(name: str, **changes: Any) -> Exhibit:
    exhibit = built(name, **changes)
    assert exhibit is not None
    return exhibit


def chart(name: str, **changes: Any) -> Chart:
    content = shown(name, **changes).content
    assert isinstance(content, Chart)
    return content


def panels(**changes: Any) -> Panels:
    content = shown("roadmap-trends", **changes).content
    assert isinstance(content, Panels)
    return content


def the_charts(exhibit: Exhibit) -> tuple[Chart, ...]:
    match exhibit.content:
        case Panels(charts=charts):
            return charts
        case Chart() as one:
            return (one,)
    pytest.fail(f"{exhibit.key} is no chart")


@pytest.mark.parametrize("name", ALL)
def test_every_chart_carries_its_name_words_and_a_whole_table(name: str) -> None:
    """A chart has its key, a caption, words in its place, and a table that fills its columns."""
    exhibit = shown(name)
    assert exhibit.key == name
    assert exhibit.caption
    assert len(exhibit.description) > 40
    assert isinstance(exhibit.content, Chart | Panels)
    assert exhibit.content.table.rows
    assert all(len(row.cells) == len(exhibit.content.table.columns) for row in exhibit.content.table.rows)
    assert "None" not in lines_of(exhibit) + exhibit.description


@pytest.mark.parametrize("name", ALL)
def test_every_series_fills_its_chart(name: str) -> None:
    """Values fill the categories; points have both places, a name, and a side for each label."""
    for one in the_charts(shown(name)):
        for series in one.series:
            if one.kind in POINTS:
                assert len(series.across) == len(series.values)
            else:
                assert len(series.values) == len(one.categories)
            assert len(series.labels) in (0, len(series.values))
            assert len(series.sides) in (0, len(series.values))
        if one.kind in POINTS:
            assert len(one.categories) == sum(len(series.values) for series in one.series)


def test_the_quadrant_shows_today_as_a_point_and_the_target_as_a_field() -> None:
    """Today stands at the two scores; a point for the target might lie behind today, so its field bears the word."""
    brief = a_brief()
    found = brief.findings.placement
    exhibit = BUILDERS["roadmap-quadrant"](brief)
    assert exhibit is not None
    assert isinstance(exhibit.content, Chart)
    marks = exhibit.content.series[0]
    assert (marks.across[0], marks.values[0]) == (found.innovation.value, found.investment.value)
    assert marks.labels == ("Today",)
    assert [each.startswith("Target: ") for each in exhibit.content.series[1].labels].count(True) == 1
    assert marks.marked == (0,)
    assert (exhibit.content.up.line, exhibit.content.along.line) == (50, 50)
    assert "not a point in it" in plain(exhibit.source)


def test_the_quadrant_without_a_target_shows_today_alone() -> None:
    """An unknown target has no mark, and the note says that it is not set."""
    exhibit = shown("roadmap-quadrant", vision__target_segment=UNKNOWN)
    assert the_charts(exhibit)[0].series[0].labels == ("Today",)
    assert "not set yet" in plain(exhibit.source)


def test_an_unknown_area_is_a_gap_in_the_profile_and_named_below() -> None:
    """The radar leaves a hole where a level is not known."""
    brief = a_brief()
    first = brief.findings.orientation.areas[0]
    exhibit = shown("roadmap-profile", **{f"maturity__areas__{first.key}__level": UNKNOWN})
    today = the_charts(exhibit)[0].series[0]
    assert today.values[0] is None
    assert None not in today.values[1:]
    assert f"left open: {first.name}" in plain(exhibit.source)


def test_channels_stand_where_they_score_and_unscored_ones_are_named() -> None:
    """Every scored channel is a point of its state; the others are left out and named."""
    found = a_brief().findings.channels.findings
    exhibit = shown("roadmap-channel-map")
    one = the_charts(exhibit)[0]
    spots = {
        (series.title, x, y)
        for series in one.series
        for x, y in zip(series.across, series.values, strict=True)
    }
    for each in found:
        if each.feasibility is None or each.opportunity is None:
            assert each.name in plain(exhibit.source)
        else:
            assert each.state is not None
            near = [spot for spot in spots if spot[0] == each.state.label
                    and abs((spot[1] or 0) - each.feasibility) < 0.06 and abs((spot[2] or 0) - each.opportunity) < 0.06]  # fmt: skip
            assert len(near) == 1, each.name


def test_trends_run_from_the_baseline_over_the_quarters() -> None:
    """At most four measures, those in focus first; each line is baseline and quarter targets."""
    brief = a_brief()
    content = panels()
    by_name = {each.kpi.name: each for each in brief.findings.objectives if each.kpi}
    assert 1 <= len(content.charts) <= 4
    for one in content.charts:
        found = by_name[one.title.partition(", ")[0]]
        assert one.series[0].values[1:] == found.quarters
        assert [series.title for series in one.series] == ["Target"]
    assert not content.table_shown


def _progress(value: Any) -> dict[str, Any]:
    baseline = answers()["objectives"][0]
    actual = {"kpi": baseline["kpi"], "quarter": "Q1", "value": value}
    return {"as_of": "2027-04-02", "actuals": [actual], "deliveries": []}


def test_what_was_measured_is_drawn_and_tabled() -> None:
    """Actual values stand on a line of their own with gaps for quarters to come, and in the table."""
    engagement = an_engagement(progress=_progress(50))
    brief = Brief(engagement, analyze(engagement), Wording("en-GB", "GBP"))
    exhibit = BUILDERS["roadmap-trends"](brief)
    assert exhibit is not None
    assert isinstance(exhibit.content, Panels)
    drawn = [series for one in exhibit.content.charts for series in one.series if series.title == "Actual"]
    assert [series.values[1:] for series in drawn] == [(50, None, None, None)]
    assert exhibit.content.table_shown
    assert "Actual" in lines_of(exhibit)


def test_an_actual_that_is_not_known_is_not_drawn() -> None:
    """A measured value that is open draws no line."""
    content = panels(progress=_progress(UNKNOWN))
    assert all(len(one.series) == 1 for one in content.charts)


def test_costs_by_kind_add_up_to_the_quarters() -> None:
    """The kinds of a quarter add up to the rounded cost of the quarter, in the drawing and in the table."""
    brief = a_brief()
    one = chart("brief-cost-chart")
    scale = 1_000_000 if "million" in one.up.title else 1000 if "thousand" in one.up.title else 1
    for at, whole in enumerate(brief.findings.case.by_quarter):
        drawn = sum(series.values[at] or 0 for series in one.series)
        assert drawn * scale == pytest.approx(whole, abs=60)


def test_the_range_of_benefits_stands_beside_the_cost_that_recurs() -> None:
    """Three bars from low to high, the middle one marked, and the recurring cost last."""
    case = a_brief().findings.case
    one = chart("brief-benefit-chart")
    scale = 1_000_000 if "million" in one.up.title else 1000 if "thousand" in one.up.title else 1
    wanted = [case.benefit_low, case.benefit_base, case.benefit_high, *([case.yearly] if case.yearly else [])]
    assert [value and value * scale for value in one.series[0].values] == pytest.approx(wanted, abs=100)
    assert one.series[0].marked == (1,)


GONE = {
    "roadmap-quadrant": {"maturity__investment": UNKNOWN},
    "roadmap-profile": {"maturity__areas": UNKNOWN},
    "roadmap-channel-map": {"channels": UNKNOWN},
    "roadmap-trends": {"objectives": UNKNOWN},
    "brief-cost-chart": {"board__costs__0__amount": UNKNOWN},
    "brief-benefit-chart": {"board__benefits__0__high": UNKNOWN},
}


def _holes(change: dict[str, Any]) -> dict[str, Any]:
    """Return a change that empties a record leaf by leaf: records themselves are never unknown."""
    found = {}
    for path, value in change.items():
        inner: Any = answers()
        for step in path.split("__"):
            inner = inner[int(step)] if step.isdigit() else inner[step]
        if isinstance(inner, dict):
            for key, leaf in inner.items():
                if isinstance(leaf, dict) and "level" in leaf:
                    found[f"{path}__{key}__level"] = value
                else:
                    found[f"{path}__{key}"] = value
        else:
            found[path] = value
    return found


@pytest.mark.parametrize("name", GONE)
def test_a_chart_without_numbers_is_absent(name: str) -> None:
    """Where the numbers are missing there is no chart, rather than an empty one."""
    assert built(name, **_holes(GONE[name])) is None


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 100)), min_size=1, max_size=8))
def test_words_beside_lone_points_stay_inside_the_plot(points: list[tuple[float, float]]) -> None:
    """Every point gets a side; at the rim the words turn inwards."""
    words = ["Eight ch"] * len(points)
    found = sides(points, words, Plot())
    assert len(found) == len(points)
    assert sides([(100.0, 50.0)], ["Right at the rim"], Plot()) != ("right",)
    assert sides([(0.0, 50.0)], ["Left at the rim"], Plot()) == ("right",)


def test_words_of_close_points_keep_apart() -> None:
    """Two points on top of each other get different sides, and words keep off a line."""
    first, second = sides([(50.0, 50.0), (50.0, 50.0)], ["One", "Two"], Plot())
    assert first != second
    assert sides([(58.0, 30.0)], ["Beside the line"], Plot(line=60.0)) == ("left",)


def test_the_six_success_factors_are_bars_with_the_lowest_marked() -> None:
    """One bar a factor from 0 to 4; the lowest is the one in the accent colour."""
    engagement = an_engagement()
    findings = analyze(engagement)
    found = BUILDERS["annex-success-chart"](Brief(engagement, findings, Wording("en-GB", "GBP")))
    assert found is not None
    chart = found.content
    assert isinstance(chart, Chart)
    (series,) = chart.series
    stands = [each.score.value for each in findings.success.factors]
    assert [value and round(value, 1) for value in series.values] == [
        value and half_up(value, 1) for value in stands
    ]
    lowest = tuple(at for at, each in enumerate(findings.success.factors) if each in findings.success.lowest)
    assert series.marked == (lowest if len(lowest) < len(findings.success.factors) else ())
