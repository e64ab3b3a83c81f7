"""The small words of every message: how a value is shown, an example written, a near miss guessed.

A message says what is wrong and how to mend it, and never names a type or a library.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from stratgen.answers import dumping
from stratgen.answers.nodes import Plain
from stratgen.answers.shapes import Kind, Shape

_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Message:
    """What is wrong, and how to mend it."""

    what: str
    mend: str = ""


def shown(value: Plain) -> str:
    """Return a value as it may stand in a message: text in quotes, nothing longer than a line."""
    if isinstance(value, str):
        short = " ".join(value.split())
        return f'"{short[:47]}…"' if len(short) > 48 else f'"{short}"'
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "nothing"
    if isinstance(value, (list, tuple)):
        return "a list"
    return "a group of keys" if isinstance(value, dict) else f"{value:.12g}"


def count(number: int, noun: str) -> str:
    """Return "there is 1 item" or "there are 2 items"."""
    return f"there is 1 {noun}" if number == 1 else f"there are {number} {noun}s"


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """Return the sentence that offers the nearest choice, and an empty text where none is near."""
    near = nearest(word, choices)
    return f'Did you mean "{near}"?' if near else ""


def nearest(word: str, choices: Iterable[str]) -> str:
    """Return the choice that a word was probably meant to be; an empty text where none is near."""
    options = {choice.casefold(): choice for choice in choices}
    key = word.strip().casefold().replace(" ", "_").replace("-", "_")
    for each in (word.strip().casefold(), key):
        if each in options:
            return options[each]
    near = get_close_matches(key[:80], options, n=1, cutoff=0.6)
    return options[near[0]] if near else ""


def example(shape: Shape) -> str:
    """Return the example answer in one line of YAML; nothing where it is long or empty."""
    answer = shape.example
    if answer in (None, "", [], {}):
        return ""
    text = dumping.inline(answer)
    return text if len(text) <= _LONGEST else ""


def like(shape: Shape) -> str:
    """Return the sentence that shows how an answer is written."""
    answer = example(shape)
    return f"Write it like: {answer}" if answer else str(shape.field.description or "Write it anew.")


def no_answer(shape: Shape) -> Message:
    """Return the message of a question, or a section, that has no answer."""
    if shape.kind is Kind.RECORD:
        return Message(f'the section "{shape.field.title}" is missing.', "Write its keys below, or unknown.")
    return Message(f'"{shape.field.title}" has no answer.', or_unknown(shape))


def or_unknown(shape: Shape) -> str:
    """Return the sentence that asks for an answer, or for a frank "unknown"."""
    if not shape.answerable:
        return like(shape)
    answer = example(shape)
    return f"Write unknown, or an answer like: {answer}" if answer else "Write the answer, or unknown."
