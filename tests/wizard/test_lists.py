from pathlib import Path

import pytest

from stratgen.analysis.keypaths import find
from stratgen.engagement import known, records
from stratgen.engagement.channels import ChannelStatus
from stratgen.interviewing import AnswerFile
from stratgen.wizard import offers, quick
from stratgen.wizard.asker import Command, Reply
from stratgen.wizard.book import Put
from stratgen.wizard.flow import Turn
from stratgen.wizard.lists import ListView
from stratgen.wizard.naming import name_records
from stratgen.wizard.plan import names_question, question_at
from stratgen.wizard.session import Session, section_named
from tests.wizard.scripts import TODAY, Script, a_file, held


def three(tmp_path: Path) -> AnswerFile:
    book = a_file(tmp_path)
    for number, name in enumerate(("Savers", "Traders", "Starters")):
        book.write([Put(("personas", number), {"name": name, "share": 10 * number})])
    text = book.path.read_text("utf-8").replace("  - name: Traders", "  # asked in March\n  - name: Traders")
    book.path.write_text(text, "utf-8")
    book.reread()
    return book


def names(book: AnswerFile) -> list[object]:
    return [each.name for each in records(book.engagement.personas)]


def personas(session: Session) -> None:
    session.section(section_named("personas"))


def test_a_list_shows_its_records_and_how_far_each_has_come(tmp_path: Path) -> None:
    """The list view has a line a record, with counts, and says what can be done."""
    script = held(three(tmp_path), Script([]), personas)
    shown = "\n".join(script.prompts[0].help)
    assert "2  Traders (2 of 4)" in shown
    assert "a: add" in shown


def test_records_are_moved_with_their_comments(tmp_path: Path) -> None:
    """A moved record takes its place, its answers and the comment above it along."""
    book = three(tmp_path)
    held(book, Script(["m 2 1"]), personas)
    assert names(book) == ["Traders", "Savers", "Starters"]
    text = book.path.read_text("utf-8")
    assert text.index("# asked in March") < text.index("- name: Traders") < text.index("- name: Savers")


def test_a_removed_record_comes_back_with_undo(tmp_path: Path) -> None:
    """Undo brings a record back to its place with all its answers."""
    book = three(tmp_path)
    before = book.plain(("personas",))
    held(book, Script(["x 2"]), personas)
    assert names(book) == ["Savers", "Starters"]
    book = three(tmp_path / "again")
    held(book, Script(["x 2", "u"]), personas)
    assert book.plain(("personas",)) == before


def test_the_last_record_removed_leaves_the_list_open(tmp_path: Path) -> None:
    """An empty list is no answer; the question is open again."""
    book = a_file(tmp_path)
    book.write([Put(("personas", 0), {"name": "Savers"})])
    held(book, Script(["x 1"]), personas)
    assert book.plain(("personas",)) == "unknown"


def test_a_copy_gets_a_name_of_its_own(tmp_path: Path) -> None:
    """Two records never share a name."""
    book = three(tmp_path)
    held(book, Script(["d 1"]), personas)
    assert names(book) == ["Savers", "Traders", "Starters", "Savers 2"]


def test_adding_begins_with_the_name_and_going_back_adds_nothing(tmp_path: Path) -> None:
    """A new record is written with its first answer, not before."""
    book = three(tmp_path)
    replies: list[Reply] = ["a", Command.BACK, "a", "Branch regulars", Command.MENU]
    script = held(book, Script(replies), personas)
    assert script.prompts[1].question == "What do you call this persona?"
    assert names(book) == ["Savers", "Traders", "Starters", "Branch regulars"]


def test_marks_follow_their_records(tmp_path: Path) -> None:
    """What is to be looked at again stays with its record when the list changes."""
    book = three(tmp_path)
    book.marks.mark(("personas", 2, "share"), "shares make 30")
    held(book, Script(["x 1", "m 2 1"]), personas)
    assert book.marks.recheck == {"personas[0].share": "shares make 30"}
    assert find(book.engagement, ("personas", 0, "name")) == "Starters"


