"""How page breaks are chosen between two layouts, and what is done where there is no LibreOffice."""

from __future__ import annotations

import re
import stat
import zipfile
from pathlib import Path

from stratgen.document import Block, PageBreak
from stratgen.paging import PITCHES, Draft
from tests.command import MINIMAL, process, stratgen
from tests.word.builders import a_heading, a_paragraph, minimal, the_style

NAMES = [f"_Toc0000000{count}" for count in range(1, 6)]


def a_draft() -> Draft:
    """Return a document of five headings; the fourth starts a page."""
    blocks: list[Block] = []
    for count in range(1, 6):
        blocks += [a_heading(f"H{count}", number=str(count)), a_paragraph()]
        if count == 3:
            blocks.append(PageBreak())
    return Draft(minimal(*blocks, contents=True), the_style())


def layouts(*pages: list[int]) -> list[dict[str, float]]:
    return [dict(zip(NAMES, each, strict=True)) for each in pages]


def test_a_document_rests_when_numbers_hold_and_nothing_moves_at_any_pitch() -> None:
    """The outer pitches come first, the inner ones are the proof, and the numbers were the true ones."""
    draft, still = a_draft(), [1, 1, 2, 3, 3]
    assert [PITCHES[at] for at in draft.trials] == [0.978, 1.022]
    draft.read(layouts(still, still))
    assert (draft.settled, [PITCHES[at] for at in draft.trials]) == (False, [1.0, 0.989, 1.011])
    draft.read(layouts(still, still, still))
    assert (draft.settled, draft.loose) == (True, frozenset())


def test_a_move_at_an_inner_pitch_starts_the_trials_again() -> None:
    """A new break changes everything below it."""
    draft, still = a_draft(), [1, 1, 2, 3, 3]
    draft.read(layouts(still, still))
    draft.read(layouts(still, still, [1, 2, 2, 3, 3]))
    assert not draft.settled
    assert [PITCHES[at] for at in draft.trials] == [0.978, 1.022]


def test_contents_that_end_at_an_edge_name_less() -> None:
    """What moves all that follows is not mended by a break; it is tried once."""
    draft, moving = a_draft(), ([1, 1, 2, 3, 3], [2, 2, 3, 4, 4])
    draft.read(layouts(*moving))
    assert (draft.short, draft.breaks, draft.settled) == (True, frozenset(), False)
    assert [PITCHES[at] for at in draft.trials] == [0.978, 1.022]
    draft.read(layouts(*moving))
    assert [PITCHES[at] for at in draft.trials] == [1.0, 0.989, 1.011]


def test_what_no_break_can_mend_is_told() -> None:
    """The first heading of a stretch cannot be moved away from its edge."""
    draft, still = a_draft(), [2, 2, 3, 4, 4]
    for _ in range(2):
        draft.read(layouts([1, 1, 2, 3, 3], still))
    for _ in range(2):
        assert not draft.settled
        draft.read(layouts(still, still, still))
    assert draft.settled
    assert draft.loose == set(NAMES)
    assert draft.pages == layouts(still)[0]


def test_a_layout_that_lost_a_heading_is_not_believed() -> None:
    """Then the document names no page at all."""
    draft = a_draft()
    lost = layouts([1, 1, 2, 3, 3])[0]
    del lost[NAMES[4]]
    draft.read([lost, lost])
    assert draft.settled
    assert not draft.trusted


def contents_of(docx: Path) -> str:
    with zipfile.ZipFile(docx) as archive:
        return archive.read("word/document.xml").decode()


def test_by_default_nothing_names_a_page_and_the_summary_says_how_to_get_them(tmp_path: Path) -> None:
    """The same answers give the same bytes on every machine."""
    run = stratgen("render", MINIMAL, "--to", tmp_path)
    assert "--pages" in run.stderr
    assert "PAGEREF" not in contents_of(tmp_path / "minimal" / "strategy-pack.docx")


def test_without_libreoffice_pages_are_left_out_and_the_summary_says_so(tmp_path: Path) -> None:
    """A missing program is no fault of the answers."""
    run = process("render", MINIMAL, "--to", tmp_path, "--pages", "--only", "employee-engagement-policy",
                  PATH=str(tmp_path))  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert "LibreOffice was not found" in run.stderr
    assert "PAGEREF" not in contents_of(tmp_path / "minimal" / "employee-engagement-policy.docx")


def test_without_libreoffice_a_pdf_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    """Half of what was asked for would look like all of it."""
    run = process("render", MINIMAL, "--to", tmp_path / "out", "--format", "docx,pdf", PATH=str(tmp_path))
    assert run.returncode == 1
    assert re.fullmatch(r"LibreOffice: was not found; .+ leave .+\n", run.stderr)
    assert not (tmp_path / "out").exists()


def test_a_libreoffice_that_fails_is_quoted(tmp_path: Path) -> None:
    """What it said last is the best hint there is."""
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\necho starting\necho 'no room left'\nexit 3\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    run = process("render", MINIMAL, "--to", tmp_path / "out", "--only", "terms-of-engagement", "--format", "pdf",
                   PATH=str(tmp_path))  # fmt: skip
    assert run.returncode == 1
    assert "exit code 3. It said: no room left." in run.stderr
    assert "Traceback" not in run.stderr


def test_an_unknown_format_is_a_usage_error(tmp_path: Path) -> None:
    """The message lists the formats."""
    run = stratgen("render", MINIMAL, "--to", tmp_path, "--format", "docx,odt")
    assert run.returncode == 2
    assert 'there is no format "odt"' in run.stderr
    assert "docx" in run.stderr
