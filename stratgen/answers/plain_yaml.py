"""A small YAML file that is no answer file, as text with lines: settings that people write by hand.

It knows YAML and what makes a file hostile; it does not know what the settings mean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from stratgen.answers.nodes import Mapping, Node, Scalar
from stratgen.answers.parsing import Reader
from stratgen.answers.text import read
from stratgen.errors import Fault


@dataclass(frozen=True, slots=True)
class Setting:
    """One key of a file: its value as it stands there, or the settings below it."""

    line: int
    text: str | None = None
    """The value as text; None where there is none, or where there are settings or a list."""
    below: dict[str, Setting] | None = None
    hashed: str = ""
    """What a `#` hid where the value should stand: a colour that was not put in quotes."""


def read_settings(path: Path) -> tuple[dict[str, Setting], tuple[Fault, ...]]:
    """Return the settings of a file and the faults of its keys; raises AnswersError if it cannot be read."""
    reader = Reader(read(path), str(path))
    root = reader.tree()
    if root is None or (isinstance(root, Scalar) and root.value is None):
        return {}, ()
    if not isinstance(root, Mapping):
        what = "the file holds no settings."
        return {}, (Fault(str(path), 1, "", what, "Write one `key: value` on each line."),)
    return _settings(reader, root), tuple(reader.faults)


def _settings(reader: Reader, mapping: Mapping) -> dict[str, Setting]:
    return {
        key: _setting(reader, reader.lines.number(entry.start), entry.end, entry.value)
        for key, entry in mapping.entries.items()
    }


def _setting(reader: Reader, line: int, after: int, node: Node) -> Setting:
    if isinstance(node, Mapping):
        return Setting(line, below=_settings(reader, node))
    if not isinstance(node, Scalar):
        return Setting(line)
    if node.style:
        return Setting(line, str(node.value))
    if node.value is None:
        hidden = re.match(r"\s*:[ \t]+(#\S+)", reader.text[after:])
        return Setting(line, hashed=hidden[1] if hidden else "")
    return Setting(line, reader.text[node.start : node.end].strip())
