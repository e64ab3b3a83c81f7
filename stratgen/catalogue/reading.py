"""Reading data files of the catalogue: TOML to typed entries, layer over layer, every fault with its file and line.

A file states `as_of` and `source` once for all its entries; an entry may state its own. Entries are tables whose
name is their id. The packaged files are the first layer; a workspace's files of the same names lie over them: an
entry with a new id is added, one with an id that is there states what differs, `retired = true` takes it away.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from stratgen.errors import Fault

E = TypeVar("E")

HEAD = ("as_of", "source")
"""What a file may say once for all its entries."""

PLAIN_TABLES = {"channels.toml": ("refused",), "sectors.toml": ("sectors",), "triggers.toml": ("triggers",)}
"""The tables of plain words by file; every other table is an entry."""

_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,39}")


@dataclass(frozen=True, slots=True)
class Layer:
    """The data files of one folder: what the folder is called in faults, and the text of each file by name."""

    folder: str
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry was last stated."""

    file: str
    line: int
    lines: tuple[str, ...]

    def line_of(self, field: str) -> int:
        """Return the line of one field of the entry, or that of its heading."""
        start = re.compile(rf"\s*[\"']?{re.escape(field)}[\"']?\s*=")
        for number, text in enumerate(self.lines[self.line :], self.line + 1):
            if text.lstrip().startswith("[") and "=" not in text:
                break
            if start.match(text):
                return number
        return self.line


