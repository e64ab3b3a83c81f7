"""Keeping the course: scorecard, lag actions, dictionary, ratings, barriers, risks, first 90 days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from stratgen.analysis.exhibits.board_today import CARE
from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.ledger import (
    better,
    columns,
    grade_line,
    kpi_name,
    kpi_of,
    kpi_value,
    product_cell,
    table,
)
from stratgen.analysis.findings import ObjectiveFinding, RiskFinding
from stratgen.document import Cell, Exhibit, cell
from stratgen.engagement import Quarter, Unknown, known, records
from stratgen.engagement.purpose import ServiceIntent

ACTIONS = 12
"""Open points that the roadmap takes up; the annex lists all of them."""

HORIZON = 90


def scorecard(brief: Brief) -> Exhibit | None:
    """Return each objective's measure with today's value and the target of every quarter."""
    shown = [each for each in brief.findings.objectives if each.printable and each.kpi]
    heads = columns(("Measure", 2.2), ("Better", 0.8), ("Today", 1.1, "end"),
                    *((each.value, 1.1, "end") for each in Quarter))  # fmt: skip
    return table("roadmap-scorecard", "Targets by quarter", heads, [_score(brief, each) for each in shown],
                 grade_line(brief, [each.objective.baseline for each in shown], _guardrails(brief, shown)))  # fmt: skip


def _guardrails(brief: Brief, shown: list[ObjectiveFinding]) -> str:
    """Return which measures must not get worse while others get better, in one sentence."""
    guarded: dict[str, list[str]] = {}
    for each in shown:
        if each.kpi and (named := guards(brief, each.kpi.guard)):
            guarded.setdefault(named, []).append(each.kpi.name.lower())
    parts = [f"{named} while {brief.wording.listing(names)} improve{'s' if len(names) == 1 else ''}"
             for named, names in guarded.items()]  # fmt: skip
    return f"Must not worsen: {'; '.join(parts)}. Shaded: the focus of the quarter." if parts else ""


def _score(brief: Brief, found: ObjectiveFinding) -> tuple[Cell, ...]:
    assert found.kpi is not None
    return (
        cell(found.kpi.name),
        cell(better(found.kpi)),
        kpi_value(brief, found.kpi, found.objective.baseline),
        *(_aim(brief, found, quarter) for quarter in Quarter),
    )


def _aim(brief: Brief, found: ObjectiveFinding, quarter: Quarter) -> Cell:
    shown = kpi_value(brief, found.kpi, found.quarters[quarter.position])
    focus = known(getattr(brief.engagement.focus_metrics, quarter.value.lower()))
    return Cell(shown.paragraphs, "accent") if found.kpi and found.kpi.id == focus else shown


def guards(brief: Brief, names: str) -> str:
    """Return the names of the measures that must not get worse, in a row; empty where there are none."""
    kpis = brief.findings.kpis
    return brief.wording.listing(
        kpis[each].name if each in kpis else each for each in names.split(", ") if each
    )


def lags(brief: Brief) -> Exhibit | None:
    """Return for each objective from when it lags, for how long, and what happens then."""
    w = brief.wording
    rows = [
        (w.cell(kpi_name(brief, each.objective.kpi)), w.cell(each.objective.if_it_lags.threshold),
         w.cell(each.objective.if_it_lags.lasting), w.cell(each.objective.if_it_lags.action),
         _review(brief, each))
        for each in brief.findings.objectives
    ]  # fmt: skip
    heads = columns(("Measure", 1.9), ("It lags when", 2.5), ("For", 1.3), ("Then", 4.1), ("Reviewed", 0.95))
    return table("roadmap-lags", "What happens when a measure lags", heads, rows)


def _review(brief: Brief, found: ObjectiveFinding) -> Cell:
    rhythm = known(found.objective.review)
    return cell(rhythm.label.capitalize()) if rhythm else brief.wording.cell(found.objective.review)


def dictionary(brief: Brief) -> Exhibit | None:
    """Return how each measure is counted, where it stands on social, and who answers for it."""
    measures = {known(each.kpi): each for each in records(brief.engagement.baseline.measures)}
    owners = {known(each.objective.kpi): each.objective.owner for each in brief.findings.objectives}
    wanted = [name for each in brief.findings.objectives if (name := known(each.objective.kpi))]
    if known(brief.engagement.purpose.service_channel) is not ServiceIntent.NO:
        wanted += CARE
    rows = []
    for name in dict.fromkeys(wanted):
        kpi, measure = kpi_of(brief, name), measures.get(name)
        today = measure.social if measure else None
        adaptation = measure.adaptation if measure else None
        owner = measure.owner if measure else None
        rows.append((
            cell(f"{kpi.name} ({kpi.short})" if kpi and kpi.short != kpi.name else kpi.name if kpi else name),
            brief.wording.cell((kpi.formula if kpi else None) if adaptation is None else adaptation),
            cell("To be measured") if today is None else kpi_value(brief, kpi, today),
            brief.wording.cell(owners.get(name) if owner is None else owner),
        ))  # fmt: skip
    heads = columns(
        ("Measure", 2), ("How it is counted on social", 3.9), ("Social today", 1.6), ("Owner", 1.9)
    )
    return table("roadmap-dictionary", "Dictionary of measures", heads, rows)


def ratings(brief: Brief) -> Exhibit:  # noqa: ARG001 - every builder takes the brief
    """Return what green, amber and red mean for a measure and for a piece of work."""
    rows = [
        (cell("Green", tone="good"), cell("Nine tenths or more of the way due by now"),
         cell("The agreed scope is on time and within its budget")),
        (cell("Amber", tone="watch"), cell("Six tenths or more; the owner names action and date"),
         cell("At risk; recovery under way, with owner and date")),
        (cell("Red", tone="bad"), cell("Less than six tenths; the action starts, the chair is told"),
         cell("Cannot be met as planned; a decision is needed")),
    ]  # fmt: skip
    heads = columns(("Rating", 0.6), ("A measure", 3), ("A piece of work", 3))
    found = table("roadmap-ratings", "What green, amber and red mean", heads, rows)
    assert found is not None  # there are always three ratings
    return found


def barriers(brief: Brief) -> Exhibit | None:
    """Return the processes that stand in the way, each with the plan around it."""
    found = [each.barrier for each in records(brief.engagement.stakeholders) if each.barrier]
    heads = columns(("What stands in the way", 1), ("The plan around it", 1))
    rows = [(brief.wording.cell(each.process), brief.wording.cell(each.plan)) for each in found]
    return table("roadmap-barriers", "Barriers and the way around them", heads, rows)


def risks(brief: Brief) -> Exhibit | None:
    """Return every risk before and after what is done about it, with owner and warning sign."""
    heads = columns(("Risk", 2.4), ("Before", 1.2), ("After", 1.2), ("Owner", 2), ("Warning sign", 3.4))
    note = "Likelihood times impact, 1 to 25. Method: stratgen."
    return table(
        "roadmap-risks",
        "Risks of the plan",
        heads,
        [_risk(brief, each) for each in brief.findings.risks],
        note,
    )


def _risk(brief: Brief, found: RiskFinding) -> tuple[Cell, ...]:
    return (
        cell(found.name),
        product_cell(found.inherent, found.inherent_band),
        product_cell(found.residual, found.residual_band),
        brief.wording.cell(found.risk.owner),
        brief.wording.cell(found.risk.trigger),
    )


def first_days(brief: Brief) -> Exhibit | None:
    """Return what starts, ends and is shared in the first 90 days, by weeks that begin on a Monday."""
    starts = brief.findings.quarter_starts
    if starts is None:
        return None
    w, first = brief.wording, starts[0]
    found = sorted(
        _events(brief, first, first + timedelta(days=HORIZON)), key=lambda each: (each[0], each[1])
    )
    weeks: dict[date, list[str]] = {}
    for day, what, owner in found:
        weeks.setdefault(day - timedelta(days=day.weekday()), []).append(
            f"{w.day(day, 'short')}: {what} ({w.text(owner)})"
        )
    rows = [(cell(w.day(monday, "short")), cell(*lines)) for monday, lines in weeks.items()]
    heads = columns(("Week from", 1.1), ("What happens, and who sees to it", 8))
    return table("roadmap-first-days", "The first 90 days, week by week", heads, rows)


def _events(brief: Brief, first: date, last: date) -> Iterator[tuple[date, str, str | Unknown]]:
    w = brief.wording
    shared: dict[tuple[date, str], list[str]] = {}
    for found in brief.findings.objectives:
        day, owner = known(found.objective.shared_on), known(found.objective.owner)
        if day and owner and found.kpi and first <= day <= last:
            shared.setdefault((day, owner), []).append(found.kpi.name.lower())
    for (day, owner), names in shared.items():
        yield day, f"the team is told its target for {w.listing(names)}", owner
    for each in records(brief.engagement.initiatives):
        start, end = known(each.start), known(each.end)
        if start and first <= start <= last:
            yield start, f"{w.text(each.id)} starts: {w.text(each.title)}", each.owner
        if end and first <= end <= last:
            yield end, f"{w.text(each.id)} ends: {w.text(each.deliverable)}", each.owner


def open_points(brief: Brief) -> Exhibit | None:
    """Return who finds out what is not known yet: those with an owner first, by date, twelve at most."""
    w = brief.wording
    named = sorted(
        (each for each in brief.findings.open_points if each.owner),
        key=lambda each: (each.due or date.max, each.number),
    )
    rows = [
        (
            cell(f"{each.place}: {each.question}"),
            cell(each.owner),
            cell(w.day(each.due, "short") if each.due else "No date yet"),
        )
        for each in named[:ACTIONS]
    ]
    left = len(brief.findings.open_points) - len(rows)
    note = (
        f"{w.number(left)} more {'stands' if left == 1 else 'stand'} in annex B of the strategy pack."
        if left
        else ""
    )
    heads = columns(("What is still to be found out", 6), ("Who finds out", 2.4), ("By", 1.4))
    return table("roadmap-open-points", "Actions to close the open points", heads, rows, note)


BUILDERS: dict[str, Builder] = {
    "roadmap-scorecard": scorecard,
    "roadmap-lags": lags,
    "roadmap-dictionary": dictionary,
    "roadmap-ratings": ratings,
    "roadmap-barriers": barriers,
    "roadmap-risks": risks,
    "roadmap-first-days": first_days,
    "roadmap-open-points": open_points,
}
