import re
from pathlib import Path

import pytest

from stratgen.analysis.keypaths import find
from stratgen.analysis.proposals import propose
from stratgen.answers import load
from stratgen.catalogue import packaged
from stratgen.engagement import Unknown, records
from stratgen.engagement.purpose import Definitions
from stratgen.engagement.risks import Risk
from stratgen.engagement.vision import Initiative
from stratgen.wizard import offering, offers, starting, suggestions
from stratgen.wizard.asker import Prompt
from stratgen.wizard.book import Put
from stratgen.wizard.plan import question_at
from stratgen.wizard.session import Session, section_named
from tests.command import BANK, MINIMAL, ROOT
from tests.wizard.scripts import Script, a_file, held

INITIATIVES = ("initiatives",)


def test_nothing_but_what_always_holds_is_suggested_where_nothing_is_known(tmp_path: Path) -> None:
    """A hole is no reason before the audit has begun."""
    book = a_file(tmp_path)
    found = [
        each.key
        for path in suggestions.LIBRARY
        for each in suggestions.for_list(path, book.engagement, book.findings)
    ]
    assert found == ["RSK-04", "I-06", "I-30"]


def test_each_suggestion_says_why(tmp_path: Path) -> None:
    """The reason names the client's own answer."""
    book = a_file(tmp_path)
    book.write([Put(("tools", "capabilities", "response_time"), False)])
    found = {
        each.key: each.because for each in suggestions.for_list(("risks",), book.engagement, book.findings)
    }
    assert found["RSK-14"] == "no tool gives you first-response times"


def test_suggestions_are_accepted_refused_and_left_one_by_one(tmp_path: Path) -> None:
    """What is accepted stands in the list, what is refused is not offered again, what is left is."""
    book = a_file(tmp_path)
    book.write([Put(("engagement", "sector"), "banking")])
    replies = ["each", "accept", "refuse", "later"]
    held(book, Script(replies), lambda session: session.open("s"))
    assert [each["channel"] for each in book.plain(("channels",))] == ["facebook"]
    again = held(book, Script(["each"]), lambda session: session.open("s"))
    assert again.prompts[1].question == "X"
    assert again.prompts[1].help == ("Suggested because customers in banking are usually found there.",)


def test_every_entry_of_the_libraries_passes_the_rules_of_its_fields(tmp_path: Path) -> None:
    """An accepted suggestion is a well-formed answer."""
    book = a_file(tmp_path)
    for key, entry in packaged().risks.items():
        for name, value in (("cause", entry.cause), ("event", entry.event), ("effect", entry.effect),
                            ("mitigation", entry.mitigation), ("trigger", entry.sign), ("category", entry.category)):  # fmt: skip
            assert book.judge(("risks", 0, name), value, "") == "", (key, name)
    for key, work in packaged().initiatives.items():
        for name in ("title", "quarter", "deliverable", "key_result", "done_when", "effort"):
            assert book.judge(("initiatives", 0, name), getattr(work, name), "") == "", (key, name)


def test_a_warning_is_accepted_with_a_reason_that_is_kept(tmp_path: Path) -> None:
    """An override stands in the file with its reason, and the warning is silent until the answer changes."""
    book = a_file(tmp_path)
    book.write([Put(("purpose", "driver"), "everyone_else")])
    replies = ["accept", "The sponsor knows and will settle it", "Chief Customer Officer", "12 Nov 2026"]
    held(book, Script(replies), _close_purpose)
    assert book.plain(("overrides", 0, "reason")) == "The sponsor knows and will settle it"
    assert not [each for each in book.findings.warnings if each.rule == "V41"]
    book.write([Put(("purpose", "driver"), "unclear")])
    assert [each for each in book.findings.warnings if each.rule == "V41"]


def test_findings_of_one_kind_can_be_left_together(tmp_path: Path) -> None:
    """Nobody is walked through the same remark seven times; what is left stands as it was."""
    book = a_file(tmp_path)
    for place, name in enumerate(("facebook", "instagram")):
        book.write([Put(("channels", place), {"channel": name, "status": "active"})])

    def leave(prompt: Prompt) -> str:
        return "all" if any(option.value == "all" for option in prompt.options) else "leave"

    script = held(book, Script(leave), _close_channels)
    asked = [prompt for prompt in script.prompts if any("[V3]" in line for line in prompt.help)]
    assert len(asked) == 1
    assert len([each for each in book.findings.errors if each.rule == "V3"]) > 1


def _close_channels(session: Session) -> None:
    from stratgen.wizard import closing
    from stratgen.wizard.session import section_named

    closing.settle(session.interview(full=True), section_named("channels"))


