"""The tables of the pack's own pages: first pages, method, evidence, glossary."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest

from stratgen.analysis import analyze
from stratgen.analysis.exhibits.annexes import BUILDERS
from stratgen.analysis.exhibits.registry import BUILDERS as ALL
from stratgen.document import DataTable
from stratgen.engagement import Engagement
from tests.analysis.test_exhibits_policy import exhibits_of, rows_of, shown
from tests.builders import UNKNOWN, an_engagement, paths, with_holes


def names_of_people(engagement: Engagement) -> set[str]:
    """Return the names that no document may print."""
    return {each.name for each in engagement.stakeholders if isinstance(each.name, str)}


def test_each_open_point_has_its_number_owner_and_place() -> None:
    """The register has as many rows as the header counts (P-15)."""
    hole = {"unknown": "counsel has the draft", "owner": "Head of Legal", "due": "2027-01-15"}
    engagement = an_engagement(policy__owner=hole, policy__approver=UNKNOWN)
    rows = rows_of(exhibits_of(engagement)["annex-open-points"])
    assert rows is not None
    assert len(rows) == len(analyze(engagement).open_points) == 2
    assert rows[0][0] == "1"
    assert rows[0][2:4] == ["Head of Legal", "15 Jan 2027"]
    assert rows[0][1].endswith("Counsel has the draft")
    assert rows[1][2:4] == ["To be named", "Not set"]


def test_complete_answers_leave_no_register_of_open_points() -> None:
    """The template says so in words instead."""
    assert shown("annex-open-points") is None


def test_an_accepted_warning_says_why_and_by_whom() -> None:
    """It moves from the open ones to the accepted ones (house: overrides)."""
    late: dict[str, Any] = {"policy__review_months": 18}
    open_rows = shown("annex-warnings", **late)
    assert open_rows is not None
    assert any("(V36)" in row[1] for row in open_rows)
    (found,) = (each for each in analyze(an_engagement(**late)).warnings if each.rule == "V36")
    accepted = {"rule": "V36", "reason": "The union asked for the longer interval", "by": "Head of People",
                "when": "2026-11-12", "answer": found.fingerprint}  # fmt: skip
    rows = shown("annex-accepted", overrides=[accepted], **late)
    assert rows is not None
    assert rows[0][1:] == ["The union asked for the longer interval", "Head of People"]
    left = shown("annex-warnings", overrides=[accepted], **late) or []
    assert not any("(V36)" in row[1] for row in left)


def test_figures_of_one_origin_share_a_row() -> None:
    """Source, period and grade are said once for all the figures that have them in common (5.14)."""
    engagement = an_engagement()
    rows = rows_of(exhibits_of(engagement)["annex-evidence"])
    assert rows is not None
    assert len(rows) < len(analyze(engagement).evidence.lines)
    origins = [tuple(row[1:]) for row in rows]
    # A long row is cut so that a page may break in it; its parts follow each other.
    assert len(set(origins)) == 1 + sum(one != other for one, other in pairwise(origins))


def test_the_register_of_figures_names_channels_and_measures() -> None:
    """No id of the answer file and no position stands before a reader."""
    rows = shown("annex-evidence")
    assert rows is not None
    words = " ".join(row[0] for row in rows)
    assert "Facebook" in words
    assert "Channels 1" not in words


def test_the_register_of_figures_gives_each_its_unit_and_a_name_that_people_use() -> None:
    """A measure reads as it does in the documents, and no field of the answer file shows (5.14)."""
    rows = shown("annex-evidence")
    assert rows is not None
    words = " ".join(row[0] for row in rows)
    assert "Objective 1, first response time: baseline 5 h 40 min" in words.replace("\N{NO-BREAK SPACE}", " ")
    assert not re.search(r"rechannelled|wait minutes|needing reply \d|Objectives \d", words)
    assert re.search(r"Response rate: .*on social \d+%", words)


@pytest.mark.parametrize("count", [0, 1, 3, 5])
def test_the_page_shows_three_objectives_at_most(count: int) -> None:
    """Strategy on a page keeps to three; an objective that is not ready is not shown as a target."""
    one = an_engagement().model_dump(mode="json")["objectives"][0]
    changes: dict[str, Any] = {"objectives": [one] * count} if count else {"objectives": UNKNOWN}
    rows = shown("pack-objectives", **changes)
    assert (rows is None) if count == 0 else (rows is not None and len(rows) == min(count, 3))


def test_an_objective_without_a_baseline_prints_its_target_and_the_gap() -> None:
    """What the client aims at is not hidden; what is missing is marked, and the score counts it as missing (5.9)."""
    every, fewer = shown("pack-objectives"), shown("pack-objectives", objectives__0__baseline=UNKNOWN)
    assert every is not None
    assert fewer is not None
    assert [row[3] for row in fewer] == [row[3] for row in every]
    assert "To be confirmed" in fewer[0][2]
    scores = shown("annex-worth", objectives__0__baseline=UNKNOWN)
    assert scores is not None
    assert any("lacks a baseline" in row[1] for row in scores)


def test_method_tables_give_inputs_and_results() -> None:
    """Every score of the annex stands beside what it was made of."""
    rows = shown("annex-scores")
    assert rows is not None
    assert [re.split("[,;]", row[0])[0] for row in rows] == [
        "Investment", "Innovation", "Observer traits", "Resistance", "Naive to Natural",
        "Hoops a customer goes through", "People for care",
    ]  # fmt: skip
    assert all(row[1] for row in rows)
    assert "Partial (2 of 4)" in " ".join(row[1] for row in rows)


def test_no_table_grades_the_board_or_counts_who_is_against() -> None:
    """The pack's readers are not scored in it, and nobody can tell who opposes it (documents B-20, G7)."""
    made = exhibits_of(an_engagement())
    said = " ".join(str(made[name]) for name in BUILDERS)
    assert "Board readiness" not in said
    assert not re.search(r"\d against", said)


