"""Which law the policy has to mind, and how far counsel has looked at it.

Knows the countries of the answers and the five annexes that are written; the rules themselves are prose and
stand in the templates.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from stratgen.engagement import Engagement, Unknown
from stratgen.engagement.answer import known, records
from stratgen.engagement.policy import LegalReview

LAW_AS_OF = date(2026, 11, 22)
"""The day on which the sources of the country annexes were last read (domain 10)."""

_EU = {
    "AT": "Austria", "BE": "Belgium", "BG": "Bulgaria", "HR": "Croatia", "CY": "Cyprus", "CZ": "Czechia",
    "DK": "Denmark", "EE": "Estonia", "FI": "Finland", "FR": "France", "DE": "Germany", "GR": "Greece",
    "HU": "Hungary", "IE": "Ireland", "IT": "Italy", "LV": "Latvia", "LT": "Lithuania",
    "LU": "Luxembourg", "MT": "Malta", "NL": "Netherlands", "PL": "Poland", "PT": "Portugal",
    "RO": "Romania", "SK": "Slovakia", "SI": "Slovenia", "ES": "Spain", "SE": "Sweden",
}  # fmt: skip
_NAMES = {"ZA": "South Africa", "GB": "United Kingdom", "US": "United States", "AU": "Australia", **_EU}
_ANNEXES = {"ZA": "za", "GB": "uk", "US": "us", "AU": "au", **dict.fromkeys(_EU, "eu")}
_ALIASES = {"UK": "GB", "EL": "GR"}


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A country where employees work, the annex that covers it, and its legal review."""

    code: str
    """ISO 3166 code, with the state for the United States ("US-NY")."""
    name: str
    annex: str
    """`za`, `uk`, `us`, `eu` or `au`; empty where no annex is written."""
    reviewer: str | Unknown | None
    """None where the answers hold no review of this country."""
    reviewed: date | Unknown | None

    @property
    def is_reviewed(self) -> bool:
        """True where both the reviewer and the day of the review are given."""
        return isinstance(self.reviewer, str) and isinstance(self.reviewed, date)


def jurisdictions(engagement: Engagement) -> tuple[Jurisdiction, ...]:
    """Return the countries where employees work, in the order of the answers (domain 10.1, POL-15)."""
    reviews = [
        (canonical(code), review)
        for review in records(engagement.policy.legal_reviews)
        if (code := known(review.country))
    ]
    return tuple(_jurisdiction(code, reviews) for code in records(engagement.engagement.countries))


def canonical(code: str) -> str:
    """Return a country's code as ISO 3166 has it: "UK" is GB."""
    code = code.strip().upper()
    return _ALIASES.get(code, code)


def _jurisdiction(code: str, reviews: Iterable[tuple[str, LegalReview]]) -> Jurisdiction:
    code = canonical(code)
    country, _, state = code.partition("-")
    annex = _ANNEXES.get(country, "")
    name = _NAMES.get(country, country)
    found = dict(reviews)
    # A review of a whole country covers its states, and one of the Union its members.
    review = found.get(code) or found.get(country) or (found.get("EU") if annex == "eu" else None)
    return Jurisdiction(
        code,
        f"{name} ({state})" if state else name,
        annex,
        review.reviewer if review else None,
        review.date if review else None,
    )
