"""The numbered rules: one broken and one kept example each, overrides, and how findings read."""

from __future__ import annotations

import re
from typing import Any

import pytest

from stratgen.analysis import analyze
from stratgen.analysis.findings import Findings, RuleFinding
from stratgen.analysis.rules import BY_ID, RULES, WITHOUT_FUNCTION, path_parts, path_text
from stratgen.engagement import Engagement, Unknown
from tests.analysis import rule_examples, rule_examples_full, rule_examples_governance
from tests.analysis.rule_examples import Changes, Example
from tests.builders import LEFT_OUT, UNKNOWN, an_engagement

EXAMPLES: dict[str, Example] = (
    rule_examples.EXAMPLES | rule_examples_governance.EXAMPLES | rule_examples_full.EXAMPLES
)


def found(findings: Findings) -> list[RuleFinding]:
    """Return everything that the rules say, accepted or not."""
    return [*findings.errors, *findings.warnings, *findings.accepted]


def broken(**changes: Any) -> list[RuleFinding]:
    """Return what the rules say of the specimen with changes."""
    return found(analyze(an_engagement(**changes)))


def only(number: str, **changes: Any) -> RuleFinding:
    """Return the one finding of a rule."""
    (finding,) = [each for each in broken(**changes) if each.rule == number]
    return finding


@pytest.mark.parametrize("number", EXAMPLES)
def test_a_broken_rule_is_found(number: str) -> None:
    """Each rule finds its broken example, with its own severity."""
    findings = [each for each in broken(**EXAMPLES[number][0]) if each.rule == number]
    assert findings
    assert {each.severity for each in findings} == {BY_ID[number].severity}


@pytest.mark.parametrize("number", EXAMPLES)
def test_a_rule_that_is_kept_stays_silent(number: str) -> None:
    """Each rule passes over the example that comes close."""
    assert [each for each in broken(**EXAMPLES[number][1]) if each.rule == number] == []


@pytest.mark.parametrize(("number", "changes"), rule_examples_full.AGAIN)
def test_a_rule_is_broken_in_each_of_its_ways(number: str, changes: Changes) -> None:
    """A rule that reads several answers finds the fault in each of them, once."""
    assert only(number, **changes).severity == BY_ID[number].severity


def test_every_rule_has_both_examples() -> None:
    """No rule stands in the table without a broken and a kept example."""
    assert set(EXAMPLES) == {rule.id for rule in RULES}


def test_rules_are_numbered_once_and_the_register_is_covered() -> None:
    """V1 to V38 each have a function or a reason why not; no number stands twice."""
    numbers = [rule.number for rule in RULES]
    assert numbers == sorted(set(numbers))
    assert {f"V{n}" for n in range(1, 39)} <= {*BY_ID, *WITHOUT_FUNCTION}
    assert not set(BY_ID) & set(WITHOUT_FUNCTION)


def test_every_rule_has_a_title_and_reads_answers_that_exist() -> None:
    """A rule has one sentence for a title, and each key path it reads leads somewhere in the models."""
    for rule in RULES:
        assert rule.title, rule.id
        assert not rule.title.endswith("."), rule.id
        for reads in rule.reads:
            first = path_parts(reads.replace("[]", "").replace("[*]", ""))[0]
            assert first in Engagement.model_fields, (rule.id, reads)


def test_the_specimen_breaks_no_rule() -> None:
    """The specimen is whole: no error, no warning, and it could be approved."""
    findings = analyze(an_engagement())
    assert found(findings) == []
    assert findings.approvable


@pytest.mark.parametrize("number", EXAMPLES)
def test_findings_read_as_sentences(number: str) -> None:
    """What is wrong ends with a full stop, so does the mend, and both begin as the message needs them."""
    for finding in broken(**EXAMPLES[number][0]):
        assert re.match(r'[a-z0-9"“A-Z-]', finding.what), finding
        assert finding.what.endswith("."), finding
        assert re.match(r"[A-Z].*[.?]$", finding.mend), finding
        assert finding.place, finding
        assert "None" not in finding.what + finding.mend + finding.place


@pytest.mark.parametrize("number", EXAMPLES)
def test_paths_of_findings_survive_being_written(number: str) -> None:
    """A path as text leads back to itself."""
    for finding in broken(**EXAMPLES[number][0]):
        assert path_text(path_parts(finding.path)) == finding.path


def test_a_place_names_the_record() -> None:
    """A place is read by people: section, position from 1, name of the record, answer."""
    finding = only("V3", channels__2__owner=LEFT_OUT)
    assert finding.path == "channels[2].owner"
    assert finding.place == "Channels 3 (trustpilot), owner"


