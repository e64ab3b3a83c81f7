"""From the tree of a file to the answers the models expect: what does not fit becomes a hole and a fault.

It looks at the shape alone (keys, records, lists, `unknown`); whether one answer is well-formed is for
the models to say.
"""

from __future__ import annotations

import math
import re
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from stratgen.answers import messages, words
from stratgen.answers.nodes import Mapping, Node, Path, Plain, Scalar, Sequence, plain
from stratgen.answers.shapes import Kind, Shape, shapes
from stratgen.answers.source import Source
from stratgen.engagement import SCHEMA_VERSION, Engagement, Override, Unknown
from stratgen.engagement.answer import REASON_MALFORMED, REASON_NOT_ANSWERED
from stratgen.errors import Fault

ABSENT: Final = object()
"""The key is left out of what the models see."""

_GUESSES = 200
"""Unknown keys that get a "did you mean" in one run; more are not the work of a hand."""

_NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def hole(shape: Shape, reason: str) -> Any:
    """Return what stands in place of an answer that is not there or cannot be read."""
    if shape.kind is Kind.RECORD and shape.model is not None and shape.needed:
        return spread(shape.model, Unknown(reason=reason))
    if shape.answerable:
        return Unknown(reason=reason)
    return SCHEMA_VERSION if shape.needed else ABSENT


def spread(model: type[BaseModel], unknown: Unknown) -> dict[str, Any]:
    """Return a record in which every question of the core interview is unknown."""
    record: dict[str, Any] = {}
    for name, shape in shapes(model).items():
        if shape.kind is Kind.RECORD and shape.needed and shape.model is not None:
            record[name] = spread(shape.model, unknown)
        elif shape.answerable and shape.core:
            record[name] = unknown
    return record


