"""Somebody's words as the notation's equals: paragraphs, lists, keys, single lines.

Plain text in, blocks and inlines out; no letter is lost.
"""

from __future__ import annotations

import re
from dataclasses import replace

from stratgen.document import (
    Block,
    Emphasis,
    Inline,
    Inlines,
    Link,
    List,
    Paragraph,
    ParagraphRole,
    Strong,
    Text,
    plain,
)
from stratgen.drafting.desk import Blocks, refers

_BULLET = re.compile(r"\s*[-*•]\s+(?=\S)")
_NUMBER = re.compile(r"\s*([0-9]+)[.)]\s+(?=\S)")
_NOT_SLUG = re.compile(r"[\W_]+")


def slug(text: str) -> str:
    """Return a key made of a title: small letters, digits and dashes."""
    return _NOT_SLUG.sub("-", text.lower()).strip("-")


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of somebody's words: what blank lines part."""
    return tuple(part for part in re.split(r"\n[ \t]*(?:\n[ \t]*)+", text) if part.strip()) or (text,)


def text_blocks(text: str, role: ParagraphRole | None = None) -> Blocks:
    """Return somebody's words as paragraphs and lists.

    Two or more lines in a row that begin with a dash or star, or are counted from 1, are a list; any other
    line keeps its letters.
    """
    blocks: list[Block] = []
    for part in paragraphs(text):
        lines = part.split("\n")
        at = 0
        while at < len(lines):
            for mark, ordered in ((_BULLET, False), (_NUMBER, True)):
                items = _run(lines[at:], mark, ordered)
                if len(items) > 1:
                    made = tuple((Paragraph((Text(item.rstrip()),)),) for item in items)
                    blocks.append(List(made, ordered))
                    at += len(items)
                    break
            else:
                start = at
                at += 1
                while at < len(lines) and not _begins_list(lines[at:]):
                    at += 1
                blocks.append(Paragraph((Text("\n".join(lines[start:at])),), role))
    return tuple(blocks)


def _begins_list(lines: list[str]) -> bool:
    return len(_run(lines, _BULLET, False)) > 1 or len(_run(lines, _NUMBER, True)) > 1


def _run(lines: list[str], mark: re.Pattern[str], counted: bool) -> list[str]:
    items: list[str] = []
    for line in lines:
        match = mark.match(line)
        if not match or (counted and int(match[1]) != len(items) + 1):
            break
        items.append(line[match.end() :])
    return items


def is_blank(inlines: Inlines) -> bool:
    """Return whether inlines print nothing."""
    return not refers(inlines) and not plain(inlines).strip()


def on_one_line(inlines: Inlines) -> Inlines:
    """Return inlines whose line breaks have become spaces."""
    if "\n" not in plain(inlines):
        return inlines
    return tuple(_one_line(inline) for inline in inlines)


def _one_line(inline: Inline) -> Inline:
    match inline:
        case Text():
            return replace(inline, text=re.sub(r"\s*\n\s*", " ", inline.text))
        case Emphasis() | Strong() | Link():
            return replace(inline, inlines=on_one_line(inline.inlines))
        case _:
            return inline
