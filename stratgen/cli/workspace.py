"""Verbs about the workspace: init, schema, completion."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from stratgen.cli.verbs import Verbs, say, verb


def add(verbs: Verbs) -> None:
    """Add these verbs to the command line."""
    _add_init(verbs)
    verb(verbs, "schema", _schema, "print the JSON Schema of the answer file",
         "stratgen schema > stratgen.schema.json")  # fmt: skip
    completion = verb(verbs, "completion", _completion, "print a script that completes verbs and options",
                      'eval "$(stratgen completion bash)"')  # fmt: skip
    completion.add_argument("shell", choices=("bash", "zsh", "fish"))
    completion.set_defaults(parsers=verbs.choices)


def _add_init(verbs: Verbs) -> None:
    parser = verb(verbs, "init", _init, "make a workspace of your own", "stratgen init my-clients")
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder")


def _init(options: argparse.Namespace) -> int:
    from stratgen.workspace import make

    for path in make(options.folder):
        print(path)
    example = options.folder / "answers" / "example.yaml"
    say(f"Next: stratgen render {example} --to {options.folder / 'output'}")
    return 0


def _schema(_: argparse.Namespace) -> int:
    from stratgen.workspace import schema_text

    sys.stdout.write(schema_text())
    return 0


def _options(parser: argparse.ArgumentParser) -> tuple[str, ...]:
    """Return the options of a verb, those of the verbs below it included."""
    found: list[str] = []
    for action in parser._actions:
        found += [option for option in action.option_strings if option.startswith("--")]
        if isinstance(action, argparse._SubParsersAction):
            found += [option for below in action.choices.values() for option in _options(below)]
    return tuple(dict.fromkeys(found))


def _completion(options: argparse.Namespace) -> int:
    from stratgen.completion import script

    parsers: dict[str, argparse.ArgumentParser] = options.parsers
    options_of = {name: _options(verb) for name, verb in parsers.items()}
    sys.stdout.write(script(options.shell, options_of))
    return 0
