"""Rules about the channel audit and the service of today."""

from __future__ import annotations

from collections.abc import Iterator

from stratgen.analysis.findings import ChannelFinding
from stratgen.analysis.keypaths import Path, path_text
from stratgen.analysis.rules.rule import Breach, Ground, rule
from stratgen.analysis.spans import open_spans
from stratgen.catalogue import Refused
from stratgen.engagement import Figure, Unknown, known, records
from stratgen.engagement.answer import OpeningHours, minutes_of
from stratgen.engagement.channels import (
    Channel,
    ChannelState,
    ChannelStatus,
    InquiryMix,
    Interaction,
    SentimentMethod,
)

SHARES = tuple(name for name in InquiryMix.model_fields if name != "evidence")
"""The fields of the mix of inquiries."""

MOODS = ("positive", "neutral", "negative")
"""The fields of the mix of moods."""

_WORKED = (ChannelState.LEAD, ChannelState.PILOT, ChannelState.MAINTAIN)


def _value(figure: object) -> float | None:
    return figure.value if isinstance(figure, Figure) else None


def worked(ground: Ground) -> list[tuple[int, ChannelFinding]]:
    """Return the channels that are led, piloted or maintained, with their positions in the answers."""
    return [(n, each) for n, each in enumerate(ground.channels.findings) if each.state in _WORKED]


def _is_present(channel: Channel, persona: str | None = None) -> bool:
    return any(
        strength > 0
        for name, phases in (known(channel.presence) or {}).items()
        for strength in phases.values()
        if persona in (None, name)
    )


@rule("V3", "error", "channels[].status", "channels[].handle", "channels[].owner", "channels[].presence")
def active_channel_is_complete(ground: Ground) -> Iterator[Breach]:
    """An active channel has a handle, an owner, and customers on it."""
    for position, channel in enumerate(records(ground.engagement.channels)):
        if channel.status != ChannelStatus.ACTIVE:
            continue
        here: Path = ("channels", position)
        if channel.handle is None:
            yield Breach(
                (*here, "handle"), "the channel is active but has no handle.", "Give @name or its address."
            )
        if channel.owner is None:
            yield Breach(
                (*here, "owner"), "the channel is active but nobody answers for it.", "Name one role."
            )
        if known(channel.presence) is not None and not _is_present(channel):
            what = "the channel is active but no customer is there."
            yield Breach((*here, "presence"), what, "Say which persona is there, in which phase: 1 to 3.")


@rule("V89", "warning", "channels[].status", "channels[].presence")
def standing_channel_has_customers(ground: Ground) -> Iterator[Breach]:
    """A channel that stands but is not active has customers on it too."""
    idle = (ChannelStatus.UNOFFICIAL, ChannelStatus.DORMANT, ChannelStatus.PAUSED)
    for position, channel in enumerate(records(ground.engagement.channels)):
        if channel.status in idle and known(channel.presence) is not None and not _is_present(channel):
            what = "something stands there, but no customer is marked as present."
            yield Breach(("channels", position, "presence"), what, "Mark who is there, or close the account.")


@rule("V71", "error", "channels[].channel")
def channel_can_be_used(ground: Ground) -> Iterator[Breach]:
    """Every channel of the audit is one that can still be used."""
    for position, channel in enumerate(records(ground.engagement.channels)):
        word = known(channel.channel)
        entry = ground.catalogue.channel(word) if word else None
        if isinstance(entry, Refused):
            what = f'"{entry.word}" cannot be used: {entry.reason.rstrip(".")}.'
            yield Breach(
                ("channels", position, "channel"), what, "Take the record out, or name another channel."
            )


@rule("V4", "error", "channels[].inquiries", "channels[].sentiment")
def mixes_make_a_whole(ground: Ground) -> Iterator[Breach]:
    """The mix of inquiries, and that of moods, makes 98 to 102 percent."""
    mixes = (("inquiries", SHARES, "inquiries"), ("sentiment", MOODS, "moods"))
    for position, channel in enumerate(records(ground.engagement.channels)):
        for field, names, words in mixes:
            shares = [_value(getattr(getattr(channel, field), name, None)) for name in names]
            given = [share for share in shares if share is not None]
            if len(given) == len(shares) and not 98 <= sum(given) <= 102:
                what = f"the mix of {words} makes {sum(given):g} percent."
                yield Breach(("channels", position, field), what, "Make it 100, give or take 2.")


@rule("V101", "error", "channels[].sentiment")
def sample_has_a_size(ground: Ground) -> Iterator[Breach]:
    """A mood that was told on a sample says how many messages were read."""
    for position, channel in enumerate(records(ground.engagement.channels)):
        mood = channel.sentiment
        if mood is None or known(mood.method) is not SentimentMethod.SAMPLE:
            continue
        if mood.sample_size is None or known(mood.sample_size) == 0:
            path: Path = ("channels", position, "sentiment", "sample_size")
            what = "the mood was told on a sample, but not on how many messages."
            yield Breach(path, what, "Give the number, or another method.")


@rule("V5", "warning", "channels[].needing_reply", "channels[].feasibility", "channels[].override")
def busy_channel_is_not_left(ground: Ground) -> Iterator[Breach]:
    """A channel with more than ten messages a month that need a reply is not left."""
    for position, each in enumerate(ground.channels.findings):
        messages = _value(each.channel.needing_reply) or 0
        if messages > 10 and each.state in (ChannelState.NONE, ChannelState.RETIRE):
            what = f"{messages:g} messages a month need a reply there, yet the channel is to be left."
            mend = "Say under override where those customers are sent, or keep the channel."
            yield Breach(("channels", position), what, mend)


