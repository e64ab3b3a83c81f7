"""Module 15, risks (RSK) and the board case (BOA)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from stratgen.engagement.answer import (
    UNIQUE,
    Amount,
    Answer,
    Choice,
    Day,
    Id,
    Quarter,
    Record,
    Role,
    Scale5,
    ask,
    items,
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


class Resolution(Record):
    """One resolution, ready for the minute."""

    text: Answer[
        Annotated[
            str, line(20, 400), Field(pattern=r"^(?i:approve|endorse|authorise|authorize|note|delegate)\b")
        ]
    ] = ask(
        "BOA-01",
        "What exactly is the board asked to decide?",
        "One sentence that starts with approve, endorse, authorise, note or delegate.",
        "Approve the recommended option and its budget for 2027",
    )
    amount: Answer[Amount] | None = ask(
        "BOA-01", "Which amount does it carry?", "In the pack's currency.", 6_400_000, optional=True
    )
    executive: Answer[Role] = ask(
        "BOA-01", "Which executive is accountable?", "A role.", "Chief Customer Officer"
    )
    by: Answer[Day] = ask("BOA-01", "By when?", "A date.", "2027-01-04")


class CostKind(Choice):
    """What money is spent on."""

    PEOPLE = "people", "People"
    TOOL = "tool", "Tools"
    TRAINING = "training", "Training"
    CONTENT = "content", "Content"
    LEGAL = "legal", "Legal"


class CostTiming(Choice):
    """How often money is spent."""

    ONE_OFF = "one_off", "One-off"
    YEARLY = "yearly", "Yearly"


class Cost(Record):
    """One line of what the recommended option costs in year one."""

    item: Answer[Annotated[str, line(3, 120)]] = ask(
        "BOA-05", "What is bought?", "One line.", "Four care agents"
    )
    kind: Answer[CostKind] = ask("BOA-05", "What kind of cost is it?", "One of five.", "people")
    timing: Answer[CostTiming] = ask("BOA-05", "One-off or yearly?", "Yearly costs come again.", "yearly")
    amount: Answer[Amount] = ask("BOA-05", "How much in year one?", "In the pack's currency.", 1_900_000)
    quarter: Answer[Quarter] = ask("BOA-05", "In which quarter does it start?", "Q1 to Q4.", "Q1")


class Option(Record):
    """One way to go, judged on the same criteria as the others."""

    id: Answer[Id] = ask("BOA-02", "Short name of the option?", "The first is status_quo.", "recommended")
    name: Answer[Annotated[str, line(2, 80)]] = ask(
        "BOA-02", "What is it called?", "A few words.", "Continue as now"
    )
    what: Answer[Annotated[str, prose(5, 300)]] = ask(
        "BOA-02", "What is it?", "One or two sentences.", "No change"
    )
    year_one_cost: Answer[Amount] = ask(
        "BOA-02", "What does it cost in year one?", "In the pack's currency.", 0
    )
    benefits: Answer[Annotated[str, prose(3, 300)]] = ask(
        "BOA-02", "What does it bring?", "One sentence.", "None new"
    )
    risks: Answer[Annotated[str, prose(3, 300)]] = ask(
        "BOA-02", "What does it risk?", "One sentence.", "Silence"
    )
    start: Answer[Annotated[str, line(2, 40)]] = ask(
        "BOA-02", "When would it start?", "A quarter.", "Already so"
    )
    scores: Answer[dict[Annotated[str, line(2, 60)], Scale5]] = ask(
        "BOA-03",
        "How does it score on each criterion, 1 to 5?",
        "5 is best.",
        {"Customer effect": 1, "Cost": 5},
    )


class Benefit(Record):
    """What one year brings, as a range, in the pack's currency."""

    item: Answer[Annotated[str, line(3, 160)]] = ask(
        "BOA-06", "What is the benefit?", "One line.", "Calls avoided"
    )
    low: Answer[Amount] = ask("BOA-06", "Low?", "In the pack's currency.", 900_000)
    base: Answer[Amount] = ask("BOA-06", "Base?", "In the pack's currency.", 1_500_000)
    high: Answer[Amount] = ask("BOA-06", "High?", "In the pack's currency.", 2_100_000)
    assumption: Answer[Annotated[str, prose(5, 300)]] = ask(
        "BOA-06",
        "On which assumption?",
        "With its numbers.",
        "9 000 calls a year at R58, of which half are saved",
    )
    source: Answer[Annotated[str, line(3, 160)]] = ask(
        "BOA-06", "From which source?", "A role or report.", "Finance"
    )


