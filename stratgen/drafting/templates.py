"""A set of templates, and drafting one of them into a document."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from stratgen.document import Block, Document, Exhibit
from stratgen.drafting.desk import ANY_TOKEN, Desk, Printer, Printers
from stratgen.drafting.environment import Environment
from stratgen.drafting.filling import Filler
from stratgen.drafting.front import Face, FrontMatter, read_front
from stratgen.drafting.layout import Flaw, lay_out
from stratgen.drafting.missing import template_spot
from stratgen.drafting.numbering import KeyFlaw, number
from stratgen.drafting.reading_time import timed
from stratgen.drafting.sources import SUFFIX, Sources, did_you_mean, template_fault
from stratgen.errors import Fault, TemplateError


class TemplateSet:
    """The templates of one folder and the way their values are printed; make it with `template_set`."""

    def __init__(self, environment: Environment, printers: Printers, conjunction: str) -> None:
        self.environment, self.printers, self.conjunction = environment, printers, conjunction


def template_set(
    folder: Path,
    printers: Mapping[type, Printer],
    conjunction: str = "and",
    cache_folder: Path | None = None,
    filters: Mapping[str, Callable[[Any], Any]] | None = None,
    tests: Mapping[str, Callable[[Any], bool]] | None = None,
    below: Path | None = None,
) -> TemplateSet:
    """Return the templates of a folder, compiled when first drafted and kept.

    A template that the folder lacks is taken from the folder `below`, so that one file can be replaced alone.
    `printers` says how values of each type read; text and whole numbers need none. `conjunction` is the
    word before the last of several. With `cache_folder`, compiled templates are kept there as files. `filters`
    and `tests` are the caller's own, each of one value.
    """
    sources = Sources(folder, *((below,) if below and below != folder else ()))
    return TemplateSet(Environment(sources, cache_folder, filters, tests), Printers(printers), conjunction)


def exhibit_names(templates: TemplateSet) -> dict[str, tuple[str, int]]:
    """Return the names of exhibits that the templates ask for in so many words, each with the file and
    line of its first use; a name that a template puts together is not among them."""
    found: dict[str, tuple[str, int]] = {}
    for template in templates.environment.sources.names():
        for name, file, line in templates.environment.calls(template, frozenset({"exhibit", "has_exhibit"})):
            found.setdefault(name, (file, line))
    return found


def template_faults(templates: TemplateSet) -> tuple[Fault, ...]:
    """Return what is wrong with the templates before any of them is drafted: what does not parse."""
    names = templates.environment.sources.names()
    return tuple(fault for name in names for fault in templates.environment.check(name))


def draft(
    templates: TemplateSet,
    name: str,
    context: Mapping[str, object],
    exhibits: Mapping[str, Exhibit | None],
    face: Face,
    elsewhere: Collection[str] = (),
    names: Collection[str] = (),
) -> Document:
    """Return the document that the template `name` makes of a context.

    An exhibit that is None does not apply and prints nothing. `elsewhere` holds keys that only the bound
    pack has; `names` are words that keep their capital inside a sentence. Raises TemplateError with everything that is wrong, each with file and line where known.
    """
    desk = Desk(templates.printers, exhibits, templates.conjunction, template_spot, names)
    text = templates.environment.render_text(name, context, desk)
    lines = [line.rstrip(" \t") for line in text.split("\n")]
    front = read_front(lines)
    filler = Filler(desk)
    filler.check_plain(front.entries.values())
    pieces, flaws = lay_out(lines, front.end)
    blocks = tuple(block for piece in pieces for block in filler.fill(piece))
    numbered = number(blocks, elsewhere)
    # What is wrong with a line first often makes it empty next: one complaint a line will do.
    by_line = {flaw.line: flaw for flaw in reversed([*front.flaws, *flaws, *filler.flaws])}
    faults = _Faults(templates.environment, name, desk, lines)
    found = [
        *map(faults.of_line, by_line.values()),
        *(faults.of_key(flaw, filler.origins, numbered.keys) for flaw in numbered.flaws),
    ]
    if found:
        raise TemplateError(found)
    return _document(front, desk, face, timed(numbered.blocks))


def _document(front: FrontMatter, desk: Desk, face: Face, blocks: tuple[Block, ...]) -> Document:
    def words(key: str) -> str:
        return desk.words(front.entries.get(key, (0, ""))[1]).replace("\n", " ")

    return Document(
        title=words("title"), subtitle=words("subtitle"), client=face.client, audience=words("audience"),
        dated=face.dated, created=face.created, version=face.version, status=words("status") or face.status,
        classification=words("classification") or face.classification, language=face.language, paper=face.paper, author=face.author,
        blocks=blocks, cover=front.switch("cover"), contents=front.switch("contents"),
        keywords=face.keywords, properties=face.properties,
    )  # fmt: skip


class _Faults:
    """Finds the template line behind a line of rendered text."""

    def __init__(self, environment: Environment, name: str, desk: Desk, lines: list[str]) -> None:
        self._environment, self._name, self._desk, self._lines = environment, name, desk, lines

    def of_line(self, flaw: Flaw) -> Fault:
        """Return a fault for a rendered line."""
        line = self._lines[flaw.line] if flaw.line < len(self._lines) else ""
        file, number = self._place(line)
        return template_fault(file, number, "" if number else self._quoted(line), flaw.what, flaw.mend)

    def of_key(self, flaw: KeyFlaw, origins: Mapping[str, int], keys: Iterable[str]) -> Fault:
        """Return a fault for a heading, exhibit or reference."""
        if flaw.reference and flaw.key in self._desk.seen:
            mend = flaw.mend or did_you_mean(flaw.key, keys)
            return template_fault(*self._environment.place(self._desk.seen[flaw.key]), "", flaw.what, mend)
        if flaw.key in origins:
            return self.of_line(Flaw(origins[flaw.key], flaw.what, flaw.mend))
        return template_fault(*self._place(""), "", flaw.what, flaw.mend)

    def _place(self, line: str) -> tuple[str, int]:
        token = ANY_TOKEN.search(line)
        if token:
            return self._environment.place(self._desk.spots[int(token[1])])
        return self._environment.sources.find_line(self._name + SUFFIX, line.strip())

    def _quoted(self, line: str) -> str:
        words = " ".join(self._desk.words(line).split())
        return f'near "{words[:60]}"' if words else ""
