"""Which law the policy has to mind, and how far counsel has looked at it.

Knows the countries of the answers and the five annexes that are written; the rules themselves are prose and
stand in the templates.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from stratgen.catalogue import country
from stratgen.engagement import Engagement, Unknown
from stratgen.engagement.answer import known, records
from stratgen.engagement.policy import LegalReview

LAW_AS_OF = date(2026, 11, 22)
"""The day on which the sources of the country annexes were last read (domain 10).

It may lie after the date of a pack, so it prints as the day of the catalogue and never as the day of the pack."""

_EU = frozenset(
    [
        "AT",
        "BE",
        "BG",
        "HR",
        "CY",
        "CZ",
        "DK",
        "EE",
        "FI",
        "FR",
        "DE",
        "GR",
        "HU",
        "IE",
        "IT",
        "LV",
        "LT",
        "LU",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SK",
        "SI",
        "ES",
        "SE",
    ]
)
_ANNEXES = {"ZA": "za", "GB": "uk", "US": "us", "AU": "au", **dict.fromkeys(_EU, "eu")}


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
    kept_under: str = ""
    """The country under which the answers keep its review: a federal country's own, where that covers it."""

    adds: tuple[str, ...] = ()
    """What counsel added for it, as rules that employees read."""
    answered: bool = False
    """Whether the answers say that counsel has answered the questions of its annex."""

    @property
    def state(self) -> str:
        """The state alone ("New York"); empty where the answer names a whole country."""
        return self.name.partition(",")[0] if "-" in self.code else ""

    @property
    def is_reviewed(self) -> bool:
        """True where both the reviewer and the day of the review are given."""
        return isinstance(self.reviewer, str) and isinstance(self.reviewed, date)

    @property
    def is_settled(self) -> bool:
        """True where counsel has reviewed the policy there and answered the questions of the annex."""
        return self.is_reviewed and self.answered

    @property
    def law_day(self) -> date:
        """The day as of which its annex holds: counsel's review where that is later than our own reading."""
        if isinstance(self.reviewer, str) and isinstance(self.reviewed, date):
            return max(LAW_AS_OF, self.reviewed)
        return LAW_AS_OF


def jurisdictions(engagement: Engagement) -> tuple[Jurisdiction, ...]:
    """Return the countries where employees work, in the order of the answers (domain 10.1, POL-15)."""
    reviews = {
        code: each for each in records(engagement.policy.legal_reviews) if (code := known(each.country))
    }
    return tuple(_jurisdiction(code, reviews) for code in records(engagement.engagement.countries))


def land(code: str) -> str:
    """Return a country or a state by its own name ("California"); the code itself where it has none."""
    name = country(code) or code
    return name.partition(", ")[0] if "-" in code else name


def _jurisdiction(code: str, reviews: Mapping[str, LegalReview]) -> Jurisdiction:
    federal = code.partition("-")[0]
    # A review for a federal country covers its states.
    review = reviews.get(code) or reviews.get(federal)
    return Jurisdiction(
        code,
        country(code) or code,
        _ANNEXES.get(federal, ""),
        review.reviewer if review else None,
        review.date if review else None,
        known(review.country) or code if review else code,
        records(review.adds) if review and review.adds is not None else (),
        review is not None and review.answered is True,
    )
