"""One set of keys everywhere: numbers, names and marks; back at once; typing over what stands there."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from stratgen.interviewing import AnswerFile, begin
from stratgen.wizard.asker import Broken, Command, Grid, Option, Prompt
from stratgen.wizard.book import Put
from stratgen.wizard.gridview import GridView
from stratgen.wizard.offers import NONE
from stratgen.wizard.pickview import PickView
from stratgen.wizard.prompts import _STYLE
from tests.wizard.terminal import Terminal, question_shown

PHASES = tuple(
    Option(each.lower(), each) for each in ("Discover", "Inspire", "Consider", "Use", "Ask", "Advocate")
)
ONE = (Option("", ""),)


def pick(*chosen: str, shape: str = "many", default: str = "", none: bool = False) -> PickView:
    options = (*PHASES, Option(NONE, "None of these")) if none else PHASES
    prompt = Prompt(shape, (), "Here", "Where?", options=options, chosen=chosen, default=default)  # type: ignore[arg-type]
    return PickView(prompt, _STYLE, None, 80)


@pytest.mark.parametrize("typed", ["4, 5", "4,5", "4 5", "45", "Use, Ask", "use,5", "4, Ask"])
def test_numbers_and_names_mark_what_they_name(typed: str) -> None:
    """However a list is typed, it marks those rows and no other."""
    view = pick()
    view.type(typed)
    assert view.taken() == ("use", "ask")


def test_arrows_and_space_still_mark() -> None:
    """A space that stands between no numbers marks the row of the cursor."""
    view = pick()
    view.move(1)
    view.type(" ")
    view.move(3)
    view.type(" ")
    assert view.taken() == ("inspire", "ask")


def test_what_is_on_no_row_is_said_and_takes_nothing() -> None:
    """A number beyond the last, or a name of none, is answered; Enter waits."""
    view = pick()
    view.type("9")
    assert view.told == "Type a number from 1 to 6."
    view.type("Uses")
    assert view.taken() is None
    assert "is not one of them" in view.told


def test_none_of_these_stands_alone() -> None:
    """Marking a row takes the mark from "none of these", and the other way round."""
    view = pick(none=True)
    view.type("47")
    assert view.taken() == (NONE,)
    view.type("2")
    assert view.taken() == ("inspire",)


def test_one_of_a_list_is_chosen_by_its_number_or_its_name_and_enter() -> None:
    """A number moves the cursor, so that the Enter after it belongs to this question and not to the next."""
    view = pick(shape="one")
    assert view.taken() == ""
    view.type("3")
    assert view.taken() == "consider"
    view.type("Advo")
    assert view.taken() == "advocate"


def grid(*rows: str, words: tuple[str, ...] = (), apart: bool = True, form: bool = False, at: str = "",
         **told: str) -> GridView:  # fmt: skip
    values = tuple(((name, ""), word) for name, word in told.items())
    table = Grid(
        tuple(Option(each, each) for each in rows), ONE, words, "", values, apart=apart, form=form, at=at
    )
    return GridView(table, tuple(Command), _STYLE, None, 80)


def test_not_known_is_said_of_the_cell_under_the_cursor() -> None:
    """Four cells are typed, the fifth is marked; none is lost."""
    view = grid("a", "b", "c", "d", "e", words=("0", "1"))
    view.type("1100")
    assert view.command(Command.UNKNOWN) is None
    assert list(view.cells.values()) == ["1", "1", "0", "0", "?"]


def test_a_grid_that_is_one_answer_stays_with_what_is_filled_in() -> None:
    """It cannot be open while something stands in it, and says so."""
    view = grid("a", "b", words=("0", "1"), apart=False)
    assert view.command(Command.UNKNOWN) is Command.UNKNOWN
    view.type("1")
    assert view.command(Command.UNKNOWN) is None
    assert view.note


def test_a_grid_that_is_left_hands_over_its_cells() -> None:
    """Back and menu leave with what was filled in, so that it can stand there again."""
    view = grid("a", "b", words=("0", "1"))
    view.type("1")
    assert view.command(Command.BACK) == Broken(Command.BACK, {("a", ""): "1"})


def test_a_unit_after_a_space_stays_with_its_number() -> None:
    """ "30 min" is one cell, "30 45" are two, in the last row too."""
    view = grid("a", "b", "c")
    view.type("30 min")
    assert view.cells[("a", "")] == "30 min"
    view.move(1, 0)
    view.type("30 45 min")
    assert (view.cells[("b", "")], view.cells[("c", "")]) == ("30", "45 min")


def test_typing_in_a_form_replaces_what_stands_there_and_right_goes_on_with_it() -> None:
    """What was refused is typed over at once; backspace and the right arrow edit it instead."""
    view = grid("reason", "due", form=True, at="due", reason="not known yet", due="mid January")
    assert view.row == 1
    view.type("1")
    view.type("5 Jan 2027")
    assert view.cells[("due", "")] == "15 Jan 2027"
    view.move(-1, 0)
    assert view.go_on()
    view.type(" to us")
    assert view.cells[("reason", "")] == "not known yet to us"


def opened(file: Path, *arguments: str) -> Terminal:
    terminal = Terminal("edit", str(file), *arguments)
    terminal.wait(lambda text: question_shown(text) is not None)
    return terminal


def test_phases_are_marked_by_typed_numbers_on_a_real_terminal(tmp_path: Path) -> None:
    """ "4, 5" and Enter record the fourth and the fifth phase."""
    file = tmp_path / "acme.yaml"
    begin(file)
    AnswerFile(file).write([Put(("purpose",), PURPOSE)])
    terminal = opened(file, "purpose")
    _until(terminal, "Where in the customer", "\r")
    terminal.type("4, 5\r")
    terminal.wait(lambda text: question_shown(text) is not None)
    terminal.kill()
    assert AnswerFile(file).plain(("purpose", "phases")) == ["use", "ask"]


PURPOSE = {"reason": "Customers ask us for help in public and leave without an answer; we want to answer them.",
           "driver": "achieve", "other_drivers": []}  # fmt: skip


def test_back_and_enter_never_takes_what_stood_in_the_question_before(tmp_path: Path) -> None:
    """`<` and Enter at once go back one step and write nothing; an Enter after a look takes what stands there."""
    file = tmp_path / "acme.yaml"
    terminal = Terminal("new", str(file))
    terminal.wait(lambda text: question_shown(text) is not None)
    terminal.type("Harrow Limited\r")
    terminal.wait(lambda text: "short name" in text and question_shown(text) is not None)
    terminal.type("?\r")
    terminal.wait(lambda text: "Who will find out?" in text)
    terminal.type("<\r")
    terminal.wait(lambda text: "short name" in text and question_shown(text) is not None)
    terminal.type("<\r")
    shown = terminal.wait(lambda text: "legal name" in text and question_shown(text) is not None)
    assert "Harrow Limited" in shown
    time.sleep(1.0)
    terminal.type("\r")
    terminal.wait(lambda text: "short name" in text and question_shown(text) is not None)
    terminal.kill()
    assert AnswerFile(file).plain(("engagement", "client", "short_name")) in (None, "unknown")


def test_typing_over_a_sentence_that_stands_there_replaces_it(tmp_path: Path) -> None:
    """A box of several lines does as a box of one: what is typed takes the place of what stood there."""
    file = tmp_path / "acme.yaml"
    begin(file)
    AnswerFile(file).write([Put(("purpose", "reason"), PURPOSE["reason"])])
    terminal = opened(file, "purpose")
    _until(terminal, "Why does the organisation", "<")
    assert "Typing\u00a0replaces\u00a0it" in terminal.shown or "Typing replaces it" in terminal.shown
    new = "Tenants ask us in public, and we want to be there when they do."
    terminal.type(f"{new}\r")
    terminal.wait(lambda text: "Take the new answer?" in text or question_shown(text) is not None)
    terminal.type("\r")
    terminal.read(0.5)
    terminal.kill()
    assert AnswerFile(file).plain(("purpose", "reason")) == new


def _until(terminal: Terminal, question: str, key: str) -> None:
    """Press a key until a question comes up."""
    for _ in range(20):
        found = question_shown(terminal.shown)
        assert found is not None, terminal.shown
        if found[1].startswith(question):
            return
        terminal.type(key)
        terminal.wait(lambda text: question_shown(text) is not None)
    raise AssertionError(terminal.shown)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("edit x.yaml --full", "stratgen edit: --full is not an option here. It takes --plain, --to.\nusage: stratgen edit"),
        ("diff a.yaml", "stratgen diff: NEW is missing. Add it.\nusage: stratgen diff"),
        ("questions --format pdf", 'stratgen questions: --format cannot be "pdf". It is one of md, docx.\n'),
        ("chek a.yaml", 'stratgen: "chek" is not a verb here. Did you mean check?\n'),
        ("edit a b c", 'stratgen edit: "c" is one argument too many. Leave it out.\n'),
    ],
)  # fmt: skip
def test_a_fault_of_the_command_line_reads_like_every_other(arguments: str, said: str) -> None:
    """Where, what and how to mend it, with the usage of the verb that was meant; exit code 2."""
    done = subprocess.run([sys.executable, "-m", "stratgen", *arguments.split()], capture_output=True, text=True,
                          check=False)  # fmt: skip
    assert (done.returncode, done.stderr.startswith(said)) == (2, True), done.stderr
