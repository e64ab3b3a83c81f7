"""The verbs `plan` and `explain`, through the command line and real files."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import shutil
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from stratgen import pack
from stratgen.analysis.explaining import explain
from tests.builders import answers
from tests.command import ROOT, stratgen

BANK = ROOT / "answers" / "karoo-bank.yaml"
SMALL = ROOT / "answers" / "minimal.yaml"
"""Its roadmap holds only what the smallest file needs, so there is always something to propose."""


def test_plan_adds_what_is_missing_and_touches_nothing_else(tmp_path: Path) -> None:
    """What was there stays byte for byte; a second run has nothing to add: the consultant's edits have won."""
    file = tmp_path / "small.yaml"
    shutil.copy(SMALL, file)
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
                  "Any one of these alone would change it:"):  # fmt: skip
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
    other.write_text(
        BANK.read_text("utf-8").replace("full_time_equivalents: 2.5", "full_time_equivalents: 6.5")
    )
    found = json.loads(stratgen("diff", BANK, other, "--json").stdout)
    assert [each["path"] for each in found["answers"]] == ["team.full_time_equivalents"]
    assert "people" in {each["path"] for each in found["scores"]}
    assert {title for title, _ in found["documents"]} == {"Board brief", "Quarterly vision roadmap"}


def test_diff_of_a_file_with_itself_is_empty() -> None:
    """The same answers differ in nothing."""
    assert stratgen("diff", BANK, BANK).stdout == "Nothing differs.\n"


def on_a_terminal(columns: int, *words: object) -> str:
    """Run stratgen with stdout on a terminal of so many columns; return what it shows."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    env = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    command = [sys.executable, "-m", "stratgen", *map(str, words)]
    with subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL, cwd=ROOT, env=env) as running:
        os.close(theirs)
        shown = b""
        while chunk := _read(ours):
            shown += chunk
        assert running.wait() == 0
    os.close(ours)
    return shown.decode("utf-8").replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end is closed
        return b""


@pytest.mark.parametrize("verb", ["explain", "plan"])
def test_a_report_is_as_wide_as_the_terminal_and_a_hundred_columns_in_a_pipe(verb: str) -> None:
    """At 64 columns nothing runs over; on a wide terminal, and in a pipe, lines end by column 100."""
    narrow, wide = on_a_terminal(64, verb, SMALL), on_a_terminal(200, verb, SMALL)
    assert max(map(len, narrow.splitlines())) <= 64
    assert wide == stratgen(verb, SMALL).stdout
    assert len(wide.splitlines()) < len(narrow.splitlines())
    assert max(map(len, wide.splitlines())) <= 100


def test_diff_is_wrapped_too(tmp_path: Path) -> None:
    """The order of eighteen initiatives is longer than a line."""
    other = tmp_path / "other.yaml"
    other.write_text(BANK.read_text("utf-8").replace("effort: 4\n", "effort: 3\n"))
    assert max(map(len, stratgen("diff", BANK, other).stdout.splitlines())) <= 100
    assert max(map(len, on_a_terminal(80, "diff", BANK, other).splitlines())) <= 80


def test_explain_says_a_shared_formula_once() -> None:
    """Six success factors have one formula; it stands with the first, and the others point to it."""
    shown = stratgen("explain", BANK, "csf1", "csf2", "csf3").stdout
    assert shown.count("Each piece of evidence counts 1") == 1
    assert shown.count("Formula: as above.") == 2


@pytest.mark.parametrize(
    "says", ["Certified by the care desk", "You must share our posts on your own account"]
)
def test_scores_are_those_of_check_though_nothing_is_drafted_for_them(tmp_path: Path, says: str) -> None:
    """What the linters find can take an approval away, and `explain` then says what `check` says."""
    file = tmp_path / "client.yaml"
    told = answers(engagement__pack__status="for_approval", policy__authorised_voices__0__how_to_become=says)
    file.write_text(json.dumps(told), "utf-8")
    checked = pack.check(file)
    _, findings = pack.reckon(file)
    assert findings.status_line == checked.findings.status_line
    assert (findings.status_line == "Draft") is ("must" in says)
    for example in (file, *sorted((ROOT / "answers").glob("*.yaml"))[:2]):
        whole = pack.check(example)
        assert pack.explained(example) == explain(whole.loaded.engagement, whole.findings)
