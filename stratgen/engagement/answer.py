"""What one answer is: a value of its own kind, or an `Unknown` that says who will find out.

Records are never unknown themselves, only what stands in them: a chain such as `board.meeting.date`
is always safe to follow. `None` means that a question does not apply or was not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Annotated, Any, TypeVar, Union

from annotated_types import Len
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError

T = TypeVar("T")

REASON_NOT_ANSWERED = "not answered yet"
REASON_MALFORMED = "the answer given cannot be read"


def _iso(raw: Any) -> Any:
    if isinstance(raw, date) or (isinstance(raw, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", raw.strip())):
        return raw.strip() if isinstance(raw, str) else raw
    raise PydanticCustomError("day", "is not a date; write it like 2027-01-31")


Day = Annotated[date, BeforeValidator(_iso)]
"""A day, written as in ISO 8601: 2027-01-31."""


class Record(BaseModel):
    """A group of answers: frozen, and closed to names it does not know."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        allow_inf_nan=False,
        defer_build=True,
        populate_by_name=True,
        use_attribute_docstrings=False,
    )


class Unknown(BaseModel):
    """An answer that is not known yet: why, who will find out, and by when.

    It is empty (no items, false), so that a loop over it does nothing and a condition on it fails.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    reason: str = Field(
        default="",
        alias="unknown",
        title="Why is it not known yet?",
        description="One short sentence.",
        examples=["not measured yet"],
    )
    owner: str | None = Field(
        default=None,
        title="Who will find out?",
        description="A role, not a name.",
        examples=["Head of Insight"],
    )
    due: Day | None = Field(
        default=None, title="By when?", description="A date such as 2027-01-31.", examples=["2027-01-31"]
    )

    @model_validator(mode="before")
    @classmethod
    def _from_word(cls, raw: Any) -> Any:
        return {} if raw == "unknown" else raw

    def __iter__(self) -> Iterator[Any]:  # type: ignore[override]  # a hole holds no items
        return iter(())

    def __len__(self) -> int:
        return 0


def _kind(raw: object) -> str:
    if isinstance(raw, Unknown) or raw == "unknown":
        return "unknown"
    return "unknown" if isinstance(raw, dict) and "unknown" in raw else "answer"


# Union, not |: a type variable inside Annotated has no | operator at run time.
Answer = Annotated[
    Union[Annotated[T, Tag("answer")], Annotated[Unknown, Tag("unknown")]],  # noqa: UP007
    Discriminator(_kind),
]
"""A value of kind T, or `Unknown`."""


def known(answer: T | Unknown | None) -> T | None:
    """Return the value of an answer, or None where it is unknown or does not apply."""
    return None if isinstance(answer, Unknown) else answer


def records(answer: tuple[T, ...] | Unknown | None) -> tuple[T, ...]:
    """Return the records of a list answer; none where the list is unknown or does not apply."""
    return answer if isinstance(answer, tuple) else ()


class Choice(str, Enum):  # noqa: UP042 - a StrEnum takes no label
    """One of a few answers: the word in the file, and the label that people read."""

    label: str

    def __new__(cls, value: str, label: str) -> Choice:
        """Make the choice a text, and give it its label."""
        choice = str.__new__(cls, value)
        choice._value_ = value
        choice.label = label
        return choice

    def __str__(self) -> str:
        return str(self.value)


def ask(
    ref: str,
    title: str,
    description: str,
    example: object,
    *,
    unit: str = "",
    optional: bool = False,
    full: bool = False,
    inner: bool = False,
) -> Any:
    """Return the field of one question: its id in the register, its words, help and an example.

    An `optional` question is asked only where it applies, and a `full` one only in the full interview:
    both may be absent. An `inner` question belongs to a record of the full interview: it has to be answered
    once that record is there. `unit` is the unit of a figure ("minutes", "%"); it prints beside the number.
    """
    extra: dict[str, Any] = {"ref": ref, "level": "full" if full or inner else "core"}
    if unit:
        extra["unit"] = unit
    words: dict[str, Any] = {
        "title": title,
        "description": description,
        "examples": [example],
        "json_schema_extra": extra,
    }
    return Field(default=None, **words) if optional or full else Field(**words)


def line(least: int, most: int) -> StringConstraints:
    """Return the rule for a text of one line, `least` to `most` characters long."""
    return StringConstraints(strip_whitespace=True, min_length=least, max_length=most, pattern=r"^[^\n\r]*$")


def prose(least: int, most: int) -> StringConstraints:
    """Return the rule for a text that may have paragraphs and bullets, `least` to `most` characters long."""
    return StringConstraints(strip_whitespace=True, min_length=least, max_length=most)


def items(least: int, most: int) -> Len:
    """Return the rule for a list of `least` to `most` items."""
    return Len(least, most)


def _unique(values: tuple[T, ...]) -> tuple[T, ...]:
    seen: list[T] = []
    for value in values:
        if value in seen:
            raise PydanticCustomError("twice", "{value} stands there twice", {"value": str(value)})
        seen.append(value)
    return values


UNIQUE = AfterValidator(_unique)
"""No item twice."""

Role = Annotated[str, line(2, 80)]
"""A job title, never a person's name."""

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,39}$")]
"""A short name that other answers point at: a letter first, then letters, digits, - and _."""

