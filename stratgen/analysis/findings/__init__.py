"""What follows from the answers: the values that templates and exhibits print.

Plain frozen records without behaviour beyond small look-ups; the formulas live in the module of each.
"""

from stratgen.analysis.findings.capability import (
    Coalition,
    Cover,
    Derived,
    Mirror,
    SpotBar,
    SpotInput,
    SpotOn,
)
from stratgen.analysis.findings.clauses import ClauseFinding, Clauses, CountryAnnex, SectorAnnex
from stratgen.analysis.findings.judgement import Case, OptionFinding, RiskFinding
from stratgen.analysis.findings.promise import Promise
from stratgen.analysis.findings.register import Completeness, Evidence, EvidenceLine, OpenPoint, RuleFinding
from stratgen.analysis.findings.review import DeliveryFinding, Progress, ReviewFinding
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
from stratgen.analysis.findings.value import (
    BenefitFinding,
    Benefits,
    Range,
    Silence,
    ToolEvaluation,
    ToolScore,
)
from stratgen.analysis.findings.whole import Findings
from stratgen.analysis.findings.work import (
    CareCapacity,
    ChannelFinding,
    Channels,
    ChannelYear,
    Kpi,
    ObjectiveFinding,
    Standing,
)

__all__ = [
    "AreaLevel",
    "BenefitFinding",
    "Benefits",
    "BoardReadiness",
    "CareCapacity",
    "Case",
    "ChannelFinding",
    "ChannelYear",
    "Channels",
    "ClauseFinding",
    "Clauses",
    "Coalition",
    "Completeness",
    "CountryAnnex",
    "Cover",
    "DeliveryFinding",
    "Derived",
    "Evidence",
    "EvidenceItem",
    "EvidenceLine",
    "Findings",
    "Hoops",
    "Kpi",
    "Mirror",
    "ObjectiveFinding",
    "OpenPoint",
    "OptionFinding",
    "Orientation",
    "Placement",
    "Progress",
    "Promise",
    "Range",
    "Rating",
    "ReviewFinding",
    "RiskFinding",
    "RuleFinding",
    "Score",
    "SectorAnnex",
    "Silence",
    "SpotBar",
    "SpotInput",
    "SpotOn",
    "Standing",
    "SuccessFactor",
    "SuccessFactors",
    "ToolEvaluation",
    "ToolScore",
]
