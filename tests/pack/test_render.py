"""What `render` promises: whole files, the same bytes everywhere, and nobody's edits lost."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.command import BANK, MINIMAL, ROOT, process, stratgen

FILES = (
    "board-brief.docx", "employee-engagement-policy.docx", "vision-roadmap.docx", "terms-of-engagement.docx",
    "strategy-pack.docx", "manifest.json",
)  # fmt: skip


def hashes(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bank's pack, rendered once."""
    folder = tmp_path_factory.mktemp("bank")
    run = stratgen("render", BANK, "--to", folder)
    assert run.returncode == 0, run.stderr
    return folder / "karoo-bank"


def test_render_writes_five_documents_and_a_manifest(tmp_path: Path) -> None:
    """stdout holds one written path a line and nothing else; the summary goes to stderr."""
    run = stratgen("render", BANK, "--to", tmp_path)
    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines() == [str(tmp_path / "karoo-bank" / name) for name in FILES]
    assert "open point" in run.stderr


def test_the_manifest_says_what_made_the_pack(bank: Path) -> None:
    """Versions, the hash of the answers and of each file, and the counts of what is open."""
    body = json.loads((bank / "manifest.json").read_text("utf-8"))
    assert body["schema_version"] == 1
    assert len(body["answers"]["sha256"]) == 64
    written = hashes(bank)
    assert {each["file"]: each["sha256"] for each in body["documents"]} == {
        name: digest for name, digest in written.items() if name.endswith(".docx")
    }
    assert body["open_points"] > 0
    assert body["errors"] == 0


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LANG": "de_DE.UTF-8", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/New_York", "LANG": "C"},
    ],
)
def test_the_same_answers_give_the_same_bytes(
    bank: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    """Hash seed, time zone, language of the machine and working folder leave no trace."""
    copy = tmp_path / "elsewhere" / "karoo-bank.yaml"
    copy.parent.mkdir()
    copy.write_bytes(BANK.read_bytes())
    run = process("render", "karoo-bank.yaml", "--to", "out", cwd=copy.parent, path=ROOT, **environment)
    assert run.returncode == 0, run.stderr
    assert hashes(copy.parent / "out" / "karoo-bank") == hashes(bank)


def test_a_wheel_renders_the_same_bytes_as_the_checkout(bank: Path, tmp_path: Path) -> None:
    """Templates and house style travel with the wheel."""
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
               "--disable-pip-version-check", "--wheel-dir", str(tmp_path), str(ROOT)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    answers = tmp_path / "work" / "karoo-bank.yaml"
    answers.parent.mkdir()
    answers.write_bytes(BANK.read_bytes())
    run = process("render", answers, "--to", tmp_path / "out", cwd=answers.parent, path=tmp_path / "site")
    assert run.returncode == 0, run.stderr
    assert hashes(tmp_path / "out" / "karoo-bank") == hashes(bank)


def test_rendering_again_replaces_what_nobody_touched(tmp_path: Path) -> None:
    """A pack that is as it was written is simply written again."""
    for _ in range(2):
        assert stratgen("render", MINIMAL, "--to", tmp_path).returncode == 0


def test_an_edited_document_is_never_replaced_without_being_told(tmp_path: Path) -> None:
    """One edited document refuses the whole run; `--overwrite` takes it."""
    assert stratgen("render", MINIMAL, "--to", tmp_path).returncode == 0
    folder = tmp_path / "minimal"
    edited = folder / "board-brief.docx"
    edited.write_bytes(edited.read_bytes() + b"a director's remark")
    before = hashes(folder)
    run = stratgen("render", MINIMAL, "--to", tmp_path)
    assert run.returncode == 1
    assert "board-brief.docx" in run.stderr
    assert hashes(folder) == before
    assert stratgen("render", MINIMAL, "--to", tmp_path, "--overwrite").returncode == 0
    assert hashes(folder)["board-brief.docx"] != before["board-brief.docx"]


def test_a_document_that_stratgen_never_wrote_is_not_replaced(tmp_path: Path) -> None:
    """A file of the same name without a manifest is somebody else's."""
    mine = tmp_path / "minimal" / "board-brief.docx"
    mine.parent.mkdir()
    mine.write_bytes(b"mine")
    assert stratgen("render", MINIMAL, "--to", tmp_path).returncode == 1
    assert mine.read_bytes() == b"mine"


def test_only_writes_what_was_asked_for_and_remembers_the_rest(tmp_path: Path) -> None:
    """After a partial run the manifest still guards the documents of the earlier one."""
    assert stratgen("render", MINIMAL, "--to", tmp_path).returncode == 0
    run = stratgen("render", MINIMAL, "--to", tmp_path, "--only", "board-brief")
    assert [Path(line).name for line in run.stdout.splitlines()] == ["board-brief.docx", "manifest.json"]
    body = json.loads((tmp_path / "minimal" / "manifest.json").read_text("utf-8"))
    assert len(body["documents"]) == 5


def test_answers_with_errors_still_render_as_a_draft(tmp_path: Path) -> None:
    """A hole in the answers is a marked hole in the pages, unless `--strict` refuses."""
    file = tmp_path / "holed.yaml"
    text = MINIMAL.read_text("utf-8")
    assert "  currency: GBP" in text
    file.write_text(text.replace("  currency: GBP", "  currency: pounds"), "utf-8")
    run = stratgen("render", file, "--to", tmp_path)
    assert run.returncode == 0, run.stderr
    assert json.loads((tmp_path / "holed" / "manifest.json").read_text("utf-8"))["status"].startswith("Draft")
    strict = stratgen("render", file, "--to", tmp_path / "strict", "--strict")
    assert strict.returncode == 1
    assert not (tmp_path / "strict").exists()


def test_one_bad_file_does_not_keep_the_others_from_their_packs(tmp_path: Path) -> None:
    """A batch renders what it can and leaves with 1."""
    bad = tmp_path / "bad.yaml"
    bad.write_text("- not a mapping\n", "utf-8")
    run = stratgen("render", bad, MINIMAL, "--to", tmp_path / "out")
    assert run.returncode == 1
    assert (tmp_path / "out" / "minimal" / "strategy-pack.docx").is_file()
    assert "bad.yaml" in run.stderr


def test_two_files_of_one_name_do_not_write_over_each_other(tmp_path: Path) -> None:
    """The second file that would take the same folder is refused by name."""
    twin = tmp_path / "twin" / "minimal.yaml"
    twin.parent.mkdir()
    twin.write_bytes(MINIMAL.read_bytes())
    run = stratgen("render", MINIMAL, twin, "--to", tmp_path / "out")
    assert run.returncode == 1
    assert "same folder" in run.stderr
