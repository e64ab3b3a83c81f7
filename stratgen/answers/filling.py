"""Questions that an answer file does not mention are written down as unknown, so that nothing is passed over.

It knows the models' questions, not what anybody was asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from stratgen.answers.nodes import Path, Plain, plain
from stratgen.answers.rewriting import rewrite
from stratgen.answers.shapes import Kind, shapes
from stratgen.answers.splicing import page_of
from stratgen.engagement import SCHEMA_VERSION, Engagement

UNKNOWN = "unknown"


def blank(headings: dict[str, str], head: tuple[str, ...]) -> str:
    """Return an answer file in which nothing is answered: every section unknown, with a comment above some.

    `headings` gives the comment of the section that it stands above, `head` the lines of the opening comment.
    """
    lines = [*(f"# {line}".rstrip() for line in head), "", f"schema_version: {SCHEMA_VERSION}"]
    for name, shape in shapes(Engagement).items():
        if name in headings:
            lines += ["", "", f"# {headings[name]}"]
        if shape.needed and name != "schema_version":
            lines.append(f"{name}: {UNKNOWN}")
    return "\n".join(lines) + "\n"


def fill(text: str, section: str) -> str:
    """Return the text with every question of one section that has no key answered by `unknown`.

    Questions that may be left out are left out; raises AnswersError where the text cannot be read.
    """
    for path in tuple(_holes(text, section)):
        text = rewrite(text, path, UNKNOWN)
    return text


def _holes(text: str, section: str) -> Iterator[Path]:
    shape = shapes(Engagement)[section]
    tree = plain(page_of(text).root)
    answer = tree.get(section) if isinstance(tree, dict) else None
    if answer is None:
        yield (section,)
    elif shape.model is not None:
        yield from _of_answer(answer, shape.kind, shape.model, (section,))


def _of_answer(answer: Plain, kind: Kind, model: type[BaseModel], path: Path) -> Iterator[Path]:
    if kind is Kind.RECORDS and isinstance(answer, list):
        for position, item in enumerate(answer):
            yield from _of_record(item, model, (*path, position))
    elif kind is Kind.RECORD:
        yield from _of_record(answer, model, path)


def _of_record(record: Plain, model: type[BaseModel], path: Path) -> Iterator[Path]:
    if not isinstance(record, dict) or UNKNOWN in record:
        return
    for name, shape in shapes(model).items():
        answer = record.get(name)
        if answer is None:
            if shape.needed:
                yield (*path, name)
        elif shape.model is not None:
            yield from _of_answer(answer, shape.kind, shape.model, (*path, name))
