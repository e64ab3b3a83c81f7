"""Module 14, the employee policy (POL): whom it covers, what it allows, and who has read it in law."""

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
from stratgen.engagement.privacy import AiRules, ConfidentialItem, Monitoring, PurposeBasis
from stratgen.engagement.training import Audience


class Covered(Choice):
    """Who the policy covers."""

    EMPLOYEES = "employees", "Employees"
    CONTRACTORS = "contractors", "Contractors"
    AGENCY = "agency", "Workers supplied by an employment agency"
    TEMPS = "temps", "Temporary employees"
    VOLUNTEERS = "volunteers", "Volunteers"
    DIRECTORS = "directors", "Members of the board"


class PersonalUse(Choice):
    """Personal use of social media at work."""

    NOT_ON_WORK_TIME = "not_on_work_time", "not during working time"
    LIMITED = "limited", "limited"
    REASONABLE = "reasonable", "reasonable"


class Advocacy(Choice):
    """Whether employees are invited to speak for the organisation; it is never compulsory."""

    NONE = "none", "none"
    VOLUNTARY = "voluntary", "voluntary"
    PROGRAMME = "voluntary_programme", "a voluntary programme"


class RulePlace(Choice):
    """Where in the policy a rule stands that was agreed with the people or their representatives."""

    RIGHTS = "rights", "Your rights"
    PERSONAL_USE = "personal_use", "Your own use"
    OUT_OF_HOURS = "out_of_hours", "Out of hours"
    MONITORING = "monitoring", "What we look at"


class Accessibility(Choice):
    """The standard that posts are held to."""

    WCAG_21 = "wcag_2_1_aa", "WCAG 2.1 level AA"
    WCAG_22 = "wcag_2_2_aa", "WCAG 2.2 level AA"
    HOUSE = "house", "our house standard"


class AuthorisedVoice(Record):
    """A role that may speak for the organisation."""

    role: Answer[Role] = ask("POL-06", "Which role may speak for you?", "A role.", "Certified care agent")
    scope: Answer[Annotated[str, line(5, 200)]] = ask(
        "POL-06", "On what, and where?", "One sentence.", "Answers customers on the official channels"
    )
    how_to_become: Answer[Annotated[str, line(5, 200)]] = ask(
        "POL-06", "How does somebody become one?", "The steps.", "Pass the operating and policy modules"
    )
    trained_as: Answer[Audience] | None = ask(
        "POL-06",
        "With which audience are they trained?",
        "One that the training plan holds; its modules and its test come first.",
        "cx_agents",
        full=True,
    )


class AccountRules(Record):
    """How official accounts are kept safe."""

    multi_factor: Answer[bool] = ask(
        "POL-07", "Is multi-factor sign-in required?", "Approved needs a yes.", True
    )
    password_manager: Answer[bool] = ask("POL-07", "Is a password manager used?", "Yes or no.", True)
    no_shared_logins: Answer[bool] = ask("POL-07", "Are shared log-ins forbidden?", "Yes or no.", True)
    corporate_recovery: Answer[bool] = ask(
        "POL-07", "Do recovery e-mails belong to the company?", "Yes or no.", True
    )
    leavers_removed_hours: Answer[Annotated[int, Field(ge=0, le=720)]] = ask(
        "POL-07", "Within how many hours is a leaver removed?", "24 or fewer is advised.", 24
    )
    recovery_plan: Answer[Annotated[str, prose(5, 300)]] = ask(
        "POL-07",
        "What is the plan if an account is taken over?",
        "Who does what first.",
        "The security desk locks the account, Communications posts a notice from another channel",
    )


class Concerns(Record):
    """How to speak up."""

    route: Answer[Annotated[str, prose(5, 300)]] = ask(
        "POL-11",
        "How does somebody raise a concern safely?",
        "The route.",
        "Your manager, or the People desk",
    )
    whistleblowing: Answer[Annotated[str, line(5, 200)]] = ask(
        "POL-11", "Which whistleblowing policy applies?", "Its name and number.", "Speaking Up Policy HR-12"
    )
    contact: Answer[Annotated[str, line(3, 160)]] = ask(
        "POL-11",
        "Whom to contact?",
        "A desk or line, never a person.",
        "The ethics line, free, day and night; its number is on the intranet",
    )


class Consultation(Record):
    """Who was asked about the policy."""

    body: Answer[Annotated[str, line(2, 120)]] = ask("POL-14", "Who was consulted?", "A body.", "Staff forum")
    date: Answer[Day] = ask("POL-14", "When?", "A date.", "2026-11-03")
    outcome: Answer[Annotated[str, prose(3, 300)]] = ask(
        "POL-14", "With what outcome?", "What changed.", "Two changes made"
    )
    closed: Answer[bool] | None = ask(
        "POL-14",
        "Is this consultation closed?",
        "No where another reading or an answer is still due.",
        True,
        full=True,
    )


class AgreedRule(Record):
    """A rule that was agreed in a consultation, and the place in the policy where it prints."""

    place: Answer[RulePlace] = ask("POL-19", "Where does the rule stand?", "One of four.", "personal_use")
    rule: Answer[Annotated[str, prose(5, 300)]] = ask(
        "POL-19",
        "What was agreed, as a rule?",
        "Whole sentences, as employees will read them.",
        "Off duty you may show yourself in uniform.",
    )


