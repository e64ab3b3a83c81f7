"""A target that the client gave prints as given everywhere, beside a baseline that is still to be confirmed."""

from __future__ import annotations

from stratgen.analysis import analyze
from stratgen.document import outline
from tests.analysis.set_examples import drafted, said, with_cell
from tests.builders import an_engagement

OWNED = {"unknown": "not measured yet", "owner": "Head of Insight", "due": "2027-03-31"}
UNMEASURED = {"objectives__0__baseline": OWNED}


def test_a_target_without_a_baseline_is_an_aim_and_passes_no_test_it_does_not_pass() -> None:
    """It prints, and its quality still says that the baseline lacks."""
    (first, *_) = analyze(an_engagement(**UNMEASURED)).objectives
    assert first.aimed
    assert not first.printable
    assert "a baseline" in first.failed
    (lost, *_) = analyze(an_engagement(**UNMEASURED, objectives__0__target="unknown")).objectives
    assert not lost.aimed


def test_no_document_says_that_a_given_target_is_to_be_set() -> None:
    """Brief, roadmap and the strategy on a page print the number; the lint of the set has nothing to say (V37)."""
    engagement = an_engagement(**UNMEASURED)
    documents = drafted(engagement)
    said_of = {name: outline(document) for name, document in documents.items()}
    lines = [line for text in said_of.values() for line in text.splitlines() if "First response time" in line]
    assert lines
    assert not [line for line in lines if "To be set" in line or "no target is set" in line]
    assert "baseline to be confirmed" in said_of["vision-roadmap"]
    assert said(documents, engagement) == []


def test_the_opposite_of_a_target_is_a_disagreement() -> None:
    """A table that says "To be set" beside one that prints the number is an error (V37)."""
    engagement = an_engagement(**UNMEASURED)
    documents = drafted(engagement)
    changed = with_cell(documents, "board-brief", "What the board will see", (0, 3), "To be set")
    (hit,) = said(changed, engagement)
    assert "to be set" in hit.what.casefold()


def test_the_strategy_on_a_page_counts_the_objectives_that_are_still_to_be_set() -> None:
    """None vanishes from the page without a word."""
    engagement = an_engagement(objectives__1__target="unknown")
    front = drafted(engagement)["pack-front"]
    assert "1 more is still to be set" in outline(front)
