"""Module 13, voice and response (TON, TERM, CRE, ESC, APR)."""

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
    Scale5,
    ask,
    items,
    line,
    prose,
)
from stratgen.engagement.setup import Classification

Minutes = Annotated[float, Field(gt=0, le=100_000)]


class Dimensions(Record):
    """Where the voice stands on four scales, 1 to 5."""

    formal_to_casual: Answer[Scale5] = ask("TON-01", "Formal (1) or casual (5)?", "1 to 5.", 3)
    serious_to_funny: Answer[Scale5] = ask("TON-01", "Serious (1) or funny (5)?", "1 to 5.", 2)
    respectful_to_irreverent: Answer[Scale5] = ask(
        "TON-01", "Respectful (1) or irreverent (5)?", "1 to 5.", 1
    )
    matter_of_fact_to_enthusiastic: Answer[Scale5] = ask(
        "TON-01", "Matter-of-fact (1) or enthusiastic (5)?", "1 to 5.", 2
    )


class Trait(Record):
    """One trait of the voice."""

    trait: Answer[Annotated[str, line(2, 40)]] = ask("TON-02", "Which trait?", "One or two words.", "Plain")
    we_are: Answer[Annotated[str, line(5, 160)]] = ask(
        "TON-02", "We are …", "What it sounds like.", "short and concrete: what happened, what we do, by when"
    )
    we_are_not: Answer[Annotated[str, line(5, 160)]] = ask(
        "TON-02", "We are not …", "Where it stops.", "curt, or hiding behind terms and conditions"
    )
    value: Answer[Annotated[str, line(2, 40)]] = ask(
        "TON-02", "Which brand value does it carry?", "One of the values under set-up.", "Plain"
    )


class ToneShifts(Record):
    """How the tone changes with the situation."""

    complaint: Answer[Annotated[str, prose(5, 300)]] = ask(
        "TON-03",
        "How does the tone change for a complaint?",
        "Say whether humour is off.",
        "Slower and warmer; no humour; the apology comes before the reason",
    )
    crisis: Answer[Annotated[str, prose(5, 300)]] = ask(
        "TON-03",
        "How does the tone change in a crisis?",
        "Say whether humour is off.",
        "Facts and times only; no humour, no adjectives",
    )
    praise: Answer[Annotated[str, prose(5, 300)]] = ask(
        "TON-03",
        "How does the tone change for praise?",
        "What you do with it.",
        "Light and short; thank by first name",
    )
    vulnerable_customer: Answer[Annotated[str, prose(5, 300)]] = ask(
        "TON-03",
        "How does the tone change with a vulnerable customer?",
        "What changes.",
        "Gentle, one step at a time, private at once",
    )
    humour_in_complaints: Answer[bool] = ask(
        "TON-03", "Is humour allowed in complaints or in a crisis?", "It should be off.", False
    )


class ReplyPlace(Choice):
    """Where a reply is read."""

    PUBLIC = "public", "in public"
    PRIVATE = "private", "in private"


class ModelReply(Record):
    """How a reply might sound; never a script."""

    situation: Answer[Annotated[str, line(2, 80)]] = ask(
        "TON-05", "For which situation?", "Complaint, praise, wrong fact, outage.", "Complaint"
    )
    reply: Answer[Annotated[str, prose(10, 500)]] = ask(
        "TON-05",
        "How might the reply sound?",
        "As a person would write it.",
        "That wait was too long, and I am sorry. I have your case open and will write by 15:00.",
    )
    place: Answer[ReplyPlace] | None = ask(
        "TON-05",
        "Is it written in public or in private?",
        "A public reply never confirms that somebody is a customer.",
        "public",
        full=True,
    )


class Voice(Record):
    """What the organisation sounds like."""

    dimensions: Dimensions = Field(title="Four scales")
    traits: Answer[Annotated[tuple[Trait, ...], items(3, 5)]] = ask(
        "TON-02", "Which three to five traits make the voice?", "Each with what it is and is not.", []
    )
    shifts: ToneShifts = Field(title="When the tone changes")
    word_list: Answer[Annotated[str, prose(2, 300)]] | None = ask(
        "TON-04",
        "Which words do you use or avoid?",
        "A short list.",
        "We say help, never assistance",
        full=True,
    )
    sign_off: Answer[Annotated[str, line(2, 120)]] | None = ask(
        "TON-04", "How are replies signed?", "Name or initials.", "First name of the agent", full=True
    )
    model_replies: Answer[Annotated[tuple[ModelReply, ...], items(0, 8)]] | None = ask(
        "TON-05", "How might replies sound?", "Examples, not scripts.", [], full=True
    )


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


