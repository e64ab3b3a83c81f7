"""What `explain` prints: each score with its inputs, formula, result and what would change it, as text or JSON."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from difflib import get_close_matches

from stratgen.analysis.explaining import Change, Explanation, Input
from stratgen.errors import Fault, PlaceError

WIDTH = 100
"""Columns of the text where the terminal does not say that it is narrower."""

MOST = 6
"""Changes that the text of one score names; the JSON has all."""


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


def as_text(explanations: Iterable[Explanation], width: int = WIDTH) -> str:
    """Return explanations as text of at most `width` columns; a formula stands once where several share it."""
    blocks: list[str] = []
    above = ""
    for each in explanations:
        blocks.append("\n".join(_lines(each, width, said=each.formula == above)))
        above = each.formula
    return "\n\n".join(blocks) + "\n"


def as_json(explanations: Iterable[Explanation]) -> str:
    """Return explanations as a JSON list, one object a score."""
    return json.dumps([asdict(each) for each in explanations], indent=2, ensure_ascii=False) + "\n"


def _lines(each: Explanation, width: int, said: bool) -> list[str]:
    """Return one score as lines; `said`: the formula stands above already."""

    def wrapped(text: str) -> list[str]:
        return textwrap.wrap(text, width, initial_indent="  ", subsequent_indent="    ") or [""]

    lines = [f"{each.title} [{each.key}]", *wrapped(f"Result: {each.result}")]
    lines += [line for name, value in each.parts for line in wrapped(f"{name}: {value}")]
    lines += wrapped(f"Formula: {'as above.' if said else _formula(each)}")
    lines += [line for note in each.notes for line in wrapped(f"Note: {note}")]
    lines.append("Inputs:")
    lines += [line for given in each.inputs for line in wrapped(_input(given))]
    if each.changes is not None:
        names = {given.path: given.words for given in each.inputs if given.path}
        lines += textwrap.wrap(each.lead if each.changes else each.nothing, width)
        lines += [line for change in each.changes[:MOST] for line in wrapped(_change(change, names))]
        if len(each.changes) > MOST:
            lines.append(f"  - and {len(each.changes) - MOST} more, all in --json")
    return lines


def _formula(each: Explanation) -> str:
    """Return the formula in words, with its credit and whose method of scoring it is (domain, marks)."""
    return f"{each.formula} {f'After {each.after}. ' if each.after else ''}Method: stratgen."


def _input(given: Input) -> str:
    return f"- {_asked(given.words)} {given.value}{_place(given.path)}"


def _change(change: Change, names: Mapping[str, str]) -> str:
    words = names.get(change.path, change.words) if change.path else change.words
    return f"- {_asked(words)} {change.before} -> {change.after}, then {change.result}{_place(change.path)}"


def _asked(words: str) -> str:
    """Return a question, or a name with a colon."""
    return words if words[-1:] in "?:" else f"{words}:"


def _place(path: str) -> str:
    return f"  ({path})" if path else ""
