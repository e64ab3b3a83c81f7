"""How the time grows with the answers: the bank with ten times its records."""

from __future__ import annotations

from stratgen.engagement import Engagement

GROWING = ("channels", "objectives", "risks", "initiatives", "tactics")


def grown(engagement: Engagement, times: int) -> Engagement:
    """Return an engagement with `times` as many channels, objectives, risks, tactics and initiatives.

    The copies keep the answers and get names of their own; the limits of the interview do not bind here.
    """
    return engagement.model_copy(update={name: _copies(getattr(engagement, name), times) for name in GROWING})


def _copies(records: tuple[object, ...], times: int) -> tuple[object, ...]:
    return tuple(_renamed(record, n) for n in range(times) for record in records)


def _renamed(record: object, copy: int) -> object:
    if not copy:
        return record
    changes: dict[str, object] = {}
    for field in ("id", "channel"):
        value = getattr(record, field, None)
        if isinstance(value, str):
            changes[field] = f"{value}-{copy}"
    depends = getattr(record, "depends_on", None)
    if isinstance(depends, tuple):
        changes["depends_on"] = tuple(f"{each}-{copy}" for each in depends)
    return record.model_copy(update=changes)  # type: ignore[attr-defined]  # every record is a model
