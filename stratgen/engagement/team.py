"""Module 7, team and organisation (TEAM)."""

from typing import Annotated

from pydantic import Field

from stratgen.engagement.answer import (
    UNIQUE,
    Answer,
    Choice,
    Percent,
    Record,
    Role,
    Scale5,
    ask,
    items,
    line,
    prose,
)
from stratgen.engagement.stakeholders import Department


class Right(Choice):
    """A part in a piece of work."""

    RESPONSIBLE = "R", "Responsible"
    ACCOUNTABLE = "A", "Accountable"
    BOTH = "AR", "Accountable and responsible"
    CONSULTED = "C", "Consulted"
    INFORMED = "I", "Informed"


Rights = dict[Department, Right]


class Responsibilities(Record):
    """Who does what: for each piece of work, which department holds which right."""

    listen: Answer[Rights] = ask(
        "TEAM-04", "Listen: who holds which right?", "One A a row.", {"insight": "AR"}
    )
    reply: Answer[Rights] = ask("TEAM-04", "Reply: who holds which right?", "One A a row.", {"care": "AR"})
    publish: Answer[Rights] = ask(
        "TEAM-04", "Publish: who holds which right?", "One A a row.", {"marketing": "AR"}
    )
    approve: Answer[Rights] = ask(
        "TEAM-04", "Approve: who holds which right?", "One A a row.", {"legal": "AR"}
    )
    escalate: Answer[Rights] = ask(
        "TEAM-04", "Escalate: who holds which right?", "One A a row.", {"care": "AR"}
    )
    report: Answer[Rights] = ask(
        "TEAM-04", "Report: who holds which right?", "One A a row.", {"insight": "AR"}
    )
    train: Answer[Rights] = ask("TEAM-04", "Train: who holds which right?", "One A a row.", {"hr": "AR"})
    secure: Answer[Rights] = ask(
        "TEAM-04", "Secure: who holds which right?", "One A a row.", {"it_security": "AR"}
    )


class ExecutivePart(Record):
    """How a senior executive takes part."""

    role: Answer[Role] = ask("TEAM-05", "Which executive?", "A role.", "Chief Executive Officer")
    activity: Answer[Annotated[str, line(5, 160)]] = ask(
        "TEAM-05", "What do they do?", "Something that can be seen.", "Sits beside the agents for two hours"
    )
    frequency: Answer[Annotated[str, line(2, 60)]] = ask("TEAM-05", "How often?", "A rhythm.", "Every month")


class ExtraShift(Record):
    """People who have to be on shift beside the others, for a language, an area or a time of day."""

    what: Answer[Annotated[str, line(3, 80)]] = ask(
        "TEAM-02", "What for, and when?", "A few words.", "Mandarin, 06:00 to 24:00 in Shanghai", inner=True
    )
    people: Answer[Annotated[float, Field(gt=0, le=1000)]] = ask(
        "TEAM-02", "How many more are on shift?", "On average over these hours.", 1, inner=True
    )
    hours_a_week: Answer[Annotated[float, Field(gt=0, le=168)]] = ask(
        "TEAM-02", "During how many hours a week?", "A number.", 126, inner=True
    )


class Agency(Record):
    """A firm that acts for the organisation on social."""

    name: Answer[Annotated[str, line(2, 80)]] = ask(
        "TEAM-06", "Which firm?", "Its name or its part.", "Media agency"
    )
    scope: Answer[Annotated[str, prose(5, 240)]] = ask(
        "TEAM-06", "What does it do?", "Its scope.", "Paid campaigns"
    )
    contract_terms: Answer[bool] = ask(
        "TEAM-06", "Are access and data terms in its contract?", "Yes or no.", True
    )


class Place(Choice):
    """Whether social has a place in the corporate strategy or budget cycle."""

    NO = "no", "no"
    MENTIONED = "mentioned", "mentioned"
    INTEGRATED = "integrated", "integrated"


class Skills(Record):
    """What the team as a whole can do: averages, 1 to 5, never the mark of one person."""

    writing: Answer[Scale5] = ask(
        "TEAM-03", "How well does the team write?", "The average of all, 1 to 5.", 3, inner=True
    )
    product: Answer[Scale5] = ask(
        "TEAM-03", "How well does it know the products?", "The average of all, 1 to 5.", 4, inner=True
    )
    empathy: Answer[Scale5] = ask(
        "TEAM-03",
        "How well does it put itself in a customer's place?",
        "The average of all, 1 to 5.",
        3,
        inner=True,
    )
    channel_fluency: Answer[Scale5] = ask(
        "TEAM-03", "How fluent is it on the channels?", "The average of all, 1 to 5.", 2, inner=True
    )
    crisis: Answer[Scale5] = ask(
        "TEAM-03", "How well does it handle a crisis?", "The average of all, 1 to 5.", 2, inner=True
    )
    languages: Answer[Annotated[tuple[Annotated[str, line(2, 40)], ...], items(1, 20), UNIQUE]] = ask(
        "TEAM-03",
        "In which languages can it answer?",
        "Names of languages, as under personas.",
        ["English", "isiZulu"],
        inner=True,
    )
    fluent_channels: Answer[Annotated[tuple[Annotated[str, line(1, 40)], ...], items(0, 30), UNIQUE]] = ask(
        "TEAM-03",
        "On which channels is at least one person fluent, 4 or 5 of 5?",
        "Channels as in the audit.",
        ["facebook"],
        inner=True,
    )


