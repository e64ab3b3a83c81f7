"""The verbs `plan` and `explain`, through the command line and real files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.command import ROOT, stratgen

BANK = ROOT / "answers" / "karoo-bank.yaml"


def test_plan_adds_what_is_missing_and_touches_nothing_else(tmp_path: Path) -> None:
    """What was there stays byte for byte; a second run has nothing to add: the consultant's edits have won."""
    file = tmp_path / "bank.yaml"
    shutil.copy(BANK, file)
    before = file.read_text("utf-8")
    offered = json.loads(stratgen("plan", file, "--json").stdout)
    assert offered
    assert stratgen("plan", file, "--write").returncode == 0
    after = file.read_text("utf-8")
    for each in offered:
        assert f"id: {each['id']}" in after
    kept = [line for line in after.splitlines() if line in set(before.splitlines())]
    assert [line for line in before.splitlines() if line not in kept] == []
    edited = after.replace(offered[0]["title"], "Our own words for it")
    file.write_text(edited, "utf-8")
    again = stratgen("plan", file, "--write")
    assert "nothing to add" in again.stderr
    assert file.read_text("utf-8") == edited


def test_explain_names_inputs_result_and_what_would_change_it() -> None:
    """A score is asked for by its name, and a channel by its own."""
    shown = stratgen("explain", BANK, "maturity", "facebook")
    assert shown.returncode == 0
    for words in ("Social maturity [maturity]", "Observer", "(maturity.investment.budget)", "Channel: Facebook",
                  "Alone, this would change it:"):  # fmt: skip
        assert words in shown.stdout


def test_explain_refuses_a_score_that_is_not_there() -> None:
    """A misspelt score is met with the closest one, and exit code 1."""
    shown = stratgen("explain", BANK, "maturty")
    assert shown.returncode == 1
    assert "Did you mean maturity?" in shown.stderr


def test_explain_prints_json_for_programs() -> None:
    """Every score is an object with its key, inputs and result."""
    scores = json.loads(stratgen("explain", BANK, "--json").stdout)
    assert {"csf1", "maturity", "orientation", "people", "evidence"} <= {each["key"] for each in scores}
    assert all(each["inputs"] and each["result"] for each in scores)


def test_diff_names_the_answer_the_score_and_the_pages_that_change(tmp_path: Path) -> None:
    """One answer is changed: it is the only one named, with every document that it touches and no other."""
    other = tmp_path / "other.yaml"
    other.write_text(BANK.read_text("utf-8").replace("full_time_equivalents: 2.5", "full_time_equivalents: 6.5"))
    found = json.loads(stratgen("diff", BANK, other, "--json").stdout)
    assert [each["path"] for each in found["answers"]] == ["team.full_time_equivalents"]
    assert "people" in {each["path"] for each in found["scores"]}
    assert {title for title, _ in found["documents"]} == {"Board brief", "Quarterly vision roadmap"}


def test_diff_of_a_file_with_itself_is_empty() -> None:
    """The same answers differ in nothing."""
    assert stratgen("diff", BANK, BANK).stdout == "0 answers, 0 scores and 0 documents differ.\n"
