"""Numbers as people write them: with signs, groups, units and scales, and for another time than they are asked for.

It reads words; it knows no prompt, no file and no clock.
"""

from __future__ import annotations

import re

from stratgen.wizard.fitting import fit
from stratgen.wizard.kinds import Kind
from stratgen.wizard.misread import MisreadError
from stratgen.wizard.plan import Question

_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "mio": 1e6, "million": 1e6, "bn": 1e9,
           "b": 1e9, "billion": 1e9}  # fmt: skip
_CURRENCY = r"(?:[A-Z]{3}|R|US\$|[$€£¥])"
_NUMBER = re.compile(
    rf"^(?P<sign>[-−+]?)\s*(?:{_CURRENCY})?\s*(?P<sign2>[-−]?)(?P<digits>\d[\d\s\u00a0\u202f',.]*)\s*"
    rf"(?P<scale>thousand|million|billion|mio|mn|bn|k|m|b)?(?![a-z])\s*(?P<tail>.*)$",
    re.IGNORECASE,
)
_TAILS = re.compile(
    rf"^(%|per ?cent|pct|percent|{_CURRENCY}|rand|dollars?|pounds?|euros?|a (month|week|year)|/ ?(month|week|year)"
    r"|per (month|week|year)|people|customers|messages|mentions|posts|fte|handovers|of 5|out of 5)?\.?$",
    re.IGNORECASE,
)
_DURATION = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*(days?|d|hours?|hrs?|h|minutes?|mins?|min|m|seconds?|secs?|s)?(?![a-z])",
    re.IGNORECASE,
)
_MINUTES = {"d": 1440.0, "h": 60.0, "m": 1.0, "s": 1 / 60}

A_YEAR = {"day": 364, "week": 52, "month": 12, "quarter": 4, "year": 1}
"""How often each time comes in a year of 52 weeks of seven days, so that three a day are 21 a week."""
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


def number_of(question: Question, text: str) -> int | float:
    """Return a number in the unit and for the time that are asked; raises MisreadError for a share of nothing."""
    bare, said_for = said(text)
    if "%" in bare and not takes_share(question):
        raise MisreadError(
            f'"{fit(text, 40)}" is a share; a plain number is asked for. Write it like {question.example}.'
        )
    asked_for = asked(question)
    if not said_for or not asked_for or said_for == asked_for:
        return number(text, measured_in(question), question.whole)
    value = turned(
        float(number(bare, measured_in(question))), said_for, asked_for, question.kind is Kind.FIGURE
    )
    return number(f"{value:f}", whole=question.whole)


def measured_in(question: Question) -> str:
    """Return the unit of time that a question is asked in, "minutes" or "hours"; empty for other numbers."""
    words = f"{question.unit} {question.title} {question.name}".lower()
    if "minute" in words:
        return "minutes"
    return "hours" if re.search(r"\bhours?\b", words.replace("_", " ")) else ""


def number(text: str, measured_in: str = "", whole: bool = False) -> int | float:
    """Return a number: "R1.2m", "1 450", "40 %", and in minutes or hours "2h 30"; raises MisreadError."""
    value = _duration(text, measured_in) if measured_in else None
    if value is None:
        value = _plain_number(text)
    rounded = round(value, 6)
    if whole and rounded != int(rounded):
        raise MisreadError(f"{rounded:g} is not a whole number. Write it like 3.")
    return int(rounded) if rounded == int(rounded) else rounded


def _duration(text: str, measured_in: str) -> float | None:
    """Return a duration in minutes or hours where a unit or a clock is written, None where none is."""
    clock = re.fullmatch(r"(\d{1,4}):([0-5]\d)\s*(?:h|hours?)?", text.strip(), re.IGNORECASE)
    if clock:
        total = int(clock[1]) * 60.0 + int(clock[2])
        return total if measured_in == "minutes" else total / 60
    found = _DURATION.findall(text)
    rest = re.sub(r"\band\b|,(?!\d)|\s", "", _DURATION.sub("", text))
    if not found or rest or not any(unit for _, unit in found):
        return None
    total, last = 0.0, ""
    for amount, unit in found:
        letter = unit[:1].lower() or {"d": "h", "h": "m", "m": "s"}.get(last, "m")
        total += float(amount.replace(",", ".")) * _MINUTES[letter]
        last = letter
    return total if measured_in == "minutes" else total / 60


def _plain_number(text: str) -> float:
    found = _NUMBER.match(text.strip())
    if not found or not _TAILS.match(found["tail"].strip()):
        raise MisreadError(f'"{fit(text, 40)}" is not a number. Write it like 40, 1 450 or 1.2m.')
    value = float(_digits(found["digits"].strip()))
    value *= _SCALES.get((found["scale"] or "").lower(), 1.0)
    return -value if "-" in found["sign"] + found["sign2"] or "−" in found["sign"] + found["sign2"] else value


def _digits(text: str) -> str:
    """Return digits as Python reads them: groups closed up, a decimal comma as a point."""
    plain = re.sub(r"[\s\u00a0\u202f']", "", text).rstrip(",.")
    if "," in plain and "." in plain:
        mark = max(plain.rfind(","), plain.rfind("."))
        return re.sub(r"[,.]", "", plain[:mark]) + "." + plain[mark + 1 :]
    for sign in (",", "."):
        if plain.count(sign) > 1:
            return plain.replace(sign, "")
    head, comma, tail = plain.partition(",")
    if comma:
        return head + tail if len(tail) == 3 and head.lstrip("0") else f"{head}.{tail}"
    return plain
