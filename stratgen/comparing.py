"""The conductor of `diff`: two answer files side by side, as answers, scores, and the pages that read otherwise.

It drafts both and compares; it holds no rule of the trade and no list of where an answer prints.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from stratgen import pack, whereabouts
from stratgen.analysis.explaining import Explanation, explain
from stratgen.analysis.keypaths import Question, path_text, place, questions
from stratgen.analysis.wording import wording_of
from stratgen.engagement import Choice, Engagement, Record, Unknown

ABSENT = "not there"


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
    before, after = pack.check(old), pack.check(new)
    return Comparison(
        tuple(_answers(before.loaded.engagement, after.loaded.engagement)),
        tuple(_scores(_explained(before), _explained(after))),
        whereabouts.apart(before, old, after, new),
    )


def _explained(checked: pack.Checked) -> tuple[Explanation, ...]:
    return explain(checked.loaded.engagement, checked.findings)


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


def as_text(found: Comparison) -> str:
    """Return a comparison as lines: answers, scores, documents, and a count."""
    lines: list[str] = []
    for head, changes in (("Answers:", found.answers), ("Scores:", found.scores)):
        if changes:
            lines += [head, *(line for each in changes for line in _lines(each))]
    if found.documents:
        lines.append("Documents that read otherwise:")
        lines += [f"  {title}: {', '.join(parts)}" for title, parts in found.documents]
    lines.append(
        f"{len(found.answers)} answers, {len(found.scores)} scores and {len(found.documents)} documents differ."
    )
    return "\n".join(lines) + "\n"


def _lines(change: Changed) -> Iterator[str]:
    yield f"  {change.words} ({change.path})"
    yield f"    - {change.before}"
    yield f"    + {change.after}"


def as_json(found: Comparison) -> str:
    """Return a comparison as JSON."""
    return json.dumps(asdict(found), indent=2, ensure_ascii=False) + "\n"
