"""What the interview remembers beside the answers: what is to be looked at again, and what was passed over.

It may be lost without harm; the answers themselves never stand here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from stratgen.analysis.keypaths import Path, path_parts, path_text


@dataclass(slots=True)
class Marks:
    """Marks by key path, such as `channels[1].owner`."""

    recheck: dict[str, str] = field(default_factory=dict)
    """Answers to look at again, and why."""
    passed: set[str] = field(default_factory=set)
    """Questions that may be left out, and were."""
    at: dict[str, str] = field(default_factory=dict)
    """Where each walk through questions was left, by its name: the quick interview, or a section."""
    walk: str = ""
    """The walk that is under way."""

    def put(self, path: Path) -> None:
        """Remember that a question is on the screen."""
        if self.walk:
            self.at[self.walk] = path_text(path)

    def done(self) -> None:
        """Forget where the walk under way stood: it has come to its end."""
        self.at.pop(self.walk, None)

    def mark(self, path: Path, why: str) -> None:
        """Mark an answer to be looked at again."""
        self.recheck[path_text(path)] = why

    def clear(self, path: Path) -> None:
        """Take the mark from an answer, and from what stands in it."""
        key = path_text(path)
        for each in [each for each in self.recheck if each == key or each.startswith((f"{key}.", f"{key}["))]:
            del self.recheck[each]

    def why(self, path: Path) -> str:
        """Return why an answer is to be looked at again; empty where it is not."""
        key = path_text(path)
        inside = (key, f"{key}.", f"{key}[")
        return next(
            (why for each, why in self.recheck.items() if each == key or each.startswith(inside[1:])), ""
        )

    def under(self, holds: Callable[[Path], bool]) -> int:
        """Return how many answers of a section are to be looked at again."""
        return sum(holds(path_parts(each)) for each in self.recheck)

    def renumber(self, list_path: Path, new_place: Callable[[int], int | None]) -> None:
        """Let the marks follow the records of a list; those of a record without a place are dropped."""
        self.recheck = {
            key: why for each, why in self.recheck.items() if (key := _moved(each, list_path, new_place))
        }
        self.passed = {key for each in self.passed if (key := _moved(each, list_path, new_place))}
        self.at = {walk: key for walk, each in self.at.items() if (key := _moved(each, list_path, new_place))}


def _moved(key: str, list_path: Path, new_place: Callable[[int], int | None]) -> str:
    path = path_parts(key)
    depth = len(list_path)
    if path[:depth] != list_path or len(path) <= depth or not isinstance(path[depth], int):
        return key
    place = new_place(int(path[depth]))
    return "" if place is None else path_text((*list_path, place, *path[depth + 1 :]))
