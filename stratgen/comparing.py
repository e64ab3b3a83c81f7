"""The conductor of `diff`: two answer files side by side, as answers, scores, and the pages that read otherwise.

It drafts both and compares; it holds no rule of the trade and no list of where an answer prints.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from stratgen import pack, whereabouts
from stratgen.analysis.explaining import Explanation, explain
from stratgen.analysis.keypaths import Question, path_text, place, questions
from stratgen.analysis.wording import wording_of
from stratgen.engagement import Choice, Engagement, Record, Unknown

ABSENT = "not there"

WIDTH = 100
"""Columns of the text where the terminal does not say that it is narrower."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that differs: what it is, where it stands, and how it reads in each file."""

    words: str
    path: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that differs between two answer files."""

    answers: tuple[Changed, ...]
    scores: tuple[Changed, ...]
    documents: tuple[tuple[str, tuple[str, ...]], ...]
    """Titles of the documents that read otherwise, each with the numbers or titles of its sections."""


def compare(old: Path, new: Path) -> Comparison:
    """Return what differs from one answer file to another; raises StratgenError where one cannot be read."""
    (before, was), (after, now) = pack.reckon(old), pack.reckon(new)
    return Comparison(
        tuple(_answers(before.engagement, after.engagement)),
        tuple(_scores(explain(before.engagement, was), explain(after.engagement, now))),
        whereabouts.apart(before, old, after, new),
    )


def _answers(old: Engagement, new: Engagement) -> Iterator[Changed]:
    was, now = _asked(old), _asked(new)
    for path in {**was, **now}:
        before, after = was.get(path), now.get(path)
        if before is None or after is None or before.answer != after.answer:
            whose, question = (new, after) if after is not None else (old, before)
            assert question is not None
            yield Changed(
                f"{place(whose, question.path)}: {question.title}",
                path,
                _words(old, before),
                _words(new, after),
            )


def _asked(engagement: Engagement) -> dict[str, Question]:
    """Return every question that is answered by itself; lists of records by the answers in them."""
    return {
        path_text(each.path): each
        for each in questions(engagement)
        if each.answer is not None and not _holds_records(each.answer)
    }


def _holds_records(answer: object) -> bool:
    return isinstance(answer, tuple) and any(isinstance(item, Record) and not isinstance(item, Unknown)
                                             for item in answer)  # fmt: skip


def _words(engagement: Engagement, question: Question | None) -> str:
    if question is None:
        return ABSENT
    answer = question.answer
    if isinstance(answer, Unknown):
        return "not known yet"
    try:
        return wording_of(engagement).text(answer)
    except TypeError:
        return _plain(answer)


def _plain(value: object) -> str:
    if isinstance(value, Record):
        return json.dumps(value.model_dump(mode="json", exclude_none=True), ensure_ascii=False)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_plain(part)}" for key, part in value.items())
    return value.label if isinstance(value, Choice) else str(value)


def _scores(old: tuple[Explanation, ...], new: tuple[Explanation, ...]) -> Iterator[Changed]:
    was, now = {each.key: each for each in old}, {each.key: each for each in new}
    for key in {**was, **now}:
        before, after = was.get(key), now.get(key)
        said = (before.result if before else ABSENT, after.result if after else ABSENT)
        if said[0] != said[1]:
            yield Changed((after or before).title, key, *said)  # type: ignore[union-attr]  # one of them is there


def as_text(found: Comparison, width: int = WIDTH) -> str:
    """Return a comparison as lines of at most `width` columns: answers, scores, documents, and a count."""
    lines: list[str] = []
    for head, changes in (("Answers:", found.answers), ("Scores:", found.scores)):
        if changes:
            lines += [head, *(line for each in changes for line in _lines(each, width))]
    if found.documents:
        lines.append("Documents that read otherwise, by section:")
        for title, parts in found.documents:
            lines += _wrapped(f"{title}: {', '.join(parts)}", width, 2)
    lines += textwrap.wrap(_count(found), width)
    return "\n".join(lines) + "\n"


def _count(found: Comparison) -> str:
    counts = (
        (len(found.answers), "answer"),
        (len(found.scores), "score"),
        (len(found.documents), "document"),
    )
    if not any(count for count, _ in counts):
        return "Nothing differs."
    parts = [f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts]
    alone = sum(count for count, _ in counts) == 1
    return f"{', '.join(parts[:-1])} and {parts[-1]} {'differs' if alone else 'differ'}."


def _lines(change: Changed, width: int) -> Iterator[str]:
    yield from _wrapped(f"{change.words} ({change.path})", width, 2)
    yield from _wrapped(f"- {change.before}", width, 4)
    yield from _wrapped(f"+ {change.after}", width, 4)


def _wrapped(text: str, width: int, indent: int) -> list[str]:
    """Return a text in lines; the lines of the text itself are kept apart."""
    margin = " " * indent
    return [
        part
        for number, line in enumerate(text.splitlines())
        for part in textwrap.wrap(
            line, width, initial_indent=margin + "  " * (number > 0), subsequent_indent=f"{margin}  "
        )
    ]


def as_json(found: Comparison) -> str:
    """Return a comparison as JSON."""
    return json.dumps(asdict(found), indent=2, ensure_ascii=False) + "\n"
