import pytest

from stratgen.analysis.keypaths import Path
from stratgen.wizard import numbers, parsing
from stratgen.wizard.misread import MisreadError
from stratgen.wizard.plan import question_at


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("40", 40), ("40 %", 40), ("40%", 40), ("1 450", 1450), ("1,450", 1450), ("1.450,50", 1450.5), ("3,5", 3.5),
        ("R1.2m", 1_200_000), ("R 6 400 000", 6_400_000), ("1.2 million", 1_200_000), ("12k", 12_000), ("-2", -2),
        ("€300", 300), ("4200 a month", 4200), ("ZAR 5m", 5_000_000), ("1'000", 1000), ("0", 0), ("2.5", 2.5),
    ],
)  # fmt: skip
def test_numbers_and_money_are_read_as_people_write_them(typed: str, value: float) -> None:
    """Signs, spaces, separators and scales say one number."""
    assert numbers.number(typed) == value


@pytest.mark.parametrize("typed", ["many", "", "12 apples", "1-2", "twelve"])
def test_what_is_no_number_is_said(typed: str) -> None:
    """The message shows what would pass."""
    with pytest.raises(MisreadError, match="Write it like"):
        numbers.number(typed)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("2h 30", 150), ("2h30", 150), ("2:30", 150), ("90", 90), ("340 min", 340), ("1 day", 1440), ("1.5 hours", 90),
     ("2 hours and 5 minutes", 125), ("30 s", 0.5)],
)  # fmt: skip
def test_durations_become_minutes(typed: str, minutes: float) -> None:
    """A question in minutes takes hours, days and clocks too."""
    assert numbers.number(typed, "minutes") == minutes


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("15 Jan 2027", "2027-01-15"), ("Jan 15, 2027", "2027-01-15"), ("2027-01-15", "2027-01-15"),
        ("15/01/2027", "2027-01-15"), ("1st of March 2027", "2027-03-01"), ("Friday 15 January 2027", "2027-01-15"),
        ("Jan 2027", "2027-01-01"), ("28/1/27", "2027-01-28"), ("3.12.2026", "ambiguous"), ("31 Feb 2027", "calendar"), ("15 Foo 2027", "month"),
    ],
)  # fmt: skip
def test_days_are_read_or_refused_with_an_example(typed: str, day: str) -> None:
    """A day that could mean two is not guessed."""
    if day[0].isdigit():
        assert parsing.day(typed) == day
    else:
        with pytest.raises(MisreadError, match="15 Jan 2027"):
            parsing.day(typed)


def test_hours_of_cover_weights_and_evidence_are_read_from_one_line() -> None:
    """Each small table has a short form."""
    assert parsing.hours("Mon-Fri 7:00-19:00, Sat 8-13") == {"mon-fri": "07:00-19:00", "sat": "08:00-13:00"}
    assert parsing.weights("Customer effect 30, Risk: 25%, Cost=45") == {
        "Customer effect": 30,
        "Risk": 25,
        "Cost": 45,
    }
    told = parsing.evidence("July to September 2026, contact centre export, B")
    assert told == {"period": "2026-07 to 2026-09", "source": "contact centre export", "grade": "B"}


def test_lists_are_split_at_lines_semicolons_or_commas() -> None:
    """The strongest separator that is there decides, and bullets fall away."""
    assert parsing.lines("a, b") == ["a", "b"]
    assert parsing.lines("a, and b; c") == ["a, and b", "c"]
    assert parsing.lines("- a, x\n- b") == ["a, x", "b"]
    assert parsing.lines("none") == []


@pytest.mark.parametrize("typed", ["y", "Yes", "TRUE"])
def test_yes_is_yes(typed: str) -> None:
    """Any usual word for yes is read."""
    assert parsing.yes_no(typed)


@pytest.mark.parametrize(
    ("path", "typed", "value"),
    [
        (("channels", 0, "inbound"), "310 a week", 1343), (("channels", 0, "inbound"), "4200 a month", 4200),
        (("channels", 0, "inbound"), "50 per day", 1517), (("channels", 0, "inbound"), "600/week", 2600),
        (("team", "hours_a_month"), "37.5 a week", 162.5), (("team", "hours_a_month"), "37.5 hours a week", 162.5),
        (("team", "shrinkage"), "30%", 30), (("objectives", 0, "target"), "95 %", 95),
        (("tactics", 0, "posts_a_week"), "12 a month", 2.8), (("tactics", 0, "posts_a_week"), "3 a day", 21),
    ],
)  # fmt: skip
def test_a_number_for_another_time_is_turned_into_the_one_that_is_asked(
    path: Path, typed: str, value: float
) -> None:
    """A week's messages are never taken for a month's: 52 weeks are 12 months."""
    assert parsing.parse(question_at(path), typed) == value


@pytest.mark.parametrize(
    "path", [("team", "fewest_on_shift"), ("channels", 0, "inbound"), ("engagement", "headcount")]
)
def test_a_share_is_no_count(path: Path) -> None:
    """Where people or messages are counted, a percentage is a slip, and the question is asked again."""
    with pytest.raises(MisreadError, match="a plain number is asked for"):
        parsing.parse(question_at(path), "71%")


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("United Kingdom, ireland", ["GB", "IE"]),
        ("uk; us-ny", ["GB", "US-NY"]),
        ("New York", ["US-NY"]),
        ("Xx", ["Xx"]),
    ],
)
def test_countries_are_named_as_people_name_them(typed: str, codes: list[str]) -> None:
    """A name, a code in any case, and what everybody says for a kingdom; the rest is left for the rule of the field."""
    assert parsing.parse(question_at(("engagement", "countries")), typed) == codes
