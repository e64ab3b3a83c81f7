"""Module 15, what it costs, what it brings, and what silence costs (BOA)."""

from typing import Annotated

from pydantic import Field

from stratgen.engagement.answer import (
    Amount,
    Answer,
    Choice,
    Count,
    Day,
    Id,
    Percent,
    Quarter,
    Record,
    ask,
    line,
    prose,
)
from stratgen.engagement.evidence import Evidenced, Figure, Grade


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
