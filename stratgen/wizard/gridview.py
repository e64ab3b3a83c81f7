"""A grid to fill on the terminal: arrows move, a key fills a cell, Enter takes it all.

Together with `prompts` and `screens` the only module that knows prompt_toolkit.
"""

from __future__ import annotations

import textwrap
from typing import Any

from prompt_toolkit.application import Application
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
        self.row = 0
        self.column = 0
        self._commands = commands
        self._style = style
        self._depth = depth
        self._width = width

    def run(self) -> Reply:
        """Show the grid until it is taken or left; raises KeyboardInterrupt."""
        height = len(self.grid.rows) + 3
        window = Window(
            FormattedTextControl(self.lines, focusable=True, show_cursor=False),
            height=height, dont_extend_height=True, wrap_lines=False,
        )  # fmt: skip
        application: Application[Any] = Application(
            Layout(window), key_bindings=self._bindings(), style=self._style, color_depth=self._depth
        )
        reply: Reply = application.run()
        return reply

    def lines(self) -> StyleAndTextTuples:
        """Return the grid as fragments: a head, a line a row, and what the cell under the cursor is."""
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
        column = self.grid.columns[self.column]
        return f"{column.note}: {self.grid.legend}" if column.note else self.grid.legend

    def _bindings(self) -> KeyBindings:
        keys = KeyBindings()
        for name, down, right in (
            ("up", -1, 0),
            ("down", 1, 0),
            ("left", 0, -1),
            ("right", 0, 1),
            ("tab", 0, 1),
        ):
            keys.add(name)(self._moving(down, right))

        @keys.add("enter")
        def _take(event: KeyPressEvent) -> None:
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
        for letter in letters:
            words, now = self.grid.words, self.cells.get(self._key(), "")
            if letter in " -":
                self.cells[self._key()] = ""
                self._next()
            elif not words and (letter.isdigit() or letter in ".,%"):
                self.cells[self._key()] = now + letter
            elif letter.upper() in "AR" and "AR" in words and now and now in "AR" and letter.upper() != now:
                self.cells[self._key()] = "AR"
            else:
                fitting = [each for each in words if each.lower() == letter.lower()]
                if fitting:
                    self.cells[self._key()] = fitting[0]
                    if "AR" not in words:
                        self._next()

    def _next(self) -> None:
        self.move(0, 1) if len(self.grid.columns) > 1 else self.move(1, 0)


def _cut(text: str, wide: int) -> str:
    return text if len(text) <= wide else f"{text[: max(1, wide - 1)]}…"
