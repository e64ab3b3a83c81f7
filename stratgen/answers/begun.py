"""The answers as far as they have come: a list of records that is still too short shows the records it has.

For whoever fills a file in bit by bit. Documents and rules take such a list for unknown until it is long enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from stratgen.answers.loading import Loaded, loads
from stratgen.answers.nodes import Path, Plain
from stratgen.answers.rewriting import append
from stratgen.answers.shapes import Kind, shapes
from stratgen.engagement import Engagement


def begun(loaded: Loaded) -> Engagement:
    """Return the engagement with the records of every list that has some, but not yet as many as it needs."""
    short = tuple(_short(loaded.source.tree, Engagement, ()))
    if not short:
        return loaded.engagement
    text = loaded.source.text
    for path, records, least in short:
        # The models judge a list as a whole, so it is read at its full length and cut again.
        for _ in range(least - len(records)):
            text = append(text, path, records[-1])
    whole: Any = loads(text, loaded.source.file).engagement
    for path, records, _ in short:
        whole = _cut(whole, path, len(records))
    return whole  # type: ignore[no-any-return]  # it is copied from one, part by part


def _short(tree: Plain, model: type[BaseModel], path: Path) -> Iterator[tuple[Path, list[Plain], int]]:
    """Yield the lists that are begun and too short: where they stand, what is in them, and how many they need."""
    if not isinstance(tree, dict):
        return
    for name, shape in shapes(model).items():
        answer, here = tree.get(name), (*path, name)
        if shape.model is None:
            continue
        if shape.kind is Kind.RECORDS and isinstance(answer, list):
            if 0 < len(answer) < shape.least and all(isinstance(each, dict) for each in answer):
                yield here, answer, shape.least
            for position, each in enumerate(answer):
                yield from _short(each, shape.model, (*here, position))
        else:
            yield from _short(answer, shape.model, here)


def _cut(part: Any, path: Path, length: int) -> Any:
    """Return a part of the engagement with one of its lists cut to a length."""
    if not path:
        return part[:length] if isinstance(part, tuple) else part
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        inside = isinstance(part, tuple) and step < len(part)
        return (*part[:step], _cut(part[step], rest, length), *part[step + 1 :]) if inside else part
    inner = getattr(part, step, None)
    return part if inner is None else part.model_copy(update={step: _cut(inner, rest, length)})
