"""A workspace of one's own: templates to edit, a house style to restyle, an example, and a `.gitignore`.

Copies what travels with stratgen; it writes no document.
"""

from __future__ import annotations

import json
from pathlib import Path

from stratgen import answers, places, word
from stratgen.catalogue import packaged
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
| `templates/clauses/`, `templates/partials/` | the clauses of the policy, one file each, and pieces used in several documents |
| `templates/house-style.docx` | fonts, colours, margins, logo: open it in Word and change its styles; `stratgen style check` says what was found |
| `brand.yaml` | the same in a few lines, if you write one: colours, fonts, logo, a line for the footer |
| `catalogue/` | measures, channels, risks and initiatives of your own; its README says how |
| `output/` | the packs, one folder a client |

    stratgen check answers/example.yaml
    stratgen render answers/example.yaml

Run both commands in this folder. stratgen uses these templates and this catalogue for every answer file under it.
Delete a template that you do not change: what is missing is taken from stratgen, with its later improvements.
"""

CATALOGUE = """\
# A catalogue of your own

stratgen knows measures, channels, risks, initiatives and defaults of the trade. Files in this folder add to them,
change them or take them away, for every answer file of this workspace. `stratgen check` names every mistake by line.

| file | an entry is |
|---|---|
| `kpis.toml` | a measure: how it is counted, which way is better, what it may not cost |
| `channels.toml` | a channel, with the words that mean it; `[refused]` lists words for what cannot be used |
| `risks.toml` | a risk that is suggested where its trigger holds |
| `initiatives.toml` | a piece of work that is suggested where its trigger holds |
| `severities.toml` | one of the four levels of severity: routine, concern, serious, crisis |
| `approvals.toml` | one of the eight kinds of content, and who approves it |
| `criteria.toml` | what a care tool is judged by: a must, or a weight |
| `roles.toml` | one of the six roles of social, and the measures that show it |
| `statements.toml` | a sentence to start from: a commitment, an exception for silence, a rule, a definition |
| `audiences.toml` | one of the six audiences of training, and what it is taught |
| `sectors.toml` | `[sectors]`: the channels with which the audit of a sector starts |

Every file begins with its date and its source. An entry is a table under its id:

```toml
# kpis.toml
as_of = 2027-01-04
source = "Customer panel of the client"

[HUGS]
name = "Thanks received"
short = "Thanks"
unit = "a month"
direction = "up"
lowest = 0
formula = "Messages of thanks, counted by hand in the first week of the month"
```

```toml
# channels.toml
as_of = 2027-01-04
source = "The client's own audit"

[hellopeter]
name = "HelloPeter"
type = "review"
phases = ["explore", "buy", "engage"]
aliases = ["hello peter"]
care = "Reply to each review on its matter, by role."

# An entry of stratgen's own states only what differs.
[sector_review]
aliases = ["booking", "glassdoor", "g2", "yelp"]
```

```toml
# risks.toml
as_of = 2027-01-04
source = "Risk register of the client"

[RSK-19]
category = "supplier"
cause = "The agency that answers for us is bought"
event = "the people who know our voice leave"
effect = "replies sound like somebody else's"
mitigation = "A voice guide and a month of hand-over in the contract"
sign = "A change of owner is announced"
trigger = "always"

# An entry that does not fit is taken away.
[RSK-18]
retired = true
```

`trigger` is one of:

"""
"""How to write entries of one's own; the triggers of the packaged catalogue follow."""


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
        folder / name
        for name in ("answers", "templates", "templates/house-style.docx", "catalogue", "README.md")
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
        f"{places.CATALOGUE}/README.md": catalogue_guide().encode(),
        ".gitignore": GITIGNORE.encode(),
        "README.md": README.encode(),
    }


def catalogue_guide() -> str:
    """Return how to write catalogue entries of one's own, with every trigger in words."""
    triggers = packaged().triggers.items()
    return CATALOGUE + "".join(f"- `{name}`: {words[:1].lower()}{words[1:]}\n" for name, words in triggers)


def schema_text() -> str:
    """Return the JSON Schema of the answer file as text."""
    return json.dumps(answers.schema(), indent=2, ensure_ascii=False) + "\n"
