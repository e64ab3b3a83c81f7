"""Where the organisation stands: scores, success factors, maturity, the board, customers' effort."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from stratgen.engagement import Unknown
from stratgen.engagement.maturity import Segment

Rating = Literal["Red", "Amber", "Green"]


@dataclass(frozen=True, slots=True)
class Score:
    """A number out of `asked` inputs of which `known` were given; None where fewer than 70 % were."""

    value: float | None
    known: int
    asked: int

    @property
    def partial(self) -> bool:
        """True where some inputs are missing, but few enough to score."""
        return self.value is not None and self.known < self.asked

    @property
    def scored(self) -> bool:
        """True where enough inputs were known."""
        return self.value is not None


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """One piece of evidence for a success factor: met 0, 0.5 or 1, or None where it is unknown."""

    words: str
    weight: int
    met: float | None


@dataclass(frozen=True, slots=True)
class SuccessFactor:
    """One of DSG's six critical success factors, scored 0 to 4 (domain 5.1)."""

    key: str
    """`csf1` to `csf6`."""
    name: str
    score: Score
    rating: Rating | None
    evidence: tuple[EvidenceItem, ...]


@dataclass(frozen=True, slots=True)
class SuccessFactors:
    """All six, their mean, the lowest, and the gate of domain 5.1."""

    factors: tuple[SuccessFactor, ...]
    overall: Score
    lowest: tuple[SuccessFactor, ...]
    gate: bool
    """True: the purpose is not established; only a pilot or "establish purpose first" may be recommended."""
    gate_reason: str


@dataclass(frozen=True, slots=True)
class Placement:
    """The place on the Social Maturity Index (domain 5.2): axes 0 to 100."""

    investment: Score
    innovation: Score
    segment: Segment | None
    borderline: bool
    balance: float | None
    unbalanced: bool
    observer_traits: int
    """How many of the four diagnostics are true."""
    disagree: bool
    """Three or more Observer traits, but another segment."""
    next_move: Literal["investment", "innovation", "hold"] | None
    next_move_why: str
    target: Segment | Unknown


@dataclass(frozen=True, slots=True)
class AreaLevel:
    """One of the nine areas: level 1 to 4, its orientation, and whether action is underway."""

    key: str
    name: str
    level: int | Unknown
    orientation: str
    """Naive, Transactional, Enlightened or Natural; empty where the level is unknown."""
    anchor: str
    """The description of the level, in our words; empty where it is unknown."""
    action: str


@dataclass(frozen=True, slots=True)
class Orientation:
    """The Naive to Natural profile (domain 5.3): index 1 to 4."""

    index: Score
    band: str
    areas: tuple[AreaLevel, ...]
    lowest: tuple[AreaLevel, ...]
    underway: int
    """How many of the nine areas have action underway."""
    held_back: bool
    """The leadership area stands at 1: "held back by leadership"."""
    target: float | Unknown


@dataclass(frozen=True, slots=True)
class BoardReadiness:
    """How ready the board is to decide with understanding (domain 5.4): 0 to 100."""

    score: Score
    level: Literal["low", "medium", "high"] | None


@dataclass(frozen=True, slots=True)
class Hoops:
    """The effort a customer meets (domain 5.6): 0 to 100."""

    score: Score
    level: Literal["low", "medium", "high"] | None