def _close_purpose(session: Session) -> None:
    from stratgen.wizard import closing
    from stratgen.wizard.session import section_named

    closing.settle(session.interview(full=True), section_named("purpose"))


def test_who_accepts_a_piece_of_work_is_asked_who_owns_it(tmp_path: Path) -> None:
    """Work without an owner cannot be released, so its owner is asked for at once."""
    book = a_file(tmp_path)
    book.marks.passed.add("suggestion risks RSK-04")
    script = held(book, Script(["each", "accept", "Head of Digital"]), lambda session: session.open("s"))
    assert script.prompts[2].question == "Who owns it?"
    assert book.plain(("initiatives", 0, "owner")) == "Head of Digital"


def test_a_workspace_suggests_its_own_risks_and_measures_and_not_those_it_retired(tmp_path: Path) -> None:
    """Suggestions, choices and units come from the catalogue beside the answers."""
    folder = tmp_path / "catalogue"
    folder.mkdir()
    (folder / "risks.toml").write_text(
        'as_of = 2027-01-04\nsource = "The client"\n[RSK-04]\nretired = true\n[RSK-50]\ncategory = "supplier"\n'
        'cause = "Our agency is bought"\nevent = "its people leave"\neffect = "nobody knows the tone"\n'
        'mitigation = "A guide of our own"\nsign = "A new owner is named"\ntrigger = "always"\n',
        "utf-8",
    )
    (folder / "kpis.toml").write_text(
        'as_of = 2027-01-04\nsource = "The client"\n[HUGS]\nname = "Hugs"\nshort = "Hugs"\nunit = "a day"\n'
        'direction = "up"\nlowest = 0\nformula = "Hugs given, counted by hand"\n',
        "utf-8",
    )
    book = a_file(tmp_path)
    found = [each.key for each in suggestions.for_list(("risks",), book.engagement, book.findings)]
    assert found == ["RSK-50"]
    kpi = question_at(("baseline", "measures", 0, "kpi"))
    assert "HUGS" in [each.value for each in offers.options(kpi, book.engagement, book.catalogue)]
    book.write([Put(("baseline", "measures", 0), {"kpi": "HUGS", "applies": "yes", "social": 3})])
    assert (
        offers.unit(question_at(("baseline", "measures", 0, "social")), book.engagement, book.catalogue)
        == "a day"
    )
    assert not [each for each in book.findings.errors if each.rule == "V2"]


def test_measures_are_suggested_for_the_roles_that_social_is_to_play(tmp_path: Path) -> None:
    """Who wishes to listen is shown what shows listening, with the reason."""
    book = a_file(tmp_path)
    book.write([Put(("purpose", "role"), "listen")])
    found = suggestions.for_list(("baseline", "measures"), book.engagement, book.findings)
    assert [(each.key, each.because) for each in found] == [
        ("INS", "it shows whether social can listen"),
        ("NSENT", "it shows whether social can listen"),
    ]


def test_all_suggestions_of_a_list_are_accepted_at_once(tmp_path: Path) -> None:
    """The roadmap stands in its quarters with dates; who owns the work and what it costs stays open, and is said."""
    book = a_file(tmp_path, MINIMAL.read_text("utf-8"))
    book.write([Put(("initiatives",), "unknown")])
    planned = propose(book.engagement, book.findings)
    script = held(
        book, Script(["s", "all"]), lambda session: session.section(section_named("initiatives"), INITIATIVES)
    )
    there = records(book.engagement.initiatives)
    assert {(each.id, each.quarter, each.start, each.end) for each in there} == {
        (each.entry.id, each.quarter, each.start, each.end) for each in planned
    }
    assert all(isinstance(each.owner, Unknown) and isinstance(each.cost, Unknown) for each in there)
    assert f"{len(planned)} taken over." in script.said
    assert "Still open in each: Who owns it? What does it cost?" in script.said
    assert not [each for each in book.findings.errors if each.rule == "V2"]


def test_work_that_leans_on_refused_work_does_not_name_it(tmp_path: Path) -> None:
    """No suggestion, taken by itself, points at something that is not there."""
    book = a_file(tmp_path, MINIMAL.read_text("utf-8"))
    book.write([Put(("initiatives",), "unknown")])

    def only_those_that_lean(prompt: Prompt) -> str:
        if prompt.question == "Who owns it?":
            return "Head of Care"
        if prompt.question.endswith("Take them over?"):
            return "each"
        offered = suggestions.for_list(("initiatives",), book.engagement, book.findings)
        leaning = {each.words for each in offered if dict(each.record)["depends_on"]}
        return "accept" if prompt.question in leaning else "refuse"

    held(
        book,
        Script(only_those_that_lean),
        lambda session: offering.offer(session.interview(full=True), ("initiatives",)),
    )
    assert records(book.engagement.initiatives)
    assert not [each for each in book.findings.errors if each.rule == "V2"]


