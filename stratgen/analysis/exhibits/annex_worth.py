"""Exhibits of the annex on method: team, coalition, objectives, money and tools, each result with its inputs.

Counts only where people stand behind a score; no name and no view of a stakeholder is read here.
"""

from __future__ import annotations

import re
from dataclasses import replace

from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.cells import row, words
from stratgen.analysis.exhibits.ledger import columns, table
from stratgen.analysis.findings import Derived, SpotBar, ToolScore
from stratgen.analysis.sentences import inside, upper
from stratgen.catalogue import formulas
from stratgen.document import Cell, Exhibit, Row, plain
from stratgen.engagement import Choice, known

_ID = re.compile(r"\b[A-Z]{2,}\b")


def worth(brief: Brief) -> Exhibit | None:
    """Return the scores of team, coalition, objectives, silence, benefits, tools and evidence (5.8 to 5.14)."""
    rows = [_with_formula(key, each) for key, build in _ROWS.items() for each in build(brief)]
    heads = columns(("Score and result", 2.1), ("How it is made, and from what", 4.6))
    return table("annex-worth", "Scores of team, coalition, money and evidence", heads, rows)


def _with_formula(key: str, made: Row) -> Row:
    """Return title and result beside the formula in words and the inputs, from a row of title, result and inputs."""
    title, result, inputs = made.cells
    found = formulas()[key]
    after = f" After {found.after}." if found.after else ""
    how = words(f"{found.words}{after}")
    results = words("; ".join(map(plain, result.paragraphs)))
    return Row((_one(title, results), _one(how, inputs)))


def _one(first: Cell, second: Cell) -> Cell:
    """Return the paragraphs of two cells in one."""
    return replace(first, paragraphs=first.paragraphs + second.paragraphs)


def _team(brief: Brief) -> list[Row]:
    found, w = brief.findings.mirror, brief.wording
    if not found.asked:
        return []
    covers = (f"{each.name} {w.score(each.score, 0)}" for each in found.covers)
    return [row(words("Team and customers, 0 to 100"), words(w.score(found.score)), words("; ".join(covers)))]


def _coalition(brief: Brief) -> list[Row]:
    found, w = brief.findings.coalition, brief.wording
    carried = "Fragile: under 0.2" if found.fragile else ""
    counts = (
        f"{w.number(found.interviewed)} people interviewed in {w.number(len(found.departments))} departments",
        f"{w.number(found.champions)} strongly in favour",
        f"{w.number(found.sponsors)} who could sponsor",
    )
    return [
        row(words("Strength of the coalition, −1 to 1"), words(w.score(found.score, 2), carried),
            words("; ".join(counts)))
    ]  # fmt: skip


def _objectives(brief: Brief) -> list[Row]:
    found, w = brief.findings.objectives, brief.wording
    if not found:
        return []
    whole = sum(each.printable for each in found)
    lacking = [
        f"{w.text(each.objective.sentence).rstrip('.')}: lacks {w.listing(each.failed)}"
        for each in found
        if each.failed
    ]
    verb = "passes" if whole == 1 else "pass"
    passed = (
        f"{whole} of {len(found)} {'objective' if len(found) == 1 else 'objectives'} {verb} all six tests"
    )
    smart = w.score(brief.findings.smart, 2)
    return [row(words("Quality of objectives, 0 to 1"), words(smart), words(passed, *lacking))]


def _silence(brief: Brief) -> list[Row]:
    found, w = brief.findings.silence, brief.wording
    title = words("Cost of silence, a year")
    if found.low is None or found.base is None or found.high is None:
        return [row(title, words("Not shown"), words(f"Not shown, because {found.reason}."))]
    given = brief.engagement.board.silence
    amounts = f"{w.expected(found.low)} to {w.expected(found.high)}, base {w.expected(found.base)}"
    inputs = [
        f"{w.number(found.unanswered or 0, 0)} unanswered messages a year",
        f"{w.number(found.channels)} channels counted",
    ]
    if given is not None:
        inputs += [
            f"{w.text(given.contacts_per_customer)} for each customer",
            f"{w.text(given.leave_rate)} of those customers leave",
        ]
    if margin := known(brief.engagement.engagement.margin_per_customer):
        inputs.append(f"yearly margin {w.money(margin.value)}")
    return [row(title, words(amounts), words(upper("; ".join(inputs))))]


