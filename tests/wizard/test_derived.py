"""Answers that follow from others are offered as derived; another answer is asked for its reason."""

from __future__ import annotations

from pathlib import Path

from stratgen.answers import remove
from stratgen.wizard.plan import questions
from stratgen.wizard.sections import sections
from tests.command import BANK
from tests.wizard.scripts import Script, a_file, held

TOOL = ("maturity", "investment", "tool")
CLEAN = remove(BANK.read_text("utf-8"), ("maturity", "departures")) if "departures:" in BANK.read_text("utf-8") \
    else BANK.read_text("utf-8")  # fmt: skip


def test_a_question_shows_what_follows_and_from_which_answers(tmp_path: Path) -> None:
    """The derived value and its ground stand under the question (domain 5.2)."""
    book = a_file(tmp_path, CLEAN)
    script = held(book, Script([]), lambda session: session.edit(TOOL))
    assert any(line.startswith("Derived from your answers: ") for line in script.prompts[0].help)


def test_an_open_item_is_prefilled_with_the_derived_value(tmp_path: Path) -> None:
    """Enter confirms what follows from the other answers."""
    book = a_file(tmp_path, remove(CLEAN, TOOL))
    derived = next(each for each in book.findings.derived if each.item == "SMI-V3").derived
    script = held(book, Script([str(derived)]), lambda session: session.edit(TOOL))
    assert script.prompts[0].default == str(derived)
    assert book.plain(TOOL) == derived
    assert len(script.prompts) == 1


def test_another_answer_is_asked_for_its_reason_which_is_kept(tmp_path: Path) -> None:
    """A departure is written with its item and its reason, and does not ask again."""
    book = a_file(tmp_path, CLEAN)
    derived = next(each for each in book.findings.derived if each.item == "SMI-V3").derived
    other = 4 if derived != 4 else 3
    why = "The care module is licensed and opens in January"
    script = held(book, Script([str(other), why]), lambda session: session.edit(TOOL))
    assert f"why {other}, and not {derived}?" in script.prompts[-1].question
    found = {each["item"]: each["reason"] for each in book.plain(("maturity", "departures"))}
    assert found["SMI-V3"] == why
    again = held(book, Script([str(other)]), lambda session: session.edit(TOOL))
    assert len(again.prompts) == 1


def test_enter_alone_leaves_the_reason_open(tmp_path: Path) -> None:
    """Nobody has to give a reason at once; the answer stands, and the rule will warn."""
    book = a_file(tmp_path, CLEAN)
    before = len(book.plain(("maturity", "departures")) or ())
    held(book, Script(["4", ""]), lambda session: session.edit(TOOL))
    assert book.plain(TOOL) == 4
    assert len(book.plain(("maturity", "departures")) or ()) == before


def test_the_grid_of_an_axis_has_the_derived_values_in_its_empty_cells(tmp_path: Path) -> None:
    """What is known stays; what is open is offered as derived."""
    text = CLEAN
    for name in ("people", "tool", "training"):
        text = remove(text, ("maturity", "investment", name))
    book = a_file(tmp_path, text)
    section = next(each for each in sections() if "maturity" in each.names)
    asked = {each.path for each in questions(section, book.engagement, True)}
    assert ("maturity", "investment") in asked
    script = held(book, Script([]), lambda session: session.section(section, ("maturity", "investment")))
    grid = script.prompts[0].grid
    assert grid is not None
    derived = {each.item.value: each.derived for each in book.findings.derived}
    assert grid.told()["tool", ""] == str(derived["SMI-V3"])
    assert grid.told()["budget", ""] == str(book.plain(("maturity", "investment", "budget")))
