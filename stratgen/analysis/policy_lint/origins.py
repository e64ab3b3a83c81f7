"""Whose words they are: the answer of the client that printed some words of the policy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stratgen.analysis.keypaths import Path, questions
from stratgen.analysis.policy_lint.rule import Match
from stratgen.analysis.policy_lint.sentences import split
from stratgen.engagement import Choice, Engagement

_MODULES = ("policy", "terms", "credo", "voice", "governance", "team", "training", "purpose", "engagement")
"""The modules whose answers the policy prints, those that it prints most first."""


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of an answer, folded for comparison, and the path of the answer."""

    text: str
    path: Path


def answers_in_words(engagement: Engagement) -> tuple[Words, ...]:
    """Return the sentences of every answer that the policy may print."""
    found = [
        Words(_folded(part), path)
        for module in _MODULES
        for path, text in _texts(getattr(engagement, module), (module,))
        for part in split(text)
    ]
    return tuple(each for each in found if each.text)


def _texts(module: object, here: Path) -> Iterator[tuple[Path, str]]:
    records = (
        [(here, module)] if not isinstance(module, tuple) else [((*here, n), r) for n, r in enumerate(module)]
    )
    for path, record in records:
        for question in questions(record, path):  # type: ignore[arg-type]
            match question.answer:
                case Choice():
                    yield question.path, str(question.answer.label)
                case str():
                    yield question.path, question.answer
                case tuple():
                    texts = ((n, each) for n, each in enumerate(question.answer) if isinstance(each, str))
                    for n, each in texts:
                        words = str(each.label) if isinstance(each, Choice) else each
                        yield (*question.path, n), words


def origin(match: Match, answers: Iterable[Words]) -> Path | None:
    """Return the path of the answer that holds the offending words; None where they are the clause's own.

    The answer's words must stand in the sentence and hold the offending words, or most of them.
    """
    sentence, words = _folded(match.sentence.text), _folded(match.words)
    if not words:
        return None
    best: Words | None = None
    for each in answers:
        if each.text in sentence and (
            words in each.text or (each.text in words and len(each.text) > len(words) / 2)
        ):
            best = each if best is None or len(each.text) > len(best.text) else best
    return best.path if best else None


def _folded(text: str) -> str:
    straight = text.replace("’", "'").replace("‘", "'").replace("\u00a0", " ")
    return " ".join(straight.split()).strip(' .;:,“”"').casefold()
