"""A short list to choose from on the terminal: one of it, or several that are marked.

Numbers, names, arrows and space all work, and no key is passed over in silence. Together with `prompts`,
`gridview` and `screens` the only module that knows prompt_toolkit.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable
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

from stratgen.wizard.asker import Option, Prompt, Reply
from stratgen.wizard.choosing import chosen
from stratgen.wizard.fitting import fit
from stratgen.wizard.misread import MisreadError
from stratgen.wizard.offers import NONE

OPEN = Option("", "– leave open")
"""What the cursor stands on where nothing was chosen yet, so that Enter alone chooses nothing."""


BELOW = 2
"""Lines below the list for what is typed, or was wrong."""


class PickView:
    """One list on the screen: the row of the cursor, what is marked, and a name half typed."""

    def __init__(self, prompt: Prompt, style: Style, depth: ColorDepth | None, width: int) -> None:
        self.options = prompt.options
        self.several = prompt.shape == "many"
        there = {each.value for each in prompt.options}
        self.marked = {each for each in prompt.chosen if each in there} if self.several else set()
        values = [each.value for each in prompt.options]
        self.row = -1 if not self.several else 0
        if not self.several and prompt.default in there:
            self.row = values.index(prompt.default)
        self._opens = self.row == -1
        self.typed = ""
        self.told = ""
        self._counting = False
        self._commands = prompt.commands
        self._style, self._depth, self._width = style, depth, width

    def application(self) -> Application[Any]:
        """Return what shows the list until something is taken, or it is left."""

        def height() -> int:
            return len(self.options) + self._opens + max(1, len(self._below()))

        window = Window(
            FormattedTextControl(self.lines, focusable=True, show_cursor=False,
                                 get_cursor_position=lambda: Point(0, self.row + self._opens)),
            height=height, dont_extend_height=True, wrap_lines=False,
        )  # fmt: skip
        return Application(
            Layout(window), key_bindings=self._bindings(), style=self._style, color_depth=self._depth
        )

    def lines(self) -> StyleAndTextTuples:
        """Return the list as fragments: a line a row, and below them what is being typed or was wrong."""
        fragments: StyleAndTextTuples = []
        rows = [(-1, OPEN)] if self._opens else []
        for n, option in [*rows, *enumerate(self.options)]:
            here = n == self.row
            mark = f"[{'x' if option.value in self.marked else ' '}] " if self.several else ""
            number = f"{n + 1} " if n >= 0 else ""
            note = f" ({option.note})" if option.note else ""
            text = f"{'>' if here else ' '} {mark}{number}{option.label}{note}"
            fragments.append(("class:pointer" if here else "", f"{fit(text, self._width - 1)}\n"))
        said = "\n".join(f"  {row}" for row in self._below())
        fragments.append(("class:quiet" if self.typed else "class:bad", said))
        return fragments

    def _below(self) -> list[str]:
        """Return what is being typed, or what was wrong, in lines."""
        said = f"Typed: {self.typed}" if self.typed else self.told
        return textwrap.wrap(said, self._width - 3, max_lines=BELOW, placeholder=" …")

    def move(self, down: int) -> None:
        """Move the cursor, and stay in the list."""
        self._counting = False
        self.row = max(-self._opens, min(len(self.options) - 1, self.row + down))

    def type(self, letters: str) -> None:
        """Take what was typed: a number, a name letter by letter, a comma between two, or a space to mark."""
        for letter in letters:
            self._type(letter)

    def _type(self, letter: str) -> None:
        self.told = ""
        if letter in ",;\n":
            self._named()
            self._counting = True
        elif letter == " " and not self.typed:
            # A space after a number or a comma stands between two of them; elsewhere it marks.
            if not self._counting and self.several:
                self._toggle(self.row)
        elif letter.isdigit() and not self.typed:
            self._number(int(letter) - 1)
        elif letter.isprintable():
            self.typed += letter

    def _number(self, row: int) -> None:
        self._counting = True
        if not 0 <= row < len(self.options):
            self.told = f"Type a number from 1 to {len(self.options)}."
            return
        self.row = row
        if self.several:
            self._toggle(row)

    def _toggle(self, row: int) -> None:
        value = self.options[row].value
        if value in self.marked:
            self.marked.discard(value)
        else:
            # "None of these" and one of these cannot both be meant.
            self.marked = {value} if value == NONE else {*self.marked, value} - {NONE}

    def _named(self) -> bool:
        """Read the name that was typed; False where it is none of the list."""
        word, self.typed = self.typed.strip(), ""
        if not word:
            return True
        try:
            value = chosen(word, self.options, free=False, several=False)[0]
        except MisreadError as misread:
            self.told = str(misread)
            return False
        self.row = next(n for n, each in enumerate(self.options) if each.value == value)
        if self.several and value not in self.marked:
            self._toggle(self.row)
        return True

    def taken(self) -> Reply | None:
        """Return what Enter takes; None where a name that was typed is none of the list."""
        if not self._named():
            return None
        if self.several:
            return tuple(each.value for each in self.options if each.value in self.marked)
        return self.options[self.row].value if self.row >= 0 else OPEN.value

    def _moving(self, down: int) -> Callable[[KeyPressEvent], None]:
        def move(event: KeyPressEvent) -> None:
            del event
            self.move(down)

        return move

    def _bindings(self) -> KeyBindings:
        keys = KeyBindings()
        for name, down in (
            ("up", -1),
            ("down", 1),
            ("pageup", -9),
            ("pagedown", 9),
            ("home", -9),
            ("end", 9),
        ):
            keys.add(name)(self._moving(down))

        @keys.add("enter")
        def _take(event: KeyPressEvent) -> None:
            reply = self.taken()
            if reply is not None:
                event.app.exit(result=reply)

        @keys.add("c-c")
        @keys.add("c-d")
        def _leave(event: KeyPressEvent) -> None:
            event.app.exit(exception=KeyboardInterrupt)

        @keys.add("backspace")
        def _rub(event: KeyPressEvent) -> None:
            del event
            self.typed = self.typed[:-1]

        @keys.add(Keys.BracketedPaste)
        def _paste(event: KeyPressEvent) -> None:
            self.type(event.data)

        @keys.add(Keys.Any)
        def _letter(event: KeyPressEvent) -> None:
            command = next((each for each in self._commands if each.key == event.data), None)
            if command is not None:
                event.app.exit(result=command)
            else:
                self.type(event.data)

        return keys
