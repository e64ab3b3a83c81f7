"""Matrices and records of small answers as one grid: what its rows and columns are, and what its cells mean.

It knows the answers and the models; how a grid is drawn is for the prompts.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from stratgen.analysis.keypaths import find
from stratgen.catalogue import Catalogue
from stratgen.engagement import Choice, Engagement, Figure, Unknown, known, records
from stratgen.engagement.board import Option as BoardOption
from stratgen.engagement.purpose import Phase
from stratgen.engagement.stakeholders import Department
from stratgen.engagement.team import Right
from stratgen.wizard.asker import Cell, Command, Grid, Option
from stratgen.wizard.book import Change, Put
from stratgen.wizard.fitting import fit
from stratgen.wizard.kinds import Kind
from stratgen.wizard.misread import MisreadError
from stratgen.wizard.numbers import number_of
from stratgen.wizard.plan import OPTION_SCORES, Question

_ONE = Option("", "")
_YES_NO = ("y", "n")


TOOL_MARKS = ("must_haves", "scores")
"""Marks of a tool by criteria of the catalogue."""


def grid_of(question: Question, engagement: Engagement, catalogue: Catalogue) -> Grid:
    """Return the grid of a question with what is known filled in."""
    answer = find(engagement, question.path)
    if question.path == OPTION_SCORES:
        return _options(question, engagement)
    if question.cells and question.cells[0].kind is Kind.GRID:
        rows = tuple(Option(each.name, each.title.partition(":")[0]) for each in question.cells)
        columns = tuple(Option(each.value, _abbreviated(each), each.label) for each in Department)
        legend = ", ".join(f"{each.value} {each.label.lower()}" for each in Right)
        return Grid(rows, columns, tuple(each.value for each in Right), legend, _of_dicts(rows, answer),
                    apart=True)  # fmt: skip
    if question.cells:
        rows = tuple(Option(each.name, each.title) for each in question.cells)
        told = _of_record(question, answer)
        return Grid(rows, (_ONE,), _words(question), _legend(question), told, _total(question), apart=True)
    if question.name == "presence":
        rows = tuple(
            Option(each.name, each.name)
            for each in records(engagement.personas)
            if isinstance(each.name, str)
        )
        columns = tuple(Option(each.value, each.label) for each in Phase)
        legend = "0 absent, 1 weak, 2 clear, 3 strong"
        return Grid(rows, columns, ("0", "1", "2", "3"), legend, _of_nested(known(answer) or {}))
    if question.model == "ToolCandidate":
        return _of_tool(question, known(answer) or {}, catalogue)
    rows = tuple(Option(each, each) for each in known(engagement.board.criteria) or {})
    marks = tuple(((key, ""), str(value)) for key, value in (known(answer) or {}).items())
    return Grid(rows, (_ONE,), ("1", "2", "3", "4", "5"), question.help, marks)


def _of_tool(question: Question, answer: dict[str, Any], catalogue: Catalogue) -> Grid:
    """Return the grid of one tool: the musts with yes or no, the other criteria with 0 to 5."""
    musts = question.name == "must_haves"
    rows = tuple(
        Option(each.id, each.name, each.asks) for each in catalogue.criteria.values() if each.must is musts
    )
    words = _YES_NO if musts else tuple("012345")
    told = tuple(((key, ""), _cell(value)) for key, value in answer.items())
    return Grid(rows, (_ONE,), words, "y yes, n no" if musts else "0 not at all, 5 fully", told)


def _legend(question: Question) -> str:
    """Return what a cell takes: the help of the cells, and y or n spelled out."""
    first = question.cells[0]
    return "y yes, n no" if first.kind is Kind.YES_NO else first.help


def _total(question: Question) -> float:
    """Return what shares of one whole make; 0 where the cells are no shares."""
    return 100 if all(each.kind is Kind.FIGURE and each.unit == "%" for each in question.cells) else 0


def _options(question: Question, engagement: Engagement) -> Grid:
    """Return the grid of all options on all criteria; a row is known by its place in the list."""
    options = records(engagement.board.options)
    rows = tuple(Option(str(n), _named_by(each)) for n, each in enumerate(options))
    columns = tuple(Option(each, fit(each, 10), each)
                    for each in known(engagement.board.criteria) or {})  # fmt: skip
    told = tuple(
        ((str(n), name), str(score))
        for n, each in enumerate(options)
        for name, score in (known(each.scores) or {}).items()
    )
    return Grid(rows, columns, ("1", "2", "3", "4", "5"), question.help, told)


def _named_by(option: BoardOption) -> str:
    return next((each for each in (option.name, option.id) if isinstance(each, str)), "?")


def _abbreviated(department: Choice) -> str:
    return _SHORT.get(department.value, department.label[:4])


_SHORT = {"hr": "HR", "it_security": "IT", "pr": "Comm", "works_council": "Empl", "executive": "Exec",
          "marketing": "Mktg", "operations": "Oper", "product": "Prod", "agency": "Agcy"}  # fmt: skip


def _words(question: Question) -> tuple[str, ...]:
    first = question.cells[0]
    if first.kind is Kind.YES_NO:
        return _YES_NO
    if first.kind is Kind.SCALE:
        return tuple(
            str(each) for each in range(int(first.limits.least or 0), int(first.limits.most or 0) + 1)
        )
    return ()


def _of_record(question: Question, answer: Any) -> tuple[tuple[Cell, str], ...]:
    told = []
    for each in question.cells:
        value = getattr(answer, each.name, None)
        if _is_noted(value):
            told.append(((each.name, ""), Command.UNKNOWN.key))
        elif value is not None and not isinstance(value, Unknown):
            told.append(((each.name, ""), _cell(value)))
    return tuple(told)


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "y" if value else "n"
    number = value.value if isinstance(value, Figure) else value
    return f"{number:.15g}" if isinstance(number, float) else str(number)


def _of_dicts(rows: tuple[Option, ...], answer: Any) -> tuple[tuple[Cell, str], ...]:
    return tuple(
        ((row.value, key.value), value.value)
        for row in rows
        for key, value in (known(getattr(answer, row.value, None)) or {}).items()
    )


def _of_nested(answer: dict[str, Any]) -> tuple[tuple[Cell, str], ...]:
    return tuple(
        ((row, column.value), str(value)) for row, inner in answer.items() for column, value in inner.items()
    )


def changes(question: Question, cells: dict[Cell, str], engagement: Engagement) -> list[Change]:
    """Return the answers that differ from those known; raises MisreadError where a cell cannot be read."""
    answer = find(engagement, question.path)
    if question.path == OPTION_SCORES:
        return _scores(cells, engagement)
    if question.cells and question.cells[0].kind is Kind.GRID:
        return _rights(question, cells, answer)
    if question.cells:
        return _parts(question, cells, answer)
    value: Any
    if question.name == "presence":
        value = _nested(cells, engagement)
    elif question.name == "must_haves":
        value = {row: word == "y" for (row, _), word in cells.items() if word}
    else:
        value = {row: int(word) for (row, _), word in cells.items() if word}
    said = any(cells.values())
    return [Put(question.path, value)] if said and value != _plain(known(answer)) else []


def _scores(cells: dict[Cell, str], engagement: Engagement) -> list[Change]:
    found: list[Change] = []
    for n, each in enumerate(records(engagement.board.options)):
        held = {column: int(word) for (row, column), word in cells.items() if row == str(n) and word}
        if held and held != known(each.scores):
            found.append(Put(("board", "options", n, "scores"), held))
    return found


def _rights(question: Question, cells: dict[Cell, str], answer: Any) -> list[Change]:
    found: list[Change] = []
    for each in question.cells:
        held = {column: word for (row, column), word in cells.items() if row == each.name and word}
        if held and held != _plain(known(getattr(answer, each.name, None))):
            found.append(Put(each.path, held))
    return found


def _parts(question: Question, cells: dict[Cell, str], answer: Any) -> list[Change]:
    found: list[Change] = []
    for each in question.cells:
        word = cells.get((each.name, ""), "").strip()
        known_as = known(getattr(answer, each.name, None))
        if not word or (known_as is not None and word == _cell(known_as)):
            continue
        value = word == "y" if each.kind is Kind.YES_NO else _number(each, word)
        found.append(Put(each.path, value))
    return found


def _number(cell: Question, word: str) -> int | float:
    """Return the number of a cell; a misread one names its cell."""
    try:
        return number_of(cell, word)
    except MisreadError as misread:
        named = MisreadError(f"{cell.title} {misread}")
        named.at = cell.name
        raise named from None


def _nested(cells: dict[Cell, str], engagement: Engagement) -> dict[str, dict[str, int]]:
    value: dict[str, dict[str, int]] = {}
    for persona in (each.name for each in records(engagement.personas) if isinstance(each.name, str)):
        told = {each.value: cells.get((persona, each.value), "") for each in Phase}
        strong = {phase: int(word) for phase, word in told.items() if word not in ("", "0")}
        if strong:
            value[persona] = strong
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {getattr(key, "value", key): _plain(part) for key, part in value.items()}
    return value.value if isinstance(value, Choice) else value


def filled(grid: Grid, told: dict[Cell, str], at: str = "") -> Grid:
    """Return the grid with these cells in it, and the cursor in the row `at`."""
    return replace(grid, values=tuple(told.items()), at=at)


def opened(
    question: Question, cells: dict[Cell, str], engagement: Engagement
) -> tuple[dict[Cell, str], tuple[Question, ...]]:
    """Return the cells that say something, and the answers of their own that are now said to be unknown."""
    said = {key: word for key, word in cells.items() if word.strip() != Command.UNKNOWN.key}
    given = {row for (row, _), word in said.items() if word.strip()}
    named = {row for (row, _), word in cells.items() if word.strip() == Command.UNKNOWN.key}
    return said, tuple(
        each
        for each in question.cells
        if each.name in named - given and not _is_noted(find(engagement, each.path))
    )


def _is_noted(answer: Any) -> bool:
    """Tell whether somebody has said that an answer is not known: why, who finds out, or by when."""
    return isinstance(answer, Unknown) and answer != Unknown()


def read_row(grid: Grid, row: Option, text: str) -> dict[Cell, str]:
    """Return the cells of one row that was typed: "0 0 2 1", or "Care AR, Legal C"; raises MisreadError."""
    if grid.apart and text.strip() == Command.UNKNOWN.key:
        return {(row.value, grid.columns[0].value): text.strip()}
    parts = text.replace(",", " ").split()
    if not grid.words and len(grid.columns) == 1:
        text = "" if text.strip() == "-" else text
        return {(row.value, grid.columns[0].value): text.strip()}
    fitting = [_fitting(grid, part) for part in parts]
    if len(parts) == len(grid.columns) and None not in fitting:
        return {
            (row.value, column.value): word or "" for column, word in zip(grid.columns, fitting, strict=True)
        }
    return dict(_named(grid, row, part.strip()) for part in text.split(","))


def _named(grid: Grid, row: Option, text: str) -> tuple[Cell, str]:
    name, _, word = text.rpartition(" ")
    column = next(
        (
            each
            for each in grid.columns
            if name.lower() in (each.value, each.label.lower(), each.note.lower())
        ),
        None,
    )
    fitting = _fitting(grid, word)
    if column is None or not name or fitting is None:
        several = (
            f"{len(grid.columns)} of {' '.join(grid.words)}"
            if len(grid.columns) > 1
            else f"one of {' '.join(grid.words)}"
        )
        raise MisreadError(f'"{fit(text, 40)}" is not read. Type {several}; a dash leaves a cell empty.')
    return (row.value, column.value), fitting


def _fitting(grid: Grid, word: str) -> str | None:
    """Return the word of a cell as the grid has it, empty for a dash, None where it does not fit."""
    if word == "-":
        return ""
    return next((each for each in grid.words if each.lower() == word.lower()), None)
