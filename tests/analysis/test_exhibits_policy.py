"""The tables of the policy and of the terms: none, one and many records, and holes."""

from __future__ import annotations

from typing import Any

import pytest

from stratgen.analysis import analyze
from stratgen.analysis.durations import duration
from stratgen.analysis.exhibits import Brief, Exhibits, exhibits
from stratgen.analysis.exhibits.policy import BUILDERS as POLICY
from stratgen.analysis.exhibits.terms import BUILDERS as TERMS
from stratgen.analysis.jurisdictions import jurisdictions
from stratgen.analysis.wording import Wording
from stratgen.document import DataTable, Exhibit, plain
from stratgen.engagement import Engagement, Unknown
from tests.builders import UNKNOWN, an_engagement, paths, with_holes

REVIEWED = {"country": "GB", "reviewer": "Employment counsel", "date": "2026-11-12"}


def exhibits_of(engagement: Engagement) -> Exhibits:
    """Return the exhibits of an engagement in British English."""
    return exhibits(Brief(engagement, analyze(engagement), Wording("en-GB", "GBP")))


def shown(name: str, **changes: Any) -> list[list[str]] | None:
    """Return the rows of one table as words, or None where it does not apply."""
    return rows_of(exhibits_of(an_engagement(**changes))[name])


def rows_of(exhibit: Exhibit | None) -> list[list[str]] | None:
    """Return the rows of a table as words."""
    if exhibit is None:
        return None
    assert isinstance(exhibit.content, DataTable)
    return [["; ".join(plain(words) for words in cell.paragraphs) for cell in row.cells]
            for row in exhibit.content.rows]  # fmt: skip


LISTS = {
    "policy-voices": "policy__authorised_voices",
    "policy-confidential": "policy__confidential",
    "policy-consultations": "policy__consultations",
    "policy-training": "training",
    "approval-paths": "governance__approvals",
    "escalation-levels": "governance__escalation",
    "voice-traits": "voice__traits",
    "terms-moderation": "terms__moderation",
    "terms-hard-topics": "credo__hard_topics",
    "terms-model-replies": "voice__model_replies",
}


@pytest.mark.parametrize(("name", "path"), LISTS.items())
def test_a_list_that_is_not_known_makes_no_table(name: str, path: str) -> None:
    """The template prints the open point where the table would stand."""
    assert shown(name, **{path: UNKNOWN}) is None


@pytest.mark.parametrize("path", ["policy__consultations", "training", "credo__hard_topics"])
def test_an_empty_list_makes_no_table(path: str) -> None:
    """A table without rows is left out."""
    name = next(name for name, of in LISTS.items() if of == path)
    assert shown(name, **{path: []}) is None


def test_as_many_records_as_the_answers_allow_make_as_many_rows() -> None:
    """Twelve voices make twelve rows, each with its three answers."""
    voice = {"role": "Agent", "scope": "Answers customers", "how_to_become": "Pass the test"}
    rows = shown("policy-voices", policy__authorised_voices=[voice] * 12)
    assert rows == [["Agent", "Answers customers", "Pass the test"]] * 12


def test_a_hole_in_a_record_prints_as_an_open_point() -> None:
    """Owner and date stand in its place, and nothing is made up (documents G6)."""
    hole = {"unknown": "in hand", "owner": "Head of People", "due": "2027-01-15"}
    rows = shown("policy-confidential", policy__confidential__0__example=hole)
    assert rows is not None
    assert rows[0][1] == "[To be confirmed: Head of People, 15 January 2027]"


@pytest.mark.parametrize("countries", [["GB"], ["ZA", "US-NY", "AU"], ["KE"]])
def test_countries_without_an_annex_have_a_table_of_their_own(countries: list[str]) -> None:
    """The others stand in the one table of reviews."""
    made = exhibits_of(an_engagement(engagement__countries=countries))
    assert len(rows_of(made["policy-reviews"]) or []) == len(countries)
    assert (made["policy-reviews-other"] is not None) == (countries == ["KE"])


def test_a_crisis_is_approved_as_its_level_says() -> None:
    """EP-W: one rule for one statement; its time is its own, and that of the next word due at level 4 at the latest."""
    crisis = {"content": "crisis", "approver": "Chief Executive Officer"}
    due = {"governance__escalation__3__update_minutes": 45}
    for given, printed in ((10, "10 minutes"), (60, "45 minutes")):
        rows = shown("approval-paths", governance__approvals=[{**crisis, "minutes": given}], **due)
        assert rows is not None
        assert rows[0][0] == "Crisis statement"
        assert rows[0][1].startswith("As level 4, Crisis, says in ")
        assert rows[0][2].replace("\N{NO-BREAK SPACE}", " ") == printed
    alone = shown("approval-paths", governance__approvals=[crisis], governance__escalation=UNKNOWN)
    assert alone is not None
    assert alone[0][1] == "Chief Executive Officer"


