"""Module 1, set-up (ENG): the client, the mandate, the paper and the meeting it is for."""

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from stratgen.engagement.answer import UNIQUE, Answer, Choice, Day, Id, Record, Role, ask, items, line, prose
from stratgen.engagement.evidence import Evidenced, Figure


class Status(Choice):
    """How far the pack has come."""

    DRAFT = "draft", "Draft"
    FOR_APPROVAL = "for_approval", "For approval"
    APPROVED = "approved", "Approved"


class Classification(Choice):
    """Who may read the pack."""

    PUBLIC = "public", "Public"
    INTERNAL = "internal", "Internal"
    CONFIDENTIAL = "confidential", "Confidential"
    BOARD = "board_confidential", "Board confidential"


class Locale(Choice):
    """The English that the pack is written in; it decides spelling, dates and paper size."""

    GB = "en-GB", "English (United Kingdom)"
    US = "en-US", "English (United States)"
    ZA = "en-ZA", "English (South Africa)"
    AU = "en-AU", "English (Australia)"


class Sector(Choice):
    """What the organisation does."""

    BANKING = "banking", "Banking"
    INSURANCE = "insurance", "Insurance and investment"
    HEALTH = "health", "Health care"
    PHARMA = "pharma", "Pharmaceuticals"
    PUBLIC = "public_body", "Public body"
    RETAIL = "retail", "Retail"
    TRAVEL = "travel", "Travel and hospitality"
    TELECOMS = "telecoms", "Telecommunications"
    UTILITIES = "utilities", "Utilities"
    TECHNOLOGY = "technology", "Technology"
    MANUFACTURING = "manufacturing", "Manufacturing"
    EDUCATION = "education", "Education"
    CHARITY = "charity", "Charity"
    SERVICES = "services", "Professional services"
    OTHER = "other", "Other"


class Market(Choice):
    """Who buys."""

    B2C = "b2c", "Consumers"
    B2B = "b2b", "Businesses"
    BOTH = "both", "Consumers and businesses"


class PaperPurpose(Choice):
    """What the board is asked to do with the paper."""

    DECISION = "decision", "Decision"
    DISCUSSION = "discussion", "Discussion"
    INFORMATION = "information", "Information"


_NOUN = re.compile(r"[a-z]+(?:[ -][a-z]+)*")
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("s", ""))
"""How a plural ends, and its singular in place of that."""


def one_and_many(text: str) -> tuple[str, str] | None:
    """Return a noun in the singular and in the plural, from the plural or from both with a comma between.

    None where that is not what stands there, or the singular does not follow from the plural.
    """
    words = [" ".join(word.split()) for word in text.split(",")]
    if not 1 <= len(words) <= 2 or not all(_NOUN.fullmatch(word) and 2 <= len(word) <= 30 for word in words):
        return None
    if len(words) == 2:
        return words[0], words[1]
    many = words[0]
    if many.endswith("ss"):
        return None
    return next(
        ((many.removesuffix(ending) + one, many) for ending, one in _ENDINGS if many.endswith(ending)), None
    )


def _is_noun(text: str) -> str:
    if one_and_many(text) is None:
        raise PydanticCustomError(
            "noun", "is not a noun in the plural; write it like tenants, or like person, people"
        )
    return text


class Client(Record):
    """Who the mandate is for."""

    legal_name: Answer[Annotated[str, line(2, 120)]] = ask(
        "ENG-01",
        "What is the client's legal name?",
        "As it should stand on the cover.",
        "Karoo Savings Bank Limited",
    )
    short_name: Answer[Annotated[str, line(2, 40)]] = ask(
        "ENG-01", "Which short name should the text use?", "As people say it.", "Karoo Bank"
    )
    customers_called: Answer[Annotated[str, line(2, 62), AfterValidator(_is_noun)]] | None = ask(
        "ENG-01",
        "What are the customers called?",
        "In the plural and in small letters, where it is not customers. If one of them is not the same word without its s, "
        "write one, then many: person, people.",
        "tenants",
        full=True,
    )


class Preparer(Record):
    """Who writes the pack."""

    name: Answer[Annotated[str, line(2, 80)]] = ask(
        "ENG-02", "Who prepares the pack?", "The author as the board paper names them.", "N. Author"
    )
    role: Answer[Role] = ask("ENG-02", "In which role?", "A job title.", "Lead consultant")
    firm: Answer[Annotated[str, line(2, 80)]] = ask(
        "ENG-02", "For which firm?", "The consultancy, or the client's own department.", "Example Advisory"
    )


class Sponsor(Record):
    """Who asked for the pack."""

    name: Answer[Annotated[str, line(2, 80)]] = ask(
        "ENG-02", "Who is the client sponsor?", "The person who asked for the work.", "S. Sponsor"
    )
    role: Answer[Role] = ask(
        "ENG-02", "What is the sponsor's role?", "It stands beside every paper.", "Chief Operating Officer"
    )


class Pack(Record):
    """The edition of the pack."""

    date: Answer[Day] = ask(
        "ENG-03",
        "What is the date of the pack?",
        "Printed on every document.",
        "2026-11-16",
    )
    version: Answer[Annotated[str, StringConstraints(pattern=r"^\d+\.\d+$")]] = ask(
        "ENG-03", "Which version is this?", "Two numbers with a point between them.", "1.0"
    )
    status: Answer[Status] = ask(
        "ENG-03", "What is its status?", "Approved needs every sign-off and legal review.", "for_approval"
    )