class LegalReview(Record):
    """Counsel's review for one country."""

    country: Answer[Annotated[str, line(2, 5)]] = ask("POL-15", "For which country?", "Its ISO code.", "ZA")
    reviewer: Answer[Annotated[str, line(2, 120)]] = ask(
        "POL-15",
        "Who reviewed the policy in law?",
        'Counsel or firm; "unknown" until then.',
        "Employment counsel",
    )
    date: Answer[Day] = ask(
        "POL-15", "When was the policy reviewed in law?", 'A date; "unknown" until then.', "2026-12-15"
    )
    adds: Answer[Annotated[tuple[Annotated[str, prose(5, 300)], ...], items(1, 8), UNIQUE]] | None = ask(
        "POL-15",
        "What did counsel add for this country?",
        "Each answer as a rule that employees can read; it prints in the annex.",
        ["A works agreement goes before section 14 where the two differ."],
        full=True,
    )
    answered: Answer[bool] | None = ask(
        "POL-15",
        "Has counsel answered the questions of the annex?",
        "Until this is a yes the questions stay in the policy, also after a review.",
        True,
        full=True,
    )


class Policy(Record):
    """The employee engagement policy."""

    owner: Answer[Role] = ask("POL-01", "Who owns the policy?", "A role.", "Chief People Officer")
    approver: Answer[Role] = ask("POL-01", "Who approves it?", "A role or body.", "Executive Committee")
    effective: Answer[Day] = ask("POL-01", "From which date?", "On or after the pack's date.", "2027-02-01")
    adopted_by: Answer[Day] | None = ask(
        "POL-22",
        "By which day is it to be adopted?",
        "After everybody has been consulted, and before it takes effect; left out, the day of the board's resolution.",
        "2027-01-18",
        full=True,
    )
    approved_on: Answer[Day] | None = ask(
        "POL-01", "When was it approved?", "Leave out until it is.", "2027-01-18", full=True
    )
    review_months: Answer[Annotated[int, Field(ge=1, le=24)]] = ask(
        "POL-01", "Reviewed every how many months?", "12 or fewer is advised.", 12
    )
    covers: Answer[Annotated[tuple[Covered, ...], items(1, 6), UNIQUE]] = ask(
        "POL-02", "Who is covered?", "All that apply.", ["employees", "contractors"]
    )
    personal_use: Answer[PersonalUse] = ask(
        "POL-03", "Which personal use is allowed at work?", "One of three.", "reasonable"
    )
    advocacy: Answer[Advocacy] = ask(
        "POL-04", "Are employees invited to speak for you?", "It is never compulsory.", "voluntary"
    )
    disclosure_wording: Answer[Annotated[str, line(5, 80)]] = ask(
        "POL-05",
        "Which words do employees use to disclose their job?",
        "They name the employer.",
        "I work for Karoo Bank; this is my own view",
    )
    authorised_voices: Answer[Annotated[tuple[AuthorisedVoice, ...], items(1, 12)]] = ask(
        "POL-06", "Who may speak for you?", "Roles.", []
    )
    accounts: AccountRules = Field(title="Official accounts")
    monitoring: Monitoring = Field(title="Monitoring")
    purposes: Answer[Annotated[tuple[PurposeBasis, ...], items(0, 3)]] | None = ask(
        "POL-21",
        "On which lawful basis does each further purpose rest?",
        "Missing disclosures, reported breaches, and the records of those who answer.",
        [],
        full=True,
    )
    ai: AiRules = Field(title="AI")
    confidential: Answer[Annotated[tuple[ConfidentialItem, ...], items(1, 12)]] = ask(
        "POL-10", "What exactly is confidential?", "A list; never pay, hours or conditions.", []
    )
    concerns: Concerns = Field(title="Raising concerns")
    disciplinary_procedure: Answer[Annotated[str, line(5, 200)]] = ask(
        "POL-12",
        "Which disciplinary procedure applies?",
        "Its name and number.",
        "Disciplinary Procedure HR-07",
    )
    agent_care: Answer[Annotated[tuple[Annotated[str, line(5, 200)], ...], items(1, 8), UNIQUE]] | None = ask(
        "POL-13",
        "How do you care for agents who meet abuse?",
        "Rules on abuse, breaks and hours.",
        ["An agent may end a conversation after one warning"],
        full=True,
    )
    consultations: Answer[Annotated[tuple[Consultation, ...], items(0, 12)]] = ask(
        "POL-14", "Who has been consulted about the policy?", "Leave empty if nobody yet.", []
    )
    agreed_rules: Answer[Annotated[tuple[AgreedRule, ...], items(0, 12)]] | None = ask(
        "POL-19",
        "Which rules were agreed in consultation?",
        "They print in place, so that the policy keeps what was promised.",
        [],
        full=True,
    )
    changes: Answer[Annotated[tuple[Annotated[str, prose(5, 300)], ...], items(1, 8), UNIQUE]] | None = ask(
        "POL-20",
        "What has changed since the last version?",
        "Leave out in a first version; each change as a sentence that employees can read.",
        ["The right to disconnect has an example."],
        full=True,
    )
    legal_reviews: Answer[Annotated[tuple[LegalReview, ...], items(0, 40)]] = ask(
        "POL-15", "Who has reviewed it in law, country by country?", "Without it the policy says so.", []
    )
    records_months: Answer[Annotated[int, Field(ge=1, le=240)]] | None = ask(
        "POL-16", "How many months are official posts kept?", "A number.", 60, full=True
    )
    accessibility: Answer[Accessibility] = ask(
        "POL-17", "Which accessibility standard do posts meet?", "One of three.", "wcag_2_2_aa"
    )
    ownership_on_exit: Answer[Annotated[str, prose(5, 300)]] | None = ask(
        "POL-18",
        "Who owns accounts and contacts when somebody leaves?",
        "One or two sentences.",
        "Official accounts stay; personal accounts and their contacts are the person's own",
        full=True,
    )
