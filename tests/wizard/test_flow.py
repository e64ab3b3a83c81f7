import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from stratgen.analysis.keypaths import find, path_parts
from stratgen.answers import load
from stratgen.engagement import Unknown
from stratgen.interviewing import AnswerFile
from stratgen.wizard import offers, renaming
from stratgen.wizard.asker import Command, Leave, Prompt, Reply
from stratgen.wizard.book import Put
from stratgen.wizard.flow import Turn
from stratgen.wizard.plan import question_at
from stratgen.wizard.session import Session, section_named
from tests.builders import an_engagement
from tests.command import BANK
from tests.wizard.scripts import TODAY, Script, a_file, answer_for, held

BACK, UNKNOWN, MENU = Command.BACK, Command.UNKNOWN, Command.MENU


def test_going_back_shows_the_answer_and_keeps_the_later_ones(tmp_path: Path) -> None:
    """Back one question puts it again with its answer; what was answered after it stands."""
    book = a_file(tmp_path)
    script = held(book, Script(["Acme Limited", "Acme", BACK, BACK, "Acme Holdings", "Acme"]), Session.quick)
    assert [each.default for each in script.prompts[2:4]] == ["", "Acme"]
    assert script.prompts[4].default == "Acme Limited"
    assert book.plain(("engagement", "client")) == {"legal_name": "Acme Holdings", "short_name": "Acme"}


def test_back_at_the_first_question_stays_there(tmp_path: Path) -> None:
    """There is nothing before the first question, and it is said."""
    script = held(a_file(tmp_path), Script([BACK, "Acme Limited"]), Session.quick)
    assert "This is the first question." in script.said
    assert script.prompts[1].question == script.prompts[0].question


def _hole(owner: str = "", due: str = "", reason: str = "not known yet") -> Reply:
    return {("reason", ""): reason, ("owner", ""): owner, ("due", ""): due}


def test_i_dont_know_yet_asks_why_who_and_when_on_one_screen(tmp_path: Path) -> None:
    """The unknown carries a reason, an owner and a day, in the words of the model."""
    book = a_file(tmp_path)
    replies = [UNKNOWN, _hole("Head of Legal", "15 Jan 2027", "the merger is not signed"), "Acme"]
    script = held(book, Script(replies), Session.quick)
    form = script.prompts[1].grid
    assert form is not None
    assert [each.label for each in form.rows] == [
        "Why is it not known yet?",
        "Who will find out?",
        "By when?",
    ]
    assert script.prompts[2].question == "Which short name should the text use?"
    hole = book.engagement.engagement.client.legal_name
    assert isinstance(hole, Unknown)
    assert (hole.reason, hole.owner, str(hole.due)) == (
        "the merger is not signed",
        "Head of Legal",
        "2027-01-15",
    )
    point = next(each for each in book.findings.open_points if each.path == "engagement.client.legal_name")
    assert point.owner == "Head of Legal"


def test_who_names_nobody_yet_has_an_open_point_all_the_same(tmp_path: Path) -> None:
    """Enter alone takes the screen as it stands."""
    book = a_file(tmp_path)
    held(book, Script([UNKNOWN, "", "Acme"]), Session.quick)
    assert book.plain(("engagement", "client", "legal_name")) == {"unknown": "not known yet"}


def test_a_day_that_cannot_be_read_is_said_on_the_same_screen(tmp_path: Path) -> None:
    """What else was typed stands there still."""
    book = a_file(tmp_path)
    script = held(book, Script([UNKNOWN, _hole("Head of Legal", "soon"), BACK]), Session.quick)
    assert "is not a date" in script.prompts[2].error
    assert script.prompts[2].grid is not None
    assert script.prompts[2].grid.told()["owner", ""] == "Head of Legal"


def test_back_from_who_will_find_out_leaves_the_question_as_it_was(tmp_path: Path) -> None:
    """Somebody who changes their mind is asked the question again."""
    book = a_file(tmp_path)
    script = held(book, Script([UNKNOWN, BACK, "Acme Limited"]), Session.quick)
    assert script.prompts[2].question == script.prompts[0].question
    assert book.plain(("engagement", "client", "legal_name")) == "Acme Limited"


def test_what_is_wrong_is_said_in_plain_words_and_asked_again(tmp_path: Path) -> None:
    """The very rule of the field answers, with an example of what would pass; nothing is written."""
    book = a_file(tmp_path)
    script = held(book, Script(["A", "Acme Limited"]), Session.quick)
    assert "has 1 of the 2 characters it needs" in script.prompts[1].error
    assert "Karoo Savings Bank Limited" in script.prompts[1].error
    assert script.prompts[1].default == "A"


