"""A record that others point at gets another name: the names that point at it follow.

It knows by name which answers point at which; it writes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from stratgen.analysis.keypaths import Path, find, path_parts, path_text
from stratgen.catalogue import plain_word
from stratgen.engagement import Engagement, known, records
from stratgen.wizard.book import Put

POINTING: dict[str, tuple[str, ...]] = {
    "personas[].name": ("objectives[].personas", "channels[].presence", "stories.experiences[].persona"),
    "channels[].channel": (
        "tactics[].channel", "risks[].channel", "purpose.conversations[].channel", "stories.experiences[].channel",
        "team.skills.fluent_channels", "initiatives[].channels",
    ),
    "objectives[].id": ("initiatives[].objective",),
    "initiatives[].id": (
        "initiatives[].depends_on", "progress.deliveries[].initiative", "progress.decisions[].work",
        "progress.responses[].about", "board.costs[].pays_for",
    ),
    "board.options[].id": ("board.recommended",),
    "engagement.business_goals[].id": ("objectives[].goal",),
}  # fmt: skip
"""The name of a record, and the answers that may hold it: as their value, in a list, or as a key."""


def follows(path: Path, old: Any, new: Any, engagement: Engagement) -> list[Put]:
    """Return the answers that point at a record by its old name, with the new one in its place.

    None where the name points at nothing, or where the new one is another record's already.
    """
    pattern = path_text(tuple(0 if isinstance(step, int) else step for step in path)).replace("[0]", "[]")
    if pattern not in POINTING or not isinstance(old, str) or not isinstance(new, str) or old == new:
        return []
    names = [known(getattr(each, str(path[-1]))) for each in records(find(engagement, path[:-2]))]
    if names.count(old) > 1 or new in names:
        return []
    folded = pattern == "channels[].channel"

    def same(word: str) -> bool:
        return word == old or (folded and plain_word(word) == plain_word(old))

    return _all(pattern, same, new, engagement)


def _all(pattern: str, same: Callable[[str], bool], new: str, engagement: Engagement) -> list[Put]:
    return [
        change
        for place in POINTING[pattern]
        for path in _places(path_parts(place.replace("[]", "[0]")), engagement)
        if (change := _renamed(path, known(find(engagement, path)), same, new)) is not None
    ]


def _places(pattern: Path, engagement: Engagement, here: Path = ()) -> Iterator[Path]:
    """Yield the paths that a pattern means, one for each record of the lists in it."""
    for n, step in enumerate(pattern):
        if isinstance(step, int):
            for position, _ in enumerate(records(find(engagement, here))):
                yield from _places(pattern[n + 1 :], engagement, (*here, position))
            return
        here = (*here, step)
    yield here


def _renamed(path: Path, answer: Any, same: Callable[[str], bool], new: str) -> Put | None:
    """Return the answer with the new name, None where it does not hold the old one."""
    if isinstance(answer, str):
        return Put(path, new) if same(answer) else None
    if isinstance(answer, tuple) and any(same(each) for each in answer):
        return Put(path, [new if same(each) else each for each in answer])
    if isinstance(answer, dict) and any(same(each) for each in answer):
        return Put(path, {(new if same(key) else key): _plain(value) for key, value in answer.items()})
    return None


def _plain(value: Any) -> Any:
    return (
        {getattr(key, "value", key): part for key, part in value.items()}
        if isinstance(value, dict)
        else value
    )
