"""What follows from the answers: the values that templates and exhibits print.

Plain frozen records without behaviour beyond small look-ups; the formulas live in the module of each.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from stratgen.analysis.demand import Demand, demand
from stratgen.engagement import Figure, Unknown
from stratgen.engagement.board import Option, Risk
from stratgen.engagement.channels import Channel, ChannelState
from stratgen.engagement.maturity import Segment
from stratgen.engagement.objectives import Objective

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
class ChannelFinding:
    """What the numbers make of one channel (domain 5.5). Scores 0 to 100, hours a week."""

    channel: Channel
    key: str
    """Catalogue id, or a slug of the custom name."""
    name: str
    presence: float | None
    fit: float | None
    opportunity: float | None
    hours_needed: float | None
    hours_available: float | None
    capacity: float | None
    feasibility: float | None
    risk: float | None
    priority: float | None
    recommended: ChannelState | None
    """What the rules say before capacity; None where inputs are missing."""
    state: ChannelState | None
    """What holds after the capacity cap and any override."""
    why: str
    """One sentence that says why the state is what it is."""
    demoted: bool
    overridden: bool
    missing: tuple[str, ...]
    """The questions whose answers are missing for a state."""


@dataclass(frozen=True, slots=True)
class Channels:
    """All channels in the order of the answers, and the hours of those that are worked."""

    findings: tuple[ChannelFinding, ...]
    hours_needed: float
    hours_available: float
    handling_minutes: Score
    target_response_rate: float

    @property
    def demand(self) -> Demand | None:
        """Messages that need a reply and those that get one, over all channels."""
        return demand(each.channel for each in self.findings)

    def in_state(self, *states: str) -> tuple[ChannelFinding, ...]:
        """Return the channels whose state is one of `states` ("lead", "pilot", …)."""
        return tuple(each for each in self.findings if each.state is not None and each.state.value in states)


@dataclass(frozen=True, slots=True)
class Hoops:
    """The effort a customer meets (domain 5.6): 0 to 100."""

    score: Score
    level: Literal["low", "medium", "high"] | None


@dataclass(frozen=True, slots=True)
class CareCapacity:
    """People needed for the volume and for the hours promised (domain 5.7), in full-time equivalents."""

    volume: float | None
    """Messages a month that need a reply on all channels, counted or estimated."""
    load: float | None
    cover: float | None
    needed: float | None
    available: float | None
    gap: float | None
    """Needed less available; positive is a shortage."""
    occupancy: float
    minimum_on_shift: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kpi:
    """A measure as its catalogue entry has it."""

    id: str
    name: str
    short: str
    unit: str
    direction: Literal["up", "down"]
    formula: str
    clock: str
    lowest: float | None
    highest: float | None
    guard: str
    leading: bool
    diagnostic: bool
    flow: bool


@dataclass(frozen=True, slots=True)
class ObjectiveFinding:
    """One objective: its quality (domain 5.9) and its quarter targets (5.15)."""

    objective: Objective
    kpi: Kpi | None
    smart: Score
    """0 to 1."""
    failed: tuple[str, ...]
    """The tests of the six that it does not pass, in words."""
    printable: bool
    """Only an objective that passes all six may be printed as a target."""
    quarters: tuple[float | None, float | None, float | None, float | None]
    """Linear targets at the end of each quarter up to the due one; then the target is held."""


@dataclass(frozen=True, slots=True)
class RiskFinding:
    """One risk with its products (domain 5.16): 1 to 25."""

    risk: Risk
    name: str
    sentence: str
    """Cause, event and effect in one sentence; empty where one of them is unknown."""
    inherent: int | None
    inherent_band: str
    residual: int | None
    residual_band: str


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
    robust: bool | None
    """The winner stays first when any one weight moves by ten points; None where not scored."""
    cost_total: float | None
    one_off: float | None
    yearly: float | None
    by_quarter: tuple[float, float, float, float]
    benefit_low: float | None
    benefit_base: float | None
    benefit_high: float | None


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """A hole in the answers: what is not known, why, who will find out, by when, and where it prints."""

    number: int
    path: str
    place: str
    """The section and record in words, for example "Channels 2 (Facebook)"."""
    question: str
    reason: str
    owner: str
    """Empty where nobody is named."""
    due: date | None
    documents: tuple[str, ...]
    """Titles of the documents that use the answer."""


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One printed figure and where it comes from (domain 5.14)."""

    place: str
    figure: Figure
    dated: bool
    """Older than 36 months at the pack's date (domain 2.3)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The evidence register and the share of figures graded A or B, 0 to 100."""

    lines: tuple[EvidenceLine, ...]
    index: float | None


@dataclass(frozen=True, slots=True)
class Completeness:
    """How much of what a document uses has been answered (domain 5.19)."""

    document: str
    answered: int
    asked: int

    @property
    def percent(self) -> float:
        """Share answered, 0 to 100."""
        return 100 * self.answered / self.asked if self.asked else 100.0


@dataclass(frozen=True, slots=True)
class RuleFinding:
    """A rule of domain section 6 that does not hold."""

    rule: str
    severity: Literal["error", "warning"]
    path: str
    """Key path of the answer that the user should look at first, such as `channels[2].owner`."""
    place: str
    what: str
    mend: str
    fingerprint: str
    """Changes when an answer that the rule reads changes."""
    accepted_because: str = ""
    accepted_by: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """All that follows from one set of answers."""

    success: SuccessFactors
    placement: Placement
    orientation: Orientation
    readiness: BoardReadiness
    channels: Channels
    hoops: Hoops
    capacity: CareCapacity
    objectives: tuple[ObjectiveFinding, ...]
    smart: Score
    kpis: dict[str, Kpi]
    """The measures of the catalogue by id."""
    risks: tuple[RiskFinding, ...]
    """By residual, then inherent, then id; at most the first five are principal."""
    case: Case
    evidence: Evidence
    open_points: tuple[OpenPoint, ...]
    completeness: tuple[Completeness, ...]
    errors: tuple[RuleFinding, ...]
    warnings: tuple[RuleFinding, ...]
    """Those not accepted by an override."""
    accepted: tuple[RuleFinding, ...]
    approvable: bool
    """True where status Approved would hold (domain V30)."""
    status_line: str
    """As headers print it: "Draft: 7 open points", "For approval", "Approved"."""
    quarter_starts: tuple[date, date, date, date] | None
    year_end: date | None
    quarter_labels: tuple[str, str, str, str]
    """For example "Q1 (January to March 2027)"; only "Q1" where the start is unknown."""
