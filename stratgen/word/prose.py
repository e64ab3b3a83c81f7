"""What a Word file says, section by section, as a reader would be told it: for comparing two files.

Words only: neither dress nor page numbers, contents or comments. Word and LibreOffice write the same text with
other XML; what they add to it is left out.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from stratgen.errors import FormError, StyleError
from stratgen.word.guard import Element, Opened, opened
from stratgen.word.told import DEEPEST_PASSAGE, Passage, Prose

HEAD = "the first page"
MARGINS = "the header or footer"
NOTES = "the notes"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MARGIN = re.compile(r"word/(header|footer)\d*\.xml")
_LISTING = re.compile(r"toc( heading)?|toc \d|table of figures|contents heading")
_HEADING = re.compile(r"heading (\d)")
_PAGE = "\ue0f0"
"""What stands in place of a page number."""
_PAGES = re.compile(rf"(?:,? ?(?:on )?[^\W\d_]+\.?\s)?{_PAGE}")
_SILENT = (f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}rPr", f"{_W}pPr", f"{_W}sdtPr", _FALLBACK)


def read_prose(path: Path) -> Prose:
    """Return what a file says; FormError if it is broken or dangerous."""
    try:
        return _prose(opened(path))
    except StyleError as error:
        raise FormError(error.faults) from None


def prose_of(docx: bytes) -> Prose:
    """Return what a file of our own says."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return _prose(Opened("", {name: archive.read(name) for name in archive.namelist()}))


def _prose(file: Opened) -> Prose:
    named = _style_names(file)
    passages: list[tuple[str, list[str]]] = [(HEAD, [])]
    reader = _Reader(file, "word/document.xml")
    for paragraph in _paragraphs(file.tree("word/document.xml")):
        line = reader.line(paragraph)
        name = named.get(_style(paragraph), "")
        heading = _HEADING.fullmatch(name)
        if line and heading and int(heading[1]) <= DEEPEST_PASSAGE:
            passages.append((line, []))
        elif line and not _LISTING.fullmatch(name):
            passages[-1][1].append(line)
    passages += [(NOTES, _of_notes(file)), (MARGINS, _of_margins(file))]
    return Prose(_properties(file), tuple(Passage(title, tuple(lines)) for title, lines in passages))


def _properties(file: Opened) -> dict[str, str]:
    if "docProps/custom.xml" not in file.parts:
        return {}
    tree = file.tree("docProps/custom.xml")
    return {item.get("name", ""): "".join(str(text) for text in item.itertext()) for item in tree}


def _style_names(file: Opened) -> dict[str, str]:
    """Return the name of every paragraph style by its id, in small letters."""
    if "word/styles.xml" not in file.parts:
        return {}
    found = {}
    for style in file.tree("word/styles.xml").iterfind(f"{_W}style"):
        name = style.find(f"{_W}name")
        found[style.get(f"{_W}styleId", "")] = "" if name is None else str(name.get(f"{_W}val", "")).lower()
    return found


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else str(style.get(f"{_W}val", ""))


def _paragraphs(tree: Element) -> Iterator[Element]:
    """Yield every paragraph in reading order, those of tables and fields included."""
    for paragraph in tree.iter(f"{_W}p"):
        if not any(each.tag == _FALLBACK for each in paragraph.iterancestors()):
            yield paragraph


def _of_notes(file: Opened) -> list[str]:
    part = "word/footnotes.xml"
    if part not in file.parts:
        return []
    reader = _Reader(file, part)
    return [line for paragraph in _paragraphs(file.tree(part)) if (line := reader.line(paragraph))]


def _of_margins(file: Opened) -> list[str]:
    """Return the lines of all headers and footers, each once: programs may keep a copy for every section."""
    lines: set[str] = set()
    for part in file.parts:
        if _MARGIN.fullmatch(part):
            reader = _Reader(file, part)
            lines.update(reader.line(paragraph) for paragraph in _paragraphs(file.tree(part)))
    return sorted(lines - {""})


class _Reader:
    """Reads the paragraphs of one story in order; fields may run from one paragraph into the next."""

    def __init__(self, file: Opened, part: str) -> None:
        self._file = file
        self._relations = file.relations(part)
        self._fields: list[list[str]] = []
        """The code of every field that is open, and "shown" once its result has begun."""

    def line(self, paragraph: Element) -> str:
        """Return the words of a paragraph on one line."""
        text = "".join(self._pieces(paragraph))
        return " ".join(_PAGES.sub("", text).split())

    def _pieces(self, element: Element) -> Iterator[str]:
        for child in element:
            if child.tag == f"{_W}fldChar":
                yield from self._field(str(child.get(f"{_W}fldCharType", "")))
            elif child.tag == f"{_W}instrText" and self._fields:
                self._fields[-1][0] += child.text or ""
            elif child.tag == f"{_W}fldSimple" and _counts(str(child.get(f"{_W}instr", ""))):
                yield _PAGE
            elif child.tag in _SILENT or child.tag == f"{_W}p":
                continue
            elif child.tag == f"{_W}t":
                yield "" if self._is_hidden() else child.text or ""
            elif child.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
                yield " "
            elif child.tag == f"{_W}noBreakHyphen":
                yield "-"
            elif child.tag == f"{_W}drawing":
                yield from self._drawn(child)
            else:
                yield from self._pieces(child)

    def _field(self, kind: str) -> Iterator[str]:
        if kind == "begin":
            self._fields.append(["", ""])
        elif kind == "separate" and self._fields:
            self._fields[-1][1] = "shown"
        elif kind == "end" and self._fields:
            code, _ = self._fields.pop()
            if _counts(code):
                yield _PAGE

    def _is_hidden(self) -> bool:
        """Return whether we stand in a field whose result is a page number, or in its code."""
        return any(not shown or _counts(code) for code, shown in self._fields)

    def _drawn(self, drawing: Element) -> Iterator[str]:
        """Yield the words in place of a picture, and the words and numbers of a chart."""
        for dress in drawing.iter(f"{_DRAWING}docPr"):
            yield f" {dress.get('descr', '')} "
        for chart in drawing.iter(f"{_CHART}chart"):
            _, part = self._relations.get(str(chart.get(f"{_R}id", "")), ("", ""))
            if part in self._file.parts:
                tree = self._file.tree(part)
                yield from (f"{each.text or ''} " for each in tree.iter(f"{_CHART}v", f"{_MAIN}t"))


def _counts(code: str) -> bool:
    """Return whether a field counts pages."""
    return code.split()[:1] in (["PAGEREF"], ["PAGE"], ["NUMPAGES"], ["SECTIONPAGES"])
