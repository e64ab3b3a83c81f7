"""Module 16, vision and roadmap (VIS), and sign-off (SIGN)."""

from typing import Annotated

from pydantic import Field

from stratgen.engagement.answer import (
    UNIQUE,
    Amount,
    Answer,
    Choice,
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
from stratgen.engagement.maturity import Segment


class ProofPoint(Record):
    """A number that shows that the vision has come true."""

    kpi: Answer[Id] = ask("VIS-02", "Which measure proves it?", "A measure of the catalogue.", "FRT")
    value: Answer[float] = ask("VIS-02", "At which value?", "In the unit of the measure.", 60)


class Inspiration(Record):
    """A brand to learn from."""

    brand: Answer[Annotated[str, line(2, 80)]] = ask(
        "VIS-03", "Which brand inspires?", "Any industry.", "A rail firm"
    )
    borrowed: Answer[Annotated[str, prose(5, 240)]] = ask(
        "VIS-03", "What do you borrow?", "A behaviour.", "One named person closes each thread"
    )


class QuarterVision(Record):
    """What one quarter is for."""

    theme: Answer[Annotated[str, line(2, 60)]] = ask(
        "VIS-05", "What is its theme?", "A few words.", "Know and agree"
    )
    vision: Answer[Annotated[str, prose(20, 300)]] = ask(
        "VIS-05",
        "What is true at its end?",
        "One sentence of 8 to 35 words, in the present.",
        "We know what customers ask, we have agreed who answers, and the first agents are trained.",
    )


class Quarters(Record):
    """The four quarters."""

    q1: QuarterVision = Field(title="Q1")
    q2: QuarterVision = Field(title="Q2")
    q3: QuarterVision = Field(title="Q3")
    q4: QuarterVision = Field(title="Q4")


class Capacity(Record):
    """How much effort each quarter can carry, in effort points of the initiatives."""

    q1: Answer[Annotated[int, Field(ge=0, le=200)]] = ask(
        "VIS-10", "Effort points in Q1?", "The sum of what its initiatives may ask.", 12, inner=True
    )
    q2: Answer[Annotated[int, Field(ge=0, le=200)]] = ask(
        "VIS-10", "Effort points in Q2?", "The sum of what its initiatives may ask.", 12, inner=True
    )
    q3: Answer[Annotated[int, Field(ge=0, le=200)]] = ask(
        "VIS-10", "Effort points in Q3?", "The sum of what its initiatives may ask.", 12, inner=True
    )
    q4: Answer[Annotated[int, Field(ge=0, le=200)]] = ask(
        "VIS-10", "Effort points in Q4?", "The sum of what its initiatives may ask.", 10, inner=True
    )


class Declined(Record):
    """An initiative of the library that the answers call for and that the client does not want."""

    id: Answer[Id] = ask("VIS-06", "Which initiative is declined?", "Its id.", "I-22", inner=True)
    reason: Answer[Annotated[str, prose(5, 300)]] = ask(
        "VIS-06", "Why?", "One sentence.", "Advocacy waits until the policy has run a year", inner=True
    )


class Vision(Record):
    """The year-end vision and where it leads."""

    year_end: Answer[Annotated[str, prose(40, 700)]] = ask(
        "VIS-01",
        "What is true at the end of the year for customers, employees and the business?",
        "20 to 80 words, in the present tense, with the date.",
        "On 31 December 2027 a customer who asks us in public has a person's answer within the hour, agents have"
        " the right to settle it, and one call in ten is no longer needed.",
    )
    proof_points: Answer[Annotated[tuple[ProofPoint, ...], items(3, 5)]] = ask(
        "VIS-02", "Which three to five numbers prove it?", "Measures and values.", []
    )
    inspirations: Answer[Annotated[tuple[Inspiration, ...], items(1, 5)]] = ask(
        "VIS-03", "Which brands inspire, and what do you borrow?", "One to five.", []
    )
    target_segment: Answer[Segment] = ask(
        "VIS-04", "Which maturity segment is the target at year end?", "One step a year.", "conservative"
    )
    target_index: Answer[Annotated[float, Field(ge=1, le=4)]] = ask(
        "VIS-04", "Which Naive to Natural index is the target?", "1 to 4.", 2.3
    )
    larger_step_because: Answer[Annotated[str, prose(10, 300)]] | None = ask(
        "VIS-04",
        "Why a larger step than one?",
        "Needed only then.",
        "The tool is already bought",
        optional=True,
    )
    quarters: Quarters = Field(title="The quarters")
    capacity: Capacity | None = Field(default=None, title="Capacity of each quarter")
    declined: Answer[Annotated[tuple[Declined, ...], items(0, 30)]] | None = ask(
        "VIS-06",
        "Which initiatives that the answers call for are declined?",
        "Leave out if none is.",
        [],
        full=True,
    )


class Initiative(Record):
    """A piece of work of the roadmap."""

    id: Answer[Id] = ask("VIS-06", "Short name of the initiative?", "As in the library, or your own.", "I-02")
    title: Answer[Annotated[str, line(5, 100)]] = ask(
        "VIS-06", "What is it?", "A few words.", "Stakeholder interviews"
    )
    owner: Answer[Role] = ask("VIS-06", "Who owns it?", "A role.", "Social Media Manager")
    quarter: Answer[Quarter] = ask("VIS-06", "In which quarter does it end?", "Q1 to Q4.", "Q1")
    start: Answer[Day] = ask("VIS-06", "When does it start?", "A date in the roadmap year.", "2027-01-11")
    end: Answer[Day] = ask("VIS-06", "When does it end?", "In its quarter.", "2027-02-12")
    deliverable: Answer[Annotated[str, line(3, 160)]] = ask(
        "VIS-06", "What is delivered?", "A thing that can be shown.", "Register with twelve interviews"
    )
    key_result: Answer[Annotated[str, line(3, 160)]] = ask(
        "VIS-06", "Which key result does it serve?", "Measurable.", "12 of 12 interviews done"
    )
    done_when: Answer[Annotated[str, line(3, 200)]] = ask(
        "VIS-06", "When is it done?", "A test.", "The sponsor has signed the register"
    )
    depends_on: Answer[Annotated[tuple[Id, ...], items(0, 8), UNIQUE]] = ask(
        "VIS-06",
        "What does it depend on?",
        "Initiatives that have to end before it can; leave empty if none.",
        [],
    )
    effort: Answer[Scale5] = ask(
        "VIS-06", "How much effort is it?", "1 is days, 5 is a quarter for a team.", 2
    )
    cost: Answer[Amount] = ask("VIS-06", "What does it cost?", "In the pack's currency; 0 if only time.", 0)
    objective: Answer[Id] | None = ask(
        "VIS-06", "Which objective does it serve?", "Its short name, if one.", "answer-fast", optional=True
    )
    channels: Answer[Annotated[tuple[Annotated[str, line(1, 40)], ...], items(1, 30), UNIQUE]] | None = ask(
        "VIS-06",
        "Which channels does it move to their state of the year?",
        "Those that it pilots, makes lead or retires, as the channel audit names them; leave out if none.",
        ["whatsapp"],
        full=True,
    )
    if_it_fails: Answer[Annotated[str, line(5, 200)]] | None = ask(
        "VIS-06",
        "What happens if the pilot does not pass its exit test?",
        "One sentence.",
        "The number closes, and its page names Facebook",
        full=True,
    )


class Agreement(Record):
    """One thing that marketing and care agree on."""

    agreed: Answer[bool] = ask("VIS-07", "Is it agreed?", "Yes or no.", True)
    detail: Answer[Annotated[str, prose(0, 300)]] = ask(
        "VIS-07", "How?", "One sentence.", "One calendar, Mondays"
    )


class Alignment(Record):
    """How marketing and care work as one."""

    shared_calendar: Agreement = Field(title="Shared calendar")
    handover_rule: Agreement = Field(title="Hand-over rule")
    joint_kpi: Agreement = Field(title="Joint measure")
    meeting: Agreement = Field(title="Meeting")
    insight_loop: Agreement = Field(title="Insight loop")
    decision_right: Agreement = Field(title="Decision right")


class ContactReason(Record):
    """One of the top reasons for contact."""

    reason: Answer[Annotated[str, line(3, 120)]] = ask(
        "VIS-08", "Which reason?", "In customers' words.", "Lost card"
    )
    share: Answer[Percent] = ask("VIS-08", "Which share of contacts?", "Percent.", 22)
    solvable: Answer[bool] = ask("VIS-08", "Can it be solved in the channel?", "Yes or no.", True)
    blocker: Answer[Annotated[str, line(3, 160)]] | None = ask(
        "VIS-08",
        "What stands in the way?",
        "If anything.",
        "No identity check in private messages",
        optional=True,
    )
    remover: Answer[Role] | None = ask(
        "VIS-08", "Who removes what stands in the way?", "A role.", "Head of Digital", full=True
    )
    removed_by: Answer[Quarter] | None = ask(
        "VIS-08", "By the end of which quarter?", "Q1 to Q4.", "Q2", full=True
    )


class FirstContact(Record):
    """How first contact resolution is defined and reached."""

    contact_is: Answer[Annotated[str, prose(5, 240)]] = ask(
        "VIS-08",
        "What is a first contact?",
        "A definition.",
        "The first message of a thread about one matter",
    )
    resolved_is: Answer[Annotated[str, prose(5, 240)]] = ask(
        "VIS-08", "When is it resolved?", "A definition.", "The customer needs nothing further on the matter"
    )
    window_days: Answer[Annotated[int, Field(ge=1, le=14)]] = ask(
        "VIS-08", "Within how many days does a repeat count?", "1 to 14.", 7
    )
    authority_limit: Answer[Annotated[str, prose(3, 240)]] = ask(
        "VIS-08", "What may an agent decide alone?", "With an amount.", "Refund fees up to R350"
    )
    identity_check: Answer[Annotated[str, prose(3, 240)]] = ask(
        "VIS-08", "How is identity checked in the channel?", "Without repeating effort.", "A link to the app"
    )
    top_reasons: Answer[Annotated[tuple[ContactReason, ...], items(1, 5)]] = ask(
        "VIS-08", "What are the top five reasons for contact?", "One to five.", []
    )


class ReviewRhythm(Record):
    """When progress is looked at, and by whom."""

    stand_up: Answer[Annotated[str, line(2, 160)]] | None = ask(
        "VIS-09", "Is there a stand-up?", "When and who.", "Daily at 08:30, the care team", optional=True
    )
    weekly: Answer[Annotated[str, line(2, 160)]] | None = ask(
        "VIS-09", "What is reviewed weekly?", "What and who.", "Response clock and backlog", optional=True
    )
    monthly: Answer[Annotated[str, line(2, 160)]] | None = ask(
        "VIS-09", "What is reviewed monthly?", "What and who.", "Objectives, steering group", optional=True
    )
    quarterly: Answer[Annotated[str, line(2, 160)]] = ask(
        "VIS-09", "What is reviewed every quarter?", "Needed.", "Vision, money and the next quarter's release"
    )
    chair: Answer[Role] = ask("VIS-09", "Who is in the chair?", "A role.", "Chief Customer Officer")
    inputs: Answer[Annotated[str, prose(3, 240)]] = ask(
        "VIS-09", "What lies on the table?", "Papers and numbers.", "Scorecard, risk list, open points"
    )


class SignOffBy(Choice):
    """Who signs off."""

    LEGAL = "legal", "Legal"
    HR = "hr", "Human resources"
    FINANCE = "finance", "Finance"
    IT = "it_security", "IT and security"
    CARE = "care", "Customer care"
    MARKETING = "marketing", "Marketing"
    SPONSOR = "sponsor", "Sponsor"


class Outcome(Choice):
    """What a reviewer said."""

    APPROVED = "approved", "Approved"
    WITH_CHANGES = "approved_with_changes", "Approved with changes"
    NOT_APPROVED = "not_approved", "Not approved"
    NOT_YET = "not_yet", "Not yet"


class SignOff(Record):
    """One reviewer's word on the pack."""

    by: Answer[SignOffBy] = ask("SIGN-01", "Who reviewed it?", "A function.", "legal")
    name: Answer[Annotated[str, line(2, 80)]] | None = ask(
        "SIGN-01", "Under which name?", "As it should print.", "Group Legal", optional=True
    )
    date: Answer[Day] | None = ask(
        "SIGN-01", "When?", "A date; leave out if not yet.", "2026-11-20", optional=True
    )
    outcome: Answer[Outcome] = ask("SIGN-01", "With what outcome?", "One of four.", "approved")
