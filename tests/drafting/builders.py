"""Templates in a folder, and what a caller of the drafting room brings along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from stratgen.document import (
    Block,
    Cell,
    Column,
    DataTable,
    Document,
    Exhibit,
    Inlines,
    Row,
    Text,
)
from stratgen.drafting import Face, Printer, TemplateSet, draft, template_set


@dataclass(frozen=True)
class Hole:
    """An answer that is still open."""

    owner: str = "CFO"

    def method(self) -> str:
        """Nothing a template may call."""
        return self.owner


class Grade(StrEnum):
    """A text that is more than text."""

    MEASURED = "measured"


@dataclass(frozen=True)
class Client:
    """A model with fields."""

    name: str = "Acme"
    purpose: str | None = None
    _secret: str = "hidden"

    @property
    def shown(self) -> str:
        """A property is a field."""
        return f"{self.name} Ltd"

    def letters(self) -> int:
        """Nothing a template may call."""
        return len(self.name)


def _hole(hole: Hole) -> Inlines:
    return (Text(f"[To be confirmed: {hole.owner}]", "open-point"),)


PRINTERS: dict[type, Printer] = {
    Hole: _hole,
    Grade: lambda grade: (Text(f"{grade.name.title()} figure"),),
}


def a_face() -> Face:
    """Return what every test document bears on its front."""
    return Face("Acme", "1 May 2026", "2026-05-01", "1.0", "Draft", "Secret", "en-ZA", "A4", "An Author")


def an_exhibit(key: str = "capability-gap", *words: str | Inlines, kind: Any = "Table") -> Exhibit:
    """Return a small table."""
    cells = tuple(Cell(((Text(word),) if isinstance(word, str) else word,)) for word in words or ("cell",))
    table = DataTable(tuple(Column(f"C{n}") for n in range(len(cells))), (Row(cells),))
    return Exhibit(key, kind, f"About {key}", table)


def templates_of(folder: Path, body: str, **partials: str) -> TemplateSet:
    """Return a set with the template `paper`, whose front matter is given, and partials by name."""
    (folder / "partials").mkdir(exist_ok=True)
    text = body if "---\n" in body[:40] else f"---\ntitle: Paper\n---\n{body}"
    (folder / "paper.md.j2").write_text(text, encoding="utf-8")
    for name, partial in partials.items():
        (folder / "partials" / f"{name}.md.j2").write_text(partial, encoding="utf-8")
    return template_set(folder, PRINTERS)


def paper(
    folder: Path,
    body: str,
    context: Mapping[str, object] | None = None,
    exhibits: Mapping[str, Exhibit | None] | None = None,
    **partials: str,
) -> Document:
    """Return the document of a template body; its first line is line 4 of the file."""
    return draft(templates_of(folder, body, **partials), "paper", context or {}, exhibits or {}, a_face())


def blocks(folder: Path, body: str, **context: object) -> tuple[Block, ...]:
    """Return the blocks of a template body."""
    return paper(folder, body, context).blocks
