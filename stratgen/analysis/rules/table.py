"""The one table of rules, by number. V1 to V38 are the register's (domain 6); the others are our own."""

from __future__ import annotations

from stratgen.analysis.rules import (
    approval,
    board,
    channels,
    dates,
    governance,
    measures,
    objectives,
    policy,
    privacy,
    purpose,
    references,
    roadmap,
    tactics,
)
from stratgen.analysis.rules.rule import Rule

_THEMES = (
    references, purpose, channels, tactics, measures, objectives, governance, policy, board, roadmap, dates, privacy,
    approval,
)  # fmt: skip

RULES: tuple[Rule, ...] = tuple(
    sorted((rule for theme in _THEMES for rule in theme.RULES), key=lambda rule: rule.number)
)
"""Every rule, by number."""

BY_ID: dict[str, Rule] = {rule.id: rule for rule in RULES}

WITHOUT_FUNCTION: dict[str, str] = {
    "V16": "Savings from deflection and from first contact resolution are not asked for apart.",
    "V24": "Capacity in effort points is not asked for.",
    "V26": "It judges the text of the policy, not the answers.",
    "V34": "Tactics with incentives are not asked for.",
    "V37": "It holds by construction: each number has one source, and every document prints that one.",
}
"""Rules of the register without a function here, and why."""
