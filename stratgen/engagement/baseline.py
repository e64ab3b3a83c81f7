"""Module 8, the baseline of the measures (KPI)."""

from typing import Annotated

from pydantic import Field

from stratgen.engagement.answer import Answer, Choice, Id, ask, prose
from stratgen.engagement.evidence import Evidenced, Figure


class AppliesToSocial(Choice):
    """Whether a measure can be used on social."""

    YES = "yes", "yes"
    ADAPTED = "with_adaptation", "with adaptation"
    NO = "no", "no"


class Measure(Evidenced):
    """A measure of the catalogue: its value on older channels and on social today."""

    kpi: Answer[Id] = ask("KPI-01", "Which measure?", "Its id in the catalogue: FRT, CSAT, FCR.", "FRT")
    other_channels: Answer[Figure] | None = ask(
        "KPI-01",
        "What is its value on the other channels?",
        "Leave out if it is not tracked there.",
        71,
        optional=True,
    )
    applies: Answer[AppliesToSocial] = ask(
        "KPI-02", "Can it be applied to social?", "Yes, with adaptation, or no.", "with_adaptation"
    )
    adaptation: Answer[Annotated[str, prose(5, 300)]] | None = ask(
        "KPI-02",
        "How is it adapted?",
        "Needed where it is adapted.",
        "Counted from the first message to the last, without the customer's own silence",
        optional=True,
    )
    social: Answer[Figure] | None = ask(
        "KPI-03", "What is its value on social today?", "Leave out if it does not apply.", 58, optional=True
    )
    social_90th: Answer[Figure] | None = ask(
        "KPI-03",
        "Within what time on social do nine in ten have it?",
        "Only for the first response time: the 90th percentile, never shorter than the median; else leave out.",
        1260,
        full=True,
    )
    owner: Answer[Annotated[str, prose(2, 80)]] | None = ask(
        "KPI-03", "Which role answers for the number?", "A role.", "Head of Insight", optional=True
    )


class ContactCosts(Evidenced):
    """What one contact costs on each channel, in the currency of the pack."""

    phone: Answer[Figure] | None = ask(
        "KPI-04", "By telephone?", "In the pack's currency.", 58, full=True, unit="a contact"
    )
    email: Answer[Figure] | None = ask(
        "KPI-04", "By e-mail?", "In the pack's currency.", 44, full=True, unit="a contact"
    )
    chat: Answer[Figure] | None = ask(
        "KPI-04", "By chat?", "In the pack's currency.", 36, full=True, unit="a contact"
    )
    social: Answer[Figure] | None = ask(
        "KPI-04", "On social?", "In the pack's currency.", 31, full=True, unit="a contact"
    )
    fully_loaded: Answer[bool] | None = ask(
        "KPI-04", "Are these costs fully loaded?", "With space, systems and management.", True, full=True
    )


class MonthlyContacts(Evidenced):
    """How many contacts come in a month on each channel."""

    phone: Answer[Figure] | None = ask(
        "KPI-05", "By telephone?", "A month.", 42000, full=True, unit="a month"
    )
    email: Answer[Figure] | None = ask("KPI-05", "By e-mail?", "A month.", 9000, full=True, unit="a month")
    chat: Answer[Figure] | None = ask("KPI-05", "By chat?", "A month.", 5200, full=True, unit="a month")
    social: Answer[Figure] | None = ask("KPI-05", "On social?", "A month.", 4200, full=True, unit="a month")


class Baseline(Evidenced):
    """Where the measures stand today."""

    measures: Answer[tuple[Measure, ...]] = ask(
        "KPI-01", "Which measures are tracked, and where do they stand?", "From the catalogue.", []
    )
    contact_costs: ContactCosts | None = Field(default=None, title="Cost of one contact")
    monthly_contacts: MonthlyContacts | None = Field(default=None, title="Contacts a month")
