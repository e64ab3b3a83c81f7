"""Where a page break keeps a document from moving between programs, and costs the least white.

It knows marks in their order, which of them start pages, and where each lay at several line pitches; it knows
no document, style or program.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import floor

Places = Mapping[str, float]
"""Where each mark lies: the page, counted from 1, and as its fraction the share of the text above it."""

SPILT = 0.03
"""What may stand above a mark at the top of a page, as a share of the page, and still be nothing."""
NEAR = 0.02
"""How far from an edge, as a share of a page, a mark has to stay to be told from one that crosses it."""


class Stretches:
    """The marks of a document between the pages that begin by themselves or by a break of ours."""

    def __init__(self, names: Sequence[str], starts: Collection[str], glued: Collection[str]) -> None:
        self.names = names
        self.starts = frozenset(starts)
        """Those that begin a page by themselves."""
        self.glued = frozenset(glued)
        """Those right under a heading, which a break would strand."""

    def mended(self, breaks: frozenset[str], layouts: Sequence[Places]) -> frozenset[str]:
        """Return the page breaks with one more in each stretch where something moves between layouts.

        Only the first move of a stretch counts, since the rest may follow from it. If what moves begins a page
        anyway, the stretch before it runs over: its last mark takes the break. A new break takes back those
        that come after it, up to the next page that begins by itself: they were chosen for other pages.
        """
        found = set(breaks)
        done: set[int] = set()
        steps = [self._steps(layout) for layout in layouts]
        for at in range(len(self.names)):
            if len({step[at] for step in steps}) == 1:
                continue
            over = self._begins(at, breaks)
            first = self._first(at - 1 if over else at, breaks)
            if first < 0 or first in done:
                continue
            place = self._last(first, at - 1) if over else self._cheapest(first, at, layouts)
            if place > first:
                done.add(first)
                found -= self._after(place)
                found.add(self.names[place])
        return frozenset(found)

    def _steps(self, layout: Places) -> list[int]:
        """Return by how many pages each mark stands behind the one before it."""
        pages = [int(layout[name]) for name in self.names]
        return [page - before for before, page in zip([1, *pages], pages, strict=False)]

    def _begins(self, at: int, breaks: frozenset[str]) -> bool:
        return self.names[at] in self.starts or self.names[at] in breaks

    def _first(self, at: int, breaks: frozenset[str]) -> int:
        """Return the mark with which the stretch of a mark begins; -1 if none is before it."""
        while at > 0 and not self._begins(at, breaks):
            at -= 1
        return at

    def _last(self, first: int, at: int) -> int:
        """Return the last mark, from one backwards, that takes nothing from under a heading."""
        while at > first and self.names[at] in self.glued:
            at -= 1
        return at

    def _cheapest(self, first: int, at: int, layouts: Sequence[Places]) -> int:
        """Return the mark before which a break leaves the least white, and what moves stays on one page.

        Counted from the break, the mover has to lie clear of every edge in each layout. Where no mark does
        that, the mover itself takes the break.
        """
        mover = self.names[at]
        ordered = sorted(layouts, key=lambda layout: layout[mover])
        tight, loose = ordered[0], ordered[-1]
        best, least = self._last(first, at), 1.0
        for place in range(first + 1, at + 1):
            name = self.names[place]
            if name in self.glued:
                continue
            near, far = tight[mover] - tight[name], loose[mover] - loose[name]
            clear = loose[mover] % 1 <= SPILT if place == at else floor(near - NEAR) == floor(far + NEAR)
            white = 1 - tight[name] % 1
            if clear and white <= least:
                best, least = place, white
        return best

    def _after(self, place: int) -> set[str]:
        """Return the marks after a place, up to one that begins a page by itself."""
        found: set[str] = set()
        for name in self.names[place + 1 :]:
            if name in self.starts:
                break
            found.add(name)
        return found
