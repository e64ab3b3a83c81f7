"""The register of open points says where each is really printed."""

from __future__ import annotations

from functools import cache

import pytest

from stratgen.analysis.wording import wording_of
from stratgen.document import DataTable, Document, Exhibit, outline, plain
from stratgen.pack import PARTS, Checked, check, compose
from stratgen.places import bundled
from tests.command import ROOT

EXAMPLES = ("karoo-bank", "tarnbeck", "minimal", "supperlark", "dunverra-agency")


@cache
def made(name: str) -> tuple[Checked, dict[str, Document]]:
    checked = check(ROOT / "answers" / f"{name}.yaml")
    return checked, compose(checked, bundled("templates"), (*PARTS, "annex-evidence"))


def register(annex: Document) -> list[tuple[str, ...]]:
    """Return where each open point is said to print, in the order of the register."""
    (table,) = (
        each.content
        for each in annex.blocks
        if isinstance(each, Exhibit) and each.caption == "Open points" and isinstance(each.content, DataTable)
    )
    return [tuple(plain(each) for each in row.cells[4].paragraphs) for row in table.rows]


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_document_is_named_only_where_it_prints_the_open_point(name: str) -> None:
    """Some line of the document names who closes the point and by when, as the mark and the list of the brief do."""
    checked, trees = made(name)
    wording = wording_of(checked.loaded.engagement)
    texts = {trees[part].title: outline(trees[part]).splitlines() for part in PARTS}
    told = register(trees["annex-evidence"])
    for point, titles in zip(checked.findings.open_points, told, strict=True):
        assert titles
        day = wording.day(point.due) if point.due else ""
        for title in titles:
            assert any(point.owner in line and day in line for line in texts[title]), (point.label, title)


def test_a_document_that_prints_no_open_point_is_never_named() -> None:
    """The roadmap uses what customers find easy, and does not print it while no objective moves it."""
    _, trees = made("tarnbeck")
    assert "To be confirmed" not in outline(trees["vision-roadmap"])
    assert not any("Quarterly vision roadmap" in titles for titles in register(trees["annex-evidence"]))
