"""Lint for readers who cannot see, or not well: what Word's accessibility checker looks at, and more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratgen.colour import LEGIBLE, contrast
from stratgen.word.lint_package import Element, Package, W

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_DC = "{http://purl.org/dc/elements/1.1/}"
_VAGUE = frozenset({"here", "click here", "link", "this link", "more", "read more", "this"})
_BODY = "word/document.xml"
NO_HEAD_ROW = "field table"
"""The one table style whose tables have row heads alone."""


def _val(element: Element | None, name: str = "val") -> str:
    return "" if element is None else str(element.get(W + name, ""))


def _words(element: Element) -> str:
    return "".join(piece.text or "" for piece in element.iter(f"{W}t"))


class Sheet:
    """The styles of a package, as far as they say what stands out and how."""

    def __init__(self, package: Package) -> None:
        tree = package.trees.get("word/styles.xml")
        self._styles = {} if tree is None else {_val(s, "styleId"): s for s in tree.iter(f"{W}style")}
        default = None if tree is None else tree.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}color")
        self._ink = _val(default) or "000000"
        self._found: dict[tuple[str, str], str] = {}

    def name(self, number: str) -> str:
        """The name of a style in lower case; "" if there is no such style."""
        style = self._styles.get(number)
        return "" if style is None else _val(style.find(f"{W}name")).lower()

    def value(self, number: str, path: str, attribute: str = "val") -> str:
        """What a style, or one it is based on, says at a path; "" if none says anything."""
        key = number, path + attribute
        if key not in self._found:
            self._found[key] = ""  # so that a loop of styles ends
            style = self._styles.get(number)
            if style is not None:
                here = _val(style.find(path), attribute)
                self._found[key] = here or self.value(_val(style.find(f"{W}basedOn")), path, attribute)
        return self._found[key]

    def ink(self, *numbers: str) -> str:
        """The colour of text under some styles, the first that says one."""
        for number in numbers:
            if (colour := self.value(number, f"{W}rPr/{W}color")) and colour != "auto":
                return colour
        return "000000" if self._ink == "auto" else self._ink


def drawings(package: Package) -> Iterator[str]:
    """Every drawing has words in its place or is marked as decoration; in the body it stands in line."""
    for name, tree in package.stories():
        for item in tree.iter(f"{_DRAWING}docPr"):
            words = item.get("descr", "")
            if not words and next(item.iter(_DECORATIVE), None) is None:
                yield f"{name}: a drawing has no description"
            if re.search(r"\.(png|jpe?g|gif|svg)$", words, re.IGNORECASE):
                yield f'{name}: "{words}" is a file name, not a description'
        if name == _BODY and next(tree.iter(f"{_DRAWING}anchor"), None) is not None:
            yield f"{name}: a drawing floats instead of standing in line"


def tables(package: Package) -> Iterator[str]:
    """Tables have a row of column names that repeats, words of their own, and no merged cells."""
    sheet = Sheet(package)
    for name, tree in package.stories():
        for table in tree.iter(f"{W}tbl"):
            head = table.find(f"{W}tr")
            look = table.find(f"{W}tblPr/{W}tblLook")
            fields = sheet.name(_val(table.find(f"{W}tblPr/{W}tblStyle"))) == NO_HEAD_ROW
            if fields:
                if _val(look, "firstColumn") != "1":
                    yield f"{name}: a table of fields does not say that its first column heads the rows"
            elif head is None or head.find(f"{W}trPr/{W}tblHeader") is None or _val(look, "firstRow") != "1":
                yield f"{name}: a table has no header row"
            elif not all(_words(cell).strip() for cell in head.findall(f"{W}tc")[1:]):
                # The corner of a grid has nothing to name: it stands above names and beside names.
                yield f"{name}: a column of a table has no name"
            if not _val(table.find(f"{W}tblPr/{W}tblDescription")).strip():
                yield f"{name}: a table has no description"
            if next(table.iter(f"{W}vMerge", f"{W}gridSpan", f"{W}hMerge"), None) is not None:
                yield f"{name}: a table has merged cells"
            if table.find(f".//{W}tc//{W}tbl") is not None:
                yield f"{name}: a table stands inside a table"
            for row in table.iterfind(f"{W}tr"):
                if row.find(f"{W}trPr/{W}cantSplit") is None:
                    yield f"{name}: a row may break across pages"


def headings(package: Package) -> Iterator[str]:
    """There are headings, none is empty, and no level is skipped."""
    sheet, before = Sheet(package), 0
    for paragraph in package.trees[_BODY].iter(f"{W}p") if _BODY in package.trees else ():
        found = re.fullmatch(r"heading (\d)", sheet.name(_val(paragraph.find(f"{W}pPr/{W}pStyle"))))
        if not found:
            continue
        level = int(found[1])
        if not _words(paragraph).strip():
            yield f"{_BODY}: a heading is empty"
        if level > before + 1:
            yield f'{_BODY}: the heading "{_words(paragraph)}" skips a level'
        before = level
    if not before:
        yield f"{_BODY}: there is no heading"


def blank_paragraphs(package: Package) -> Iterator[str]:
    """Space is made by styles, not by blank paragraphs (a small one may close a table or a section)."""
    sheet = Sheet(package)
    body = package.trees.get(_BODY)
    for paragraph in [] if body is None else body.iterfind(f"{W}body/{W}p"):
        blank = not _words(paragraph).strip() and next(paragraph.iter(f"{W}drawing"), None) is None
        if blank and sheet.name(_val(paragraph.find(f"{W}pPr/{W}pStyle"))) != "table end":
            yield f"{_BODY}: a blank paragraph makes space"


def links(package: Package) -> Iterator[str]:
    """The words of a link say where it leads."""
    for name, tree in package.stories():
        for link in tree.iter(f"{W}hyperlink"):
            words = _words(link).strip()
            if not words or words.lower() in _VAGUE:
                yield f'{name}: the words of a link say nothing: "{words}"'


def language(package: Package) -> Iterator[str]:
    """The file has a title and a language, and so has its text; content controls have a title."""
    core = package.trees.get("docProps/core.xml")
    for key in ("title", "language"):
        if core is None or not (core.findtext(_DC + key) or "").strip():
            yield f"docProps/core.xml: there is no {key}"
    tree = package.trees.get("word/styles.xml")
    if tree is None or not _val(tree.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")):
        yield "word/styles.xml: the text has no language"
    for name, story in package.stories():
        for control in story.iter(f"{W}sdtPr"):
            if not _val(control.find(f"{W}alias")):
                yield f"{name}: a content control has no title"


def legibility(package: Package) -> Iterator[str]:
    """Text has a contrast of 4.5 at least against the shade it stands on."""
    sheet = Sheet(package)
    for name, tree in package.stories():
        seen: set[tuple[str, str]] = set()
        for paragraph in tree.iter(f"{W}p"):
            number = _val(paragraph.find(f"{W}pPr/{W}pStyle"))
            ground = _ground(sheet, paragraph, number)
            for run in paragraph.iter(f"{W}r"):
                if run.find(f"{W}t") is None:
                    continue
                dress = _val(run.find(f"{W}rPr/{W}rStyle"))
                ink = _colour(_val(run.find(f"{W}rPr/{W}color"))) or sheet.ink(dress, number)
                own = _colour(sheet.value(dress, f"{W}rPr/{W}shd", "fill")) or ground
                if (ink, own) not in seen and contrast(ink, own) < LEGIBLE:
                    yield f'{name}: {ink} on {own} is hard to read: "{_words(run)[:40]}"'
                seen.add((ink, own))


def _ground(sheet: Sheet, paragraph: Element, number: str) -> str:
    own = _colour(sheet.value(number, f"{W}pPr/{W}shd", "fill"))
    if own:
        return own
    cell = paragraph.getparent()
    if cell is None or cell.tag != f"{W}tc":
        return "FFFFFF"
    if fill := _colour(_val(cell.find(f"{W}tcPr/{W}shd"), "fill")):
        return fill
    row = cell.getparent()
    table = None if row is None else row.getparent()
    if table is not None and table.find(f"{W}tr") is row:
        style = _val(table.find(f"{W}tblPr/{W}tblStyle"))
        path = f"{W}tblStylePr[@{W}type='firstRow']/{W}tcPr/{W}shd"
        return _colour(sheet.value(style, path, "fill")) or "FFFFFF"
    return "FFFFFF"


def _colour(value: str) -> str:
    return value if re.fullmatch(r"[0-9A-Fa-f]{6}", value) else ""


RULES = (drawings, tables, headings, blank_paragraphs, links, language, legibility)