@pytest.mark.parametrize("path", starting.LISTS)
def test_whatever_the_catalogue_starts_a_list_with_is_well_formed(
    tmp_path: Path, path: tuple[str, ...]
) -> None:
    """Accepted as it stands, no line and no record of it breaks the rule of its field, and each says why."""
    book = a_file(tmp_path)
    book.write([Put(("purpose", "service_channel"), "create")])
    there = suggestions.for_list(path, book.engagement, book.findings)
    assert len(there) >= 4
    assert all(each.because and len(each.because) > 10 for each in there)
    script = held(book, Script(["all"]), lambda session: offering.offer(session.interview(full=True), path))
    assert any("taken over" in said for said in script.said)
    assert "Source: " in " ".join(script.prompts[0].help)
    assert len(book.plain(path)) == len(there)
    assert load(book.path).faults == ()
    assert suggestions.for_list(path, book.engagement, book.findings) == ()


def test_nothing_of_the_catalogue_names_an_owner_or_says_a_number_of_the_client(tmp_path: Path) -> None:
    """Training says who and what, not how many; moderation says what is done, not who decides."""
    book = a_file(tmp_path)
    book.write([Put(("purpose", "service_channel"), "create")])
    for path, unsaid in (
        (("training",), {"trained_today", "target", "by"}),
        (("terms", "moderation"), {"decides"}),
    ):
        for each in suggestions.for_list(path, book.engagement, book.findings):
            assert not unsaid & dict(each.record).keys()


TRUST = {
    ("team", "lead"): "Head of Neighbourhoods",
    ("team", "accountable_executive"): "Director of Residents",
    ("stakeholders",): [
        {"role": "Head of Media", "department": "pr"},
        {"role": "Company Secretary", "department": "legal"},
        {"role": "Group Chief Executive", "department": "executive"},
    ],
}
"""What a housing trust has said of its people."""
PARTS = ("first_responder", "decision_owner", "backup", "approvers", "board_contact", "decides", "approver")


def test_only_roles_that_the_answers_name_are_suggested_and_the_rest_has_somebody_who_finds_out(
    tmp_path: Path,
) -> None:
    """No other trade's officer decides here: a seat is filled from the answers, or open with an owner."""
    book = a_file(tmp_path)
    book.write([Put(path, value) for path, value in TRUST.items()])
    said = {"Head of Neighbourhoods", "Director of Residents", "Head of Media", "Company Secretary",
            "Group Chief Executive"}  # fmt: skip
    named = set[str]()
    for path in (("governance", "escalation"), ("governance", "approvals"), ("terms", "moderation")):
        for each in suggestions.for_list(path, book.engagement, book.findings):
            for part, value in each.record:
                if part in PARTS and isinstance(value, dict):
                    assert value["owner"] == "Head of Neighbourhoods", (each.key, part)
                elif part in PARTS:
                    named |= set(value.split(" then ") if isinstance(value, str) else value)
    assert named == said


def test_roles_that_own_or_speak_for_something_are_suggested_for_escalation(tmp_path: Path) -> None:
    """Without a register of stakeholders the owners and spokespersons named so far fill the seats that fit them."""
    book = a_file(tmp_path)
    book.write(
        [
            Put(
                ("objectives",),
                [{"id": "o", "sentence": "All get an answer", "owner": "Head of Customer Care"}],
            )
        ]
    )
    book.write([Put(("credo", "hard_topics"), [{"topic": "Damp", "spokesperson": "Director of Homes"}])])
    book.write([Put(("channels",), [{"channel": "facebook", "owner": "Repairs desk"}])])
    found = suggestions.for_list(("governance", "escalation"), book.engagement, book.findings)
    routine, concern, serious, crisis = (dict(each.record) for each in found)
    assert routine["first_responder"] == "Repairs desk"
    assert concern["decision_owner"] == "Head of Customer Care"
    assert concern["backup"] == "Director of Homes"
    assert serious["decision_owner"] == "Director of Homes"
    assert isinstance(crisis["decision_owner"], dict)  # nobody named so far leads the whole organisation


