"""The rule that no answer carries personal data onto a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratgen.analysis.keypaths import Path, Question
from stratgen.analysis.rules.rule import Breach, Ground, rule
from stratgen.engagement import Evidence, Figure

_MARK = re.compile("[@0-9]")
# The look-behind keeps a long word from being read again from each of its letters.
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(\.[\w-]+)+")
_DAY = r"(?!\d{4}-\d{2}-\d{2})"
_TELEPHONE = re.compile(
    rf"(?<![\w.,@/-])(?<!\d ){_DAY}(\+\d[\d ()./-]{{6,18}}\d|\(?0\d{{1,4}}\)?[ ./-]?\d{{2,4}}[ ./-]?\d{{3,4}}([ ./-]?\d{{1,4}})?"
    r"|\(\d{3}\) ?\d{3}-\d{4}|\d{3}-\d{3}-\d{4})(?![\w%])"
)
_IDENTITY = re.compile(
    r"(?<![\w-])(\d{3}-\d{2}-\d{4}|[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]|\d{6} ?\d{4} ?\d{2} ?\d)(?![\w-])"
)
_CARD = re.compile(r"(?<![\w.,-])(\d{13,19}|\d{4}([ -]\d{4}){2}[ -]\d{1,7}|\d{4}[ -]\d{6}[ -]\d{5})(?![\w-])")

_ALLOWED: tuple[Path, ...] = (
    ("policy", "concerns", "route"), ("policy", "concerns", "contact"), ("governance", "distress", "help_named"),
)  # fmt: skip
"""Here a desk's mail or telephone number belongs, or that of a helpline."""
_UNPRINTED = frozenset({"handle", "name"})
"""A handle is public, and the name of a stakeholder stays in the file."""


@rule("V29", "error")
def answers_hold_no_personal_data(ground: Ground) -> Iterator[Breach]:
    """No answer that prints holds an e-mail address, a telephone, identity or card number."""
    for question in ground.asked:
        if isinstance(question.answer, str) and not _MARK.search(question.answer):
            continue  # most answers, and quickly told
        if question.path in _ALLOWED or _is_unprinted(question):
            continue
        for path, text in _texts(question.path, question.answer):
            if found := _personal(text):
                mend = "Take it out; where somebody can be reached belongs under policy, concerns."
                of_source = isinstance(question.answer, Figure)
                yield Breach(path, f"the answer holds what looks like {found}.", mend, of_source=of_source)


def _is_unprinted(question: Question) -> bool:
    return question.path[0] in ("channels", "stakeholders") and question.path[-1] in _UNPRINTED


def _texts(path: Path, answer: object) -> Iterator[tuple[Path, str]]:
    if isinstance(answer, str):
        yield path, answer
    elif isinstance(answer, tuple):
        yield from (((*path, n), item) for n, item in enumerate(answer) if isinstance(item, str))
    elif isinstance(answer, dict):
        yield from ((path, str(key)) for key in answer)
    elif isinstance(answer, (Evidence, Figure)):
        yield path, answer.source


def _personal(text: str) -> str:
    """Return what kind of personal data a text seems to hold, in words; empty where there is none."""
    if not _MARK.search(text):
        return ""
    if _EMAIL.search(text):
        return "an e-mail address"
    if any(_luhn(found[0]) and not _is_birthday(found[0]) for found in _CARD.finditer(text)):
        return "a card number"
    if any(_is_identity(found[0]) for found in _IDENTITY.finditer(text)):
        return "an identity number"
    if any(9 <= sum(map(str.isdigit, found[0])) <= 15 for found in _TELEPHONE.finditer(text)):
        return "a telephone number"
    return ""


def _is_identity(text: str) -> bool:
    # South African numbers are 13 digits that begin with a birthday; other long numbers are none.
    return _is_birthday(text) and _luhn(text) if text[0].isdigit() and "-" not in text else True


def _is_birthday(text: str) -> bool:
    digits = re.sub(r"\D", "", text)
    return len(digits) == 13 and 1 <= int(digits[2:4]) <= 12 and 1 <= int(digits[4:6]) <= 31


def _luhn(text: str) -> bool:
    digits = [int(mark) for mark in text if mark.isdigit()][::-1]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


RULES = (answers_hold_no_personal_data,)
