"""The lines to the targets: held until the work ends, answered step by step, and what a quarter's page makes of them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from stratgen.analysis import analyze, effort, guardrails, objectives, quarter_words
from stratgen.analysis import quarter_tests as words
from stratgen.analysis.findings import ObjectiveFinding
from stratgen.analysis.wording import Wording
from stratgen.answers import load
from stratgen.engagement import Engagement, Quarter, Unknown, known, records
from tests.builders import an_engagement, answers
from tests.command import ROOT

WORDING = Wording("en-GB", "GBP")
REVIEW = {
    "as_of": "2027-04-05",
    "evidence": {"period": "2027-01 to 2027-03", "source": "Help desk export", "grade": "A"},
    "actuals": [{"kpi": "FRT", "quarter": "Q1", "value": 300}],
    "deliveries": [{"initiative": "I-02", "status": "done"}],
}


def of(kpi: str, **changes: Any) -> ObjectiveFinding:
    """Return the finding of the objective of a measure."""
    found = analyze(an_engagement(**changes)).objectives
    return next(each for each in found if each.kpi and each.kpi.id == kpi)


def said(part: Any, place: int, engagement: Engagement, *rest: Any) -> Any:
    """Return what a part of the quarter's page says, with plain spaces."""
    text = part(engagement, analyze(engagement), WORDING, place, *rest)
    return text.replace("\N{NO-BREAK SPACE}", " ") if isinstance(text, str) else text


@pytest.mark.parametrize(
    ("held", "wanted"),
    [
        (0, (50, 60, 70, 80)),
        (1, (40, 40 + 40 / 3, 40 + 80 / 3, 80)),
        (3, (40, 40, 40, 80)),
        (9, (40, 40, 40, 80)),
    ],
)
def test_a_line_is_held_at_the_baseline_and_then_straight(held: int, wanted: tuple[float, ...]) -> None:
    """No change is due before the work ends; the due quarter always has the target."""
    assert objectives.held_targets(40, 80, Quarter.Q4, held) == pytest.approx(wanted)


def test_a_target_waits_for_the_first_work_that_serves_it() -> None:
    """Work that ends in Q2 holds Q1; without work, or with work after the due quarter, the line is straight."""
    assert of("FCR").quarters == (61.5, 65, 68.5, 72)
    late = {"initiatives__3__objective": "solve-first"}
    found = of("FCR", **late)
    assert found.held > 0
    assert found.quarters[found.held - 1] == 58
    assert found.quarters[3] == 72


def test_steps_that_were_answered_make_the_line() -> None:
    """A quarter between two steps lies on the line between them, and the due quarter has the target."""
    found = of("FCR", objectives__1__steps={"q1": 58, "q3": 70})
    assert (found.quarters, found.answered) == ((58, 64, 70, 72), True)


def test_what_is_due_follows_the_line() -> None:
    """Nothing is due in a quarter that is held; on a straight line it is the share of the time."""
    held = objectives.held_targets(40, 80, Quarter.Q4, 2)
    assert [objectives.due_share(held, 40, 80, passed) for passed in (1, 2, 2.5, 4)] == [0, 0, 0.25, 1]
    straight = objectives.quarter_targets(40, 80, Quarter.Q4)
    assert objectives.due_share(straight, 40, 80, 1.5) == pytest.approx(0.375)


def test_thresholds_that_read_alike_have_one_decimal_more() -> None:
    """19 and 19 minutes would be no test at all."""
    assert words.apart(18.5, 19.4, "minutes", WORDING) == ("18.5 minutes", "19.4 minutes")
    assert words.apart(60, 50, "%", WORDING) == ("60%", "50%")


def test_money_is_released_only_where_a_resolution_grants_it() -> None:
    """The page says nothing of a release that nobody decided."""
    assert said(words.test, 0, an_engagement()).endswith(
        "It releases no money: the budget of the year is decided in one go."
    )
    assert "The review then releases" in said(
        words.test, 0, an_engagement(board__resolutions__0__releases=True)
    )


def test_a_quarter_has_one_budget() -> None:
    """The budget is that of the cost lines, by what it is for."""
    engagement = an_engagement()
    assert said(quarter_words.budget, 0, engagement).startswith(
        WORDING.money(analyze(engagement).case.by_quarter[0])
    )


def test_a_closed_quarter_says_its_result_and_who_decides() -> None:
    """From 340 to 270, 300 is 0.57 of the way: stop; what was decided is a hole until it is answered."""
    dates = {"engagement__pack__date": "2027-04-06", "engagement__meeting__date": "2027-04-22"}
    open_one = an_engagement(progress=REVIEW, focus_metrics__q1="FRT", **dates)
    assert said(words.result, 0, open_one).startswith("Stop and decide again. The focus stood at 5 hours")
    assert isinstance(said(words.decision, 0, open_one), Unknown)
    assert said(words.result, 1, open_one) == ""
    taken = REVIEW | {"decisions": [{"quarter": "Q1", "verdict": "change_course", "day": "2027-04-05"}]}
    assert said(words.decision, 0, an_engagement(progress=taken, **dates)) == "Change course (5 April 2027)."