def test_glossary_lists_only_measures_that_are_used() -> None:
    """The catalogue holds more measures than any client uses."""
    engagement = an_engagement()
    rows = rows_of(exhibits_of(engagement)["annex-measures"])
    assert rows is not None
    assert 0 < len(rows) < len(analyze(engagement).kpis)


def test_no_table_prints_a_stakeholders_name() -> None:
    """Names and support stay in the answer file (G7)."""
    engagement = an_engagement(stakeholders__0__name="Nomvula Examplename")
    assert names_of_people(engagement)
    made = exhibits_of(engagement)
    for name in BUILDERS:
        exhibit = made[name]
        assert "Examplename" not in str(exhibit)


def test_every_table_stands_when_nothing_is_known() -> None:
    """All holes: each table is left out or says what is missing; every row fills its columns."""
    made = exhibits_of(with_holes(paths()))
    for name in BUILDERS:
        exhibit = made[name]
        if exhibit is not None:
            assert isinstance(exhibit.content, DataTable)
            assert exhibit.content.rows
            assert all(
                row.role == "group" or len(row.cells) == len(exhibit.content.columns)
                for row in exhibit.content.rows
            )


def test_every_table_stands_whatever_single_answer_is_missing() -> None:
    """One hole at a time, over the sections that the annexes read."""
    for path in paths():
        if path.split("__")[0] in ("maturity", "board", "channels", "vision", "purpose", "sign_off"):
            made = exhibits_of(with_holes([path]))
            for name in BUILDERS:
                exhibit = made[name]
                assert exhibit is None or exhibit.key == name


def test_exhibits_bear_the_names_they_are_asked_by() -> None:
    """No two rooms of exhibits use one name, and each exhibit's key is its name."""
    made = exhibits_of(an_engagement())
    assert set(BUILDERS) <= set(ALL)
    assert all(exhibit.key == name for name, exhibit in made.items() if exhibit is not None)


def test_every_other_score_stands_with_its_inputs() -> None:
    """Team, coalition, objectives, silence, benefits, tools and evidence: a result and what it was made of (PK-A)."""
    candidate = {"name": "Platform A", "must_haves": dict.fromkeys(("queues", "reporting", "access", "audit"), True),
                 "scores": {"coverage": 4, "cost": 3}, "cost": 9000}  # fmt: skip
    rows = shown(
        "annex-worth",
        tools__candidates=[candidate, candidate | {"name": "Bee", "must_haves": {"queues": False}}],
    )
    assert rows is not None
    titles = [row[0].partition(",")[0] for row in rows]
    assert {"Strength of the coalition", "Quality of objectives", "Cost of silence", "Tools for care"} <= {
        *titles
    }
    assert all(row[1] for row in rows)
    assert "of 2 ranked" in next(row[0] for row in rows if row[0].startswith("Tools"))


