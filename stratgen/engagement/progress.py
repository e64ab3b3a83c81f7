"""Module 17, progress since the start (ACT): added to the file when a quarter is reviewed."""

from typing import Annotated

from pydantic import Field

from stratgen.engagement.answer import (
    Amount,
    Answer,
    Choice,
    Day,
    Id,
    Quarter,
    Record,
    Role,
    ask,
    items,
    prose,
)
from stratgen.engagement.evidence import Evidenced, Figure


class DeliveryStatus(Choice):
    """How far an initiative is."""

    NOT_STARTED = "not_started", "Not started"
    ON_TRACK = "on_track", "On track"
    AT_RISK = "at_risk", "At risk"
    LATE = "late", "Late"
    DONE = "done", "Done"


class Actual(Evidenced):
    """What a measure stood at, at the end of a quarter."""

    kpi: Answer[Id] = ask("ACT-01", "Which measure?", "A measure of the catalogue.", "FRT", inner=True)
    quarter: Answer[Quarter] = ask("ACT-01", "At the end of which quarter?", "Q1 to Q4.", "Q1", inner=True)
    value: Answer[Figure] = ask(
        "ACT-01", "Where did it stand?", "In the unit of the measure.", 262, inner=True
    )
    value_90th: Answer[Figure] | None = ask(
        "ACT-01",
        "Within which time did nine in ten have it?",
        "Only of the first response time, in minutes.",
        540,
        full=True,
    )


class Delivery(Record):
    """Where an initiative stands."""

    initiative: Answer[Id] = ask("ACT-01", "Which initiative?", "Its short name.", "I-02", inner=True)
    status: Answer[DeliveryStatus] = ask("ACT-01", "How far is it?", "One of five.", "done", inner=True)
    note: Answer[Annotated[str, prose(3, 240)]] | None = ask(
        "ACT-01", "What is to be said of it?", "One sentence.", "Twelve of twelve interviews", full=True
    )


class Verdict(Choice):
    """What is decided at the end of a quarter."""

    GO_ON = "go_on", "Go on"
    CHANGE = "change_course", "Change course"
    STOP = "stop", "Stop and decide again"


class Decision(Record):
    """What was decided at the end of a quarter."""

    quarter: Answer[Quarter] = ask("ACT-01", "At the end of which quarter?", "Q1 to Q4.", "Q1", inner=True)
    verdict: Answer[Verdict] = ask("ACT-01", "What was decided?", "One of three.", "go_on", inner=True)
    day: Answer[Day] = ask("ACT-01", "On which day?", "The day of the review.", "2027-04-12", inner=True)
    detail: Answer[Annotated[str, prose(3, 240)]] | None = ask(
        "ACT-01", "What follows from it?", "One sentence.", "The budget of Q2 is released in full", full=True
    )
    work: Answer[Id] | None = ask(
        "ACT-01",
        "Which piece of work carries it out?",
        "Its short name; leave out where nothing new is to be done.",
        "I-12",
        full=True,
    )


class Response(Record):
    """What is done about a measure, or a piece of work, that is Amber or Red."""

    about: Answer[Id] = ask(
        "ACT-01",
        "Which measure or piece of work?",
        "An id of the catalogue, or the short name of the work.",
        "CSAT",
        inner=True,
    )
    action: Answer[Annotated[str, prose(5, 200)]] = ask(
        "ACT-01",
        "What is done about it?",
        "One sentence, without the owner and the day.",
        "Read fifty threads of dissatisfied customers with the agents",
        inner=True,
    )
    owner: Answer[Role] = ask("ACT-01", "Who does it?", "One role.", "Head of Customer Care", inner=True)
    by: Answer[Day] = ask("ACT-01", "By which day?", "A date.", "2027-08-13", inner=True)


class Progress(Evidenced):
    """The review of a quarter: actual values, and where each initiative stands."""

    as_of: Answer[Day] = ask(
        "ACT-01", "On which day does this stand?", "A date in the roadmap year.", "2027-04-02", inner=True
    )
    actuals: Answer[Annotated[tuple[Actual, ...], items(0, 100)]] = ask(
        "ACT-01", "Which values were measured?", "One record for a measure and quarter.", [], inner=True
    )
    deliveries: Answer[Annotated[tuple[Delivery, ...], items(0, 24)]] = ask(
        "ACT-01", "Where does each initiative stand?", "One record an initiative.", [], inner=True
    )
    decisions: Answer[Annotated[tuple[Decision, ...], items(0, 4)]] | None = ask(
        "ACT-01", "What was decided at the end of each quarter?", "One record a quarter.", [], full=True
    )
    spent: Answer[Amount] | None = ask(
        "ACT-01",
        "How much of the year's budget has been spent by that day?",
        "In the pack's currency; it prints beside the budget in the paper for the board.",
        412_000,
        full=True,
    )
    released: Answer[Amount] | None = ask(
        "ACT-01",
        "How much of the year's budget has been released by that day?",
        "In the pack's currency; leave out where the whole budget is free from the start.",
        1_290_000,
        full=True,
    )
    responses: Answer[Annotated[tuple[Response, ...], items(0, 40)]] | None = ask(
        "ACT-01",
        "What is done about each measure or piece of work that is Amber or Red?",
        "One record for each, with its owner and its day.",
        [],
        full=True,
    )
    people: Answer[Annotated[float, Field(ge=0, le=10_000)]] | None = ask(
        "ACT-01",
        "How many full-time equivalents reply on that day?",
        "With the posts that are filled by then.",
        6.5,
        full=True,
    )
