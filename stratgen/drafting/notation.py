"""The notation of prose: a small part of CommonMark, read into blocks and inlines.

The only module that knows markdown-it. What it reads holds tokens in place of values, so it works on the
words of templates alone, and the same words are parsed once. It knows nothing of Jinja or of values.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple, get_args

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from stratgen.document import (
    Block,
    Emphasis,
    Inline,
    Inlines,
    Link,
    List,
    Note,
    Paragraph,
    ParagraphRole,
    Quote,
    Strong,
    Text,
)
from stratgen.drafting.desk import OPEN

SCHEMES = ("http://", "https://", "mailto:")
_ROLE_LINE = re.compile(r"\{\.([\w-]+)\}")
_ROLE_AT_END = re.compile(r"[ \t]+\{\.([\w-]+)\}$")


class Complaint(NamedTuple):
    """What the notation does not allow: the line, counted from 0 in the text that was read."""

    line: int
    what: str
    mend: str


class Prose(NamedTuple):
    """Blocks in order, each with the line it starts on, counted from 0."""

    blocks: tuple[tuple[int, Block], ...]
    complaints: tuple[Complaint, ...]


class Line(NamedTuple):
    """Inlines, and what was wrong with them."""

    inlines: Inlines
    complaints: tuple[Complaint, ...]


@lru_cache(maxsize=8192)
def read_line(text: str) -> Line:
    """Return the inlines of one stretch of text; its tokens stay where they are, inside Text."""
    reader = _Reader(0)
    return Line(reader.inlines(text), tuple(reader.complaints))


@lru_cache(maxsize=2048)
def read_prose(text: str) -> Prose:
    """Return the paragraphs, lists and quotes of some text; tokens stay where they are, inside Text."""
    tokens = _parser().parse(text)
    complaints: list[Complaint] = []
    blocks: list[tuple[int, Block]] = []
    for start, stop in _siblings(tokens):
        reader = _Reader((tokens[start].map or [0])[0])
        blocks.extend((reader.line, block) for block in reader.blocks(tokens[start:stop]))
        complaints.extend(reader.complaints)
    return Prose(tuple(blocks), tuple(complaints))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True})
    # Inlines are read by read_line, which remembers; links are judged there too.
    parser.disable(["code", "lheading", "reference", "inline", "text_join"])
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    parser.inline.ruler.before("link", "note", _note_rule)
    return parser


def _note_rule(state: StateInline, silent: bool) -> bool:
    """Read `^[a note]`."""
    start = state.pos
    if not state.src.startswith("^[", start):
        return False
    end = state.md.helpers.parseLinkLabel(state, start + 1)
    if end < 0:
        return False
    if not silent:
        token = state.push("note", "", 0)
        token.content = state.src[start + 2 : end]
    state.pos = end + 1
    return True


def _siblings(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield where each block starts and stops, at the level of the first."""
    start = depth = 0
    for position, token in enumerate(tokens):
        depth += token.nesting
        if depth == 0:
            yield start, position + 1
            start = position + 1


