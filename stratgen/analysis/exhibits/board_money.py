"""Options, costs and benefits, as the board brief shows them; amounts in the currency of the pack."""

from __future__ import annotations

from collections.abc import Sequence

from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.ledger import columns, money_cell, sentence_and, table
from stratgen.analysis.findings import OptionFinding
from stratgen.analysis.wording import half_up
from stratgen.document import Cell, Exhibit, Inlines, Row, Strong, Text, cell
from stratgen.engagement import Quarter, known, records
from stratgen.engagement.board import Cost, CostTiming

NEAREST = 100
"""Amounts of the board brief are rounded to this (domain 5)."""


def options(brief: Brief) -> Exhibit | None:
    """Return the options with what each is, brings, risks and costs, and its weighted score."""
    heads = columns(("Option", 1.5), ("What it is", 3), ("Brings", 2.1), ("Risks", 2.5),
                    ("Cost, start", 1.2), ("Score", 0.6, "end"))  # fmt: skip
    found = brief.findings.case.options
    return table("brief-options", "The options on the same criteria, with the cost of year one", heads, [_option(brief, each) for each in found],
                 _robustness(brief))  # fmt: skip


def _option(brief: Brief, found: OptionFinding) -> tuple[Cell, ...]:
    w, option = brief.wording, found.option
    name: list[Inlines] = [w.inlines(option.name)]
    if found.recommended:
        name.append((Strong((Text("Recommended"),)),))
    return (
        Cell(tuple(name), "accent" if found.recommended else None),
        w.cell(option.what),
        w.cell(option.benefits),
        w.cell(option.risks),
        Cell(
            (*money_cell(brief, option.year_one_cost, NEAREST).paragraphs, *w.cell(option.start).paragraphs)
        ),
        cell(w.score(found.score, 2)),
    )


def _robustness(brief: Brief) -> str:
    case = brief.findings.case
    words = "Scored 1 to 5, 5 is best, on the weighted criteria of the appendix."
    if case.robust is None:
        return words
    holds = (
        "First place holds when any one weight moves by ten points."
        if case.robust
        else "First place changes when one weight moves by ten points."
    )
    return f"{words} {holds}"


def criteria(brief: Brief) -> Exhibit | None:
    """Return the score of every option on every criterion, with the weights."""
    weights = known(brief.engagement.board.criteria)
    found = brief.findings.case.options
    if not weights or not found:
        return None
    w = brief.wording
    heads = columns(("Criterion", 2), ("Weight", 0.8, "end"),
                    *((w.text(each.option.name), 1.2, "end") for each in found))  # fmt: skip
    rows: list[Row] = []
    for criterion, weight in weights.items():
        scores = [known(each.option.scores) or {} for each in found]
        given = [
            cell(w.text(score[criterion])) if criterion in score else cell("Not scored") for score in scores
        ]
        rows.append(Row((cell(criterion), cell(w.number(weight)), *given)))
    totals = [cell(w.score(each.score, 2)) for each in found]
    rows.append(Row((cell("Weighted score"), cell(w.number(sum(weights.values()))), *totals), "total"))
    note = "Each score 1 to 5, 5 is best; the weighted score is their weighted mean. Method: stratgen."
    return table("brief-criteria", "Scores of the options on each criterion", heads, rows, note)


def quarters(brief: Brief) -> Exhibit | None:
    """Return the cost of year one by quarter, one-off and recurring; None where a line is not known."""
    case = brief.findings.case
    lines = [each for each in records(brief.engagement.board.costs) if complete(each)]
    if case.cost_total is None or len(lines) < len(records(brief.engagement.board.costs)) or not lines:
        return None
    once = [0.0, 0.0, 0.0, 0.0]
    for each in lines:
        quarter, amount = known(each.quarter), known(each.amount)
        if quarter and amount is not None and each.timing is CostTiming.ONE_OFF:
            once[quarter.position] += amount
    shown_once, whole = even(once), even(case.by_quarter)
    # What recurs is the difference of the rounded rows, so that the table adds up across and down.
    shown_again = [total - part for total, part in zip(whole, shown_once, strict=True)]
    heads = columns(
        ("Year-one cost", 1.8), *((each.value, 1, "end") for each in Quarter), ("Year", 1.1, "end")
    )
    rows = [
        Row(_amounts(brief, "One-off", shown_once)),
        Row(_amounts(brief, "Recurring", shown_again)),
        Row(_amounts(brief, "Total", whole), "total"),
    ]
    return table("brief-quarters", _cost_caption(brief), heads, rows, _cost_note(brief))


