"""The exhibits of the roadmap: the year, the quarters, service, people, course."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from stratgen.analysis import analyze
from stratgen.analysis.exhibits.brief import Brief
from stratgen.analysis.exhibits.roadmap import BUILDERS
from stratgen.analysis.quarter_words import budget
from stratgen.analysis.wording import Wording
from stratgen.document import DataTable, Emphasis, Exhibit, Gantt, Matrix, Text, plain
from tests.analysis.reading import cells_of, lines_of
from tests.builders import UNKNOWN, an_engagement, answers
from tests.specimen_governance import initiative

SOMETIMES = {
    "roadmap-to-be-set", "roadmap-barriers", "roadmap-tool-scores", "roadmap-mirror", "roadmap-first-days",
}  # fmt: skip
_LATER = [
    dict(each, start="2027-02-01") if each["quarter"] == "Q2" else dict(each)
    for each in answers()["initiatives"]
]
"""The work, of which some begins in Q1 and ends later."""
"""Exhibits that a complete set of answers need not have."""
_COUNTS = ("response_rate", "first_response_minutes", "handle")


def built(name: str, **changes: Any) -> Exhibit | None:
    engagement = an_engagement(**changes)
    return BUILDERS[name](Brief(engagement, analyze(engagement), Wording("en-GB", "GBP")))


def text(name: str, **changes: Any) -> str:
    return lines_of(built(name, **changes))


def rows(name: str, **changes: Any) -> list[list[str]]:
    return cells_of(built(name, **changes))


def column(name: str, measure: str, place: int, **changes: Any) -> str:
    found = next(line[place] for line in rows(name, **changes) if line[0] == measure)
    return found.replace("\N{NO-BREAK SPACE}", " ")


def shaded(name: str) -> list[str]:
    exhibit = built(name)
    assert exhibit is not None
    assert isinstance(exhibit.content, DataTable)
    return [
        plain(row.cells[0].paragraphs[0]) for row in exhibit.content.rows if row.cells[2].tone == "accent"
    ]


@pytest.mark.parametrize("name", BUILDERS)
def test_every_exhibit_fills_its_grid(name: str) -> None:
    """Every row fills every column, the key is the name, and None is never printed."""
    exhibit = built(name)
    if exhibit is None:
        assert name in SOMETIMES
        return
    assert exhibit.key == name
    assert "None" not in text(name)
    match exhibit.content:
        case DataTable(columns=columns, rows=lines):
            assert all(len(row.cells) == len(columns) or row.role == "group" for row in lines)
        case Matrix(columns=names, rows=grid):
            assert all(len(cells) == len(names) for _, cells in grid)
        case _:
            assert isinstance(exhibit.content, Gantt)


def test_an_objective_that_fails_a_test_is_to_be_set_and_not_a_target() -> None:
    """An objective without a target prints apart, with what it lacks and its owner (domain 5.9)."""
    missing = rows("roadmap-to-be-set", objectives__0__target=UNKNOWN)
    assert len(missing) == 1
    assert missing[0][2]
    assert (
        len(rows("roadmap-objectives", objectives__0__target=UNKNOWN)) == len(rows("roadmap-objectives")) - 1
    )


def test_the_plan_has_twelve_months_from_the_first_quarter() -> None:
    """The year starts with the first month of the first quarter, whichever that is."""
    exhibit = built("roadmap-plan")
    assert exhibit is not None
    assert isinstance(exhibit.content, Gantt)
    assert exhibit.content.periods[0] == "Jan"
    assert len(exhibit.content.periods) == 12
    assert exhibit.content.groups[0][0] == "Q1: Know and agree"


def test_the_plan_needs_the_start_of_the_year() -> None:
    """Without the first day of the year there is no plan to draw."""
    assert built("roadmap-plan", engagement__first_quarter_starts=UNKNOWN) is None


def test_a_piece_of_work_without_dates_is_left_off_the_plan_but_stays_in_its_quarter() -> None:
    """A bar needs two dates; the table of the quarter shows the open point instead."""
    changed = {"initiatives__0__start": UNKNOWN}
    assert "Piece of work I-02: " not in text("roadmap-plan", **changed)
    assert "[To be confirmed" in rows("roadmap-q1-work", **changed)[0][1]


def test_a_quarter_without_work_has_no_table() -> None:
    """An empty quarter prints no empty table."""
    assert built("roadmap-q2-work", initiatives=answers()["initiatives"][:1]) is None
    assert built("roadmap-q1-work", initiatives=UNKNOWN) is None


def test_targets_of_a_quarter_follow_the_straight_line() -> None:
    """FRT from 340 to 60 minutes stands at 270, 200, 130 and 60, read as hours (domain 5.15)."""
    ends = [column(f"roadmap-q{n}-targets", "First response time", 2) for n in (1, 2, 3, 4)]
    assert ends == ["4 h 30 min", "3 h 20 min", "2 h 10 min", "1 hour"]


def test_only_the_focus_of_the_quarter_is_shaded() -> None:
    """One measure leads a quarter (ruling X5); a focus that no objective serves shades nothing."""
    assert shaded("roadmap-q2-targets") == ["First response time"]
    assert shaded("roadmap-q4-targets") == []


def test_a_promise_and_a_stretch_are_told_apart() -> None:
    """A key result says whether it is committed or aspirational, where that was answered (domain 5.15)."""
    assert (
        column("roadmap-q1-targets", "First response time", 3, objectives__0__commitment="aspirational")
        == "Aspirational"
    )
    assert len(rows("roadmap-q1-targets")[0]) == 5


def test_key_results_are_what_is_to_move_with_room_for_what_is_measured() -> None:
    """A step of nothing is no key result, and before the review the last two cells are free."""
    held = {"objectives__0__steps": {"q1": 340, "q2": 200}}
    assert "First response time" not in [line[0] for line in rows("roadmap-q1-targets", **held)]
    assert "First response time" in [line[0] for line in rows("roadmap-q2-targets", **held)]
    assert rows("roadmap-q1-targets")[0][3:] == ["", ""]


def test_work_counts_in_each_quarter_in_which_it_runs() -> None:
    """Effort is shared by days, so that a quarter says what runs in it and ends later."""
    work = [dict(each) for each in answers()["initiatives"]]
    work[1] |= {"start": "2027-01-01", "end": "2027-06-29", "quarter": "Q2", "effort": 4}
    note = text("roadmap-q1-work", initiatives=work)
    assert f"Also running: {work[1]['id']}." in note
    points = sum(each["effort"] for each in work if each["quarter"] == "Q1") + 2
    assert f"by days: {points} points" in note


def test_the_review_shows_the_word_of_each_rating_and_whether_guardrails_hold() -> None:
    """In a review the actual stands beside where it should stand, with its rating in a word (domain 5.15)."""
    progress = {
        "as_of": "2027-07-02", "evidence": {"period": "2027-04 to 2027-06", "source": "Help desk export", "grade": "A"},
        "actuals": [{"kpi": "FRT", "quarter": "Q2", "value": 200}],
        "deliveries": [{"initiative": "I-02", "status": "late", "note": "Two interviews are left"}],
    }  # fmt: skip
    shown = {line[0]: line for line in rows("roadmap-scorecard", progress=progress)}
    assert "measured: 3 h 20 min" in shown["First response time"][4].replace("\N{NO-BREAK SPACE}", " ")
    assert shown["First response time"][-1] == "Green"
    assert "Guardrails not measured yet: customer satisfaction" in text(
        "roadmap-scorecard", progress=progress
    )
    assert column("roadmap-q2-targets", "First response time", 4, progress=progress) == "3 h 20 min"
    assert column("roadmap-q2-targets", "First response time", 5, progress=progress) == "Green, 1.0"
    assert column("roadmap-q2-targets", "First response time", 3, progress=progress) == "Focus"
    assert rows("roadmap-q1-work", progress=progress)[0][1].endswith("Late")
    assert "was" not in " ".join(rows("roadmap-scorecard")[0])


def test_what_is_open_in_every_row_is_said_once() -> None:
    """A column of holes is left out, and one note below the table names who closes it."""
    work = [dict(each, cost=UNKNOWN, owner=UNKNOWN, quarter="Q1") for each in answers()["initiatives"]]
    exhibit = built("roadmap-q1-work", initiatives=work)
    assert exhibit is not None
    assert "[To be confirmed" not in " ".join(" ".join(line) for line in cells_of(exhibit))
    assert plain(exhibit.source).count("[To be confirmed") == 2


def test_a_single_row_keeps_its_hole() -> None:
    """With one record the hole stands in its cell: there is nothing to gather."""
    one = [dict(answers()["initiatives"][0], owner=UNKNOWN)]
    assert "[To be confirmed" in rows("roadmap-q1-work", initiatives=one)[0][1]


def test_a_channel_that_capacity_demotes_says_so() -> None:
    """What scores higher than the hours allow is listened to, and the reason is printed (ruling X3)."""
    short = {f"channels__{n}__feasibility__hours_available": 6.5 for n in range(3)}
    shown = next(line for line in rows("roadmap-channels", **short) if line[0] == "Trustpilot")
    assert shown[2:6] == ["Listen"] * 4
    assert shown[6].startswith("Scores as Maintain, but hours are short and its priority")


def test_a_channel_shows_its_state_in_each_quarter_in_a_word_beside_the_shade() -> None:
    """Colour alone says nothing; after a pilot stands a decision, not an outcome (documents VR-7)."""
    work = [initiative("I-13", "Q2"), initiative("I-14", "Q3")]
    shown = rows("roadmap-channels", initiatives=work)
    assert [line[2:6] for line in shown] == [
        ["Maintain", "Maintain", "Lead", "Lead"],
        ["Not used", "Pilot", "Decide", "Decide"],
        ["Maintain"] * 4,
    ]
    note = text("roadmap-channels", initiatives=work)
    assert "Decide: Lead or Listen, by its exit test." in note
    assert "Retire" not in note


def test_a_measure_that_explains_is_no_target_for_a_person() -> None:
    """Handling time is diagnostic (ruling X6); first response time has its 90th percentile beside the median."""
    shown = {line[0]: line for line in rows("roadmap-dictionary", baseline__measures=[])}
    assert "no target for a person" in shown["Average handling time (AHT)"][2]
    assert "90th percentile" in shown["First response time (FRT)"][1]


def test_first_response_time_stands_as_median_and_90th_percentile() -> None:
    """Both where both are known; what was not asked is not measured yet, and a hole is a hole (checklist S-03)."""

    def stands(**measure: Any) -> str:
        measures = [each for each in answers()["baseline"]["measures"] if each["kpi"] != "FRT"]
        found = next(each for each in answers()["baseline"]["measures"] if each["kpi"] == "FRT")
        shown = rows("roadmap-dictionary", baseline__measures=[*measures, found | measure])
        line = next(each for each in shown if each[0] == "First response time (FRT)")
        return line[3].replace("\N{NO-BREAK SPACE}", " ")

    assert stands(social_90th=1260).startswith("5 h 40 min (median), 21 hours (90th percentile)")
    assert stands().startswith("5 h 40 min; 90th percentile not measured yet")
    hole = {"unknown": "the export is on its way", "owner": "Head of Insight", "due": "2027-01-29"}
    assert "(median), [To be confirmed: Head of Insight, 29 January 2027] (90th" in stands(social_90th=hole)


def test_a_tool_that_misses_a_must_is_out_whatever_its_score() -> None:
    """A must-have that is not met excludes a tool (domain 5.13)."""
    musts = {"queues": True, "reporting": True, "access": True, "audit": True}
    marks = dict.fromkeys(("coverage", "routing", "crm", "cost"), 5)
    found = [
        {"name": "Desk A", "must_haves": musts, "scores": marks, "cost": 10},
        {"name": "Desk B", "must_haves": musts | {"audit": False}, "scores": marks, "cost": 10},
    ]
    shown = {line[0]: line for line in rows("roadmap-tool-scores", tools__candidates=found)}
    assert shown["Desk A"][1] == "All met"
    assert shown["Desk B"][1] == "Lacks record and export"
    assert shown["Desk B"][3] == "Out"


def test_a_problem_at_its_source_has_an_owner_and_a_quarter() -> None:
    """What social brings to light is mended where it arises (NEU-02)."""
    problem = {"issue": "Parcels break in one of nine", "owner": "Head of Logistics", "quarter": "Q2"}
    assert ["Parcels break in one of nine", "Head of Logistics puts it right at the source", "Q2"] in rows(
        "roadmap-barriers", source_problems=[problem]
    )


def test_a_channel_without_enough_answers_is_not_scored() -> None:
    """A state is never guessed."""
    shown = rows("roadmap-channels", channels__0__feasibility__skills=UNKNOWN)
    assert shown[0][2:6] == ["Not scored"] * 4


def test_a_gap_of_the_team_says_what_closes_it() -> None:
    """What is missing has work or a role beside it, and says where nobody has settled it (domain 5.8)."""
    skills = {
        "writing": 4, "product": 4, "empathy": 4, "channel_fluency": 4, "crisis": 2, "languages": ["English"],
        "fluent_channels": [],
    }  # fmt: skip
    shown = {line[0]: line for line in rows("roadmap-mirror", team__skills=skills)}
    assert shown["Skill"][1:] == ["Handling a crisis stands at 2 of 5 on average", "Not settled yet"]
    closed = {"gap": "skill", "closed_by": "I-18: the drill of August 2027"}
    shown = {
        line[0]: line for line in rows("roadmap-mirror", team__skills=skills, team__gaps_closed=[closed])
    }
    assert shown["Skill"][2] == closed["closed_by"]


def test_the_people_needed_name_the_messages_that_they_were_reckoned_from() -> None:
    """A channel whose answers nobody counts still brings work, so it is in the number (domain 5.7)."""
    channels = answers()["channels"]
    counted = sum(each.get("needing_reply") or 0 for each in channels)
    open_ended = {"channel": "Town forum", "status": "unofficial", "needing_reply": 1000}
    uncounted = {name: value for name, value in channels[0].items() if name not in _COUNTS} | open_ended
    shown = text("roadmap-capacity", channels=[*channels, uncounted])
    assert (
        f"{counted + 1000:,} messages a month on all channels, {counted:,} of them where answers are counted;"
        in shown
    )
    assert "where answers are counted" not in text("roadmap-capacity")


def test_a_key_result_is_set_apart_from_the_test_of_the_work() -> None:
    """What shows that work is done and what it is to achieve are two things (checklist S-19)."""
    exhibit = built("roadmap-q1-work")
    assert exhibit is not None
    assert isinstance(exhibit.content, DataTable)
    done, result = exhibit.content.rows[0].cells[3].paragraphs
    assert isinstance(done[0], Text)
    assert isinstance(result[0], Emphasis)


def test_rights_show_a_letter_for_each_department() -> None:
    """The grid of rights shows only departments that hold one."""
    exhibit = built("roadmap-rights")
    assert exhibit is not None
    assert isinstance(exhibit.content, DataTable)
    assert [each.title for each in exhibit.content.columns] == ["Work", "Customer care", "Marketing"]
    assert built("roadmap-rights", team__responsibilities=dict.fromkeys(
        ("listen", "reply", "publish", "approve", "escalate", "report", "train", "secure"), UNKNOWN)) is None  # fmt: skip


def test_a_care_measure_without_a_baseline_is_to_be_measured() -> None:
    """The five measures of care are all listed, also those not measured yet (checklist S-01)."""
    shown = {line[0].split(" (")[0]: line[3] for line in rows("roadmap-dictionary", baseline__measures=[])}
    assert shown["Very satisfied customers"].startswith("To be measured")
    assert len(shown) >= 5


def test_without_a_service_channel_care_measures_are_not_asked_for() -> None:
    """Only the measures of the objectives are listed where service is not part of the intent."""
    shown = rows("roadmap-dictionary", purpose__service_channel="no")
    assert "Average handling time (AHT)" not in [line[0] for line in shown]


def test_barriers_print_the_process_and_the_plan_alone() -> None:
    """A barrier is shown without the person who named it."""
    barrier = {"process": "Three sign-offs", "plan": "Classes of routine reply"}
    assert rows("roadmap-barriers", stakeholders__1__barrier=barrier) == [
        ["Three sign-offs", "Classes of routine reply"]
    ]
    assert built("roadmap-barriers") is None


def test_the_first_days_are_in_order_and_within_ninety_days() -> None:
    """Each week is named by its Monday, so that a reader finds it in a diary."""
    shown = rows("roadmap-first-days", initiatives=_LATER)
    weeks = [datetime.strptime(f"{line[0]} 2027", "%d %b %Y").date() for line in shown]
    assert weeks == sorted(weeks)
    assert all(monday.weekday() == 0 for monday in weeks)
    assert weeks[-1] - weeks[0] <= timedelta(days=90)
    assert any("starts (" in line[1] for line in shown)
    assert built("roadmap-first-days", engagement__first_quarter_starts=UNKNOWN) is None
    assert built("roadmap-first-days") is None  # the work of Q1 has a page of its own


def test_many_records_still_fill_their_tables() -> None:
    """Thirty channels and twenty-four initiatives lay out as one row each; of the risks the principal five."""
    channel, risk, work = answers()["channels"][0], answers()["risks"][0], answers()["initiatives"][0]
    assert (
        len(rows("roadmap-channels", channels=[channel | {"channel": f"Forum {n}"} for n in range(30)])) == 30
    )
    many = [risk | {"id": f"RSK-{n}", "likelihood": 3} for n in range(15)]
    assert len(rows("roadmap-risks", risks=many)) == 5
    assert "10 more stand in annex A" in text("roadmap-risks", risks=many)
    assert len(rows("roadmap-q1-work", initiatives=[work | {"id": f"I-{n}"} for n in range(24)])) == 24


def test_a_target_that_only_the_vision_sets_is_followed_in_the_scorecard() -> None:
    """What the board and the vision are told of stands in the scorecard, with its last quarter and its owner (B-22)."""
    changes: dict[str, Any] = {"vision__proof_points__2": {"kpi": "VSAT", "value": 55}}
    line = next(
        each for each in rows("roadmap-scorecard", **changes) if each[0] == "Very satisfied customers"
    )
    assert line[1:] == ["Higher", "44%", "–", "–", "–", "55%"]
    assert "Very satisfied customers has a target without steps" in text("roadmap-scorecard", **changes)


def test_shifts_for_a_language_count_as_people_needed() -> None:
    """A rota of several languages needs more than the hours promised; the note says for what (domain 5.7)."""
    extra = [{"what": "Welsh, afternoons", "people": 1, "hours_a_week": 25}]
    before, after = (
        float(rows("roadmap-capacity", **changes)[0][1]) for changes in ({}, {"team__extra_shifts": extra})
    )
    assert after > before
    assert "beside them 1 for Welsh, afternoons (25 hours a week)" in text(
        "roadmap-capacity", team__extra_shifts=extra
    )


def test_the_cost_of_work_is_said_to_be_the_years() -> None:
    """A year's cost beside a quarter's budget reads as an overspend, unless the table says so (VR-4)."""
    assert "the cost in the whole year" in text("roadmap-q1-work", initiatives__0__cost=60000)
    assert "the cost in the whole year" not in text("roadmap-q1-work")


def test_a_quarters_budget_names_the_work_it_pays_for_and_what_belongs_to_none() -> None:
    """The parts add up to the budget of the quarter, so that it stands beside the year's cost of the work (VR-4)."""
    engagement = an_engagement(board__costs__1__pays_for="I-02", board__costs__0__quarter="Q1")
    words = budget(engagement, analyze(engagement), Wording("en-GB", "GBP"), 0)
    assert words == "£90,000 (I-02 £60,000; in no piece of work: help pages and short films £30,000)."
    alone = an_engagement(board__costs__1__pays_for="I-02")
    assert budget(alone, analyze(alone), Wording("en-GB", "GBP"), 0) == "£60,000, all of it for I-02."
