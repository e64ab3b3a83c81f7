"""What `explain` prints: each score with its inputs, formula, result and what would change it, as text or JSON."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from difflib import get_close_matches

from stratgen.analysis.explaining import Change, Explanation, Input
from stratgen.errors import Fault, PlaceError

WIDTH = 100


def chosen(explanations: Sequence[Explanation], wanted: Sequence[str]) -> tuple[Explanation, ...]:
    """Return the scores that were asked for, all where none was named; raises PlaceError for a name of none.

    A name may leave out what follows the colon: `channel` is every channel.
    """
    found: list[Explanation] = []
    faults: list[Fault] = []
    keys = [each.key for each in explanations]
    for name in wanted:
        word = name.casefold()
        hits = [
            each for each in explanations if each.key.casefold() == word or each.key.startswith(f"{word}:")
        ]
        hits = hits or [each for each in explanations if each.key.casefold().endswith(f":{word}")]
        if not hits:
            close = get_close_matches(word, keys, 1)
            mend = f"Did you mean {close[0]}?" if close else f"The scores are {', '.join(keys)}."
            faults.append(Fault("explain", 0, "", f'there is no score "{name}".', mend))
        found += hits
    if faults:
        raise PlaceError(faults)
    return tuple(found) if wanted else tuple(explanations)


def as_text(explanations: Iterable[Explanation]) -> str:
    """Return explanations as text of at most 100 columns."""
    return "\n\n".join("\n".join(_lines(each)) for each in explanations) + "\n"


def as_json(explanations: Iterable[Explanation]) -> str:
    """Return explanations as a JSON list, one object a score."""
    return json.dumps([asdict(each) for each in explanations], indent=2, ensure_ascii=False) + "\n"


def _lines(each: Explanation) -> list[str]:
    after = f" After {each.after}; scoring by the stratgen method." if each.after else " stratgen method."
    lines = [f"{each.title} [{each.key}]", *_wrapped(f"Result: {each.result}")]
    lines += [f"  {name}: {value}" for name, value in each.parts]
    lines += _wrapped(f"Formula: {each.formula}{after}")
    lines += [line for note in each.notes for line in _wrapped(f"Note: {note}")]
    lines.append("Inputs:")
    lines += [line for given in each.inputs for line in _wrapped(_input(given))]
    if each.changes is not None:
        lines.append("Alone, this would change it:" if each.changes else "No single answer would change it.")
        lines += [line for change in each.changes for line in _wrapped(_change(change))]
    return lines


def _input(given: Input) -> str:
    where = f"  ({given.path})" if given.path else ""
    return f"- {given.words} {given.value}{where}" if given.words[-1:] in "?:" else (
        f"- {given.words}: {given.value}{where}"
    )  # fmt: skip


def _change(change: Change) -> str:
    where = f" ({change.path})" if change.path else ""
    return f"- {change.words}{where}: {change.before} -> {change.after} gives {change.result}"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="  ", subsequent_indent="    ") or [""]