class Terms(Record):
    """The terms on which social teams deal with people."""

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
    other_languages: Answer[Annotated[str, prose(5, 300)]] | None = ask(
        "TERM-06",
        "What happens to a message in a language that nobody on shift writes?",
        "The hours of each language, and what the person is told meanwhile.",
        "We say so in that language, with the prepared line, and answer when the next shift begins",
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


class EscalationClock(Choice):
    """In which hours the times of a level run."""

    STAFFED = "staffed_hours", "in staffed hours"
    ALL = "all_hours", "at all hours"


class EscalationLevel(Record):
    """One of four levels of severity."""

    name: Answer[Annotated[str, line(2, 40)]] = ask(
        "ESC-01", "What is the level called?", "One word.", "Serious"
    )
    trigger: Answer[Annotated[str, prose(5, 240)]] = ask(
        "ESC-01", "What sets it off?", "Something that can be seen.", "A complaint spreads beyond one thread"
    )
    example: Answer[Annotated[str, prose(5, 240)]] = ask(
        "ESC-01",
        "What would be an example?",
        "One case.",
        "Forty shares of a swallowed-card story in an hour",
    )
    first_responder: Answer[Role] = ask("ESC-01", "Who answers first?", "A role.", "Agent on duty")
    decision_owner: Answer[Role] = ask("ESC-01", "Who decides?", "A role.", "Head of Communications")
    backup: Answer[Role] = ask("ESC-01", "Who stands in?", "Another role.", "Head of Contact Centre")
    acknowledge_minutes: Answer[Minutes] = ask(
        "ESC-01", "Acknowledge within how many minutes?", "A number.", 20
    )
    clock: Answer[EscalationClock] | None = ask(
        "ESC-02", "In which hours do these times run?", "Staffed hours, or all hours.", "all_hours", full=True
    )
    reached_by: Answer[Annotated[str, line(3, 120)]] | None = ask(
        "ESC-02",
        "How is the person on duty reached?",
        "A way, without a name or a private number.",
        "The duty telephone; its number is on the desk's rota",
        full=True,
    )
    second_responder: Answer[Role] | None = ask(
        "ESC-03",
        "Who answers if the first is not reached?",
        "Another role, on duty at the same hours.",
        "Care team leader",
        full=True,
    )
    holding_line: Answer[Annotated[str, line(10, 200)]] | None = ask(
        "ESC-02",
        "Which first line is approved beforehand?",
        "It says that you have seen it, and when you write next; it can be posted without asking anybody.",
        "We have seen this and are finding out what happened. We write here again within the hour.",
        full=True,
    )
    update_minutes: Answer[Minutes] | None = ask(
        "ESC-01", "Update every how many minutes?", "Leave out if there is no clock.", 120, optional=True
    )
    approvers: Answer[Annotated[tuple[Role, ...], items(0, 8), UNIQUE]] = ask(
        "ESC-01", "Who approves what is said?", "Leave empty if nobody has to.", ["Legal and compliance"]
    )
    pause_scheduled_posts: Answer[bool] = ask("ESC-01", "Are scheduled posts paused?", "Yes or no.", True)
    tell_board: Answer[bool] = ask("ESC-01", "Is the board told?", "Yes or no.", False)
    board_contact: Answer[Role] | None = ask(
        "ESC-01", "Who on the board is told?", "A role.", "Board chair", optional=True
    )


class Distress(Record):
    """What is ready for somebody in distress, or in danger of hurting themselves; it goes to those of level 3."""

    first_words: Answer[Annotated[str, prose(10, 300)]] = ask(
        "ESC-04",
        "Which first words are ready for somebody in distress?",
        "Approved beforehand, and meant for a person; they say that somebody stays.",
        "I am glad that you wrote. I am Ayanda, I am here now, and I am not going away. May I write to you in private?",
        inner=True,
    )
    help_named: Answer[Annotated[str, prose(3, 300)]] = ask(
        "ESC-04",
        "Which emergency number or helpline do you name?",
        'As you have checked them, for each country; "unknown" until then.',
        "In danger of life 112; day and night, the helpline on the card at each desk",
        inner=True,
    )


class ContentClass(Choice):
    """A kind of content."""

    ROUTINE_REPLY = "routine_reply", "Routine reply"
    PLANNED_POST = "planned_post", "Planned post"
    CAMPAIGN = "campaign", "Campaign"
    SENSITIVE = "sensitive", "Sensitive topic"
    REGULATED_PROMOTION = "regulated_promotion", "Regulated promotion"
    EXECUTIVE_POST = "executive_post", "Executive post"
    AI_MEDIA = "ai_media", "Media made with AI"
    CRISIS = "crisis", "Crisis statement"


class Approval(Record):
    """Who approves one kind of content, and how long they may take."""

    content: Answer[ContentClass] = ask("APR-01", "Which kind of content?", "One of eight.", "planned_post")
    approver: Answer[Role] | None = ask(
        "APR-01", "Who approves it?", "Leave out if nobody has to.", "Social Media Manager", optional=True
    )
    minutes: Answer[Minutes] | None = ask(
        "APR-01", "Within how many minutes?", "Working time.", 240, optional=True
    )


class Governance(Record):
    """Who answers when things go wrong, and who approves what."""

    escalation: Answer[Annotated[tuple[EscalationLevel, ...], items(4, 4)]] = ask(
        "ESC-01", "Which four levels of severity are there?", "From routine to crisis.", []
    )
    distress: Distress | None = Field(default=None, title="Somebody in distress")
    standby: Answer[Annotated[str, prose(5, 300)]] | None = ask(
        "ESC-03",
        "What does standing by outside staffed hours cost, and who pays?",
        "Where a level runs at all hours; say so if it is in no budget yet.",
        "Two duty telephones under the stand-by rule HR-09; its cost is in the people line",
        full=True,
    )
    approvals: Answer[Annotated[tuple[Approval, ...], items(1, 8)]] = ask(
        "APR-01", "Who approves which kind of content?", "A routine reply needs nobody.", []
    )
