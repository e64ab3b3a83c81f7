"""The interview as the models have it: sections in the order of the interview, and the questions of each.

Every word of a question comes from its field. It knows no prompt, no file and no order of asking beyond
that of the models.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from stratgen.analysis.keypaths import Path, find
from stratgen.engagement import Choice, Engagement, Record, known, records
from stratgen.engagement.channels import Channel, ChannelStatus
from stratgen.wizard import skips
from stratgen.wizard.kinds import Kind, Limits, read
from stratgen.wizard.sections import SPLIT, Section


@dataclass(frozen=True, slots=True)
class Question:
    """One question at one place: its words, what kind of answer it takes, and its limits."""

    path: Path
    title: str
    help: str
    example: Any
    kind: Kind
    model: str
    """The record that it belongs to, such as `Channel`."""
    ref: str = ""
    unit: str = ""
    heading: str = ""
    """The titles of the groups around it."""
    full: bool = False
    optional: bool = False
    unknowable: bool = True
    choices: tuple[Choice, ...] = ()
    limits: Limits = field(default_factory=Limits)
    whole: bool = False
    record: type[Record] | None = None
    cells: tuple[Question, ...] = ()
    """The questions of a grid that is a record."""

    @property
    def name(self) -> str:
        """The field's name."""
        return str(self.path[-1]) if self.path else ""


OPTION_SCORES: Path = ("board", "options", "scores")
"""The one grid of all options on all criteria, after the list of options."""


def questions(
    section: Section, engagement: Engagement, full: bool, opened: Collection[Path] = ()
) -> Iterator[Question]:
    """Yield the questions of a section that apply now, in order.

    A list of records is one question, its list view; a group that may be left out is one question, its
    gate, until it is `opened` or has answers. Without `full` the questions of the full interview are left out.
    """
    if section.inside:
        for position, each in enumerate(records(find(engagement, (section.names[0],)))):
            if needs_feasibility(each):
                path = (section.names[0], position)
                inside = _Walk(engagement, full, frozenset({*opened, (*path, section.inside)}))
                yield from inside.part(type(each), path, section.inside, (_called(each),))
        return
    walk = _Walk(engagement, full, frozenset(opened))
    for name in section.names:
        yield from walk.part(Engagement, (), name)


def of_record(
    model: type[Record], path: Path, engagement: Engagement, full: bool, opened: Collection[Path] = ()
) -> Iterator[Question]:
    """Yield the questions of one record of a list, but for the parts that are modules of their own."""
    split = SPLIT.get(str(path[0]), ()) if len(path) == 2 else ()
    walk = _Walk(engagement, full, frozenset(opened))
    for name in ordered(model):
        if name not in split:
            yield from walk.part(model, path, name)


def of_type(model: type[Record], path: Path) -> Iterator[Question]:
    """Yield every field of a record as a question, groups and lists unopened, whatever applies."""
    for name in ordered(model):
        if name not in SPLIT.get(str(path[0]), ()) or len(path) != 2:
            yield _question(model, path, name)


@cache
def ordered(model: type[Record]) -> tuple[str, ...]:
    """Return the fields of a record in the order they are asked: as they stand, evidence before its first figure."""
    names = [name for name in model.model_fields if name != "evidence"]
    if len(names) == len(model.model_fields):
        return tuple(names)
    kinds = {name: read(each.annotation, each.metadata).kind for name, each in model.model_fields.items()}
    first = next((n for n, name in enumerate(names) if kinds[name] is Kind.FIGURE), len(names))
    return (*names[:first], "evidence", *names[first:])


def question_at(path: Path) -> Question:
    """Return the question at a path of the models; raises KeyError where there is none."""
    model: type[Record] = Engagement
    here: Path = ()
    heading: tuple[str, ...] = ()
    for step in path[:-1]:
        if isinstance(step, str):
            each = model.model_fields[step]
            record = read(each.annotation, each.metadata).record
            if record is None:
                raise KeyError(path)
            grouped = bool(here) and read(each.annotation, each.metadata).kind is Kind.GATE
            heading = (*heading, each.title or "") if grouped else heading
            model = record
        here = (*here, step)
    return _question(model, here, str(path[-1]), heading)


def _called(channel: object) -> str:
    name = getattr(channel, "channel", "")
    return name if isinstance(name, str) else ""


def needs_feasibility(channel: object) -> bool:
    """Tell whether the feasibility of a channel is asked for: it is active, or customers are on it."""
    if not isinstance(channel, Channel):
        return False
    present = any(level for phases in (known(channel.presence) or {}).values() for level in phases.values())
    return channel.status == ChannelStatus.ACTIVE or present or channel.feasibility is not None


