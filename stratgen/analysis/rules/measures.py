"""Rules about figures: their evidence, their bounds, and the measures that a service channel needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from stratgen.analysis.evidence import is_dated
from stratgen.analysis.findings import Kpi
from stratgen.analysis.keypaths import Path
from stratgen.analysis.rules.channels import MOODS, SHARES
from stratgen.analysis.rules.rule import Breach, Ground, rule
from stratgen.engagement import Engagement, Figure, known, records
from stratgen.engagement.baseline import AppliesToSocial, Measure
from stratgen.engagement.purpose import ServiceIntent

FIRST_RESPONSE = "FRT"
"""The one measure that is shown as median and 90th percentile (checklist S-03)."""
CARE_MEASURES = ("AHT", "FRT", "CSAT", "VSAT", "FCR")
_SHARE: tuple[float, float | None] = (0, 100)


@rule(
    "V12",
    "error",
    "baseline.measures[*].kpi",
    "baseline.measures[*].other_channels",
    "baseline.measures[*].social",
)
def very_satisfied_are_satisfied(ground: Ground) -> Iterator[Breach]:
    """No more customers are very satisfied than are satisfied, in one survey and period."""
    found = {
        str(known(each.kpi)): (n, each) for n, each in enumerate(records(ground.engagement.baseline.measures))
    }
    if "CSAT" not in found or "VSAT" not in found:
        return
    position, top = found["VSAT"]
    for field in ("other_channels", "social"):
        some, all_of_them = getattr(top, field), getattr(found["CSAT"][1], field)
        if _same_survey(some, all_of_them) and some.value > all_of_them.value:
            what = f"{some.value:g} percent are very satisfied, yet only {all_of_them.value:g} percent are satisfied."
            path: Path = ("baseline", "measures", position, field)
            yield Breach(path, what, "Very satisfied customers are counted among the satisfied.")


def _same_survey(one: Any, other: Any) -> bool:
    if not isinstance(one, Figure) or not isinstance(other, Figure):
        return False
    return one.period == other.period and one.source == other.source


@rule(
    "V119", "error",
    "channels[].first_response_minutes", "channels[].first_response_90th_minutes",
    "baseline.measures[*].kpi", "baseline.measures[*].social", "baseline.measures[*].social_90th",
    "objectives[].kpi", "objectives[].target", "objectives[].target_90th",
)  # fmt: skip
def nine_in_ten_wait_no_less_than_half(ground: Ground) -> Iterator[Breach]:
    """The 90th percentile of a first response time is not shorter than its median, and no other measure has one."""
    for position, channel in enumerate(records(ground.engagement.channels)):
        place: Path = ("channels", position, "first_response_90th_minutes")
        yield from _shorter(place, channel.first_response_90th_minutes, channel.first_response_minutes)
    for position, measure in enumerate(records(ground.engagement.baseline.measures)):
        path: Path = ("baseline", "measures", position, "social_90th")
        if measure.social_90th is not None and known(measure.kpi) not in (None, FIRST_RESPONSE):
            what = f"{known(measure.kpi)} has a 90th percentile, which only the first response time has."
            yield Breach(path, what, f"Move it to {FIRST_RESPONSE}, or take it out.")
        else:
            yield from _shorter(path, measure.social_90th, measure.social)
    for position, objective in enumerate(records(ground.engagement.objectives)):
        place = ("objectives", position, "target_90th")
        late, median = known(objective.target_90th), known(objective.target)
        if objective.target_90th is not None and known(objective.kpi) not in (None, FIRST_RESPONSE):
            what = f"{known(objective.kpi)} has a target for its 90th percentile, which only the first response time has."
            yield Breach(place, what, f"Move it to {FIRST_RESPONSE}, or take it out.")
        elif late is not None and median is not None and late < median:
            what = f"nine in ten are to be answered within {late:g} minutes, yet half of them may wait {median:g}."
            yield Breach(place, what, "The target of the 90th percentile is the longer of the two.")


def _shorter(path: Path, late: Any, median: Any) -> Iterator[Breach]:
    slow, half = _value(late), _value(median)
    if slow is not None and half is not None and slow < half:
        what = f"nine in ten are answered within {slow:g} minutes, yet half of them wait {half:g} or longer."
        yield Breach(path, what, "Take both from the same messages; the 90th percentile is the longer.")


@rule("V13", "error")
def figures_stay_in_bounds(ground: Ground) -> Iterator[Breach]:
    """Every figure lies within the bounds of its measure; times and costs are above nothing."""
    for path, value, lowest, highest, above in _bounded(ground):
        if value is None:
            continue
        if (above and value <= 0) or value < lowest:
            what, mend = f"{value:g} is too low.", "It is above 0." if above else f"It is {lowest:g} or more."
        elif highest is not None and value > highest:
            what, mend = f"{value:g} is too high.", f"It is {highest:g} or less."
        else:
            continue
        yield Breach(path, what, mend)


Bounded = tuple[Path, float | None, float, float | None, bool]


def _bounded(ground: Ground) -> Iterator[Bounded]:
    engagement = ground.engagement
    for position, channel in enumerate(records(engagement.channels)):
        here: Path = ("channels", position)
        yield (*here, "inbound"), _value(channel.inbound), 0, None, False
        yield (*here, "needing_reply"), _value(channel.needing_reply), 0, None, False
        yield (*here, "response_rate"), _value(channel.response_rate), *_SHARE, False
        for name in ("first_response_minutes", "first_response_90th_minutes"):
            yield (*here, name), _value(getattr(channel, name)), 0, None, True
        for field, names in (("inquiries", SHARES), ("sentiment", MOODS)):
            mix = getattr(channel, field)
            for name in names if mix else ():
                yield (*here, field, name), _value(getattr(mix, name)), *_SHARE, False
    service = engagement.service
    yield ("service", "rechannelled"), _value(service.rechannelled), *_SHARE, False
    yield ("service", "resolved_in_channel"), _value(service.resolved_in_channel), *_SHARE, False
    yield ("service", "handovers"), _value(service.handovers), 0, None, False
    yield ("service", "wait_minutes"), _value(service.wait_minutes), 0, None, True
    yield ("service", "effort"), _value(service.effort), 1, 5, False
    yield ("engagement", "active_customers"), _value(engagement.engagement.active_customers), 0, None, True
    margin = _value(engagement.engagement.margin_per_customer)
    yield ("engagement", "margin_per_customer"), margin, 0, None, True
    yield from _of_money(engagement)
    yield from _of_measures(ground)


def _of_money(engagement: Engagement) -> Iterator[Bounded]:
    """Return what the business case rests on: costs and counts of contacts, and what silence costs."""
    costs, counts = engagement.baseline.contact_costs, engagement.baseline.monthly_contacts
    for name in ("phone", "email", "chat", "social"):
        if costs:
            yield ("baseline", "contact_costs", name), _value(getattr(costs, name)), 0, None, True
        if counts:
            yield ("baseline", "monthly_contacts", name), _value(getattr(counts, name)), 0, None, False
    if silence := engagement.board.silence:
        here: Path = ("board", "silence")
        yield (*here, "contacts_per_customer"), _value(silence.contacts_per_customer), 0, None, True
        yield (*here, "leave_rate"), _value(silence.leave_rate), *_SHARE, False


def _of_measures(ground: Ground) -> Iterator[Bounded]:
    engagement = ground.engagement
    for position, measure in enumerate(records(engagement.baseline.measures)):
        kpi = ground.kpis.get(known(measure.kpi) or "")
        for field in ("other_channels", "social", "social_90th") if kpi else ():
            path: Path = ("baseline", "measures", position, field)
            yield path, _value(getattr(measure, field)), *_bounds(kpi)
    for position, objective in enumerate(records(engagement.objectives)):
        kpi = ground.kpis.get(known(objective.kpi) or "")
        if kpi:
            yield ("objectives", position, "baseline"), _value(objective.baseline), *_bounds(kpi)
            yield ("objectives", position, "target"), known(objective.target), *_bounds(kpi)
    for position, actual in enumerate(records(engagement.progress.actuals) if engagement.progress else ()):
        kpi = ground.kpis.get(known(actual.kpi) or "")
        if kpi:
            yield ("progress", "actuals", position, "value"), _value(actual.value), *_bounds(kpi)
    for position, point in enumerate(records(engagement.vision.proof_points)):
        kpi = ground.kpis.get(known(point.kpi) or "")
        if kpi:
            yield ("vision", "proof_points", position, "value"), known(point.value), *_bounds(kpi)


def _bounds(kpi: Kpi | None) -> tuple[float, float | None, bool]:
    if kpi is None:
        return float("-inf"), None, False
    lowest = float("-inf") if kpi.lowest is None else kpi.lowest
    return lowest, kpi.highest, kpi.entry.above_lowest


def _value(figure: object) -> float | None:
    return figure.value if isinstance(figure, Figure) else None


@rule(
    "V108", "error", "baseline.measures[*]", "objectives[*]", "vision.proof_points[*]",
)  # fmt: skip
def one_measure_has_one_number(ground: Ground) -> Iterator[Breach]:
    """A measure stands at one number today, and is to reach one number at the end of the year."""
    engagement = ground.engagement
    today = {
        name: _value(each.social)
        for each in records(engagement.baseline.measures)
        if (name := known(each.kpi)) is not None
    }
    reached: dict[str, float] = {}
    for position, objective in enumerate(records(engagement.objectives)):
        name, stands, target = known(objective.kpi) or "", _value(objective.baseline), known(objective.target)
        if target is not None:
            reached.setdefault(name, target)
        there = today.get(name)
        if stands is not None and there is not None and stands != there:
            what = (
                f"the objective starts from {stands:g}, yet the baseline has {name} at {there:g} on social."
            )
            yield Breach(("objectives", position, "baseline"), what, "Give one number in both places.")
    for position, point in enumerate(records(engagement.vision.proof_points)):
        value, name = known(point.value), known(point.kpi) or ""
        if value is not None and name in reached and value != reached[name]:
            what = f"the vision is proved by {name} at {value:g}, yet the objective's target is {reached[name]:g}."
            path: Path = ("vision", "proof_points", position, "value")
            yield Breach(path, what, "Give one number in both places.")


@rule("V31", "warning")
def evidence_is_fresh(ground: Ground) -> Iterator[Breach]:
    """No figure is older than 36 months at the pack's date."""
    for question in ground.asked:
        figure = question.answer
        if isinstance(figure, Figure) and figure.period and is_dated(figure, ground.day):
            what = f"the figure is from {figure.period.end.year}, more than 36 months before the pack."
            mend = "Take a newer one; until then it prints with its year."
            yield Breach(question.path, what, mend, of_source=True)


