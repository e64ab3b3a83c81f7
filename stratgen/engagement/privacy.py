"""Module 14, what the policy says of confidence, of monitoring and of AI (POL)."""

from typing import Annotated

from pydantic import Field

from stratgen.engagement.answer import (
    UNIQUE,
    Answer,
    Choice,
    Day,
    Record,
    Role,
    ask,
    items,
    line,
    prose,
)


class MonitoringScope(Choice):
    """What the organisation looks at."""

    NONE = "none", "Nothing"
    BRAND_MENTIONS = "brand_mentions", "Public mentions of our name"
    WORK_SYSTEMS = "work_systems", "Official accounts and the tools used to run them"
    INVESTIGATION = "targeted_investigation", "Targeted investigation"


class LawfulBasis(Choice):
    """On which ground personal data are looked at."""

    LEGITIMATE_INTEREST = "legitimate_interest", "legitimate interest"
    LEGAL_DUTY = "legal_duty", "a legal duty"
    CONTRACT = "contract", "the contract under which people work"
    CONSENT = "consent", "consent"


class FurtherPurpose(Choice):
    """What else the records are used for, besides what the monitoring is for."""

    DISCLOSURE = "missing_disclosure", "missing disclosures"
    BREACH = "reported_breach", "reported breaches"
    DESK = "desk_and_coaching", "running the desk and coaching"


class AiUse(Choice):
    """Whether AI may be used."""

    PROHIBITED = "prohibited", "not allowed"
    WITH_REVIEW = "allowed_with_human_review", "allowed, with review by a person"
    ALLOWED = "allowed", "allowed"


class ConfidentialCategory(Choice):
    """A kind of information that is confidential."""

    TRADE_SECRETS = "trade_secrets", "Trade secrets"
    CUSTOMER_DATA = "customer_data", "Customer data"
    UNPUBLISHED_RESULTS = "unpublished_results", "Unpublished financial results"
    SECURITY = "security", "Security arrangements"
    UNRELEASED = "unreleased_products", "Unreleased products"
    LEGAL_ADVICE = "legal_advice", "Legal advice"


class Monitoring(Record):
    """What is looked at, on which ground, and who is told."""

    scope: Answer[Annotated[tuple[MonitoringScope, ...], items(1, 4), UNIQUE]] = ask(
        "POL-08", "What do you look at?", 'All that apply, or "none" alone.', ["brand_mentions"]
    )
    lawful_basis: Answer[LawfulBasis] | None = ask(
        "POL-08",
        "On which lawful basis?",
        "Needed where anything is looked at.",
        "legitimate_interest",
        optional=True,
    )
    basis_named: Answer[Annotated[str, prose(5, 200)]] | None = ask(
        "POL-08",
        "Which interest is it, or which legal duty?",
        "It completes: our interest is to …; or it names the law.",
        "to hear what customers say, and to keep our accounts safe",
        full=True,
    )
    notice_given: Answer[bool] | None = ask(
        "POL-08", "Have people been told?", "Needed where anything is looked at.", True, optional=True
    )
    impact_assessment: Answer[bool] | None = ask(
        "POL-08", "Has an impact assessment been made?", "Yes or no.", True, optional=True
    )
    assessed_by: Answer[Role] | None = ask(
        "POL-08",
        "Who made the impact assessment, or has it made?",
        "A desk or role.",
        "Data Protection Officer",
        full=True,
    )
    assessed_on: Answer[Day] | None = ask(
        "POL-08",
        "On which day was it made, or by which is it to be made?",
        "A day that lies ahead where the assessment is not made yet.",
        "2026-10-30",
        full=True,
    )
    retention_months: Answer[Annotated[int, Field(ge=0, le=240)]] | None = ask(
        "POL-08", "How many months are records kept?", "A number.", 12, optional=True
    )
    contact: Answer[Annotated[str, line(3, 160)]] | None = ask(
        "POL-08",
        "To whom do people write about data that you hold on them?",
        "A desk or office, never a person.",
        "Data Protection Officer",
        full=True,
    )
    authority: Answer[Annotated[str, line(3, 160)]] | None = ask(
        "POL-08",
        "To which authority may they complain about it?",
        "Its name.",
        "Information Regulator",
        full=True,
    )


class PurposeBasis(Record):
    """The lawful basis of one further purpose."""

    purpose: Answer[FurtherPurpose] = ask(
        "POL-21", "Which purpose?", "One of three, each once.", "desk_and_coaching"
    )
    basis: Answer[LawfulBasis] = ask("POL-21", "On which basis does it rest?", "One of four.", "contract")
    named: Answer[Annotated[str, prose(5, 120)]] | None = ask(
        "POL-21",
        "Which interest is it, or which legal duty?",
        "It completes: our interest is to …; or it names the law.",
        "to let readers know who recommends us",
        full=True,
    )


class AiRules(Record):
    """How AI may be used."""

    use: Answer[AiUse] = ask("POL-09", "May AI be used?", "One of three.", "allowed_with_human_review")
    approved_tools: Answer[Annotated[tuple[Annotated[str, line(2, 80)], ...], items(0, 12), UNIQUE]] = ask(
        "POL-09",
        "Which tools are approved?",
        "Leave empty if none are.",
        ["Drafting assistant of the care tool"],
    )
    disclosure: Answer[Annotated[str, prose(5, 300)]] = ask(
        "POL-09",
        "When is the use of AI disclosed?",
        "The rule.",
        "Always for a bot, and for images or sound it made",
    )
    never_for: Answer[Annotated[str, line(3, 160)]] | None = ask(
        "POL-09",
        "For what is AI never used?",
        "Work that people do alone.",
        "Answers about allergies",
        full=True,
    )


class ConfidentialItem(Record):
    """One kind of confidential information, with an example."""

    category: Answer[ConfidentialCategory] = ask(
        "POL-10", "Which kind is confidential?", "One of six kinds.", "customer_data"
    )
    example: Answer[Annotated[str, line(5, 200)]] = ask(
        "POL-10",
        "What would be an example?",
        "Something people would recognise.",
        "That somebody banks with us",
    )