def test_people_once_hired_are_those_who_reply_then() -> None:
    """Today's people, less those who go on with other work, and the posts that are paid for."""
    found = analyze(an_engagement(team__on_other_work=1, board__costs__0__posts=2)).capacity
    assert found.hired == 3.5
    assert found.needed is not None
    assert found.still_short == pytest.approx(found.needed - 3.5)
    assert analyze(an_engagement()).capacity.hired is None


def test_an_aspirational_focus_goes_on_where_it_is_expected() -> None:
    """A stretch is expected at six tenths of its step and graded Amber from four; a promise follows the rating (5.15)."""
    committed, stretch = of("FCR").limits[0], of("FCR", objectives__1__commitment="aspirational").limits[0]
    assert committed == pytest.approx((58 + 0.9 * 3.5, 58 + 0.6 * 3.5))
    assert stretch == pytest.approx((58 + 0.6 * 3.5, 58 + 0.4 * 3.5))


def test_a_step_of_nothing_is_no_test() -> None:
    """Where the focus stays where it stands, the work that later work builds on has to be done; others are to be held."""
    held = {"objectives__0__steps": {"q1": 340, "q2": 200}, "focus_metrics__q1": "FRT"}
    assert of("FRT", **held).limits[0] is None
    assert said(words.test, 0, an_engagement(**held)).startswith("Go on if I-")
    assert said(quarter_words.held, 0, an_engagement(**held)) == ""
    other = an_engagement(**held | {"focus_metrics__q1": "FCR"})
    assert said(quarter_words.held, 0, other) == "First response time at 5 h 40 min."


def test_half_of_the_work_that_has_to_be_done_changes_course() -> None:
    """All of it goes on, half of it or more changes course, less stops; a single piece never stops the plan."""
    work = [dict(each, quarter="Q1", depends_on=[]) for each in answers()["initiatives"][:3]]
    for number, each in enumerate(work):
        each |= {"id": f"I-9{number}", "start": "2027-01-11", "end": "2027-02-12"}
    sentence = said(words.test, 0, an_engagement(initiatives=work, focus_metrics__q1="VSAT"))
    assert sentence.startswith(
        "Go on if I-90, I-91 and I-92 are done. Change course if at least two of them are;"
    )
    work[2] |= {"quarter": "Q2", "start": "2027-04-06", "end": "2027-05-14", "depends_on": ["I-90"]}
    sentence = said(words.test, 0, an_engagement(initiatives=work, focus_metrics__q1="VSAT"))
    assert sentence.startswith("Go on if I-90, which later work builds on, is done; otherwise change course.")


def test_the_window_of_a_test_is_the_last_month_of_its_quarter() -> None:
    """A value of the end of a quarter is measured over a month that has a name."""
    assert said(words.test, 1, an_engagement(focus_metrics__q2="FRT")).startswith(
        "Measured over June 2027: go on at "
    )


def test_a_guardrail_has_a_margin() -> None:
    """A share may worsen by three points, any other measure by a twentieth; a survey moves by chance."""
    kpis = analyze(an_engagement()).kpis
    assert guardrails.limit(kpis["CSAT"], 61) == 58
    assert not guardrails.is_broken(kpis["CSAT"], 61, 58)
    assert guardrails.is_broken(kpis["CSAT"], 61, 57.9)
    assert guardrails.limit(kpis["AHT"], 10) == pytest.approx(10.5)
    assert guardrails.is_broken(kpis["AHT"], 10, 10.6)


def test_a_guardrail_that_is_not_measured_yet_has_the_same_margin() -> None:
    """No page forbids what another allows: a first value may worsen as far as any other."""
    engagement = load(ROOT / "answers" / "minimal.yaml").engagement
    sentence = said(quarter_words.guardrail, 0, engagement, analyze(engagement).kpis["RR"])
    assert sentence == (
        "Customer satisfaction may not fall more than 3 points below its first value; it is not measured yet."
    )


def test_effort_is_shared_by_the_days_in_each_quarter() -> None:
    """Work without days, or outside the year, counts in the quarter in which it ends."""
    starts = (date(2027, 1, 1), date(2027, 4, 1), date(2027, 7, 1), date(2027, 10, 1))
    one = an_engagement(
        initiatives=[
            dict(answers()["initiatives"][0], start="2027-03-02", end="2027-05-30", quarter="Q2", effort=3)
        ]
    ).initiatives
    assert list(effort.by_quarter(records(one), starts).values()) == [1, 2, 0, 0]
    assert list(effort.by_quarter(records(one), None).values()) == [0, 3, 0, 0]
    assert [known(each.id) for each in effort.running(records(one), Quarter.Q1, starts)] == ["I-02"]
