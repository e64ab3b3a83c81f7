"""Module 5, today's social customer experience (SCX)."""

from typing import Annotated

from pydantic import Field

from stratgen.engagement.answer import (
    UNIQUE,
    Answer,
    Choice,
    OpeningHours,
    Record,
    ask,
    items,
    line,
    prose,
)
from stratgen.engagement.escalation import EscalationClock
from stratgen.engagement.evidence import Evidenced, Figure


class Scripting(Choice):
    """How far replies are scripted."""

    NEVER = "never", "never"
    SOMETIMES = "sometimes", "sometimes"
    MOSTLY = "mostly", "mostly"
    ALWAYS = "always", "always"
    NO_REPLIES = "no_replies", "there are no replies"


class JourneyStep(Record):
    """One step of what happens to a message."""

    actor: Answer[Annotated[str, line(2, 60)]] = ask(
        "SCX-01", "Who acts?", "A role or a team.", "Marketing desk"
    )
    action: Answer[Annotated[str, line(5, 160)]] = ask(
        "SCX-01", "What do they do?", "One action.", "Copies the message into an e-mail to the call centre"
    )
    minutes: Answer[Annotated[float, Field(ge=0, le=100_000)]] = ask(
        "SCX-01", "How many minutes pass until the next step?", "Waiting counts.", 120
    )


class Service(Evidenced):
    """What a customer meets who reaches out on social today."""

    journey: Answer[Annotated[tuple[JourneyStep, ...], items(1, 10)]] | None = ask(
        "SCX-01",
        "What happens, step by step, when a customer reaches out?",
        "In order; one to ten steps.",
        [],
        optional=True,
    )
    rechannelled: Answer[Figure] | None = ask(
        "SCX-02", "Which share is sent to another channel?", "Percent.", 64, optional=True, unit="%"
    )
    handovers: Answer[Figure] | None = ask(
        "SCX-02",
        "How many handovers does a case see on average?",
        "A number.",
        2.1,
        optional=True,
        unit="handovers",
    )
    wait_minutes: Answer[Figure] | None = ask(
        "SCX-02",
        "How long does a customer wait on average, in minutes?",
        "From message to solution.",
        1100,
        optional=True,
        unit="minutes",
    )
    wait_clock: Answer[EscalationClock] | None = ask(
        "SCX-02",
        "In which hours do this wait and the steps of the journey run?",
        "Staffed hours, or all hours.",
        "staffed_hours",
        full=True,
    )
    effort: Answer[Figure] | None = ask(
        "SCX-02",
        "How much effort is it for the customer, from 1 to 5?",
        "5 is very much.",
        4,
        optional=True,
        unit="of 5",
    )
    resolved_in_channel: Answer[Figure] | None = ask(
        "SCX-03",
        "Which share is resolved in the channel where it started?",
        "Percent.",
        22,
        optional=True,
        unit="%",
    )
    repliers: Answer[Annotated[tuple[Annotated[str, line(2, 60)], ...], items(1, 8), UNIQUE]] | None = ask(
        "SCX-04",
        "Who replies today?",
        'Teams; write "nobody" if nobody does.',
        ["Marketing desk"],
        optional=True,
    )
    hours: Answer[OpeningHours] | None = ask(
        "SCX-04",
        "In which hours does somebody reply?",
        "Days and hours.",
        {"mon-fri": "08:00-16:30"},
        optional=True,
    )
    scripting: Answer[Scripting] = ask(
        "SCX-05", "How far are replies scripted?", '"No replies" is an answer too.', "mostly"
    )
    good_example: Answer[Annotated[str, prose(10, 400)]] | None = ask(
        "SCX-06",
        "What is a good example of an answer given on social?",
        "Without names, addresses or numbers of customers.",
        "A saver asked about a fee at 18:40; within ten minutes an agent explained it and paid it back.",
        full=True,
    )
    bad_example: Answer[Annotated[str, prose(10, 400)]] | None = ask(
        "SCX-06",
        "What is a bad example?",
        "Without names, addresses or numbers of customers.",
        "A shop owner asked three times in two days and was told each time to call the centre.",
        full=True,
    )
