"""Lint of the text: fields, bookmarks, lists, styles, notes, tables and left-overs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from stratgen.word.lint_package import Element, Package, W

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_TARGET = re.compile(r"\s*(?:REF|PAGEREF)\s+(\S+)|\s*HYPERLINK\s+\\l\s+\"([^\"]+)\"")
_BLOCKS = (f"{W}p", f"{W}tbl", f"{W}sdt")


def _val(element: Element, name: str = "val") -> str:
    return str(element.get(W + name, ""))


def fields(package: Package) -> Iterator[str]:
    """Every field begins, separates and ends in that order, and nothing asks for an update on opening."""
    for name, tree in package.stories():
        depth: list[str] = []
        for mark in tree.iter(f"{W}fldChar"):
            kind = _val(mark, "fldCharType")
            if kind == "begin":
                depth.append(kind)
            elif not depth:
                yield f"{name}: a field ends that never began"
            elif kind == "separate":
                depth[-1] = kind
            else:
                depth.pop()
            if mark.get(f"{W}dirty"):
                yield f"{name}: a field is marked dirty"
        if depth:
            yield f"{name}: {len(depth)} field(s) never end"
    settings = package.trees.get("word/settings.xml")
    if settings is not None and settings.find(f"{W}updateFields") is not None:
        yield "word/settings.xml: asks to update fields on opening"


def bookmarks(package: Package) -> Iterator[str]:
    """Bookmarks have ids and names of their own, end, and fit Word; anchors and references find them."""
    names: Counter[str] = Counter()
    for name, tree in package.stories():
        starts = [_val(mark, "id") for mark in tree.iter(f"{W}bookmarkStart")]
        ends = [_val(mark, "id") for mark in tree.iter(f"{W}bookmarkEnd")]
        if Counter(starts) != Counter(ends) or len(set(starts)) != len(starts):
            yield f"{name}: bookmarks do not pair up"
        names.update(_val(mark, "name") for mark in tree.iter(f"{W}bookmarkStart"))
    for bookmark, count in names.items():
        if count > 1:
            yield f"word/document.xml: the bookmark {bookmark} comes {count} times"
        if not re.fullmatch(r"[A-Za-z_]\w{0,39}", bookmark):
            yield f'word/document.xml: "{bookmark}" cannot be the name of a bookmark'
    for name, tree in package.stories():
        wanted = {_val(link, "anchor") for link in tree.iter(f"{W}hyperlink")} - {""}
        for code in tree.iter(f"{W}instrText"):
            if found := _TARGET.match(code.text or ""):
                wanted.add(found[1] or found[2])
        for target in sorted(wanted - names.keys()):
            yield f"{name}: something points at the bookmark {target}, which does not exist"


def styles(package: Package) -> Iterator[str]:
    """Every style that is used exists, of the right type, and no style is based on itself."""
    tree = package.trees.get("word/styles.xml")
    if tree is None:
        yield "word/styles.xml: is missing"
        return
    known = {(_val(style, "type"), _val(style, "styleId")): style for style in tree.iter(f"{W}style")}
    uses = {f"{W}pStyle": "paragraph", f"{W}rStyle": "character", f"{W}tblStyle": "table"}
    for name, story in (*package.stories(), ("word/numbering.xml", package.trees.get("word/numbering.xml"))):
        used = {(uses[str(use.tag)], _val(use)) for use in story.iter(*uses)} if story is not None else set()
        for kind, number in sorted(used - known.keys()):
            yield f"{name}: the {kind} style {number} does not exist"
    for kind, number in known:
        seen, at = set(), number
        while (kind, at) in known and at not in seen:
            seen.add(at)
            based = known[kind, at].find(f"{W}basedOn")
            at = "" if based is None else _val(based)
        if at and at in seen:
            yield f"word/styles.xml: the style {number} is based on itself"
        elif at:
            yield f"word/styles.xml: the style {number} is based on {at}, which does not exist"


def lists(package: Package) -> Iterator[str]:
    """Every list that is used exists, and definitions stand before their instances."""
    numbering = package.trees.get("word/numbering.xml")
    known = {"0"}
    if numbering is not None:
        tags = [child.tag for child in numbering]
        if f"{W}abstractNum" in tags[tags.index(f"{W}num") if f"{W}num" in tags else len(tags) :]:
            yield "word/numbering.xml: a definition stands after an instance"
        definitions = [_val(item, "abstractNumId") for item in numbering.iter(f"{W}abstractNum")]
        instances = [_val(item, "numId") for item in numbering.iter(f"{W}num")]
        if len(set(definitions)) != len(definitions) or len(set(instances)) != len(instances):
            yield "word/numbering.xml: a list number comes twice"
        for target in {_val(item) for item in numbering.iterfind(f"{W}num/{W}abstractNumId")} - {
            *definitions
        }:
            yield f"word/numbering.xml: the definition {target} does not exist"
        known |= set(instances)
    for name, tree in (*package.stories(), ("word/styles.xml", package.trees.get("word/styles.xml"))):
        used = {_val(item) for item in tree.iter(f"{W}numId")} if tree is not None else set()
        for number in sorted(used - known):
            yield f"{name}: the list {number} does not exist"


def notes(package: Package) -> Iterator[str]:
    """Notes and the marks that point at them pair up, and the separators are there."""
    for kind in ("footnote", "endnote"):
        tree = package.trees.get(f"word/{kind}s.xml")
        body = package.trees.get("word/document.xml")
        marks = [] if body is None else [_val(mark, "id") for mark in body.iter(f"{W}{kind}Reference")]
        written = (
            {} if tree is None else {_val(note, "id"): _val(note, "type") for note in tree.iter(f"{W}{kind}")}
        )
        plain = [number for number, typed in written.items() if not typed]
        if Counter(marks) != Counter(plain):
            yield f"word/{kind}s.xml: notes and marks do not pair up"
        if tree is not None and {"separator", "continuationSeparator"} - set(written.values()):
            yield f"word/{kind}s.xml: a separator is missing"


def comments(package: Package) -> Iterator[str]:
    """Comments, the stretches that they are about and their marks pair up, and each has author and date."""
    tree, body = package.trees.get("word/comments.xml"), package.trees.get("word/document.xml")
    written = [] if tree is None else [_val(each, "id") for each in tree.iter(f"{W}comment")]
    for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        found = [] if body is None else [_val(each, "id") for each in body.iter(f"{W}{kind}")]
        if Counter(found) != Counter(written) or len(set(found)) != len(found):
            yield f"word/comments.xml: comments and each {kind} do not pair up"
    for each in () if tree is None else tree.iter(f"{W}comment"):
        if not _val(each, "author") or not re.fullmatch(
            r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", _val(each, "date")
        ):
            yield f"word/comments.xml: comment {_val(each, 'id')} has no author or no date"


def unique_ids(package: Package) -> Iterator[str]:
    """Drawings and content controls have ids of their own, and paragraph ids are in Word's range."""
    drawn: set[str | None] = set()
    for name, tree in package.stories():
        drawings = [item.get("id") for item in tree.iter(f"{_DRAWING}docPr")]
        if drawn & {*drawings}:
            yield f"{name}: the id of a drawing is that of one in another part"
        drawn |= {*drawings}
        controls = [_val(item) for item in tree.iterfind(f".//{W}sdtPr/{W}id")]
        for kind, numbers in (("drawing", drawings), ("content control", controls)):
            if len(set(numbers)) != len(numbers):
                yield f"{name}: the id of a {kind} comes twice"
        for paragraph in tree.iter(f"{W}p"):
            if int(paragraph.get(f"{_W14}paraId") or "0", 16) >= 0x80000000:
                yield f"{name}: a paragraph id is too large"


