"""A text becomes a tree of nodes, or one clear message.

The parser is PyYAML's (in C where it is built in), taken at its events; what a scalar means is decided in
`nodes`, because PyYAML follows YAML 1.1, where NO is false and 12:30 is a number. Anchors, aliases, tags
and deep nesting are refused while they are read, so that a small file cannot grow into a large one.
It does not know the models.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from stratgen.answers.nodes import Entry, Lines, Mapping, Node, Scalar, Sequence, resolved
from stratgen.answers.text import refuse
from stratgen.errors import Fault

DEEPEST = 20
"""Levels of nesting an answer file may have; the models have seven."""


@dataclass(slots=True)
class _Open:
    """A collection that is being read; `key` is the key that waits for its value."""

    node: Mapping | Sequence
    key: Scalar | None = None


_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_HIDDEN = re.compile("[\uf700-\uf7ff]")


def _hidden(found: re.Match[str]) -> str:
    """The parser gives up the whole file for one control character; under a private one it reads on."""
    return chr(0xF700 + (ord(found[0]) & 0xFF))


def _shown(found: re.Match[str]) -> str:
    code = ord(found[0]) - 0xF700
    return chr(code if code < 0xFE else 0xFF00 + code)


class Reader:
    """Makes the tree of one text; `faults` holds what is wrong with keys."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file, self.lines = text, file, Lines.of(text)
        self.faults: list[Fault] = []
        self._stack: list[_Open] = []
        self._root: Node | None = None
        self._documents = 0
        self._controls = _CONTROL.search(text) is not None

    def read(self) -> Mapping:
        """Return the top of the file, which has to be a mapping; raises AnswersError."""
        root = self.tree()
        if root is None or (isinstance(root, Scalar) and root.value is None):
            raise refuse(self.file, "the file holds no answers.", "Start from the example answer file.")
        if not isinstance(root, Mapping):
            what = "a list" if isinstance(root, Sequence) else "a single value"
            raise self._refuse(
                root.start, f"the file holds {what} where the sections should stand.",
                "Begin with `schema_version: 1`, then `engagement:` and the other sections."
            )  # fmt: skip
        return root

    def tree(self) -> Node | None:
        """Return whatever the text holds, None where it holds nothing; raises AnswersError."""
        try:
            for event in self._events():
                if type(event) is yaml.ScalarEvent and event.anchor is None and event.tag is None:
                    self._place(self._scalar(event))  # nine in ten
                else:
                    self._take(event)
        except yaml.YAMLError as error:
            raise self._syntax(error) from None
        return self._root

    def _events(self) -> Iterator[Any]:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return yaml.parse(_CONTROL.sub(_hidden, self.text) if self._controls else self.text, Loader=loader)

    def _refuse(self, index: int, what: str, mend: str) -> Exception:
        return refuse(self.file, what, mend, self.lines.number(index))

    def _take(self, event: Any) -> None:
        if isinstance(event, yaml.NodeEvent):
            self._check(event)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise self._refuse(
                    _start(event), "a second document begins here; an answer file holds one.",
                    "Take the line --- away, or split the file in two."
                )  # fmt: skip
        elif isinstance(event, yaml.ScalarEvent):
            self._place(self._scalar(event))
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._begin(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            node = self._stack.pop().node
            node.end = event.end_mark.index if node.flow and event.end_mark else _end_of(node)

    def _check(self, event: Any) -> None:
        """Refuse what can make a small file large, or an answer something else than it looks."""
        if isinstance(event, yaml.AliasEvent):
            what = "an alias"
        elif event.anchor is not None:
            what = "an anchor"
        elif event.tag is not None:
            what = "a tag"
        else:
            return
        index = event.start_mark.index
        seen = re.match(r"\S{1,40}", self.text[index : index + 40])
        raise self._refuse(
            index, f"{what} ({seen[0] if seen else '?'}) stands here; answer files have none.",
            "Write the answer out, or put it in quotes if it is text."
        )  # fmt: skip

    def _scalar(self, event: Any) -> Scalar:
        start, end = event.start_mark.index, event.end_mark.index
        style: str = event.style or ""
        text: str = _HIDDEN.sub(_shown, event.value) if self._controls else event.value
        if not style:
            return Scalar(resolved(text), start, end)
        if style in "|>":
            end = start + len(self.text[start:end].rstrip())
        return Scalar(text, start, end, style)

    def _begin(self, event: Any) -> None:
        start, flow = event.start_mark.index, bool(event.flow_style)
        if len(self._stack) >= DEEPEST:
            raise self._refuse(
                start, f"the answers are nested more than {DEEPEST} levels deep.",
                "Check the brackets and the indentation here."
            )  # fmt: skip
        is_map = isinstance(event, yaml.MappingStartEvent)
        node: Mapping | Sequence = (
            Mapping({}, start, start, flow) if is_map else Sequence([], start, start, flow)
        )
        self._place(node)
        self._stack.append(_Open(node))

    def _place(self, node: Node) -> None:
        if not self._stack:
            self._root = node
            return
        top = self._stack[-1]
        if isinstance(top.node, Sequence):
            top.node.items.append(node)
        elif top.key is None:
            top.key = self._key(node)
        else:
            key, top.key = top.key, None
            self._enter(top, key, node)

    def _key(self, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            raise self._refuse(
                node.start, "a list or a group of keys stands where a key should.",
                "Begin the line with one key and a colon; put text with brackets in quotes."
            )  # fmt: skip
        plain = self.text[node.start : node.end] if node.style == "" else node.value
        return Scalar(plain.strip(), node.start, node.end, node.style)

    def _enter(self, top: _Open, key: Scalar, value: Node) -> None:
        assert isinstance(top.node, Mapping)
        first = top.node.entries.get(key.value)
        if first is not None:
            line = self.lines.number(first.start)
            what = f'the key "{key.value}" stands here for the second time; the one on line {line} counts.'
            self.faults.append(Fault(self.file, self.lines.number(key.start), "", what, "Keep one of them."))
            return
        top.node.entries[key.value] = Entry(key.value, key.start, key.end, value)

    def _syntax(self, error: yaml.YAMLError) -> Exception:
        begun = getattr(error, "context", None) in (
            "while scanning a simple key",
            "while scanning a quoted scalar",
        )
        marks = [getattr(error, name, None) for name in ("context_mark", "problem_mark")]
        mark = next((each for each in (marks if begun else reversed(marks)) if each is not None), None)
        index = mark.index if mark is not None else getattr(error, "position", 0) or 0
        line = self.lines.number(min(index, max(len(self.text.rstrip()) - 1, 0)))
        what, mend = _in_plain_words(error, self._line_text(line))
        return refuse(self.file, what, mend, line)

    def _line_text(self, number: int) -> str:
        lines = re.split(r"\r\n|\n|\r", self.text)
        return lines[number - 1] if 0 < number <= len(lines) else ""


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end_of(node: Mapping | Sequence) -> int:
    """Return where the last thing in a block ends; its own end mark lies behind the comments."""
    if isinstance(node, Mapping):
        return next(reversed(node.entries.values())).value.end if node.entries else node.start
    return node.items[-1].end if node.items else node.start


_PLAIN_WORDS = (
    ("mapping values are not allowed", "a second colon stands in an answer, or the indentation is off",
     "Put the answer in quotes, or line the key up with its neighbours."),
    ("could not find expected ':'", "a key without a colon stands here or just above",
     "Write `key: answer`; put an answer of several lines behind `key: |`."),
    ("did not find expected key", "the indentation does not fit the lines above, or a quote is left open",
     "Line the key up with its neighbours, and close every quote."),
    ("did not find expected '-' indicator", "a line in a list does not begin with a dash",
     "Begin each item with `- ` in the same column."),
    ("expected ',' or", "a bracket is not closed, or a comma is missing",
     "Close the bracket, and put a comma between two items."),
    ("expected <block end>", "the indentation does not fit the lines above, or a quote is left open",
     "Line the key up with its neighbours, and close every quote."),
    ("unexpected end of stream", "a quote that was opened is not closed", "Close it."),
    ("while scanning a quoted scalar", "something in quotes cannot be read",
     "Use single quotes if the text has a backslash."),
    ("cannot start any token", "the answer begins with a sign that YAML keeps for itself (@, `, % or a tab)",
     "Put the answer in quotes."),
    ("control characters are not allowed", "a control character stands in the file", "Take it away."),
    ("special characters are not allowed", "a control character stands in the file", "Take it away."),
    ("unknown escape character", "a backslash stands in double quotes", "Use single quotes."),
    ("expected <document start>", "the file goes on after its end", "Check the indentation here."),
    ("incompatible YAML document", "the file asks for another version of YAML", "Take the %YAML line away."),
)  # fmt: skip


def _in_plain_words(error: yaml.YAMLError, line: str) -> tuple[str, str]:
    said = str(error)
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "the line is indented with a tab.", "Use spaces, two for each level."
    for technical, what, mend in _PLAIN_WORDS:
        if technical in said:
            return f"{what}.", mend
    return "the line cannot be read as YAML.", "Check its indentation, colons, quotes and brackets."
