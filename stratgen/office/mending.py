"""What LibreOffice leaves out of a PDF for readers who cannot see, put in afterwards.

The file is left as it is: what changes is written behind it, as the format provides for. Newer versions leave
out less. Each mend says what it copies from ISO 14289-1 (PDF/UA-1); what a PDF already has is not touched.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PdfReader

_STANDARD = frozenset(
    [
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "Private",
        "P",
        "H",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
        "THead",
        "TBody",
        "TFoot",
        "Span",
        "Quote",
        "Note",
        "Reference",
        "BibEntry",
        "Code",
        "Link",
        "Annot",
        "Ruby",
        "Warichu",
        "RB",
        "RT",
        "RP",
        "WT",
        "WP",
        "Figure",
        "Formula",
        "Form",
    ]
)
"""The structure types of ISO 32000-1, 14.8.4, that no document may give another meaning (PDF/UA 7.1)."""
_PRINTS = 4
_MARK = re.compile(rb"\b(?:BDC|BMC)$|^EMC\b", re.MULTILINE)
_PAINT = re.compile(rb"(?<!\S)(?:[SsFfBb]|[fBb]\*|sh)(?!\S)")
_WORDS = re.compile(rb"(?<!\S)(?:BT|Do)(?!\S)")
_LEFT_OVER = re.compile(rb"\s*(?<!\S)Q\s*\Z")


def mended(pdf: bytes, pictures: Sequence[str]) -> bytes:
    """Return a PDF of LibreOffice's with what it lacks for screen readers.

    `pictures` describes every picture in the body of the document, in reading order; "" is one that only
    decorates.
    """
    return _Mending(pdf).file(pictures)


class _Mending:
    """One PDF, and what of it changes."""

    def __init__(self, pdf: bytes) -> None:
        from pypdf import PdfReader  # only a run that writes PDF files needs it

        self._pdf = pdf
        self._reader: PdfReader = PdfReader(io.BytesIO(pdf))
        self._changed: dict[int, Any] = {}
        """The objects that change, by number: each as the reader knows it, or a stream as bytes."""

    def file(self, pictures: Sequence[str]) -> bytes:
        root: Any = self._reader.trailer["/Root"]
        tree = root.get("/StructTreeRoot")
        if tree is None:
            return self._pdf
        self._types(tree.get_object())
        elements = list(_elements(tree.get_object()))
        self._tables([each for each in elements if each.get("/S") == "/Table"])
        self._figures([each for each in elements if each.get("/S") == "/Figure"], pictures)
        self._notes([each for each in elements if each.get("/S") == "/Note"])
        for page in self._reader.pages:
            self._annotations(page)
            self._drawings(page)
        return self._pdf + self._update() if self._changed else self._pdf

    def _types(self, tree: Any) -> None:
        """Let standard types mean what they do: LibreOffice maps the name of each character style (7.1)."""
        roles = tree.get("/RoleMap", {}).get_object() if "/RoleMap" in tree else {}
        for name in [name for name in roles if name[1:] in _STANDARD]:
            del roles[name]
            self._touch(roles if _number(roles) else tree)

    def _tables(self, tables: Sequence[Any]) -> None:
        """Let the first cell of each row head it, where a table has no row of headers (7.5)."""
        from pypdf.generic import ArrayObject, DictionaryObject, NameObject

        scope = {NameObject("/O"): NameObject("/Table"), NameObject("/Scope"): NameObject("/Row")}
        for table in tables:
            rows = [each for each in _elements(table) if each.get("/S") == "/TR"]
            cells = [[each for each in _elements(row) if each.get("/S") in ("/TD", "/TH")] for row in rows]
            if any(cell["/S"] == "/TH" for row in cells for cell in row):
                continue
            for first in (row[0] for row in cells if len(row) > 1):
                first[NameObject("/S")] = NameObject("/TH")
                owned = first.get("/A")
                owned = owned.get_object() if owned is not None else ArrayObject()
                listed = owned if isinstance(owned, ArrayObject) else ArrayObject([owned])
                first[NameObject("/A")] = ArrayObject([*listed, DictionaryObject(scope)])
                self._touch(first)

    def _figures(self, figures: Sequence[Any], pictures: Sequence[str]) -> None:
        """Describe pictures as the Word file does, where their number tells which is which (7.3)."""
        from pypdf.generic import NameObject, TextStringObject

        # What decorates the first page, from its header, comes before all others.
        bands = len(figures) - len(pictures)
        if not 0 <= bands <= 1:
            return
        for figure, words in zip(figures, [""] * bands + [*pictures], strict=True):
            if "/Alt" in figure or "/ActualText" in figure:
                continue
            if words:
                figure[NameObject("/Alt")] = TextStringObject(words)
            else:
                figure[NameObject("/S")] = NameObject("/NonStruct")
            self._touch(figure)

    def _notes(self, notes: Sequence[Any]) -> None:
        """Name each note (7.9)."""
        from pypdf.generic import NameObject, TextStringObject

        for count, note in enumerate(notes, 1):
            if "/ID" not in note:
                note[NameObject("/ID")] = TextStringObject(f"note-{count}")
                self._touch(note)

    def _annotations(self, page: Any) -> None:
        """Let the tabulator follow the structure, and print what is on the screen (7.18.3)."""
        from pypdf.generic import NameObject, NumberObject

        links = [each.get_object() for each in page.get("/Annots", [])]
        if links and page.get("/Tabs") != "/S":
            page[NameObject("/Tabs")] = NameObject("/S")
            self._touch(page)
        for link in links:
            if not int(link.get("/F", 0)) & _PRINTS:
                link[NameObject("/F")] = NumberObject(int(link.get("/F", 0)) | _PRINTS)
                self._touch(link)

    def _drawings(self, page: Any) -> None:
        """Mark lines that nobody tagged as ornament (7.1): older versions leave the borders bare."""
        held = page.get("/Contents")
        stream = held.get_object() if held is not None else None
        if stream is None or not hasattr(stream, "get_data"):
            return
        content = stream.get_data()
        if (marked := _ornamented(content)) != content:
            packed = zlib.compress(marked, 6)
            head = b"<</Length %d/Filter/FlateDecode>>\nstream\n" % len(packed)
            self._changed[held.idnum] = head + packed + b"\nendstream"

    def _touch(self, thing: Any) -> None:
        if number := _number(thing):
            self._changed[number] = thing

    def _update(self) -> bytes:
        """Return the changed objects and a table of where they are (ISO 32000-1, 7.5.6)."""
        out, places = io.BytesIO(b"\n"), {}
        out.seek(0, io.SEEK_END)
        for number in sorted(self._changed):
            places[number] = len(self._pdf) + out.tell()
            out.write(b"%d 0 obj\n" % number)
            content = self._changed[number]
            if isinstance(content, bytes):
                out.write(content)
            else:
                content.write_to_stream(out)
            out.write(b"\nendobj\n")
        start = len(self._pdf) + out.tell()
        out.write(b"xref\n")
        for number, place in places.items():
            out.write(b"%d 1\n%010d 00000 n \n" % (number, place))
        trailer: Any = self._reader.trailer
        out.write(b"trailer\n<</Size %d/Prev %d" % (trailer["/Size"], _start(self._pdf)))
        for key in ("/Root", "/Info", "/ID"):
            if key in trailer:
                out.write(key.encode() + b" ")
                trailer.raw_get(key).write_to_stream(out)
        out.write(b">>\nstartxref\n%d\n%%%%EOF\n" % start)
        return out.getvalue()


def _elements(parent: Any) -> Iterator[Any]:
    """Yield the structure elements below one, in reading order."""
    kids = parent.get("/K")
    kids = kids.get_object() if kids is not None else []
    for kid in kids if isinstance(kids, list) else [kids]:
        element = kid.get_object()
        if hasattr(element, "get") and "/S" in element:
            yield element
            yield from _elements(element)


def _ornamented(content: bytes) -> bytes:
    """Return the content of a page with what it draws outside marked content marked as an artifact."""
    pieces: list[bytes] = []
    depth = done = 0
    for mark in _MARK.finditer(content):
        opens = mark[0] != b"EMC"
        if opens and depth == 0:
            line = content.rfind(b"\n", 0, mark.start()) + 1
            pieces.append(_artifact(content[done:line]))
            done = line
        depth += 1 if opens else -1
        if depth == 0:
            pieces.append(content[done : mark.end()])
            done = mark.end()
    return content if depth else b"".join([*pieces, _artifact(content[done:])])


def _artifact(bare: bytes) -> bytes:
    """Return bare lines and fills as an artifact; bare words and pictures stay as they are: nobody can tell
    what they are."""
    if not _PAINT.search(bare) or _WORDS.search(bare):
        return bare
    pairs = len(re.findall(rb"(?<!\S)q(?!\S)", bare)) - len(re.findall(rb"(?<!\S)Q(?!\S)", bare))
    # The last restore of a page ends what its first artifact began.
    found = _LEFT_OVER.search(bare) if pairs < 0 else None
    drawn, rest = (bare[: found.start()], found[0]) if found else (bare, b"\n")
    return b"\n/Artifact BMC" + b"\n" * (not drawn.startswith(b"\n")) + drawn + b"\nEMC" + rest


def _number(thing: Any) -> int:
    """Return the number of an object; 0 if it stands inside another."""
    reference = getattr(thing, "indirect_reference", None)
    return 0 if reference is None else int(reference.idnum)


def _start(pdf: bytes) -> int:
    return int(pdf[pdf.rindex(b"startxref") :].split()[1])
