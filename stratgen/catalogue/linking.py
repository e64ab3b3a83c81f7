"""What entries say of each other: every id that is named exists, no word means two channels, no work waits in a circle.

A reference to an entry that a workspace has retired is dropped; one to an entry that never was is a fault.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from stratgen.catalogue.channels import ChannelEntry
from stratgen.catalogue.libraries import InitiativeEntry
from stratgen.catalogue.reading import Reader, did_you_mean
from stratgen.catalogue.whole import plain_word

E = TypeVar("E")


def linked(
    reader: Reader, name: str, entries: Mapping[str, E], field: str, there: Iterable[str], kind: str
) -> dict[str, E]:
    """Return entries with one field of references held against the ids that there are."""
    ids = tuple(there)
    found: dict[str, E] = {}
    for key, entry in entries.items():
        value = getattr(entry, field)
        named = (value,) if isinstance(value, str) else value
        for each in named:
            if each and each not in (*ids, *reader.retired, *reader.malformed):
                reader.about(name, key, field, f'{field} "{each}" is not {kind}.', did_you_mean(each, ids))
        kept: Any = tuple(each for each in named if each in ids)
        if isinstance(value, str):
            kept = value if value in ids else ""
        found[key] = entry if kept == value else replace(entry, **{field: kept})  # type: ignore[type-var]
    return found


def words_of(reader: Reader, channels: Mapping[str, ChannelEntry]) -> dict[str, ChannelEntry]:
    """Return every word that a channel answers to; a word that two of them claim is a fault."""
    words: dict[str, ChannelEntry] = {}
    for key, entry in channels.items():
        for word in dict.fromkeys(plain_word(each) for each in (entry.id, entry.name, *entry.aliases)):
            other = words.setdefault(word, entry)
            if other is not entry:
                what = f'"{word}" already means {other.name}.'
                reader.about(
                    "channels.toml", key, "aliases", what, "Give it another name, or take the alias away."
                )
    return words


def in_no_circle(reader: Reader, initiatives: Mapping[str, InitiativeEntry]) -> None:
    """Keep a fault for every initiative that waits, by way of others, for itself."""
    for key in initiatives:
        ahead, seen = list(initiatives[key].needs), set[str]()
        while ahead:
            each = ahead.pop()
            if each == key:
                reader.about(
                    "initiatives.toml", key, "needs", "it waits for itself.", "Take one of the needs away."
                )
                break
            if each not in seen and each in initiatives:
                seen.add(each)
                ahead += initiatives[each].needs
