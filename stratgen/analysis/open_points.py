"""The holes in the answers, and the questions that apply but were passed over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from stratgen.analysis.findings import ChannelFinding, Kpi, OpenPoint
from stratgen.analysis.keypaths import Path, Question, find, path_text, place, questions
from stratgen.analysis.open_labels import label
from stratgen.analysis.uses import documents_using
from stratgen.engagement import Engagement, Unknown, known, records
from stratgen.engagement.answer import REASON_NOT_ANSWERED
from stratgen.engagement.baseline import AppliesToSocial
from stratgen.engagement.channels import Channel, ChannelStatus
from stratgen.engagement.privacy import MonitoringScope
from stratgen.engagement.vision import Outcome

_FEASIBILITY = "How feasible is the channel, and what for?"


@dataclass(frozen=True, slots=True)
class Due:
    """A core question that applies here, yet has no answer and was not marked unknown."""

    path: Path
    title: str
    ref: str
    why: str
    """When it applies, for example "the channel is active"."""


def asked_questions(engagement: Engagement) -> tuple[Question, ...]:
    """Return every question with its answer, in the order of the answer file."""
    return tuple(questions(engagement))


def open_points(
    engagement: Engagement,
    asked: tuple[Question, ...],
    kpis: Mapping[str, Kpi],
    channels: tuple[ChannelFinding, ...],
) -> tuple[OpenPoint, ...]:
    """Return the holes, numbered from 1 in the order of the answer file (documents G6), by the names that print."""
    holes = [each for each in asked if isinstance(each.answer, Unknown)]
    return tuple(
        _open_point(engagement, number, each, label(engagement, each.path, each.title, kpis, channels))
        for number, each in enumerate(holes, 1)
    )


def _open_point(engagement: Engagement, number: int, question: Question, named: tuple[str, str]) -> OpenPoint:
    hole: Unknown = question.answer
    # The last step of the path only repeats the question, unless nothing would be left.
    where = question.path[:-1] or question.path
    return OpenPoint(
        number=number,
        path=path_text(question.path),
        place=place(engagement, where),
        question=question.title,
        reason=hole.reason or REASON_NOT_ANSWERED,
        owner=hole.owner or "",
        due=hole.due,
        documents=documents_using(question.ref),
        subject=named[0],
        asks=named[1],
    )


def due_questions(engagement: Engagement, asked: tuple[Question, ...]) -> tuple[Due, ...]:
    """Return the conditional core questions that apply but have no answer, in the order of the file."""
    wanted = [
        *_channels(engagement),
        *_service(engagement),
        *_measures(engagement),
        *_governance(engagement),
        *_first_contact(engagement),
        *_sign_off(engagement),
    ]
    by_path = {each.path: each for each in asked}
    found = []
    for path, why in wanted:
        if find(engagement, path) is None:
            question = by_path.get(path, Question(path, _FEASIBILITY, "CHF-01", True, None))
            found.append(Due(path, question.title, question.ref, why))
    return tuple(found)


def _channels(engagement: Engagement) -> Iterator[tuple[Path, str]]:
    for position, channel in enumerate(records(engagement.channels)):
        here: Path = ("channels", position)
        active = channel.status == ChannelStatus.ACTIVE
        if active:
            for name in ("inbound", "needing_reply", "response_rate"):
                yield (*here, name), "the channel is active"
            rate = known(channel.response_rate)
            if rate is not None and rate.value > 0:
                yield (*here, "first_response_minutes"), "some messages get a reply"
        if active or _has_presence(channel):
            yield (*here, "feasibility"), "customers are there" if not active else "the channel is active"


def _has_presence(channel: Channel) -> bool:
    presence = known(channel.presence) or {}
    return any(strength > 0 for phases in presence.values() for strength in phases.values())


def _service(engagement: Engagement) -> Iterator[tuple[Path, str]]:
    if not any(each.status == ChannelStatus.ACTIVE for each in records(engagement.channels)):
        return
    names = ("journey", "rechannelled", "handovers", "wait_minutes", "effort", "resolved_in_channel")
    for name in (*names, "repliers", "hours"):
        yield ("service", name), "a channel is active"


def _measures(engagement: Engagement) -> Iterator[tuple[Path, str]]:
    for position, measure in enumerate(records(engagement.baseline.measures)):
        if measure.applies in (AppliesToSocial.YES, AppliesToSocial.ADAPTED):
            yield ("baseline", "measures", position, "social"), "the measure is used on social"
            yield ("baseline", "measures", position, "owner"), "the measure is used on social"


def _governance(engagement: Engagement) -> Iterator[tuple[Path, str]]:
    for position, level in enumerate(records(engagement.governance.escalation)):
        if level.tell_board is True:
            yield ("governance", "escalation", position, "board_contact"), "the board is told"
    scope = known(engagement.policy.monitoring.scope)
    if scope and MonitoringScope.NONE not in scope:
        yield ("policy", "monitoring", "retention_months"), "something is monitored"


def _first_contact(engagement: Engagement) -> Iterator[tuple[Path, str]]:
    for position, reason in enumerate(records(engagement.first_contact.top_reasons)):
        if reason.solvable is False:
            yield ("first_contact", "top_reasons", position, "blocker"), "it cannot be solved in the channel"


def _sign_off(engagement: Engagement) -> Iterator[tuple[Path, str]]:
    for position, each in enumerate(records(engagement.sign_off)):
        if known(each.outcome) not in (None, Outcome.NOT_YET):
            yield ("sign_off", position, "date"), "the pack was reviewed"
