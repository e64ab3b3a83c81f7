"""The exhibits of the board brief: few, short, and honest about what is not known."""

from __future__ import annotations

from typing import Any

import pytest

from stratgen.analysis import analyze
from stratgen.analysis.demand import demand
from stratgen.analysis.exhibits.board_brief import BUILDERS
from stratgen.analysis.exhibits.brief import Brief
from stratgen.analysis.wording import Wording
from stratgen.document import Chart, DataTable, Exhibit, Gantt, Matrix
from stratgen.engagement import records
from tests.analysis.reading import cells_of, lines_of
from tests.builders import LEFT_OUT, UNKNOWN, an_engagement, answers

LONG = (
    "Most of what people ask us in public waits for somebody who may answer it, and so it waits for days. "
    * 2
)
SILENCE = {"contacts_per_customer": 1.6, "leave_rate": 3, "sponsor_consents": True}
FULL: dict[str, Any] = {
    "board__silence": SILENCE,
    "engagement__margin_per_customer": 140,
    "board__options__0__risks": LONG,
    "risks__0__mitigation": LONG,
}
"""Answers with which every exhibit of the brief applies."""


def brief_of(**changes: Any) -> Brief:
    engagement = an_engagement(**changes)
    return Brief(engagement, analyze(engagement), Wording("en-GB", "GBP"))


def built(name: str, **changes: Any) -> Exhibit | None:
    return BUILDERS[name](brief_of(**changes))


def text(name: str, **changes: Any) -> str:
    return lines_of(built(name, **changes))


def rows(name: str, **changes: Any) -> list[list[str]]:
    return cells_of(built(name, **changes))


@pytest.mark.parametrize("name", BUILDERS)
def test_every_exhibit_carries_its_own_name_as_key(name: str) -> None:
    """An exhibit's key is the name by which templates ask for it."""
    exhibit = built(name, **FULL)
    assert exhibit is not None
    assert exhibit.key == name
    assert exhibit.caption


@pytest.mark.parametrize("name", BUILDERS)
def test_every_row_fills_every_column(name: str) -> None:
    """A table has a cell for every column in every row, and never prints None."""
    exhibit = built(name, **FULL)
    assert exhibit is not None
    match exhibit.content:
        case DataTable(columns=columns, rows=lines):
            assert all(len(row.cells) == len(columns) for row in lines)
        case Matrix(columns=names, rows=grid):
            assert all(len(cells) == len(names) for _, cells in grid)
        case Gantt() | Chart():
            pytest.fail("the brief holds tables and grids only")
    assert "None" not in text(name, **FULL)


def test_position_marks_today_and_the_target() -> None:
    """The two-by-two shows where the firm stands and where it wants to be at the end of the year."""
    shown = text("brief-position")
    assert "Today" in shown
    assert "Target, 31 December 2027" in shown


def test_position_uses_no_names_of_a_framework() -> None:
    """The body of the brief names no segment of the index (documents G2)."""
    assert not any(
        word in text("brief-position") for word in ("Observer", "Conservative", "Contender", "Leader")
    )


def test_position_is_left_out_where_it_is_not_scored() -> None:
    """Too few answers on an axis give no figure at all."""
    holes = dict.fromkeys(("budget", "people", "tool"), UNKNOWN)
    changed = {f"maturity__investment__{name}": value for name, value in holes.items()}
    assert built("brief-position", **changed) is None


def test_position_is_left_out_where_the_aim_is_to_stay() -> None:
    """A picture in which target and today are one field shows nothing; a sentence says it."""
    assert built("brief-position", vision__target_segment="conservative") is None


def test_at_most_five_channels_are_shown_and_the_rest_counted() -> None:
    """The body shows the five busiest channels and names the others, or counts them where they are many."""
    base = answers()["channels"][0]
    many = [base | {"channel": f"Forum {n}", "needing_reply": 100 + n} for n in range(9)]
    assert [line[0] for line in rows("brief-channels", channels=many)] == [f"Forum {n}" for n in range(4, 9)]
    assert "Not shown: Forum 0, Forum 1, Forum 2 and Forum 3," in text("brief-channels", channels=many)
    more = [base | {"channel": f"Forum {n}", "needing_reply": 100 + n} for n in range(12)]
    assert "Seven quieter channels are in the roadmap" in text("brief-channels", channels=more)


def test_one_channel_reads_well() -> None:
    """A single channel is a table of one row without a remark on others."""
    one = answers()["channels"][:1]
    assert len(rows("brief-channels", channels=one)) == 1
    assert "Not shown" not in text("brief-channels", channels=one)


