"""What a board secretary sees: pages laid out by LibreOffice."""

from __future__ import annotations

import re

import pytest

from tests.office.conftest import Paper

pytestmark = pytest.mark.office

Papers = dict[str, dict[str, Paper]]


def test_the_board_brief_keeps_to_four_pages_and_three_of_appendix(papers: Papers) -> None:
    """Body of four pages at most, appendix of three at most (documents 3)."""
    for client, documents in papers.items():
        pages = documents["board-brief"].pages
        appendix = next(
            (n for n, page in enumerate(pages) if re.search(r"^Appendix\s*$", page, re.MULTILINE)), len(pages)
        )
        assert appendix <= 4, f"{client}: {appendix} pages of body"
        assert len(pages) - appendix <= 3, client


def test_the_decision_stands_on_page_one(papers: Papers) -> None:
    """The resolution, its amount and the executive are on the first page (B-02)."""
    first = papers["karoo-bank"]["board-brief"].pages[0]
    assert "The board is asked to decide" in first
    assert re.search(r"\bApprove\b", first)
    assert re.search(r"R\d", first)


def test_each_quarter_of_the_roadmap_is_one_page(papers: Papers) -> None:
    """Four quarter pages, each beginning a page and ending on it (documents 5)."""
    pages = papers["karoo-bank"]["vision-roadmap"].pages
    starts = [next(n for n, page in enumerate(pages) if n > 1 and re.search(rf"^\s*\d[\d.]* Q{q}\b", page, re.MULTILINE))
              for q in (1, 2, 3, 4)]  # fmt: skip
    assert [start - starts[0] for start in starts] == [0, 1, 2, 3]


def test_the_quick_card_is_one_page_and_the_policy_keeps_its_length(papers: Papers) -> None:
    """One page of quick card, 8 to 12 pages of policy, 8 pages of annexes at most (documents 4)."""
    for client, documents in papers.items():
        pages = documents["employee-engagement-policy"].pages

        def starting(title: str, pages: tuple[str, ...] = pages) -> int:
            # The contents name each heading too; it stands first on the page where it begins.
            return max(
                n for n, page in enumerate(pages) if re.search(rf"^\s*{title}\s*$", page, re.MULTILINE)
            )

        card, control, annexes = (
            starting("Quick card"),
            starting("About this policy"),
            starting("Annex A.*Escalation"),
        )
        assert control == card + 1, client
        assert 8 <= annexes - control <= 12, f"{client}: {annexes - control} pages of policy"
        # Escalation and approval take a page at least, each country half of one: the fewest is two.
        assert 2 <= len(pages) - annexes <= 8, f"{client}: {len(pages) - annexes} pages of annexes"


@pytest.mark.parametrize("name", ["board-brief", "employee-engagement-policy", "vision-roadmap",
                                  "terms-of-engagement", "strategy-pack"])  # fmt: skip
def test_every_page_says_where_it_belongs(papers: Papers, name: str) -> None:
    """Client, classification and page x of y stand on every page but a cover (P-03)."""
    for documents in papers.values():
        pages = documents[name].pages
        covered = 1 if f"Page 1 of {len(pages)}" not in pages[0] else 0
        for number, page in enumerate(pages[covered:], covered + 1):
            assert f"Page {number} of {len(pages)}" in page, f"{name}, page {number}"


def test_no_page_holds_a_leftover(papers: Papers) -> None:
    """No template token, None, nan or broken reference on any page (P-05)."""
    residue = re.compile(r"\{\{|\{%|\bNone\b(?=[.,;)]|$)|\bnan\b|Error!|[\ue000-\uf8ff]")
    for documents in papers.values():
        for name, paper in documents.items():
            for number, page in enumerate(paper.pages, 1):
                assert not residue.search(page), f"{name}, page {number}: {residue.search(page)}"


def test_no_heading_is_left_alone_at_the_foot_of_a_page(papers: Papers) -> None:
    """The last line above the footer is never a numbered heading."""
    heading = re.compile(r"^(?:\d+(?:\.\d+)*|[A-D]\.\d+)\s+[A-Z][^.]{3,60}$")
    for documents in papers.values():
        for name, paper in documents.items():
            for number, page in enumerate(paper.pages[2:], 3):
                lines = [line for line in page.splitlines() if line.strip() and "Page " not in line]
                if sum(bool(heading.match(line)) for line in lines) > len(lines) / 2:
                    continue  # a page of the contents list
                assert not heading.match(lines[-1]), f"{name}, page {number}: {lines[-1]}"
