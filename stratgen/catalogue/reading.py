"""Reading a data file of the catalogue: TOML to typed entries, every fault with its file and line.

A file states `as_of` and `source` once for all its entries; an entry may state its own. Entries are tables
whose name is their id. A second folder may add files of the same names: its entries come after the packaged
ones, and replace those of the same id.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from stratgen.errors import CatalogueError, Fault

E = TypeVar("E")

PACKAGED = files("stratgen.catalogue") / "data"
_SHARED = ("as_of", "source")


def read_entries(name: str, kind: type[E], folders: Sequence[Traversable | Path]) -> dict[str, E]:
    """Return the entries of one data file by id, in file order; raises CatalogueError with every fault."""
    entries: dict[str, E] = {}
    faults: list[Fault] = []
    adapter = TypeAdapter(kind)
    for folder in folders:
        source = folder / name
        if not source.is_file():
            continue
        text = source.read_text(encoding="utf-8")
        for key, raw, line in _tables(text, str(source)):
            try:
                entries[key] = adapter.validate_python({"id": key, **raw})
            except ValidationError as error:
                faults += _faults(error, str(source), line, key)
    if faults:
        raise CatalogueError(faults)
    return entries


def read_table(name: str, table: str, folders: Sequence[Traversable | Path]) -> dict[str, str]:
    """Return one plain table of names, empty where no file has it; raises CatalogueError."""
    names: dict[str, str] = {}
    for folder in folders:
        source = folder / name
        if source.is_file():
            plain = _parse(source.read_text(encoding="utf-8"), str(source))
            names |= {str(key): str(value) for key, value in plain.get(table, {}).items()}
    return names


def _tables(text: str, file: str) -> Iterator[tuple[str, dict[str, Any], int]]:
    """Yield each entry with its id, what stands in it, and its line; plain tables are not entries."""
    plain = _parse(text, file)
    shared = {key: plain[key] for key in _SHARED if key in plain}
    for key, raw in plain.items():
        if isinstance(raw, dict) and key not in PLAIN_TABLES:
            yield key, shared | raw, _line_of(text, key)


PLAIN_TABLES = ("refused", "countries", "states")
"""Tables of names; every other table is an entry."""


def _parse(text: str, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        what = f"is not readable as TOML: {error}."
        fault = Fault(file, int(found[1]) if found else 0, "", what, "Mend that line.")
        raise CatalogueError([fault]) from error


def _line_of(text: str, key: str) -> int:
    heads = (f"[{key}]", f'["{key}"]', f"['{key}']")
    lines = text.splitlines()
    return next((number for number, line in enumerate(lines, 1) if line.strip().startswith(heads)), 0)


def _faults(error: ValidationError, file: str, line: int, key: str) -> Iterator[Fault]:
    for each in error.errors(include_url=False, include_context=False):
        field = ".".join(str(step) for step in each["loc"]) or "entry"
        what = f"{field} is not well-formed: {each['msg'][:1].lower()}{each['msg'][1:]}."
        yield Fault(file, line, key, what, "Write it as the other entries do.")