def test_no_channel_gives_no_table() -> None:
    """An unknown list of channels prints no empty table."""
    assert built("brief-channels", channels=UNKNOWN) is None


def test_an_unknown_figure_prints_as_an_open_point() -> None:
    """What is not known is marked in its cell, and the note says who closes it and when (G6)."""
    hole = {"unknown": "not measured", "owner": "Head of Insight", "due": "2027-01-31"}
    line = rows("brief-channels", channels__0__response_rate=hole)[0]
    assert "[To be confirmed]" in line
    assert "To be confirmed by: Head of Insight, 31 January 2027." in text(
        "brief-channels", channels__0__response_rate=hole
    )


def test_quarters_add_up_to_the_total_of_the_year() -> None:
    """One-off and recurring money by quarter add up across and down, whatever the rounding."""
    costs = [
        {"item": "Licences", "kind": "tool", "timing": "yearly", "amount": 100_050, "quarter": "Q2"},
        {"item": "Set-up", "kind": "tool", "timing": "one_off", "amount": 33_333, "quarter": "Q1"},
        {"item": "Training", "kind": "training", "timing": "one_off", "amount": 26_617, "quarter": "Q3"},
    ]
    table = rows("brief-quarters", board__costs=costs)
    money = [[int(cell.lstrip("£").replace(",", "")) for cell in line[1:]] for line in table]
    assert all(sum(line[:4]) == line[4] for line in money)
    assert [a + b for a, b in zip(money[0], money[1], strict=True)] == money[2]
    assert money[2][4] == 160_000


def test_quarters_are_left_out_where_an_amount_is_unknown() -> None:
    """A sum with a hole in it is not printed."""
    assert built("brief-quarters", board__costs__0__amount=UNKNOWN) is None
    assert "Total" not in text("brief-costs", board__costs__0__amount=UNKNOWN)


def test_benefits_are_a_range_with_payback() -> None:
    """Benefits print low, base and high with their sum, and when the one-off cost is earned back."""
    table = rows("brief-benefits", board__costs__0__amount=60_000, board__costs__0__full_year_amount=60_000)
    assert table[-3][1:4] == ["£60,000", "£90,000", "£120,000"]
    assert table[-2][:4] == ["Net of a full year", "£0", "£30,000", "£60,000"]
    assert table[-1][1:4] == ["Does not pay back in the period", "24 months", "12 months"]


def test_no_benefits_give_no_table() -> None:
    """Where nobody has put a benefit in money there is nothing to show."""
    assert built("brief-benefits", board__benefits=LEFT_OUT) is None
    assert built("brief-benefits", board__benefits=UNKNOWN) is None


def test_options_mark_the_recommended_one_and_say_whether_the_first_place_holds() -> None:
    """The reader sees which option is recommended, and how firm its place is."""
    shown = rows("brief-options")
    assert [line[0] for line in shown if "Recommended" in line[0]] == ["Option recommended / Recommended"]
    assert "First place holds" in text("brief-options")


def test_criteria_end_in_the_weighted_score() -> None:
    """All options are judged on the same criteria, and the scores of the vector come out (domain 5.13)."""
    last = rows("brief-criteria")[-1]
    assert last[1:] == ["100", "2.20", "3.30", "4.00", "3.45"]


def test_five_risks_at_most_each_with_owner_and_trigger() -> None:
    """The board sees five principal risks, no more where those left are not severe, and is told how many they are."""
    risk = answers()["risks"][0] | {"likelihood": 3, "impact": 4}
    many = [risk | {"id": f"RSK-{n}"} for n in range(9)]
    shown = rows("brief-risks", risks=many)
    assert len(shown) == 5
    assert all("Head of Customer Care." in line[2] and line[4] for line in shown)
    assert "Annex A of the pack has four more, none severe today." in text("brief-risks", risks=many)


def test_no_severe_risk_is_dropped_unsaid() -> None:
    """A risk that is severe today prints whatever remains after the measures; beyond eight the note counts them."""
    low = answers()["risks"][0] | {
        "likelihood": 2,
        "impact": 2,
        "residual_likelihood": 2,
        "residual_impact": 2,
    }
    severe = low | {"likelihood": 5, "impact": 5, "residual_likelihood": 1, "residual_impact": 1}
    six = [*(low | {"id": f"LOW-{n}"} for n in range(6)), *(severe | {"id": f"BAD-{n}"} for n in range(6))]
    assert [line[1] for line in rows("brief-risks", risks=six)] == ["Severe, 25"] * 6
    assert len(rows("brief-risks", risks=[severe | {"id": f"BAD-{n}"} for n in range(9)])) == 8
    nine = text("brief-risks", risks=[severe | {"id": f"BAD-{n}"} for n in range(10)])
    assert "two more, two of them severe today" in nine


