"""How the year is measured: targets by quarter, the review of a quarter, lag actions."""

from __future__ import annotations

from stratgen.analysis import guardrails
from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.gaps import distinct, filled
from stratgen.analysis.exhibits.ledger import (
    better,
    columns,
    grade_line,
    kpi_name,
    kpi_of,
    kpi_value,
    rating_cell,
    start_or_today,
    table,
)
from stratgen.analysis.exhibits.short_holes import shortened
from stratgen.analysis.findings import Kpi, ObjectiveFinding, ReviewFinding
from stratgen.analysis.measures import measure, proved_at
from stratgen.analysis.sentences import inside, upper
from stratgen.document import Cell, Emphasis, Exhibit, Inlines, Text, cell
from stratgen.engagement import Figure, Quarter, Unknown, known, records
from stratgen.engagement.baseline import Measure


def scorecard(brief: Brief) -> Exhibit | None:
    """Return each measure with today's value and every quarter's target; in a review also what was measured."""
    shown = [each for each in brief.findings.objectives if each.aimed and each.kpi]
    review = brief.findings.progress
    found = {id(each.objective): each for each in review.findings if each.objective} if review else {}
    heads = columns(("Measure", 2.1), ("Better", 0.75), (start_or_today(brief), 1.1, "end"),
                    *((each.value, 1.15, "end") for each in Quarter),
                    *((("Rating", 1.1),) if review else ()))  # fmt: skip
    rows = []
    for each in shown:
        past = found.get(id(each.objective))
        rated = (rating_cell(past.rating if past else None),) if review else ()
        rows.append((*_score(brief, each, past), *rated))
        if each.baseline_90th is not None:
            rows.append(
                (
                    *_late(brief, each),
                    *((rating_cell(past.late) if past and past.late else cell("–"),) if review else ()),
                )
            )
    proofs = proofs_alone(brief)
    further, open_words = shortened([_proof(brief, *each) for each in proofs])
    rows += further
    caption = (
        f"Targets by quarter, and the review of {review.quarter.value}" if review else "Targets by quarter"
    )
    notes = [
        lines_note(brief, [each for each in shown if each.printable]), _proof_note(brief, proofs), open_words, _guardrails(brief, shown), _guarded(brief, review.findings) if review else ""
    ]  # fmt: skip
    note = grade_line(
        brief, [each.objective.baseline for each in shown], " ".join(each for each in notes if each)
    )
    return table("roadmap-scorecard", caption, heads, rows, note)


def lines_note(brief: Brief, shown: list[ObjectiveFinding]) -> str:
    """Return how the targets of the quarters came about, in one or two sentences."""
    held, given = [each for each in shown if each.held], [each for each in shown if each.answered]
    straight = len(shown) - len(held) - len(given)
    since = "the start" if brief.findings.progress else "today"
    words = f"Targets lie on a straight line from {since} to the due quarter." if straight else ""
    if held:
        lead = (
            f"{upper(_names(brief, held))}: {since}'s value holds"
            if not straight
            else f"For {_names(brief, held)}, {since}'s value holds"
        )
        words += f" {lead} until the quarter in which the first work that moves it ends."
    if given:
        words += f" The steps of {_names(brief, given)} were set one by one."
    return words.strip()


def _names(brief: Brief, found: list[ObjectiveFinding]) -> str:
    return brief.wording.listing(dict.fromkeys(inside(each.kpi.name) for each in found if each.kpi))


def proofs_alone(brief: Brief) -> list[tuple[Kpi, Measure | None, float]]:
    """Return the measures by which the vision is proved and that no objective is about, each with its value then.

    What the board and the vision are told of has to be followed as well, though no step leads to it.
    """
    found = []
    for point in records(brief.engagement.vision.proof_points):
        kpi, name = kpi_of(brief, point.kpi), known(point.kpi)
        value = proved_at(brief.engagement, name) if name else None
        if kpi is not None and value is not None:
            found.append((kpi, measure(brief.engagement, kpi.id), value))
    return found


def _proof(brief: Brief, kpi: Kpi, baseline: Measure | None, value: float) -> tuple[Cell, ...]:
    review = brief.findings.progress
    past = next((each for each in review.findings if each.kpi.id == kpi.id), None) if review else None
    social = baseline.social if baseline else None
    return (
        cell(kpi.name),
        cell(better(kpi)),
        cell("To be measured") if social is None else kpi_value(brief, kpi, social),
        *(_stood(brief, kpi, value if quarter is Quarter.Q4 else None, past, quarter) for quarter in Quarter),
        *((rating_cell(past.rating if past else None),) if review else ()),
    )


