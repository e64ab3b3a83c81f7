"""Rule V37 over the annexes: what they print of a fact that the documents print too is held against it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from stratgen import pack
from stratgen.analysis.set_lint.in_tables import facts_in_tables
from stratgen.analysis.set_lint.statements import statements
from stratgen.document import DataTable, Exhibit, Inlines, Text, plain
from stratgen.places import bundled
from tests.analysis.set_examples import Set, example, reworded, said, with_cell
from tests.command import ROOT

METHOD, REGISTER = "annex-method", "annex-evidence"
CHANNELS = "Channels: what was judged, 1 to 5, and what follows, 0 to 100"


def place(documents: Set, name: str, caption: str, row: str) -> int:
    """Return the number of the row of a table that begins with these words."""
    for block in documents[name].blocks:
        if isinstance(block, Exhibit) and block.caption == caption and isinstance(block.content, DataTable):
            firsts = [plain(each.cells[0].paragraphs[0]) for each in block.content.rows]
            return next(at for at, first in enumerate(firsts) if first.startswith(row))
    raise AssertionError(caption)


def with_cell_words(documents: Set, caption: str, old: str, new: str) -> Set:
    """Return a set in which a paragraph of one table of annex A says something else."""
    blocks = tuple(
        replace(block, content=_reworded(block.content, old, new))
        if isinstance(block, Exhibit) and block.caption == caption and isinstance(block.content, DataTable)
        else block
        for block in documents[METHOD].blocks
    )
    assert blocks != documents[METHOD].blocks, old
    return documents | {METHOD: replace(documents[METHOD], blocks=blocks)}


def _reworded(table: DataTable, old: str, new: str) -> DataTable:
    def other(words: Inlines) -> Inlines:
        return (Text(new),) if plain(words) == old else words

    rows = tuple(
        replace(
            row,
            cells=tuple(replace(cell, paragraphs=tuple(map(other, cell.paragraphs))) for cell in row.cells),
        )
        for row in table.rows
    )
    return replace(table, rows=rows)


@pytest.mark.parametrize(
    ("name", "caption", "row", "column", "words", "fact"),
    [
        (METHOD, CHANNELS, "WhatsApp", 13, "Lead", "WhatsApp Business: state"),
        (METHOD, CHANNELS, "Facebook", 7, "58.5", "Facebook: hours needed"),
        (METHOD, CHANNELS, "Facebook", 1, "1 897", "Facebook: needing a reply"),
        (METHOD, "Risks before and after mitigation", "Customers write", 2, "15, severe", "Customers write account details in public: before"),
        (REGISTER, "Register of figures", "HelloPeter", 0, "HelloPeter reviews: answered 65%", "HelloPeter reviews: answered"),
        (REGISTER, "Register of figures", "Insights", 0, "Insights acted on: on social 9%", "Insights acted on: today"),
    ],
)  # fmt: skip
def test_a_number_of_an_annex_that_says_something_else_is_named(
    name: str, caption: str, row: str, column: int, words: str, fact: str
) -> None:
    """Scores, states, hours, counts, risks and figures: the annex and the document are both named."""
    documents = example()
    changed = with_cell(documents, name, caption, (place(documents, name, caption, row), column), words)
    found = said(changed)
    assert any(f"“{fact}”" in each.what for each in found)
    assert any(documents[name].title in f"{each.place} {each.what}" for each in found)


def test_posts_and_benefits_that_an_annex_takes_apart_are_held() -> None:
    """What annex A reckons again is what the board was told."""
    for old, new in (("Needed: 5.8", "Needed: 6.8"), ("base R3 124 900", "base R3 224 900")):
        assert said(reworded(example(), METHOD, old, new))


@pytest.mark.parametrize(
    ("old", "new", "fact"),
    [("25.0", "26.0", "Investment"), ("1.8; Transactional", "1.9; Transactional", "Nine areas")],
)
def test_a_score_of_an_annex_that_says_something_else_is_named(old: str, new: str, fact: str) -> None:
    """What stands below the name of a score is its result, and the brief and the roadmap print it too."""
    found = said(with_cell_words(example(), "Scores and the answers that made them", old, new))
    assert any(fact in each.what for each in found)


def test_an_annex_has_no_duties_of_its_own() -> None:
    """An open point without an owner is said once, by the answers, and not again of the table in annex B."""
    documents = example()
    changed = with_cell(documents, REGISTER, "Open points", (0, 2), "–")
    assert said(changed, rule="V113") == []


@pytest.mark.parametrize(
    ("annex", "words", "fact"),
    [
        ("annex-glossary", "Response rate is 43% with us.", "Response rate: target"),
        ("annex-method", "It takes 7.5 full-time posts.", "Full-time posts: needed"),
        ("annex-provenance", "This is version 9.9 of the pack.", "Version"),
    ],
)
def test_an_annex_template_that_prints_another_number_is_an_error_with_its_line(
    tmp_path: Path, annex: str, words: str, fact: str
) -> None:
    """`check` drafts the annexes as well, and names the template of the workspace and the line."""
    text = (bundled("templates") / f"{annex}.md.j2").read_text(encoding="utf-8").rstrip()
    mutant = tmp_path / f"{annex}.md.j2"
    mutant.write_text(f"{text}\n\n# Another word {{#another}}\n\n{words}\n", encoding="utf-8")
    (error,) = pack.check(ROOT / "answers" / "karoo-bank.yaml", tmp_path).errors
    assert error.rule == "V37"
    assert f"“{fact}”" in error.what
    assert Path(str(error.file)).name == mutant.name
    assert error.line == len(text.splitlines()) + 4


def test_many_facts_stand_in_an_annex_and_in_a_document() -> None:
    """The lint has something to hold: dozens of facts, of every kind that an annex prints."""
    places: dict[tuple[str, str, str], set[bool]] = {}
    for each in facts_in_tables(statements(example())):
        places.setdefault(each.fact.key, set()).add(each.spot.name.startswith("annex-"))
    shared = [key[0] for key, found in places.items() if len(found) == 2]
    assert len(shared) > 50
    assert {"channel", "measure", "money", "people", "risk", "score"} <= set(shared)


def test_annexes_are_drafted_once_where_they_list_no_fault() -> None:
    """A pack without faults reuses what the lint was shown; annex B lists faults, so that it is drafted again."""
    path = ROOT / "answers" / "karoo-bank.yaml"
    (kept,) = pack.check(path).drafted.values()
    assert set(pack.ANNEXES) <= set(kept)
