"""The conductor of the interview: one answer file, its findings and its documents, as the wizard sees them.

It glues the rooms together and holds no rule of the trade, no words of a question and no prompt. What drafts
and writes documents is imported where it is first needed, so that the first question stands at once.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

from stratgen import places
from stratgen.analysis import analyze
from stratgen.analysis.findings import Findings
from stratgen.analysis.keypaths import Path, find
from stratgen.analysis.open_points import asked_questions, due_questions
from stratgen.answers import Loaded, append, load, loads, remove, rewrite, save, text_of
from stratgen.answers.begun import begun
from stratgen.answers.filling import UNKNOWN, blank, fill
from stratgen.answers.judging import judge
from stratgen.answers.moving import move
from stratgen.catalogue import load as load_catalogue
from stratgen.engagement import Engagement
from stratgen.errors import StratgenError
from stratgen.wizard.book import (
    CannotSaveError,
    Change,
    ChangedElsewhereError,
    Move,
    Put,
    Take,
)
from stratgen.wizard.marks import Marks
from stratgen.wizard.sections import sections

if TYPE_CHECKING:
    from stratgen.whereabouts import Drafts

SIDE = ".wizard.json"
"""What the name of the file beside an answer file ends in."""


def _output_for(folder: FilePath) -> FilePath:
    """Return where packs go: beside a folder called answers, else in the answer file's own folder."""
    return (folder.parent if folder.name == "answers" else folder) / "output"


@dataclass(slots=True)
class _Ahead:
    """What the file and its findings would be after changes that are not yet written."""

    changes: tuple[Change, ...]
    text: str
    loaded: Loaded
    engagement: Engagement
    findings: Findings | None = None


