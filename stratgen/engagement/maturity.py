"""Module 9, maturity (MAT): the Observer diagnostics and axes, the nine areas, the board.

The frameworks belong to others and are credited in annex A; the statements and anchors are
stratgen's own (domain 4.9).
"""

from typing import Annotated

from pydantic import Field

from stratgen.engagement.answer import Answer, Choice, Level4, Record, Scale5, ask, items, prose

_LEVELS = "0 none, 1 ad hoc, 2 partial, 3 established, 4 leading."


class Segment(Choice):
    """A segment of the Social Maturity Index."""

    OBSERVER = "observer", "Observer"
    CONSERVATIVE = "conservative", "Conservative"
    CONTENDER = "contender", "Contender"
    LEADER = "leader", "Leader"


class Action(Choice):
    """Whether something is being done about an area."""

    NONE = "none", "none"
    PLANNED = "planned", "planned"
    UNDERWAY = "underway", "underway"


class Diagnostics(Record):
    """Four traits of an organisation that looks on."""

    content_marketing: Answer[bool] = ask(
        "SMI-D1", "Is social treated mainly as content marketing inside the company?", "Yes or no.", True
    )
    watch_more_than_answer: Answer[bool] = ask(
        "SMI-D2", "Do we watch more than we answer?", "Yes or no.", True
    )
    rules_block: Answer[bool] = ask("SMI-D3", "Do industry rules block social activity?", "Yes or no.", False)
    ad_hoc_replies: Answer[bool] = ask(
        "SMI-D4", "Are replies, if any, ad hoc, rigid or robotic?", "Yes or no.", True
    )


class Investment(Record):
    """The investment axis, five statements of 0 to 4."""

    budget: Answer[Level4] = ask("SMI-V1", "Budget for social care, sized to volume?", _LEVELS, 1)
    people: Answer[Level4] = ask("SMI-V2", "Trained people, staffed to volume?", _LEVELS, 1)
    tool: Answer[Level4] = ask(
        "SMI-V3", "A care tool with routing, history, response clock and audit trail?", _LEVELS, 0
    )
    training: Answer[Level4] = ask("SMI-V4", "A programme for training and quality?", _LEVELS, 1)
    sponsor: Answer[Level4] = ask(
        "SMI-V5", "An executive sponsor with time, and funded hours of cover?", _LEVELS, 2
    )


class Innovation(Record):
    """The innovation axis, five statements of 0 to 4."""

    in_channel: Answer[Level4] = ask(
        "SMI-N1", "Issues solved in the channel where they are raised?", _LEVELS, 1
    )
    empowered: Answer[Level4] = ask("SMI-N2", "Agents who decide and write in their own words?", _LEVELS, 1)
    new_channels: Answer[Level4] = ask("SMI-N3", "New service channels adopted and promoted?", _LEVELS, 2)
    comparable: Answer[Level4] = ask(
        "SMI-N4", "Measures comparable with other channels, tests run?", _LEVELS, 1
    )
    insight: Answer[Level4] = ask(
        "SMI-N5", "Insight from social that changes products or policy?", _LEVELS, 1
    )


class Resistance(Record):
    """How much resistance each axis would meet, 1 (little) to 5 (much)."""

    investment: Answer[Scale5] = ask("SMI-R", "How much resistance would more investment meet?", "1 to 5.", 4)
    innovation: Answer[Scale5] = ask("SMI-R", "How much resistance would more innovation meet?", "1 to 5.", 2)


class Area(Record):
    """One of the nine areas: its level, 1 to 4, and whether something is being done."""

    level: Answer[Annotated[int, Field(ge=1, le=4)]] = ask(
        "N2N", "Which of the four descriptions fits best today?", "1 naive to 4 natural.", 2
    )
    action: Answer[Action] | None = ask(
        "N2N", "Is action underway?", "None, planned or underway.", "planned", full=True
    )


ANCHORS: dict[str, tuple[str, str, str, str]] = {
    "people": (
        "Whoever is free posts and answers",
        "Trained in product and process",
        "Chosen for empathy and writing, and coached",
        "Empowered, and rewarded for how customers feel afterwards",
    ),
    "customer_strategy": (
        "No plan for social",
        "Each department has channel plans",
        "A defined social experience inside the customer strategy",
        "Social helps set customer and business strategy",
    ),
    "systems": (
        "Native apps and shared logins",
        "A publishing tool that marketing owns",
        "A care tool with routing and history",
        "One view of the customer for everyone who serves",
    ),
    "measurement": (
        "Followers and likes, or nothing",
        "Volumes and speed",
        "Satisfaction, resolution and sentiment, with actions",
        "Emotion, loyalty and value, reviewed by executives",
    ),
    "channel_approach": (
        "Customers are sent elsewhere",
        "Present, but each channel stands alone",
        "Solved in channel and joined up",
        "Customers choose and move freely, and help comes before they ask",
    ),
    "expectations": (
        "Not known",
        "Known from complaints",
        "Researched by persona, reason and feeling",
        "Anticipated, and worked out with the community",
    ),
    "marketing_and_brand": (
        "Broadcast, with promises made without care",
        "Care and campaigns know of each other",
        "One voice, one calendar, and the promise is tested",
        "The experience is the brand",
    ),
    "process": (
        "None, or improvised",
        "Scripts and service levels drawn from the inside",
        "Designed round the customer's journey",
        "Redesigned all the time from feedback",
    ),
    "culture_and_leadership": (
        "Seen as a toy or a threat",
        "Delegated as tactics",
        "Sponsored and reviewed every quarter",
        "Leaders take part in sight; decisions start from the customer",
    ),
}
"""What each area looks like at levels 1 to 4, by field."""