def _benefits(brief: Brief) -> list[Row]:
    found, case, w = brief.findings.benefits, brief.findings.case, brief.wording
    if not found.findings:
        return []
    title = words("Benefits and payback, a full year")
    if found.total is None:
        return [row(title, words("Not scored"), words("An amount is not known"))]
    parts = {"released or avoided": found.released, "budget cut agreed": found.cut, "net": found.net}
    ranges = (
        f"{name} {_range(brief, value)}"
        for name, value in parts.items()
        if value is not None and value != found.total
    )
    counted = sum(each.counted for each in found.findings)
    inputs = [f"{counted} of {len(found.findings)} lines counted"]
    if case.one_off is not None and case.full_year is not None:
        inputs.append(
            f"one-off cost {w.money(case.one_off)}; recurring cost of a full year {w.money(case.full_year)}"
        )
    back = "; ".join(f"{name} {value.lower()}" for name, value in
                     zip(("low", "base", "high"), found.payback_words, strict=True))  # fmt: skip
    return [
        row(title, words(f"Total {_range(brief, found.total)}", *ranges),
            words(upper("; ".join(inputs)), f"Payback: {back}"))
    ]  # fmt: skip


def _tools(brief: Brief) -> list[Row]:
    found = brief.findings.tools
    if found is None:
        return []
    ranked = sum(each.rank is not None for each in found.tools)
    result = f"{ranked} of {len(found.tools)} ranked"
    return [row(words("Tools for care, 0 to 5"), words(result), words("The marks, in the table below"))]


def _options(brief: Brief) -> list[Row]:
    robust = brief.findings.case.robust
    if robust is None:
        return []
    return [
        row(
            words("Options"),
            words("Robust" if robust else "Not robust"),
            words("The marks, in the appendix of part 1"),
        )
    ]


def tool_marks(brief: Brief) -> Exhibit | None:
    """Return the marks of the tools, 0 to 5, with the weight of each criterion; the tools are columns (5.13)."""
    found = brief.findings.tools
    if found is None:
        return None
    rows = []
    for each in found.criteria:
        given = [(known(tool.candidate.scores) or {}).get(each.id) for tool in found.tools]
        if not each.must and any(mark is not None for mark in given):
            marks = ("–" if mark is None else str(mark) for mark in given)
            rows.append(row(words(each.name), words(str(each.weight)), *map(words, marks)))
    weights = sum(each.weight for each in found.criteria if not each.must)
    results = (words(_tool(brief, each)) for each in found.tools)
    rows.append(Row((words("Result"), words(str(weights)), *results), "total"))
    heads = columns(
        ("Criterion", 2.6), ("Weight", 0.7, "end"), *((each.name, 1.6, "end") for each in found.tools)
    )
    return table(
        "annex-tools",
        "Marks of the tools, 0 to 5",
        heads,
        rows,
    )


def _tool(brief: Brief, tool: ToolScore) -> str:
    if tool.unmet:
        return f"Out: lacks {brief.wording.listing(each.name.lower() for each in tool.unmet)}"
    rank = (
        f", rank {tool.rank}" if tool.rank else ", not ranked: a must is not judged yet" if tool.open else ""
    )
    return f"{brief.wording.score(tool.score, 2)}{rank}"