def _answered(tmp_path: Path) -> AnswerFile:
    book = a_file(tmp_path)
    script = Script(lambda prompt: "menu" if prompt.question == "What now?" else answer_for(prompt))
    try:
        held(book, script, Session.quick)
    except KeyError:  # the menu has no answer in the script
        book.keep_marks()
    return book


def test_changing_an_answer_deletes_no_other_and_marks_what_leaned_on_it(tmp_path: Path) -> None:
    """The target of a measure stands when the measure changes, and is to be looked at again."""
    book = _answered(tmp_path)
    replies: list[Reply] = ["RR", "yes"]
    path = ("objectives", 0, "kpi")
    script = held(book, Script(replies), lambda session: session.edit(path))
    asked = next(each for each in script.prompts if each.question == "Take the new answer?")
    assert "to re-check" in asked.help[0]
    assert "Board brief" in asked.help[0] or "roadmap" in asked.help[0]
    assert book.plain(path) == "RR"
    assert book.plain(("objectives", 0, "target")) == 60
    assert "objectives[0].target" in book.marks.recheck


def test_a_record_that_others_point_at_takes_their_names_with_it(tmp_path: Path) -> None:
    """It is said how many answers are renamed; what stands in them is kept, and nothing is to be looked at again."""
    book = _answered(tmp_path)
    book.write([Put(("objectives", 0, "personas"), ["Savers", "Traders"])])
    path = ("personas", 0, "name")
    script = held(book, Script(["Everyday savers", "yes"]), lambda session: session.edit(path))
    asked = next(each for each in script.prompts if each.question == "Take the new answer?")
    assert asked.help[0].startswith("3 answers that point at it will be renamed with it")
    assert book.plain(("objectives", 0, "personas")) == ["Everyday savers", "Traders"]
    assert book.plain(("channels", 0, "presence")) == {
        "Everyday savers": {"use": 2, "ask": 3},
        "Traders": {"use": 1, "ask": 2},
    }
    assert not [each for each in book.findings.errors if each.rule == "V2"]


def test_a_renaming_is_undone_by_going_back_or_by_the_old_name(tmp_path: Path) -> None:
    """Back at the question changes nothing; the old name brings the old names back."""
    book = _answered(tmp_path)
    book.write([Put(("objectives", 0, "personas"), ["Savers"])])
    before = book.path.read_bytes()
    path = ("personas", 0, "name")
    held(book, Script(["Everyday savers", BACK]), lambda session: session.edit(path))
    assert book.path.read_bytes() == before
    held(book, Script(["Everyday savers", "yes"]), lambda session: session.edit(path))
    held(book, Script(["Savers", "yes"]), lambda session: session.edit(path))
    assert book.path.read_bytes() == before


@pytest.mark.parametrize(
    ("path", "pointing"),
    [(("personas", 0, "name"), 11), (("channels", 0, "channel"), 5), (("objectives", 0, "id"), 2),
     (("initiatives", 1, "id"), 2), (("board", "options", 2, "id"), 1),
     (("engagement", "business_goals", 0, "id"), 2)],
)  # fmt: skip
def test_every_name_that_is_pointed_at_is_known(path: tuple[str | int, ...], pointing: int) -> None:
    """In the full example each kind of name finds the answers that hold it, and leaves no breach behind."""
    engagement = load(BANK).engagement
    found = renaming.follows(path, find(engagement, path), "another", engagement)
    assert len(found) >= pointing
    assert renaming.follows(path, find(engagement, path), find(engagement, path), engagement) == []


def test_a_name_that_is_taken_already_renames_nothing() -> None:
    """Two records of one name could not be told apart again."""
    engagement = load(BANK).engagement
    first, second = (find(engagement, ("personas", n, "name")) for n in (0, 1))
    assert renaming.follows(("personas", 0, "name"), first, second, engagement) == []


def test_an_edit_that_is_not_wanted_changes_nothing(tmp_path: Path) -> None:
    """Keeping the old answer leaves the file byte for byte."""
    book = _answered(tmp_path)
    before = book.path.read_bytes()
    replies = ["1", "Everyday savers", "no"]
    held(book, Script(replies), lambda session: session.section(section_named("personas")))
    assert book.path.read_bytes() == before


