"""What a board weighs: risks, options and money."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from stratgen.analysis.findings.standing import Score
from stratgen.engagement import known, records
from stratgen.engagement.board import Option, Resolution
from stratgen.engagement.risks import Risk

Tie = Literal["effect", "adopt", "report"]
"""What the day of a resolution means: it takes effect from it, its policy is adopted by it, or a report is due."""


@dataclass(frozen=True, slots=True)
class RiskFinding:
    """One risk with its products (domain 5.16): 1 to 25."""

    risk: Risk
    name: str
    sentence: str
    """Cause, event and effect, each as a part with its name; empty where one of them is unknown."""
    inherent: int | None
    inherent_band: str
    residual: int | None
    residual_band: str
    principal: bool
    """The board sees it (see `risks.principal`)."""


@dataclass(frozen=True, slots=True)
class OptionFinding:
    """One option with its weighted score (domain 5.13): 1 to 5."""

    option: Option
    score: Score
    recommended: bool
    rank: int | None


@dataclass(frozen=True, slots=True)
class Case:
    """The board case in numbers."""

    options: tuple[OptionFinding, ...]
    recommended: OptionFinding | None
    top: OptionFinding | None
    reason: str
    """The first sentence of why the recommended option is; empty where that is not known."""
    short_reason: str
    """The same where it is short enough for the summary beside the option's name; empty where it is not."""
    robust: bool | None
    """The winner stays first when any one weight moves by ten points; None where not scored."""
    cost_total: float | None
    one_off: float | None
    yearly: float | None
    """The yearly lines in year one, which may run for a part of it only."""
    full_year: float | None
    """The yearly lines over twelve months in which all of them run."""
    part_year: bool
    """A yearly line costs another amount in a full year than in year one."""
    by_quarter: tuple[float, float, float, float]
    benefit_low: float | None
    benefit_base: float | None
    benefit_high: float | None
    full_year_open: int = 0
    """Yearly lines that start after the first quarter and give no amount of twelve months: `full_year` and what
    follows from it count them with their part of the year, so that a full year may cost more."""


@dataclass(frozen=True, slots=True)
class ResolutionFinding:
    """One resolution, and what its own words say already."""

    number: int
    resolution: Resolution
    tie: Tie
    tells_amount: bool
    """Its words name the amount, so that it is not printed again."""
    tells_day: bool
    """Its words name the day, so that it is not printed again."""
    awaits_law: bool
    """It has the policy adopted while a legal review is open, and its words do not say so."""
    named: tuple[date, ...]
    """The other days that its words name in full."""
    noted: bool = False
    """It is noted in the meeting itself, so that no report follows on its day."""

    @property
    def happens(self) -> str:
        """What falls on its day, right after "Resolution 2": the same words wherever the day is printed."""
        words = {
            "effect": " takes effect",
            "adopt": ": the policy may be adopted",
            "report": ": first report",
        }
        return ": noted" if self.noted else words[self.tie]

    @property
    def days(self) -> tuple[tuple[date, str], ...]:
        """The days that it names beside its own, each with what happens on it; empty words where nobody said it."""
        said = {
            day: known(each.what) or "" for each in records(self.resolution.days) if (day := known(each.day))
        }
        return tuple(sorted((dict.fromkeys(self.named, "") | said).items()))
