"""Lint of charts: their axes, the workbook behind each, and whether picture and workbook say the same."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from stratgen.word.lint_package import Element, Package

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SPAN = re.compile(r"(?:'[^']+'|\w+)!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?")
_SHEET = "xl/worksheets/sheet1.xml"
Cells = dict[str, str]


def _charts(package: Package) -> Iterator[tuple[str, Element]]:
    for name, tree in package.trees.items():
        if re.fullmatch(r"word/charts/chart\d+\.xml", name):
            yield name, tree


def axes(package: Package) -> Iterator[str]:
    """The axes that a chart's plots name are the axes it has, and each crosses one of them."""
    for name, tree in _charts(package):
        used: set[str | None] = set()
        made: set[str | None] = set()
        for axis in tree.iter(f"{_C}axId"):
            parent = axis.getparent()
            kind = made if parent is not None and parent.tag.endswith("Ax") else used
            kind.add(axis.get("val"))
        crossed = {axis.get("val") for axis in tree.iter(f"{_C}crossAx")}
        if used != made or crossed - made:
            yield f"{name}: the axes do not match"


def shown(package: Package) -> Iterator[str]:
    """Every chart part is shown by a drawing, and every drawing of a chart shows a chart part."""
    wanted: list[str] = []
    for name, tree in package.stories():
        relations = package.relations.get(name, {})
        for mark in tree.iter(f"{_C}chart"):
            kind, target, _ = relations.get(mark.get(f"{_R}id", ""), ("", "", False))
            wanted.append(target)
            if kind != "chart":
                yield f"{name}: a drawing shows a chart that does not exist"
    for name, _ in _charts(package):
        if wanted.count(name) != 1:
            yield f"{name}: is shown {wanted.count(name)} times"


def workbooks(package: Package) -> Iterator[str]:
    """Behind every chart there is a workbook that opens, and its numbers are those of the chart."""
    for name, tree in _charts(package):
        link = tree.find(f"{_C}externalData")
        relations = package.relations.get(name, {})
        kind, target, _ = relations.get("" if link is None else link.get(f"{_R}id", ""), ("", "", False))
        if kind != "package" or target not in package.data:
            yield f"{name}: there is no workbook behind the chart"
            continue
        cells = _cells(package.data[target])
        if cells is None:
            yield f"{target}: is not a workbook"
            continue
        for reference in tree.iter(f"{_C}numRef", f"{_C}strRef"):
            yield from _differences(name, reference, cells)


def _cells(content: bytes) -> Cells | None:
    """Return what stands in each cell of the sheet; None where the workbook does not open."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
            sheet = etree.fromstring(archive.read(_SHEET), parser)
    except (zipfile.BadZipFile, KeyError, EOFError, etree.XMLSyntaxError):
        return None
    return {
        cell.get("r", ""): "".join(piece.text or "" for piece in cell.iter(f"{_S}v", f"{_S}t"))
        for cell in sheet.iter(f"{_S}c")
    }


def _differences(name: str, reference: Element, cells: Cells) -> Iterator[str]:
    where = reference.findtext(f"{_C}f") or ""
    found = _SPAN.fullmatch(where)
    if found is None or found[3] not in (None, found[1]):
        yield f'{name}: "{where}" is not a column of the sheet'
        return
    first, last = int(found[2]), int(found[4] or found[2])
    told = [cells.get(f"{found[1]}{row}", "") for row in range(first, last + 1)]
    count = next(reference.iter(f"{_C}ptCount"), None)
    drawn = [""] * (0 if count is None else int(count.get("val") or 0))
    for point in reference.iter(f"{_C}pt"):
        at = int(point.get("idx") or 0)
        if at < len(drawn):
            drawn[at] = point.findtext(f"{_C}v") or ""
    if drawn != told:
        yield f"{name}: {where} is drawn as {drawn} and stands in the workbook as {told}"


RULES = (axes, shown, workbooks)
