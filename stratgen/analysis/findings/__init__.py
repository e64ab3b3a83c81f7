"""What follows from the answers: the values that templates and exhibits print.

Plain frozen records without behaviour beyond small look-ups; the formulas live in the module of each.
"""

from stratgen.analysis.findings.judgement import Case, OptionFinding, RiskFinding
from stratgen.analysis.findings.register import Completeness, Evidence, EvidenceLine, OpenPoint, RuleFinding
from stratgen.analysis.findings.standing import (
    AreaLevel,
    BoardReadiness,
    EvidenceItem,
    Hoops,
    Orientation,
    Placement,
    Rating,
    Score,
    SuccessFactor,
    SuccessFactors,
)
from stratgen.analysis.findings.whole import Findings
from stratgen.analysis.findings.work import CareCapacity, ChannelFinding, Channels, Kpi, ObjectiveFinding

__all__ = [
    "AreaLevel",
    "BoardReadiness",
    "CareCapacity",
    "Case",
    "ChannelFinding",
    "Channels",
    "Completeness",
    "Evidence",
    "EvidenceItem",
    "EvidenceLine",
    "Findings",
    "Hoops",
    "Kpi",
    "ObjectiveFinding",
    "OpenPoint",
    "OptionFinding",
    "Orientation",
    "Placement",
    "Rating",
    "RiskFinding",
    "RuleFinding",
    "Score",
    "SuccessFactor",
    "SuccessFactors",
]
