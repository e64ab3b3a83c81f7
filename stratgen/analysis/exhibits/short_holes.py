"""Holes in narrow columns: the cell says "[To be confirmed]", and the note below says by whom and when.

Labels only. A figure's column has no room for an owner and a date; the mark and its remark stay in the cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from stratgen.analysis.exhibits.gaps import holes_of
from stratgen.document import Cell, Inlines, Text, plain

_SHORT = "[To be confirmed]"
_LONG = "[To be confirmed: "


def shortened(rows: Sequence[tuple[Cell, ...]]) -> tuple[list[tuple[Cell, ...]], str]:
    """Return rows with their holes in short, and a sentence that names who closes them; the first column stays."""
    closers: dict[str, None] = {}
    made: list[tuple[Cell, ...]] = []
    for first, *others in rows:
        for hole in (hole for each in others for hole in holes_of(each)):
            closers[plain(hole).removeprefix(_LONG).removesuffix("]")] = None
        made.append((first, *(_short(each) for each in others)))
    return made, f"To be confirmed by: {'; '.join(closers)}." if closers else ""


def _short(cell: Cell) -> Cell:
    if not holes_of(cell):
        return cell
    return replace(cell, paragraphs=tuple(_shorter(each) for each in cell.paragraphs))


def _shorter(hole: Inlines) -> Inlines:
    return tuple(replace(each, text=_SHORT) if isinstance(each, Text) else each for each in hole)
