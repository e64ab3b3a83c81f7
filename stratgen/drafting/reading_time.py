"""How long the body of a document takes to read: counted over the words that were drafted, tables and all.

It knows the tree; it knows nothing of templates.
"""

from __future__ import annotations

from dataclasses import replace

from stratgen.document import Block, FieldTable, Heading, Inlines, Paragraph, Text
from stratgen.document.outline import block_lines

MARK = "((reading time))"
"""What a template writes in a paragraph or a field where the minutes stand: "Reading time: ((reading time))"."""
WORDS_A_MINUTE = 200
"""What a careful reader of a paper takes in, figures among the words."""
_APPENDIX = "appendix"


def timed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks with the minutes in place of each mark, an appendix not counted; as they are without a mark."""
    if not any(_asks(block) for block in blocks):
        return blocks
    body = blocks[: next((at for at, each in enumerate(blocks) if _is_appendix(each)), len(blocks))]
    lines = (line for block in body for line in block_lines(block))
    minutes = max(1, round(sum(len(line.split()) for line in lines) / WORDS_A_MINUTE))
    said = f"{minutes} minute{'' if minutes == 1 else 's'}"
    return tuple(_told(block, said) for block in blocks)


def _asks(block: Block) -> bool:
    """Tell whether a mark stands in a block, without putting the block into words."""
    match block:
        case Paragraph():
            return _has_mark(block.inlines)
        case FieldTable():
            return any(_has_mark(value) for _, values in block.rows for value in values)
    return False


def _has_mark(inlines: Inlines) -> bool:
    return any(isinstance(each, Text) and MARK in each.text for each in inlines)


def _told(block: Block, said: str) -> Block:
    """Return a paragraph or a table of fields with the minutes in it; any other block as it is."""
    match block:
        case Paragraph():
            return replace(block, inlines=_put(block.inlines, said))
        case FieldTable():
            rows = tuple(
                (label, tuple(_put(value, said) for value in values)) for label, values in block.rows
            )
            return replace(block, rows=rows)
    return block


def _put(inlines: Inlines, said: str) -> Inlines:
    return tuple(
        replace(each, text=each.text.replace(MARK, said)) if isinstance(each, Text) else each
        for each in inlines
    )


def _is_appendix(block: Block) -> bool:
    return isinstance(block, Heading) and block.key == _APPENDIX
