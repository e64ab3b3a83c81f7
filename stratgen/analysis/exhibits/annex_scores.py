"""Exhibits of the annex on method: the scores of the organisation as a whole, each with its inputs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.cells import group, number_cell, row, words
from stratgen.analysis.exhibits.ledger import RATING_TONES, columns, table
from stratgen.document import Cell, Exhibit, Row, cell
from stratgen.engagement import Record, Unknown

_MET = {None: "Not known", 0.0: "No", 0.5: "In part", 1.0: "Yes"}


def success_factors(brief: Brief) -> Exhibit | None:
    """Return the six success factors with each piece of evidence, its weight and whether it is met (5.1)."""
    wording, rows = brief.wording, []
    for factor in brief.findings.success.factors:
        rating = cell(factor.rating, tone=RATING_TONES[factor.rating]) if factor.rating else words("Not rated")
        rows.append(Row((words(factor.name), words(), words(wording.score(factor.score)), rating), "group"))
        rows += [
            row(words(item.words), number_cell(wording, item.weight), words(_MET[item.met]), words())
            for item in factor.evidence
        ]
    overall = wording.score(brief.findings.success.overall)
    rows.append(Row((words("Mean of the six"), words(), words(overall), words()), "total"))
    heads = columns(("Factor and evidence", 3.4), ("Weight", 0.7, "end"), ("Met, or score of 4", 1.1), ("Rating", 0.8))
    return table("annex-success", "The six success factors, with their evidence", heads, rows)


def maturity(brief: Brief) -> Exhibit | None:
    """Return the statements behind both axes of the maturity index, and the axes (5.2)."""
    asked, found = brief.engagement.maturity, brief.findings.placement
    rows: list[Row] = []
    for title, axis, score in (
        ("Investment", asked.investment, found.investment),
        ("Innovation", asked.innovation, found.innovation),
    ):
        rows.append(group(f"{title}: {brief.wording.score(score)} of 100"))
        rows += _levels(brief, axis)
    rows.append(group(f"Observer traits: {found.observer_traits} of 4"))
    rows += _levels(brief, asked.diagnostics)
    rows.append(group("Resistance that more of each would meet, 1 to 5"))
    rows += _levels(brief, asked.resistance)
    heads = columns(("Statement", 4), ("Answer", 1, "end"))
    return table("annex-maturity", "What the maturity index was reckoned from", heads, rows)


def areas(brief: Brief) -> Exhibit | None:
    """Return the nine areas with level, orientation and whether action is underway (5.3)."""
    found = brief.findings.orientation
    rows = [
        row(words(area.name), brief.wording.cell(area.level), words(area.orientation),
            words(area.action.capitalize()))
        for area in found.areas
    ]  # fmt: skip
    total = f"{brief.wording.score(found.index, 2)}{f', {found.band}' if found.band else ''}"
    rows.append(Row((words("Index, 1 to 4"), words(total), words(), words(f"{found.underway} of 9")), "total"))
    heads = columns(("Area", 1.8), ("Level", 1.4), ("Orientation", 1.2), ("Action", 1))
    return table("annex-areas", "Levels of the nine areas", heads, rows)


def readiness(brief: Brief) -> Exhibit | None:
    """Return the items behind the board's readiness, 0 to 4 each, and the score (5.4)."""
    found = brief.findings.readiness
    rows = list(_levels(brief, brief.engagement.maturity.board))
    level = f", {found.level}" if found.level else ""
    rows.append(Row((words("Readiness, 0 to 100"), words(f"{brief.wording.score(found.score)}{level}")), "total"))
    heads = columns(("Question", 4), ("Answer, 0 to 4", 1.2, "end"))
    return table("annex-readiness", "How ready the board is", heads, rows)


def effort(brief: Brief) -> Exhibit | None:
    """Return what a customer meets today, and the index made of it (5.6)."""
    service, found = brief.engagement.service, brief.findings.hoops
    if not found.score.asked:
        return None
    rows = [
        row(words(title), brief.wording.cell(answer))
        for title, answer in (
            ("Sent on to another channel", service.rechannelled),
            ("Handovers of a case", service.handovers),
            ("Wait until the solution", service.wait_minutes),
            ("Effort for the customer", service.effort),
        )
    ]
    level = f", {found.level}" if found.level else ""
    rows.append(Row((words("Index, 0 to 100"), words(f"{brief.wording.score(found.score)}{level}")), "total"))
    heads = columns(("Input", 3), ("Value", 1.4, "end"))
    return table("annex-effort", "The effort that a customer meets today", heads, rows)


def _levels(brief: Brief, asked: Record) -> Iterator[Row]:
    """Yield the questions of a record, as they were asked, with their answers."""
    for name, field in type(asked).model_fields.items():
        yield row(words(field.title or name), _answer(brief, getattr(asked, name)))


def _answer(brief: Brief, answer: Any | Unknown | None) -> Cell:
    return words("Not asked") if answer is None else brief.wording.cell(answer)


BUILDERS: dict[str, Builder] = {
    "annex-success": success_factors,
    "annex-maturity": maturity,
    "annex-areas": areas,
    "annex-readiness": readiness,
    "annex-effort": effort,
}
