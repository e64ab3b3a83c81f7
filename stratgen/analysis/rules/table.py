"""The one table of rules, by number. V1 to V38 are the register's (domain 6); the others are our own."""

from __future__ import annotations

from stratgen.analysis.rules import (
    agreeing,
    approval,
    benefits,
    board,
    brief,
    channels,
    course,
    dates,
    duties,
    escalation,
    governance,
    law,
    maturity,
    measures,
    objectives,
    policy,
    privacy,
    progress,
    promises,
    purpose,
    references,
    roadmap,
    tactics,
    timing,
)
from stratgen.analysis.rules.rule import Rule, Severity

_THEMES = (
    references, purpose, channels, tactics, maturity, measures, objectives, governance, policy, law, board, brief, benefits,
    roadmap, course, timing, progress, promises, escalation, dates, duties, privacy, approval, agreeing,
)  # fmt: skip

RULES: tuple[Rule, ...] = tuple(
    sorted((rule for theme in _THEMES for rule in theme.RULES), key=lambda rule: rule.number)
)
"""Every rule, by number."""

BY_ID: dict[str, Rule] = {rule.id: rule for rule in RULES}

WITHOUT_FUNCTION: dict[str, str] = {
    "V26": "It judges the drafted policy: `policy_lint` asks it once the text is there.",
    "V37": "It judges the drafted set: `set_lint` asks it once all documents are there.",
}
"""Rules of the register without a function here, and why."""

ON_THE_PAGE = ("V26",)
"""Rules that judge a drafted document; they are an error for some of what they find and a warning for the rest."""

IN_THE_SET: dict[str, Severity] = {"V37": "error", "V110": "warning", "V113": "warning"}
"""Rules that judge all drafted documents together (`set_lint`), by severity; V110 is an error for a brief that is far
too long. No answer breaks the error: a template does."""
