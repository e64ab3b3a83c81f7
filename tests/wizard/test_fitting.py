"""What is too long for a screen of 80 ends after a whole word, and can still be read whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from stratgen.interviewing import AnswerFile, begin
from stratgen.wizard.asker import Grid, Option
from stratgen.wizard.book import Put
from stratgen.wizard.fitting import fit
from stratgen.wizard.gridview import GridView
from stratgen.wizard.prompts import _STYLE
from tests.wizard.terminal import Terminal, question_shown


@pytest.mark.parametrize(
    ("text", "wide", "shown"),
    [
        ("Review site", 11, "Review site"),
        ("Review site of the sector", 20, "Review site of the…"),
        ("Review site of the sector", 12, "Review site…"),
        ("Families, tenants and owners", 10, "Families…"),
        ("Rechannelling", 6, "Recha…"),
    ],
)
def test_a_text_ends_after_a_word_and_takes_no_more_than_its_room(text: str, wide: int, shown: str) -> None:
    """Only a single word that is longer than the room is cut within."""
    assert fit(text, wide) == shown
    assert len(shown) <= wide


def test_the_label_of_the_row_under_the_cursor_can_be_read_whole() -> None:
    """Where the columns leave it no room, it stands below the grid."""
    label = "Older tenants in sheltered schemes who write to us at night and at weekends"
    grid = Grid((Option("a", label),), tuple(Option(str(n), f"Phase {n}") for n in range(6)), ("0", "1"), "")
    view = GridView(grid, (), _STYLE, None, 80)
    rows = "".join(text for _, text, *_ in view.lines()).split("\n")
    assert all(len(row) <= 80 for row in rows)
    assert rows[1].startswith("Older tenants in sheltered…")
    assert label in " ".join(rows[2:])


def test_no_word_of_a_list_is_cut_on_a_real_terminal_of_80(tmp_path: Path) -> None:
    """Twenty-nine channels in three columns: every label is whole, or ends after a word of it."""
    file = tmp_path / "acme.yaml"
    begin(file)
    AnswerFile(file).write([Put(("engagement", "sector"), "charity")])
    terminal = Terminal("edit", str(file), "channels")
    terminal.wait(lambda text: question_shown(text) is not None)
    terminal.type("a\r")
    shown = terminal.wait(lambda text: "Discord" in text and question_shown(text) is not None)
    terminal.kill()
    assert "Google Business…" in shown
    assert all(len(row) <= 80 for row in shown.split("\n"))
