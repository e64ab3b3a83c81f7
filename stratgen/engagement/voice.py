"""Module 13, the voice (TON): traits, tone, and replies that show them."""

from typing import Annotated

from pydantic import Field

from stratgen.engagement.answer import (
    Answer,
    Choice,
    Record,
    Scale5,
    ask,
    items,
    line,
    prose,
)


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
