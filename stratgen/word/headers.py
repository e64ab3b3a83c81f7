"""Headers, footers and the sections that carry them."""

from __future__ import annotations

from functools import lru_cache

from stratgen.document import Document
from stratgen.word.cover import edition
from stratgen.word.job import Job
from stratgen.word.namespaces import DRAWING, ROOT
from stratgen.word.parts import tab_stops
from stratgen.word.pictures import band, inline_picture
from stratgen.word.style import FixedLine, HouseStyle, Picture
from stratgen.word.text import field, run
from stratgen.word.widths import width

SIZE = 8.0
"""The type size that the header is laid out for, in points."""
PAPERS = {"A4": (11906, 16838), "Letter": (12240, 15840)}
"""Width and height of the page in twips."""

LINE = 240
"""The height of a line of a header or footer, in twips."""
LOGO = 9001
"""The number of the drawing on the first page; those of other headers and footers follow, behind any chart's."""
_TWIP = 635
_SEPARATOR = "  ·  "
_TAB = "<w:r><w:tab/></w:r>"
_BREAK = "<w:r><w:br/></w:r>"


def text_width(job_margins: tuple[int, int], paper: str, landscape: bool = False) -> int:
    """Return the width of the text in twips for left and right margins on a paper."""
    return PAPERS[paper][landscape] - sum(job_margins)


def header(job: Job, document: Document, title: str, number: int = LOGO) -> str:
    """Return a header part: client and title on the left, classification and status on the right.

    `number` is that of the logo's drawing. What does not fit beside the left half goes on a line of its own, so that nothing wraps into it.
    """
    left = _joined(document.client, title)
    right = [text for text in map(_flat, (document.classification, document.status)) if text]
    together = _SEPARATOR.join(right)
    if _fits(job, left, together):
        content = run(left) + _TAB + run(together)
    elif _fits(job, left, right[0] if right else ""):
        content = run(left) + _TAB + run(right[0]) + _BREAK + _TAB + run(_SEPARATOR.join(right[1:]))
    else:
        content = run(left) + _BREAK + run(together)
    fixed = _fixed(job, "header", job.style.header_lines)
    return _part("hdr", _picture(job.style.header_picture, number) + fixed + _line(job, "header", content))


def first_header(job: Job, document: Document) -> str:
    """Return the header of a first page: the cover's band, or classification and status alone."""
    if document.cover:
        height = PAPERS[document.paper][1]
        return _part(
            "hdr", _line(job, "header-bare", band(height)) + _picture(job.style.header_picture, LOGO)
        )
    right = _joined(document.classification, document.status)
    picture = _picture(job.style.header_picture, LOGO)
    fixed = _fixed(job, "header", job.style.header_lines)
    return _part("hdr", picture + fixed + _line(job, "header-bare", _TAB + run(right)))


def footer(job: Job, document: Document, number: int = LOGO) -> str:
    """Return the footer part: version and date on the left, the page and how many there are on the right."""
    words = job.style.words
    left = _joined(edition(job, document), document.dated)
    pages = run(f"{words['page']} ") + field("PAGE", "1") + run(f" {words['of']} ") + field("NUMPAGES", "1")
    content = run(left) + _TAB + pages
    fixed = _fixed(job, "footer", job.style.footer_lines)
    return _part("ftr", _line(job, "footer", content) + fixed + _picture(job.style.footer_picture, number))


def empty_footer(job: Job) -> str:
    """Return the footer of a cover."""
    return _part("ftr", _line(job, "header-bare", ""))


def section_properties(job: Job, paper: str, references: str, first: bool, landscape: bool) -> str:
    """Return the `w:sectPr` of a section; `references` are its header and footer references."""
    wide, high = PAPERS[paper]
    turned = f'w:w="{high}" w:h="{wide}" w:orient="landscape"' if landscape else f'w:w="{wide}" w:h="{high}"'
    margins = job.style.margins
    top, bottom = _depths(job.style)
    title = "<w:titlePg/>" if first else ""
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz {turned}/>'
        f'<w:pgMar w:top="{top}" w:right="{margins.right}" w:bottom="{bottom}"'
        f' w:left="{margins.left}" w:header="{margins.header}" w:footer="{margins.footer}" w:gutter="0"/>'
        f"{title}</w:sectPr>"
    )


def text_shares(style: HouseStyle, paper: str) -> tuple[float, float]:
    """Return between which shares of an upright page's height, counted from its top, the text stands."""
    top, bottom = _depths(style)
    high = PAPERS[paper][1]
    return top / high, 1 - bottom / high


def _depths(style: HouseStyle) -> tuple[int, int]:
    """Return the margins above and below the text, with room for what stands in header and footer."""
    margins, line = style.margins, round(LINE * max(1.0, style.head_breadth))
    return (
        _room(margins.top, margins.header, style.header_picture, line * (len(style.header_lines) + 2)),
        _room(margins.bottom, margins.footer, style.footer_picture, line * (len(style.footer_lines) + 1)),
    )


def _room(margin: int, start: int, picture: Picture | None, lines: int) -> int:
    """Return a margin that a letterhead with some lines fits into, with air between it and the text."""
    high = picture.height // _TWIP + LINE if picture else 0
    return max(margin, start + high + lines)


def _flat(text: str) -> str:
    return " ".join(text.splitlines()).strip()


def _joined(*texts: str) -> str:
    """Return what there is of some texts, each on one line, with a separator between them."""
    return _SEPARATOR.join(text for text in map(_flat, texts) if text)


def _fits(job: Job, left: str, right: str) -> bool:
    return (width(left, SIZE) + width(right, SIZE)) * job.style.head_breadth + 300 <= job.width


def _line(job: Job, role: str, content: str) -> str:
    number = job.ids[role]
    stops = _stops(job.style).get(number, ())
    tabs = "".join(f'<w:tab w:val="clear" w:pos="{stop}"/>' for stop in stops if stop != str(job.width))
    tabs += f'<w:tab w:val="right" w:pos="{job.width}"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="{number}"/><w:tabs>{tabs}</w:tabs></w:pPr>{content}</w:p>'


@lru_cache(maxsize=16)
def _stops(style: HouseStyle) -> dict[str, tuple[str, ...]]:
    return tab_stops(style.styles)


def _picture(picture: Picture | None, number: int) -> str:
    return f"<w:p>{inline_picture(picture, number)}</w:p>" if picture else ""


def _fixed(job: Job, role: str, lines: tuple[FixedLine, ...]) -> str:
    """Return the lines of a brand that stand on every page."""
    number = job.ids[role]
    return "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{number}"/><w:jc w:val="{line.align}"/></w:pPr>{run(line.text)}</w:p>'
        for line in lines
    )


def _part(kind: str, content: str) -> str:
    return f"<w:{kind} {ROOT} {DRAWING}>{content}</w:{kind}>"
