"""The dictionary of measures: how each is counted, by which clock, where it stands, who answers for it."""

from __future__ import annotations

from dataclasses import replace

from stratgen.analysis.exhibits.board_today import CARE
from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.counted import RATE, where_counted
from stratgen.analysis.exhibits.gaps import filled
from stratgen.analysis.exhibits.ledger import at_start, clock_words, columns, kpi_of, kpi_value
from stratgen.analysis.exhibits.percentiles import with_percentile
from stratgen.analysis.findings import Kpi
from stratgen.document import Cell, Exhibit, Text, cell
from stratgen.engagement import Figure, Unknown, known, records
from stratgen.engagement.baseline import Measure
from stratgen.engagement.purpose import ServiceIntent

_ASIDE = {"VSAT": "Part of the satisfied, so never the higher"}
"""What is to be known of a measure beside its clock."""

BASELINE_WORK = "I-05"
"""The initiative of the library that takes the baseline of the measures of care."""


def in_dictionary(brief: Brief) -> tuple[str, ...]:
    """Return the ids of the measures that the dictionary explains: those of objectives, and those of care."""
    wanted = [name for each in brief.findings.objectives if (name := known(each.objective.kpi))]
    if known(brief.engagement.purpose.service_channel) is not ServiceIntent.NO:
        wanted += CARE
    return tuple(dict.fromkeys(wanted))


def dictionary(brief: Brief) -> Exhibit | None:
    """Return how each measure is counted and by which clock, where it stands on social, and who answers for it."""
    baseline = brief.engagement.baseline.measures
    measures = {known(each.kpi): each for each in records(baseline)}
    owners = {known(each.objective.kpi): each.objective.owner for each in brief.findings.objectives}
    stands = {known(each.objective.kpi): each.objective.baseline for each in brief.findings.objectives}
    nobody = baseline if isinstance(baseline, Unknown) else None
    rows = []
    for name in in_dictionary(brief):
        kpi, measure = kpi_of(brief, name), measures.get(name)
        owner = (measure.owner if measure else None) or owners.get(name) or nobody
        rows.append((
            cell(f"{kpi.name} ({kpi.short})" if kpi and kpi.short != kpi.name else kpi.name if kpi else name),
            _counted(brief, kpi, measure),
            cell(_limits(brief, kpi)),
            Cell((*_today(brief, kpi, stands.get(name), measure).paragraphs, *brief.wording.cell(owner).paragraphs)),
        ))  # fmt: skip
    heads = columns(("Measure", 1.9), ("How it is counted on social", 3.8), ("Clock; not counted", 2.7),
                    (f"Social {at_start(brief)}, counted by", 2.6))  # fmt: skip
    found = filled("roadmap-dictionary", "Dictionary of measures", heads, rows)
    return found and replace(found, looked_up=True)


def _counted(brief: Brief, kpi: Kpi | None, measure: Measure | None) -> Cell:
    adaptation = measure.adaptation if measure else None
    if adaptation is None:
        words = (kpi.entry.adaptation or kpi.formula) if kpi else ""
        adaptation = words or None
    if kpi and kpi.id == "FRT" and isinstance(adaptation, str) and "90th" not in adaptation:
        adaptation = f"{adaptation.rstrip('.')}; the 90th percentile stands beside the median"
    if kpi is not None and isinstance(adaptation, str) and kpi.id != "FRT":
        adaptation = _with_formula(kpi.formula, adaptation)
    if kpi is not None and kpi.id == RATE and isinstance(adaptation, str) and (where := where_counted(brief)):
        adaptation = f"{adaptation.rstrip('. ')}. {where}"
    return brief.wording.cell(adaptation)


def _with_formula(formula: str, adaptation: str) -> str:
    """Return the formula of the catalogue, and after it what is particular here, unless that says the same."""
    if adaptation.rstrip(". ").casefold() == formula.rstrip(". ").casefold():
        return formula
    return f"{formula.rstrip('. ')}. Here: {adaptation[:1].lower()}{adaptation[1:]}"


def _limits(brief: Brief, kpi: Kpi | None) -> str:
    """Return the clock of a measure, what is not counted, and whether it only explains."""
    if kpi is None:
        return "–"
    parts = [
        f"Counted {clock_words(brief, kpi)}" if kpi.clock else "",
        kpi.entry.excludes.rstrip("."),
        "Explains only, no target for a person" * kpi.diagnostic,
        _ASIDE.get(kpi.id, ""),
    ]
    return ". ".join(part for part in parts if part) or "–"


def _today(brief: Brief, kpi: Kpi | None, baseline: Figure | Unknown | None, measure: Measure | None) -> Cell:
    """Return where a measure stands: as its objective has it, else as the baseline, else by when it is measured."""
    given = baseline if baseline is not None else measure.social if measure else None
    if given is not None:
        shown = with_percentile(brief, kpi, kpi_value(brief, kpi, given), measure, whole=True)
        asked = (
            given.source if isinstance(given, Figure) and given.source and "answers" in given.source else ""
        )
        return Cell((*shown.paragraphs, (Text(asked),))) if asked else shown
    work = (each for each in records(brief.engagement.initiatives) if known(each.id) == BASELINE_WORK)
    day = next((end for each in work if (end := known(each.end))), None)
    return cell(f"To be measured by {brief.wording.day(day, 'short')}" if day else "To be measured")


BUILDERS: dict[str, Builder] = {"roadmap-dictionary": dictionary}
