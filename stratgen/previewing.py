"""What a preview shows: the pages of one answer file, made anew whenever a file behind them is saved.

It knows answers, templates and pages; how they reach a browser is the business of `serving`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from stratgen import branding, html, pack, places
from stratgen.errors import Fault, StratgenError
from stratgen.likeness import look_of

HOME = "/"
STYLE = "/-/preview.css"
SCRIPT = "/-/preview.js"
EVENTS = "/-/events"
_TITLE = "Preview"

_FOLDERS = (".j2", ".md", ".xml", ".docx", ".toml")
"""Endings of files in the watched folders that a page can depend on."""

LIVE_STYLE = """\
.live { position: sticky; top: 0; z-index: 3; display: flex; flex-wrap: wrap; gap: 0.3rem 1.4rem; align-items: baseline;
  padding: 0.45rem 1.25rem; background: var(--panel); color: var(--ink); border-bottom: 1px solid var(--line); font-size: 0.88rem; }
.live details > summary { padding: 0; font-size: 1em; }
.live details[open] { flex-basis: 100%; }
.live ol { margin: 0.4rem 0 0.2rem; max-height: 40vh; overflow: auto; columns: 22rem; }
.live-state { color: var(--risk-edge); font-weight: 700; }
html { scroll-padding-top: 4rem; }
@media screen and (min-width: 64rem) { .contents { top: 2.4rem; max-height: calc(100vh - 2.4rem); } }
@media print { .live { display: none; } }
"""

LIVE_SCRIPT = """\
(() => {
  const mine = new URL(document.currentScript.src).search.slice(1);
  const say = (words) => document.querySelectorAll(".live-state").forEach((place) => { place.textContent = words; });
  const events = new EventSource("/-/events");
  events.onopen = () => say("");
  events.onmessage = (event) => { if (event.data !== mine) { location.reload(); } };
  events.onerror = () => say("The preview has stopped; this page is as it was last.");
})();
"""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is previewed: an answer file, and the templates and style that were named for it."""

    file: Path
    templates: Path | None = None
    style: Path | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """The pages by address, a mark that changes whenever they may have, and the state in one line."""

    pages: Mapping[str, bytes]
    mark: str
    words: str


Stamp = tuple[tuple[str, int, int], ...]
"""Name, time of change and size of every file that the pages depend on."""


def stamp(subject: Subject) -> Stamp:
    """Return the state of every file behind the pages; a file that is not there is left out."""
    found = []
    for path in sorted(set(_behind(subject))):
        try:
            state = path.stat()
        except OSError:
            continue
        found.append((str(path), state.st_mtime_ns, state.st_size))
    return tuple(found)


def _behind(subject: Subject) -> Iterable[Path]:
    yield subject.file
    if subject.style:
        yield subject.style
    folders = [places.catalogue_folder(subject.file)]
    try:
        where = places.places(subject.file, subject.templates, None)
        folders += [where.templates, where.style_parts]
        if where.brand_sheet:
            yield where.brand_sheet
    except StratgenError:
        folders.append(subject.templates)
    for folder in folders:
        if folder and folder.is_dir():
            yield from (path for path in folder.rglob("*") if path.suffix in _FOLDERS and path.is_file())


def refuse_missing(subject: Subject) -> None:
    """Raise StratgenError if what was named for a preview is not there at all."""
    places.places(subject.file, subject.templates, subject.style)
    if not subject.file.is_file():
        pack.check(subject.file)


def shown(subject: Subject, state: Stamp) -> Shown:
    """Return the pages of the files as they are now; faults are shown in place of every page."""
    pack.forget()
    mark = hashlib.sha256(repr(state).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    live = html.Live(f"{STYLE}?{mark}", f"{SCRIPT}?{mark}", HOME, "All documents")
    try:
        pages, words = _pages(subject, live)
        return Shown(pages, mark, words)
    except StratgenError as error:
        return Shown(_faulty(subject, error.faults, live), mark, str(error))


def _pages(subject: Subject, live: html.Live) -> tuple[dict[str, bytes], str]:
    checked = pack.check(subject.file)
    where = places.places(subject.file, subject.templates, subject.style)
    look = look_of(branding.house(where))
    documents = pack.compose(checked, where.templates)
    pages = {f"/{name}": html.write(document, look, live) for name, document in documents.items()}
    bound = documents[pack.BOUND]
    cards = [html.Card(f"/{name}", document.title, document.subtitle) for name, document in documents.items()]
    concerns = [
        html.Concerns("Errors", "risk", _concerns(checked.errors), "No errors."),
        html.Concerns("Warnings", "caution", _concerns(checked.warnings), "No warnings."),
        html.Concerns("Open points", "finding", _concerns(checked.open_points), "No open points."),
    ]
    pages[HOME] = html.overview(bound.client, bound.status, bound.language, cards, concerns, look, live)
    counts = f"{len(checked.errors)} errors, {len(checked.warnings)} warnings"
    return pages, f"{subject.file}: {bound.status}; {counts}."


def _faulty(subject: Subject, faults: Iterable[Fault], live: html.Live) -> dict[str, bytes]:
    """Return the page of faults at every address, so that whatever is open says what is wrong."""
    concerns = html.Concerns("What has to be mended", "risk", _concerns(faults))
    words = f"{subject.file.name} cannot be shown as it is. Save it again, and this page follows."
    page = html.overview(_TITLE, words, "en-GB", (), (concerns,), html.Look(), live)
    return dict.fromkeys((HOME, *(f"/{name}" for name in pack.DOCUMENTS)), page)


def _concerns(faults: Iterable[Fault]) -> tuple[html.Concern, ...]:
    return tuple(
        html.Concern(
            f"{fault.file}:{fault.line}" if fault.line else fault.file,
            " ".join(
                part for part in (f"{fault.place}:" if fault.place else "", fault.what, fault.mend) if part
            ),
        )
        for fault in faults
    )
