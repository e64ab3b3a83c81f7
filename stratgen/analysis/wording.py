"""How values read in the client's English: dates, numbers, money, labels, and holes.

Labels only, no prose. Every value on a page or in a table is worded here, so that the same value reads
the same everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import ceil, floor
from typing import Literal

from babel.dates import format_date
from babel.numbers import format_decimal, get_currency_symbol, get_territory_currencies

from stratgen.analysis.durations import duration
from stratgen.analysis.findings import Score
from stratgen.document import Cell, Inlines, Text, Tone
from stratgen.engagement import Choice, Engagement, Figure, Unknown, known
from stratgen.engagement.answer import OpeningHours, round_the_clock

NO_BREAK = "\N{NO-BREAK SPACE}"
NO_CURRENCY = "XXX"
"""The ISO 4217 code for amounts whose currency is not known yet; they bear no sign."""
OWN_SIGNS = {"ZAR": "R", NO_CURRENCY: ""}
CENTS = 100
"""Below this, an amount that is not whole prints with two decimals."""
MINUS = "−"
BELOW = f"{MINUS}\N{WORD JOINER}"
"""The minus of an amount: a line may end between a bare minus and the sign of a currency."""
"""The sign of a number below nothing; a hyphen is shorter, and a program may break the line after it."""
WHOLE_MINUTES = 10
"""From here on minutes print whole; below, with one decimal."""
STEPS = ((10_000, 100), (1_000, 10))
"""From each amount on, an expected amount is rounded to the step beside it."""
_DAY_NAMES = {
    "mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday",
    "fri": "Friday", "sat": "Saturday", "sun": "Sunday",
}  # fmt: skip


@lru_cache(maxsize=4096)
def _decimal(value: float, places: int, locale: str) -> str:
    pattern = "#,##0." + "0" * places if places else "#,##0"
    text = format_decimal(value, format=pattern, locale=locale.replace("-", "_")).replace("-", MINUS)
    # Board papers in South Africa group by a space and keep the decimal point, unlike Babel's comma.
    return text.replace(",", ".") if locale == "en-ZA" else text


@lru_cache(maxsize=4096)
def _day(day: date, style: str, american: bool) -> str:
    patterns = {"short": "d MMM y", "brief": "d MMM", "month": "MMMM y"}
    if american:
        patterns |= {"short": "MMM d, y", "brief": "MMM d"}
    pattern = patterns.get(style, style)
    return format_date(day, pattern, locale="en_US" if american else "en_GB").replace("Sept ", "Sep ")


def currency_of(country: str) -> str:
    """Return the currency (ISO 4217) that a country (two letters) pays in today; empty where that is not known."""
    found = get_territory_currencies(country) if country else []
    return str(found[-1]) if found else ""


@lru_cache(maxsize=64)
def _symbol(currency: str, locale: str) -> str:
    if currency in OWN_SIGNS:
        return OWN_SIGNS[currency]
    return get_currency_symbol(currency, locale=locale.replace("-", "_"))


@dataclass(frozen=True, slots=True)
class Wording:
    """The client's English and currency."""

    locale: str
    currency: str

    @property
    def sign(self) -> str:
        """The sign of the currency, such as "£" or "R"; empty where there is none."""
        return _symbol(self.currency, self.locale)

    @property
    def _gap(self) -> str:
        return NO_BREAK if len(self.sign) > 2 else ""

    def number(self, value: float, places: int | None = None) -> str:
        """Return a number; without `places` as many decimals as it needs, two at most. Halves round up."""
        if places is None:
            places = _places(value)
        return _decimal(half_up(value, places), places, self.locale)

    def money(self, value: float, nearest: int = 1) -> str:
        """Return an amount with its currency symbol, rounded half up to the `nearest` unit.

        A small amount that is not whole, such as the cost of one contact, keeps two decimals.
        """
        if nearest == 1 and abs(value) < CENTS and value != half_up(value, 0):
            return f"{BELOW if value < 0 else ''}{self.sign}{self._gap}{self.number(abs(value), 2)}"
        amount = half_up(value / nearest, 0) * nearest
        sign = BELOW if amount < 0 else ""
        return f"{sign}{self.sign}{self._gap}{self.number(abs(amount), 0)}"

    def expected(self, value: float) -> str:
        """Return an amount that somebody expects: to the hundred from ten thousand on, to the ten from a thousand.

        What is asked for or paid prints to the unit; what is estimated prints no finer than it is known.
        """
        return self.money(value, step_of(value))

    def people(self, value: float) -> str:
        """Return a number of full-time posts, with one decimal at most."""
        return self.number(half_up(value, 1))

    def percent(self, value: float, places: int | None = None) -> str:
        """Return a percentage with one decimal at most; `value` runs from 0 to 100."""
        return f"{self.number(value, min(_places(value), 1) if places is None else places)}%"

    def measured(self, value: float, unit: str) -> str:
        """Return a number with its unit; a percentage and money as they are usually written."""
        if unit == "%":
            return self.percent(value)
        if unit == "money":
            return self.money(value)
        if unit == "minutes":
            # Nobody promises half a minute, yet a handling time of 5.8 minutes is not one of six.
            return duration(half_up(value, 1 if abs(value) < WHOLE_MINUTES else 0), self, days=False)
        return f"{self.number(value)}{NO_BREAK}{unit}" if unit else self.number(value)

    def day(self, day: date, style: Literal["long", "short", "brief", "month"] = "long") -> str:
        """Return a day: "15 January 2027", short "15 Jan 2027", brief "15 Jan", or only the month and year."""
        return _day(day, style, self.locale == "en-US")

    def hours(self, hours: OpeningHours) -> str:
        """Return hours of cover: "Monday to Friday 07:00 to 19:00; Saturday 08:00 to 13:00"."""
        if round_the_clock(hours):
            return "at all hours, every day"
        clock = _twelve if self.locale == "en-US" else str
        return "; ".join(f"{_days(days)} {_span(span, clock)}" for days, span in hours.items())

    def listing(self, parts: Iterable[str], last: str = "and") -> str:
        """Return words in a row: "a, b and c"."""
        words = list(parts)
        return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""

    def open_point(self, unknown: Unknown) -> str:
        """Return how a hole reads: who will fill it, and by when (documents G6)."""
        owner = unknown.owner or "owner to be named"
        due = f", {self.day(unknown.due)}" if unknown.due else ""
        return f"[To be confirmed: {owner}{due}]"

    def open_remark(self, unknown: Unknown) -> str:
        """Return what a comment on a hole says: who closes it, by when, and why it is open."""
        due = f" By {self.day(unknown.due)}." if unknown.due else " No date is set."
        why = f" Why it is open: {unknown.reason.strip().rstrip('.')}." if unknown.reason.strip() else ""
        return f"Open point. To be closed by: {unknown.owner or 'nobody named yet'}.{due}{why}"

    def text(self, value: object) -> str:
        """Return any answer as text; raises TypeError for None and for what cannot be worded."""
        match value:
            case Unknown():
                return self.open_point(value)
            case Choice():
                return str(value.label)
            case str():
                return value
            case bool():
                return "Yes" if value else "No"
            case int() | float():
                return self.number(value)
            case date():
                return self.day(value)
            case Figure():
                return self.measured(value.value, value.unit)
            case Score():
                return self.score(value)
            case tuple():
                return self.listing(self.text(item) for item in value)
        raise TypeError(f"no wording for {type(value).__name__}")

    def inlines(self, value: object) -> Inlines:
        """Return any answer as inlines; a hole is marked as an open point."""
        if isinstance(value, Unknown):
            return (Text(self.open_point(value), "open-point", self.open_remark(value)),)
        return (Text(self.text(value)),)

    def cell(self, *values: object, tone: Tone | None = None, bullets: bool = False) -> Cell:
        """Return a table cell of answers, one paragraph each; None reads as a dash."""
        shown = tuple((Text("–"),) if value is None else self.inlines(value) for value in values)
        return Cell(shown, tone, bullets)

    def score(self, score: Score, places: int = 1) -> str:
        """Return a score: its number, and "partial (n of m)" or "not scored" where that is so."""
        if score.value is None:
            return "not scored"
        text = self.number(score.value, places)
        return f"{text}, partial ({score.known} of {score.asked})" if score.partial else text


