"""Rules about the board case: resolutions, options, money and risks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from stratgen.analysis.keypaths import Path
from stratgen.analysis.rules.purpose import is_one_sentence
from stratgen.analysis.rules.rule import Breach, Ground, rule
from stratgen.engagement import known, records
from stratgen.engagement.setup import PaperPurpose

STATUS_QUO = "status_quo"
_HIRING = re.compile(r"\b(?:hir|recruit)\w*", re.IGNORECASE)
NOTICE = timedelta(days=28)
"""Days between an offer and the first working day, at the least."""
SHORT_REASON = 120
"""Characters: a reason against the highest score needs more room than this."""


@rule("V15", "error", "board.costs", "board.recommended", "board.options[*]")
def costs_make_the_option(ground: Ground) -> Iterator[Breach]:
    """The cost lines make the year-one cost of the recommended option, give or take 1 percent."""
    case, recommended = ground.case, ground.case.recommended
    stated = known(recommended.option.year_one_cost) if recommended else None
    if case.cost_total is None or stated is None:
        return
    if abs(case.cost_total - stated) > abs(stated) / 100:
        what = f"the cost lines make {case.cost_total:,.0f}, yet the recommended option costs {stated:,.0f}."
        yield Breach(("board", "costs"), what, "Make the lines and the option's year-one cost agree.")


@rule("V32", "error", "engagement.pack.date", "engagement.meeting", "board.resolutions", "board.recommended")
def decision_can_be_taken(ground: Ground) -> Iterator[Breach]:
    """The board meets on or after the pack's date; a paper for decision has a resolution and an option."""
    meeting, board = ground.engagement.engagement.meeting, ground.engagement.board
    meets = known(meeting.date)
    if meets and ground.day and meets < ground.day:
        what = f"the board meets on {meets}, before the pack's date, {ground.day}."
        yield Breach(
            ("engagement", "meeting", "date"),
            what,
            "Mend the date that is wrong, the meeting's or the pack's.",
        )
    if meeting.purpose != PaperPurpose.DECISION:
        return
    if not known(board.resolutions):
        what = "the paper asks for a decision, but there is no resolution."
        yield Breach(("board", "resolutions"), what, "Write what the board is asked to decide.")
    if not known(board.recommended):
        what = "the paper asks for a decision, but no option is recommended."
        yield Breach(("board", "recommended"), what, "Name the option.")


@rule("V53", "error", "board.criteria")
def weights_make_a_hundred(ground: Ground) -> Iterator[Breach]:
    """The weights of the criteria make 100."""
    criteria = known(ground.engagement.board.criteria)
    if criteria and abs(sum(criteria.values()) - 100) > 0.01:
        what = f"the weights make {sum(criteria.values()):g}."
        yield Breach(("board", "criteria"), what, "Make them 100 together.")


@rule("V54", "error", "board.options[*].id")
def to_continue_is_the_first_option(ground: Ground) -> Iterator[Breach]:
    """The first option is to continue as now."""
    options = records(ground.engagement.board.options)
    first = known(options[0].id) if options else None
    if first is not None and first != STATUS_QUO:
        what = f"the first option is “{first}”, and not to continue as now."
        yield Breach(
            ("board", "options", 0, "id"),
            what,
            "Begin with the option “status quo”: what happens if nothing changes.",
        )


@rule("V55", "warning", "board.options[*].id")
def board_has_a_choice(ground: Ground) -> Iterator[Breach]:
    """The board chooses between at least three options."""
    count = len(records(ground.engagement.board.options))
    if 0 < count < 3:
        what = f"there are only {count} options." if count > 1 else "there is only one option."
        yield Breach(("board", "options"), what, "Give three or four, judged alike.")


@rule(
    "V56",
    "warning",
    "board.criteria",
    "board.options[*].scores",
    "board.recommended",
    "board.recommended_because",
)
def lower_score_is_explained(ground: Ground) -> Iterator[Breach]:
    """Where another option scores higher, the reason for the recommended one is given at length."""
    case, reason = ground.case, known(ground.engagement.board.recommended_because)
    if case.top is None or case.recommended is None or case.top is case.recommended or reason is None:
        return
    if case.top.option.id != case.recommended.option.id and len(reason) < SHORT_REASON:
        what = f"{known(case.top.option.name)} scores higher than the recommended option, and the reason is short."
        mend = f"Say in {SHORT_REASON} characters or more what outweighs the score."
        yield Breach(("board", "recommended_because"), what, mend)


