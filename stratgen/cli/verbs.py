"""What every verb of the command line is made with: its parser, and how it speaks."""

from __future__ import annotations

import argparse
import re
import shutil
import sys
from collections.abc import Callable
from difflib import get_close_matches
from typing import Any, NoReturn, TypeAlias

NARROWEST, WIDEST = 40, 100
"""Columns that a report is wrapped at, at least and at most."""

Verb = Callable[[argparse.Namespace], int]
"""Carries out one verb; returns its exit code."""

Verbs: TypeAlias = "argparse._SubParsersAction[Parser]"
"""Where verbs are added."""


class Parser(argparse.ArgumentParser):
    """A parser whose own faults read like all others: where, what is wrong, and how to mend it."""

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """Return what was understood; an argument that a verb does not have is that verb's own fault."""
        known, left = super().parse_known_args(args, namespace)
        if left and not self._subparsers:
            self.error(f"unrecognized arguments: {' '.join(left)}")
        return known, left

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with what was typed, and how the verb is used; leave with exit code 2."""
        what, mend = _plainly(message, self)
        used = " ".join(self.format_usage().split())
        print(f"{self.prog}: {what} {mend}\n{used}", file=sys.stderr)
        sys.exit(2)


def _plainly(message: str, parser: argparse.ArgumentParser) -> tuple[str, str]:
    """Return a fault of the command line in plain words: what is wrong, and how to mend it."""
    kind, _, rest = message.partition(": ")
    options = [each for action in parser._actions for each in action.option_strings if each.startswith("--")]
    if kind == "unrecognized arguments":
        first = rest.split(" ")[0]
        if not first.startswith("-"):
            return f'"{rest}" is one argument too many.', "Leave it out."
        options.remove("--help")
        near = get_close_matches(first, options, 1, 0.5)
        mend = (
            f"Did you mean {near[0]}?"
            if near
            else f"It takes {', '.join(options)}."
            if options
            else "It takes none."
        )
        return f"{first} is not an option here.", mend
    if kind == "the following arguments are required":
        return f"{rest} is missing.", "Add it."
    found = re.fullmatch(r"argument ([^:]+): (.*)", message)
    if found is None:
        return f"{message[:1].upper()}{message[1:]}.", f"`{parser.prog} --help` shows an example."
    choice = re.fullmatch(r"invalid choice: '?(.*?)'? \(choose from (.*)\)", found[2])
    if choice is None:
        return f"{found[1]}: {found[2]}.", f"`{parser.prog} --help` shows an example."
    words = [each.strip(" '") for each in choice[2].split(",")]
    near = get_close_matches(choice[1], words, 1, 0.5)
    hint = f"Did you mean {near[0]}?" if near else f"It is one of {', '.join(words)}."
    return f'"{choice[1]}" is not a {found[1].lower()} here.' if found[1] == "VERB" else \
        f'{found[1]} cannot be "{choice[1]}".', hint  # fmt: skip


def verb(verbs: Verbs, name: str, does: Verb, words: str, example: str) -> argparse.ArgumentParser:
    """Add a verb with what it does in words and one example; return its parser."""
    parser = verbs.add_parser(
        name, help=words, description=f"{words[0].upper()}{words[1:]}.", epilog=f"Example: {example}"
    )
    parser.set_defaults(verb=does)
    return parser


def usage(text: str) -> int:
    """Say how a verb is used; return exit code 2."""
    say(text)
    return 2


def say(text: str) -> None:
    """Print to stderr: everything but written paths and reports."""
    print(text, file=sys.stderr)


def columns() -> int:
    """Return how wide a report on stdout may be: as the terminal is, up to 100 columns; 100 for a file or a pipe."""
    if not sys.stdout.isatty():
        return WIDEST
    return max(NARROWEST, min(shutil.get_terminal_size().columns, WIDEST))
