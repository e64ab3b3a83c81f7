"""The numbered rules over the whole set of answers: one table, one small function each.

A rule says where it does not hold, in plain words, and how to mend it. What is not known breaks no rule,
unless the rule is that it must be there. This room knows nothing of files; a key path is all it names.
"""

from stratgen.analysis.keypaths import path_parts, path_text
from stratgen.analysis.rules.checking import Verdict, check
from stratgen.analysis.rules.rule import Breach, Ground, Rule
from stratgen.analysis.rules.table import BY_ID, RULES, WITHOUT_FUNCTION

__all__ = [
    "BY_ID",
    "RULES",
    "WITHOUT_FUNCTION",
    "Breach",
    "Ground",
    "Rule",
    "Verdict",
    "check",
    "path_parts",
    "path_text",
]
