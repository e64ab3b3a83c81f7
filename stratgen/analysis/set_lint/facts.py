"""What a fact is: a subject, one side of it, and the value that a place prints for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from stratgen.analysis.findings import RuleFinding
from stratgen.analysis.set_lint.statements import Spot
from stratgen.analysis.set_lint.values import Value, folded, value

Kind = Literal[
    "measure", "channel", "promise", "severity", "work", "money", "people", "paper", "row", "score", "risk"
]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that has one value in the whole pack: "Response rate", "target"."""

    kind: Kind
    subject: str
    aspect: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells it from other facts, however its words are dressed."""
        return self.kind, folded(self.subject), folded(self.aspect)

    def __str__(self) -> str:
        """Return its name in words: "Response rate: target"."""
        return f"{self.subject}: {self.aspect}" if self.aspect else self.subject


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact as one place prints it."""

    fact: Fact
    value: Value
    spot: Spot
    source: str
    """The table, or "" in running text: a fact that one table prints twice is no single fact."""
    text: str = ""
    """The sentence, where it is running text."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What the lint of the set says, and where the words stand that it is about."""

    finding: RuleFinding
    spot: Spot | None = None
    """None where a whole part of a document is meant."""
    text: str = ""
    """The sentence, where it is running text."""


def stated(kind: Kind, subject: str, aspect: str, printed: str, spot: Spot, source: str = "") -> list[Stated]:
    """Return one statement, or none where what is printed is blank or still open."""
    found = value(printed)
    return [Stated(Fact(kind, subject, aspect), found, spot, source, printed)] if found and subject else []
