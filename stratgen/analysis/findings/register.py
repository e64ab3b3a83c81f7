"""What is known of the answers themselves: holes, evidence, completeness, rules that do not hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from stratgen.engagement import Figure


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """A hole in the answers: what is not known, why, who will find out, by when, and where it prints."""

    number: int
    path: str
    place: str
    """The section and record in words, for example "Channels 2 (Facebook)"."""
    question: str
    reason: str
    owner: str
    """Empty where nobody is named."""
    due: date | None
    documents: tuple[str, ...]
    """Titles of the documents that use the answer."""
    subject: str = ""
    """What it is about, such as a channel's name; empty where only place and question tell."""
    asks: str = ""
    """What is open about the subject, such as "how many messages need a reply"; empty where the subject says it."""

    @property
    def label(self) -> str:
        """What is open, in the words that print: subject and what is open about it, or else place and question."""
        if not self.subject:
            return f"{self.place}: {self.question}"
        return f"{self.subject}: {self.asks}" if self.asks else self.subject

    @property
    def in_brief(self) -> bool:
        """True where the board brief uses the answer."""
        return "Board brief" in self.documents


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One printed figure and where it comes from (domain 5.14)."""

    place: str
    figure: Figure
    dated: bool
    """Older than 36 months at the pack's date (domain 2.3)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The evidence register and the share of figures graded A or B, 0 to 100."""

    lines: tuple[EvidenceLine, ...]
    index: float | None


@dataclass(frozen=True, slots=True)
class Completeness:
    """How much of what a document uses has been answered (domain 5.19)."""

    document: str
    answered: int
    asked: int

    @property
    def missing(self) -> int:
        """How many of them have no answer."""
        return self.asked - self.answered

    @property
    def percent(self) -> float:
        """Share answered, 0 to 100."""
        return 100 * self.answered / self.asked if self.asked else 100.0


@dataclass(frozen=True, slots=True)
class RuleFinding:
    """A rule of domain section 6 that does not hold."""

    rule: str
    severity: Literal["error", "warning"]
    path: str
    """Key path of the answer that the user should look at first, such as `channels[2].owner`."""
    place: str
    what: str
    mend: str
    fingerprint: str
    """Changes when an answer that the rule reads changes."""
    accepted_because: str = ""
    accepted_by: str = ""
    of_source: bool = False
    """Whether it is about where the figure at `path` comes from, and not about its number."""
