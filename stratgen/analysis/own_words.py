"""The client's own words: every text that was typed as an answer, and none of our labels."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratgen.catalogue import Catalogue, country
from stratgen.engagement import Choice, Engagement, Figure, known, records
from stratgen.engagement.answer import Record, Unknown

_CALENDAR = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    "Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays",
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December", "Christmas", "Easter", "Ramadan", "Diwali", "I",
)  # fmt: skip
_OURS = {"customer", "customers"}
"""Words of every sentence of ours: a title such as Chief Customer Officer makes no name of them."""
_WORD = re.compile(r"\w+")
_INSIDE = re.compile(r"(?<=[\w,;)] )[A-Z]\w+")


def own_words(engagement: Engagement) -> frozenset[str]:
    """Return every text of the answers once: sentences, names, sources, and the reasons of what is open."""
    return frozenset(_texts(engagement))


def _texts(value: object) -> Iterator[str]:
    match value:
        case Choice():
            return  # its word belongs to the file, its label to us
        case str():
            yield value
        case Record() | Unknown():
            for name in type(value).model_fields:
                if not (isinstance(value, Figure) and name == "unit"):  # nearly always the question's own
                    yield from _texts(getattr(value, name))
        case dict():
            for key, entry in value.items():
                yield from (*_texts(key), *_texts(entry))
        case tuple() | list():
            for each in value:
                yield from _texts(each)


def proper_words(engagement: Engagement, catalogue: Catalogue) -> frozenset[str]:
    """Return the words that keep their capital inside a sentence: names, days, months, and what the client writes so.

    A word of the answers counts where it bears a capital inside a sentence, and never stands without one.
    """
    texts = own_words(engagement)
    small = {word for text in texts for word in _WORD.findall(text) if word.islower()} | _OURS
    capital = {word for text in texts for word in _INSIDE.findall(text)}
    capital |= {word for name in _channels(engagement, catalogue) for word in _WORD.findall(name)[:1]}
    named = {word for name in _names(engagement, catalogue) for word in _WORD.findall(name)[:1]}
    return frozenset(_CALENDAR) | named | {word for word in capital if word.lower() not in small}


def _names(engagement: Engagement, catalogue: Catalogue) -> Iterator[str]:
    mandate = engagement.engagement
    yield from (name for name in (known(mandate.client.short_name), known(mandate.client.legal_name)) if name)
    yield from (name for code in records(mandate.countries) if (name := country(code)))
    yield from (name for each in catalogue.channels.values() if not _is_phrase(name := each.name))


def _channels(engagement: Engagement, catalogue: Catalogue) -> Iterator[str]:
    """Return the channels that the client named in words of its own; the catalogue's ids are no names."""
    given = (known(each.channel) for each in records(engagement.channels))
    yield from (name for name in given if name and catalogue.channel(name) is None)


def _is_phrase(name: str) -> bool:
    """Return whether a channel's name is ordinary words ("App store reviews") rather than a name."""
    first, *rest = _WORD.findall(name)
    return bool(rest) and first[1:].islower() and rest[0].islower()
