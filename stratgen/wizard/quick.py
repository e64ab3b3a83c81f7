"""The quick interview: the few questions that make the most telling Draft, and how long they take.

It names questions by their place in the models and holds no words of theirs. Two channels, two personas
and two objectives make 47 questions; everything it leaves out stays to be confirmed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from stratgen.analysis.keypaths import Path, find, path_parts
from stratgen.engagement import Engagement, records
from stratgen.wizard import skips
from stratgen.wizard.plan import Question, as_grid, names_question, question_at

Step = str | tuple[str, tuple[str, ...]]
"""A question by its key path; or a list of records, begun by naming them, with the questions of each."""

STEPS: tuple[Step, ...] = (
    "engagement.client.legal_name",
    "engagement.client.short_name",
    "engagement.sector",
    "engagement.countries",
    "engagement.pack.date",
    "engagement.first_quarter_starts",
    "engagement.meeting.body",
    "engagement.meeting.date",
    ("engagement.business_goals", ()),
    "purpose.reason",
    "purpose.driver",
    "purpose.role",
    "purpose.service_channel",
    ("personas", ("share", "need")),
    (
        "channels",
        ("evidence", "needing_reply", "response_rate", "first_response_minutes", "presence"),
    ),
    "maturity.investment",
    "maturity.innovation",
    ("objectives", ("kpi", "evidence", "baseline", "target", "due", "owner")),
    "board.resolutions[0].text",
    "board.if_nothing_is_decided",
    "vision.year_end",
)

SECONDS = 20
"""What a prompt takes on average, answer and all."""


def questions(engagement: Engagement) -> Iterator[Question]:
    """Yield the questions of the quick interview that apply now, in order."""
    for step in STEPS:
        if isinstance(step, str):
            yield _one(path_parts(step))
        else:
            yield from _each(path_parts(step[0]), step[1], engagement)


def path_of(step: Step) -> Path:
    """Return the path of a step: of its question, or of its list."""
    return path_parts(step if isinstance(step, str) else step[0])


def _one(path: Path) -> Question:
    question = question_at(path)
    return as_grid(question) or question


def _each(path: Path, names: tuple[str, ...], engagement: Engagement) -> Iterator[Question]:
    yield names_question(path)
    there = records(find(engagement, path))
    for position in range(len(there)):
        for name in names:
            if name != "presence" or records(engagement.personas):
                each = question_at((*path, position, name))
                if not skips.applies(each.model, each.path, engagement):
                    continue
                yield replace(each, optional=False) if name == "evidence" else each


USUAL = 2
"""How many channels, personas and objectives a quick interview is expected to have."""


def length(engagement: Engagement) -> int:
    """Return how many prompts the quick interview has, with the usual number of records where none is named yet."""
    there = (records(getattr(engagement, name)) for name in ("channels", "personas", "objectives"))
    return expected(*(len(each) or USUAL for each in there))


def expected(channels: int = USUAL, personas: int = USUAL, objectives: int = USUAL) -> int:
    """Return how many prompts the quick interview has for so many channels, personas and objectives."""
    counts = {"channels": channels, "personas": personas, "objectives": objectives}
    total = 0
    for step in STEPS:
        total += 1 if isinstance(step, str) else 1 + len(step[1]) * counts.get(step[0], 0)
    return total


def minutes(prompts: int) -> int:
    """Return about how many minutes so many prompts take."""
    return max(1, round(prompts * SECONDS / 60))
