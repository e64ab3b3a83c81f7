"""Module 13, the terms of engagement and the credo (TERM, CRE): promise, moderation, hard topics, silence."""

from typing import Annotated

from pydantic import Field

from stratgen.engagement.answer import (
    UNIQUE,
    Answer,
    Choice,
    Day,
    OpeningHours,
    Record,
    Role,
    ask,
    items,
    line,
    prose,
)
from stratgen.engagement.setup import Classification

Minutes = Annotated[float, Field(gt=0, le=100_000)]


class ResponsePromise(Record):
    """How fast a first reply comes, in minutes of staffed hours, by priority."""

    urgent: Answer[Minutes] = ask("TERM-01", "First reply to an urgent message, in minutes?", "Minutes.", 15)
    complaint: Answer[Minutes] = ask("TERM-01", "First reply to a complaint, in minutes?", "Minutes.", 60)
    question: Answer[Minutes] = ask("TERM-01", "First reply to a question, in minutes?", "Minutes.", 60)
    praise: Answer[Minutes] = ask("TERM-01", "First reply to praise, in minutes?", "Minutes.", 480)


class InterimPromise(Record):
    """How fast a first reply comes until the promised times hold, in minutes of staffed hours, by priority."""

    urgent: Answer[Minutes] = ask(
        "TERM-05", "Until then: first reply to an urgent message, in minutes?", "Minutes.", 15, inner=True
    )
    complaint: Answer[Minutes] = ask(
        "TERM-05",
        "Until then: first reply to a complaint, in minutes?",
        "What nine in ten get today.",
        1260,
        inner=True,
    )
    question: Answer[Minutes] = ask(
        "TERM-05",
        "Until then: first reply to a question, in minutes?",
        "What nine in ten get today.",
        1260,
        inner=True,
    )
    praise: Answer[Minutes] = ask(
        "TERM-05", "Until then: first reply to praise, in minutes?", "Minutes.", 1260, inner=True
    )


class ModerationRule(Record):
    """What is done with what other people post."""

    rule: Answer[Annotated[str, line(5, 160)]] = ask(
        "TERM-03", "What is moderated?", "A kind of content, never criticism.", "Threats against a person"
    )
    action: Answer[Annotated[str, line(2, 80)]] = ask(
        "TERM-03", "What is done?", "Hide, remove or block.", "Remove"
    )
    decides: Answer[Role] = ask("TERM-03", "Who decides?", "A role.", "Care team leader")


class SlowChannel(Record):
    """A channel whose replies are promised in days of their own, such as a site for reviews."""

    channel: Answer[Annotated[str, line(1, 60)]] = ask(
        "TERM-09", "Which channel has a time of its own?", "As named under channels.", "trustpilot"
    )
    days: Answer[Annotated[int, Field(ge=1, le=30)]] = ask(
        "TERM-09",
        "First reply within how many days?",
        "A number; the times by priority do not hold there.",
        3,
    )


