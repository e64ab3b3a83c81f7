"""Rules about what a board paper says: full years, triggers that can fire, discussion, one number for one thing, tools."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratgen.analysis.keypaths import Path
from stratgen.analysis.measures import social_value
from stratgen.analysis.rules.rule import Breach, Ground, rule
from stratgen.analysis.tools import criteria_of, evaluate
from stratgen.engagement import Quarter, known, records
from stratgen.engagement.board import CostTiming
from stratgen.engagement.setup import PaperPurpose

_SEVERAL = re.compile(
    r"(?<!one of the )(?<!any of the )\bfocus (?:measures|metrics|kpis|indicators)\b", re.IGNORECASE
)
_DECIDES = re.compile(r"^(?:approve|endorse|authori[sz]e|delegate)\b", re.IGNORECASE)
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


RULES = (
    late_costs_say_their_full_year,
    trigger_can_fire,
    discussion_asks_for_no_decision,
    response_rate_is_that_of_the_channels,
    budget_is_for_the_tool_that_ranks_first,
)
