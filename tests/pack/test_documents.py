"""What holds across the documents of one pack: one fact one value, every hole listed, nobody named."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import FrameType
from typing import Any

import docx
import mammoth
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.growth import grown
from stratgen import word
from stratgen.analysis import analyze
from stratgen.answers import load
from stratgen.document import Document, outline
from stratgen.engagement import Engagement
from stratgen.pack import BOUND, Checked, check, compose
from stratgen.places import bundled
from tests.builders import an_engagement, paths, with_holes
from tests.command import BANK, MINIMAL

STYLE = word.house_style(bundled("templates") / "house-style")
LOADED = load(BANK)


def documents_of(engagement: Engagement) -> dict[str, Document]:
    """Return every document of an engagement that no file holds."""
    checked = Checked(replace(LOADED, engagement=engagement), analyze(engagement), (), (), ())
    return compose(checked, bundled("templates"))


@pytest.fixture(scope="module")
def bank() -> dict[str, Document]:
    """The documents of the bank."""
    return compose(check(BANK), bundled("templates"))


@pytest.mark.parametrize("answers", [BANK, MINIMAL], ids=lambda path: path.stem)
def test_the_open_points_of_the_header_are_those_that_the_annex_lists(answers: Path) -> None:
    """The count in every header is the number of rows in annex B, each with its question (P-15)."""
    checked = check(answers)
    points = checked.findings.open_points
    pack = compose(checked, bundled("templates"))[BOUND]
    assert f"{len(points)} open point" in pack.status
    text = outline(pack)
    listed = text[text.index("Open points", text.index("Annex B", text.rindex("Annex A"))) :]
    for point in points:
        assert point.owner in listed
        assert point.reason in listed


def test_no_document_says_none(bank: dict[str, Document]) -> None:
    """An absent answer is absent, and a missing one is a hole; neither is ever the word None or nan."""
    for name, document in bank.items():
        text = outline(document)
        assert not re.search(r"\bNone\b(?=[.,;)]|$)|\bnan\b|<[A-Za-z_]+\.[A-Z_]+", text, re.MULTILINE), name


def test_no_stakeholder_is_named_and_no_support_score_printed() -> None:
    """Names and support stay in the answer file (G7)."""
    engagement = an_engagement(stakeholders__0__name="Zebediah Quux", stakeholders__0__support=-2)
    for name, document in documents_of(engagement).items():
        assert "Quux" not in outline(document), name


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from texts(inner)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def by_python_docx(data: bytes) -> str:
    document = docx.Document(BytesIO(data))
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
    return " ".join("".join(node.text or "" for node in paragraph.iter(name))
                    for paragraph in document.element.body.iter(name[:-1] + "p"))  # fmt: skip


def by_mammoth(data: bytes) -> str:
    return str(mammoth.extract_raw_text(BytesIO(data)).value)


@pytest.mark.parametrize("read", [by_python_docx, by_mammoth])
def test_what_was_answered_reads_back_letter_for_letter(
    bank: dict[str, Document], read: Callable[[bytes], str]
) -> None:
    """Every answer that the tree prints is in the Word file as two independent readers see it."""
    answers = {squeezed(each) for each in texts(LOADED.engagement.model_dump(mode="json")) if len(each) > 14}
    seen = 0
    for name, document in bank.items():
        said = squeezed(outline(document))
        found = squeezed(read(word.write(document, STYLE)))
        for answer in answers:
            if answer in said:
                seen += 1
                assert answer in found, f"{name}: {answer}"
    assert seen > 400


def test_a_changed_target_changes_in_every_document() -> None:
    """One number has one source: the target of an objective reads the same wherever it stands (V37)."""
    before = documents_of(an_engagement())
    after = documents_of(an_engagement(objectives__0__target=77))
    for name in ("board-brief", "vision-roadmap", BOUND):
        assert "1\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}17\N{NO-BREAK SPACE}min" not in outline(before[name])
        assert "1\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}17\N{NO-BREAK SPACE}min" in outline(after[name]), name


def test_the_provenance_annex_holds_the_hash_of_the_answers(bank: dict[str, Document]) -> None:
    """Annex D and the manifest carry the same hash (P-18)."""
    assert LOADED.digest in outline(bank[BOUND])


def calls(run: Callable[[], object]) -> int:
    """Return how many Python functions a run enters: a measure of work that no clock disturbs."""
    count = 0

    def tally(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(tally)
    try:
        run()
    finally:
        sys.setprofile(before)
    return count


def test_ten_times_the_records_take_about_ten_times_the_work() -> None:
    """Nothing grows with the square of the channels, objectives, risks or initiatives."""
    once, tenfold = LOADED.engagement, grown(LOADED.engagement, 10)

    def work(engagement: Engagement) -> int:
        def run() -> list[bytes]:
            return [word.write(tree, STYLE) for tree in documents_of(engagement).values()]

        run()
        return calls(run)

    assert work(tenfold) < 11 * work(once)


@pytest.mark.fuzz
@given(holes=st.sets(st.sampled_from(paths()), max_size=60))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_set_of_holes_makes_sound_documents(holes: set[str]) -> None:
    """Whatever is unknown, each document is drafted, written and passes the lint."""
    for name, document in documents_of(with_holes(holes)).items():
        assert word.lint(word.write(document, STYLE)) == [], name
