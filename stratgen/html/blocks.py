"""The dispatch: every kind of block has one writer, and the type checker names the one that has none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from stratgen.document import (
    Block,
    Callout,
    Chart,
    DataTable,
    Exhibit,
    FieldTable,
    Gantt,
    Heading,
    List,
    Matrix,
    PageBreak,
    Panels,
    Paragraph,
    Quote,
)
from stratgen.document.inlines import plain
from stratgen.html.charts import chart_figure, panels_figure
from stratgen.html.inlines import phrase
from stratgen.html.job import Entry, Job, target_id
from stratgen.html.tables import data_table, matrix, paragraphs, plan
from stratgen.html.text import attribute, escape


def write_blocks(job: Job, blocks: Sequence[Block]) -> str:
    """Return some blocks as HTML."""
    return "".join([_block(job, block) for block in blocks])


def _block(job: Job, block: Block) -> str:
    match block:
        case Heading():
            return _heading(job, block)
        case Paragraph():
            return _paragraph(job, block)
        case List():
            tag = "ol" if block.ordered else "ul"
            return f"<{tag}>{''.join(f'<li>{_item(job, item)}</li>' for item in block.items)}</{tag}>"
        case Quote():
            return f"<blockquote>{write_blocks(job, block.blocks)}</blockquote>"
        case Callout():
            return _callout(job, block)
        case Exhibit():
            return _exhibit(job, block)
        case FieldTable():
            return _fields(job, block)
        case PageBreak():
            return '<div class="new-page"></div>'
        case _:
            assert_never(block)


def _heading(job: Job, heading: Heading) -> str:
    rank = job.rank(heading.level)
    target = target_id(heading.key) if heading.key else job.fresh("heading")
    job.entries.append(Entry(heading.level, heading.kind, target, heading.number, plain(heading.inlines)))
    number = f'<span class="number">{escape(heading.number)}</span> ' if heading.number else ""
    classes = " ".join([heading.kind, *(["new-page"] if heading.new_page else [])])
    return f'<h{rank} id="{attribute(target)}" class="{classes}">{number}{phrase(job, heading.inlines)}</h{rank}>'


def _paragraph(job: Job, paragraph: Paragraph) -> str:
    words = phrase(job, paragraph.inlines)
    if not words.strip():
        return ""
    return f'<p class="{paragraph.role}">{words}</p>' if paragraph.role else f"<p>{words}</p>"


def _item(job: Job, blocks: Sequence[Block]) -> str:
    """Return the inside of a list's item; the only paragraph of one needs no element of its own."""
    if blocks and isinstance(first := blocks[0], Paragraph) and not first.role:
        rest = blocks[1:]
        if not any(isinstance(block, Paragraph) for block in rest):
            return phrase(job, first.inlines) + write_blocks(job, rest)
    return write_blocks(job, blocks)


def _callout(job: Job, callout: Callout) -> str:
    """Return a box; what the reader has to decide is a region that one can jump to, others are notes."""
    role = "region" if callout.role == "decision" else "note"
    if not callout.title.strip():
        return f'<aside class="box {callout.role}" role="note">{write_blocks(job, callout.blocks)}</aside>'
    name = job.fresh("box")
    return (
        f'<aside class="box {callout.role}" role="{role}" aria-labelledby="{name}">'
        f'<p class="box-title" id="{name}">{escape(callout.title)}</p>'
        f'<div class="box-text">{write_blocks(job, callout.blocks)}</div></aside>'
    )


def _exhibit(job: Job, exhibit: Exhibit) -> str:
    """Return an exhibit: a table names itself by its caption, a chart stands in a figure."""
    target = attribute(target_id(exhibit.key) if exhibit.key else job.fresh("exhibit"))
    number = "" if exhibit.number is None else f"{exhibit.kind} {exhibit.number}"
    caption = (f'<span class="label">{number}:</span> ' if number else "") + escape(exhibit.caption)
    name = f"{number}: {exhibit.caption}" if number else exhibit.caption
    content, description = exhibit.content, exhibit.description
    described = job.fresh("description") if description.strip() else ""
    match content:
        case DataTable():
            inside = data_table(job, content, caption, described)
        case Matrix():
            inside = matrix(job, content, caption, described)
        case Gantt():
            inside = plan(job, content, caption, described)
        case Chart():
            inside = chart_figure(job, content, name, description)
        case Panels():
            inside = panels_figure(job, content, name, description)
        case _:
            assert_never(content)
    source = f'<p class="source">{phrase(job, exhibit.source)}</p>' if exhibit.source else ""
    if isinstance(content, Chart | Panels):
        return f'<figure class="exhibit" id="{target}"><figcaption>{caption}</figcaption>{inside}{source}</figure>'
    spoken = f'<p class="unseen" id="{described}">{escape(description)}</p>' if described else ""
    return f'<div class="exhibit" id="{target}">{inside}{spoken}{source}</div>'


def _fields(job: Job, table: FieldTable) -> str:
    """Return names and values as a definition list; one without rows is left out."""
    if not table.rows:
        return ""
    rows = "".join(
        f"<div><dt>{phrase(job, label)}</dt><dd>{''.join(paragraphs(job, values))}</dd></div>"
        for label, values in table.rows
    )
    named = f' role="group" aria-label="{attribute(table.description)}"' if table.description.strip() else ""
    return f'<div class="fields"{named}><dl>{rows}</dl></div>'
