"""How good each objective is (domain 5.9), its quarter targets, and how progress is judged (domain 5.15)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from stratgen.analysis.findings import Kpi, ObjectiveFinding, Rating, Score
from stratgen.analysis.scoring import figure, mean
from stratgen.engagement import Engagement, Quarter, Unknown, known, records
from stratgen.engagement.objectives import Objective

Progress = Rating | Literal["not started"]
Quarters = tuple[float | None, float | None, float | None, float | None]
UNSET: Quarters = (None, None, None, None)
QUARTERS = 4


def judge(engagement: Engagement, measures: Mapping[str, Kpi]) -> tuple[ObjectiveFinding, ...]:
    """Return each objective with its quality, 0 to 1, and its targets at the end of each quarter."""
    return tuple(_judge(each, measures) for each in records(engagement.objectives))


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


def _judge(objective: Objective, measures: Mapping[str, Kpi]) -> ObjectiveFinding:
    kpi = measures.get(known(objective.kpi) or "")
    tests = tests_of(objective, kpi)
    passed = sum(tests.values())
    return ObjectiveFinding(
        objective=objective,
        kpi=kpi,
        smart=Score(passed / len(tests), len(tests), len(tests)),
        failed=tuple(words for words, passes in tests.items() if not passes),
        printable=passed == len(tests),
        quarters=_targets(objective),
    )


def _targets(objective: Objective) -> Quarters:
    baseline, target, due = figure(objective.baseline), known(objective.target), known(objective.due)
    if baseline is None or target is None or due is None or isinstance(due, Unknown):
        return UNSET
    return quarter_targets(baseline, target, due)
