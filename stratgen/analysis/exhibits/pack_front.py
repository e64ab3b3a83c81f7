"""Exhibits of the pack's first pages: sign-off, and the strategy on a page."""

from __future__ import annotations

from collections.abc import Sequence

from stratgen.analysis.exhibits.board_watch import stands
from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.cells import row, words
from stratgen.analysis.exhibits.forms import form_cell
from stratgen.analysis.exhibits.ledger import columns, kpi_name, kpi_of, kpi_value, table
from stratgen.analysis.exhibits.short_holes import shortened
from stratgen.analysis.findings import ObjectiveFinding, Progress
from stratgen.analysis.findings.judgement import ResolutionFinding
from stratgen.analysis.sentences import number_word
from stratgen.document import Cell, Exhibit, Row
from stratgen.engagement import Unknown, known, records
from stratgen.engagement.vision import Outcome, SignOff, SignOffBy

NOBODY = "–"
"""What stands for a reviewer and a day that are not there yet; the outcome says so in words, once a row."""
MOST_OBJECTIVES = 3
"""Objectives that fit on the page (documents PK-1)."""


def sign_off(brief: Brief) -> Exhibit | None:
    """Return who has reviewed the pack, when, and with what outcome (SIGN-01): a form for all who have to."""
    given = brief.engagement.sign_off
    if isinstance(given, Unknown):
        return None
    first = {known(each.by): each for each in reversed(given)}
    rows = [_signed(brief, each, first[known(each.by)] is each) for each in given]
    rows += [_to_sign(brief, by, None) for by in SignOffBy if by not in first]
    heads = columns(("Function", 1.2), ("Reviewer", 1.4), ("Date", 1.1), ("Outcome", 1.2))
    return table("pack-sign-off", "Review and sign-off", heads, rows)


def _signed(brief: Brief, record: SignOff, is_first: bool) -> Row:
    """Return the row of a record; a second one of the same function is not a form, since it has no key."""
    if is_first and (by := known(record.by)):
        return _to_sign(brief, by, record)
    show = brief.wording.cell
    return row(show(record.by), show(record.name), show(record.date), show(record.outcome))


def _to_sign(brief: Brief, by: SignOffBy, record: SignOff | None) -> Row:
    key, title = f"sign_off[{by.value}]", by.label
    name, day, outcome = (record.name, record.date, record.outcome) if record else (None, None, None)
    wording = brief.wording
    return row(
        wording.cell(by),
        form_cell(wording, "text", f"{key}.name", f"{title}: reviewer", name, NOBODY),
        form_cell(wording, "date", f"{key}.date", f"{title}: date", day, NOBODY),
        form_cell(
            wording, "choice", f"{key}.outcome", f"{title}: outcome", outcome, "Not asked yet", Outcome
        ),
    )


def changes(brief: Brief) -> Exhibit | None:
    """Return what changes for customers, from what to what (PUR-05)."""
    show = brief.wording.cell
    rows = [
        row(show(each.before), show(each.after)) for each in records(brief.engagement.purpose.relationship)
    ]
    return table("pack-changes", "What changes for customers", columns(("From", 1), ("To", 1)), rows)


def objectives(brief: Brief) -> Exhibit | None:
    """Return three objectives with their numbers, and say how many are still to be set and do not print.

    Each business goal has its first one shown before a goal has two.

    In a pack that reviews the year, with where each stands now and how that is rated.
    """
    every = [each for each in brief.findings.objectives if each.aimed]
    shown = _first_of_goals(every)
    review = brief.findings.progress
    lines, open_words = shortened([_objective(brief, each, review) for each in shown])
    start = (("Start", 0.8, "end"), ("Now", 0.8, "end"), ("Due by now", 0.8, "end"), ("Rating", 0.8))
    heads = columns(
        ("Objective", 2.6 if review else 3.6), ("Measure", 1.5),
        *(start if review else (("Today", 0.9, "end"),)), ("Target", 0.9, "end"), ("By", 0.5),
    )  # fmt: skip
    day = f"Now: {brief.wording.day(review.as_of)}." if review and review.as_of else ""
    note = " ".join(filter(None, (day, _others(brief, len(every), len(shown)), open_words)))
    return table("pack-objectives", "Objectives", heads, lines, note)


