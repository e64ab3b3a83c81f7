"""The terminal: questions put with questionary and prompt_toolkit. The only module that knows either.

A question and its help are printed and wrapped here, and the prompt line itself stays short: what is tall
or long breaks the redraw of the libraries. Back, open and menu act on their key alone, in every kind of
prompt; an Enter that follows one of them out of habit, at once, is passed over.
"""

from __future__ import annotations

import os
import re
import shutil
import textwrap
import time
from typing import Any, Literal

import questionary
from prompt_toolkit import print_formatted_text
from prompt_toolkit.application import Application, get_app
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.output.color_depth import ColorDepth
from prompt_toolkit.styles import Style

from stratgen.analysis.keypaths import Path
from stratgen.wizard.asker import Broken, Command, Leave, Option, Prompt, Reply, Row
from stratgen.wizard.fitting import fit
from stratgen.wizard.gridview import GridView
from stratgen.wizard.pickview import PickView
from stratgen.wizard.plain import HOLDS, footer
from stratgen.wizard.screens import Screen

HABIT = 0.7
"""Seconds within which an Enter after a command is out of habit, and means nothing."""
FEW = 9
"""Options that are shown as a list to move in; more are numbered, and chosen by typing."""

_STYLE = Style.from_dict(
    {
        "place": "bold", "question": "bold", "quiet": "ansibrightblack", "good": "ansigreen", "bad": "ansired bold",
        "head": "bold", "qmark": "", "pointer": "bold", "highlighted": "bold", "selected": "noreverse",
        "answer": "", "instruction": "ansibrightblack", "cursor": "reverse", "text": "",
    }
)  # fmt: skip
_NO_COLOUR = Style.from_dict(
    {
        "place": "bold", "question": "bold", "quiet": "", "good": "", "bad": "bold", "head": "bold", "qmark": "",
        "pointer": "bold", "highlighted": "bold", "selected": "noreverse", "answer": "", "instruction": "",
        "cursor": "reverse", "text": "",
    }
)  # fmt: skip


class TerminalAsker:
    """Asks on a terminal that can move its cursor."""

    def __init__(self) -> None:
        self._plain = bool(os.environ.get("NO_COLOR"))
        self._style = _NO_COLOUR if self._plain else _STYLE
        self._depth = ColorDepth.DEPTH_1_BIT if self._plain else None
        self._commanded: Command | None = None
        """The command that led here, whose Enter may still be on its way."""

    def say(self, text: str, tone: Literal["", "good", "bad", "quiet", "head"] = "") -> None:
        """Print a text, wrapped to the width of the terminal."""
        if tone == "head":
            self._print("", "")
        for row in _wrapped(text, "" if tone == "head" else "  "):
            self._print(row, tone)

    def _print(self, text: str, tone: str) -> None:
        print_formatted_text(
            _fragments(f"class:{tone}" if tone else "", text), style=self._style, color_depth=self._depth
        )

    def ask(self, prompt: Prompt) -> Reply:
        """Put a question; raises Leave on Ctrl-C and at the end of input."""
        if prompt.error:
            self.say(prompt.error, "bad")
        else:
            self._head(prompt)
        try:
            reply = self._put(prompt)
        except (KeyboardInterrupt, EOFError):
            raise Leave from None
        broken = reply.command if isinstance(reply, Broken) else reply
        self._commanded = broken if isinstance(broken, Command) else None
        return reply

    def _run(self, application: Application[Any]) -> Any:
        """Run a prompt; pass over an Enter that is its first key, at once, and belongs to the command before it."""
        waiting = [self._commanded is not None]
        until = time.monotonic() + HABIT
        bindings = KeyBindings()

        soon = Condition(lambda: waiting[0] and time.monotonic() < until)

        # Typed before this prompt was there, Enter may come as a line feed.
        @bindings.add("enter", eager=True, filter=soon)
        @bindings.add("c-j", eager=True, filter=soon)
        def _passed_over(event: KeyPressEvent) -> None:
            del event

        def no_longer(processor: object) -> None:
            del processor
            waiting[0] = False

        _add(application, bindings)
        application.key_processor.after_key_press += no_longer
        return application.run()

    def _head(self, prompt: Prompt) -> None:
        wide = _width()
        self._print("", "")
        self._print(f"── {fit(prompt.place, wide - 8)} ".ljust(wide, "─"), "quiet")
        for row in _wrapped(prompt.question, ""):
            self._print(row, "question")
        for each in prompt.help:
            for row in _wrapped(each, "  "):
                self._print(row, "")
        if len(prompt.options) > FEW or (prompt.options and prompt.free):
            for row in _columns(prompt.options, wide):
                self._print(row, "")
        for row in _wrapped(footer(prompt, many=len(prompt.options) > FEW or prompt.free), "  "):
            self._print(row, "quiet")

    def _put(self, prompt: Prompt) -> Reply:
        listed = 0 < len(prompt.options) <= FEW and not (prompt.free and prompt.shape == "many")
        if prompt.shape == "grid" and prompt.grid is not None:
            view = GridView(prompt.grid, prompt.commands, self._style, self._depth, _width())
            reply: Reply = self._run(view.application())
            return reply
        if listed and (prompt.shape == "many" or (prompt.shape == "one" and not prompt.free)):
            return self._pick(prompt)
        return self._text(prompt)

    def _text(self, prompt: Prompt) -> Reply:
        words = list(prompt.words)
        default = prompt.default
        if prompt.options and not prompt.free and prompt.shape == "one":
            default = next((each.label for each in prompt.options if each.value == default), default)
        elif prompt.shape == "many" and prompt.chosen and not default:
            default = ", ".join(prompt.chosen)
        question = questionary.text(
            "", default=default, qmark=">", multiline=prompt.shape == "prose", instruction="", style=self._style,
            completer=WordCompleter(words, ignore_case=True, sentence=True) if words else None,
            complete_while_typing=True, reserve_space_for_menu=4, key_bindings=_typing(prompt, default),
            prompt_continuation="  ", color_depth=self._depth, tempfile_suffix=".txt",
        )  # fmt: skip
        reply = self._run(question.application)
        if isinstance(reply, Command):
            return reply
        text = str(reply)
        command = next((each for each in prompt.commands if each.key == text.strip()), None)
        return command or text

    def _pick(self, prompt: Prompt) -> Reply:
        reply: Reply = self._run(PickView(prompt, self._style, self._depth, _width()).application())
        return reply

    def browse(self, title: str, rows: tuple[Row, ...]) -> Path | None:
        """Show lines that scroll on the whole screen; Enter opens one."""
        try:
            return Screen(title, rows, self._style, self._depth).run()
        except (KeyboardInterrupt, EOFError):
            raise Leave from None


