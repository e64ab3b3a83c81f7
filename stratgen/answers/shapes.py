"""What the models expect at each key: a record, a list of records, or a leaf; and what people call it.

Everything is read from the models, so that a new question needs no line here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin

from annotated_types import Len
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from stratgen.answers.nodes import Path, Plain, Step
from stratgen.engagement import Engagement, Evidence, Figure, Override, Period, Record, Unknown

_WHOLE = (Figure, Evidence, Period)
"""Records that count as one answer: a fault in them makes the answer a hole, not a part of it."""


class Kind(Enum):
    """How an answer is built."""

    RECORD = "record"
    RECORDS = "records"
    LEAF = "leaf"


@dataclass(frozen=True, slots=True)
class Shape:
    """What one field of a model expects."""

    kind: Kind
    field: FieldInfo
    model: type[Record] | None = None
    needed: bool = True
    answerable: bool = False
    """Whether `unknown` is an answer."""
    least: int = 0
    most: int | None = None
    classes: frozenset[type] = frozenset()

    @property
    def core(self) -> bool:
        """Whether the question belongs to the core interview."""
        extra = self.field.json_schema_extra
        return not isinstance(extra, dict) or extra.get("level") != "full"

    @property
    def ref(self) -> str:
        """The id of the question in the register; empty for a section."""
        extra = self.field.json_schema_extra
        return str(extra.get("ref", "")) if isinstance(extra, dict) else ""

    @property
    def example(self) -> Plain:
        """An example answer; None where there is none that fits in a line."""
        return self.field.examples[0] if self.field.examples else None


@cache
def shapes(model: type[BaseModel]) -> dict[str, Shape]:
    """Return the fields of a model by name, in question order."""
    return {name: _shape(field) for name, field in model.model_fields.items()}


def _shape(field: FieldInfo) -> Shape:
    found: list[Any] = []
    for part in (field.annotation, *field.metadata):
        _collect(part, found)
    classes = frozenset(each for each in found if isinstance(each, type))
    lengths = [each for each in found if isinstance(each, Len)]
    length = lengths[0] if lengths else None
    models = [each for each in found if _is_record(each)]
    kind = Kind.LEAF
    if models:
        kind = Kind.RECORDS if tuple in found else Kind.RECORD
    return Shape(
        kind,
        field,
        models[0] if models else None,
        needed=field.is_required(),
        answerable=Unknown in classes,
        least=(length.min_length or 0) if length else 0,
        most=length.max_length if length else None,
        classes=classes,
    )


def _is_record(part: Any) -> bool:
    return isinstance(part, type) and issubclass(part, Record) and not issubclass(part, _WHOLE)


def _collect(part: Any, found: list[Any]) -> None:
    origin = get_origin(part)
    if origin is not None and isinstance(origin, type):
        found.append(origin)
    parts = get_args(part)
    if not parts:
        found.append(NoneType if part is None else part)
    for each in parts:
        _collect(each, found)
    if hasattr(part, "__metadata__"):
        for each in part.__metadata__:
            _collect(each, found)


def words(key: str) -> str:
    """Return a key as people say it: `first_response_minutes` is "first response minutes"."""
    return key.replace("_", " ")


def label(item: Plain, model: type[BaseModel] | None) -> str:
    """Return what a record in a list is known by: its first answer in words, where that is short."""
    for name, shape in shapes(model).items() if model is not None else ():
        if shape.kind is Kind.LEAF and Evidence not in shape.classes:
            first = item.get(name) if isinstance(item, dict) else None
            text = first.strip() if isinstance(first, str) else ""
            return text if len(text) <= 40 and "\n" not in text else ""
    return ""


def place(path: Path, root: Plain) -> str:
    """Return what people call the place of a path: `Channels 2 (facebook), first response minutes`.

    `root` is the plain tree that the path leads through; it lends the records their names.
    """
    parts: list[str] = []
    here: Plain = root
    model: type[BaseModel] | None = Engagement
    for step in path:
        here = _inside(here, step)
        if isinstance(step, int) and parts:
            name = label(here, model)
            parts[-1] += f" {step + 1}" + (f" ({name})" if name else "")
        else:
            shape = shapes(model).get(str(step)) if model is not None else None
            model = shape.model if shape is not None else None
            parts.append(words(str(step)))
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]


def _inside(here: Plain, step: Step) -> Plain:
    if isinstance(here, dict):
        return here.get(str(step))
    if isinstance(here, list) and isinstance(step, int) and -1 < step < len(here):
        return here[step]
    return None


@dataclass(frozen=True, slots=True)
class Found:
    """The leaf that a longer path ends in: its own path, its shape, and the steps inside it."""

    path: Path
    shape: Shape
    inside: Path


def leaf_at(steps: Path) -> Found | None:
    """Return the leaf that a path of the models leads to or into, and None where it ends before one.

    The marks that pydantic puts into its paths ("answer", "unknown") are taken out.
    """
    model: type[BaseModel] = Engagement
    path: list[Step] = []
    rest = list(steps)
    while rest:
        name = rest.pop(0)
        shape = shapes(model).get(str(name))
        if shape is None:
            return None
        path.append(name)
        if shape.answerable and rest and rest[0] in ("answer", "unknown"):
            rest.pop(0)
        if shape.kind is Kind.RECORDS and rest and isinstance(rest[0], int):
            path.append(rest.pop(0))
            if shape.model is Override:
                return Found(tuple(path), shape, tuple(rest))
        elif shape.kind is not Kind.RECORD or not rest:
            return Found(tuple(path), shape, tuple(step for step in rest if step != "[key]"))
        if shape.model is None:
            return None
        if not rest:
            return Found(tuple(path), shape, ())
        model = shape.model
    return None


def part_of(found: Found) -> tuple[Shape, tuple[str, ...]]:
    """Return the question that an error inside an answer is about, and the keys that could stand there."""
    shape, options = found.shape, tuple(_parts_of(found.shape))
    for step in found.inside:
        inner = _parts_of(shape)
        if not inner or not isinstance(step, str):
            continue
        options = tuple(inner)
        if step in inner:
            shape = inner[step]
    return shape, options


def _parts_of(shape: Shape) -> dict[str, Shape]:
    """Return the fields of an answer that is built of several, such as a figure in its long form."""
    for each in (*_WHOLE, Override):
        if each in shape.classes or shape.model is each:
            return shapes(each)
    return {}


def order_of(path: Path) -> dict[str, int]:
    """Return the place of each question in the record at a path; nothing where the models ask none there."""
    model: type[BaseModel] = Engagement
    for step in path:
        if isinstance(step, int):
            continue
        shape = shapes(model).get(step)
        if shape is None:
            return {}
        if shape.model is None:
            return {name: index for index, name in enumerate(_parts_of(shape))}
        model = shape.model
    return {name: index for index, name in enumerate(model.model_fields)}
