"""What people type becomes an answer: days, numbers, money, percentages, durations, lists, hours of cover.

It reads what a person writes and says what was wrong in plain words; whether the answer is allowed is for
the rule of its field. It knows no prompt, no file and no clock.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from stratgen.catalogue import country_code
from stratgen.wizard import rates
from stratgen.wizard.kinds import Kind
from stratgen.wizard.plan import Question


class MisreadError(ValueError):
    """Something that cannot be read as the answer that is asked for; says what would pass.

    `at` is the row of a grid or form that it stands in, empty elsewhere.
    """

    at: str = ""


MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
          "november", "december")  # fmt: skip
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_YES = {"y", "yes", "true", "ja", "yebo", "1"}
_NO = {"n", "no", "false", "nee", "0"}
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


def parse(question: Question, text: str) -> Any:
    """Return what was typed as the plain value that the answer file takes; raises MisreadError."""
    typed = text.strip()
    match question.kind:
        case Kind.NUMBER | Kind.WHOLE | Kind.FIGURE | Kind.SCALE:
            return _number_of(question, typed)
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


def _number_of(question: Question, text: str) -> int | float:
    """Return a number in the unit and for the time that are asked; raises MisreadError for a share of nothing."""
    bare, said_for = rates.said(text)
    if "%" in bare and not rates.takes_share(question):
        raise MisreadError(
            f'"{text[:40]}" is a share; a plain number is asked for. Write it like {question.example}.'
        )
    asked_for = rates.asked(question)
    if not said_for or not asked_for or said_for == asked_for:
        return number(text, measured_in(question), question.whole)
    value = rates.turned(
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
        raise MisreadError(f'"{text[:40]}" is not a number. Write it like 40, 1 450 or 1.2m.')
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
    raise MisreadError(f'"{text[:40]}" is not a date. Write it like 15 Jan 2027 or 2027-01-15.')


def _date(parts: dict[str, str], text: str, slashed: bool) -> str:
    month = int(parts["m"]) if parts["m"].isdigit() else _month(parts["m"], text)
    number_of_day = int(parts.get("d", "1"))
    if slashed and number_of_day <= 12 and month <= 12 and number_of_day != month:
        raise MisreadError(f'"{text[:40]}" can be read in two ways. Write the month as a word: 15 Jan 2027.')
    try:
        return date(int(parts["y"]) + (2000 if len(parts["y"]) == 2 else 0), month, number_of_day).isoformat()
    except ValueError:
        raise MisreadError(
            f'"{text[:40]}" is not a day of the calendar. Write it like 15 Jan 2027.'
        ) from None


def _month(word: str, text: str) -> int:
    for number_of_month, name in enumerate(MONTHS, 1):
        if len(word) >= 3 and (name.startswith(word) or (word == "sept" and number_of_month == 9)):
            return number_of_month
    raise MisreadError(f'"{text[:40]}" names no month. Write it like 15 Jan 2027.')


def yes_no(text: str) -> bool:
    """Return yes as True and no as False; raises MisreadError."""
    word = text.strip().lower()
    if word in _YES or word in _NO:
        return word in _YES
    raise MisreadError(f'"{text[:40]}" is neither yes nor no. Type y or n.')


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
                f'"{part.strip()[:40]}" is not read. Write it like mon-fri 07:00-19:00, sat 08:00-13:00.'
            )
        first, last = _weekday(said[1]), _weekday(said[2]) if said[2] else ""
        found[f"{first}-{last}" if last else first] = f"{_clock(said[3])}-{_clock(said[4])}"
    return found


def _weekday(word: str) -> str:
    if word in ("daily", "weekdays", "weekends", "weekend"):
        raise MisreadError("Name the days: mon-fri, sat-sun or mon-sun.")
    if word[:3] not in _DAYS:
        raise MisreadError(
            f'"{word[:20]}" is not a day of the week. Write mon, tue, wed, thu, fri, sat or sun.'
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
                f'"{part[:40]}" has no weight. Write it like Customer effect 30, Risk 25, Cost 45.'
            )
        value = float(said[2].replace(",", "."))
        found[said[1].strip()] = int(value) if value == int(value) else value
    return found


def evidence(text: str) -> dict[str, str]:
    """Return period, source and grade: from "July to September 2026, contact centre export, B"."""
    mends = "Write period, source and grade: July to September 2026; contact centre export; B."
    split = re.split(r"\s*[;\n]\s*", text.strip()) if ";" in text else re.split(r"\s*,\s*", text.strip())
    if len(split) < 3:
        raise MisreadError(f'"{text[:40]}" has not three parts. {mends}')
    first, *middle, last = split
    grade = re.fullmatch(r"(?:grade\s*)?([a-dA-D])\b.*", last.strip())
    if not grade:
        raise MisreadError(
            f'"{last[:20]}" is not a grade. A is measured lately, B older, C an estimate, D assumed. {mends}'
        )
    return {"period": period(first), "source": ", ".join(middle), "grade": grade[1].upper()}


def period(text: str) -> str:
    """Return a period as the answer file has it: "2026-07 to 2026-09"; raises MisreadError."""
    halves = re.split(r"\s*(?:\bto\b|–|/|\s-\s|\buntil\b)\s*", text.strip().lower())
    if len(halves) > 2:
        raise MisreadError(f'"{text[:40]}" is not a period. Write it like July to September 2026.')
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
