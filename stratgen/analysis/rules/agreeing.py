"""Rules about one thing that is answered in two places: what work costs, and what is settled where it began."""

from __future__ import annotations

from collections.abc import Iterator

from stratgen.analysis.keypaths import Path
from stratgen.analysis.rules.rule import Breach, Ground, rule
from stratgen.analysis.scoring import figure
from stratgen.engagement import known, records

IN_CHANNEL = "ICR"
"""The measure of the catalogue for what is settled where it began."""
NEAR = 0.5
"""Percentage points that two rounded rates may lie apart."""


@rule(
    "V200", "warning", "initiatives[].cost", "initiatives[].id", "board.costs[*].pays_for", "board.costs[*].amount",
)  # fmt: skip
def work_costs_what_its_lines_pay(ground: Ground) -> Iterator[Breach]:
    """What a piece of work costs is the sum of the cost lines that pay for it, once lines say what they pay for."""
    lines = records(ground.engagement.board.costs)
    paid: dict[str, list[float | None]] = {}
    for line in lines:
        if name := known(line.pays_for):
            paid.setdefault(name, []).append(known(line.amount))
    if not paid:
        return
    for position, work in enumerate(records(ground.engagement.initiatives)):
        cost, name = known(work.cost), known(work.id)
        amounts = paid.get(name or "", [])
        whole = sum(each for each in amounts if each is not None)
        if cost is None or name is None or None in amounts or abs(cost - whole) <= cost / 100:
            continue
        path: Path = ("initiatives", position, "cost")
        if not amounts:
            what = f"the work costs {cost:,.0f}, and no cost line pays for it."
            mend = "Name it in the line that pays for it, add that line, or let the work cost nothing."
        else:
            what = f"the work costs {cost:,.0f}, and the cost lines that pay for it make {whole:,.0f}."
            mend = "Make the two agree."
        yield Breach(path, what, mend)


@rule("V201", "warning", "service.resolved_in_channel", "baseline.measures[*]")
def settled_in_the_channel_is_one_number(ground: Ground) -> Iterator[Breach]:
    """What is settled in the channel where it began is one number, among today's service and among the measures."""
    stated = figure(ground.engagement.service.resolved_in_channel)
    if stated is None:
        return
    for position, each in enumerate(records(ground.engagement.baseline.measures)):
        value = figure(each.social) if known(each.kpi) == IN_CHANNEL else None
        if value is not None and abs(value - stated) > NEAR:
            what = f"in-channel resolution is {value:g} percent here, and {stated:g} in the section on today's service."
            path: Path = ("baseline", "measures", position, "social")
            yield Breach(path, what, "Take both from the same count, or leave one of them out.")


RULES = (work_costs_what_its_lines_pay, settled_in_the_channel_is_one_number)
