"""Where a figure comes from: period, source and grade, given once for a record or beside one figure."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import cache
from typing import Annotated, Any, get_args

from pydantic import Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from stratgen.engagement.answer import Choice, Day, Record, line


class Grade(Choice):
    """How far a figure can be trusted (domain 5.14)."""

    A = "A", "A, measured within the last six months"
    B = "B", "B, measured six to eighteen months ago, or a sample of 100 or more"
    C = "C", "C, estimated by a named role"
    D = "D", "D, assumed"


_DAY = r"\d{4}-\d{2}(?:-\d{2})?"
_PERIOD = re.compile(rf"^\s*({_DAY})(?:\s*(?:to|/)\s*({_DAY}))?\s*$")


class Period(Record):
    """The days that a figure covers, first and last included."""

    start: Day = Field(title="First day?", description="Included.", examples=["2026-07-01"])
    end: Day = Field(title="Last day?", description="Included.", examples=["2026-09-30"])

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, raw: Any) -> Any:
        """Read "2026-07 to 2026-09", "2026-07-01 to 2026-09-30" or "2026-09"."""
        if not isinstance(raw, str):
            return raw
        found = _PERIOD.match(raw)
        if not found:
            raise PydanticCustomError(
                "period", "is not a period; write it like 2026-07 to 2026-09, or 2026-09-01 to 2026-09-28"
            )
        first, last = found[1], found[2] or found[1]
        return {"start": first if len(first) > 7 else f"{first}-01", "end": _last_day(last)}

    @model_validator(mode="after")
    def _in_order(self) -> Period:
        if self.end < self.start:
            raise PydanticCustomError("period", "ends before it starts; write the earlier date first")
        return self


def _last_day(text: str) -> str:
    if len(text) > 7:
        return text
    year, month = int(text[:4]), int(text[5:7])
    if not 1 <= month <= 12:
        raise PydanticCustomError("period", "has no such month; write it like 2026-07 to 2026-09")
    return f"{text}-{monthrange(year, month)[1]:02d}"


class Evidence(Record):
    """Where all the figures of a record come from."""

    period: Period = Field(
        title="Which period do the figures cover?",
        description="First and last month or day.",
        examples=["2026-07 to 2026-09"],
        json_schema_extra={"ref": "CHN-11"},
    )
    source: Annotated[str, line(3, 160)] = Field(
        title="Where do the figures come from?",
        description="A system, a report or a role.",
        examples=["Contact centre platform export"],
        json_schema_extra={"ref": "CHN-11"},
    )
    grade: Grade = Field(
        title="How sure are we of the figures?",
        description="A measured in the last six months; B older or a sample of 100 or more; C an estimate by"
        " a named role; D an assumption.",
        examples=["B"],
        json_schema_extra={"ref": "CHN-11"},
    )


class Figure(Record):
    """A number that prints, with its unit and its evidence.

    In the answer file it is a bare number where its record states the evidence once; the long form is
    for the exception.
    """

    value: float = Field(title="Which number?", description="The bare number.", examples=[340])
    unit: str = Field(
        default="",
        title="In which unit?",
        description="Only where it differs from the question's own.",
        examples=["minutes"],
    )
    period: Period | None = Field(
        default=None,
        title="Which period does it cover?",
        description="Only where it differs from the record's.",
        examples=["2026-09"],
    )
    source: str = Field(
        default="",
        title="Where does it come from?",
        description="Only where it differs from the record's.",
        examples=["A count by hand"],
    )
    grade: Grade | None = Field(
        default=None,
        title="How sure are we of it?",
        description="A, B, C or D; only where it differs from the record's.",
        examples=["C"],
    )

    @model_validator(mode="before")
    @classmethod
    def _from_number(cls, raw: Any) -> Any:
        if isinstance(raw, (int, float)) and not isinstance(raw, bool):
            return {"value": raw}
        if isinstance(raw, (str, bool, list)):
            raise PydanticCustomError(
                "figure", "is not a number; write the bare number, or value, unit, period, source and grade"
            )
        return raw


class Evidenced(Record):
    """A record that may say once, under `evidence`, where all the figures below it come from."""

    evidence: Evidence | None = Field(
        default=None,
        title="Where do these figures come from?",
        description="Period, source and grade, once for all the figures here; beside a figure, only what"
        " differs.",
        examples=[{"period": "2026-07 to 2026-09", "source": "Contact centre platform export", "grade": "B"}],
        json_schema_extra={"ref": "CHN-11"},
    )

    @model_validator(mode="before")
    @classmethod
    def _hand_down(cls, raw: Any) -> Any:
        if not isinstance(raw, dict):
            return raw
        evidence = _as_evidence(raw.get("evidence"))
        handed = dict(raw)
        if evidence is not None:
            handed["evidence"] = evidence
        for name, (kind, unit) in _heirs(cls).items():
            if name in handed:
                handed[name] = _inherit(handed[name], kind, unit, evidence)
        return handed


def _as_evidence(raw: Any) -> Evidence | None:
    if isinstance(raw, Evidence):
        return raw
    try:
        return Evidence.model_validate(raw)
    except ValidationError:
        return None  # the field itself reports what is wrong with it


def _inherit(raw: Any, kind: str, unit: str, evidence: Evidence | None) -> Any:
    if kind == "records" and isinstance(raw, (list, tuple)):
        return [_inherit(item, "record", unit, evidence) for item in raw]
    if kind == "record":
        needs = isinstance(raw, dict) and evidence is not None and not raw.get("evidence")
        return {**raw, "evidence": evidence} if needs else raw
    if isinstance(raw, (int, float)) and not isinstance(raw, bool):
        raw = {"value": raw}
    if kind != "figure" or not isinstance(raw, dict) or "value" not in raw:
        return raw
    base: dict[str, Any] = {"unit": unit}
    if evidence is not None:
        base |= {"period": evidence.period, "source": evidence.source, "grade": evidence.grade}
    return base | raw


@cache
def _heirs(model: type[Record]) -> dict[str, tuple[str, str]]:
    """Return the fields of a record that inherit evidence: what they are, and the unit of a figure."""
    heirs: dict[str, tuple[str, str]] = {}
    for name, field in model.model_fields.items():
        extra = field.json_schema_extra
        unit = str(extra.get("unit", "")) if isinstance(extra, dict) else ""
        classes = set(_classes(field.annotation)) | {c for m in field.metadata for c in _classes(m)}
        if Figure in classes:
            heirs[name] = ("figure", unit)
        elif any(issubclass(each, Evidenced) for each in classes):
            heirs[name] = ("records" if "tuple" in str(field.annotation) else "record", unit)
    return heirs


def _classes(annotation: Any) -> list[type]:
    if isinstance(annotation, type) and not get_args(annotation):
        return [annotation]
    return [found for part in get_args(annotation) for found in _classes(part)]
