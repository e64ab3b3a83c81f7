"""What a rule says prints in annex B before a board: in words of the question, never in keys of the answer file."""

from __future__ import annotations

import re

import pytest

from tests.analysis.test_rules import EXAMPLES, broken

_KEY = re.compile(r"\b[a-z]+(?:_[a-z]+)+\b|\b[a-z]+\.[a-z]+\b|\b[a-z]+: (?:true|false)\b")
"""A key of the file, a path of keys, or a line of YAML."""


@pytest.mark.parametrize("number", EXAMPLES)
def test_no_rule_speaks_in_keys_of_the_file(number: str) -> None:
    """Both what is wrong and how to mend it are for people who have never seen the file."""
    said = [f"{each.what} {each.mend}" for each in broken(**EXAMPLES[number][0]) if each.rule == number]
    assert said
    assert [each for each in said if _KEY.search(each)] == []
