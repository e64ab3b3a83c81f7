"""The review of a quarter (domain 5.15): what was measured against where it should stand by then.

A value stands for the end of its quarter, or for the day of the review where that comes first; so a review held
some weeks later asks no more of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from stratgen.analysis import objectives as course
from stratgen.analysis.calendar import Quarters, months_later
from stratgen.analysis.deliveries import rated
from stratgen.analysis.findings import Kpi, ObjectiveFinding, Progress, ReviewFinding
from stratgen.analysis.findings.review import Stand, Standing
from stratgen.analysis.measures import social_value
from stratgen.analysis.options import left_over
from stratgen.analysis.scoring import figure
from stratgen.engagement import Engagement, Figure, Quarter, known, records
from stratgen.engagement.objectives import Commitment, Objective
from stratgen.engagement.progress import Actual, Response

QUARTERS = tuple(Quarter)
_ASPIRED = 6
_FULL = 10


@dataclass(frozen=True, slots=True)
class _Course:
    """What one line of the review is judged by."""

    kpi: Kpi
    objective: Objective | None
    baseline: float | None
    target: float | None
    due: Quarter | None
    targets: course.Quarters = course.UNSET
    late: _Course | None = None
    """The same of its 90th percentile, where it has one (checklist S-03)."""

    def due_by(self, passed: float | None) -> float | None:
        """Return the share of the way that is due after `passed` quarters, 0 to 1; None where it is not known."""
        if passed is None or self.due is None:
            return None
        if self.baseline is None or self.target is None or self.targets == course.UNSET:
            return elapsed_of(passed, self.due)
        share = course.due_share(self.targets, self.baseline, self.target, passed)
        return elapsed_of(passed, self.due) if share is None else share


@dataclass(frozen=True, slots=True)
class _Clock:
    as_of: date | None
    starts: Quarters | None

    def passed(self, quarter: Quarter | None = None) -> float | None:
        """Return the quarters that had passed at the end of one, or by the day of the review if that is earlier."""
        most = float(quarter.position + 1) if quarter else None
        if self.as_of is None or self.starts is None:
            return most
        today = quarters_passed(self.as_of, self.starts)
        return today if most is None else min(most, today)

    def has_ended(self, quarter: Quarter) -> bool:
        """Return whether a quarter was over on the day of the review."""
        passed = self.passed(quarter)
        return passed is not None and passed >= quarter.position + 1


def review(
    engagement: Engagement,
    objectives: Sequence[ObjectiveFinding],
    kpis: Mapping[str, Kpi],
    starts: Quarters | None,
) -> Progress | None:
    """Return the review of the latest quarter; None where nothing was reported since the start."""
    given = engagement.progress
    if given is None:
        return None
    clock = _Clock(known(given.as_of), starts)
    actuals = records(given.actuals)
    passed = clock.passed()
    ended = tuple(each for each in QUARTERS if clock.has_ended(each))
    left, unused, free = left_over(engagement, ended)
    responses = {name: each for each in records(given.responses) if (name := known(each.about))}
    quarter = _in_review(actuals, clock)
    return Progress(
        as_of=clock.as_of,
        quarter=quarter,
        elapsed=None if passed is None else passed / len(QUARTERS),
        findings=tuple(
            _judge(each, actuals, clock, quarter, responses.get(each.kpi.id))
            for each in _courses(engagement, objectives, kpis, actuals)
        ),
        deliveries=tuple(rated(engagement, records(given.deliveries), clock.as_of, responses)),
        ended=ended,
        left=left,
        unused=unused,
        free=free,
    )


def quarters_passed(day: date, starts: Quarters) -> float:
    """Return how many quarters had passed at the end of a day, 0 to 4; nothing has on the first day's morning."""
    edges = [*starts, months_later(starts[0], 12)]
    after = day + timedelta(days=1)
    if day <= starts[0]:
        return 0.0
    for number in range(len(QUARTERS)):
        if after < edges[number + 1]:
            return number + (after - edges[number]) / (edges[number + 1] - edges[number])
    return float(len(QUARTERS))


def elapsed_of(passed: float, due: Quarter) -> float:
    """Return the share of an objective's period that has passed, 0 to 1: from the start to its due quarter."""
    return min(1.0, passed / (due.position + 1))


def grade(actual: float, baseline: float, expected: float) -> float:
    """Return the grade of a key result, 0 to 1: the share of the step from the baseline that was made."""
    done = course.progress(actual, baseline, expected)
    return 0.0 if done is None else min(1.0, max(0.0, done))


def meets(value: float, commitment: Commitment) -> bool:
    """Return whether a grade is what was expected: 1.0 if committed, 0.6 if aspirational, on tenths."""
    tenths = int(value * 10 + 0.5 + 1e-9)
    return tenths >= (_FULL if commitment is Commitment.COMMITTED else _ASPIRED)


def _in_review(actuals: Sequence[Actual], clock: _Clock) -> Quarter:
    measured = [quarter for each in actuals if (quarter := known(each.quarter)) is not None]
    if measured:
        return max(measured, key=lambda quarter: quarter.position)
    ended = [quarter for quarter in QUARTERS if clock.has_ended(quarter)]
    return ended[-1] if ended else Quarter.Q1


