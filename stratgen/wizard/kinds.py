"""What kind of answer a field of the models takes, read from its annotation and limits.

It knows the models' building blocks; it knows no prompt and no file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, get_args, get_origin

from stratgen.engagement import Choice, Evidence, Figure, Period, Record, Unknown


class Kind(Enum):
    """How a question is asked."""

    LINE = "line"
    PROSE = "prose"
    WORD = "word"
    """One line with a spelling of its own: a code, a version, a short name."""
    NUMBER = "number"
    WHOLE = "whole"
    FIGURE = "figure"
    DAY = "day"
    YES_NO = "yes_no"
    SCALE = "scale"
    ONE = "one"
    MANY = "many"
    LINES = "lines"
    HOURS = "hours"
    WEIGHTS = "weights"
    GRID = "grid"
    """A table of short cells: a matrix, or a record of small answers."""
    EVIDENCE = "evidence"
    SOURCE = "source"
    """Where one figure comes from, where that stands beside it and not once for its record."""
    RECORDS = "records"
    """A list of records: a list view, not one answer."""
    NAMES = "names"
    """The first answers of a list of records, all at once."""
    GATE = "gate"
    """Whether a group that may be left out is answered at all."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds that a prompt shows: of a number, of a length, of a list."""

    least: float | None = None
    most: float | None = None
    items: tuple[int, int | None] = (0, None)
    length: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What an annotation says."""

    kind: Kind
    unknowable: bool
    """Whether "I don't know yet" is an answer."""
    choices: tuple[Choice, ...]
    limits: Limits
    record: type[Record] | None
    whole: bool = False


_WHOLE_ANSWERS = (Figure, Evidence, Period)


def parts(annotation: Any) -> Iterator[Any]:
    """Yield every class, generic origin and constraint of an annotation, outermost first."""
    origin = get_origin(annotation)
    if isinstance(origin, type):
        yield origin
    inner = get_args(annotation)
    if not inner:
        yield annotation
    for each in inner:
        yield from parts(each)
    yield from (each for each in getattr(annotation, "__metadata__", ()) if not isinstance(each, type))


def read(annotation: Any, metadata: list[Any]) -> Reading:
    """Return what kind of answer an annotation takes."""
    found = [*parts(annotation), *(each for part in metadata for each in parts(part))]
    classes = [each for each in found if isinstance(each, type)]
    records = [each for each in classes if issubclass(each, Record) and not issubclass(each, _WHOLE_ANSWERS)]
    choices = [each for each in classes if issubclass(each, Choice)]
    limits = _limits(found)
    return Reading(
        kind=_kind(classes, bool(records), bool(choices), limits, found),
        unknowable=Unknown in classes,
        choices=tuple(choices[-1]) if choices else (),
        limits=limits,
        record=records[0] if records else None,
        whole=int in classes,
    )


def _kind(classes: list[type], records: bool, choices: bool, limits: Limits, found: list[Any]) -> Kind:
    if records:
        return Kind.RECORDS if tuple in classes else Kind.GATE
    if dict in classes:
        return _of_table(classes, choices)
    if tuple in classes:
        return Kind.MANY if choices else Kind.LINES
    if choices:
        return Kind.ONE
    for kind, wanted in (
        (Evidence, Kind.EVIDENCE),
        (Figure, Kind.FIGURE),
        (bool, Kind.YES_NO),
        (date, Kind.DAY),
    ):
        if kind in classes:
            return wanted
    if int in classes:
        small = limits.least is not None and limits.most is not None and limits.most - limits.least <= 5
        return Kind.SCALE if small else Kind.WHOLE
    if float in classes:
        return Kind.NUMBER
    return _of_text(found)


def _of_table(classes: list[type], choices: bool) -> Kind:
    if choices or bool in classes or (int in classes and float not in classes):
        return Kind.GRID
    return Kind.WEIGHTS if float in classes else Kind.HOURS


def _of_text(found: list[Any]) -> Kind:
    patterns = [each.pattern for each in found if getattr(each, "pattern", None)]
    if not patterns:
        return Kind.PROSE
    return Kind.LINE if all(r"\n" in str(each) or "(?i:" in str(each) for each in patterns) else Kind.WORD


def _limits(found: list[Any]) -> Limits:
    least = most = None
    items: tuple[int, int | None] = (0, None)
    length = None
    for each in _flat(found):
        for name in ("ge", "gt"):
            least = getattr(each, name, None) if getattr(each, name, None) is not None else least
        most = getattr(each, "le", None) if getattr(each, "le", None) is not None else most
        if type(each).__name__ == "Len":
            items = (each.min_length or 0, each.max_length)
        elif type(each).__name__ == "StringConstraints":
            length = each.max_length or length
    return Limits(least, most, items, length)


def _flat(found: list[Any]) -> Iterator[Any]:
    """Yield the constraints, those inside a field's own metadata too."""
    for each in found:
        yield each
        yield from getattr(each, "metadata", None) or ()
