"""Module 14, education (TRN): who learns what."""

from typing import Annotated

from pydantic import Field

from stratgen.engagement.answer import (
    UNIQUE,
    Answer,
    Choice,
    Percent,
    Quarter,
    Record,
    ask,
    items,
)


class Audience(Choice):
    """Who is trained."""

    RELATIONSHIP_MANAGERS = "relationship_managers", "Relationship managers"
    CX_AGENTS = "cx_agents", "People who answer customers"
    COMMUNITY_MANAGERS = "community_managers", "Community managers"
    MARKETERS = "marketers", "Marketers"
    EXPERTS = "experts", "Experts who answer in their field"
    EXECUTIVES = "executives", "Executives"
    ALL_STAFF = "all_staff", "All staff"


class TrainingModule(Choice):
    """What is taught."""

    OPERATING = "operating", "Operating the channel"
    POLICY = "policy", "Policy and terms"
    VOICE = "voice", "Voice"
    ESCALATION = "escalation", "Escalation"
    DATA = "data_security", "Data and security"
    ACCESSIBILITY = "accessibility", "Accessibility"
    AI = "ai_disclosure", "AI and disclosure"
    WELLBEING = "wellbeing", "Wellbeing"


class Training(Record):
    """What one audience learns, and by when."""

    audience: Answer[Audience] = ask("TRN-01", "Who is trained?", "One audience.", "cx_agents")
    modules: Answer[Annotated[tuple[TrainingModule, ...], items(1, 8), UNIQUE]] = ask(
        "TRN-02",
        "Which modules do they take?",
        "Operating and policy at least for agents.",
        ["operating", "policy"],
    )
    trained_today: Answer[Percent] = ask(
        "TRN-03", "Which share is trained today, in percent?", "0 to 100.", 15
    )
    target: Answer[Percent] = ask("TRN-03", "Which share should be?", "Percent.", 100)
    by: Answer[Quarter] = ask("TRN-03", "By the end of which quarter?", "Q1 to Q4.", "Q2")
    refresh_months: Answer[Annotated[int, Field(ge=1, le=60)]] = ask(
        "TRN-03", "Refreshed every how many months?", "12 or fewer is advised.", 12
    )
    certified_before_posting: Answer[bool] | None = ask(
        "TRN-04", "Do they pass a test before they post?", "Yes or no.", True, full=True
    )
