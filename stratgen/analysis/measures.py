"""The measures of the catalogue as findings, and where the client stands on them."""

from __future__ import annotations

from stratgen.analysis.findings import Kpi
from stratgen.analysis.scoring import figure
from stratgen.catalogue import Catalogue, KpiEntry
from stratgen.engagement import Engagement, known, records
from stratgen.engagement.baseline import Measure

DEFAULT_RESPONSE_RATE = 95.0
"""Percent of the messages that need a reply; used where no objective sets a target (domain 5.7)."""


def kpis(catalogue: Catalogue) -> dict[str, Kpi]:
    """Return every measure of the catalogue by id."""
    return {entry.id: _kpi(entry) for entry in catalogue.kpis.values()}


def _kpi(entry: KpiEntry) -> Kpi:
    return Kpi(
        id=entry.id,
        name=entry.name,
        short=entry.short,
        unit=entry.unit,
        direction=entry.direction,
        formula=entry.formula,
        clock=entry.clock,
        lowest=entry.lowest,
        highest=entry.highest,
        guard=", ".join(entry.guard),
        leading=entry.leading,
        diagnostic=entry.diagnostic,
        flow=entry.flow,
        entry=entry,
    )


def measure(engagement: Engagement, kpi: str) -> Measure | None:
    """Return the baseline of a measure, or None where it has none."""
    found = (each for each in records(engagement.baseline.measures) if known(each.kpi) == kpi)
    return next(found, None)


def social_value(engagement: Engagement, kpi: str) -> float | None:
    """Return what a measure stands at on social, in its unit, or None where that is not known."""
    found = measure(engagement, kpi)
    return figure(found.social) if found else None


def handling_minutes(engagement: Engagement) -> float | None:
    """Return the average handling time in minutes: on social, or else on the other channels."""
    found = measure(engagement, "AHT")
    if found is None:
        return None
    social = figure(found.social)
    return figure(found.other_channels) if social is None else social


def target_response_rate(engagement: Engagement) -> float:
    """Return the target of the objective for the response rate, in percent, or 95 where there is none."""
    targets = (known(each.target) for each in records(engagement.objectives) if known(each.kpi) == "RR")
    return next((target for target in targets if target is not None), DEFAULT_RESPONSE_RATE)


def proved_at(engagement: Engagement, kpi: str) -> float | None:
    """Return the value at the end of the year that the vision names for a measure without an objective (VIS-02).

    None where an objective is about it, since that one has the target, or where the vision does not name it.
    """
    if any(known(each.kpi) == kpi for each in records(engagement.objectives)):
        return None
    points = (known(each.value) for each in records(engagement.vision.proof_points) if known(each.kpi) == kpi)
    return next(points, None)