def _courses(
    engagement: Engagement,
    objectives: Sequence[ObjectiveFinding],
    kpis: Mapping[str, Kpi],
    actuals: Sequence[Actual],
) -> Iterator[_Course]:
    """Return the objectives in order, then the measures that were measured without one."""
    covered: set[str] = set()
    for found in objectives:
        if found.kpi is not None:
            covered.add(found.kpi.id)
            objective = found.objective
            due, target = known(objective.due), known(objective.target)
            yield _Course(
                found.kpi, objective, figure(objective.baseline), target, due, found.quarters, _late(found)
            )
    proof = {known(each.kpi): known(each.value) for each in records(engagement.vision.proof_points)}
    for name in dict.fromkeys(known(each.kpi) or "" for each in actuals):
        kpi = kpis.get(name)
        if kpi is not None and name not in covered:
            due = Quarter.Q4 if proof.get(name) is not None else None
            start, end = social_value(engagement, name), proof.get(name)
            given = start is not None and end is not None and due is not None
            targets = (
                course.quarter_targets(start or 0.0, end or 0.0, due or Quarter.Q4) if given else course.UNSET
            )
            yield _Course(kpi, None, start, end, due, targets)


def _late(found: ObjectiveFinding) -> _Course | None:
    """Return by what the 90th percentile of a measure is judged; None where it has no line of its own."""
    start, objective = found.baseline_90th, found.objective
    if start is None or found.quarters_90th is None or found.kpi is None:
        return None
    target = known(objective.target_90th)
    return _Course(found.kpi, objective, start.value, target, known(objective.due), found.quarters_90th)


def _judge(
    line: _Course, actuals: Sequence[Actual], clock: _Clock, reviewed: Quarter, response: Response | None
) -> ReviewFinding:
    mine = [each for each in actuals if known(each.kpi) == line.kpi.id and known(each.quarter) is not None]
    values = sorted(_values(mine), key=lambda pair: pair[0].position)
    standings = tuple(_stand(line, quarter, each.value, clock) for quarter, each in values)
    latest = _latest(line, standings, clock, reviewed)
    commitment = known(line.objective.commitment) if line.objective else None
    graded = latest.grade
    return ReviewFinding(
        objective=line.objective,
        kpi=line.kpi,
        baseline=line.baseline,
        target=line.target,
        due=line.due,
        actuals=tuple(values),
        actual=None
        if latest.value is None
        else next(each for each in mine if known(each.quarter) is latest.quarter),
        standings=standings,
        expected=latest.expected,
        done=latest.done,
        elapsed=latest.elapsed,
        rating=latest.rating,
        grade=graded,
        grade_rating=None if graded is None else course.grade_of(graded),
        commitment=commitment,
        meets_commitment=None if graded is None or commitment is None else meets(graded, commitment),
        why=latest.why,
        response=response,
        late=_late_rating(line, mine, latest.quarter, clock),
    )


def _late_rating(
    line: _Course, mine: Sequence[Actual], quarter: Quarter | None, clock: _Clock
) -> Standing | None:
    """Return how the 90th percentile of the quarter in review stands; None where it was not measured."""
    given = next((each.value_90th for each in mine if known(each.quarter) is quarter), None)
    value = known(given) if given is not None else None
    if line.late is None or value is None:
        return None
    return _stand(line.late, quarter, value.value, clock).rating


def _latest(line: _Course, standings: Sequence[Stand], clock: _Clock, reviewed: Quarter) -> Stand:
    """Return by what a line is rated: its last value, unless the quarter in review is over and did not bring one.

    A value of an earlier quarter says nothing of a line that has gone on since, so that there is no rating then.
    """
    if not standings:
        return _stand(line, None, None, clock)
    last = standings[-1]
    if last.quarter is reviewed or not clock.has_ended(reviewed):
        return last
    missed = _stand(line, reviewed, None, clock)
    why = f"It was not measured in {reviewed}" if missed.rating is None else missed.why
    return replace(missed, why=why)


def _stand(line: _Course, quarter: Quarter | None, value: float | None, clock: _Clock) -> Stand:
    """Return how one value stands: at the end of its quarter, or on the day of the review if that is earlier."""
    elapsed = line.due_by(clock.passed(quarter))
    done = graded = None
    expected = None if quarter is None else line.targets[quarter.position]
    if line.baseline is not None and line.target is not None and value is not None:
        done = course.progress(value, line.baseline, line.target)
        if (
            quarter is not None
            and expected is not None
            and expected != line.baseline
            and clock.has_ended(quarter)
        ):
            graded = grade(value, line.baseline, expected)
    rating, why = _rating(line, value, done, elapsed)
    return Stand(quarter, value, expected, done, elapsed, rating, graded, why)


def _values(actuals: Sequence[Actual]) -> Iterator[tuple[Quarter, Figure]]:
    for each in actuals:
        quarter, value = known(each.quarter), known(each.value)
        if quarter is not None and value is not None:
            yield quarter, value


def _rating(
    line: _Course, value: float | None, done: float | None, elapsed: float | None
) -> tuple[Standing | None, str]:
    if elapsed == 0:
        return "not started", ""
    wanted = {
        "a baseline": line.baseline,
        "a target": line.target,
        "a due quarter": line.due,
        "a value": value,
        "a day of review": elapsed,
    }
    missing = [words for words, given in wanted.items() if given is None]
    if line.due is None and "a day of review" in missing:
        missing.remove("a day of review")
    if missing:
        return None, f"There is no {missing[0].partition(' ')[2]} yet"
    if done is None or elapsed is None:
        return None, "The target is the same as the baseline"
    return course.rating_of(done, elapsed), ""
