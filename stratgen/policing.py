"""The drafted policy held against the linter of clauses (rule V26), with file and line of whoever said it.

A part of the conductor: it brings the linter, the drafted document and the templates together.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from stratgen.analysis.findings import RuleFinding
from stratgen.analysis.policy_lint import lint, rule_findings
from stratgen.document import Document
from stratgen.drafting import TemplateSet, unused, where_printed
from stratgen.engagement import Engagement
from stratgen.errors import Fault, TemplateError

POLICY = "employee-engagement-policy"
_FOLDERS = ("clauses/", "partials/policy-")
"""Where the wording of the policy lies, beside its main template."""


@dataclass(frozen=True, slots=True)
class Policed:
    """What the linter says of a policy, and what keeps it from being drafted."""

    findings: tuple[RuleFinding, ...] = ()
    spots: dict[str, tuple[str, int]] = field(default_factory=dict)
    """File and line of the template, by fingerprint, for findings whose words are no answer's."""
    broken: tuple[Fault, ...] = ()
    """What is wrong with the templates; the policy could not be drafted."""
    unused: tuple[Fault, ...] = ()
    """Templates of the workspace that nothing prints."""


def police(
    engagement: Engagement, draft: Callable[[], Document], templates: TemplateSet, documents: tuple[str, ...]
) -> Policed:
    """Return what the linter says of the policy that `draft` makes of the templates.

    `documents` are the main templates; a file of the workspace that none of them reaches is named.
    """
    idle = unused(templates, documents)
    try:
        policy = draft()
    except TemplateError as error:
        return Policed(broken=error.faults, unused=idle)
    hits = lint(policy, engagement)
    spots = {
        hit.fingerprint: where_printed(templates, POLICY, _FOLDERS, hit.sentence, hit.words, hit.key)
        for hit in hits
        if hit.path is None
    }
    return Policed(rule_findings(engagement, hits), spots, unused=idle)
