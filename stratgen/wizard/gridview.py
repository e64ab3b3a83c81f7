"""A grid to fill on the terminal: arrows move, a key fills a cell, Enter takes it all.

Together with `prompts` and `screens` the only module that knows prompt_toolkit.
"""

from __future__ import annotations

import shutil
import textwrap
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.data_structures import Point
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Layout, Window
from prompt_toolkit.layout.controls import FormattedTextControl
from prompt_toolkit.output.color_depth import ColorDepth
from prompt_toolkit.styles import Style

from stratgen.wizard.asker import Broken, Command, Grid, Reply
from stratgen.wizard.fitting import fit

BELOW = 3
"""Lines below a grid for what is said of a cell."""


class GridView:
    """One grid on the screen, and the cell that the cursor is on."""

    def __init__(
        self, grid: Grid, commands: tuple[Command, ...], style: Style, depth: ColorDepth | None, width: int
    ) -> None:
        self.grid = grid
        self.cells = grid.told()
        self.row = self._begin()
        self.note = ""
        self.column = 0
        self._touched = False
        self._fresh = set(self.cells)
        """Cells of a form that hold what stood in them: typing replaces it."""
        self._left: tuple[int, int] | None = None
        """The cell of a number that a space has just led away from."""
        self._commands = commands
        self._style = style
        self._depth = depth
        self._width = width

    def _begin(self) -> int:
        """Return the row of the cursor: where something is wrong, else in a form the first that is empty."""
        rows = self.grid.rows
        if self.grid.at:
            return next((n for n, row in enumerate(rows) if row.value == self.grid.at), 0)
        empty = (n for n, row in enumerate(rows) if self.grid.form and not self.cells.get((row.value, "")))
        return next(empty, 0)

    def application(self) -> Application[Any]:
        """Return what shows the grid until it is taken or left."""

        def height() -> int:
            head = 0 if self.grid.form else 1
            below = self._below().count("\n") + 1
            return min(head + len(self.grid.rows) + below, max(6, shutil.get_terminal_size().lines - 8))

        window = Window(
            FormattedTextControl(self.lines, focusable=True, show_cursor=False,
                                 get_cursor_position=lambda: Point(0, self.row + (not self.grid.form))),
            height=height, dont_extend_height=True, wrap_lines=False,
        )  # fmt: skip
        return Application(
            Layout(window), key_bindings=self._bindings(), style=self._style, color_depth=self._depth
        )

    def lines(self) -> StyleAndTextTuples:
        """Return the grid as fragments: a head, a line a row, and what the cell under the cursor is."""
        return self._form() if self.grid.form else self._table()

    def _form(self) -> StyleAndTextTuples:
        """Return the rows of a form: a label, and the words that were typed after it."""
        left = max(len(row.label) for row in self.grid.rows) + 2
        fragments: StyleAndTextTuples = []
        for n, row in enumerate(self.grid.rows):
            here = n == self.row
            word = self.cells.get((row.value, self.grid.columns[0].value), "")
            room = self._width - left - 4
            shown = word if len(word) <= room else f"…{word[len(word) - room + 1 :]}"
            fragments.append(
                ("class:question" if here else "", f"{'> ' if here else '  '}{row.label.ljust(left)}")
            )
            fresh = here and word and self._key() in self._fresh
            fragments.append(("class:cursor" if fresh else "", shown))
            fragments.append(("class:cursor", " ") if here else ("", ""))
            fragments.append(("", "\n"))
        fragments.append(("class:quiet", self._below()))
        return fragments

    def _broad(self) -> list[int]:
        """Return how wide each column of cells is: apart by two where the labels of the rows have room all the same."""
        grid = self.grid
        least = 3 if grid.words else 7
        words = max((len(each) for each in grid.words), default=0)
        widths = [max(least, words, len(each.label)) for each in grid.columns]
        left = max(len(each.label) for each in grid.rows) + 2
        gap = 2 if left + sum(widths) + 2 * len(widths) + 2 <= self._width else 1
        return [each + gap for each in widths]

    def _labels(self) -> int:
        """Return how wide the labels of the rows are, with the space after them."""
        room = self._width - sum(self._broad()) - 2
        return min(max(len(each.label) for each in self.grid.rows) + 2, max(room, 8))

    def _table(self) -> StyleAndTextTuples:
        grid = self.grid
        broad, left = self._broad(), self._labels()
        fragments: StyleAndTextTuples = []
        head = "".join(each.label.rjust(wide) for each, wide in zip(grid.columns, broad, strict=True))
        fragments.append(("class:quiet", f"{' ' * left}{head}\n"))
        for n, row in enumerate(grid.rows):
            fragments.append(
                ("class:question" if n == self.row else "", f"{fit(row.label, left - 1).ljust(left)}")
            )
            for m, column in enumerate(grid.columns):
                word = self.cells.get((row.value, column.value), "")
                here = (n, m) == (self.row, self.column)
                fragments.append(("", " " * (broad[m] - max(len(word), 1) - (2 if here else 1))))
                fragments.append(("class:cursor", f"[{word or ' '}]") if here else ("", f"{word or '·'} "))
            fragments.append(("", "\n"))
        fragments.append(("class:quiet", self._below()))
        return fragments

    def _below(self) -> str:
        """Return what is said of the cell under the cursor, in as many lines as there is room for."""
        return "\n".join(textwrap.wrap(self._told(), self._width - 1, max_lines=BELOW, placeholder=" …"))

    def _told(self) -> str:
        column, row = self.grid.columns[self.column], self.grid.rows[self.row]
        made = self.grid.made(self.cells)
        # A label that had to be shortened is given whole while the cursor is on it.
        whole = "" if self.grid.form or len(row.label) < self._labels() else row.label
        told = [self.note, whole, column.note, row.note, self.grid.legend, f"Together {made}" if made else ""]
        return " | ".join(each.rstrip(".") for each in told if each)

    def _bindings(self) -> KeyBindings:
        keys = KeyBindings()
        for name, down, right in (
            ("up", -1, 0),
            ("down", 1, 0),
            ("left", 0, -1),
            ("right", 0, 1),
        ):
            keys.add(name)(self._moving(down, right))

        @keys.add("tab")
        def _tab(event: KeyPressEvent) -> None:
            del event
            if not self.complete():
                self.move(0, 1)

        @keys.add("enter")
        def _take(event: KeyPressEvent) -> None:
            if self.grid.form and self._touched and self.row < len(self.grid.rows) - 1:
                self.move(1, 0)  # who has just filled in a line goes on to the next
            else:
                event.app.exit(result=dict(self.cells))

        @keys.add("c-c")
        @keys.add("c-d")
        def _leave(event: KeyPressEvent) -> None:
            event.app.exit(exception=KeyboardInterrupt)

        @keys.add("backspace")
        @keys.add("delete")
        def _clear(event: KeyPressEvent) -> None:
            del event
            self._fresh.discard(self._key())
            word = "" if self.grid.words else self.cells.get(self._key(), "")[:-1]
            self.cells[self._key()] = word

        @keys.add("c-u")
        def _wipe(event: KeyPressEvent) -> None:
            del event
            self.cells[self._key()] = ""

        @keys.add(Keys.BracketedPaste)
        def _paste(event: KeyPressEvent) -> None:
            self.type(" ".join(event.data.split()) if self.grid.form else event.data)

        @keys.add(Keys.Any)
        def _type(event: KeyPressEvent) -> None:
            command = next((each for each in self._commands if each.key == event.data), None)
            reply = self.command(command) if command is not None else None
            if reply is not None:
                event.app.exit(result=reply)
            elif command is None:
                self.type(event.data)

        return keys

    def command(self, command: Command) -> Reply | None:
        """Return what a command leaves the grid with, its cells among it; None where it stays.

        "Don't know yet" is said of the cell under the cursor. A grid that is one answer as a whole can be open
        only while nothing stands in it.
        """
        given = {key: word for key, word in self.cells.items() if word}
        if command is Command.UNKNOWN and self.grid.apart:
            self.cells[self._key()] = Command.UNKNOWN.key
            self._next()
            return None
        if command is Command.UNKNOWN and given:
            self.note = "What is filled in stands; leave empty what nobody knows"
            return None
        return Broken(command, given) if given and not self.grid.form else command

    def _moving(self, down: int, right: int) -> Any:
        def move(event: KeyPressEvent) -> None:
            del event
            if right <= 0 or not self.go_on():
                self.move(down, right)

        return move

    def move(self, down: int, right: int) -> None:
        """Move the cursor; past the last column it goes to the next row, and stays in the grid."""
        self._touched, self._left = False, None
        columns = len(self.grid.columns)
        column = self.column + right
        if not 0 <= column < columns:
            down, column = down + (1 if column >= columns else -1), column % columns
        if 0 <= self.row + down < len(self.grid.rows):
            self.row, self.column = self.row + down, column
            if self.cells.get(self._key()):
                self._fresh.add(self._key())

    def _key(self) -> tuple[str, str]:
        return self.grid.rows[self.row].value, self.grid.columns[self.column].value

    def type(self, letters: str) -> None:
        """Fill the cell under the cursor with what was typed, where it fits, and go on to the next."""
        self.note = ""
        if self.grid.form:
            now = "" if self._key() in self._fresh else self.cells.get(self._key(), "")
            self._fresh.discard(self._key())
            self.cells[self._key()] = (now + letters).lstrip()
            self._touched = True
            return
        for letter in letters:
            if self._left is not None and letter.isalpha():
                self._rejoin(*self._left)  # "30 min": the unit belongs to the number before it
            words, now = self.grid.words, self.cells.get(self._key(), "")
            if letter == " " and not words and now:
                here = self.row, self.column
                self._next()
                self._left = here
            elif letter in " -":
                self.cells[self._key()] = ""
                self._next()
            elif not words and (letter.isalnum() or letter in ".,%:"):
                self._left = None
                begun = "" if self._key() in self._fresh else now
                self._fresh.discard(self._key())
                self.cells[self._key()] = begun + letter
            elif letter.upper() in "AR" and "AR" in words and now and now in "AR" and letter.upper() != now:
                self.cells[self._key()] = "AR"
            else:
                fitting = [each for each in words if each.lower() == letter.lower()]
                if fitting:
                    self.cells[self._key()] = fitting[0]
                    if "AR" not in words:
                        self._next()

    def go_on(self) -> bool:
        """Let typing go on with what stands in a line of a form; False where it does so already."""
        fresh = self.grid.form and self._key() in self._fresh
        self._fresh.discard(self._key())
        return fresh

    def complete(self) -> bool:
        """Complete what stands in the cell of a form from the words there are; False where none begins like it."""
        begun = self.cells.get(self._key(), "").casefold()
        fitting = [each for each in self.grid.completions if each.casefold().startswith(begun) and begun]
        if not self.grid.form or not fitting or fitting[0] == self.cells[self._key()]:
            return False
        self.cells[self._key()] = fitting[0]
        return True

    def _rejoin(self, row: int, column: int) -> None:
        """Go back to the cell that a space led away from, and keep the space in it."""
        self.row, self.column, self._left = row, column, None
        self._fresh.discard(self._key())
        self.cells[self._key()] = self.cells.get(self._key(), "") + " "

    def _next(self) -> None:
        self.move(0, 1) if len(self.grid.columns) > 1 else self.move(1, 0)
