"""What `check` prints: faults apart from warnings, as lines or as JSON."""

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


def as_text(reports: Iterable[Report]) -> str:
    """Return the reports as lines, each file's errors first, then its warnings, then a count."""
    lines: list[str] = []
    for report in reports:
        lines += [f"{fault}" for fault in report.errors]
        if report.warnings:
            lines += ["", "Warnings:"] if report.errors else ["Warnings:"]
            lines += [f"{fault}" for fault in report.warnings]
        lines.append(f"{report.file}: {_counts(report)}")
    return "\n".join(lines) + "\n"


def _counts(report: Report) -> str:
    words = [_count(len(report.errors), "error"), _count(len(report.warnings), "warning")]
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
    }


def _fault(fault: Fault) -> dict[str, object]:
    return {
        "line": fault.line,
        "place": fault.place,
        "what": fault.what,
        "mend": fault.mend,
        "rule": fault.rule,
    }
