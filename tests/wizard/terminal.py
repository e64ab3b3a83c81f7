"""A real pseudo-terminal with stratgen in it: what is typed goes in as keys, what is shown is read as text."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable

from tests.command import surroundings

_ESCAPES = re.compile(r"\x1b(\[[0-9;?]*[a-zA-Z]|\][^\x07]*\x07|[()][A-Z0-9]|[=>])")
_ASKS_POSITION = b"\x1b[6n"
PLACE = re.compile(r"── ([^─\n]+?) ─+\n(.+?)\n  ", re.DOTALL)


class Terminal:
    """One run of stratgen on a terminal of its own."""

    def __init__(self, *arguments: str, rows: int = 24, columns: int = 80, **environment: str) -> None:
        told = {**surroundings(), "TERM": "xterm-256color", **environment}
        told.pop("NO_COLOR", None) if "NO_COLOR" not in environment else None
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            os.execve(sys.executable, [sys.executable, "-m", "stratgen", *arguments], told)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.raw = ""
        self.mark = 0
        self.ended = False

    def read(self, seconds: float) -> bool:
        """Take what is shown for at most so long; False where nothing came."""
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready or self.ended:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:
            data = b""
        if not data:
            self.ended = True
            return False
        if _ASKS_POSITION in data:
            os.write(self._master, b"\x1b[1;1R")
        self.raw += data.decode("utf-8", "replace")
        return True

    @property
    def shown(self) -> str:
        """What was shown since the last key, as plain text."""
        return _ESCAPES.sub("", self.raw[self.mark :]).replace("\r", "")

    def wait(self, until: Callable[[str], bool], seconds: float = 20.0) -> str:
        """Read until something is shown and the screen is quiet; fails loudly where it never is."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and not self.ended:
            if until(self.shown):
                while self.read(0.04):
                    pass
                return self.shown
            self.read(0.2)
        if until(self.shown) or self.ended:
            return self.shown
        raise AssertionError(f"not shown in {seconds} s; the screen says:\n{self.shown[-1500:]}")

    def type(self, keys: str) -> None:
        """Type keys; what is shown from now on is read anew."""
        self.mark = len(self.raw)
        os.write(self._master, keys.encode())

    def kill(self) -> None:
        """Kill it as hard as can be."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._master)
        self.ended = True

    def end(self, seconds: float = 10.0) -> int:
        """Wait for the end and return the exit code."""
        end = time.monotonic() + seconds
        while not self.ended and time.monotonic() < end:
            self.read(0.1)
        if not self.ended:
            os.kill(self.pid, signal.SIGKILL)
        _, status = os.waitpid(self.pid, 0)
        os.close(self._master)
        return os.waitstatus_to_exitcode(status)


def question_shown(text: str) -> tuple[str, str] | None:
    """Return the place and the question that stand on the screen last, once its prompt is there; None before."""
    found = PLACE.findall(text)
    if not found or not re.search(r"Ctrl-C save and leave[^\n]*\n\s*\S", text[text.rfind(found[-1][0]) :]):
        return None
    place, question = found[-1]
    return place.strip(), " ".join(question.split())