def _first_of_goals(every: Sequence[ObjectiveFinding]) -> list[ObjectiveFinding]:
    goals = [known(each.objective.goal) for each in every]
    seconds = [goal in goals[:at] for at, goal in enumerate(goals)]
    kept = sorted(range(len(every)), key=lambda at: seconds[at])[:MOST_OBJECTIVES]
    return [every[at] for at in sorted(kept)]


def _objective(brief: Brief, each: ObjectiveFinding, review: Progress | None) -> tuple[Cell, ...]:
    kpi, show = kpi_of(brief, each.objective.kpi), brief.wording.cell
    found = (
        next((one for one in review.findings if one.objective is each.objective), None) if review else None
    )
    return (
        show(each.objective.sentence),
        show(kpi_name(brief, each.objective.kpi)),
        kpi_value(brief, kpi, each.objective.baseline),
        *(stands(brief, kpi, found) if review else ()),
        kpi_value(brief, kpi, each.objective.target),
        show(each.objective.due),
    )


def _others(brief: Brief, aimed: int, shown: int) -> str:
    """Return how many objectives the page does not show, and how many of all are still to be set."""
    some = (
        f"{number_word(shown).capitalize()} of {number_word(aimed)} objectives; all of them are in part 3."
        if aimed > shown
        else ""
    )
    left = len(brief.findings.objectives) - aimed
    verb = "is" if left == 1 else "are"
    open_ones = (
        f"{left} more {verb} still to be set; part 3 says what {'it needs' if left == 1 else 'they need'}."
    )
    return " ".join(filter(None, (some, open_ones if left and shown else "")))


def quarters(brief: Brief) -> Exhibit | None:
    """Return the theme of each quarter, side by side."""
    plan = brief.engagement.vision.quarters
    themes = (plan.q1.theme, plan.q2.theme, plan.q3.theme, plan.q4.theme)
    widths = [len(label) for label in brief.findings.quarter_labels]
    heads = columns(*zip(brief.findings.quarter_labels, widths, strict=True))
    return table("pack-quarters", "Themes of the year", heads, [row(*map(brief.wording.cell, themes))])


def asks(brief: Brief) -> Exhibit | None:
    """Return what the board is asked to decide, each with amount, executive and date (BOA-01)."""
    rows = []
    for found in brief.findings.resolutions:
        each, show = found.resolution, brief.wording.cell
        amount = known(each.amount)
        money = show(each.amount) if amount is None else words(brief.wording.money(amount))
        rows.append(row(show(each.text), money, show(each.executive), _falls(brief, found)))
    heads = columns(
        ("The board is asked to", 3.5), ("Amount", 0.8, "end"), ("Executive", 1.4), ("Takes effect", 1.1)
    )
    return table("pack-asks", "Decisions asked of the board", heads, rows)


_FALLS = {"effect": "From", "adopt": "Adopted by", "report": "First report by"}


def _falls(brief: Brief, found: ResolutionFinding) -> Cell:
    """Return from or by which day a resolution is carried out, in the words of the brief."""
    day = found.resolution.by
    if isinstance(day, Unknown):
        return brief.wording.cell(day)
    if found.noted:
        return words("Noted in the meeting")
    return words(f"{_FALLS[found.tie]} {brief.wording.day(day, 'short')}")


BUILDERS: dict[str, Builder] = {
    "pack-sign-off": sign_off,
    "pack-changes": changes,
    "pack-objectives": objectives,
    "pack-quarters": quarters,
    "pack-asks": asks,
}
