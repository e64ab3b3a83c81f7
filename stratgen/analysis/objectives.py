"""How good each objective is (domain 5.9), its quarter targets, and how progress is judged (domain 5.15).

Targets lie on a straight line from the baseline to the due quarter, unless the answers give steps of their own, or
the work that moves the measure ends only in a later quarter: until then nobody can expect a change.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from stratgen.analysis.findings import Kpi, ObjectiveFinding, Rating, Score
from stratgen.analysis.measures import measure
from stratgen.analysis.scoring import figure, mean
from stratgen.engagement import Engagement, Figure, Quarter, known, records
from stratgen.engagement.objectives import Objective

Progress = Rating | Literal["not started"]
Quarters = tuple[float | None, float | None, float | None, float | None]
UNSET: Quarters = (None, None, None, None)
QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Line:
    """The targets of one measure, and how they came about."""

    targets: Quarters
    held: int = 0
    """Quarters at whose end the baseline still holds, since the first work that moves the measure ends later."""
    answered: bool = False
    """The answers give steps of their own."""


def judge(engagement: Engagement, measures: Mapping[str, Kpi]) -> tuple[ObjectiveFinding, ...]:
    """Return each objective with its quality, 0 to 1, and its targets at the end of each quarter."""
    firsts = first_work(engagement)
    return tuple(
        _judge(engagement, each, measures, firsts.get(known(each.kpi)))
        for each in records(engagement.objectives)
    )


def overall(findings: Sequence[ObjectiveFinding]) -> Score:
    """Return the mean quality of all objectives, 0 to 1; not scored where there is none."""
    return mean(finding.smart.value for finding in findings)


def tests_of(objective: Objective, kpi: Kpi | None) -> dict[str, bool]:
    """Return the six tests by what each asks for, and whether the objective passes it."""
    baseline, target = figure(objective.baseline), known(objective.target)
    return {
        "a sentence": known(objective.sentence) is not None,
        "a measure of the catalogue": kpi is not None,
        "a baseline": baseline is not None,
        "a target better than the baseline": is_better(kpi, baseline, target),
        "a quarter": known(objective.due) is not None,
        "an owner": known(objective.owner) is not None,
    }


def is_better(kpi: Kpi | None, baseline: float | None, target: float | None) -> bool:
    """Return whether a target lies on the better side of its baseline; False where any of them is missing."""
    if kpi is None or baseline is None or target is None:
        return False
    return target > baseline if kpi.direction == "up" else target < baseline


def quarter_targets(baseline: float, target: float, due: Quarter) -> tuple[float, float, float, float]:
    """Return the values at the end of each quarter: equal steps up to the due one, then the target holds."""
    steps = due.position + 1
    first, second, third, fourth = (
        target if n >= steps else baseline + (target - baseline) * n / steps for n in range(1, QUARTERS + 1)
    )
    return first, second, third, fourth


def held_targets(
    baseline: float, target: float, due: Quarter, held: int
) -> tuple[float, float, float, float]:
    """Return the baseline at the end of the first `held` quarters, then equal steps up to the due one.

    At least the due quarter itself is left for the step.
    """
    held = max(0, min(held, due.position))
    steps = due.position + 1 - held
    first, second, third, fourth = (
        target if n >= steps else baseline + (target - baseline) * max(0, n) / steps
        for n in range(1 - held, QUARTERS + 1 - held)
    )
    return first, second, third, fourth


def answered_targets(
    baseline: float, target: float, due: Quarter, steps: Mapping[Quarter, float]
) -> tuple[float, float, float, float]:
    """Return the steps that were answered before the due quarter; a quarter between two lies on the line between."""
    points = [(-1, baseline), *((each.position, steps[each]) for each in Quarter
                                if each in steps and each.position < due.position), (due.position, target)]  # fmt: skip
    first, second, third, fourth = (_between(points, n) for n in range(QUARTERS))
    return first, second, third, fourth


def _between(points: Sequence[tuple[int, float]], place: int) -> float:
    """Return the value of a line through points, in order of place, at one place; after the last, its value."""
    for (left, before), (right, after) in pairwise(points):
        if place <= right:
            return before + (after - before) * (place - left) / (right - left)
    return points[-1][1]


def line_of(objective: Objective, first: Quarter | None) -> Line:
    """Return the targets of an objective; unset where the baseline, the target or the due quarter is not known.

    `first` is the quarter in which the first work ends that moves its measure.
    """
    baseline, target, due = figure(objective.baseline), known(objective.target), known(objective.due)
    if baseline is None or target is None or due is None:
        return Line(UNSET)
    given = {
        quarter: value
        for quarter in Quarter
        if objective.steps
        and (value := known(getattr(objective.steps, quarter.value.lower(), None))) is not None
    }
    if given:
        return Line(answered_targets(baseline, target, due, given), answered=True)
    # Work that ends only after the target is due is not what the target waits for.
    held = 0 if first is None or first.position > due.position else first.position
    return Line(held_targets(baseline, target, due, held), held)


def line_90th(
    line: Quarters, objective: Objective, today: float | None
) -> tuple[float, float, float, float] | None:
    """Return the 90th percentile at the end of each quarter: as far on its way as the median `line` is on its own.

    None where the target of one of the two, or where one of them stands today (minutes), is not known.
    """
    median, target, late = figure(objective.baseline), known(objective.target), known(objective.target_90th)
    if median is None or target is None or late is None or today is None:
        return None
    shares = [None if each is None else progress(each, median, target) for each in line]
    reached = [today + (late - today) * share for share in shares if share is not None]
    if len(reached) < QUARTERS:
        return None
    first, second, third, fourth = reached
    return first, second, third, fourth


def first_work(engagement: Engagement) -> dict[str | None, Quarter | None]:
    """Return the quarter in which the first work ends that serves an objective, by the measure of that objective.

    None where a piece of such work has no quarter yet: then nothing is known of when the measure moves.
    """
    kpis = {known(each.id): known(each.kpi) for each in records(engagement.objectives)}
    quarters: dict[str | None, list[Quarter | None]] = {}
    for each in records(engagement.initiatives):
        served = known(each.objective) if each.objective else None
        if served is not None and served in kpis:
            quarters.setdefault(kpis[served], []).append(known(each.quarter))
    return {kpi: _earliest(found) for kpi, found in quarters.items()}


def _earliest(quarters: Sequence[Quarter | None]) -> Quarter | None:
    found = [each for each in quarters if each is not None]
    return min(found, key=lambda each: each.position) if len(found) == len(quarters) else None


def due_share(line: Quarters, baseline: float, target: float, passed: float) -> float | None:
    """Return the share of the way from baseline to target that is due once `passed` quarters, 0 to 4, are over.

    Within a quarter it grows evenly. On a straight line it is the share of the period that has passed.
    """
    shares = [0.0]
    for each in line:
        share = None if each is None else progress(each, baseline, target)
        if share is None:
            return None
        shares.append(share)
    whole = min(int(passed), QUARTERS - 1)
    return shares[whole] + (shares[whole + 1] - shares[whole]) * (passed - whole)


def progress(actual: float, baseline: float, target: float) -> float | None:
    """Return the share of the way from baseline to target that is done; None where they are equal."""
    return None if target == baseline else (actual - baseline) / (target - baseline)


def rating_of(done: float, elapsed: float) -> Progress:
    """Return how progress stands against the elapsed share of the period, both 0 to 1."""
    if elapsed <= 0:
        return "not started"
    ratio = done / elapsed + 1e-9
    return "Green" if ratio >= 0.9 else "Amber" if ratio >= 0.6 else "Red"


def grade_of(done: float) -> Rating:
    """Return the grade of a key result at the end of its quarter: Green from 0.7, Amber from 0.4 (Doerr)."""
    tenths = int(done * 10 + 0.5 + 1e-9)
    return "Green" if tenths >= 7 else "Amber" if tenths >= 4 else "Red"


def _judge(
    engagement: Engagement, objective: Objective, measures: Mapping[str, Kpi], first: Quarter | None
) -> ObjectiveFinding:
    kpi = measures.get(known(objective.kpi) or "")
    tests = tests_of(objective, kpi)
    passed = sum(tests.values())
    line = line_of(objective, first)
    late = _late(engagement, kpi)
    return ObjectiveFinding(
        objective=objective,
        kpi=kpi,
        smart=Score(passed / len(tests), len(tests), len(tests)),
        failed=tuple(words for words, passes in tests.items() if not passes),
        printable=passed == len(tests),
        quarters=line.targets,
        held=line.held,
        answered=line.answered,
        quarters_90th=line_90th(line.targets, objective, late.value if late else None),
        baseline_90th=late,
    )


def _late(engagement: Engagement, kpi: Kpi | None) -> Figure | None:
    """Return where the 90th percentile of a measure stands on social; only the first response time has one."""
    found = measure(engagement, kpi.id) if kpi else None
    return known(found.social_90th) if found and found.social_90th is not None else None
