"""What people type becomes an answer: days, numbers, money, percentages, durations, lists, hours of cover.

It reads what a person writes and says what was wrong in plain words; whether the answer is allowed is for
the rule of its field. It knows no prompt, no file and no clock.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from stratgen.catalogue import country_code
from stratgen.wizard import numbers
from stratgen.wizard.fitting import fit
from stratgen.wizard.kinds import Kind
from stratgen.wizard.misread import MisreadError
from stratgen.wizard.plan import Question

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december")  # fmt: skip
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_YES = {"y", "yes", "true", "ja", "yebo", "1"}
_NO = {"n", "no", "false", "nee", "0"}


def parse(question: Question, text: str) -> Any:
    """Return what was typed as the plain value that the answer file takes; raises MisreadError."""
    typed = text.strip()
    match question.kind:
        case Kind.NUMBER | Kind.WHOLE | Kind.FIGURE | Kind.SCALE:
            return numbers.number_of(question, typed)
        case Kind.DAY:
            return day(typed)
        case Kind.YES_NO:
            return yes_no(typed)
        case Kind.LINES | Kind.NAMES:
            return countries(lines(typed)) if question.name == "countries" else lines(typed)
        case Kind.HOURS:
            return hours(typed)
        case Kind.WEIGHTS:
            return weights(typed)
        case Kind.EVIDENCE:
            return evidence(typed)
        case Kind.PROSE:
            return text.strip("\n").rstrip()
        case Kind.WORD:
            return typed
        case _:
            return " ".join(typed.split()) if "\n" not in typed else typed


def day(text: str) -> str:
    """Return a day as in ISO 8601: from "15 Jan 2027", "January 15, 2027", "15/01/2027", "2027-01-15"."""
    plain = re.sub(r"(\d)(st|nd|rd|th)\b", r"\1", text.strip().lower()).replace(",", " ").replace(" of ", " ")
    for pattern, order in (
        (r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", "ymd"),
        (r"(?:[a-z]+\s+)?(\d{1,2})[\s\-]+([a-z]+)\.?[\s\-]+(\d{4})", "dmy"),
        (r"([a-z]+)\.?\s+(\d{1,2})\s+(\d{4})", "mdy"),
        (r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})", "dmy"),
        (r"([a-z]+)\.?\s+(\d{4})", "my"),
        (r"(?:[a-z]+\s+)?(\d{1,2})[\s\-]+([a-z]+)\.?[\s\-]+(\d{2})", "dmy"),
        (r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{2})", "dmy"),
    ):
        found = re.fullmatch(pattern, " ".join(plain.split()))
        if found:
            slashed = order == "dmy" and found[2].isdigit()
            return _date(dict(zip(order, found.groups(), strict=True)), text, slashed)
    raise MisreadError(f'"{fit(text, 40)}" is not a date. Write it like 15 Jan 2027 or 2027-01-15.')


def _date(parts: dict[str, str], text: str, slashed: bool) -> str:
    month = int(parts["m"]) if parts["m"].isdigit() else _month(parts["m"], text)
    number_of_day = int(parts.get("d", "1"))
    if slashed and number_of_day <= 12 and month <= 12 and number_of_day != month:
        raise MisreadError(
            f'"{fit(text, 40)}" can be read in two ways. Write the month as a word: 15 Jan 2027.'
        )
    try:
        return date(int(parts["y"]) + (2000 if len(parts["y"]) == 2 else 0), month, number_of_day).isoformat()
    except ValueError:
        raise MisreadError(
            f'"{fit(text, 40)}" is not a day of the calendar. Write it like 15 Jan 2027.'
        ) from None


def _month(word: str, text: str) -> int:
    for number_of_month, name in enumerate(MONTHS, 1):
        if len(word) >= 3 and (name.startswith(word) or (word == "sept" and number_of_month == 9)):
            return number_of_month
    raise MisreadError(f'"{fit(text, 40)}" names no month. Write it like 15 Jan 2027.')


def yes_no(text: str) -> bool:
    """Return yes as True and no as False; raises MisreadError."""
    word = text.strip().lower()
    if word in _YES or word in _NO:
        return word in _YES
    raise MisreadError(f'"{fit(text, 40)}" is neither yes nor no. Type y or n.')


def lines(text: str) -> list[str]:
    """Return the items of a list: one a line, or in one line between semicolons, else between commas."""
    if text.strip().lower() in ("", "none", "-", "[]"):
        return []
    rows = [re.sub(r"^\s*[-*•]\s+", "", row).strip() for row in text.strip().splitlines()]
    if len(rows) == 1:
        rows = [part.strip() for part in re.split(r";" if ";" in text else r",", rows[0])]
    return [row for row in rows if row]


def countries(codes: list[str]) -> list[str]:
    """Return the ISO codes of countries and states, from codes in any case, "UK", or their English names."""
    return [country_code(code) or code for code in codes]


def hours(text: str) -> dict[str, str]:
    """Return hours of cover: from "Mon-Fri 7:00-19:00, Sat 8-13"; raises MisreadError."""
    found: dict[str, str] = {}
    for part in re.split(r"[;\n]|,\s*(?=[A-Za-z])", text.strip()):
        said = re.fullmatch(
            r"([a-z]+)(?:\s*(?:-|–|to)\s*([a-z]+))?[:\s]+(\d[\d:.h]*)\s*(?:-|–|to)\s*(\d[\d:.h]*)",
            part.strip().lower(),
        )
        if not said:
            raise MisreadError(
                f'"{fit(part.strip(), 40)}" is not read. Write it like mon-fri 07:00-19:00, sat 08:00-13:00.'
            )
        first, last = _weekday(said[1]), _weekday(said[2]) if said[2] else ""
        found[f"{first}-{last}" if last else first] = f"{_clock(said[3])}-{_clock(said[4])}"
    return found


def _weekday(word: str) -> str:
    if word in ("daily", "weekdays", "weekends", "weekend"):
        raise MisreadError("Name the days: mon-fri, sat-sun or mon-sun.")
    if word[:3] not in _DAYS:
        raise MisreadError(
            f'"{fit(word, 20)}" is not a day of the week. Write mon, tue, wed, thu, fri, sat or sun.'
        )
    return word[:3]


def _clock(word: str) -> str:
    hour, _, minute = re.sub(r"[.h]", ":", word).strip(":").partition(":")
    if not hour.isdigit() or int(hour) > 24 or (minute and not re.fullmatch(r"[0-5]\d", minute)):
        raise MisreadError(f'"{word}" is not a time of day. Write it like 07:00.')
    return f"{int(hour):02d}:{minute or '00'}"


def weights(text: str) -> dict[str, float]:
    """Return criteria with their weights: from "Customer effect 30, Risk 25, Cost 45"; raises MisreadError."""
    found: dict[str, float] = {}
    for part in lines(text.replace("%", "")):
        said = re.fullmatch(r"(.+?)\s*[:=]?\s*(\d+(?:[.,]\d+)?)", part)
        if not said:
            raise MisreadError(
                f'"{fit(part, 40)}" has no weight. Write it like Customer effect 30, Risk 25, Cost 45.'
            )
        value = float(said[2].replace(",", "."))
        found[said[1].strip()] = int(value) if value == int(value) else value
    return found


def evidence(text: str) -> dict[str, str]:
    """Return period, source and grade: from "July to September 2026, contact centre export, B"."""
    mends = "Write period, source and grade: July to September 2026; contact centre export; B."
    split = re.split(r"\s*[;\n]\s*", text.strip()) if ";" in text else re.split(r"\s*,\s*", text.strip())
    if len(split) < 3:
        raise MisreadError(f'"{fit(text, 40)}" has not three parts. {mends}')
    first, *middle, last = split
    grade = re.fullmatch(r"(?:grade\s*)?([a-dA-D])\b.*", last.strip())
    if not grade:
        raise MisreadError(
            f'"{fit(last, 20)}" is not a grade. A is measured lately, B older, C an estimate, D assumed. {mends}'
        )
    return {"period": period(first), "source": ", ".join(middle), "grade": grade[1].upper()}


def period(text: str) -> str:
    """Return a period as the answer file has it: "2026-07 to 2026-09"; raises MisreadError."""
    halves = re.split(r"\s*(?:\bto\b|–|/|\s-\s|\buntil\b)\s*", text.strip().lower())
    if len(halves) > 2:
        raise MisreadError(f'"{fit(text, 40)}" is not a period. Write it like July to September 2026.')
    year = re.search(r"\b(\d{4})\b", halves[-1])
    said = [half if re.search(r"\d{4}", half) or not year else f"{half} {year[1]}" for half in halves]
    return " to ".join(_month_or_day(half) for half in said)


def _month_or_day(text: str) -> str:
    plain = " ".join(text.split())
    found = re.fullmatch(r"(\d{4})[-/](\d{1,2})", plain)
    if found and 1 <= int(found[2]) <= 12:
        return f"{found[1]}-{int(found[2]):02d}"
    quarter = re.fullmatch(r"q([1-4]) (\d{4})", plain)
    if quarter:
        raise MisreadError("Write the months of the quarter: July to September 2026.")
    said = re.fullmatch(r"([a-z]+)\.? (\d{4})", plain)
    if said:
        return f"{said[2]}-{_month(said[1], text):02d}"
    if re.fullmatch(r"\d{4}", plain):
        raise MisreadError(f"Name the months of {plain}: January to December {plain}.")
    return day(text)
