"""Mend it now: the answer that a message is about opens, be it a number or where the number comes from."""

from __future__ import annotations

from pathlib import Path

from stratgen.interviewing import AnswerFile, begin
from stratgen.wizard import closing
from stratgen.wizard.book import Put
from stratgen.wizard.session import Session, section_named
from tests.wizard.scripts import Script, a_file, held
from tests.wizard.terminal import Terminal, question_shown

EVIDENCE = {"period": "2026-07 to 2026-09", "source": "inbox export", "grade": "B"}


def _settle(session: Session) -> None:
    closing.settle(session.interview(full=True), section_named("channels"))


def test_a_figure_without_its_source_opens_the_source_on_a_real_terminal(tmp_path: Path) -> None:
    """The message is about period, source and grade; the number stands and is not asked again."""
    file = tmp_path / "acme.yaml"
    begin(file)
    AnswerFile(file).write([Put(("channels",), [{"channel": "facebook", "needing_reply": 1450}])])
    terminal = Terminal("edit", str(file), "channels")
    found = question_shown(terminal.wait(lambda text: question_shown(text) is not None))
    while found is not None and not found[0].startswith("Does not add up"):
        terminal.type("\r")
        found = question_shown(terminal.wait(lambda text: question_shown(text) is not None))
    terminal.type("1\r")
    shown = terminal.wait(lambda text: question_shown(text) is not None)
    assert "Where do these figures come from?" in shown
    terminal.type("July to September 2026; inbox export; B\r")
    terminal.wait(lambda text: "Where to?" in text)
    terminal.kill()
    told = AnswerFile(file)
    assert told.plain(("channels", 0, "evidence")) == EVIDENCE
    assert told.plain(("channels", 0, "needing_reply")) == 1450


def test_a_figure_with_a_source_of_its_own_has_that_asked_again(tmp_path: Path) -> None:
    """What its record says of the other figures stays, and so does the number."""
    book = a_file(tmp_path)
    old = {"value": 1450, "period": "2021-07 to 2021-09", "source": "inbox export", "grade": "B"}
    book.write([Put(("channels",), [{"channel": "facebook", "evidence": EVIDENCE, "needing_reply": old}])])
    book.write([Put(("engagement", "pack", "date"), "2026-11-16")])

    replies = iter(["mend", "someday; inbox export; B", "August to September 2026; inbox export; A"])
    script = held(book, Script(lambda prompt: "leave" if "[V31]" not in str(prompt.help) and prompt.options
                               else next(replies)), _settle)  # fmt: skip
    asked = [each for each in script.prompts if each.question == "Where does it come from?"]
    assert [each.default for each in asked] == [
        "July 2021 to September 2021; inbox export; B",
        "someday; inbox export; B",
    ]
    assert "1,450" in asked[0].help[0] or "1 450" in asked[0].help[0]
    assert book.plain(("channels", 0, "needing_reply")) == {
        "value": 1450, "period": "2026-08 to 2026-09", "source": "inbox export", "grade": "A",
    }  # fmt: skip
    assert book.plain(("channels", 0, "evidence")) == EVIDENCE
