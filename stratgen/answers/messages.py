"""Validation errors in plain words: what is wrong with an answer, and how to mend it.

Nobody reads a word of pydantic's, a type name or a pattern.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from stratgen.answers import dumping
from stratgen.answers.nodes import Plain
from stratgen.answers.shapes import Shape
from stratgen.answers.words import Message, count, did_you_mean, like, no_answer, or_unknown, shown


@dataclass(frozen=True, slots=True)
class _Case:
    """One error of the models: the value, the limits that it broke, and the question."""

    value: Plain
    limits: Mapping[str, Any]
    shape: Shape
    raw: str = ""
    """The value as the file spells it: 1.10 and not 1.1."""


def message(error: Mapping[str, Any], shape: Shape, raw: str = "") -> Message:
    """Return one error of the models in plain words; `shape` is the question that it is about."""
    kind = str(error["type"])
    case = _Case(error.get("input"), error.get("ctx") or {}, shape, raw)
    if case.value is None and kind not in _OWN:
        return no_answer(shape)
    if kind == "string_pattern_mismatch" and error["loc"] and error["loc"][-1] == "[key]":
        return Message(f"{shown(case.value)} is not a key that can stand here.", like(shape))
    if kind in _OWN:
        return _own(str(error["msg"]), kind, case.value)
    for kinds, write in _WRITERS:
        if kind in kinds:
            return write(case)
    return Message(f'{shown(case.value)} is not an answer to "{shape.field.title}".', like(shape))


_OWN = {"day", "period", "figure", "first_of_month", "noun", "twice"}
"""Errors whose words are the models' own."""


def _own(said: str, kind: str, value: Plain) -> Message:
    what, _, mend = said.partition("; ")
    subject = "" if kind == "twice" else f"{shown(value)} "
    return Message(f"{subject}{what}.", f"{mend[:1].upper()}{mend[1:]}." if mend else "")


def unknown_key(key: str, near: str, place: str) -> Message:
    """Return the message of a key that no question has; `near` is the key that was probably meant."""
    mend = f'Did you mean "{near}"?' if near else "Take it away, or move it to where it belongs."
    return Message(f'no question {place} has the key "{key[:60]}".', mend)


def extra_key(key: str, options: tuple[str, ...]) -> Message:
    """Return the message of a key inside an answer that is built of several parts."""
    mend = did_you_mean(key, options) or (f"Use {', '.join(options)}." if options else "Take it away.")
    return Message(f'"{key[:60]}" is not a key that can stand here.', mend)


def _choice(case: _Case) -> Message:
    choices = re.findall(r"'([^']*)'", str(case.limits.get("expected", "")))
    near = did_you_mean(str(case.value), choices) if isinstance(case.value, str) else ""
    return Message(
        f"{shown(case.value)} is not one of the choices.",
        f"{near} Choose from: {', '.join(choices)}.".strip(),
    )


def _text(case: _Case) -> Message:
    if isinstance(case.value, (bool, int, float)):
        kind = "a yes or no" if isinstance(case.value, bool) else "a number"
        raw = case.raw or dumping.scalar(case.value)
        return Message(f"{raw} is read as {kind}, and text is expected.", f'Put it in quotes: "{raw}"')
    return Message(f"{shown(case.value)} stands where one text is expected.", like(case.shape))


def _too_short(case: _Case) -> Message:
    size = len(str(case.value).strip())
    if not size:
        return Message(f'"{case.shape.field.title}" has no answer.', or_unknown(case.shape))
    return Message(
        f"{shown(case.value)} has {size} of the {case.limits.get('min_length', 0)} characters it needs.",
        like(case.shape),
    )


def _too_long(case: _Case) -> Message:
    most, size = int(case.limits.get("max_length", 0)), len(str(case.value).strip())
    return Message(
        f"the text has {size} characters; at most {most} are allowed.", f"Shorten it by {size - most}."
    )


def _pattern(case: _Case) -> Message:
    one_line = r"\n" in str(case.limits.get("pattern"))
    if one_line and re.search(r"[\n\r]", str(case.value).strip()):
        return Message(f"{shown(case.value)} runs over several lines.", "Write it in one line.")
    help_text = str(case.shape.field.description or "")
    return Message(
        f"{shown(case.value)} is not written as it should be.", f"{help_text} {like(case.shape)}".strip()
    )


def _number(case: _Case) -> Message:
    bare = isinstance(case.value, str) and re.search(r"\d", case.value)
    hint = "Write the bare number, without sign, space or unit." if bare else ""
    return Message(f"{shown(case.value)} is not a number.", hint or like(case.shape))


def _whole(case: _Case) -> Message:
    return Message(f"{shown(case.value)} is not a whole number.", like(case.shape))


