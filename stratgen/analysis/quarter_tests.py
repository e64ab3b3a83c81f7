"""What decides at the end of a quarter whether the plan goes on, changes course or stops, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, floor
from typing import Literal

from stratgen.analysis import guardrails
from stratgen.analysis.calendar import months_later
from stratgen.analysis.findings import Findings, Kpi, ObjectiveFinding, ReviewFinding
from stratgen.analysis.measures import social_value
from stratgen.analysis.scoring import figure
from stratgen.analysis.sentences import inside, number_word, upper
from stratgen.analysis.wording import Wording
from stratgen.engagement import Engagement, Quarter, Unknown, known, records
from stratgen.engagement.vision import Initiative

QUARTERS = tuple(Quarter)
Result = Literal["go_on", "change_course", "stop"]


def test(engagement: Engagement, findings: Findings, wording: Wording, place: int) -> str:
    """Return what decides at the end of a quarter whether the plan goes on, changes course or stops.

    Where the focus is not to move in the quarter, or no target is set, the work of the quarter itself is the test.
    """
    found = focus_of(engagement, findings, place)
    if found is None or found.kpi is None or not steers(found, place):
        words = _work_to_be_done(engagement, place, wording)
    else:
        words = _thresholds(findings, found, found.kpi, wording, place)
    return f"{words}{_released(engagement, findings, wording, place)}"


def _released(engagement: Engagement, findings: Findings, wording: Wording, place: int) -> str:
    """Return what money the review of a quarter releases; that it releases none where no resolution lets it."""
    money = findings.case.by_quarter[place + 1] if place < len(QUARTERS) - 1 else 0
    if not money:
        return ""
    if any(known(each.releases) for each in records(engagement.board.resolutions)):
        return f" The review then releases {wording.money(money)} for {QUARTERS[place + 1]}."
    waits = [inside(wording.text(each.item)) for each in records(engagement.board.costs) if each.only_if]
    but = f", but for what waits on a condition ({wording.listing(waits)})" if waits else ""
    return f" It releases no money: the budget of the year is decided in one go{but}."


def steers(found: ObjectiveFinding, place: int) -> bool:
    """Tell whether a measure is to move by the end of a quarter, 0 to 3, so that its value can be the test."""
    return found.limits[place] is not None and place >= found.held


def needed(engagement: Engagement, place: int) -> tuple[Initiative, ...]:
    """Return the work of a quarter, 0 to 3, that later work waits for; all of it where none does.

    Work without a short name is left out: nobody could say of it that it is done.
    """
    work = [each for each in records(engagement.initiatives) if known(each.id)]
    mine = [each for each in work if known(each.quarter) is QUARTERS[place]]
    later = {
        name
        for each in work
        if (quarter := known(each.quarter)) is not None and quarter.position > place
        for name in known(each.depends_on) or ()
    }
    return tuple(each for each in mine if known(each.id) in later) or tuple(mine)


def _work_to_be_done(engagement: Engagement, place: int, wording: Wording) -> str:
    """Return how much of the work has to be done to go on; from half of it on the plan changes course."""
    work, quarter = needed(engagement, place), QUARTERS[place]
    every = sum(known(each.quarter) is quarter for each in records(engagement.initiatives))
    why = ", which later work builds on," if len(work) < every else ""
    names = wording.listing(wording.text(each.id) for each in work)
    if not work:
        return f"Go on if the work of {quarter} is done; otherwise change course, or stop and decide again."
    if len(work) == 1:
        return f"Go on if {names}{why} is done; otherwise change course."
    half = _least_half(len(work))
    return (
        f"Go on if {names}{why} are done. Change course if at least {number_word(half)} of them"
        f" {'is' if half == 1 else 'are'}; with fewer, stop and decide again."
    )


def _least_half(count: int) -> int:
    return (count + 1) // 2


def held_by(findings: Findings, place: int) -> list[ObjectiveFinding]:
    """Return what is to be held in a quarter, 0 to 3, where it stands today, by steps that were set one by one."""
    return [
        each
        for each in findings.objectives
        if each.printable and each.kpi and place >= each.held and each.holds(place)
    ]


def _window(findings: Findings, wording: Wording, place: int) -> str:
    """Return the month over which a quarter's value is measured: its last."""
    starts = findings.quarter_starts
    return wording.day(months_later(starts[place], 2), "month") if starts else "its last full month"


