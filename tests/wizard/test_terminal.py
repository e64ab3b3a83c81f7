import random
import subprocess
import sys
from pathlib import Path

import pytest

from stratgen.analysis.keypaths import path_parts
from stratgen.interviewing import AnswerFile, begin
from stratgen.wizard.book import Put
from tests.wizard.scripts import ANSWERS, EXPECTED, key_of
from tests.wizard.terminal import Terminal, question_shown

WIPE = "\x05\x15"
"""End of line, then delete to its start."""

LISTED = {"Which is the honest driver?": "2\r", "Which role should social play first?": "4\r",
          "Is a customer service channel part of the intent?": "2\r"}  # fmt: skip
"""Choices by their number."""


def keys_for(place: str, question: str) -> str:
    """Return the keys that answer a question of the quick interview."""
    text = ANSWERS[key_of(place, question)]
    if question in LISTED:
        return LISTED[question]
    if question == "By the end of which quarter?":
        return text[1] + "\r"
    if question in ("Investment", "Innovation", "Who is here, in which phase, and how strongly?"):
        return "\x1b[A" * 6 + "\x1b[D" * 12 + text.replace("/", "") + "\r"
    wipe = WIPE * (3 if "\n" in text else 1)
    return wipe + text.replace("\n", "\x1b\r") + "\r"


def drive(terminal: Terminal, until: str = "What now?", back_at: tuple[int, ...] = ()) -> int:
    """Answer whatever is asked until a question comes up, going back where told; return how many were put."""
    count = 0
    while True:
        terminal.wait(lambda text: question_shown(text) is not None)
        if terminal.ended:
            return count
        shown = question_shown(terminal.shown)
        assert shown is not None
        place, question = shown
        if question == until:
            return count
        count += 1
        if count in back_at:
            listed = question in LISTED or question in (
                "By the end of which quarter?",
                "Investment",
                "Innovation",
            )
            grid = question.startswith("Who is here")
            terminal.type("<" if listed or grid else WIPE * 3 + "<\r")
        else:
            terminal.type(keys_for(place, question))


def said(file: Path) -> dict[str, object]:
    book = AnswerFile(file)
    return {path: book.plain(path_parts(path)) for path in EXPECTED}


