"""Charts of what there is to do: channels by what they offer and can bear, measures on their way."""

from __future__ import annotations

from collections.abc import Sequence

from stratgen.analysis.channel_scores import LEADS_FROM
from stratgen.analysis.exhibits.beside import Plot, sides
from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.ledger import SCORES, columns
from stratgen.analysis.findings import ChannelFinding, Kpi, ObjectiveFinding
from stratgen.analysis.wording import NO_BREAK, half_up
from stratgen.document import (
    Axis,
    Cell,
    Chart,
    DataTable,
    Exhibit,
    Panels,
    Row,
    Series,
    SeriesRole,
    Side,
    Text,
    cell,
)
from stratgen.engagement import Quarter, known, records
from stratgen.engagement.channels import ChannelState

FEWEST = 2
"""The fewest channels that are worth a chart."""
MOST = 4
"""The most measures with a chart of their own."""
_PLOT = Plot(wide=425, high=150, line=LEADS_FROM)
_STEPS = ("Start", *(each.value for each in Quarter))

_UNSET = "Not set"
_ROLES: dict[str, SeriesRole] = {
    ChannelState.LEAD.label: "accent", ChannelState.RETIRE.label: "quiet", ChannelState.NONE.label: "quiet",
}  # fmt: skip

Place = tuple[float, float]


def channels(brief: Brief) -> Exhibit | None:
    """Return the channels between feasibility and opportunity, by state; None where under two are scored."""
    found = brief.findings.channels.findings
    scored = [(each, spot) for each in found if (spot := _spot(each)) is not None]
    if len(scored) < FEWEST:
        return None
    w = brief.wording
    groups = _groups(scored)
    spots = [spot for _, spot, _ in groups]
    beside = sides(spots, [words for _, _, words in groups], _PLOT)
    series: list[Series] = []
    names: list[str] = []
    order = [
        state
        for state in (*(each.label for each in ChannelState), _UNSET)
        if state in {group[0] for group in groups}
    ]
    for state in order:
        inside = [at for at, group in enumerate(groups) if group[0] == state]
        labels = tuple(groups[at][2] for at in inside)
        series.append(Series(state, tuple(spots[at][1] for at in inside), _ROLES.get(state, "plain"), tuple(spots[at][0] for at in inside),
                             labels=labels, sides=tuple(beside[at] for at in inside)))  # fmt: skip
        names += labels
    heads = columns(("Channel", 2), ("State", 1), ("Opportunity", 1, "end"), ("Feasibility", 1, "end"))
    rows = tuple(
        Row((cell(each.name), cell(_state(each)), cell(w.number(y, 1)), cell(w.number(x, 1))))
        for each, (x, y) in scored
    )
    chart = Chart("scatter", tuple(names), tuple(series), DataTable(heads, rows), up=_axis("Opportunity"),
                  along=_axis("Feasibility"), table_shown=False, height=0.44)  # fmt: skip
    note = f"The lines stand at {w.number(LEADS_FROM)}, from where a channel can lead."
    if holes := [each.name for each in found if _spot(each) is None]:
        note += f" Not scored, and left out: {w.listing(holes)}."
    spoken = "; ".join(
        f"{each.name}: opportunity {w.number(y, 0)}, feasibility {w.number(x, 0)}" for each, (x, y) in scored
    )
    return Exhibit(
        "roadmap-channel-map", "Figure", "What each channel offers, and what we can bear", chart,
        (Text(f"{note} {SCORES}"),), f"Two axes from 0 to 100. {spoken}.",
    )  # fmt: skip


def _axis(title: str) -> Axis:
    return Axis(f"{title}, 0 to 100", 0, 100, 20, line=LEADS_FROM)


def _spot(found: ChannelFinding) -> Place | None:
    if found.feasibility is None or found.opportunity is None:
        return None
    return half_up(found.feasibility, 1), half_up(found.opportunity, 1)


def _state(found: ChannelFinding) -> str:
    return found.state.label if found.state else _UNSET


def _groups(scored: Sequence[tuple[ChannelFinding, Place]]) -> list[tuple[str, Place, str]]:
    """Return state, place and words of each point; channels of a state at one place share a point.

    The words stay on one line: broken over two they would run into those of their neighbours.
    """
    found: dict[tuple[str, Place], list[str]] = {}
    for each, spot in scored:
        found.setdefault((_state(each), spot), []).append(each.name)
    return [(state, spot, ", ".join(names).replace(" ", NO_BREAK)) for (state, spot), names in found.items()]


