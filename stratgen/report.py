"""What `check` prints: faults, warnings and open points, apart from each other, as lines or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stratgen.errors import Fault


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in one answer file."""

    file: str
    errors: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    accepted: tuple[Fault, ...]
    open_points: tuple[Fault, ...] = ()


SHOWN = 20
"""Open points that `check` prints; annex B of the pack lists all of them."""


def as_text(reports: Iterable[Report]) -> str:
    """Return the reports as lines, each file's errors first, then its warnings and open points, then a count."""
    lines: list[str] = []
    for report in reports:
        lines += [f"{fault}" for fault in report.errors]
        if report.warnings:
            lines += ["", "Warnings:"] if report.errors else ["Warnings:"]
            lines += [f"{fault}" for fault in report.warnings]
        lines += _open_points(report)
        lines.append(f"{report.file}: {_counts(report)}")
    return "\n".join(lines) + "\n"


def _open_points(report: Report) -> list[str]:
    if not report.open_points:
        return []
    more = len(report.open_points) - SHOWN
    rest = (
        [f"and {more} more; annex B of the pack lists them all, and --json prints them."] if more > 0 else []
    )
    before = [""] if report.errors or report.warnings else []
    return [*before, "Open points:", *(f"{point}" for point in report.open_points[:SHOWN]), *rest]


def _counts(report: Report) -> str:
    words = [_count(len(report.errors), "error"), _count(len(report.warnings), "warning")]
    if report.open_points:
        words.append(_count(len(report.open_points), "open point"))
    if report.accepted:
        words.append(f"{_count(len(report.accepted), 'warning')} accepted")
    return ", ".join(words) + "."


def _count(number: int, word: str) -> str:
    return f"{number or 'no'} {word}{'' if number == 1 else 's'}"


def as_json(reports: Sequence[Report]) -> str:
    """Return the reports as a JSON list, one object a file."""
    return json.dumps([_object(report) for report in reports], indent=2, ensure_ascii=False) + "\n"


def _object(report: Report) -> dict[str, object]:
    return {
        "file": report.file,
        "ok": not report.errors,
        "errors": [_fault(fault) for fault in report.errors],
        "warnings": [_fault(fault) for fault in report.warnings],
        "accepted": [_fault(fault) for fault in report.accepted],
        "open_points": [_fault(fault) for fault in report.open_points],
    }


def _fault(fault: Fault) -> dict[str, object]:
    return {
        "line": fault.line,
        "place": fault.place,
        "what": fault.what,
        "mend": fault.mend,
        "rule": fault.rule,
    }
