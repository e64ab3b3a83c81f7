"""Reads a finished Word file and says what is wrong with it, as a package and as a page for everyone.

It trusts nothing that the writers know: it looks at the bytes alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from stratgen.word import lint_access, lint_body, lint_charts, lint_fields, lint_forms, lint_package
from stratgen.word.lint_package import Package, read

Rule = Callable[[Package], Iterator[str]]

RULES: tuple[Rule, ...] = (
    *lint_package.RULES, *lint_body.RULES, *lint_fields.RULES, *lint_charts.RULES, *lint_forms.RULES,
    *lint_access.RULES,
)  # fmt: skip


def findings(docx: bytes, left_overs: bool = True) -> list[str]:
    """Return one sentence per fault, each with the part it is in; [] if there is none."""
    package, faults = read(docx)
    if package is None:
        return faults
    rules = RULES if left_overs else tuple(rule for rule in RULES if rule is not lint_body.left_overs)
    return faults + [fault for rule in rules for fault in rule(package)]
