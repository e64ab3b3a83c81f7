"""Headings: real heading styles whose numbers Word counts itself, and counts as the tree does."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from stratgen.document import Heading
from stratgen.word.inlines import runs
from stratgen.word.job import Job, target_name
from stratgen.word.pagination import opens_page
from stratgen.word.text import run

DEEPEST = 4
"""Headings below this level look like it."""


@dataclass(slots=True)
class Counter:
    """Counts like Word: one list definition, its present instance, and where each level stands."""

    instance: int
    levels: list[int] = field(default_factory=list)

    def follows(self, number: list[int]) -> bool:
        """Whether Word would give the next heading of this list just this number."""
        depth = len(number)
        padded = self.levels[:depth] + [
            0 if place == depth - 1 else 1 for place in range(len(self.levels), depth)
        ]
        padded[-1] += 1
        return padded == number


class HeadingWriter:
    """Writes headings in order; `bound` says that the parts of a pack count on the first level."""

    def __init__(self, job: Job, bound: bool) -> None:
        self._job = job
        self._bound = bound
        numbering = job.style.numbering
        self._main = numbering.numbers["stratgen-sections"]
        self._plain = numbering.numbers["stratgen-plain"]
        side = numbering.numbers["stratgen-parts"]
        self._counters = {
            "main": Counter(self._main),
            "side": Counter(side),
            "annex": Counter(numbering.numbers["stratgen-annexes"]),
        }
        self._abstract = {
            "main": numbering.abstract["stratgen-parts" if bound else "stratgen-sections"],
            "side": numbering.abstract["stratgen-sections" if bound else "stratgen-parts"],
            "annex": numbering.abstract["stratgen-annexes"],
        }

    def write(self, heading: Heading) -> str:
        """Put down a heading and return the name of its mark."""
        job = self._job
        if opens_page(heading):
            job.start_page()
        name = job.next_mark()
        content = job.bookmark(name, runs(job, heading.inlines))
        if heading.key:
            content = job.bookmark(target_name(heading.key), content)
        level = min(heading.level, DEEPEST)
        numbered, typed = self._numbered(heading, level)
        job.paragraph(f"heading-{level}", typed + content, numbered=numbered)
        return name

    def _numbered(self, heading: Heading, level: int) -> tuple[tuple[int, int] | None, str]:
        """Return the list and level that give the heading its number, and the number typed if none can."""
        number = _parsed(heading.number)
        if not heading.number:
            return (self._plain, 0), ""
        if number is None or len(number) > DEEPEST:
            return (self._plain, 0), run(heading.number + "\t")
        which = self._list_for(heading, number)
        counter = self._counters[which]
        if not counter.follows(number):
            counter.instance = self._job.restart(self._abstract[which], dict(enumerate(number)))
        counter.levels = number
        depth = len(number) - 1
        if counter.instance == self._main and depth == level - 1:
            return None, ""
        return (counter.instance, depth), ""

    def _list_for(self, heading: Heading, number: list[int]) -> str:
        if heading.kind == "annex" or (heading.number[0].isalpha() and heading.kind != "part"):
            return "annex"
        if heading.kind == "part":
            return "main" if self._bound else "side"
        if self._bound and (len(number) == 1 or number[:1] != self._counters["main"].levels[:1]):
            return "side"
        return "main"


def _parsed(number: str) -> list[int] | None:
    """Return the counts in "1.2", "Part 3" or "Annex B.1"; None if it is numbered some other way."""
    found = re.fullmatch(r"(?:[^\W\d_]+ )?([A-Z]|[1-9]\d*)((?:\.[1-9]\d*)*)", number)
    if not found:
        return None
    first = ord(found[1]) - 64 if found[1].isalpha() else int(found[1])
    return [first, *map(int, found[2].split(".")[1:])]