def _stood(
    brief: Brief, kpi: Kpi | None, value: float | None, past: ReviewFinding | None, quarter: Quarter
) -> Cell:
    """Return the target of a quarter, a dash where it has none, and below it what was measured."""
    shown = (cell("–") if value is None else kpi_value(brief, kpi, value)).paragraphs
    actual = next((figure for each, figure in past.actuals if each is quarter), None) if past else None
    return Cell(shown if actual is None else (*shown, _measured(brief, kpi, actual)))


def _measured(brief: Brief, kpi: Kpi | None, value: Figure | Unknown) -> Inlines:
    """Return what was measured, as it stands below a target."""
    return (Emphasis((Text("measured: "), *kpi_value(brief, kpi, value).paragraphs[0])),)


def _proof_note(brief: Brief, proofs: list[tuple[Kpi, Measure | None, float]]) -> str:
    """Return that a target is the vision's alone, and who answers for it: who counts it, or else the executive."""
    lead = brief.engagement.team.accountable_executive
    owners: dict[str, list[str]] = {}
    for kpi, baseline, _ in proofs:
        owner = (known(baseline.owner) if baseline and baseline.owner else None) or known(lead)
        owners.setdefault(owner or "", []).append(inside(kpi.name))
    if not proofs:
        return ""
    names = upper(brief.wording.listing(name for each in owners.values() for name in each))
    verb, them = ("have a target", "them") if len(proofs) > 1 else ("has a target", "it")
    who = "; ".join(
        f"{owner or 'to be named'}{f' ({brief.wording.listing(each)})' if len(owners) > 1 else ''}"
        for owner, each in owners.items()
    )
    return f"{names} {verb} without steps, since no objective is about {them}. Who answers for {them}: {who}."


def _guardrails(brief: Brief, shown: list[ObjectiveFinding]) -> str:
    """Return which measures must not get worse while others get better, in one sentence."""
    guarded: dict[str, list[str]] = {}
    for each in shown:
        if each.kpi and (named := guards(brief, each.kpi.guard)):
            guarded.setdefault(named, []).append(inside(each.kpi.name))
    parts = [f"{named} while {brief.wording.listing(names)} improve{'s' if len(names) == 1 else ''}"
             for named, names in guarded.items()]  # fmt: skip
    if not parts:
        return ""
    every = {name for each in shown if each.kpi for name in each.kpi.guard.split(", ") if name}
    points = all(guardrails.in_points(kpi) for name in every if (kpi := brief.findings.kpis.get(name)))
    margin = f"{brief.wording.number(guardrails.POINTS)} points" + (
        "" if points else ", or a twentieth of a value in another unit"
    )
    return f"May not worsen by more than {margin}: {'; '.join(parts)}. Shaded: the focus."


def _late(brief: Brief, found: ObjectiveFinding) -> tuple[Cell, ...]:
    """Return the line of the 90th percentile, which the response promise rests on (checklist S-03)."""
    kpi = found.kpi
    values = found.quarters_90th or (None,) * len(Quarter)
    return (
        cell("Nine in ten within"),
        cell(better(kpi)),
        kpi_value(brief, kpi, found.baseline_90th),
        *(_aim_late(brief, found, value, quarter) for value, quarter in zip(values, Quarter, strict=True)),
    )


def _aim_late(brief: Brief, found: ObjectiveFinding, value: float | None, quarter: Quarter) -> Cell:
    """Return the target of a quarter for the 90th percentile, and below it what was measured."""
    shown = (cell("No target") if value is None else kpi_value(brief, found.kpi, value)).paragraphs
    progress = brief.engagement.progress
    for each in records(progress.actuals) if progress else ():
        if each.value_90th is not None and (each.kpi, each.quarter) == (found.objective.kpi, quarter):
            shown = (*shown, _measured(brief, found.kpi, each.value_90th))
    return Cell(shown)


def _score(brief: Brief, found: ObjectiveFinding, past: ReviewFinding | None) -> tuple[Cell, ...]:
    assert found.kpi is not None
    return (
        cell(found.kpi.name, *(("median",) if found.baseline_90th is not None else ())),
        cell(better(found.kpi)),
        kpi_value(brief, found.kpi, found.objective.baseline),
        *(_aim(brief, found, past, quarter) for quarter in Quarter),
    )


