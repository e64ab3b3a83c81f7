"""Module 12, tactics (TAC) and tools (TOOL)."""

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
    Record,
    Role,
    ask,
    items,
    line,
    prose,
)


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
    formats: Answer[Annotated[tuple[Annotated[str, line(2, 40)], ...], items(1, 8), UNIQUE]] | None = ask(
        "TAC-02", "In which formats?", "Names of formats.", ["short video", "live thread"], full=True
    )
    help_share: Answer[Percent] | None = ask(
        "TAC-02", "Which share of posts helps, in percent?", "The five shares make 100.", 40, full=True
    )
    conversation_share: Answer[Percent] | None = ask(
        "TAC-02", "Which share opens a conversation, in percent?", "Of all posts.", 25, full=True
    )
    community_share: Answer[Percent] | None = ask(
        "TAC-02", "Which share comes from the community, in percent?", "Of all posts.", 15, full=True
    )
    brand_story_share: Answer[Percent] | None = ask(
        "TAC-02", "Which share tells the brand's story, in percent?", "Of all posts.", 10, full=True
    )
    promotion_share: Answer[Percent] | None = ask(
        "TAC-02",
        "Which share of posts promotes something, in percent?",
        "Over 20 is a warning.",
        10,
        full=True,
    )


class Experience(Record):
    """An experience that people pass on by word of mouth."""

    idea: Answer[Annotated[str, prose(10, 240)]] = ask(
        "TAC-03",
        "What is the experience?",
        "Something that people would tell others about.",
        "A first-salary thread in which an agent walks twenty savers through their first budget",
        inner=True,
    )
    persona: Answer[Annotated[str, line(2, 40)]] = ask(
        "TAC-03", "For which persona?", "A name of the personas.", "Everyday savers", inner=True
    )
    channel: Answer[Annotated[str, line(1, 40)]] = ask(
        "TAC-03", "On which channel?", "As in the audit.", "facebook", inner=True
    )
    cost: Answer[Amount] = ask("TAC-03", "What does it cost?", "In the pack's currency.", 40_000, inner=True)
    incentive: Answer[bool] = ask(
        "TAC-03",
        "Does it give people something of value?",
        "A reward, a prize or a discount; it then has to be disclosed, and never rewards a review.",
        False,
        inner=True,
    )


class Stories(Record):
    """What the organisation gives people to tell."""

    experiences: Answer[Annotated[tuple[Experience, ...], items(0, 4)]] | None = ask(
        "TAC-03", "Which unique experiences earn word of mouth?", "Two are enough.", [], full=True
    )
    own_journey: Answer[Annotated[str, prose(10, 400)]] | None = ask(
        "TAC-04",
        "What of your own journey will you share openly?",
        "Something that is not finished yet.",
        "How we rebuild our fee letters, with the drafts that readers did not understand",
        full=True,
    )


class ToolCandidate(Record):
    """A tool that is being considered, marked against the criteria of the catalogue."""

    name: Answer[Annotated[str, line(2, 80)]] = ask(
        "TOOL-03", "Which tool is considered?", "Its name or kind.", "Care platform A", inner=True
    )
    must_haves: Answer[dict[Id, bool]] = ask(
        "TOOL-03",
        "Which of the must-haves does it meet?",
        "A tool that misses one of them is out, whatever its scores.",
        {"queues": True, "reporting": True, "access": True, "audit": True},
        inner=True,
    )
    scores: Answer[dict[Id, Annotated[int, Field(ge=0, le=5)]]] = ask(
        "TOOL-03",
        "How does it score on each criterion, 0 to 5?",
        "The criteria of a care tool, with the catalogue's weights.",
        {"coverage": 4, "routing": 5, "crm": 3, "cost": 3},
        inner=True,
    )
    cost: Answer[Amount] = ask(
        "TOOL-03", "What does it cost in year one?", "In the pack's currency.", 900_000, inner=True
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
        "TOOL-01", "Which tools are in use?", "Those that social media is worked with.", []
    )
    capabilities: ToolCapabilities = Field(title="What the tools can do")
    candidates: Answer[Annotated[tuple[ToolCandidate, ...], items(0, 6)]] | None = ask(
        "TOOL-03", "Which tools are considered, and how do they score?", "None to six.", [], full=True
    )
    decide_by: Answer[Day] | None = ask(
        "TOOL-03", "By when is the tool chosen?", "A date in the roadmap year.", "2027-05-31", full=True
    )
    basis: Answer[Annotated[str, prose(5, 300)]] | None = ask(
        "TOOL-04",
        "Which technology carries the programme?",
        "One sentence.",
        "The contact centre platform",
        full=True,
    )
