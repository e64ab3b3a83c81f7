"""From when the promised hours and times hold, and how the terms say it."""

from __future__ import annotations

from datetime import date
from typing import Any

from stratgen.analysis import analyze
from stratgen.analysis.findings.promise import Held
from stratgen.analysis.promise import least_kept
from stratgen.answers import load
from stratgen.document import DataTable, plain
from tests.analysis.test_exhibits_policy import exhibits_of, rows_of
from tests.builders import UNKNOWN, an_engagement
from tests.command import ROOT


def table_of(**changes: Any) -> tuple[list[str], list[list[str]]]:
    exhibit = exhibits_of(an_engagement(**changes))["response-times"]
    assert exhibit is not None
    assert isinstance(exhibit.content, DataTable)
    rows = rows_of(exhibit) or []
    return [column.title for column in exhibit.content.columns], [
        [each.replace("\N{NO-BREAK SPACE}", " ") for each in row] for row in rows
    ]


LATER: dict[str, Any] = {"terms__hours": {"mon-fri": "07:00-19:00"}, "terms__hours_from": "2027-07-12"}


def note_of(**changes: Any) -> str:
    exhibit = exhibits_of(an_engagement(**changes))["response-times"]
    assert exhibit is not None
    return plain(exhibit.source).replace("\N{NO-BREAK SPACE}", " ")


def test_hours_that_are_not_staffed_yet_print_beside_those_of_today() -> None:
    """Nobody is promised an hour in which nobody sits there (V38)."""
    note = note_of(**LATER)
    assert "Until 11 July 2027: Monday to Friday 08:00 to 18:00." in note
    assert "From 12 July 2027: Monday to Friday 07:00 to 19:00." in note


def test_hours_without_a_day_say_so() -> None:
    """A day that nobody has set is not made up."""
    note = note_of(terms__hours=LATER["terms__hours"])
    assert "Staffed today: Monday to Friday 08:00 to 18:00." in note
    assert "is not set yet" in note
    assert "Until" not in note_of(terms__hours_from="2027-07-12", terms__promise_from=None)


def test_until_the_times_hold_they_stand_in_a_column_of_their_own() -> None:
    """An agent reads what holds today beside what will hold; nothing is promised that nobody has answered."""
    later = {"terms__promise_from": "2027-07-01"}
    heads, rows = table_of(**later)
    assert heads[2:] == ["Until 30 Jun 2027", "From 1 Jul 2027"]
    assert [row[2] for row in rows] == ["Not promised yet"] * 4
    interim = {"urgent": 15, "complaint": 900, "question": 900, "praise": 900}
    assert [row[2] for row in table_of(**later, terms__promise_until=interim)[1]][:2] == [
        "15 minutes",
        "15 hours",
    ]
    assert len(table_of(terms__promise_from=None)[0]) == 3


def test_until_the_times_hold_the_plan_prints() -> None:
    """The values are those of the objective's quarters, each once; without an objective no plan prints."""
    found = analyze(an_engagement(terms__promise_from="2027-07-01")).promise
    assert len(found.steps) == 2
    assert "by 31 March 2027" in note_of(terms__promise_from="2027-07-01")
    assert "half of all" not in note_of(terms__promise_from="2027-07-01", objectives=UNKNOWN)
    held = {"terms__promise_from": "2027-10-01", "objectives__0__steps": {"q1": 340, "q2": 340, "q3": 200}}
    assert [minutes for _, minutes in analyze(an_engagement(**held)).promise.steps] == [340, 200]


def test_the_90th_percentile_comes_as_far_as_the_median() -> None:
    """Half of the way for one is half of the way for the other (checklist S-03)."""
    late = {"baseline__measures__1__social_90th": 900, "objectives__0__target_90th": 100}
    (found,) = (each for each in analyze(an_engagement(**late)).objectives if each.quarters_90th)
    assert list(found.quarters_90th or ()) == [700, 500, 300, 100]
    assert all(each.quarters_90th is None for each in analyze(an_engagement()).objectives)


