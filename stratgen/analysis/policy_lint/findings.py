"""Hits of the linter as findings of rule V26, so that reports, overrides and the status treat them as any other."""

from __future__ import annotations

from collections.abc import Iterable

from stratgen.analysis.findings import RuleFinding
from stratgen.analysis.keypaths import path_text, place
from stratgen.analysis.policy_lint.linting import Hit
from stratgen.engagement import Engagement

RULE = "V26"


def rule_findings(engagement: Engagement, hits: Iterable[Hit]) -> tuple[RuleFinding, ...]:
    """Return the hits as findings; one whose words are no answer's has an empty path."""
    return tuple(
        RuleFinding(
            rule=RULE,
            severity=hit.severity,
            path=path_text(hit.path) if hit.path else "",
            place=place(engagement, hit.path) if hit.path else f"Policy, {hit.heading or 'as a whole'}",
            what=hit.words_of_it(),
            mend=hit.safer,
            fingerprint=hit.fingerprint,
        )
        for hit in hits
    )