class BusinessGoal(Record):
    """A goal of the business that the strategy has to serve."""

    id: Answer[Id] = ask("ENG-14", "Short name of the goal?", "Objectives point at it.", "retention")
    goal: Answer[Annotated[str, line(10, 160)]] = ask(
        "ENG-14",
        "Which business goal must this support?",
        "As the board worded it.",
        "Keep 92 % of main-account customers through 2027",
    )
    horizon: Answer[Day] = ask("ENG-14", "By when?", "The goal's own date.", "2027-12-31")


class Meeting(Record):
    """The meeting that the board brief is written for."""

    body: Answer[Annotated[str, line(3, 80)]] = ask(
        "ENG-15", "Which board or committee will read the brief?", "Its proper name.", "Board of Directors"
    )
    date: Answer[Day] = ask("ENG-15", "When does it meet?", "On or after the date of the pack.", "2026-12-03")
    agenda_item: Answer[Annotated[str, line(1, 40)]] = ask(
        "ENG-15", "Which agenda item is it?", "The reference on the agenda.", "7.2"
    )
    purpose: Answer[PaperPurpose] = ask(
        "ENG-15", "What is the paper for?", "Exactly one of the three.", "decision"
    )


def _first_of_month(day: date) -> date:
    if day.day != 1:
        raise PydanticCustomError(
            "first_of_month", "is not the first day of a month; write it like 2027-01-01"
        )
    return day


class SetUp(Evidenced):
    """Everything that frames the pack."""

    client: Client = Field(title="The client")
    prepared_by: Preparer = Field(title="Prepared by")
    sponsor: Sponsor = Field(title="Client sponsor")
    pack: Pack = Field(title="This edition")
    classification: Answer[Classification] = ask(
        "ENG-04", "How is the pack classified?", "It stands in every header.", "confidential"
    )
    locale: Answer[Locale] = ask(
        "ENG-05",
        "Which English is the pack written in?",
        "It decides spelling, the style of dates and numbers, and the paper size.",
        "en-ZA",
    )
    currency: Answer[Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]] = ask(
        "ENG-05", "In which currency are amounts given?", "The three-letter ISO 4217 code.", "ZAR"
    )
    first_quarter_starts: Answer[Annotated[Day, AfterValidator(_first_of_month)]] = ask(
        "ENG-06", "On which day does the first roadmap quarter start?", "The first of a month.", "2027-01-01"
    )
    sector: Answer[Sector] = ask("ENG-07", "Which sector is the client in?", "The closest one.", "banking")
    regulators: Answer[Annotated[tuple[Annotated[str, line(2, 120)], ...], items(0, 8), UNIQUE]] = ask(
        "ENG-07",
        "Which regulators watch what it says in public?",
        "As they are called; none where social activity is not regulated.",
        ["Financial Sector Conduct Authority"],
    )
    countries: Answer[
        Annotated[
            tuple[Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}(-[A-Z]{2})?$")], ...],
            items(1, 40),
            UNIQUE,
        ]
    ] = ask(
        "ENG-08",
        "In which countries do employees work?",
        "Two-letter ISO codes, a US state as US-NY; in the interview also their names. They decide the law that the policy minds.",
        ["ZA"],
    )
    headcount: Answer[Annotated[int, Field(gt=0, le=5_000_000)]] = ask(
        "ENG-09", "How many people work there?", "Headcount, not full-time equivalents.", 3200
    )
    employee_bodies: Answer[Annotated[tuple[Annotated[str, line(2, 120)], ...], items(0, 12), UNIQUE]] = ask(
        "ENG-09",
        "Which unions or works councils are recognised?",
        "As they are called.",
        ["Finance sector union"],
    )
    market: Answer[Market] = ask(
        "ENG-10",
        "Who buys: consumers, businesses or both?",
        "Consumers are people who buy for themselves.",
        "b2c",
    )
    active_customers: Answer[Figure] | None = ask(
        "ENG-11",
        "How many active customers are there?",
        "A count, with its evidence.",
        1_400_000,
        full=True,
        unit="customers",
    )
    margin_per_customer: Answer[Figure] | None = ask(
        "ENG-11",
        "What is the average annual margin of a customer?",
        "In the currency of the pack.",
        620,
        full=True,
        unit="a customer a year",
    )
    brand_promise: Answer[Annotated[str, line(20, 240)]] = ask(
        "ENG-12",
        "What is the brand promise, in one sentence?",
        "As customers hear it.",
        "Banking that speaks plainly and keeps its word.",
    )
    brand_values: Answer[Annotated[tuple[Annotated[str, line(2, 40)], ...], items(3, 6), UNIQUE]] = ask(
        "ENG-13",
        "Which three to six values does the brand hold?",
        "One or two words each.",
        ["Plain", "Fair", "Present"],
    )
    business_goals: Answer[Annotated[tuple[BusinessGoal, ...], items(1, 5)]] = ask(
        "ENG-14", "Which business goals must this support?", "One to five, each with a date.", []
    )
    digital_objectives: Answer[Annotated[tuple[Annotated[str, prose(5, 200)], ...], items(0, 5)]] = ask(
        "ENG-14",
        "Which digital objectives must it fit?",
        "None to five.",
        ["Move 30 % of service contacts to digital channels by the end of 2027"],
    )
    meeting: Meeting = Field(title="The meeting")

    @property
    def customers(self) -> tuple[str, str] | None:
        """What one customer and many are called; a public body has people, others customers (None) unless they say."""
        called = self.client.customers_called
        if not isinstance(called, str):
            return ("person", "people") if self.sector is Sector.PUBLIC else None
        words = one_and_many(called)
        return None if words == one_and_many("customers") else words
