"""A set of answers at its upper bounds: every list as long, every text as long as its question allows.

The bounds are read from the schema, so that a new question is stretched too.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

from stratgen.engagement import Engagement

_WORDS = " and what the people who read it at length will want to know about it before they agree"
_CHOSEN = ("enum", "const", "format")


def stretched(answers: dict[str, Any]) -> dict[str, Any]:
    """Return answers, as plain data, with their lists and texts at the upper bound."""
    schema = Engagement.model_json_schema()
    made = _stretched(answers, [schema], schema["$defs"])
    assert isinstance(made, dict)
    return made


def _stretched(value: Any, schemas: list[dict[str, Any]], known: dict[str, Any]) -> Any:
    ways = [way for schema in schemas for way in _ways(schema, known)]
    if isinstance(value, dict):
        fields = {name: way for way in ways for name, way in way.get("properties", {}).items()}
        return {
            key: _stretched(each, [fields[key]] if key in fields else [], known)
            for key, each in value.items()
        }
    if isinstance(value, list):
        return _longer_list(value, [way for way in ways if way.get("type") == "array"], known)
    if isinstance(value, str) and len(value) > 12 and " " in value:
        return _longer_text(value, [way for way in ways if way.get("type") == "string"])
    return value


def _ways(schema: dict[str, Any], known: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the plain schemas that a value may follow."""
    if "$ref" in schema:
        return _ways(known[schema["$ref"].rpartition("/")[2]], known)
    below = [way for kind in ("anyOf", "oneOf", "allOf") for way in schema.get(kind, [])]
    return [found for way in below for found in _ways(way, known)] or [schema]


def _longer_list(value: list[Any], ways: list[dict[str, Any]], known: dict[str, Any]) -> list[Any]:
    items = [_stretched(each, [way["items"] for way in ways], known) for each in value]
    most = min((way.get("maxItems", way.get("maxLength", len(items))) for way in ways), default=len(items))
    texts = [way for way in ways for way in _ways(way["items"], known)]
    coded = any(isinstance(each, str) and re.fullmatch(r"[A-Z0-9-]+", each) for each in items)
    if not items or coded or any(key in way for way in texts for key in _CHOSEN):
        return items
    for count in range(len(items) + 1, most + 1):
        items.append(_renamed(deepcopy(items[(count - 1) % len(value)]), count))
    return items


def _renamed(item: Any, count: int) -> Any:
    """Return a copy that is told apart by its number."""
    if isinstance(item, dict):
        named = [
            key for key in ("id", "name", "practice", "idea", "action") if isinstance(item.get(key), str)
        ]
        return item | {key: _renamed(item[key], count) for key in named}
    if isinstance(item, str):
        mark = f"-{count}" if re.fullmatch(r"[\w-]+", item) else f" {count}"
        return item[: len(item) - len(mark)] + mark if len(item) > 20 else item + mark
    return item


def _longer_text(value: str, ways: list[dict[str, Any]]) -> str:
    most = max((way["maxLength"] for way in ways if "maxLength" in way), default=len(value))
    longer = value + _WORDS * (most // len(_WORDS) + 1)
    return longer[: max(most, len(value))].rstrip()
