"""The golden documents: a digest of every part of every Word file of two examples, kept in `tests/golden/`.

`python -m tests.golden` writes them anew; the diff of that folder then says which parts of which documents a
change has touched. Parts are compared and not whole files, since zlib builds compress differently.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path

from stratgen import branding, pack, places, word
from tests.command import ROOT

FOLDER = ROOT / "tests" / "golden"
EXAMPLES = ("karoo-bank", "minimal")


def parts(name: str) -> dict[str, dict[str, str]]:
    """Return the digest of each part of each Word file of an example, by document and part."""
    path = ROOT / "answers" / f"{name}.yaml"
    where = places.places(path)
    trees = pack.compose(pack.check(path), where.templates)
    style = branding.house(where)
    return {document: digests(word.write(tree, style)) for document, tree in trees.items()}


def digests(docx: bytes) -> dict[str, str]:
    """Return the first half of the SHA-256 of each part, in order of its name; a workbook by its own parts."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        found: dict[str, str] = {}
        for name in sorted(package.namelist()):
            data = package.read(name)
            if name.endswith(".xlsx"):
                found |= {f"{name}!{inner}": digest for inner, digest in digests(data).items()}
            else:
                found[name] = hashlib.sha256(data).hexdigest()[:32]
        return found


def kept(name: str) -> Path:
    """Return where the digests of an example are kept."""
    return FOLDER / f"{name}.json"


def main() -> None:
    """Write the golden digests of every example."""
    FOLDER.mkdir(exist_ok=True)
    for name in EXAMPLES:
        kept(name).write_text(json.dumps(parts(name), indent=1) + "\n", "utf-8")
        print(kept(name).relative_to(ROOT))


if __name__ == "__main__":
    main()