def wording_of(engagement: Engagement) -> Wording:
    """Return how values read for this client; British English and no currency where not yet known."""
    locale = known(engagement.engagement.locale)
    return Wording(locale.value if locale else "en-GB", known(engagement.engagement.currency) or NO_CURRENCY)


def step_of(amount: float) -> int:
    """Return what an expected amount of this size is rounded to: 100, 10 or 1."""
    return next((step for start, step in STEPS if abs(amount) >= start), 1)


def half_up(value: float, places: int) -> float:
    """Return `value` rounded half away from zero to `places` decimals (domain 5, conventions)."""
    scale = float(10**places)
    # The tiny nudge keeps decimal halves such as 2.675 from falling to their binary neighbour below.
    whole = int(abs(value) * scale + 0.5 + 1e-9)
    return (whole if value >= 0 else -whole) / scale


def short_of(value: float, limits: Iterable[float], above: bool = False) -> str:
    """Return a number without decimals, unless rounding would carry it to a limit that it does not reach.

    With `above`, a number over a limit that includes the limit itself keeps its decimal too.
    """
    whole = half_up(value, 0)
    if whole in limits and value < whole - 1e-9:
        return f"{floor(value * 10 + 1e-9) / 10:.1f}"
    if above and whole in limits and value > whole + 1e-9:
        return f"{ceil(value * 10 - 1e-9) / 10:.1f}"
    return f"{whole:.0f}"


def _places(value: float) -> int:
    for places, scale in ((0, 1), (1, 10)):
        scaled = value * scale
        if abs(scaled - int(scaled + (0.5 if scaled >= 0 else -0.5))) < 1e-9 * scale:
            return places
    return 2


def _span(span: str, clock: Callable[[str], str]) -> str:
    opens, closes = span.split("-")
    if span == "00:00-24:00":
        return "at all hours"
    if closes == "00:00":
        closes = "24:00"
    return f"{clock(opens)} to {clock(closes)}{' the next day' if closes < opens else ''}"


def _twelve(clock: str) -> str:
    """Return a time as Americans read it: "7:00 AM"; 24:00 is midnight."""
    hour, minute = divmod(int(clock[:2]) % 24 * 60 + int(clock[3:]), 60)
    return f"{(hour + 11) % 12 + 1}:{minute:02d}{NO_BREAK}{'PM' if hour >= 12 else 'AM'}"


def _days(days: str) -> str:
    first, _, last = days.partition("-")
    return f"{_DAY_NAMES[first]} to {_DAY_NAMES[last]}" if last else _DAY_NAMES[first]
