"""The verb that reads documents which came back: read."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from stratgen.cli.verbs import Verbs, say, usage, verb
from stratgen.errors import FormError


def add(verbs: Verbs) -> None:
    """Add this verb to the command line."""
    parser = verb(verbs, "read", _read, "read what was filled into a document: sign-off, legal reviews",
                  "stratgen read strategy-pack.docx --into answers/karoo-bank.yaml")  # fmt: skip
    parser.add_argument("file", type=Path, metavar="PACK", help="document of a pack (.docx) that came back")
    parser.add_argument(
        "--into", type=Path, metavar="FILE", help="answer file to write what was filled in into"
    )
    parser.add_argument("--overwrite", action="store_true", help="replace other answers of that file")
    parser.add_argument("--json", action="store_true", help="print what was filled in as JSON")
    parser.add_argument(
        "--answers", action="store_true", help="print the answers that travel in the document"
    )


def _read(options: argparse.Namespace) -> int:
    if options.overwrite and not options.into:
        return usage(
            "read: --overwrite goes with --into. Example: stratgen read PACK.docx --into answers/acme.yaml"
        )
    if options.answers and (options.into or options.json):
        return usage("read: --answers prints the answers alone; leave --into and --json out.")
    from stratgen import reading_back

    form = reading_back.read(options.file)
    if options.answers:
        if not form.answers:
            what = "holds no answers."
            raise FormError.of(form.name, what, "Render it with --embed-answers, if they may travel in it.")
        sys.stdout.write(form.answers)
        return 0
    sys.stdout.write(reading_back.as_json(form) if options.json else reading_back.as_text(form))
    if not options.into:
        return 0
    taken = reading_back.take_over(form, options.into, options.overwrite)
    for line in (*taken.remarks, *(f"{options.into}: written: {line}" for line in taken.written)):
        say(line)
    for fault in sorted(taken.faults):
        say(str(fault))
    if not taken.written and not taken.faults:
        say(f"{options.into}: nothing to write.")
    return 1 if taken.faults else 0
