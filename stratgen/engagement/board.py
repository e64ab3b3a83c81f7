"""Module 15, risks (RSK) and the board case (BOA)."""

from typing import Annotated

from pydantic import Field

from stratgen.engagement.answer import (
    UNIQUE,
    Amount,
    Answer,
    Choice,
    Count,
    Day,
    Id,
    Percent,
    Quarter,
    Record,
    Role,
    Scale5,
    ask,
    items,
    line,
    prose,
)
from stratgen.engagement.evidence import Evidenced, Figure, Grade


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
    full_year_amount: Answer[Amount] | None = ask(
        "BOA-05",
        "How much in a full year?",
        "For a yearly cost that runs for a part of year one only; left out, it costs the same every year.",
        2_530_000,
        full=True,
    )
    posts: Answer[Annotated[float, Field(ge=0, le=10_000)]] | None = ask(
        "BOA-05",
        "How many full-time posts for replies does it pay for?",
        "Only for lines of people; 0 where they do not reply.",
        4,
        full=True,
    )
    pays_for: Answer[Id] | None = ask(
        "BOA-05",
        "Which piece of work does it pay for?",
        "Its short name; of people, the work that hires them or that they do first.",
        "I-11",
        full=True,
    )
    in_post: Answer[Day] | None = ask(
        "BOA-05",
        "By which day are the people in post?",
        "Only for lines of people; their first working day at the latest.",
        "2027-04-01",
        full=True,
    )
    only_if: Answer[Annotated[str, prose(5, 160)]] | None = ask(
        "BOA-05",
        "On which condition is it spent at all?",
        "Only where it waits for one; follows the word “once”. Its posts do not count as hired until then.",
        "more than 1 800 messages a month need a reply for two months running",
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


class WorkedKind(Choice):
    """How a benefit is worked out (domain 5.12)."""

    DEFLECTION = "deflection", "Contacts that move to social"
    FIRST_CONTACT = "first_contact", "Repeat contacts that fall away"


class Working(Record):
    """How the amounts of a benefit follow from contacts and costs."""

    kind: Answer[WorkedKind] = ask(
        "BOA-06", "How is it worked out?", "Deflection or first contact.", "deflection", inner=True
    )
    contacts_are: Answer[Annotated[str, line(3, 80)]] = ask(
        "BOA-06",
        "Which contacts are they?",
        "Named alike where two benefits are about the same contacts; those are counted once only.",
        "Calls about cards",
        inner=True,
    )
    contacts_low: Answer[Count] = ask(
        "BOA-06",
        "How many contacts a year, low?",
        "Deflection: those that move. First contact: all of them.",
        6000,
        inner=True,
    )
    contacts_base: Answer[Count] = ask(
        "BOA-06", "How many contacts a year, base?", "The base case.", 9000, inner=True
    )
    contacts_high: Answer[Count] = ask(
        "BOA-06", "How many contacts a year, high?", "The high case.", 12000, inner=True
    )
    cost_before: Answer[Annotated[float, Field(gt=0, le=1e9)]] = ask(
        "BOA-06",
        "What does one contact cost today?",
        "Deflection: on the channel it leaves. First contact: where it is repeated.",
        5.8,
        inner=True,
    )
    cost_after: Answer[Annotated[float, Field(ge=0, le=1e9)]] | None = ask(
        "BOA-06", "What does it cost on social?", "Deflection only.", 3.1, full=True
    )
    resolution_before: Answer[Percent] | None = ask(
        "BOA-06", "First contact resolution today?", "Percent; first contact only.", 58, full=True
    )
    resolution_after: Answer[Percent] | None = ask(
        "BOA-06", "First contact resolution then?", "Percent; first contact only.", 72, full=True
    )


class Silence(Evidenced):
    """What the cost of silence is worked out from, beside the channel audit (domain 5.11)."""

    contacts_per_customer: Answer[Figure] = ask(
        "BOA-07",
        "How often does one customer write before giving up or getting an answer?",
        "An average.",
        1.6,
        unit="contacts",
        inner=True,
    )
    leave_rate: Answer[Figure] = ask(
        "BOA-07",
        "Which share of unanswered customers leaves within a year, in percent?",
        "Your own figure; there is no default.",
        3,
        unit="%",
        inner=True,
    )
    sponsor_consents: Answer[bool] | None = ask(
        "BOA-07",
        "Does the sponsor agree to print a range that rests on estimates?",
        "Needed where a figure is graded C or D.",
        True,
        full=True,
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
    grade: Answer[Grade] | None = ask(
        "BOA-06",
        "How far can the assumption be trusted?",
        "A measured, B measured long ago or on a sample, C estimated by a named role, D assumed.",
        "C",
        full=True,
    )
    working: Working | None = Field(default=None, title="How it is worked out")
    budget_cut_agreed: Answer[bool] | None = ask(
        "BOA-06",
        "Has a cut of a budget been agreed for it?",
        "If not, the benefit prints as capacity released.",
        False,
        full=True,
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
