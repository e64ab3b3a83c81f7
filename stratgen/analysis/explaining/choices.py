"""Explanations of what is weighed and planned: objectives, coalition, options, risks, order, evidence, completeness."""

from __future__ import annotations

from collections.abc import Iterator

from stratgen.analysis import options, ordering, stakeholders
from stratgen.analysis.explaining.explanation import Case, Change, Explanation, Input
from stratgen.analysis.explaining.levers import changes
from stratgen.analysis.keypaths import Path, path_parts, place
from stratgen.engagement import Engagement, known, records


def objectives(case: Case) -> Iterator[Explanation]:
    """Explain the quality of the objectives."""
    formula, found = case.formula("objectives"), case.findings.objectives
    if not found:
        return
    yield Explanation(
        key="objectives",
        title=formula.title,
        formula=formula.words,
        after=formula.after,
        inputs=tuple(
            Input(case.say(each.objective.sentence), f"{each.smart.asked - len(each.failed)} of {each.smart.asked} tests",
                  f"objectives[{number}]")
            for number, each in enumerate(found)
        ),
        parts=(),
        result=case.wording.score(case.findings.smart, 2),
        changes=tuple(
            Change(case.say(each.objective.sentence), f"objectives[{number}]",
                   f"lacks {case.wording.listing(each.failed)}", "complete", "prints as a target")
            for number, each in enumerate(found) if each.failed
        ),
        nothing="Every objective passes all six tests.",
    )  # fmt: skip


def coalition(case: Case) -> Iterator[Explanation]:
    """Explain the strength of the coalition, by role; no document prints the marks."""
    formula, found = case.formula("coalition"), case.findings.coalition
    people = records(case.engagement.stakeholders)
    if not people:
        return
    paths: list[Path] = [
        ("stakeholders", n, name) for n, _ in enumerate(people) for name in ("influence", "support")
    ]
    yield Explanation(
        key="coalition",
        title=formula.title,
        formula=formula.words,
        after=formula.after,
        inputs=tuple(
            Input(case.say(each.role), f"influence {case.say(each.influence)}, support {case.say(each.support)}",
                  f"stakeholders[{number}]")
            for number, each in enumerate(people)
        ),
        parts=(("Champions", str(found.champions)), ("Possible sponsors", str(found.sponsors)),
               ("Against it", str(found.resistance))),
        result=f"{case.wording.score(found.score, 2)} on a scale from −1 to 1, {_carried(case.engagement)}",
        changes=changes(
            case, _carried, paths, lambda path: f"{case.say(people[int(path[1])].role)}, {path[-1]}"
        ),
        notes=("Names and marks stay in the answer file; no document prints them.",),
    )  # fmt: skip


def _carried(engagement: Engagement) -> str:
    found = stakeholders.count(engagement)
    if found.score.value is None:
        return "not scored"
    return "fragile" if found.fragile else "strong enough to carry the work"


def judged_options(case: Case) -> Iterator[Explanation]:
    """Explain which option scores highest, and whether that is robust."""
    formula, found = case.formula("options"), case.findings.case
    criteria = known(case.engagement.board.criteria) or {}
    if not found.options or not criteria:
        return
    paths: list[Path] = [
        ("board", "options", number, "scores", name)
        for number, _ in enumerate(found.options)
        for name in criteria
    ]
    weights = tuple(
        Input(f"Weight of {name}", case.say(weight), "board.criteria") for name, weight in criteria.items()
    )
    marks = tuple(
        Input(case.say(each.option.name), case.say(each.option.scores), f"board.options[{number}].scores")
        for number, each in enumerate(found.options)
    )
    yield Explanation(
        key="options",
        title=formula.title,
        formula=formula.words,
        after=formula.after,
        inputs=(*weights, *marks),
        parts=tuple(
            (case.say(each.option.name), case.wording.score(each.score, 2)) for each in found.options
        ),
        result=f"{_winner(case.engagement)}; {_robustness(found.robust)}",
        changes=changes(
            case,
            _winner,
            paths,
            lambda path: f"{case.say(found.options[int(path[2])].option.name)}, {path[-1]}",
        ),
        nothing="No one mark would change which option scores highest.",
    )


