"""The fingerprint of what a rule read, so that an accepted warning comes back when an answer changes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from stratgen.analysis.keypaths import Path, find
from stratgen.engagement import Engagement, Record, Unknown

LENGTH = 8


def fingerprint(engagement: Engagement, reads: tuple[str, ...], here: Path) -> str:
    """Return the first 8 hex digits of SHA-256 over the answers at `reads`, as seen from the breach `here`."""
    if reads:
        values = [list(_read(engagement, _steps(each), here)) for each in reads]
    else:
        values = [[_plain(find(engagement, here))]]
    text = json.dumps(values, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:LENGTH]


def _steps(reads: str) -> list[str]:
    return reads.replace("[", ".[").split(".")


def _read(value: Any, steps: list[str], here: Path | None) -> Iterator[Any]:
    """Return the values at `steps`; `here` is what remains of the breach's path, None once off it."""
    if not steps:
        yield _plain(value)
        return
    step, rest = steps[0], steps[1:]
    nearest = here[0] if here else None
    for name, inner in _children(value, step):
        if step == "[]" and isinstance(nearest, int) and name != nearest:
            continue
        yield from _read(inner, rest, here[1:] if here and name == nearest else None)


def _children(value: Any, step: str) -> Iterator[tuple[str | int, Any]]:
    if step in ("[]", "[*]"):
        yield from enumerate(value if isinstance(value, tuple) else ())
    elif step == "*" and isinstance(value, Record):
        yield from ((name, getattr(value, name)) for name in type(value).model_fields)
    else:
        yield step, find(value, (step,))


def _plain(value: Any) -> Any:
    if isinstance(value, (Record, Unknown)):
        return value.model_dump(mode="json")
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    return value
