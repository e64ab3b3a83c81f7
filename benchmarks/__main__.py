"""`make bench`: stratgen beside docxtpl and plain python-docx on the same content, in the same run.

Times are of the processor, so that whatever else the machine does weighs less.
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import peers
from benchmarks.cold import VERBS
from benchmarks.content import BANK, ROOT, THREE, Flat, flatten, trees
from benchmarks.growth import grown
from stratgen import word
from stratgen.analysis import analyze
from stratgen.answers import load
from stratgen.pack import Checked, compose
from stratgen.places import bundled

WARM_RUNS = 9
COLD_RUNS = 7


def main() -> None:
    """Print the tables: warm, cold, and growth."""
    flats = [flatten(tree) for tree in trees().values()]
    rows = sum(len(block.get("rows", ())) for flat in flats for block in flat.blocks)
    print(
        f"Content: {', '.join(THREE)} of {BANK.name}; {sum(len(f.blocks) for f in flats)} blocks, {rows} rows."
    )
    _warm(flats)
    _cold(flats)
    _growth()


def _warm(flats: list[Flat]) -> None:
    contestants = {
        "docxtpl": peers.docxtpl(flats),
        "docxtpl, one loop": peers.docxtpl_one_loop(flats),
        "python-docx, row.cells": peers.python_docx(flats),
        "stratgen, from validated answers": peers.stratgen_from_answers(BANK),
        "stratgen, writer alone": peers.stratgen_from_trees(),
    }
    times = _in_turns(contestants, WARM_RUNS)
    _table("Warm, three files, one process", times, "docxtpl")


def _in_turns(contestants: dict[str, peers.Run], runs: int) -> dict[str, float]:
    taken: dict[str, list[float]] = {name: [] for name in contestants}
    for run in contestants.values():
        run()
    gc.collect()
    gc.freeze()  # what is loaded is no contestant's garbage
    for _ in range(runs):
        for name, run in contestants.items():
            gc.collect()
            start = time.process_time()
            run()
            taken[name].append(time.process_time() - start)
    return {name: statistics.median(values) for name, values in taken.items()}


def _cold(flats: list[Flat]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        documents = [{"title": flat.title, "blocks": flat.blocks} for flat in flats]
        (folder / "flat.json").write_text(json.dumps(documents), "utf-8")
        taken: dict[str, list[float]] = {name: [] for name in ("docxtpl", "python-docx", *VERBS)}
        # Every contestant keeps its bytecode between runs, as an installed program does; the first run makes it.
        surroundings = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        for count in range(COLD_RUNS + 1):
            for name, values in taken.items():
                start = _of_children()
                subprocess.run([sys.executable, "-m", "benchmarks.cold", name, scratch], cwd=ROOT, check=True,
                               capture_output=True, env=surroundings)  # fmt: skip
                if count:
                    values.append(_of_children() - start)
        _table("Cold, one process each; stratgen from the YAML file, the peers from ready content",
               {name: statistics.median(values) for name, values in taken.items()}, "docxtpl")  # fmt: skip


def _of_children() -> float:
    """Return the processor seconds of all processes that were started and have ended."""
    used = os.times()
    return used.children_user + used.children_system


def _growth() -> None:
    loaded = load(BANK)
    templates = bundled("templates")
    style = word.house_style(templates / "house-style")
    times: dict[str, float] = {}
    for factor in (1, 10, 100):
        engagement = grown(loaded.engagement, factor)

        def run(engagement: object = engagement) -> list[bytes]:
            checked = Checked(loaded, analyze(engagement), (), (), ())  # type: ignore[arg-type]
            return [word.write(tree, style) for tree in compose(checked, templates, THREE).values()]

        times[f"{factor} x the records"] = _in_turns({"run": run}, 3 if factor > 1 else WARM_RUNS)["run"]
    _table("Growth: channels, objectives, risks, tactics and initiatives", times, "1 x the records")


def _table(title: str, times: dict[str, float], unit: str) -> None:
    print(f"\n{title}\n{'':36}{'ms':>10}{'ratio to ' + unit:>28}")
    for name, seconds in times.items():
        print(f"{name:36}{seconds * 1000:10.1f}{seconds / times[unit]:28.3f}")


if __name__ == "__main__":
    main()
