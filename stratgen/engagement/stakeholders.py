"""Module 6, stakeholders (STK) and the practices to be retired (NEU).

Names and support scores stay in the answer file; no document prints them (domain 4.6).
"""

from typing import Annotated

from pydantic import Field

from stratgen.engagement.answer import (
    Answer,
    Choice,
    Day,
    Hours,
    Quarter,
    Record,
    Role,
    Scale5,
    ask,
    line,
    prose,
)


class Department(Choice):
    """A part of the organisation, or of those around it."""

    HR = "hr", "Human resources"
    CARE = "care", "Customer care"
    MARKETING = "marketing", "Marketing"
    PR = "pr", "Communications"
    SALES = "sales", "Sales"
    PRODUCT = "product", "Product"
    LEGAL = "legal", "Legal and compliance"
    IT = "it_security", "IT and security"
    INSIGHT = "insight", "Insight"
    OPERATIONS = "operations", "Operations"
    EXECUTIVE = "executive", "Executive"
    BOARD = "board", "Board"
    WORKS_COUNCIL = "works_council", "Employee representatives"
    AGENCY = "agency", "Agency"


class Involvement(Choice):
    """How far somebody takes part."""

    INFORM = "inform", "is informed"
    CONSULT = "consult", "is consulted"
    CONTRIBUTE = "contribute", "contributes"
    OWN = "own", "owns"


class Candidate(Choice):
    """What part somebody could play."""

    SPONSOR = "sponsor", "Sponsor"
    CHAMPION = "champion", "Champion"
    OWNER = "owner", "Owner"
    CONTRIBUTOR = "contributor", "Contributor"
    NONE = "none", "None"


class Barrier(Record):
    """A process that stands in the way, and the plan around it."""

    process: Answer[Annotated[str, prose(5, 240)]] = ask(
        "STK-04",
        "Which process or bureaucracy stands in the way?",
        "One sentence.",
        "Every public sentence passes three sign-offs, two days in all",
    )
    plan: Answer[Annotated[str, prose(5, 240)]] = ask(
        "STK-04",
        "What is the plan around it?",
        "A barrier needs a plan.",
        "Pre-approved answer classes for routine questions, reviewed monthly",
    )
    owner: Answer[Role] | None = ask(
        "STK-04", "Who sees to the plan?", "A role; leave out if not agreed.", "Head of Legal", full=True
    )
    by: Answer[Day] | None = ask("STK-04", "By when?", "A date.", "2027-06-30", full=True)


class Stakeholder(Record):
    """Somebody whose help or consent the strategy needs."""

    role: Answer[Role] = ask("STK-01", "Which role is it?", "The job title.", "Head of Contact Centre")
    name: Answer[Annotated[str, line(2, 80)]] | None = ask(
        "STK-01", "What is their name?", "Optional; it is never printed.", "N. Name", optional=True
    )
    department: Answer[Department] = ask("STK-01", "Which department?", "The closest one.", "care")
    need: Answer[Annotated[str, prose(5, 240)]] = ask(
        "STK-02", "What do they need?", "In their words.", "Fewer repeat calls at month end"
    )
    benefit: Answer[Annotated[str, prose(5, 240)]] = ask(
        "STK-02",
        "How does social care help them?",
        "One sentence.",
        "Questions solved in writing do not call again",
    )
    involvement: Answer[Involvement] = ask(
        "STK-03", "How far will they be involved?", "What they can commit to.", "own"
    )
    hours_a_week: Answer[Hours] = ask("STK-03", "How many hours a week can they give?", "A number.", 6)
    requires: Answer[Annotated[str, prose(2, 240)]] = ask(
        "STK-03",
        "What do they need to make it happen?",
        'Write "nothing" if so.',
        "Two trained agents a shift",
    )
    barrier: Barrier | None = Field(default=None, title="What stands in the way")
    influence: Answer[Scale5] = ask(
        "STK-05", "How much influence do they have?", "1 is little, 5 is much.", 4
    )
    support: Answer[Annotated[int, Field(ge=-2, le=2)]] = ask(
        "STK-05", "How far do they support it, from -2 to 2?", "Never printed.", 1
    )
    interviewed: Answer[Day] = ask("STK-05", "When were they interviewed?", "A date.", "2026-10-08")
    candidate: Answer[Candidate] = ask(
        "STK-06", "Which part could they play?", "At least one sponsor is needed.", "champion"
    )


class LegacyPractice(Record):
    """A habit or rule that has to stop, and what takes its place."""

    practice: Answer[Annotated[str, line(5, 160)]] = ask(
        "NEU-01",
        "Which habit, rule or practice must stop?",
        "One practice.",
        "Sending every question to the call centre",
    )
    harm: Answer[Annotated[str, prose(5, 240)]] = ask(
        "NEU-01", "What harm does it do?", "To customers or staff.", "Customers tell their story three times"
    )
    replacement: Answer[Annotated[str, prose(5, 240)]] = ask(
        "NEU-01",
        "What takes its place?",
        'Never only "stop".',
        "The agent who reads it solves it, or calls back",
    )
    owner: Answer[Role] = ask("NEU-01", "Who sees to it?", "A role.", "Head of Contact Centre")
    by: Answer[Day] = ask("NEU-01", "By when?", "A date in the roadmap year.", "2027-06-30")
    forbidden: Answer[bool] | None = ask(
        "NEU-03",
        "Does the employee policy forbid it?",
        "If yes, and it ends only later, the policy says until when it is still allowed.",
        True,
        full=True,
    )


class SourceProblem(Record):
    """An inefficiency that social brings to light and that has to be mended where it arises."""

    issue: Answer[Annotated[str, prose(5, 240)]] = ask(
        "NEU-02",
        "What must be mended at its source?",
        "One problem.",
        "Card deliveries miss the promised day in one of five cases",
        inner=True,
    )
    owner: Answer[Role] = ask("NEU-02", "Who owns it?", "A role.", "Head of Card Operations", inner=True)
    quarter: Answer[Quarter] = ask("NEU-02", "By the end of which quarter?", "Q1 to Q4.", "Q2", inner=True)
