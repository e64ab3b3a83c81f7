"""Where each answer stands in its file: the line, and what people call the place.

It knows the tree of the file, not what is right or wrong in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TypeVar

from stratgen.answers import shapes
from stratgen.answers.nodes import Entry, Lines, Mapping, Node, Path, Plain, Scalar, Sequence, Step

T = TypeVar("T")

_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


@dataclass(slots=True)
class Source:
    """One answer file as it was read.

    Paths are those of the engagement: `("channels", 2, "owner")`. Where a record of the file could not
    be used, the later ones have moved up in the engagement; `kept` leads back to the file.
    """

    file: str
    text: str
    root: Mapping
    lines: Lines
    tree: Plain
    kept: dict[Path, list[int]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return PurePath(self.file).name

    def line(self, path: Path) -> int:
        """Return the line of an answer, from 1; of the nearest thing that holds it where it is missing."""
        return self.line_in_file(self.in_file(path))

    def line_of(self, path: str) -> int:
        """Return the line of an answer named like `channels[2].owner`, from 1."""
        return self.line(steps(path))

    def place(self, path: Path) -> str:
        """Return what people call a place: `Channels 2 (facebook), first response minutes`."""
        return self.place_in_file(self.in_file(path))

    def raw(self, path: Path) -> str:
        """Return a single value as it stands in the file; an empty text where there is none."""
        way = descend(self.root, self.in_file(path))
        last = way[-1] if len(way) == len(path) and way else None
        node = last.value if isinstance(last, Entry) else last
        return self.text[node.start : node.end] if isinstance(node, Scalar) else ""

    def in_file(self, path: Path) -> Path:
        """Return a path of the engagement as a path of the file."""
        found: list[Step] = []
        for index, step in enumerate(path):
            kept = self.kept.get(path[:index]) if isinstance(step, int) else None
            found.append(kept[step] if kept and isinstance(step, int) and step < len(kept) else step)
        return tuple(found)

    def place_in_file(self, path: Path) -> str:
        """Return what people call a path of the file."""
        return shapes.place(path, self.tree)

    def line_in_file(self, path: Path) -> int:
        """Return the line of a path of the file, from 1; of the nearest thing that holds it."""
        index = self.root.start
        for found in descend(self.root, path):
            index = found.start
        return self.lines.number(index)


def descend(root: Node, path: Path) -> list[Entry | Node]:
    """Return the entries and items along a path, as far as they exist."""
    here = root
    found: list[Entry | Node] = []
    for step in path:
        if isinstance(here, Mapping) and isinstance(step, str) and step in here.entries:
            found.append(here.entries[step])
            here = here.entries[step].value
        elif isinstance(here, Sequence) and isinstance(step, int) and 0 <= step < len(here.items):
            here = here.items[step]
            found.append(here)
        else:
            break
    return found


def steps(path: str) -> Path:
    """Return the steps of a key path: `channels[2].owner` is `("channels", 2, "owner")`."""
    return tuple(int(number) if number else word for number, word in _STEP.findall(path))