class Terms(Record):
    """The terms on which social teams deal with people."""

    owner: Answer[Role] | None = ask(
        "TERM-08",
        "Who owns these terms?",
        "A role; left out, it is the lead of the social team.",
        "Head of Customer Care",
        full=True,
    )
    approver: Answer[Role] | None = ask(
        "TERM-08",
        "Who approves these terms?",
        "A role or body; left out, it is the accountable executive.",
        "Chief Customer Officer",
        full=True,
    )
    effective: Answer[Day] | None = ask(
        "TERM-08",
        "From which day do these terms hold?",
        "Left out, it is the day of the policy.",
        "2027-06-28",
        full=True,
    )

    hours: Answer[OpeningHours] = ask(
        "TERM-01", "In which hours do you promise replies?", "Days and hours.", {"mon-fri": "07:00-19:00"}
    )
    hours_from: Answer[Day] | None = ask(
        "TERM-05",
        "From which day do the promised hours hold?",
        "Leave out if they are staffed today; until that day the hours staffed today print beside them.",
        "2027-07-12",
        full=True,
    )
    promise: ResponsePromise = Field(title="Response promise")
    promise_from: Answer[Day] | None = ask(
        "TERM-05",
        "From which day do these reply times hold?",
        "Leave out if they hold already; until that day the plan of the roadmap prints beside them.",
        "2027-10-01",
        full=True,
    )
    promise_until: InterimPromise | None = Field(default=None, title="Response promise until then")
    slow_channels: Answer[Annotated[tuple[SlowChannel, ...], items(1, 10)]] | None = ask(
        "TERM-09",
        "Which channels are answered within days instead?",
        "Sites for reviews, where nobody waits for a reply within hours.",
        [],
        full=True,
    )
    language_hours: Answer[Annotated[str, prose(5, 300)]] | None = ask(
        "TERM-06",
        "In which hours does the promise hold in each language?",
        "Leave out if it holds in all of them at all promised hours.",
        "English at all hours; Mandarin from 06:00 to 24:00 in Shanghai.",
        full=True,
    )
    other_languages: Answer[Annotated[str, prose(5, 300)]] | None = ask(
        "TERM-06",
        "What happens to a message in a language that nobody on shift writes?",
        "The hours of each language, and what the person is told meanwhile.",
        "We say so in that language, with the prepared line, and answer when the next shift begins",
        full=True,
    )
    complaint_procedure: Answer[Annotated[str, prose(5, 300)]] | None = ask(
        "TERM-10",
        "How is a complaint opened as a case, and what is its next stage?",
        "The procedure by its name, what the customer is told, and who decides if they are not satisfied.",
        "It is opened under Complaints Procedure CP-02; the customer is told the case number and the ombudsman",
        full=True,
    )
    go_private_when: Answer[Annotated[tuple[Annotated[str, line(5, 160)], ...], items(1, 10), UNIQUE]] = ask(
        "TERM-02",
        "When do you move to a private message?",
        "One to ten cases.",
        ["An account has to be looked up"],
    )
    never_ask_in_public: Answer[Annotated[tuple[Annotated[str, line(3, 120)], ...], items(1, 12), UNIQUE]] = (
        ask(
            "TERM-02",
            "What may never be asked in public?",
            "Identifiers, payment and health at least.",
            ["Identity or account numbers", "Card or payment details", "Health"],
        )
    )
    moderation: Answer[Annotated[tuple[ModerationRule, ...], items(1, 10)]] = ask(
        "TERM-03", "What is hidden, removed or blocked?", "One to ten rules.", []
    )
    moderation_log: Answer[bool] = ask("TERM-03", "Is a log of moderation kept?", "Yes or no.", True)
    moderation_appeal: Answer[bool] = ask("TERM-03", "Can people appeal?", "Yes or no.", True)
    house_rules: Answer[Annotated[tuple[Annotated[str, line(5, 200)], ...], items(3, 10), UNIQUE]] | None = (
        ask(
            "TERM-04",
            "Which house rules do visitors read?",
            "Three to ten, in plain words.",
            ["Speak to people as you would across a counter", "Keep to the topic", "No advertising"],
            full=True,
        )
    )
    classification: Answer[Classification] | None = ask(
        "TERM-07",
        "How are these terms classified?",
        "Agents and agencies read them, so Internal unless you say otherwise.",
        "internal",
        full=True,
    )


class Stance(Choice):
    """How an uncomfortable topic is met."""

    ENGAGE = "engage", "Engage"
    ACKNOWLEDGE = "acknowledge", "Acknowledge"
    HOLD = "hold", "Hold"
    DECLINE = "decline", "Decline"


class HardTopic(Record):
    """An uncomfortable topic, and how it is met."""

    topic: Answer[Annotated[str, line(3, 120)]] = ask(
        "CRE-02", "Which topic?", "A few words.", "Branch closures"
    )
    position: Answer[Annotated[str, prose(5, 300)]] = ask(
        "CRE-02",
        "What is the organisation's position?",
        "One or two sentences.",
        "We publish each one 90 days ahead",
    )
    stance: Answer[Stance] = ask(
        "CRE-02", "How is it met?", "Engage, acknowledge, hold or decline.", "engage"
    )
    spokesperson: Answer[Role] = ask("CRE-02", "Who speaks on it?", "A role.", "Head of Communications")
    approved_line: Answer[Annotated[str, prose(5, 300)]] = ask(
        "CRE-02",
        "Which line is approved?",
        "As it may be used.",
        "Here is where your nearest service point will be",
    )
    reason: Answer[Annotated[str, prose(5, 300)]] | None = ask(
        "CRE-02", "Why hold or decline?", "Needed for those two.", "Before the court", optional=True
    )
    review: Answer[Day] = ask("CRE-02", "When is it reviewed?", "A date.", "2027-03-31")


class Credo(Record):
    """What the organisation commits to when it speaks."""

    commitments: Answer[Annotated[tuple[Annotated[str, line(5, 200)], ...], items(0, 10), UNIQUE]] = ask(
        "CRE-01", "Which commitments do you make?", "Three or more.", ["We take part in hard conversations"]
    )
    correct_within_hours: Answer[Annotated[float, Field(gt=0, le=720)]] = ask(
        "CRE-01", "Within how many hours do you correct an error?", "A number.", 4
    )
    posts_a_week: Answer[Annotated[float, Field(ge=0, le=500)]] = ask(
        "CRE-01", "How often do you publish at least, a week?", "All channels together.", 5
    )
    hard_topics: Answer[Annotated[tuple[HardTopic, ...], items(0, 10)]] = ask(
        "CRE-02",
        "Which topics are uncomfortable, and how are they met?",
        "Leave empty if there are none.",
        [],
    )
    silence_when: Answer[Annotated[tuple[Annotated[str, line(3, 160)], ...], items(1, 12), UNIQUE]] = ask(
        "CRE-03", "When may you decide not to reply?", "A closed list; each case is logged.", ["Legal hold"]
    )
