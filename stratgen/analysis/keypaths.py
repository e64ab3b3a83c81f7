"""Key paths of the answers: as text, as words that people read, and the walk over every question.

A path is a tuple of field names, list positions (from 0) and dictionary keys. It knows nothing of files;
whoever has the file turns the path into a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from stratgen.engagement import Engagement, Evidence, Figure, Record, Unknown
from stratgen.engagement.stakeholders import Stakeholder

Step = str | int
Path = tuple[Step, ...]

_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")
_LEAVES = (Figure, Evidence, Unknown)
_NAMES = (
    "id", "role", "name", "channel", "kpi", "audience", "title", "topic", "trait", "item", "content",
    "category", "body", "country", "by", "practice", "brand", "reason", "rule",
)  # fmt: skip
"""The answers that name a record best, best first."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question as it was asked of one record, and its answer."""

    path: Path
    title: str
    ref: str
    """Its id in the register, such as `CHN-05`."""
    core: bool
    answer: Any
    """A value, an `Unknown`, or None where it was not asked."""


def path_text(path: Path) -> str:
    """Return a path as text: `channels[1].owner`; it ends before a key that itself holds dots or brackets."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        elif re.search(r"[.\[\]]", step):
            return text
        else:
            text += f".{step}" if text else step
    return text


def path_parts(text: str) -> Path:
    """Return the steps of a path written as text: `channels[1].owner` is channels, 1, owner."""
    return tuple(int(index) if index else name for index, name in _STEP.findall(text))


def find(root: Any, path: Path) -> Any:
    """Return what stands at a path, or None where the path leads nowhere."""
    for step in path:
        if isinstance(step, int):
            root = root[step] if isinstance(root, tuple) and step < len(root) else None
        elif isinstance(root, dict):
            root = next((value for key, value in root.items() if str(key) == step), None)
        else:
            root = getattr(root, step, None)
    return root


def place(engagement: Engagement, path: Path) -> str:
    """Return a path in words: "Channels 2 (facebook), owner"; list positions count from 1."""
    words: list[str] = []
    standing: Any = engagement
    for step in path:
        standing = find(standing, (step,))
        if isinstance(step, int):
            words[-1] += f" {step + 1}{_called(standing)}"
        else:
            words.append(step.replace("_", " "))
    text = ", ".join(words)
    return text[:1].upper() + text[1:]


def _called(record: Any) -> str:
    if not isinstance(record, Record):
        return ""
    # The name of a stakeholder stays in the answer file (domain 4.6).
    fields = ("role",) if isinstance(record, Stakeholder) else _NAMES
    named = (getattr(record, name, None) for name in fields)
    name = next((name for name in named if isinstance(name, str)), "")
    return f" ({name})" if name else ""


def questions(record: Record, path: Path = (), within_core: bool = True) -> Iterator[Question]:
    """Return every question of a record and of the records in it, in the order of the answer file.

    Not `within_core`: the record belongs to a question of the full interview, and so do all in it.
    """
    for name, title, ref, core in _plan(type(record)):
        answer = getattr(record, name)
        here = (*path, name)
        if isinstance(answer, Record) and not isinstance(answer, _LEAVES):
            yield from questions(answer, here, within_core)
            continue
        if ref:
            yield Question(here, title, ref, core and within_core, answer)
        if isinstance(answer, tuple):
            for position, item in enumerate(answer):
                if isinstance(item, Record) and not isinstance(item, _LEAVES):
                    yield from questions(item, (*here, position), core and within_core)


@cache
def _plan(model: type[Record]) -> tuple[tuple[str, str, str, bool], ...]:
    """Return the fields of a record: name, the question, its id in the register, and whether it is core."""
    plan = []
    for name, field in model.model_fields.items():
        extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
        ref = str(extra.get("ref", ""))
        plan.append((name, field.title or name, ref, extra.get("level") == "core"))
    return tuple(plan)
