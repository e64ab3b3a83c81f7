"""The linter of the employee policy (domain 10.4): seventeen rules over the drafted text, country by country.

It reads the document that was drafted, so that a template, an override of a clause and a client's answer are
held to the same law. It is heuristic: it finds what usually goes wrong, and replaces no lawyer.
"""

from stratgen.analysis.policy_lint.findings import rule_findings
from stratgen.analysis.policy_lint.linting import RULES, Hit, lint

__all__ = ["RULES", "Hit", "lint", "rule_findings"]
