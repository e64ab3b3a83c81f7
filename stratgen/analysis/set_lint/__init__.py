"""The lint of a rendered set: one fact has one value in all documents, none is too long, no duty is nobody's.

The annexes of the bound pack have to agree as well; they have no pages and no duties of their own.

It reads the documents that were drafted, not the answers, so that a template or an override of a workspace which
prints something else is found as well. It knows trees, and neither files nor pages of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from stratgen.analysis.findings import Findings
from stratgen.analysis.set_lint import agreement, budgets, columns
from stratgen.analysis.set_lint.budgets import Laid, too_long
from stratgen.analysis.set_lint.facts import Hit
from stratgen.analysis.set_lint.statements import statements
from stratgen.document import Document
from stratgen.engagement import Engagement

__all__ = ["ANNEX", "RULES", "Hit", "Laid", "lint_set", "too_long"]

RULES = {
    agreement.RULE: "One fact has one value in all documents",
    budgets.RULE: "Every document keeps to its pages",
    columns.RULE: "Every duty and promise in a table has somebody who answers for it, or a time",
}
"""The rules that judge the drafted set, with their titles."""


ANNEX = "annex-"
"""How the names of annexes begin."""


def lint_set(
    documents: Mapping[str, Document], engagement: Engagement, findings: Findings
) -> tuple[Hit, ...]:
    """Return what the documents of one pack do not agree on, which are too long, and what nobody answers for."""
    found, told = statements(documents), frozenset(each.rule for each in findings.errors)
    duties = replace(
        found, tables=tuple(each for each in found.tables if not each.spot.name.startswith(ANNEX))
    )
    return (
        *agreement.disagreements(found, engagement, findings.quarter_starts, told),
        *map(Hit, too_long(documents)),
        *columns.empty_cells(duties),
    )
