"""Running stratgen as a user does: the command line in this process, or in a process of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

from stratgen import pack
from stratgen.cli import main

ROOT = Path(__file__).resolve().parents[1]
BANK = ROOT / "answers" / "karoo-bank.yaml"
MINIMAL = ROOT / "answers" / "minimal.yaml"


def stratgen(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command line in this process; return what it printed and its exit code.

    It reads every file anew, as a process of its own would; what fails with a traceback there is raised here.
    """
    told = [str(each) for each in arguments]
    pack.forget()
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n", write_through=True) for _ in range(2))
    with chdir(cwd or ROOT), redirect_stdout(out), redirect_stderr(err):
        try:
            code = main(told)
        except SystemExit as leaving:
            code = leaving.code if isinstance(leaving.code, int) else 1
    return subprocess.CompletedProcess(["stratgen", *told], code, _printed(out), _printed(err))


def _printed(stream: io.TextIOWrapper) -> str:
    data = stream.buffer
    assert isinstance(data, io.BytesIO)
    return data.getvalue().decode("utf-8")


def process(
    *arguments: str | Path, cwd: Path | None = None, path: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `stratgen` in a process of its own from the package at `path`, in an environment of the test's choosing.

    It takes ten times as long: for what only a process shows, such as its environment and real exit codes.
    """
    settings = surroundings() | {"PYTHONPATH": str(path), **environment}
    command = [sys.executable, "-m", "stratgen", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd or ROOT, env=settings, capture_output=True, text=True, check=False)


def surroundings() -> dict[str, str]:
    """Return an environment without the language and time zone of this machine, in which bytecode is kept.

    Without bytecode a process spends half of its time compiling stratgen.
    """
    left_out = ("LANG", "LC_ALL", "TZ", "PYTHONDONTWRITEBYTECODE")
    return {key: value for key, value in os.environ.items() if key not in left_out} | {"PYTHONUTF8": "1"}
