"""Lines that scroll on the whole screen; Enter opens the one under the cursor.

Together with `prompts` and `gridview` the only module that knows prompt_toolkit.
"""

from __future__ import annotations

from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.data_structures import Point
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import HSplit, Layout, Window
from prompt_toolkit.layout.controls import FormattedTextControl
from prompt_toolkit.output.color_depth import ColorDepth
from prompt_toolkit.styles import Style

from stratgen.analysis.keypaths import Path
from stratgen.wizard.asker import Row

_KEYS = "Up and down move | Enter opens | q or < leaves"


class Screen:
    """Rows on the whole screen, and the one that the cursor is on."""

    def __init__(self, title: str, rows: tuple[Row, ...], style: Style, depth: ColorDepth | None) -> None:
        self.title = title
        self.rows = rows
        self.here = next((n for n, row in enumerate(rows) if row.path is not None), 0)
        self._style = style
        self._depth = depth

    def run(self) -> Path | None:
        """Show the rows until one is opened or the screen is left; raises KeyboardInterrupt."""
        body = Window(
            FormattedTextControl(
                self.lines, focusable=True, show_cursor=False, get_cursor_position=lambda: Point(0, self.here)
            ),
            wrap_lines=False,
        )
        head = Window(FormattedTextControl([("class:head", self.title)]), height=1)
        foot = Window(FormattedTextControl([("class:quiet", _KEYS)]), height=1)
        application: Application[Any] = Application(
            Layout(HSplit([head, body, foot]), focused_element=body), key_bindings=self._bindings(body),
            style=self._style, color_depth=self._depth, full_screen=True,
        )  # fmt: skip
        opened: Path | None = application.run()
        return opened

    def lines(self) -> StyleAndTextTuples:
        """Return the rows as fragments."""
        fragments: StyleAndTextTuples = []
        for n, row in enumerate(self.rows):
            style = "class:cursor" if n == self.here else "" if row.path is not None else "class:head"
            fragments += [(style, row.text), ("", "\n")]
        return fragments

    def move(self, step: int) -> None:
        """Move the cursor by so many rows, and on to the next that can be opened."""
        last = len(self.rows) - 1
        there = max(0, min(last, self.here + step))
        way = 1 if step > 0 else -1
        while 0 <= there <= last and self.rows[there].path is None:
            there += way
        if 0 <= there <= last:
            self.here = there

    def _bindings(self, body: Window) -> KeyBindings:
        keys = KeyBindings()

        def page() -> int:
            return max(1, (body.render_info.window_height if body.render_info else 20) - 1)

        for name, step in (("up", lambda: -1), ("down", lambda: 1), ("pageup", lambda: -page()),
                           ("pagedown", page), (" ", page), ("home", lambda: -len(self.rows)),
                           ("end", lambda: len(self.rows))):  # fmt: skip
            keys.add(name)(self._moving(step))

        @keys.add("enter")
        def _open(event: KeyPressEvent) -> None:
            path = self.rows[self.here].path if self.rows else None
            if path is not None:
                event.app.exit(result=path)

        @keys.add("q")
        @keys.add("<")
        @keys.add("!")
        @keys.add("escape")
        def _leave(event: KeyPressEvent) -> None:
            event.app.exit(result=None)

        @keys.add("c-c")
        def _interrupt(event: KeyPressEvent) -> None:
            event.app.exit(exception=KeyboardInterrupt)

        return keys

    def _moving(self, step: Any) -> Any:
        def move(event: KeyPressEvent) -> None:
            del event
            self.move(step())

        return move
