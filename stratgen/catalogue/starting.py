"""What an interview can start from: sentences for the credo and the terms, and who is trained in what.

These are stratgen's own defaults, to be accepted, edited or refused by every client; they say nothing about one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from stratgen.catalogue.entry import SETTINGS, Aside, Line, Name, Ref, Sentence

StatementKind = Literal[
    "commitment", "silence", "go_private", "never_ask", "moderation", "house_rule", "definition"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementEntry:
    """One sentence that an answer can start from."""

    __pydantic_config__ = SETTINGS

    id: str
    kind: StatementKind
    says: Sentence
    does: Aside = ""
    """For a rule of moderation: what is done."""
    why: Line
    """In words that follow "because"."""
    as_of: date
    source: Sentence

    @model_validator(mode="after")
    def _whole(self) -> StatementEntry:
        if (self.kind == "moderation") != bool(self.does):
            raise ValueError("does belongs to a rule of moderation, and to nothing else")
        if self.kind != "definition" and len(self.says) > 160 - 40 * (self.kind == "never_ask"):
            raise ValueError("says is too long for the answer it may become")
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class AudienceEntry:
    """People who are trained, and the modules that they take."""

    __pydantic_config__ = SETTINGS

    id: str
    name: Name
    modules: Annotated[tuple[Ref, ...], Field(min_length=1)]
    refresh_months: Annotated[int, Field(ge=1, le=60)]
    forced: bool = False
    """They are trained wherever a service channel is part of the intent."""
    why: Line
    """In words that follow "because"."""
    as_of: date
    source: Sentence
