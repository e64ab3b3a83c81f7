"""The register of clauses: which apply and why, which annexes, and the state of the legal review."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from stratgen.analysis.clauses import ALWAYS, clauses
from stratgen.analysis.findings import ClauseFinding, Clauses
from stratgen.analysis.jurisdictions import LAW_AS_OF
from tests.builders import UNKNOWN, an_engagement

AGENCY = {"name": "Media agency", "scope": "Paid campaigns", "contract_terms": True}
RESULTS = [{"category": "unpublished_results", "example": "Results before they are announced"}]


def of(**changes: Any) -> Clauses:
    """Return the register of the specimen with changes."""
    return clauses(an_engagement(**changes))


def clause(number: str, **changes: Any) -> ClauseFinding:
    """Return one clause of the register."""
    return next(each for each in of(**changes).register if each.id == number)


def test_the_register_holds_all_26_clauses_in_order() -> None:
    """C-01 to C-26, each with a title, a heading and a reason."""
    found = of().register
    assert [each.id for each in found] == [f"C-{n:02}" for n in range(1, 27)]
    assert all(each.title and each.heading and each.why for each in found)


@pytest.mark.parametrize(
    ("number", "changes", "why"),
    [
        ("C-13", {"purpose__service_channel": "no"}, "No service channel"),
        ("C-24", {}, "No rules of a sector apply"),
        ("C-25", {"team__agencies": []}, "No firm acts for us"),
        ("C-25", {}, "No firm is named"),
        ("C-26", {}, "Nothing is agreed beyond the rule on leavers"),
    ],
)
def test_a_clause_without_its_trigger_is_left_out(number: str, changes: dict[str, Any], why: str) -> None:
    """What no answer calls for does not apply, and the register says why."""
    found = clause(number, **changes)
    assert not found.applies
    assert found.why.startswith(why.split(":")[0])


@pytest.mark.parametrize(
    ("number", "changes", "why"),
    [
        ("C-13", {"purpose__service_channel": "create"}, "service channel"),
        ("C-13", {"purpose__service_channel": UNKNOWN}, "not known yet"),
        (
            "C-17",
            {"policy__ai__use": "prohibited", "engagement__countries": ["DE"]},
            "the annex for the European Union",
        ),
        (
            "C-18",
            {"engagement__countries": ["GB", "DE", "ZA", "US"]},
            "South Africa, the United Kingdom, the European Union: a legal basis is needed",
        ),
        ("C-24", {"engagement__sector": "banking"}, "Sector: Banking"),
        ("C-25", {"team__agencies": [AGENCY]}, "1 firm acts for us"),
        ("C-25", {"team__agencies": UNKNOWN}, "Not known yet"),
        (
            "C-26",
            {"policy__ownership_on_exit": "Official accounts stay; personal accounts do not"},
            "The answers say",
        ),
        ("C-26", {"policy__ownership_on_exit": UNKNOWN}, "Not known yet"),
    ],
)
def test_a_clause_applies_where_an_answer_calls_for_it(
    number: str, changes: dict[str, Any], why: str
) -> None:
    """The reason names the answer; one that is not known calls for its clause, which shows the hole."""
    found = clause(number, **changes)
    assert found.applies
    assert why in found.why


def test_most_clauses_always_apply() -> None:
    """A clause without a trigger says so in one word."""
    assert clause("C-01").why == ALWAYS
    assert clause("C-21", engagement__countries=["NZ"]).why == ALWAYS


@pytest.mark.parametrize(
    ("changes", "keys"),
    [
        ({}, []),
        ({"engagement__sector": "banking"}, ["finance"]),
        ({"engagement__sector": "insurance"}, ["finance"]),
        ({"engagement__sector": "health"}, ["health"]),
        ({"engagement__sector": "pharma"}, ["pharma"]),
        ({"engagement__sector": "public_body"}, ["public"]),
        ({"engagement__regulators": ["The water regulator"]}, ["regulated"]),
        (
            {"engagement__sector": "banking", "engagement__regulators": ["London Stock Exchange"]},
            ["finance", "listed"],
        ),
        ({"policy__confidential": RESULTS}, []),
        ({"policy__confidential": RESULTS, "engagement__sector": "banking"}, ["finance"]),
        ({"engagement__sector": UNKNOWN}, []),
    ],
)
def test_the_sector_annex_has_the_parts_of_the_sector(changes: dict[str, Any], keys: list[str]) -> None:
    """By sector, by a regulator without a sector of its own, and by an exchange that watches it."""
    assert [each.key for each in of(**changes).sectors] == keys


def test_country_annexes_are_those_of_the_countries_and_are_dated() -> None:
    """Member states share one annex; a country without one gets the neutral annex, which has no date."""
    found = of(engagement__countries=["DE", "NZ", "FR", "US-NY", "US-TX"])
    assert found.countries == ("us", "eu", "other")
    by_key = {each.key: each for each in found.annexes}
    assert [place.code for place in by_key["eu"].places] == ["DE", "FR"]
    assert by_key["eu"].as_of is not None
    assert by_key["other"].as_of is None
    assert found.codes == ("DE", "NZ", "FR", "US-NY", "US-TX")


def test_the_policy_is_reviewed_only_when_every_country_is() -> None:
    """Reviewer and date, country by country; without countries nothing is reviewed (POL-15)."""
    review = {"country": "GB", "reviewer": "Employment counsel", "date": "2026-11-12"}
    assert of(policy__legal_reviews=[review]).reviewed
    assert not of(policy__legal_reviews=[review | {"date": UNKNOWN}]).reviewed
    assert not of(policy__legal_reviews=[review], engagement__countries=["GB", "DE"]).reviewed
    assert not of(policy__legal_reviews=UNKNOWN).reviewed
    assert not of(engagement__countries=UNKNOWN).reviewed


def test_the_next_review_is_so_many_months_after_the_policy_applies() -> None:
    """POL-01, E-23: the last day of a shorter month; no date where either answer is open."""
    assert of(policy__effective="2027-08-31", policy__review_months=6).next_review == date(2028, 2, 29)
    assert of(policy__effective=UNKNOWN).next_review is None
    assert of(policy__review_months=UNKNOWN).next_review is None


def test_lost_devices_go_to_the_security_desk_where_it_answers_for_accounts() -> None:
    """TEAM-04: only the department that is accountable for safe accounts counts."""
    assert of(team__responsibilities__secure={"it_security": "AR"}).security_desk
    assert not of(team__responsibilities__secure={"it_security": "R", "care": "A"}).security_desk


def test_each_further_purpose_names_its_basis_or_stands_last_without_one() -> None:
    """E-10: a basis is given for each purpose; those that share it stand together, and what is open says so."""
    given = [
        {"purpose": "reported_breach", "basis": "legitimate_interest", "named": "to apply one rule to all"},
        {"purpose": "desk_and_coaching", "basis": "contract"},
    ]
    found = of(policy__monitoring__scope=["brand_mentions"], policy__purposes=given).further_purposes
    assert found == (
        ("legitimate interest, to apply one rule to all", ("reported breaches",)),
        ("the contract under which people work", ("running the desk and coaching",)),
        ("", ("missing disclosures",)),
    )
    unsearched = of(policy__monitoring__scope=["work_systems"]).further_purposes
    assert unsearched == (("", ("reported breaches", "running the desk and coaching")),)


@pytest.mark.parametrize(
    ("trained", "effective", "day"),
    [(40, "2027-02-01", date(2027, 6, 30)), (100, "2027-02-01", None), (40, "2027-07-01", None)],
)
def test_who_answers_already_goes_on_until_the_training_is_due(
    trained: int, effective: str, day: date | None
) -> None:
    """The policy asks for training first; until it is due it binds nobody who answers already."""
    line = {"audience": "cx_agents", "modules": ["operating", "policy"], "trained_today": trained,
            "target": 100, "by": "Q2", "refresh_months": 12}  # fmt: skip
    assert of(training=[line], policy__effective=effective).trained_by == day


def test_an_approver_who_stands_alone_does_not_read_their_own_words() -> None:
    """EP-W: where the executive is the only approver of the table, somebody else has to read."""
    alone = {"content": "planned_post", "approver": "Chief Customer Officer", "minutes": 60}
    executive: dict[str, Any] = {"team__accountable_executive": "Chief Customer Officer"}
    assert of(governance__approvals=[alone], **executive).sole_approver
    other = alone | {"content": "campaign", "approver": "Head of Marketing"}
    assert not of(governance__approvals=[alone, other], **executive).sole_approver


def test_an_annex_holds_as_of_the_day_on_which_counsel_read_it_last() -> None:
    """E-18: a review that is later than our own reading brings the day forward, for all places of the annex."""
    later = {"country": "GB", "reviewer": "Counsel", "date": "2027-07-05"}
    (annex,) = of(engagement__countries=["GB"], policy__legal_reviews=[later]).annexes
    assert annex.as_of == date(2027, 7, 5)
    (half,) = of(
        engagement__countries=["US-CA", "US-NY"], policy__legal_reviews=[later | {"country": "US-CA"}]
    ).annexes
    assert half.as_of == LAW_AS_OF


def test_the_policy_is_adopted_by_the_day_of_its_resolution() -> None:
    """Who still has to be consulted is told by when: the policy's own day, else the resolution's, never that from which it holds."""
    asked = {
        "text": "Endorse the employee engagement policy",
        "executive": "Head of People",
        "by": "2027-01-11",
    }
    assert of(board__resolutions=[asked], policy__effective="2027-02-01").adopted_by == date(2027, 1, 11)
    note = asked | {"text": "Note that the policy is in hand"}
    assert of(board__resolutions=[note], policy__effective="2027-02-01").adopted_by is None
    own: dict[str, Any] = {"policy__adopted_by": "2027-01-18"}
    assert of(board__resolutions=[asked], **own).adopted_by == date(2027, 1, 18)


def test_a_practice_that_ends_late_is_allowed_until_then() -> None:
    """NEU-03: what the policy forbids and the plan lets go on stands in the policy, with its day."""
    habit = {"practice": "Answers from private telephones", "harm": "Nothing is recorded", "owner": "Head of Care",
             "replacement": "One official account", "by": "2027-06-30", "forbidden": True}  # fmt: skip
    (found,) = of(legacy_practices=[habit], policy__effective="2027-02-01").still_allowed
    assert found.practice == habit["practice"]
    assert of(legacy_practices=[habit], policy__effective="2027-07-01").still_allowed == ()
