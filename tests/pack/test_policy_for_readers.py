"""The policy as its readers need it: who has to do what, in which country, reviewed or not, and in plain words."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from stratgen.analysis.policy_lint.readability import breaths, grade, words
from stratgen.analysis.policy_lint.sentences import sentences
from stratgen.document import outline
from stratgen.pack import check, compose
from stratgen.places import bundled
from tests.builders import UNKNOWN, answers, paths
from tests.command import ROOT
from tests.pack.test_policy_clauses import POLICY, VARIANTS, keys, policy_of, section

EXAMPLES = sorted((ROOT / "answers").glob("*.yaml"))
EASY = 9.0
"""The Flesch-Kincaid grade that a reader of fourteen is at home with."""
_PASSIVE = (
    "kept|written|reported|approved|reviewed|removed|corrected|labell?ed|logged|marked|told|archived|recorded|entered"
    "|deleted|assessed|handled|moved|published|given|reminded|checked|explained|weighed|applied|treated|collected"
    "|disclosed|banned|blocked|hidden|put|taken|shown|sent|named|added|used|made"
)
DUTY = re.compile(
    rf"\b(?:must|has to|have to|shall)\b|\b(?:is|are|be) (?:\w+ly |not |never |also )?(?:{_PASSIVE})\b",
    re.IGNORECASE,
)
ACTOR = re.compile(
    r"\b(?:you|your|we|us|our|I|nobody|anyone|anybody|everyone|everybody|somebody|who|whoever|people|person|those|they"
    r"|manager|owner|lead|head|officer|director|agents?|approver|deputy|counsel|by (?:the|an?))\b",
    re.IGNORECASE,
)
UNSIGNED = re.compile(r"Confirm with counsel|Questions for counsel|a draft|not legal advice")


@pytest.mark.parametrize("name", VARIANTS)
def test_every_duty_says_whose_it_is(tmp_path: Path, name: str) -> None:
    """A sentence that says "must", or that something "is kept", names a role, "you" or "we"."""
    found = [
        sentence.text
        for sentence in sentences(policy_of(tmp_path, **VARIANTS[name]))
        if sentence.role == "prose" and DUTY.search(sentence.plain)
        and not ACTOR.search(f"{sentence.lead} {sentence.plain}")
    ]  # fmt: skip
    assert found == []


def test_the_check_on_duties_can_fail() -> None:
    """A duty that is nobody's is found, one with an owner passes."""
    assert DUTY.search("Records must be kept.")
    assert not ACTOR.search("Records must be kept.")
    assert ACTOR.search("The Head of People keeps records.")


@pytest.mark.parametrize("name", VARIANTS)
def test_the_policy_reads_at_fourteen(tmp_path: Path, name: str) -> None:
    """EP style: below grade nine in whole sentences, which have fewer than 25 words on average (G12)."""
    whole = [
        each.text
        for each in sentences(policy_of(tmp_path, **VARIANTS[name]))
        if each.role == "prose" and each.text.rstrip()[-1:] in ".!?"
    ]
    counts = [len(words(part)) for text in whole for part in breaths(text)]
    assert grade(whole) < EASY
    assert sum(counts) / len(counts) < 25


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_pass_the_linter_and_read_at_fourteen(file: Path) -> None:
    """E-24: with a client's own words in it too."""
    checked = check(file)
    assert [fault for fault in (*checked.errors, *checked.warnings) if fault.rule == "V26"] == []
    policy = compose(checked, bundled("templates"), (POLICY,))[POLICY]
    assert grade([each.text for each in sentences(policy) if each.role == "prose"]) < EASY


def _signed(*codes: str) -> dict[str, Any]:
    review = {"reviewer": "Employment counsel", "date": "2026-11-12", "answered": True}
    reviews = [review | {"country": code} for code in codes]
    return {"engagement__countries": list(codes), "policy__legal_reviews": reviews}


ALL = ("ZA", "GB", "US-CA", "US-NY", "DE", "AU", "NZ")


def test_a_signed_policy_no_longer_reads_as_a_draft(tmp_path: Path) -> None:
    """Once counsel has signed, the annexes say so, keep the day of the law, and ask only about changes."""
    document = policy_of(tmp_path, **_signed(*ALL), engagement__sector="banking")
    text = outline(document)
    assert not UNSIGNED.search(text)
    assert "Left out, for counsel" not in text
    for annex in ("country-za", "country-uk", "country-us", "country-eu", "country-au", "sector"):
        assert "confirm changes with counsel" in section(document, annex)
    assert "22 November 2026" in section(document, "country-za")


