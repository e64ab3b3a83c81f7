"""What the interview needs of the answers: to read them, to judge one, to write one, to see what would follow.

The conductor gives it files, findings and documents; this room knows the promise only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any, Protocol

from stratgen.analysis.findings import Findings
from stratgen.analysis.keypaths import Path
from stratgen.catalogue import Catalogue
from stratgen.engagement import Engagement
from stratgen.wizard.marks import Marks


@dataclass(frozen=True, slots=True)
class Put:
    """An answer is set, or an item added where the last step is one past the end."""

    path: Path
    value: Any


@dataclass(frozen=True, slots=True)
class Take:
    """A record of a list, or an optional answer, is taken away."""

    path: Path


@dataclass(frozen=True, slots=True)
class Move:
    """A record of a list goes to another place in it."""

    path: Path
    here: int
    there: int


Change = Put | Take | Move


class ChangedElsewhereError(Exception):
    """Somebody else has changed the file since it was last read or written here."""


class CannotSaveError(Exception):
    """The answer could not be written; says why."""


class Book(Protocol):
    """One answer file, as the interview sees it."""

    marks: Marks
    catalogue: Catalogue
    """The reference data of its workspace."""

    @property
    def name(self) -> str:
        """What the file is called."""
        ...

    @property
    def engagement(self) -> Engagement:
        """The answers as they stand on disk."""
        ...

    @property
    def findings(self) -> Findings:
        """What follows from them."""
        ...

    def judge(self, path: Path, value: Any, typed: str) -> str:
        """Return what is wrong with an answer and how to mend it, empty where it would pass."""
        ...

    def plain(self, path: Path) -> Any:
        """Return what the file says at a path, as plain values; None where it says nothing."""
        ...

    def write(self, changes: Sequence[Change]) -> None:
        """Write changes to disk before returning; raises ChangedElsewhereError and CannotSaveError."""
        ...

    def keep_marks(self) -> None:
        """Write the marks down, so that nothing of them is lost with the sitting."""
        ...

    def reread(self) -> None:
        """Take the file as it now stands on disk."""
        ...

    def preview(self, changes: Sequence[Change]) -> tuple[Engagement, Findings]:
        """Return what the answers and findings would be after changes."""
        ...

    def touched(self, after: Engagement) -> str:
        """Return which parts of which documents would read otherwise: "Board brief 2 and 5, Roadmap 4"."""
        ...

    def prints(self, path: Path) -> str:
        """Return where the answer to a question prints: "Board brief, Why this matters now"."""
        ...

    def render(self, progress: Callable[[str], None]) -> tuple[FilePath, ...]:
        """Write the pack and return its files; raises StratgenError."""
        ...
