"""No duty without somebody who answers for it: columns of the drafted tables that may not be empty.

An open point is no empty cell, since it names who will fill it. A dash is: it says that nobody is meant.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from stratgen.analysis.findings import RuleFinding
from stratgen.analysis.set_lint.facts import Hit
from stratgen.analysis.set_lint.statements import Line, Statements, Table
from stratgen.analysis.set_lint.values import folded, is_blank, tidy

RULE = "V113"
OWNERS = frozenset({
    "owner", "who", "who answers for it", "who decides", "approved by", "who finds out",
    "decides", "answers first", "owner, review", "who speaks, and next review",
})  # fmt: skip
"""Columns, or rows of a grid, that say who answers for something."""
DATES = frozenset({"first reply within", "within", "first word, then updates"})
"""Columns, or rows of a grid, that say by when."""
DEMANDED = OWNERS | DATES


def empty_cells(found: Statements) -> Iterator[Hit]:
    """Yield a warning for every record whose owner or deadline is left blank."""
    for table in found.tables:
        if table.in_grid:
            continue
        heads = [folded(head) for head in table.heads]
        for line in table.lines:
            yield from _of_line(table, heads, line)


def _of_line(table: Table, heads: list[str], line: Line) -> Iterator[Hit]:
    row = tidy(" ".join(line.cells[0])) if line.cells else ""
    if not line.is_record or is_blank(row):
        return
    demanded = folded(row) in DEMANDED
    for at, (head, cell) in enumerate(zip(heads, line.cells, strict=True)):
        if at and (demanded or head in DEMANDED) and all(is_blank(words) for words in cell):
            yield _finding(table, row, table.heads[at])


def _finding(table: Table, row: str, head: str) -> Hit:
    mark = "\n".join((RULE, table.spot.name, table.caption, row, head))
    finding = RuleFinding(
        rule=RULE,
        severity="warning",
        path="",
        place=str(table.spot),
        what=f"“{table.caption}” leaves “{head}” empty for “{row}”.",
        mend="Name who answers for it, or by when; nobody carries what nobody owns.",
        fingerprint=hashlib.sha256(mark.encode()).hexdigest()[:8],
    )
    return Hit(finding, table.spot)
