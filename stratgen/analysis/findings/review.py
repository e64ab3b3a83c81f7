"""The review of a quarter: where the objectives and the initiatives stand since the start."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from stratgen.analysis.findings.standing import Rating
from stratgen.analysis.findings.work import Kpi
from stratgen.engagement import Figure, Quarter
from stratgen.engagement.objectives import Commitment, Objective
from stratgen.engagement.progress import Actual, Delivery, DeliveryStatus, Response
from stratgen.engagement.vision import Initiative

Standing = Rating | Literal["not started"]


@dataclass(frozen=True, slots=True)
class Stand:
    """How one measured value stands against the line of its measure."""

    quarter: Quarter | None
    value: float | None
    expected: float | None
    """The target at the end of the quarter."""
    done: float | None
    elapsed: float | None
    """Share of the way that was due; see `ReviewFinding.elapsed`."""
    rating: Standing | None
    grade: float | None
    """0 to 1, once the quarter has ended; None where nothing was due of it."""
    why: str


@dataclass(frozen=True, slots=True)
class ReviewFinding:
    """Where one objective stands, or a measure without an objective (domain 5.15)."""

    objective: Objective | None
    """None for a measure that no objective is about."""
    kpi: Kpi
    baseline: float | None
    target: float | None
    """At the end of the due quarter; None for a measure without a target."""
    due: Quarter | None
    actuals: tuple[tuple[Quarter, Figure], ...]
    """All values measured so far, by quarter."""
    actual: Actual | None
    """The latest of them; None where none was measured, or none in a quarter in review that is over."""
    standings: tuple[Stand, ...]
    """Each of them with its own rating, by quarter; the fields below repeat the last, where it is `actual`."""
    expected: float | None
    """The target at the end of the actual's quarter, or of the quarter in review that brought no value."""
    done: float | None
    """Share of the way from baseline to target; under 0 it went the wrong way, over 1 beyond the target."""
    elapsed: float | None
    """Share of the way that was due when the actual was measured, 0 to 1. On a straight line it is the share of the
    objective's period that had passed (domain 5.15)."""
    rating: Standing | None
    """None where it cannot be judged; `why` then says what is missing."""
    grade: float | None
    """Of the key result, 0 to 1, once the actual's quarter has ended: the share of that quarter's step."""
    grade_rating: Rating | None
    commitment: Commitment | None
    meets_commitment: bool | None
    """A committed key result is expected at 1.0, an aspirational one at 0.6 or more; None where not graded."""
    why: str
    """What is missing for a rating; empty where there is one."""
    response: Response | None = None
    """What the answers say is done about it; None where they name nothing."""
    late: Standing | None = None
    """How its 90th percentile stands by its own line; None where it has none, or was not measured."""

    @property
    def earlier(self) -> tuple[Quarter, Figure] | None:
        """The last value, with its quarter, where the quarter in review brought none; else None."""
        return self.actuals[-1] if self.actual is None and self.actuals else None

    @property
    def expectation(self) -> str:
        """What the grade should be: "1.0", "0.6 to 0.7", or nothing where no commitment was stated."""
        if self.commitment is None:
            return ""
        return "1.0" if self.commitment is Commitment.COMMITTED else "0.6 to 0.7"


@dataclass(frozen=True, slots=True)
class DeliveryFinding:
    """Where one initiative of the roadmap stands."""

    initiative: Initiative
    delivery: Delivery | None
    """What was reported; None where nothing was."""
    status: DeliveryStatus | None
    rating: Standing | None
    """None where nothing was reported and nothing is due yet."""
    why: str
    """One sentence without its full stop that says why, where the rating is not plainly the status's own."""
    response: Response | None = None
    """What the answers say is done about it; None where they name nothing."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The review: one line an objective or measure, one an initiative."""

    as_of: date | None
    quarter: Quarter
    """The quarter in review: the latest with a value, or else the last that has ended."""
    elapsed: float | None
    """Share of the roadmap year that has passed on that day, 0 to 1; None without a day or a start."""
    findings: tuple[ReviewFinding, ...]
    deliveries: tuple[DeliveryFinding, ...]
    ended: tuple[Quarter, ...] = ()
    """The quarters that were over on the day of the review."""
    left: float | None = None
    """What is left of the year's money; None where it is not said what was spent."""
    unused: float = 0.0
    """What of the money of the quarters that are over was not spent; negative where more was."""
    free: float | None = None
    """What of the money that is left has been released already; None where nothing is said of it."""

    @property
    def unrated(self) -> tuple[ReviewFinding, ...]:
        """The objectives and measures that are neither Green, Amber nor Red."""
        return tuple(each for each in self.findings if each.rating not in ("Green", "Amber", "Red"))

    @property
    def overspent(self) -> float:
        """What was spent beyond the money of the quarters that are over; 0 where it was not."""
        return max(0.0, -self.unused)

    @property
    def beyond_budget(self) -> float:
        """What was spent beyond the money of the whole year; 0 where it was not, or is not said."""
        return max(0.0, -(self.left or 0.0))

    @property
    def behind(self) -> tuple[ReviewFinding, ...]:
        """The objectives and measures that are Red, then those that are Amber."""
        return self.rated("Red") + self.rated("Amber")

    def rated(self, rating: Standing) -> tuple[ReviewFinding, ...]:
        """Return the objectives and measures of one rating."""
        return tuple(each for each in self.findings if each.rating == rating)
