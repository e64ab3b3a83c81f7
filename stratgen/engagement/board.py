"""Module 15, the board case (BOA): resolutions, options, oversight and implications."""

from typing import Annotated

from pydantic import Field

from stratgen.engagement.answer import (
    UNIQUE,
    Amount,
    Answer,
    Day,
    Id,
    Record,
    Role,
    Scale5,
    ask,
    items,
    line,
    prose,
)
from stratgen.engagement.money import Benefit, Cost, Silence


class NamedDay(Record):
    """A day that the words of a resolution name, and what happens on it."""

    day: Answer[Day] = ask("BOA-01", "Which day?", "A date.", "2027-03-12", inner=True)
    what: Answer[Annotated[str, line(5, 80)]] = ask(
        "BOA-01", "What happens on it?", "A few words.", "The consultation ends", inner=True
    )


class Resolution(Record):
    """One resolution, ready for the minute."""

    text: Answer[
        Annotated[
            str,
            line(20, 400),
            Field(pattern=r"^(?i:approve|endorse|authorise|authorize|note|delegate|agree)\b"),
        ]
    ] = ask(
        "BOA-01",
        "What exactly is the board asked to decide?",
        "One sentence that starts with approve, endorse, authorise, agree, note or delegate.",
        "Approve the recommended option and its budget for 2027",
    )
    amount: Answer[Amount] | None = ask(
        "BOA-01", "Which amount does it carry?", "In the pack's currency.", 6_400_000, optional=True
    )
    executive: Answer[Role] = ask(
        "BOA-01", "Which executive is accountable?", "A role.", "Chief Customer Officer"
    )
    by: Answer[Day] = ask("BOA-01", "By when?", "A date.", "2027-01-04")
    releases: Answer[bool] | None = ask(
        "BOA-01",
        "Does it let a review release each quarter's budget?",
        "Yes or no; leave out for no.",
        True,
        full=True,
    )
    days: Answer[Annotated[tuple[NamedDay, ...], items(0, 4)]] | None = ask(
        "BOA-01",
        "Which other days does it name, and what happens on each?",
        "One record a day; they stand among the dates to hold and the next steps.",
        [],
        full=True,
    )


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
        "BOA-02", "When would it start?", "A quarter; of what is done today: Already so.", "Q2"
    )
    scores: Answer[dict[Annotated[str, line(2, 60)], Scale5]] = ask(
        "BOA-03",
        "How does it score on each criterion, 1 to 5?",
        "5 is best.",
        {"Customer effect": 1, "Cost": 5},
    )


class Oversight(Record):
    """How the board keeps watch."""

    rhythm: Answer[Annotated[str, line(3, 80)]] = ask(
        "BOA-08", "How often does the board hear?", "A rhythm.", "Every quarter"
    )
    kpis: Answer[Annotated[tuple[Id, ...], items(3, 5), UNIQUE]] = ask(
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
    personal_data: Answer[Annotated[str, prose(5, 300)]] | None = ask(
        "BOA-10",
        "What does it mean for personal data?",
        "One sentence: who assessed the effect on privacy, and when, or who will and by when.",
        "The Information Officer finished the privacy impact assessment of monitoring on 9 October 2026",
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
    options_decided: Answer[Day] | None = ask(
        "BOA-02",
        "On which day did the board first choose between them?",
        "Only in a paper that comes back later: the table says that the options are those of that day.",
        "2026-12-10",
        full=True,
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
    not_in_costs: Answer[Annotated[str, prose(5, 240)]] | None = ask(
        "BOA-05",
        "Which money that follows from it is not in these costs?",
        "One sentence with the amount, such as what agents may give back.",
        "Refunds by agents are not in this table; their ceiling is R910 000 a year",
        full=True,
    )
    budgeted_tool: Answer[Annotated[str, line(2, 80)]] | None = ask(
        "BOA-05",
        "Which of the tools compared does the budget pay for?",
        "Its name in the comparison of tools.",
        "Care platform A",
        full=True,
    )
    budgeted_tool_because: Answer[Annotated[str, prose(10, 240)]] | None = ask(
        "BOA-05",
        "Why that tool, if another ranks first?",
        "One or two sentences.",
        "The first costs R266 000 more in year one and ranks ahead by a tenth of a point",
        full=True,
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
    silence: Silence | None = Field(default=None, title="Cost of silence")
    oversight: Oversight = Field(title="Oversight")
    considered_before: Answer[Annotated[str, prose(3, 240)]] | None = ask(
        "BOA-09", "Has the board considered this before?", "When, and with what result.", "Not yet", full=True
    )
    implications: Implications = Field(default_factory=Implications, title="Implications")
