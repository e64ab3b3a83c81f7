"""Rules about objectives: a role each, a target that can be reached, and training that makes it possible."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from stratgen.analysis.findings import Kpi
from stratgen.analysis.key_results import aimed_at
from stratgen.analysis.keypaths import Path
from stratgen.analysis.rules.rule import Breach, Ground, rule
from stratgen.analysis.spans import longest_closure
from stratgen.engagement import known, records
from stratgen.engagement.objectives import Objective
from stratgen.engagement.purpose import ServiceIntent
from stratgen.engagement.training import Audience, TrainingModule

_MINUTES = {"minutes": 1, "hours": 60, "days": 1440}
_WEEK = 7 * 24 * 60
LEAST_LEVEL = 3


@rule("V7", "error", "purpose.role", "purpose.further_roles", "objectives[*].role")
def every_role_has_an_objective(ground: Ground) -> Iterator[Breach]:
    """Each role of social has an objective."""
    purpose, objectives = ground.engagement.purpose, known(ground.engagement.objectives)
    if objectives is None or any(known(each.role) is None for each in objectives):
        return
    served = {each.role for each in objectives}
    primary = known(purpose.role)
    roles = [(("purpose", "role"), primary)] if primary else []
    further = [(("purpose", "further_roles"), each) for each in known(purpose.further_roles) or ()]
    for path, role in [*roles, *further]:
        if role not in served:
            yield Breach(path, f"no objective serves the role {role}.", "Set one, or drop the role.")


@rule("V10", "error", "objectives[].kpi", "objectives[].baseline", "objectives[].target")
def target_is_better(ground: Ground) -> Iterator[Breach]:
    """A target is better than the baseline."""
    for position, objective in enumerate(records(ground.engagement.objectives)):
        kpi, baseline, target = _numbers(ground, objective)
        if kpi is None or baseline is None or target is None:
            continue
        gain = target - baseline if kpi.direction == "up" else baseline - target
        if gain <= 0:
            better = "higher" if kpi.direction == "up" else "lower"
            what = f"{target:g} is not better than {baseline:g}: for {kpi.short}, {better} is better."
            mend = "Set a target on the better side of today."
            yield Breach(("objectives", position, "target"), what, mend)


@rule(
    "V11", "warning", "objectives[].kpi", "objectives[].baseline", "objectives[].target", "objectives[].due"
)
def target_can_be_reached(ground: Ground) -> Iterator[Breach]:
    """No quarter is asked to close more than half of the gap to the best possible."""
    for position, found in enumerate(ground.objectives):
        objective = found.objective
        kpi, baseline, target = _numbers(ground, objective)
        due = known(objective.due)
        best = (kpi.highest if kpi.direction == "up" else kpi.lowest) if kpi else None
        if baseline is None or target is None or best is None or due is None or best == baseline:
            continue
        line = (baseline, *found.quarters)
        steps = [
            after - before for before, after in pairwise(line) if before is not None and after is not None
        ]
        share = max(step / (best - baseline) for step in steps) if steps else 0.0
        if 0.5 < share <= 1:
            what = f"one quarter would close {100 * share:.0f} percent of the gap to the best possible."
            mend = "Set a later quarter or a nearer target."
            yield Breach(("objectives", position, "target"), what, mend)


@rule("V14", "warning", "objectives[].kpi", "objectives[].target", "terms.hours")
def target_can_be_met_with_the_hours(ground: Ground) -> Iterator[Breach]:
    """A target in hours of the clock is not shorter than the time when nobody is there."""
    hours = known(ground.engagement.terms.hours)
    closed = longest_closure(hours) if hours else 0
    for position, objective in enumerate(records(ground.engagement.objectives)):
        kpi, _, target = _numbers(ground, objective)
        if kpi is None or target is None or kpi.clock != "clock hours" or kpi.unit not in _MINUTES:
            continue
        if 0 < closed < _WEEK and target * _MINUTES[kpi.unit] < closed:
            what = (
                f"{target:g} {kpi.unit} by the clock, yet nobody is there for {closed / 60:g} hours on end."
            )
            mend = "Extend the hours of the promise, or set a target that a closed desk can meet."
            yield Breach(("objectives", position, "target"), what, mend)


@rule("V98", "error", "objectives[].operating_target", "objectives[].kpi")
def operating_targets_are_of_flow(ground: Ground) -> Iterator[Breach]:
    """Only a measure of flow has a target for the day or the hour."""
    for position, objective in enumerate(records(ground.engagement.objectives)):
        kpi = ground.kpis.get(known(objective.kpi) or "")
        if objective.operating_target is not None and kpi is not None and not kpi.flow:
            flow = ", ".join(name for name, each in ground.kpis.items() if each.flow)
            what = f"{kpi.short} is not a measure of flow, and has no target for the day or the hour."
            mend = f"Take the operating target away; it suits {flow}."
            yield Breach(("objectives", position, "operating_target"), what, mend)


@rule("V99", "warning", "objectives[].meaningful", "objectives[].achievable")
def objectives_are_meaningful_and_achievable(ground: Ground) -> Iterator[Breach]:
    """An objective stands at 3 of 5 or more for meaning, and for how far it can be achieved."""
    for position, objective in enumerate(records(ground.engagement.objectives)):
        for name in ("meaningful", "achievable"):
            level = known(getattr(objective, name))
            if level is not None and level < LEAST_LEVEL:
                what = f"the objective stands at {level} of 5 for being {name}."
                yield Breach(("objectives", position, name), what, "Reword it, or choose another.")


@rule("V111", "warning", "objectives[].id", "objectives[].kpi", "initiatives[*].objective", "focus_metrics")
def objectives_are_served(ground: Ground) -> Iterator[Breach]:
    """Each objective has an initiative that serves it, or a quarter that is steered by its measure."""
    engagement = ground.engagement
    work, focus = known(engagement.initiatives), engagement.focus_metrics
    steered = [known(getattr(focus, name)) for name in type(focus).model_fields]
    if work is None or None in steered:
        return
    served = {known(each.objective) for each in work if each.objective is not None}
    if None in served:
        return
    for position, objective in enumerate(records(engagement.objectives)):
        name, measure = known(objective.id), known(objective.kpi)
        if name and measure and name not in served and measure not in steered:
            what = f'no initiative serves the objective "{name}", and no quarter is steered by its measure.'
            mend = f"Write objective: {name} in the initiative that moves it, or drop the objective."
            yield Breach(("objectives", position, "id"), what, mend)


@rule(
    "V112",
    "warning",
    "board.oversight.kpis",
    "focus_metrics",
    "objectives[*].kpi",
    "baseline.measures[*].kpi",
    "baseline.measures[*].owner",
)
def measures_have_an_owner(ground: Ground) -> Iterator[Breach]:
    """Each measure that the board sees or that steers a quarter has an owner: of an objective, or of its own."""
    engagement = ground.engagement
    objectives, measures = known(engagement.objectives), known(engagement.baseline.measures)
    names = [known(each.kpi) for each in objectives or ()] + [known(each.kpi) for each in measures or ()]
    if objectives is None or measures is None or None in names:
        return
    owned = {each.kpi for each in objectives} | {each.kpi for each in measures if each.owner is not None}
    focus = engagement.focus_metrics
    seen: list[tuple[Path, str | None]] = [
        (("board", "oversight", "kpis", position), name)
        for position, name in enumerate(known(engagement.board.oversight.kpis) or ())
    ]
    seen += [(("focus_metrics", name), known(getattr(focus, name))) for name in type(focus).model_fields]
    told: set[str] = set()
    for path, measure in seen:
        if measure and measure not in owned and measure not in told:
            told.add(measure)
            what = f"nobody owns {measure}: it has no objective, and no owner in the baseline."
            yield Breach(
                path, what, "Set an objective for it, or name its owner in the baseline of the measures."
            )


@rule("V240", "warning", "focus_metrics", "objectives[*].kpi", "initiatives[*].key_result")
def focus_has_its_target_as_an_objective(ground: Ground) -> Iterator[Breach]:
    """Where work has a number for the measure that steers a quarter, an objective has it too: else its page has none."""
    engagement = ground.engagement
    aimed, focus = known(engagement.objectives), engagement.focus_metrics
    names = [known(each.kpi) for each in aimed or ()]
    if aimed is None or None in names:
        return
    for quarter in type(focus).model_fields:
        measure = ground.kpis.get(known(getattr(focus, quarter)) or "")
        if measure is None or measure.id in names:
            continue
        for each in records(engagement.initiatives):
            if (value := aimed_at(each, measure)) is not None:
                what = (
                    f"{quarter.upper()} is steered by {measure.name}, which {known(each.id) or 'a piece of work'} puts"
                    f" at {value:g}%; yet no objective sets a target for it."
                )
                mend = "Set an objective for it, or steer the quarter by a measure that has one."
                yield Breach(("focus_metrics", quarter), what, mend)
                break


def _numbers(ground: Ground, objective: Objective) -> tuple[Kpi | None, float | None, float | None]:
    kpi, baseline = ground.kpis.get(known(objective.kpi) or ""), known(objective.baseline)
    return kpi, baseline.value if baseline else None, known(objective.target)


@rule("V65", "error", "purpose.service_channel", "training[*].audience")
def agents_are_trained(ground: Ground) -> Iterator[Breach]:
    """With a service channel, those who answer customers are trained."""
    yield from _untrained(ground, Audience.CX_AGENTS, "Add a record for them.")


@rule("V149", "warning", "purpose.service_channel", "training[*].audience")
def relationship_managers_are_trained(ground: Ground) -> Iterator[Breach]:
    """With a service channel, relationship managers are trained; not every organisation has them."""
    mend = "Add a record for them; where nobody has that part, accept this and say so."
    yield from _untrained(ground, Audience.RELATIONSHIP_MANAGERS, mend)


def _untrained(ground: Ground, audience: Audience, mend: str) -> Iterator[Breach]:
    training = known(ground.engagement.training)
    intent = known(ground.engagement.purpose.service_channel)
    if training is None or intent in (None, ServiceIntent.NO):
        return
    if audience not in {each.audience for each in training}:
        what = f"a service channel is part of the intent, but no training for {audience.label.lower()}."
        yield Breach(("training",), what, mend)


@rule("V66", "error", "training[].audience", "training[].modules")
def agents_learn_to_operate(ground: Ground) -> Iterator[Breach]:
    """Agents learn to operate the channel, and the policy."""
    needed = (TrainingModule.OPERATING, TrainingModule.POLICY)
    for position, training in enumerate(records(ground.engagement.training)):
        modules = known(training.modules)
        missing = [each.label.lower() for each in needed if each not in (modules or ())]
        if training.audience == Audience.CX_AGENTS and modules is not None and missing:
            what = f"agents do not learn {' and '.join(missing)}."
            yield Breach(("training", position, "modules"), what, "Add operating and policy.")


@rule("V67", "error", "training[].trained_today", "training[].target")
def training_target_is_not_lower(ground: Ground) -> Iterator[Breach]:
    """At least as many are to be trained as are trained today."""
    for position, training in enumerate(records(ground.engagement.training)):
        today, target = known(training.trained_today), known(training.target)
        if today is not None and target is not None and target < today:
            what = f"{target:g} percent are to be trained, yet {today:g} percent are today."
            yield Breach(("training", position, "target"), what, "Set the target at today's share or above.")


@rule("V68", "warning", "training[].refresh_months")
def training_is_refreshed_every_year(ground: Ground) -> Iterator[Breach]:
    """Training is refreshed at least every twelve months."""
    for position, training in enumerate(records(ground.engagement.training)):
        months = known(training.refresh_months)
        if months is not None and months > 12:
            what = f"training is refreshed only every {months} months."
            yield Breach(
                ("training", position, "refresh_months"), what, "Refresh it every 12 months or sooner."
            )


RULES = (
    every_role_has_an_objective,
    target_is_better,
    target_can_be_reached,
    target_can_be_met_with_the_hours,
    agents_are_trained,
    relationship_managers_are_trained,
    agents_learn_to_operate,
    training_target_is_not_lower,
    training_is_refreshed_every_year,
    operating_targets_are_of_flow,
    objectives_are_meaningful_and_achievable,
    objectives_are_served,
    measures_have_an_owner,
    focus_has_its_target_as_an_objective,
)
