"""A roadmap for answers that have none: where the work is not known yet, what the answers call for stands in."""

from __future__ import annotations

from dataclasses import replace

from stratgen.analysis.analyze import analyze
from stratgen.analysis.findings import Findings
from stratgen.analysis.proposals import drafted, propose
from stratgen.engagement import Engagement, Unknown


def with_roadmap(engagement: Engagement, findings: Findings) -> tuple[Engagement, Findings]:
    """Return the answers and findings that documents are drafted from.

    Where the initiatives are unknown, those that the library proposes take their place, without owner or cost.
    What is open and which rules do not hold is still said of the answers as they are: nobody has accepted a
    drafted roadmap. Answers with initiatives come back as they went in.
    """
    hole = engagement.initiatives
    if not isinstance(hole, Unknown):
        return engagement, findings
    work = drafted(propose(engagement, findings), hole)[:24]
    if not work:
        return engagement, findings
    stood_in = engagement.model_copy(update={"initiatives": work})
    then = analyze(stood_in, findings.catalogue)
    judged = replace(
        then,
        open_points=findings.open_points,
        board_points=findings.board_points,
        completeness=findings.completeness,
        errors=findings.errors,
        warnings=findings.warnings,
        accepted=findings.accepted,
        approvable=findings.approvable,
        status_line=findings.status_line,
        own_status=findings.own_status,
        roadmap_drafted=True,
    )
    return stood_in, judged