class _Reader:
    """Reads the tokens of one block at a time."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.complaints: list[Complaint] = []

    def blocks(self, tokens: Sequence[Token]) -> tuple[Block, ...]:
        """Return the blocks that some tokens mean."""
        found: list[Block] = []
        for start, stop in _siblings(tokens):
            found.extend(self._block(tokens[start:stop]))
        return tuple(found)

    def inlines(self, text: str) -> Inlines:
        """Return the inlines that some text means."""
        parser = _parser()
        stack: list[list[Inline]] = [[]]
        addresses: list[str] = []
        for token in parser.inline.parse(text, parser, {}, []):
            if token.nesting == 1:
                stack.append([])
                addresses.append(str(token.attrs.get("href", "")))
            elif token.nesting == -1:
                inner, address = merged(stack.pop()), addresses.pop()
                stack[-1].append(self._dressed(token.type, inner, address))
            else:
                stack[-1].extend(self._inline(token))
        return merged(stack[0])

    def _block(self, tokens: Sequence[Token]) -> tuple[Block, ...]:
        first = tokens[0]
        match first.type:
            case "paragraph_open":
                return (self._paragraph(tokens[1].content),)
            case "bullet_list_open" | "ordered_list_open":
                return (self._list(tokens),)
            case "blockquote_open":
                return (Quote(self.blocks(tokens[1:-1])),)
            case "heading_open":
                self._complain("a heading stands inside a list, quote or box", "Move it out.")
            case "html_block":
                self._complain("HTML is not part of the notation", "Write words; use \\< for a bare sign.")
            case "fence":
                self._complain("a block of code has no place in a document", "Write it as a paragraph.")
            case _:
                self._complain("a line across the page has no place here", "Use {pagebreak} or a heading.")
        return ()

    def _paragraph(self, text: str) -> Paragraph:
        words, role = self._role(text)
        return Paragraph(self.inlines(words), role)

    def _role(self, text: str) -> tuple[str, ParagraphRole | None]:
        """Return a paragraph's words and the role that its first or last line, or its end, gives it."""
        lines = text.split("\n")
        if len(lines) > 1 and (match := _ROLE_LINE.fullmatch(lines[0])):
            words = "\n".join(lines[1:])
        elif len(lines) > 1 and (match := _ROLE_LINE.fullmatch(lines[-1].strip())):
            words = "\n".join(lines[:-1])
        elif match := _ROLE_AT_END.search(text):
            words = text[: match.start()]
        elif match := _ROLE_LINE.fullmatch(text):
            self._complain(f'"{text}" stands alone', "Put it on the line before or after a paragraph.")
            return "", None
        else:
            return text, None
        for role in get_args(ParagraphRole):
            if role == match[1]:
                return words, role
        self._complain(
            f'"{match[1]}" is no role of a paragraph', f"The roles are {', '.join(get_args(ParagraphRole))}."
        )
        return words, None

    def _list(self, tokens: Sequence[Token]) -> List:
        ordered = tokens[0].type == "ordered_list_open"
        if ordered and tokens[0].attrs.get("start", 1) != 1:
            self._complain("a numbered list starts at 1", 'Write "1.", or "\\." where no list is meant.')
        inner = tokens[1:-1]
        items = [self.blocks(inner[start + 1 : stop - 1]) for start, stop in _siblings(inner)]
        for item in items:
            if any(isinstance(block, Quote) for block in item):
                self._complain("a quote stands inside a list", "Move it out.")
        return List(tuple(items), ordered)

    def _inline(self, token: Token) -> tuple[Inline, ...]:
        match token.type:
            case "text" | "text_special":
                return (Text(token.content),)
            case "softbreak":
                return (Text(" "),)
            case "hardbreak":
                return (Text("\n"),)
            case "code_inline":
                return (Text(token.content, "code"),)
            case "note":
                return (Note(self.inlines(token.content)),)
            case "image":
                self._complain("a picture is not part of the notation", "Use an exhibit.")
            case _:
                mend = "Write words; use \\< for a bare sign."
                self._complain(f"HTML is not part of the notation: {token.content}", mend)
        return ()

    def _dressed(self, kind: str, inner: Inlines, address: str) -> Inline:
        if kind == "strong_close":
            return Strong(inner)
        if kind == "em_close":
            return Emphasis(inner)
        if not address.startswith((*SCHEMES, OPEN)):
            self._complain(f'"{address}" is not an address', f"Begin it with {', '.join(SCHEMES)}.")
        return Link(inner, address)

    def _complain(self, what: str, mend: str) -> None:
        self.complaints.append(Complaint(self.line, what, mend))


def merged(inlines: Sequence[Inline]) -> Inlines:
    """Return inlines with neighbouring texts of one role made one, and empty texts left out."""
    found: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text):
            if not inline.text:
                continue
            last = found[-1] if found else None
            if isinstance(last, Text) and (last.role, last.remark) == (inline.role, inline.remark):
                found[-1] = replace(last, text=last.text + inline.text)
                continue
        found.append(inline)
    return tuple(found)
