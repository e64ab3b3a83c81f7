"""The conductor: an answer file becomes findings, documents and files.

Calls each room in turn and holds no rule of the trade; it never speaks to the terminal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from stratgen import (
    __version__,
    branding,
    catalogue,
    formats,
    manifest,
    paging,
    phrasing,
    places,
    policing,
    provenance,
)
from stratgen.analysis import analyze
from stratgen.analysis.exhibits import Brief, exhibits
from stratgen.analysis.findings import Findings, OpenPoint, RuleFinding
from stratgen.analysis.own_words import own_words, proper_words
from stratgen.analysis.rules import path_parts
from stratgen.analysis.self_drafting import with_roadmap
from stratgen.analysis.set_lint import Laid, too_long
from stratgen.analysis.status import is_draft
from stratgen.analysis.wording import Wording, wording_of
from stratgen.answers import Loaded, load, shareable
from stratgen.document import Document
from stratgen.drafting import bind, called, draft, kept_together, names_any, spelled
from stratgen.engagement import SCHEMA_VERSION
from stratgen.errors import AnswersError, Fault
from stratgen.likeness import look_of
from stratgen.printed_points import as_printed

if TYPE_CHECKING:
    from stratgen.analysis.explaining import Explanation

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
    formats: tuple[str, ...] = ("docx",)
    """Endings of files, as in `formats.FORMATS`."""
    pages: bool = False
    """Whether LibreOffice lays the documents out, so that they can name pages; a PDF has pages anyway."""
    comments: bool = False
    """Whether every open point has a comment in the margin of the Word files."""
    embed_answers: bool = False
    """Whether the answers travel in the Word files, without what is private of stakeholders."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What `check` found: every fault, apart from every warning, the warnings accepted, and the holes."""

    loaded: Loaded
    findings: Findings
    errors: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    accepted: tuple[Fault, ...]
    open_points: tuple[Fault, ...] = ()
    drafted: Mapping[Path, Mapping[str, Document]] = field(default_factory=dict)
    """The documents that were drafted on the way, by the folder of their templates: nothing is drafted twice."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What `render` wrote, and what it has to say about the answers."""

    written: tuple[Path, ...]
    checked: Checked
    remarks: tuple[str, ...] = ()
    """What else the reader of the files should know, in sentences."""


def check(path: Path, templates: Path | None = None) -> Checked:
    """Read an answer file and hold it, and the documents drafted of it, against every rule.

    `templates` names the folder of templates; without it the workspace's own or ours are used. Raises
    StratgenError where the file cannot be read.
    """
    loaded, entries, before = _read(path)
    folder, findings = places.places(path, templates).templates, before
    policed = _policed(loaded, before, folder)
    if policed.findings:
        findings = analyze(loaded.engagement, entries, policed.findings)

    def spot(found: RuleFinding) -> tuple[str, int]:
        by_line = loaded.source.file, loaded.source.line(path_parts(found.path)) if found.path else 0
        return by_line if found.path else policed.spots.get(found.fingerprint, by_line)

    def faults(found: Iterable[RuleFinding]) -> tuple[Fault, ...]:
        return tuple(
            sorted(Fault(*spot(each), each.place, each.what, each.mend, each.rule) for each in found)
        )

    errors = tuple(sorted((*loaded.faults, *policed.broken, *faults(findings.errors))))
    warnings = tuple(sorted((*policed.unused, *faults(findings.warnings))))
    return Checked(
        loaded,
        findings,
        errors,
        warnings,
        faults(findings.accepted),
        tuple(sorted(_hole(loaded, point) for point in findings.open_points)),
        {folder: policed.kept(bool(errors or warnings))}
        if _reads_alike(before, findings, loaded, folder)
        else {},
    )


def reckon(path: Path) -> tuple[Loaded, Findings]:
    """Read an answer file and return its scores; errors and warnings lack what only the documents would show.

    Of the scores, only the status depends on errors, and more of them can only take an approval away. So the
    documents are drafted where the answers alone would be approved. Raises StratgenError as `check` does.
    """
    loaded, _, findings = _read(path)
    if is_draft(findings.status_line):
        return loaded, findings
    checked = check(path)
    return checked.loaded, checked.findings


def _read(path: Path) -> tuple[Loaded, catalogue.Catalogue, Findings]:
    places.refuse_sheet(path)
    loaded, entries = load(path), catalogue.load(places.catalogue_folder(path))
    return loaded, entries, analyze(loaded.engagement, entries)


def _policed(loaded: Loaded, findings: Findings, folder: Path) -> policing.Policed:
    drafts, names = phrasing.templates(folder, wording_of(loaded.engagement)), (*PARTS, FRONT, *ANNEXES)
    drafted = partial(compose, Checked(loaded, findings, (), (), ()), folder)
    return policing.police(loaded.engagement, findings, drafted, names, drafts, names)


def _reads_alike(before: Findings, after: Findings, loaded: Loaded, folder: Path) -> bool:
    """Return whether what the linters found changes no word of the documents that they were shown."""
    if before.errors != after.errors or before.status_line != after.status_line:
        return False
    same = before.warnings == after.warnings and before.accepted == after.accepted
    return same or not _prints_faults(folder, wording_of(loaded.engagement))


def explained(path: Path) -> tuple[Explanation, ...]:
    """Read an answer file and explain every score of it; raises StratgenError where it cannot be read."""
    from stratgen.analysis.explaining import explain

    loaded, findings = reckon(path)
    return explain(loaded.engagement, findings)


def _hole(loaded: Loaded, point: OpenPoint) -> Fault:
    """Return an open point as a line of a report: the question, why it is open, who closes it and when."""
    why = f" {point.reason[:1].upper()}{point.reason[1:]}." if point.reason else ""
    due = f", by {point.due.isoformat()}" if point.due else ""
    who = f"{point.owner}{due}." if point.owner else "Name who will find out, and by when."
    line = loaded.source.line(path_parts(point.path))
    return Fault(loaded.source.file, line, point.place, f"{point.question}{why}", who)


