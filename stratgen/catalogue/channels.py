"""The channels of the trade (domain 9), and the words that people use for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from stratgen.catalogue.entry import SETTINGS, Name, Sentence

ChannelType = Literal["network", "messaging", "review", "community", "video"]
PhaseName = Literal["discover", "explore", "buy", "use", "ask", "engage"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelRule:
    """Something particular to a channel: a platform's rule or a fact, with its source."""

    __pydantic_config__ = SETTINGS

    says: Sentence
    source: Name
    checked: bool = True
    """False where nobody has read it at its source; such a rule is never printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyLimit:
    """How long a reply may be, with the source of the number."""

    __pydantic_config__ = SETTINGS

    characters: Annotated[int, Field(gt=0)]
    source: Name
    checked: bool = True
    """False where nobody has read it at its source; such a limit is never printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelEntry:
    """One channel: what kind it is, in which phases customers use it, and how to serve there."""

    __pydantic_config__ = SETTINGS

    id: str
    name: Name
    type: ChannelType
    phases: Annotated[tuple[PhaseName, ...], Field(min_length=1)]
    care: Sentence
    """Advice in our own words."""
    as_of: date
    source: Sentence
    aliases: tuple[Annotated[Name, Field(max_length=40)], ...] = ()
    also: tuple[ChannelType, ...] = ()
    """Further kinds that it is as well."""
    rules: tuple[ChannelRule, ...] = ()
    reply_window_hours: Annotated[int, Field(gt=0)] | None = None
    """How long after the customer's last message a free reply is possible; None where nothing is known."""
    reply_limit: ReplyLimit | None = None
    """The most characters a reply may have; None where nothing is known."""
    hosted: bool = False
    """True where an organisation runs its own community there."""

    def is_type(self, *kinds: str) -> bool:
        """Tell whether it is of one of these kinds."""
        return any(kind in kinds for kind in (self.type, *self.also))

    @property
    def known_limit(self) -> int | None:
        """The most characters a reply may have, where it was read at its source."""
        return self.reply_limit.characters if self.reply_limit and self.reply_limit.checked else None

    @property
    def printable_rules(self) -> tuple[ChannelRule, ...]:
        """The rules that may be printed: those read at their source."""
        return tuple(each for each in self.rules if each.checked)


@dataclass(frozen=True, slots=True)
class Refused:
    """A word for a channel that cannot be used, and why."""

    word: str
    reason: str