@dataclass(frozen=True, slots=True)
class _Walk:
    """The way through the questions of a record and of those within it."""

    engagement: Engagement
    full: bool
    opened: frozenset[Path]

    def part(
        self, model: type[Record], path: Path, name: str, heading: tuple[str, ...] = (), about: str = ""
    ) -> Iterator[Question]:
        question = _question(model, path, name, heading)
        if about and question.kind is Kind.SCALE:
            question = replace(question, help=about)
        if (question.full and not self.full) or not skips.applies(
            model.__name__, question.path, self.engagement
        ):
            return
        if question.kind is not Kind.GATE:
            if question.kind is not Kind.GRID or self._has_rows(question):
                yield question
            if question.path == OPTION_SCORES[:-1] and self._scored():
                yield replace(question_at((*question.path, 0, "scores")), path=OPTION_SCORES)
            return
        assert question.record is not None
        grid = as_grid(question)
        if question.optional and not self._open(question.path):
            yield question
        elif grid is not None:
            if "evidence" in question.record.model_fields and not self._handed_down(question.path):
                yield from self.part(question.record, question.path, "evidence", heading)
            yield grid
        else:
            yield from self._inside(
                question, question.record, (*heading, question.title) if path else heading
            )

    def _inside(self, group: Question, model: type[Record], titles: tuple[str, ...]) -> Iterator[Question]:
        """Yield the questions of a group; a run of small answers that are alike is one grid."""
        run = run_of(group)
        run = None if run is not None and run.cells[0].full and not self.full else run
        done = {each.name for each in run.cells} if run is not None else set()
        for name in ordered(model):
            if run is not None and name == run.cells[0].name:
                yield run
            elif name not in done and not (
                name == "evidence" and run is not None and self._handed_down(group.path)
            ):
                yield from self.part(model, group.path, name, titles, group.help)

    def _handed_down(self, path: Path) -> bool:
        """Tell whether the figures of a group have the evidence of the record around it."""
        return getattr(find(self.engagement, path[:-1]), "evidence", None) is not None

    def _open(self, path: Path) -> bool:
        return path in self.opened or find(self.engagement, path) is not None

    def _scored(self) -> bool:
        """Tell whether there is something to score: options, and criteria."""
        case = self.engagement.board
        return bool(records(case.options)) and isinstance(case.criteria, dict)

    def _has_rows(self, question: Question) -> bool:
        if question.name == "presence":
            return any(isinstance(each.name, str) for each in records(self.engagement.personas))
        if (question.model, question.name) == ("Option", "scores"):
            return isinstance(self.engagement.board.criteria, dict)
        return True


def _question(model: type[Record], path: Path, name: str, heading: tuple[str, ...] = ()) -> Question:
    each = model.model_fields[name]
    reading = read(each.annotation, each.metadata)
    extra = each.json_schema_extra if isinstance(each.json_schema_extra, dict) else {}
    return Question(
        path=(*path, name),
        title=each.title or name,
        help=each.description or "",
        example=each.examples[0] if each.examples else None,
        kind=reading.kind,
        model=model.__name__,
        ref=str(extra.get("ref", "")),
        unit=str(extra.get("unit", "")),
        heading=", ".join(heading),
        full=extra.get("level") == "full",
        optional=not each.is_required(),
        unknowable=reading.unknowable,
        choices=reading.choices,
        limits=reading.limits,
        whole=reading.whole,
        record=reading.record,
    )


def as_grid(question: Question) -> Question | None:
    """Return a record of like and small answers as one grid, None where it has to be asked one by one."""
    if question.record is None:
        return None
    cells = tuple(
        _question(question.record, question.path, name)
        for name in question.record.model_fields
        if name != "evidence"
    )
    return _grid(question, cells) if len(cells) > 1 and _alike(cells) else None


def run_of(question: Question) -> Question | None:
    """Return the first three or more answers of a record, one after the other, that make one grid; None if none do."""
    assert question.record is not None
    cells = [
        _question(question.record, question.path, name)
        for name in question.record.model_fields
        if name != "evidence"
    ]
    for first in range(len(cells) - 2):
        last = next((n for n in range(first, len(cells)) if not _alike((cells[first], cells[n]))), len(cells))
        if last - first >= 3:
            return _grid(question, tuple(cells[first:last]))
    return None


_SMALL = (Kind.SCALE, Kind.YES_NO, Kind.FIGURE, Kind.GRID, Kind.WHOLE, Kind.NUMBER)


def _alike(cells: tuple[Question, ...]) -> bool:
    first = cells[0]
    return (
        first.kind in _SMALL
        and all((each.kind, each.help, each.unit) == (first.kind, first.help, first.unit) for each in cells)
        and max(len(each.title) for each in cells) <= 72
    )


def _grid(question: Question, cells: tuple[Question, ...]) -> Question:
    """Return one question for a record, or a part of it, that is asked as a grid."""
    assert question.record is not None
    first = cells[0]
    return Question(
        path=question.path,
        title=question.title,
        help=first.help,
        example=None,
        kind=Kind.GRID,
        model=question.record.__name__,
        ref=first.ref,
        heading=question.heading,
        unknowable=True,
        choices=first.choices,
        limits=first.limits,
        whole=first.whole,
        optional=question.optional,
        cells=cells,
    )


def names_question(list_path: Path) -> Question:
    """Return the question that asks for the first answers of a list of records, all at once."""
    whole = question_at(list_path)
    assert whole.record is not None
    named = _question(whole.record, (*list_path, 0), NAMED_BY.get(whole.record.__name__, "name"))
    return Question(
        path=list_path,
        title=whole.title,
        help=f"{whole.help} {named.help}",
        example=named.example,
        kind=Kind.NAMES,
        model=whole.model,
        ref=whole.ref,
        limits=Limits(items=whole.limits.items, length=named.limits.length),
        record=whole.record,
        cells=(named,),
    )


NAMED_BY = {"Channel": "channel", "Persona": "name", "Objective": "sentence", "BusinessGoal": "goal"}
"""The answer that a record is begun with, where it is not its name."""
