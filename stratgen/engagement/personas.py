"""Module 3, personas (PER): who the customers are and what they need on social."""

from typing import Annotated

from stratgen.engagement.answer import (
    UNIQUE,
    Answer,
    Choice,
    OpeningHours,
    Percent,
    Record,
    Scale5,
    ask,
    items,
    line,
    prose,
)


class Habit(Choice):
    """How people of a persona take part on social (the ladder of Groundswell, domain 7.3)."""

    CREATOR = "creator", "creates"
    CONVERSATIONALIST = "conversationalist", "takes part in conversations"
    CRITIC = "critic", "comments and reviews"
    COLLECTOR = "collector", "collects and saves"
    JOINER = "joiner", "joins groups"
    SPECTATOR = "spectator", "reads and watches"
    INACTIVE = "inactive", "is not active"


class Persona(Record):
    """A kind of customer."""

    name: Answer[Annotated[str, line(2, 40)]] = ask(
        "PER-01",
        "What do you call this persona?",
        "A few words; other questions call them by it.",
        "Everyday savers",
    )
    description: Answer[Annotated[str, line(5, 200)]] = ask(
        "PER-01",
        "Who are they, in one line?",
        "What they do, not what they are.",
        "Salaried customers with one main account who bank from the telephone",
    )
    share: Answer[Percent] = ask(
        "PER-02", "Which share of customers are they, in percent?", "All personas together make 100.", 45
    )
    need: Answer[Annotated[str, prose(5, 240)]] = ask(
        "PER-03",
        "What do they need from you on social?",
        "As they would say it.",
        "A quick, clear answer when the app fails on payday",
    )
    languages: Answer[tuple[Annotated[str, line(2, 40)], ...]] | None = ask(
        "PER-04",
        "Which languages do they write in?",
        "Names of languages.",
        ["English", "isiZulu"],
        full=True,
    )
    time_zones: Answer[tuple[Annotated[str, line(2, 40)], ...]] | None = ask(
        "PER-04", "In which time zones do they live?", "Names of zones or cities.", ["SAST"], full=True
    )
    hours_expected: Answer[OpeningHours] | None = ask(
        "PER-04",
        "In which hours do they expect an answer?",
        "Days and hours, local time.",
        {"mon-sun": "07:00-21:00"},
        full=True,
    )
    habits: Answer[Annotated[tuple[Habit, ...], items(1, 7), UNIQUE]] | None = ask(
        "PER-05", "How do they take part on social?", "All that apply.", ["spectator", "critic"], full=True
    )
    sway: Answer[Scale5] | None = ask(
        "PER-06",
        "How much do reviews and social sway what they buy?",
        "1 is little, 5 is very much.",
        4,
        full=True,
    )
