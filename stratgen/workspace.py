"""A workspace of one's own: templates to edit, a house style to restyle, an example, and a `.gitignore`.

Copies what travels with stratgen; it writes no document.
"""

from __future__ import annotations

import json
from pathlib import Path

from stratgen import answers, places, word
from stratgen.errors import Fault, PlaceError

EXAMPLE = "karoo-bank.yaml"
SCHEMA = "stratgen.schema.json"

GITIGNORE = """\
# Client answers and the packs made from them stay out of git.
answers/*
!answers/example.yaml
!answers/stratgen.schema.json
output/
"""

README = """\
# A stratgen workspace

| folder | yours to change |
|---|---|
| `answers/` | one file a client; `example.yaml` shows every question answered |
| `templates/*.md.j2` | wording, order and conditions of each document |
| `templates/clauses/`, `templates/partials/` | the clauses of the policy, and pieces used in several documents |
| `templates/house-style.docx` | fonts, colours, margins: open it in Word and change its styles |
| `output/` | the packs, one folder a client |

    stratgen check answers/example.yaml
    stratgen render answers/example.yaml

Run both commands in this folder. stratgen uses these templates for every answer file under it.
"""


def make(folder: Path) -> tuple[Path, ...]:
    """Make a workspace in a new or empty folder and return the paths of its parts.

    Raises PlaceError where something stands in the folder already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise PlaceError([Fault(str(folder), 0, "", "is not empty; nothing was written.",
                                "Name a new folder, or an empty one.")])  # fmt: skip
    for name, data in contents().items():
        places.write_whole(folder / name, data)
    return tuple(
        folder / name for name in ("answers", "templates", "templates/house-style.docx", "README.md")
    )


def contents() -> dict[str, bytes]:
    """Return the files of a new workspace by their path in it."""
    templates = places.bundled("templates")
    files = {
        f"templates/{path.relative_to(templates).as_posix()}": path.read_bytes()
        for path in sorted(templates.rglob("*.md.j2"))
    }
    style = word.house_style(templates / places.STYLE_PARTS)
    return files | {
        f"templates/{places.STYLE_FILE}": word.starter_docx(style),
        "answers/example.yaml": (places.bundled("answers") / EXAMPLE).read_bytes(),
        f"answers/{SCHEMA}": schema_text().encode(),
        ".gitignore": GITIGNORE.encode(),
        "README.md": README.encode(),
    }


def schema_text() -> str:
    """Return the JSON Schema of the answer file as text."""
    return json.dumps(answers.schema(), indent=2, ensure_ascii=False) + "\n"
