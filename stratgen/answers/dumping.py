"""Answers as YAML that a careful hand would write: plain where that is safe, quoted where it is not.

A text of several lines stands in a block, a long sentence is folded, a short list stays in its line.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum

from pydantic import BaseModel

from stratgen.answers.nodes import Plain, resolved
from stratgen.engagement import Unknown

WIDTH = 100
_SHORT = 76

# Compiled when first used: who only reads answers writes none.
_ODD = "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
_STARTS = r"[-?:,\[\]{}#&*!|>'\"%@`=<\s]|\.\.\."
_BREAKS = r":(\s|$)|\s#|[\t\n]|\s$"
_IN_FLOW = r"[,\[\]{}:?]"


def as_plain(value: object) -> Plain:
    """Return an answer as plain data: `Unknown`, records, choices and days become what a file says."""
    if isinstance(value, Unknown):
        parts = {"unknown": value.reason, "owner": value.owner, "due": as_plain(value.due)}
        given = {key: part for key, part in parts.items() if part}
        return {"unknown": "", **given} if given else "unknown"
    if isinstance(value, BaseModel):
        return {name: as_plain(getattr(value, name)) for name in type(value).model_fields
                if name in value.model_fields_set and getattr(value, name) is not None}  # fmt: skip
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(as_plain(key)): as_plain(part) for key, part in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [as_plain(part) for part in value]
    return value


def key(text: str) -> str:
    """Return a key as it is written."""
    safe = (
        text
        and not re.match(_STARTS, text)
        and not re.search(_BREAKS, text)
        and not re.search(_IN_FLOW, text)
    )
    return text if safe and not re.search(_ODD, text) else quoted(text)


def scalar(value: Plain, flow: bool = False) -> str:
    """Return one value in one line; inside brackets where `flow` is set."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return _number(value)
    text = str(value)
    plain = (
        isinstance(resolved(text), str)
        and not re.match(_STARTS, text)
        and not re.search(_BREAKS, text)
        and not re.search(_ODD, text)
        and not (flow and re.search(_IN_FLOW, text))
    )
    return text if plain else quoted(text)


def _number(value: float) -> str:
    if isinstance(value, int) or (value == value and abs(value) != float("inf")):
        return repr(value)
    return ".nan" if value != value else ".inf" if value > 0 else "-.inf"


def quoted(text: str) -> str:
    """Return a text in quotes: double ones, single ones where it holds double quotes or a backslash."""
    special = re.search(_ODD, text) or "\n" in text or "\t" in text
    if not special and ('"' in text or "\\" in text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(_escaped(letter) for letter in text) + '"'


def _escaped(letter: str) -> str:
    if letter in '"\\':
        return f"\\{letter}"
    if letter == "\n":
        return "\\n"
    if letter == "\t":
        return "\\t"
    if not re.match(_ODD, letter):
        return letter
    code = ord(letter)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"


def inline(value: Plain, flow: bool = False) -> str:
    """Return an answer in one line, in brackets where it has parts."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key(name)}: {inline(part, True)}" for name, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(inline(part, True) for part in value) + "]"
    return scalar(value, flow)


def lines(value: Plain, indent: int, after_dash: bool = False) -> list[str]:
    """Return an answer in lines: the first stands behind `key:` or the dash, the others are indented.

    `indent` is the column of what stands below; a mapping behind a dash begins beside it.
    """
    if isinstance(value, dict) and value and not _brief(value):
        body = [line for name, part in value.items() for line in entry(name, part, indent)]
        return [body[0][indent:], *body[1:]] if after_dash else ["", *body]
    if isinstance(value, list) and value and not after_dash and not _brief(value):
        body = [line for part in value for line in item(part, indent)]
        return ["", *body]
    if isinstance(value, str):
        return _text(value, indent)
    return [inline(value)]


def entry(name: str, value: Plain, indent: int) -> list[str]:
    """Return a key with its answer, in lines."""
    first, *rest = lines(value, indent + 2)
    return [f"{' ' * indent}{key(name)}:{' ' if first else ''}{first}", *rest]


def item(value: Plain, indent: int) -> list[str]:
    """Return one item of a list, in lines; its dash stands in column `indent`."""
    first, *rest = lines(value, indent + 2, after_dash=True)
    return [f"{' ' * indent}- {first}", *rest]


def _brief(value: dict[str, Plain] | list[Plain]) -> bool:
    """Tell whether a group reads better in one line: an unknown, numbers by name, or a few short words."""
    if isinstance(value, dict):
        numbers = all(isinstance(part, (int, float)) and "_" not in name for name, part in value.items())
        return "unknown" in value or (numbers and len(inline(value)) <= _SHORT)
    flat = all(not isinstance(part, (dict, list)) and "\n" not in str(part) for part in value)
    return flat and len(inline(value)) <= _SHORT


def _text(text: str, indent: int) -> list[str]:
    if re.search(_ODD, text) or not text.strip() or text != text.lstrip():
        return [scalar(text)]
    margin = " " * indent
    if "\n" in text:
        body, ending = text.rstrip("\n"), len(text) - len(text.rstrip("\n"))
        mark = "|-" if not ending else "|" if ending == 1 else "|+"
        rows = [f"{margin}{row}" if row else "" for row in body.split("\n")]
        return [mark, *rows, *[""] * (ending - 1)]
    words = text.split(" ")
    if len(text) > WIDTH and "" not in words and "\t" not in text:
        wide = max(WIDTH - indent, 40)
        rows = textwrap.wrap(text, wide, break_long_words=False, break_on_hyphens=False)
        return [">-", *(f"{margin}{row}" for row in rows)]
    return [scalar(text)]
