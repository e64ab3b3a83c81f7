"""What the writers of one page share while it is being written: ids, notes, ranks and open points."""

from __future__ import annotations

import re
import zlib
from typing import NamedTuple

from stratgen.document import Document, Exhibit, Heading, keyed
from stratgen.html.look import Look

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9/.-]*")
DEEPEST = 6
"""The deepest heading that HTML knows."""


class Entry(NamedTuple):
    """A line of the contents: the level and kind of its heading, where it stands, number and words."""

    level: int
    kind: str
    target: str
    number: str
    text: str


class Job:
    """One document on its way to a page; `pieces` is the page so far."""

    def __init__(self, document: Document, look: Look) -> None:
        self.document = document
        self.look = look
        self.targets: dict[str, Heading | Exhibit] = {}
        for key, block in keyed(document.blocks):
            if self.targets.setdefault(key, block) is not block:
                raise ValueError(f"two blocks have the key {key!r}")
        self.notes: list[str] = []
        """The text of each note, already HTML, in the order of their marks."""
        self.holes: list[str] = []
        """The words of each open point in reading order; the first stands at `_open-1`."""
        self.entries: list[Entry] = []
        self._levels: list[int] = []
        self._count = 0

    def fresh(self, stem: str) -> str:
        """Return an id that nothing else on the page has; no key begins with an underscore."""
        self._count += 1
        return f"_{stem}-{self._count}"

    def rank(self, level: int) -> int:
        """Return the rank of a heading below the title of the page: no rank is ever left out on the way
        down, however the levels of the document jump."""
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        self._levels.append(level)
        return min(len(self._levels) + 1, DEEPEST)


def target_id(key: str) -> str:
    """Return the id at which the heading or exhibit of a key stands; a key that is no plain name gets
    one with a checksum."""
    if _NAME.fullmatch(key):
        return key
    stem = re.sub(r"[^A-Za-z0-9]+", "-", key)[:24]
    return f"_key-{stem}-{zlib.crc32(key.encode('utf-8', 'surrogatepass')):08x}"
