"""The kinds of failure that a user can mend, and how each reads.

Data lies on the exception, the text comes from `__str__`; nothing here prints, and anything raised
in this project that is not a `StratgenError` is a bug.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong, where it is, and how to mend it.

    `line` counts from 1; 0 means that the whole file is meant. `mend` may be empty only where the
    sentence in `what` already says what to do.
    """

    file: str
    line: int
    place: str
    what: str
    mend: str = ""
    rule: str = ""

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        head = f"{where}: {self.place}" if self.place else where
        tail = f" {self.mend}" if self.mend else ""
        rule = f" [{self.rule}]" if self.rule else ""
        return f"{head}: {self.what}{tail}{rule}"


class StratgenError(Exception):
    """Something the user can mend; the command line prints it and leaves with exit code 1."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        super().__init__()
        self.faults: tuple[Fault, ...] = tuple(sorted(set(faults)))

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


class AnswersError(StratgenError):
    """An answer file that cannot be read, or that holds faults where none are allowed."""


class TemplateError(StratgenError):
    """A template that does not parse, asks for something that is not there, or prints nothing."""


class StyleError(StratgenError):
    """A house style document that cannot be used."""


class FormError(StratgenError):
    """A document that came back and cannot be read, or is not the one that was meant."""

    @classmethod
    def of(cls, file: str, what: str, mend: str) -> FormError:
        """Return the error of one fault that is about the whole file."""
        return cls([Fault(file, 0, "", what, mend)])


class CatalogueError(StratgenError):
    """A catalogue entry (packaged or from a workspace) that is not well-formed."""


class PlaceError(StratgenError):
    """A file or folder that cannot be read, written or overwritten."""


class OfficeError(StratgenError):
    """LibreOffice is missing, or could not do what was asked of it."""
