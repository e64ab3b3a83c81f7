"""Options, costs and benefits, as the board brief shows them; amounts in the currency of the pack."""

from __future__ import annotations

from collections.abc import Sequence

from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.ledger import columns, money_cell, sentence_and, table
from stratgen.analysis.findings import BenefitFinding, OptionFinding
from stratgen.analysis.options import full_year_is_open
from stratgen.analysis.wording import half_up
from stratgen.document import Cell, Exhibit, Inlines, Row, Strong, Text, cell
from stratgen.engagement import Quarter, Unknown, known, records
from stratgen.engagement.money import Cost, CostTiming

SPREAD = (
    " Yearly lines run evenly from their first quarter, people from the month they start, in round amounts."
)
"""How yearly lines stand in a table by quarter (`options.by_quarter`)."""
LONG = 150
"""Letters of an option's words above which the body shows it short, and the appendix in full."""


def options(brief: Brief) -> Exhibit | None:
    """Return the options with what each is, brings, risks and costs, and its weighted score.

    Where the words of an option are long, all three stand in the appendix, and the body has the rest.
    """
    found = brief.findings.case.options
    long = _are_long(found)
    wide = () if long else (("What it is", 3.1), ("Brings", 2.4), ("Risks", 2.6))
    narrow = 0.5 if long else 1
    heads = columns(
        ("Option", 1.5),
        *wide,
        ("Cost", 1.15 * narrow),
        ("Start", 0.85 * narrow),
        ("Score", 0.6 * narrow, "end"),
    )
    note = f"{_robustness(brief)}{' The appendix says what each is, brings and risks.' if long else ''}"
    day = known(brief.engagement.board.options_decided)
    seen = (
        f" as the board saw them in {brief.wording.day(day, 'month')},"
        if day and brief.findings.progress
        else ""
    )
    return table("brief-options", f"The options{seen} on the same criteria, with the cost of year one", heads,
                 [_option(brief, each, long) for each in found], note)  # fmt: skip


def _are_long(found: Sequence[OptionFinding]) -> bool:
    return any(
        len(words) > LONG
        for each in found
        for words in (known(each.option.what), known(each.option.benefits), known(each.option.risks))
        if words
    )


def _option(brief: Brief, found: OptionFinding, short: bool) -> tuple[Cell, ...]:
    w, option = brief.wording, found.option
    more = () if short else (w.cell(option.what), w.cell(option.benefits), w.cell(option.risks))
    cost = money_cell(brief, option.year_one_cost)
    return (_option_name(brief, found), *more, cost, w.cell(option.start), cell(w.score(found.score, 2)))


def _option_name(brief: Brief, found: OptionFinding) -> Cell:
    name: list[Inlines] = [brief.wording.inlines(found.option.name)]
    if found.recommended:
        name.append((Strong((Text("Recommended"),)),))
    return Cell(tuple(name), "accent" if found.recommended else None)


def options_in_full(brief: Brief) -> Exhibit | None:
    """Return what each option is, brings and risks, where the body has no room for it."""
    found, w = brief.findings.case.options, brief.wording
    if not _are_long(found):
        return None
    heads = columns(("Option", 1.5), ("What it is", 3), ("Brings", 3), ("Risks", 3))
    rows = [
        (
            _option_name(brief, each),
            w.cell(each.option.what),
            w.cell(each.option.benefits),
            w.cell(each.option.risks),
        )
        for each in found
    ]
    return table("brief-options-in-full", "What each option is, brings and risks", heads, rows)


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
    return f"Source: cost lines in the appendix.{SPREAD if brief.findings.case.yearly else ''}"


def complete(cost: Cost) -> bool:
    """Return whether amount, quarter and timing of a cost are known."""
    return None not in (known(cost.amount), known(cost.quarter), known(cost.timing))


def even(values: Sequence[float], step: int = 1) -> list[float]:
    """Return amounts rounded to a step so that they still add up to their rounded sum."""
    rounded, total, shown = [], 0.0, 0.0
    for value in values:
        total += value
        part = half_up(total / step, 0) * step - shown
        shown += part
        rounded.append(part)
    return rounded


def _amounts(brief: Brief, title: str, values: Sequence[float]) -> tuple[Cell, ...]:
    return (cell(title), *(money_cell(brief, value) for value in (*values, sum(values))))


