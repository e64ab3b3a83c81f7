"""What a rule is: its number, what it reads, and a function that says where it does not hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from stratgen.analysis.calendar import Quarters
from stratgen.analysis.findings import (
    CareCapacity,
    Case,
    Channels,
    Derived,
    Evidence,
    Kpi,
    ObjectiveFinding,
    Orientation,
    Placement,
)
from stratgen.analysis.findings.judgement import ResolutionFinding
from stratgen.analysis.keypaths import Path, Question
from stratgen.analysis.open_points import Due
from stratgen.catalogue import Catalogue
from stratgen.engagement import Engagement, known

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Ground:
    """What rules judge: the answers, and what analysis has already made of them."""

    engagement: Engagement
    catalogue: Catalogue
    asked: tuple[Question, ...]
    due: tuple[Due, ...]
    kpis: dict[str, Kpi]
    channels: Channels
    placement: Placement
    orientation: Orientation
    case: Case
    evidence: Evidence
    capacity: CareCapacity
    objectives: tuple[ObjectiveFinding, ...]
    """In the order of the answers, as `records` has them."""
    resolutions: tuple[ResolutionFinding, ...]
    derived: tuple[Derived, ...]
    """The maturity items that also follow from other answers."""
    starts: Quarters | None
    """First days of the four quarters."""
    errors: int = 0
    """Errors of the other rules; only rules that judge last are told."""
    severities: Mapping[str, Severity] = field(default_factory=dict)
    """Every rule and its severity; only rules that judge last are told."""

    @property
    def day(self) -> date | None:
        """The pack's date; None where it is not known."""
        return known(self.engagement.engagement.pack.date)


@dataclass(frozen=True, slots=True)
class Breach:
    """One place where a rule does not hold."""

    path: Path
    what: str
    mend: str
    severity: Severity | None = None
    """Only where it differs from the rule's own."""
    of_source: bool = False
    """Whether it is about where the figure at `path` comes from, and not about its number."""


Judge = Callable[[Ground], Iterator[Breach]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One numbered rule."""

    id: str
    severity: Severity
    title: str
    reads: tuple[str, ...]
    """Key paths of the answers it reads. `[]` is the record that a breach is about (each of them in turn),
    `[*]` all records, `*` all fields. Without any it reads the answer at the breach alone."""
    judge: Judge
    last: bool = False
    """It judges after all others, and is told how many errors they found."""

    @property
    def number(self) -> int:
        """The number in its id."""
        return int(self.id[1:])


def rule(number: str, severity: Severity, *reads: str, last: bool = False) -> Callable[[Judge], Rule]:
    """Return the decorator that makes a rule of a function; the docstring's first line is its title."""

    def make(judge: Judge) -> Rule:
        title = (judge.__doc__ or "").strip().partition("\n")[0].rstrip(".")
        return Rule(number, severity, title, reads, judge, last)

    return make
