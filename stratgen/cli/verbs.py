"""What every verb of the command line is made with: its parser, and how it speaks."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Callable
from typing import TypeAlias

NARROWEST, WIDEST = 40, 100
"""Columns that a report is wrapped at, at least and at most."""

Verb = Callable[[argparse.Namespace], int]
"""Carries out one verb; returns its exit code."""

Verbs: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
"""Where verbs are added."""


def verb(verbs: Verbs, name: str, does: Verb, words: str, example: str) -> argparse.ArgumentParser:
    """Add a verb with what it does in words and one example; return its parser."""
    parser: argparse.ArgumentParser = verbs.add_parser(
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