def test_taking_over_everything_that_is_suggested_makes_no_error(tmp_path: Path) -> None:
    """Who accepts our own suggestions is not told that they are wrong; owners that are not known are open points."""
    book = a_file(tmp_path, MINIMAL.read_text("utf-8"))
    book.write([Put(path, value) for path, value in TRUST.items()])
    before = {(each.rule, each.path) for each in book.findings.errors}
    for path in (INITIATIVES, ("risks",), ("governance", "escalation"), ("governance", "approvals"),
                 ("terms", "moderation"), ("training",)):  # fmt: skip
        book.write([Put(path, "unknown")])
        held(
            book,
            Script(["all"]),
            lambda session, path=path: offering.offer(session.interview(full=True), path),  # type: ignore[misc]
        )
        assert records(find(book.engagement, path)), path
    assert {(each.rule, each.path) for each in book.findings.errors} <= before
    taken = [*records(book.engagement.initiatives), *records(book.engagement.risks)]
    owners = [each.owner for each in taken if isinstance(each, Initiative | Risk)]
    assert {each.owner for each in owners if isinstance(each, Unknown)} == {"Head of Neighbourhoods"}


def test_suggested_texts_belong_to_no_trade(tmp_path: Path) -> None:
    """What a bank or a shop would say is put into nobody else's mouth."""
    del tmp_path
    ours = packaged()
    texts = [
        text
        for entries in (ours.severities, ours.risks, ours.statements, ours.approvals)
        for each in entries.values()
        for name in ("example", "sets_off", "cause", "event", "effect", "mitigation", "does", "why", "covers")
        if (text := getattr(each, name, ""))
    ]
    trade = re.compile(
        r"\b(delivery|parcel|withdraw|statement of|customer'?s?|customers leave|market|branch)\b", re.I
    )
    assert [text for text in texts if trade.search(text)] == []


def test_the_service_intent_forces_two_audiences(tmp_path: Path) -> None:
    """Without service nobody is trained for it (domain 4.13)."""
    book = a_file(tmp_path)
    for intent, forced in (("no", set()), ("create", {"relationship_managers", "cx_agents"})):
        book.write([Put(("purpose", "service_channel"), intent)])
        found = {each.key for each in suggestions.for_list(("training",), book.engagement, book.findings)}
        assert found & {"relationship_managers", "cx_agents"} == forced


def test_lines_are_offered_before_they_are_asked_for_and_can_be_edited(tmp_path: Path) -> None:
    """Taken over, the lines stand in the prompt to be changed; a list that has an answer is not offered any."""
    book = a_file(tmp_path)
    path = ("credo", "silence_when")
    script = held(book, Script(["all", "Legal hold"]), lambda session: session.edit(path))
    assert script.prompts[0].place.startswith("Suggestions: ")
    assert script.prompts[1].default.count("\n") == 6
    assert book.plain(path) == ["Legal hold"]
    again = held(book, Script([]), lambda session: session.edit(path))
    assert again.prompts[0].default == "Legal hold"


def test_a_finished_client_is_offered_no_sentences(tmp_path: Path) -> None:
    """Where only a client's own words stand, the catalogue has nothing to add."""
    book = a_file(tmp_path, BANK.read_text("utf-8"))
    for path in starting.SENTENCES:
        assert suggestions.for_list(path, book.engagement, book.findings) == ()


def test_the_definitions_offered_are_those_of_the_glossary(tmp_path: Path) -> None:
    """Who takes them as they stand prints what the glossary prints."""
    glossary = (ROOT / "templates" / "annex-glossary.md.j2").read_text("utf-8")
    book = a_file(tmp_path)
    for name in Definitions.model_fields:
        path = ("purpose", "definitions", name)
        script = held(book, Script([]), lambda session, path=path: session.edit(path))  # type: ignore[misc]
        assert script.prompts[0].default in glossary
        assert book.judge(path, script.prompts[0].default, "") == ""


def test_owners_of_what_was_taken_over_are_asked_on_one_screen(tmp_path: Path) -> None:
    """A line is filled in for each that has one; the others stay open, and nothing else is touched."""
    book = a_file(tmp_path, MINIMAL.read_text("utf-8"))
    book.write([Put(INITIATIVES, "unknown")])
    owners = {("0", ""): "Head of Care", ("2", ""): "x"}
    mended = {("0", ""): "Head of Care", ("2", ""): ""}
    script = held(
        book,
        Script(["all", owners, mended]),
        lambda session: offering.offer(session.interview(full=True), INITIATIVES),
    )
    assert "has 1 of the 2 characters" in script.prompts[2].error
    there = records(book.engagement.initiatives)
    assert there[0].owner == "Head of Care"
    assert all(isinstance(each.owner, Unknown) for each in there[1:])
