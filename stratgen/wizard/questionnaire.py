"""The blank questionnaire: what is asked, on paper, so that a client can fill it in beforehand.

It lists the questions of the models in their order and holds no words of its own about the trade.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from stratgen.analysis.keypaths import Path, path_text
from stratgen.engagement import Record
from stratgen.wizard import quick
from stratgen.wizard.kinds import Kind
from stratgen.wizard.plan import Question, as_grid, of_type, question_at
from stratgen.wizard.sections import sections
from stratgen.wizard.wordings import typed


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the questionnaire: a section, a group, or a question with its help."""

    kind: str
    """`section`, `group` or `question`."""
    text: str
    help: str = ""
    answers: tuple[str, ...] = ()
    """What there is to choose from."""
    key: str = ""
    """Where the answer stands in the file."""
    depth: int = 0


def lines(only_quick: bool) -> Iterator[Line]:
    """Yield the questionnaire line by line; of a list of records it asks the first, to be copied for more."""
    if only_quick:
        yield from _quick()
        return
    for section in sections():
        yield Line("section", f"{section.number}. {section.title}")
        for name in section.names:
            if section.inside:
                yield from _part(question_at((name, 0, section.inside)), 0)
            else:
                yield from _part(question_at((name,)), 0)


def _quick() -> Iterator[Line]:
    for step in quick.STEPS:
        path = quick.path_of(step)
        if isinstance(step, str):
            yield _line(question_at(path), 0)
            continue
        whole = question_at(path)
        yield Line("question", whole.title, whole.help, key=path_text(path))
        for name in step[1]:
            yield _line(question_at((*path, 0, name)), 1)


def _part(question: Question, depth: int) -> Iterator[Line]:
    if question.record is None:
        yield _line(question, depth)
        return
    if question.kind is Kind.RECORDS:
        yield Line("group", question.title, f"{question.help} Copy this part for each.", depth=depth)
        yield from _inside(question.record, (*question.path, 0), depth + 1)
    elif as_grid(question) is not None or len(question.path) > 1:
        left_out = " It may be left out." if question.optional else ""
        yield Line("group", question.title, f"{question.help}{left_out}".strip(), depth=depth)
        yield from _inside(question.record, question.path, depth + 1)
    else:
        yield from _inside(question.record, question.path, depth)


def _inside(model: type[Record], path: Path, depth: int) -> Iterator[Line]:
    for question in of_type(model, path):
        yield from _part(question, depth)


def _line(question: Question, depth: int) -> Line:
    choices = tuple(each.label for each in question.choices) if question.kind in (Kind.ONE, Kind.MANY) else ()
    example = "" if choices or question.example in (None, "", [], {}) else _example(question)
    told = f"{question.help} Example: {example}" if example else question.help
    return Line("question", question.title, told, choices, path_text(question.path), depth)


def _example(question: Question) -> str:
    if isinstance(question.example, list):
        return "; ".join(str(each) for each in question.example)
    return typed(question.example, question.kind)


def as_markdown(only_quick: bool) -> str:
    """Return the questionnaire as Markdown, ending in a line feed."""
    title = "Questions of the quick interview" if only_quick else "Questions of the full interview"
    rows = [f"# {title}", "", 'Write "not known" and who will find out where nobody knows yet.', ""]
    for each in lines(only_quick):
        if each.kind == "section":
            rows += [f"## {each.text}", ""]
        elif each.kind == "group":
            rows += [f"{'#' * min(6, 3 + each.depth)} {each.text}", ""] + (
                [each.help, ""] if each.help else []
            )
        else:
            rows += [f"**{each.text}**  ", f"{each.help}  "]
            rows += [f"- [ ] {answer}" for answer in each.answers]
            rows += ["", "" if each.answers else "______________________________", ""]
    return "\n".join(rows) + "\n"