def trends(brief: Brief) -> Exhibit | None:
    """Return the way of at most four measures to their targets, one small chart each."""
    shown = _chosen(brief)
    if not shown:
        return None
    charts, rows = [], []
    for each, kpi in shown:
        actual = _actuals(brief, kpi)
        charts.append(_trend(brief, each, kpi, actual))
        rows.append(_row(brief, kpi, "Target", (_start(each), *each.quarters)))
        if any(value is not None for value in actual):
            rows.append(_row(brief, kpi, "Actual", (None, *actual)))
    heads = columns(("Measure", 2.4), ("Line", 0.8), *((name, 1, "end") for name in _STEPS))
    measured = len(rows) > len(charts)
    note = "Dashed: the targets at the end of each quarter."
    note += " Solid: what was measured." if measured else " Nothing has been measured yet since the start."
    panels = Panels(tuple(charts), DataTable(heads, tuple(rows)), table_shown=measured)
    spoken = " ".join(chart.description for chart in charts)
    caption = "The way to the targets" if len(charts) > 1 else "The way to the target"
    return Exhibit("roadmap-trends", "Figure", caption, panels, (Text(note),), spoken)


def _chosen(brief: Brief) -> list[tuple[ObjectiveFinding, Kpi]]:
    """Return the objectives whose measures are shown: those in focus of a quarter before the others."""
    focus = brief.engagement.focus_metrics
    order = [known(name) for name in (focus.q1, focus.q2, focus.q3, focus.q4)]
    found = [(each, each.kpi) for each in brief.findings.objectives if each.printable and each.kpi]
    found.sort(key=lambda pair: order.index(pair[1].id) if pair[1].id in order else len(order))
    return found[:MOST]


def _start(found: ObjectiveFinding) -> float | None:
    figure = known(found.objective.baseline)
    return figure.value if figure else None


def _actuals(brief: Brief, kpi: Kpi) -> tuple[float | None, ...]:
    """Return what a measure stood at, at the end of each quarter; None where it was not measured."""
    progress = brief.engagement.progress
    given = {
        known(each.quarter): figure.value
        for each in records(progress.actuals if progress else ())
        if known(each.kpi) == kpi.id and (figure := known(each.value))
    }
    return tuple(given.get(quarter) for quarter in Quarter)


def _trend(brief: Brief, found: ObjectiveFinding, kpi: Kpi, actual: tuple[float | None, ...]) -> Chart:
    start, w = _start(found), brief.wording
    planned = (start, *found.quarters)
    last = max((at for at, value in enumerate(planned) if value is not None), default=0)
    words = tuple(
        _short(brief, kpi, value) if value is not None and at in (0, last) else ""
        for at, value in enumerate(planned)
    )
    series = [Series("Target", planned, "planned", labels=words)]
    spoken = f"{kpi.name}: targets {w.listing(_said(brief, kpi, planned))}."
    measured = [at for at, value in enumerate(actual, 1) if value is not None]
    if measured:
        newest = measured[-1]
        labels = tuple(
            _short(brief, kpi, actual[at - 1]) if at == newest else "" for at in range(len(planned))
        )
        series.append(
            Series(
                "Actual", (start, *actual), "accent", labels=labels, sides=_away(planned, (start, *actual))
            )
        )
        spoken += f" Measured: {w.listing(_said(brief, kpi, (None, *actual)))}."
    unit = "" if kpi.unit in ("%", "") else ", in money" if kpi.unit == "money" else f", {kpi.unit}"
    values = [value for value in (*planned, *actual) if value is not None]
    low = 0.0 if min(values, default=0) >= 0 else None
    top = 100.0 if kpi.unit == "%" and max(values, default=0) <= 100 else None
    return Chart(
        "line", _STEPS, tuple(series), DataTable((), ()),
        up=Axis("", low, top, 25 if top else None, after="%" if kpi.unit == "%" else "", numbers_shown=False),
        title=f"{kpi.name}{unit}", description=spoken, table_shown=False, height=0.34,
    )  # fmt: skip


def _away(planned: Sequence[float | None], actual: Sequence[float | None]) -> tuple[Side, ...]:
    """Return the side of each measured value on which the line of the targets does not run."""
    pairs = zip(planned, actual, strict=True)
    return tuple("above" if aim is None or value is None or value >= aim else "below" for aim, value in pairs)


def _short(brief: Brief, kpi: Kpi, value: float | None) -> str:
    """Return a value as it stands at a point: the title of the chart names its unit."""
    if value is None:
        return ""
    return brief.wording.measured(value, kpi.unit if kpi.unit in ("%", "money") else "")


def _said(brief: Brief, kpi: Kpi, values: Sequence[float | None]) -> list[str]:
    return [
        f"{name} {brief.wording.measured(value, kpi.unit)}"
        for name, value in zip(_STEPS, values, strict=True)
        if value is not None
    ]


def _row(brief: Brief, kpi: Kpi, line: str, values: Sequence[float | None]) -> Row:
    cells: list[Cell] = [
        cell("–" if value is None else brief.wording.measured(value, kpi.unit)) for value in values
    ]
    return Row((cell(kpi.name), cell(line), *cells))


BUILDERS: dict[str, Builder] = {"roadmap-channel-map": channels, "roadmap-trends": trends}
