"""Exhibits of the annex on method: the scores of the organisation as a whole, each with its inputs."""

from __future__ import annotations

from typing import Any

from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.cells import row, words
from stratgen.analysis.exhibits.ledger import RATING_TONES, columns, table
from stratgen.analysis.findings import EvidenceItem, Score, SuccessFactor
from stratgen.document import Cell, Exhibit, Row, cell
from stratgen.engagement import Record

_MET = {1.0: "Met", 0.5: "In part", 0.0: "Not met", None: "Not known"}


def success_factors(brief: Brief) -> Exhibit | None:
    """Return the six success factors with their evidence, each piece with its weight (5.1)."""
    wording = brief.wording
    rows = [
        row(
            words(factor.name),
            words(wording.score(factor.score)),
            _rating(factor),
            _evidence(factor.evidence),
        )
        for factor in brief.findings.success.factors
    ]
    overall = wording.score(brief.findings.success.overall)
    rows.append(Row((words("Mean of the six"), words(overall), words(), words()), "total"))
    heads = columns(("Factor", 1), ("Score, 0 to 4", 0.7), ("Rating", 0.7), ("Evidence, with its weight", 4))
    return table("annex-success", "The six success factors", heads, rows)


def _rating(factor: SuccessFactor) -> Cell:
    return cell(factor.rating, tone=RATING_TONES[factor.rating]) if factor.rating else words("Not rated")


def _evidence(items: tuple[EvidenceItem, ...]) -> Cell:
    groups = {title: [i for i in items if i.met == met] for met, title in _MET.items()}
    return words(
        *(f"{title}: {'; '.join(f'{_inside(item.words)} ({item.weight})' for item in found)}"
          for title, found in groups.items() if found)
    )  # fmt: skip


def _inside(sentence: str) -> str:
    """Return words that stood alone as part of a sentence."""
    return sentence[:1].lower() + sentence[1:]


def scores(brief: Brief) -> Exhibit | None:
    """Return maturity, orientation and customer effort, each with its inputs (5.2, 5.3, 5.6).

    How ready the board is (5.4) decides what the brief explains; it is not shown to those whom it grades.
    """
    found, asked = brief.findings, brief.engagement.maturity
    place, hoops = found.placement, found.hoops
    rows = [
        row(words("Investment, 0 to 100"), _result(brief, place.investment), _inputs(brief, asked.investment)),
        row(words("Innovation, 0 to 100"), _result(brief, place.innovation), _inputs(brief, asked.innovation)),
        row(words("Observer traits"), words(f"{place.observer_traits} of 4"), _inputs(brief, asked.diagnostics)),
        row(words("Resistance, 1 to 5"), words(), _inputs(brief, asked.resistance)),
        row(words("Naive to Natural, 1 to 4"), _result(brief, found.orientation.index, found.orientation.band),
            _areas(brief)),
    ]  # fmt: skip
    if hoops.score.asked:
        rows.append(
            row(words("Customer effort, 0 to 100"), _result(brief, hoops.score, hoops.level), _effort(brief))
        )
    rows.append(_people(brief))
    heads = columns(("Score", 1.1), ("Result", 1.1), ("Inputs", 4.2))
    return table("annex-scores", "Scores and what they were made of", heads, rows)


def _result(brief: Brief, score: Score, level: str | None = None) -> Cell:
    return words(brief.wording.score(score), (level or "").capitalize())


def _inputs(brief: Brief, asked: Record) -> Cell:
    """Return the questions of a record, as they were asked, with their answers."""
    fields = type(asked).model_fields
    return words(
        "; ".join(f"{field.title} {_answer(brief, getattr(asked, name))}" for name, field in fields.items())
    )


def _answer(brief: Brief, answer: Any) -> str:
    return "Not asked" if answer is None else brief.wording.text(answer)


def _areas(brief: Brief) -> Cell:
    found = brief.findings.orientation
    areas = (f"{area.name} {brief.wording.text(area.level)}" for area in found.areas)
    return words("; ".join(areas), f"Action under way in {found.underway} of 9")


def _effort(brief: Brief) -> Cell:
    service = brief.engagement.service
    parts = {
        "Sent on to another channel": service.rechannelled,
        "a case sees": service.handovers,
        "wait until the solution": service.wait_minutes,
        "effort": service.effort,
    }
    return words("; ".join(f"{title} {_answer(brief, answer)}" for title, answer in parts.items()))


def _people(brief: Brief) -> Row:
    """Return the people needed for care, what there is, and what it was reckoned from (5.7)."""
    w, found, team = brief.wording, brief.findings.capacity, brief.engagement.team
    minutes, rate = brief.findings.channels.handling_minutes, brief.findings.channels.target_response_rate
    result = {"Needed": found.needed, "There are": found.available, "Gap": found.gap}
    parts = {
        "Messages a month that need a reply": _bare(brief, found.volume),
        "handling time in minutes": w.score(minutes),
        "share to be answered": w.percent(rate),
        "contracted hours a month": w.text(team.hours_a_month),
        "paid time not spent on customers, in percent": w.text(team.shrinkage),
        "share of the rest spent on messages": w.percent(100 * found.occupancy),
        "fewest people on shift": w.number(found.minimum_on_shift),
        "needed for the messages": _posts(brief, found.load),
        "needed for the hours": _posts(brief, found.cover),
    }
    return row(
        words("People for care, full-time equivalents"),
        words(*(f"{title} {_posts(brief, value)}" for title, value in result.items())),
        words("; ".join(f"{title} {value}" for title, value in parts.items())),
    )


def _bare(brief: Brief, value: float | None) -> str:
    return "not scored" if value is None else brief.wording.number(value)


def _posts(brief: Brief, value: float | None) -> str:
    return "not scored" if value is None else brief.wording.people(value)


BUILDERS: dict[str, Builder] = {"annex-success": success_factors, "annex-scores": scores}
