"""A list of records seen as a list: add, edit, duplicate, move, remove with undo, and suggestions.

It speaks to the interview alone; nothing is taken away without being asked for by number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from stratgen.analysis.keypaths import Path, find
from stratgen.engagement import Record, Unknown, records
from stratgen.wizard import noting, offering, offers, touches
from stratgen.wizard.asker import Command, Prompt
from stratgen.wizard.book import Change, Move, Put, Take
from stratgen.wizard.fitting import fit
from stratgen.wizard.flow import Interview, Turn
from stratgen.wizard.plan import NAMED_BY, Question, of_record
from stratgen.wizard.wordings import asked, name_of

KEYS = "a: add | 2: edit | d 2: duplicate | m 3 1: move 3 to 1 | x 2: remove | u: undo"
_ORDER = re.compile(r"\s*([a-z]*|[+-])\s*(\d*)\s*(?:to\s*)?(\d*)\s*")
_DERIVED_ID = ("Objective", "BusinessGoal", "Option", "Initiative")
"""Records whose short name is made from their first sentence."""


PAGE = 10
"""How many records of a list are shown at once."""


@dataclass(slots=True)
class ListView:
    """One list on the screen, and what was removed from it."""

    interview: Interview
    question: Question
    removed: list[tuple[int, Any]] = field(default_factory=list)
    top: int = 0
    """The first record that is shown."""

    @property
    def path(self) -> Path:
        """Where the list stands."""
        return self.question.path

    def there(self) -> tuple[Record, ...]:
        """Return the records as they stand."""
        return records(find(self.interview.book.engagement, self.path))

    def show(self) -> tuple[str, ...]:
        """Return the lines of the list, a page of it where it is long."""
        lines, book = [], self.interview.book
        every = self.there()
        self.top = min(self.top, max(0, (len(every) - 1) // PAGE * PAGE))
        for number, each in enumerate(every[self.top : self.top + PAGE], self.top + 1):
            answers = [getattr(each, name) for name in type(each).model_fields]
            leaves = [one for one in answers if one is not None and not isinstance(one, Record)]
            done = sum(asked(one) for one in leaves)
            mark = book.marks.why((*self.path, number - 1))
            again = "; to re-check" if mark else ""
            lines.append(
                f"{number}  {name_of(each, book.engagement, book.catalogue)} ({done} of {len(leaves)}{again})"
            )
        if len(every) > PAGE:
            last = min(len(every), self.top + PAGE)
            lines.append(f"{self.top + 1} to {last} of {len(every)} | +: further down | -: further up")
        least, most = self.question.limits.items
        if every and len(every) < least:
            lines.append(f"{least} are needed, and at most {most}; {len(every)} so far.")
        if not lines:
            none = find(self.interview.book.engagement, self.path) == ()
            return (noting.NONE if none else "Nothing here yet.",)
        return tuple(lines)

    def turn(self, step: int) -> None:
        """Show the next page, or the one before; it stays in the list."""
        self.top = max(0, min(self.top + step * PAGE, max(0, (len(self.there()) - 1) // PAGE * PAGE)))

    def bring(self, position: int) -> None:
        """Show the page that a record stands on."""
        self.top = max(0, position) // PAGE * PAGE

    def keys(self) -> str:
        """Return what can be typed here now."""
        if self.there():
            return KEYS
        return "a: add | n: there are none" if not self.question.limits.items[0] else "a: add"

    def edit(self, position: int) -> Turn:
        """Put the questions of one record; one past the last begins a new one."""
        model = self.question.record
        assert model is not None
        here = (*self.path, position)
        fresh = position >= len(self.there())

        def those() -> list[Question]:
            every = of_record(model, here, self.interview.book.engagement, True, self.interview.opened)
            hidden = "id" if model.__name__ in _DERIVED_ID and fresh else ""
            first = NAMED_BY.get(model.__name__, "")
            kept = [each for each in every if each.name != hidden]
            return sorted(kept, key=lambda each: each.name != first) if fresh and first else kept

        questions = those()
        why = self.interview.book.marks.why
        start = next((each.path for each in questions if why(each.path)), questions[0].path)
        turn = self.interview.walk(those, start)
        return turn if turn is Turn.MENU else Turn.NEXT

    def duplicate(self, position: int) -> None:
        """Add a copy of a record under a name of its own."""
        record = self.interview.book.plain((*self.path, position))
        if not isinstance(record, dict):
            return
        copy = dict(record)
        taken = touches.ids(self.interview.book.engagement, self.path)
        if isinstance(copy.get("id"), str):
            copy["id"] = offers.short_name(str(copy["id"]).replace("-", " "), taken)
        elif isinstance(copy.get("name"), str):
            copy["name"] = f"{copy['name']} 2"[:40]
        self.interview.commit([Put((*self.path, len(self.there())), copy)])

    def move(self, here: int, there: int) -> None:
        """Bring a record to another place; its marks go with it."""
        if self.interview.commit([Move(self.path, here, there)]):
            order = list(range(len(self.there())))
            order.insert(there, order.pop(here))
            self.interview.book.marks.renumber(self.path, order.index)

    def remove(self, position: int) -> bool:
        """Take a record away once it is said what that touches; it can be brought back until the list is left."""
        book = self.interview.book
        record = book.plain((*self.path, position))
        last = len(self.there()) == 1
        change: Change = Put(self.path, "unknown") if last else Take((*self.path, position))
        path = (*self.path, position)
        if not self.interview.change(path, find(book.engagement, path), [change]):
            return False
        book.marks.renumber(self.path, lambda n: None if n == position else n - (n > position))
        self.removed.append((position, record))
        return True

    def undo(self) -> bool:
        """Bring back what was removed last; False where nothing was."""
        if not self.removed:
            return False
        position, record = self.removed[-1]
        count = len(self.there())
        changes: list[Change] = [Put((*self.path, count), record)]
        if position < count:
            changes.append(Move(self.path, count, position))
        if not self.interview.commit(changes):
            return False
        self.removed.pop()
        self.interview.book.marks.renumber(self.path, lambda n: n + (n >= position))
        return True


def list_view(interview: Interview, question: Question, place: str) -> Turn:
    """Show the records of a list and do with them what is asked, until somebody goes on."""
    view = ListView(interview, question)
    while True:
        offered = offering.left(interview, question.path)
        more = f" | s: {len(offered)} suggestions" if offered else ""
        standing = find(interview.book.engagement, question.path)
        help_lines = interview.help(question, standing if isinstance(standing, Unknown) else None)
        commands = tuple(each for each in Command if each is not Command.UNKNOWN or not view.there())
        reply = interview.asker.ask(
            Prompt("line", question.path, place, question.title,
                   (*help_lines, *view.show(), f"{view.keys()}{more} | Enter goes on"), commands=commands)
        )  # fmt: skip
        turn = interview.commanded(question, reply)
        if turn is not None:
            return turn
        if not isinstance(reply, str):
            continue
        if not reply.strip():
            return Turn.NEXT
        if _done(view, reply) is Turn.MENU:
            return Turn.MENU


def _done(view: ListView, reply: str) -> Turn:
    """Carry out what was typed in a list view."""
    said = _ORDER.fullmatch(reply.lower())
    word, first, second = said.groups() if said else ("?", "", "")
    count = len(view.there())
    position = int(first) - 1 if first else -1
    valid = 0 <= position < count
    most = view.question.limits.items[1] or 99
    if valid or word in ("a", "add"):
        view.bring(position if valid else count)
    match word:
        case "+" | "-" if not first:
            view.turn(1 if word == "+" else -1)
        case "a" | "add" | "d" if count >= most:
            view.interview.asker.say(f"At most {most} are allowed here.", "bad")
        case "a" | "add":
            return view.edit(count)
        case "" | "e" | "edit" if valid:
            return view.edit(position)
        case "d" | "duplicate" if valid:
            view.duplicate(position)
        case "m" | "move" if valid and second and 0 <= int(second) - 1 < count:
            view.move(position, int(second) - 1)
        case "x" | "remove" if valid:
            if view.remove(position):
                view.interview.asker.say("Removed. Type u to bring it back.", "quiet")
        case "n" | "none" if not count and not view.question.limits.items[0]:
            if view.interview.commit([Put(view.path, [])]):
                view.interview.asker.say(noting.NONE, "quiet")
        case "u" | "undo":
            view.interview.asker.say("Brought back." if view.undo() else "Nothing was removed here.", "quiet")
        case "s" | "suggestions":
            return offering.offer(view.interview, view.path)
        case _:
            view.interview.asker.say(f'"{fit(reply, 30)}" is not read. {view.keys()}', "bad")
    return Turn.NEXT