def test_volunteers_learn_with_all_staff() -> None:
    """E-16: where volunteers are covered, the line for all staff says so."""
    line = {"audience": "all_staff", "modules": ["policy"], "trained_today": 0, "target": 100, "by": "Q2",
            "refresh_months": 12}  # fmt: skip
    alone = shown("policy-training", training=[line])
    both = shown("policy-training", training=[line], policy__covers=["employees", "volunteers"])
    assert alone is not None
    assert both is not None
    assert [alone[0][0], both[0][0]] == ["All staff", "All staff and volunteers"]


def test_no_test_is_missed_where_nobody_posts() -> None:
    """TRN-04: all staff as such do not post; for others a test that nobody has decided on says so, with no invented owner."""
    line = {"modules": ["policy"], "trained_today": 0, "target": 100, "by": "Q2", "refresh_months": 12}
    rows = shown(
        "policy-training", training=[line | {"audience": each} for each in ("all_staff", "executives")]
    )
    assert rows is not None
    assert [row[-1] for row in rows] == ["–", "Not decided yet"]


def test_every_annex_says_as_of_when_the_law_was_read() -> None:
    """The date of the sources stands beside each country that has an annex (E-18)."""
    rows = shown("policy-reviews", engagement__countries=["GB", "KE"])
    assert rows is not None
    assert [row[:2] for row in rows] == [["United Kingdom", "22 November 2026"], ["Kenya", "–"]]


def test_a_country_stays_open_until_reviewer_and_date_are_given() -> None:
    """Half a review is none (E-24)."""
    assert shown("policy-reviews-open", policy__legal_reviews=[REVIEWED]) is None
    half = REVIEWED | {"date": UNKNOWN}
    assert shown("policy-reviews-open", policy__legal_reviews=[half]) == [
        ["United Kingdom", "22 November 2026", "Employment counsel", "[To be confirmed: owner to be named]"]
    ]
    assert shown("policy-reviews-open", policy__legal_reviews=[]) == [
        ["United Kingdom", "22 November 2026", "Not yet", "Not yet"]
    ]


def test_a_review_of_a_federal_country_covers_its_states() -> None:
    """US covers US-NY, as in the rule on approval."""
    review = REVIEWED | {"country": "US"}
    engagement = an_engagement(engagement__countries=["US-NY"], policy__legal_reviews=[review])
    (place,) = jurisdictions(engagement)
    assert place.is_reviewed
    assert place.name == "New York, United States"


def test_the_register_of_accounts_leaves_out_channels_without_an_account() -> None:
    """An account has an address, or is active though its address is not known."""
    none: dict[str, Any] = {"channels__0__status": "none", "channels__0__handle": None}
    everything, fewer = shown("policy-accounts"), shown("policy-accounts", **none)
    assert everything is not None
    assert fewer is not None
    assert len(fewer) == len(everything) - 1


def test_the_escalation_levels_stand_side_by_side() -> None:
    """One column a level, one row a question; the board's contact stands where the board is told."""
    exhibit = exhibits_of(an_engagement())["escalation-levels"]
    assert exhibit is not None
    assert isinstance(exhibit.content, DataTable)
    titles = [column.title for column in exhibit.content.columns]
    assert titles == ["What", "1 Routine", "2 Concern", "3 Serious", "4 Crisis"]
    rows = rows_of(exhibit)
    assert rows is not None
    assert rows[-1][-1] == "Posts paused; Board chair"


def test_what_needs_no_approval_goes_out_at_once() -> None:
    """A routine reply waits for nobody."""
    rows = shown("approval-paths")
    assert rows is not None
    assert rows[0] == ["Routine reply", "Nobody: trained people publish", "At once"]


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (1, "1 minute"),
        (45, "45 minutes"),
        (60, "1 hour"),
        (90, "1 h 30 min"),
        (480, "8 hours"),
        (1440, "1 day"),
        (2880, "2 days"),
        (2.5, "2.5 minutes"),
    ],
)
def test_minutes_read_as_people_say_them(minutes: float, words: str) -> None:
    """Days, hours or minutes where one of them fits; else hours and minutes. No line breaks inside."""
    assert duration(minutes, Wording("en-GB", "GBP")) == words.replace(" ", "\N{NO-BREAK SPACE}")


def test_every_table_stands_whatever_single_answer_is_missing() -> None:
    """No hole breaks a table; a hole in a list prints as one or takes the table away."""
    for path in paths():
        if path.split("__")[0] in ("policy", "terms", "voice", "credo", "governance", "training", "team"):
            made = exhibits_of(with_holes([path]))
            for name in (*POLICY, *TERMS):
                exhibit = made[name]
                assert exhibit is None or exhibit.key == name


def test_all_holes_leave_only_tables_that_say_so() -> None:
    """The blank questionnaire has a table of priorities, all open."""
    engagement = with_holes(paths())
    made = exhibits_of(engagement)
    left = {name for name in (*POLICY, *TERMS) if made[name] is not None}
    assert left == {"response-times"}
    assert isinstance(engagement.terms.hours, Unknown)
