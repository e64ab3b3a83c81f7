"""Explanations of where the organisation stands: success, maturity, orientation, the board, effort, people."""

from __future__ import annotations

from collections.abc import Iterator

from stratgen.analysis import capacity, channels, hoops, orientation, placement, readiness, success
from stratgen.analysis.explaining.explanation import Case, Change, Explanation, Input, Verdict
from stratgen.analysis.explaining.levers import changes
from stratgen.analysis.findings import Rating, Score, SuccessFactor
from stratgen.analysis.keypaths import Path, path_text
from stratgen.analysis.scoring import figure
from stratgen.engagement import Engagement, records
from stratgen.engagement.maturity import Innovation, Investment, NaiveToNatural

_MOVES = {
    "investment": "Next move: investment",
    "innovation": "Next move: innovation",
    "hold": "Next move: hold both",
    None: "Next move: not known yet",
}
_MET = {1.0: "met", 0.5: "met in part", 0.0: "not met", None: "not known"}


def success_factors(case: Case) -> Iterator[Explanation]:
    """Explain each of the six success factors: its evidence, and which piece would lift it."""
    formula = case.formula("success")
    found = case.findings.success
    for factor in found.factors:
        yield Explanation(
            key=factor.key,
            title=f"Success factor: {factor.name.lower()}",
            formula=formula.words,
            after=formula.after,
            inputs=tuple(
                Input(f"{item.words} (weight {item.weight})", _MET[item.met]) for item in factor.evidence
            ),
            parts=(),
            result=_rated(case, factor.score, factor.rating),
            changes=tuple(_lifts(case, factor)),
            lead="One more piece of evidence, met in full, would make it:",
            nothing="Every piece of evidence that is known is met.",
            notes=(f"The gate is closed: {found.gate_reason}.",)
            if found.gate and factor.key == "csf1"
            else (),
        )


def _lifts(case: Case, factor: SuccessFactor) -> Iterator[Change]:
    weights = [item.weight for item in factor.evidence]
    for position, item in enumerate(factor.evidence):
        if item.met == 1.0:
            continue
        met = [1.0 if n == position else each.met for n, each in enumerate(factor.evidence)]
        score = success.score_of(weights, met)
        yield Change(
            item.words, "", _MET[item.met], "met", _rated(case, score, success.rating_of(score.value))
        )


def _rated(case: Case, score: Score, rating: Rating | None) -> str:
    return f"{case.out_of(score, 'of 4')}, {rating or 'not rated'}"


def maturity(case: Case) -> Iterator[Explanation]:
    """Explain the place on the maturity index."""
    formula, found, say = case.formula("maturity"), case.findings.placement, case.wording.score
    axes: list[Path] = [("maturity", "investment", name) for name in Investment.model_fields]
    axes += [("maturity", "innovation", name) for name in Innovation.model_fields]
    notes = [
        (found.borderline, "Borderline: an axis lies from 45 to under 55."),
        (found.unbalanced, "Unbalanced: the axes differ by 30 or more."),
        (found.disagree, "The answers disagree: three or more Observer traits, yet another segment."),
        (bool(found.next_move_why), f"{_MOVES[found.next_move]}. {found.next_move_why}."),
    ]
    yield Explanation(
        key="maturity",
        title=formula.title,
        formula=formula.words,
        after=formula.after,
        inputs=case.inputs(*axes, ("maturity", "diagnostics"), ("maturity", "resistance")),
        parts=(
            ("Investment", say(found.investment)),
            ("Innovation", say(found.innovation)),
            ("Difference", case.scored(found.balance)),
            ("Observer traits", f"{found.observer_traits} of 4"),
        ),
        result=found.segment.label if found.segment else "not placed",
        changes=changes(case, _segment, axes),
        notes=(*(words for holds, words in notes if holds), *_derived(case)),
    )


def _derived(case: Case) -> Iterator[str]:
    """Yield each answer that also follows from others, and why it was given otherwise."""
    for each in case.findings.derived:
        if each.derived is None:
            continue
        given, follows = (case.say(value) for value in (each.given, each.derived))
        name = each.item.label.replace(": ", ", ")
        reason = f" Reason given: {each.reason.rstrip('.')}." if each.reason else ""
        yield (
            f"{name}: {given}, though other answers make it {follows} ({each.because}).{reason}"
            if each.departs
            else f"{name}: {given}, as other answers have it ({each.because})."
        )


def _segment(engagement: Engagement) -> str:
    segment = placement.place(engagement).segment
    return segment.label if segment else "not placed"


def natural(case: Case) -> Iterator[Explanation]:
    """Explain the orientation."""
    formula, found = case.formula("orientation"), case.findings.orientation
    paths: list[Path] = [("maturity", "areas", name, "level") for name in NaiveToNatural.model_fields]
    lowest = case.wording.listing([area.name for area in found.lowest])
    yield Explanation(
        key="orientation",
        title=formula.title,
        formula=formula.words,
        after=formula.after,
        inputs=tuple(
            Input(
                area.name,
                case.say(area.level) + (f", {area.orientation}" if area.orientation else ""),
                path_text(path),
            )
            for area, path in zip(found.areas, paths, strict=True)
        ),
        parts=(("Lowest", lowest), ("Action under way", f"{found.underway} of 9")),
        result=f"{case.out_of(found.index, 'of 4')}, {found.band or 'no band'}",
        changes=changes(case, lambda each: orientation.profile(each).band or "no band", paths),
        notes=("Held back by leadership.",) if found.held_back else (),
    )


