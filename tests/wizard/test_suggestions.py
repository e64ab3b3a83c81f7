from pathlib import Path

from stratgen.catalogue import packaged
from stratgen.wizard import offers, suggestions
from stratgen.wizard.asker import Prompt
from stratgen.wizard.book import Put
from stratgen.wizard.plan import question_at
from stratgen.wizard.session import Session
from tests.wizard.scripts import Script, a_file, held


def test_nothing_but_what_always_holds_is_suggested_where_nothing_is_known(tmp_path: Path) -> None:
    """A hole is no reason before the audit has begun."""
    book = a_file(tmp_path)
    found = [
        each.key
        for path in suggestions.LISTS
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
    replies = ["accept", "refuse", "later"]
    held(book, Script(replies), lambda session: session.open("s"))
    assert [each["channel"] for each in book.plain(("channels",))] == ["facebook"]
    again = held(book, Script([]), lambda session: session.open("s"))
    assert again.prompts[0].question == "X"
    assert again.prompts[0].help == ("Suggested because customers in banking are usually found there.",)


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
    asked = [prompt for prompt in script.prompts if " V3 " in prompt.place]
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
    script = held(book, Script(["accept", "Head of Digital"]), lambda session: session.open("s"))
    assert script.prompts[1].question == "Who owns it?"
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
