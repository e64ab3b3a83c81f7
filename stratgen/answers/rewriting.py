"""One answer of a file is set, added or taken away; every other letter of the file stays as it is.

The new text is spliced in where the parser saw the old one. What results is read again and compared
with what it should say; where a splice would not hold, the nearest group around it is written anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from stratgen.answers import dumping
from stratgen.answers.nodes import Entry, Mapping, Node, Path, Plain, Reader, Scalar, Sequence, Step, plain
from stratgen.answers.shapes import order_of
from stratgen.errors import AnswersError

_BREAK = re.compile(r"\r\n|\n|\r")


def rewrite(text: str, path: Path, value: object) -> str:
    """Return the text with one answer set; a key that is new stands where its question comes in the order.

    `path` is a path of the file, `("channels", 2, "owner")`; the index after the last item adds one.
    Raises AnswersError where the text cannot be read, and ValueError where the path leads nowhere.
    """
    if not path:
        raise ValueError("name an answer, not the whole file")
    answer = dumping.as_plain(value)
    return _change(text, path, lambda tree: _put(tree, path, answer), lambda page: page.put(path, answer))


def append(text: str, path: Path, value: object) -> str:
    """Return the text with one more item at the end of a list; raises as `rewrite` does."""
    bare = _parse(text)
    there = _node(bare.root, path)
    if isinstance(there, Sequence):
        return rewrite(text, (*path, len(there.items)), value)
    return rewrite(text, path, [value])


def remove(text: str, path: Path) -> str:
    """Return the text without one answer or item; its comment stays. Raises ValueError if it is not there."""
    return _change(text, path, lambda tree: _take(tree, path), lambda page: page.take(path))


@dataclass(slots=True)
class _Page:
    """A text with its tree, and the splices in it."""

    text: str
    root: Node
    newline: str

    def column(self, index: int) -> int:
        """Return the column of a character, from 0."""
        return index - max(self.text.rfind("\n", 0, index), self.text.rfind("\r", 0, index)) - 1

    def line_end(self, index: int) -> int:
        """Return where the line of a character ends, before its line break."""
        found = _BREAK.search(self.text, index)
        return found.start() if found else len(self.text)

    def cut(self, start: int, end: int, new: str) -> str:
        """Return the text with another one from start to end."""
        return self.text[:start] + new + self.text[end:]

    def joined(self, lines: list[str]) -> str:
        """Return lines as one text with the file's own line breaks."""
        return self.newline.join(lines)

    def put(self, path: Path, answer: Plain) -> str:
        """Return the text with an answer at a path."""
        way = _way(self.root, path)
        if len(way) == len(path):
            found = way[-1]
            parent = _node(self.root, path[:-1])
            if isinstance(found, Entry):
                assert isinstance(parent, Mapping)
                return self._set_entry(found, answer, parent.flow)
            return self._set_item(found, answer, isinstance(parent, Sequence) and parent.flow)
        here = _node(self.root, path[: len(way)])
        step, wrapped = path[len(way)], _wrapped(path[len(way) + 1 :], answer)
        if isinstance(here, Mapping) and isinstance(step, str) and "unknown" not in here.entries:
            if not here.entries and here.flow and way:
                return self.put(path[: len(way)], {step: wrapped})
            return self._add_entry(here, step, wrapped, path[: len(way)])
        if isinstance(here, Sequence) and step == len(here.items):
            return self._add_item(here, wrapped) if here.items else self.put(path[: len(way)], [wrapped])
        if not way:
            raise ValueError(f"no place for {path}")
        return self.put(path[: len(way)], _wrapped(path[len(way) :], answer))

    def _set_entry(self, entry: Entry, answer: Plain, flow: bool) -> str:
        old = entry.value
        colon = self.text.index(":", entry.end) + 1
        if flow:
            gap = " " if old.start <= colon else ""
            return self.cut(max(old.start, colon), max(old.end, colon), gap + dumping.inline(answer, True))
        start, end = max(old.start, colon), max(old.end, colon)
        between = self.text[colon:start]
        indent = self._indent_below(entry, old)
        first, *body = dumping.lines(answer, indent)
        if not _BREAK.search(between) and not _is_block(old):
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
        beside, *below = _BREAK.split(between)
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

    def _indent_below(self, entry: Entry, old: Node) -> int:
        """Return the column for what stands below a key: as it was, or two to the right of the key."""
        beside = self.column(entry.start)
        if isinstance(old, (Mapping, Sequence)) and not old.flow:
            return max(self.column(old.start), beside)
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
        return self.cut(old.start, rest_end, self.joined([(" " if empty else "") + first + rest.rstrip(), *body]))

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
        return any(not line.strip() for line in _BREAK.split(self.text[one.end : two.start])[1:-1])

    def _at_end(self, lines: list[str]) -> str:
        gap = "" if not self.text or self.text.endswith(("\n", "\r")) else self.newline
        return self.text + gap + self.joined(lines) + self.newline

    def take(self, path: Path) -> str:
        """Return the text without what stands at a path."""
        parent = _node(self.root, path[:-1])
        found = _way(self.root, path)[-1]
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
        after = _BREAK.match(self.text, end)
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