def test_the_name_of_a_stakeholder_never_stands_in_a_place() -> None:
    """Only the role of a stakeholder is named."""
    finding = only("V45", stakeholders__1__name="Chris Careful", stakeholders__1__interviewed="2027-10-08")
    assert finding.place == "Stakeholders 2 (Head of Customer Care), interviewed"


@pytest.mark.parametrize(
    ("place", "late", "what"),
    [
        ("baseline__measures__1__social_90th", 339, "yet half of them wait 340 or longer"),
        ("baseline__measures__0__social_90th", 900, "which only the first response time has"),
    ],
)
def test_a_90th_percentile_is_the_longer_and_only_of_the_first_response(
    place: str, late: int, what: str
) -> None:
    """In the audit and in the baseline alike; a fault names the answer (checklist S-03)."""
    finding = only("V119", **{place: late})
    assert finding.path == place.replace("__measures__", ".measures[").replace("__social", "].social")
    assert what in finding.what


def test_a_90th_percentile_that_nobody_knows_breaks_no_rule() -> None:
    """Nor does one beside a median that is still open."""
    for changes in ({"channels__0__first_response_90th_minutes": UNKNOWN},
                    {"baseline__measures__1__social_90th": 10, "baseline__measures__1__social": UNKNOWN}):  # fmt: skip
        assert [each for each in broken(**changes) if each.rule == "V119"] == []


def test_a_wrong_reference_suggests_the_nearest_name() -> None:
    """Who mistypes a name is shown the one that was meant."""
    assert only("V2", objectives__0__goal="loyality").mend == 'Did you mean "loyalty"?'


@pytest.mark.parametrize("sector", ["banking", "retail"])
def test_an_irreverent_voice_is_an_error_only_where_it_is_regulated(sector: str) -> None:
    """V19 is an error in a regulated sector, and a warning elsewhere."""
    finding = only("V19", voice__dimensions__respectful_to_irreverent=4, engagement__sector=sector)
    assert finding.severity == ("error" if sector == "banking" else "warning")


def _override(**changes: str) -> list[Changes]:
    base = {"rule": "V36", "reason": "Agreed with the union", "by": "Head of People", "when": "2026-11-12"}
    return [base | changes]


def test_an_override_accepts_a_warning_as_long_as_the_answer_stays() -> None:
    """With the fingerprint of the answer a warning is accepted; after a change it is back and says so."""
    warning = only("V36", policy__review_months=18)
    override = _override(answer=warning.fingerprint)
    accepted = analyze(an_engagement(policy__review_months=18, overrides=override))
    assert [each.rule for each in accepted.accepted] == ["V36"]
    assert accepted.accepted[0].accepted_by == "Head of People"
    assert accepted.accepted[0].accepted_because == "Agreed with the union"
    assert accepted.warnings == ()
    changed = only("V36", policy__review_months=20, overrides=override)
    assert changed.accepted_by == ""
    assert "has changed" in changed.mend
    assert f'answer: "{changed.fingerprint}"' in changed.mend


def test_an_override_without_a_fingerprint_accepts_nothing() -> None:
    """It could not notice a change, so the message says which fingerprint to write."""
    finding = only("V36", policy__review_months=18, overrides=_override())
    assert finding.accepted_by == ""
    assert f'write answer: "{finding.fingerprint}"' in finding.mend


def test_an_override_about_one_answer_leaves_the_others() -> None:
    """`about` is a key path; what lies elsewhere is still warned of."""
    long = {"training__0__refresh_months": 18, "training__1__refresh_months": 18}
    first, _ = [each for each in broken(**long) if each.rule == "V68"]
    override = _override(rule="V68", about="training[0]", answer=first.fingerprint)
    findings = analyze(an_engagement(**long, overrides=override))
    assert [each.path for each in findings.accepted] == ["training[0].refresh_months"]
    assert [each.path for each in findings.warnings] == ["training[1].refresh_months"]
    assert "answer:" not in findings.warnings[0].mend


def test_an_error_cannot_be_accepted() -> None:
    """An override of an error changes nothing."""
    fingerprint = only("V88", policy__accounts__multi_factor=False).fingerprint
    override = _override(rule="V88", answer=fingerprint)
    findings = analyze(an_engagement(policy__accounts__multi_factor=False, overrides=override))
    assert [each.rule for each in findings.errors] == ["V88"]
    assert [each.rule for each in findings.warnings] == ["V93"]