def test_each_annex_follows_the_review_of_its_own_country(tmp_path: Path) -> None:
    """What counsel signed for one country says nothing of another; half of a shared annex is not signed."""
    one = _signed("GB") | {"engagement__countries": ["GB", "AU"]}
    document = policy_of(tmp_path, **one)
    assert not UNSIGNED.search(section(document, "country-uk"))
    assert UNSIGNED.search(section(document, "country-au"))
    half = _signed("DE") | {"engagement__countries": ["DE", "FR"]}
    assert UNSIGNED.search(section(policy_of(tmp_path, **half), "country-eu"))


def test_questions_for_counsel_stay_until_counsel_has_answered_them(tmp_path: Path) -> None:
    """POL-15: a review takes no question away; only the answer that they are answered does, in the sector too."""
    signed = _signed("US-NY") | {"engagement__sector": "banking"}
    del signed["policy__legal_reviews"][0]["answered"]
    document = policy_of(tmp_path, **signed)
    annex = section(document, "country-us")
    assert "Counsel has reviewed this annex" in annex
    assert "The questions below are not answered yet." in annex
    assert "18 USC 1833(b)" in annex
    assert "Confirm with counsel" in section(document, "sector")


def test_the_mark_of_a_draft_names_the_countries_without_a_review(tmp_path: Path) -> None:
    """POL-15: what counsel has signed is not called unread; an open consultation holds adoption back as well."""
    half = _signed("GB") | {"engagement__countries": ["GB", "DE", "US-NY"]}
    control = section(policy_of(tmp_path, **half), "control")
    assert "Not legally reviewed in New York and Germany" in control
    assert "nor while a consultation is open" not in control
    council = {"engagement__employee_bodies": ["Works council"], "policy__consultations": []}
    held = section(policy_of(tmp_path, **half, **council), "control")
    assert "nor while a consultation is open" in held


def test_nothing_is_promised_that_no_answer_promises(tmp_path: Path) -> None:
    """No clause says what stand-by counts as, what a programme offers, or that a post about us is not kept."""
    changes = {"policy__advocacy": "voluntary_programme", "governance__escalation__3__clock": "all_hours"}
    text = outline(policy_of(tmp_path, **changes, policy__monitoring__scope=["brand_mentions"]))
    for promise in ("count it as work", "is work.", "gives you training"):
        assert promise not in text
    assert "a public post of yours that names us may be found and kept" in text
    assert "Confirm with counsel how much of it is working time." in text


def test_rules_still_in_consultation_are_not_called_agreed(tmp_path: Path) -> None:
    """POL-19: while a body has not been heard to the end, nothing prints as agreed with it."""
    rule = {
        "policy__agreed_rules": [{"place": "monitoring", "rule": "We make no reports on single employees"}]
    }
    assert "Agreed with representatives" in section(policy_of(tmp_path, **rule), "monitoring")
    council = {"engagement__employee_bodies": ["Works council"]}
    open_ = section(policy_of(tmp_path, **rule, **council), "monitoring")
    assert "Agreed with" not in open_
    assert "Rules so far, still in consultation" in open_


def test_what_colleagues_know_of_each_other_is_no_secret(tmp_path: Path) -> None:
    """E-03, U1: contact details and injuries are working life; only files that the job opens stay closed."""
    rules = section(policy_of(tmp_path), "personal-information")
    assert "contact details, pay, hours, injuries" in rules
    assert "colleagues’ files that only your job opens to you" in rules
    assert "family" not in rules


def test_states_print_by_name_and_their_law_is_left_to_counsel(tmp_path: Path) -> None:
    """U5: only New York's section is stated; that other states have such laws is a matter for counsel."""
    changes: dict[str, Any] = {"engagement__countries": ["US-CA", "US-TX"], "policy__legal_reviews": []}
    document = policy_of(tmp_path, **changes)
    annex = section(document, "country-us")
    assert "Our people work in California and Texas. Where a state gives you more, you have more." in annex
    assert "Many states" not in annex
    assert "Confirm with counsel what each state adds" in annex
    assert "201-i" not in annex
    assert not re.search(r"\bUS-[A-Z]{2}\b", outline(document))


def test_the_law_is_dated_as_the_catalogue_holds_it(tmp_path: Path) -> None:
    """A pack may be older than the law it sums up: the date is the catalogue's, and says so."""
    control = section(policy_of(tmp_path, engagement__pack__date="2026-11-12"), "control")
    assert "Law as known on" in control
    assert "as we knew it on the day shown" in control
    assert "stratgen" not in control


