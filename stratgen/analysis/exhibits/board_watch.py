"""Risks and measures: what the board watches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal

from stratgen.analysis.calendar import quarter_end
from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.ledger import (
    RATING_TONES,
    better,
    clock_line,
    columns,
    kpi_name,
    kpi_of,
    kpi_value,
    marked,
    now_cell,
    product_cell,
    rating_cell,
    sentence_and,
    table,
)
from stratgen.analysis.exhibits.short_holes import shortened
from stratgen.analysis.findings import Kpi, ObjectiveFinding, Progress, ReviewFinding, RiskFinding
from stratgen.analysis.measures import proved_at
from stratgen.analysis.sentences import inside, number_word
from stratgen.document import Cell, Exhibit, Inline, Strong, Text, cell
from stratgen.engagement import Figure, Unknown, known, records

LONG = 190
"""Letters of a risk's words above which the body shows it short, and the appendix in full."""
RATED = "In order of what remains. Likelihood times impact, 1 to 25 (severe from 15)."
RATINGS = "Green from 90% of the progress that was due, Amber from 60%, Red below."


def risks(brief: Brief) -> Exhibit | None:
    """Return the principal risks (`risks.principal`), rated today and with what is done about them.

    Where their words are long, the body names cause, event and owner, and the appendix has the rest.
    """
    shown = principal(brief)
    note = " ".join(filter(None, (RATED, _more(brief))))
    if are_long(shown):
        heads = columns(("Risk", 4.6), ("Today", 1), ("After", 1.1), ("Owner", 2.2))
        rows = [_risk_in_short(brief, each) for each in shown]
        return table(
            "brief-risks",
            "Principal risks",
            heads,
            rows,
            f"{note} The appendix has causes, measures and warning signs.",
        )
    return risk_table(brief, "brief-risks", "Principal risks", note)


def risk_table(brief: Brief, key: str, caption: str, note: str) -> Exhibit | None:
    """Return the principal risks with measures, owners and warning signs: a pack that shows them twice refers once."""
    heads = columns(
        ("Risk", 3.75), ("Today", 0.75), ("What we do, and who", 3.2), ("After", 0.85), ("Warning sign", 2.5)
    )
    return table(key, caption, heads, [_risk(brief, each) for each in principal(brief)], note)


def principal(brief: Brief) -> list[RiskFinding]:
    """Return the risks that the board sees, by what remains with the measures, then by the rating of today."""
    return [each for each in brief.findings.risks if each.principal]


def _more(brief: Brief) -> str:
    """Return how many risks are not shown, and how many of those are severe today."""
    left = [each for each in brief.findings.risks if not each.principal]
    if not left:
        return ""
    severe = sum(each.inherent_band == "severe" for each in left)
    many = f"{number_word(len(left))} more"
    how = f"{number_word(severe)} of {'it' if len(left) == 1 else 'them'} severe today" if severe else (
        "and not severe" if len(left) == 1 else "none severe today"
    )  # fmt: skip
    return f"Annex A of the pack has {many}, {how}."


def risks_in_full(brief: Brief) -> Exhibit | None:
    """Return the principal risks with what is done about them, where the body has no room for it."""
    shown, w = principal(brief), brief.wording
    if not are_long(shown):
        return None
    heads = columns(("Risk", 3.5), ("What we do", 3.4), ("Warning sign", 2.4))
    rows = [(_told(brief, each), w.cell(each.risk.mitigation), w.cell(each.risk.trigger)) for each in shown]
    return table("brief-risks-in-full", "Principal risks: causes, measures and warning signs", heads, rows)


def are_long(shown: Sequence[RiskFinding]) -> bool:
    """Return whether the words of a risk are too long for a table of five columns."""
    words = (
        (each.sentence, known(each.risk.mitigation) or "", known(each.risk.trigger) or "") for each in shown
    )
    return any(len(told) > LONG for risk in words for told in risk)


