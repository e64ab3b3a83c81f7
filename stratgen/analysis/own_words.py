"""The client's own words: every text that was typed as an answer, and none of our labels."""

from __future__ import annotations

from collections.abc import Iterator

from stratgen.engagement import Choice, Engagement
from stratgen.engagement.answer import Record, Unknown


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
                yield from _texts(getattr(value, name))
        case dict():
            for key, entry in value.items():
                yield from (*_texts(key), *_texts(entry))
        case tuple() | list():
            for each in value:
                yield from _texts(each)
