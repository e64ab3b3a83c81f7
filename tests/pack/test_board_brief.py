"""The board brief as its secretary checks it: the summary, the order of the case, names, rounding (checklist 7.1)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from stratgen.analysis import analyze
from stratgen.analysis.jurisdictions import land
from stratgen.analysis.own_words import proper_words
from stratgen.analysis.wording import Wording
from stratgen.answers import load
from stratgen.catalogue import packaged
from stratgen.document import Document, Exhibit, Heading, outline, plain
from stratgen.engagement import Engagement
from stratgen.pack import Checked, check, compose
from stratgen.places import bundled
from tests.builders import LEFT_OUT, an_engagement, paths, with_holes
from tests.command import BANK, ROOT

BRIEF = "board-brief"
EXAMPLES = sorted(path.stem for path in (ROOT / "answers").glob("*.yaml"))
LOADED = load(BANK)
each_example = pytest.mark.parametrize("name", EXAMPLES)


@cache
def checked(name: str) -> Checked:
    return check(ROOT / "answers" / f"{name}.yaml")


@cache
def example(name: str) -> Document:
    return compose(checked(name), bundled("templates"), (BRIEF,))[BRIEF]


def brief_of(engagement: Engagement) -> Document:
    found = Checked(replace(LOADED, engagement=engagement), analyze(engagement), (), (), ())
    return compose(found, bundled("templates"), (BRIEF,))[BRIEF]


def brief(**changes: Any) -> Document:
    return brief_of(an_engagement(**changes))


def titles(document: Document) -> list[str]:
    return [plain(block.inlines) for block in document.blocks if isinstance(block, Heading)]


def section(document: Document, title: str) -> str:
    """Return the text under a heading, up to the next one."""
    _, _, rest = outline(document).partition(f" {title}\n")
    return rest.partition("\n#")[0]


@each_example
def test_the_summary_says_all_in_at_most_120_words(name: str) -> None:
    """It holds the ask, the reason, the cost, the benefit and the main risk (B-05)."""
    summary = section(example(name), "Summary")
    words = [word for word in summary.replace("\N{NO-BREAK SPACE}", "").split() if re.search(r"\w", word)]
    assert 0 < len(words) <= 120
    for part in ("Situation.", "Benefit.", "Main risk."):
        assert part in summary
    assert re.search(r"(We ask|For discussion)\b", summary)
    assert re.search(r"Cost\. .* in year one", summary)


def test_longest_answers_still_give_a_summary_of_120_words() -> None:
    """Names, causes and events at their full length are not too many for the summary (B-05)."""
    long = "very many people who write to us in public in the evening and at the weekend wait until somebody sees it "
    risk = {"risks__0__cause": (long * 2)[:158], "risks__0__event": (long * 2)[:158]}
    summary = section(brief(**risk, board__options__0__name=long[:78].strip()), "Summary")
    assert len(summary.split()) <= 120


@each_example
def test_the_recommended_cost_is_the_same_wherever_it_stands(name: str) -> None:
    """The summary, the table by quarter and the cost lines agree to the unit (B-08, B-22)."""
    found, document = checked(name), example(name)
    total = found.findings.case.cost_total
    assert total is not None
    mandate = found.loaded.engagement.engagement
    amount = Wording(str(mandate.locale), str(mandate.currency)).money(total)
    assert amount in section(document, "Summary")
    tables = {block.key: block for block in document.blocks if isinstance(block, Exhibit)}
    for key in ("brief-quarters", "brief-costs"):
        alone = replace(document, blocks=(tables[key],))
        assert amount in outline(alone)


@pytest.mark.parametrize("stance", ["purpose_led", "purpose_with_evidence", "case_led"])
def test_leaderships_stance_changes_the_order_and_drops_nothing(stance: str) -> None:
    """Purpose and case are both printed; whoever needs the case first reads options and money first (ruling X1)."""
    found = titles(brief(purpose__stance=stance))
    why, money = found.index("Why this matters now"), found.index("Money, people and tools")
    assert (money < why) is (stance == "case_led")
    assert found.index("Options and recommendation") < money
    assert sorted(found) == sorted(titles(brief()))


@pytest.mark.parametrize(
    ("purpose", "words"),
    [
        ("decision", "is asked to decide"),
        ("discussion", "is asked to discuss this and give a steer"),
        ("information", "is asked to note"),
    ],
)
def test_the_paper_says_what_it_is_for(purpose: str, words: str) -> None:
    """Exactly one of the three, in the header and in the box (B-01)."""
    text = outline(brief(engagement__meeting__purpose=purpose))
    assert words in text
    assert text.count("The board is asked to ") == 1
    assert ("We ask the board to choose" in text) is (purpose == "decision")


def test_countries_and_states_read_as_names() -> None:
    """No code stands before a reader."""
    assert [land(code) for code in ("US-CA", "US-NY", "DE", "GB", "IE")] == [
        "California", "New York", "Germany", "United Kingdom", "Ireland",
    ]  # fmt: skip
    assert land("XX") == "XX"


@each_example
def test_no_code_of_a_country_stands_in_the_brief(name: str) -> None:
    """Legal reviews and open points name the country or the state."""
    assert not re.search(
        r"\b(US-[A-Z]{2}|\((?:GB|ZA|US|DE|IE|AU)\)|(?:DE|IE|ZA|AU) \()", outline(example(name))
    )


def test_words_of_the_client_keep_their_capital_inside_a_sentence() -> None:
    """Days, channels and names are no ordinary words; the first word of a sentence is."""
    names = proper_words(
        an_engagement(purpose__customer_gain="Help from Petra, the Chief Customer Officer, on Sundays and at Easter"), packaged()
    )  # fmt: skip
    assert {"Sundays", "Facebook", "Petra", "X"} <= names
    assert not {"Help", "Owned", "App", "Groups", "Customer"} & names


@pytest.mark.parametrize(
    ("minutes", "words"), [(5.8, "5.8 minutes"), (6.5, "6.5 minutes"), (18.25, "18 minutes"), (9.96, "10 minutes"), (1.0, "1 minute")]
)  # fmt: skip
def test_short_times_keep_one_decimal_and_longer_ones_none(minutes: float, words: str) -> None:
    """One rule for minutes wherever they stand."""
    assert Wording("en-GB", "GBP").measured(minutes, "minutes").replace("\N{NO-BREAK SPACE}", " ") == words


@pytest.mark.parametrize(
    ("amount", "given", "expected"),
    [
        (203_950, "£203,950", "£204,000"),
        (4_321, "£4,321", "£4,320"),
        (650, "£650", "£650"),
        (5.8, "£5.80", "£5.80"),
        (-4_321, "−\N{WORD JOINER}£4,321", "−\N{WORD JOINER}£4,320"),
    ],
)
def test_amounts_that_are_given_are_exact_and_those_expected_are_not(
    amount: float, given: str, expected: str
) -> None:
    """What is asked for prints to the unit, a small price with its pence, an estimate no finer than it is known."""
    wording = Wording("en-GB", "GBP")
    assert (wording.money(amount), wording.expected(amount)) == (given, expected)


def test_people_bear_one_decimal_at_most() -> None:
    """Nobody hires a hundredth of a post."""
    assert [Wording("en-GB", "GBP").people(value) for value in (11.74, 11.0, 0.72)] == ["11.7", "11", "0.7"]


@pytest.mark.parametrize("section_of", ["board", "purpose", "policy", "risks"])
def test_the_brief_stands_with_a_whole_section_unknown(section_of: str) -> None:
    """Holes are marked, never invented, and the paper still has its parts."""
    holes = [path for path in paths() if path.split("__")[0] == section_of]
    found = titles(brief_of(with_holes(holes)))
    assert {"Summary", "Why this matters now", "Options and recommendation", "Implications"} <= {*found}


def test_a_resolution_is_ready_for_the_minute() -> None:
    """Amount and day stand in its sentence, each once, and a policy is adopted by a day and not in effect by it (F23)."""
    plain_one = outline(brief())
    assert (
        "at a cost not exceeding £180,000, with effect from 4 January 2027. Accountable: the Chief"
        in plain_one
    )
    told = "Approve the recommended option with its budget of £180,000 from 4 January 2027"
    once = outline(brief(board__resolutions__0__text=told))
    assert f"{told}. Accountable: the Chief" in once
    policy = {
        "text": "Endorse the employee engagement policy",
        "executive": "Chief People Officer",
        "by": "2027-01-29",
    }
    assert "to be adopted by 29 January 2027. It takes effect on 1 February 2027. Accountable:" in outline(
        brief(board__resolutions__0=policy)
    )


def test_a_policy_waits_for_its_legal_review() -> None:
    """Where the review is open and the resolution does not say so, the brief does (F23)."""
    policy = {
        "text": "Endorse the employee engagement policy",
        "executive": "Chief People Officer",
        "by": "2027-01-29",
    }
    hole = {"unknown": "Counsel has it", "owner": "General Counsel"}
    text = outline(brief(board__resolutions__0=policy, policy__legal_reviews__0__date=hole))
    assert "but not before the legal review is complete" in text
    policy["text"] = "Endorse the employee engagement policy once counsel has read it"
    text = outline(brief(board__resolutions__0=policy, policy__legal_reviews__0__date=hole))
    assert "but not before" not in text


def test_a_review_opens_the_paper_with_what_it_found() -> None:
    """Ratings, what is Red and what was decided stand on page one; the start is called the start."""
    text = outline(example("wattlebird-airlines"))
    assert "Customer satisfaction is Red: now 79%, where 81% was due." in text
    assert "Decided at the end of Q2: Change course." in text
    assert "Review. Of the board’s five measures on 12 July 2027: two Green, two Amber, one Red." in text
    assert "Channels at the start" in text
    assert "Social today" not in text
    (table,) = [each for each in example("wattlebird-airlines").blocks
                if isinstance(each, Exhibit) and each.key == "brief-measures"]  # fmt: skip
    assert [column.title for column in table.content.columns] == [  # type: ignore[union-attr]
        "Measure", "Start", "Now", "Due by now", "Rating", "Target", "By",
    ]  # fmt: skip


def test_money_saved_and_time_freed_are_told_apart() -> None:
    """The summary gives agreed budget cuts as a range of their own (BOA-06)."""
    assert "$298,200 to $667,400 in agreed budget cuts, the rest capacity released" in section(
        example("wattlebird-airlines"), "Summary"
    )


def test_a_full_year_that_nobody_gave_is_called_the_least() -> None:
    """A line that starts late and gives no amount of twelve months makes the full year a minimum (V114)."""
    late = {"board__costs__0__full_year_amount": LEFT_OUT}
    assert "at least £120,000 in each full year" in section(brief(**late), "Summary")
    assert "Not given" in outline(brief(**late))
    assert "at least £120,000" not in section(brief(), "Summary")


def test_a_consultation_that_is_not_closed_is_not_shown_as_done() -> None:
    """What was begun says so, and who is still to come is named (F24)."""
    text = section(example("dunverra-agency"), "Implications")
    assert "Begun, not closed: Joint staff and management forum" in text
    assert "Still to be consulted: Public service union, Craft workers’ union." in text


@each_example
def test_the_main_risk_is_the_first_of_the_table(name: str) -> None:
    """The summary and the table of risks go by one order: what remains (B-05, B-13)."""
    findings = checked(name).findings
    shown = [each for each in findings.risks if each.principal]
    assert findings.main_risk is shown[0]
    assert [each.residual or 0 for each in shown] == sorted(
        (each.residual or 0 for each in shown), reverse=True
    )


def test_a_review_says_what_is_left_of_the_money_and_why() -> None:
    """What the quarters that are over did not use is told, so that the sum asked for can be followed (BB-6)."""
    text = section(example("wattlebird-airlines"), "Money, people and tools")
    assert "$16,300 less than the budget of Q1 and Q2, so that $763,000 is left." in text
    assert "$412,600 of it has been released." in text


def test_a_measure_outside_the_table_is_named_below_it() -> None:
    """The summary counts the measures of the board alone, and the table points to the others (B-22)."""
    assert "Not shown, and in part 3: insights acted on is Green." in outline(example("wattlebird-airlines"))


def test_options_of_an_earlier_decision_are_dated() -> None:
    """A paper that comes back says of when its options are, where the answers say so (BOA-02)."""
    assert "The options as the board saw them in December 2026," in outline(example("wattlebird-airlines"))
    assert "as the board saw them" not in outline(brief(board__options_decided="2026-12-10"))


def test_a_resolution_that_names_further_days_begins_with_its_own() -> None:
    """At its end the day would read as that of the last thing named (B-02)."""
    text = outline(example("dunverra-agency"))
    assert "With effect from 8 January 2027, agree that staff" in text
    assert "23 March 2027, with effect from" not in text


def test_the_clock_of_a_wait_is_named_and_staffed_time_makes_no_days() -> None:
    """A director reads 22 hours as by tomorrow, unless the paper says that staffed hours are meant (B-19)."""
    text = outline(example("karoo-bank"))
    assert "counted in staffed hours, with" in text
    assert "First reply: the median, counted in staffed hours." in text
    assert "1\xa0day" not in text
    assert "First reply: the median, counted at all hours." in outline(example("wattlebird-airlines"))


@pytest.mark.parametrize(
    ("body", "who"),
    [("Board of Trustees", "trustees"), ("Agency Board", "members"), ("Board of Directors", "directors")],
)
def test_those_who_may_ask_are_called_what_they_are(body: str, who: str) -> None:
    """Questions are those of trustees, members or directors, by the name of the body (BB-13)."""
    assert f"Questions {who} may ask" in titles(brief(engagement__meeting__body=body))


def test_sign_offs_not_asked_for_are_told_from_those_not_given() -> None:
    """The brief lists the same functions as the document control (BB-1)."""
    text = outline(example("minimal"))
    assert (
        "Not yet: Sponsor. Not asked yet: Finance, Legal, Human resources, IT and security, Customer care, Marketing."
        in text
    )
