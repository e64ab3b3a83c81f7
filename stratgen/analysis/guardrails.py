"""How far a measure that stands guard may get worse before the guardrail no longer holds (the margin is our own).

A value of a survey moves by chance: what may not fall at all falls every other quarter. It knows nothing of quarters.
"""

from __future__ import annotations

from stratgen.analysis.findings import Kpi

POINTS = 3.0
"""The margin of a share, and of a balance that runs from -100 to 100, in points."""
PART = 0.05
"""The margin of any other measure, as a part of its value at the start."""
_BALANCE = (-100.0, 100.0)


def in_points(kpi: Kpi) -> bool:
    """Return whether the margin of a measure is counted in points."""
    return kpi.unit == "%" or (kpi.lowest, kpi.highest) == _BALANCE


def limit(kpi: Kpi, start: float) -> float:
    """Return the value, in the unit of the measure, beyond which its guardrail no longer holds."""
    margin = POINTS if in_points(kpi) else abs(start) * PART
    return start - margin if kpi.direction == "up" else start + margin


def is_broken(kpi: Kpi, start: float, value: float) -> bool:
    """Return whether a value is worse than at the start by more than the margin."""
    edge = limit(kpi, start)
    return value < edge - 1e-9 if kpi.direction == "up" else value > edge + 1e-9