def _thresholds(findings: Findings, found: ObjectiveFinding, kpi: Kpi, wording: Wording, place: int) -> str:
    limits = limits_of(found, place)
    go_on, change = apart(limits[0], limits[1], kpi.unit, wording)
    held = ", if the guardrail holds" if kpi.guard or place else (
        ", if what is to be held is held" if held_by(findings, place) else ""
    )  # fmt: skip
    more, on = ("or more", "from {} on. Below") if kpi.direction == "up" else ("or less", "up to {}. Beyond")
    stretch = " (a stretch: six tenths of its step)" if found.is_aspirational else ""
    return (
        f"Measured over {_window(findings, wording, place)}: go on at {go_on} {more}{stretch}{held}."
        f" Change course {on.format(change)} that, stop and decide again."
    )


def limits_of(found: ObjectiveFinding, place: int) -> tuple[float, float]:
    """Return from which value a quarter, 0 to 3, goes on, and from which it changes course.

    A measure that is given in whole percents is tested in whole percents, rounded so that the test is not easier.
    Where both would be one number they stay exact.
    """
    limits, goal, start = found.limits[place], found.quarters[place], known(found.objective.baseline)
    assert limits is not None
    kpi = found.kpi
    if kpi is None or kpi.unit != "%" or start is None or goal is None or start.value % 1 or goal % 1:
        return limits
    go_on, change = (
        float(ceil(each - 1e-9) if kpi.direction == "up" else floor(each + 1e-9)) for each in limits
    )
    return limits if go_on == change else (go_on, change)


def apart(first: float, second: float, unit: str, wording: Wording) -> tuple[str, str]:
    """Return two values in words, with one decimal more than usual where they would read alike."""
    words = wording.measured(first, unit), wording.measured(second, unit)
    if words[0] != words[1] or first == second:
        return words
    finer: Callable[[float], str] = lambda value: f"{wording.number(value, 1)} {unit}"  # noqa: E731
    if unit == "%":
        finer = lambda value: wording.percent(value, 2)  # noqa: E731
    return finer(first), finer(second)


def result(engagement: Engagement, findings: Findings, wording: Wording, place: int) -> str:
    """Return what the test of a quarter that is over says; empty where it is not over, or not reviewed."""
    review, quarter = findings.progress, QUARTERS[place]
    if review is None or quarter not in review.ended:
        return ""
    found = focus_of(engagement, findings, place)
    if found is None or found.kpi is None or not steers(found, place):
        return _work_done(engagement, findings, place)
    value = _measured(review.findings, found.kpi.id, quarter)
    if value is None:
        return f"{found.kpi.name} was not measured at the end of {quarter}, so the test gives no result."
    verdict = _verdict(found, value, place)
    worse = [
        name
        for name in found.kpi.guard.split(", ")
        if name and _is_worse(engagement, findings, name, quarter)
    ]
    if verdict == "go_on" and not worse and (unseen := _unseen(findings, found.kpi, quarter)):
        were = f"{wording.listing(unseen)} {'was' if len(unseen) == 1 else 'were'} not measured at the end of {quarter}"
        return (
            f"The focus stood at {wording.measured(value, found.kpi.unit)}, enough to go on, yet {were}, so the test"
            " gives no result."
        )
    said = {"go_on": "go on", "change_course": "change course", "stop": "stop and decide again"}
    if worse and verdict == "go_on":
        verdict = "change_course"
    guard = _guard_words(findings, wording, found.kpi, worse, quarter)
    stood = wording.measured(value, found.kpi.unit)
    return f"{upper(said[verdict])}. The focus stood at {stood}{guard}."


