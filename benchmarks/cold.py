"""One cold run in a process of its own: `python -m benchmarks.cold CONTESTANT FOLDER`."""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main(contestant: str, folder: Path) -> None:
    """Run one contestant once: stratgen from its answer file, a peer from the flat content in `folder`."""
    if contestant == "stratgen":
        from benchmarks.content import BANK, THREE
        from stratgen.cli import main as stratgen

        code = stratgen(["render", str(BANK), "--to", str(folder), "--overwrite", "--only", *THREE])
        sys.exit(code)
    from benchmarks import peers
    from benchmarks.content import Flat

    documents = [Flat(**each) for each in json.loads((folder / "flat.json").read_text("utf-8"))]
    run = peers.docxtpl(documents) if contestant == "docxtpl" else peers.python_docx(documents)
    for number, data in enumerate(run()):
        (folder / f"{contestant}-{number}.docx").write_bytes(data)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