def test_a_list_is_never_longer_than_its_field_allows(tmp_path: Path) -> None:
    """At the limit no more is added, and it is said."""
    book = a_file(tmp_path)
    for number in range(6):
        book.write([Put(("personas", number), {"name": f"Persona {number}"})])
    script = held(book, Script(["a"]), personas)
    assert "At most 6 are allowed here." in script.said


def test_an_option_gets_its_short_name_and_is_chosen_by_its_own(tmp_path: Path) -> None:
    """The first option is to continue as now, whatever it is called; none is asked for a code, or chosen by one."""
    book = a_file(tmp_path)
    for position, name in enumerate(("Carry on as now", "Own team with a modest tool")):
        path = ("board", "options", position)
        held(book, Script([name]), lambda session, path=path: _edited(session, path))  # type: ignore[misc]
    assert [each.id for each in records(book.engagement.board.options)] == ["status_quo", "own-team-modest"]
    question = question_at(("board", "recommended"))
    offered = offers.options(question, book.engagement, book.catalogue)
    assert [each.label for each in offered] == ["Carry on as now", "Own team with a modest tool"]


def _edited(session: Session, path: tuple[str | int, ...]) -> None:
    view = ListView(session.interview(full=True), question_at(path[:-1]))
    view.edit(int(path[-1]))


@pytest.mark.parametrize("reply", ["?", ""])
def test_names_that_stand_are_said_to_stay(tmp_path: Path, reply: str) -> None:
    """Nothing is taken away unseen: an emptied box, or "?", goes on and says so."""
    book = a_file(tmp_path)
    book.write([Put(("channels", 0), {"channel": "facebook"})])
    session = Session(script := Script([reply]), book, TODAY)
    assert name_records(session.interview(full=True), names_question(("channels",)), "") is Turn.NEXT
    assert "stays" in script.said[-1]
    assert len(records(book.engagement.channels)) == 1


def test_a_channel_is_known_by_its_other_names(tmp_path: Path) -> None:
    """Google reviews are Google Business Profile, and the interview says what it took them for."""
    book = a_file(tmp_path)
    session = Session(script := Script(["Facebook, google reviews"]), book, TODAY)
    name_records(session.interview(full=True), names_question(("channels",)), "")
    assert [each.channel for each in records(book.engagement.channels)] == ["facebook", "gbp"]
    assert script.said == ["google reviews: Google Business Profile."]


@pytest.mark.parametrize("planned", ["WhatsApp (planned)", "whatsapp planned", "WhatsApp, no account yet"])
def test_a_channel_can_be_named_as_planned(tmp_path: Path, planned: str) -> None:
    """A channel without an account is named like the others, and nothing is asked of what happens on it today."""
    book = a_file(tmp_path)
    typed = planned.replace(",", " –")
    session = Session(Script([f"Facebook, {typed}"]), book, TODAY)
    name_records(session.interview(full=True), names_question(("channels",)), "")
    there = records(book.engagement.channels)
    assert [(each.channel, known(each.status)) for each in there] == [
        ("facebook", None),
        ("whatsapp", ChannelStatus.NONE),
    ]
    asked = [each.path for each in quick.questions(book.engagement)]
    assert ("channels", 0, "needing_reply") in asked
    assert ("channels", 1, "needing_reply") not in asked


def test_a_list_stands_in_the_order_in_which_it_was_typed(tmp_path: Path) -> None:
    """Who goes back and types A', C, B finds A', C, B; the first record keeps what was answered of it."""
    book = three(tmp_path)
    session = Session(Script(["Savers\nStarters\nTraders\nBranch regulars"]), book, TODAY)
    name_records(session.interview(full=True), names_question(("personas",)), "")
    there = records(book.engagement.personas)
    assert [each.name for each in there] == ["Savers", "Starters", "Traders", "Branch regulars"]
    assert "# asked in March" in book.path.read_text("utf-8")
