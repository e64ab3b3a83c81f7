"""The full examples: each is checked, linted and drafted once, and shows what its header says that it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest

from stratgen.document import Document, outline
from stratgen.engagement.answer import Record
from stratgen.engagement.maturity import Segment
from stratgen.pack import PARTS, Checked, check, compose
from stratgen.places import bundled
from tests.command import ROOT

IF_IT_APPLIES = frozenset({
    "adds", "adopted_by", "approved_on", "budgeted_tool_because", "channels", "cost_after",
    "customers_called", "days", "effective", "extra_shifts", "forbidden", "full_year_amount", "gaps_closed",
    "holding_line", "hours_from", "if_it_fails", "in_post", "language_hours", "never_for", "not_in_costs",
    "note", "on_other_work", "only_if", "options_decided", "pays_for", "posts", "promise_from", "releases",
    "removed_by", "remover", "resolution_after", "resolution_before", "sample_size", "shown_to_board",
    "answered", "target_90th", "value_90th", "watch", "work",
})  # fmt: skip
"""Questions of the full interview that depend on another answer of their record, or on what has happened since."""


@dataclass(frozen=True, slots=True)
class Promise:
    """What an example is there to show."""

    segment: Segment
    status: str
    annexes: tuple[str, ...]


EXAMPLES = {
    "tarnbeck": Promise(Segment.CONSERVATIVE, "Draft: 3 open points", ("uk",)),
    "wattlebird-airlines": Promise(Segment.LEADER, "Approved", ("us", "eu", "au")),
}

each_example = pytest.mark.parametrize("name", EXAMPLES)


@cache
def checked(name: str) -> Checked:
    return check(ROOT / "answers" / f"{name}.yaml")


@cache
def documents(name: str) -> dict[str, Document]:
    return compose(checked(name), bundled("templates"), PARTS)


def applies(record: Record, name: str) -> bool:
    """Tell whether a 90th percentile can be asked for: only a first response time has one, where there is a median."""
    if name == "first_response_90th_minutes":
        return getattr(record, "first_response_minutes", None) is not None
    return name != "social_90th" or getattr(record, "kpi", None) == "FRT"


def skipped(record: Record, path: str = "") -> Iterator[str]:
    """Return the questions of the full interview without an answer, in the records that are there."""
    for name, field in type(record).model_fields.items():
        answer = getattr(record, name)
        extra = field.json_schema_extra
        here = f"{path}.{name}" if path else name
        if answer is None and isinstance(extra, dict) and extra.get("level") == "full":
            if name not in IF_IT_APPLIES and applies(record, name):
                yield here
        elif isinstance(answer, Record):
            yield from skipped(answer, here)
        elif isinstance(answer, tuple):
            for number, item in enumerate(answer):
                if isinstance(item, Record):
                    yield from skipped(item, f"{here}[{number}]")


@each_example
def test_an_example_is_free_of_errors_and_of_warnings_that_nobody_accepted(name: str) -> None:
    """An example is what a careful consultant would hand over, its drafted policy included (V26)."""
    found = checked(name)
    assert [*found.findings.errors, *found.findings.warnings] == []
    assert [*found.errors, *found.warnings] == []


@each_example
def test_an_example_answers_the_full_register(name: str) -> None:
    """Every question of the full interview that applies is answered, if only by saying who will find out."""
    engagement = checked(name).loaded.engagement
    assert list(skipped(engagement)) == []
    assert engagement.vision.capacity is not None
    assert engagement.board.silence is not None
    assert engagement.baseline.contact_costs is not None
    assert engagement.baseline.monthly_contacts is not None
    assert engagement.team.skills is not None


@each_example
def test_an_example_stands_where_its_header_says(name: str) -> None:
    """The segment, the status in every header and the country annexes are those the example is there to show."""
    promise, findings = EXAMPLES[name], checked(name).findings
    assert findings.placement.segment is promise.segment
    assert documents(name)["vision-roadmap"].status == promise.status
    issued = {"Approved": "Approved for issue"}.get(promise.status, promise.status)
    assert documents(name)["board-brief"].status == issued, "the board has not decided yet"
    assert tuple(each.key for each in findings.clauses.annexes) == promise.annexes


@each_example
def test_the_papers_of_an_example_hold_no_leftover(name: str) -> None:
    """No page says None or nan, speaks of another client, or breaks into American spelling."""
    for title, document in documents(name).items():
        text = outline(document)
        assert not re.search(r"\bNone\b(?=[.,;)]|$)|\bnan\b|\{\{|\}\}", text, re.MULTILINE), title
        assert not re.search(r"Karoo|\bsavers?\b|organiz|behavior\b", text), title


def test_the_review_holds_what_two_quarters_measured() -> None:
    """The airline has a value for each objective at the end of Q1 and of Q2, and a status for each initiative."""
    engagement = checked("wattlebird-airlines").loaded.engagement
    assert engagement.progress is not None
    measured = {(each.kpi, str(each.quarter)) for each in engagement.progress.actuals}
    assert measured == {(each.kpi, quarter) for each in engagement.objectives for quarter in ("Q1", "Q2")}
    assert {each.initiative for each in engagement.progress.deliveries} == {
        each.id for each in engagement.initiatives
    }