class GapKind(Choice):
    """On which side the team does not match its customers yet."""

    LANGUAGE = "language", "Language"
    HOURS = "hours", "Hours"
    SKILL = "skill", "Skill"
    FLUENCY = "fluency", "Fluency on a channel"


class GapClosed(Record):
    """What closes a gap between the team and its customers, or who has accepted it."""

    gap: Answer[GapKind] = ask(
        "TEAM-03", "Which gap?", "Language, hours, skill or fluency.", "language", inner=True
    )
    closed_by: Answer[Annotated[str, prose(5, 200)]] = ask(
        "TEAM-03",
        "What closes it, and by when; or who has accepted it?",
        "Work with its day, or a role and a day.",
        "I-11 hires one agent who writes isiZulu, by 18 June 2027",
        inner=True,
    )


class Team(Record):
    """Who leads, who pays, who replies, and with how many hours."""

    lead: Answer[Role] = ask("TEAM-01", "Who leads social day to day?", "A role.", "Social Media Manager")
    accountable_executive: Answer[Role] = ask(
        "TEAM-01", "Which executive is accountable?", "One role.", "Chief Customer Officer"
    )
    budget_holder: Answer[Department] = ask(
        "TEAM-01", "Which department holds the budget?", "One.", "marketing"
    )
    tool_keys_holder: Answer[Department] = ask(
        "TEAM-01", "Which department holds the keys to the tools?", "One.", "marketing"
    )
    full_time_equivalents: Answer[Annotated[float, Field(ge=0, le=10_000)]] = ask(
        "TEAM-02", "How many full-time equivalents work on social?", "People who reply or publish.", 3.5
    )
    hours_a_month: Answer[Annotated[float, Field(gt=0, le=260)]] = ask(
        "TEAM-02",
        "How many hours a month is a full-time person paid for?",
        "37 hours a week are 160 a month.",
        160,
    )
    shrinkage: Answer[Percent] = ask(
        "TEAM-02",
        "Which share of paid time is not spent on customers, in percent?",
        "Leave, illness, training; 30 is usual.",
        30,
    )
    fewest_on_shift: Answer[Annotated[float, Field(ge=1, le=1000)]] | None = ask(
        "TEAM-02",
        "How many people are to be on shift, on average over the hours promised?",
        "Leave out for one; 1.5 where two sit through half of the hours.",
        2,
        full=True,
    )
    extra_shifts: Answer[Annotated[tuple[ExtraShift, ...], items(0, 6)]] | None = ask(
        "TEAM-02",
        "For which language, area or time of day are more people on shift than that?",
        "One record for each; leave out if none. The posts that they take count as needed.",
        [],
        full=True,
    )
    on_other_work: Answer[Annotated[float, Field(ge=0, le=10_000)]] | None = ask(
        "TEAM-02",
        "How many of today's full-time equivalents will not reply once the new posts are filled?",
        "They go on publishing, for example; leave out if none.",
        2.5,
        full=True,
    )
    posts_because: Answer[Annotated[str, prose(10, 240)]] | None = ask(
        "TEAM-02",
        "Why these posts: what do the averages hide, or how is a gap that remains closed?",
        "One or two sentences.",
        "The branches answer on Saturdays until the next budget",
        full=True,
    )
    responsibilities: Responsibilities = Field(title="Who does what")
    executive_part: Answer[Annotated[tuple[ExecutivePart, ...], items(0, 8)]] = ask(
        "TEAM-05", "How do senior executives take part?", "One entry for each who does.", []
    )
    agencies: Answer[Annotated[tuple[Agency, ...], items(0, 8)]] | None = ask(
        "TEAM-06", "Which agencies or outsourcers act for you?", "None to eight.", [], full=True
    )
    skills: Skills | None = Field(default=None, title="Skills and languages")
    gaps_closed: Answer[Annotated[tuple[GapClosed, ...], items(0, 4)]] | None = ask(
        "TEAM-03",
        "Where the team does not match its customers: what closes each gap?",
        "One record for each kind of gap; leave out if there is none.",
        [],
        full=True,
    )
    strategy_cycle: Answer[Place] | None = ask(
        "TEAM-07",
        "Is social in the corporate strategy or budget cycle?",
        "No, mentioned or integrated.",
        "mentioned",
        full=True,
    )
