"""The facts that tables print, found by the names of their columns and rows.

It knows what a column is called, never which builder or template made the table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from stratgen.analysis.set_lint import in_annexes
from stratgen.analysis.set_lint.facts import Fact, Kind, Stated, stated
from stratgen.analysis.set_lint.statements import Spot, Statements, Table
from stratgen.analysis.set_lint.values import DAY, Value, folded, is_blank, tidy

_SHORT = re.compile(r"\s*\([A-Z0-9]{2,6}\)$")
_QUARTER = re.compile(r"(?:end of )?q([1-4])(?: \(.*\))?")
_BOTH = re.compile(r"(.+) \(median\), (.+) \(90th percentile\)")
_WORK = re.compile(r"([A-Za-z0-9-]{2,20}\*?): (.+)")
_STEP = re.compile(r"([A-Z][A-Za-z0-9-]{1,19}), [^;]*?: starts \(([^()]+)\)(?:; done by ([^.;]{3,20}))?")

MEASURES = {
    "today": "today", "social today": "today", "social at the start": "today", "social today, counted by": "today", "start of the year": "today", "start": "today",
    "other channels": "other channels", "elsewhere": "other channels", "target": "target", "by": "due", "better": "better is",
    "better is": "better is", "owner": "owner", "answers for it": "owner", "answers for it, review": "owner",
}  # fmt: skip
"""What a column of a table of measures says, by its name."""
COUNTED = "how it is counted on social"
"""A table with this column is a dictionary: its owner keeps the measure, and is not who reaches the target."""
CHANNELS = {
    "today": "status today", "status": "status today", "state": "state", "need a reply, a month": "needing a reply",
    "a month": "needing a reply", "answered": "answered", "first reply": "first reply",
    "hours needed": "hours needed", "hours there": "hours there", "presence": "presence", "fit": "fit",
    "opportunity": "opportunity", "feasibility": "feasibility", "risk": "risk", "priority": "priority",
    **{f"q{n}": f"state in Q{n}" for n in range(1, 5)},
}  # fmt: skip
"""What a column of a table of channels says, by its name."""
BENEFIT = "benefit, a full year"
_COSTS = {"year": "Year-one cost", "year one": "Year-one cost", "full year": "Full-year cost"}
CHANNEL_HEADS = ("channel", "account")
PROMISE = ["priority", "what it is"]
"""The first columns of a table of what is promised by when."""
WORK_HEADS = ("initiative", "initiative and owner")
WHEN_AND_WHO = "when, who, after what"
"""The column of a quarter's work: the days and after a comma the owner, then what has to end first."""
BEGINS = ": begins"
"""What the next steps say after work of which they name the first day, not the last."""
SEVERITY = "1 routine"
UNSET = "to be set"
"""What a table prints for a target that nobody has set."""


def facts_in_tables(found: Statements) -> Iterator[Stated]:
    """Yield what every table says of a fact that other places may print too."""
    names = dict(_works(found.tables))
    for table in found.tables:
        heads = [folded(head) for head in table.heads]
        yield from _of_work(table, heads, names)
        for fits, reader in _READERS:
            if fits(heads):
                yield from reader(table, heads)
                break
        else:
            yield from _of_rows(table, heads)


def measures_named(found: Statements) -> frozenset[str]:
    """Return the names of the measures that the tables hold, as printed there."""
    return frozenset(
        _measure(line.cells[at])
        for table in found.tables
        if (at := _column(table.heads, "measure")) is not None
        for line in table.lines
        if line.is_record and not is_blank(_measure(line.cells[at]))
    )


def _measure(cell: tuple[str, ...]) -> str:
    return _SHORT.sub("", tidy(cell[0])) if cell else ""


def _column(heads: Iterable[str], name: str) -> int | None:
    return next((at for at, head in enumerate(heads) if folded(head) == name), None)


