"""The list that lies beside the documents of a pack: what made them, and what they were when written.

It is how stratgen knows whether somebody has edited a document since.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from stratgen.errors import Fault, PlaceError

NAME = "manifest.json"


def digest(data: bytes) -> str:
    """Return the SHA-256 of some bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def manifest(head: Mapping[str, object], files: Mapping[str, bytes], kept: Mapping[str, str]) -> bytes:
    """Return the manifest of a pack: `head`, then each document's name and hash.

    `kept` are documents of an earlier run that this one did not write, by name and hash.
    """
    hashes = dict(kept) | {name: digest(data) for name, data in files.items()}
    body = {**head, "documents": [{"file": name, "sha256": hashes[name]} for name in sorted(hashes)]}
    return (json.dumps(body, indent=2, ensure_ascii=False) + "\n").encode()


def hashes_in(folder: Path) -> dict[str, str]:
    """Return the hash that each document of a folder had when it was written; none without a manifest."""
    try:
        body = json.loads((folder / NAME).read_text("utf-8"))
        return {str(each["file"]): str(each["sha256"]) for each in body["documents"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def refuse_edited(folder: Path, files: Mapping[str, bytes]) -> None:
    """Raise PlaceError for every document that is no longer as it was written, unless it already is
    what would be written now."""
    before = hashes_in(folder)
    faults = []
    for name, data in files.items():
        path = folder / name
        if not path.exists():
            continue
        now = digest(path.read_bytes())
        if now not in (before.get(name), digest(data)):
            faults.append(Fault(str(path), 0, "", "has been edited since it was written; nothing was replaced.",
                                "Save your copy under another name, or add --overwrite."))  # fmt: skip
    if faults:
        raise PlaceError(faults)
