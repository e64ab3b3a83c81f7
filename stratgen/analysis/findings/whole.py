"""All findings of one set of answers, as templates see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from stratgen.analysis.findings.capability import Coalition, Derived, Mirror, SpotOn
from stratgen.analysis.findings.clauses import Clauses
from stratgen.analysis.findings.escalation import Escalation
from stratgen.analysis.findings.judgement import Case, ResolutionFinding, RiskFinding
from stratgen.analysis.findings.promise import Promise
from stratgen.analysis.findings.register import Completeness, Evidence, OpenPoint, RuleFinding
from stratgen.analysis.findings.review import Progress
from stratgen.analysis.findings.standing import (
    BoardReadiness,
    Hoops,
    Orientation,
    Placement,
    Score,
    SuccessFactors,
)
from stratgen.analysis.findings.value import Benefits, Silence, ToolEvaluation
from stratgen.analysis.findings.work import CareCapacity, Channels, ChannelYear, Kpi, ObjectiveFinding
from stratgen.catalogue import Catalogue
from stratgen.engagement.channels import ChannelState
from stratgen.engagement.vision import Initiative


@dataclass(frozen=True, slots=True)
class Findings:
    """All that follows from one set of answers."""

    catalogue: Catalogue
    """The reference data that it was judged by: the packaged, with the workspace's own over it."""
    success: SuccessFactors
    placement: Placement
    orientation: Orientation
    readiness: BoardReadiness
    channels: Channels
    channel_years: tuple[ChannelYear, ...]
    """Each channel over the four quarters, in the order of the answers."""
    hoops: Hoops
    capacity: CareCapacity
    objectives: tuple[ObjectiveFinding, ...]
    smart: Score
    kpis: dict[str, Kpi]
    """The measures of the catalogue by id."""
    risks: tuple[RiskFinding, ...]
    """By residual, then inherent, then id; those that the board sees are `principal`."""
    case: Case
    evidence: Evidence
    open_points: tuple[OpenPoint, ...]
    board_points: tuple[OpenPoint, ...]
    """The holes of the board brief: those that matter to the decision first, and those that go together as one."""
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
    clauses: Clauses
    """Which clauses and annexes the employee policy has, and the state of its legal review."""
    mirror: Mirror
    """How far the team matches its customers."""
    coalition: Coalition
    """Who carries the strategy, as counts and departments only."""
    silence: Silence
    """What unanswered messages may cost; its `reason` says why where no range is given."""
    benefits: Benefits
    tools: ToolEvaluation | None
    """None where no tool was considered."""
    progress: Progress | None
    """The review of a quarter; None before the first."""
    spot_on: SpotOn
    derived: tuple[Derived, ...]
    """The maturity items that also follow from other answers."""
    promise: Promise = field(default_factory=Promise)
    """From when the response promise holds, and what holds until then."""
    escalation: Escalation = field(default_factory=Escalation)
    """Who takes over where it is grave, and whether somebody stands by."""
    own_status: Mapping[str, str] = field(default_factory=dict)
    """The status of each document by itself: "Complete" where none of the pack's open points prints in it."""
    resolutions: tuple[ResolutionFinding, ...] = ()
    """What the board is asked to decide, in the order of the answers."""
    quarters_share_a_page: bool = False
    """The year holds so little that its quarters share pages of the roadmap."""
    roadmap_drafted: bool = False
    """The initiatives were drafted from the library, since the answers name none; nobody has accepted them."""

    @property
    def main_risk(self) -> RiskFinding | None:
        """Return the risk of which most remains, among those of the board: the first of its table, so that the
        summary and the table go by one order (domain 5.16)."""
        return next((each for each in self.risks if each.principal), None)

    @property
    def pilots(self) -> tuple[Initiative, ...]:
        """Return the work that pilots a channel, each piece once, in the order of the channels."""
        of_pilots = (each for each in self.channel_years if each.finding.state is ChannelState.PILOT)
        return tuple({id(work): work for each in of_pilots for work in each.work}.values())
