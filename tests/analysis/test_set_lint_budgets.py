"""Budgets of pages, orphans, and duties that nobody answers for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stratgen.analysis import analyze
from stratgen.analysis.findings import RuleFinding
from stratgen.analysis.rules.table import IN_THE_SET
from stratgen.analysis.set_lint import RULES, Laid, too_long
from stratgen.analysis.set_lint.budgets import BUDGETS
from stratgen.analysis.set_lint.lengths import pages, stretches
from stratgen.document import Block, DataTable, Document, Exhibit, Heading, Paragraph, Text, plain
from tests.analysis.set_examples import NAMES, Set, checked, example, said, with_cell
from tests.builders import an_engagement

PAGE_OF_WORDS = tuple(Paragraph((Text("word " * 80),)) for _ in range(11))


def longer(documents: Set, name: str, key: str, count: int) -> Set:
    """Return a set in which a document has more pages of words below one heading."""
    blocks: list[Block] = []
    for block in documents[name].blocks:
        blocks.append(block)
        if isinstance(block, Heading) and block.key == key:
            blocks.extend(PAGE_OF_WORDS * count)
    return documents | {name: replace(documents[name], blocks=tuple(blocks))}


def of(found: list[RuleFinding] | tuple[RuleFinding, ...], words: str) -> list[RuleFinding]:
    return [each for each in found if words in each.place]


@pytest.mark.parametrize(
    ("name", "key", "place"),
    [
        ("board-brief", "summary", "Board brief, the body"),
        ("board-brief", "appendix", "Board brief, the appendix"),
        ("employee-engagement-policy", "rights", "Employee engagement policy, the body"),
        ("vision-roadmap", "q2", "the page of Q2"),
        ("vision-roadmap", "tools", "without cover and contents"),
        ("terms-of-engagement", "voice", "Terms of engagement, as a whole"),
    ],
)
def test_a_part_that_is_too_long_is_named(name: str, key: str, place: str) -> None:
    """Each budget is told of when its part has two pages more than it may, and only its own document."""
    documents = example("minimal")
    found = of(said(longer(documents, name, key, 8), rule="V110"), place)
    assert [each.severity for each in found if "body" not in place] in ([], ["warning"])
    assert found
    assert "pages" in found[0].what
    assert of(said(documents, rule="V110"), place) == []


def test_a_brief_far_over_its_budget_is_an_error() -> None:
    """Above six pages of body the brief is an error, above four a warning."""
    slightly, far = (
        of(said(longer(example("minimal"), "board-brief", "summary", count), rule="V110"), "the body")
        for count in (2, 5)
    )
    assert [each.severity for each in slightly] == ["warning"]
    assert [each.severity for each in far] == ["error"]


def test_a_part_that_grows_loses_its_override() -> None:
    """The fingerprint knows the pages: what was accepted at five pages comes back at seven."""
    prints = {
        of(said(longer(example("minimal"), "board-brief", "summary", count), rule="V110"), "the body")[
            0
        ].fingerprint
        for count in (2, 4)
    }
    assert len(prints) == 2


@pytest.mark.parametrize("name", NAMES)
def test_every_budget_finds_its_part_in_the_examples(name: str) -> None:
    """A heading that is renamed in a template may not switch a budget off."""
    for budget in BUDGETS:
        headings = [each.heading for each in stretches(example(name)[budget.document])]
        for wanted in (budget.first, budget.end):
            assert wanted is None or any(heading and wanted(heading) for heading in headings), budget


def test_more_words_take_more_pages() -> None:
    """The estimate grows by about a page with a page of words."""
    before = example("minimal")["terms-of-engagement"]
    after = longer(example("minimal"), "terms-of-engagement", "voice", 3)["terms-of-engagement"]
    grown = pages(stretches(after)) - pages(stretches(before))
    assert 2.4 < grown < 3.6


def test_pages_of_a_layout_are_taken_as_they_are() -> None:
    """Where a layout knows the pages nothing is estimated: from the first page of a part to the last."""
    brief = example("minimal")["board-brief"]

    def laid(pages: dict[str, int], whole: int) -> dict[str, Laid]:
        at, found = 1, []
        for block in brief.blocks:
            if isinstance(block, Heading):
                at = pages.get(block.key, at)
                found.append((block, at))
        return {"board-brief": Laid(tuple(found), whole)}

    kept = tuple(too_long({"board-brief": brief}, laid({"appendix": 5}, 7)))
    broken = tuple(too_long({"board-brief": brief}, laid({"appendix": 6}, 9)))
    assert kept == ()
    assert [each.what for each in broken] == ["takes 5 pages; 4 at most.", "takes 4 pages; 3 at most."]
    (far,) = too_long({"board-brief": brief}, laid({"appendix": 8}, 8))
    assert far.severity == "error"


@pytest.mark.parametrize(
    ("name", "caption", "head"),
    [
        ("employee-engagement-policy", "Register of official accounts", "Who answers for it"),
        ("employee-engagement-policy", "Who approves what", "Approved by"),
        ("board-brief", "Next steps to 31 March 2027", "Owner"),
        ("terms-of-engagement", "What we moderate", "Who decides"),
    ],
)
@pytest.mark.parametrize("blank", ["–", ""])
def test_a_duty_without_anybody_is_named(name: str, caption: str, head: str, blank: str) -> None:
    """An empty cell in a column that says who answers for something is a warning; an open point is none."""
    column = _column(example()[name], caption, head)
    (found,) = said(with_cell(example(), name, caption, (1, column), blank), rule="V113")
    assert caption in found.what
    assert head in found.what
    assert found.severity == "warning"
    hole = "[To be confirmed: Head of Insight, 1 May 2027]"
    assert said(with_cell(example(), name, caption, (1, column), hole), rule="V113") == []


def test_a_level_without_somebody_who_decides_is_named() -> None:
    """A row that says who decides may not be empty in any column."""
    caption = "Levels of severity, from routine to crisis"
    row = _row(example()["terms-of-engagement"], caption, "Decides")
    (found,) = said(with_cell(example(), "terms-of-engagement", caption, (row, 3), "–"), rule="V113")
    assert "3 Serious" in found.what


@pytest.mark.parametrize("name", NAMES)
def test_every_duty_of_the_examples_has_somebody(name: str) -> None:
    """No example leaves a column empty that says who answers for something."""
    assert said(example(name), checked(name).loaded.engagement, "V113") == []


def _table(document: Document, caption: str) -> DataTable:
    (exhibit,) = (each for each in document.blocks if isinstance(each, Exhibit) and each.caption == caption)
    assert isinstance(exhibit.content, DataTable)
    return exhibit.content


def _column(document: Document, caption: str, head: str) -> int:
    return [column.title for column in _table(document, caption).columns].index(head)


def _row(document: Document, caption: str, name: str) -> int:
    rows = _table(document, caption).rows
    return next(at for at, row in enumerate(rows) if plain(row.cells[0].paragraphs[0]) == name)


def test_the_rules_of_the_set_stand_in_the_table() -> None:
    """Every rule of the set has a title, a severity for overrides, and a number of its own."""
    assert RULES.keys() == IN_THE_SET.keys()


def test_a_warning_of_the_set_can_be_accepted() -> None:
    """An override with the fingerprint accepts a warning of the set as any other; an error it does not."""
    (found,) = of(said(longer(example("minimal"), "board-brief", "summary", 2), rule="V110"), "the body")
    override = {
        "rule": "V110",
        "reason": "The board asked for it",
        "by": "Head of Insight",
        "when": "2026-11-20",
        "answer": found.fingerprint,
    }
    findings = analyze(
        an_engagement(overrides=[override]), drafted=(found, replace(found, rule="V37", severity="error"))
    )
    assert [each.rule for each in findings.accepted] == ["V110"]
    assert [each.rule for each in findings.errors] == ["V37"]
    assert "V93" not in {each.rule for each in findings.warnings}


def test_nothing_is_approved_that_contradicts_itself() -> None:
    """V30 counts what the pages contradict, as every other error."""
    found = RuleFinding("V37", "error", "", "Board brief, section 1", "x.", "y.", "12345678")
    assert analyze(an_engagement(engagement__pack__status="approved"), drafted=(found,)).approvable is False