def _risk_in_short(brief: Brief, found: RiskFinding) -> tuple[Cell, ...]:
    w, risk = brief.wording, found.risk
    return (
        caused(brief, found),
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
    risk = found.risk
    return _parts(brief, ("Cause", risk.cause), ("Event", risk.event), ("Effect", risk.effect))


def caused(brief: Brief, found: RiskFinding) -> Cell:
    """Return cause and event of a risk: an event alone often says neither who nor why."""
    return _parts(brief, ("Cause", found.risk.cause), ("Event", found.risk.event))


def _parts(brief: Brief, *parts: tuple[str, str | Unknown]) -> Cell:
    """Return the parts of a risk in a row, each after its name in bold."""
    told: list[Inline] = []
    for name, part in parts:
        told += [Text(" ")] if told else []
        told += [Strong((Text(f"{name}:"),)), Text(" "), *sentence_and(brief.wording, part)]
    return Cell((tuple(told),))


def measures(brief: Brief) -> Exhibit | None:
    """Return the measures of the board's oversight with baseline, target, date and direction.

    In a pack that reviews the year, with where each stands now, where it should, and its rating.
    """
    if brief.findings.progress:
        return _reviewed(brief, brief.findings.progress)
    heads = columns(("Measure", 2.2), ("Off social", 1.3, "end"), ("Social today", 1.8, "end"),
                    ("Target", 1.1, "end"), ("Better is", 0.9, "end"), ("By", 1.6, "end"))  # fmt: skip
    ids = known(brief.engagement.board.oversight.kpis) or ()
    figures = [_figures(brief, each) for each in ids]
    marks, origin = marked(brief, figures)
    rows, open_words = shortened([_watched(brief, each, mark) for each, mark in zip(ids, marks, strict=True)])
    note = " ".join(filter(None, (origin, clock_line(brief, ids), plain_names(brief, ids), open_words)))
    return table("brief-measures", "What the board will see", heads, rows, note)


def _reviewed(brief: Brief, review: Progress) -> Exhibit | None:
    """Return the board's measures as the review found them."""
    heads = columns(("Measure", 2.1), ("Start", 1.1, "end"), ("Now", 1.1, "end"), ("Due by now", 1.1, "end"),
                    ("Rating", 1), ("Target", 1.1, "end"), ("By", 1.3, "end"))  # fmt: skip
    ids = known(brief.engagement.board.oversight.kpis) or ()
    found = {each.kpi.id: each for each in review.findings}
    rows, open_words = shortened([_stand(brief, name, found.get(name)) for name in ids])
    other = [each for each in review.findings if each.kpi.id not in ids and each.rating in RATING_TONES]
    beside = "; ".join(f"{inside(each.kpi.name)} is {each.rating}" for each in other)
    beyond = f"Not shown, and in part 3: {beside}." if other else ""
    day = f"Now: the review of {brief.wording.day(review.as_of)}." if review.as_of else ""
    note = " ".join(
        filter(None, (day, RATINGS, beyond, clock_line(brief, ids), plain_names(brief, ids), open_words))
    )
    return table("brief-measures", "What the board sees, and where it stands", heads, rows, note)


def _stand(brief: Brief, name: str, found: ReviewFinding | None) -> tuple[Cell, ...]:
    kpi, objective = kpi_of(brief, name), _objective(brief, name)
    _, start = _figures(brief, name)
    return (
        brief.wording.cell(kpi_name(brief, name)),
        cell("Not measured") if start is None else kpi_value(brief, kpi, start),
        *stands(brief, kpi, found),
        _target(brief, name, objective),
        _due(brief, name, objective, "short"),
    )


def stands(brief: Brief, kpi: Kpi | None, found: ReviewFinding | None) -> tuple[Cell, Cell, Cell]:
    """Return where a measure stands now, where it should by now, and how that is rated."""
    return (
        now_cell(brief, kpi, found),
        kpi_value(brief, kpi, found.expected if found else None),
        rating_cell(found.rating if found else None),
    )


def plain_names(brief: Brief, ids: Iterable[str]) -> str:
    """Return in plain words what the measures are whose names are terms of the trade."""
    found = [kpi for name in ids if (kpi := kpi_of(brief, name)) and kpi.entry.plain]
    return " ".join(f"{kpi.name}: {kpi.entry.plain.rstrip('.')}." for kpi in found)


def _objective(brief: Brief, name: str) -> ObjectiveFinding | None:
    return next((each for each in brief.findings.objectives if known(each.objective.kpi) == name), None)


def _figures(brief: Brief, name: str) -> tuple[Figure | Unknown | None, Figure | Unknown | None]:
    """Return where a measure stands on other channels, and on social: as its objective has it, or else the baseline."""
    measured = records(brief.engagement.baseline.measures)
    measure = next((each for each in measured if known(each.kpi) == name), None)
    objective = _objective(brief, name)
    today = objective.objective.baseline if objective else measure.social if measure else None
    return measure.other_channels if measure else None, today


def _watched(brief: Brief, name: str, mark: str) -> tuple[Cell, ...]:
    kpi, objective = kpi_of(brief, name), _objective(brief, name)
    elsewhere, today = _figures(brief, name)
    title = kpi_name(brief, name)
    return (
        cell(f"{title}{mark}") if isinstance(title, str) else brief.wording.cell(title),
        kpi_value(brief, kpi, elsewhere),
        cell("To be measured") if today is None else kpi_value(brief, kpi, today),
        _target(brief, name, objective),
        cell(better(kpi)),
        _due(brief, name, objective),
    )


def _target(brief: Brief, name: str, found: ObjectiveFinding | None) -> Cell:
    """Return the target of an objective; without one, the value by which the vision is proved."""
    proof = proved_at(brief.engagement, name)
    if proof is not None:
        return kpi_value(brief, kpi_of(brief, name), proof)
    if found is None or not found.aimed:
        return cell("To be set")
    return kpi_value(brief, found.kpi, found.objective.target)


def _due(
    brief: Brief, name: str, found: ObjectiveFinding | None, style: Literal["long", "short"] = "long"
) -> Cell:
    proved = proved_at(brief.engagement, name) is not None
    if found is None and not proved:
        return cell("–")
    day = brief.findings.year_end if proved or found is None else due_day(brief, found)
    if day is not None:
        return cell(brief.wording.day(day, style))
    return cell("End of the year") if found is None else brief.wording.cell(found.objective.due)


def due_day(brief: Brief, found: ObjectiveFinding) -> date | None:
    """Return the last day of the quarter in which an objective is due; None where it is not known."""
    starts, quarter = brief.findings.quarter_starts, known(found.objective.due)
    if starts is None or quarter is None:
        return None
    return quarter_end(starts, quarter.position)


BUILDERS: dict[str, Builder] = {
    "brief-risks": risks,
    "brief-risks-in-full": risks_in_full,
    "brief-measures": measures,
}