def test_the_author_may_name_a_risk_that_the_board_must_see() -> None:
    """A risk that the recommended option brings prints, however low it is."""
    risk = answers()["risks"][0]
    low = risk | {"id": "OWN-1", "likelihood": 1, "impact": 1, "residual_likelihood": 1, "residual_impact": 1}
    many = [*(risk | {"id": f"RSK-{n}", "likelihood": 3, "impact": 4} for n in range(6)), low]
    assert "Low, 1" not in [line[1] for line in rows("brief-risks", risks=many)]
    many[-1] = low | {"shown_to_board": True}
    assert "Low, 1" in [line[1] for line in rows("brief-risks", risks=many)]


def test_a_risk_without_its_impact_is_not_scored() -> None:
    """A product with an unknown factor says so in words."""
    shown = rows("brief-risks", risks__0__residual_impact=UNKNOWN)
    assert [line[3] for line in shown].count("Not scored") == 1


def test_a_measure_without_an_objective_is_to_be_set() -> None:
    """A measure that no objective serves has no invented target."""
    csat = next(line for line in rows("brief-measures") if line[0] == "Customer satisfaction")
    assert csat[3] == "To be set"


def test_next_steps_cover_ninety_days_from_the_meeting_and_hold_every_resolution() -> None:
    """Resolutions and work up to the end of that month come in the order of their days; the rest is counted."""
    base = answers()["initiatives"][0]
    many = [
        base | {"id": f"I-{n}", "title": f"Piece of work {n}", "end": f"2027-02-{28 - n:02d}"}
        for n in range(8)
    ]
    changes = {"initiatives": many, "board__resolutions__0__by": "2027-02-22"}
    shown = rows("brief-next-steps", **changes)
    works = [f"Piece of work {n}" for n in (7, 6, 5, 4, 3)]
    assert [line[0] for line in shown] == [works[0], *["Resolution 1 takes effect"], *works[1:]] or [
        line[0] for line in shown
    ] == [*works[:2], "Resolution 1 takes effect", *works[2:]]
    assert "Three more pieces of work begin or end by then" in text("brief-next-steps", **changes)
    assert "Next steps to 31 March 2027" in text("brief-next-steps", **changes)


def test_next_steps_name_open_points_and_the_weightiest_work_that_begins() -> None:
    """What is still open at the meeting is cleared up by a day; of the work the largest piece comes before a small one."""
    base = answers()["initiatives"][0] | {"start": "2027-02-01", "end": "2027-06-25"}
    works = [base | {"id": f"I-{n}", "title": f"Piece {n}", "effort": 1 + 3 * (n == 5)} for n in range(6)]
    hole = {"unknown": "The regulator has not answered", "owner": "Complaints Manager", "due": "2027-01-20"}
    shown = rows("brief-next-steps", initiatives=works, board__if_nothing_is_decided=hole)
    assert ["Piece 5: begins", "Social Media Manager", "1 February 2027"] in shown
    assert any(
        line[0].startswith("Open point settled: ") and line[1] == "Complaints Manager" for line in shown
    )
    assert len(shown) == 6


def test_resolutions_of_one_day_share_a_row() -> None:
    """Two resolutions that take effect together are one step, with both executives."""
    first = answers()["board"]["resolutions"][0] | {"by": "2027-01-20"}
    shown = rows("brief-next-steps", board__resolutions=[first, first | {"executive": "Finance Director"}])
    assert shown[0][0] == "Resolutions 1 and 2 take effect"
    assert shown[0][1].endswith(" and Finance Director")


def test_demand_counts_only_channels_with_both_numbers() -> None:
    """The rate over all channels is weighted, in whole percent; channels with a hole are left out."""
    found = demand(records(an_engagement().channels))
    assert found is not None
    assert (found.needing_reply, found.response_rate, found.channels) == (360, 73, 2)
    holed = demand(records(an_engagement(channels__0__response_rate=UNKNOWN).channels))
    assert holed is not None
    assert (holed.response_rate, holed.left_out) == (80, 1)
    assert demand(()) is None


def test_the_cost_of_silence_is_a_range_and_no_forecast() -> None:
    """Domain 5.11: low and high at half and one and a half times the client's own leaving rate, marked as what it is."""
    changes = {"board__silence": SILENCE, "engagement__margin_per_customer": 140}
    found = brief_of(**changes).findings.silence
    (line,) = rows("brief-silence", **changes)
    wording = Wording("en-GB", "GBP")
    assert found.low is not None
    assert found.high is not None
    assert line[2] == wording.expected(found.low)
    assert line[4] == wording.expected(found.high)
    assert "Illustrative, not a forecast" in text("brief-silence", **changes)


