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


class Fingerprints:
    """The fingerprints of one client's answers; what does not hang on where a breach stands is read once."""

    def __init__(self, engagement: Engagement) -> None:
        self._engagement = engagement
        self._everywhere: dict[str, str] = {}

    def of(self, reads: tuple[str, ...], here: Path) -> str:
        """Return the first 8 hex digits of SHA-256 over the answers at `reads`, as seen from the breach `here`."""
        texts = [self._text(each, here) for each in reads]
        whole = f"[{','.join(texts)}]" if reads else _text([[_plain(find(self._engagement, here))]])
        return hashlib.sha256(whole.encode()).hexdigest()[:LENGTH]

    def _text(self, reads: str, here: Path) -> str:
        """Return the answers at one of the `reads` as JSON; only one that names `[]` depends on `here`."""
        if "[]" in reads:
            return _text(list(_read(self._engagement, _steps(reads), here)))
        if reads not in self._everywhere:
            self._everywhere[reads] = _text(list(_read(self._engagement, _steps(reads), None)))
        return self._everywhere[reads]


def _text(values: list[Any]) -> str:
    return json.dumps(values, sort_keys=True, ensure_ascii=True, separators=(",", ":"))


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
