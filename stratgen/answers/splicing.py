"""A page of text with its tree: an answer is cut in or out where the parser saw it.

Each splice returns a new text and promises nothing but to touch only its place; `rewriting` checks what
the text then says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from stratgen.answers import dumping
from stratgen.answers.nodes import Entry, Mapping, Node, Path, Plain, Scalar, Sequence
from stratgen.answers.parsing import Reader
from stratgen.answers.shapes import order_of
from stratgen.answers.source import descend

BREAK = re.compile(r"\r\n|\n|\r")


@dataclass(slots=True)
class Page:
    """A text with its tree, and the splices in it."""

    text: str
    root: Node
    newline: str

    def column(self, index: int) -> int:
        """Return the column of a character, from 0."""
        return index - max(self.text.rfind("\n", 0, index), self.text.rfind("\r", 0, index)) - 1

    def line_end(self, index: int) -> int:
        """Return where the line of a character ends, before its line break."""
        found = BREAK.search(self.text, index)
        return found.start() if found else len(self.text)

    def cut(self, start: int, end: int, new: str) -> str:
        """Return the text with another one from start to end."""
        return self.text[:start] + new + self.text[end:]

    def joined(self, lines: list[str]) -> str:
        """Return lines as one text with the file's own line breaks."""
        return self.newline.join(lines)

    def put(self, path: Path, answer: Plain) -> str:
        """Return the text with an answer at a path."""
        way = descend(self.root, path)
        if len(way) == len(path):
            found = way[-1]
            parent = node_at(self.root, path[:-1])
            if isinstance(found, Entry):
                assert isinstance(parent, Mapping)
                return self._set_entry(found, answer, parent.flow)
            return self._set_item(found, answer, isinstance(parent, Sequence) and parent.flow)
        here = node_at(self.root, path[: len(way)])
        step, inner = path[len(way)], wrapped(path[len(way) + 1 :], answer)
        if isinstance(here, Mapping) and isinstance(step, str) and "unknown" not in here.entries:
            if not here.entries and here.flow and way:
                return self.put(path[: len(way)], {step: inner})
            return self._add_entry(here, step, inner, path[: len(way)])
        if isinstance(here, Sequence) and step == len(here.items):
            return self._add_item(here, inner) if here.items else self.put(path[: len(way)], [inner])
        if not way:
            raise ValueError(f"no place for {path}")
        return self.put(path[: len(way)], wrapped(path[len(way) :], answer))

    def _set_entry(self, entry: Entry, answer: Plain, flow: bool) -> str:
        old = entry.value
        colon = self.text.index(":", entry.end) + 1
        if flow:
            gap = " " if old.start <= colon else ""
            return self.cut(max(old.start, colon), max(old.end, colon), gap + dumping.inline(answer, True))
        start, end = max(old.start, colon), max(old.end, colon)
        between = self.text[colon:start]
        indent = self._indent_below(entry, old, answer)
        first, *body = dumping.lines(answer, indent)
        if not BREAK.search(between) and not _is_block(old):
            if not body:
                return self.cut(start, end, first if between else f" {first}")
            rest_end = self.line_end(end)
            rest = self.text[end:rest_end].rstrip()
            head = f" {first}" if first else ""
            return self.cut(colon, rest_end, self.joined([head + rest, *body]))
        return self._over_block(colon, between, old, answer, (first, *body), end)

    def _over_block(
        self, colon: int, between: str, old: Node, answer: Plain, new: tuple[str, ...], end: int
    ) -> str:
        """Put an answer where a block stood, and keep the comments between its key and the block."""
        beside, *below = BREAK.split(between)
        comments = [line for line in below if line.strip()]
        first, *body = new
        if comments and first[:1] in ("|", ">"):
            first, body = dumping.scalar(answer), []
        head = (f" {first}" if first else "") + beside.rstrip()
        rest_end = self.line_end(end)
        trailing = self.text[end:rest_end].strip()
        if trailing and isinstance(old, Scalar) and old.style not in ("|", ">"):
            comments.append(f"{' ' * self.column(old.start)}{trailing}")
        return self.cut(colon, rest_end, self.joined([head, *comments, *body]))

    def _indent_below(self, entry: Entry, old: Node, answer: Plain) -> int:
        """Return the column for what stands below a key: as it was, or two to the right of the key."""
        beside = self.column(entry.start)
        if isinstance(old, (Mapping, Sequence)) and not old.flow:
            below = self.column(old.start)
            return below if below > beside or isinstance(answer, list) else beside + 2
        return beside + 2

    def _set_item(self, old: Node, answer: Plain, flow: bool) -> str:
        if flow:
            return self.cut(old.start, old.end, dumping.inline(answer, True))
        empty = old.start == old.end
        column = self.column(old.start) + (1 if empty else 0)
        first, *body = dumping.lines(answer, column, after_dash=True)
        rest_end = self.line_end(old.end)
        rest = "" if _is_block(old) else self.text[old.end : rest_end]
        if not body and not _is_block(old):
            return self.cut(old.start, old.end, f" {first}" if empty else first)
        return self.cut(
            old.start, rest_end, self.joined([(" " if empty else "") + first + rest.rstrip(), *body])
        )

    def _add_entry(self, parent: Mapping, name: str, answer: Plain, path: Path) -> str:
        entries = list(parent.entries.values())
        if parent.flow and entries:
            new = f", {dumping.key(name)}: {dumping.inline(answer, True)}"
            return self.cut(entries[-1].value.end, entries[-1].value.end, new)
        if not entries:
            return self._at_end(dumping.entry(name, answer, 0))
        indent = self.column(entries[0].start)
        rank = order_of(path)
        place = rank.get(name, len(rank))
        before = [each for each in entries if rank.get(each.key, len(rank)) <= place]
        lines = dumping.entry(name, answer, indent)
        if before:
            return self._after(before[-1], lines)
        start = entries[0].start
        return self.cut(start, start, self.joined([lines[0][indent:], *lines[1:], " " * indent]))

    def _after(self, entry: Entry, lines: list[str]) -> str:
        end = self.line_end(max(entry.value.end, self.text.index(":", entry.end) + 1))
        return self.cut(end, end, self.newline + self.joined(lines))

    def _add_item(self, parent: Sequence, answer: Plain) -> str:
        last = parent.items[-1]
        if parent.flow:
            return self.cut(last.end, last.end, f", {dumping.inline(answer, True)}")
        end = self.line_end(last.end)
        lines = dumping.item(answer, self.column(parent.start))
        airy = len(parent.items) > 1 and self._blank_between(parent.items[-2], last)
        return self.cut(end, end, self.newline * (2 if airy else 1) + self.joined(lines))

    def _blank_between(self, one: Node, two: Node) -> bool:
        return any(not line.strip() for line in BREAK.split(self.text[one.end : two.start])[1:-1])

    def _at_end(self, lines: list[str]) -> str:
        gap = "" if not self.text or self.text.endswith(("\n", "\r")) else self.newline
        return self.text + gap + self.joined(lines) + self.newline

    def take(self, path: Path) -> str:
        """Return the text without what stands at a path."""
        parent = node_at(self.root, path[:-1])
        found = descend(self.root, path)[-1]
        siblings: list[Any] = []
        if isinstance(parent, Mapping):
            siblings = list(parent.entries.values())
        elif isinstance(parent, Sequence):
            siblings = list(parent.items)
        if len(siblings) == 1:
            return self.put(path[:-1], {} if isinstance(parent, Mapping) else []) if len(path) > 1 else ""
        index = next(at for at, each in enumerate(siblings) if each is found)
        if not isinstance(parent, Scalar) and parent is not None and parent.flow:
            if index + 1 < len(siblings):
                return self.cut(found.start, siblings[index + 1].start, "")
            return self.cut(_end(siblings[index - 1]), _end(found), "")
        end = self.line_end(_end(found))
        start = self._line_start(found.start, dash=isinstance(parent, Sequence))
        if start is None:
            return self.cut(found.start, siblings[index + 1].start, "") if index == 0 else self.text
        after = BREAK.match(self.text, end)
        return self.cut(start, after.end() if after else end, "")

    def _line_start(self, index: int, dash: bool) -> int | None:
        """Return where the line of an entry or item begins; None where something stands before it."""
        start = index - self.column(index)
        before = self.text[start:index].strip()
        return start if before == ("-" if dash else "") else None


def _is_block(node: Node) -> bool:
    return node.style in ("|", ">") if isinstance(node, Scalar) else not node.flow


def _end(found: Entry | Node) -> int:
    return found.value.end if isinstance(found, Entry) else found.end


def page_of(text: str) -> Page:
    """Return a text with its tree; an empty mapping where it holds nothing. Raises AnswersError."""
    reader = Reader(text, "answers")
    root = reader.tree()
    found = BREAK.search(text)
    empty = Mapping({}, len(text), len(text), False)
    blank = root is None or (isinstance(root, Scalar) and root.value is None)
    return Page(text, empty if blank or root is None else root, found[0] if found else "\n")


def node_at(root: Node, path: Path) -> Node | None:
    """Return the node at a path, None where there is none."""
    if not path:
        return root
    way = descend(root, path)
    if len(way) < len(path):
        return None
    last = way[-1]
    return last.value if isinstance(last, Entry) else last


def wrapped(path: Path, answer: Plain) -> Plain:
    """Return an answer inside the groups that its path asks for."""
    for step in reversed(path):
        if isinstance(step, int) and step != 0:
            raise ValueError(f"there is no item {step} to write to")
        answer = [answer] if isinstance(step, int) else {step: answer}
    return answer