def _yes_no(case: _Case) -> Message:
    return Message(f"{shown(case.value)} is neither yes nor no.", "Write yes or no.")


def _day(case: _Case) -> Message:
    return Message(f"{shown(case.value)} is not a day of the calendar.", "Write it like 2027-01-31.")


def _list(case: _Case) -> Message:
    mend = "Begin each item with a dash."
    if isinstance(case.value, (str, int, float)):
        mend = f"Write it like: {dumping.inline([case.value])}"
        mend += " or [] if there are none." if not case.shape.least else ""
    return Message(f"{shown(case.value)} stands where a list is expected.", mend)


def _few(case: _Case) -> Message:
    size, least = int(case.limits.get("actual_length", 0)), case.limits.get("min_length", 0)
    if not size:
        return Message("the list is empty.", or_unknown(case.shape))
    return Message(
        f"{count(size, 'item')}; at least {least} are needed.", "Add what is missing, or write unknown."
    )


def _many(case: _Case) -> Message:
    return too_many(int(case.limits.get("actual_length") or 0), int(case.limits.get("max_length", 0)))


def too_many(size: int, most: int) -> Message:
    """Return the message of a list that is too long; the items up to the limit are kept."""
    return Message(
        f"{count(size, 'item')}; at most {most} are allowed, and the first {most} are read.",
        "Take the others away.",
    )


def _group(case: _Case) -> Message:
    return Message(f"{shown(case.value)} stands where keys with answers are expected.", like(case.shape))


def _small(case: _Case) -> Message:
    bound = (
        f"more than {case.limits['gt']:g}"
        if "gt" in case.limits
        else f"at least {case.limits.get('ge', 0):g}"
    )
    return Message(f"{shown(case.value)} is too small; it has to be {bound}.", like(case.shape))


def _large(case: _Case) -> Message:
    limit = float(case.limits.get("le", case.limits.get("lt", 0)))
    words = f"{limit:.0f}" if limit.is_integer() else f"{limit:g}"
    return Message(f"{shown(case.value)} is too large; it has to be at most {words}.", like(case.shape))


def _version(case: _Case) -> Message:
    return Message(
        f"{shown(case.value)} is not a version that this stratgen reads.", "Write schema_version: 1"
    )


_WRITERS: tuple[tuple[frozenset[str], Callable[[_Case], Message]], ...] = tuple(
    (frozenset(kinds.split()), write)
    for kinds, write in (
        ("enum", _choice),
        ("literal_error", _version),
        ("string_type string_sub_type string_unicode", _text),
        ("string_too_short", _too_short),
        ("string_too_long", _too_long),
        ("string_pattern_mismatch", _pattern),
        ("float_type float_parsing int_type int_parsing int_parsing_size finite_number", _number),
        ("int_from_float", _whole),
        ("bool_type bool_parsing", _yes_no),
        ("date_type date_parsing date_from_datetime_parsing date_from_datetime_inexact", _day),
        ("tuple_type list_type iterable_type", _list),
        ("too_short", _few),
        ("too_long", _many),
        ("dict_type mapping_type model_type model_attributes_type", _group),
        ("greater_than greater_than_equal", _small),
        ("less_than less_than_equal", _large),
    )
)


def no_record(value: Plain) -> Message:
    """Return the message of something that stands where a record should."""
    return Message(
        f"{shown(value)} stands where keys with answers are expected.", "Write `key: answer` lines."
    )


def no_list(value: Plain, shape: Shape) -> Message:
    """Return the message of something that stands where a list of records should."""
    if isinstance(value, dict):
        return Message("one record stands where a list is expected.", "Put a dash before its first key.")
    none = ", or [] if there are none" if not shape.least else ""
    return Message(
        f"{shown(value)} stands where a list is expected.", f"Begin each record with a dash{none}."
    )


def in_unknown(key: str, error: Mapping[str, Any]) -> Message:
    """Return the message of a wrong part of `{unknown: why, owner: role, due: date}`."""
    if error["type"] == "extra_forbidden":
        return extra_key(key, ("unknown", "owner", "due"))
    if key == "due":
        return Message(f"{shown(error.get('input'))} is not a date.", "Write it like 2027-01-31.")
    return Message(f"{shown(error.get('input'))} is not a text.", "Put it in quotes.")


def control_character(found: str) -> Message:
    """Return the message of a text with a character that no document can show."""
    return Message(f"a control character (U+{ord(found):04X}) stands in the text.", "Take it away.")


def not_yes_no(value: bool, shape: Shape) -> Message:
    """Return the message of a true or false where something else is asked for."""
    if str in shape.classes:
        return _text(_Case(value, {}, shape))
    return Message(f"{shown(value)} is a yes or no; another answer is expected.", like(shape))