def test_the_marks_of_tools_end_in_what_follows_from_them() -> None:
    """Score and rank stand under the marks; a tool that lacks a must is out, and the table says which (5.13)."""
    candidate = {"name": "Platform A", "must_haves": dict.fromkeys(("queues", "reporting", "access", "audit"), True),
                 "scores": {"coverage": 4, "cost": 3}, "cost": 9000}  # fmt: skip
    rows = shown(
        "annex-tools",
        tools__candidates=[candidate, candidate | {"name": "Bee", "must_haves": {"queues": False}}],
    )
    assert rows is not None
    assert rows[-1][2] == "not scored"
    assert rows[-1][3].startswith("Out: lacks")


def test_the_cost_of_silence_says_why_it_is_not_shown() -> None:
    """Without the client's own leaving rate there is a reason and no range (5.11)."""
    rows = shown("annex-worth", board__silence=None)
    assert rows is not None
    (line,) = (row for row in rows if row[0].startswith("Cost of silence"))
    assert "Not shown" in line[0]
    assert "the share of unanswered customers who leave" in line[1]


def test_the_six_blocks_stand_with_what_each_is_made_of() -> None:
    """SPOT ON is a table of six bars; what is missing is named and counts as 0 (5.17)."""
    rows = shown("annex-spot-on")
    assert rows is not None
    assert len(rows) == 6
    assert all(row[2] for row in rows)


def test_an_answer_that_departs_from_the_derived_one_says_why() -> None:
    """Both values stand side by side, with the reason given or that none is (5.2)."""
    found = analyze(an_engagement()).derived
    departing = [each for each in found if each.departs]
    rows = shown("annex-derived") or []
    assert [row[0] for row in rows][: len(departing)] == [each.item.label for each in departing]
    assert all("because" in row[3] or "No reason" in row[3] for row in rows[: len(departing)])


def test_what_others_have_published_bears_source_and_year() -> None:
    """A published value is context; an old one is marked, and gives way to a newer one (2.3, B-19)."""
    rows = shown("annex-published")
    assert rows
    assert all(row[2] and row[3] for row in rows)
    assert not any("Convergys" in " ".join(row) for row in rows)
    by_measure: dict[str, list[str]] = {}
    for row in rows:
        by_measure.setdefault(row[0], []).append(row[3])
    assert all(len({"dated" in year for year in years}) == 1 for years in by_measure.values())
    assert all(len({*years}) == 1 for years in by_measure.values() if "dated" in years[0])


def test_what_rivals_were_seen_to_do_bears_source_grade_and_date() -> None:
    """Observation is evidence of grade C, with who noted it and until when (B-19)."""
    made = exhibits_of(an_engagement(
        purpose__competitors=[{"name": "A rival shop", "behaviour": "Replies within the day", "quality": 4}]
    ))["annex-rivals"]  # fmt: skip
    assert made is not None
    source = "".join(each.text for each in made.source if hasattr(each, "text"))
    assert re.search(r"Source: .*noted by .*, up to \d+ \w+ \d{4}, grade C\.", source)


def test_assumptions_say_what_was_answered_and_what_was_borrowed() -> None:
    """A number that the client gave is not the method's; a handling time of the telephone is not that of social."""
    shift = {row[0]: row[1:] for row in shown("annex-assumptions", team__fewest_on_shift=3) or []}
    assert list(shift["Fewest people on shift"]) == ["3", "As answered"]
    bare = {row[0]: row[1:] for row in shown("annex-assumptions", team__fewest_on_shift=None) or []}
    assert bare["Fewest people on shift"][1] == "Set by the method"
    told = {"kpi": "AHT", "applies": "yes", "other_channels": {"value": 7.5, "source": "Telephone report", "grade": "A",
            "period": "2026-08 to 2026-10"}}  # fmt: skip
    borrowed = {row[0]: row[1:] for row in shown("annex-assumptions", baseline__measures=[told]) or []}
    assert list(borrowed["Handling time on social, not measured there"]) == [
        "7.5 minutes",
        "That of the other channels",
    ]
    assert "Handling time on social, not measured there" not in bare