def _of_measures(table: Table, heads: list[str]) -> Iterator[Stated]:
    at = heads.index("measure")
    source = f"{table.spot.name} {table.caption}"
    for line in table.lines:
        if not line.is_record or (heads[1:2] == ["line"] and folded(" ".join(line.cells[1])) != "target"):
            continue
        subject = _measure(line.cells[at])
        for head, cell in zip(heads, line.cells, strict=True):
            aspect = MEASURES.get(head, "")
            if quarter := _QUARTER.fullmatch(head):
                aspect = f"target of Q{quarter[1]}"
            if aspect == "owner" and COUNTED in heads:
                aspect = "kept by"
            if not aspect or not cell:
                continue
            value = cell[0].split(";")[0]
            if aspect == "target" and folded(value) == UNSET:
                # Beside a target that another table prints, this says the opposite.
                fact = Fact("measure", subject, aspect)
                yield Stated(fact, Value("words", UNSET, tidy(value)), table.spot, source, value)
            if both := _BOTH.fullmatch(tidy(value)):
                value, late = both.groups()
                yield from stated("measure", subject, f"{aspect}, 90th percentile", late, table.spot, source)
            yield from stated("measure", subject, aspect, value, table.spot, source)


def _of_channels(table: Table, heads: list[str]) -> Iterator[Stated]:
    at = next(at for at, head in enumerate(heads) if head in CHANNEL_HEADS)
    source = f"{table.spot.name} {table.caption}"
    for line in table.lines:
        for head, cell in zip(heads, line.cells, strict=True):
            if line.is_record and head in CHANNELS:
                subject = tidy(" ".join(line.cells[at]))
                yield from stated("channel", subject, CHANNELS[head], " ".join(cell), table.spot, source)
        if line.is_record and (state := in_annexes.arrived(heads, line)):
            yield from stated("channel", tidy(" ".join(line.cells[at])), "state", state, table.spot, source)


def _every_cell(kind: Kind, table: Table, what: str) -> Iterator[Stated]:
    source = f"{table.spot.name} {table.caption}"
    rows = Counter(tidy(" ".join(line.cells[0])) for line in table.lines if line.cells)
    for line in table.lines:
        row = tidy(" ".join(line.cells[0])) if line.cells else ""
        if line.is_record and not is_blank(row) and rows[row] == 1:
            for head, cell in zip(table.heads[1:], line.cells[1:], strict=True):
                yield from stated(kind, f"{what}{row}", head, "; ".join(cell), table.spot, source)


def _of_promises(table: Table, _: list[str]) -> Iterator[Stated]:
    yield from _every_cell("promise", table, "Priority ")


def _of_severity(table: Table, _: list[str]) -> Iterator[Stated]:
    yield from _every_cell("severity", table, "Levels of severity, ")


def _of_rows(table: Table, heads: list[str]) -> Iterator[Stated]:
    """Yield every cell by the names of its table's columns: where two documents print one table, they agree."""
    if heads and heads[0] and not table.in_grid and len(heads) > 1:
        for each in _every_cell("row", table, f"{table.heads[0]} "):
            columns = f"{each.fact.aspect} [{', '.join(heads)}]"
            yield Stated(
                type(each.fact)(each.fact.kind, each.fact.subject, columns),
                each.value, each.spot, each.source, each.text,
            )  # fmt: skip


def _of_people(table: Table, heads: list[str]) -> Iterator[Stated]:
    for head, aspect in (("needed, the larger", "needed"), ("there today", "there today")):
        for line in table.lines:
            if head in heads:
                cell = " ".join(line.cells[heads.index(head)])
                yield from stated("people", "Full-time posts", aspect, cell, table.spot)


def _of_money(table: Table, heads: list[str]) -> Iterator[Stated]:
    """Yield the totals of the year and of its benefits, and the price of the option that is recommended."""
    for line in table.lines:
        row, last = folded(" ".join(line.cells[0])), " ".join(line.cells[-1])
        for head, words in zip(heads, line.cells, strict=True):
            if row == "total" and (year := _COSTS.get(head)):
                yield from stated("money", year, "total", " ".join(words), table.spot)
        if row in ("one-off", "recurring", "recurring cost") and heads[-1] in ("year", "amount"):
            yield from stated("money", "Year-one cost", row.removesuffix(" cost"), last, table.spot)
        if "recommended" in row and (at := _column(heads, "cost")) is not None:
            cost = line.cells[at][0].split(";")[0]
            yield from stated("money", "Year-one cost", "total", cost, table.spot)
        for name in ("low", "base", "high"):
            if row == "total" and heads[0] == BENEFIT and name in heads:
                cell = " ".join(line.cells[heads.index(name)])
                yield from stated("money", "Benefit of a full year", name, cell, table.spot)
            if row == f"benefit, {name} case":
                yield from stated("money", "Benefit of a full year", name, last, table.spot)


