"""The exhibits of the board brief: few, short, and honest about what is not known."""

from __future__ import annotations

from typing import Any

import pytest

from stratgen.analysis import analyze
from stratgen.analysis.demand import demand
from stratgen.analysis.exhibits.board_brief import BUILDERS
from stratgen.analysis.exhibits.brief import Brief
from stratgen.analysis.wording import Wording
from stratgen.document import Chart, DataTable, Exhibit, Gantt, Matrix, plain
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


def test_factors_say_their_rating_in_a_word() -> None:
    """Colour is never the only signal of a rating."""
    exhibit = built("brief-factors")
    assert exhibit is not None
    assert isinstance(exhibit.content, Matrix)
    ((_, cells),) = exhibit.content.rows
    assert len(cells) == 6
    assert {plain(each.paragraphs[0]) for each in cells} <= {"Red", "Amber", "Green", "Not scored"}


def test_areas_name_those_still_to_be_confirmed() -> None:
    """An area without a level is listed apart, not dropped."""
    assert rows("brief-areas", maturity__areas__systems__level=UNKNOWN)[-1] == ["To be confirmed", "Systems"]


def test_at_most_five_channels_are_shown_and_the_rest_counted() -> None:
    """The body shows the five busiest channels and says how many more there are."""
    base = answers()["channels"][0]
    many = [base | {"channel": f"Forum {n}", "needing_reply": 100 + n} for n in range(9)]
    assert [line[0] for line in rows("brief-channels", channels=many)] == [f"Forum {n}" for n in range(4, 9)]
    assert "4 quieter channels are in the roadmap." in text("brief-channels", channels=many)


def test_one_channel_reads_well() -> None:
    """A single channel is a table of one row without a remark on others."""
    one = answers()["channels"][:1]
    assert len(rows("brief-channels", channels=one)) == 1
    assert "quieter" not in text("brief-channels", channels=one)


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
    table = rows("brief-benefits", board__costs__0__amount=60_000)
    assert table[-3][1:4] == ["£60,000", "£90,000", "£120,000"]
    assert table[-2][:4] == ["Net of a year", "£0", "£30,000", "£60,000"]
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
    """The board sees five principal risks, no more."""
    risk = answers()["risks"][0]
    many = [risk | {"id": f"RSK-{n}"} for n in range(9)]
    shown = rows("brief-risks", risks=many)
    assert len(shown) == 5
    assert all("Head of Customer Care." in line[2] and line[4] for line in shown)


def test_a_risk_without_its_impact_is_not_scored() -> None:
    """A product with an unknown factor says so in words."""
    shown = rows("brief-risks", risks__0__residual_impact=UNKNOWN)
    assert [line[3] for line in shown].count("Not scored") == 1


def test_a_measure_without_an_objective_is_to_be_set() -> None:
    """A measure that no objective serves has no invented target."""
    csat = next(line for line in rows("brief-measures") if line[0] == "Customer satisfaction")
    assert csat[3] == "To be set"


def test_five_next_steps_at_most_in_the_order_of_their_dates() -> None:
    """Next steps end within 90 days, come in order, and the rest is counted."""
    base = answers()["initiatives"][0]
    many = [
        base | {"id": f"I-{n}", "title": f"Piece of work {n}", "end": f"2027-02-{28 - n:02d}"}
        for n in range(8)
    ]
    shown = rows("brief-next-steps", initiatives=many)
    assert [line[0] for line in shown] == [f"Piece of work {n}" for n in range(7, 2, -1)]
    assert "3 more in the roadmap." in text("brief-next-steps", initiatives=many)


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


def test_benefits_that_count_add_up_to_their_printed_total() -> None:
    """Rounded rows and their rounded sum agree; a line about contacts counted above stays out of it."""
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
    calls, letters = money["Calls avoided"], money["Letters avoided"]
    assert money["Total"] == [one + other for one, other in zip(calls, letters, strict=True)]
    assert "Capacity released." in table[0][4]
    assert "Not in the total" in table[1][4]


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
    wanted = "Late replies: a complaint spreads. Effect: a breach that has to be reported."
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
