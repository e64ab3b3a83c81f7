"""Where templates, house style, examples and output lie, and how a file is written safely.

Knows folders and files, and nothing of what stands in them.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from importlib.resources import files
from importlib.util import cache_from_source
from pathlib import Path

from stratgen.errors import Fault, PlaceError

TEMPLATES = "*.md.j2"
"""What a folder of templates holds; one is enough, since those that it lacks are ours."""

CATALOGUE = "catalogue"
"""The folder of a workspace that holds catalogue entries of its own."""

BRAND_SHEET = "brand.yaml"
"""Colours, fonts and a logo in a few lines, for those without a Word file of their own."""
STYLE_FILE = "house-style.docx"
STYLE_PARTS = "house-style"


@dataclass(frozen=True, slots=True)
class Places:
    """The folders that one run works with."""

    templates: Path
    """Each template that this folder lacks is taken from ours."""
    style_parts: Path
    """The folder with the XML parts of our own house style."""
    style_file: Path | None
    """Somebody's Word file whose look is taken instead."""
    brand_sheet: Path | None = None
    """A brand sheet that is laid over either."""


def bundled(name: str) -> Path:
    """Return a folder that travels with stratgen ("templates", "answers"), in a checkout or installed."""
    checkout = Path(__file__).resolve().parent.parent / name
    if (checkout.parent / "pyproject.toml").is_file() and checkout.is_dir():
        return checkout
    return Path(str(files("stratgen"))) / "_bundled" / name


def places(answers: Path, templates: Path | None = None, style: Path | None = None) -> Places:
    """Return the places for an answer file: what was named, else its workspace's own, else ours.

    The workspace is the folder above the answer file, or the file's own; the working folder never
    matters. Raises PlaceError where something that was named is not there.
    """
    faults = []
    if templates is not None and not _holds_templates(templates):
        faults.append(Fault(str(templates), 0, "", f"holds no templates (no {TEMPLATES}, no {STYLE_FILE}).",
                            "Name a folder with at least one, or one made by `stratgen init`."))  # fmt: skip
    if style is not None and not style.is_file():
        faults.append(
            Fault(str(style), 0, "", "there is no such file.", "Name a Word file (.docx) or a brand.yaml.")
        )
    if faults:
        raise PlaceError(faults)
    own = templates or _workspace_templates(answers) or bundled("templates")
    parts = own / STYLE_PARTS if (own / STYLE_PARTS).is_dir() else bundled("templates") / STYLE_PARTS
    file = own / STYLE_FILE
    if style is not None:
        # What is named is taken alone.
        return Places(own, parts, None, style) if is_sheet(style) else Places(own, parts, style)
    sheet = next((path for path in _sheets(answers, own) if path.is_file()), None)
    return Places(own, parts, file if file.is_file() else None, sheet)


def is_sheet(path: Path) -> bool:
    """Return whether a style that was named is a brand sheet, and not a Word file."""
    return path.suffix.lower() in (".yaml", ".yml")


def refuse_sheet(answers: Path) -> None:
    """Raise PlaceError where a brand sheet was named as an answer file, as `answers/*.yaml` does."""
    if answers.name == BRAND_SHEET:
        raise PlaceError([Fault(str(answers), 0, "", "is a brand sheet, not an answer file.",
                                "Move it one folder up: it holds for every answer file below it.")])  # fmt: skip


def _sheets(answers: Path, templates: Path) -> tuple[Path, ...]:
    folder = answers.resolve().parent
    return tuple(place / BRAND_SHEET for place in (folder, folder.parent, templates))


def _workspace_templates(answers: Path) -> Path | None:
    folder = answers.resolve().parent
    for candidate in (folder / "templates", folder.parent / "templates"):
        if _holds_templates(candidate):
            return candidate
    return None


def _holds_templates(folder: Path) -> bool:
    """Return whether a folder is one of templates or of a house style, and not of something else by that name."""
    return (folder / STYLE_FILE).is_file() or next(folder.rglob(TEMPLATES), None) is not None


def catalogue_folder(answers: Path) -> Path | None:
    """Return the folder of a workspace's own catalogue entries, found as its templates are; None without one."""
    folder = answers.resolve().parent
    for candidate in (folder / CATALOGUE, folder.parent / CATALOGUE):
        if candidate.is_dir():
            return candidate
    return None


def compiled_folder() -> Path | None:
    """Return a folder for compiled templates that nobody but us can write to; None where there is none.

    It lies where Python keeps what it has compiled of stratgen, else in the user's folder for such things. Where
    Python has been told to write nothing (PYTHONDONTWRITEBYTECODE), what is there is read, and no folder is made.
    """
    beside = Path(cache_from_source(__file__)).parent / "templates"
    return next((folder for folder in (beside, *_user_cache()) if _is_ours(folder)), None)


def _user_cache() -> tuple[Path, ...]:
    told = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME", "")
    try:
        home = Path(told) if Path(told).is_absolute() else Path.home() / ".cache"
    except RuntimeError:  # a user without a home
        return ()
    return (home / "stratgen" / "templates",)


def _is_ours(folder: Path) -> bool:
    """Return whether a folder is there, or can be made, and is ours alone to write: code is read from it."""
    try:
        if not sys.dont_write_bytecode:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.stat()
    except OSError:
        return False
    if not hasattr(os, "geteuid"):
        return os.access(folder, os.W_OK)
    return found.st_uid == os.geteuid() and not found.st_mode & 0o022 and os.access(folder, os.W_OK)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all: beside its place, flushed, then moved.

    Raises PlaceError where the place cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    except OSError as error:
        raise PlaceError([_unwritable(path, error)]) from None
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, 0o644)  # noqa: PTH101 - mkstemp gives 0600, and a name, not a Path
        Path(name).replace(path)
    except OSError as error:
        raise PlaceError([_unwritable(path, error)]) from None
    finally:
        Path(name).unlink(missing_ok=True)


def _unwritable(path: Path, error: OSError) -> Fault:
    reason = (error.strerror or type(error).__name__).lower()
    return Fault(str(path), 0, "", f"cannot be written ({reason}).",
                 "Close it if it is open elsewhere, or choose another folder with --to.")  # fmt: skip
