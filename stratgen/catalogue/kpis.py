"""The measures of the trade (domain 8), and the values that others have published for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from stratgen.catalogue.entry import SETTINGS, Aside, Name, Ref, Sentence

FRESH_YEARS = 3
"""A published value older than this many years is marked as dated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """What somebody has published for a measure: context beside the client's own figure, never a target."""

    __pydantic_config__ = SETTINGS

    says: Sentence
    source: Name
    year: Annotated[int, Field(ge=1990, le=2100)] | None = None
    """The year that the value is for; None where its page bears no date."""
    checked: bool = True
    """False where nobody has read it at its source; such a value is never printed."""

    def is_dated(self, on: date) -> bool:
        """Tell whether the value is old on a day, or bears no year at all."""
        return self.year is None or on.year - self.year > FRESH_YEARS


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiEntry:
    """One measure: how it is counted, which way is better, and what it may not cost."""

    __pydantic_config__ = SETTINGS

    id: str
    name: Name
    short: Name
    unit: Name
    direction: Literal["up", "down"]
    formula: Sentence
    as_of: date
    source: Sentence
    clock: Literal["", "business hours", "clock hours"] = ""
    lowest: float | None = None
    highest: float | None = None
    above_lowest: bool = False
    """True where the lowest value itself is not possible: a cost or a duration of nothing."""
    guard: tuple[Ref, ...] = ()
    """Ids of the measures that must not get worse."""
    excludes: Aside = ""
    """What is not counted."""
    social: Literal["yes", "with_adaptation", "no"] = "yes"
    """Whether it can be used on social."""
    adaptation: Aside = ""
    """How it is adapted, where it is."""
    plain: Aside = ""
    """What it is in plain words, where its name is a term of the trade; the board brief says it."""
    leading: bool = False
    """It moves from week to week."""
    lagging: bool = False
    """It shows what the work has come to."""
    diagnostic: bool = False
    """It explains; it is no target for a person."""
    flow: bool = False
    """It may carry a daily or hourly target."""
    benchmarks: tuple[Benchmark, ...] = ()
    note: Aside = ""

    @property
    def published(self) -> tuple[Benchmark, ...]:
        """The published values that may be printed: those read at their source."""
        return tuple(each for each in self.benchmarks if each.checked)

    @model_validator(mode="after")
    def _whole(self) -> KpiEntry:
        if self.lowest is not None and self.highest is not None and self.lowest >= self.highest:
            raise ValueError("lowest is not below highest")
        if self.social == "with_adaptation" and not self.adaptation:
            raise ValueError("adaptation is missing, though the measure is adapted to social")
        if self.leading and self.lagging:
            raise ValueError("a measure is leading or lagging, not both")
        return self