def costs(brief: Brief) -> Exhibit | None:
    """Return every cost line in year one and, where that differs, in a full year, and their totals."""
    case, w = brief.findings.case, brief.wording
    full = (("Full year", 1.3, "end"),) if case.part_year or case.full_year_open else ()
    heads = columns(("Item", 3.2), ("Kind", 1), ("Timing", 1), ("From", 0.6), ("Year one", 1.3, "end"), *full)
    rows = [
        Row((w.cell(each.item), w.cell(each.kind), w.cell(each.timing), w.cell(each.quarter),
             money_cell(brief, each.amount), *(_full_year(brief, each) for _ in full)))
        for each in records(brief.engagement.board.costs)
    ]  # fmt: skip
    if rows and case.cost_total is not None:
        sums = (money_cell(brief, case.cost_total), *(money_cell(brief, case.full_year) for _ in full))
        name = "Total; of a full year, the least" if case.full_year_open else "Total"
        rows.append(Row((cell(name), cell(""), cell(""), cell(""), *sums), "total"))
    note = "A full year: twelve months in which every yearly line runs." if full else ""
    if case.full_year_open:
        note += " What is not given counts in the total as in year one, so that a full year may cost more."
    return table("brief-costs", "Cost lines of the recommended option", heads, rows, note)


def _full_year(brief: Brief, cost: Cost) -> Cell:
    if full_year_is_open(cost):
        return cell("Not given")
    return cell("–") if cost.timing is CostTiming.ONE_OFF else money_cell(
        brief, cost.amount if cost.full_year_amount is None else cost.full_year_amount
    )  # fmt: skip


def benefits(brief: Brief) -> Exhibit | None:
    """Return the benefits of a full year as ranges, their sum, what is left of it, and the payback (domain 5.12).

    Every amount is rounded by itself, so that none differs from what was answered.
    """
    found, case, w = brief.findings.benefits, brief.findings.case, brief.wording
    heads = columns(("Benefit, a full year", 2), ("Low", 1, "end"), ("Base", 1, "end"), ("High", 1.05, "end"),
                    ("Assumption, source and grade", 4.2))  # fmt: skip
    sums = (case.benefit_low, case.benefit_base, case.benefit_high)
    rows = [Row(_benefit(brief, each)) for each in found.findings]
    if rows and case.benefit_base is not None:
        rows.append(Row((cell("Total"), *(_expected(brief, value) for value in sums), cell("")), "total"))
        if found.net is not None and case.full_year:
            least = "at least " if case.full_year_open else ""
            less = f"Total, less the recurring cost of {least}{w.money(case.full_year)} in a full year"
            rows.append(
                Row(
                    (
                        cell("Net of a full year"),
                        *(_expected(brief, value) for value in found.net),
                        cell(less),
                    )
                )
            )
        rows.append(Row((cell("Payback of one-off cost"), *(cell(words) for words in found.payback_words),
                         cell("One-off cost, divided by the net of a full year; where that is below zero, no period is enough"))))  # fmt: skip
    note = (
        "In a full year once the targets are met, so not in year one. A line without an agreed budget cut is capacity "
        "released or a loss avoided. Rounded to the hundred, below ten thousand to the ten; rounded lines may not add "
        "up. Not included: later years, and effects that no line names."
    )
    return table(
        "brief-benefits", "Benefits as a range: capacity released and losses avoided", heads, rows, note
    )


def _benefit(brief: Brief, found: BenefitFinding) -> tuple[Cell, ...]:
    w, benefit = brief.wording, found.benefit
    kind = "Budget cut agreed." if found.budget_cut else "" if found.kind == "typed" else "Capacity released."
    if not found.counted:
        kind = "Not in the total: a line above counts the same contacts."
    grade = known(benefit.grade)
    more = " ".join(filter(None, (f"Grade {grade.value}." if grade else "No grade given.", kind)))
    why = (*sentence_and(w, benefit.assumption, benefit.source), Text(f" {more}"))
    return (w.cell(benefit.item), *(_expected(brief, value) for value in found.amounts), Cell((why,)))


def _expected(brief: Brief, amount: float | Unknown | None) -> Cell:
    if amount is None or isinstance(amount, Unknown):
        return brief.wording.cell(amount)
    return cell(brief.wording.expected(amount))


BUILDERS: dict[str, Builder] = {
    "brief-options": options,
    "brief-options-in-full": options_in_full,
    "brief-criteria": criteria,
    "brief-quarters": quarters,
    "brief-costs": costs,
    "brief-benefits": benefits,
}
