"""The libraries that suggestions come from: risks and initiatives (domain 12), each with what sets it off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from stratgen.catalogue.entry import SETTINGS, Aside, Line, Ref, Sentence

RiskKind = Literal[
    "reputation", "conduct", "data", "people", "security", "operations", "strategy", "supplier"
]
Title = Annotated[Line, Field(min_length=5, max_length=100)]
Part = Annotated[Line, Field(min_length=5)]


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskEntry:
    """A risk that comes up again and again: cause, event, effect, what is done, and the sign that it is coming."""

    __pydantic_config__ = SETTINGS

    id: str
    category: RiskKind
    cause: Part
    event: Part
    effect: Part
    mitigation: Annotated[Sentence, Field(min_length=5, max_length=300)]
    sign: Part
    trigger: Ref
    """What in the answers sets it off: a name of `triggers.toml`."""
    as_of: date
    source: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeEntry:
    """A piece of work that closes a gap; effort 1 (days) to 5 (a quarter for a team)."""

    __pydantic_config__ = SETTINGS

    id: str
    title: Title
    quarter: Literal["Q1", "Q2", "Q3", "Q4"]
    deliverable: Line
    key_result: Line
    done_when: Line
    effort: Annotated[int, Field(ge=1, le=5)]
    trigger: Ref
    """What in the answers sets it off: a name of `triggers.toml`."""
    as_of: date
    source: Sentence
    needs: tuple[Ref, ...] = ()
    """Ids of the initiatives that come first, where they are in the plan."""
    impact: Annotated[int, Field(ge=1, le=5)] = 3
    urgency: Annotated[int, Field(ge=1, le=5)] = 3
    """How much it helps, and how soon it is due: with the effort they make its priority (domain 5.18)."""
    kpi: Aside = ""
    """Id of the measure that shows its effect; empty where no measure of the catalogue does."""
