"""The verbs of the house style: a starter for a designer, and what a style has, lacks and had mended.

It reads a style as `render` does and says what it found; it prints nothing and mends nothing itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from stratgen import places, word
from stratgen.branding import own_style
from stratgen.errors import Fault, PlaceError, StratgenError
from stratgen.word.style import ROLES


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found in a house style."""

    file: str
    errors: tuple[Fault, ...] = ()
    """Why it cannot be used; empty if it can."""
    warnings: tuple[Fault, ...] = ()
    """What was mended, or may look otherwise elsewhere."""
    notes: tuple[Fault, ...] = ()
    """What is good to know."""
    roles: tuple[tuple[str, str, str], ...] = ()
    """Each role with the name of its style and how it was found; "" where stratgen's own is taken."""


def new(path: Path, overwrite: bool = False) -> None:
    """Write a starter house style for a designer; PlaceError if something stands there already."""
    if path.suffix.lower() != ".docx":
        raise PlaceError([Fault(str(path), 0, "", "is no name of a Word file.", "End it in .docx.")])
    if path.exists() and not overwrite:
        raise PlaceError([Fault(str(path), 0, "", "is there already; nothing was written.",
                                "Choose another name, or add --overwrite.")])  # fmt: skip
    places.write_whole(path, word.starter_docx(own_style()))


def examine(path: Path) -> Examined:
    """Return what a Word file or a brand sheet is as a house style; faults are collected, not raised."""
    try:
        if places.is_sheet(path):
            from stratgen.brand_sheet import read_sheet

            style = word.dressed(own_style(), read_sheet(path))
        else:
            style = word.brand_style(path, own_style())
    except StratgenError as error:
        return Examined(path.as_posix(), error.faults)
    roles = () if places.is_sheet(path) else tuple(
        (role, name, style.found.get(role, "")) for role, (_, name) in ROLES.items()
    )  # fmt: skip
    return Examined(path.as_posix(), (), style.remarks, style.notes, roles)


def as_text(found: Examined) -> str:
    """Return what was found as lines: what is wrong, what was mended, what is good to know, the styles."""
    lines = [str(fault) for fault in found.errors]
    for title, faults in (("Warnings:", found.warnings), ("Good to know:", found.notes)):
        if faults:
            lines += [title, *map(str, faults)]
    lines += _styles(found)
    verdict = "cannot be used" if found.errors else "can be used"
    counts = f"{_count(len(found.errors), 'error')}, {_count(len(found.warnings), 'warning')}"
    return "\n".join([*lines, f"{found.file}: {verdict}; {counts}."]) + "\n"


def _styles(found: Examined) -> Iterator[str]:
    if not found.roles:
        return
    by_name = [name for _, name, how in found.roles if how == "by name"]
    otherwise = [(name, how) for _, name, how in found.roles if how not in ("", "by name")]
    missing = [name for _, name, how in found.roles if not how]
    yield "Styles:"
    if by_name:
        yield f"{len(by_name)} found by name: {', '.join(by_name)}."
    for name, how in otherwise:
        yield f"{name}: found {how}."
    if missing:
        yield f"{len(missing)} missing, so stratgen's own are used in your fonts and colours: {', '.join(missing)}."


def _count(number: int, word: str) -> str:
    return f"{number or 'no'} {word}{'' if number == 1 else 's'}"


def as_json(found: Examined) -> str:
    """Return what was found as a JSON object."""
    return json.dumps(
        {
            "file": found.file,
            "usable": not found.errors,
            "errors": [_object(fault) for fault in found.errors],
            "warnings": [_object(fault) for fault in found.warnings],
            "notes": [_object(fault) for fault in found.notes],
            "styles": [{"role": role, "style": name, "found": how or None} for role, name, how in found.roles],
        },
        indent=2,
        ensure_ascii=False,
    ) + "\n"  # fmt: skip


def _object(fault: Fault) -> dict[str, object]:
    return {"line": fault.line, "place": fault.place, "what": fault.what, "mend": fault.mend}
