from pathlib import Path

from stratgen import pack
from stratgen.analysis.keypaths import path_parts
from stratgen.wizard import quick
from stratgen.wizard.asker import Command, Leave, Prompt, Reply
from stratgen.wizard.session import Session
from tests.wizard.scripts import EXPECTED, Script, a_file, answer_for, held

MOST = 48


def _then_leave(prompt: Prompt) -> Reply:
    if prompt.question == "What now?":
        raise Leave
    return answer_for(prompt)


def test_the_quick_interview_has_at_most_48_prompts(tmp_path: Path) -> None:
    """Two channels, two personas and two objectives make at most 48 prompts, the last offer included."""
    script = held(a_file(tmp_path), Script(_then_leave), Session.quick)
    assert 40 <= len(script.prompts) <= MOST
    assert len(script.prompts) - 1 == quick.expected() == 47


def test_the_quick_interview_says_before_it_starts_how_much_there_is(tmp_path: Path) -> None:
    """How many questions and about how many minutes stand before the first question."""
    script = held(a_file(tmp_path), Script([]), Session.quick)
    assert any("47 questions" in said and "16 minutes" in said for said in script.said)
    assert script.prompts[0].place == "Quick interview, 1 of 47"


def test_the_file_says_what_was_answered_and_passes_check(tmp_path: Path) -> None:
    """Every answer stands in the file as it was meant; `check` finds no error and no warning."""
    book = a_file(tmp_path)
    held(book, Script(_then_leave), Session.quick)
    for path, value in EXPECTED.items():
        assert book.plain(path_parts(path)) == value, path
    checked = pack.check(book.path)
    assert not checked.errors
    assert not checked.warnings


def test_a_draft_pack_is_written_from_inside(tmp_path: Path) -> None:
    """Straight after the quick interview the whole pack renders, with its holes marked."""
    book = a_file(tmp_path)

    def reply(prompt: Prompt) -> Reply:
        if prompt.question == "What now?":
            return "p"
        if prompt.question == "Enter for the menu":
            raise Leave
        return answer_for(prompt)

    script = held(book, Script(reply), Session.quick)
    written = sorted(each.name for each in (tmp_path / "output" / "acme").iterdir())
    assert "strategy-pack.docx" in written
    assert any("strategy-pack.docx" in said for said in script.said)


def test_an_interview_goes_on_where_it_was_left(tmp_path: Path) -> None:
    """After a break the question that was on the screen is put, and how far one had come is said."""
    book = a_file(tmp_path)
    held(book, Script(["Acme Savings Bank Limited", "Acme Bank"]), Session.quick)
    script = held(book, Script([]), Session.quick)
    assert script.prompts[0].question == "Which sector is the client in?"
    assert any("question 3 of 47" in said for said in script.said)


def test_a_question_left_open_does_not_call_anybody_back_but_is_counted(tmp_path: Path) -> None:
    """Enter alone leaves a question open; the next sitting goes on where the last stopped, and says how to reach it."""
    book = a_file(tmp_path)
    hole: Reply = {("reason", ""): "not known yet", ("owner", ""): "Chair", ("due", ""): ""}
    held(book, Script([Command.UNKNOWN, hole, "", "Banking"]), Session.quick)
    assert book.plain(("engagement", "client", "short_name")) == "unknown"
    script = held(book, Script([Command.MENU, "o", "Acme Limited", "Acme"]), Session.quick)
    assert script.prompts[0].question == "In which countries do employees work?"
    assert any("question 4 of 47" in said for said in script.said)
    assert any(said.startswith("2 questions before it are still open.") for said in script.said)
    assert [each.place for each in script.prompts[2:4]] == ["Still open, 1 of 2", "Still open, 1 of 1"]
    assert book.plain(("engagement", "client")) == {"legal_name": "Acme Limited", "short_name": "Acme"}


def test_the_sector_says_what_the_customers_are_called_and_takes_another_word(tmp_path: Path) -> None:
    """On one screen: the usual word of a sector stands behind it; a landlord's is offered for its name."""
    book = a_file(tmp_path)
    called = ("engagement", "client", "customers_called")
    first: list[Reply] = ["Haven Housing Association", "Haven", "13"]
    script = held(book, Script(first), Session.quick)
    assert "Charity: tenants" in [each.label for each in script.prompts[2].options]
    assert (book.plain(called), book.plain(("engagement", "sector"))) == ("tenants", "charity")
    said = held(book, Script([Command.BACK, "13, Residents!", "13, residents"]), Session.quick).prompts
    assert "is not a noun in the plural" in said[2].error
    assert book.plain(called) == "residents"
    again = held(book, Script([Command.BACK, "Charity, residents", Command.BACK, "retail"]), Session.quick)
    assert again.prompts[1].default == "Charity, residents"
    assert (book.plain(called), book.plain(("engagement", "sector"))) == ("residents", "retail")


def test_the_usual_word_goes_with_its_sector(tmp_path: Path) -> None:
    """Who chose wrongly and chooses again has no patients in a shop."""
    book = a_file(tmp_path)
    held(book, Script(["Acme Limited", "Acme", "health", Command.BACK, "retail", "GB"]), Session.quick)
    assert book.plain(("engagement", "client")) == {"legal_name": "Acme Limited", "short_name": "Acme"}


def test_the_end_counts_apart_what_was_asked_and_what_never_was(tmp_path: Path) -> None:
    """Nobody takes a question that was not put for one that the client could not answer."""
    book = a_file(tmp_path)
    hole: Reply = {("reason", ""): "not known yet", ("owner", ""): "", ("due", ""): ""}
    replies: dict[str, Reply] = {
        "What is the target?": "",
        "When does it meet?": Command.UNKNOWN,
        "Who will find out?": hole,
    }

    def reply(prompt: Prompt) -> Reply:
        return replies[prompt.question] if prompt.question in replies else _then_leave(prompt)

    script = held(book, Script(reply), Session.quick)
    every = len(book.findings.open_points)
    assert f"Of these, 3 were asked and have no answer yet; {every - 3} were never asked." in script.said
