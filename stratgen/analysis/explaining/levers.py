"""What would change a score: each input moved alone, as little as it takes, to another verdict.

A mark is moved by single steps, a yes or no is turned round, a number is moved until the verdict turns. A
verdict that begins with "not" says that nothing can be said, and is no change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from math import ceil, floor
from typing import Any, get_args

from annotated_types import Ge, Le

from stratgen.analysis.explaining.explanation import Case, Change, Verdict
from stratgen.analysis.keypaths import Path, find, path_text, place
from stratgen.engagement import Engagement, Figure, Record, Unknown

ROUNDS = 40
REACH = 10.0
"""A number is tried up to ten times what it is."""


def changes(
    case: Case, verdict: Verdict, paths: Iterable[Path], words: Callable[[Path], str] | None = None
) -> tuple[Change, ...]:
    """Return what each of the answers at `paths` would have to become, alone, to turn the verdict.

    `words` names an answer; without it, its place in the file does.
    """
    today = verdict(case.engagement)
    found: list[Change] = []
    for path in paths:
        answer = find(case.engagement, path)
        for value in _turning(case.engagement, verdict, today, path, answer):
            after = put(case.engagement, path, value)
            found.append(
                Change(
                    words(path) if words else place(case.engagement, path),
                    path_text(path),
                    case.say(answer),
                    case.say(find(after, path)),
                    verdict(after),
                    value,
                )
            )
    return tuple(found)


def put(root: Any, path: Path, value: Any) -> Any:
    """Return a copy of a value of the models with one answer in it replaced; nothing is validated."""
    if not path:
        return root.model_copy(update={"value": float(value)}) if isinstance(root, Figure) else value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return (*root[:step], put(root[step], rest, value), *root[step + 1 :])
    if isinstance(root, dict):
        return {key: put(part, rest, value) if str(key) == step else part for key, part in root.items()}
    return root.model_copy(update={step: put(getattr(root, step), rest, value)})


def _turning(engagement: Engagement, verdict: Verdict, today: str, path: Path, answer: Any) -> Iterator[Any]:
    """Yield the nearest values on either side that turn the verdict."""

    def turned(value: Any) -> bool:
        then = verdict(put(engagement, path, value))
        return then != today and not then.startswith("not ")

    if isinstance(answer, bool):
        if turned(not answer):
            yield not answer
        return
    if isinstance(answer, Unknown) or answer is None:
        return
    low, high, whole = _bounds(engagement, path, answer)
    if isinstance(answer, int) and whole and high - low <= 10:
        for steps in (range(answer + 1, int(high) + 1), range(answer - 1, int(low) - 1, -1)):
            value = next((each for each in steps if turned(each)), None)
            if value is not None:
                yield value
        return
    if isinstance(answer, (int, float, Figure)):
        now = answer.value if isinstance(answer, Figure) else float(answer)
        for far in (high, low):
            if far != now and turned(far):
                yield _edge(now, far, turned)


def _edge(near: float, far: float, turned: Any) -> float:
    """Return the value nearest to `near` that turns the verdict, rounded away from it; `far` turns it."""
    holds, turns = near, far
    for _ in range(ROUNDS):
        middle = (holds + turns) / 2
        holds, turns = (holds, middle) if turned(middle) else (middle, turns)
    away = ceil if far > near else floor
    for scale in (1, 10, 100):
        # The edge itself may be whole, and the search stops a hair beyond it.
        for rounded in (round(turns * scale) / scale, away(turns * scale) / scale):
            if rounded != near and min(near, far) <= rounded <= max(near, far) and turned(rounded):
                return rounded
    return turns


def _bounds(engagement: Engagement, path: Path, answer: Any) -> tuple[float, float, bool]:
    """Return how far an answer may go either way, and whether it is whole."""
    now = answer.value if isinstance(answer, Figure) else float(answer)
    reach = max(REACH * now, 10.0)
    unit = answer.unit if isinstance(answer, Figure) else ""
    low, high = 0.0, 100.0 if unit == "%" else 5.0 if unit == "of 5" else reach
    if unit == "of 5":
        low = 1.0
    record = find(engagement, path[:-1])
    if isinstance(record, dict):
        low, high = 1.0, 5.0  # marks on criteria
    if isinstance(record, Record) and isinstance(path[-1], str) and path[-1] in type(record).model_fields:
        each = type(record).model_fields[path[-1]]
        for rule in (*each.metadata, *_rules(each.annotation)):
            low = float(str(rule.ge)) if isinstance(rule, Ge) else low
            high = min(high, float(str(rule.le))) if isinstance(rule, Le) else high
    return low, high, isinstance(answer, int)


def _rules(annotation: Any) -> Iterator[Any]:
    for part in get_args(annotation):
        metadata = getattr(part, "metadata", None)
        if isinstance(part, (Ge, Le)):
            yield part
        elif metadata is not None:
            yield from (rule for rule in metadata if isinstance(rule, (Ge, Le)))
        yield from _rules(part)
