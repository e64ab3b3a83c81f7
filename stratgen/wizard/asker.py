"""What the interview needs of whoever puts the questions: a protocol, prompts and replies.

The flow speaks only this; a terminal, a plain line-by-line reader and a script in a test answer it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal, Protocol

from stratgen.analysis.keypaths import Path

Shape = Literal["line", "prose", "one", "many", "grid"]
Cell = tuple[str, str]
"""Row and column of a grid, by key."""


class Command(Enum):
    """What can be said in place of an answer: the key that is typed, and what it does."""

    BACK = "<", "back"
    UNKNOWN = "?", "don't know yet"
    MENU = "!", "menu"

    def __init__(self, key: str, label: str) -> None:
        self.key = key
        self.label = label


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers offered: its word in the file, its label, and why it is offered."""

    value: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of short cells: rows and columns by key and label, and the words a cell may hold."""

    rows: tuple[Option, ...]
    columns: tuple[Option, ...]
    words: tuple[str, ...]
    """Empty where a cell takes any number."""
    legend: str
    values: tuple[tuple[Cell, str], ...] = ()
    total: float = 0
    """What the cells should make together; 0 where they need not make anything."""
    form: bool = False
    """Whether its cells hold words of any length, one below the other."""
    completions: tuple[str, ...] = ()
    """Words that Tab completes in a form."""
    apart: bool = False
    """Whether each cell, or each row of several, is an answer of its own, which may be open beside the others."""
    at: str = ""
    """The row that the cursor begins in; empty for the first that is empty."""

    def told(self) -> dict[Cell, str]:
        """Return the cells that hold something."""
        return dict(self.values)

    def made(self, cells: dict[Cell, str]) -> str:
        """Return what the cells make together, in words: "95 of 100"; empty where they need not make anything."""
        if not self.total:
            return ""
        told = [number for word in cells.values() if (number := _plain_number(word)) is not None]
        return f"{sum(told):g} of {self.total:g}" if told else ""


def _plain_number(word: str) -> float | None:
    try:
        return float(word.replace(",", ".").rstrip("% "))
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question as it is put."""

    shape: Shape
    path: Path
    place: str
    """Where in the interview it stands: "Set-up, 3 of 44"."""
    question: str
    help: tuple[str, ...] = ()
    default: str = ""
    options: tuple[Option, ...] = ()
    free: bool = False
    """Whether something that is not among the options may be typed."""
    chosen: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    """Words to complete from."""
    grid: Grid | None = None
    commands: tuple[Command, ...] = (Command.BACK, Command.UNKNOWN, Command.MENU)
    error: str = ""


@dataclass(frozen=True, slots=True)
class Broken:
    """A grid that was left by a command with cells filled in: nothing in it is taken, and nothing lost."""

    command: Command
    cells: dict[Cell, str]


Reply = str | tuple[str, ...] | dict[Cell, str] | Command | Broken


class Leave(Exception):  # noqa: N818 - it is a wish, not an error
    """Somebody leaves the interview: Ctrl-C, the end of input, a signal."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a screen that is read; with a path it can be opened."""

    text: str
    path: Path | None = None


class Asker(Protocol):
    """Puts questions and says things; raises Leave where somebody leaves."""

    def ask(self, prompt: Prompt) -> Reply:
        """Put a question and return what was said: text, the options chosen, cells, or a command."""
        ...

    def say(self, text: str, tone: Literal["", "good", "bad", "quiet", "head"] = "") -> None:
        """Say something, wrapped to the width of the screen."""
        ...

    def browse(self, title: str, rows: tuple[Row, ...]) -> Path | None:
        """Show lines that scroll, and return the path of the one that was opened, None on leaving."""
        ...
