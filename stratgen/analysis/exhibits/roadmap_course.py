"""Keeping the course: scorecard, lag actions, dictionary, barriers, dependencies, risks, first 90 days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.ledger import (
    better,
    columns,
    kpi_name,
    kpi_of,
    kpi_value,
    product_cell,
    source_line,
    table,
)
from stratgen.analysis.findings import ObjectiveFinding, RiskFinding
from stratgen.document import Cell, Exhibit, cell
from stratgen.engagement import Figure, Quarter, Unknown, known, records
from stratgen.engagement.purpose import ServiceIntent

CARE = ("AHT", "FRT", "CSAT", "VSAT", "FCR")
"""The measures of customer care that a service channel needs (checklist S-01)."""
HORIZON = 90


def scorecard(brief: Brief) -> Exhibit | None:
    """Return each objective's measure with today's value and the target of every quarter."""
    shown = [each for each in brief.findings.objectives if each.printable and each.kpi]
    heads = columns(("Measure", 2.2), ("Better", 0.8), ("Today", 1.1, "end"),
                    *((each.value, 1.1, "end") for each in Quarter), ("Must not worsen", 1.8))  # fmt: skip
    return table("roadmap-scorecard", "Scorecard", heads, [_score(brief, each) for each in shown],
                 source_line(brief, [each.objective.baseline for each in shown]))  # fmt: skip


def _score(brief: Brief, found: ObjectiveFinding) -> tuple[Cell, ...]:
    assert found.kpi is not None
    return (
        cell(found.kpi.name),
        cell(better(found.kpi)),
        kpi_value(brief, found.kpi, found.objective.baseline),
        *(_aim(brief, found, quarter) for quarter in Quarter),
        cell(guards(brief, found.kpi.guard) or "–"),
    )


def _aim(brief: Brief, found: ObjectiveFinding, quarter: Quarter) -> Cell:
    shown = kpi_value(brief, found.kpi, found.quarters[quarter.position])
    focus = known(getattr(brief.engagement.focus_metrics, quarter.value.lower()))
    return Cell(shown.paragraphs, "accent") if found.kpi and found.kpi.id == focus else shown


def guards(brief: Brief, names: str) -> str:
    """Return the names of the measures that must not get worse, in a row; empty where there are none."""
    kpis = brief.findings.kpis
    return brief.wording.listing(kpis[each].name if each in kpis else each for each in names.split(", ") if each)


def lags(brief: Brief) -> Exhibit | None:
    """Return for each objective from when it lags, for how long, and what happens then."""
    w = brief.wording
    rows = [
        (w.cell(kpi_name(brief, each.objective.kpi)), w.cell(each.objective.if_it_lags.threshold),
         w.cell(each.objective.if_it_lags.lasting), w.cell(each.objective.if_it_lags.action),
         w.cell(each.objective.review))
        for each in brief.findings.objectives
    ]  # fmt: skip
    heads = columns(("Measure", 1.7), ("It lags when", 2), ("For", 1.1), ("Then", 3.2), ("Looked at", 0.9))
    return table("roadmap-lags", "What happens when a measure lags", heads, rows)


def dictionary(brief: Brief) -> Exhibit | None:
    """Return how each measure is counted, where it stands on social, and who answers for it."""
    measures = {known(each.kpi): each for each in records(brief.engagement.baseline.measures)}
    owners = {known(each.objective.kpi): each.objective.owner for each in brief.findings.objectives}
    wanted = [name for each in brief.findings.objectives if (name := known(each.objective.kpi))]
    if known(brief.engagement.purpose.service_channel) is not ServiceIntent.NO:
        wanted += CARE
    figures: list[Figure | Unknown | None] = []
    rows = []
    for name in dict.fromkeys(wanted):
        kpi, measure = kpi_of(brief, name), measures.get(name)
        today = measure.social if measure else None
        figures.append(today)
        rows.append((
            cell(f"{kpi.name} ({kpi.short})" if kpi else name),
            _counted(brief, kpi.formula if kpi else "", measure.adaptation if measure else None),
            cell(kpi.clock.capitalize() if kpi and kpi.clock else "–"),
            cell("To be measured") if today is None else kpi_value(brief, kpi, today),
            brief.wording.cell((measure.owner if measure else None) or owners.get(name)),
        ))  # fmt: skip
    heads = columns(("Measure", 1.7), ("How it is counted", 4), ("Clock", 0.9), ("Social today", 1.3), ("Owner", 1.4))
    return table("roadmap-dictionary", "Dictionary of measures", heads, rows, source_line(brief, figures))


def _counted(brief: Brief, formula: str, adaptation: str | Unknown | None) -> Cell:
    parts: list[str | Unknown] = [formula] if formula else []
    if adaptation is not None:
        parts.append(f"On social: {adaptation[0].lower()}{adaptation[1:]}" if isinstance(adaptation, str) else adaptation)
    return brief.wording.cell(*parts) if parts else cell("–")


def barriers(brief: Brief) -> Exhibit | None:
    """Return the processes that stand in the way, each with the plan around it."""
    found = [each.barrier for each in records(brief.engagement.stakeholders) if each.barrier]
    heads = columns(("What stands in the way", 1), ("The plan around it", 1))
    rows = [(brief.wording.cell(each.process), brief.wording.cell(each.plan)) for each in found]
    return table("roadmap-barriers", "Barriers and the way around them", heads, rows)


def legacy(brief: Brief) -> Exhibit | None:
    """Return the practices that are retired, by date: what takes their place, who sees to it."""
    found = sorted(records(brief.engagement.legacy_practices), key=lambda each: known(each.by) or date.max)
    w = brief.wording
    rows = [(w.cell(each.practice), w.cell(each.replacement), w.cell(each.owner), w.cell(each.by)) for each in found]
    heads = columns(("What stops", 2.2), ("What takes its place", 2.8), ("Owner", 1.4), ("By", 1.2))
    return table("roadmap-legacy", "Practices that are retired", heads, rows)


def dependencies(brief: Brief) -> Exhibit | None:
    """Return the initiatives that wait for others, with when those end."""
    w = brief.wording
    ends = {known(each.id): each.end for each in records(brief.engagement.initiatives)}
    rows = []
    for each in records(brief.engagement.initiatives):
        for before in known(each.depends_on) or ():
            title = f"{w.text(each.id)}  {w.text(each.title)}"
            rows.append((cell(title), w.cell(each.start), cell(before), w.cell(ends.get(before))))
    heads = columns(("Initiative", 3.4), ("Starts", 1.3), ("Waits for", 0.9), ("Which ends", 1.3))
    return table("roadmap-dependencies", "What waits for what", heads, rows)


def risks(brief: Brief) -> Exhibit | None:
    """Return every risk before and after what is done about it, with owner and warning sign."""
    heads = columns(("Risk", 2.6), ("Before", 1.1), ("After", 1.1), ("Owner", 1.6), ("Warning sign", 2.6))
    note = "Likelihood times impact, 1 to 25. Method: stratgen."
    return table("roadmap-risks", "Risks of the plan", heads, [_risk(brief, each) for each in brief.findings.risks], note)


def _risk(brief: Brief, found: RiskFinding) -> tuple[Cell, ...]:
    return (
        cell(found.name),
        product_cell(found.inherent, found.inherent_band),
        product_cell(found.residual, found.residual_band),
        brief.wording.cell(found.risk.owner),
        brief.wording.cell(found.risk.trigger),
    )


def first_days(brief: Brief) -> Exhibit | None:
    """Return what starts, what ends and what is shared in the first 90 days, week by week."""
    starts = brief.findings.quarter_starts
    if starts is None:
        return None
    w, first = brief.wording, starts[0]
    found = sorted(_events(brief, first, first + timedelta(days=HORIZON)), key=lambda each: (each[0], each[1]))
    rows = [
        (cell(f"Week {(day - first).days // 7 + 1}"), cell(what), w.cell(owner), cell(w.day(day)))
        for day, what, owner in found
    ]
    heads = columns(("Week", 0.8), ("What", 4), ("Owner", 1.8), ("Date", 1.3))
    return table("roadmap-first-days", "The first 90 days, week by week", heads, rows)


def _events(brief: Brief, first: date, last: date) -> Iterator[tuple[date, str, str | Unknown]]:
    w = brief.wording
    shared: dict[tuple[date, str], list[str]] = {}
    for found in brief.findings.objectives:
        day, owner = known(found.objective.shared_on), known(found.objective.owner)
        if day and owner and found.kpi and first <= day <= last:
            shared.setdefault((day, owner), []).append(found.kpi.name.lower())
    for (day, owner), names in shared.items():
        yield day, f"Shared with the team: the target for {w.listing(names)}", owner
    for each in records(brief.engagement.initiatives):
        start, end = known(each.start), known(each.end)
        if start and first <= start <= last:
            yield start, f"Starts: {w.text(each.id)}, {w.text(each.title)}", each.owner
        if end and first <= end <= last:
            yield end, f"Done: {w.text(each.id)}, {w.text(each.deliverable)}", each.owner


BUILDERS: dict[str, Builder] = {
    "roadmap-scorecard": scorecard,
    "roadmap-lags": lags,
    "roadmap-dictionary": dictionary,
    "roadmap-barriers": barriers,
    "roadmap-legacy": legacy,
    "roadmap-dependencies": dependencies,
    "roadmap-risks": risks,
    "roadmap-first-days": first_days,
}
