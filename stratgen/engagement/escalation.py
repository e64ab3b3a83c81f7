"""Module 13, when things go wrong, and who approves what (ESC, APR)."""

from typing import Annotated

from pydantic import Field

from stratgen.engagement.answer import (
    UNIQUE,
    Answer,
    Choice,
    Record,
    Role,
    ask,
    items,
    line,
    prose,
)
from stratgen.engagement.terms import Minutes


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
    watch: Answer[Annotated[str, prose(5, 300)]] | None = ask(
        "ESC-05",
        "Who or what sees it when nobody is at the desk?",
        "Where a level runs at all hours; say how it reaches the telephone on call, or that nobody watches.",
        "The listening tool calls the duty telephone when a post spreads; anybody who sees one may call it",
        full=True,
    )
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
