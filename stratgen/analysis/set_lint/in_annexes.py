"""The facts that the annexes print in tables of their own: scores with their inputs, the register of figures, hours.

It knows what a column or a row is called, never which builder or template made the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratgen.analysis.set_lint.facts import Kind, Stated, stated
from stratgen.analysis.set_lint.statements import Line, Spot, Table
from stratgen.analysis.set_lint.values import MONEY, folded, tidy

SCORES = (
    ["score and result", "the answers behind it"],
    ["score and result", "how it is made, and from what"],
)
"""The columns of the tables of annex A that say what a score is and what it was made of."""
REGISTER = "figures"
"""The first column of the register of figures."""
WORKED = "channel; what we do there"
"""The first column of the table of the channels that are worked."""

_RESULTS: dict[str, tuple[Kind, str, str]] = {
    "investment, 0 to 100": ("score", "Investment", "today"),
    "innovation, 0 to 100": ("score", "Innovation", "today"),
    "naive to natural, 1 to 4": ("score", "Nine areas", "mean"),
}
_POSTS = {"needed": "needed", "there today": "there today"}
_BENEFIT = re.compile(rf"Total ({MONEY}) to ({MONEY}), base ({MONEY})")
_OF_MEASURES = {
    "on other channels": "other channels", "on social": "today", "90th percentile on social": "today, 90th percentile",
}  # fmt: skip
_OF_CHANNELS = {
    "needing a reply": "needing a reply",
    "answered": "answered",
    "first reply after": "first reply",
}
_ITEM = re.compile(r"(90th percentile on social|.*?) ?([-−]?\u2060?(?:[A-Z]{0,3}[$£€¥]?)\d.*)")
_CAUSE = re.compile(r"Cause: (.+?)\.?(?: Event: |$)")
_NUMBERED = re.compile(r"(\w+), (\d+)|(\d+), (\w+)")


def of_scores(table: Table, heads: list[str]) -> Iterator[Stated]:
    """Yield the scores, posts and benefits that annex A takes apart."""
    del heads
    for line in table.lines:
        name, *rest = (tidy(each) for each in line.cells[0])
        results = [each for line in rest for each in line.split("; ")]
        row = folded(name)
        if not results:
            continue
        if fact := _RESULTS.get(row):
            yield from stated(*fact, results[0], table.spot)
        elif row.startswith("people for care"):
            for result in results:
                said, _colon, posts = result.rpartition(": ")
                if aspect := _POSTS.get(folded(said)):
                    yield from stated("people", "Full-time posts", aspect, posts, table.spot)
        elif found := _BENEFIT.match(results[0]):
            for aspect, amount in zip(("low", "high", "base"), found.groups(), strict=True):
                yield from stated("money", "Benefit of a full year", aspect, amount, table.spot)


def of_register(table: Table, heads: list[str]) -> Iterator[Stated]:
    """Yield the figures of the register: those of a measure, and those of a channel."""
    del heads
    for line in table.lines:
        for paragraph in line.cells[0]:
            subject, colon, items = tidy(paragraph).partition(": ")
            for item in items.split("; ") if colon else ():
                yield from _of_item(subject, item, table.spot)


def _of_item(subject: str, item: str, spot: Spot) -> Iterator[Stated]:
    found = _ITEM.fullmatch(item)
    name, printed = (folded(found[1]), found[2]) if found else ("", "")
    if aspect := _OF_MEASURES.get(name):
        yield from stated("measure", subject, aspect, printed, spot)
    elif aspect := _OF_CHANNELS.get(name):
        yield from stated("channel", subject, aspect, printed.removesuffix(" a month"), spot)


def of_worked(table: Table, heads: list[str]) -> Iterator[Stated]:
    """Yield the hours a week that a worked channel needs and has, which annex A prints as well."""
    at = next((at for at, head in enumerate(heads) if head.startswith("hours needed")), None)
    for line in table.lines if at is not None else ():
        for aspect, cell in zip(("hours needed", "hours there"), line.cells[at or 0 :], strict=False):
            yield from stated("channel", tidy(line.cells[0][0]), aspect, cell[0] if cell else "", table.spot)


def of_risks(table: Table, heads: list[str]) -> Iterator[Stated]:
    """Yield the product of each risk before and after its mitigation, "16, severe" and "Severe, 16" alike."""
    for line in table.lines:
        for head, cell in zip(heads, line.cells, strict=True):
            aspect = {"today": "before", "before": "before", "after": "after"}.get(head)
            if aspect and (found := _NUMBERED.fullmatch(tidy(" ".join(cell)))):
                product = found[2] or found[3]
                whole = tidy(" ".join(line.cells[0]))
                cause = _CAUSE.match(whole)
                risk = cause[1] if cause else whole.removesuffix(".")
                source = f"{table.spot.name} {table.caption}"
                yield from stated("risk", risk, aspect, product, table.spot, source)


def arrived(heads: list[str], line: Line) -> str:
    """Return the state of the year that the quarters of a channel lead to; empty where they do not tell.

    A pilot, and the decision after it, are of a channel to be piloted; what nobody has planned yet tells nothing.
    """
    quarters = [
        tidy(" ".join(cell)) for head, cell in zip(heads, line.cells, strict=True) if _is_quarter(head)
    ]
    if {"Pilot", "Decide"} & set(quarters):
        return "Pilot"
    return quarters[-1] if quarters and quarters[-1] in ("Lead", "Retire") else ""


def _is_quarter(head: str) -> bool:
    return head in ("q1", "q2", "q3", "q4")