def test_a_routine_message_has_the_promise_as_its_clock() -> None:
    """The lowest level of escalation prints no time of its own."""
    rows = rows_of(exhibits_of(an_engagement())["escalation-levels"])
    assert rows is not None
    (clock,) = (row for row in rows if row[0].startswith("First word, then"))
    assert clock[1].startswith("As the response promise says")
    assert clock[2].startswith("30")


def test_a_document_without_open_points_is_complete_by_itself() -> None:
    """The terms do not count the holes of other documents, and count their own."""
    elsewhere = analyze(an_engagement(engagement__meeting__date=UNKNOWN))
    assert elsewhere.own_status["Terms of engagement"] == "Complete"
    own = analyze(an_engagement(credo__posts_a_week=UNKNOWN))
    assert own.own_status["Terms of engagement"] == "Draft: 1 open point"


def test_without_an_objective_a_promise_is_held_against_what_is_known_today() -> None:
    """The 90th percentile of today counts; where nobody measured it, the median does, and a promise has to be longer."""
    starts, day = analyze(an_engagement()).quarter_starts, date(2028, 1, 3)
    half = an_engagement(baseline__measures__1__social=300)
    late = an_engagement(baseline__measures__1__social=300, baseline__measures__1__social_90th=900)
    assert least_kept(half, (), starts, day) == (300, False)
    assert least_kept(late, (), starts, day) == (900, True)


def test_the_terms_name_the_channels_on_which_the_times_hold() -> None:
    """A channel that is only read all year is no place where a reply is promised."""
    told = analyze(load(ROOT / "answers" / "karoo-bank.yaml").engagement).promise
    assert Held(("WhatsApp Business",), " while its pilot runs") in told.holds_on
    assert {"Facebook", "X"} <= set(told.answered)
    assert {"Instagram", "LinkedIn"} <= set(told.read_only)
    assert not set(told.read_only) & set(told.answered)


def test_a_channel_that_is_answered_today_is_promised_until_its_pilot_is_decided() -> None:
    """Nobody knows the outcome of a pilot, so no document promises replies beyond it (domain 5.5)."""
    told = analyze(load(ROOT / "answers" / "dunverra-agency.yaml").engagement).promise
    assert told.on_trial == (Held(("Facebook", "X"), " until their pilots are decided"),)
    assert told.on_trial[0] in told.holds_on
    told = analyze(load(ROOT / "answers" / "supperlark.yaml").engagement).promise
    assert told.on_trial == (Held(("Reddit",), " until its pilot is decided"),)


def test_house_rules_that_name_no_hours_are_not_said_to() -> None:
    """Only rules that name hours have other hours until the promised ones hold."""

    def name_hours(*rules: str) -> bool:
        return analyze(an_engagement(terms__house_rules=list(rules))).promise.rules_name_hours

    assert name_hours("Be civil to each other", "Criticism stays", "We answer from 08:00 to 18:00")
    assert name_hours("Be civil to each other", "Criticism stays", "We answer until 6 PM")
    assert not name_hours("Be civil to each other", "Criticism stays", "One post in 5 may sell something")


def test_a_site_for_reviews_has_days_of_its_own() -> None:
    """TERM-09: nobody is held to hours where the plan answers within days."""
    found = analyze(an_engagement(terms__slow_channels=[{"channel": "trustpilot", "days": 3}])).promise
    assert found.slow == ((3, ("Trustpilot",)),)
    assert "Trustpilot" not in {name for each in found.holds_on for name in each.names}


def test_a_channel_with_days_of_its_own_may_be_called_by_any_of_its_names() -> None:
    """A word of the catalogue for a channel is as good here as wherever an answer names one."""
    by_id, by_alias = (
        analyze(an_engagement(terms__slow_channels=[{"channel": name, "days": 3}])).promise.slow
        for name in ("facebook", "FB")
    )
    assert by_id == by_alias != ()


def test_an_error_that_takes_longer_than_a_staffed_day_is_corrected_in_days() -> None:
    """CRE-01: 24 staffed hours of a short day would be a week."""
    short: dict[str, Any] = {"terms__hours": {"mon-fri": "10:00-14:00"}}
    assert analyze(an_engagement(**short, credo__correct_within_hours=24)).promise.correct_days == 1
    assert analyze(an_engagement(**short, credo__correct_within_hours=4)).promise.correct_days is None
