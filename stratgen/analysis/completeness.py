"""How much of what each document uses has been answered (domain 5.19)."""

from __future__ import annotations

from functools import cache

from stratgen.analysis.findings import Completeness
from stratgen.analysis.keypaths import Question
from stratgen.analysis.open_points import Due
from stratgen.analysis.uses import DOCUMENTS, PACK, documents_using
from stratgen.engagement import Unknown


def completeness(asked: tuple[Question, ...], due: tuple[Due, ...]) -> tuple[Completeness, ...]:
    """Return for each document, and for the pack, how many of its core questions have an answer.

    A question counts once for each record it is asked of. One that does not apply is left out; one that
    applies but was passed over counts as not answered.
    """
    answered = dict.fromkeys((*DOCUMENTS, PACK), 0)
    wanted = dict.fromkeys((*DOCUMENTS, PACK), 0)
    given = [(each.ref, not isinstance(each.answer, Unknown)) for each in asked if _counts(each)]
    for ref, done in (*given, *((each.ref, False) for each in due)):
        for document in _users(ref):
            wanted[document] += 1
            answered[document] += done
    return tuple(Completeness(name, answered[name], wanted[name]) for name in wanted)


@cache
def _users(ref: str) -> frozenset[str]:
    return frozenset((*documents_using(ref), PACK))


def _counts(question: Question) -> bool:
    return question.core and question.answer is not None
