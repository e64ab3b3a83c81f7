"""Every question can be answered by its own example, as it is shown, and as it stands in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from stratgen.answers.judging import judge
from stratgen.engagement import Engagement
from stratgen.wizard.kinds import Kind
from stratgen.wizard.parsing import parse
from stratgen.wizard.plan import Question, question_at
from stratgen.wizard.wordings import typed

BOUNDS = re.compile(r"(\d+) to (\d+) words")
MOST = re.compile(r"(?:at most|up to|no more than) (\d+) words", re.IGNORECASE)
READ = (
    Kind.LINE,
    Kind.PROSE,
    Kind.WORD,
    Kind.NUMBER,
    Kind.WHOLE,
    Kind.FIGURE,
    Kind.DAY,
    Kind.LINES,
    Kind.SCALE,
)
"""Kinds of question whose example is typed as it is shown."""


def _of(question: Question) -> Iterator[Question]:
    """Yield a question, or those within it, all the way down."""
    if question.record is None:
        yield question
        return
    inside = (*question.path, 0) if question.kind is Kind.RECORDS else question.path
    for name in question.record.model_fields:
        yield from _of(question_at((*inside, name)))


SECTIONS = tuple(name for name in Engagement.model_fields if name not in ("schema_version", "overrides"))
QUESTIONS = tuple(each for name in SECTIONS for each in _of(question_at((name,))))


def test_all_questions_are_looked_at() -> None:
    """The walk reaches the whole register, and nearly all of it has examples."""
    told = [each for each in QUESTIONS if each.example not in (None, "", [], {})]
    assert len(QUESTIONS) > 550
    assert len(told) > 500


@pytest.mark.parametrize("section", SECTIONS)
def test_every_example_passes_the_rule_of_its_question(section: str) -> None:
    """As it stands in the file, and as somebody types what the screen shows."""
    for each in QUESTIONS:
        if each.path[0] != section or each.example in (None, "", [], {}):
            continue
        assert judge(each.path, each.example) is None, each.path
        if each.kind in READ:
            shown = "; ".join(each.example) if each.kind is Kind.LINES else typed(each.example, each.kind)
            assert judge(each.path, parse(each, shown), shown) is None, (each.path, shown)


def test_every_example_has_as_many_words_as_its_question_asks_for() -> None:
    """A description that bounds the words bounds those of the example too."""
    bounded = 0
    for each in QUESTIONS:
        found, most = BOUNDS.search(each.help), MOST.search(each.help)
        if not (found or most) or not isinstance(each.example, str):
            continue
        bounded += 1
        words = len(each.example.split())
        least, highest = (int(found[1]), int(found[2])) if found else (0, int(most[1]) if most else 0)
        assert least <= words <= highest, (each.path, words)
    assert bounded >= 2
