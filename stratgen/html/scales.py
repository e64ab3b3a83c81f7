"""Scales of charts: where an axis begins and ends, its steps, and how its numbers read."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stratgen.document import Axis, Chart

STEPS = 5
"""About this many steps make a readable axis."""


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from `low` to `high` in steps, laid over the stretch from `start` to `end` of a drawing."""

    axis: Axis
    low: float
    high: float
    step: float
    start: float = 0.0
    end: float = 1.0

    def over(self, start: float, end: float) -> Scale:
        """Return the same scale over another stretch."""
        return Scale(self.axis, self.low, self.high, self.step, start, end)

    def place(self, value: float) -> float:
        """Return where a value lies; what lies beyond an end is put there."""
        held = min(max(value, self.low), self.high)
        return self.start + (held - self.low) / (self.high - self.low) * (self.end - self.start)

    @property
    def base(self) -> float:
        """Where bars begin: at nought, or at the end nearest to it."""
        return self.place(0.0)

    def ticks(self) -> list[float]:
        """Return the values of the steps, both ends included where a step falls on them."""
        count = math.floor((self.high - self.low) / self.step + 1e-9)
        return [self.low + number * self.step for number in range(min(count, 50) + 1)]


def scale(axis: Axis, values: Iterable[float | None], from_nought: bool = True) -> Scale:
    """Return the scale of an axis that holds `values`; bars always begin at nought."""
    known = [value for value in values if value is not None and math.isfinite(value)] or [0.0, 1.0]
    low = min(known) if axis.low is None else axis.low
    high = max(known) if axis.high is None else axis.high
    if from_nought:
        low, high = (
            (min(low, 0.0) if axis.low is None else low),
            (max(high, 0.0) if axis.high is None else high),
        )
    if high <= low:
        high = low + 1.0
    step = axis.step if axis.step and axis.step > 0 else _step(high - low)
    if axis.low is None:
        low = math.floor(low / step + 1e-9) * step
    if axis.high is None:
        high = math.ceil(high / step - 1e-9) * step
    return Scale(axis, low, high if high > low else low + step, step)


def number(axis: Axis, value: float, language: str) -> str:
    """Return a number as its axis writes it; thousands stand apart from 10 000 on."""
    text = f"{value:,.{axis.places}f}" if abs(value) >= 10_000 else f"{value:.{axis.places}f}"
    if not language.startswith("en") or language == "en-ZA":
        text = text.replace(",", "\u00a0")
    return f"{axis.before}{text.replace('-', '−')}{axis.after}"


def value_scale(chart: Chart) -> Scale:
    """Return the scale of the axis that carries a chart's values."""
    if chart.kind != "stacked":
        shown = [value for series in chart.series for value in series.values]
        return scale(chart.up, shown, chart.kind in ("bar", "column", "radar"))
    return scale(chart.up, [total for pair in map(_sums, _columns(chart)) for total in pair])


def _columns(chart: Chart) -> list[list[float]]:
    return [
        [series.values[place] or 0.0 for series in chart.series if place < len(series.values)]
        for place in range(len(chart.categories))
    ]


def _sums(values: Sequence[float]) -> tuple[float, float]:
    return sum(value for value in values if value < 0), sum(value for value in values if value > 0)


def _step(span: float) -> float:
    rough = span / STEPS
    power = 10.0 ** math.floor(math.log10(rough))
    return next(nice * power for nice in (1.0, 2.0, 2.5, 5.0, 10.0) if nice * power >= rough * (1 - 1e-9))