class AnswerFile:
    """One answer file in the course of an interview; every change is on disk before the call returns."""

    def __init__(self, path: FilePath, to: FilePath | None = None) -> None:
        self.path = path
        self.to = to or _output_for(path.resolve().parent)
        self.marks = _marks(path)
        self._text = ""
        self._seen = ""
        self._findings: Findings | None = None
        self._ahead: _Ahead | None = None
        self._drafts: Drafts | None = None
        self.reread()

    @property
    def name(self) -> str:
        """The file's name, as it was given."""
        return str(self.path)

    @property
    def engagement(self) -> Engagement:
        """The answers as they stand on disk; a list that is still too short with the records it has."""
        return self._engagement

    @property
    def findings(self) -> Findings:
        """What follows from them; computed when asked for."""
        if self._findings is None:
            self._findings = analyze(self._loaded.engagement, self.catalogue)
        return self._findings

    def reread(self) -> None:
        """Take the file and its workspace's catalogue as they stand on disk; raises StratgenError."""
        self.catalogue = load_catalogue(places.catalogue_folder(self.path))
        self._text = text_of(self.path)
        self._seen = _hash(self.path)
        self._take(loads(self._text, str(self.path)))

    def _take(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._engagement = begun(loaded)
        self._findings = None
        self._ahead = None

    def judge(self, path: Path, value: Any, typed: str) -> str:
        """Return what is wrong with an answer and how to mend it; empty where it would pass."""
        message = judge(path, value, typed)
        if message is None:
            return ""
        # A list is typed without the brackets that it has in the file.
        mend = re.sub(r"^(Write .*like: )\[(.*)\]$", r"\1\2", message.mend)
        return f"{message.what[:1].upper()}{message.what[1:]} {mend}".strip()

    def plain(self, path: Path) -> Any:
        """Return what the file says at a path; None where it says nothing."""
        here: Any = self._loaded.source.tree
        for step in self._loaded.source.in_file(path):
            if isinstance(here, dict):
                here = here.get(step)
            else:
                here = (
                    here[step]
                    if isinstance(here, list) and isinstance(step, int) and step < len(here)
                    else None
                )
        return here

    def write(self, changes: Sequence[Change]) -> None:
        """Write changes; raises ChangedElsewhereError before touching a file that somebody else has changed."""
        if _hash(self.path) != self._seen:
            raise ChangedElsewhereError
        ahead = self._look_ahead(changes)
        try:
            save(self.path, ahead.text)
        except OSError as error:
            raise CannotSaveError(error.strerror or type(error).__name__) from None
        self._text, self._seen = ahead.text, hashlib.sha256(ahead.text.encode()).hexdigest()
        self._take(ahead.loaded)
        self._findings = ahead.findings

    def _look_ahead(self, changes: Sequence[Change]) -> _Ahead:
        """Return what changes would make; what was looked at last is not made twice."""
        if self._ahead is None or self._ahead.changes != tuple(changes):
            text, loaded = self._changed(changes)
            self._ahead = _Ahead(tuple(changes), text, loaded, begun(loaded))
        return self._ahead

    def _changed(self, changes: Sequence[Change]) -> tuple[str, Loaded]:
        text, loaded = self._text, self._loaded
        for change in changes:
            text = self._spread(text, loaded, change.path)
            text = _apply(text, change, loaded)
            for name in dict.fromkeys((str(change.path[0]),)):
                text = fill(text, name)
            loaded = loads(text, str(self.path))
        return _due(text, loaded)

    def _spread(self, text: str, loaded: Loaded, path: Path) -> str:
        """Write out a group that is unknown as a whole for a reason, so that the reason stays with its parts."""
        for length in range(1, len(path)):
            group = loaded.source.tree
            for step in path[:length]:
                group = group.get(step) if isinstance(group, dict) else None
            if isinstance(group, dict) and UNKNOWN in group:
                return rewrite(text, path[:length], find(loaded.engagement, path[:length]))
        return text

    def preview(self, changes: Sequence[Change]) -> tuple[Engagement, Findings]:
        """Return what the answers and findings would be after changes; nothing is written."""
        ahead = self._look_ahead(changes)
        if ahead.findings is None:
            ahead.findings = analyze(ahead.loaded.engagement, self.catalogue)
        return ahead.engagement, ahead.findings

    def touched(self, after: Engagement) -> str:
        """Return which parts of which documents would read otherwise after the change that was previewed last.

        Empty where none would.
        """
        if self._ahead is None or self._ahead.engagement is not after:
            return ""
        try:
            if self._drafts is None:
                from stratgen.whereabouts import Drafts

                self._drafts = Drafts(self.path)
            return self._drafts.touched(self._loaded, self._ahead.loaded)
        except Exception:  # a fault in somebody's template may not stop an interview
            return ""

    def prints(self, path: Path) -> str:
        """Return where the answer to a question prints in the pack, as the templates at hand have it."""
        try:
            from stratgen import whereabouts

            return whereabouts.prints(tuple(0 if isinstance(step, int) else step for step in path), self.path)
        except Exception:  # as above: where it prints is said for comfort
            return ""

    def render(self, progress: Callable[[str], None]) -> tuple[FilePath, ...]:
        """Write the pack and return its files; raises StratgenError."""
        from stratgen import pack

        rendered = pack.render(self.path, pack.Settings(self.to), progress)
        return rendered.written

    def keep_marks(self) -> None:
        """Write the marks beside the file, or take the file of marks away where there are none."""
        side = self.path.with_name(self.path.name + SIDE)
        marks = self.marks
        if not (marks.recheck or marks.passed or marks.at):
            side.unlink(missing_ok=True)
            return
        told = {"recheck": marks.recheck, "passed": sorted(marks.passed), "at": marks.at}
        try:
            places.write_whole(side, (json.dumps(told, indent=1, ensure_ascii=False) + "\n").encode())
        except StratgenError:
            return  # the marks may be lost; the answers stand in their own file


def begin(path: FilePath) -> None:
    """Write a new answer file in which nothing is answered; raises FileExistsError and OSError."""
    if path.exists():
        raise FileExistsError(path)
    headings = {each.names[0]: f"{each.number}. {each.title}" for each in sections() if not each.inside}
    head = (
        "Answers for a stratgen pack, in the order of the interview.",
        "",
        f"Go on with `stratgen edit {path.name}`, or write here by hand: comments and order are kept.",
        "What nobody knows yet says so: {unknown: why, owner: who will find out, due: 2027-01-31}.",
        "A bare `unknown` has not been asked yet.",
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    save(path, blank(headings, head))


def prefill(book: AnswerFile, other: FilePath) -> int:
    """Put the answers of another file where this one has none, and return how many; raises StratgenError.

    Sections that are not begun are taken whole; in one that is begun nothing that was answered is replaced.
    """
    theirs = load(other)
    tree = theirs.source.tree
    changes: list[Change] = []
    for name in Engagement.model_fields:
        if name not in ("schema_version", "overrides") and name in tree:
            changes += _missing(book, (name,), tree[name])
    if changes:
        book.write(changes)
    return len(changes)


def _missing(book: AnswerFile, path: Path, answer: Any) -> list[Change]:
    mine = book.plain(path)
    if answer in (None, UNKNOWN):
        return []
    if mine in (None, UNKNOWN):
        return [Put(path, answer)]
    if isinstance(mine, dict) and isinstance(answer, dict) and UNKNOWN not in mine:
        return [each for name, part in answer.items() for each in _missing(book, (*path, name), part)]
    return []


def _apply(text: str, change: Change, loaded: Loaded) -> str:
    path = loaded.source.in_file(change.path)
    match change:
        case Take():
            return remove(text, path)
        case Move(here=here, there=there):
            return move(text, path, here, there)
        case Put(value=value):
            if isinstance(path[-1], int) and not isinstance(_at(loaded, path), dict):
                return append(text, path[:-1], value)
            return rewrite(text, path, value)


def _at(loaded: Loaded, path: Path) -> Any:
    here: Any = loaded.source.tree
    for step in path:
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            return None
    return here


def _due(text: str, loaded: Loaded) -> tuple[str, Loaded]:
    """Write down as unknown what has come to apply by an answer, so that it is not passed over."""
    due = due_questions(loaded.engagement, asked_questions(loaded.engagement))
    for each in due:
        text = rewrite(text, loaded.source.in_file(each.path), UNKNOWN)
    return (text, loads(text, loaded.source.file)) if due else (text, loaded)


def _hash(path: FilePath) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _marks(path: FilePath) -> Marks:
    try:
        told = json.loads(path.with_name(path.name + SIDE).read_text("utf-8"))
        recheck = {str(key): str(why) for key, why in told["recheck"].items()}
        at = told["at"] if isinstance(told["at"], dict) else {}
        left = {str(walk): str(key) for walk, key in at.items()}
        return Marks(recheck, {str(each) for each in told["passed"]}, left)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Marks()


__all__ = ["AnswerFile", "begin"]
