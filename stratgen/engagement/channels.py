"""Modules 4 and 10, the channel audit (CHN) and channel feasibility (CHF): one record a channel."""

from typing import Annotated

from pydantic import Field, StringConstraints

from stratgen.engagement.answer import (
    UNIQUE,
    Answer,
    Choice,
    Count,
    Record,
    Role,
    Scale5,
    TeamHours,
    ask,
    items,
    line,
    prose,
)
from stratgen.engagement.evidence import Evidenced, Figure
from stratgen.engagement.purpose import Phase


class ChannelStatus(Choice):
    """What stands on the channel today."""

    NONE = "none", "No account"
    UNOFFICIAL = "unofficial", "Unofficial"
    DORMANT = "dormant", "Dormant"
    ACTIVE = "active", "Active"
    PAUSED = "paused", "Paused"


class Interaction(Choice):
    """A way of dealing with people on a channel."""

    LISTEN = "listen", "listen"
    PUBLISH = "publish", "publish"
    ANSWER = "answer", "answer in public"
    PRIVATE = "private_message", "answer in private"
    COMMUNITY = "community", "host a community"
    REVIEW_REPLY = "review_reply", "reply to reviews"
    COMMERCE = "commerce", "sell"


class ChannelState(Choice):
    """What the strategy makes of a channel (domain 5.5)."""

    LEAD = "lead", "Lead"
    PILOT = "pilot", "Pilot"
    MAINTAIN = "maintain", "Maintain"
    LISTEN = "listen", "Listen"
    RETIRE = "retire", "Retire"
    NONE = "none", "Not used"


class Feasibility(Record):
    """How well the organisation could run the channel, and what for."""

    complexity: Answer[Scale5] = ask(
        "CHF-01", "How complex is the channel to run well?", "1 is simple, 5 is very complex.", 3
    )
    customer_value: Answer[Scale5] = ask(
        "CHF-02", "What is a conversation here worth to the customer?", "1 is little, 5 is much.", 4
    )
    organisation_value: Answer[Scale5] = ask(
        "CHF-02", "What is it worth to the organisation?", "1 is little, 5 is much.", 4
    )
    interactions: Answer[Annotated[tuple[Interaction, ...], items(1, 7), UNIQUE]] = ask(
        "CHF-03", "Which ways of dealing with people are planned here?", "All that apply.", ["answer"]
    )
    skills: Answer[Scale5] = ask("CHF-04", "How skilled is the team for it?", "1 is not, 5 is fully.", 3)
    tool_support: Answer[Scale5] = ask(
        "CHF-04", "How well do the tools support it?", "1 is not at all, 5 is fully.", 2
    )
    hours_available: Answer[TeamHours] = ask(
        "CHF-05", "How many hours a week are available for it?", "All people together.", 20
    )
    publishing_hours: Answer[TeamHours] = ask(
        "CHF-05", "How many hours a week does publishing need?", "Writing, approval and posting.", 4
    )
    opportunity: Answer[Annotated[str, prose(5, 240)]] = ask(
        "CHF-06",
        "What is the main opportunity?",
        "One sentence.",
        "Solve card questions before they become calls",
    )
    risk: Answer[Annotated[str, prose(5, 240)]] = ask(
        "CHF-06", "What is the main risk?", "One sentence.", "Personal data posted in public threads"
    )
    likelihood: Answer[Scale5] = ask("CHF-06", "How likely is that risk?", "1 is rare, 5 is expected.", 3)
    impact: Answer[Scale5] = ask("CHF-06", "How hard would it hit?", "1 is light, 5 is severe.", 3)


class StateOverride(Record):
    """A state that the consultant sets in place of the recommended one."""

    state: Answer[ChannelState] = ask(
        "CHF-07", "Which state instead?", "It replaces the recommended one.", "listen", inner=True
    )
    reason: Answer[Annotated[str, prose(15, 300)]] = ask(
        "CHF-07",
        "Why?",
        "It prints beside the state.",
        "The regulator has asked us to wait for its guidance",
        inner=True,
    )


class Access(Record):
    """Who can get into the account, and how safely."""

    administrators: Answer[Count] = ask(
        "CHN-04", "How many administrators?", "People with full rights.", 3, inner=True
    )
    multi_factor: Answer[bool] = ask(
        "CHN-04", "Is multi-factor sign-in on?", "For every administrator.", False, inner=True
    )
    shared_password: Answer[bool] = ask(
        "CHN-04", "Is a password shared?", "Between any two people.", True, inner=True
    )
    recovery_owner: Answer[Role] | None = ask(
        "CHN-04", "Which role can recover the account?", "A role.", "Head of IT Security", full=True
    )
    personal_profile: Answer[bool] | None = ask(
        "CHN-04", "Does it hang on somebody's personal profile?", "Yes or no.", False, full=True
    )


class SentimentMethod(Choice):
    """How the mood of messages was told."""

    TOOL = "tool", "by a tool"
    MANUAL = "manual", "read by people"
    SAMPLE = "sample", "read by people, on a sample"


