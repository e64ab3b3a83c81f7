"""How an organisation answers (domain 11): four levels of severity, and who approves which kind of content.

These are stratgen's own defaults, to be edited by every client.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

from stratgen.catalogue.entry import SETTINGS, Aside, Line, Name, Sentence

SEATS = ("replies", "lead", "care", "communications", "publishing", "marketing", "legal", "compliance", "executive",
         "chief", "board")  # fmt: skip
"""Who can hold a part in every organisation; by which answers, `analysis.seats` knows."""


def _seat(name: str) -> str:
    """Return a role as it is written; raises ValueError for a seat ("@lead") that nobody knows."""
    if name.startswith("@") and name[1:] not in SEATS:
        raise ValueError(
            f'"{name}" is no seat; write a role, or one of {", ".join(f"@{each}" for each in SEATS)}'
        )
    return name


Role = Annotated[Name, AfterValidator(_seat)]
"""A role as the client calls it, or a seat such as "@lead" that the client's answers fill."""

Minutes = Annotated[int, Field(gt=0, le=100_000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeverityEntry:
    """One level of severity: what sets it off, who acts, and how fast."""

    __pydantic_config__ = SETTINGS

    id: str
    level: Annotated[int, Field(ge=1, le=4)]
    name: Name
    sets_off: Sentence
    example: Sentence
    first_responder: Role
    decision_owner: Role
    backup: Role
    approvers: tuple[Role, ...]
    acknowledge_minutes: Minutes
    update_minutes: Minutes | None = None
    """None where no clock runs."""
    pause_scheduled_posts: bool
    tell_board: bool
    board_contact: Annotated[Aside, AfterValidator(_seat)] = ""
    board_minutes: Minutes | None = None
    """Within how many minutes the board's contact is told; None where the board is not."""
    review_days: Annotated[int, Field(gt=0, le=90)] | None = None
    """Working days within which the case is looked back on; None where it need not be."""
    as_of: date
    source: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalEntry:
    """One kind of content: who approves it in turn, and how long they may take together."""

    __pydantic_config__ = SETTINGS

    id: str
    name: Name
    covers: Sentence
    path: tuple[Role, ...]
    """The roles that approve, in order; empty where nobody has to."""
    minutes: Minutes | None = None
    """The longest that all of them may take, in working minutes; None where nobody has to."""
    deputy: Annotated[Aside, AfterValidator(_seat)] = ""
    """The role that stands in once the time is over."""
    why: Line
    as_of: date
    source: Sentence
