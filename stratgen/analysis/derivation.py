"""Items of the maturity module that also follow from other answers (domain 5.2, 5.3, 4.9).

The interview offers the derived value; who answers otherwise gives a reason, and both print in annex A.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping

from stratgen.analysis.demand import demand
from stratgen.analysis.findings import CareCapacity, Derived
from stratgen.analysis.keypaths import Path, find
from stratgen.analysis.scoring import enough, figure
from stratgen.analysis.sentences import number_word
from stratgen.analysis.wording import half_up, short_of
from stratgen.engagement import Engagement, known, records
from stratgen.engagement.baseline import AppliesToSocial
from stratgen.engagement.maturity import DerivedItem
from stratgen.engagement.purpose import SocialRole
from stratgen.engagement.service import Scripting
from stratgen.engagement.stakeholders import Department
from stratgen.engagement.tactics import ToolCapabilities

Value = int | bool | None
Follows = tuple[Value, str]
"""A value, and from which answers it follows; or None, and why it cannot be derived."""

HALF = 50.0
_STAFFED = (0.25, 0.5, 0.8, 1.0)
_TRAINED = (0.0, 25.0, 50.0, 80.0)
_RESOLVED = (0.0, 25.0, 50.0, 75.0)
_FELT_AND_SOLVED = (("CSAT", "VSAT", "NPS", "CES"), ("FCR",))
_SYSTEMS = (1, 2, 2, 3, 4)
_SCRIPTED = (Scripting.MOSTLY, Scripting.ALWAYS)

PATHS: Mapping[DerivedItem, Path] = {
    DerivedItem.D1: ("maturity", "diagnostics", "content_marketing"),
    DerivedItem.D2: ("maturity", "diagnostics", "watch_more_than_answer"),
    DerivedItem.D3: ("maturity", "diagnostics", "rules_block"),
    DerivedItem.D4: ("maturity", "diagnostics", "ad_hoc_replies"),
    DerivedItem.V2: ("maturity", "investment", "people"),
    DerivedItem.V3: ("maturity", "investment", "tool"),
    DerivedItem.V4: ("maturity", "investment", "training"),
    DerivedItem.N1: ("maturity", "innovation", "in_channel"),
    DerivedItem.N4: ("maturity", "innovation", "comparable"),
    DerivedItem.PEOPLE: ("maturity", "areas", "people", "level"),
    DerivedItem.SYSTEMS: ("maturity", "areas", "systems", "level"),
    DerivedItem.MEASUREMENT: ("maturity", "areas", "measurement", "level"),
    DerivedItem.PROCESS: ("maturity", "areas", "process", "level"),
}
"""Where each item stands in the answers."""


def derive(engagement: Engagement, capacity: CareCapacity) -> tuple[Derived, ...]:
    """Return every item with its derived value, the value given, and the reason where they differ."""
    reasons = {known(each.item): known(each.reason) or "" for each in records(engagement.maturity.departures)}
    rules: Mapping[DerivedItem, Callable[[], Follows]] = {
        DerivedItem.D1: lambda: content_marketing(engagement),
        DerivedItem.D2: lambda: watching(engagement),
        DerivedItem.D3: lambda: rules_block(engagement),
        DerivedItem.D4: lambda: ad_hoc(engagement),
        DerivedItem.V2: lambda: people(capacity),
        DerivedItem.V3: lambda: tool(engagement),
        DerivedItem.V4: lambda: training(engagement),
        DerivedItem.N1: lambda: in_channel(engagement),
        DerivedItem.N4: lambda: comparable(engagement),
        DerivedItem.PEOPLE: lambda: area_people(engagement),
        DerivedItem.SYSTEMS: lambda: area_systems(engagement),
        DerivedItem.MEASUREMENT: lambda: area_measurement(engagement),
        DerivedItem.PROCESS: lambda: area_process(engagement),
    }
    found = []
    for item, rule in rules.items():
        value, because = rule()
        given: Value = known(find(engagement, PATHS[item]))
        found.append(Derived(item, value, given, because, reasons.get(item, "")))
    return tuple(found)


def content_marketing(engagement: Engagement) -> Follows:
    """D1: true where marketing holds budget and keys, or talking is the only role; otherwise it cannot be told."""
    budget, keys = known(engagement.team.budget_holder), known(engagement.team.tool_keys_holder)
    if budget is Department.MARKETING and keys is Department.MARKETING:
        return True, "Marketing holds both the budget and the keys to the tools"
    if known(engagement.purpose.role) is SocialRole.TALK and known(engagement.purpose.further_roles) == ():
        return True, "To talk is the only role of social"
    return None, "Neither budget and keys nor the roles of social decide it"


def watching(engagement: Engagement) -> Follows:
    """D2: true where under half of the messages that need a reply get one."""
    found = demand(records(engagement.channels))
    if found is None or not enough(found.channels, found.channels + found.left_out):
        return None, "The response rate over all channels is not known"
    rate = 100 * found.answered / found.needing_reply
    return rate < HALF, f"{short_of(rate, (HALF,))}% of the messages that need a reply get one"


def rules_block(engagement: Engagement) -> Follows:
    """D3: false where no regulator watches; otherwise only the client can say."""
    regulators = known(engagement.engagement.regulators)
    if regulators is None:
        return None, "Whether social activity is regulated is not known"
    if not regulators:
        return False, "No regulator watches what is said in public"
    return None, "Social activity is regulated; whether that blocks a channel, only the client can say"


def ad_hoc(engagement: Engagement) -> Follows:
    """D4: true where replies are mostly or always scripted, or there are none; otherwise it cannot be told."""
    scripting = known(engagement.service.scripting)
    if scripting is None:
        return None, "How far replies are scripted is not known"
    if scripting is Scripting.NO_REPLIES:
        return True, "There are no replies"
    if scripting in _SCRIPTED:
        return True, f"Replies are {scripting.label} scripted"
    return None, "Replies without scripts may be ad hoc or well considered"


def people(capacity: CareCapacity) -> Follows:
    """V2: the people there are as a share of those needed (domain 5.7)."""
    if capacity.needed is None or capacity.available is None:
        return None, "How many people are needed, or how many there are, is not known"
    there, needed = (f"{half_up(value, 2):g}" for value in (capacity.available, capacity.needed))
    because = f"{there} full-time equivalents, and {needed} are needed"
    return staffing_level(capacity.available, capacity.needed), because


def staffing_level(available: float, needed: float) -> int:
    """Return 0 to 4 for less than a quarter, half, four fifths, the whole, or all of the people needed."""
    share = 1.0 if needed <= 0 else available / needed + 1e-9
    return sum(share >= limit for limit in _STAFFED)


def tool(engagement: Engagement) -> Follows:
    """V3: how many of the four things a care tool does are there."""
    given = engagement.tools.capabilities
    answers = [known(getattr(given, name)) for name in ToolCapabilities.model_fields]
    if None in answers:
        return None, "What the tools can do is not known in full"
    count = sum(answer is True for answer in answers)
    return count, f"The tools do {number_word(count)} of the four things that care needs"


def training(engagement: Engagement) -> Follows:
    """V4: the share that is trained today."""
    share = trained_today(engagement)
    if share is None:
        return None, "How many are trained today is not known"
    return (
        bisect_left(_TRAINED, share),
        f"{short_of(share, _TRAINED, above=True)}% are trained today on average, over the audiences of the training plan",
    )


def trained_today(engagement: Engagement) -> float | None:
    """Return the mean share trained today over all audiences, 0 to 100; 0 where no training is planned."""
    audiences = known(engagement.training)
    if audiences is None:
        return None
    given = [share for each in audiences if (share := known(each.trained_today)) is not None]
    if not audiences:
        return 0.0
    return sum(given) / len(given) if enough(len(given), len(audiences)) else None


def in_channel(engagement: Engagement) -> Follows:
    """N1: the share resolved in the channel where it started."""
    share = figure(engagement.service.resolved_in_channel)
    if share is None:
        return None, "How much is resolved in the channel is not known"
    return bisect_left(
        _RESOLVED, share
    ), f"{half_up(share, 2):g}% are resolved in the channel where they start"


def comparable(engagement: Engagement) -> Follows:
    """N4: how many measures that apply to social have a value there."""
    applied = _applied(engagement)
    if applied is None:
        return None, "Which measures apply to social is not known in full"
    count = len(applied)
    return applied_level(count), f"{count} measure{' is' if count == 1 else 's are'} taken on social"


def applied_level(count: int) -> int:
    """Return 0 for no measure, 1 up to two, 2 up to four, 3 for five, 4 for more."""
    return bisect_left((0, 2, 4, 5), count)


def _applied(engagement: Engagement) -> list[str] | None:
    """Return the measures that apply to social and are taken there; None where one may or may not apply."""
    measures = known(engagement.baseline.measures)
    if measures is None or any(known(each.applies) is None for each in measures):
        return None
    return [
        known(each.kpi) or ""
        for each in measures
        if known(each.applies) is not AppliesToSocial.NO and figure(each.social) is not None
    ]


def area_people(engagement: Engagement) -> Follows:
    """N2N-1: 1 up to a quarter trained, 3 over four fifths with writing and empathy, else 2."""
    share, skills = trained_today(engagement), engagement.team.skills
    if share is None:
        return None, "How many are trained today is not known"
    because = f"{short_of(share, _TRAINED, above=True)}% are trained today on average, over the audiences of the training plan"
    if share <= 25 or known(engagement.team.full_time_equivalents) == 0:
        return 1, because
    if share <= 80:
        return 2, because
    writing, empathy = (known(skills.writing), known(skills.empathy)) if skills else (None, None)
    if writing is None or empathy is None:
        return None, f"{because}; how well they write and feel with customers is not known"
    level = 3 if min(writing, empathy) >= 3 else 2
    return level, f"{because}; writing stands at {writing} and empathy at {empathy} of 5"


def area_systems(engagement: Engagement) -> Follows:
    """N2N-3: from what the tools can do."""
    count, because = tool(engagement)
    return (None if count is None else _SYSTEMS[count]), because


def area_measurement(engagement: Engagement) -> Follows:
    """N2N-4: 1 without a measure on social, 3 with satisfaction and resolution, else 2."""
    applied = _applied(engagement)
    if applied is None:
        return None, "Which measures apply to social is not known in full"
    if not applied:
        return 1, "No measure of the baseline is taken on social"
    if all(any(name in applied for name in group) for group in _FELT_AND_SOLVED):
        return 3, "Satisfaction and resolution are taken on social"
    verb = "is" if len(applied) == 1 else "are"
    return 2, f"Satisfaction and resolution are not both taken on social; {', '.join(applied)} {verb}"


def area_process(engagement: Engagement) -> Follows:
    """N2N-8: 1 without replies, 2 where replies are mostly scripted; otherwise it cannot be told."""
    scripting = known(engagement.service.scripting)
    if scripting is None:
        return None, "How far replies are scripted is not known"
    if scripting is Scripting.NO_REPLIES:
        return 1, "There are no replies"
    if scripting in _SCRIPTED:
        return 2, f"Replies are {scripting.label} scripted"
    return None, "Replies without scripts may be improvised or designed"