Scale5 = Annotated[int, Field(ge=1, le=5)]
Level4 = Annotated[int, Field(ge=0, le=4)]
Percent = Annotated[float, Field(ge=0, le=100)]
Amount = Annotated[float, Field(ge=0, le=1e13)]
"""Money in the currency of the pack."""

Count = Annotated[int, Field(ge=0, le=10**10)]
Hours = Annotated[float, Field(ge=0, le=168)]
"""Hours a week, of one clock or one person."""

TeamHours = Annotated[float, Field(ge=0, le=20_000)]
"""Hours a week of all people together."""


class Quarter(Choice):
    """A quarter of the roadmap year, counted from its first day."""

    Q1 = "Q1", "Q1"
    Q2 = "Q2", "Q2"
    Q3 = "Q3", "Q3"
    Q4 = "Q4", "Q4"

    @property
    def position(self) -> int:
        """0 for Q1 to 3 for Q4."""
        return int(self.value[1]) - 1


_DAYS = "mon|tue|wed|thu|fri|sat|sun"
Days = Annotated[str, StringConstraints(pattern=rf"^({_DAYS})(-({_DAYS}))?$")]
Span = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$")]
OpeningHours = dict[Days, Span]
"""Hours of cover: `mon-fri: 07:00-19:00`, local time; a span that ends before it begins runs past midnight."""

WEEK: tuple[str, ...] = tuple(_DAYS.split("|"))


def days_of(days: str) -> tuple[str, ...]:
    """Return the days of a span such as `mon-fri`, in order; a span may run over the weekend."""
    first, _, last = days.partition("-")
    start, end = WEEK.index(first), WEEK.index(last or first)
    return WEEK[start : end + 1] if start <= end else WEEK[start:] + WEEK[: end + 1]


def round_the_clock(hours: OpeningHours) -> bool:
    """Return whether somebody is there at every hour of every day."""
    covered = {day for days, span in hours.items() if span == "00:00-24:00" for day in days_of(days)}
    return covered == set(WEEK)


def weekly_hours(hours: OpeningHours) -> float:
    """Return the hours of cover in a week (0 to 168)."""
    total = 0.0
    for days, span in hours.items():
        opens, closes = minutes_of(span)
        total += len(days_of(days)) * (closes - opens) / 60
    return total


def minutes_of(span: str) -> tuple[int, int]:
    """Return when a span of hours opens and closes, in minutes from the midnight before it opens.

    One that ends before it begins closes on the next day, so beyond 1 440; one that ends when it begins lasts no
    time.
    """
    opens, closes = (int(part[:2]) * 60 + int(part[3:]) for part in span.split("-"))
    return opens, closes if closes >= opens else closes + 24 * 60
