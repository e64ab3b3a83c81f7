"""The table of contents: a real field with its entries in place, so that nobody has to update it.

It lists without page numbers (`\\n`): page numbers need a layout, and a wrong one is worse than none.
"""

from __future__ import annotations

from collections.abc import Sequence

from stratgen.document import Heading
from stratgen.document.inlines import plain
from stratgen.word.job import Job
from stratgen.word.text import attribute, run

DEEPEST = 2
"""The deepest level of heading that is listed."""

_CODE = f'TOC \\o "1-{DEEPEST}" \\n \\h \\z'
_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    f'<w:r><w:instrText xml:space="preserve"> {attribute(_CODE)} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_UNNUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def contents(job: Job, entries: Sequence[tuple[Heading, str]], new_page: bool) -> str:
    """Return the table of contents for headings and the names of their bookmarks; "" if there are none."""
    listed = [(heading, name) for heading, name in entries if heading.level <= DEEPEST]
    if not listed:
        return ""
    title = job.style.words["contents"]
    # A brand's TOC Heading may be based on its Heading 1: list 0 keeps it from counting as section 1.
    dress = f"{'<w:pageBreakBefore/>' if new_page else ''}{_UNNUMBERED}"
    head = f'<w:p><w:pPr><w:pStyle w:val="{job.ids["contents-heading"]}"/>{dress}</w:pPr>{run(title)}</w:p>'
    last = len(listed) - 1
    lines = [
        f'<w:p><w:pPr><w:pStyle w:val="{job.ids[f"contents-{heading.level}"]}"/></w:pPr>'
        f"{_BEGIN if index == 0 else ''}{_entry(heading, name)}{_END if index == last else ''}</w:p>"
        for index, (heading, name) in enumerate(listed)
    ]
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{attribute(title)}"/><w:id w:val="570000001"/><w:docPartObj>'
        '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{head}{''.join(lines)}</w:sdtContent></w:sdt>"
    )


def _entry(heading: Heading, name: str) -> str:
    text = plain(heading.inlines)
    number = run(heading.number + "\t") if heading.number else ""
    tooltip = attribute(f"{heading.number} {text}".strip())[:250]
    return f'<w:hyperlink w:anchor="{name}" w:tooltip="{tooltip}" w:history="1">{number}{run(text)}</w:hyperlink>'
