"""Printed values as something that can be compared: "1 h 30 min" is "90 minutes", "R3 800 000" is an amount.

It knows how numbers, times, days and amounts are written, and nothing of what they mean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBER = r"\d+(?:[ ,]\d{3})*(?:\.\d+)?"
NUMBER = rf"(?<![\d.,]){_NUMBER}(?![\d]|[.,]\d)"
MONEY = rf"-?(?:[A-Z]{{1,3}} ?|[A-Z]{{0,2}}[$£€¥] ?){_NUMBER}(?! ?\d)"
"""An amount within a sentence: a currency's letters or sign before a number."""
DURATION = rf"(?:{_NUMBER} h \d{{1,2}} min|{_NUMBER} (?:minutes?|hours?|days?))"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}"
DAY = rf"(?:\b\d{{1,2}} {_MONTH}(?: \d{{4}})?|\b{_MONTH} \d{{1,2}}(?:, \d{{4}})?)"
QUANTITY = rf"(?:{DURATION}|{MONEY}|{_NUMBER}(?:%| of 100| of \d)?)"
"""A number within a sentence, with its unit."""

_SIZES = {"minute": 1, "hour": 60, "day": 1440}
_DURATION = re.compile(rf"(?:({_NUMBER}) h (\d{{1,2}}) min|({_NUMBER}) (minute|hour|day)s?)", re.IGNORECASE)
_DAY = re.compile(r"(?:(\d{1,2}) ([A-Za-z]{3,9})(?: (\d{4}))?|([A-Za-z]{3,9}) (\d{1,2})(?:, (\d{4}))?)")
_AMOUNT = re.compile(rf"(-?)([A-Za-z]{{0,3}}[$£€¥]?) ?({_NUMBER})(%?)((?: of \d+)?)")
_PARTIAL = re.compile(r", partial \(\d+ of \d+\)$")
"""What stands behind a score that not all answers are in for."""
_BLANK = frozenset(
    {"", "-", "–", "—", "not scored", "not set", "not known yet", "to be set", "to be measured"}
)


@dataclass(frozen=True, slots=True)
class Value:
    """A printed value: what kind it is, what it says, and how it reads."""

    kind: str
    """"minutes", "day", "amount", "share", "number" or "words"."""
    said: float | str
    printed: str

    @property
    def grain(self) -> float:
        """Half of its last place: how far what was rounded to it may lie away."""
        _, point, places = self.printed.rstrip("%").partition(".")
        digits = len(places) - len(places.lstrip("0123456789")) if point else 0
        return 0.5 * 10.0**-digits

    def agrees(self, other: Value, give: float = 0.0, rounded: bool = False) -> bool:
        """Return whether two values say the same; numbers may differ by a share `give` of the larger.

        Where one may be `rounded`, a number with fewer places says the same as the number it comes from.
        """
        if isinstance(self.said, str) and isinstance(other.said, str):
            # A day without its year is any year's.
            short = self.kind == other.kind == "day" and "-" in (self.said[0], other.said[0])
            return self.said[-6:] == other.said[-6:] if short else self.said == other.said
        if isinstance(self.said, str) or isinstance(other.said, str):
            return False
        if self.kind != other.kind and {self.kind, other.kind} != {"number", "amount"}:
            return False
        apart = abs(self.said - other.said)
        if rounded and self.grain != other.grain:
            return apart <= self.grain + other.grain + 1e-9
        return apart <= max(1e-6, give * max(abs(self.said), abs(other.said)))


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Return words without their dress: one space, straight quotes, small letters, no mark at the end."""
    straight = text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')
    return " ".join(straight.split()).strip(" .;:,").casefold()


def tidy(text: str) -> str:
    """Return text on one line with plain spaces."""
    return " ".join(text.split())


def is_blank(text: str) -> bool:
    """Return whether a cell says nothing; an open point says who will fill it."""
    return folded(text) in _BLANK


@lru_cache(maxsize=4096)
def value(text: str) -> Value | None:
    """Return what a printed text says; None for what is blank or still to be confirmed."""
    words = _PARTIAL.sub("", tidy(text))
    if is_blank(words) or words.startswith("[") or "[To be confirmed" in words:
        return None
    if found := _DURATION.fullmatch(words):
        hours, rest, count, unit = found.groups()
        minutes = _number(hours) * 60 + int(rest) if hours else _number(count) * _SIZES[unit.casefold()]
        return Value("minutes", minutes, words)
    if day := _day(words):
        return Value("day", day, words)
    if found := _AMOUNT.fullmatch(words):
        sign, currency, digits, percent, _ = found.groups()
        kind = "share" if percent else "amount" if currency else "number"
        return Value(kind, _number(digits) * (-1 if sign else 1), words)
    return Value("words", folded(words), words)


def _number(digits: str) -> float:
    return float(digits.replace(" ", "").replace(",", ""))


def _day(words: str) -> str:
    """Return a day as `2027-01-15`, or as `-01-15` where the year is not said; "" if it is none."""
    found = _DAY.fullmatch(words)
    if not found:
        return ""
    day, name, year = (found[1], found[2], found[3]) if found[1] else (found[5], found[4], found[6])
    month = name[:3].casefold()
    return f"{year or ''}-{_MONTHS.index(month) + 1:02d}-{int(day):02d}" if month in _MONTHS else ""
