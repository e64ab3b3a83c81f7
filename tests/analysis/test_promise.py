"""From when the promised hours and times hold, and how the terms say it."""

from __future__ import annotations

from typing import Any

from stratgen.analysis import analyze
from stratgen.document import plain
from tests.analysis.test_exhibits_policy import exhibits_of, rows_of
from tests.builders import UNKNOWN, an_engagement

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


def test_until_the_times_hold_the_plan_prints() -> None:
    """The values are those of the objective's quarters; without an objective only the day prints."""
    found = analyze(an_engagement(terms__promise_from="2027-07-01")).promise
    assert len(found.steps) == 2
    assert "by 31 March 2027" in note_of(terms__promise_from="2027-07-01")
    bare = note_of(terms__promise_from="2027-07-01", objectives=UNKNOWN)
    assert bare.endswith("These times hold from 1 July 2027.")


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
