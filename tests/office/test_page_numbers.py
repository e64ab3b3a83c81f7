"""Page numbers: true on every line, and the same where lines stand a little closer or wider."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pypdf
import pytest
from lxml import etree

from stratgen.office import bookmark_pages, to_pdf
from stratgen.word import write
from tests.office.conftest import Paper
from tests.word.builders import minimal, the_style

pytestmark = pytest.mark.office

Papers = dict[str, dict[str, Paper]]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PITCHES = (1.0, 0.978, 0.989, 1.011, 1.022)


def body(docx: Path) -> etree._Element:
    with zipfile.ZipFile(docx) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def listed(docx: Path) -> list[tuple[str, int]]:
    """Return the lines of the contents and of the list of exhibits: the words and the page."""
    found = []
    for paragraph in body(docx).iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is None or style.get(f"{W}val") not in ("TOC1", "TOC2", "TableofFigures"):
            continue
        pieces = [piece.text or "" for piece in paragraph.iter(f"{W}t")]
        found.append((pieces[-2], int(pieces[-1])))
    return found


def named(docx: Path) -> dict[str, int]:
    """Return the page that the file says for each bookmark that a field asks about."""
    text = etree.tostring(body(docx)).decode()
    found = re.findall(r" PAGEREF (_Toc\d+) .*?<w:t [^>]*>(\d+)</w:t>", text, re.DOTALL)
    return {name: int(page) for name, page in found}


def squeezed(text: str) -> str:
    return re.sub(r"\W", "", text)


def test_every_line_of_the_contents_names_the_page_that_it_is_on(papers: Papers) -> None:
    """The words of each entry stand on the page that the entry names, in the PDF itself."""
    for client, documents in papers.items():
        for name in ("strategy-pack", "employee-engagement-policy", "vision-roadmap"):
            paper = documents[name]
            lines = listed(paper.docx)
            assert len(lines) > 10, name
            for words, page in lines:
                assert squeezed(words) in squeezed(paper.pages[page - 1]), f"{client}, {name}: {words} {page}"


def test_the_questions_of_directors_name_the_pages_of_their_answers(papers: Papers) -> None:
    """The appendix of the brief leads to each answer by section, table and page."""
    for documents in papers.values():
        text = " ".join(" ".join(documents["board-brief"].pages).split())
        # They are the questions of trustees, or of members, where the body is theirs.
        appendix = text[[found.start() for found in re.finditer(r"Questions \w+ may ask", text)][-1] :]
        assert len(re.findall(r"section [\d.]+, page \d", appendix)) >= 4
        assert re.search(r"(?:Table|Figure) \d+ on page \d", appendix)


def with_pitch(docx: bytes, factor: float) -> bytes:
    """Return a Word file whose lines stand `factor` times as far apart."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/styles.xml":
                content = re.sub(
                    rb'w:line="(\d+)"',
                    lambda match: b'w:line="%d"' % round(int(match[1]) * factor),
                    content,
                )
            new.writestr(name, content)
    return out.getvalue()


def test_no_number_changes_when_lines_stand_closer_or_wider(papers: Papers) -> None:
    """Two programs that differ by two per cent in their lines agree on every page."""
    for client, documents in papers.items():
        for name, paper in documents.items():
            wanted = named(paper.docx)
            if not wanted:
                continue
            docx = paper.docx.read_bytes()
            laid = to_pdf({str(pitch): with_pitch(docx, pitch) for pitch in PITCHES})
            for pitch, pdf in laid.items():
                assert bookmark_pages(pdf, frozenset(wanted)) == wanted, f"{client}, {name}, {pitch}"


def test_a_pdf_is_tagged_and_has_an_outline(papers: Papers) -> None:
    """A screen reader finds language, structure and headings; comments stay in the Word file."""
    docx = papers["minimal"]["vision-roadmap"].docx
    pdf = to_pdf({"roadmap": docx.read_bytes()})["roadmap"]
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    root = reader.root_object
    assert "/Marked" in str(root["/MarkInfo"])
    assert root["/Lang"]
    assert reader.outline
    assert b"pdfuaid:part" in pdf
    assert b"/Subtype/Text" not in pdf


def test_the_same_document_gives_the_same_pdf(papers: Papers) -> None:
    """The clock leaves no trace: the day of a PDF is the day of the answers."""
    docx = papers["minimal"]["terms-of-engagement"].docx.read_bytes()
    first = to_pdf({"one": docx})["one"]
    assert to_pdf({"two": docx, "three": docx})["three"] == first
    assert b"D:20261116000000Z" in first


def test_libreoffice_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its profile and its files lie in a folder that is gone afterwards."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert to_pdf({"a/b: c": write(minimal(), the_style())})["a/b: c"].startswith(b"%PDF")
    assert list(tmp_path.iterdir()) == []
