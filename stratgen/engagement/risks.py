"""Module 15, risks (RSK)."""

from typing import Annotated

from stratgen.engagement.answer import (
    Answer,
    Choice,
    Id,
    Record,
    Role,
    Scale5,
    ask,
    line,
    prose,
)


class RiskCategory(Choice):
    """What kind of risk it is."""

    REPUTATION = "reputation", "Reputation"
    CONDUCT = "conduct", "Conduct and regulation"
    DATA = "data", "Data and privacy"
    PEOPLE = "people", "People"
    SECURITY = "security", "Security"
    OPERATIONS = "operations", "Operations"
    STRATEGY = "strategy", "Strategy"
    SUPPLIER = "supplier", "Suppliers and platforms"


class Risk(Record):
    """One risk, before and after what is done about it."""

    id: Answer[Id] = ask("RSK", "Short name of the risk?", "As in the library, or your own.", "RSK-01")
    category: Answer[RiskCategory] = ask("RSK", "Which kind of risk is it?", "One of eight.", "reputation")
    cause: Answer[Annotated[str, line(5, 160)]] = ask(
        "RSK", "What causes it?", "A cause.", "Late or missing replies"
    )
    event: Answer[Annotated[str, line(5, 160)]] = ask(
        "RSK", "What happens then?", "An event.", "a complaint spreads"
    )
    effect: Answer[Annotated[str, line(5, 160)]] = ask(
        "RSK", "With what effect?", "An effect.", "customers leave"
    )
    likelihood: Answer[Scale5] = ask("RSK", "How likely is it, with today's controls?", "1 to 5.", 4)
    impact: Answer[Scale5] = ask("RSK", "How hard would it hit?", "1 to 5.", 4)
    controls: Answer[Annotated[str, prose(3, 300)]] = ask(
        "RSK", "Which controls exist?", "Today.", "Office-hours desk"
    )
    mitigation: Answer[Annotated[str, prose(5, 300)]] = ask(
        "RSK", "What will be done about it?", "One sentence.", "Staffed hours and a response clock from Q2"
    )
    owner: Answer[Role] = ask("RSK", "Who owns it?", "A role.", "Head of Contact Centre")
    residual_likelihood: Answer[Scale5] = ask("RSK", "How likely is it after that?", "1 to 5.", 2)
    residual_impact: Answer[Scale5] = ask("RSK", "How hard would it hit after that?", "1 to 5.", 3)
    trigger: Answer[Annotated[str, line(5, 160)]] = ask(
        "RSK",
        "Which sign shows that it is coming?",
        "A number if there is one.",
        "Response rate under 70 % for a week",
    )
    channel: Answer[Annotated[str, line(1, 40)]] | None = ask(
        "RSK", "Is it tied to one channel?", "As in the audit.", "facebook", optional=True
    )
    shown_to_board: Answer[bool] | None = ask(
        "RSK",
        "Must the board see it, whatever its rating?",
        "Yes for a risk that the recommended option itself brings.",
        True,
        full=True,
    )
