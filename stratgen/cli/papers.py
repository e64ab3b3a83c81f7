"""Verbs that read answers and write papers: check, explain, plan, diff, render, preview."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from stratgen.cli.verbs import Verbs, columns, say, usage, verb
from stratgen.errors import Fault, PlaceError, StratgenError


def add(verbs: Verbs) -> None:
    """Add these verbs to the command line."""
    _add_check(verbs)
    _add_explain(verbs)
    _add_plan(verbs)
    _add_diff(verbs)
    _add_render(verbs)
    _add_preview(verbs)


def _add_check(verbs: Verbs) -> None:
    parser = verb(verbs, "check", _check, "say what is missing or does not add up",
                   "stratgen check answers/karoo-bank.yaml")  # fmt: skip
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="answer file")
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")
    parser.add_argument("--pack", type=Path, metavar="DIR",
                        help="also hold the Word files of this folder against the answers as they are now")  # fmt: skip


def _add_explain(verbs: Verbs) -> None:
    parser = verb(verbs, "explain", _explain, "show how a score was made, and what would change it",
                  "stratgen explain answers/karoo-bank.yaml maturity channel:facebook")  # fmt: skip
    parser.add_argument("file", type=Path, metavar="FILE", help="answer file")
    parser.add_argument(
        "scores", nargs="*", metavar="SCORE", help="names of scores; all of them if none is named"
    )
    parser.add_argument("--json", action="store_true", help="print the explanations as JSON")


def _add_plan(verbs: Verbs) -> None:
    parser = verb(verbs, "plan", _plan, "show the work that the answers call for, and add it to the roadmap",
                  "stratgen plan answers/karoo-bank.yaml --write")  # fmt: skip
    parser.add_argument("file", type=Path, metavar="FILE", help="answer file")
    parser.add_argument("--write", action="store_true", help="add what is proposed to the answer file")
    parser.add_argument("--json", action="store_true", help="print what is proposed as JSON")


def _add_diff(verbs: Verbs) -> None:
    parser = verb(verbs, "diff", _diff, "show how two answer files differ: answers, scores, and pages",
                  "stratgen diff answers/acme-q1.yaml answers/acme-q2.yaml")  # fmt: skip
    parser.add_argument("old", type=Path, metavar="OLD", help="answer file")
    parser.add_argument("new", type=Path, metavar="NEW", help="answer file")
    parser.add_argument("--json", action="store_true", help="print the differences as JSON")


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
    parser.add_argument("--pages", action="store_true",
                        help="page numbers in contents and references, through LibreOffice")  # fmt: skip
    parser.add_argument("--comments", action="store_true",
                        help="a comment in the margin for every open point: who closes it, and by when")  # fmt: skip
    parser.add_argument("--embed-answers", action="store_true",
                        help="let the answers travel in the Word files, without names and views of stakeholders")  # fmt: skip
    parser.add_argument("--format", default="docx", metavar="FORMATS",
                        help="what to write, such as docx,pdf (default: docx)")  # fmt: skip


def _add_preview(verbs: Verbs) -> None:
    parser = verb(verbs, "preview", _preview, "show the documents in a browser, and follow every save",
                   "stratgen preview answers/karoo-bank.yaml")  # fmt: skip
    parser.add_argument("file", type=Path, metavar="FILE", help="answer file")
    parser.add_argument(
        "--port", type=int, metavar="N", help="port on this machine (default: 8642, or a free one)"
    )
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.add_argument("--templates", type=Path, metavar="DIR", help="templates to use instead")
    parser.add_argument("--style", type=Path, metavar="FILE", help="Word file whose look to use")


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
            if options.pack:
                from stratgen import rendered

                faults = rendered.faults_of(checked, path, options.pack)
                reports.append(report.Report(str(options.pack), faults, (), ()))
                failed = failed or bool(faults)
        except StratgenError as error:
            reports.append(report.Report(str(path), error.faults, (), ()))
            failed = True
    sys.stdout.write(report.as_json(reports) if options.json else report.as_text(reports))
    return 1 if failed else 0


def _explain(options: argparse.Namespace) -> int:
    from stratgen import pack, reasons

    found = reasons.chosen(pack.explained(options.file), options.scores)
    sys.stdout.write(reasons.as_json(found) if options.json else reasons.as_text(found, columns()))
    return 0


def _diff(options: argparse.Namespace) -> int:
    from stratgen import comparing

    found = comparing.compare(options.old, options.new)
    sys.stdout.write(comparing.as_json(found) if options.json else comparing.as_text(found, columns()))
    return 0


def _plan(options: argparse.Namespace) -> int:
    from stratgen import planning

    found = planning.plan(options.file)
    sys.stdout.write(planning.as_json(found) if options.json else planning.as_text(found, columns()))
    if options.write:
        count = planning.write(found)
        say(f"{options.file}: {count} initiative{'' if count == 1 else 's'} added; name owner and cost of each." if count
            else f"{options.file}: nothing to add.")  # fmt: skip
    elif found.proposals and not options.json:
        say(f"To add what is proposed: stratgen plan {options.file} --write. To leave one out for good, name it"
            " under vision.declined.")  # fmt: skip
    return 0


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
        options.to,
        only,
        options.templates,
        options.style,
        options.overwrite,
        options.strict,
        formats=_named_formats(options.format),
        pages=options.pages,
        comments=options.comments,
        embed_answers=options.embed_answers,
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
        say(" ".join([_summary(path, rendered.checked), *rendered.remarks]))
    return 1 if failed else 0


def _preview(options: argparse.Namespace) -> int:
    from stratgen import previewing, serving

    def opened(address: str) -> None:
        print(address, flush=True)
        say("Save the answers, a template or the style, and the page follows. Ctrl-C ends the preview.")
        if not options.no_browser:
            import webbrowser

            webbrowser.open(address)

    subject = previewing.Subject(options.file, options.templates, options.style)
    try:
        serving.serve(subject, options.port, opened, say)
    except KeyboardInterrupt:
        say("The preview has ended.")
    return 0


def _named_documents(names: list[str], documents: tuple[str, ...]) -> tuple[str, ...]:
    import difflib

    asked = [part for name in names for part in name.split(",") if part]
    for name in asked:
        if name not in documents:
            close = difflib.get_close_matches(name, documents, 1)
            mend = f"Did you mean {close[0]}?" if close else f"The documents are {', '.join(documents)}."
            raise SystemExit(usage(f'--only: there is no document "{name}". {mend}'))
    return tuple(asked)


def _named_formats(asked: str) -> tuple[str, ...]:
    from stratgen.formats import FORMATS

    names = tuple(dict.fromkeys(part.strip().lower() for part in asked.split(",") if part.strip()))
    for name in names:
        if name not in FORMATS:
            known = ", ".join(f"{ending} ({each.words})" for ending, each in FORMATS.items())
            raise SystemExit(usage(f'--format: there is no format "{name}". The formats are {known}.'))
    return names or ("docx",)


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