class Oversight(Record):
    """How the board keeps watch."""

    rhythm: Answer[Annotated[str, line(3, 80)]] = ask(
        "BOA-08", "How often does the board hear?", "A rhythm.", "Every quarter"
    )
    kpis: Answer[Annotated[tuple[Id, ...], UNIQUE, items(3, 5)]] = ask(
        "BOA-08", "Which three to five measures does it see?", "Ids of the catalogue.", ["FRT", "FCR", "CSAT"]
    )
    trigger: Answer[Annotated[str, prose(5, 240)]] = ask(
        "BOA-08",
        "What brings the matter back to the board?",
        "Something that can be seen.",
        "Two focus measures red at a quarter's end, or any level 4 incident",
    )


class Implications(Record):
    """What it means for people outside the room."""

    customers: Answer[Annotated[str, prose(5, 300)]] | None = ask(
        "BOA-10",
        "What does it mean for customers?",
        "One sentence.",
        "Help in writing, in reach of all",
        full=True,
    )
    employees: Answer[Annotated[str, prose(5, 300)]] | None = ask(
        "BOA-10",
        "What does it mean for employees?",
        "One sentence.",
        "Six roles change; nobody leaves",
        full=True,
    )
    regulators: Answer[Annotated[str, prose(5, 300)]] | None = ask(
        "BOA-10",
        "What does it mean for regulators?",
        "One sentence.",
        "Posts that promote are approved and kept",
        full=True,
    )


class BoardCase(Record):
    """What the board is asked, between which options, at what cost."""

    resolutions: Answer[Annotated[tuple[Resolution, ...], items(1, 4)]] = ask(
        "BOA-01", "What exactly is the board asked to decide?", "One to four resolutions.", []
    )
    criteria: Answer[dict[Annotated[str, line(2, 60)], Annotated[float, Field(ge=0, le=100)]]] = ask(
        "BOA-03",
        "On which criteria are the options judged, with which weights?",
        "Weights make 100.",
        {"Customer effect": 30, "Risk": 25, "Cost": 25, "Speed": 20},
    )
    options: Answer[Annotated[tuple[Option, ...], items(1, 4)]] = ask(
        "BOA-02", "Which options were considered?", "Three or four; the first is to continue as now.", []
    )
    recommended: Answer[Id] = ask("BOA-04", "Which option is recommended?", "Its short name.", "recommended")
    recommended_because: Answer[Annotated[str, prose(40, 400)]] = ask(
        "BOA-04",
        "Why that one?",
        "Say why, most of all if another scores higher.",
        "It is the smallest step that staffs the hours we promise, and it can be stopped after two quarters.",
    )
    costs: Answer[Annotated[tuple[Cost, ...], items(1, 30)]] = ask(
        "BOA-05", "What does the recommended option cost?", "Lines that make its year-one cost.", []
    )
    benefits: Answer[Annotated[tuple[Benefit, ...], items(0, 10)]] | None = ask(
        "BOA-06",
        "Which benefits are expected, as low, base and high?",
        "Ranges with assumptions.",
        [],
        full=True,
    )
    if_nothing_is_decided: Answer[Annotated[str, prose(20, 300)]] = ask(
        "BOA-07",
        "What happens if no decision is taken?",
        "Plainly, without alarm.",
        "Two in three messages stay without a reply, and the call centre goes on carrying them.",
    )
    oversight: Oversight = Field(title="Oversight")
    considered_before: Answer[Annotated[str, prose(3, 240)]] | None = ask(
        "BOA-09", "Has the board considered this before?", "When, and with what result.", "Not yet", full=True
    )
    implications: Implications = Field(default_factory=Implications, title="Implications")
