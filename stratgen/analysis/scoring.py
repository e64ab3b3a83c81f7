"""What all scores share: which inputs count, when there are enough of them, and how scales become numbers.

An unknown input is left out, and fewer than seven in ten known inputs make no score (domain 5, conventions).
Nothing is rounded here: numbers are rounded when they print.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from stratgen.analysis.findings import Score
from stratgen.engagement import Figure, Record, Unknown, known

NEEDED = 0.7
"""Share of the inputs that must be known for a score."""


def enough(given: int, asked: int) -> bool:
    """Return whether `given` of `asked` inputs make a score; none asked makes none."""
    return asked > 0 and given >= NEEDED * asked - 1e-9


def mean(values: Iterable[float | None], scale: float = 1.0) -> Score:
    """Return the mean of the known values times `scale`, as a score."""
    listed = list(values)
    given = [value for value in listed if value is not None]
    if not enough(len(given), len(listed)):
        return Score(None, len(given), len(listed))
    return Score(scale * sum(given) / len(given), len(given), len(listed))


def asked(answers: Iterable[float | Unknown | None]) -> list[float | None]:
    """Return the answers of the questions that were asked, with None for what is not known."""
    return [known(answer) for answer in answers if answer is not None]


def s5(level: float) -> float:
    """Return a level of 1 to 5 as 0 to 100 (domain 5, conventions)."""
    return (level - 1) / 4 * 100


def figure(answer: Figure | Unknown | None) -> float | None:
    """Return the number of a figure, or None where it is unknown or was not asked."""
    given = known(answer)
    return None if given is None else given.value


def leaves(record: object) -> Iterator[object]:
    """Yield every answer in a record and the records in it; questions that were not asked are left out."""
    if isinstance(record, (Unknown, Figure)):
        yield record
    elif isinstance(record, Record):
        for name in type(record).model_fields:
            yield from leaves(getattr(record, name))
    elif isinstance(record, tuple) and any(isinstance(item, Record) for item in record):
        for item in record:
            yield from leaves(item)
    elif record is not None:
        yield record


def share_known(record: object) -> float:
    """Return the share, 0 to 1, of the answers in a record that are known; 0 where there are none."""
    given = [not isinstance(leaf, Unknown) for leaf in leaves(record)]
    return sum(given) / len(given) if given else 0.0


def graded(share: float, threshold: float) -> float:
    """Return 1 where a share reaches its threshold, 0.5 where it gets half-way, else 0 (domain 5.1)."""
    if share >= threshold - 1e-9:
        return 1.0
    return 0.5 if share >= threshold / 2 - 1e-9 else 0.0


def weighted(values: Sequence[float | None], weights: Sequence[float]) -> Score:
    """Return the weighted mean of the known values, as a score; None where their weights make nothing."""
    given = [(value, weight) for value, weight in zip(values, weights, strict=True) if value is not None]
    total = sum(weight for _, weight in given)
    if not enough(len(given), len(values)) or total <= 0:
        return Score(None, len(given), len(values))
    return Score(sum(value * weight for value, weight in given) / total, len(given), len(values))