def test_journalists_are_sent_to_the_voice_that_speaks_to_the_press(tmp_path: Path) -> None:
    """EP-4: the authorised role whose scope names the press; without one, the lead."""
    agent = {"role": "Agent", "scope": "Answers customers", "how_to_become": "Pass the test"}
    press = {"role": "Head of News", "scope": "Speaks to the press", "how_to_become": "By office"}
    asked = "thinks, pass the request to the "
    with_press = policy_of(tmp_path, policy__authorised_voices=[agent, press])
    assert f"{asked}Head of News." in section(with_press, "voices")
    without = policy_of(tmp_path, policy__authorised_voices=[agent])
    assert f"{asked}Social Media Manager." in section(without, "voices")


def test_no_clause_speaks_of_one_clients_trade() -> None:
    """What a bank or an airline calls things stands in their answers; the sector's own file is the exception."""
    folder = bundled("templates") / "clauses"
    files = [path for path in folder.iterdir() if not path.name.startswith("c-24")]
    text = "\n".join(path.read_text("utf-8") for path in files)
    trade = r"\b(?:pay ?day|bank(?!ing)|flight|airline|recipe|toys?|tenant|patient|company password|company devices?)\w*"
    assert not re.search(trade, text, re.IGNORECASE)


def test_confidential_results_alone_bring_no_annex_of_the_sector(tmp_path: Path) -> None:
    """EP-X: a private firm that no regulator watches has no rules of a sector."""
    results = [{"category": "unpublished_results", "example": "Sales before they are announced"}]
    assert "sector" not in keys(policy_of(tmp_path, policy__confidential=results))
    regulated = policy_of(tmp_path, policy__confidential=results, engagement__sector="insurance")
    assert "Not before it is published" not in section(regulated, "sector")
    assert "share price" not in outline(regulated)
    listed = policy_of(tmp_path, engagement__regulators=["London Stock Exchange"])
    assert "Not before it is published" in section(listed, "sector")
    assert "share price" in section(listed, "accuracy")


def test_the_united_states_get_no_british_procedure(tmp_path: Path) -> None:
    """At-will employment stays at will; the steps are heard-and-second-look, never a contract or a dismissal."""
    american = policy_of(tmp_path, engagement__countries=["US-NY"])
    process = section(american, "fair-process")
    assert "companion" not in process
    assert "dismissal" not in process
    assert "These steps are no contract. Where employment is at will, it stays so" in process
    several = section(policy_of(tmp_path, engagement__countries=["GB", "US-NY"]), "fair-process")
    assert "In the United States these steps are no contract" in several
    british = section(policy_of(tmp_path), "fair-process")
    assert "representative or companion" in british
    assert "at will" not in outline(policy_of(tmp_path))


def test_secrets_bind_in_every_capacity(tmp_path: Path) -> None:
    """E-05: personal rules are narrower than official ones, all of them named, and no test is the account or device."""
    scope = section(policy_of(tmp_path), "scope")
    personal = scope.partition("Personal: Everything else")[2]
    assert "These rules apply, and no others of ours" in personal
    for rule in ("(section 6)", "(section 7)", "(section 8)", "section 9, if they are linked with work"):
        assert rule in personal
    assert "device" not in scope
    agreed = [{"place": "personal_use", "rule": "Off duty you may show yourself in uniform"}]
    assert "where you also find the rules from the consultation" in section(
        policy_of(tmp_path, policy__agreed_rules=agreed), "scope"
    )


def test_a_nearly_empty_policy_names_each_gap_once(tmp_path: Path) -> None:
    """Open points that belong together stand in one line; a role that nobody holds yet reads as words (G6)."""
    open_: dict[str, Any] = {
        path: UNKNOWN for path in paths()
        if path.split("__")[0] in ("policy", "voice") and not re.search(r"\d", path)
    }  # fmt: skip
    document = policy_of(tmp_path, **open_)
    text = outline(document)
    for line in text.splitlines():
        assert line.count("[To be confirmed") <= 1, line
    for key in ("accounts", "concerns", "our-voice", "fair-process", "disclosure"):
        assert section(document, key).count("[To be confirmed") <= 2
    assert section(document, "accounts").count("[To be confirmed") == 1


