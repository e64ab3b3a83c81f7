"""A record of a list goes to another place in it, with its comments; nothing else changes."""

from __future__ import annotations

from itertools import pairwise

from stratgen.answers.nodes import Path, Sequence, plain
from stratgen.answers.rewriting import rewrite
from stratgen.answers.splicing import Page, node_at, page_of
from stratgen.errors import AnswersError


def move(text: str, path: Path, here: int, there: int) -> str:
    """Return the text with item `here` of the list at a path standing at place `there`, both from 0.

    A comment above an item goes with it. Raises ValueError where there is no such list or item.
    """
    page = page_of(text)
    found = node_at(page.root, path)
    if not isinstance(found, Sequence) or not (
        0 <= here < len(found.items) and 0 <= there < len(found.items)
    ):
        raise ValueError(f"there is no list at {path} with items {here} and {there}")
    if here == there:
        return text
    wanted = plain(found)
    wanted.insert(there, wanted.pop(here))
    moved = text if found.flow else _spliced(page, found, here, there)
    return moved if _reads(moved, path, wanted) else rewrite(text, path, wanted)


def _spliced(page: Page, found: Sequence, here: int, there: int) -> str:
    starts = [each.start - page.column(each.start) for each in found.items]
    ends = [page.line_end(each.end) for each in found.items]
    # What stands between two items belongs to the later one.
    chunks = [page.text[starts[0] : ends[0]]]
    chunks += [page.text[before:end].removeprefix(page.newline) for before, end in pairwise(ends)]
    chunks.insert(there, chunks.pop(here))
    return page.cut(starts[0], ends[-1], page.newline.join(chunks))


def _reads(text: str, path: Path, wanted: object) -> bool:
    try:
        found = node_at(page_of(text).root, path)
    except AnswersError:
        return False
    return found is not None and bool(plain(found) == wanted)
