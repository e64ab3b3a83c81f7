"""The verbs of the interview: new, edit and questions. What they print around it, and how they end.

They hold no rule of the trade; the command line hands them their options as plain values.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import FrameType

from stratgen.errors import Fault, PlaceError
from stratgen.interviewing import AnswerFile, begin, prefill
from stratgen.wizard.asker import Asker, Leave
from stratgen.wizard.misread import MisreadError
from stratgen.wizard.session import Session, section_named

USAGE = 2
INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Sitting:
    """How an interview is held."""

    file: Path
    plain: bool = False
    full: bool = False
    section: str = ""
    to: Path | None = None
    answers_from: Path | None = None


def new(sitting: Sitting, today: date) -> int:
    """Begin an answer file, or go on with one, and interview; return the exit code."""
    if not sitting.plain and not _has_terminal():
        return _no_terminal(sitting.file)
    if not sitting.file.exists():
        try:
            begin(sitting.file)
        except OSError as error:
            reason = (error.strerror or type(error).__name__).lower()
            raise PlaceError([Fault(str(sitting.file), 0, "", f"cannot be written ({reason}).",
                                    "Choose another folder or name.")]) from None  # fmt: skip
    return _hold(
        sitting,
        today,
        lambda session: session.whole() if sitting.full else session.quick(),
        "edit" if sitting.full else "new",
    )


def edit(sitting: Sitting, today: date) -> int:
    """Reopen an answer file at its menu or at a section; return the exit code."""
    if not sitting.plain and not _has_terminal():
        return _no_terminal(sitting.file)
    if not sitting.section:
        return _hold(sitting, today, lambda session: session.menu())
    try:
        section = section_named(sitting.section)
    except MisreadError as misread:
        print(misread, file=sys.stderr)
        return USAGE

    def go(session: Session) -> None:
        session.section(section)
        session.menu()

    return _hold(sitting, today, go)


def questions(only_quick: bool, form: str) -> int:
    """Print the blank questionnaire as Markdown, or write it to standard output as a Word file; return the exit code."""
    if form == "docx":
        from stratgen.paperwork import questionnaire

        if sys.stdout.isatty():
            print("A Word file is no text; write it to a file: stratgen questions --format docx > questions.docx",
                  file=sys.stderr)  # fmt: skip
            return USAGE
        sys.stdout.buffer.write(questionnaire(only_quick, Path.cwd() / "answers"))
        return 0
    from stratgen.wizard.questionnaire import as_markdown

    sys.stdout.write(as_markdown(only_quick))
    return 0


def _hold(sitting: Sitting, today: date, go: Callable[[Session], None], verb: str = "edit") -> int:
    """Hold a sitting; whoever leaves it before its end goes on where they were by the same verb."""
    book = AnswerFile(sitting.file, sitting.to)
    if sitting.answers_from is not None:
        count = prefill(book, sitting.answers_from)
        print(f"{count} answers taken over from {sitting.answers_from}.")
    asker = _asker(sitting.plain)
    with _signals():
        try:
            go(Session(asker, book, today))
        except (Leave, KeyboardInterrupt):
            return _leave(book, INTERRUPTED, verb)
        except BrokenPipeError:
            return INTERRUPTED
        finally:
            book.keep_marks()
    return _leave(book, 0)


def _leave(book: AnswerFile, code: int, verb: str = "edit") -> int:
    said = f"\nEvery answer is saved in {book.name}. Go on with: stratgen {verb} {book.name}"
    try:
        print(said, file=sys.stderr if code else sys.stdout)
    except OSError:
        return code  # the terminal has gone; the answers have not
    return code


def _asker(plain: bool) -> Asker:
    from stratgen.wizard.plain import PlainAsker

    if plain:
        return PlainAsker()
    from stratgen.wizard.prompts import TerminalAsker, can_redraw

    return TerminalAsker() if can_redraw(os.environ.get("TERM", "")) else PlainAsker()


def _has_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _no_terminal(file: Path) -> int:
    print(
        "stratgen: this is no terminal, so nobody can be asked. Use --plain to answer line by line from a pipe,"
        f" or write {file} by hand: `stratgen questions` prints what is asked.",
        file=sys.stderr,
    )
    return USAGE


@contextmanager
def _signals() -> Iterator[None]:
    """Leave as on Ctrl-C when the terminal is closed or the process is asked to stop."""

    def leave(number: int, frame: FrameType | None) -> None:
        del number, frame
        raise Leave

    names = [each for each in ("SIGTERM", "SIGHUP") if hasattr(signal, each)]
    before = {each: signal.signal(getattr(signal, each), leave) for each in names}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(getattr(signal, each), handler)