@rule("V76", "error")
def figures_have_evidence(ground: Ground) -> Iterator[Breach]:
    """Every figure says which period it covers, where it comes from, and how sure it is."""
    for question in ground.asked:
        if isinstance(question.answer, Figure) and (missing := _missing(question.answer)):
            named = " and ".join(each for each in (", ".join(missing[:-1]), missing[-1]) if each)
            what = f"the figure stands without its {named}."
            mend = "Give it beside the figure, or once under evidence of its record."
            yield Breach(question.path, what, mend, of_source=True)


def _missing(figure: Figure) -> list[str]:
    parts = {"period": figure.period, "source": figure.source, "grade": figure.grade}
    return [name for name, value in parts.items() if not value]


@rule("V75", "error", "baseline.measures[].applies", "baseline.measures[].adaptation")
def adaptation_is_described(ground: Ground) -> Iterator[Breach]:
    """A measure that is adapted for social says how."""
    for position, measure in enumerate(records(ground.engagement.baseline.measures)):
        if measure.applies == AppliesToSocial.ADAPTED and measure.adaptation is None:
            what = "the measure is adapted, but not how."
            yield Breach(
                ("baseline", "measures", position, "adaptation"), what, "Say what is counted differently."
            )


@rule("V77", "warning", "purpose.service_channel", "baseline.measures[*].kpi")
def service_has_its_measures(ground: Ground) -> Iterator[Breach]:
    """A service channel has the five care measures in its baseline."""
    intent = known(ground.engagement.purpose.service_channel)
    measures: tuple[Measure, ...] | None = known(ground.engagement.baseline.measures)
    if intent in (None, ServiceIntent.NO) or measures is None:
        return
    given = {known(each.kpi) for each in measures}
    missing = [name for name in CARE_MEASURES if name not in given]
    if missing:
        what = f"a service channel is part of the intent, but the baseline lacks {', '.join(missing)}."
        yield Breach(
            ("baseline", "measures"), what, "Add a record for each, with unknown where it is not tracked."
        )


RULES = (
    very_satisfied_are_satisfied,
    nine_in_ten_wait_no_less_than_half,
    figures_stay_in_bounds,
    one_measure_has_one_number,
    evidence_is_fresh,
    figures_have_evidence,
    adaptation_is_described,
    service_has_its_measures,
)