def test_a_file_changed_elsewhere_is_never_overwritten(tmp_path: Path) -> None:
    """Their change is read first, and the answer put into it."""
    book = a_file(tmp_path)

    def reply(prompt: Prompt) -> Reply:
        text = book.path.read_text("utf-8")
        if prompt.question == "What now?":
            return "theirs"
        if "their remark" not in text:
            book.path.write_text(text.replace("# 2. Purpose", "# their remark\n# 2. Purpose"), "utf-8")
            return "Acme Limited"
        raise Leave

    script = held(book, Script(reply), Session.quick)
    assert any("changed the file" in line for each in script.prompts for line in each.help)
    text = book.path.read_text("utf-8")
    assert "# their remark" in text
    assert "legal_name: Acme Limited" in text


def test_a_full_disk_is_said_and_nothing_before_is_lost(tmp_path: Path) -> None:
    """Where the answer cannot be saved, somebody is asked what to do; the file stays whole."""
    book = a_file(tmp_path)
    held(book, Script(["Acme Limited"]), Session.quick)
    before = book.path.read_bytes()
    script = Script(["Acme", "drop"])
    with _no_room():
        held(book, script, Session.quick)
    assert any("could not be saved: File too large" in line for each in script.prompts for line in each.help)
    assert book.path.read_bytes() == before


@contextmanager
def _no_room() -> Iterator[None]:
    """Let no file grow beyond a few letters, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_comments_and_the_order_of_a_file_survive(tmp_path: Path) -> None:
    """What somebody wrote by hand beside an answer stands after the interview."""
    book = a_file(tmp_path)
    text = book.path.read_text("utf-8").replace("purpose: unknown", "purpose: unknown  # ask Thandi")
    book.path.write_text(text.replace("# 3. Personas", "# 3. Personas\n# from the 2025 study"), "utf-8")
    book.reread()
    held(book, Script(answer_for), lambda session: _swallow(session))
    after = book.path.read_text("utf-8")
    assert "# ask Thandi" in after
    assert "# from the 2025 study" in after
    assert after.index("# 3. Personas") < after.index("- name: Savers")


def _swallow(session: Session) -> None:
    try:
        session.quick()
    except KeyError:  # the offer at the end has no answer in the script
        return


def test_a_reason_for_a_whole_section_stays_with_the_rest_of_it(tmp_path: Path) -> None:
    """One answer in a section that was unknown for a reason leaves the reason with the others."""
    book = a_file(tmp_path)
    text = book.path.read_text("utf-8").replace(
        "purpose: unknown", "purpose: {unknown: the board meets first, owner: Sponsor}"
    )
    book.path.write_text(text, "utf-8")
    book.reread()
    book.write([Put(("purpose", "driver"), "achieve")])
    reason = find(book.engagement, path_parts("purpose.reason"))
    assert isinstance(reason, Unknown)
    assert reason.owner == "Sponsor"
    assert book.plain(("purpose", "driver")) == "achieve"


def test_enter_on_a_figure_keeps_the_source_it_has_of_its_own(tmp_path: Path) -> None:
    """The text of a prompt is less than the answer; unchanged, the file stays byte for byte."""
    book = a_file(tmp_path, BANK.read_text("utf-8"))
    before = book.path.read_bytes()
    for name in ("contacts_per_customer", "leave_rate"):
        path = ("board", "silence", name)
        held(book, Script(lambda prompt: prompt.default), lambda session, path=path: session.edit(path))  # type: ignore[misc]
    assert book.path.read_bytes() == before
    evidence = ("board", "silence", "evidence")
    script = held(book, Script([]), lambda session: session.edit(evidence))
    assert script.prompts[0].default == ""


@pytest.mark.parametrize(
    ("countries", "money", "english"),
    [
        (["GB"], "GBP", "en-GB"),
        (["US-NY"], "USD", "en-US"),
        (["DE"], "EUR", ""),
        (["XX"], "", ""),
        ("unknown", "", ""),
    ],
)
def test_money_and_english_follow_the_first_country(countries: Any, money: str, english: str) -> None:
    """What a country pays in stands in the box; its English where the documents have one."""
    told = an_engagement(engagement__countries=countries)
    guesses = [offers.guess(question_at(("engagement", name)), told, None) for name in ("currency", "locale")]
    assert guesses == [money, english]


def test_an_emptied_box_leaves_the_question_open(tmp_path: Path) -> None:
    """The opening screen says so: what stood there is taken away, and it is said."""
    book = a_file(tmp_path)
    path = ("engagement", "prepared_by", "name")
    book.write([Put(path, "Customer Strategy Partner")])
    session = Session(script := Script([""]), book, TODAY)
    assert session.interview(full=True).put(question_at(path), "") is Turn.NEXT
    assert book.plain(path) == "unknown"
    assert "Left open." in script.said
