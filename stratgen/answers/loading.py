"""An answer file becomes an Engagement, whatever is wrong with its answers.

The models judge; every judgement becomes a fault with its line and an `Unknown` in the tree, and the
models judge again, until nothing is left to say.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from pydantic import ValidationError

from stratgen.answers import messages, words
from stratgen.answers.fitting import ABSENT, Fitting, hole
from stratgen.answers.nodes import Path, Plain, plain
from stratgen.answers.parsing import Reader
from stratgen.answers.shapes import Found, leaf_at, part_of, shapes
from stratgen.answers.source import Source
from stratgen.answers.text import read
from stratgen.engagement import Engagement, Override, Unknown
from stratgen.engagement.answer import REASON_MALFORMED, REASON_NOT_ANSWERED
from stratgen.errors import Fault

_ROUNDS = 12
"""Times the models are asked; each round reaches at least one level deeper, and they have seven."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What an answer file says: the engagement, what is wrong with the file, and where things stand in it."""

    engagement: Engagement
    faults: tuple[Fault, ...]
    source: Source
    digest: str


def load(path: FilePath) -> Loaded:
    """Return the answers of a file; raises AnswersError only where nothing at all can be read."""
    return loads(read(path), str(path))


def loads(text: str, file: str) -> Loaded:
    """Return the answers of a text that came from `file`; raises AnswersError as `load` does."""
    text = text.removeprefix("\ufeff")
    reader = Reader(text, file)
    root = reader.read()
    source = Source(file, text, root, reader.lines, plain(root))
    fitting = Fitting(source)
    tree = fitting.fit()
    engagement, faults = _settle(tree, source)
    every = {*reader.faults, *fitting.faults, *faults}
    return Loaded(engagement, tuple(sorted(every)), source, digest(source.tree))


def digest(tree: Plain) -> str:
    """Return the SHA-256 of the answers as canonical JSON (lower-case hex).

    It covers what the file says, in its order, and not how: comments, quoting, indentation, line endings
    and the file's name make no difference, so checkout and wheel agree.
    """
    canonical = json.dumps(tree, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def _settle(tree: dict[str, Any], source: Source) -> tuple[Engagement, list[Fault]]:
    faults: list[Fault] = []
    for _ in range(_ROUNDS):
        try:
            return Engagement.model_validate(tree), faults
        except ValidationError as error:
            faults += _mend(tree, source, _causes(error.errors(include_url=False)))
    for name, shape in shapes(Engagement).items():
        tree[name] = hole(shape, REASON_MALFORMED)
    known = {name: answer for name, answer in tree.items() if answer is not ABSENT}
    return Engagement.model_validate(known), faults


def _causes(errors: list[Any]) -> list[Any]:
    """Leave out what follows from another error: a list whose items do not pass counts as short of them."""
    below = {tuple(error["loc"][:depth]) for error in errors for depth in range(len(error["loc"]))}
    return [error for error in errors if error["type"] != "too_short" or tuple(error["loc"]) not in below]


def _mend(tree: dict[str, Any], source: Source, errors: list[Any]) -> list[Fault]:
    """Put a hole where each error is, and return the faults."""
    faults: list[Fault] = []
    holes: dict[Path, tuple[Found, Mapping[str, Any]]] = {}
    for error in errors:
        found = leaf_at(tuple(error["loc"]))
        if found is None:
            found = Found(tuple(error["loc"][:1]), shapes(Engagement)[str(error["loc"][0])], ())
        faults.append(_fault(found, error, source))
        holes.setdefault(found.path, (found, error))
    for path in sorted(holes, key=_last_first):
        _edit(tree, source, *holes[path])
    return faults


def _last_first(path: Path) -> tuple[int, int]:
    """Later items of a list go first, so that the earlier ones keep their places."""
    return -len(path), -path[-1] if isinstance(path[-1], int) else 0


def _fault(found: Found, error: Mapping[str, Any], source: Source) -> Fault:
    path = (*found.path, *found.inside)
    shape, options = part_of(found)
    if error["type"] == "extra_forbidden":
        message = messages.extra_key(str(path[-1]), options)
    elif error["type"] == "missing":
        message = words.no_answer(shape)
    else:
        message = messages.message(error, shape, source.raw(path))
    return Fault(source.file, source.line(path), source.place(path), message.what, message.mend)


def _edit(tree: dict[str, Any], source: Source, found: Found, error: Mapping[str, Any]) -> None:
    *way, last = found.path
    parent: Any = tree
    for step in way:
        parent = parent[step]
    if found.shape.model is Override and isinstance(last, int):
        del parent[last]
        del source.kept[tuple(way)][last]
        return
    if error["type"] == "twice":
        parent[last] = _without_repeats(parent[last], found.shape.least)
        return
    filled = hole(found.shape, _reason(error))
    if filled is ABSENT:
        parent.pop(last, None)
    else:
        parent[last] = filled


def _reason(error: Mapping[str, Any]) -> str:
    value = error.get("input")
    blank = value is None or value in ([], {}) or (isinstance(value, str) and not value.strip())
    return REASON_NOT_ANSWERED if blank else REASON_MALFORMED


def _without_repeats(answer: Any, least: int) -> Any:
    if not isinstance(answer, list):
        return Unknown(reason=REASON_MALFORMED)
    kept: list[Any] = []
    for item in answer:
        key = item.strip() if isinstance(item, str) else item
        if key not in kept:
            kept.append(key)
    return kept if least <= len(kept) < len(answer) else Unknown(reason=REASON_MALFORMED)
