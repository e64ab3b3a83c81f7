"""How wide the columns of a table are: by their shares, but never narrower than their longest word, and then
shifted a little wherever that makes the table shorter."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

WIDEST_WORD = 0.35
"""The most of the table that one long word may claim; a longer one is broken by Word."""
STEP = 180
"""By how much a column is tried wider and another narrower, in twips (3 mm)."""
STEPS = 24
"""How many steps are taken at most."""
LOOKED_AT = 24
"""How many rows are looked at."""


def column_widths(shares: Sequence[float], words: Sequence[float], total: int) -> list[int]:
    """Return whole widths that sum to `total` twips, given each column's share and its longest word."""
    count = len(shares)
    if not count:
        return []
    weights = [share if share >= 0.01 else 1.0 for share in shares]
    floors = floors_of(words, total)
    widths = _spread(weights, floors, float(total))
    whole = [int(width) for width in widths]
    whole[-1] += total - sum(whole)
    return whole


def floors_of(words: Sequence[float], total: int) -> list[float]:
    """Return how wide each column has to be for its longest word; never more than `total` together."""
    floors = [min(word, max(total * WIDEST_WORD, total / len(words))) for word in words]
    need = sum(floors)
    return [floor * total / need for floor in floors] if need > total else floors


def shortened(
    widths: Sequence[int], floors: Sequence[float], rows: Sequence[Sequence[Sequence[float]]], padding: float
) -> list[int]:
    """Return widths of the same sum in which the rows take the fewest lines that single steps can find.

    `rows` has the width of each paragraph of each cell on one line, all in twips; `padding` is what a cell adds.
    Only the first rows of a long table are looked at, so that its length costs nothing.
    """
    widths, looked_at = list(widths), rows[:LOOKED_AT]
    lines = [_lines(looked_at, column, width - padding) for column, width in enumerate(widths)]
    for _ in range(STEPS):
        best, move = sum(map(max, zip(*lines, strict=True))), None
        if best <= len(looked_at):
            break
        for taker in _wrapped(lines):
            wider = _lines(looked_at, taker, widths[taker] + STEP - padding)
            if wider == lines[taker]:
                continue
            for giver, width in enumerate(widths):
                if giver == taker or width - STEP < floors[giver]:
                    continue
                narrower = _lines(looked_at, giver, width - STEP - padding)
                tried = [
                    wider if at == taker else narrower if at == giver else each
                    for at, each in enumerate(lines)
                ]
                if (total := sum(map(max, zip(*tried, strict=True)))) < best:
                    best, move = total, (taker, giver, tried)
        if move is None:
            break
        taker, giver, lines = move
        widths[taker] += STEP
        widths[giver] -= STEP
    return widths


def _lines(rows: Sequence[Sequence[Sequence[float]]], column: int, width: float) -> list[int]:
    """Return how many lines each row takes in a column."""
    return [sum(ceil(each / width) or 1 for each in row[column]) for row in rows]


def _wrapped(lines: Sequence[Sequence[int]]) -> list[int]:
    """Return the columns that make some row taller than one line."""
    heights = [max(each) for each in zip(*lines, strict=True)]
    return [
        column for column, counts in enumerate(lines)
        if any(count == height > 1 for count, height in zip(counts, heights, strict=True))
    ]  # fmt: skip


def _spread(weights: list[float], floors: list[float], total: float) -> list[float]:
    """Return widths by weight, where no column falls below its floor (each round settles one or more)."""
    widths = list(floors)
    free = set(range(len(weights)))
    while free:
        room = total - sum(floors[index] for index in range(len(weights)) if index not in free)
        unit = room / sum(weights[index] for index in free)
        short = {index for index in free if weights[index] * unit < floors[index]}
        if not short:
            for index in free:
                widths[index] = weights[index] * unit
            return widths
        free -= short
    return widths
