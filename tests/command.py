"""Running stratgen as a user does: a process of its own, in an environment of the test's choosing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BANK = ROOT / "answers" / "karoo-bank.yaml"
MINIMAL = ROOT / "answers" / "minimal.yaml"


def stratgen(
    *arguments: str | Path, cwd: Path | None = None, path: Path = ROOT, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run `stratgen` from the package at `path`; return what it printed and its exit code."""
    settings = {key: value for key, value in os.environ.items() if key not in ("LANG", "LC_ALL", "TZ")}
    settings |= {"PYTHONPATH": str(path), "PYTHONUTF8": "1", **environment}
    command = [sys.executable, "-m", "stratgen", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd or ROOT, env=settings, capture_output=True, text=True, check=False)
