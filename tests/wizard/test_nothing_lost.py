"""What was given stands where it was given: nothing is presumed of another answer, and nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from stratgen.interviewing import AnswerFile, begin
from stratgen.wizard.asker import Broken, Command, Prompt, Reply
from stratgen.wizard.book import Put
from stratgen.wizard.plan import as_grid, question_at
from stratgen.wizard.session import Session
from tests.command import BANK
from tests.wizard.scripts import Script, a_file, answer_for, held

EVIDENCE = {"period": "2026-08 to 2026-10", "source": "Meta Business Suite export", "grade": "A"}
CHANNELS = [{"channel": "facebook", "evidence": EVIDENCE}, {"channel": "x"}, {"channel": "gbp"}]


def test_the_source_of_one_channel_is_written_to_no_other(tmp_path: Path) -> None:
    """Evidence given for Facebook stands with Facebook, in the quick interview too."""
    book = a_file(tmp_path)
    book.write([Put(("channels",), [{"channel": "facebook"}, {"channel": "x"}])])

    def reply(prompt: Prompt) -> Reply:
        if prompt.question == "Where do these figures come from?" and prompt.path[1] == 1:
            return ""
        if prompt.path[:1] == ("channels",) and len(prompt.path) > 2 and prompt.path[1] == 1:
            return Command.MENU
        return answer_for(prompt)

    with pytest.raises(KeyError):  # the menu has no answer in the script
        held(book, Script(reply), Session.quick)
    assert book.plain(("channels", 0, "evidence", "source")) == "inbox export"
    assert book.plain(("channels", 1, "evidence")) is None


def test_evidence_is_offered_as_a_choice_and_never_stands_in_the_box(tmp_path: Path) -> None:
    """Enter alone takes nothing over; the number of the offer does."""
    book = a_file(tmp_path)
    book.write([Put(("channels",), CHANNELS)])
    path = ("channels", 1, "evidence")

    def twice(session: Session) -> None:
        session.edit(path)
        session.edit(path)

    script = held(book, Script(["", "1"]), twice)
    assert script.prompts[0].default == ""
    assert [each.label for each in script.prompts[0].options] == [
        "The same as for Facebook: August 2026 to October 2026; Meta Business Suite export; A"
    ]
    assert book.plain(path) == EVIDENCE
    assert book.plain(("channels", 2, "evidence")) is None


def test_a_sentence_that_is_called_evidence_is_offered_no_source(tmp_path: Path) -> None:
    """What shows that a client can lead on a topic is prose, and its box is empty."""
    book = a_file(tmp_path)
    book.write([Put(("channels",), CHANNELS),
                Put(("purpose", "leading_topics"), [{"topic": "Damp and mould"}])])  # fmt: skip
    script = held(
        book, Script([]), lambda session: session.edit(("purpose", "leading_topics", 0, "evidence"))
    )
    assert (script.prompts[0].default, script.prompts[0].options) == ("", ())


@pytest.mark.parametrize(
    ("path", "first", "second"),
    [
        (("vision", "proof_points"), ["FRT", "120"], ["RR", "90"]),
        (("voice", "traits"), ["Plain"], ["Calm"]),
    ],
)
def test_a_list_that_is_still_too_short_shows_what_it_has_and_adds_to_it(
    tmp_path: Path, path: tuple[str, ...], first: list[str], second: list[str]
) -> None:
    """Of three that are needed the first stands while the second is added, in the list and in the file."""
    book = a_file(tmp_path)
    replies: list[Reply] = ["a", *first, Command.MENU]
    held(book, Script(replies), lambda session: session.edit(path))
    script = held(book, Script(["a", *second, Command.MENU]), lambda session: session.edit(path))
    assert "Nothing here yet." not in script.prompts[0].help
    assert any("1 so far" in line for line in script.prompts[0].help)
    name = next(iter(book.plain(path)[0]))
    assert [each[name] for each in book.plain(path)] == [first[0], second[0]]


def test_what_was_understood_of_a_short_list_is_said(tmp_path: Path) -> None:
    """The value of a first proof point reads back with the unit of its measure."""
    book = a_file(tmp_path)
    path = ("vision", "proof_points")
    script = held(book, Script(["a", "FRT", "2 h"]), lambda session: session.edit(path))
    assert "Understood: –" not in script.said
    assert book.plain((*path, 0, "value")) == 120
    assert any("Understood: " in said and "hours" in said for said in script.said)


def test_an_unknown_cell_leaves_those_beside_it_as_they_are(tmp_path: Path) -> None:
    """Four of five are given, the fifth is an open point; it is asked once who finds out."""
    book = a_file(tmp_path)
    question = as_grid(question_at(("maturity", "investment")))
    assert question is not None
    names = [each.name for each in question.cells]
    cells = {(name, ""): word for name, word in zip(names, ("1", "1", "0", "0", "?"), strict=True)}
    script = held(
        book,
        Script([cells, {("owner", ""): "Finance Director"}]),
        lambda session: session.interview(full=False).put(question, "Here"),
    )
    there = book.plain(("maturity", "investment"))
    assert [there[name] for name in names[:4]] == [1, 1, 0, 0]
    assert there[names[4]] == {"unknown": "not known yet", "owner": "Finance Director"}
    assert "Noted as an open point." in script.said


def test_going_back_from_a_grid_takes_nothing_and_loses_nothing(tmp_path: Path) -> None:
    """What was filled in is not in the file, and stands in the grid when it is put again."""
    book = a_file(tmp_path)
    question = as_grid(question_at(("maturity", "investment")))
    assert question is not None
    first = (question.cells[0].name, "")
    script = Script([Broken(Command.BACK, {first: "3"}), Command.BACK])

    def twice(session: Session) -> None:
        session.interview(full=True).put(question, "Here")
        session.interview(full=True).put(question, "Here")

    held(book, script, twice)
    assert book.plain((*question.path, question.cells[0].name)) in (None, "unknown")
    grid = script.prompts[1].grid
    assert grid is not None
    assert grid.told()[first] == "3"


def test_none_reads_back_as_none(tmp_path: Path) -> None:
    """`n` in a list and "none" in a line are said back, and the list says it from then on."""
    book = a_file(tmp_path)
    script = held(book, Script(["n", ""]), lambda session: session.edit(("purpose", "competitors")))
    assert "None, as you said." in script.said
    assert "None, as you said." in script.prompts[1].help
    lines = held(book, Script(["later", "none"]), lambda session: session.edit(("credo", "commitments")))
    assert "None, as you said." in lines.said
    again = held(book, Script([]), lambda session: session.edit(("credo", "commitments")))
    assert "Noted: there are none." in again.prompts[0].help


def test_a_share_over_the_whole_is_asked_again_and_not_written(tmp_path: Path) -> None:
    """1211 percent is no answer; what was typed stands to be typed over."""
    book = a_file(tmp_path)
    book.write([Put(("channels",), CHANNELS)])
    path = ("channels", 0, "response_rate")
    script = held(book, Script(["1211"]), lambda session: session.edit(path))
    assert "too high" in script.prompts[1].error
    assert script.prompts[1].default == "1211"
    assert book.plain(path) in (None, "unknown")


def test_answers_that_contradict_each_other_are_named_at_once_to_be_mended_or_left(tmp_path: Path) -> None:
    """A meeting before the date of the pack is kept only by somebody who says so."""
    path = ("engagement", "meeting", "date")
    for then, wanted in (("mend", "2027-01-20"), ("later", "2027-01-10")):
        book = a_file(tmp_path / then)
        book.write([Put(("engagement", "pack", "date"), "2027-01-18")])
        script = held(
            book, Script(["10 January 2027", then, "20 January 2027"]), lambda session: session.edit(path)
        )
        assert script.prompts[1].place.startswith("Does not add up: ")
        assert book.plain(path) == wanted


def test_a_short_name_follows_the_text_it_was_made_from(tmp_path: Path) -> None:
    """A goal that is worded anew is not called after its first wording, nor by those who point at it."""
    book = a_file(tmp_path)
    goals = ("engagement", "business_goals")
    book.write([Put(goals, [{"id": "feb", "goal": "18 Feb 2027"}])])
    held(
        book,
        Script(["Close 9 in 10 repairs on time", "yes"]),
        lambda session: session.edit((*goals, 0, "goal")),
    )
    assert book.plain((*goals, 0, "id")) == "close-repairs-time"
    book.write(
        [Put(("objectives",), [{"id": "o", "sentence": "All get an answer", "goal": "close-repairs-time"}])]
    )
    held(book, Script(["Keep the homes dry", "yes"]), lambda session: session.edit((*goals, 0, "goal")))
    assert book.plain((*goals, 0, "id")) == book.plain(("objectives", 0, "goal")) == "keep-homes-dry"


def test_a_short_name_that_somebody_typed_stays(tmp_path: Path) -> None:
    """Only a name that was made from the text follows it."""
    book = a_file(tmp_path)
    goals = ("engagement", "business_goals")
    book.write([Put(goals, [{"id": "G1", "goal": "Close 9 in 10 repairs on time"}])])
    held(book, Script(["Keep the homes dry", "yes"]), lambda session: session.edit((*goals, 0, "goal")))
    assert book.plain((*goals, 0, "id")) == "G1"


def test_records_are_called_by_names_and_not_by_short_names(tmp_path: Path) -> None:
    """A British client does not read a currency where its map listing is meant."""
    book = a_file(tmp_path)
    book.write([Put(("channels",), CHANNELS)])
    one = held(book, Script([]), lambda session: session.edit(("channels", 2, "needing_reply")))
    assert one.prompts[0].place.endswith(": Google Business Profile")
    every = held(book, Script([]), lambda session: session.edit(("channels",)))
    assert any("Google Business Profile" in line for line in every.prompts[0].help)


def test_where_an_answer_prints_is_said_in_no_words_of_the_example() -> None:
    """The theme of the bank's second quarter is nobody else's."""
    book = AnswerFile(BANK)
    theme = str(book.plain(("vision", "quarters", "q2", "theme")))
    for path in (("vision", "quarters", "q2", "vision"), ("vision", "quarters", "q1", "vision")):
        prints = book.prints(path)
        assert "Quarterly vision roadmap" in prints
        assert theme not in prints


def test_the_first_screen_says_what_enter_does(tmp_path: Path) -> None:
    """A guess that stands in the box is taken by Enter, and that is said before the first question."""
    folder = tmp_path / "answers" / "acme.yaml"
    begin(folder)
    script = Script([])
    held(AnswerFile(folder), script, Session.quick)
    assert any("Enter alone takes what stands in the box" in said for said in script.said)
