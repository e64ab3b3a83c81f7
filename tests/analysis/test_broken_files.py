"""One broken answer file for each rule that is an error: `check` names this rule, at the line that is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stratgen.analysis.rules import RULES
from stratgen.analysis.rules.table import ON_THE_PAGE
from tests.command import ROOT, stratgen

FOLDER = ROOT / "tests" / "broken"
FILES = {f"V{int(path.stem[1:])}": path for path in sorted(FOLDER.glob("V*.yaml"))}
"""By rule. The line that is wrong ends with a comment that holds the rule's id."""


@pytest.fixture(scope="module")
def checked() -> dict[str, dict[str, object]]:
    """Return what `check --json` says of all broken files, by file name; it has to end with 1."""
    done = stratgen("check", "--json", *FILES.values())
    assert done.returncode == 1, done.stderr
    return {Path(report["file"]).name: report for report in json.loads(done.stdout)}


def test_every_error_of_the_table_has_a_broken_file() -> None:
    """A new error comes with a file that breaks it."""
    errors = {rule.id for rule in RULES if rule.severity == "error"}
    assert set(FILES) == errors | set(ON_THE_PAGE)


@pytest.mark.parametrize("number", FILES)
def test_check_names_the_broken_rule_and_its_line(number: str, checked: dict[str, dict[str, object]]) -> None:
    """Nothing but this rule is an error, and it stands at the line that is marked."""
    path = FILES[number]
    marked = [
        n for n, line in enumerate(path.read_text("utf-8").splitlines(), 1) if line.endswith(f"  # {number}")
    ]
    errors = checked[path.name]["errors"]
    assert isinstance(errors, list)
    assert [(each["rule"], each["line"]) for each in errors] == [(number, line) for line in marked]
    assert all(each["what"].endswith(".") and each["mend"] for each in errors)


@pytest.mark.parametrize("number", ["V1", "V26", "V108"])
def test_a_broken_file_ends_with_1_and_says_where(number: str) -> None:
    """The text form prints `FILE:LINE: WHERE: WHAT. MEND. [RULE]`."""
    path = FILES[number]
    done = stratgen("check", path)
    line = next(
        n for n, text in enumerate(path.read_text("utf-8").splitlines(), 1) if text.endswith(f"# {number}")
    )
    assert done.returncode == 1
    first = done.stdout.splitlines()[0]
    assert f"{path.name}:{line}: " in first
    assert first.endswith(f"[{number}]")