def test_hours_without_end_are_said_as_such(tmp_path: Path) -> None:
    """Around the clock there are no other hours, and nothing is said of them."""
    always = {"mon-fri": "00:00-24:00", "sat-sun": "00:00-24:00"}
    changes: dict[str, Any] = {"terms__hours": always, "service__hours": always}
    helping = section(policy_of(tmp_path, **changes), "helping")
    assert "Counted at all hours, every day." in helping
    assert "24:00" not in helping
    assert "hours shown there" not in helping
    assert "hours shown there" in section(policy_of(tmp_path), "helping")


AIRLINE: dict[str, Any] = {
    "engagement__sector": "travel", "engagement__regulators": ["Civil Aviation Authority"],
    "engagement__countries": ["US-NY"], "policy__legal_reviews": [],
}  # fmt: skip


def test_a_carrier_gets_no_right_from_a_statute_that_may_not_cover_it(tmp_path: Path) -> None:
    """U1: for an airline or a railway the labour statute is a question for counsel; our own promise stands."""
    annex = section(policy_of(tmp_path, **AIRLINE), "country-us")
    assert "act together to improve them" in annex
    assert "National Labor Relations Act, section 7" not in annex
    assert "drafted to the stricter test of Stericycle, Inc., 372 NLRB No. 113 (2 August 2023)" in annex
    assert "the Railway Labor Act; confirm with counsel whom of you it covers" in annex
    hotel = section(policy_of(tmp_path, **AIRLINE | {"engagement__regulators": []}), "country-us")
    assert "Stericycle" in hotel
    assert "Confirm with counsel whether the Railway Labor Act" in hotel
    shop = section(policy_of(tmp_path, engagement__countries=["US-NY"]), "country-us")
    assert "Railway" not in shop


def test_what_was_agreed_stands_in_its_place(tmp_path: Path) -> None:
    """POL-19: a rule that was bargained for is in the text, not only in the table of consultations."""
    places = {
        "rights": "rights",
        "personal_use": "personal-use",
        "out_of_hours": "respect",
        "monitoring": "monitoring",
    }
    rules = [{"place": place, "rule": f"Agreed rule of {place} holds"} for place in places]
    document = policy_of(tmp_path, policy__agreed_rules=rules)
    for place, key in places.items():
        assert f"Agreed rule of {place} holds." in section(document, key)


def test_what_counsel_answered_prints_and_the_questions_go(tmp_path: Path) -> None:
    """POL-15: after the signature the annex shows the result and its source, and no list of what was asked."""
    open_ = policy_of(tmp_path, engagement__countries=["AU"], policy__legal_reviews=[])
    changes = _signed("AU")
    changes["policy__legal_reviews"][0]["adds"] = ["A collective agreement goes before this annex"]
    signed = section(policy_of(tmp_path, **changes), "country-au")
    assert section(open_, "country-au").count("- Confirm with counsel") > 0
    assert "Questions for counsel" not in signed
    assert (
        "A collective agreement goes before this annex.; Source: review by Employment counsel, 12 November 2026."
        in signed
    )


def test_a_draft_claims_no_approval(tmp_path: Path) -> None:
    """EP-0: who is to approve is named as such, and nobody is asked to sign a draft."""
    document = policy_of(tmp_path)
    assert "To be approved by: Executive Committee (not yet approved)" in section(document, "control")
    assert "Planned to apply: From" in section(document, "control")
    assert "Do not sign yet" in section(document, "acknowledgement")


def test_rules_of_a_trade_stand_only_where_there_is_one(tmp_path: Path) -> None:
    """C-15: a public body and a charity have no rivals and do not sell."""
    assert "rivals" in section(policy_of(tmp_path), "accuracy")
    for sector in ("public_body", "charity"):
        words_ = section(policy_of(tmp_path, engagement__sector=sector), "accuracy")
        assert not re.search(r"rivals|sell|share price", words_)


def test_volunteers_are_bound_by_no_contract(tmp_path: Path) -> None:
    """E-16: volunteers are asked, and neither contract nor dismissal is spoken of."""
    document = policy_of(tmp_path, policy__covers=["employees", "volunteers"])
    scope = section(document, "scope")
    assert "It is no contract" in scope
    assert "their own contract" not in scope
    assert "the last step is to end the arrangement" in section(document, "fair-process")
    assert "outside the hours that they offered" in section(document, "respect")


