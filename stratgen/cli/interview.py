"""Verbs of the interview: new, edit, questions."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from stratgen.cli.verbs import Verbs, verb


def add(verbs: Verbs) -> None:
    """Add these verbs to the command line."""
    _add_new(verbs)
    _add_edit(verbs)
    _add_questions(verbs)


def _add_new(verbs: Verbs) -> None:
    parser = verb(verbs, "new", _new, "interview: begin an answer file, or go on with one",
                   "stratgen new answers/acme.yaml")  # fmt: skip
    parser.add_argument(
        "--full", action="store_true", help="the menu of all sections instead of the quick interview"
    )
    parser.add_argument(
        "--answers-from", type=Path, metavar="FILE", help="take over the answers of another file first"
    )
    _add_sitting(parser)


def _add_edit(verbs: Verbs) -> None:
    parser = verb(verbs, "edit", _edit, "interview: reopen an answer file, at its menu or at a section",
                   "stratgen edit answers/acme.yaml channels")  # fmt: skip
    _add_sitting(parser)
    parser.add_argument("section", nargs="?", default="", metavar="SECTION",
                        help='number, title or key of a section, such as 4, "Channel audit" or channels')  # fmt: skip


def _add_sitting(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="answer file")
    parser.add_argument("--plain", action="store_true",
                        help="line by line, without colour or redraw: for screen readers and pipes")  # fmt: skip
    parser.add_argument("--to", type=Path, metavar="DIR",
                        help="folder for the pack (default: output, beside a folder called answers, else beside the file)")  # fmt: skip


def _add_questions(verbs: Verbs) -> None:
    parser = verb(verbs, "questions", _questions, "print the blank questionnaire, for a client to fill in",
                   "stratgen questions --quick --format docx > questions.docx")  # fmt: skip
    parser.add_argument("--quick", action="store_true", help="only the questions of the quick interview")
    parser.add_argument(
        "--format", choices=("md", "docx"), default="md", help="Markdown or Word (default: md)"
    )


def _new(options: argparse.Namespace) -> int:
    from stratgen import sittings

    sitting = sittings.Sitting(options.file, options.plain, full=options.full, to=options.to,
                               answers_from=options.answers_from)  # fmt: skip
    return sittings.new(sitting, date.today())


def _edit(options: argparse.Namespace) -> int:
    from stratgen import sittings

    sitting = sittings.Sitting(options.file, options.plain, section=options.section, to=options.to)
    return sittings.edit(sitting, date.today())


def _questions(options: argparse.Namespace) -> int:
    from stratgen import sittings

    return sittings.questions(options.quick, options.format)
