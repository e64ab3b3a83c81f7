"""What it is worth: the cost of silence, the benefits, and the tools that were considered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from stratgen.analysis.findings.standing import Score
from stratgen.catalogue import CriterionEntry
from stratgen.engagement import Grade, Unknown
from stratgen.engagement.money import Benefit
from stratgen.engagement.tactics import ToolCandidate

Range = tuple[float, float, float]
"""Low, base and high."""


@dataclass(frozen=True, slots=True)
class Silence:
    """What unanswered messages may cost in a year (domain 5.11); illustrative, never a forecast."""

    unanswered: float | None
    """Messages a year that need a reply and get none."""
    customers: float | None
    """Customers a year who are left without an answer."""
    low: float | None
    base: float | None
    high: float | None
    """Money a year at half, at all, and at one and a half times the client's own leave rate."""
    reason: str
    """Why no range is given, in words that follow "Not shown, because"; empty where it is."""
    weakest: Grade | None
    """The lowest grade among the figures it rests on; None where one has no grade or is missing."""
    channels: int
    """How many channels are counted: those whose volume and response rate are known."""
    left_out: int
    """How many channels take messages but lack one of the two numbers."""

    @property
    def shown(self) -> bool:
        """True where the range may be printed."""
        return self.base is not None


@dataclass(frozen=True, slots=True)
class BenefitFinding:
    """One benefit a year as a range, in the pack's currency (domain 5.12)."""

    benefit: Benefit
    kind: Literal["deflection", "first_contact", "typed"]
    """How the amounts came about: worked out from contacts and costs, or as they were typed."""
    low: float | None
    base: float | None
    high: float | None
    counted: bool
    """False where another benefit before it is about the same contacts; those are counted once only."""
    budget_cut: bool
    """A cut of a budget has been agreed for it; otherwise it is capacity released."""

    @property
    def amounts(self) -> tuple[float | Unknown, float | Unknown, float | Unknown]:
        """Low, base and high as they print: an open point where one is not known."""
        typed = self.benefit.low, self.benefit.base, self.benefit.high
        worked = self.low, self.base, self.high
        low, base, high = (
            one if one is not None else other for one, other in zip(worked, typed, strict=True)
        )
        return low, base, high

    @property
    def range(self) -> Range | None:
        """Low, base and high; None where one of them is not known."""
        if self.low is None or self.base is None or self.high is None:
            return None
        return self.low, self.base, self.high


@dataclass(frozen=True, slots=True)
class Benefits:
    """All benefits a year, and what remains of them after the cost (domain 5.12)."""

    findings: tuple[BenefitFinding, ...]
    total: Range | None
    """Of the benefits that are counted; None where there are none or an amount is not known."""
    released: Range | None
    """The part of the total that is capacity released."""
    cut: Range | None
    """The part of the total for which a cut of a budget has been agreed."""
    net: Range | None
    """The total less the recurring cost of a full year."""
    payback: tuple[float | None, float | None, float | None]
    """Months until the one-off cost is back: low, base, high. None where it does not pay back, or is not scored."""
    payback_words: tuple[str, str, str]
    """"8 months", "Does not pay back in the period", or "Not scored"; low, base, high."""

    @property
    def short(self) -> Range | None:
        """By how much low, base and high fall short of the recurring cost of a full year; 0 where they cover it."""
        if self.net is None:
            return None
        low, base, high = (max(0.0, -value) for value in self.net)
        return low, base, high


@dataclass(frozen=True, slots=True)
class ToolScore:
    """One tool that was considered: its weighted score, 0 to 5, and whether it may be chosen (domain 5.13)."""

    candidate: ToolCandidate
    name: str
    score: Score
    unmet: tuple[CriterionEntry, ...]
    """The must-haves it does not meet: any of them excludes it, whatever the score."""
    open: tuple[CriterionEntry, ...]
    """The must-haves nobody has judged yet: until then it has no rank."""
    rank: int | None
    """Among the tools that meet every must-have; equal scores share one."""

    @property
    def excluded(self) -> bool:
        """True where a must-have is not met."""
        return bool(self.unmet)


@dataclass(frozen=True, slots=True)
class ToolEvaluation:
    """The tools that were considered, in the order of the answers, and the criteria they were judged by."""

    criteria: tuple[CriterionEntry, ...]
    tools: tuple[ToolScore, ...]
    first: tuple[ToolScore, ...]
    """The tool that ranks first, or those that share the first rank."""
    decide_by: date | None
