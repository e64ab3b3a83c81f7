"""All findings of one set of answers, as templates see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from stratgen.analysis.findings.judgement import Case, RiskFinding
from stratgen.analysis.findings.register import Completeness, Evidence, OpenPoint, RuleFinding
from stratgen.analysis.findings.standing import (
    BoardReadiness,
    Hoops,
    Orientation,
    Placement,
    Score,
    SuccessFactors,
)
from stratgen.analysis.findings.work import CareCapacity, Channels, Kpi, ObjectiveFinding


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