def _cost_caption(brief: Brief) -> str:
    starts = brief.findings.quarter_starts
    code = known(brief.engagement.engagement.currency) or "currency to be confirmed"
    year = f", year from {brief.wording.day(starts[0])}" if starts else ""
    return f"Cost of the recommended option ({code}{year})"


def _cost_note(brief: Brief) -> str:
    spread = " A recurring amount is spread evenly over its quarters." if brief.findings.case.yearly else ""
    return (
        f"Source: cost lines in the appendix.{spread} Rounded to the nearest {brief.wording.money(NEAREST)}."
    )


def complete(cost: Cost) -> bool:
    """Return whether amount, quarter and timing of a cost are known."""
    return None not in (known(cost.amount), known(cost.quarter), known(cost.timing))


def even(values: Sequence[float]) -> list[float]:
    """Return amounts rounded so that they still add up to their rounded sum."""
    rounded, total, shown = [], 0.0, 0.0
    for value in values:
        total += value
        step = half_up(total / NEAREST, 0) * NEAREST - shown
        shown += step
        rounded.append(step)
    return rounded


def _amounts(brief: Brief, title: str, values: Sequence[float]) -> tuple[Cell, ...]:
    return (cell(title), *(money_cell(brief, value, NEAREST) for value in (*values, sum(values))))


def costs(brief: Brief) -> Exhibit | None:
    """Return every cost line, and their total where all are known."""
    heads = columns(("Item", 3.2), ("Kind", 1), ("Timing", 1), ("From", 0.6), ("Year one", 1.3, "end"))
    lines = records(brief.engagement.board.costs)
    w = brief.wording
    rows = [
        Row((w.cell(each.item), w.cell(each.kind), w.cell(each.timing), w.cell(each.quarter),
             money_cell(brief, each.amount, NEAREST)))
        for each in lines
    ]  # fmt: skip
    total = brief.findings.case.cost_total
    if rows and total is not None:
        rows.append(
            Row((cell("Total"), cell(""), cell(""), cell(""), money_cell(brief, total, NEAREST)), "total")
        )
    return table("brief-costs", "Cost lines of the recommended option", heads, rows)


def benefits(brief: Brief) -> Exhibit | None:
    """Return the yearly benefits as ranges, their sum, and the payback (domain 5.12)."""
    heads = columns(("Benefit, a year", 2), ("Low", 1, "end"), ("Base", 1, "end"), ("High", 1.05, "end"),
                    ("Assumption and source", 4.2))  # fmt: skip
    w, case = brief.wording, brief.findings.case
    rows = [
        Row((w.cell(each.benefit.item), *(money_cell(brief, value, NEAREST) for value in each.amounts),
             Cell((sentence_and(w, each.benefit.assumption, each.benefit.source),))))
        for each in brief.findings.benefits.findings
    ]  # fmt: skip
    if rows and case.benefit_base is not None:
        sums = (case.benefit_low, case.benefit_base, case.benefit_high)
        rows.append(
            Row((cell("Total"), *(money_cell(brief, value, NEAREST) for value in sums), cell("")), "total")
        )
        back = brief.findings.benefits.payback_words
        rows.append(Row((cell("Payback of one-off cost"), *(cell(words) for words in back),
                         cell("One-off cost, divided by the benefit less the recurring cost"))))  # fmt: skip
    return table("brief-benefits", "Benefits as a range: capacity released and losses avoided", heads, rows,
                 "Not included: later years, and effects on sales that no line names.")  # fmt: skip


BUILDERS: dict[str, Builder] = {
    "brief-options": options,
    "brief-criteria": criteria,
    "brief-quarters": quarters,
    "brief-costs": costs,
    "brief-benefits": benefits,
}
