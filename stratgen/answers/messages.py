"""Validation errors in plain words: what is wrong with an answer, and how to mend it.

Nobody reads a word of pydantic's, a type name or a pattern.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from stratgen.answers.nodes import Plain
from stratgen.answers.shapes import Kind, Shape


@dataclass(frozen=True, slots=True)
class Message:
    """What is wrong, and how to mend it."""

    what: str
    mend: str = ""


def shown(value: Plain) -> str:
    """Return a value as it may stand in a message: text in quotes, nothing longer than a line."""
    if isinstance(value, str):
        short = " ".join(value.split())
        return f'"{short[:47]}…"' if len(short) > 48 else f'"{short}"'
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "nothing"
    if isinstance(value, (list, tuple)):
        return "a list"
    return "a group of keys" if isinstance(value, dict) else f"{value:.12g}"


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """Return the sentence that offers the nearest choice, and an empty text where none is near."""
    options = {choice.casefold(): choice for choice in choices}
    key = word.strip().casefold()
    near = [key] if key in options else get_close_matches(key, options, n=1, cutoff=0.6)
    return f'Did you mean "{options[near[0]]}"?' if near else ""


def no_answer(shape: Shape) -> Message:
    """Return the message of a question, or a section, that has no answer."""
    if shape.kind is Kind.RECORD:
        return Message(f'the section "{shape.field.title}" is missing.', "Write its keys below, or unknown.")
    return Message(f'"{shape.field.title}" has no answer.', _or_unknown(shape))


def _or_unknown(shape: Shape) -> str:
    example = _example(shape)
    known = f"Write {example}" if example else "Answer it"
    return f"{known}, or unknown." if shape.answerable else f"{known}."


def _example(shape: Shape) -> str:
    """Return the example answer in one line of YAML; nothing where it is long or empty."""
    example = shape.example
    if example in (None, "", [], {}):
        return ""
    if isinstance(example, str):
        text = f'"{example}"' if re.match(r"[\d@+.-]", example) and not _is_day(example) else example
    else:
        text = json.dumps(example, ensure_ascii=False)
    return text if len(text) <= 60 else ""


def _is_day(text: str) -> bool:
    return re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) is not None


def _like(shape: Shape) -> str:
    example = _example(shape)
    return f"Write it like {example}." if example else str(shape.field.description or "Write it anew.")


def message(error: Mapping[str, Any], shape: Shape) -> Message:
    """Return one error of the models in plain words."""
    kind, value, context = str(error["type"]), error.get("input"), error.get("ctx") or {}
    if error["loc"] and error["loc"][-1] == "[key]" and kind in ("enum", "string_pattern_mismatch"):
        return _key(kind, value, context, shape)
    for kinds, write in _WRITERS:
        if kind in kinds:
            return write(value, context, shape)
    if kind in _OWN:
        return Message(f"{shown(value)} {_sentence(str(error['msg']))}")
    return Message(f'{shown(value)} is not an answer to "{shape.field.title}".', _like(shape))


_OWN = {"day", "period", "figure", "first_of_month", "twice"}
"""Errors whose words are the models' own."""


def _sentence(said: str) -> str:
    return said if said.endswith(".") else f"{said}."


def _key(kind: str, value: Plain, context: Mapping[str, Any], shape: Shape) -> Message:
    if kind == "enum":
        return _choice(value, context, shape)
    return Message(f"{shown(value)} is not a key that can stand here.", _like(shape))


def _choice(value: Plain, context: Mapping[str, Any], shape: Shape) -> Message:
    choices = re.findall(r"'([^']*)'", str(context.get("expected", "")))
    near = did_you_mean(str(value), choices) if isinstance(value, (str, int, float)) else ""
    allowed = f"Choose from: {', '.join(choices)}."
    return Message(f"{shown(value)} is not one of the choices.", f"{near} {allowed}".strip())


