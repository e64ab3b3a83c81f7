"""What a template may touch: fields, entries and a few harmless methods of plain values."""

from __future__ import annotations

from collections.abc import Mapping
from types import BuiltinFunctionType, BuiltinMethodType, FunctionType, MethodType

from stratgen.drafting.desk import is_notation
from stratgen.drafting.sources import did_you_mean

_TEXT_METHODS = frozenset({
    "count", "endswith", "islower", "isupper", "lower", "removeprefix", "removesuffix", "split",
    "startswith", "strip", "upper",
})  # fmt: skip
_MAPPING_METHODS = frozenset({"items", "keys", "values", "get"})
_SEQUENCE_METHODS = frozenset({"index", "count"})
_METHODS = (MethodType, BuiltinMethodType, BuiltinFunctionType, FunctionType)
_PLAIN = (str, list, tuple, dict, set, frozenset, Mapping)


def is_model_method(owner: object, value: object) -> bool:
    """Return whether an attribute is a method of something that is not a plain value."""
    return isinstance(value, _METHODS) and not isinstance(owner, _PLAIN)


def is_harmless_method(method: object) -> bool:
    """Return whether something is a method of a plain value that reads and makes no large thing."""
    owner, name = getattr(method, "__self__", None), getattr(method, "__name__", "")
    if not isinstance(method, BuiltinMethodType) or is_notation(owner):
        return False
    match owner:
        case str():
            return name in _TEXT_METHODS
        case list() | tuple():
            return name in _SEQUENCE_METHODS
        case _:
            return isinstance(owner, Mapping) and name in _MAPPING_METHODS


def lack(name: str, owner: object) -> tuple[str, str]:
    """Return what is wrong, and a mend, where `owner` has no field or entry of this name."""
    if owner is None:
        return f'an answer that does not apply has no "{name}"', "Ask for it first with {% if %}."
    if isinstance(owner, Mapping):
        return f'there is no entry "{name}"', did_you_mean(name, [str(key) for key in owner])
    kind = type(owner)
    fields = [
        field for field in dir(owner)
        if not field.startswith(("_", "model_")) and not callable(getattr(kind, field, None))
    ]  # fmt: skip
    return f'{kind.__name__} has no "{name}"', did_you_mean(name, fields)