def _aim(brief: Brief, found: ObjectiveFinding, past: ReviewFinding | None, quarter: Quarter) -> Cell:
    """Return the target of a quarter, shaded where it is in focus, and below it what was measured."""
    value = found.quarters[quarter.position]
    due = known(found.objective.due)
    if not found.printable and due:
        # Without a baseline there is no line to it: the target stands where it is due, and holds from then on.
        value = known(found.objective.target) if quarter.position >= due.position else None
    shown = _stood(brief, found.kpi, value, past, quarter).paragraphs
    focus = known(getattr(brief.engagement.focus_metrics, quarter.value.lower()))
    return Cell(shown, "accent" if found.kpi and found.kpi.id == focus else None)


def guards(brief: Brief, names: str) -> str:
    """Return the names of the measures that must not get worse, in a row; empty where there are none."""
    kpis = brief.findings.kpis
    return brief.wording.listing(
        kpis[each].name if each in kpis else each for each in names.split(", ") if each
    )


def _guarded(brief: Brief, found: tuple[ReviewFinding, ...]) -> str:
    """Return whether the guardrails hold, and how the columns are to be read."""
    values = {each.kpi.id: each for each in found}
    names = dict.fromkeys(
        name for each in found for name in each.kpi.guard.split(", ") if name and each.objective
    )
    judged = [
        (each, worse) for name in names if (each := values.get(name)) and (worse := _worse(each)) is not None
    ]
    words = [
        brief.wording.listing(_against_start(brief, each) for each, bad in judged if bad is worse)
        for worse in (False, True)
    ]
    parts = []
    if words[0]:
        parts.append(f"Guardrails that hold: {words[0]}.")
    if words[1]:
        parts.append(f"Guardrails that do not hold: {words[1]}.")
    if open_ones := [
        inside(guards(brief, name)) for name in names if name not in {each.kpi.id for each, _ in judged}
    ]:
        review = brief.findings.progress
        when = f" in {review.quarter}" if review and any(each.earlier for each in found) else ""
        parts.append(f"Guardrails not measured{when or ' yet'}: {brief.wording.listing(open_ones)}.")
    parts.append("Italics: what was measured.")
    return " ".join(parts)


def _against_start(brief: Brief, each: ReviewFinding) -> str:
    """Return a guardrail with its value of the review beside that of the start, by which alone it is judged."""
    last, start = (
        brief.wording.measured(value, each.kpi.unit)
        for value in (each.actuals[-1][1].value, each.baseline or 0.0)
    )
    return f"{inside(each.kpi.name)} ({last}, against {start} at the start)"


def _worse(each: ReviewFinding) -> bool | None:
    """Return whether a measure is worse than at the start by more than its margin; None where a value is missing."""
    if each.baseline is None or each.actual is None:
        return None
    return guardrails.is_broken(each.kpi, each.baseline, each.actuals[-1][1].value)


def lags(brief: Brief) -> Exhibit | None:
    """Return for each objective from when it lags, for how long, what happens then, and who answers for it."""
    rows = [_lag(brief, each) for each in brief.findings.objectives]
    heads = columns(
        ("Measure", 1.7), ("It lags when, for how long", 2.8), ("Then", 3.4), ("Answers for it, review", 2.4)
    )
    return filled("roadmap-lags", "What happens when a measure lags", heads, rows)


def _lag(brief: Brief, found: ObjectiveFinding) -> tuple[Cell, ...]:
    w, lag = brief.wording, found.objective.if_it_lags
    threshold, lasting = known(lag.threshold), known(lag.lasting)
    when = distinct((w.inlines(lag.threshold), w.inlines(lag.lasting)))
    if threshold is not None and lasting is not None:
        when = cell(f"{threshold.rstrip('. ')}, {inside(lasting)}").paragraphs
    return (
        w.cell(kpi_name(brief, found.objective.kpi)),
        Cell(when),
        w.cell(lag.action),
        Cell(distinct((w.inlines(found.objective.owner), _rhythm(brief, found)))),
    )


def _rhythm(brief: Brief, found: ObjectiveFinding) -> Inlines:
    rhythm = known(found.objective.review)
    return (
        cell(rhythm.label.capitalize()).paragraphs[0]
        if rhythm
        else brief.wording.inlines(found.objective.review)
    )


BUILDERS: dict[str, Builder] = {
    "roadmap-scorecard": scorecard,
    "roadmap-lags": lags,
}
