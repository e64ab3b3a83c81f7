"""The JSON Schema of an answer file, so that an editor completes keys and choices while somebody types.

It is drawn from the models and says as much of them as a schema can; `load` remains the judge.
"""

from __future__ import annotations

from typing import Any

from stratgen.engagement import SCHEMA_VERSION, Engagement

Schema = dict[str, Any]

_UNKNOWN = {"$ref": "#/$defs/Unknown"}
_YES_NO = {"enum": [True, False, "yes", "no"]}
_WHOLE = ("Evidence", "Figure", "Override", "Period", "Unknown")
"""Records that are one answer: `unknown` does not spread over them."""


def schema() -> Schema:
    """Return the JSON Schema (2020-12) of an answer file of this version."""
    drawn = Engagement.model_json_schema()
    kinds: dict[str, Schema] = {name: _eased(kind) for name, kind in drawn.pop("$defs").items()}
    kinds["Unknown"] = _unknown(kinds["Unknown"])
    kinds["Period"] = _or(
        {"type": "string", "pattern": r"^\s*\d{4}-\d{2}(-\d{2})?(\s*(to|/)\s*\d{4}-\d{2}(-\d{2})?)?\s*$"},
        kinds["Period"],
    )
    kinds["Figure"] = _or({"type": "number"}, kinds["Figure"])
    records = {f"#/$defs/{name}" for name, kind in kinds.items()
               if kind.get("type") == "object" and name not in _WHOLE}  # fmt: skip
    body = _spread(_eased(drawn), records)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:stratgen:answers:{SCHEMA_VERSION}",
        **body,
        "title": "stratgen answer file",
        "description": "What a client has told us, in the order of the interview. Every answer may be unknown.",
        "$defs": {name: _spread(kind, records) for name, kind in sorted(kinds.items())},
    }


def _or(short: Schema, long: Schema) -> Schema:
    """Return the schema of an answer with a short form; its words stay where an editor finds them."""
    words: Schema = {name: long[name] for name in ("title", "description") if name in long}
    return {**words, "anyOf": [short, {name: part for name, part in long.items() if name not in words}]}


def _unknown(drawn: Schema) -> Schema:
    """`unknown` alone, or with the reason, the owner and the date."""
    return _or({"const": "unknown"}, {**drawn, "required": ["unknown"]})


def _eased(part: Any) -> Any:
    """Return a schema as a hand writes: yes for true, an empty key for no answer, one of several forms.

    `oneOf` becomes `anyOf`, because the word unknown is a text too. A pattern with `(?i:` is left out:
    the editors' dialect has no such group.
    """
    if isinstance(part, list):
        return [_eased(each) for each in part]
    if not isinstance(part, dict):
        return part
    if part.get("type") == "boolean":
        return {**{name: each for name, each in part.items() if name != "type"}, **_YES_NO}
    eased: Schema = {}
    for name, each in part.items():
        if name == "pattern" and "(?i" in str(each):
            continue
        eased["anyOf" if name == "oneOf" else name] = (
            each if name in ("examples", "default") else _eased(each)
        )
    if eased.get("default", 0) is None:
        del eased["default"]
    return eased


def _spread(part: Any, records: set[str]) -> Any:
    """Return a schema in which a whole record may be unknown."""
    if isinstance(part, list):
        return [_spread(each, records) for each in part]
    if not isinstance(part, dict):
        return part
    spread = {name: each if name == "examples" else _spread(each, records) for name, each in part.items()}
    if spread.get("$ref") in records:
        return {"anyOf": [{"$ref": spread.pop("$ref")}, _UNKNOWN], **spread}
    return spread