@rule("V57", "error", "board.resolutions[].text")
def resolution_is_one_sentence(ground: Ground) -> Iterator[Breach]:
    """Each resolution is one sentence."""
    for position, resolution in enumerate(records(ground.engagement.board.resolutions)):
        text = known(resolution.text)
        if text and not is_one_sentence(text):
            path: Path = ("board", "resolutions", position, "text")
            yield Breach(
                path, "the resolution is more than one sentence.", "Split it, or join the sentences."
            )


@rule("V92", "error", "board.benefits[]")
def benefits_run_from_low_to_high(ground: Ground) -> Iterator[Breach]:
    """A benefit runs from low through base to high."""
    for position, benefit in enumerate(records(ground.engagement.board.benefits)):
        amounts = (known(benefit.low), known(benefit.base), known(benefit.high))
        given = [amount for amount in amounts if amount is not None]
        if given != sorted(given):
            path: Path = ("board", "benefits", position)
            yield Breach(path, "low, base and high are not in order.", "Put the smallest first.")


@rule("V95", "error", "board.criteria", "board.options[].scores")
def every_option_is_judged_alike(ground: Ground) -> Iterator[Breach]:
    """Every option has a score on every criterion."""
    criteria = known(ground.engagement.board.criteria) or {}
    for position, option in enumerate(records(ground.engagement.board.options)):
        scores = known(option.scores)
        missing = [name for name in criteria if scores is not None and name not in scores]
        if missing:
            what = f"the option has no score for {', '.join(missing)}."
            yield Breach(("board", "options", position, "scores"), what, "Judge all options alike.")


@rule("V69", "error", "risks[]")
def mitigation_lowers_the_risk(ground: Ground) -> Iterator[Breach]:
    """What is done about a risk does not raise it."""
    for position, each in enumerate(records(ground.engagement.risks)):
        likelihood, impact = known(each.likelihood), known(each.impact)
        after, hit = known(each.residual_likelihood), known(each.residual_impact)
        if None in (likelihood, impact, after, hit):
            continue
        before, remains = (likelihood or 0) * (impact or 0), (after or 0) * (hit or 0)
        if remains > before:
            what = f"the risk is {remains} after what is done about it, and {before} before."
            path: Path = ("risks", position, "residual_likelihood")
            yield Breach(path, what, "Correct the two scales, or the mitigation.")


@rule("V70", "warning", "risks[*].id")
def register_holds_three_risks(ground: Ground) -> Iterator[Breach]:
    """The register holds at least three risks."""
    count = len(records(ground.engagement.risks))
    if 0 < count < 3:
        what = f"the register holds {count} of the three risks that are the least."
        yield Breach(("risks",), what, "Add what the library suggests.")


@rule("V241", "warning", "board.costs[*]", "board.resolutions[*]", "progress")
def money_is_released_before_people_are_hired(ground: Ground) -> Iterator[Breach]:
    """Where a review releases each quarter's money, people of a later one are hired after it, or the board is told."""
    board, starts = ground.engagement.board, ground.starts
    asked = records(board.resolutions)
    told = any(_HIRING.search(known(each.text) or "") for each in asked)
    days = [day for each in asked if known(each.releases) and (day := known(each.by))]
    if starts is None or told or not days or ground.engagement.progress is not None:
        return
    for position, each in enumerate(records(board.costs)):
        quarter, day = known(each.quarter), known(each.in_post)
        if quarter is None or quarter.position == 0 or day is None or not known(each.posts):
            continue
        free = max(starts[quarter.position], *days)
        if day < free + NOTICE:
            what = f"people are in post by {day}, and the money for {quarter} is released from {free}: they are hired before."
            path: Path = ("board", "costs", position, "in_post")
            mend = "Let them start a month later, or let a resolution say that they are hired before the release."
            yield Breach(path, what, mend)


RULES = (
    money_is_released_before_people_are_hired,
    costs_make_the_option,
    decision_can_be_taken,
    weights_make_a_hundred,
    to_continue_is_the_first_option,
    board_has_a_choice,
    lower_score_is_explained,
    resolution_is_one_sentence,
    benefits_run_from_low_to_high,
    every_option_is_judged_alike,
    mitigation_lowers_the_risk,
    register_holds_three_risks,
)