def _area(ref: str, title: str, anchors: tuple[str, ...]) -> Area:
    """Return the field of one area, with its four anchored descriptions as help."""
    words = " ".join(f"{level} {anchor}." for level, anchor in enumerate(anchors, 1))
    field: Area = Field(title=title, description=words, json_schema_extra={"ref": ref, "level": "core"})
    return field


class NaiveToNatural(Record):
    """The nine areas of Naive to Natural, applied to social, with anchors of our own."""

    people: Area = _area("N2N-1", "People", ANCHORS["people"])
    customer_strategy: Area = _area("N2N-2", "Customer strategy", ANCHORS["customer_strategy"])
    systems: Area = _area("N2N-3", "Systems", ANCHORS["systems"])
    measurement: Area = _area("N2N-4", "Measurement", ANCHORS["measurement"])
    channel_approach: Area = _area("N2N-5", "Channel approach", ANCHORS["channel_approach"])
    expectations: Area = _area("N2N-6", "Customer expectations", ANCHORS["expectations"])
    marketing_and_brand: Area = _area("N2N-7", "Marketing and brand", ANCHORS["marketing_and_brand"])
    process: Area = _area("N2N-8", "Process", ANCHORS["process"])
    culture_and_leadership: Area = _area("N2N-9", "Culture and leadership", ANCHORS["culture_and_leadership"])


class BoardUnderstanding(Record):
    """How the board stands to social, 0 to 4 each."""

    last_discussed: Answer[Level4] = ask(
        "BRD-01",
        "When did the board last discuss social?",
        "0 never, 1 over 24 months ago, 2 over 12, 3 within 12, 4 a standing item.",
        1,
    )
    view: Answer[Level4] = ask(
        "BRD-02",
        "How does the board see it?",
        "0 nuisance, 1 tactical promotion, 2 service tool, 3 customer channel, 4 strategic.",
        1,
    )
    information: Answer[Level4] = ask(
        "BRD-03",
        "Which social information reaches the board?",
        "0 none, 1 now and then, 2 yearly, 3 half-yearly, 4 quarterly.",
        0,
    )
    loyalty_or_threat: Answer[Level4] | None = ask(
        "BRD-04",
        "Is social felt as a threat or as a builder of loyalty?",
        "0 threat to 4 builder.",
        1,
        full=True,
    )
    appetite: Answer[Level4] | None = ask(
        "BRD-05",
        "What is the board's appetite for public conversation?",
        "0 averse to 4 open.",
        1,
        full=True,
    )


class DerivedItem(Choice):
    """An item of the maturity module that also follows from other answers (domain 5.2, 5.3)."""

    D1 = "SMI-D1", "Social as content marketing"
    D2 = "SMI-D2", "Watching more than answering"
    D3 = "SMI-D3", "Rules that block social"
    D4 = "SMI-D4", "Ad hoc replies"
    V2 = "SMI-V2", "Investment: people (from staffing alone, not training)"
    V3 = "SMI-V3", "Investment: tool"
    V4 = "SMI-V4", "Investment: training"
    N1 = "SMI-N1", "Innovation: solved in the channel"
    N4 = "SMI-N4", "Innovation: comparable measures"
    PEOPLE = "N2N-1", "Area: people"
    SYSTEMS = "N2N-3", "Area: systems"
    MEASUREMENT = "N2N-4", "Area: measurement"
    PROCESS = "N2N-8", "Area: process"


class Departure(Record):
    """Why an item stands at another level than the one that follows from the other answers."""

    item: Answer[DerivedItem] = ask("SMI-V2", "Which item?", "Its id.", "SMI-V2", inner=True)
    reason: Answer[Annotated[str, prose(10, 300)]] = ask(
        "SMI-V2",
        "Why does it stand at another level than the derived one?",
        "One sentence; it prints in annex A.",
        "The four agents start in January; the contracts are signed",
        inner=True,
    )


class Maturity(Record):
    """Where the organisation stands."""

    diagnostics: Diagnostics = Field(title="Observer diagnostics")
    investment: Investment = Field(title="Investment")
    innovation: Innovation = Field(title="Innovation")
    resistance: Resistance = Field(title="Where resistance is lower")
    areas: NaiveToNatural = Field(title="Nine areas")
    board: BoardUnderstanding = Field(title="The board")
    departures: Answer[Annotated[tuple[Departure, ...], items(0, 13)]] | None = ask(
        "SMI-V2",
        "Which items stand at another level than the derived one, and why?",
        "One record an item; leave out if none does.",
        [],
        full=True,
    )