class Fitting:
    """Fits the tree of one file to the models; `faults` and the source's `kept` fill on the way."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.faults: list[Fault] = []
        self._guesses = 0

    def fit(self) -> dict[str, Any]:
        """Return the answers in the shape that the models expect."""
        return self._record(self.source.root, Engagement, (), ())

    def _say(self, path: Path, message: words.Message) -> None:
        """Note a fault at a path of the file."""
        source = self.source
        self.faults.append(
            Fault(
                source.file, source.line_in_file(path), source.place_in_file(path), message.what, message.mend
            )
        )

    def _record(self, node: Mapping, model: type[BaseModel], path: Path, here: Path) -> dict[str, Any]:
        """Fit a record; `path` leads to it in the file, `here` in the engagement."""
        fields = shapes(model)
        excused = self._unknown_keys(node, fields, path)
        record: dict[str, Any] = {}
        for name, shape in fields.items():
            entry = node.entries.get(name)
            if entry is None and name in excused:
                answer = hole(shape, REASON_MALFORMED) if shape.needed else ABSENT
            else:
                answer = self._answer(entry.value if entry else None, shape, (*path, name), (*here, name))
            if answer is not ABSENT:
                record[name] = answer
        return record

    def _unknown_keys(self, node: Mapping, fields: dict[str, Shape], path: Path) -> set[str]:
        """Report the keys that no question has, and return the questions that they were probably meant for.

        Those are not reported as missing too: one mistake gives one message.
        """
        meant: set[str] = set()
        place = f'under "{path[-1]}"' if path and isinstance(path[-1], str) else "here"
        for key in node.entries:
            if key in fields:
                continue
            self._guesses += 1
            near = words.nearest(key, fields) if self._guesses <= _GUESSES else ""
            meant.add(near)
            self._say((*path, key), messages.unknown_key(key, near, place))
        return meant

    def _answer(self, node: Node | None, shape: Shape, path: Path, here: Path) -> Any:
        if node is None or (isinstance(node, Scalar) and node.value is None):
            if not shape.needed:
                return ABSENT
            self._say(path, words.no_answer(shape))
            return hole(shape, REASON_NOT_ANSWERED)
        given = self._given_unknown(node, path)
        if given is not None and (shape.answerable or not shape.needed or shape.kind is Kind.RECORD):
            if shape.kind is Kind.RECORD and shape.model is not None:
                return spread(shape.model, given)
            return given if shape.answerable else ABSENT
        if shape.kind is Kind.RECORD and shape.model is not None:
            if isinstance(node, Mapping):
                return self._record(node, shape.model, path, here)
            self._say(path, messages.no_record(plain(node)))
            return hole(shape, REASON_MALFORMED)
        return self._records(node, shape, path, here) if shape.kind is Kind.RECORDS else self._leaf(
            node, shape, path
        )  # fmt: skip

    def _given_unknown(self, node: Node, path: Path) -> Unknown | None:
        """Return the `Unknown` that a file states, and None where it states an answer."""
        if isinstance(node, Scalar):
            said = isinstance(node.value, str) and node.value.strip().casefold() == "unknown"
            return Unknown() if said else None
        if not isinstance(node, Mapping) or "unknown" not in node.entries:
            return None
        stated: dict[str, Any] = {}
        for key, entry in node.entries.items():
            value = plain(entry.value)
            if value is None:
                continue
            try:
                Unknown.model_validate({"unknown": "", key: value})
                stated[key] = value
            except ValidationError as error:
                self._say((*path, key), messages.in_unknown(key, error.errors(include_url=False)[0]))
        return Unknown.model_validate({"unknown": "", **stated})

    def _records(self, node: Node, shape: Shape, path: Path, here: Path) -> Any:
        if not isinstance(node, Sequence):
            self._say(path, messages.no_list(plain(node), shape))
            return hole(shape, REASON_MALFORMED)
        kept: list[int] = []
        for index, item in enumerate(node.items):
            usable = isinstance(item, Mapping) or (
                shape.model is not Override and self._given_unknown(item, (*path, index)) is not None
            )
            if usable:
                kept.append(index)
            else:
                self._say((*path, index), messages.no_record(plain(item)))
        if shape.most is not None and len(kept) > shape.most:
            self._say((*path, kept[shape.most]), messages.too_many(len(kept), shape.most))
            kept = kept[: shape.most]
        self.source.kept[here] = kept
        return [
            self._item(node.items[index], shape, (*path, index), (*here, place))
            for place, index in enumerate(kept)
        ]

    def _item(self, node: Node, shape: Shape, path: Path, here: Path) -> Any:
        assert shape.model is not None
        if shape.model is Override:
            return plain(node)
        given = self._given_unknown(node, path)
        if given is not None or not isinstance(node, Mapping):
            return spread(shape.model, given or Unknown())
        return self._record(node, shape.model, path, here)

    def _leaf(self, node: Node, shape: Shape, path: Path) -> Any:
        value = plain(node)
        wrong = odd_value(value, shape)
        if wrong is not None:
            self._say(path, wrong)
            return hole(shape, REASON_MALFORMED)
        if isinstance(value, list) and shape.most is not None and len(value) > shape.most:
            self._say((*path, shape.most), messages.too_many(len(value), shape.most))
            value = value[: shape.most]
        return value


def odd_value(value: Plain, shape: Shape) -> words.Message | None:
    """Return what the models would not notice: a control character, a yes as a number, no real number."""
    for part in _parts(value):
        if isinstance(part, str):
            found = _NOT_TEXT.search(part)
            if found:
                return messages.control_character(found[0])
        elif isinstance(part, bool) and bool not in shape.classes:
            return messages.not_yes_no(part, shape)
        elif isinstance(part, float) and not math.isfinite(part):
            return words.Message("infinity is not an answer.", "Write a number.")
    return None


def _parts(value: Plain) -> list[Plain]:
    if isinstance(value, list):
        return [part for item in value for part in _parts(item)]
    if isinstance(value, dict):
        return [part for key, item in value.items() for part in (key, *_parts(item))]
    return [value]
