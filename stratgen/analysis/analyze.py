"""The whole analysis in one call: each part computed once, the rules asked last."""

from __future__ import annotations

from stratgen.analysis import (
    calendar,
    capacity,
    channels,
    hoops,
    measures,
    objectives,
    options,
    orientation,
    placement,
    readiness,
    risks,
    rules,
    status,
    success,
)
from stratgen.analysis.completeness import completeness
from stratgen.analysis.evidence import evidence
from stratgen.analysis.findings import Findings
from stratgen.analysis.open_points import asked_questions, due_questions, open_points
from stratgen.engagement import Engagement, known


def analyze(engagement: Engagement) -> Findings:
    """Return all that follows from one set of answers; holes make parts partial or not scored, never fail."""
    ground = _ground(engagement)
    verdict = rules.check(ground)
    holes = open_points(engagement, ground.asked)
    judged = objectives.judge(engagement)
    errors = len(verdict.errors)
    approvable = not status.obstacles(engagement, errors, len(holes), ground.due)
    return Findings(
        success=success.rate(engagement, ground.channels),
        placement=ground.placement,
        orientation=ground.orientation,
        readiness=readiness.rate(engagement),
        channels=ground.channels,
        hoops=hoops.measure(engagement),
        capacity=capacity.size(engagement),
        objectives=judged,
        smart=objectives.overall(judged),
        kpis=ground.kpis,
        risks=risks.rank(engagement),
        case=ground.case,
        evidence=ground.evidence,
        open_points=holes,
        completeness=completeness(ground.asked, ground.due),
        errors=verdict.errors,
        warnings=verdict.warnings,
        accepted=verdict.accepted,
        approvable=approvable,
        status_line=status.status_line(engagement, errors, len(holes), approvable),
        quarter_starts=ground.starts,
        year_end=calendar.year_end(known(engagement.engagement.first_quarter_starts)),
        quarter_labels=calendar.quarter_labels(ground.starts),
    )


def _ground(engagement: Engagement) -> rules.Ground:
    """Return what the rules judge: the answers, and those findings that rules look at."""
    asked = asked_questions(engagement)
    return rules.Ground(
        engagement=engagement,
        asked=asked,
        due=due_questions(engagement, asked),
        kpis=measures.kpis(),
        channels=channels.weigh(engagement),
        placement=placement.place(engagement),
        orientation=orientation.profile(engagement),
        case=options.compare(engagement),
        evidence=evidence(engagement, asked),
        starts=calendar.quarter_starts(known(engagement.engagement.first_quarter_starts)),
    )