def _works(tables: Iterable[Table]) -> Iterator[tuple[str, str]]:
    """Yield the title of each piece of work, folded, and its short name."""
    for table in tables:
        for line in table.lines if _is_of_work(table.heads) else ():
            if line.is_record and line.cells[0] and (found := _WORK.fullmatch(tidy(line.cells[0][0]))):
                yield folded(found[2]), found[1]


def _is_of_work(heads: tuple[str, ...]) -> bool:
    return bool(heads) and folded(heads[0]) in WORK_HEADS


def _of_work(table: Table, heads: list[str], names: dict[str, str]) -> Iterator[Stated]:
    """Yield who does each piece of work, and from when to when, wherever a table or a calendar says so."""
    spot = table.spot
    owner, by = _column(heads, "owner"), _column(heads, "by")
    for line in table.lines:
        cells, first = line.cells, tidy(" ".join(line.cells[0][:1]))
        if _is_of_work(table.heads) and (found := _WORK.fullmatch(first)):
            yield from _dates_and_owner(found[1], line.cells, heads, spot)
        elif heads[0] == "action" and (name := names.get(folded(first.removesuffix(BEGINS)))):
            for aspect, column in (("owner", owner), ("start" if first.endswith(BEGINS) else "end", by)):
                if column is not None:
                    yield from stated("work", name, aspect, " ".join(cells[column]), spot)
        elif heads[0].startswith("week"):
            for found in _STEP.finditer(tidy(" ".join(cells[-1]))):
                yield from stated("work", found[1], "owner", found[2], spot)
                if found[3]:
                    yield from stated("work", found[1], "end", found[3], spot)


def _dates_and_owner(
    name: str, cells: tuple[tuple[str, ...], ...], heads: list[str], spot: Spot
) -> Iterator[Stated]:
    """Yield what the cells of a piece of work say of its dates and owner, in whichever columns these stand."""
    for head, cell in zip(heads, cells, strict=True):
        if head in (WHEN_AND_WHO, "dates", "when"):
            days = re.findall(DAY, tidy(" ".join(cell[:1] if head == WHEN_AND_WHO else cell)))
            for aspect, day in zip(("start", "end"), days, strict=False):
                yield from stated("work", name, aspect, day, spot)
            if head == WHEN_AND_WHO and days and (owner := cell[0].partition(", ")[2]):
                yield from stated("work", name, "owner", owner, spot)
        if head == "initiative and owner" and len(cell) > 1:
            yield from stated("work", name, "owner", cell[1], spot)
        elif head == "owner":
            yield from stated("work", name, "owner", " ".join(cell), spot)


def _of_positions(table: Table, _: list[str]) -> Iterator[Stated]:
    for line in table.lines:
        if folded(" ".join(line.cells[0])).startswith("today"):
            for head, cell in zip(table.heads[1:], line.cells[1:], strict=True):
                yield from stated("score", head, "today", " ".join(cell), table.spot)


def _has_money(heads: list[str]) -> bool:
    return heads[-1:] in (["year"], ["full year"]) or heads[:1] in (["option"], [BENEFIT], ["a year"])


Reader = Callable[[Table, list[str]], Iterator[Stated]]
_READERS: tuple[tuple[Callable[[list[str]], bool], Reader], ...] = (
    (lambda heads: heads in in_annexes.SCORES, in_annexes.of_scores),
    (lambda heads: heads[:1] == [in_annexes.REGISTER], in_annexes.of_register),
    (lambda heads: heads[:1] == [in_annexes.WORKED], in_annexes.of_worked),
    (lambda heads: heads[:1] == ["risk"] and "after" in heads, in_annexes.of_risks),
    (lambda heads: "measure" in heads, _of_measures),
    (lambda heads: any(head in heads for head in CHANNEL_HEADS), _of_channels),
    (lambda heads: heads[:2] == PROMISE, _of_promises),
    (lambda heads: SEVERITY in heads, _of_severity),
    (lambda heads: "needed, the larger" in heads, _of_people),
    (lambda heads: heads[:3] == ["position", "investment", "innovation"], _of_positions),
    (_has_money, _of_money),
)
"""What a table is about, by its columns, and who reads it."""
