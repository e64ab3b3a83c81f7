from pathlib import Path

from stratgen import catalogue
from stratgen.wizard import suggestions
from stratgen.wizard.asker import Prompt
from stratgen.wizard.book import Put
from stratgen.wizard.needs import INITIATIVES
from stratgen.wizard.session import Session
from stratgen.wizard.triggers import RISKS
from tests.wizard.scripts import Script, a_file, held


def test_every_trigger_belongs_to_an_entry_of_a_library() -> None:
    """A suggestion always has words of the catalogue behind it."""
    assert RISKS.keys() == catalogue.risks().keys()
    assert INITIATIVES.keys() <= catalogue.initiatives().keys()


def test_nothing_but_the_spine_is_suggested_where_nothing_is_known(tmp_path: Path) -> None:
    """A hole is no reason."""
    book = a_file(tmp_path)
    found = [
        each.key
        for path in suggestions.LISTS
        for each in suggestions.for_list(path, book.engagement, book.findings)
    ]
    assert found == ["I-06", "I-30"]


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
    for key in catalogue.risks():
        entry = catalogue.risks()[key]
        for name, value in (("cause", entry.cause), ("event", entry.event), ("effect", entry.effect),
                            ("mitigation", entry.mitigation), ("trigger", entry.sign), ("category", entry.category)):  # fmt: skip
            assert book.judge(("risks", 0, name), value, "") == "", (key, name)
    for key in catalogue.initiatives():
        work = catalogue.initiatives()[key]
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
    script = held(book, Script(["accept", "Head of Digital"]), lambda session: session.open("s"))
    assert script.prompts[1].question == "Who owns it?"
    assert book.plain(("initiatives", 0, "owner")) == "Head of Digital"
