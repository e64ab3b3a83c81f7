"""Exhibits of the annex on method: the scores of the organisation as a whole, each with its inputs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.cells import row, words
from stratgen.analysis.exhibits.ledger import RATING_TONES, at_start, columns, table
from stratgen.analysis.exhibits.roadmap_people import beside_them
from stratgen.analysis.findings import EvidenceItem, SuccessFactor
from stratgen.analysis.sentences import upper
from stratgen.document import Cell, Exhibit, Row, cell
from stratgen.engagement import Record, known
from stratgen.engagement.answer import weekly_hours

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
    found = brief.findings.success
    low = wording.listing(f"{each.name} {wording.score(each.score)}" for each in found.lowest)
    lowest = f"Lowest: {low}" if 0 < len(found.lowest) < len(found.factors) else ""
    rows.append(
        Row(
            (
                words("Mean of the six"),
                words(wording.score(found.overall)),
                cell(""),
                words(lowest) if lowest else cell(""),
            ),
            "total",
        )
    )
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
    """Return maturity, orientation and customer effort: each result, and each question with the answer chosen.

    Domain 5.2, 5.3 and 5.6. The questions about the board are for the author alone: a paper does not grade its readers.
    """
    found, asked = brief.findings, brief.engagement.maturity
    place, hoops = found.placement, found.hoops
    result = brief.wording.score
    rows = [
        row(_head("Investment, 0 to 100", result(place.investment)), _asked(brief, asked.investment, _LEVEL)),
        row(_head("Innovation, 0 to 100", result(place.innovation)), _asked(brief, asked.innovation, _LEVEL)),
        row(_head("Observer traits", f"{place.observer_traits} of 4"), _asked(brief, asked.diagnostics)),
        row(_head("Resistance, 1 to 5"), _asked(brief, asked.resistance)),
        row(_head("Naive to Natural, 1 to 4", result(found.orientation.index), found.orientation.band), _areas(brief)),
    ]  # fmt: skip
    if hoops.score.asked:
        rows.append(row(_head(f"{EFFORT}, 0 to 100", result(hoops.score), hoops.level), _effort(brief)))
    rows.append(row(_head("People for care, full-time posts", *_people(brief)), _people_parts(brief)))
    heads = columns(("Score and result", 2), ("The answers behind it", 4.6))
    return table("annex-scores", "Scores and the answers that made them", heads, rows)


EFFORT = "Hoops a customer goes through"
"""What the index of effort is called, so that nobody takes it for the measure "customer effort score"."""
_LEVEL = ("None", "Ad hoc", "Partial", "Established", "Leading")


def _head(title: str, *results: str | None) -> Cell:
    found = [each for each in results if each]
    return words(title, upper("; ".join(found))) if found else words(title)


def _asked(brief: Brief, asked: Record, levels: Sequence[str] = ()) -> Cell:
    """Return the questions of a record, one after another: as it was asked, with the answer that was chosen."""
    fields = type(asked).model_fields.items()
    return words(
        " ".join(f"{field.title} {_answer(brief, getattr(asked, name), levels)}." for name, field in fields)
    )


def _answer(brief: Brief, answer: Any, levels: Sequence[str] = ()) -> str:
    if answer is None:
        return "Not asked"
    if isinstance(answer, int) and not isinstance(answer, bool) and answer < len(levels):
        return f"{levels[answer]} ({answer} of {len(levels) - 1})"
    return brief.wording.text(answer)


def _areas(brief: Brief) -> Cell:
    found = brief.findings.orientation
    areas = (f"{area.name} {brief.wording.text(area.level)}" for area in found.areas)
    return words("; ".join(areas))


def _effort(brief: Brief) -> Cell:
    service = brief.engagement.service
    parts = {
        "Sent on to another channel": service.rechannelled,
        "Handovers that a case sees": service.handovers,
        "Wait until the solution": service.wait_minutes,
        "Effort, 1 is little and 5 is much": service.effort,
    }
    return words("; ".join(f"{title}: {_answer(brief, answer)}" for title, answer in parts.items()))


def _people(brief: Brief) -> tuple[str, ...]:
    found = brief.findings.capacity
    gap = found.gap
    left = () if gap is None else (f"{_posts(brief, abs(gap))} {'short' if gap > 0 else 'to spare'}",)
    return (
        f"Needed: {_posts(brief, found.needed)}",
        f"there {at_start(brief)}: {_posts(brief, found.available)}",
        *left,
    )


def _people_parts(brief: Brief) -> Cell:
    """Return what the people needed were reckoned from: for the messages, and for the hours (5.7)."""
    w, found, team = brief.wording, brief.findings.capacity, brief.engagement.team
    minutes, rate = brief.findings.channels.handling_minutes, brief.findings.channels.target_response_rate
    hours = _hours(brief)
    cover = f"{w.number(hours)} hours a week" if hours is not None else "hours not known"
    return words(
        f"For the messages {_posts(brief, found.load)}: {_bare(brief, found.volume)} messages a month, of which "
        f"{w.percent(rate)} are to be answered, {w.score(minutes)} minutes each",
        f"For the hours {_posts(brief, found.cover)}: {cover}, at least {w.number(found.minimum_on_shift)} on shift{beside_them(brief)}",
        f"One person: {w.text(team.hours_a_month)} hours a month; paid time not spent on customers "
        f"{w.text(team.shrinkage)}%; messages take {w.percent(100 * found.occupancy)} of the rest",
    )


def _hours(brief: Brief) -> float | None:
    """Return the promised hours of a week; None where they are not known."""
    hours = known(brief.engagement.terms.hours)
    return weekly_hours(hours) if hours else None


def _bare(brief: Brief, value: float | None) -> str:
    return "not scored" if value is None else brief.wording.number(value)


def _posts(brief: Brief, value: float | None) -> str:
    return "not scored" if value is None else brief.wording.people(value)


BUILDERS: dict[str, Builder] = {"annex-success": success_factors, "annex-scores": scores}
