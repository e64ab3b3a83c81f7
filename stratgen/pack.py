"""The conductor: an answer file becomes findings, documents and files.

Calls each room in turn and holds no rule of the trade; it never speaks to the terminal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from stratgen import __version__, manifest, places, word
from stratgen.analysis import analyze
from stratgen.analysis.exhibits import Brief, exhibits
from stratgen.analysis.findings import Findings, OpenPoint, Score
from stratgen.analysis.rules import path_parts
from stratgen.analysis.wording import Wording, wording_of
from stratgen.answers import Loaded, load
from stratgen.document import Document
from stratgen.drafting import Face, TemplateSet, bind, draft, template_set
from stratgen.engagement import SCHEMA_VERSION, Choice, Figure, Unknown, known
from stratgen.errors import AnswersError, Fault

PARTS = ("board-brief", "employee-engagement-policy", "vision-roadmap", "terms-of-engagement")
"""The four documents that stand alone and are also bound."""

BOUND = "strategy-pack"
DOCUMENTS = (*PARTS, BOUND)
FRONT = "pack-front"
ANNEXES = ("annex-method", "annex-evidence", "annex-glossary", "annex-provenance")


@dataclass(frozen=True, slots=True)
class Settings:
    """How a pack is to be rendered."""

    to: Path
    only: tuple[str, ...] = ()
    templates: Path | None = None
    style: Path | None = None
    overwrite: bool = False
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """What `check` found: every fault, apart from every warning, the warnings accepted, and the holes."""

    loaded: Loaded
    findings: Findings
    errors: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    accepted: tuple[Fault, ...]
    open_points: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendered:
    """What `render` wrote, and what it has to say about the answers."""

    written: tuple[Path, ...]
    checked: Checked


def check(path: Path) -> Checked:
    """Read an answer file and hold it against every rule; raises AnswersError where it cannot be read."""
    loaded = load(path)
    findings = analyze(loaded.engagement)

    def faults(found: Any) -> tuple[Fault, ...]:
        return tuple(sorted(
            Fault(loaded.source.file, loaded.source.line(path_parts(each.path)), each.place, each.what, each.mend,
                  each.rule)
            for each in found
        ))  # fmt: skip

    errors = tuple(sorted((*loaded.faults, *faults(findings.errors))))
    return Checked(
        loaded,
        findings,
        errors,
        faults(findings.warnings),
        faults(findings.accepted),
        tuple(sorted(_hole(loaded, point) for point in findings.open_points)),
    )


def _hole(loaded: Loaded, point: OpenPoint) -> Fault:
    """Return an open point as a line of a report: the question, why it is open, who closes it and when."""
    why = f" {point.reason[:1].upper()}{point.reason[1:]}." if point.reason else ""
    due = f", by {point.due.isoformat()}" if point.due else ""
    who = f"{point.owner}{due}." if point.owner else "Name who will find out, and by when."
    line = loaded.source.line(path_parts(point.path))
    return Fault(loaded.source.file, line, point.place, f"{point.question}{why}", who)


def render(path: Path, settings: Settings) -> Rendered:
    """Write the pack of one answer file; raises StratgenError, and then has written nothing.

    With `strict`, faults in the answers refuse the pack; otherwise it is a Draft with its holes marked.
    """
    checked = check(path)
    if settings.strict and checked.errors:
        raise AnswersError(checked.errors)
    where = places.places(path, settings.templates, settings.style)
    documents = compose(checked, where.templates, settings.only)
    style = _style(where.style_parts, where.style_file)
    files = {f"{name}.docx": word.write(document, style) for name, document in documents.items()}
    folder = settings.to / path.stem
    if not settings.overwrite:
        manifest.refuse_edited(folder, files)
    kept = {name: known_hash for name, known_hash in manifest.hashes_in(folder).items()
            if name not in files and (folder / name).exists()}  # fmt: skip
    for name, data in files.items():
        places.write_whole(folder / name, data)
    places.write_whole(folder / manifest.NAME, manifest.manifest(_head(checked), files, kept))
    return Rendered((*(folder / name for name in files), folder / manifest.NAME), checked)


def compose(checked: Checked, templates: Path, only: tuple[str, ...] = ()) -> dict[str, Document]:
    """Return the document trees of a pack by name; all of them, or `only` those named."""
    engagement, findings = checked.loaded.engagement, checked.findings
    wording = wording_of(engagement)
    wanted = only or DOCUMENTS
    face = _face(checked, wording)
    tables = exhibits(Brief(engagement, findings, wording))
    context = {
        "engagement": engagement, "findings": findings, "warnings": checked.warnings, "errors": checked.errors,
        "provenance": _provenance(checked),
    }  # fmt: skip
    drafts = _templates(templates, wording)
    bound = BOUND in wanted

    def drafted(name: str) -> Document:
        return draft(drafts, name, context, tables, face)

    trees = {name: drafted(name) for name in PARTS if bound or name in wanted}
    if bound:
        annexes = [(name, drafted(name)) for name in ANNEXES]
        trees[BOUND] = bind(drafted(FRONT), [(name, trees[name]) for name in PARTS], annexes)
    return {name: trees[name] for name in DOCUMENTS if name in wanted}


def _face(checked: Checked, wording: Wording) -> Face:
    mandate = checked.loaded.engagement.engagement
    dated = known(mandate.pack.date)
    return Face(
        client=wording.text(mandate.client.legal_name),
        dated=wording.text(mandate.pack.date),
        created=(dated or date(2000, 1, 1)).isoformat(),
        version=wording.text(mandate.pack.version),
        status=checked.findings.status_line,
        classification=wording.text(mandate.classification),
        language=wording.locale,
        paper="Letter" if wording.locale == "en-US" else "A4",
        author=wording.text(mandate.prepared_by.firm),
        keywords=("social media strategy", "customer engagement"),
        properties=tuple(
            (f"stratgen {key.replace('_', ' ')}", value) for key, value in _provenance(checked).items()
        ),
    )


def _provenance(checked: Checked) -> dict[str, str]:
    return {
        "tool_version": __version__,
        "schema_version": str(SCHEMA_VERSION),
        "answers_hash": checked.loaded.digest,
        "locale": wording_of(checked.loaded.engagement).locale,
        "command": f"stratgen render {checked.loaded.source.name}",
    }


def _head(checked: Checked) -> Mapping[str, object]:
    findings = checked.findings
    return {
        "tool": f"stratgen {__version__}",
        "schema_version": SCHEMA_VERSION,
        "answers": {"file": checked.loaded.source.name, "sha256": checked.loaded.digest},
        "status": findings.status_line,
        "open_points": len(findings.open_points),
        "errors": len(checked.errors),
        "warnings": len(checked.warnings),
        "accepted_warnings": len(checked.accepted),
    }


@lru_cache(maxsize=8)
def _style(parts: Path, file: Path | None) -> word.HouseStyle:
    own = word.house_style(parts)
    return word.brand_style(file, own) if file else own


@lru_cache(maxsize=8)
def _templates(folder: Path, wording: Wording) -> TemplateSet:
    printers: dict[type, Callable[[Any], Any]] = dict.fromkeys(
        (Unknown, Choice, Figure, Score, bool, float, date), wording.inlines
    )

    def filtered(words: Callable[[Any], str]) -> Callable[[Any], Any]:
        return lambda value: value if isinstance(value, Unknown) else words(value)

    return template_set(
        folder,
        printers,
        filters={
            "money": filtered(wording.money), "percent": filtered(wording.percent),
            "day": filtered(wording.day), "number": filtered(wording.number), "hours": filtered(wording.hours),
        },
        tests={"unknown": lambda value: isinstance(value, Unknown),
               "known": lambda value: value is not None and not isinstance(value, Unknown)},
    )  # fmt: skip
