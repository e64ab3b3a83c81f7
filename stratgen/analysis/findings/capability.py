"""What the team and those around it can carry: the mirror of customers, the coalition, SPOT ON, derived items."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from stratgen.analysis.findings.standing import Score
from stratgen.engagement.maturity import DerivedItem
from stratgen.engagement.stakeholders import Department


@dataclass(frozen=True, slots=True)
class Cover:
    """One of the four covers of the team mirror: 0 to 100, and what is missing, in words."""

    key: Literal["language", "hours", "skill", "fluency"]
    name: str
    score: Score
    gaps: tuple[str, ...]
    """Each a sentence without its full stop; about languages, hours, skills and channels, never about people."""


@dataclass(frozen=True, slots=True)
class Mirror:
    """How far the team matches its customers on lawful attributes (domain 5.8): 0 to 100."""

    score: Score
    """The mean of the covers that were scored."""
    covers: tuple[Cover, Cover, Cover, Cover]
    asked: bool
    """False where the questions on skills and languages were left out, as the short interview does."""

    @property
    def gaps(self) -> tuple[str, ...]:
        """What is missing, over all covers."""
        return tuple(gap for cover in self.covers for gap in cover.gaps)


@dataclass(frozen=True, slots=True)
class Coalition:
    """How far the strategy is carried (domain 5.10): -1 (all against) to 1 (all for). Counts only, no names."""

    score: Score
    fragile: bool
    """Under 0.2: the first quarter starts with champions and the case, not with a rollout."""
    champions: int
    champion_departments: tuple[Department, ...]
    champions_by_department: tuple[tuple[Department, int], ...]
    """How many champions each department has; departments without one are left out."""
    sponsors: int
    """How many could sponsor it, or are named to."""
    resistance: int
    resistance_departments: tuple[Department, ...]
    interviewed: int
    departments: tuple[Department, ...]


@dataclass(frozen=True, slots=True)
class SpotInput:
    """One input of a bar: 0 to 100, or None where it is missing and counts as 0."""

    words: str
    value: float | None


@dataclass(frozen=True, slots=True)
class SpotBar:
    """One of the six bars: 0 to 100; what is missing counts as 0."""

    key: Literal["S", "P", "O", "T", "O2", "N"]
    name: str
    value: float
    inputs: tuple[SpotInput, ...]


@dataclass(frozen=True, slots=True)
class SpotOn:
    """The SPOT ON view (domain 5.17): Strategy, People, Objectives, Tactics, Organise, Neutralise."""

    bars: tuple[SpotBar, SpotBar, SpotBar, SpotBar, SpotBar, SpotBar]

    @property
    def lowest(self) -> tuple[SpotBar, ...]:
        """The bar or bars that stand lowest."""
        least = min(bar.value for bar in self.bars)
        return tuple(bar for bar in self.bars if bar.value == least)


@dataclass(frozen=True, slots=True)
class Derived:
    """An item of the maturity module that also follows from other answers (domain 5.2, 5.3)."""

    item: DerivedItem
    derived: int | bool | None
    """A level, or true or false for a diagnostic; None where the answers behind it do not decide it."""
    given: int | bool | None
    """What was answered; None where that is unknown."""
    because: str
    """From which answers it follows, in words that stand alone; also where it cannot be derived."""
    reason: str
    """Why it stands at another level, as the answers have it; empty where no reason is given."""

    @property
    def departs(self) -> bool:
        """True where both values are known and differ."""
        return self.derived is not None and self.given is not None and self.derived != self.given
