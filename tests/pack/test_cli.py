"""What the command line promises: exit codes, streams, messages without a traceback, instant help."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import BANK, MINIMAL, ROOT, process, stratgen


def test_without_arguments_it_says_what_most_people_want() -> None:
    """`stratgen` alone names three commands and succeeds."""
    run = stratgen()
    assert run.returncode == 0
    for command in ("stratgen new", "stratgen check", "stratgen render"):
        assert command in run.stdout


@pytest.mark.parametrize("verb", ["check", "render", "init", "schema"])
def test_every_verb_shows_an_example(verb: str) -> None:
    """The help of each verb ends in a command that can be copied."""
    run = stratgen(verb, "--help")
    assert run.returncode == 0
    assert f"Example: stratgen {verb}" in run.stdout


def test_help_loads_no_heavy_room() -> None:
    """Help is instant because nothing that reads, reckons or writes is imported for it."""
    heavy = ["pydantic", "jinja2", "yaml", "babel", "lxml", "docx", "markdown_it"]
    code = (
        "import sys\nfrom stratgen.cli import main\n"
        "try:\n    main(['render', '--help'])\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stderr.strip() == "[]"


@pytest.mark.parametrize("arguments", [["rendr"], ["render"], ["render", "--no-such"], ["check"]])
def test_wrong_usage_leaves_with_2(arguments: list[str]) -> None:
    """What argparse cannot make sense of is a usage error, not a fault in the answers."""
    assert stratgen(*arguments).returncode == 2


def test_an_unknown_document_is_a_usage_error_with_a_suggestion(tmp_path: Path) -> None:
    """`--only` names the nearest document and writes nothing."""
    run = stratgen("render", BANK, "--to", tmp_path, "--only", "bord-brief")
    assert run.returncode == 2
    assert "Did you mean board-brief?" in run.stderr
    assert not list(tmp_path.iterdir())


def test_a_file_after_only_is_still_a_file(tmp_path: Path) -> None:
    """`--only board-brief client.yaml` renders the client's board brief."""
    run = stratgen("render", "--to", tmp_path, "--only", "board-brief", MINIMAL)
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "minimal" / "board-brief.docx").is_file()


def test_a_missing_file_is_one_message_without_a_traceback(tmp_path: Path) -> None:
    """A path that is not there leaves with 1 and one line that says what to do."""
    for verb, started in (("check", stratgen), ("render", process)):
        run = started(verb, tmp_path / "nobody.yaml")
        assert run.returncode == 1
        assert "Traceback" not in run.stderr + run.stdout
        assert "nobody.yaml" in run.stderr + run.stdout


def test_check_passes_the_shipped_examples() -> None:
    """The examples hold no errors."""
    run = stratgen("check", BANK, MINIMAL)
    assert run.returncode == 0, run.stdout
    assert "no errors" in run.stdout


def test_check_prints_json_on_request() -> None:
    """The JSON form carries the same findings, one object a file."""
    run = stratgen("check", BANK, "--json")
    (report,) = json.loads(run.stdout)
    assert report["ok"] is True
    assert set(report) == {"file", "ok", "errors", "warnings", "accepted", "open_points"}
    assert all({"line", "place", "what", "mend", "rule"} == set(each) for each in report["warnings"])


def test_five_planted_mistakes_give_five_messages_in_one_run(tmp_path: Path) -> None:
    """All faults are told at once, sorted by line, each with file and line."""
    text = BANK.read_text("utf-8")
    planted = {
        "  locale: en-ZA": "  locale: en-SA",
        "  currency: ZAR": "  currency: Rand",
        "  headcount:": "  headcounts:",
        "  driver: achieve": "  driver: acheive",
        "  service_channel: create": "  service_channel: build",
    }
    for good, bad in planted.items():
        assert text.count(good) == 1, good
        text = text.replace(good, bad)
    file = tmp_path / "bank.yaml"
    file.write_text(text, "utf-8")
    run = stratgen("check", file)
    errors = re.split("Warnings:|Open points:", run.stdout)[0]
    lines = [int(number) for number in re.findall(rf"^{re.escape(str(file))}:(\d+):", errors, re.MULTILINE)]
    assert run.returncode == 1
    assert lines == sorted(lines)
    mistaken = {number for number, line in enumerate(text.splitlines(), 1) if line.split("#")[0].rstrip() and
                any(line.startswith(bad) for bad in planted.values())}  # fmt: skip
    assert lines == sorted(mistaken)
    assert 'Did you mean "headcount"' in run.stdout


def test_the_shipped_schema_is_the_one_that_the_models_make() -> None:
    """`answers/stratgen.schema.json` is what `stratgen schema` prints, and each example names it."""
    shipped = (ROOT / "answers" / "stratgen.schema.json").read_text("utf-8")
    assert stratgen("schema").stdout == shipped
    for example in (BANK, MINIMAL):
        assert "stratgen.schema.json" in example.read_text("utf-8").splitlines()[0]


def test_init_makes_a_workspace_that_renders_with_its_own_templates(tmp_path: Path) -> None:
    """A workspace's templates are used for the answer files under it, from any working folder."""
    space = tmp_path / "clients"
    assert stratgen("init", space).returncode == 0
    brief = space / "templates" / "board-brief.md.j2"
    brief.write_text(brief.read_text("utf-8") + "\n\nA sentence of this consultancy.\n", "utf-8")
    run = stratgen(
        "render", space / "answers" / "example.yaml", "--to", tmp_path / "out", "--only", "board-brief"
    )
    assert run.returncode == 0, run.stderr
    import docx

    written = docx.Document(str(tmp_path / "out" / "example" / "board-brief.docx"))
    assert written.paragraphs[-1].text == "A sentence of this consultancy."


def test_init_keeps_client_answers_and_packs_out_of_git(tmp_path: Path) -> None:
    """In a fresh repository git sees the example, and neither a client's answers nor output."""
    space = tmp_path / "clients"
    stratgen("init", space)
    (space / "answers" / "secret-client.yaml").write_text("schema_version: 1\n", "utf-8")
    (space / "output" / "secret-client").mkdir(parents=True)
    (space / "output" / "secret-client" / "board-brief.docx").write_bytes(b"PK")
    subprocess.run(["git", "init", "-q", str(space)], check=True)
    seen = subprocess.run(["git", "-C", str(space), "status", "--porcelain", "-uall"], check=True,
                          capture_output=True, text=True).stdout  # fmt: skip
    assert "answers/example.yaml" in seen
    assert "secret-client" not in seen


def test_init_touches_no_folder_that_holds_something(tmp_path: Path) -> None:
    """A folder with anything in it is refused and left as it was."""
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    run = stratgen("init", tmp_path)
    assert run.returncode == 1
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