class SentimentMix(Evidenced):
    """The mood of what people write, in percent of all that they write."""

    positive: Answer[Figure] = ask("CHN-08", "Positive?", "Percent.", 20, unit="%", inner=True)
    neutral: Answer[Figure] = ask("CHN-08", "Neutral?", "Percent.", 45, unit="%", inner=True)
    negative: Answer[Figure] = ask("CHN-08", "Negative?", "Percent.", 35, unit="%", inner=True)
    method: Answer[SentimentMethod] = ask(
        "CHN-08", "How was it told?", "By a tool, by people, or on a sample.", "sample", inner=True
    )
    sample_size: Answer[Count] | None = ask(
        "CHN-08", "How many messages were read?", "Needed for a sample.", 400, full=True
    )


class InquiryMix(Evidenced):
    """What people write about, in percent of all that they write."""

    service: Answer[Figure] = ask("CHN-07", "Service?", "Percent.", 40, unit="%", inner=True)
    complaint: Answer[Figure] = ask("CHN-07", "Complaint?", "Percent.", 25, unit="%", inner=True)
    pre_sale: Answer[Figure] = ask("CHN-07", "Before a sale?", "Percent.", 10, unit="%", inner=True)
    praise: Answer[Figure] = ask("CHN-07", "Praise?", "Percent.", 5, unit="%", inner=True)
    information: Answer[Figure] = ask("CHN-07", "Information?", "Percent.", 15, unit="%", inner=True)
    other: Answer[Figure] = ask("CHN-07", "Other?", "Percent.", 5, unit="%", inner=True)


class Litter(Record):
    """Accounts in the organisation's name that should not be as they are."""

    unanswered: Answer[Count] = ask(
        "CHN-10", "How many with unanswered messages?", "Accounts.", 1, inner=True
    )
    abandoned: Answer[Count] = ask("CHN-10", "How many abandoned?", "Accounts.", 2, inner=True)
    duplicate: Answer[Count] = ask("CHN-10", "How many duplicates?", "Accounts.", 1, inner=True)
    impostor: Answer[Count] = ask(
        "CHN-10", "How many impostors?", "Accounts that pretend to be you.", 2, inner=True
    )


class Channel(Evidenced):
    """One channel: what happens on it today, and how feasible it is."""

    channel: Answer[Annotated[str, line(1, 40)]] = ask(
        "CHN-01",
        "Which channel is it?",
        "One of the catalogue (facebook, x, whatsapp), or a name of your own.",
        "facebook",
    )
    status: Answer[ChannelStatus] = ask(
        "CHN-02", "What stands there today?", "An active channel needs a handle and an owner.", "active"
    )
    handle: (
        Answer[Annotated[str, StringConstraints(pattern=r"^(https?://\S{3,200}|@[\w.\-]{1,80})$")]] | None
    ) = ask(
        "CHN-03", "What is its handle or address?", "A web address, or @name.", "@karoobank", optional=True
    )
    owner: Answer[Role] | None = ask(
        "CHN-03", "Which role answers for it?", "One role.", "Head of Digital", optional=True
    )
    access: Access | None = Field(default=None, title="Access to the account")
    inbound: Answer[Figure] | None = ask(
        "CHN-05",
        "How many mentions and messages come in a month?",
        "All of them.",
        4200,
        optional=True,
        unit="a month",
    )
    needing_reply: Answer[Figure] | None = ask(
        "CHN-05",
        "How many mentions and messages a month need a reply?",
        "Not more than come in.",
        1600,
        optional=True,
        unit="a month",
    )
    response_rate: Answer[Figure] | None = ask(
        "CHN-06",
        "Which share of these gets a reply?",
        "Percent of those that need one.",
        38,
        optional=True,
        unit="%",
    )
    first_response_minutes: Answer[Figure] | None = ask(
        "CHN-06",
        "How long until the first reply, in minutes?",
        "The median. Leave out if nobody replies.",
        340,
        optional=True,
        unit="minutes",
    )
    first_response_90th_minutes: Answer[Figure] | None = ask(
        "CHN-06",
        "Within how many minutes do nine in ten get their first reply?",
        "The 90th percentile, so never shorter than the median. Leave out if nobody measures it.",
        1260,
        full=True,
        unit="minutes",
    )
    inquiries: InquiryMix | None = Field(default=None, title="Mix of inquiries")
    sentiment: SentimentMix | None = Field(default=None, title="Mood of messages")
    presence: Answer[dict[Annotated[str, line(2, 40)], dict[Phase, Annotated[int, Field(ge=0, le=3)]]]] = ask(
        "CHN-09",
        "Who is here, in which phase, and how strongly?",
        "For each persona the phases with 0 (absent) to 3 (strong); leave out zeros.",
        {"Everyday savers": {"ask": 3, "use": 2}},
    )
    litter: Litter | None = Field(default=None, title="Accounts to clean up")
    feasibility: Feasibility | None = Field(default=None, title="Feasibility")
    override: StateOverride | None = Field(default=None, title="Another state than the recommended one")