@rule("V6", "warning", "personas[].name", "channels[*].presence", "channels[*].feasibility")
def every_persona_is_served(ground: Ground) -> Iterator[Breach]:
    """Every persona has a channel that is led, piloted or maintained."""
    if any(each.state is None for each in ground.channels.findings):
        return
    for position, persona in enumerate(records(ground.engagement.personas)):
        name = known(persona.name)
        if name and not any(_is_present(each.channel, name) for _, each in worked(ground)):
            what = f"no channel that is worked reaches {name}."
            yield Breach(("personas", position), what, "Work a channel where they are, or say why not.")


@rule("V33", "warning", "purpose.communities", "channels[].channel", "channels[].feasibility")
def led_community_belongs_to_members(ground: Ground) -> Iterator[Breach]:
    """Who leads a community of its own accepts that it exists for its members."""
    if ground.engagement.purpose.communities.belong_to_members is not False:
        return
    for position, each in enumerate(ground.channels.findings):
        plans = each.channel.feasibility and known(each.channel.feasibility.interactions)
        hosts = (each.entry and each.entry.hosted) or Interaction.COMMUNITY in (plans or ())
        if hosts and each.state is ChannelState.LEAD:
            what = "a community is to be led that is not accepted as its members' own."
            yield Breach(("channels", position), what, "Accept it under purpose, or do not host a community.")


@rule("V43", "error", "channels[].inbound", "channels[].needing_reply")
def replies_needed_are_part_of_inbound(ground: Ground) -> Iterator[Breach]:
    """No more messages need a reply than come in."""
    for position, channel in enumerate(records(ground.engagement.channels)):
        inbound, needing = _value(channel.inbound), _value(channel.needing_reply)
        if inbound is not None and needing is not None and needing > inbound:
            what = f"{needing:g} messages need a reply, yet only {inbound:g} come in."
            yield Breach(("channels", position, "needing_reply"), what, "Count both over the same month.")


@rule(
    "V44", "error",
    "channels[].response_rate", "channels[].first_response_minutes", "channels[].first_response_90th_minutes",
)  # fmt: skip
def no_reply_has_no_response_time(ground: Ground) -> Iterator[Breach]:
    """A channel without replies has no first response time."""
    for position, channel in enumerate(records(ground.engagement.channels)):
        for name in ("first_response_minutes", "first_response_90th_minutes"):
            if _value(channel.response_rate) == 0 and _value(getattr(channel, name)) is not None:
                what = "nobody replies, yet a first response time is given."
                path: Path = ("channels", position, name)
                yield Breach(path, what, "Leave it out, or correct the response rate.")


@rule("V49", "error", "service.resolved_in_channel", "service.rechannelled")
def resolved_and_sent_away_fit(ground: Ground) -> Iterator[Breach]:
    """What is resolved in the channel and what is sent elsewhere fit together."""
    service = ground.engagement.service
    resolved, sent = _value(service.resolved_in_channel), _value(service.rechannelled)
    if resolved is not None and sent is not None and resolved > 100 - sent + 5:
        what = f"{resolved:g} percent are resolved in the channel, yet {sent:g} percent are sent elsewhere."
        yield Breach(("service", "resolved_in_channel"), what, "Take both from the same messages.")


@rule("V38", "warning", "service.hours", "terms.hours", "terms.hours_from")
def promised_hours_are_staffed(ground: Ground) -> Iterator[Breach]:
    """The hours that are promised are staffed today, or hold from a day that is set."""
    terms = ground.engagement.terms
    today, promised = known(ground.engagement.service.hours), known(terms.hours)
    if terms.hours_from is not None:
        return
    if today is not None and promised is not None and open_spans(today) != open_spans(promised):
        what = "the hours promised differ from the hours in which somebody replies today."
        yield Breach(
            ("terms", "hours"),
            what,
            "Promise the hours that are staffed, or say from which day the promised hours hold.",
        )


@rule("V230", "warning", "terms.hours", "service.hours", "personas[].hours_expected")
def hours_last_some_time(ground: Ground) -> Iterator[Breach]:
    """Hours do not end when they begin; those that end earlier run past midnight."""
    engagement = ground.engagement
    given: list[tuple[Path, OpeningHours | Unknown | None]] = [
        (("terms", "hours"), engagement.terms.hours),
        (("service", "hours"), engagement.service.hours),
        *(
            (("personas", position, "hours_expected"), each.hours_expected)
            for position, each in enumerate(records(engagement.personas))
        ),
    ]
    for path, hours in given:
        for days, span in ((known(hours) if hours is not None else None) or {}).items():
            opens, closes = minutes_of(span)
            if opens == closes:
                what = f"the hours of {days} end when they begin, {span}, and so count for nothing."
                yield Breach(
                    path, what, "Write 00:00-24:00 for the whole day, or correct one of the two times."
                )


@rule("V78", "warning")
def questions_that_apply_are_answered(ground: Ground) -> Iterator[Breach]:
    """A question that applies has an answer."""
    for due in ground.due:
        what = f"{due.why}, yet “{due.title}” has no answer."
        key = path_text(due.path[-1:])
        yield Breach(due.path, what, f"Answer it, or write {key}: unknown with a reason and an owner.")


RULES = (
    active_channel_is_complete,
    standing_channel_has_customers,
    channel_can_be_used,
    mixes_make_a_whole,
    sample_has_a_size,
    busy_channel_is_not_left,
    every_persona_is_served,
    led_community_belongs_to_members,
    replies_needed_are_part_of_inbound,
    no_reply_has_no_response_time,
    resolved_and_sent_away_fit,
    promised_hours_are_staffed,
    hours_last_some_time,
    questions_that_apply_are_answered,
)
