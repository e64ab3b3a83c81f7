"""Rulings of the trade that only wording holds (domain 2.1: X7, X10), read from the drafted documents of all examples."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from stratgen import pack
from stratgen.analysis import analyze
from stratgen.analysis.durations import duration
from stratgen.analysis.wording import wording_of
from stratgen.document import Block, DataTable, Document, Exhibit, Heading, plain
from stratgen.engagement import Engagement, known, records
from stratgen.places import bundled
from tests.analysis.set_examples import NAMES, checked, example
from tests.reading import printed

TERMS, POLICY, ROADMAP = "terms-of-engagement", "employee-engagement-policy", "vision-roadmap"
SCRIPTS = re.compile(r"\b(?:un)?script(?:s|ed)?\b", re.IGNORECASE)
FIXED = "nly lines on law and safety are fixed"
"""What may be said word for word, and nothing else (X7)."""

HOLDING = "First a holding line, then facts"


def section(document: Document, key: str) -> str:
    """Return the text under a heading, up to the next one of its level."""
    blocks: list[Block] = []
    level = 0
    for block in document.blocks:
        if isinstance(block, Heading):
            if level and block.level <= level:
                break
            level = block.level if block.key == key else level
        if level:
            blocks.append(block)
    assert level, key
    return "\n".join(printed(replace(document, blocks=tuple(blocks)))).replace("\N{NO-BREAK SPACE}", " ")


def table(document: Document, key: str) -> list[list[str]]:
    """Return the cells of a table by its key."""
    for block in document.blocks:
        if isinstance(block, Exhibit) and block.key == key and isinstance(block.content, DataTable):
            return [
                [
                    " ".join(plain(each) for each in cell.paragraphs).replace("\N{NO-BREAK SPACE}", " ")
                    for cell in row.cells
                ]
                for row in block.content.rows
            ]
    raise AssertionError(key)


def answers(name: str) -> Engagement:
    return checked(name).loaded.engagement


@pytest.mark.parametrize("name", NAMES)
def test_the_voice_is_traits_and_examples_and_never_a_script(name: str) -> None:
    """X7: each trait says what it is and is not; model replies are examples; only law and safety have fixed lines."""
    voice, papers = answers(name).voice, example(name)
    for paper in (TERMS, POLICY):
        rows = table(papers[paper], "voice-traits")
        assert len(rows) == len(records(voice.traits)) >= 3
        assert all(all(cell.strip(" –") for cell in row) for row in rows)
    for paper in (TERMS, POLICY):
        assert FIXED in section(papers[paper], "voice" if paper == TERMS else "our-voice")
    assert "only lines on law and safety are fixed" in section(papers[ROADMAP], "voice")
    if voice.model_replies is not None:
        assert "Never paste them" in section(papers[TERMS], "voice")
        assert "as examples and not as scripts" in section(papers[POLICY], "our-voice")


@pytest.mark.parametrize("name", NAMES)
def test_nobody_is_told_to_read_from_a_script(name: str) -> None:
    """X7: where the rules for those who answer speak of scripts at all, they say that there are none."""
    for paper in (TERMS, POLICY):
        said = [piece for piece in printed(example(name)[paper]) if SCRIPTS.search(piece)]
        assert [piece for piece in said if "not as scripts" not in piece] == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("paper", [TERMS, POLICY])
def test_a_holding_line_comes_within_the_time_of_its_level_and_facts_after_it(name: str, paper: str) -> None:
    """X10: every level prints its own time for the first word, shorter as it gets graver, then a clock of updates."""
    engagement, document = answers(name), example(name)[paper]
    levels, wording = records(engagement.governance.escalation), wording_of(engagement)
    assert levels
    text = section(document, "escalation")
    places = [text.find(words) for words in (HOLDING, "ithin the time of the level", "Facts follow")]
    assert 0 <= places[0] < places[1] < places[2]
    (clocks,) = [
        row[1:] for row in table(document, "escalation-levels") if row[0] == "First word, then updates"
    ]
    times = [minutes for level in levels if (minutes := known(level.acknowledge_minutes)) is not None]
    assert len(times) == len(clocks)
    assert times == sorted(set(times), reverse=True)
    for clock, level, minutes in zip(clocks, levels, times, strict=True):
        own = duration(minutes, wording).replace("\N{NO-BREAK SPACE}", " ")
        # A routine message has the response promise as its one clock.
        assert clock.startswith(("As the response promise says", own) if level is levels[0] else own)
        assert ("then every" in clock) == (level.update_minutes is not None)


def test_the_voice_holds_without_model_replies() -> None:
    """X7: where no worked example was asked for, no document points at one, and the rule of fixed lines stays."""
    base = checked("karoo-bank")
    voice = base.loaded.engagement.voice.model_copy(update={"model_replies": None})
    engagement = base.loaded.engagement.model_copy(update={"voice": voice})
    bare = pack.Checked(replace(base.loaded, engagement=engagement), analyze(engagement), (), (), ())
    papers = pack.compose(bare, bundled("templates"), (TERMS, POLICY))
    assert FIXED in section(papers[TERMS], "voice")
    assert "model replies" not in section(papers[POLICY], "our-voice")
    assert FIXED in section(papers[POLICY], "our-voice")


def test_the_terms_hold_words_for_a_person_in_distress() -> None:
    """First words, where help is and who takes over stand beside the levels; what is missing has an owner."""
    base = checked("karoo-bank")
    text = section(pack.compose(base, bundled("templates"), (TERMS,))[TERMS], "escalation")
    assert "Are you safe where you are?" in text
    assert "0800 567 567" in text
    assert "if not reached, Care team leader on stand-by" in text
    governance = base.loaded.engagement.governance.model_copy(update={"distress": None})
    engagement = base.loaded.engagement.model_copy(update={"governance": governance})
    bare = pack.Checked(replace(base.loaded, engagement=engagement), analyze(engagement), (), (), ())
    papers = pack.compose(bare, bundled("templates"), (TERMS, POLICY))
    assert "Not written yet: the Social Media Manager has them approved" in section(
        papers[TERMS], "escalation"
    )
    assert "are not settled yet: the Social Media Manager" in section(papers[POLICY], "escalation")
