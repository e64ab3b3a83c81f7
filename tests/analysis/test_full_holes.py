"""The full interview with holes: nothing raises, and what rests on too little is not scored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from stratgen.analysis import analyze
from stratgen.analysis.findings import Findings, Score
from tests import specimen
from tests.analysis.rule_examples_full import FALLEN, MOVED, experience, figure_of, mood, progress
from tests.analysis.test_mirror import SKILLS
from tests.analysis.test_tools import candidate
from tests.builders import paths, with_holes

SECTIONS = (
    "mirror", "coalition", "silence", "benefits", "tools", "progress", "spot_on", "derived", "case", "smart",
)  # fmt: skip

FULL: dict[str, Any] = {
    "team__skills": SKILLS,
    "personas__0__languages": ["English"],
    "personas__1__languages": ["Welsh"],
    "engagement__margin_per_customer": figure_of(140),
    "board__silence": {"evidence": dict(specimen.EVIDENCE), "contacts_per_customer": 1.6, "leave_rate": 3},
    "board__benefits": [MOVED, FALLEN],
    "tools__candidates": [candidate("Desk", 4), candidate("Suite", 3)],
    "vision__capacity": {"q1": 12, "q2": 12, "q3": 12, "q4": 12},
    "vision__declined": [{"id": "I-22", "reason": "Not this year"}],
    "stories": {"experiences": experience("facebook", incentive=True)},
    "channels__0__sentiment": mood(20),
    "progress": progress(),
}
REVIEWED: dict[str, Any] = {
    "engagement__pack__date": "2027-04-05",
    "engagement__meeting__date": "2027-04-22",
    "policy__effective": "2027-04-26",
    "board__resolutions__0__by": "2027-05-03",
    "credo__hard_topics__0__review": "2027-06-30",
}
"""The edition that prints the review is dated after it."""
PATHS = paths(**FULL)


def scores(value: Any) -> Iterator[Score]:
    """Return every score in a finding."""
    if isinstance(value, Score):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from scores(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from scores(getattr(value, field.name))


def within_bounds(found: Findings) -> None:
    """Fail where a value leaves its range."""
    for cover in (*found.mirror.covers, found.mirror):
        assert cover.score.value is None or 0 <= cover.score.value <= 100
    assert all(0 <= bar.value <= 100 for bar in found.spot_on.bars)
    silence = found.silence
    assert silence.shown == (not silence.reason)
    if silence.low is not None and silence.base is not None and silence.high is not None:
        assert 0 <= silence.low <= silence.base <= silence.high
    for each in found.progress.findings if found.progress else ():
        assert (each.rating is None) == bool(each.why)
        assert each.grade is None or 0 <= each.grade <= 1
        assert each.elapsed is None or 0 <= each.elapsed <= 1


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PATHS), max_size=60))
def test_any_set_of_holes_yields_findings_within_their_bounds(holes: list[str]) -> None:
    """Unknown inputs are left out, and fewer than seven in ten known ones make no score."""
    found = analyze(with_holes(holes, **FULL))
    within_bounds(found)
    for score in scores(tuple(getattr(found, name) for name in SECTIONS)):
        assert 0 <= score.known <= score.asked
        assert score.value is None or score.known >= 0.7 * score.asked - 1e-9


def test_each_single_hole_of_the_full_interview_yields_findings() -> None:
    """One at a time, in what the full interview adds."""
    added = [path for path in PATHS if path not in set(paths())]
    assert len(added) > 60
    for path in added:
        within_bounds(analyze(with_holes([path], **FULL)))


def test_the_full_interview_breaks_no_rule() -> None:
    """What tests add to the specimen is sound."""
    found = analyze(with_holes([], **FULL, **REVIEWED))
    assert (found.errors, found.warnings) == ((), ())
