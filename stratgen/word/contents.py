"""The table of contents and the list of exhibits: real fields with their entries in place.

Nobody has to update them on opening. Page numbers are printed where a layout has found them; without
one the fields list none (`\\n`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from stratgen.document import Exhibit, Heading
from stratgen.document.inlines import plain
from stratgen.word.job import Job
from stratgen.word.parts import counts
from stratgen.word.text import attribute, field, run

DEEPEST = 2
"""The deepest level of heading that is listed."""

ONE_PAGE = 44
"""How many lines of contents and exhibits stand on one page: beyond that a document that lists its exhibits
lists its sections only, without what is below them; a bound pack lists them, since its sections are its parts."""

FEWEST = 4
"""A document with fewer exhibits than this does not list them."""

MOST = 60
"""Nor does one with more: such a list fills pages, and nobody looks for a table in it."""

_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_GAP = '<w:spacing w:before="150"/>'
"""The space between the list of one kind of exhibit and the next."""


def contents(job: Job, entries: Sequence[tuple[Heading, str]], new_page: bool) -> str:
    """Return the table of contents for headings and the names of their marks; "" if there are none."""
    deepest = _deepest(entries, job.exhibits, job.short_contents)
    listed = [(heading, name) for heading, name in entries if heading.level <= deepest]
    if not listed:
        return ""
    title = job.style.words["contents"]
    lines = _lines(
        job,
        f'TOC \\o "1-{deepest}"',
        (
            (f"contents-{heading.level}", f"{heading.number}\t", plain(heading.inlines), name)
            for heading, name in listed
        ),
    )
    for at, ((heading, _), (following, _)) in enumerate(pairwise(listed)):
        if following.level > heading.level:
            lines[at] = lines[at].replace("/>", "/><w:keepNext/>", 1)
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{attribute(title)}"/><w:id w:val="570000001"/><w:docPartObj>'
        '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{_title(job, title, new_page)}{''.join(lines)}</w:sdtContent></w:sdt>"
    )


def _deepest(
    entries: Sequence[tuple[Heading, str]], exhibits: Sequence[tuple[Exhibit, str]], short: bool
) -> int:
    """Return the deepest level that is listed: the first alone where that keeps both lists on one page.

    A `short` document is known to fill that page to its edge.
    """
    lines = sum(heading.level <= DEEPEST for heading, _ in entries) + len(exhibits)
    bound = any(heading.kind == "part" for heading, _ in entries)
    full = short or lines > ONE_PAGE
    return 1 if full and _lists_exhibits(exhibits) and not bound else DEEPEST


def exhibit_lists(job: Job, exhibits: Sequence[tuple[Exhibit, str]]) -> str:
    """Return the list of tables and figures for exhibits and the names of their marks; "" if few or too many."""
    if not _lists_exhibits(exhibits):
        return ""
    lines: list[str] = []
    kinds = sorted(exhibits, key=lambda item: item[0].kind, reverse=True)
    for kind, members in groupby(kinds, key=lambda item: item[0].kind):
        found = ((
            "exhibit-list", "", f"{kind} {exhibit.number}: {exhibit.caption}", name
        ) for exhibit, name in members)  # fmt: skip
        block = _lines(job, f'TOC \\c "{kind}"', found)
        if lines:
            block[0] = block[0].replace("</w:pPr>", f"{_GAP}</w:pPr>", 1)
        lines += block
    return _title(job, job.style.words["exhibits"], new_page=False) + "".join(lines)


def _lists_exhibits(exhibits: Sequence[tuple[Exhibit, str]]) -> bool:
    return FEWEST <= len(exhibits) <= MOST


def _title(job: Job, title: str, new_page: bool) -> str:
    dress = "<w:pageBreakBefore/>" if new_page else ""
    if counts(job.style, "contents-heading"):
        # A brand's TOC Heading may be based on its Heading 1: the plain list keeps it from counting as section 1.
        plain_list = job.style.numbering.numbers["stratgen-plain"]
        dress += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{plain_list}"/></w:numPr>'
    return f'<w:p><w:pPr><w:pStyle w:val="{job.ids["contents-heading"]}"/>{dress}</w:pPr>{run(title)}</w:p>'


def _lines(job: Job, code: str, entries: Iterable[tuple[str, str, str, str]]) -> list[str]:
    """Return the paragraphs of one field; an entry is a role, its number and tab or "", words, and a mark."""
    paged = job.pages is not None
    code += " \\h \\z" if paged else " \\n \\h \\z"
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
        f" {attribute(code)} </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    # Word puts this stop into each line itself when it makes the list anew.
    stop = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{job.width}"/></w:tabs>' if paged else ""
    lines = [
        f'<w:p><w:pPr><w:pStyle w:val="{job.ids[role]}"/>{stop}</w:pPr>{_entry(job, number, text, name)}</w:p>'
        for role, number, text, name in entries
    ]
    lines[0] = lines[0].replace("</w:pPr>", f"</w:pPr>{begin}", 1)
    lines[-1] = lines[-1].removesuffix("</w:p>") + f"{_END}</w:p>"
    return lines


def _entry(job: Job, number: str, text: str, name: str) -> str:
    # Words without a number stand under those with one: a tab leads there, as it leads on from a number.
    lead = run(number) if number else ""
    page = ""
    if job.pages is not None:
        page = "<w:r><w:tab/></w:r>" + field(f"PAGEREF {name} \\h", str(job.pages[name]))
    tooltip = attribute(f"{number.strip()} {text}".strip())[:250]
    return f'<w:hyperlink w:anchor="{name}" w:tooltip="{tooltip}" w:history="1">{lead}{run(text)}{page}</w:hyperlink>'
