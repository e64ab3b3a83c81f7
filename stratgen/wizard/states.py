"""How far each section has come, and where to go on: counted over the questions that apply, hidden ones left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from stratgen.analysis.findings import Findings
from stratgen.analysis.keypaths import Path, find, path_parts, path_text
from stratgen.analysis.keypaths import questions as every_question
from stratgen.engagement import Engagement, Unknown, records
from stratgen.engagement.channels import ChannelStatus
from stratgen.wizard.book import Book
from stratgen.wizard.kinds import Kind
from stratgen.wizard.marks import Marks
from stratgen.wizard.plan import OPTION_SCORES, Question, needs_feasibility
from stratgen.wizard.sections import Section, sections
from stratgen.wizard.wordings import asked


@dataclass(frozen=True, slots=True)
class State:
    """One section: how many questions apply, how many have an answer, and what is to be looked at."""

    section: Section
    asked: int
    answered: int
    unknown: int
    errors: int
    warnings: int
    recheck: int
    needed: bool = True

    @property
    def words(self) -> str:
        """The state in words: "7 of 22, 2 unknown, 1 warning"."""
        if not self.needed:
            return "not needed"
        parts = []
        done = self.answered + self.unknown >= self.asked and self.asked > 0
        if not (self.answered or self.unknown):
            parts.append("not started")
        elif done and not (self.unknown or self.errors or self.warnings or self.recheck):
            parts.append(f"done ({self.asked})")
        else:
            parts.append(f"{self.answered} of {self.asked}")
        for count, one, many in (
            (self.unknown, "unknown", "unknown"),
            (self.recheck, "to re-check", "to re-check"),
            (self.errors, "error", "errors"),
            (self.warnings, "warning", "warnings"),
        ):
            if count:
                parts.append(f"{count} {one if count == 1 else many}")
        return ", ".join(parts)


def states(engagement: Engagement, findings: Findings, marks: Marks) -> tuple[State, ...]:
    """Return the state of every section, in the order of the interview."""
    told = tuple(every_question(engagement))
    return tuple(_state(each, engagement, findings, marks, told) for each in sections())


def _state(section: Section, engagement: Engagement, findings: Findings, marks: Marks, told: tuple) -> State:  # type: ignore[type-arg]
    here = [each for each in told if section.holds(each.path) and each.answer is not None]
    owned = [each for each in here if isinstance(each.answer, Unknown) and asked(each.answer)]
    known = [each for each in here if not isinstance(each.answer, Unknown)]
    wanted = [each for each in here if each.core or asked(each.answer)]

    def count(found: tuple, severity: str) -> int:  # type: ignore[type-arg]
        return sum(_about(section, path_parts(each.path)) and each.severity == severity for each in found)

    return State(
        section=section,
        asked=len(wanted),
        answered=len(known),
        unknown=len(owned),
        errors=count(findings.errors, "error"),
        warnings=count(findings.warnings, "warning"),
        recheck=marks.under(lambda path: _about(section, path)),
        needed=_needed(section, engagement),
    )


def _about(section: Section, path: Path) -> bool:
    return section.holds(path)


def _needed(section: Section, engagement: Engagement) -> bool:
    channels = records(engagement.channels)
    if section.inside:
        return any(needs_feasibility(each) for each in channels) or not channels
    if section.names == ("service",) and channels:
        statuses = {each.status for each in channels}
        return ChannelStatus.ACTIVE in statuses or any(isinstance(each, Unknown) for each in statuses)
    return True


def first_open(questions: Iterable[Question], book: Book) -> Path | None:
    """Return the first question that has no answer yet or is to be looked at again; None where all are done."""
    passed = book.marks.passed
    for each in questions:
        answer = find(book.engagement, each.path)
        if book.marks.why(each.path) or (
            not is_done(each, answer, book) and path_text(each.path) not in passed
        ):
            return each.path
    return None


def is_done(question: Question, answer: Any, book: Book) -> bool:
    """Tell whether a question has an answer, or a note that nobody knows it yet."""
    if question.path == OPTION_SCORES:
        return all(asked(each.scores) for each in records(book.engagement.board.options))
    if question.cells and question.kind is Kind.GRID:
        return all(asked(getattr(answer, each.name, None)) for each in question.cells)
    return asked(answer)
