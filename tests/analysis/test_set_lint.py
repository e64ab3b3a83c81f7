"""The lint of the rendered set: it is quiet where all is well, and names what does not agree."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stratgen.analysis.set_lint.facts import Stated
from stratgen.analysis.set_lint.in_tables import facts_in_tables
from stratgen.analysis.set_lint.statements import Table, statements
from stratgen.analysis.set_lint.values import folded, tidy, value
from tests.analysis.set_examples import NAMES, Set, checked, drafted, example, reworded, said, with_cell
from tests.builders import LEFT_OUT, an_engagement, paths, with_holes

QUIET = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
KINDS = ("measure", "channel", "promise", "severity", "work", "money", "people", "row")
PATHS = paths()


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_agree_with_themselves(name: str) -> None:
    """No example prints one fact with two values."""
    assert said(example(name), checked(name).loaded.engagement) == []


@QUIET
@given(st.lists(st.sampled_from(PATHS), max_size=8))
def test_answers_with_holes_agree_with_themselves(holes: list[str]) -> None:
    """What is not known yet prints as an open point, and is no contradiction."""
    engagement = with_holes(holes)
    assert said(drafted(engagement), engagement) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"engagement__locale": "en-US", "engagement__currency": "USD"},
        {"engagement__locale": "en-ZA", "engagement__currency": "CHF"},
        {"objectives__0__due": "Q2", "objectives__1__due": "Q3"},
        {"objectives__0__target": 90, "objectives__0__baseline": 1440},
        {"engagement__pack__version": "2.11", "board__oversight__kpis": ["FRT", "FCR", "AHT"]},
        {"engagement__first_quarter_starts": "2027-02-01", "sign_off": []},
    ],
)
def test_other_locales_dates_and_units_agree_with_themselves(changes: dict[str, object]) -> None:
    """A quarter and its last day, minutes and hours, a rounded and a full number are one value each."""
    kept = {name: LEFT_OUT if given is None else given for name, given in changes.items()}
    engagement = an_engagement(**kept)
    assert said(drafted(engagement), engagement) == []


def _twice(name: str) -> list[tuple[Table, int, int, Stated]]:
    """Return every cell of an example that states a fact which another table states too, and no table twice."""
    found = statements(example(name))
    told = list(facts_in_tables(found))
    places = Counter(each.fact.key for each in told)
    cells = []
    for table in found.tables:
        for each in (each for each in told if each.spot == table.spot and places[each.fact.key] > 1):
            for row, line in enumerate(table.lines):
                for column, cell in enumerate(line.cells):
                    if column and cell and _is_cell_of(table, row, column, each):
                        cells.append((table, row, column, each))
    return cells


def _is_cell_of(table: Table, row: int, column: int, each: Stated) -> bool:
    """Return whether this cell and no other of its table prints a statement."""
    first = table.lines[row].cells[column][0]
    alike = [
        1
        for line in table.lines
        for cell in line.cells[1:]
        if cell and value(cell[0]) == value(first) != None  # noqa: E711
    ]
    subject = folded(each.fact.subject)
    named = any(subject.endswith(folded(" ".join(cell))) for cell in table.lines[row].cells if any(cell))
    return len(alike) == 1 and named and value(first) == each.value and not table.in_grid


CELLS = [
    (table, row, column, each)
    for table, row, column, each in _twice("karoo-bank")
    # The state of a year is read off the four quarters of a channel together, not off one cell.
    if each.fact.kind != "work" and not (table.heads[0] == "Channel" and "Q1" in table.heads)
]
OTHERS = {"minutes": "17 hours", "day": "3 February 2031", "amount": "R77 777 777", "share": "3.3%",
          "number": "77.7", "words": "Something else"}  # fmt: skip


def test_the_seeds_cover_facts_of_many_kinds() -> None:
    """The property below is about measures, channels, promises, severity and tables that print twice."""
    assert {"measure", "channel", "promise", "severity"} <= {each.fact.kind for *_, each in CELLS}
    assert len(CELLS) > 60


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(CELLS))
def test_a_cell_that_says_something_else_is_named(seed: tuple[Table, int, int, Stated]) -> None:
    """Whichever fact and whichever document: the lint names the fact, the document, and both values."""
    table, row, column, each = seed
    other = OTHERS[each.value.kind]
    changed = with_cell(example(), table.spot.name, table.caption, (row, column), other)
    found = [finding for finding in said(changed) if each.fact.subject in finding.what]
    assert found
    assert any(table.spot.document in finding.place + finding.what for finding in found)
    assert any(other in finding.what and each.value.printed in finding.what for finding in found)
    assert all(finding.severity == "error" and finding.rule == "V37" for finding in found)


SENTENCES = [
    ("board-brief", "R3 800 000", "R3 900 000", "in year one", "Year-one cost"),
    (
        "employee-engagement-policy",
        "Chief Customer Officer",
        "Head of Marketing",
        "is accountable for",
        "Accountable",
    ),
    ("board-brief", "2.5", "3.5", "are there today", "Full-time posts"),
    ("vision-roadmap", "25.0", "27.0", "Karoo Bank starts as", "Investment"),
    ("board-brief", "R2 934 000", "R3 934 000", "in each full year", "Full-year cost"),
    ("board-brief", "R1 459 000", "R1 559 000", "in a full year at", "Benefit of a full year"),
    ("board-brief", "25 ", "27 ", "on this today", "Investment"),
    ("vision-roadmap", "80%", "85%", "These numbers would show it", "Response rate"),
    ("vision-roadmap", "54%", "58%", "at the end of Q3", "First contact resolution"),
    ("vision-roadmap", "07:00 to 19:00", "06:00 to 19:00", "Replies are promised", "Hours of the promise"),
    ("employee-engagement-policy", "1.0", "1.1", "Version 1.0", "Version"),
    ("vision-roadmap", "Head of Customer Care", "Head of Sales", "", "owner"),
]


@pytest.mark.parametrize(("name", "old", "new", "within", "fact"), SENTENCES)
def test_a_sentence_that_says_something_else_is_named(
    name: str, old: str, new: str, within: str, fact: str
) -> None:
    """Amounts, people, scores, hours and targets in running text are held against the tables."""
    found = said(reworded(example(), name, old, new, within))
    assert any(fact in finding.what and new.strip() in tidy(finding.what) for finding in found), found
    assert any(example()[name].title in finding.place + finding.what for finding in found)


def _with(documents: Set, name: str, **changes: str) -> Set:
    return documents | {name: replace(documents[name], **changes)}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("field", "fact"), [("dated", "Pack date"), ("version", "Version"), ("client", "Client")]
)
@pytest.mark.parametrize("name", ["board-brief", "terms-of-engagement"])
def test_a_cover_of_another_day_version_or_client_is_named(field: str, fact: str, name: str) -> None:
    """The covers and headers of all documents say the same of the pack."""
    other = {"dated": "1 May 2026", "version": "9.9", "client": "Another Bank"}[field]
    (finding,) = said(_with(example(), name, **{field: other}))
    assert fact in finding.what
    assert other in finding.what
    assert finding.place.startswith(example()[name].title)


@pytest.mark.parametrize(
    ("old", "new"), [("6 h 30 min (median)", "6 h (median)"), ("21 hours (90th", "20 hours (90th")]
)
def test_median_and_90th_percentile_of_one_cell_are_two_facts(old: str, new: str) -> None:
    """Either of them is found where the dictionary says something else than the brief."""
    documents = example()
    row, caption = 1, "Care measures today, on other channels and on social"
    cell = "6 h 30 min (median), 21 hours (90th percentile)".replace(old, new)
    assert said(with_cell(documents, "board-brief", caption, (row, 2), cell))


def test_a_number_in_a_clients_own_words_is_theirs() -> None:
    """A sentence of an answer may name a measure with a number that is no target."""
    words = "On 31 December 2027 customers get an answer. We once had a first response time of 33 minutes here, said"
    text = f"{words} people who were there at the time and who still talk of it."
    engagement = an_engagement(vision__year_end=text)
    assert said(drafted(engagement), engagement) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("90 minutes", "1 h 30 min", True),
        ("4 hours", "240 minutes", True),
        ("R3 800 000", "R3\N{NO-BREAK SPACE}800\N{NO-BREAK SPACE}000", True),
        ("£1,200", "£1 200", True),
        ("4 Jan 2027", "January 4, 2027", True),
        ("46%", "46", False),
        ("46%", "47%", False),
        ("1 day", "1 hour", False),
        ("Lead", "lead.", True),
    ],
)
def test_values_are_compared_by_what_they_say(one: str, other: str, same: bool) -> None:
    """Units, spaces and spellings of one value do not matter; another value does."""
    first, second = value(one), value(other)
    assert first
    assert second
    assert first.agrees(second) is same


def test_a_rounded_number_agrees_only_with_what_it_was_rounded_from() -> None:
    """5.8 may stand for 5.83, and not for 5.93; where nothing may be rounded, not even for 5.83."""
    short, near, far = value("5.8"), value("5.83"), value("5.93")
    assert short
    assert near
    assert far
    assert short.agrees(near, rounded=True)
    assert not short.agrees(far, rounded=True)
    assert not short.agrees(near)


@pytest.mark.parametrize("text", ["", "–", "[To be confirmed: Head of Legal, 1 May 2027]", "not scored"])
def test_what_is_open_is_no_value(text: str) -> None:
    """An open point or a dash contradicts nothing."""
    assert value(text) is None
