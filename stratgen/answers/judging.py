"""One answer is judged before it is written: by the very rule of its model field, in the words of every fault.

It knows the models and the messages; it knows no file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from stratgen.answers import messages
from stratgen.answers.dumping import as_plain
from stratgen.answers.fitting import odd_value
from stratgen.answers.nodes import Path
from stratgen.answers.shapes import Found, Shape, leaf_at, part_of
from stratgen.answers.words import Message


def judge(path: Path, value: object, raw: str = "") -> Message | None:
    """Return what is wrong with an answer at a path, None where it would pass.

    `raw` is the answer as it was typed. Raises ValueError where no question stands at the path.
    """
    found = leaf_at(path)
    if found is None or found.inside:
        raise ValueError(f"no question stands at {path}")
    answer = as_plain(value)
    odd = odd_value(answer, found.shape)
    if odd is not None:
        return odd
    try:
        _adapter(found.shape).validate_python(answer)
    except ValidationError as error:
        return _message(error.errors(include_url=False)[0], found, raw)
    return None


def _adapter(shape: Shape) -> TypeAdapter[Any]:
    rule: Any = shape.field.annotation
    for each in shape.field.metadata:
        rule = Annotated[rule, each]
    return TypeAdapter(rule)


def _message(error: Mapping[str, Any], found: Found, raw: str) -> Message:
    steps = tuple(step for step in error["loc"] if step not in ("answer", "unknown"))
    inside = tuple(step for step in steps if step != "[key]")
    shape, options = part_of(Found(found.path, found.shape, inside))
    if error["type"] == "extra_forbidden":
        return messages.extra_key(str(inside[-1]), options)
    return messages.message(error, shape, raw)