def _text(value: Plain, context: Mapping[str, Any], shape: Shape) -> Message:
    if value is None:
        return no_answer(shape)
    if isinstance(value, (bool, int, float)):
        kind = "a yes or no" if isinstance(value, bool) else "a number"
        return Message(f"{shown(value)} is {kind} where text is expected.", f'Put it in quotes: "{_raw(value)}".')
    return Message(f"{shown(value)} stands where one text is expected.", _like(shape))


def _raw(value: Plain) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def _too_short(value: Plain, context: Mapping[str, Any], shape: Shape) -> Message:
    least = context.get("min_length", 0)
    if isinstance(value, str) and not value.strip():
        return Message(f'"{shape.field.title}" has no answer.', _or_unknown(shape))
    size = len(value.strip()) if isinstance(value, str) else 0
    return Message(f"{shown(value)} has {_count(size, 'character')}; at least {least} are needed.", _like(shape))


def _too_long(value: Plain, context: Mapping[str, Any], shape: Shape) -> Message:
    most, size = int(context.get("max_length", 0)), len(value.strip()) if isinstance(value, str) else 0
    return Message(
        f"{shown(value)} has {_count(size, 'character')}; at most {most} are allowed.",
        f"Shorten it by {size - most}.",
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _pattern(value: Plain, context: Mapping[str, Any], shape: Shape) -> Message:
    if isinstance(value, str) and re.search(r"[\n\r]", value.strip()) and r"\n" in str(context.get("pattern")):
        return Message(f"{shown(value)} runs over several lines.", "Write it in one line.")
    if isinstance(shape.example, str) and " " in shape.example:
        return Message(f"{shown(value)} is not written as it should be.", str(shape.field.description))
    return Message(f"{shown(value)} is not written as it should be.", _like(shape))


def _number(value: Plain, context: Mapping[str, Any], shape: Shape) -> Message:
    if value is None:
        return no_answer(shape)
    hint = _like(shape) if isinstance(shape.example, (int, float)) else "Write the bare number."
    if isinstance(value, str) and re.search(r"\d", value):
        hint = f"Write the bare number, without sign, space or unit. {hint}"
    return Message(f"{shown(value)} is not a number.", hint)


def _whole(value: Plain, context: Mapping[str, Any], shape: Shape) -> Message:
    return Message(f"{shown(value)} is not a whole number.", _like(shape))


def _yes_no(value: Plain, context: Mapping[str, Any], shape: Shape) -> Message:
    return Message(f"{shown(value)} is neither yes nor no.", "Write yes or no.")


def _day(value: Plain, context: Mapping[str, Any], shape: Shape) -> Message:
    return Message(f"{shown(value)} is not a day of the calendar.", "Write it like 2027-01-31.")


def _list(value: Plain, context: Mapping[str, Any], shape: Shape) -> Message:
    if value is None:
        return no_answer(shape)
    one = shown(value).strip('"') if isinstance(value, (str, int, float)) else ""
    return Message(
        f"{shown(value)} stands where a list is expected.",
        f"Write it like [{one}]." if one else "Begin each item with a dash.",
    )


def _few(value: Plain, context: Mapping[str, Any], shape: Shape) -> Message:
    size, least = context.get("actual_length", 0), context.get("min_length", 0)
    if not size:
        return Message("the list is empty.", _or_unknown(shape))
    return Message(f"there is {_count(int(size), 'item')}; at least {least} are needed.", "Add what is missing.")


def _many(value: Plain, context: Mapping[str, Any], shape: Shape) -> Message:
    most = context.get("max_length", 0)
    return too_many(len(value) if isinstance(value, (list, tuple, dict)) else 0, int(most))


def too_many(size: int, most: int) -> Message:
    """Return the message of a list that is too long; the items up to the limit are kept."""
    return Message(
        f"there are {_count(size, 'item')}; at most {most} are allowed, and the first {most} are read.",
        "Take the others away.",
    )


def _group(value: Plain, context: Mapping[str, Any], shape: Shape) -> Message:
    if value is None:
        return no_answer(shape)
    return Message(f"{shown(value)} stands where keys with answers are expected.", _like(shape))


def _least(value: Plain, context: Mapping[str, Any], shape: Shape) -> Message:
    if "gt" in context:
        return Message(f"{shown(value)} is too small; it has to be more than {context['gt']:g}.", _help(shape))
    return Message(f"{shown(value)} is too small; the least is {context.get('ge', 0):g}.", _help(shape))


def _most(value: Plain, context: Mapping[str, Any], shape: Shape) -> Message:
    limit = context.get("le", context.get("lt", 0))
    return Message(f"{shown(value)} is too large; the most is {limit:,g}.".replace(",", " "), _help(shape))


def _help(shape: Shape) -> str:
    return str(shape.field.description or _like(shape))


def _missing(value: Plain, context: Mapping[str, Any], shape: Shape) -> Message:
    return Message("this part of the answer is missing.", _like(shape))


def _extra(value: Plain, context: Mapping[str, Any], shape: Shape) -> Message:
    return Message("there is no such key here.", _like(shape))


def _version(value: Plain, context: Mapping[str, Any], shape: Shape) -> Message:
    return Message(f"version {shown(value)} is not one that this stratgen reads.", "Write `schema_version: 1`.")


_Writer = Callable[[Any, Mapping[str, Any], Shape], Message]

_WRITERS: tuple[tuple[set[str], _Writer], ...] = (
    ({"enum"}, _choice),
    ({"literal_error"}, _version),
    ({"string_type", "string_sub_type", "string_unicode"}, _text),
    ({"string_too_short"}, _too_short),
    ({"string_too_long"}, _too_long),
    ({"string_pattern_mismatch"}, _pattern),
    ({"float_type", "float_parsing", "int_type", "int_parsing", "int_parsing_size", "finite_number"}, _number),
    ({"int_from_float"}, _whole),
    ({"bool_type", "bool_parsing"}, _yes_no),
    ({"date_type", "date_parsing", "date_from_datetime_parsing", "date_from_datetime_inexact",
      "date_past", "date_future"}, _day),
    ({"tuple_type", "list_type", "iterable_type"}, _list),
    ({"too_short"}, _few),
    ({"too_long"}, _many),
    ({"dict_type", "mapping_type", "model_type", "model_attributes_type"}, _group),
    ({"greater_than", "greater_than_equal"}, _least),
    ({"less_than", "less_than_equal"}, _most),
    ({"missing"}, _missing),
    ({"extra_forbidden"}, _extra),
)  # fmt: skip


def no_record(value: Plain) -> Message:
    """Return the message of something that stands where a record should."""
    return Message(f"{shown(value)} stands where keys with answers are expected.", "Write `key: answer` lines.")


def no_list(value: Plain, shape: Shape) -> Message:
    """Return the message of something that stands where a list of records should."""
    if isinstance(value, dict):
        return Message("one record stands where a list is expected.", "Put a dash before its first key.")
    return _list(value, {}, shape)


def in_unknown(key: str, error: Mapping[str, Any]) -> Message:
    """Return the message of a wrong part of `{unknown: why, owner: role, due: date}`."""
    if error["type"] == "extra_forbidden":
        near = did_you_mean(key, ("unknown", "owner", "due"))
        return Message(f'"{key}" says nothing about why an answer is unknown.',
                       near or "Write unknown, owner and due.")  # fmt: skip
    if key == "due":
        return Message(f"{shown(error.get('input'))} is not a date.", "Write it like 2027-01-31.")
    return Message(f"{shown(error.get('input'))} is not a text.", "Put it in quotes.")


def control_character(found: str) -> Message:
    """Return the message of a text with a character that no document can show."""
    return Message(f"a control character (U+{ord(found):04X}) stands in the text.", "Take it away.")


def not_yes_no(value: bool, shape: Shape) -> Message:
    """Return the message of a true or false where something else is asked for."""
    return Message(f"{shown(value)} is a yes or no; another answer is expected.", _like(shape))
