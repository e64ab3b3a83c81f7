"""Charts of the board's money: what year one costs by quarter, and what it may bring."""

from __future__ import annotations

from collections.abc import Sequence

from stratgen.analysis.calendar import Quarters
from stratgen.analysis.exhibits.board_money import SPREAD, complete, even
from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.ledger import columns, money_cell
from stratgen.analysis.options import by_quarter
from stratgen.analysis.wording import half_up
from stratgen.document import Axis, Cell, Chart, DataTable, Exhibit, Row, Series, Text, cell
from stratgen.engagement import Quarter, known, records
from stratgen.engagement.money import Cost, CostKind

SCALES = ((1_000_000, "million"), (10_000, "thousand"))
"""From these amounts on a chart counts in millions or thousands."""
_LEFT = "Kind to be confirmed"


def costs(brief: Brief) -> Exhibit | None:
    """Return the cost of year one by quarter and kind; None where a line is not known."""
    lines = records(brief.engagement.board.costs)
    whole = even(brief.findings.case.by_quarter)
    if not lines or not all(map(complete, lines)) or sum(whole) <= 0:
        return None
    booked = _by_kind(lines, whole, brief.findings.quarter_starts)
    axis, scale = _axis(brief, max(whole), 1)
    series = tuple(
        Series(kind, tuple(half_up(value / scale, 4) for value in values)) for kind, values in booked.items()
    )
    rows = [Row((cell(kind), *_amounts(brief, values))) for kind, values in booked.items()]
    rows.append(Row((cell("Total"), *_amounts(brief, whole)), "total"))
    heads = columns(
        ("Kind of cost", 1.8), *((each.value, 1, "end") for each in Quarter), ("Year", 1.1, "end")
    )
    chart = Chart("stacked", tuple(each.value for each in Quarter), series, DataTable(heads, tuple(rows)),
                  up=axis, table_shown=False, height=0.24)  # fmt: skip
    spoken = "; ".join(
        f"{quarter.value}: {brief.wording.money(value)}"
        for quarter, value in zip(Quarter, whole, strict=True)
    )
    note = SPREAD.strip() if brief.findings.case.yearly else ""
    return Exhibit(
        "brief-cost-chart", "Figure", "Cost of year one by quarter and kind", chart,
        (Text(note),) if note else (), f"Stacked columns. {spoken}.",
    )  # fmt: skip


def _by_kind(
    lines: Sequence[Cost], whole: Sequence[float], starts: Quarters | None
) -> dict[str, list[float]]:
    """Return the rounded amounts of each kind by quarter; the last kind takes what the rounding leaves."""
    kinds: dict[str, list[Cost]] = {}
    for kind in (*CostKind, None):
        if found := [each for each in lines if known(each.kind) is kind]:
            kinds[kind.label if kind else _LEFT] = found
    booked = {kind: even(by_quarter(found, starts)) for kind, found in kinds.items()}
    last = next(reversed(booked))
    others = [values for kind, values in booked.items() if kind != last]
    booked[last] = [total - sum(values[at] for values in others) for at, total in enumerate(whole)]
    return booked


def _amounts(brief: Brief, values: Sequence[float]) -> list[Cell]:
    return [money_cell(brief, value) for value in (*values, sum(values))]


def _axis(brief: Brief, largest: float, places: int, numbers_shown: bool = True) -> tuple[Axis, int]:
    """Return the axis of amounts up to `largest`, and what each amount is divided by."""
    sign = brief.wording.sign or "Amount"
    for start, word in SCALES:
        if largest >= start:
            scale = 1_000_000 if word == "million" else 1000
            return Axis(
                f"{sign} {word}", 0, places=places if word == "million" else 0, numbers_shown=numbers_shown
            ), scale
    return Axis(sign, 0, numbers_shown=numbers_shown), 1


def benefits(brief: Brief) -> Exhibit | None:
    """Return the benefit of a full year in three cases beside the recurring cost; None where it is not known."""
    case, w = brief.findings.case, brief.wording
    if case.benefit_low is None or case.benefit_base is None or case.benefit_high is None:
        return None
    found = {"Benefit, low case": case.benefit_low, "Benefit, base case": case.benefit_base,
             "Benefit, high case": case.benefit_high}  # fmt: skip
    caption = "Benefit of a full year as a range"
    if case.full_year:
        found["Recurring cost"] = case.full_year
        caption += ", beside the recurring cost"
    # One budget has one unit: that of the columns by quarter, beside which the bars stand.
    largest = max(case.by_quarter) or max(found.values())
    axis, scale = _axis(brief, largest, 2, numbers_shown=False)
    values = tuple(half_up(value / scale, 4) for value in found.values())
    rows = tuple(Row((cell(name), cell(brief.wording.expected(value)))) for name, value in found.items())
    chart = Chart(
        "bar", tuple(found), (Series("A year", values, marked=(1,)),),
        DataTable(columns(("A year", 2), ("Amount", 1, "end")), rows),
        up=axis, numbers_shown=True, table_shown=False, height=0.06 + 0.045 * len(found),
    )  # fmt: skip
    note = f"{axis.title} in a full year at the targets; the amounts are in the table of benefits."
    spoken = "; ".join(f"{name}: {w.expected(value)}" for name, value in found.items())
    return Exhibit("brief-benefit-chart", "Figure", caption, chart, (Text(note),), f"Bars. {spoken}.")


BUILDERS: dict[str, Builder] = {"brief-cost-chart": costs, "brief-benefit-chart": benefits}
