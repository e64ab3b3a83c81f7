"""What a board weighs: risks, options and money."""

from __future__ import annotations

from dataclasses import dataclass

from stratgen.analysis.findings.standing import Score
from stratgen.engagement.board import Option, Risk


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
