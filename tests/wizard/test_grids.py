from pathlib import Path

import pytest

from stratgen.catalogue import packaged
from stratgen.engagement.channels import Channel
from stratgen.wizard import grids
from stratgen.wizard.asker import Command, Grid, Option, Prompt
from stratgen.wizard.book import Put
from stratgen.wizard.grids import read_row
from stratgen.wizard.gridview import GridView
from stratgen.wizard.kinds import Kind
from stratgen.wizard.misread import MisreadError
from stratgen.wizard.plain import PlainAsker
from stratgen.wizard.plan import as_grid, of_record, question_at
from stratgen.wizard.prompts import _STYLE
from tests.wizard.scripts import Script, a_file, held

MUSTS = ("tools", "candidates", 0, "must_haves")
SCORES = ("tools", "candidates", 0, "scores")


def test_a_tool_is_marked_in_a_grid_that_names_the_criteria(tmp_path: Path) -> None:
    """Nobody has to know an id: musts take yes or no, the others 0 to 5, and the file says what was typed."""
    book = a_file(tmp_path)
    book.write([Put(("tools", "candidates"), [{"name": "Care platform A"}])])
    criteria = packaged().criteria.values()
    for path, musts, word, value in ((MUSTS, True, "y", True), (SCORES, False, "4", 4)):
        names = {each.id: each.name for each in criteria if each.must is musts}

        def fill(
            prompt: Prompt, word: str = word, names: dict[str, str] = names
        ) -> dict[tuple[str, str], str]:
            assert prompt.grid is not None
            assert {row.value: row.label for row in prompt.grid.rows} == names
            assert all(row.note.endswith("?") for row in prompt.grid.rows)
            return {(row.value, ""): word for row in prompt.grid.rows}

        held(book, Script(fill), lambda session, path=path: session.edit(path))  # type: ignore[misc]
        assert book.plain(path) == dict.fromkeys(names, value)
    assert not [each for each in book.findings.errors if each.rule == "V2"]


@pytest.mark.parametrize(
    ("group", "cells", "after"),
    [("inquiries", 6, []), ("sentiment", 3, ["method", "sample_size"])],
)
def test_figures_that_are_alike_are_one_grid_and_the_rest_is_asked_after_it(
    tmp_path: Path, group: str, cells: int, after: list[str]
) -> None:
    """The shares of a mix stand on one screen; how they were told is a question of its own."""
    book = a_file(tmp_path)
    book.write([Put(("channels",), [{"channel": "facebook"}])])

    path = ("channels", 0, group)
    inside = [
        each
        for each in of_record(Channel, ("channels", 0), book.engagement, True, {path})
        if each.path[:3] == path and each.name != "evidence"
    ]
    assert inside[0].kind is Kind.GRID
    assert len(inside[0].cells) == cells
    assert [each.name for each in inside[1:]] == after


def test_a_mix_that_makes_no_whole_is_said_at_once(tmp_path: Path) -> None:
    """The numbers are kept, and the rule speaks before the next question."""
    book = a_file(tmp_path)
    book.write([Put(("channels",), [{"channel": "facebook"}])])
    question = as_grid(question_at(("channels", 0, "inquiries")))
    assert question is not None
    script = Script([{(each.name, ""): "10" for each in question.cells}, "later"])
    held(book, script, lambda session: session.interview(full=True).put(question, "Here"))
    grid = script.prompts[0].grid
    assert grid is not None
    assert grid.total == 100
    assert book.plain(("channels", 0, "inquiries", "service")) == 10
    assert "The mix of inquiries makes 60 percent" in script.prompts[1].question


def test_a_grid_says_what_its_cells_make_together() -> None:
    """As they are typed; words that are no numbers are not counted."""
    grid = Grid((), (), (), "", total=100)
    assert grid.made({("a", ""): "40", ("b", ""): "12,5", ("c", ""): "x", ("d", ""): ""}) == "52.5 of 100"
    assert grid.made({}) == ""
    assert Grid((), (), (), "").made({("a", ""): "40"}) == ""


def form(**values: str) -> Grid:
    rows = (Option("reason", "Why?"), Option("owner", "Who?"), Option("due", "When?"))
    told = tuple(((key, ""), word) for key, word in values.items())
    return Grid(
        rows, (Option("", ""),), (), "", told, form=True, completions=("Head of Legal", "Head of Care")
    )


def test_a_form_is_typed_line_by_line_and_tab_completes_a_role() -> None:
    """It begins at the first empty line; what was typed stands in its own line."""
    view = GridView(form(reason="not known yet"), (Command.BACK,), _STYLE, None, 80)
    assert view.row == 1
    for letter in "head of c":
        view.type(letter)
    assert view.complete()
    view.move(1, 0)
    view.type("15 Jan 2027")
    assert view.cells["owner", ""] == "Head of Care"
    assert view.cells["due", ""] == "15 Jan 2027"
    assert all(len(line) <= 80 for line in "".join(text for _, text, *_ in view.lines()).split("\n"))


def test_a_form_is_read_line_by_line_without_a_terminal() -> None:
    """Enter keeps a line; a dash empties it."""
    typed, shown = iter(["", "Head of Legal", "15 Jan 2027"]), list[str]()
    asker = PlainAsker(lambda mark: shown.append(mark) or next(typed), shown.append)  # type: ignore[func-returns-value]
    reply = asker.ask(
        Prompt("grid", ("board",), "Place", "Who will find out?", grid=form(reason="not known yet"))
    )
    assert reply == {
        ("reason", ""): "not known yet",
        ("owner", ""): "Head of Legal",
        ("due", ""): "15 Jan 2027",
    }
    assert read_row(form(), form().rows[1], "-") == {("owner", ""): ""}


def test_a_number_that_cannot_be_read_names_its_cell(tmp_path: Path) -> None:
    """In a grid of six numbers one has to know which."""
    book = a_file(tmp_path)
    book.write([Put(("channels",), [{"channel": "facebook"}])])
    question = as_grid(question_at(("channels", 0, "inquiries")))
    assert question is not None
    with pytest.raises(MisreadError, match="Praise"):
        grids.changes(question, {("praise", ""): "lots"}, book.engagement)


def test_typing_replaces_what_stands_in_the_line_that_one_comes_back_to() -> None:
    """A slip in a line above is typed over, as the key line says; it does not grow longer."""
    rows = (Option("0", "First"), Option("1", "Second"))
    view = GridView(Grid(rows, (Option("", ""),), (), "", form=True), (), _STYLE, None, 80)
    view.type("1")
    view.move(1, 0)
    view.move(-1, 0)
    view.type("Head of Care")
    assert view.cells["0", ""] == "Head of Care"


def test_a_grid_shows_what_was_said_to_be_unknown(tmp_path: Path) -> None:
    """An open point of a grid comes back as the question mark that was typed, and is not asked again."""
    book = a_file(tmp_path)
    path = ("maturity", "investment", "training")
    book.write([Put(path, {"unknown": "not known yet", "owner": "HR Director"})])
    question = as_grid(question_at(path[:-1]))
    assert question is not None
    told = grids.grid_of(question, book.engagement, book.catalogue).told()
    assert told["training", ""] == "?"
    assert grids.opened(question, told, book.engagement)[1] == ()