def render(path: Path, settings: Settings, tell: Callable[[str], None] | None = None) -> Rendered:
    """Write the pack of one answer file; raises StratgenError, and then has written nothing.

    `tell` is told of each document as it is drafted, and of each file as it is written.

    With `strict`, faults in the answers refuse the pack; otherwise it is a Draft with its holes marked.
    """
    checked = check(path, settings.templates)
    if settings.strict and checked.errors:
        raise AnswersError(checked.errors)
    where = places.places(path, settings.templates, settings.style)
    documents = compose(checked, where.templates, settings.only, tell)
    if settings.embed_answers:
        attachment = shareable(checked.loaded.engagement)
        documents = {name: replace(tree, attachment=attachment) for name, tree in documents.items()}
    style = branding.house(where)
    if style.paper:
        documents = {name: replace(tree, paper=style.paper) for name, tree in documents.items()}

    @cache
    def in_word() -> paging.Paged:
        return paging.written(
            documents, style, settings.pages or "pdf" in settings.formats, settings.comments
        )

    files = formats.written(
        formats.Sheaf(documents, lambda: in_word().files, lambda: look_of(style)), settings.formats
    )
    remarks = _said_of_pages(in_word(), documents) if {"docx", "pdf"} & {*settings.formats} else ()
    remarks += branding.remarks(style)
    folder = settings.to / path.stem
    if not settings.overwrite:
        manifest.refuse_edited(folder, files)
    kept = {name: known_hash for name, known_hash in manifest.hashes_in(folder).items()
            if name not in files and (folder / name).exists()}  # fmt: skip
    for name, data in files.items():
        places.write_whole(folder / name, data)
        if tell is not None:
            tell(f"Written: {name}")
    places.write_whole(folder / manifest.NAME, manifest.manifest(_head(checked), files, kept))
    return Rendered((*(folder / name for name in files), folder / manifest.NAME), checked, remarks)


def _said_of_pages(paged: paging.Paged, documents: Mapping[str, Document]) -> tuple[str, ...]:
    """Return what to say of the pages, and of each document that turned out longer than it may be."""
    laid = {name: Laid(layout.headings, layout.whole) for name, layout in paged.layouts.items()}
    found = too_long({name: documents[name] for name in laid}, laid)
    return (*paged.remarks, *(f"{each.place}: {each.what} [{each.rule}]" for each in found))


def compose(
    checked: Checked, templates: Path, only: tuple[str, ...] = (), tell: Callable[[str], None] | None = None
) -> dict[str, Document]:
    """Return the document trees of a pack by name; all of them, or `only` those named. `tell` hears of each.

    The front of the bound pack and its annexes come alone where they are named.
    """
    engagement, findings = with_roadmap(checked.loaded.engagement, checked.findings)
    wording = wording_of(engagement)
    wanted = only or DOCUMENTS
    face = provenance.face(checked.loaded, findings.status_line, wording)
    tables = exhibits(brief := Brief(engagement, findings, wording))
    context = {
        "engagement": engagement, "findings": findings, "warnings": checked.warnings, "errors": checked.errors,
        "provenance": provenance.provenance(checked.loaded), "formulas": catalogue.formulas(),
    }  # fmt: skip
    drafts = phrasing.templates(templates, wording)
    bound = BOUND in wanted

    own, customers = own_words(engagement), engagement.engagement.customers
    names = proper_words(engagement, findings.catalogue)
    # What others have found of customers is theirs to name.
    theirs = own | {each.says for kpi in findings.catalogue.kpis.values() for each in kpi.published}

    def drafted(name: str) -> Document:
        if tell is not None and name in wanted:
            tell(f"Drafting: {name.replace('-', ' ')}")
        if (ready := checked.drafted.get(templates, {}).get(name)) is not None:
            return ready
        tree = draft(drafts, name, context, tables, face, names=names)
        return kept_together(spelled(called(tree, *customers, theirs) if customers else tree, own))

    trees = {name: drafted(name) for name in PARTS if name in wanted or not set(wanted) <= set(PARTS)}
    if behind := [name for name in (FRONT, *ANNEXES) if bound or name in wanted]:
        tables = exhibits(as_printed(brief, trees.values()))
        trees |= {name: drafted(name) for name in behind}
    if bound:
        annexes = [(name, trees[name]) for name in ANNEXES]
        trees[BOUND] = bind(trees[FRONT], [(name, trees[name]) for name in PARTS], annexes)
    return {name: trees[name] for name in (*DOCUMENTS, FRONT, *ANNEXES) if name in wanted}


def _head(checked: Checked) -> Mapping[str, object]:
    findings = checked.findings
    return {
        "tool": f"stratgen {__version__}",
        "schema_version": SCHEMA_VERSION,
        "answers": {"file": checked.loaded.source.name, "sha256": checked.loaded.digest},
        **({"catalogue": {"sha256": findings.catalogue.digest}} if findings.catalogue.digest else {}),
        "status": findings.status_line,
        "open_points": len(findings.open_points),
        "errors": len(checked.errors),
        "warnings": len(checked.warnings),
        "accepted_warnings": len(checked.accepted),
    }


def forget() -> None:
    """Forget templates and styles that were read, since somebody may have changed them."""
    branding.forget()
    phrasing.templates.cache_clear()
    _prints_faults.cache_clear()


@lru_cache(maxsize=8)
def _prints_faults(folder: Path, wording: Wording) -> bool:
    return names_any(phrasing.templates(folder, wording), ANNEXES, ("errors", "warnings", "accepted"))
