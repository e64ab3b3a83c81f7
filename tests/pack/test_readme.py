"""The README says nothing that does not work."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from tests.command import ROOT

README = (ROOT / "README.md").read_text("utf-8")


def commands() -> list[str]:
    """Return every command of the README's console blocks that runs stratgen and needs no terminal and comes
    to an end by itself."""
    blocks = re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    lines = [line[2:] for block in blocks for line in block.splitlines()]
    return [
        line
        for line in lines
        if line.startswith(".venv/bin/stratgen") and not re.search("stratgen (new|preview) ", line)
    ]


def test_every_command_of_the_readme_runs_in_its_order(tmp_path: Path) -> None:
    """A reader who copies each command, one after the other, meets no error."""
    assert len(commands()) >= 4
    shutil.copytree(ROOT / "answers", tmp_path / "answers")
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "stratgen").symlink_to(ROOT / ".venv" / "bin" / "stratgen")
    for command in commands():
        # What lays pages out is LibreOffice's; `make check-office` asks it.
        run = subprocess.run(["bash", "-c", command.replace(" --pages", "")], cwd=tmp_path, capture_output=True, text=True, check=False,
                             env=os.environ)  # fmt: skip
        assert run.returncode == 0, f"{command}\n{run.stdout}{run.stderr}"


def test_the_demo_prints_what_the_readme_shows() -> None:
    """`make demo` is `stratgen render` of the bank and the sentence that says where the pack lies."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert "stratgen render answers/karoo-bank.yaml --to output" in makefile
    assert "The example pack lies in output/karoo-bank/. Open strategy-pack.docx first." in makefile
    assert "The example pack lies in output/karoo-bank/. Open strategy-pack.docx first." in README


def test_every_folder_of_the_tree_is_there() -> None:
    """The commented tree names only what exists."""
    fenced = re.findall(r"^```\w*\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    tree = next(block for block in fenced if block.startswith("stratgen/ "))
    parent = ""
    for line in tree.splitlines():
        name = line.split()[0]
        parent = parent if line.startswith(" ") else name
        assert (ROOT / (parent + name if line.startswith(" ") else name)).is_dir(), line
