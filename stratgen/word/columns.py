"""How wide the columns of a table are: by their shares, but never narrower than their longest word."""

from __future__ import annotations

from collections.abc import Sequence

WIDEST_WORD = 0.35
"""The most of the table that one long word may claim; a longer one is broken by Word."""


def column_widths(shares: Sequence[float], words: Sequence[float], total: int) -> list[int]:
    """Return whole widths that sum to `total` twips, given each column's share and its longest word."""
    count = len(shares)
    if not count:
        return []
    weights = [share if share >= 0.01 else 1.0 for share in shares]
    floors = [min(word, max(total * WIDEST_WORD, total / count)) for word in words]
    if (need := sum(floors)) > total:
        floors = [floor * total / need for floor in floors]
    widths = _spread(weights, floors, float(total))
    whole = [int(width) for width in widths]
    whole[-1] += total - sum(whole)
    return whole


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
