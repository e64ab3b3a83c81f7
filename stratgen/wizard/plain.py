"""Line by line: questions as text, answers typed, no colour, no redraw. For screen readers and dumb terminals.

It reads from standard input and writes to standard output, and needs nothing of the terminal.
"""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Callable
from typing import Literal

from stratgen.analysis.keypaths import Path
from stratgen.wizard.asker import Broken, Command, Grid, Leave, Prompt, Reply, Row
from stratgen.wizard.choosing import chosen
from stratgen.wizard.grids import read_row
from stratgen.wizard.misread import MisreadError

HOLDS = "\u00a0"

END = "."
"""Alone on a line, it ends a text of several lines."""


class PlainAsker:
    """Asks with lines alone."""

    def __init__(self, read: Callable[[str], str] = input, write: Callable[[str], None] = print) -> None:
        self._read = read
        self._write = write

    def say(self, text: str, tone: Literal["", "good", "bad", "quiet", "head"] = "") -> None:
        """Print a text, wrapped; what is wrong begins with its word."""
        if tone in ("bad", "head"):
            self._write("")
        self._wrapped(f"Not taken: {text}" if tone == "bad" else text)

    def _wrapped(self, text: str, indent: str = "") -> None:
        wide = max(30, shutil.get_terminal_size().columns - 2)
        for row in text.split("\n"):
            filled = textwrap.fill(row, wide, initial_indent=indent, subsequent_indent=indent)
            self._write(filled.replace(HOLDS, " "))

    def ask(self, prompt: Prompt) -> Reply:
        """Print the question and read the answer; raises Leave at the end of input or on Ctrl-C."""
        if prompt.error:
            self.say(prompt.error, "bad")
        else:
            self._write("")
            self._wrapped(f"[{prompt.place}] {prompt.question}")
            for each in prompt.help:
                self._wrapped(each, "  ")
            for number, option in enumerate(prompt.options, 1):
                note = f" ({option.note})" if option.note else ""
                self._wrapped(f"{number}. {option.label}{note}", "  ")
            self._wrapped(footer(prompt, plain=True), "  ")
        if prompt.shape == "grid" and prompt.grid is not None:
            return self._grid(prompt, prompt.grid)
        if prompt.shape == "prose":
            return self._prose(prompt)
        return self._line(prompt)

    def _line(self, prompt: Prompt) -> Reply:
        # After something that was not taken, Enter alone may not give it again.
        shown = "" if prompt.error else _default(prompt)
        text = self._input(f"Answer [{shown}]: " if shown else "Answer: ")
        command = _command(prompt, text)
        if command is not None:
            return command
        if not text.strip() and prompt.error:
            return ""
        if not text.strip():
            return prompt.chosen if prompt.shape == "many" and prompt.chosen else prompt.default
        if prompt.shape == "many" and not prompt.free:
            try:
                return chosen(text, prompt.options, free=False, several=True)
            except MisreadError:
                return text
        return text

    def _prose(self, prompt: Prompt) -> Reply:
        if prompt.default and not prompt.error:
            self._wrapped(f"So far: {prompt.default}", "  ")
        rows: list[str] = []
        while True:
            row = self._input("Answer: " if not rows else "More: ")
            command = _command(prompt, row) if not rows else None
            if command is not None:
                return command
            if row.strip() == END or (not rows and not row.strip()):
                return "\n".join(rows) if rows or prompt.error else prompt.default
            rows.append(row)

    def _grid(self, prompt: Prompt, grid: Grid) -> Reply:
        told = grid.told()
        if len(grid.columns) > 1:
            self._wrapped("Columns: " + ", ".join(each.note or each.label for each in grid.columns), "  ")
        if grid.legend:
            self._wrapped(f"Cells: {grid.legend}", "  ")
        index = 0
        while index < len(grid.rows):
            row = grid.rows[index]
            now = " ".join(told.get((row.value, each.value), "") or "-" for each in grid.columns)
            if row.note:
                self._wrapped(row.note, "  ")
            text = self._input(f"{row.label} [{now}]: ")
            command = _command(prompt, text)
            if command is Command.BACK and index:
                index -= 1
                continue
            if command is not None and not (command is Command.UNKNOWN and grid.apart):
                given = {key: word for key, word in told.items() if word}
                return Broken(command, given) if given and not grid.form else command
            try:
                told |= read_row(grid, row, text) if text.strip() else {}
            except MisreadError as misread:
                self.say(str(misread), "bad")
                continue
            index += 1
        if grid.made(told):
            self._wrapped(f"Together {grid.made(told)}.", "  ")
        return told

    def browse(self, title: str, rows: tuple[Row, ...]) -> Path | None:
        """Print lines a screen at a time; a number opens its line."""
        self.say(title)
        openable = [row for row in rows if row.path is not None]
        numbers = {id(row): number for number, row in enumerate(openable, 1)}
        for row in rows:
            number = numbers.get(id(row))
            self._wrapped(f"{number}. {row.text}" if number else row.text)
        while True:
            text = self._input("A number to open it, Enter to leave: ").strip()
            if not text or text in (Command.BACK.key, Command.MENU.key):
                return None
            if text.isdigit() and 1 <= int(text) <= len(openable):
                return openable[int(text) - 1].path
            self.say(f"Type a number from 1 to {len(openable)}.", "bad")

    def _input(self, mark: str) -> str:
        try:
            return self._read(mark)
        except (EOFError, KeyboardInterrupt):
            raise Leave from None


def _default(prompt: Prompt) -> str:
    if prompt.shape == "many" and prompt.chosen:
        return ", ".join(prompt.chosen)
    labels = {each.value: each.label for each in prompt.options}
    return labels.get(prompt.default, prompt.default)


def _command(prompt: Prompt, text: str) -> Command | None:
    return next((each for each in prompt.commands if each.key == text.strip()), None)


def footer(prompt: Prompt, plain: bool = False, many: bool = False) -> str:
    """Return the line that says which keys work here; `many` options are typed, and not shown as a list."""
    words = {
        "prose": "Enter takes it | Alt-Enter, or \\ at its end, for a new line | F2 editor",
        "grid": "Arrows move, type to fill, Enter takes it",
        "many": "Type numbers or names with commas"
        if many
        else "Numbers, names or space mark | Enter takes it",
        "one": "Type its number or name" if many else "Its number, its name or arrows | Enter takes it",
        "line": "Enter takes it",
    }
    if prompt.shape in ("line", "prose") and prompt.default and not plain:
        words["line"] = "Enter takes what stands there | Typing replaces it, arrow keys edit it"
        words["prose"] = f"{words['line']} | Alt-Enter for a new line | F2 editor"
    if plain:
        words |= {
            "prose": f"A line with {END} alone ends it",
            "grid": "One line a row; Enter keeps a row",
            "many": "Numbers or names, with commas",
            "one": "Its number or name",
        }
    keys = " | ".join(f"{each.key} {each.label}" for each in prompt.commands)
    if prompt.grid is not None and prompt.grid.form and not plain:
        words["grid"] = "Enter takes it | Up and down move | Typing replaces, Right adds | Tab completes"
    # The spaces inside one part hold together where the line is wrapped.
    parts = [
        each
        for part in (words[prompt.shape], keys, "Ctrl-C save and leave")
        for each in part.split(" | ")
        if each
    ]
    return f"{HOLDS}| ".join(each.replace(" ", HOLDS) for each in parts)
