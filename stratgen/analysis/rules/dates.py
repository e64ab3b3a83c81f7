"""Rules about days: what was seen lies before the pack's date, what is promised after it."""

from __future__ import annotations

from collections.abc import Iterator

from stratgen.analysis.calendar import months_later
from stratgen.analysis.keypaths import Path
from stratgen.analysis.rules.rule import Breach, Ground, rule
from stratgen.engagement import Evidence, Figure, known, records

_REVIEWED = 15
"""Months from the start of the roadmap year in which a review may be held."""


@rule("V45", "error")
def what_was_seen_is_past(ground: Ground) -> Iterator[Breach]:
    """Conversations, interviews and evidence are not dated after the pack."""
    engagement, day = ground.engagement, ground.day
    if day is None:
        return
    seen: list[tuple[Path, object]] = []
    for number, conversation in enumerate(records(engagement.purpose.conversations)):
        seen.append((("purpose", "conversations", number, "date"), conversation.date))
    for number, stakeholder in enumerate(records(engagement.stakeholders)):
        seen.append((("stakeholders", number, "interviewed"), stakeholder.interviewed))
    for path, when in seen:
        if isinstance(when, type(day)) and when > day:
            yield Breach(path, f"{when} is after the pack's date, {day}.", "Correct one of the two.")
    yield from _evidence(ground)


def _evidence(ground: Ground) -> Iterator[Breach]:
    """Return evidence that ends after the pack's date; figures that inherit it are not named again."""
    engagement = ground.engagement
    stated: set[object] = set()
    for question in ground.asked:
        answer = question.answer
        if not isinstance(answer, (Evidence, Figure)) or answer.period is None:
            continue
        day, words = ground.day, "the pack's date"
        if question.path[0] == "progress":  # A review is held after the pack, and its figures are newer.
            day, words = (
                known(engagement.progress.as_of) if engagement.progress else None,
                "the day of the review",
            )
        new = answer.period not in stated
        stated.add(answer.period)
        if new and day and answer.period.end > day:
            what = f"the evidence ends on {answer.period.end}, after {words}, {day}."
            yield Breach(question.path, what, "Correct the period or that date.", of_source=True)


@rule("V46", "error", "engagement.business_goals[].horizon", "engagement.pack.date")
def goals_lie_ahead(ground: Ground) -> Iterator[Breach]:
    """The horizon of a business goal lies after the pack's date."""
    for position, goal in enumerate(records(ground.engagement.engagement.business_goals)):
        horizon = known(goal.horizon)
        if horizon and ground.day and horizon <= ground.day:
            what = f"the goal was for {horizon}, and the pack is of {ground.day}."
            yield Breach(("engagement", "business_goals", position, "horizon"), what, "Give a date ahead.")


@rule("V47", "error", "engagement.first_quarter_starts", "engagement.pack.date")
def roadmap_starts_near_the_pack(ground: Ground) -> Iterator[Breach]:
    """The first quarter starts from three months before to twelve months after the pack's date.

    An edition with a review of the year may also be dated in that year, or in the quarter after it.
    """
    first, day = known(ground.engagement.engagement.first_quarter_starts), ground.day
    back = -3 if ground.engagement.progress is None else -_REVIEWED
    if first and day and not months_later(day, back) <= first <= months_later(day, 12):
        what = f"the roadmap starts on {first}, too far from the pack's date, {day}."
        mend = f"Start it from {months_later(day, back)} to {months_later(day, 12)}."
        yield Breach(("engagement", "first_quarter_starts"), what, mend)


@rule("V48", "error", "policy.effective", "engagement.pack.date")
def policy_starts_after_the_pack(ground: Ground) -> Iterator[Breach]:
    """The policy holds from the pack's date at the earliest."""
    effective = known(ground.engagement.policy.effective)
    if effective and ground.day and effective < ground.day:
        what = f"the policy holds from {effective}, before the pack's date, {ground.day}."
        yield Breach(("policy", "effective"), what, "Give a date on or after the pack's.")


@rule("V91", "warning")
def promises_lie_ahead(ground: Ground) -> Iterator[Breach]:
    """What is promised by a date is promised for a date after the pack's.

    An edition with a review keeps the dates of habits and of sharing the targets: some of them have passed.
    """
    engagement, day = ground.engagement, ground.day
    first_edition = engagement.progress is None
    promised: list[tuple[Path, object]] = []
    for number, resolution in enumerate(records(engagement.board.resolutions)):
        promised.append((("board", "resolutions", number, "by"), resolution.by))
    for number, practice in enumerate(records(engagement.legacy_practices) if first_edition else ()):
        promised.append((("legacy_practices", number, "by"), practice.by))
    for number, topic in enumerate(records(engagement.credo.hard_topics)):
        promised.append((("credo", "hard_topics", number, "review"), topic.review))
    for number, objective in enumerate(records(engagement.objectives) if first_edition else ()):
        promised.append((("objectives", number, "shared_on"), objective.shared_on))
    for path, when in promised:
        if day and isinstance(when, type(day)) and when < day:
            yield Breach(path, f"{when} is before the pack's date, {day}.", "Give a date ahead.")


RULES = (
    what_was_seen_is_past,
    goals_lie_ahead,
    roadmap_starts_near_the_pack,
    policy_starts_after_the_pack,
    promises_lie_ahead,
)
