"""The command line: verbs, printing and exit codes.

Written paths and reports go to stdout, everything else to stderr. Exit code 0 done, 1 the user can mend
it, 2 usage, 130 interrupted. Rooms are imported by the verb that needs them, so that help is instant.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from stratgen import __version__
from stratgen.errors import Fault, PlaceError, StratgenError

GREETING = """\
stratgen turns saved answers about a social-media strategy into a Word strategy pack.

  stratgen new answers/acme.yaml               be asked, and have a Draft pack in 15 minutes
  stratgen check answers/karoo-bank.yaml       what is missing or does not add up, line by line
  stratgen render answers/karoo-bank.yaml      write the Word documents to output/karoo-bank/

`stratgen VERB --help` shows one example of each verb.
"""

Verb = Callable[[argparse.Namespace], int]


def run() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Carry out one command; return its exit code."""
    if not arguments:
        sys.stdout.write(GREETING)
        return 0
    try:
        options = _parser().parse_args(arguments)
        verb: Verb = options.verb
        return verb(options)
    except StratgenError as error:
        _say(str(error))
        return 1
    except KeyboardInterrupt:
        _say("Interrupted; every document already written is whole.")
        return 130
    except BrokenPipeError:
        # The reader of our output has gone; keep the interpreter from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="stratgen", description="Answers in, a Word strategy pack out.")
    parser.add_argument("--version", action="version", version=f"stratgen {__version__}")
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    _add_new(verbs)
    _add_edit(verbs)
    _add_check(verbs)
    _add_render(verbs)
    _add_init(verbs)
    _verb(verbs, "schema", _schema, "print the JSON Schema of the answer file",
          "stratgen schema > stratgen.schema.json")  # fmt: skip
    _add_questions(verbs)
    completion = _verb(verbs, "completion", _completion, "print a script that completes verbs and options",
                       'eval "$(stratgen completion bash)"')  # fmt: skip
    completion.add_argument("shell", choices=("bash", "zsh", "fish"))
    return parser


def _verb(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser], name: str, verb: Verb, does: str, example: str
) -> argparse.ArgumentParser:
    parser = verbs.add_parser(
        name, help=does, description=f"{does[0].upper()}{does[1:]}.", epilog=f"Example: {example}"
    )
    parser.set_defaults(verb=verb)
    return parser


