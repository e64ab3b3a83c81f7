"""Risks, measures, sign-offs and next steps: what the board watches, and what happens in 90 days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.ledger import (
    better,
    columns,
    grade_line,
    kpi_name,
    kpi_of,
    kpi_value,
    product_cell,
    sentence_and,
    table,
)
from stratgen.analysis.exhibits.short_holes import shortened
from stratgen.analysis.findings import ObjectiveFinding, RiskFinding
from stratgen.document import Cell, Exhibit, Inlines, Text, cell
from stratgen.engagement import Figure, Unknown, known, records
from stratgen.engagement.vision import Initiative

PRINCIPAL = 5
"""Risks that the board sees (documents BB-9)."""
LONG = 190
"""Letters of a risk's words above which the body shows it short, and the appendix in full."""
STEPS = 5
"""Rows of the next steps (documents BB-12 allows six)."""
HORIZON = timedelta(days=90)


def risks(brief: Brief) -> Exhibit | None:
    """Return the principal risks, five at most, before and after what is done about them.

    Where their words are long, the body names the event and the owner, and the appendix has the rest.
    """
    shown = brief.findings.risks[:PRINCIPAL]
    note = "Likelihood times impact, 1 to 25: low to 4, moderate to 9, high to 14, severe above. Before and after what we do. Method: stratgen."
    if _are_long(shown):
        heads = columns(("Risk", 4.6), ("Before", 1), ("After", 1), ("Owner", 2.2))
        rows = [_risk_in_short(brief, each) for each in shown]
        return table(
            "brief-risks",
            "Principal risks",
            heads,
            rows,
            f"{note} The appendix has causes, measures and warning signs.",
        )
    heads = columns(
        ("Risk", 3.6), ("Before", 0.85), ("What we do, and who", 3.2), ("After", 0.9), ("Warning sign", 2.05)
    )
    return table("brief-risks", "Principal risks", heads, [_risk(brief, each) for each in shown], note)


def risks_in_full(brief: Brief) -> Exhibit | None:
    """Return the principal risks with what is done about them, where the body has no room for it."""
    shown, w = brief.findings.risks[:PRINCIPAL], brief.wording
    if not _are_long(shown):
        return None
    heads = columns(("Risk", 3.5), ("What we do", 3.4), ("Warning sign", 2.4))
    rows = [(_told(brief, each), w.cell(each.risk.mitigation), w.cell(each.risk.trigger)) for each in shown]
    return table("brief-risks-in-full", "Principal risks: causes, measures and warning signs", heads, rows)


def _are_long(shown: Sequence[RiskFinding]) -> bool:
    words = (
        (each.sentence, known(each.risk.mitigation) or "", known(each.risk.trigger) or "") for each in shown
    )
    return any(len(told) > LONG for risk in words for told in risk)


def _risk_in_short(brief: Brief, found: RiskFinding) -> tuple[Cell, ...]:
    w, risk = brief.wording, found.risk
    event = cell(found.name) if isinstance(risk.event, str) else w.cell(risk.event)
    return (
        event,
        product_cell(found.inherent, found.inherent_band),
        product_cell(found.residual, found.residual_band),
        w.cell(risk.owner),
    )


def _risk(brief: Brief, found: RiskFinding) -> tuple[Cell, ...]:
    w, risk = brief.wording, found.risk
    return (
        _told(brief, found),
        product_cell(found.inherent, found.inherent_band),
        Cell((sentence_and(w, risk.mitigation, risk.owner),)),
        product_cell(found.residual, found.residual_band),
        w.cell(risk.trigger),
    )


def _told(brief: Brief, found: RiskFinding) -> Cell:
    told: Inlines = (Text(found.sentence),) if found.sentence else brief.wording.inlines(_first_hole(found))
    return Cell((told,))


def _first_hole(found: RiskFinding) -> str | Unknown:
    parts = (found.risk.cause, found.risk.event, found.risk.effect)
    return next((each for each in parts if isinstance(each, Unknown)), parts[0])


def measures(brief: Brief) -> Exhibit | None:
    """Return the measures of the board's oversight with baseline, target, date and direction."""
    heads = columns(("Measure", 2.2), ("Other channels", 1.3, "end"), ("Social today", 1.8, "end"),
                    ("Target", 1.1, "end"), ("Better is", 0.9, "end"), ("By", 1.6, "end"))  # fmt: skip
    ids = known(brief.engagement.board.oversight.kpis) or ()
    figures: list[Figure | Unknown | None] = []
    rows, open_words = shortened([_watched(brief, each, figures) for each in ids])
    return table(
        "brief-measures", "What the board will see", heads, rows, grade_line(brief, figures, open_words)
    )


def _watched(brief: Brief, name: str, figures: list[Figure | Unknown | None]) -> tuple[Cell, ...]:
    kpi = kpi_of(brief, name)
    objective = next((each for each in brief.findings.objectives if known(each.objective.kpi) == name), None)
    measure = next(
        (each for each in records(brief.engagement.baseline.measures) if known(each.kpi) == name), None
    )
    elsewhere = measure.other_channels if measure else None
    today = objective.objective.baseline if objective else measure.social if measure else None
    figures += [elsewhere, today]
    return (
        brief.wording.cell(kpi_name(brief, name)),
        kpi_value(brief, kpi, elsewhere),
        cell("To be measured") if today is None else kpi_value(brief, kpi, today),
        _target(brief, objective),
        cell(better(kpi)),
        _due(brief, objective),
    )


def _target(brief: Brief, found: ObjectiveFinding | None) -> Cell:
    if found is None or not found.printable:
        return cell("To be set")
    return kpi_value(brief, found.kpi, found.objective.target)


def _due(brief: Brief, found: ObjectiveFinding | None) -> Cell:
    if found is None:
        return cell("–")
    return brief.wording.cell(due_day(brief, found) or found.objective.due)


def due_day(brief: Brief, found: ObjectiveFinding) -> date | None:
    """Return the last day of the quarter in which an objective is due; None where it is not known."""
    starts, quarter = brief.findings.quarter_starts, known(found.objective.due)
    if starts is None or quarter is None:
        return None
    if quarter.position == 3:
        return brief.findings.year_end
    return starts[quarter.position + 1] - timedelta(days=1)


def next_steps(brief: Brief) -> Exhibit | None:
    """Return the first steps that end within 90 days of the start of the year, five at most."""
    steps = first_steps(brief)
    heads = columns(("Action", 4.4), ("Owner", 2.4), ("By", 1.5))
    w = brief.wording
    rows = [(w.cell(each.title), w.cell(each.owner), w.cell(each.end)) for each in steps[:STEPS]]
    more = len(steps) - STEPS
    note = f"{w.number(more)} more in the roadmap." if more > 0 else ""
    return table("brief-next-steps", "The first 90 days of the year", heads, rows, note)


def first_steps(brief: Brief) -> list[Initiative]:
    """Return the initiatives of the first quarter that end within 90 days of its start, by end, then id."""
    starts = brief.findings.quarter_starts
    last = starts[0] + HORIZON if starts else None
    found = [
        each
        for each in records(brief.engagement.initiatives)
        if str(known(each.quarter)) == "Q1" and (last is None or (known(each.end) or date.max) <= last)
    ]
    return sorted(found, key=lambda each: (known(each.end) or date.max, known(each.id) or ""))


BUILDERS: dict[str, Builder] = {
    "brief-risks": risks,
    "brief-risks-in-full": risks_in_full,
    "brief-measures": measures,
    "brief-next-steps": next_steps,
}
