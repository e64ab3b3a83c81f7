"""Where an answer prints, and which parts of which documents a change would make read otherwise.

It drafts the documents with and without an answer and compares them, so that it holds no list of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path as FilePath
from typing import Any

from stratgen import catalogue, pack, places
from stratgen.analysis import analyze
from stratgen.analysis.keypaths import Path, find, questions
from stratgen.answers import Loaded, load
from stratgen.document.blocks import Heading
from stratgen.document.inlines import plain as plain_text
from stratgen.document.outline import block_lines
from stratgen.engagement import Choice, Engagement, Unknown

EXAMPLE = "karoo-bank.yaml"
"""The worked example, in which every question has an answer."""

Part = tuple[str, str]
"""Document and number, or title, of one of its sections."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """What decides how answers print, beside the answers: a workspace's templates and its own catalogue."""

    templates: FilePath
    catalogue: FilePath | None


def _ground(file: FilePath) -> _Ground:
    return _Ground(places.places(file).templates, places.catalogue_folder(file))


def _parts(loaded: Loaded, engagement: Engagement, ground: _Ground) -> dict[Part, tuple[str, str]]:
    """Return the text of every section of the four documents, each with its title."""
    findings = analyze(engagement, catalogue.load(ground.catalogue))
    checked = pack.Checked(replace(loaded, engagement=engagement), findings, (), (), ())
    found: dict[Part, tuple[str, list[str]]] = {}
    for document in pack.compose(checked, ground.templates, pack.PARTS).values():
        face = f"{document.title} {document.client} {document.dated} {document.version} {document.classification}"
        found[document.title, "the cover"] = ("the cover", [face])
        here: list[str] = []
        for block in document.blocks:
            if isinstance(block, Heading) and block.level == 1:
                title = plain_text(block.inlines)
                here = found.setdefault((document.title, block.number or title), (title, []))[1]
            here.extend(line for line in block_lines(block) if findings.status_line not in line)
    return {part: (title, "\n".join(lines)) for part, (title, lines) in found.items()}


def _differences(
    old: dict[Part, tuple[str, str]], new: dict[Part, tuple[str, str]]
) -> Iterator[tuple[str, list[str]]]:
    changed = [part for part in {**old, **new} if old.get(part, ("", ""))[1] != new.get(part, ("", ""))[1]]
    for document in dict.fromkeys(document for document, _ in changed):
        yield document, [number for title, number in changed if title == document]


class Drafts:
    """What the answers of one file read like in the documents, before a change and after it.

    What was drafted for a change that was then made is not drafted again for the next one.
    """

    def __init__(self, file: FilePath) -> None:
        self._file = file
        self._kept: dict[tuple[str, _Ground], dict[Part, tuple[str, str]]] = {}

    def touched(self, before: Loaded, after: Loaded) -> str:
        """Return what reads otherwise after a change: "Board brief 2 and 5; Quarterly vision roadmap 4"."""
        ground = _ground(self._file)
        old, new = self._of(before, ground), self._of(after, ground)
        self._kept = {(before.digest, ground): old, (after.digest, ground): new}
        return "; ".join(_listed(title, numbers) for title, numbers in _differences(old, new))

    def _of(self, loaded: Loaded, ground: _Ground) -> dict[Part, tuple[str, str]]:
        kept = self._kept.get((loaded.digest, ground))
        return kept if kept is not None else _parts(loaded, loaded.engagement, ground)


def apart(
    old: Loaded, old_file: FilePath, new: Loaded, new_file: FilePath
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the documents that read otherwise in a second answer file, each with its sections by number."""
    before = _parts(old, old.engagement, _ground(old_file))
    after = _parts(new, new.engagement, _ground(new_file))
    return tuple((title, tuple(numbers)) for title, numbers in _differences(before, after))


def _listed(title: str, numbers: list[str]) -> str:
    shown = numbers if len(numbers) <= 6 else [*numbers[:5], f"{len(numbers) - 5} more"]
    return f"{title} {', '.join(shown[:-1])}{' and ' if len(shown) > 1 else ''}{shown[-1]}"


def prints(path: Path, file: FilePath) -> str:
    """Return where a question prints: where the worked example reads otherwise without its answer.

    `file` is the answer file whose workspace lends its templates and catalogue; raises StratgenError.
    """
    return _prints(path, _ground(file))


@cache
def _prints(path: Path, ground: _Ground) -> str:
    loaded = _example()
    holed = _without(loaded.engagement, path)
    if holed is None:
        return ""
    old, new = _example_parts(ground), _parts(loaded, holed, ground)
    found = [
        f"{document}, {_neutral(old.get((document, numbers[0]), ('', ''))[0], numbers[0])}"
        for document, numbers in _differences(old, new)
    ]
    return "; ".join(found[:2])


def _neutral(heading: str, number: str) -> str:
    """Return a heading of the example without the example's own words: "Q2: Staff and train" is "Q2"."""
    for words in _example_words():
        heading = heading.replace(words, "")
    return heading.strip(" :,–-") or f"section {number}"


@cache
def _example_words() -> tuple[str, ...]:
    """Return what the example's client says in words of its own, the longest first."""
    said = {
        each.answer
        for each in questions(_example().engagement)
        if isinstance(each.answer, str) and not isinstance(each.answer, Choice) and len(each.answer) > 2
    }
    return tuple(sorted(said, key=lambda text: (-len(text), text)))


@cache
def _example() -> Loaded:
    return load(places.bundled("answers") / EXAMPLE)


@cache
def _example_parts(ground: _Ground) -> dict[Part, tuple[str, str]]:
    return _parts(_example(), _example().engagement, ground)


def _without(record: Any, path: Path) -> Any:
    """Return a record with an unknown in place of one answer; None where the example has no such answer."""
    step, rest = path[0], path[1:]
    inner = find(record, (step,))
    if rest:
        inner = _without(inner, rest) if inner is not None else None
        if inner is None:
            return None
    elif inner is None:
        return None
    else:
        inner = Unknown(reason="asked", owner="Somebody who is asked")
    if isinstance(record, tuple):
        return (*record[: int(step)], inner, *record[int(step) + 1 :])
    return record.model_copy(update={str(step): inner}) if hasattr(record, "model_copy") else None
