"""The whole analysis in one call: each part computed once, the rules asked last."""

from __future__ import annotations

from stratgen.analysis import (
    benefits,
    calendar,
    capacity,
    channel_years,
    channels,
    derivation,
    effort,
    escalation,
    hoops,
    measures,
    mirror,
    objectives,
    options,
    orientation,
    placement,
    progress,
    promise,
    readiness,
    resolutions,
    risks,
    rules,
    silence,
    spot_on,
    stakeholders,
    status,
    success,
    tools,
)
from stratgen.analysis.clauses import clauses
from stratgen.analysis.completeness import completeness
from stratgen.analysis.evidence import evidence
from stratgen.analysis.findings import Findings, RuleFinding
from stratgen.analysis.open_labels import for_the_board
from stratgen.analysis.open_points import asked_questions, due_questions, open_points
from stratgen.catalogue import Catalogue, packaged
from stratgen.engagement import Engagement, known, records


def analyze(
    engagement: Engagement, catalogue: Catalogue | None = None, drafted: tuple[RuleFinding, ...] = ()
) -> Findings:
    """Return all that follows from one set of answers; holes make parts partial or not scored, never fail.

    `catalogue` is that of the workspace; without one, the packaged catalogue is used. `drafted` is what the
    linters said of the drafted documents (V26, V37 and others).
    """
    ground = _ground(engagement, catalogue or packaged())
    verdict = rules.check(ground, drafted)
    holes = open_points(engagement, ground.asked, ground.kpis, ground.channels.findings)
    smart, rated = objectives.overall(ground.objectives), success.rate(engagement, ground.channels)
    team, carried = mirror.reflect(engagement, ground.channels), stakeholders.count(engagement)
    years = channel_years.over_the_year(engagement, ground.channels, ground.catalogue, ground.starts)
    errors = len(verdict.errors)
    approvable = not status.obstacles(engagement, errors, len(holes), ground.due)
    return Findings(
        catalogue=ground.catalogue,
        success=rated,
        placement=ground.placement,
        orientation=ground.orientation,
        readiness=readiness.rate(engagement),
        channels=ground.channels,
        channel_years=years,
        hoops=hoops.measure(engagement),
        capacity=ground.capacity,
        objectives=ground.objectives,
        smart=smart,
        kpis=ground.kpis,
        risks=risks.rank(engagement),
        case=ground.case,
        resolutions=ground.resolutions,
        evidence=ground.evidence,
        open_points=holes,
        board_points=for_the_board(engagement, holes),
        completeness=completeness(ground.asked, ground.due),
        errors=verdict.errors,
        warnings=verdict.warnings,
        accepted=verdict.accepted,
        approvable=approvable,
        status_line=status.status_line(engagement, errors, len(holes), approvable),
        promise=promise.promise(engagement, ground.objectives, ground.starts, years),
        escalation=escalation.escalation(engagement),
        own_status=status.own_lines(engagement, errors, holes, approvable),
        quarter_starts=ground.starts,
        year_end=calendar.year_end(known(engagement.engagement.first_quarter_starts)),
        quarters_share_a_page=effort.is_little(records(engagement.initiatives), len(ground.objectives)),
        quarter_labels=calendar.quarter_labels(ground.starts),
        clauses=clauses(engagement),
        mirror=team,
        coalition=carried,
        silence=silence.cost(engagement),
        benefits=benefits.assess(benefits.lines(engagement), ground.case),
        tools=tools.evaluate(engagement, tools.criteria_of(ground.catalogue)),
        progress=progress.review(engagement, ground.objectives, ground.kpis, ground.starts),
        spot_on=spot_on.view(engagement, rated, smart, ground.channels, team, carried),
        derived=ground.derived,
    )


def _ground(engagement: Engagement, catalogue: Catalogue) -> rules.Ground:
    """Return what the rules judge: the answers, and those findings that rules look at."""
    asked, sized = asked_questions(engagement), capacity.size(engagement)
    kpis = measures.kpis(catalogue)
    return rules.Ground(
        engagement=engagement,
        catalogue=catalogue,
        asked=asked,
        due=due_questions(engagement, asked),
        kpis=kpis,
        channels=channels.weigh(engagement, catalogue),
        placement=placement.place(engagement),
        orientation=orientation.profile(engagement),
        case=options.compare(engagement),
        evidence=evidence(engagement, asked),
        capacity=sized,
        objectives=objectives.judge(engagement, kpis),
        resolutions=resolutions.resolve(engagement),
        derived=derivation.derive(engagement, sized),
        starts=calendar.quarter_starts(known(engagement.engagement.first_quarter_starts)),
    )
