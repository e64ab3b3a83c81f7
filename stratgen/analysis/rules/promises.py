"""Rules about what is promised to people who write: one clock, times that the plan reaches, words ready beforehand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from stratgen.analysis.calendar import Quarters
from stratgen.analysis.escalation import GRAVE
from stratgen.analysis.keypaths import Path
from stratgen.analysis.promise import FIRST_REPLY, least_kept, planned_at
from stratgen.analysis.rules.purpose import is_regulated
from stratgen.analysis.rules.rule import Breach, Ground, rule
from stratgen.analysis.spans import stretches
from stratgen.engagement import known, records
from stratgen.engagement.voice import ReplyPlace

SOON = 30
"""Below so many minutes nobody can wait for an approval."""
_TELLTALE = re.compile(
    r"\byour (account|card|payment|policy|loan|balance|claim|premium|booking|prescription|treatment|appointment"
    r"|tenancy|case|debit order)\b|\b(found|released|refunded|paid back|traced) (the|your) (payment|money|transfer|refund)"
    r"|\brefunded\b",
    re.IGNORECASE,
)


@rule("V130", "warning", "terms.promise", "governance.escalation[*].acknowledge_minutes")
def promise_and_escalation_have_one_clock(ground: Ground) -> Iterator[Breach]:
    """A routine message has one clock, and an urgent one is answered as soon as a serious one."""
    promise = ground.engagement.terms.promise
    levels = [known(each.acknowledge_minutes) for each in records(ground.engagement.governance.escalation)]
    complaint, question, urgent = known(promise.complaint), known(promise.question), known(promise.urgent)
    routine = levels[0] if levels else None
    known_all = routine is not None and complaint is not None and question is not None
    if known_all and not complaint <= routine <= question:  # type: ignore[operator]  # the line above has asked
        what = (
            f"the lowest level is acknowledged in {routine:g} minutes, yet a complaint is promised a reply in "
            f"{complaint:g} and a question in {question:g}."
        )
        path: Path = ("governance", "escalation", 0, "acknowledge_minutes")
        yield Breach(path, what, "Give both the same time.")
    serious = levels[GRAVE] if len(levels) > GRAVE else None
    if urgent is not None and serious is not None and urgent > serious:
        what = f"an urgent message waits {urgent:g} minutes, longer than the {serious:g} of a serious one."
        yield Breach(("terms", "promise", "urgent"), what, "Make it as short as that of level 3.")


@rule(
    "V131",
    "warning",
    "terms.promise",
    "terms.promise_from",
    "objectives[*]",
    "engagement.first_quarter_starts",
)
def promise_is_within_the_plan(ground: Ground) -> Iterator[Breach]:
    """Where the times hold, the roadmap has brought the first reply so far."""
    terms = ground.engagement.terms
    day = known(terms.promise_from) or (ground.starts[0] if ground.starts else None)
    question, starts = known(terms.promise.question), ground.starts
    if (
        day is None
        or question is None
        or (terms.promise_from is not None and known(terms.promise_from) is None)
    ):
        return
    planned = planned_at(ground.objectives, starts, day)
    if planned is not None and question < planned:
        what = (
            f"a question is promised a reply in {question:g} minutes, yet the plan for {day} is {planned:g}."
        )
        reached = _reached(ground, starts, question)
        mend = f"Say from which day these reply times hold{reached}, or promise less."
        yield Breach(("terms", "promise", "question"), what, mend)


@rule(
    "V160",
    "warning",
    "terms.promise",
    "terms.promise_from",
    "terms.promise_until",
    "objectives[*]",
    "baseline.measures[*]",
    "engagement.first_quarter_starts",
)
def promise_is_kept_for_nine_in_ten(ground: Ground) -> Iterator[Breach]:
    """A promised time is one that nine in ten are to get when it starts to hold; half of all wait longer than a median."""
    terms, starts = ground.engagement.terms, ground.starts
    first = starts[0] if starts else None
    # What is promised holds with the terms, which may be later than the plan.
    if first and terms.effective is not None:
        first = max(first, known(terms.effective) or first)
    given = (
        ("promise", terms.promise, first if terms.promise_from is None else known(terms.promise_from)),
        ("promise_until", terms.promise_until, first),
    )
    for field, promise, day in given:
        kept = day and (
            _measured(ground, day) or least_kept(ground.engagement, ground.objectives, starts, day)
        )
        if promise is None or day is None or not kept:
            continue
        for name in ("complaint", "question"):
            minutes = known(getattr(promise, name))
            if minutes is not None and (minutes < kept[0] - 1e-9 or (minutes <= kept[0] and not kept[1])):
                yield _kept_too_seldom(("terms", field, name), name, minutes, kept, day)


def _measured(ground: Ground, day: date) -> tuple[float, bool] | None:
    """Return the minutes within which nine in ten were answered when last measured, where a promise holds by then."""
    review = ground.engagement.progress
    held = known(review.as_of) if review else None
    if review is None or held is None or day > held:
        return None
    values = [
        (quarter.position, value.value)
        for each in records(review.actuals)
        if known(each.kpi) == FIRST_REPLY
        and (quarter := known(each.quarter)) is not None
        and each.value_90th is not None
        and (value := known(each.value_90th)) is not None
    ]
    return (max(values)[1], True) if values else None


def _kept_too_seldom(path: Path, name: str, minutes: float, kept: tuple[float, bool], day: date) -> Breach:
    wait, whole = f"{kept[0]:g} minutes", kept[1]
    what = f"a {name} is promised a reply in {minutes:g} minutes, yet on {day} " + (
        f"nine in ten are to be answered in {wait}."
        if whole
        else f"half of all who write wait {wait} or longer."
    )
    mend = "Promise what nine in ten get, or set a target for the 90th percentile that reaches it by then."
    return Breach(path, what, mend)


def _reached(ground: Ground, starts: Quarters | None, minutes: float) -> str:
    found = ground.objectives
    for number, start in enumerate(starts[1:] if starts else (), 1):
        planned = planned_at(found, starts, start)
        if planned is not None and planned <= minutes:
            return f" (the plan reaches them at the end of Q{number}, on {start - timedelta(days=1)})"
    return ""


@rule("V132", "warning", "governance.escalation[]")
def first_word_needs_no_approval(ground: Ground) -> Iterator[Breach]:
    """Where the first word is due within half an hour and words need approval, one line is approved beforehand."""
    for position, level in enumerate(records(ground.engagement.governance.escalation)):
        minutes, approvers = known(level.acknowledge_minutes), known(level.approvers)
        if minutes is not None and minutes < SOON and approvers and level.holding_line is None:
            what = f"the first word is due in {minutes:g} minutes, and {len(approvers)} would have to approve it."
            mend = "Approve a first line beforehand that may be posted without asking anybody."
            yield Breach(("governance", "escalation", position), what, mend)


@rule("V133", "warning", "voice.model_replies[]", "engagement.sector", "engagement.regulators")
def public_reply_tells_nothing(ground: Ground) -> Iterator[Breach]:
    """In a regulated sector, a model reply that is not private does not confirm that somebody is a customer."""
    if not is_regulated(ground):
        return
    for position, each in enumerate(records(ground.engagement.voice.model_replies)):
        text = known(each.reply)
        if text and known(each.place) is not ReplyPlace.PRIVATE and (found := _TELLTALE.search(text)):
            what = f"“{found[0]}” shows in public that somebody is a customer."
            mend = "Word it without, or mark the reply as private."
            yield Breach(("voice", "model_replies", position, "reply"), what, mend)


@rule("V134", "warning", "terms.promise", "terms.hours")
def reply_comes_the_same_day(ground: Ground) -> Iterator[Breach]:
    """The promised time to a reply is shorter than the shortest day, so that who writes early hears the same day."""
    terms = ground.engagement.terms
    hours, question = known(terms.hours), known(terms.promise.question)
    if not hours or question is None:
        return
    shortest = min(stretches(hours), default=0)
    if 0 < shortest <= question:
        what = (
            f"a reply to a question may take {question:g} minutes of staffed hours, yet the shortest day has {shortest}; "
            "it may always come the day after."
        )
        yield Breach(("terms", "promise", "question"), what, "Promise less than a day's hours.")


RULES = (
    promise_and_escalation_have_one_clock,
    promise_is_within_the_plan,
    promise_is_kept_for_nine_in_ten,
    first_word_needs_no_approval,
    public_reply_tells_nothing,
    reply_comes_the_same_day,
)
