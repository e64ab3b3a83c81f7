"""Opens a Word file that somebody else made, and refuses what is broken or could do harm.

It knows zip files and XML, and nothing of styles.
"""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from stratgen.errors import Fault, StyleError

Element = etree._Element

LARGEST_FILE = 50_000_000
"""The most bytes that a file may have on disk."""
LARGEST_PART = 40_000_000
"""The most bytes of one part, unpacked."""
LARGEST_WHOLE = 150_000_000
"""The most bytes of all parts, unpacked."""
MOST_PARTS = 2000
STEEPEST = 200
"""The most that a part of more than a megabyte may have been compressed; a zip bomb lies far above."""

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MACROS = ("vbaproject", "vbadata", "activex", "oleobject")


@dataclass(frozen=True, slots=True)
class Opened:
    """A Word file that has passed: its name for messages, and its parts as bytes."""

    name: str
    parts: dict[str, bytes]

    def tree(self, part: str) -> Element:
        """Return a part as XML; StyleError if it is missing, not well-formed or brings a document type."""
        if part not in self.parts:
            raise _refused(self.name, part, "is missing.", "Save the file again in Word as .docx.")
        return _parsed(self.name, part, self.parts[part])

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return the last word of the type and the target part of every inner relationship of a part."""
        folder, file = posixpath.split(part)
        rels = f"{folder}/_rels/{file}.rels"
        found: dict[str, tuple[str, str]] = {}
        if rels in self.parts:
            for item in _parsed(self.name, rels, self.parts[rels]).iter(_RELATIONS):
                target = item.get("Target", "")
                path = (
                    target[1:]
                    if target.startswith("/")
                    else posixpath.normpath(posixpath.join(folder, target))
                )
                if item.get("TargetMode") != "External":
                    found[item.get("Id", "")] = item.get("Type", "").rpartition("/")[2], path
        return found


def opened(path: Path) -> Opened:
    """Return a Word file that is safe to read; StyleError says what is wrong with one that is not."""
    name = path.as_posix()
    if path.suffix.lower() in (".docm", ".dotm"):
        raise _refused(name, "", "is a document with macros.", "Save it in Word as .docx, without macros.")
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise _refused(name, "", "is larger than 50 MB.", "Take the large pictures out.")
        _look_at_first_bytes(name, path)
        with zipfile.ZipFile(path) as archive:
            parts = _unpacked(name, archive)
    except OSError as error:
        raise _refused(name, "", f"cannot be read ({error.strerror or error}).", "Check the path.") from error
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ) as error:
        what = "is not a .docx file, or a damaged one."
        raise _refused(name, "", what, "Open it in Word and save it as .docx.") from error
    found = Opened(name, parts)
    _check(found)
    return found


_OTHERS = (
    (b"\xd0\xcf\x11\xe0", "is an old Word file (.doc), or one with a password."),
    (b"%PDF", "is a PDF."),
    (b"{\\rtf", "is rich text (.rtf)."),
)


def _look_at_first_bytes(name: str, path: Path) -> None:
    """Refuse what is often taken for a Word file, by its own name."""
    with path.open("rb") as stream:
        head = stream.read(8)
    for mark, what in _OTHERS:
        if head.startswith(mark):
            raise _refused(name, "", what, "Open it in Word and save it as .docx, without a password.")


def _unpacked(name: str, archive: zipfile.ZipFile) -> dict[str, bytes]:
    infos = archive.infolist()
    if len(infos) > MOST_PARTS:
        raise _refused(name, "", f"has {len(infos)} parts, more than {MOST_PARTS}.", "Save a copy in Word.")
    if sum(info.file_size for info in infos) > LARGEST_WHOLE:
        raise _refused(name, "", "unpacks to more than 150 MB.", "Take the large pictures out.")
    parts: dict[str, bytes] = {}
    for info in infos:
        part = info.filename
        if part in parts:
            raise _refused(name, part, "stands in the file twice.", "Open it in Word and save a copy.")
        if part.startswith("/") or ".." in part.split("/") or "\\" in part or "\0" in part:
            raise _refused(name, part, "is not a name that Word gives to a part.", "Save a copy in Word.")
        if info.flag_bits & 1:
            raise _refused(name, part, "is encrypted.", "Remove the password.")
        steep = info.file_size > 1_000_000 and info.file_size > STEEPEST * max(info.compress_size, 1)
        if info.file_size > LARGEST_PART or steep:
            raise _refused(name, part, "unpacks to far more than a document needs.", "Save a copy in Word.")
        with archive.open(info) as stream:
            # The size in the directory may lie: read no more than it promises.
            parts[part] = stream.read(info.file_size + 1)
        if len(parts[part]) > info.file_size:
            raise _refused(name, part, "is larger than the file says.", "Save a copy in Word.")
    return parts


def _check(found: Opened) -> None:
    """Refuse macros and everything that reaches outside, except the links a reader would click."""
    types = etree.tostring(found.tree("[Content_Types].xml"), encoding="unicode").lower()
    if "macroenabled" in types or any(mark in part.lower() for part in found.parts for mark in _MACROS):
        raise _refused(
            found.name, "", "holds macros or controls.", "Save it in Word as .docx, without macros."
        )
    for part, content in found.parts.items():
        if not part.endswith(".rels"):
            continue
        for item in _parsed(found.name, part, content).iter(_RELATIONS):
            kind = item.get("Type", "").rpartition("/")[2]
            if item.get("TargetMode") == "External" and kind != "hyperlink":
                what = f"points outside the file ({kind}: {item.get('Target', '')[:80]})."
                raise _refused(found.name, part, what, "Embed it in the file, or take it out.")


def _parsed(name: str, part: str, content: bytes) -> Element:
    # UTF-16 would hide a document type from a search of the bytes, so the parsed tree is asked.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        tree = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _refused(
            name, part, f"is not well-formed XML ({error}).", "Save the file again in Word."
        ) from error
    info: Any = tree.getroottree().docinfo
    if info.doctype:
        raise _refused(name, part, "brings a document type.", "Save the file again in Word.")
    return tree


def _refused(name: str, part: str, what: str, mend: str) -> StyleError:
    return StyleError([Fault(name, 0, part, what, mend)])