def test_new_answers_that_are_not_known_leave_a_policy_to_read(tmp_path: Path) -> None:
    """Each hole prints as an open point, once, and none of them stops the drafting."""
    open_: dict[str, Any] = {
        f"policy__{name}": UNKNOWN
        for name in (
            "approved_on", "agreed_rules", "ai__never_for", "monitoring__basis_named", "monitoring__contact",
            "monitoring__authority", "consultations__0__closed", "legal_reviews__0__adds",
        )
    }  # fmt: skip
    document = policy_of(tmp_path, **open_)
    assert section(document, "monitoring").count("[To be confirmed") == 3
    assert "Not used for: [To be confirmed" in section(document, "ai")
    assert "Rules that were agreed: [To be confirmed" in section(document, "review")


def test_a_bargain_in_the_consultations_is_no_rule_until_it_is_one(tmp_path: Path) -> None:
    """E-19: the table reports what was said; only an agreed rule binds, and prints where it belongs."""
    review = section(policy_of(tmp_path), "review")
    assert "Outcome, as reported" in review
    assert "Agreed with representatives" not in outline(policy_of(tmp_path))


def test_the_floor_under_the_rights_is_said_where_they_stand(tmp_path: Path) -> None:
    """E-01, E-14: the rights cover no threats and no harassment, else no rule on them could be kept."""
    rights = section(policy_of(tmp_path), "rights")
    assert "This section does not protect the five kinds of conduct in section 9" in rights
    assert "what you believe may not" in rights


def test_a_list_of_secrets_that_is_hardly_begun_is_no_complete_list(tmp_path: Path) -> None:
    """E-03: with fewer than three rows the policy asks whether that is all, and names who settles it."""
    item = {"category": "customer_data", "example": "Who bought which book"}
    others = [item | {"category": "security"}, item | {"category": "legal_advice"}]
    short = section(policy_of(tmp_path, policy__confidential=[item]), "confidential")
    assert "Is anything else confidential" in short
    full = section(policy_of(tmp_path, policy__confidential=[item, *others]), "confidential")
    assert "Is anything else confidential" not in full
    assert "complete list" not in short + full


def test_a_leak_goes_to_the_desk_for_data_and_not_to_the_public(tmp_path: Path) -> None:
    """E-21: correcting in public is for wrong posts; what leaked is told at once to those who count the hours."""
    contact = {"policy__monitoring__contact": "Data Protection Officer"}
    out = section(policy_of(tmp_path, **contact), "personal-information")
    assert "tell the Data Protection Officer at once" in out
    for use in ("prohibited", "allowed"):
        assert "post nothing" in section(policy_of(tmp_path, policy__ai__use=use), "ai")


def test_the_control_block_names_the_day_of_the_next_review(tmp_path: Path) -> None:
    """E-23: a date, and not an interval without a start."""
    control = section(policy_of(tmp_path), "control")
    assert "From 1 February 2027; next review by 1 February 2028" in control


def test_what_is_new_prints_where_a_version_has_a_forerunner(tmp_path: Path) -> None:
    """EP-18: the change log stands in the section on review; a first version has none."""
    changed = policy_of(tmp_path, policy__changes=["Section 9 names the right to rest"])
    assert "New in this version: Section 9 names the right to rest." in section(changed, "review")
    assert "New in this version" not in outline(policy_of(tmp_path))


def test_the_policy_and_the_terms_say_one_thing_in_one_way(tmp_path: Path) -> None:
    """G1: how soon an error is corrected, and when somebody may end a conversation."""
    file = tmp_path / "client.yaml"
    file.write_text(json.dumps(answers()), encoding="utf-8")
    papers = compose(check(file), bundled("templates"), (POLICY, "terms-of-engagement"))
    for paper in papers.values():
        text = outline(paper).replace("\N{NO-BREAK SPACE}", " ")
        assert re.search(
            r"Correct an error within \S+ staffed hours? of noticing it, in the same place", text
        )
        assert "after one warning, or at once if you are threatened" in text


@pytest.mark.parametrize("reviewed", [True, False])
def test_the_terms_are_no_further_than_the_policy_that_they_invoke(tmp_path: Path, reviewed: bool) -> None:
    """E-24: while counsel has not signed, the terms bear the mark of the policy."""
    file = tmp_path / "client.yaml"
    changes: dict[str, Any] = {} if reviewed else {"policy__legal_reviews": []}
    file.write_text(json.dumps(answers(**changes)), encoding="utf-8")
    terms = compose(check(file), bundled("templates"), ("terms-of-engagement",))["terms-of-engagement"]
    assert ("not legally reviewed" in terms.status) is not reviewed
    assert ("both are still drafts" in outline(terms)) is not reviewed