class Reader:
    """Reads files layer by layer, and keeps every fault it meets instead of stopping at the first."""

    def __init__(self, layers: Sequence[Layer]) -> None:
        self.faults: list[Fault] = []
        self.retired: set[str] = set()
        self.malformed: set[str] = set()
        self._layers = layers
        self._places: dict[tuple[str, str], Place] = {}

    def entries(self, name: str, kind: type[E]) -> dict[str, E]:
        """Return the entries of one data file by id: those of the first layer in its order, then those added."""
        raw: dict[str, dict[str, Any]] = {}
        for layer in self._layers:
            for key, told, place in self._tables(layer, name):
                self._places[name, key] = place
                before = raw.get(key)
                if "retired" in told:
                    self._retire(key, told, raw, place)
                elif before is None and not _ID.fullmatch(key):
                    self._fault(place, place.line, key, "is no id: letters, digits, - and _, 40 at most.",
                                "Write it like FRT or RSK-19.")  # fmt: skip
                else:
                    kept = {field: value for field, value in (before or {}).items() if field not in HEAD}
                    raw[key] = kept | told
        found = {key: self._entry(name, key, told, kind) for key, told in raw.items()}
        return {key: entry for key, entry in found.items() if entry is not None}

    def words(self, name: str, table: str) -> dict[str, str]:
        """Return one plain table of words, later layers over earlier ones; empty where no file has it."""
        found: dict[str, str] = {}
        for layer in self._layers:
            lines = tuple(layer.texts.get(name, "").splitlines())
            place = Place(f"{layer.folder}/{name}", _heading(lines, table), lines)
            there = self._parsed(layer, name).get(table, {})
            if not isinstance(there, dict):
                self._fault(place, place.line_of(table), table, "is not a table.", f"Head it with [{table}].")
                continue
            for key, value in there.items():
                self._places[name, key] = place
                if isinstance(value, str) and value.strip() and value.isprintable():
                    found[str(key)] = value.strip()
                else:
                    self._fault(
                        place, place.line_of(key), str(key), "is not text on one line.", "Write it in quotes."
                    )
        return found

    def first(self, name: str) -> tuple[str, ...]:
        """Return the ids of the first layer's entries of one file."""
        return tuple(key for key, _, _ in self._tables(self._layers[0], name))

    def first_words(self, name: str, table: str) -> tuple[str, ...]:
        """Return the words of the first layer's table of one file."""
        return tuple(self._parsed(self._layers[0], name).get(table, {}))

    def about(self, name: str, key: str, field: str, what: str, mend: str = "") -> None:
        """Keep a fault about a field of an entry, at the place where the entry was last stated."""
        place = self._places.get((name, key), Place(name, 0, ()))
        self._fault(place, place.line_of(field), key, what, mend)

    def _fault(self, place: Place, line: int, key: str, what: str, mend: str) -> None:
        self.faults.append(Fault(place.file, line, key, what, mend))

    def _retire(self, key: str, told: dict[str, Any], raw: dict[str, Any], place: Place) -> None:
        other = sorted(set(told) - {"retired", "why", *HEAD})
        if told["retired"] is not True or other:
            self._fault(place, place.line_of("retired"), key, "an entry is retired by retired = true alone.",
                        "Take the other lines away, or the line with retired.")  # fmt: skip
        elif key not in raw:
            self._fault(place, place.line, key, "there is no such entry to retire.", did_you_mean(key, raw))
        else:
            del raw[key]
            self.retired.add(key)

    def _tables(self, layer: Layer, name: str) -> Iterator[tuple[str, dict[str, Any], Place]]:
        """Yield each entry of one file with what stands in it and its place."""
        lines = tuple(layer.texts.get(name, "").splitlines())
        file = f"{layer.folder}/{name}"
        plain = self._parsed(layer, name)
        shared = {key: plain[key] for key in HEAD if key in plain}
        for key, told in plain.items():
            place = Place(file, _heading(lines, key), lines)
            if isinstance(told, dict) and key not in PLAIN_TABLES.get(name, ()):
                yield key, shared | told, place
            elif not isinstance(told, dict) and key not in HEAD:
                self._fault(Place(file, 0, lines), Place(file, 0, lines).line_of(key), key,
                            "stands above the first entry, where only as_of and source may.",
                            "Put it under the [id] of its entry.")  # fmt: skip

    def _parsed(self, layer: Layer, name: str) -> dict[str, Any]:
        try:
            return _toml(layer.texts.get(name, ""))
        except tomllib.TOMLDecodeError as error:
            at = re.search(r"line (\d+)", str(error))
            line = int(at[1]) if at else len(layer.texts[name].splitlines())
            fault = Fault(
                f"{layer.folder}/{name}", line, "", f"is not readable as TOML: {error}.", "Mend that line."
            )
            if fault not in self.faults:
                self.faults.append(fault)
            return {}

    def _entry(self, name: str, key: str, told: dict[str, Any], kind: type[E]) -> E | None:
        try:
            wanted: Any = kind
            adapter: TypeAdapter[E] = _adapter(wanted)
            return adapter.validate_python({"id": key, **told})
        except ValidationError as error:
            self.malformed.add(key)
            place = self._places[name, key]
            names = [each.name for each in fields(kind)]  # type: ignore[arg-type]  # every kind is a dataclass
            for each in error.errors(include_url=False, include_context=False):
                self._malformed(place, key, each, names)
            return None

    def _malformed(self, place: Place, key: str, error: Mapping[str, Any], names: Iterable[str]) -> None:
        steps = [str(step) for step in error["loc"]]
        field = ".".join(steps) or "the entry"
        line = place.line_of(steps[0]) if steps else place.line
        if error["type"] in ("unexpected_keyword_argument", "extra_forbidden"):
            self._fault(place, line, key, f'there is no field "{field}".', did_you_mean(steps[-1], names))
        elif error["type"] in ("missing", "missing_argument"):
            self._fault(place, line, key, f"{field} is missing.", f"Add a line: {steps[-1]} = …")
        else:
            said = error["msg"].removeprefix("Value error, ")
            what = f"{field} is not well-formed: {said[:1].lower()}{said[1:]}."
            self._fault(place, line, key, what, "Write it as the packaged entries do.")


def did_you_mean(word: str, there: Iterable[str]) -> str:
    """Return the name that a word was perhaps meant to be, as a way to mend a fault; else all names there are."""
    names = list(there)
    close = get_close_matches(word, names, 1, 0.5) or [
        each for each in names if each.casefold() == word.casefold()
    ]
    return f'Did you mean "{close[0]}"?' if close else f"There are: {', '.join(names)}."


def _heading(lines: Sequence[str], key: str) -> int:
    heads = (f"[{key}]", f'["{key}"]', f"['{key}']", f"[ {key} ]", f"[{key}.", f"[[{key}.")
    return next((number for number, line in enumerate(lines, 1) if line.strip().startswith(heads)), 0)


@lru_cache(maxsize=32)
def _toml(text: str) -> dict[str, Any]:
    return tomllib.loads(text)


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
