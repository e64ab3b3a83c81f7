"""Verbs about the house style: style new, style check."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from stratgen.cli.verbs import Verbs, say, verb


def add(verbs: Verbs) -> None:
    """Add these verbs to the command line."""
    parser = verbs.add_parser(
        "style", help="make or check a house style", description="Make or check a house style.",
        epilog="Example: stratgen style new brand.docx",
    )  # fmt: skip
    below = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    new = verb(below, "new", _new, "write a Word file that shows every style, for a designer to change",
               "stratgen style new brand.docx")  # fmt: skip
    new.add_argument("file", type=Path, metavar="FILE", help="Word file to write (.docx)")
    new.add_argument("--overwrite", action="store_true", help="replace a file that is there already")
    check = verb(below, "check", _check, "say what a Word file or brand.yaml has, lacks and had mended as a style",
                 "stratgen style check brand.docx")  # fmt: skip
    check.add_argument("file", type=Path, metavar="FILE", help="Word file or brand.yaml")
    check.add_argument("--json", action="store_true", help="print what was found as JSON")


def _new(options: argparse.Namespace) -> int:
    from stratgen import stylebook

    stylebook.new(options.file, options.overwrite)
    print(options.file)
    say(f"Open it in Word, change its styles and save; then: stratgen style check {options.file}")
    return 0


def _check(options: argparse.Namespace) -> int:
    from stratgen import stylebook

    found = stylebook.examine(options.file)
    sys.stdout.write(stylebook.as_json(found) if options.json else stylebook.as_text(found))
    return 1 if found.errors else 0
