"""Which clauses and annexes the employee policy has, and how far counsel has looked at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from stratgen.analysis.jurisdictions import Jurisdiction
from stratgen.engagement.answer import Answer
from stratgen.engagement.stakeholders import LegacyPractice

CountryKey = Literal["za", "uk", "us", "eu", "au", "other"]
SectorKey = Literal["finance", "health", "pharma", "public", "listed", "regulated"]


@dataclass(frozen=True, slots=True)
class ClauseFinding:
    """One clause of the register (domain 10.3)."""

    id: str
    """`C-01` to `C-26`."""
    title: str
    heading: str
    """The key of the heading under which it stands."""
    applies: bool
    why: str
    """The answer that calls for it, or the reason why it is left out."""


@dataclass(frozen=True, slots=True)
class CountryAnnex:
    """The annex for one body of law, and the countries of the client that it covers (domain 10.1)."""

    key: CountryKey
    """`other` is the neutral annex, for countries whose law nobody has read for us."""
    title: str
    as_of: date | None
    """The day as of which it holds, the earliest of its places; None for the neutral annex."""
    places: tuple[Jurisdiction, ...]

    @property
    def reviewed(self) -> bool:
        """True where counsel has signed for every country that the annex covers (POL-15)."""
        return all(place.is_reviewed for place in self.places)

    @property
    def settled(self) -> bool:
        """True where counsel has also answered its questions for every country; until then they stay."""
        return all(place.is_settled for place in self.places)


@dataclass(frozen=True, slots=True)
class SectorAnnex:
    """One part of the sector annex."""

    key: SectorKey
    title: str
    why: str


@dataclass(frozen=True, slots=True)
class TermsBinding:
    """Who owns and approves the terms of engagement, and from when they hold (TERM-08)."""

    owner: Answer[str]
    approver: Answer[str]
    effective: Answer[date]
    since: date | None = None
    """The day since which they hold, where a review says that their work is done; else None."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses and annexes of the employee policy, and the state of its legal review."""

    register: tuple[ClauseFinding, ...]
    """All 26, in order."""
    annexes: tuple[CountryAnnex, ...]
    sectors: tuple[SectorAnnex, ...]
    codes: tuple[str, ...]
    """Countries and states as answered, for what holds in one state only."""
    reviewed: bool
    """True where counsel has signed for every country where employees work (POL-15)."""
    press: str | None = None
    """The authorised voice that speaks to the press; None where no role says so (POL-06)."""
    carrier: bool = False
    """The client carries people by air or rail: which labour statute of the United States holds is for counsel."""
    commercial: bool = True
    """It competes for customers; a public body, a school or a charity does not."""
    consultation_open: tuple[str, ...] = ()
    """Employee bodies that nobody has consulted yet, and consultations that are not closed (POL-14)."""

    next_review: date | None = None
    """The day by which the policy is reviewed: months after it takes effect; None where either is not known (POL-01)."""
    further_purposes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Lawful bases of the further purposes of monitoring, each with its purposes; "" for those without one (POL-21)."""
    adopted_by: date | None = None
    """The day by which the policy is adopted: its own, else that of its resolution (POL-22, BOA-01)."""
    trained_by: date | None = None
    """The last day by which somebody who answers or posts is trained, where the policy takes effect first (TRN-03)."""
    sole_approver: bool = False
    """The accountable executive is the only one who approves content, so nobody else of the table can read it."""
    security_desk: bool = False
    """Whether IT and security answers for the safety of accounts: lost devices are reported there too (TEAM-04)."""
    small: bool = False
    """So few people work there that there may be only one manager (ENG-09)."""
    still_allowed: tuple[LegacyPractice, ...] = ()
    """Practices that the policy forbids, and that end only after it takes effect (NEU-03)."""
    terms: TermsBinding | None = None
    """Who owns and approves the terms of engagement, and from when they hold."""

    regulator_voice: str | None = None
    """The authorised voice that speaks to regulators; None where no role says so (POL-06)."""

    @property
    def settled(self) -> bool:
        """True where counsel has signed and answered the questions for every country where employees work."""
        return self.reviewed and all(each.settled for each in self.annexes)

    @property
    def unreviewed(self) -> tuple[str, ...]:
        """The countries and states without a review, by name."""
        places = (place for each in self.annexes for place in each.places)
        return tuple(place.state or place.name for place in places if not place.is_reviewed)

    @property
    def reviewed_in_part(self) -> bool:
        """True where counsel has signed for some countries and not for others."""
        return 0 < len(self.unreviewed) < sum(len(each.places) for each in self.annexes)

    @property
    def signed(self) -> tuple[str, ...]:
        """The keys of the country annexes that counsel has signed."""
        return tuple(each.key for each in self.annexes if each.reviewed)

    @property
    def states(self) -> tuple[str, ...]:
        """The states of the United States where people work, by name."""
        return tuple(
            place.state for each in self.annexes if each.key == "us" for place in each.places if place.state
        )

    @property
    def listed(self) -> bool:
        """True where an exchange is among the regulators, so that news can move a price."""
        return any(each.key == "listed" for each in self.sectors)

    @property
    def applying(self) -> tuple[str, ...]:
        """The ids of the clauses that apply."""
        return tuple(each.id for each in self.register if each.applies)

    @property
    def countries(self) -> tuple[str, ...]:
        """The keys of the country annexes that apply."""
        return tuple(each.key for each in self.annexes)
