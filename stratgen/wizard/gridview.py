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

from stratgen.wizard.asker import Command, Grid, Reply


class GridView:
    """One grid on the screen, and the cell that the cursor is on."""

    def __init__(
        self, grid: Grid, commands: tuple[Command, ...], style: Style, depth: ColorDepth | None, width: int
    ) -> None:
        self.grid = grid
        self.cells = grid.told()
        first = (n for n, row in enumerate(grid.rows) if grid.form and not self.cells.get((row.value, "")))
        self.row = next(first, 0)
        self.column = 0
        self._touched = False
        self._commands = commands
        self._style = style
        self._depth = depth
        self._width = width

    def run(self) -> Reply:
        """Show the grid until it is taken or left; raises KeyboardInterrupt."""
        height = min(len(self.grid.rows) + 3, max(6, shutil.get_terminal_size().lines - 8))
        window = Window(
            FormattedTextControl(self.lines, focusable=True, show_cursor=False,
                                 get_cursor_position=lambda: Point(0, self.row + (not self.grid.form))),
            height=height, dont_extend_height=True, wrap_lines=False,
        )  # fmt: skip
        application: Application[Any] = Application(
            Layout(window), key_bindings=self._bindings(), style=self._style, color_depth=self._depth
        )
        reply: Reply = application.run()
        return reply

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
            fragments.append(("", shown))
            fragments.append(("class:cursor", " ") if here else ("", ""))
            fragments.append(("", "\n"))
        fragments.append(("class:quiet", "\n".join(textwrap.wrap(self._told(), self._width - 1)[:2])))
        return fragments

    def _table(self) -> StyleAndTextTuples:
        grid = self.grid
        broad = max([3, *(len(each.label) for each in grid.columns), *(len(each) for each in grid.words)]) + 1
        broad = max(broad, 8) if not grid.words else broad
        left = min(
            max(len(each.label) for each in grid.rows) + 2, self._width - broad * len(grid.columns) - 2
        )
        fragments: StyleAndTextTuples = []
        head = "".join(each.label.rjust(broad) for each in grid.columns)
        fragments.append(("class:quiet", f"{' ' * left}{head}\n"))
        for n, row in enumerate(grid.rows):
            fragments.append(
                ("class:question" if n == self.row else "", f"{_cut(row.label, left - 1).ljust(left)}")
            )
            for m, column in enumerate(grid.columns):
                word = self.cells.get((row.value, column.value), "")
                here = (n, m) == (self.row, self.column)
                fragments.append(("", " " * (broad - max(len(word), 1) - (2 if here else 1))))
                fragments.append(("class:cursor", f"[{word or ' '}]") if here else ("", f"{word or '·'} "))
            fragments.append(("", "\n"))
        fragments.append(("class:quiet", "\n".join(textwrap.wrap(self._told(), self._width - 1)[:2])))
        return fragments

    def _told(self) -> str:
        column, row = self.grid.columns[self.column], self.grid.rows[self.row]
        made = self.grid.made(self.cells)
        told = [column.note, row.note, self.grid.legend, f"Together {made}" if made else ""]
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
            if command is not None:
                event.app.exit(result=command)
            else:
                self.type(event.data)

        return keys

    def _moving(self, down: int, right: int) -> Any:
        def move(event: KeyPressEvent) -> None:
            del event
            self.move(down, right)

        return move

    def move(self, down: int, right: int) -> None:
        """Move the cursor; past the last column it goes to the next row, and stays in the grid."""
        self._touched = False
        columns = len(self.grid.columns)
        column = self.column + right
        if not 0 <= column < columns:
            down, column = down + (1 if column >= columns else -1), column % columns
        if 0 <= self.row + down < len(self.grid.rows):
            self.row, self.column = self.row + down, column

    def _key(self) -> tuple[str, str]:
        return self.grid.rows[self.row].value, self.grid.columns[self.column].value

    def type(self, letters: str) -> None:
        """Fill the cell under the cursor with what was typed, where it fits, and go on to the next."""
        if self.grid.form:
            self.cells[self._key()] = (self.cells.get(self._key(), "") + letters).lstrip()
            self._touched = True
            return
        for letter in letters:
            words, now = self.grid.words, self.cells.get(self._key(), "")
            if letter in " -":
                self.cells[self._key()] = ""
                self._next()
            elif not words and (letter.isalnum() or letter in ".,%:"):
                self.cells[self._key()] = now + letter
            elif letter.upper() in "AR" and "AR" in words and now and now in "AR" and letter.upper() != now:
                self.cells[self._key()] = "AR"
            else:
                fitting = [each for each in words if each.lower() == letter.lower()]
                if fitting:
                    self.cells[self._key()] = fitting[0]
                    if "AR" not in words:
                        self._next()

    def complete(self) -> bool:
        """Complete what stands in the cell of a form from the words there are; False where none begins like it."""
        begun = self.cells.get(self._key(), "").casefold()
        fitting = [each for each in self.grid.completions if each.casefold().startswith(begun) and begun]
        if not self.grid.form or not fitting or fitting[0] == self.cells[self._key()]:
            return False
        self.cells[self._key()] = fitting[0]
        return True

    def _next(self) -> None:
        self.move(0, 1) if len(self.grid.columns) > 1 else self.move(1, 0)


def _cut(text: str, wide: int) -> str:
    return text if len(text) <= wide else f"{text[: max(1, wide - 1)]}…"