def _parse(text: str) -> _Page:
    reader = Reader(text, "answers")
    root = reader.tree()
    found = _BREAK.search(text)
    empty = Mapping({}, len(text), len(text), False)
    blank = root is None or (isinstance(root, Scalar) and root.value is None)
    return _Page(text, empty if blank or root is None else root, found[0] if found else "\n")


def _way(root: Node, path: Path) -> list[Entry | Node]:
    here, way = root, list[Entry | Node]()
    for step in path:
        if isinstance(here, Mapping) and step in here.entries:
            way.append(here.entries[str(step)])
            here = here.entries[str(step)].value
        elif isinstance(here, Sequence) and isinstance(step, int) and 0 <= step < len(here.items):
            here = here.items[step]
            way.append(here)
        else:
            break
    return way


def _node(root: Node, path: Path) -> Node | None:
    if not path:
        return root
    way = _way(root, path)
    if len(way) < len(path):
        return None
    last = way[-1]
    return last.value if isinstance(last, Entry) else last


def _wrapped(path: Path, answer: Plain) -> Plain:
    """Return an answer inside the groups that its path asks for."""
    for step in reversed(path):
        if isinstance(step, int) and step != 0:
            raise ValueError(f"there is no item {step} to write to")
        answer = [answer] if isinstance(step, int) else {step: answer}
    return answer


def _put(tree: Plain, path: Path, answer: Plain) -> Plain:
    """Return a plain tree with an answer at a path: what the new text has to say."""
    if not path:
        return answer
    step, *rest = path
    if isinstance(step, int):
        items = list(tree) if isinstance(tree, list) else []
        if step > len(items):
            raise ValueError(f"there is no item {step} to write to")
        inner = _put(items[step] if step < len(items) else None, tuple(rest), answer)
        return [*items[:step], inner, *items[step + 1 :]]
    group = dict(tree) if isinstance(tree, dict) else {}
    if "unknown" in group and step not in group and path:
        group = {}
    return {**group, step: _put(group.get(step), tuple(rest), answer)}


def _take(tree: Plain, path: Path) -> Plain:
    rest = deepcopy(tree)
    here = rest
    try:
        for step in path[:-1]:
            here = here[step]
        del here[path[-1]]
    except (KeyError, IndexError, TypeError):
        raise ValueError(f"there is nothing at {path}") from None
    return rest


def _change(text: str, path: Path, expect: Callable[[Plain], Plain], splice: Callable[[_Page], str]) -> str:
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    page = _parse(text.removeprefix(mark))
    tree = plain(page.root)
    wanted = expect(tree if isinstance(tree, dict) else {})
    try:
        new = splice(page)
    except (ValueError, IndexError):  # a spelling of YAML that no splice knows, such as `? key`
        new = ""
    if _says(new, wanted):
        return mark + new
    for length in range(len(path) - 1, 0, -1):
        way: tuple[Step, ...] = path[:length]
        if _node(page.root, way) is not None:
            new = page.put(way, _at(wanted, way))
            if _says(new, wanted):
                return mark + new
    return mark + page.joined([line for name, part in wanted.items() for line in dumping.entry(name, part, 0)] + [""])


def _at(tree: Plain, path: Path) -> Plain:
    for step in path:
        tree = tree[step]
    return tree


def _says(text: str, wanted: Plain) -> bool:
    try:
        reader = Reader(text, "answers")
        root = reader.tree()
    except AnswersError:
        return False
    said = {} if root is None else plain(root)
    return not reader.faults and _same(said, wanted)


def _same(one: Plain, two: Plain) -> bool:
    """Tell whether two trees say the same; 1, 1.0 and true are three answers."""
    if isinstance(one, dict) and isinstance(two, dict):
        return one.keys() == two.keys() and all(_same(part, two[name]) for name, part in one.items())
    if isinstance(one, list) and isinstance(two, list):
        return len(one) == len(two) and all(_same(part, other) for part, other in zip(one, two, strict=True))
    return type(one) is type(two) and (one == two or one != one)
