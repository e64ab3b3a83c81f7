"""Numbers, given once: sections, parts and annexes, exhibits, notes, and what references to them say.

Works on a whole tree, so it can number anew what is bound together. Every writer repeats these numbers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from stratgen.document import (
    Block,
    Emphasis,
    Exhibit,
    Heading,
    HeadingKind,
    Inline,
    Inlines,
    Link,
    Note,
    Reference,
    Strong,
    plain,
)
from stratgen.drafting.tree import rewritten


@dataclass(frozen=True, slots=True)
class KeyFlaw:
    """What is wrong with the heading, exhibit or reference of this key."""

    key: str
    what: str
    mend: str = ""
    reference: bool = False


@dataclass(frozen=True, slots=True)
class Numbered:
    """Blocks with their numbers, and what could not be numbered."""

    blocks: tuple[Block, ...]
    flaws: tuple[KeyFlaw, ...]
    keys: frozenset[str]


def number(blocks: Iterable[Block], elsewhere: Collection[str] = ()) -> Numbered:
    """Return blocks numbered from the start; a reference to a key in `elsewhere` is left for binding."""
    counter = _Counter()
    counted = [counter.count(block) for block in blocks]
    words = _Words(counter.labels, frozenset(elsewhere))
    done = tuple(rewritten(block, words.change) for block in counted)
    return Numbered(done, (*counter.flaws, *words.flaws), frozenset(counter.labels))


def letter(count: int) -> str:
    """Return the letter of an annex: 1 is A, 26 is Z, 27 is AA."""
    rest, place = divmod(count - 1, 26)
    return (letter(rest) if rest else "") + chr(ord("A") + place)


class _Counter:
    """Counts headings and exhibits in reading order; `labels` is what a reference to each key says."""

    def __init__(self) -> None:
        self.labels: dict[str, str] = {}
        self.flaws: list[KeyFlaw] = []
        self._sections = self._parts = self._annexes = 0
        self._exhibits = {"Table": 0, "Figure": 0}
        self._trail: list[str] = []
        """The number of each open level, from level 1; empty where the level has none."""
        self._counts: list[int] = []
        self._annexed = False

    def count(self, block: Block) -> Block:
        """Return a block with its number; headings and exhibits stand in no other block."""
        match block:
            case Heading():
                return self._heading(block)
            case Exhibit():
                self._exhibits[block.kind] += 1
                self._label(block.key, f"{block.kind} {self._exhibits[block.kind]}")
                return replace(block, number=self._exhibits[block.kind])
            case _:
                return block

    def _heading(self, heading: Heading) -> Heading:
        words = plain(heading.inlines)
        if heading.level > len(self._trail) + 1:
            self.flaws.append(
                KeyFlaw(
                    heading.key,
                    f'the heading "{words}" skips a level',
                    f"Give it {'#' * (len(self._trail) + 1)}.",
                )
            )
        if heading.level > 1 and heading.kind in ("part", "annex") and not self._annexed:
            what = f'the {heading.kind} "{words}" is not a first-level heading'
            self.flaws.append(KeyFlaw(heading.key, what, "Give it one #."))
        done = self._first(heading) if heading.level == 1 else self._deeper(heading)
        self._label(done.key, _label(done))
        return done

    def _first(self, heading: Heading) -> Heading:
        self._annexed = heading.kind == "annex"
        match heading.kind:
            case "part":
                self._parts += 1
                shown, trail = f"Part {self._parts}", str(self._parts)
            case "annex":
                self._annexes += 1
                shown, trail = f"Annex {letter(self._annexes)}", letter(self._annexes)
            case "section":
                self._sections += 1
                shown = trail = str(self._sections)
            case _:
                shown = trail = ""
        self._trail, self._counts = [trail], [0]
        return replace(heading, number=shown)

    def _deeper(self, heading: Heading) -> Heading:
        above = min(heading.level - 1, len(self._trail)) or 1
        trail = self._trail[:above] or [""]
        counts = self._counts[:above] or [0]
        mute = heading.kind == "plain" or not trail[-1]
        counts[-1] += not mute
        shown = "" if mute else f"{trail[-1]}.{counts[-1]}"
        self._trail, self._counts = [*trail, shown], [*counts, 0]
        kind: HeadingKind = "plain" if mute else "annex" if self._annexed else "section"
        return replace(heading, number=shown, kind=kind)

    def _label(self, key: str, label: str) -> None:
        if key in self.labels:
            what = f'the key "{key}" is given twice'
            self.flaws.append(KeyFlaw(key, what, "Give one of them another key."))
        self.labels.setdefault(key, label)


def _label(heading: Heading) -> str:
    if not heading.number:
        return f"“{plain(heading.inlines).strip()}”"
    named = heading.kind == "part" or (heading.kind == "annex" and heading.level == 1)
    return heading.number if named else f"section {heading.number}"


class _Words:
    """Counts notes and resolves references."""

    def __init__(self, labels: dict[str, str], elsewhere: frozenset[str]) -> None:
        self._labels, self._elsewhere = labels, elsewhere
        self._notes = 0
        self.flaws: list[KeyFlaw] = []

    def change(self, inlines: Inlines) -> Inlines:
        """Return inlines with notes numbered and references resolved."""
        return tuple(self._inline(inline) for inline in inlines)

    def _inline(self, inline: Inline) -> Inline:
        match inline:
            case Note():
                self._notes += 1
                count = self._notes
                return Note(self.change(inline.inlines), count)
            case Reference():
                return replace(inline, text=self._resolve(inline.key))
            case Emphasis() | Strong() | Link():
                return replace(inline, inlines=self.change(inline.inlines))
            case _:
                return inline

    def _resolve(self, key: str) -> str:
        label = self._labels.get(key)
        if label is None and not ({key, key.partition("/")[0]} & self._elsewhere):
            self.flaws.append(KeyFlaw(key, f'there is no heading or exhibit "{key}" to refer to', "", True))
        return label or ""
