"""The channels of the trade (domain 9), and the words that people use for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from pydantic import ConfigDict

from stratgen.catalogue.reading import PACKAGED, read_entries, read_table

CHANNEL_FILE = "channels.toml"

ChannelType = Literal["network", "messaging", "review", "community", "video"]
PhaseName = Literal["discover", "explore", "buy", "use", "ask", "engage"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelEntry:
    """One channel: what kind it is, in which phases customers use it, and how to serve there."""

    __pydantic_config__ = ConfigDict(extra="forbid")

    id: str
    name: str
    type: ChannelType
    phases: tuple[PhaseName, ...]
    care: str
    as_of: date
    source: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A word for a channel that cannot be used, and why."""

    word: str
    reason: str


@cache
def channels(also: Path | None = None) -> Mapping[str, ChannelEntry]:
    """Return the channels by id, in the order of the catalogue; raises CatalogueError.

    `also` is a folder whose `channels.toml` adds or replaces entries.
    """
    return MappingProxyType(read_entries(CHANNEL_FILE, ChannelEntry, [PACKAGED, *([also] if also else [])]))


def channel(word: str) -> ChannelEntry | Refused | None:
    """Return the channel that a word means, whatever its case, or why it is refused, or None if unknown."""
    plain = " ".join(word.casefold().split())
    if plain in _refused():
        return Refused(word, _refused()[plain])
    return _words().get(plain)


@cache
def _words() -> Mapping[str, ChannelEntry]:
    words: dict[str, ChannelEntry] = {}
    for entry in channels().values():
        for word in (entry.id, entry.name, *entry.aliases):
            words.setdefault(word.casefold(), entry)
    return words


@cache
def _refused() -> Mapping[str, str]:
    return read_table(CHANNEL_FILE, "refused", [PACKAGED])