def _add_new(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _verb(verbs, "new", _new, "interview: begin an answer file, or go on with one",
                   "stratgen new answers/acme.yaml")  # fmt: skip
    parser.add_argument(
        "--full", action="store_true", help="the menu of all sections instead of the quick interview"
    )
    parser.add_argument(
        "--answers-from", type=Path, metavar="FILE", help="take over the answers of another file first"
    )
    _add_sitting(parser)


def _add_edit(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _verb(verbs, "edit", _edit, "interview: reopen an answer file, at its menu or at a section",
                   "stratgen edit answers/acme.yaml channels")  # fmt: skip
    _add_sitting(parser)
    parser.add_argument("section", nargs="?", default="", metavar="SECTION",
                        help='number, title or key of a section, such as 4, "Channel audit" or channels')  # fmt: skip


def _add_sitting(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="answer file")
    parser.add_argument("--plain", action="store_true",
                        help="line by line, without colour or redraw: for screen readers and pipes")  # fmt: skip
    parser.add_argument("--to", type=Path, metavar="DIR",
                        help="folder for the pack (default: output, beside the folder of the file)")  # fmt: skip


def _add_questions(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _verb(verbs, "questions", _questions, "print the blank questionnaire, for a client to fill in",
                   "stratgen questions --quick --format docx > questions.docx")  # fmt: skip
    parser.add_argument("--quick", action="store_true", help="only the questions of the quick interview")
    parser.add_argument(
        "--format", choices=("md", "docx"), default="md", help="Markdown or Word (default: md)"
    )


def _add_check(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _verb(verbs, "check", _check, "say what is missing or does not add up",
                   "stratgen check answers/karoo-bank.yaml")  # fmt: skip
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="answer file")
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")


def _add_render(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _verb(verbs, "render", _render, "write the Word documents of a pack",
                   "stratgen render answers/karoo-bank.yaml --only board-brief")  # fmt: skip
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="answer file")
    parser.add_argument("--to", type=Path, default=Path("output"), metavar="DIR",
                        help="folder for the packs, one folder a client (default: output)")  # fmt: skip
    parser.add_argument("--only", nargs="+", default=[], metavar="DOCUMENT",
                        help="write only these documents, such as board-brief")  # fmt: skip
    parser.add_argument("--templates", type=Path, metavar="DIR", help="templates to use instead")
    parser.add_argument("--style", type=Path, metavar="FILE", help="Word file whose look to use")
    parser.add_argument("--overwrite", action="store_true", help="replace documents that were edited")
    parser.add_argument("--strict", action="store_true", help="refuse answers with errors")


def _add_init(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _verb(verbs, "init", _init, "make a workspace of your own", "stratgen init my-clients")
    parser.add_argument("folder", type=Path, metavar="DIR", help="a new or empty folder")


def _check(options: argparse.Namespace) -> int:
    from stratgen import report
    from stratgen.pack import check

    reports, failed = [], False
    for path in options.files:
        try:
            checked = check(path)
            reports.append(
                report.Report(
                    str(path), checked.errors, checked.warnings, checked.accepted, checked.open_points
                )
            )
            failed = failed or bool(checked.errors)
        except StratgenError as error:
            reports.append(report.Report(str(path), error.faults, (), ()))
            failed = True
    sys.stdout.write(report.as_json(reports) if options.json else report.as_text(reports))
    return 1 if failed else 0


def _render(options: argparse.Namespace) -> int:
    from stratgen import pack

    # `--only board-brief client.yaml` reads the file as one more document; take it for what it is.
    files = options.files + [Path(name) for name in options.only if name.endswith((".yaml", ".yml"))]
    if not files:
        return _usage(
            "render: name at least one answer file. Example: stratgen render answers/karoo-bank.yaml"
        )
    only = _named_documents([name for name in options.only if Path(name) not in files], pack.DOCUMENTS)
    settings = pack.Settings(
        options.to, only, options.templates, options.style, options.overwrite, options.strict
    )
    failed, written = False, dict[str, Path]()
    for path in files:
        try:
            if path.stem in written:
                raise PlaceError([Fault(str(path), 0, "", f"would write to the same folder as {written[path.stem]}.",
                                        "Rename one of the two.")])  # fmt: skip
            rendered = pack.render(path, settings)
            written[path.stem] = path
        except StratgenError as error:
            _say(str(error))
            failed = True
            continue
        for file in rendered.written:
            print(file)
        _say(_summary(path, rendered.checked))
    return 1 if failed else 0


def _named_documents(names: list[str], documents: tuple[str, ...]) -> tuple[str, ...]:
    import difflib

    asked = [part for name in names for part in name.split(",") if part]
    for name in asked:
        if name not in documents:
            close = difflib.get_close_matches(name, documents, 1)
            mend = f"Did you mean {close[0]}?" if close else f"The documents are {', '.join(documents)}."
            raise SystemExit(_usage(f'--only: there is no document "{name}". {mend}'))
    return tuple(asked)


def _summary(path: Path, checked: object) -> str:
    from stratgen.pack import Checked

    assert isinstance(checked, Checked)
    counts = [
        (len(checked.errors), "error"), (len(checked.findings.open_points), "open point"),
        (len(checked.warnings), "warning"),
    ]  # fmt: skip
    words = ", ".join(f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts)
    hint = f" Run `stratgen check {path}` to read them." if any(count for count, _ in counts[::2]) else ""
    return f"{path}: {checked.findings.status_line}; {words}.{hint}"


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


def _completion(options: argparse.Namespace) -> int:
    from stratgen.completion import script

    actions = (each for each in _parser()._actions if isinstance(each, argparse._SubParsersAction))
    options_of = {
        name: tuple(
            option for action in verb._actions for option in action.option_strings if option.startswith("--")
        )
        for verbs in actions
        for name, verb in verbs.choices.items()
    }
    sys.stdout.write(script(options.shell, options_of))
    return 0


def _init(options: argparse.Namespace) -> int:
    from stratgen.workspace import make

    for path in make(options.folder):
        print(path)
    example = options.folder / "answers" / "example.yaml"
    _say(f"Next: stratgen render {example} --to {options.folder / 'output'}")
    return 0


def _schema(_: argparse.Namespace) -> int:
    from stratgen.workspace import schema_text

    sys.stdout.write(schema_text())
    return 0


def _usage(text: str) -> int:
    _say(text)
    return 2


def _say(text: str) -> None:
    print(text, file=sys.stderr)
