"""Word files of people who never heard of stratgen, each odd in its own way, made anew for every test."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def picture(wide: int = 600, high: int = 200) -> bytes:
    """Return a plain PNG of some pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress((b"\0" + b"\x7a\x1f\x3d" * wide) * high)
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def changed(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """Return a Word file with some of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    return zipped(parts.items())


def zipped(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip file of parts, in which a name may stand twice."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return out.getvalue()


def _saved(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def plain() -> bytes:
    """Return what python-docx makes: Letter paper, accents that are too light, no header."""
    return _saved(docx.Document())


def by_hand(styles: str, body: str = "") -> bytes:
    """Return the smallest Word file there is: text and styles, and neither theme, lists nor settings."""
    override = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for part, kind in (("document", "document.main"), ("styles", "styles"))
    )
    package = "http://schemas.openxmlformats.org/package/2006"
    relation = f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{_OFFICE}/%s" Target="%s"/></Relationships>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{override}</Types>',
        "_rels/.rels": relation % ("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": relation % ("styles", "styles.xml"),
        "word/styles.xml": f"<w:styles {W}>{styles}</w:styles>",
        "word/document.xml": f"<w:document {W}><w:body><w:p/>{body}</w:body></w:document>",
    }
    return zipped((name, text.encode()) for name, text in parts.items())


def style(name: str, number: str, more: str = "", kind: str = "paragraph") -> str:
    """Return a style as it stands in a file."""
    return f'<w:style w:type="{kind}" w:styleId="{number}"><w:name w:val="{name}"/>{more}</w:style>'


def german() -> bytes:
    """Return a file in which every style is called as a German Word shows it, as other programs write it."""
    heads = "".join(
        style(f"Überschrift {level}", f"berschrift{level}",
              f'<w:basedOn w:val="Standard"/><w:rPr><w:color w:val="00{level}0AA"/></w:rPr>')
        for level in range(1, 5)
    )  # fmt: skip
    fonts = '<w:rPr><w:rFonts w:ascii="Verdana" w:hAnsi="Verdana"/><w:sz w:val="20"/></w:rPr>'
    return by_hand(
        style("Standard", "Standard", fonts) + heads + style("Titel", "Titel")
        + style("Aufzählungszeichen", "Aufzhlungszeichen") + style("Kopfzeile", "Kopfzeile")
        + style("Beschriftung", "Beschriftung", '<w:rPr><w:color w:val="BBBBBB"/></w:rPr>')
    )  # fmt: skip


def renamed() -> bytes:
    """Return a file with names of a house's own: some as aliases, some known by their id alone."""
    return by_hand(
        style("Acme Text", "Normal") + style("Acme Kapitel", "Heading1", '<w:basedOn w:val="Normal"/>')
        + style("Acme Intro", "AcmeIntro", '<w:aliases w:val="Lead"/><w:rPr><w:color w:val="5A2A82"/></w:rPr>')
        + style("Acme Box,Callout Decision", "AcmeBox", '<w:pPr><w:shd w:val="clear" w:fill="222222"/></w:pPr>')
        + style("Titre 2", "Titre2") + style("Kop 3", "Kop3") + style("Título 4", "Ttulo4")
    )  # fmt: skip


def landscape() -> bytes:
    """Return a file whose pages lie across, with a gutter."""
    made = docx.Document()
    section = made.sections[-1]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(42), Cm(29.7)
    section.gutter, section.left_margin = Cm(1), Cm(2)
    return _saved(made)


def wide_margins() -> bytes:
    """Return a file whose margins leave no room for tables."""
    made = docx.Document()
    section = made.sections[-1]
    section.left_margin, section.right_margin, section.top_margin = Cm(8), Cm(6), Cm(10)
    section.bottom_margin = Cm(9)
    return _saved(made)


def dark() -> bytes:
    """Return a file for light words on a dark page, by its theme and by its defaults."""
    made = docx.Document()
    normal = made.styles["Normal"]
    normal.font.color.rgb = RGBColor(0xF2, 0xF2, 0xF2)
    for level in range(1, 5):
        made.styles[f"Heading {level}"].font.color.rgb = RGBColor(0xFF, 0xE0, 0x66)

    def swap(parts: dict[str, bytes]) -> None:
        theme = parts["word/theme/theme1.xml"].decode()
        for key, colour in (("dk1", "FAFAFA"), ("lt1", "101418"), ("dk2", "CCDDEE"), ("lt2", "202830"),
                            ("accent1", "FFE066"), ("accent2", "7CFFCB")):  # fmt: skip
            theme = re.sub(
                rf"<a:{key}>.*?</a:{key}>",
                f'<a:{key}><a:srgbClr val="{colour}"/></a:{key}>',
                theme,
                flags=re.DOTALL,
            )
        parts["word/theme/theme1.xml"] = theme.encode()

    return changed(_saved(made), swap)


def letterhead() -> bytes:
    """Return a file with a logo, words for every page, a running line, and heads of tables of its own."""
    made = docx.Document()
    section = made.sections[-1]
    head = section.header.paragraphs[0]
    head.add_run().add_picture(io.BytesIO(picture()), width=Cm(4))
    section.header.add_paragraph("Acme Holdings")
    running = section.footer.paragraphs[0]
    running.add_run("Acme report\tPage ")
    field = running.add_run()._r.makeelement(qn("w:fldSimple"), {qn("w:instr"): "PAGE"})
    running._p.append(field)
    words = section.footer.add_paragraph("Registered 2001/001234/07")
    words.alignment = WD_ALIGN_PARAGRAPH.CENTER
    made.styles["Normal"].font.name = "Georgia"
    made.styles["Normal"].font.size = Pt(12)
    table = made.styles.add_style("Strategy Table", WD_STYLE_TYPE.TABLE)
    dress = table.element.makeelement(qn("w:tblStylePr"), {qn("w:type"): "firstRow"})
    cells = dress.makeelement(qn("w:tcPr"), {})
    cells.append(cells.makeelement(qn("w:shd"), {qn("w:val"): "clear", qn("w:fill"): "7A1F3D"}))
    dress.append(cells)
    table.element.append(dress)
    return _saved(made)


FOREIGN: dict[str, Callable[[], bytes]] = {
    "plain": plain, "german": german, "renamed": renamed, "landscape": landscape, "wide-margins": wide_margins,
    "dark": dark, "letterhead": letterhead,
}  # fmt: skip


def written(folder: Path, name: str) -> Path:
    """Write one of the files and return its path."""
    path = folder / f"{name}.docx"
    path.write_bytes(FOREIGN[name]())
    return path
