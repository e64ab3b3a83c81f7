"""Explanations of people, worth and progress: the team mirror, silence, benefits, tools, the review, SPOT ON."""

from __future__ import annotations

from collections.abc import Iterator

from stratgen.analysis.explaining.explanation import Case, Explanation, Input
from stratgen.analysis.findings import ReviewFinding
from stratgen.analysis.keypaths import Path
from stratgen.engagement import records

_LOW_BASE_HIGH = ("Low", "Base", "High")


def mirror(case: Case) -> Iterator[Explanation]:
    """Explain how far the team matches its customers; nothing where it was not asked."""
    formula, found = case.formula("mirror"), case.findings.mirror
    if not found.asked:
        return
    paths: list[Path] = [("team", "skills"), ("terms", "hours"), ("service", "hours")]
    yield Explanation(
        key="mirror",
        title=formula.title,
        formula=formula.words,
        after=formula.after,
        inputs=case.inputs(*paths),
        parts=tuple((cover.name, case.wording.score(cover.score, 0)) for cover in found.covers),
        result=case.out_of(found.score, "of 100"),
        notes=tuple(f"{gap}." for gap in found.gaps),
    )


def silence(case: Case) -> Iterator[Explanation]:
    """Explain the cost of silence, or why no range is given."""
    formula, found = case.formula("silence"), case.findings.silence
    counts: list[Path] = [
        ("channels", n, name)
        for n, _ in enumerate(records(case.engagement.channels))
        for name in ("needing_reply", "response_rate")
    ]
    others: list[Path] = [("engagement", "margin_per_customer")]
    if case.engagement.board.silence is not None:
        others += [("board", "silence", name) for name in ("contacts_per_customer", "leave_rate")]
    money = case.wording.expected
    yield Explanation(
        key="silence",
        title=formula.title,
        formula=formula.words,
        after=formula.after,
        inputs=case.inputs(*counts, *others),
        parts=(
            ("Unanswered in a year", case.scored(found.unanswered, 0)),
            ("Customers without an answer", case.scored(found.customers, 0)),
        ),
        result=f"{money(found.base)} a year, between {money(found.low)} and {money(found.high)}"
        if found.base is not None and found.low is not None and found.high is not None
        else f"not shown, because {found.reason}",
    )


def benefits(case: Case) -> Iterator[Explanation]:
    """Explain benefits, net and payback; nothing where no benefit is named."""
    formula, found = case.formula("benefits"), case.findings.benefits
    if not found.findings:
        return
    money = case.wording.expected
    inputs = []
    for number, each in enumerate(found.findings):
        amounts = ", ".join(
            f"{name.lower()} {'not known' if part is None else money(part)}"
            for name, part in zip(_LOW_BASE_HIGH, (each.low, each.base, each.high), strict=True)
        )
        how = {"deflection": "contacts that move", "first_contact": "repeat contacts", "typed": "as typed"}[
            each.kind
        ]
        counted = "" if each.counted else "; not counted: the same contacts stand in another benefit"
        inputs.append(
            Input(case.say(each.benefit.item), f"{amounts} ({how}{counted})", f"board.benefits[{number}]")
        )
    parts = [
        (f"{name}, {level.lower()}", money(value))
        for name, amounts in (("Total", found.total), ("Net", found.net))
        if amounts is not None
        for level, value in zip(_LOW_BASE_HIGH, amounts, strict=True)
    ]
    parts += [(f"Payback, {level.lower()}", words)
              for level, words in zip(_LOW_BASE_HIGH, found.payback_words, strict=True)]  # fmt: skip
    yield Explanation(
        key="benefits",
        title=formula.title,
        formula=formula.words,
        after=formula.after,
        inputs=tuple(inputs),
        parts=tuple(parts),
        result="not scored" if found.total is None else f"{money(found.total[1])} a year in the base case",
    )


def tools(case: Case) -> Iterator[Explanation]:
    """Explain the comparison of tools; nothing where none was considered."""
    formula, found = case.formula("tools"), case.findings.tools
    if found is None:
        return
    inputs = []
    for number, each in enumerate(found.tools):
        unmet = case.wording.listing([must.name for must in each.unmet])
        words = f"out, lacks {unmet}" if each.excluded else f"{case.wording.score(each.score, 2)} of 5"
        inputs.append(Input(each.name, words, f"tools.candidates[{number}]"))
    weights = case.wording.listing(
        [f"{each.name} {each.weight:g}" for each in found.criteria if not each.must]
    )
    musts = case.wording.listing([each.name for each in found.criteria if each.must])
    yield Explanation(
        key="tools",
        title=formula.title,
        formula=formula.words,
        after=formula.after,
        inputs=(*inputs, Input("Musts", musts), Input("Weights", weights)),
        parts=(),
        result=case.wording.listing([each.name for each in found.first]) or "none meets every must",
    )


def progress(case: Case) -> Iterator[Explanation]:
    """Explain where the objectives stand in the review; nothing before the first."""
    formula, found = case.formula("progress"), case.findings.progress
    if found is None:
        return
    yield Explanation(
        key="progress",
        title=formula.title,
        formula=formula.words,
        after=formula.after,
        inputs=tuple(Input(each.kpi.name, _reviewed(case, each)) for each in found.findings),
        parts=tuple(
            (
                each.kpi.name,
                _way(case, each),
            )
            for each in found.findings
        ),
        result=", ".join(
            f"{len(found.rated(rating))} {rating.lower()}" for rating in ("Green", "Amber", "Red")
        ),
    )


def _way(case: Case, each: ReviewFinding) -> str:
    """Return how far an objective has come what was due: "55% of the way where 50% was due, Green"."""
    if each.done is None or each.elapsed is None:
        return each.why or "not judged"
    share = case.wording.percent
    words = each.rating or each.why
    return f"{share(100 * each.done, 0)} of the way where {share(100 * each.elapsed, 0)} was due, {words}"


def _reviewed(case: Case, each: ReviewFinding) -> str:
    numbers = (each.baseline, each.target, each.actuals[-1][1].value if each.actuals else None)
    baseline, target, actual = (case.scored(value, 2, "not known") for value in numbers)
    when = f"last in {each.earlier[0]}" if each.earlier else "now"
    return f"from {baseline} to {target}, {when} {actual}"


def blocks(case: Case) -> Iterator[Explanation]:
    """Explain the six blocks of SPOT ON."""
    formula, found = case.formula("spot_on"), case.findings.spot_on
    yield Explanation(
        key="spot_on",
        title=formula.title,
        formula=formula.words,
        after=formula.after,
        inputs=tuple(
            Input(
                f"{bar.name}, {given.words[:1].lower()}{given.words[1:]}",
                case.scored(given.value, 0, "missing, counts as 0"),
            )
            for bar in found.bars
            for given in bar.inputs
        ),
        parts=tuple((bar.name, case.scored(bar.value, 0)) for bar in found.bars),
        result=f"lowest: {case.wording.listing([bar.name for bar in found.lowest])}",
    )