def _progress(brief: Brief) -> list[Row]:
    found, w = brief.findings.progress, brief.wording
    if found is None:
        return []
    lines = []
    for each in found.findings:
        if each.done is None:
            why = f", since {inside(each.why)}" if each.why else ""
            lines.append(f"{each.kpi.name}: {each.rating or 'not rated'}{why}")
            continue
        done = f"{w.percent(100 * each.done, 0)} of the way"
        due = "" if each.elapsed is None else f" where {w.percent(100 * each.elapsed, 0)} was due"
        grade = (
            "" if each.grade is None else f", {w.number(each.grade, 1)} of the step of {found.quarter.value}"
        )
        lines.append(f"{each.kpi.name}: {done}{due}, {each.rating or 'not rated'}{grade}")
    counts = (f"{len(found.rated(rating))} {rating}" for rating in ("Green", "Amber", "Red"))
    return [row(words(f"Progress, {found.quarter.value}"), words("; ".join(counts)), words(*lines))]


def _evidence(brief: Brief) -> list[Row]:
    found, w = brief.findings.evidence, brief.wording
    index = "Not scored" if found.index is None else w.percent(found.index, 0)
    counts = {
        grade: sum(each.figure.grade is not None and each.figure.grade.value == grade for each in found.lines)
        for grade in "ABCD"
    }
    graded = "; ".join(f"{grade}: {count}" for grade, count in counts.items())
    return [
        row(
            words("Evidence, share that was measured"),
            words(index),
            words(f"Figures and benefits by grade, {graded}"),
        )
    ]


_ROWS = {
    "mirror": _team, "coalition": _coalition, "objectives": _objectives, "silence": _silence, "benefits": _benefits,
    "options": _options, "tools": _tools, "progress": _progress, "evidence": _evidence,
}  # fmt: skip
"""By the key of its formula."""


def spot_on(brief: Brief) -> Exhibit | None:
    """Return the six bars of the work, each with what it is made of; what is missing counts as 0 (5.17)."""
    heads = columns(("Block", 1.3), ("0 to 100", 0.7, "end"), ("Inputs", 4))
    rows = [row(words(each.name), words(brief.wording.number(each.value, 0)), _inputs(brief, each))
            for each in brief.findings.spot_on.bars]  # fmt: skip
    return table("annex-spot-on", "Six blocks of the work", heads, rows)


def _inputs(brief: Brief, bar: SpotBar) -> Cell:
    parts = (
        f"{each.words} {'missing' if each.value is None else brief.wording.number(each.value, 0)}"
        for each in bar.inputs
    )
    return words("; ".join(parts))


def derived(brief: Brief) -> Exhibit | None:
    """Return the maturity answers that also follow from other answers, both values, and why they differ (5.2, 5.3)."""
    found = brief.findings.derived
    rows = [_departing(brief, each) for each in found if each.departs]
    same = [each.item.label for each in found if each.derived is not None and not each.departs]
    unheld = [each.item.label for each in found if each.derived is None]
    for title, items in (("As derived", same), ("Cannot be derived yet", unheld)):
        if items:
            rows.append(row(words(title), words(), words(), words("; ".join(items))))
    heads = columns(("Answer", 1.6), ("Derived", 0.7), ("Given", 0.7), ("From what, and why it differs", 4))
    return table("annex-derived", "Maturity answers that also follow from others", heads, rows)


def _departing(brief: Brief, found: Derived) -> Row:
    why = f"Given otherwise because: {found.reason}" if found.reason else "No reason is given"
    return row(
        words(found.item.label),
        words(_level(brief, found.derived)),
        words(_level(brief, found.given)),
        words(f"{upper(_named(brief, found.because)).rstrip('.')}. {why}"),
    )


def _named(brief: Brief, text: str) -> str:
    """Return words with the names of measures in place of their short ids."""
    kpis = brief.findings.kpis
    return _ID.sub(lambda found: kpis[found[0]].name.lower() if found[0] in kpis else found[0], text)


def _level(brief: Brief, value: float | bool | Choice | None) -> str:
    return "" if value is None else brief.wording.text(value)


def _range(brief: Brief, values: tuple[float, float, float]) -> str:
    w = brief.wording
    return f"{w.expected(values[0])} to {w.expected(values[2])}, base {w.expected(values[1])}"


BUILDERS: dict[str, Builder] = {"annex-worth": worth, "annex-spot-on": spot_on, "annex-derived": derived,
                                "annex-tools": tool_marks}  # fmt: skip