def _width() -> int:
    return max(40, min(shutil.get_terminal_size().columns, 100))


def _wrapped(text: str, indent: str) -> list[str]:
    wide = _width()
    return [
        row.replace(HOLDS, " ")
        for line in text.split("\n")
        for row in textwrap.wrap(line, wide, initial_indent=indent, subsequent_indent=indent) or [""]
    ]


def _fragments(style: str, text: str) -> Any:
    fragments: StyleAndTextTuples = [(style, text)]
    return _Formatted(fragments)


class _Formatted:
    """Text that is already in fragments, as prompt_toolkit takes it."""

    def __init__(self, fragments: StyleAndTextTuples) -> None:
        self._fragments = fragments

    def __pt_formatted_text__(self) -> StyleAndTextTuples:
        return self._fragments


def _columns(options: tuple[Option, ...], wide: int) -> list[str]:
    """Return numbered options in as many columns as fit, down and then across."""
    across = 3 if len(options) > 24 else 2 if len(options) > 12 else 1
    most = (wide - 2) // across - 2
    cells = [fit(f"{number:>2} {each.label}", most) for number, each in enumerate(options, 1)]
    broad = max(len(each) for each in cells) + 2
    count = max(1, (wide - 2) // broad)
    height = -(-len(cells) // count)
    return [
        "  " + "".join(each.ljust(broad) for each in cells[row::height]).rstrip() for row in range(height)
    ]


def _typing(prompt: Prompt, default: str) -> KeyBindings:
    bindings = KeyBindings()
    keys = {each.key: each for each in prompt.commands}

    @Condition
    def untouched() -> bool:
        buffer = get_app().current_buffer
        return buffer.text == default and buffer.document.is_cursor_at_the_end

    @bindings.add(Keys.Any, filter=untouched)
    @bindings.add(Keys.BracketedPaste, filter=untouched)
    def _instead(event: KeyPressEvent) -> None:
        # What stands there gives way to what is typed; a comma or a space goes on with it.
        typed, buffer = event.data.replace("\r\n", "\n").replace("\r", "\n"), event.current_buffer
        if event.key_sequence[0].key is not Keys.BracketedPaste and typed in keys:
            event.app.exit(result=keys[typed])
            return
        if typed[:1] not in (",", ";", " "):
            buffer.delete_before_cursor(len(buffer.text))
        buffer.insert_text(typed)

    @bindings.add("f2")
    @bindings.add("c-x", "c-e")
    def _edit(event: KeyPressEvent) -> None:
        event.current_buffer.open_in_editor(validate_and_handle=False)

    if prompt.shape != "prose":
        return bindings

    @bindings.add("enter", eager=True)
    def _enter(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.document.text_before_cursor.endswith("\\"):
            buffer.delete_before_cursor()
            buffer.insert_text("\n")
        else:
            buffer.validate_and_handle()

    @bindings.add("escape", "enter", eager=True)
    def _new_line(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text("\n")

    return bindings


def _add(application: Application[Any], bindings: KeyBindings) -> None:
    present = application.key_bindings
    application.key_bindings = merge_key_bindings([present, bindings] if present else [bindings])


def can_redraw(term: str) -> bool:
    """Tell whether a terminal of this name can move its cursor."""
    return bool(term) and not re.fullmatch(r"dumb|unknown|emacs", term)
