"""Where a block stands: in running text, in a quote or in a callout, and how deep in a list."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """The surroundings of a block."""

    role: str = "body"
    """The role of a plain paragraph here."""
    boxed: bool = False
    """Whether the paragraphs keep the shade and border of a callout or quote, lists included."""
    depth: int = 0
    """How many lists it stands in, 0 to 3."""
    keep: bool = False
    """Whether every paragraph is held with the next, as in a callout that must not be torn."""

    @property
    def paragraph(self) -> str:
        """The role of a plain paragraph at this depth."""
        return self.role if self.boxed or not self.depth else f"continue-{self.depth}"


BODY = Place()
QUOTE = Place("quote", boxed=True)