@pytest.mark.parametrize("hole", [{"leave_rate": UNKNOWN}, {"sponsor_consents": False}])
def test_no_cost_of_silence_without_the_clients_own_leaving_rate_or_consent(hole: dict[str, Any]) -> None:
    """There is no default rate, and a range of estimates needs the sponsor's consent."""
    assert built("brief-silence", board__silence=SILENCE | hole, engagement__margin_per_customer=140) is None


def test_no_benefit_is_changed_to_make_its_column_add_up() -> None:
    """Each amount is rounded by itself and the note says so; a line about contacts counted above stays out of the sum."""
    working = {"kind": "deflection", "contacts_low": 4000, "contacts_base": 9000, "contacts_high": 11_111,
               "cost_before": 5.8, "cost_after": 3.1, "contacts_are": "Calls on opening hours"}  # fmt: skip
    base = answers()["board"]["benefits"][0]
    lines = [
        base | {"item": "Calls avoided", "working": working},
        base | {"item": "The same calls again", "working": working},
        base | {"item": "Letters avoided", "low": 7777, "base": 12_345, "high": 23_456},
    ]
    table = rows("brief-benefits", board__benefits=lines)
    money = {line[0]: [int(cell.lstrip("£").replace(",", "")) for cell in line[1:4]] for line in table[:4]}
    assert money["Calls avoided"] == [10_800, 24_300, 30_000]
    assert money["Letters avoided"] == [7_780, 12_300, 23_500]
    assert money["Total"] == [18_600, 36_600, 53_500]
    assert "Grade B. Capacity released." in table[0][4]
    assert "Not in the total" in table[1][4]
    assert "rounded lines may not add up" in text("brief-benefits", board__benefits=lines)


def test_net_and_payback_rest_on_a_full_year() -> None:
    """A yearly line that starts late costs more in a full year than in year one, and that is what benefits face."""
    costs = [
        {"item": "Agents", "kind": "people", "timing": "yearly", "amount": 30_000, "quarter": "Q3",
         "full_year_amount": 60_000},
        {"item": "Set-up", "kind": "tool", "timing": "one_off", "amount": 30_000, "quarter": "Q1"},
    ]  # fmt: skip
    table = rows("brief-benefits", board__costs=costs)
    assert table[-2][:4] == ["Net of a full year", "£0", "£30,000", "£60,000"]
    assert table[-1][2] == "12 months"
    assert rows("brief-costs", board__costs=costs)[-1][-2:] == ["£60,000", "£60,000"]


def test_long_words_of_options_and_risks_move_to_the_appendix() -> None:
    """The body keeps its four pages: nothing is shortened, the long columns stand in the appendix (B-04)."""
    for short, whole in (("brief-options", "brief-options-in-full"), ("brief-risks", "brief-risks-in-full")):
        assert built(whole) is None
        assert LONG.strip() not in text(short, **FULL)
        assert "he appendix" in text(short, **FULL)
        assert LONG.strip() in text(whole, **FULL)


def test_a_risk_reads_well_with_a_noun_as_its_effect() -> None:
    """Cause, event and effect are three parts: an effect may be a noun or a clause."""
    changes = {"risks__0__cause": "Late replies", "risks__0__event": "a complaint spreads",
               "risks__0__effect": "a breach that has to be reported."}  # fmt: skip
    wanted = "Cause: Late replies. Event: a complaint spreads. Effect: a breach that has to be reported."
    assert wanted in [line[0] for line in rows("brief-risks", **changes)]


def test_the_board_sees_how_long_nine_in_ten_wait_where_it_is_known() -> None:
    """Median and 90th percentile stand in one cell; without the second the first stands alone (checklist S-03)."""
    measures = [dict(each) for each in FULL.get("baseline__measures", answers()["baseline"]["measures"])]
    late = [each | ({"social_90th": 1260} if each["kpi"] == "FRT" else {}) for each in measures]

    def shown(given: list[dict[str, Any]]) -> str:
        line = next(
            each for each in rows("brief-care", baseline__measures=given) if each[0] == "First response time"
        )
        return line[2].replace("\N{NO-BREAK SPACE}", " ")

    assert shown(measures) == "5 h 40 min"
    assert shown(late) == "5 h 40 min (median), 21 hours (90th percentile)"
