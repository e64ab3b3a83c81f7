"""The blank questionnaire as a Word file, in the house style of the workspace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from stratgen import __version__, branding, places, word
from stratgen.document import Document
from stratgen.document.blocks import Block, Heading, List, Paragraph
from stratgen.document.inlines import Strong, Text
from stratgen.wizard.questionnaire import Line, lines

ROOM = "\N{NO-BREAK SPACE}\n\N{NO-BREAK SPACE}"
"""Two empty lines to write on."""


def questionnaire(only_quick: bool, near: Path) -> bytes:
    """Return the questionnaire as the bytes of a .docx; `near` is a path in the workspace whose style is used."""
    where = places.places(near)
    style = branding.house(where)
    kind = "quick" if only_quick else "full"
    document = Document(
        title="What we would like to know", subtitle=f"Questions of the {kind} interview", client="", audience="",
        dated="", created="2000-01-01", version=__version__, status="To be filled in", classification="Confidential",
        language="en-GB", paper=style.paper or "A4", author="", blocks=tuple(_blocks(only_quick)),
    )  # fmt: skip
    return word.write(document, style)


def _blocks(only_quick: bool) -> Iterator[Block]:
    yield Paragraph(
        (Text('Where nobody knows yet, write "not known", who will find out, and by when.'),), "lead"
    )
    for number, line in enumerate(lines(only_quick)):
        if line.kind == "question":
            yield from _question(line)
        else:
            level = 1 if line.kind == "section" else min(3, 2 + line.depth)
            yield Heading(level, (Text(line.text),), f"part-{number}", "plain")
            if line.help:
                yield Paragraph((Text(line.help),), "small")


def _question(line: Line) -> Iterator[Block]:
    yield Paragraph((Strong((Text(line.text),)),))
    if line.help:
        yield Paragraph((Text(line.help),), "small")
    if line.answers:
        yield List(tuple((Paragraph((Text(f"☐ {each}"),)),) for each in line.answers))
    else:
        yield Paragraph((Text(ROOM),))