def test_the_quick_interview_on_a_real_terminal_of_80_by_24(tmp_path: Path) -> None:
    """Driven by keys and going back five times, the file says what was typed, and `check` passes."""
    file = tmp_path / "answers" / "acme.yaml"
    terminal = Terminal("new", str(file))
    drive(terminal, back_at=(4, 9, 17, 26, 40))
    terminal.type("!")
    terminal.wait(lambda text: "Where to?" in text)
    terminal.type("q\r")
    assert terminal.end() == 0
    assert said(file) == EXPECTED
    done = subprocess.run(
        [sys.executable, "-m", "stratgen", "check", str(file)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, "no errors, no warnings" in done.stdout) == (0, True), done.stdout


def _killed_and_resumed(file: Path, kills: int, seed: int) -> None:
    """Kill the interview at random moments, go on each time, and answer it to the end."""
    chance = random.Random(seed)
    for _ in range(kills):
        terminal = Terminal("new", str(file))
        moments = chance.randint(0, 6)
        for _ in range(moments):
            terminal.wait(lambda text: question_shown(text) is not None)
            shown = question_shown(terminal.shown)
            assert shown is not None
            if shown[1] == "What now?" or shown[1] == "Where to?":
                break
            terminal.type(keys_for(*shown))
        terminal.read(chance.random() * 0.15)
        terminal.kill()
    terminal = Terminal("new", str(file))
    drive(terminal)
    terminal.kill()


def test_killed_at_random_moments_nothing_is_missing(tmp_path: Path) -> None:
    """After three kills and as many resumptions the file says what was typed."""
    file = tmp_path / "answers" / "acme.yaml"
    _killed_and_resumed(file, 3, seed=7)
    assert said(file) == EXPECTED


@pytest.mark.fuzz
@pytest.mark.parametrize("seed", range(5))
def test_killed_fifty_times_nothing_is_missing(tmp_path: Path, seed: int) -> None:
    """Five interviews with ten kills each."""
    file = tmp_path / "answers" / "acme.yaml"
    _killed_and_resumed(file, 10, seed)
    assert said(file) == EXPECTED


def test_ctrl_c_leaves_with_130_and_says_how_to_go_on(tmp_path: Path) -> None:
    """The message names the file and the verb; what was answered is there."""
    file = tmp_path / "acme.yaml"
    terminal = Terminal("new", str(file))
    terminal.wait(lambda text: question_shown(text) is not None)
    terminal.type("Acme Limited\r")
    terminal.wait(lambda text: "short name" in text and question_shown(text) is not None)
    terminal.type("\x03")
    terminal.wait(lambda text: "Go on with: stratgen new" in text)
    assert "Traceback" not in terminal.raw
    assert terminal.end() == 130
    assert AnswerFile(file).plain(("engagement", "client", "legal_name")) == "Acme Limited"


def test_after_the_window_is_killed_it_goes_on_at_the_question_that_was_there(tmp_path: Path) -> None:
    """Not at the first one that was left empty; that one is counted, and ! and o lead to it."""
    file = tmp_path / "acme.yaml"
    terminal = Terminal("new", str(file))
    for keys in ("Acme Limited\r", WIPE + "\r", "banking\r"):
        terminal.wait(lambda text: question_shown(text) is not None)
        terminal.type(keys)
    terminal.wait(lambda text: "In which countries" in text and question_shown(text) is not None)
    terminal.kill()
    terminal = Terminal("new", str(file))
    shown = terminal.wait(lambda text: question_shown(text) is not None)
    assert "Going on at question 4 of 47" in shown
    assert "1 question before it is still open." in shown
    assert "In which countries" in shown
    terminal.type("!")
    terminal.wait(lambda text: "Where to?" in text and question_shown(text) is not None)
    terminal.type("o\r")
    assert "Which short name" in terminal.wait(lambda text: question_shown(text) is not None)
    terminal.kill()


def test_no_colour_where_none_is_wanted(tmp_path: Path) -> None:
    """With NO_COLOR set no colour is sent."""
    terminal = Terminal("new", str(tmp_path / "acme.yaml"), NO_COLOR="1")
    terminal.wait(lambda text: question_shown(text) is not None)
    terminal.kill()
    codes = {
        part
        for found in terminal.raw.split("\x1b[")[1:]
        for part in found.partition("m")[0].split(";")
        if "m" in found
    }
    assert not {
        code for code in codes if code.isdigit() and (30 <= int(code) <= 49 or 90 <= int(code) <= 107)
    }


def test_a_terminal_that_cannot_redraw_is_asked_line_by_line(tmp_path: Path) -> None:
    """With TERM=dumb no escape is sent at all."""
    terminal = Terminal("new", str(tmp_path / "acme.yaml"), TERM="dumb")
    terminal.wait(lambda text: "Answer:" in text)
    terminal.kill()
    assert "\x1b" not in terminal.raw


def test_without_a_terminal_the_exit_code_is_2(tmp_path: Path) -> None:
    """Nobody can be asked; the message says what to do, and no file is written."""
    file = tmp_path / "acme.yaml"
    done = subprocess.run(
        [sys.executable, "-m", "stratgen", "new", str(file)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "--plain" in done.stderr
    assert "Traceback" not in done.stderr
    assert not file.exists()


def test_plain_reads_answers_from_a_pipe(tmp_path: Path) -> None:
    """With --plain the answers may come from a pipe; its end leaves with 130 and everything saved."""
    file = tmp_path / "acme.yaml"
    done = subprocess.run(
        [sys.executable, "-m", "stratgen", "new", str(file), "--plain"], input="Acme Limited\nAcme\n<\nAcme Bank\n",
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 130
    assert "\x1b" not in done.stdout
    assert AnswerFile(file).plain(("engagement", "client")) == {
        "legal_name": "Acme Limited",
        "short_name": "Acme Bank",
    }


def test_a_tool_is_marked_by_its_criteria_on_a_real_terminal(tmp_path: Path) -> None:
    """Down the grid of criteria with single keys; ? opens one screen on which Enter names nobody yet."""
    file = tmp_path / "acme.yaml"
    begin(file)
    AnswerFile(file).write([Put(("tools", "candidates"), [{"name": "Care platform A"}])])
    terminal = Terminal("edit", str(file), "tools.candidates")
    terminal.wait(lambda text: question_shown(text) is not None)
    for _ in range(40):
        found = question_shown(terminal.shown)
        assert found is not None
        if found[1].startswith("Which of the must-haves"):
            assert "One-to-one queues and history" in terminal.shown
            terminal.type("yyny\r")
        elif found[1].startswith("How does it score"):
            assert "Link to customer records" in terminal.shown
            terminal.type("452311203\r")
        elif found[1].startswith("What does it cost in year one"):
            terminal.type("?\r")
            terminal.wait(lambda text: "Why is it not known yet?" in text)
            terminal.type("\r")
            break
        elif found[1].startswith("Which tools are considered"):
            terminal.type("1\r")
        elif found[1].startswith("Which tool is considered"):
            terminal.type("\r")
        else:
            terminal.type("\r")
        terminal.wait(lambda text: question_shown(text) is not None)
    terminal.wait(lambda text: question_shown(text) is not None)
    terminal.kill()
    told = AnswerFile(file)
    assert told.plain(("tools", "candidates", 0, "must_haves")) == {
        "queues": True, "reporting": True, "access": False, "audit": True,
    }  # fmt: skip
    assert list(told.plain(("tools", "candidates", 0, "scores")).values()) == [4, 5, 2, 3, 1, 1, 2, 0, 3]
    assert told.plain(("tools", "candidates", 0, "cost")) == {"unknown": "not known yet"}


def test_back_from_the_first_question_of_a_group_leads_to_whether_it_is_answered(tmp_path: Path) -> None:
    """Who opened a group and thinks better of it can leave it out; a second time back goes to what stood before."""
    file = tmp_path / "acme.yaml"
    begin(file)
    terminal = Terminal("edit", str(file), "baseline")
    seen: list[str] = []
    for keys in ("\r", "1\r", "<", "2\r", "<", "<", ""):
        found = question_shown(terminal.wait(lambda text: question_shown(text) is not None))
        assert found is not None
        seen.append(found[1])
        terminal.type(keys)
    terminal.kill()
    listed, gate, first, again, after, back, before = seen
    assert (gate, again, back, before) == ("Cost of one contact", gate, gate, listed)
    assert first == "Where do these figures come from?"
    assert after == "Contacts a month"
