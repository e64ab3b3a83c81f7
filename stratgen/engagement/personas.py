"""Module 3, personas (PER): who the customers are and what they need on social."""

from __future__ import annotations

from typing import Annotated

from stratgen.engagement.answer import Answer, Percent, Record, ask, line, prose


class Persona(Record):
    """A kind of customer."""

    name: Answer[Annotated[str, line(2, 40)]] = ask(
        "PER-01", "What do you call this persona?", "A name that other answers point at.", "Everyday savers"
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
