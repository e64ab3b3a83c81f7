"""The interview itself: which question comes next, back, menu, and what is done with an answer.

It speaks to an Asker and a Book and knows neither terminal nor file. Every answer is with the book before
the next question is put; nothing that was answered is ever taken away by another answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from typing import Any

from stratgen.analysis.keypaths import Path, find, path_text
from stratgen.engagement import Record
from stratgen.wizard import asking, derived, noting, offers, renaming, touches, unknowns
from stratgen.wizard.asker import Asker, Cell, Command, Option, Prompt, Reply
from stratgen.wizard.book import Book, CannotSaveError, Change, ChangedElsewhereError, Put, Take
from stratgen.wizard.choosing import chosen, pick
from stratgen.wizard.kinds import Kind
from stratgen.wizard.misread import MisreadError
from stratgen.wizard.parsing import parse
from stratgen.wizard.plan import Question
from stratgen.wizard.sections import section_of
from stratgen.wizard.wordings import answered, name_of, typed


class Turn(Enum):
    """Where to go from a question."""

    NEXT = "next"
    BACK = "back"
    MENU = "menu"
    DONE = "done"


@dataclass(slots=True)
class Interview:
    """One interview: who is asked, what is written, and how far it goes."""

    asker: Asker
    book: Book
    today: date | None = None
    full: bool = True
    opened: set[Path] = field(default_factory=set)
    """Groups that may be left out and were opened in this interview."""
    drafts: dict[Path, dict[Cell, str]] = field(default_factory=dict)
    """Grids that were left half filled in, by their path."""
    own: dict[Kind, Way] = field(default_factory=dict)
    """Kinds of question with a way of their own."""

    def walk(
        self,
        questions: Callable[[], Iterable[Question]],
        start: Path | None,
        title: str = "",
        count: Callable[[int], int] = int,
    ) -> Turn:
        """Put questions one after the other from `start`; which ones there are is asked anew after each answer."""
        here = start
        while True:
            there = list(questions())
            if not there:
                return Turn.DONE
            index = next((n for n, each in enumerate(there) if each.path == here), 0)
            question = there[index]
            self.book.marks.put(question.path)
            self.book.keep_marks()
            turn = self.put(
                question,
                self.place(
                    question,
                    f"{title or section_of(question.path).title}, {index + 1} of {count(len(there))}",
                ),
            )
            if turn is Turn.MENU:
                return turn
            if turn is Turn.BACK:
                gate = self._closed_again(question.path, there[index - 1].path if index else ())
                if index == 0 and not gate:
                    return Turn.BACK
                here = gate or there[index - 1].path
                continue
            after = list(questions())
            put = (question.path, question.kind)
            passed = next((n for n, each in enumerate(after) if (each.path, each.kind) == put), None)
            # A group that was opened has gone, and its first question stands in its place.
            passed = index - 1 if passed is None else passed
            if passed + 1 >= len(after):
                return Turn.DONE
            here = after[passed + 1].path

    def _closed_again(self, path: Path, before: Path) -> Path:
        """Close the group that a question is the first of, where nothing in it was answered, and return its path."""
        around = [each for each in self.opened if path[: len(each)] == each and before[: len(each)] != each]
        gate = max((each for each in around if find(self.book.engagement, each) is None), key=len, default=())
        self.opened.discard(gate)
        return gate

    def place(self, question: Question, place: str) -> str:
        """Return where a question stands, with its record: "Quick interview, 15 of 44: Everyday savers"."""
        names = [
            name_of(
                find(self.book.engagement, question.path[: n + 1]), self.book.engagement, self.book.catalogue
            )
            for n, step in enumerate(question.path[:-1])
            if isinstance(step, int)
            and isinstance(find(self.book.engagement, question.path[: n + 1]), Record)
        ]
        return f"{place}: {', '.join(names)}" if names else place

    def put(self, question: Question, place: str) -> Turn:
        """Put one question until it has an answer or is left; the answer is written before this returns."""
        way = self.own.get(question.kind)
        if way is not None:
            return way(self, question, place)
        return self.ask_plainly(question, place)

    def ask_plainly(self, question: Question, place: str) -> Turn:
        """Ask for one answer in words, a number or a choice."""
        engagement = self.book.engagement
        question = replace(question, unit=offers.unit(question, engagement, self.book.catalogue))
        answer = find(engagement, question.path)
        options = offers.options(question, engagement, self.book.catalogue)
        default = typed(answer, question.kind) or offers.guess(question, engagement, self.today)
        default = (
            default
            or derived.guess(question, self.book.findings)
            or offers.stock(question, self.book.catalogue)
        )
        prompt = asking.prompt_of(question, place, options, default, self.book)
        while True:
            reply = self.asker.ask(prompt)
            turn = self.commanded(question, reply)
            if turn is not None:
                return turn
            if reply is Command.UNKNOWN:
                continue
            if not reply or (reply == Command.UNKNOWN.key and question.kind is Kind.EVIDENCE):
                return self.leave_open(question, answer)
            if answered(answer) and reply == typed(answer, question.kind):
                # What stands there may say more than its text does: a figure has a source of its own.
                self.book.marks.clear(question.path)
                return Turn.NEXT
            try:
                value = self.read(question, reply, options)
            except MisreadError as misread:
                prompt = noting.again(prompt, reply, str(misread))
                continue
            wrong = self.book.judge(question.path, value, reply if isinstance(reply, str) else "")
            wrong = wrong or noting.out_of_bounds(question, value, self.book)
            if wrong:
                prompt = noting.again(prompt, reply, wrong)
                continue
            before = self.book.findings
            if not self.take(question, value, reply):
                continue
            found = noting.made(question.path, before, self.book.findings)
            if found is None or not noting.mends(self.asker, question, found, self.book):
                return Turn.NEXT
            answer = find(self.book.engagement, question.path)
            prompt = noting.afresh(prompt, reply, found)

    def help(self, question: Question, answer: Any) -> list[str]:
        """Return the lines that stand under a question."""
        return asking.help_lines(question, answer, self.book)

    def commanded(self, question: Question, reply: Reply) -> Turn | None:
        """Return the turn of a command, None where an answer was given or the command led back here."""
        if reply is Command.BACK:
            return Turn.BACK
        if reply is Command.MENU:
            return Turn.MENU
        if reply is Command.UNKNOWN and question.unknowable:
            return Turn.NEXT if self._unknown(question) else None
        return None

    def _unknown(self, question: Question) -> bool:
        """Write a question down as an open point; False where somebody went back or keeps the old answer."""
        changes = unknowns.asked_for(self.asker, self.book, question)
        before = find(self.book.engagement, question.path)
        standing = before if answered(before) and not question.cells else None
        if not changes or not self.change(question.path, standing, changes):
            return False
        self.book.marks.clear(question.path)
        self.asker.say("Noted as an open point.", "quiet")
        return True

    def leave_open(self, question: Question, answer: Any) -> Turn:
        """Go on without an answer: what stood there is taken away, what did not stays open."""
        if answered(answer) and typed(answer, question.kind):
            gone: Change = Take(question.path) if question.optional else Put(question.path, "unknown")
            if not self.change(question.path, answer, [gone]):
                self.asker.say("What stands there stays.", "quiet")
                return Turn.NEXT
        self.book.marks.clear(question.path)
        if question.optional and answer is None:
            self.book.marks.passed.add(path_text(question.path))
        else:
            self.asker.say("Left open.", "quiet")
        return Turn.NEXT

    def read(self, question: Question, reply: Reply, options: tuple[Option, ...]) -> Any:
        """Return a reply as the plain value of an answer; raises MisreadError."""
        if isinstance(reply, tuple):
            return [] if offers.NONE in reply else list(reply)
        text = str(reply)
        if question.kind is Kind.ONE:
            return chosen(text, options, free=False, several=False)[0]
        if question.kind is Kind.MANY:
            picked = chosen(text, options, free=False, several=True)
            return [] if offers.NONE in picked else list(picked)
        if question.kind is Kind.LINES and options and not asking.one_a_line(question):
            return list(chosen(text, options, free=offers.is_free(question), several=True))
        if options and question.kind in (Kind.WORD, Kind.LINE):
            return chosen(text, options, free=offers.is_free(question), several=False)[0]
        if options and question.kind is Kind.EVIDENCE:
            text = chosen(text, options, free=True, several=False)[0]
        return parse(question, text)

    def take(self, question: Question, value: Any, reply: Reply) -> bool:
        """Write an answer; say first what it touches where it replaces another. False keeps the old one."""
        engagement = self.book.engagement
        before = find(engagement, question.path)
        if before is not None and self.book.plain(question.path) == value:
            self.book.marks.clear(question.path)
            return True
        changes: list[Change] = [Put(question.path, value), *touches.follows(question, value, engagement)]
        if not self.change(question.path, before, changes):
            return False
        self.book.marks.clear(question.path)
        self.book.marks.passed.discard(path_text(question.path))
        for said in (noting.understood(question, reply, self.book), noting.unsourced(question, self.book)):
            if said:
                self.asker.say(said, "quiet")
        return True

    def change(self, path: Path, before: Any, changes: Sequence[Change]) -> bool:
        """Say what a change touches, write it, and mark what is to be looked at again; False where it is not wanted.

        Answers that point at a record by a name that is changed get the new name with it.
        """
        given = next((each.value for each in changes if isinstance(each, Put) and each.path == path), None)
        named = renaming.follows(path, before, given, self.book.engagement)
        changes = [*changes, *named]
        again = self._agreed(path, before, changes, len(named))
        if again is None or not self.commit(changes):
            return False
        for each, why in again:
            self.book.marks.mark(each, why)
        return True

    def _agreed(
        self, path: Path, before: Any, changes: Sequence[Change], named: int
    ) -> list[tuple[Path, str]] | None:
        """Return what has to be looked at again after a change; None where the change is not wanted."""
        if not answered(before):
            return []
        after, findings = self.book.preview(changes)
        if find(after, path) == before:
            return []
        again = touches.to_recheck(path, self.book.findings, after, findings)
        where = self.book.touched(after)
        if not again and not named:
            if where:
                self.asker.say(f"Changes {where}.", "quiet")
            return []
        said = [f"{named} answer{'s' if named > 1 else ''} that point{'' if named > 1 else 's'} at it will be renamed"
                " with it"] if named else []  # fmt: skip
        said += (
            [f"this touches {len(again)} answer{'s' if len(again) > 1 else ''} to re-check"] if again else []
        )
        said += [f"changes {where}"] if where else []
        text = "; ".join(said)
        names = tuple(f"{touches.place(each, after)}: {why}" for each, why in again[:4])
        yes = "Yes, and mark them to re-check" if again else "Yes, and rename them with it"
        reply = pick(
            self.asker,
            Prompt("one", path, "Before it is changed", "Take the new answer?",
                   (f"{text[:1].upper()}{text[1:]}.", *names), "yes",
                   (Option("yes", yes), Option("no", "No, keep the old answer")), commands=(Command.BACK,))
        )  # fmt: skip
        return None if reply is Command.BACK or reply == "no" else again

    def commit(self, changes: Sequence[Change]) -> bool:
        """Write changes; where the file or the disk stands in the way, ask what to do."""
        while True:
            try:
                self.book.write(changes)
                return True
            except ChangedElsewhereError:
                choice = self._decide(
                    "Somebody else has changed the file since your last answer.",
                    (Option("theirs", "Read their version, then put my answer into it"),
                     Option("drop", "Read their version, without my answer")),
                )  # fmt: skip
                self.book.reread()
                if choice == "drop":
                    return False
            except CannotSaveError as error:
                choice = self._decide(
                    f"The answer could not be saved: {error}. Everything before it is on disk.",
                    (Option("again", "Try again"), Option("drop", "Leave this answer out")),
                )
                if choice == "drop":
                    return False

    def _decide(self, said: str, options: tuple[Option, ...]) -> str:
        name = self.book.name.rpartition("/")[2]
        return str(
            pick(
                self.asker,
                Prompt("one", (), name, "What now?", (said,), options[0].value, options, commands=()),
            )
        )


Way = Callable[[Interview, Question, str], Turn]
"""How a kind of question is asked that has a way of its own."""
