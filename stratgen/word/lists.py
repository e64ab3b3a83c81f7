"""Lists: real Word lists to three levels; an ordered list counts from 1 each time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from stratgen.document import Block, List, Paragraph
from stratgen.word.inlines import runs
from stratgen.word.job import Job
from stratgen.word.paragraphs import is_blank
from stratgen.word.place import Place

DEEPEST = 3
AFTER = 120
"""The space below a list, in twips: more than between its items."""

WriteBlocks = Callable[[Sequence[Block], Place], None]


def write_list(job: Job, block: List, place: Place, write: WriteBlocks) -> None:
    """Put down a list; what follows the first paragraph of an item is set under it, without a mark."""
    depth = min(place.depth + 1, DEEPEST)
    inner = replace(place, depth=depth)
    numbered = _numbering(job, block.ordered, place.boxed, depth)
    role = place.role if place.boxed else f"{'number' if block.ordered else 'bullet'}-{depth}"
    start = len(job.body)
    for item in block.items:
        rest = item
        if item and isinstance(first := item[0], Paragraph):
            rest = item[1:]
            if not is_blank(first.inlines):
                job.paragraph(role, runs(job, first.inlines), numbered=numbered, keep=place.keep)
        if rest:
            write(rest, inner)
    if not place.depth and not place.boxed and start < len(job.body):
        job.space(-1, "after", AFTER)


def _numbering(job: Job, ordered: bool, boxed: bool, depth: int) -> tuple[int, int] | None:
    """Return the list and level to name in each paragraph; plain bullets have theirs in the style."""
    numbering = job.style.numbering
    if ordered:
        name = "stratgen-callout-numbers" if boxed else "stratgen-numbers"
        return job.restart(numbering.abstract[name], {depth - 1: 1}), depth - 1
    return (numbering.numbers["stratgen-callout-bullets"], depth - 1) if boxed else None