def test_a_fingerprint_changes_only_with_the_answers_that_the_rule_reads() -> None:
    """A change in another record, or in another answer, leaves the fingerprint as it is."""
    base = only("V68", training__0__refresh_months=18).fingerprint
    other = only("V68", training__0__refresh_months=18, training__1__refresh_months=6).fingerprint
    elsewhere = only("V68", training__0__refresh_months=18, policy__review_months=6).fingerprint
    changed = only("V68", training__0__refresh_months=19).fingerprint
    assert base == other == elsewhere != changed
    assert re.fullmatch(r"[0-9a-f]{8}", base)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Write to a.b+c@example.co.za today", "an e-mail address"),
        ("Call +27 82 555 0123 today", "a telephone number"),
        ("Call 011 555 0123 today", "a telephone number"),
        ("Call 0207 946 0958 today", "a telephone number"),
        ("Call (212) 555-0123 today", "a telephone number"),
        ("Her number is 8001015009087", "an identity number"),
        ("His number is 078-05-1120", "an identity number"),
        ("Card 4111 1111 1111 1111 was taken", "a card number"),
        ("Card 4111111111111111 was taken", "a card number"),
    ],
)
def test_personal_data_are_found(text: str, kind: str) -> None:
    """E-mail addresses, telephone, identity and card numbers are errors wherever they print."""
    assert kind in only("V29", purpose__customer_gain=text).what


@pytest.mark.parametrize(
    "text",
    [
        "9 000 000 calls a year at R58, of which half are saved by 2027-10-14",
        "From 07:00 to 19:00 and 1 900 000 a year, 2026-2027, HR-07, 4 000 000 000",
        "Order 1234567890123 and 4111 1111 1111 1112 are no cards, @tidewater is public",
        "On 31 December 2027, 0.5 percent of 1,234,567,890 messages, ISO 27001:2022",
    ],
)
def test_plain_numbers_are_not_taken_for_personal_data(text: str) -> None:
    """Amounts, dates, times, references and handles are no personal data."""
    assert [each for each in broken(purpose__customer_gain=text) if each.rule == "V29"] == []


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Approve the plan of Smith & Co. Ltd. Limited for 2027", True),
        ("Approve the plan as J. Smith wrote it, e.g. The annex", True),
        ("Approve the plan (annex B). Note the risks", False),
        ("Approve the plan as set out in section 4. It is good", False),
        ("Approve “the plan”. Note it", False),
        ("Approve the budget of 1.5 million for 2027.", True),
    ],
)
def test_sentences_are_told_from_abbreviations(text: str, one: bool) -> None:
    """A resolution may hold abbreviations, initials and decimals, but only one sentence."""
    findings = [each for each in broken(board__resolutions__0__text=text) if each.rule == "V57"]
    assert (not findings) is one


def test_every_text_answer_is_searched_for_personal_data() -> None:
    """Lists of texts are read too, and the path names the item."""
    finding = only("V29", credo__silence_when=["Legal hold", "Ask a.b@example.com"])
    assert finding.path == "credo.silence_when[1]"


def _holes(model: Engagement) -> list[str]:
    plain = model.model_dump(mode="json", by_alias=True)
    return [key for key in plain if isinstance(plain[key], list)]


def test_lists_that_are_unknown_break_no_rule_but_those_of_presence() -> None:
    """Where whole lists are unknown, rules do not guess."""
    lists = [name for name in _holes(an_engagement()) if name != "overrides"]
    findings = analyze(an_engagement(**dict.fromkeys(lists, UNKNOWN)))
    assert [each.rule for each in findings.errors] == []
    assert all(isinstance(getattr(an_engagement(**{name: UNKNOWN}), name), Unknown) for name in lists)


def test_a_promise_that_holds_is_judged_by_what_was_measured() -> None:
    """In a review the 90th percentile that was measured last stands in place of the plan's; before it, the plan."""
    held = {
        "terms__promise_until": {"urgent": 15, "complaint": 340, "question": 340, "praise": 900},
        "baseline__measures__1__social_90th": 900,
    }
    assert "V160" in {each.rule for each in broken(**held)}
    for late, breaks in ((330, False), (350, True)):
        actual = {"kpi": "FRT", "quarter": "Q1", "value": 262, "value_90th": late}
        given = rule_examples_full.progress(actuals=[actual])
        assert ("V160" in {each.rule for each in broken(progress=given, **held)}) is breaks


def test_a_promise_is_judged_from_the_day_of_the_terms() -> None:
    """Terms that hold later than the year begins promise nothing before."""
    held = {
        "terms__promise_until": {"urgent": 15, "complaint": 800, "question": 800, "praise": 900},
        "baseline__measures__1__social_90th": 900,
        "objectives__0__target_90th": 80,
    }
    assert "V160" in {each.rule for each in broken(**held)}
    assert "V160" not in {each.rule for each in broken(terms__effective="2027-10-01", **held)}
