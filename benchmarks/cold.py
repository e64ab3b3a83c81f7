"""One cold run in a process of its own: `python -m benchmarks.cold CONTESTANT FOLDER`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

BANK = str(Path(__file__).resolve().parent.parent / "answers" / "karoo-bank.yaml")
THREE = ("board-brief", "employee-engagement-policy", "vision-roadmap")
VERBS = {
    "stratgen render": ("render", BANK, "--to", "{folder}", "--overwrite", "--only", *THREE),
    "stratgen check": ("check", BANK),
    "stratgen explain": ("explain", BANK, "maturity"),
    "stratgen --help": ("--help",),
}
"""Stratgen's own cold runs, as a shell starts them; the three documents are named here so that nothing else is
imported for it."""


def main(contestant: str, folder: Path) -> None:
    """Run one contestant once: stratgen from its answer file, a peer from the flat content in `folder`."""
    if contestant in VERBS:
        from stratgen.cli import run as stratgen

        sys.argv = ["stratgen", *(word.format(folder=folder) for word in VERBS[contestant])]
        stratgen()
    from benchmarks import peers
    from benchmarks.content import Flat

    documents = [Flat(**each) for each in json.loads((folder / "flat.json").read_text("utf-8"))]
    run = peers.docxtpl(documents) if contestant == "docxtpl" else peers.python_docx(documents)
    for number, data in enumerate(run()):
        (folder / f"{contestant}-{number}.docx").write_bytes(data)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