def _winner(engagement: Engagement) -> str:
    top = options.compare(engagement).top
    return f"{known(top.option.name) or 'an option without a name'} scores highest" if top else "not scored"


def _robustness(robust: bool | None) -> str:
    if robust is None:
        return "robustness not scored"
    return "robust" if robust else "not robust: a weight that moves by ten points changes the winner"


def risks(case: Case) -> Iterator[Explanation]:
    """Explain the order of the risks."""
    formula, found = case.formula("risks"), case.findings.risks
    if not found:
        return
    places = {id(risk): number for number, risk in enumerate(records(case.engagement.risks))}
    yield Explanation(
        key="risks",
        title=formula.title,
        formula=formula.words,
        after=formula.after,
        inputs=tuple(
            Input(each.name,
                  f"today {case.say(each.risk.likelihood)} x {case.say(each.risk.impact)}, after mitigation"
                  f" {case.say(each.risk.residual_likelihood)} x {case.say(each.risk.residual_impact)}",
                  f"risks[{places[id(each.risk)]}]")
            for each in found
        ),
        parts=tuple(
            (each.name, f"{_product(each.inherent, each.inherent_band)}, then {_product(each.residual, each.residual_band)}")
            for each in found
        ),
        result=f"first by what remains: {'; '.join(each.name for each in found[:5])}",
    )  # fmt: skip


def _product(value: int | None, band: str) -> str:
    return "not scored" if value is None else f"{value} {band}"


def order(case: Case) -> Iterator[Explanation]:
    """Explain the order of the roadmap's work."""
    formula, work = case.formula("order"), records(case.engagement.initiatives)
    if not work:
        return
    ranked = ordering.sequence(work)
    yield Explanation(
        key="order",
        title=formula.title,
        formula=formula.words,
        after=formula.after,
        inputs=tuple(
            Input(f"{case.say(each.id)} {case.say(each.title)}",
                  f"{case.say(each.quarter)}, effort {case.say(each.effort)}, needs {case.say(each.depends_on)}",
                  f"initiatives[{number}]")
            for number, each in enumerate(work)
        ),
        parts=(),
        result=", ".join(case.say(each.id) for each in ranked),
    )  # fmt: skip


def evidence(case: Case) -> Iterator[Explanation]:
    """Explain the share of figures that were measured."""
    formula, found = case.formula("evidence"), case.findings.evidence
    grades: dict[str, int] = {}
    for line in found.lines:
        word = line.figure.grade.value if line.figure.grade else "none"
        grades[word] = grades.get(word, 0) + 1
    index = "not scored" if found.index is None else case.wording.percent(found.index, 0)
    good = grades.get("A", 0) + grades.get("B", 0)
    weak = [line for line in found.lines if line.figure.grade is None or line.figure.grade.value in "CD"]
    yield Explanation(
        key="evidence",
        title=formula.title,
        formula=formula.words,
        after=formula.after,
        inputs=tuple(
            Input(f"Figures graded {grade}", str(count)) for grade, count in sorted(grades.items())
        ),
        parts=(),
        result=f"{index} of {len(found.lines)} figures graded A or B",
        changes=tuple(
            Change(line.place, "", f"grade {line.figure.grade.value if line.figure.grade else 'none'}",
                   "grade A or B", f"{good + 1} of {len(found.lines)}")
            for line in weak
        ),
        lead="One of these measured would make it:",
        nothing="Every figure is graded A or B.",
    )  # fmt: skip


def completeness(case: Case) -> Iterator[Explanation]:
    """Explain how much of each document has been answered."""
    formula = case.formula("completeness")
    yield Explanation(
        key="completeness",
        title=formula.title,
        formula=formula.words,
        after=formula.after,
        inputs=tuple(
            Input(each.document, f"{each.answered} of {each.asked} core questions")
            for each in case.findings.completeness
        ),
        parts=(),
        result=case.findings.status_line,
        changes=tuple(
            Change(place(case.engagement, path_parts(point.path)), point.path, "not known yet", "answered", _still_open(len(case.findings.open_points) - 1))
            for point in case.findings.open_points
        ),
        lead="One of these answered would make it:",
        nothing="No answer is missing.",
    )  # fmt: skip


def _still_open(count: int) -> str:
    return f"{count} open point" if count == 1 else f"{count} open points"
