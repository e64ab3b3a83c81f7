"""What a page of a quarter says in sentences: its budget, its guardrails, its test, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from stratgen.analysis.findings import Findings, Kpi, ObjectiveFinding, ReviewFinding
from stratgen.analysis.measures import social_value
from stratgen.analysis.options import by_quarter
from stratgen.analysis.scoring import figure
from stratgen.analysis.wording import Wording
from stratgen.engagement import Engagement, Quarter, Unknown, known, records
from stratgen.engagement.board import CostKind

QUARTERS = tuple(Quarter)
Result = Literal["go_on", "change_course", "stop"]


def quarter_filters(wording: Wording) -> dict[str, Callable[[Any], Any]]:
    """Return the filters of the quarter's page by name.

    Each takes the engagement, the findings and the quarter's place in one list; the guardrail also the focus.
    """

    def bound(words: Callable[..., Any]) -> Callable[[Any], Any]:
        return lambda given: words(given[0], given[1], wording, *given[2:])

    return {
        f"quarter_{words.__name__}": bound(words)
        for words in (budget, guardrail, key_results, test, result, decision)
    }


def budget(engagement: Engagement, findings: Findings, wording: Wording, place: int) -> str:
    """Return the budget of a quarter by what it is for, and the cost of the work that ends in it.

    The budget follows from the board's cost lines; empty where the quarter has none. `place` runs from 0 to 3.
    """
    total, costs = findings.case.by_quarter[place], records(engagement.board.costs)
    if not total:
        return ""
    kinds = {
        kind: by_quarter([each for each in costs if known(each.kind) is kind])[place] for kind in CostKind
    }
    parts = [f"{kind.label.lower()} {wording.money(amount)}" for kind, amount in kinds.items() if amount]
    words = f"{wording.money(total)} ({'; '.join(parts)})" if len(parts) > 1 else wording.money(total)
    quarter = QUARTERS[place]
    work = [each for each in records(engagement.initiatives) if known(each.quarter) is quarter]
    whole = sum(known(each.cost) or 0 for each in work)
    if findings.roadmap_drafted or not whole:
        return f"{words}."
    return f"{words}. The work that ends in {quarter} costs {wording.money(whole)} over the whole year."


def guardrail(engagement: Engagement, findings: Findings, wording: Wording, place: int, focus: Kpi) -> str:
    """Return which measures may not get worse while the focus gets better, each with the value that it has to hold.

    Without a guardrail of its own, a quarter has the lines of the earlier focus measures. Empty where it has none.
    """
    names = [each for each in focus.guard.split(", ") if each in findings.kpis]
    parts = []
    for name in names:
        kpi, start = findings.kpis[name], _start(engagement, findings, name)
        side = "fall below" if kpi.direction == "up" else "rise above"
        parts.append(
            f"{_inside(kpi)} may not get worse once it is measured; it is not measured yet"
            if start is None
            else f"{_inside(kpi)} may not {side} {wording.measured(start, kpi.unit)}"
        )
    if parts:
        return f"{_upper('; '.join(parts))}."
    earlier = [
        found
        for each in _earlier(engagement, place)
        if each != focus.id and (found := _aimed(findings, each))
    ]
    if not earlier:
        return ""
    lines = wording.listing(
        f"{_inside(each.kpi)} ({wording.measured(value, each.kpi.unit)})"
        for each in earlier
        if each.kpi and (value := each.quarters[place]) is not None
    )
    return f"{_upper(lines)} may not fall behind {'its line' if len(earlier) == 1 else 'their lines'}."


def key_results(engagement: Engagement, findings: Findings, wording: Wording, place: int) -> str:
    """Return the targets of a quarter by kind in a few sentences, and from when the others have one.

    Empty where something was measured at its end: then a table shows what. The kind is said only where it was asked.
    """
    quarter = QUARTERS[place]
    every = [(each, each.kpi) for each in findings.objectives if each.printable and each.kpi]
    seen = engagement.progress.actuals if engagement.progress else None
    if any(known(each.quarter) is quarter for each in records(seen)):
        return ""
    kinds: dict[str, list[str]] = {}
    for each, kpi in every:
        value, kind = each.quarters[place], known(each.objective.commitment)
        if value is None:
            continue
        label = (
            f"No target before {QUARTERS[each.held]}"
            if place < each.held
            else kind.label.capitalize()
            if kind
            else ""
        )
        words = _inside(kpi) if place < each.held else f"{_inside(kpi)} {wording.measured(value, kpi.unit)}"
        kinds.setdefault(label, []).append(words)
    return " ".join(
        f"{label}: {wording.listing(names)}." if label else f"{_upper(wording.listing(names))}."
        for label, names in sorted(kinds.items(), key=lambda each: each[0].startswith("No target"))
    )


def test(engagement: Engagement, findings: Findings, wording: Wording, place: int) -> str:
    """Return what decides at the end of a quarter whether the plan goes on, changes course or stops.

    Where the work that moves the focus ends later, or no target is set, the work of the quarter itself is the test.
    """
    quarter, found = QUARTERS[place], _focus(engagement, findings, place)
    if found is None or found.kpi is None or found.limits[place] is None or place < found.held:
        words = f"Go on if the work of {quarter} is done; otherwise change course, or stop and decide again."
    else:
        words = _thresholds(found, found.kpi, wording, place)
    released = findings.case.by_quarter[place + 1] if place < len(QUARTERS) - 1 else 0
    if released and any(known(each.releases) for each in records(engagement.board.resolutions)):
        words += f" The review then releases {wording.money(released)} for {QUARTERS[place + 1]}."
    return words


def _thresholds(found: ObjectiveFinding, kpi: Kpi, wording: Wording, place: int) -> str:
    limits = found.limits[place]
    assert limits is not None
    go_on, change = apart(limits[0], limits[1], kpi.unit, wording)
    held = ", if the guardrail holds" if kpi.guard or place else ""
    more, on = ("or more", "from {} on. Below") if kpi.direction == "up" else ("or less", "up to {}. Beyond")
    return f"Go on at {go_on} {more}{held}. Change course {on.format(change)} that, stop and decide again."


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
    found = _focus(engagement, findings, place)
    if found is None or found.kpi is None or found.limits[place] is None or place < found.held:
        return _work_done(findings, quarter)
    value = _measured(review.findings, found.kpi.id, quarter)
    if value is None:
        return f"{found.kpi.name} was not measured at the end of {quarter}, so the test gives no result."
    verdict = _verdict(found, value, place)
    worse = [
        name
        for name in found.kpi.guard.split(", ")
        if name and _is_worse(engagement, findings, name, quarter)
    ]
    said = {"go_on": "go on", "change_course": "change course", "stop": "stop and decide again"}
    if worse and verdict == "go_on":
        verdict = "change_course"
    guard = _guard_words(findings, wording, found.kpi, worse, quarter)
    stood = wording.measured(value, found.kpi.unit)
    return f"{_upper(said[verdict])}. The focus stood at {stood}{guard}."


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
            follows = f" {detail.rstrip('. ')}." if detail else ""
            return f"{verdict.label}{when}.{follows}"
    return Unknown(owner=known(engagement.rhythm.chair))


def _work_done(findings: Findings, quarter: Quarter) -> str:
    """Return how much of the work of a quarter is done, which is the test where the focus has no target yet."""
    review = findings.progress
    mine = [each for each in review.deliveries if known(each.initiative.quarter) is quarter] if review else []
    done = sum(each.status is not None and each.status.value == "done" for each in mine)
    if not mine:
        return ""
    verdict = "Go on" if done == len(mine) else "Change course, or stop and decide again"
    return f"{verdict}: {done} of the {len(mine)} pieces of work of {quarter} {'is' if done == 1 else 'are'} done."


def _verdict(found: ObjectiveFinding, value: float, place: int) -> Result:
    limits, up = found.limits[place], found.kpi is not None and found.kpi.direction == "up"
    assert limits is not None
    for limit, verdict in zip(limits, ("go_on", "change_course"), strict=True):
        if (value >= limit - 1e-9) if up else (value <= limit + 1e-9):
            return "go_on" if verdict == "go_on" else "change_course"
    return "stop"


def _guard_words(findings: Findings, wording: Wording, focus: Kpi, worse: list[str], quarter: Quarter) -> str:
    review = findings.progress
    parts = []
    for name in focus.guard.split(", "):
        value = _measured(review.findings, name, quarter) if review else None
        if value is not None and name in findings.kpis:
            kpi = findings.kpis[name]
            parts.append(
                f"{_inside(kpi)} {'got worse' if name in worse else 'held'} at {wording.measured(value, kpi.unit)}"
            )
    return f"; {wording.listing(parts)}" if parts else ""


def _is_worse(engagement: Engagement, findings: Findings, name: str, quarter: Quarter) -> bool:
    start, kpi = _start(engagement, findings, name), findings.kpis.get(name)
    value = _measured(findings.progress.findings, name, quarter) if findings.progress else None
    if start is None or value is None or kpi is None:
        return False
    return value < start if kpi.direction == "up" else value > start


def _measured(found: tuple[ReviewFinding, ...], name: str, quarter: Quarter) -> float | None:
    values = (
        stand.value
        for each in found
        if each.kpi.id == name
        for stand in each.standings
        if stand.quarter is quarter
    )
    return next(values, None)


def _focus(engagement: Engagement, findings: Findings, place: int) -> ObjectiveFinding | None:
    name = known(getattr(engagement.focus_metrics, QUARTERS[place].value.lower()))
    return _aimed(findings, name) if name else None


def _aimed(findings: Findings, name: str) -> ObjectiveFinding | None:
    return next(
        (each for each in findings.objectives if each.printable and each.kpi and each.kpi.id == name), None
    )


def _earlier(engagement: Engagement, place: int) -> list[str]:
    names = (known(getattr(engagement.focus_metrics, each.value.lower())) for each in QUARTERS[:place])
    return list(dict.fromkeys(name for name in names if name))


def _start(engagement: Engagement, findings: Findings, name: str) -> float | None:
    """Return where a measure stood at the start: as its objective has it, else as the baseline."""
    for each in findings.objectives:
        if known(each.objective.kpi) == name and (value := figure(each.objective.baseline)) is not None:
            return value
    return social_value(engagement, name)


def _inside(kpi: Kpi) -> str:
    return kpi.name if kpi.name[1:2].isupper() else f"{kpi.name[:1].lower()}{kpi.name[1:]}"


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
