"""The notation, case by case, out of `notation.txt`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from stratgen.document import (
    Block,
    Callout,
    Emphasis,
    Exhibit,
    FieldTable,
    FormField,
    Heading,
    Inline,
    Inlines,
    Link,
    List,
    Note,
    PageBreak,
    Paragraph,
    Quote,
    Reference,
    Strong,
    Text,
)
from stratgen.errors import TemplateError

from .builders import Hole, an_exhibit, paper

LONG = "First paragraph,\nsecond line.\n\n- one\n- two\n"


def _cases() -> list[tuple[str, str, str]]:
    text = (Path(__file__).parent / "notation.txt").read_text(encoding="utf-8")
    parts = text.split("\n.\n")
    cases = []
    for at in range(0, len(parts) - 2, 3):
        title = parts[at].strip().splitlines()[-1]
        cases.append((title, parts[at + 1], parts[at + 2]))
    return cases


@pytest.mark.parametrize(("said", "made"), [pytest.param(*case[1:], id=case[0]) for case in _cases()])
def test_the_notation_makes_what_the_case_says(said: str, made: str, tmp_path: Path) -> None:
    """What a template says becomes the blocks that the fixture file shows."""
    context = {
        "client": "Acme & Sons *Ltd*", "long": LONG, "channels": ["LinkedIn", "TikTok", "X"], "open": Hole(),
        "empty": "",
    }  # fmt: skip
    try:
        document = paper(tmp_path, said, context, {"plan": an_exhibit("plan"), "not-here": None})
        shown = "\n".join(line for block in document.blocks for line in sketch(block))
    except TemplateError as error:
        shown = "\n".join(f"fault: {fault.what} {fault.mend}" for fault in error.faults)
    assert shown == made


def sketch(block: Block) -> Iterator[str]:
    """Yield a block as the fixture file writes it."""
    match block:
        case Heading():
            head = f"{'#' * block.level} {block.number} ".replace("  ", " ")
            kind = "" if block.kind == "section" else f" ({block.kind})"
            yield f"{head}{_words(block.inlines)} {{#{block.key}}}{kind}{' (new page)' * block.new_page}"
        case Paragraph():
            yield (f"({block.role}) " if block.role else "") + _words(block.inlines)
        case List():
            for count, item in enumerate(block.items, 1):
                mark = f"{count}. " if block.ordered else "- "
                lines = [line for inner in item for line in sketch(inner)]
                yield mark + lines[0]
                yield from (" " * len(mark) + line for line in lines[1:])
        case Quote():
            yield from (f"> {line}" for inner in block.blocks for line in sketch(inner))
        case Callout():
            yield f"[{block.role}: {block.title}]"
            yield from (f"  {line}" for inner in block.blocks for line in sketch(inner))
        case FieldTable():
            if block.description:
                yield f"{{fields: {block.description}}}"
            for label, values in block.rows:
                yield f"{_words(label)}: {' / '.join(_words(value) for value in values)}"
        case Exhibit():
            yield f"{block.kind} {block.number}: {block.caption}"
        case PageBreak():
            yield "---"


def _words(inlines: Inlines) -> str:
    return "".join(_word(inline) for inline in inlines)


def _word(inline: Inline) -> str:
    match inline:
        case Text(text=text, role=None):
            return text.replace("\n", " / ")
        case Text(text=text, role="code"):
            return f"`{text}`"
        case Text():
            return "{To be confirmed}"
        case Emphasis():
            return f"*{_words(inline.inlines)}*"
        case Strong():
            return f"**{_words(inline.inlines)}**"
        case Link():
            return f"[{_words(inline.inlines)}]({inline.address})"
        case Note():
            return f"^{inline.number}[{_words(inline.inlines)}]"
        case Reference():
            return inline.text
        case FormField():
            return f"[{inline.title}]"
