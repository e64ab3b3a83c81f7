"""The lines between `---` at the head of a template, and the face that every document is given.

Knows plain text only: what a title says has been printed by then.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import Literal

from stratgen.drafting.layout import Flaw

_KEYS = ("title", "subtitle", "audience", "classification", "status", "cover", "contents")
_SWITCH = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Face:
    """What a document's cover, header and properties say that its template does not."""

    client: str
    dated: str
    """The date as printed; `created` is the same day as `YYYY-MM-DD`."""
    created: str
    version: str
    status: str
    classification: str
    language: str
    """A language tag such as `en-ZA`."""
    paper: Literal["A4", "Letter"]
    author: str
    keywords: tuple[str, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a template says about itself, each entry with its line, and the line after it."""

    entries: dict[str, tuple[int, str]]
    flaws: tuple[Flaw, ...]
    end: int

    def switch(self, key: str) -> bool:
        """Return whether a `yes` or `no` entry says yes; no where it is missing."""
        return _SWITCH.get(self.entries.get(key, (0, "no"))[1], False)


def read_front(lines: list[str]) -> FrontMatter:
    """Return the front matter of rendered lines; blank lines before it are passed over."""
    start = next((at for at, line in enumerate(lines) if line.strip()), 0)
    if not lines or lines[start].strip() != "---":
        flaw = Flaw(start, "the template has no title", 'Begin it with "---", "title: …" and "---".')
        return FrontMatter({}, (flaw,), start)
    end = next((at for at in range(start + 1, len(lines)) if lines[at].strip() == "---"), None)
    if end is None:
        flaw = Flaw(start, "the front matter is not closed", 'Close it with "---".')
        return FrontMatter({}, (flaw,), len(lines))
    entries: dict[str, tuple[int, str]] = {}
    flaws = [one for at in range(start + 1, end) if (one := _read(lines[at], at, entries))]
    if not entries.get("title", (0, ""))[1]:
        flaws.append(Flaw(start, "the template has no title", 'Add "title: …".'))
    return FrontMatter(entries, tuple(flaws), end + 1)


def _read(line: str, at: int, entries: dict[str, tuple[int, str]]) -> Flaw | None:
    if not line.strip():
        return None
    name, colon, value = (part.strip() for part in line.partition(":"))
    if not colon or name not in _KEYS:
        close = difflib.get_close_matches(name, _KEYS, 1)
        mend = f'Did you mean "{close[0]}"?' if close else f"Write one of {', '.join(_KEYS)}."
        return Flaw(at, f'"{name}" is not part of the front matter', mend)
    if name in entries:
        return Flaw(at, f'"{name}" is given twice', "Leave one out.")
    entries[name] = (at, value)
    if name in ("cover", "contents") and value not in _SWITCH:
        return Flaw(at, f'"{name}" is neither yes nor no', "Write yes or no.")
    return None