def decision(
    engagement: Engagement, findings: Findings, wording: Wording, place: int
) -> str | Unknown | None:
    """Return what was decided at the end of a quarter that is over; a hole where nobody has said it yet.

    None where the quarter is not over, or no review was held.
    """
    review, quarter = findings.progress, QUARTERS[place]
    if review is None or quarter not in review.ended or engagement.progress is None:
        return None
    given = engagement.progress.decisions
    if isinstance(given, Unknown):
        return given
    for each in records(given):
        verdict, day = known(each.verdict), known(each.day)
        if known(each.quarter) is quarter and verdict is not None:
            when = f" ({wording.day(day)})" if day else ""
            detail = known(each.detail)
            work = f", by {wording.text(each.work)}" if each.work is not None else ""
            follows = f" {detail.rstrip('. ')}." if detail else ""
            return f"{verdict.label}{when}{work}.{follows}"
    return Unknown(owner=known(engagement.rhythm.chair))


def _work_done(engagement: Engagement, findings: Findings, place: int) -> str:
    """Return how much of the work that had to be done is done, which is the test where the focus is not to move."""
    review = findings.progress
    names = {known(each.id) for each in needed(engagement, place)}
    mine = [each for each in review.deliveries if known(each.initiative.id) in names] if review else []
    done = sum(each.status is not None and each.status.value == "done" for each in mine)
    if not mine:
        return ""
    verdict = (
        "Go on" if done == len(mine)
        else "Change course" if len(mine) == 1 or done >= _least_half(len(mine))
        else "Stop and decide again"
    )  # fmt: skip
    are = "is" if done == 1 else "are"
    return f"{verdict}: {done} of the {len(mine)} pieces of work that had to be done {are}."


def _verdict(found: ObjectiveFinding, value: float, place: int) -> Result:
    limits, up = limits_of(found, place), found.kpi is not None and found.kpi.direction == "up"
    reached = [value >= each - 1e-9 if up else value <= each + 1e-9 for each in limits]
    return "go_on" if reached[0] else "change_course" if reached[1] else "stop"


def _guard_words(findings: Findings, wording: Wording, focus: Kpi, worse: list[str], quarter: Quarter) -> str:
    review = findings.progress
    parts = []
    for name in focus.guard.split(", "):
        value = _measured(review.findings, name, quarter) if review else None
        if value is not None and name in findings.kpis:
            kpi = findings.kpis[name]
            parts.append(
                f"{inside(kpi.name)} {'broke' if name in worse else 'held'} at {wording.measured(value, kpi.unit)}"
            )
    return f"; {wording.listing(parts)}" if parts else ""


def _unseen(findings: Findings, focus: Kpi, quarter: Quarter) -> list[str]:
    """Return the guardrails of a focus that were not measured at the end of a quarter, by name."""
    found = findings.progress.findings if findings.progress else ()
    names = [name for name in focus.guard.split(", ") if name in findings.kpis]
    return [inside(findings.kpis[name].name) for name in names if _measured(found, name, quarter) is None]


def _is_worse(engagement: Engagement, findings: Findings, name: str, quarter: Quarter) -> bool:
    start, kpi = start_of(engagement, findings, name), findings.kpis.get(name)
    value = _measured(findings.progress.findings, name, quarter) if findings.progress else None
    return (
        start is not None
        and value is not None
        and kpi is not None
        and guardrails.is_broken(kpi, start, value)
    )


def _measured(found: tuple[ReviewFinding, ...], name: str, quarter: Quarter) -> float | None:
    values = (
        stand.value
        for each in found
        if each.kpi.id == name
        for stand in each.standings
        if stand.quarter is quarter
    )
    return next(values, None)


def focus_of(engagement: Engagement, findings: Findings, place: int) -> ObjectiveFinding | None:
    """Return the objective of the measure that a quarter, 0 to 3, is steered by; None where it has none with a target."""
    name = known(getattr(engagement.focus_metrics, QUARTERS[place].value.lower()))
    return aimed(findings, name) if name else None


def aimed(findings: Findings, name: str) -> ObjectiveFinding | None:
    """Return the objective of a measure whose target may be printed."""
    return next(
        (each for each in findings.objectives if each.printable and each.kpi and each.kpi.id == name), None
    )


def start_of(engagement: Engagement, findings: Findings, name: str) -> float | None:
    """Return where a measure stood at the start: as its objective has it, else as the baseline."""
    for each in findings.objectives:
        if known(each.objective.kpi) == name and (value := figure(each.objective.baseline)) is not None:
            return value
    return social_value(engagement, name)
