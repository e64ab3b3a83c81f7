"""Module 12, tactics (TAC) and tools (TOOL)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from stratgen.engagement.answer import Answer, Choice, Percent, Record, Role, ask, items, line, prose


class ToolPurpose(Choice):
    """What a tool was built for."""

    BROADCAST = "broadcast", "Publishing"
    LISTENING = "listening", "Listening"
    CARE = "care", "Care"
    SUITE = "suite", "Suite"


class Tactic(Record):
    """What is done on one channel that fits only this channel."""

    channel: Answer[Annotated[str, line(1, 40)]] = ask(
        "TAC-01", "On which channel?", "As in the audit.", "facebook"
    )
    idea: Answer[Annotated[str, prose(10, 240)]] = ask(
        "TAC-01",
        "Which content idea fits only this channel?",
        "No two channels alike.",
        "Payday Friday: a live thread that answers balance and fee questions",
    )
    posts_a_week: Answer[Annotated[float, Field(ge=0, le=500)]] | None = ask(
        "TAC-02", "How many posts a week?", "A number.", 3, full=True
    )
    promotion_share: Answer[Percent] | None = ask(
        "TAC-02",
        "Which share of posts promotes something, in percent?",
        "Over 20 is a warning.",
        10,
        full=True,
    )


class Tool(Record):
    """A tool in use."""

    name: Answer[Annotated[str, line(2, 80)]] = ask(
        "TOOL-01", "Which tool?", "Its name or kind.", "Publishing tool"
    )
    purpose: Answer[ToolPurpose] = ask(
        "TOOL-01", "What was it built for?", "Publishing is not care.", "broadcast"
    )
    owner: Answer[Role] = ask("TOOL-01", "Who owns it?", "A role.", "Head of Marketing")


class ToolCapabilities(Record):
    """What the tools in use can do between one agent and one customer."""

    queues: Answer[bool] = ask("TOOL-02", "Does any tool give one-to-one queues?", "Yes or no.", False)
    history: Answer[bool] = ask("TOOL-02", "Does any tool show the customer's history?", "Yes or no.", False)
    handling_time: Answer[bool] = ask("TOOL-02", "Does any tool give handling times?", "Yes or no.", False)
    response_time: Answer[bool] = ask(
        "TOOL-02", "Does any tool give first-response times?", "Yes or no.", False
    )


class Tools(Record):
    """What the work is done with."""

    in_use: Answer[Annotated[tuple[Tool, ...], items(0, 12)]] = ask(
        "TOOL-01", "Which tools are in use?", "Leave the list empty if there are none.", []
    )
    capabilities: ToolCapabilities = Field(title="What the tools can do")
    basis: Answer[Annotated[str, prose(5, 300)]] | None = ask(
        "TOOL-04",
        "Which technology carries the programme?",
        "One sentence.",
        "The contact centre platform",
        full=True,
    )
