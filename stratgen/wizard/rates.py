"""Numbers that are said for another time than they are asked for: 310 a week where the month is asked.

It reads words; it knows no prompt, no file and no clock.
"""

from __future__ import annotations

import re

from stratgen.wizard.plan import Question

A_YEAR = {"day": 365, "week": 52, "month": 12, "quarter": 4, "year": 1}
"""How often each time comes in a year; a day is one of the calendar."""
_TIME = "|".join(A_YEAR)
_PER = re.compile(
    rf"\s*(?:\b(?:an?|per|each|every)\s+|/\s*)({_TIME})s?\b\.?\s*$|\s*\b(dai|week|month|quarter|year)ly\.?\s*$",
    re.I,
)
_ASKED = re.compile(rf"\b(?:a|per)\s+({_TIME})\b", re.I)
_NO_SHARE = re.compile(
    r"\b(hours?|minutes?|days?|months?|people|posts?|messages|contacts|customers|accounts)\b", re.I
)


def said(text: str) -> tuple[str, str]:
    """Return a number as it was typed, and the time that it is said for: "310 a week" is ("310", "week")."""
    found = _PER.search(text)
    if not found:
        return text, ""
    time = (found[1] or found[2]).lower()
    return text[: found.start()], "day" if time == "dai" else time


def asked(question: Question) -> str:
    """Return the time that a question asks a number for, "month"; empty where it names none."""
    found = _ASKED.search(f"{question.unit}; {question.title}; {question.name.replace('_', ' ')}")
    return found[1].lower() if found else ""


def turned(value: float, said_for: str, asked_for: str, counted: bool) -> float:
    """Return a number for the time that is asked: to the unit where things are `counted`, else to a tenth."""
    return round(value * A_YEAR[said_for] / A_YEAR[asked_for], 0 if counted else 1)


def takes_share(question: Question) -> bool:
    """Tell whether a percentage can be the answer: neither a count, nor a time, nor an amount is asked for."""
    words = f"{question.unit} {question.title} {question.help}".lower()
    if "%" in words or "percent" in words or "share" in words:
        return True
    return not (question.unit or question.whole or _NO_SHARE.search(question.title))
