"""Words as they stand in a sentence: counts, names within it, its first letter. One piece for every room that writes."""

from __future__ import annotations

_WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def number_word(count: int) -> str:
    """Return a count as it stands in a sentence: a word up to nine, digits above."""
    return _WORDS[count] if 0 <= count < len(_WORDS) else str(count)


def inside(name: str) -> str:
    """Return a name as it stands within a sentence: its first letter is small, unless a capital follows."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def who_sits(body: object) -> str:
    """Return what those are called who sit on a body, by its name: trustees, directors, or else members."""
    name = body.casefold() if isinstance(body, str) else ""
    return next(
        (f"{word}s" for word in ("trustee", "director", "governor", "councillor") if word in name), "members"
    )


def upper(text: str) -> str:
    """Return a text with a capital first letter."""
    return text[:1].upper() + text[1:]
