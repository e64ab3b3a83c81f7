"""The command line: verbs, printing and exit codes.

Written paths and reports go to stdout, everything else to stderr. Exit code 0 done, 1 the user can mend
it, 2 usage, 130 interrupted. Rooms are imported by the verb that needs them, so that help is instant.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence

from stratgen import __version__
from stratgen.cli import interview, papers, returns, style, workspace
from stratgen.cli.verbs import Parser, Verb, say
from stratgen.errors import StratgenError

LAZY_COLLECTOR = (100_000, 50, 100)
"""New objects before rubbish is looked for, and how seldom older ones are looked at again."""

GREETING = """\
stratgen turns saved answers about a social-media strategy into a Word strategy pack.

  stratgen new answers/acme.yaml               be asked, and have a Draft pack in 15 minutes
  stratgen check answers/karoo-bank.yaml       what is missing or does not add up, line by line
  stratgen render answers/karoo-bank.yaml      write the Word documents to output/karoo-bank/

`stratgen VERB --help` shows one example of each verb.
"""


def run() -> None:
    """Run the command line and leave with its exit code."""
    # No plug-in of pydantic has a say in what an answer is, and looking for some costs a start.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # One command makes little that refers to itself; what it imports and reads stays to the end.
    gc.set_threshold(*LAZY_COLLECTOR)
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Carry out one command; return its exit code."""
    if not arguments:
        sys.stdout.write(GREETING)
        return 0
    try:
        options = _parser().parse_args(list(arguments))
        verb: Verb = options.verb
        return verb(options)
    except StratgenError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("Interrupted; every document already written is whole.")
        return 130
    except BrokenPipeError:
        # The reader of our output has gone; keep the interpreter from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="stratgen", description="Answers in, a Word strategy pack out.")
    parser.add_argument("--version", action="version", version=f"stratgen {__version__}")
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    interview.add(verbs)
    papers.add(verbs)
    returns.add(verbs)
    style.add(verbs)
    workspace.add(verbs)
    return parser
