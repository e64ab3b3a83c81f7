"""Values that are valid by default: `an_engagement()` is complete, and changes name what a test is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any

from pydantic import BaseModel

from stratgen.engagement import Engagement, Figure
from tests import specimen, specimen_governance
from tests.specimen import Plain

UNKNOWN = "unknown"
"""How an answer file says that something is not known."""

LEFT_OUT: Any = object()
"""A change that takes the key away."""


def answers(**changes: Any) -> Plain:
    """Return a complete set of answers as plain data.

    A change names its key path with two underscores a step, list positions included:
    `answers(purpose__driver="unclear", channels__0__status="none", board__benefits=LEFT_OUT)`.
    """
    plain = _specimen()
    for path, value in changes.items():
        _put(plain, path.split("__"), value)
    return plain


def an_engagement(**changes: Any) -> Engagement:
    """Return a complete engagement that breaks no rule, with `changes` as `answers` takes them."""
    return Engagement.model_validate(answers(**changes))


def _put(plain: Any, steps: list[str], value: Any) -> None:
    *way, last = (int(step) if step.isdigit() else step for step in steps)
    for step in way:
        plain = plain[step]
    if value is LEFT_OUT:
        del plain[last]
    else:
        plain[last] = value


def _specimen() -> Plain:
    first, second = specimen, specimen_governance
    return {
        "schema_version": 1,
        "engagement": first.engagement_set_up(),
        "purpose": first.purpose(),
        "personas": first.personas(),
        "channels": first.channels(),
        "service": first.service(),
        "stakeholders": first.stakeholders(),
        "legacy_practices": [
            {
                "practice": "Sending every question to the telephone",
                "harm": "Customers tell their story three times",
                "replacement": "The agent who reads it solves it",
                "owner": "Head of Customer Care",
                "by": "2027-06-30",
            }
        ],
        "team": first.team(),
        "baseline": first.baseline(),
        "maturity": first.maturity(),
        "objectives": first.objectives(),
        "focus_metrics": {"q1": "RR", "q2": "FRT", "q3": "FCR", "q4": "CSAT"},
        "tactics": second.tactics(),
        "tools": second.tools(),
        "voice": second.voice(),
        "terms": second.terms(),
        "credo": second.credo(),
        "governance": second.governance(),
        "training": second.training(),
        "policy": second.policy(),
        "risks": [
            second.risk("RSK-01", (2, 3)),
            second.risk("RSK-04", (2, 4), likelihood=3, impact=5),
            second.risk("RSK-10", (3, 3)),
        ],
        "board": second.board(),
        "vision": second.vision(),
        "initiatives": [
            second.initiative("I-02", "Q1"),
            second.initiative("I-12", "Q2", depends_on=["I-02"], owner="Head of Customer Care"),
            second.initiative("I-14", "Q3", depends_on=["I-12"]),
            second.initiative("I-30", "Q4", owner="Chief Operating Officer", objective="listen-well"),
        ],
        "alignment": second.alignment(),
        "first_contact": second.first_contact(),
        "rhythm": second.rhythm(),
        "sign_off": second.sign_off(),
    }


def paths(**changes: Any) -> tuple[str, ...]:
    """Return the key path of every answer of the specimen with changes, with two underscores a step."""
    return tuple(_paths(an_engagement(**changes), ""))


def with_holes(holes: Iterable[str], **changes: Any) -> Engagement:
    """Return the specimen with the answers at these paths unknown; a hole in a list swallows those below.

    `changes` are made first, so that there can be holes in what they add.
    """
    wanted = set(holes)
    kept = [path for path in wanted if not any(path.startswith(f"{other}__") for other in wanted)]
    return an_engagement(**(deepcopy(changes) | dict.fromkeys(kept, UNKNOWN)))


def _paths(record: BaseModel, prefix: str) -> Iterator[str]:
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name in ("evidence", "schema_version", "overrides") or value is None:
            continue
        if isinstance(value, BaseModel) and not isinstance(value, Figure):
            yield from _paths(value, f"{prefix}{name}__")
            continue
        yield f"{prefix}{name}"
        if isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from _paths(item, f"{prefix}{name}__{number}__")
