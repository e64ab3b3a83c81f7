"""Module 11, objectives (OBJ): a number, a date and an owner each, and one focus metric a quarter."""

from typing import Annotated

from pydantic import Field

from stratgen.engagement.answer import (
    UNIQUE,
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
from stratgen.engagement.evidence import Evidenced, Figure
from stratgen.engagement.purpose import SocialRole


class Rhythm(Choice):
    """How often something is looked at."""

    DAILY = "daily", "daily"
    WEEKLY = "weekly", "weekly"
    MONTHLY = "monthly", "monthly"


class LagAction(Record):
    """What happens when an objective falls behind."""

    threshold: Answer[Annotated[str, line(3, 120)]] = ask(
        "OBJ-05", "Below which value does it lag?", "A number with its unit.", "Median over 180 minutes"
    )
    lasting: Answer[Annotated[str, line(2, 60)]] = ask(
        "OBJ-05", "For how long?", "A duration.", "Two weeks running"
    )
    action: Answer[Annotated[str, line(5, 200)]] = ask(
        "OBJ-05",
        "What happens then?",
        "An action, and who takes it.",
        "The care lead moves two agents for a week",
    )


class Clock(Choice):
    """How short the beat of an operating target is."""

    DAILY = "daily", "every day"
    HOURLY = "hourly", "every hour"


class Commitment(Choice):
    """Whether a key result is a promise or a stretch (domain 5.15)."""

    COMMITTED = "committed", "committed"
    ASPIRATIONAL = "aspirational", "aspirational"


class OperatingTarget(Record):
    """What the team steers by during a day; only for measures of flow (ruling X6)."""

    beat: Answer[Clock] = ask("OBJ-04", "Every day or every hour?", "One of two.", "daily", inner=True)
    sentence: Answer[Annotated[str, prose(5, 160)]] = ask(
        "OBJ-04",
        "What is the operating target?",
        "For the team, never for one person.",
        "No message older than an hour at the end of a shift",
        inner=True,
    )
    value: Answer[Annotated[float, Field(ge=0, le=1e9)]] = ask(
        "OBJ-04", "Which value?", "In the unit of the measure.", 60, inner=True
    )


class Steps(Record):
    """Targets at the ends of quarters before the due one; a quarter left out lies on a straight line between."""

    q1: Answer[Annotated[float, Field(ge=-1e9, le=1e9)]] | None = ask(
        "OBJ-02", "Target at the end of Q1?", "In the unit of the measure.", 45, full=True
    )
    q2: Answer[Annotated[float, Field(ge=-1e9, le=1e9)]] | None = ask(
        "OBJ-02", "Target at the end of Q2?", "In the unit of the measure.", 60, full=True
    )
    q3: Answer[Annotated[float, Field(ge=-1e9, le=1e9)]] | None = ask(
        "OBJ-02", "Target at the end of Q3?", "In the unit of the measure.", 72, full=True
    )


class Objective(Evidenced):
    """One objective."""

    id: Answer[Id] = ask(
        "OBJ-01", "Short name of the objective?", "Other answers point at it.", "answer-fast"
    )
    sentence: Answer[Annotated[str, line(15, 200)]] = ask(
        "OBJ-01",
        "What is the objective, in one sentence?",
        "What will be true for customers.",
        "Customers who ask on social get a first answer within the hour",
    )
    goal: Answer[Id] = ask(
        "OBJ-01", "Which business goal does it serve?", "The short name of a goal.", "retention"
    )
    role: Answer[SocialRole] = ask(
        "OBJ-01", "Which role of social does it serve?", "One of the roles chosen under purpose.", "support"
    )
    personas: Answer[Annotated[tuple[Annotated[str, line(2, 40)], ...], items(1, 6), UNIQUE]] = ask(
        "OBJ-01", "Which personas does it serve?", "Names of personas.", ["Everyday savers"]
    )
    kpi: Answer[Id] = ask("OBJ-02", "Which measure shows it?", "A measure of the catalogue.", "FRT")
    baseline: Answer[Figure] = ask("OBJ-02", "Where does it stand today?", "In the unit of the measure.", 340)
    target: Answer[Annotated[float, Field(ge=-1e9, le=1e9)]] = ask(
        "OBJ-02", "What is the target?", "On the better side of today.", 60
    )
    target_90th: Answer[Annotated[float, Field(gt=0, le=1e9)]] | None = ask(
        "OBJ-02",
        "Within which time are nine in ten to be answered by then?",
        "In minutes; only for the first response time, whose 90th percentile the response promise rests on.",
        240,
        full=True,
    )
    due: Answer[Quarter] = ask("OBJ-02", "By the end of which quarter?", "Q1 to Q4.", "Q4")
    steps: Steps | None = Field(default=None, title="Targets on the way")
    owner: Answer[Role] = ask("OBJ-03", "Who owns it?", "A role.", "Head of Contact Centre")
    review: Answer[Rhythm] = ask("OBJ-03", "How often is it reviewed?", "Daily, weekly or monthly.", "weekly")
    shared_on: Answer[Day] = ask("OBJ-03", "When is it shared with the team?", "A date.", "2027-01-11")
    if_it_lags: LagAction = Field(title="If it lags")
    leading_indicators: Answer[Annotated[tuple[Annotated[str, line(2, 120)], ...], items(1, 3), UNIQUE]] = (
        ask("OBJ-07", "Which leading indicators move first?", "One to three.", ["Share answered in the hour"])
    )
    operating_target: OperatingTarget | None = Field(default=None, title="Operating target")
    commitment: Answer[Commitment] | None = ask(
        "OBJ-02", "Is it committed or aspirational?", "A promise, or a stretch.", "committed", full=True
    )
    meaningful: Answer[Scale5] | None = ask(
        "OBJ-06", "How meaningful is it, from 1 to 5?", "To customers and the team.", 5, full=True
    )
    achievable: Answer[Scale5] | None = ask(
        "OBJ-06", "How achievable is it, from 1 to 5?", "As the owner sees it.", 3, full=True
    )


class FocusMetrics(Record):
    """The one measure that each quarter is steered by."""

    q1: Answer[Id] = ask("OBJ-08", "Focus metric of Q1?", "A measure of the catalogue.", "RR")
    q2: Answer[Id] = ask("OBJ-08", "Focus metric of Q2?", "A measure of the catalogue.", "FRT")
    q3: Answer[Id] = ask("OBJ-08", "Focus metric of Q3?", "A measure of the catalogue.", "FCR")
    q4: Answer[Id] = ask("OBJ-08", "Focus metric of Q4?", "A measure of the catalogue.", "CSAT")