def board(case: Case) -> Iterator[Explanation]:
    """Explain how ready the board is."""
    formula, found = case.formula("board"), case.findings.readiness
    names = ("last_discussed", "view", "information", "loyalty_or_threat", "appetite")
    paths: list[Path] = [("maturity", "board", name) for name in names]
    yield Explanation(
        key="board",
        title=formula.title,
        formula=formula.words,
        after=formula.after,
        inputs=case.inputs(*paths),
        parts=(),
        result=f"{case.out_of(found.score, 'of 100')}, {found.level or 'no level'}",
        changes=changes(case, lambda each: readiness.rate(each).level or "not scored", paths),
    )


def effort(case: Case) -> Iterator[Explanation]:
    """Explain the effort that a customer meets; nothing where it was not asked."""
    formula, found = case.formula("effort"), case.findings.hoops
    paths: list[Path] = [
        ("service", name) for name in ("rechannelled", "handovers", "wait_minutes", "effort")
    ]
    if found.score.asked:
        figures = (getattr(case.engagement.service, str(path[-1])) for path in paths)
        parts = hoops.parts_of(*(figure(each) for each in figures))
        names = ("Sent on, 0 to 100", "Handovers, 0 to 100", "Waiting, 0 to 100", "Effort, 0 to 100")
        yield Explanation(
            key="effort",
            title=formula.title,
            formula=formula.words,
            after=formula.after,
            inputs=case.inputs(*paths),
            parts=tuple((name, case.scored(part)) for name, part in zip(names, parts, strict=True)),
            result=f"{case.out_of(found.score, 'of 100')}, {found.level or 'no level'}",
            changes=changes(case, lambda each: hoops.measure(each).level or "not scored", paths),
        )


def people(case: Case) -> Iterator[Explanation]:
    """Explain the people that care needs."""
    formula, found = case.formula("people"), case.findings.capacity
    counts: list[Path] = [
        ("channels", n, "needing_reply") for n, _ in enumerate(records(case.engagement.channels))
    ]
    team: list[Path] = [("team", name) for name in ("full_time_equivalents", "hours_a_month", "shrinkage")]
    weighed = case.findings.channels
    yield Explanation(
        key="people",
        title=formula.title,
        formula=formula.words,
        after=formula.after,
        inputs=(
            *case.inputs(*team, *counts, ("terms", "hours")),
            Input("Average handling time, minutes", case.wording.score(weighed.handling_minutes)),
            Input("Share to be answered", case.wording.percent(weighed.target_response_rate)),
            Input("Share of working time spent on messages", case.wording.percent(100 * found.occupancy)),
            Input("Fewest people on shift", case.say(found.minimum_on_shift)),
        ),
        parts=(
            ("Messages a month", case.scored(found.volume, 0)),
            ("Needed for the messages", case.posts(found.load)),
            ("Needed for the hours", case.posts(found.cover)),
        ),
        result=f"{case.posts(found.needed)} full-time posts needed, {case.posts(found.available)} there: {_gap(found.gap)}",
        changes=changes(case, lambda each: _gap(capacity.size(each).gap), [*team, *counts]),
        nothing="No one number of the team or of the messages would change it alone.",
        notes=tuple(f"Missing: {words}." for words in found.missing),
    )


def _gap(gap: float | None) -> str:
    if gap is None:
        return "not known whether that is enough"
    return "too few people" if gap > 1e-9 else "enough people"


def channel_states(case: Case) -> Iterator[Explanation]:
    """Explain the state of each channel."""
    formula, found = case.formula("channel"), case.findings.channels
    marks = ("customer_value", "organisation_value", "complexity", "skills", "tool_support", "hours_available",
             "publishing_hours", "likelihood", "impact")  # fmt: skip
    for number, each in enumerate(found.findings):
        here: Path = ("channels", number)
        moved: list[Path] = [(*here, "needing_reply"), *((*here, "feasibility", name) for name in marks)]
        names = ("presence", "fit", "opportunity", "feasibility", "priority")
        words = [f"{case.formula(name).title}: {case.formula(name).words}" for name in names]
        yield Explanation(
            key=f"channel:{each.key}",
            title=f"Channel: {each.name}",
            formula=" ".join((formula.words, *words)),
            after=formula.after,
            inputs=case.inputs((*here, "status"), (*here, "presence"), *moved, (*here, "feasibility", "interactions")),
            parts=tuple(
                (name, case.scored(value))
                for name, value in (
                    ("Presence", each.presence), ("Fit", each.fit), ("Opportunity", each.opportunity),
                    ("Hours needed a week", each.hours_needed), ("Hours there", each.hours_available),
                    ("Capacity", each.capacity), ("Feasibility", each.feasibility), ("Risk", each.risk),
                    ("Priority", each.priority),
                )
            ),
            result=f"{each.state.label if each.state else 'not set'}. {each.why}.",
            changes=changes(case, _state_of(case, number), moved),
            nothing="Neither the messages nor any one number of its plan would change it alone.",
            notes=tuple(f"Missing: {words}" for words in each.missing),
        )  # fmt: skip


def _state_of(case: Case, number: int) -> Verdict:
    state_in = channels.state_alone(case.engagement, case.catalogue, number)

    def state(engagement: Engagement) -> str:
        found = state_in(engagement)
        return found.label if found else "not set"

    return state
