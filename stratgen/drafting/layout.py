"""The lines of a page in the notation: headings, boxes, fields, exhibits and the prose between them.

Works line by line on rendered text that holds tokens. It knows nothing of what stands inside a line.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import get_args

from stratgen.document import CalloutRole, HeadingKind
from stratgen.drafting.desk import EXHIBIT_TOKEN

_HEADING = re.compile(r"[ \t]*(#{1,6})(?:[ \t]+(.*))?")
_ATTRIBUTES = re.compile(r"(?:^|[ \t]+)\{([#.][^{}]*)\}$")
_FENCE = re.compile(r"[ \t]*:::+[ \t]*(.*)")
_BREAK = re.compile(r"[ \t]*\{pagebreak\}")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+\S")
_EXHIBIT = re.compile(rf"[ \t]*{EXHIBIT_TOKEN.pattern}")
_KINDS: dict[str, HeadingKind] = {".plain": "plain", ".annex": "annex", ".part": "part"}
_FLAGS = (".new-page", ".landscape", ".apart", ".whole", ".opening")
_ROLES = get_args(CalloutRole)


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a line, counted from 0 in the rendered text."""

    line: int
    what: str
    mend: str = ""


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A heading as written; an empty `key` means that the title gives it."""

    line: int
    level: int
    text: str
    key: str
    kind: HeadingKind
    new_page: bool
    landscape: bool = False
    apart: bool = False
    whole: bool = False
    opening: bool = False


@dataclass(frozen=True, slots=True)
class ProseLines:
    """Lines that hold paragraphs, lists and quotes."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class CalloutLines:
    """A box: its role, its title as written, its lines."""

    line: int
    role: CalloutRole
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class FieldLines:
    """Names and their values as written, each row with its line."""

    line: int
    description: str
    rows: tuple[tuple[int, str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class ExhibitLine:
    """An exhibit, by its place among the printed values."""

    line: int
    index: int


@dataclass(frozen=True, slots=True)
class BreakLine:
    """The next piece starts a page."""

    line: int


Piece = HeadingLine | ProseLines | CalloutLines | FieldLines | ExhibitLine | BreakLine


def lay_out(lines: list[str], first: int) -> tuple[list[Piece], list[Flaw]]:
    """Return the pieces that the lines from `first` on hold, and what is wrong with them."""
    sheet = _Sheet(lines)
    at = first
    while at < len(lines):
        at = sheet.read(at)
    sheet.close_prose(len(lines))
    return sheet.pieces, sheet.flaws


class _Sheet:
    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.pieces: list[Piece] = []
        self.flaws: list[Flaw] = []
        self.prose: int | None = None

    def read(self, at: int) -> int:
        """Read the piece that begins on a line; return the line after it."""
        line = self.lines[at]
        head = line.lstrip(" \t")[:1]
        if head == "#" and (match := _HEADING.fullmatch(line)):
            self.close_prose(at)
            self._heading(at, len(match[1]), match[2] or "")
        elif head == ":" and (match := _FENCE.fullmatch(line)):
            self.close_prose(at)
            return self._container(at, match[1])
        elif head == "{" and _BREAK.fullmatch(line):
            self.close_prose(at)
            self.pieces.append(BreakLine(at))
        elif head == "\ue002" and (match := _EXHIBIT.fullmatch(line)):
            self.close_prose(at)
            self.pieces.append(ExhibitLine(at, int(match[1])))
        elif self.prose is None:
            self.prose = at
        return at + 1

    def close_prose(self, at: int) -> None:
        """End the prose that runs before a line."""
        if self.prose is not None:
            self._refuse_run_on(self.prose, at)
            text = self._text(self.prose, at)
            if text.strip():
                self.pieces.append(ProseLines(self.prose, text))
            self.prose = None

    def _refuse_run_on(self, start: int, stop: int) -> None:
        """Complain of a line that Markdown would swallow into the list item above it: between two Jinja
        tags a missing blank line is easily overlooked."""
        in_item = False
        for at in range(start, stop):
            line = self.lines[at]
            marked = _ITEM.match(line) is not None
            if in_item and not marked and line[:1] not in ("", " ", "\t", ">"):
                self.flaws.append(
                    Flaw(
                        at,
                        "this line runs into the list item above it",
                        "Leave a blank line before it, or indent it to continue the item.",
                    )
                )
            in_item = bool(line) and (marked or in_item)

    def _text(self, start: int, stop: int) -> str:
        for at in range(start, stop):
            if EXHIBIT_TOKEN.search(self.lines[at]):
                self.flaws.append(
                    Flaw(
                        at,
                        "an exhibit stands among words, in a list or in a box",
                        "Give it a line of its own in the running text.",
                    )
                )
        return EXHIBIT_TOKEN.sub("", "\n".join(self.lines[start:stop]))

    def _heading(self, at: int, level: int, text: str) -> None:
        key, flags = "", set[str]()
        kind: HeadingKind = "section"
        attributes = _ATTRIBUTES.search(text)
        for word in attributes[1].split() if attributes else ():
            if word.startswith("#"):
                key = word[1:]
            elif word in _FLAGS:
                flags.add(word)
            elif word in _KINDS:
                kind = _KINDS[word]
            else:
                mend = "Use #key, .plain, .annex, .part, .new-page, .landscape, .apart, .whole or .opening."
                self.flaws.append(Flaw(at, f'"{word}" means nothing on a heading', mend))
        title = text[: attributes.start()] if attributes else text
        self.pieces.append(
            HeadingLine(at, level, title.strip(" \t"), key, kind, *(flag in flags for flag in _FLAGS))
        )

    def _container(self, at: int, opening: str) -> int:
        name, _, title = opening.partition(" ")
        if name == "pagebreak":
            self.pieces.append(BreakLine(at))
            after = next((n for n in range(at + 1, len(self.lines)) if self.lines[n]), at)
            return after + 1 if self.lines[after].strip() == ":::" else at + 1
        if not name:
            self.flaws.append(Flaw(at, '":::" closes a box that was not opened', "Leave it out."))
            return at + 1
        stop = self._closing(at)
        if name == "fields":
            self.pieces.append(FieldLines(at, title.strip(), tuple(self._rows(at + 1, stop))))
        elif name in _ROLES:
            role = next(role for role in _ROLES if role == name)
            self.pieces.append(CalloutLines(at, role, title.strip(), self._text(at + 1, stop)))
        else:
            known = (*_ROLES, "fields", "pagebreak")
            close = difflib.get_close_matches(name, known, 1)
            mend = f'Did you mean "{close[0]}"?' if close else f"The kinds are {', '.join(known)}."
            self.flaws.append(Flaw(at, f'"::: {name}" is no kind of box', mend))
        return stop + 1

    def _closing(self, at: int) -> int:
        """Return the line that closes the box opened on a line; where none does, the box ends there."""
        for line in range(at + 1, len(self.lines)):
            match = _FENCE.fullmatch(self.lines[line])
            if match and not match[1]:
                return line
            heading = _HEADING.fullmatch(self.lines[line])
            if match or heading:
                what = "a heading" if heading else "another box"
                self.flaws.append(Flaw(at, f"this box is not closed before {what}", 'Close it with ":::".'))
                return line - 1
        self.flaws.append(Flaw(at, "this box is never closed", 'Close it with ":::".'))
        return len(self.lines) - 1 if at < len(self.lines) - 1 else at

    def _rows(self, start: int, stop: int) -> list[tuple[int, str, tuple[str, ...]]]:
        lines = [(at, self.lines[at]) for at in range(start, stop) if self.lines[at].strip()]
        if not lines:
            self.flaws.append(Flaw(start - 1, "this list of fields is empty", "Give it a line."))
        self._text(start, stop)
        margin = min((len(line) - len(line.lstrip(" ")) for _, line in lines), default=0)
        rows: list[tuple[int, str, list[str]]] = []
        for at, indented in lines:
            line = EXHIBIT_TOKEN.sub("", indented[margin:])
            label, separator, value = line.partition("::")
            continues = line.startswith("  ") or (bool(separator) and not label.strip())
            if continues and rows:
                rows[-1][2].append(line.strip() if label.strip() else value.strip())
            elif separator and label.strip():
                rows.append((at, label.strip(), [value.strip()] if value.strip() else []))
            else:
                self.flaws.append(Flaw(at, "this line has no name and value", 'Write it "Name :: value".'))
        return [(at, label, tuple(values)) for at, label, values in rows]
