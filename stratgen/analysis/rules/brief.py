"""Rules about what a board paper says: money and posts, days of decisions, triggers that can fire, one number a thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from stratgen.analysis.keypaths import Path
from stratgen.analysis.measures import social_value
from stratgen.analysis.rules.rule import Breach, Ground, rule
from stratgen.analysis.scoring import figure
from stratgen.analysis.tools import criteria_of, evaluate
from stratgen.engagement import Quarter, known, records
from stratgen.engagement.money import CostTiming
from stratgen.engagement.setup import PaperPurpose

_SEVERAL = re.compile(
    r"(?<!one of the )(?<!any of the )\bfocus (?:measures|metrics|kpis|indicators)\b", re.IGNORECASE
)
_DECIDES = re.compile(r"^(?:approve|endorse|authori[sz]e|delegate)\b", re.IGNORECASE)
_ON_MONEY = re.compile(r"\b(?:money|budget|cost)s?\b", re.IGNORECASE)
TENTH = 0.1
"""Share of the wait by which the steps of the journey may differ from it."""
MONTH = timedelta(days=31)
"""By how much a quarter may have begun when its money is decided."""
NEAR = 0.5
"""Percentage points by which the response rate may differ from that of the channels: so both print alike."""


@rule("V114", "warning", "board.costs[]")
def late_costs_say_their_full_year(ground: Ground) -> Iterator[Breach]:
    """A yearly cost that starts after the first quarter says what it costs in a full year."""
    for position, each in enumerate(records(ground.engagement.board.costs)):
        starts = known(each.quarter)
        late = starts is not None and starts is not Quarter.Q1 and each.timing is CostTiming.YEARLY
        if late and each.full_year_amount is None:
            what = f"the line comes again each year and starts in {starts}; its amount counts as that of a full year."
            path: Path = ("board", "costs", position, "full_year_amount")
            yield Breach(path, what, "Give the amount of twelve months, the same one if it does not change.")


@rule("V115", "warning", "board.oversight.trigger")
def trigger_can_fire(ground: Ground) -> Iterator[Breach]:
    """What brings the matter back to the board can happen: a quarter has one focus measure."""
    trigger = known(ground.engagement.board.oversight.trigger)
    if trigger and _SEVERAL.search(trigger):
        what = "it speaks of several focus measures, yet a quarter has one: they cannot be red together."
        mend = "Name the measures that the board sees, such as two of the measures in this paper."
        yield Breach(("board", "oversight", "trigger"), what, mend)


@rule("V116", "warning", "engagement.meeting.purpose", "board.resolutions[].text")
def discussion_asks_for_no_decision(ground: Ground) -> Iterator[Breach]:
    """A paper for discussion or information does not ask the board to decide."""
    purpose = known(ground.engagement.engagement.meeting.purpose)
    if purpose is None or purpose is PaperPurpose.DECISION:
        return
    for position, each in enumerate(records(ground.engagement.board.resolutions)):
        text = known(each.text)
        if text and _DECIDES.match(text):
            what = f"the paper is for {purpose.label.lower()}, yet this asks the board to decide."
            path: Path = ("board", "resolutions", position, "text")
            yield Breach(path, what, "Begin with note or agree, or make it a paper for decision.")


@rule("V117", "warning", "baseline.measures[*]", "channels[*].needing_reply", "channels[*].response_rate")
def response_rate_is_that_of_the_channels(ground: Ground) -> Iterator[Breach]:
    """The response rate of today is that of the channels together, give or take half a percentage point."""
    demand, stated = ground.channels.demand, social_value(ground.engagement, "RR")
    if demand is None or stated is None:
        return
    whole = 100 * demand.answered / demand.needing_reply
    if abs(whole - stated) > NEAR:
        position = next(at for at, each in enumerate(records(ground.engagement.baseline.measures))
                        if known(each.kpi) == "RR")  # fmt: skip
        what = f"the response rate is {stated:g} percent, yet the channels together make {whole:.1f}."
        path: Path = ("baseline", "measures", position, "social")
        yield Breach(path, what, "Correct the rate, or the counts of the channels.")


@rule(
    "V118", "warning", "tools.candidates[*]", "board.budgeted_tool", "board.budgeted_tool_because",
)  # fmt: skip
def budget_is_for_the_tool_that_ranks_first(ground: Ground) -> Iterator[Breach]:
    """The tool that the budget pays for is among those compared; if another ranks first, the reason is given."""
    board = ground.engagement.board
    wanted, found = known(board.budgeted_tool), evaluate(ground.engagement, criteria_of(ground.catalogue))
    if wanted is None or found is None:
        return
    path: Path = ("board", "budgeted_tool")
    if wanted not in [each.name for each in found.tools]:
        yield Breach(
            path, f'"{wanted}" is not among the tools compared.', "Write its name as it stands there."
        )
    elif (
        found.first
        and wanted not in [each.name for each in found.first]
        and board.budgeted_tool_because is None
    ):
        what = (
            f"the budget is for {wanted}, yet {' and '.join(each.name for each in found.first)} ranks first."
        )
        yield Breach(path, what, "Say why, or budget for the tool that ranks first.")


@rule("V155", "warning", "team", "board.costs", "terms.hours")
def posts_beyond_the_need_have_a_reason(ground: Ground) -> Iterator[Breach]:
    """Where the board case pays for more people than the work of today is short of, it says why."""
    found = ground.capacity
    if not found.asks_more_than_short or ground.engagement.team.posts_because is not None:
        return
    if found.beyond:
        what = f"the posts asked for are {found.beyond:.1f} more than the work takes, and no reason is given."
    else:
        what = "on average the people there today cover the work, yet the paper pays for more of them."
    yield Breach(
        ("team",),
        what,
        "Say why these posts, in figures: the extra shifts, or what the averages hide. Or ask for fewer.",
    )


@rule("V156", "warning", "service.wait_minutes", "service.journey")
def steps_make_the_wait(ground: Ground) -> Iterator[Breach]:
    """The steps of the journey add up to the wait that was measured, give or take a tenth."""
    service = ground.engagement.service
    wait = figure(service.wait_minutes)
    steps = [known(each.minutes) for each in records(service.journey)]
    given = [each for each in steps if each is not None]
    if not wait or len(given) < len(steps) or len(given) < 2:
        return
    if abs(sum(given) - wait) > TENTH * wait:
        what = f"a case waits {wait:g} minutes on average, yet the steps of the journey make {sum(given):g}."
        yield Breach(
            ("service", "journey"), what, "Let the steps tell the average case, or correct the wait."
        )


@rule(
    "V157",
    "warning",
    "board.resolutions[*]",
    "engagement.meeting",
    "board.costs[*]",
    "initiatives[*]",
    "progress",
)
def money_waits_for_the_decision(ground: Ground) -> Iterator[Breach]:
    """No cost line and no paid work starts before the board has decided on the money."""
    day, starts = _decided(ground), ground.starts
    if day is None or starts is None or ground.engagement.progress is not None:
        return
    for position, each in enumerate(records(ground.engagement.board.costs)):
        quarter = known(each.quarter)
        if quarter is not None and starts[quarter.position] + MONTH < day:
            what = f"the line starts on {starts[quarter.position]}, and the money is decided on {day}."
            yield Breach(("board", "costs", position, "quarter"), what, "Start it later, or decide earlier.")
    for position, work in enumerate(records(ground.engagement.initiatives)):
        begins = known(work.start)
        if begins is not None and begins < day and (known(work.cost) or 0) > 0:
            what = f"the work costs money and starts on {begins}; the money is decided on {day}."
            yield Breach(("initiatives", position, "start"), what, "Start it later, or decide earlier.")


def _decided(ground: Ground) -> date | None:
    """Return the day from which there is money: that of the resolutions that carry an amount, or the meeting.

    A paper that asks for no decision yet names the day on which its money is to be decided, if any.
    """
    found = ground.resolutions
    meeting = ground.engagement.engagement.meeting
    if known(meeting.purpose) is PaperPurpose.DECISION:
        days = [
            by for each in found if each.resolution.amount is not None and (by := known(each.resolution.by))
        ]
        return max([*days, *filter(None, [known(meeting.date)])], default=None)
    named = [
        day for each in found if _ON_MONEY.search(known(each.resolution.text) or "") for day in each.named
    ]
    return max(named, default=None)


@rule("V158", "warning", "board.resolutions[*]", "policy.effective", "policy.approver", "engagement.meeting")
def policy_is_adopted_before_it_holds(ground: Ground) -> Iterator[Breach]:
    """The board is asked for the policy by the day from which it holds, and is asked where it is who approves it."""
    policy, mandate = ground.engagement.policy, ground.engagement.engagement
    holds = known(policy.effective)
    found = [each for each in ground.resolutions if each.tie == "adopt"]
    for each in found:
        by = known(each.resolution.by)
        if by is not None and holds is not None and by > holds:
            what = f"the policy is to be adopted by {by}, yet it holds from {holds}."
            path: Path = ("board", "resolutions", each.number - 1, "by")
            yield Breach(path, what, "Adopt it on that day or earlier, or let it hold later.")
    approver, body = known(policy.approver), known(mandate.meeting.body)
    asks = known(ground.engagement.board.resolutions)
    if found or not asks or approver is None or approver != body or policy.approved_on is not None:
        return
    if known(mandate.meeting.purpose) is PaperPurpose.DECISION:
        what = f"the {body} approves the policy, yet no resolution asks for it."
        yield Breach(("board", "resolutions"), what, "Add a resolution that begins: Endorse the policy.")


@rule("V159", "warning", "vision.proof_points[]", "objectives[*]", "board.oversight.kpis")
def proof_has_a_target(ground: Ground) -> Iterator[Breach]:
    """A measure that the board sees and the vision is proved by has a target where an objective is about it."""
    seen = known(ground.engagement.board.oversight.kpis) or ()
    for position, point in enumerate(records(ground.engagement.vision.proof_points)):
        name = known(point.kpi)
        about = [each for each in records(ground.engagement.objectives) if known(each.kpi) == name]
        if name not in seen or known(point.value) is None or not about:
            continue
        if all(known(each.target) is None for each in about):
            what = (
                f"the vision is proved by {name} at {known(point.value):g}, yet its objective has no target."
            )
            path: Path = ("vision", "proof_points", position, "kpi")
            yield Breach(
                path, what, "Give the objective that target, or prove the vision by another measure."
            )


RULES = (
    late_costs_say_their_full_year,
    trigger_can_fire,
    discussion_asks_for_no_decision,
    response_rate_is_that_of_the_channels,
    budget_is_for_the_tool_that_ranks_first,
    posts_beyond_the_need_have_a_reason,
    steps_make_the_wait,
    money_waits_for_the_decision,
    policy_is_adopted_before_it_holds,
    proof_has_a_target,
)
