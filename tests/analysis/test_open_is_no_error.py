"""What is open and has somebody who finds out is an open point; a truthful answer never leaves an error behind."""

from __future__ import annotations

import pytest

from stratgen.analysis import analyze
from tests.builders import UNKNOWN, an_engagement

OWNED = {"unknown": "not settled yet", "owner": "Head of Insight", "due": "2027-03-31"}
AGENTS_ONLY = [
    {"audience": "cx_agents", "modules": ["operating", "policy"], "trained_today": 10, "target": 80,
     "by": "Q2", "refresh_months": 12},
]  # fmt: skip


def errors(number: str, **changes: object) -> list[str]:
    """Return the paths at which a rule finds an error."""
    return [each.path for each in analyze(an_engagement(**changes)).errors if each.rule == number]


@pytest.mark.parametrize("name", ["owner", "deliverable", "key_result"])
def test_work_that_waits_for_an_answer_somebody_owns_is_no_error(name: str) -> None:
    """Until then it is an open point with an owner; without anybody the work cannot be released (V22)."""
    path = f"initiatives__0__{name}"
    assert errors("V22", **{path: OWNED}) == []
    assert errors("V22", **{path: UNKNOWN}) == [f"initiatives[0].{name}"]


def test_work_without_an_owner_is_no_error_in_a_draft() -> None:
    """Suggested work has no owner yet; its deliverable it has."""
    draft = {"engagement__pack__status": "draft"}
    assert errors("V22", **draft, initiatives__0__owner=UNKNOWN) == []
    assert errors("V22", **draft, initiatives__0__deliverable=UNKNOWN) == ["initiatives[0].deliverable"]


@pytest.mark.parametrize("name", ["notice_given", "lawful_basis"])
def test_a_notice_that_somebody_sees_to_is_an_open_point(name: str) -> None:
    """Whoever answers truthfully that it is not done yet, by whom and when, has answered (V27)."""
    path = f"policy__monitoring__{name}"
    assert errors("V27", **{path: OWNED}) == []
    assert errors("V27", **{path: UNKNOWN}) == [f"policy.monitoring.{name}"]


def test_only_those_who_answer_have_to_be_trained_and_the_other_warning_can_be_accepted() -> None:
    """A landlord without relationship managers says so once (V65, V149)."""
    findings = analyze(an_engagement(training=AGENTS_ONLY))
    assert not [each for each in findings.errors if each.rule in ("V65", "V149")]
    (warning,) = [each for each in findings.warnings if each.rule == "V149"]
    override = {"rule": "V149", "reason": "We have no relationship managers", "by": "Director of Customers",
                "when": "2026-11-10", "answer": warning.fingerprint}  # fmt: skip
    settled = analyze(an_engagement(training=AGENTS_ONLY, overrides=[override]))
    assert [each.rule for each in settled.accepted if each.rule == "V149"] == ["V149"]
    assert not [each for each in settled.errors if each.rule == "V93"]
