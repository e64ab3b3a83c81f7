"""The desk of one rendering: every value that a template prints lies here, and a token stands for it.

The notation never sees the characters of a value, so nothing in an answer can be taken for markup. The
room does not know what a value means: the caller's printers say how each type reads.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

from stratgen.document import (
    Block,
    Exhibit,
    FieldTable,
    FormField,
    Inline,
    Inlines,
    List,
    Note,
    Paragraph,
    Quote,
    Reference,
    Text,
    plain,
)

OPEN, CLOSE = "\ue000", "\ue001"
EXHIBIT_OPEN, EXHIBIT_CLOSE = "\ue002", "\ue003"
RESERVED = re.compile("[\ue000-\ue003]")
TOKEN = re.compile("\ue000([0-9]+)\ue001")
EXHIBIT_TOKEN = re.compile("\ue002([0-9]+)\ue003")
ANY_TOKEN = re.compile("[\ue000\ue002]([0-9]+)[\ue001\ue003]")

Blocks = tuple[Block, ...]
Printer = Callable[[Any], Inlines | Blocks]
Spot = tuple[Any, int]
"""Where a template was when it printed: the compiled template and the line of its code."""


class Notation(str):
    """Text that is already in the notation, such as what a macro returns; printing leaves it alone."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def is_notation(value: object) -> bool:
    """Return whether a value is text in the notation rather than somebody's words."""
    return isinstance(value, str) and hasattr(value, "__html__")


class UnprintableError(Exception):
    """A value that has no words; `what` and `mend` read as in a fault."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.what, self.mend = what, mend


class Printers:
    """How each type of value reads; the nearest class in the order of inheritance wins."""

    def __init__(self, printers: Mapping[type, Printer]) -> None:
        self._given = dict(printers)
        self._found: dict[type, Printer | None] = {}

    def find(self, kind: type) -> Printer | None:
        """Return the printer of a type, or None where the caller gave none."""
        if kind not in self._found:
            self._found[kind] = next((self._given[k] for k in kind.__mro__ if k in self._given), None)
        return self._found[kind]

    def reads_as_text(self, value: object) -> bool:
        """Return whether a value is plain text or a whole number, printed as it stands."""
        if isinstance(value, bool) or not isinstance(value, str | int) or is_notation(value):
            return False
        return self.find(type(value)) is None

    def printed(self, value: object) -> str | Inlines | Blocks:
        """Return what a value reads as; raises UnprintableError where it has no words."""
        printer = self.find(type(value))
        if printer is not None:
            return printer(value)
        if self.reads_as_text(value):
            return _tidy(str(value))
        if value is None:
            what = "this prints an answer that does not apply"
            raise UnprintableError(what, "Ask for it first with {% if %}.")
        kind = type(value).__name__
        if isinstance(value, list | tuple | set | frozenset | dict):
            raise UnprintableError(f"a {kind} cannot be printed", "Use a loop, or the filter `listing`.")
        raise UnprintableError(f"a value of type {kind} cannot be printed", "Print one of its fields.")


class Desk:
    """What one rendering has printed so far, and what went wrong on the way."""

    def __init__(
        self,
        printers: Printers,
        exhibits: Mapping[str, Exhibit | None],
        conjunction: str,
        spot: Callable[[], Spot],
        names: Collection[str] = (),
    ) -> None:
        self.printers, self.exhibits, self.conjunction = printers, exhibits, conjunction
        self.values: list[str | Inlines | Blocks] = []
        self.spots: list[Spot] = []
        self.shown: dict[int, Exhibit] = {}
        self.complaints: list[tuple[Spot, str, str]] = []
        self.seen: dict[str, Spot] = {}
        """Where each reference was first asked for."""
        self.names = frozenset(names)
        """Words that keep their capital inside a sentence."""
        self._spot = spot

    def print(self, value: object) -> Notation:
        """Return the token that stands for a value; one without words becomes a complaint."""
        try:
            return self.put(self.printers.printed(value))
        except UnprintableError as fault:
            return self.complain(fault.what, fault.mend)

    def put(self, printed: str | Inlines | Blocks) -> Notation:
        """Return the token that stands for words that are already printed."""
        return Notation(f"{OPEN}{self._keep(printed)}{CLOSE}")

    def put_exhibit(self, exhibit: Exhibit) -> Notation:
        """Return the token that stands for an exhibit."""
        index = self._keep("")
        self.shown[index] = exhibit
        return Notation(f"{EXHIBIT_OPEN}{index}{EXHIBIT_CLOSE}")

    def complain(self, what: str, mend: str = "") -> Notation:
        """Keep a complaint with the place in the template; return nothing to print."""
        self.complaints.append((self._spot(), what, mend))
        return Notation()

    def refer(self, key: str, page: bool = False) -> Notation:
        """Return the token of a reference and keep the place where it was asked for."""
        self.seen.setdefault(key, self._spot())
        return self.put((Reference(key, page=page),))

    def words(self, text: str) -> str:
        """Return text with each token replaced by the plain words it stands for."""
        return TOKEN.sub(lambda match: self.words_of(int(match[1])), text) if OPEN in text else text

    def words_of(self, index: int) -> str:
        """Return the plain words of one value."""
        value = self.values[index]
        return value if isinstance(value, str) else plain(as_inlines(value))

    def _keep(self, printed: str | Inlines | Blocks) -> int:
        self.values.append(printed)
        self.spots.append(self._spot())
        return len(self.values) - 1


def renumbered(text: str) -> tuple[str, tuple[int, ...]]:
    """Return text with its tokens counted from 0, and the indices they had.

    Equal templates thus give equal text whatever was printed before, and are parsed once.
    """
    if OPEN not in text:
        return text, ()
    order: list[int] = []

    def count(match: re.Match[str]) -> str:
        order.append(int(match[1]))
        return f"{OPEN}{len(order) - 1}{CLOSE}"

    return TOKEN.sub(count, text), tuple(order)


def as_inlines(printed: Inlines | Blocks) -> Inlines:
    """Return words for a place that holds one line; blocks follow each other after line breaks."""
    lines: list[Inlines] = []
    rest: list[Inline] = []
    for item in printed:
        match item:
            case Paragraph(inlines=inlines):
                lines.append(inlines)
            case List(items=items):
                lines.extend(as_inlines(blocks) for blocks in items)
            case Quote(blocks=blocks):
                lines.append(as_inlines(blocks))
            case Exhibit() | FieldTable():
                raise UnprintableError("a table or figure stands inside a line", "Give it a line of its own.")
            case _:
                rest.append(item)  # type: ignore[arg-type]
    if rest:
        return tuple(rest)
    joined: list[Inline] = []
    for line in lines:
        joined.extend((Text("\n"), *line) if joined else line)
    return tuple(joined)


def as_blocks(printed: Inlines | Blocks) -> Blocks:
    """Return the blocks of what a printer returned; none where it returned inlines."""
    return tuple(item for item in printed if not isinstance(item, Inline))


def refers(inlines: Inlines) -> bool:
    """Return whether words hold a reference, note or field, which a place of plain text cannot show."""
    for inline in inlines:
        match inline:
            case Text():
                pass
            case Reference() | Note() | FormField():
                return True
            case _ if refers(inline.inlines):
                return True
    return False


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
