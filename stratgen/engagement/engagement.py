"""The whole mandate: every module, in the order of the interview."""

from typing import Annotated, Literal

from pydantic import Field

from stratgen.engagement.answer import Answer, Day, Record, Role, ask, items, line, prose
from stratgen.engagement.baseline import Baseline
from stratgen.engagement.board import BoardCase
from stratgen.engagement.channels import Channel
from stratgen.engagement.escalation import Governance
from stratgen.engagement.maturity import Maturity
from stratgen.engagement.objectives import FocusMetrics, Objective
from stratgen.engagement.personas import Persona
from stratgen.engagement.policy import Policy
from stratgen.engagement.progress import Progress
from stratgen.engagement.purpose import Purpose
from stratgen.engagement.risks import Risk
from stratgen.engagement.service import Service
from stratgen.engagement.setup import SetUp
from stratgen.engagement.stakeholders import LegacyPractice, SourceProblem, Stakeholder
from stratgen.engagement.tactics import Stories, Tactic, Tools
from stratgen.engagement.team import Team
from stratgen.engagement.terms import Credo, Terms
from stratgen.engagement.training import Training
from stratgen.engagement.vision import Alignment, FirstContact, Initiative, ReviewRhythm, SignOff, Vision
from stratgen.engagement.voice import Voice

SCHEMA_VERSION = 1


class Override(Record):
    """A warning that somebody has looked at and accepted, until the answer it is about changes."""

    rule: Annotated[str, line(1, 20)] = Field(title="Which rule?", description="Its id.", examples=["V23"])
    about: Annotated[str, line(1, 200)] = Field(
        default="",
        title="About which answer?",
        description="Its key path, if the rule warns of several.",
        examples=["initiatives"],
    )
    reason: Annotated[str, prose(10, 300)] = Field(
        title="Why is it accepted?",
        description="It prints in annex B.",
        examples=["The second quarter is kept free for the core banking move"],
    )
    by: Role = Field(title="Who accepts it?", description="A role.", examples=["Chief Customer Officer"])
    when: Day = Field(title="When?", description="A date.", examples=["2026-11-12"])
    answer: Annotated[str, line(0, 80)] = Field(
        default="",
        title="Fingerprint of the answer",
        examples=["3f9a1c20"],
        description="`stratgen check` prints it; when the answer changes, the warning comes back.",
    )


class Engagement(Record):
    """Everything that a client has told us, as one frozen value."""

    schema_version: Literal[1] = Field(
        title="Version of the answer file's layout", description="1.", examples=[SCHEMA_VERSION]
    )
    engagement: SetUp = Field(title="Set-up")
    purpose: Purpose = Field(title="Purpose")
    personas: Answer[Annotated[tuple[Persona, ...], items(1, 6)]] = ask(
        "PER-01", "Which personas are there?", "One to six.", []
    )
    channels: Answer[Annotated[tuple[Channel, ...], items(1, 30)]] = ask(
        "CHN-01", "Which channels does the strategy look at?", "One to thirty.", []
    )
    service: Service = Field(title="Today's social service")
    stakeholders: Answer[Annotated[tuple[Stakeholder, ...], items(1, 30)]] = ask(
        "STK-01", "Which stakeholders are there?", "Three or more; one to thirty.", []
    )
    legacy_practices: Answer[Annotated[tuple[LegacyPractice, ...], items(1, 8)]] = ask(
        "NEU-01", "Which habits, rules or practices must stop?", "One to eight.", []
    )
    source_problems: Answer[Annotated[tuple[SourceProblem, ...], items(0, 5)]] | None = ask(
        "NEU-02",
        "Which inefficiencies does social bring to light that must be mended at their source?",
        "None to five.",
        [],
        full=True,
    )
    team: Team = Field(title="Team and organisation")
    baseline: Baseline = Field(title="Baseline of the measures")
    maturity: Maturity = Field(title="Maturity")
    objectives: Answer[Annotated[tuple[Objective, ...], items(1, 8)]] = ask(
        "OBJ-01", "Which objectives are set?", "One to eight.", []
    )
    focus_metrics: FocusMetrics = Field(title="Focus metric of each quarter")
    tactics: Answer[Annotated[tuple[Tactic, ...], items(0, 30)]] = ask(
        "TAC-01", "What is done on each channel?", "One for each channel that is worked.", []
    )
    stories: Stories = Field(default_factory=Stories, title="Stories and experiences")
    tools: Tools = Field(title="Tools")
    voice: Voice = Field(title="Voice")
    terms: Terms = Field(title="Terms of engagement")
    credo: Credo = Field(title="Credo")
    governance: Governance = Field(title="Escalation and approval")
    training: Answer[Annotated[tuple[Training, ...], items(0, 7)]] = ask(
        "TRN-01", "Who will be trained?", "One record an audience.", []
    )
    policy: Policy = Field(title="Employee engagement policy")
    risks: Answer[Annotated[tuple[Risk, ...], items(1, 15)]] = ask(
        "RSK", "Which risks are there?", "3 to 15.", []
    )
    board: BoardCase = Field(title="Board case")
    vision: Vision = Field(title="Vision")
    initiatives: Answer[Annotated[tuple[Initiative, ...], items(1, 24)]] = ask(
        "VIS-06", "Which initiatives make the roadmap?", "4 to 24.", []
    )
    alignment: Alignment = Field(title="Marketing and care")
    first_contact: FirstContact = Field(title="First contact resolution")
    rhythm: ReviewRhythm = Field(title="Review rhythm")
    progress: Progress | None = Field(default=None, title="Progress since the start")
    sign_off: Answer[Annotated[tuple[SignOff, ...], items(0, 12)]] = ask(
        "SIGN-01", "Who has reviewed the pack?", "One record a function.", []
    )
    overrides: tuple[Override, ...] = Field(
        default=(),
        title="Accepted warnings",
        description="Warnings that somebody has looked at and accepted.",
        examples=[[]],
    )
