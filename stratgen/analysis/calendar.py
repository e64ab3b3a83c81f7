"""The roadmap year: when its quarters start, what they are called, and which quarter a day lies in."""

from __future__ import annotations

from datetime import date, timedelta

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip

Quarters = tuple[date, date, date, date]


def months_later(day: date, months: int) -> date:
    """Return the day `months` later (earlier where negative), or the last of that month if it is shorter."""
    month = day.year * 12 + day.month - 1 + months
    year, month = month // 12, month % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, min(day.day, (following - timedelta(days=1)).day))


def quarter_starts(first: date | None) -> Quarters | None:
    """Return the first days of the four quarters; None where the first is not known."""
    if first is None:
        return None
    return first, months_later(first, 3), months_later(first, 6), months_later(first, 9)


def year_end(first: date | None) -> date | None:
    """Return the last day of the roadmap year; None where its first is not known."""
    return months_later(first, 12) - timedelta(days=1) if first else None


def quarter_end(starts: Quarters, place: int) -> date:
    """Return the last day of a quarter, 0 to 3."""
    return months_later(starts[place], 3) - timedelta(days=1)


def quarter_of(day: date, starts: Quarters) -> int | None:
    """Return the quarter that a day lies in, 0 to 3; None where it lies outside the roadmap year."""
    if not starts[0] <= day < months_later(starts[0], 12):
        return None
    return sum(1 for start in starts if start <= day) - 1


def quarter_labels(starts: Quarters | None) -> tuple[str, str, str, str]:
    """Return the names of the quarters: "Q1 (January to March 2027)", or only "Q1" without a start."""
    if starts is None:
        return "Q1", "Q2", "Q3", "Q4"
    first, second, third, fourth = (f"Q{n} ({_span(start)})" for n, start in enumerate(starts, 1))
    return first, second, third, fourth


def _span(start: date) -> str:
    last = months_later(start, 2)
    year = f" {start.year}" if start.year != last.year else ""
    return f"{_MONTHS[start.month - 1]}{year} to {_MONTHS[last.month - 1]} {last.year}"
