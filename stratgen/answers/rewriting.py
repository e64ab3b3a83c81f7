"""One answer of a file is set, added or taken away; every other letter of the file stays as it is.

The new text is spliced in where the parser saw the old one. What results is read again and compared
with what it should say; where a splice would not hold, the nearest group around it is written anew.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from stratgen.answers import dumping
from stratgen.answers.nodes import Path, Plain, Sequence, Step, plain
from stratgen.answers.parsing import Reader
from stratgen.answers.splicing import Page, node_at, page_of
from stratgen.errors import AnswersError


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
    bare = page_of(text)
    there = node_at(bare.root, path)
    if isinstance(there, Sequence):
        return rewrite(text, (*path, len(there.items)), value)
    return rewrite(text, path, [value])


def remove(text: str, path: Path) -> str:
    """Return the text without one answer or item; its comment stays. Raises ValueError if it is not there."""
    return _change(text, path, lambda tree: _take(tree, path), lambda page: page.take(path))


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


def _change(text: str, path: Path, expect: Callable[[Plain], Plain], splice: Callable[[Page], str]) -> str:
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    page = page_of(text.removeprefix(mark))
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
        if node_at(page.root, way) is not None:
            new = page.put(way, _at(wanted, way))
            if _says(new, wanted):
                return mark + new
    return mark + page.joined(
        [line for name, part in wanted.items() for line in dumping.entry(name, part, 0)] + [""]
    )


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
