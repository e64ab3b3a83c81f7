"""What a page of a quarter says in sentences: its budget, its guardrails, and what is only held."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from stratgen.analysis import guardrails
from stratgen.analysis.findings import Findings, Kpi
from stratgen.analysis.options import by_quarter
from stratgen.analysis.quarter_tests import QUARTERS, aimed, decision, held_by, result, start_of, test
from stratgen.analysis.scoring import figure
from stratgen.analysis.sentences import inside, upper
from stratgen.analysis.wording import Wording
from stratgen.engagement import Engagement, known, records
from stratgen.engagement.money import Cost, CostKind

SENT_ON = "RECH"
"""The measure that the service module asks for too (SCX-02)."""


def quarter_filters(wording: Wording) -> dict[str, Callable[[Any], Any]]:
    """Return the filters of the quarter's page by name.

    Each takes the engagement, the findings and the quarter's place in one list; the guardrail also the focus, and
    where a measure stands takes that measure instead of the place.
    """

    def bound(words: Callable[..., Any]) -> Callable[[Any], Any]:
        return lambda given: words(given[0], given[1], wording, *given[2:])

    return {
        f"quarter_{words.__name__}": bound(words)
        for words in (budget, guardrail, held, stands, test, result, decision)
    }


def budget(engagement: Engagement, findings: Findings, wording: Wording, place: int) -> str:
    """Return the budget of a quarter, 0 to 3, by the work that it pays for, or else by its kind.

    It follows from the board's cost lines; empty where the quarter has none. The table of the work has what each
    piece costs in the whole year, so that the part that falls in the quarter is said here.
    """
    total, costs = findings.case.by_quarter[place], records(engagement.board.costs)
    if not total:
        return ""
    work = _by_work(costs, findings, wording, place)
    parts = [f"{purpose} {wording.money(amount)}" for purpose, amount in work] or _by_kind(
        costs, findings, wording, place
    )
    starts = findings.quarter_starts
    waits = by_quarter([each for each in costs if each.only_if], starts)[place]
    until = f" Of it {wording.money(waits)} waits for its condition." if waits else ""
    if len(work) == 1:
        return f"{wording.money(total)}, all of it for {work[0][0]}.{until}"
    listed = f" ({'; '.join(parts)})" if parts else ""
    return f"{wording.money(total)}{listed}.{until}"


def _by_kind(costs: Sequence[Cost], findings: Findings, wording: Wording, place: int) -> list[str]:
    kinds = {
        kind: by_quarter([each for each in costs if known(each.kind) is kind], findings.quarter_starts)[place]
        for kind in CostKind
    }
    parts = [f"{kind.label.lower()} {wording.money(amount)}" for kind, amount in kinds.items() if amount]
    return parts if len(parts) > 1 else []


def _by_work(
    costs: Sequence[Cost], findings: Findings, wording: Wording, place: int
) -> list[tuple[str, float]]:
    """Return what a quarter's budget is for, piece of work by piece of work, and for what else; empty where no line says it."""
    named: dict[str | None, list[Cost]] = {}
    for each in costs:
        named.setdefault(known(each.pays_for) if each.pays_for else None, []).append(each)
    starts = findings.quarter_starts
    spent = {name: by_quarter(lines, starts)[place] for name, lines in named.items()}
    parts = [(name, amount) for name, amount in spent.items() if name and amount]
    if parts and (rest := spent.get(None, 0.0)):
        items = [inside(wording.text(each.item)) for each in named[None] if by_quarter([each], starts)[place]]
        parts.append((f"in no piece of work: {wording.listing(items)}", rest))
    return parts


def guardrail(engagement: Engagement, findings: Findings, wording: Wording, place: int, focus: Kpi) -> str:
    """Return which measures may not get worse while the focus gets better, each with the margin that it has.

    Without a guardrail of its own, a quarter has the lines of the earlier focus measures, which may not be Red: the
    one scale of the page, the scorecard and the review. Empty where it has none.
    """
    parts = [
        _guarded(
            findings.kpis[each], start_of(engagement, findings, each), wording, findings.progress is not None
        )
        for each in focus.guard.split(", ")
        if each in findings.kpis
    ]
    if parts:
        return f"{upper('; '.join(parts))}."
    earlier = [
        found for each in _earlier(engagement, place) if each != focus.id and (found := aimed(findings, each))
    ]
    lines = [
        f"{inside(each.kpi.name)} ({wording.measured(value, each.kpi.unit)})"
        for each in earlier
        if each.kpi and (value := each.quarters[place]) is not None
    ]
    if not lines:
        return ""
    return f"{upper(wording.listing(lines))} may not be Red." if len(lines) == 1 else (
        f"None of {wording.listing(lines, 'or')} may be Red."
    )  # fmt: skip


def stands(engagement: Engagement, findings: Findings, wording: Wording, kpi: Kpi) -> str:
    """Return where a measure without an objective stands: "46% today"; empty where nobody has measured it."""
    value = start_of(engagement, findings, kpi.id)
    if value is None and kpi.id == SENT_ON:
        value = figure(engagement.service.rechannelled)
    when = "at the start" if findings.progress else "today"
    return "" if value is None else f"{wording.measured(value, kpi.unit)} {when}"


def _guarded(kpi: Kpi, start: float | None, wording: Wording, reviewed: bool) -> str:
    side, way = ("below", "fall") if kpi.direction == "up" else ("above", "rise")
    points = guardrails.in_points(kpi)
    margin = f"{wording.number(guardrails.POINTS)} points" if points else "a twentieth"
    if start is None:
        first = f"may not {way} more than {margin} {side} its first value"
        return f"{inside(kpi.name)} {first}; it is not measured yet"
    if points:
        value = wording.measured(start, kpi.unit)
        whence = f"the {value} of the start" if reviewed else f"today’s {value}"
        return f"{inside(kpi.name)} may not {way} more than {margin} {side} {whence}"
    return (
        f"{inside(kpi.name)} may not {way} {side} {wording.measured(guardrails.limit(kpi, start), kpi.unit)}"
    )


def held(engagement: Engagement, findings: Findings, wording: Wording, place: int) -> str:
    """Return which measures are to be held where they stand today, by steps that were set one by one.

    Empty where there are none; the focus of the quarter says of itself that it stays. What no work of the year has begun to move yet is not said again: the scorecard shows it.
    """
    focus = known(getattr(engagement.focus_metrics, QUARTERS[place].value.lower()))
    names = [
        f"{inside(each.kpi.name)} at {wording.measured(value, each.kpi.unit)}"
        for each in held_by(findings, place)
        if each.kpi and each.kpi.id != focus and (value := each.quarters[place]) is not None
    ]  # fmt: skip
    return f"{upper(wording.listing(names))}." if names else ""


def _earlier(engagement: Engagement, place: int) -> list[str]:
    names = (known(getattr(engagement.focus_metrics, each.value.lower())) for each in QUARTERS[:place])
    return list(dict.fromkeys(name for name in names if name))