def tables(package: Package) -> Iterator[str]:
    """Rows fill the grid, the grid fills the table, and every cell ends in a paragraph."""
    for name, tree in package.stories():
        for table in tree.iter(f"{W}tbl"):
            grid = [int(_val(item, "w") or 0) for item in table.iterfind(f"{W}tblGrid/{W}gridCol")]
            size = table.find(f"{W}tblPr/{W}tblW")
            if size is not None and _val(size, "type") == "dxa" and int(_val(size, "w")) != sum(grid):
                yield f"{name}: the columns of a table do not sum up to its width"
            for row in table.iterfind(f"{W}tr"):
                yield from _row(name, row, len(grid))
            following = table.getnext()
            if following is None or following.tag == f"{W}tbl":
                yield f"{name}: a table is not followed by a paragraph"


def _row(name: str, row: Element, columns: int) -> Iterator[str]:
    cells = row.findall(f"{W}tc")
    spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in cells]
    if sum(1 if span is None else int(_val(span)) for span in spans) != columns:
        yield f"{name}: a row does not fill its table"
    for cell in cells:
        if not len(cell) or cell[-1].tag != f"{W}p":
            yield f"{name}: a cell does not end in a paragraph"


def text(package: Package) -> Iterator[str]:
    """Text keeps its spaces, and deletions hold deleted text."""
    for name, tree in package.stories():
        for piece in tree.iter(f"{W}t"):
            content = piece.text or ""
            if content != content.strip() and piece.get(_XML_SPACE) != "preserve":
                yield f"{name}: the spaces around {content!r} are not kept"
            if next(piece.iterancestors(f"{W}del"), None) is not None:
                yield f"{name}: deleted text is written as text"


def left_overs(package: Package) -> Iterator[str]:
    """No template or entity is left over."""
    for name, tree in package.stories():
        for paragraph in tree.iter(f"{W}p"):
            content = "".join(piece.text or "" for piece in paragraph.iter(f"{W}t"))
            if found := re.search(r"\{\{.*?\}\}|\{%.*?%\}|&(?:amp|lt|gt|quot|#\d+);", content):
                yield f"{name}: {found[0]!r} is left over from a template"


RULES = (fields, bookmarks, styles, lists, notes, comments, unique_ids, tables, text, left_overs)
