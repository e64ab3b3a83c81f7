"""Verbs that read answers and write papers: check, render."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from stratgen.cli.verbs import Verbs, say, usage, verb
from stratgen.errors import Fault, PlaceError, StratgenError


def add(verbs: Verbs) -> None:
    """Add these verbs to the command line."""
    _add_check(verbs)
    _add_render(verbs)


def _add_check(verbs: Verbs) -> None:
    parser = verb(verbs, "check", _check, "say what is missing or does not add up",
                   "stratgen check answers/karoo-bank.yaml")  # fmt: skip
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="answer file")
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")


def _add_render(verbs: Verbs) -> None:
    parser = verb(verbs, "render", _render, "write the Word documents of a pack",
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
        return usage(
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
            say(str(error))
            failed = True
            continue
        for file in rendered.written:
            print(file)
        say(_summary(path, rendered.checked))
    return 1 if failed else 0


def _named_documents(names: list[str], documents: tuple[str, ...]) -> tuple[str, ...]:
    import difflib

    asked = [part for name in names for part in name.split(",") if part]
    for name in asked:
        if name not in documents:
            close = difflib.get_close_matches(name, documents, 1)
            mend = f"Did you mean {close[0]}?" if close else f"The documents are {', '.join(documents)}."
            raise SystemExit(usage(f'--only: there is no document "{name}". {mend}'))
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
