"""A whole sitting: the quick interview, the menu of sections, one section, the review, the pack.

It speaks to an Asker and a Book and knows neither terminal nor file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from stratgen.analysis.findings import Findings
from stratgen.analysis.keypaths import Path, path_parts
from stratgen.errors import StratgenError
from stratgen.wizard import closing, offering, quick, resuming, review, suggestions
from stratgen.wizard.asker import Asker, Cell, Command, Option, Prompt
from stratgen.wizard.book import Book
from stratgen.wizard.choosing import chosen, pick
from stratgen.wizard.fitting import fit
from stratgen.wizard.flow import Interview, Turn, Way
from stratgen.wizard.kinds import Kind
from stratgen.wizard.lists import list_view
from stratgen.wizard.misread import MisreadError
from stratgen.wizard.plan import Question, question_at, questions
from stratgen.wizard.resuming import Standing
from stratgen.wizard.sections import Section, section_of, sections
from stratgen.wizard.states import State, states
from stratgen.wizard.ways import OWN


@dataclass(slots=True)
class Session:
    """One sitting with one answer file."""

    asker: Asker
    book: Book
    today: date | None = None
    started: Findings | None = None
    opened: set[Path] = field(default_factory=set)
    drafts: dict[Path, dict[Cell, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.started = self.book.findings

    @property
    def title(self) -> str:
        """The file's name without its folder."""
        return self.book.name.rpartition("/")[2]

    def interview(self, full: bool) -> Interview:
        """Return an interview of this sitting."""
        return Interview(self.asker, self.book, self.today, full, self.opened, self.drafts, _WAYS)

    def quick(self) -> None:
        """Lead through the quick interview from its first open question, then to the menu."""
        stands = resuming.standing(self._quick_questions(), self.book, QUICK)
        self._greet(stands)
        if stands.path is None:
            self._finished()
        else:
            self._walk_quick(stands.path)
        self.menu()

    def _quick_questions(self) -> Iterable[Question]:
        return quick.questions(self.book.engagement)

    def _walk_quick(self, start: Path) -> None:
        interview, marks = self.interview(full=False), self.book.marks
        turn, here = Turn.BACK, start
        while turn is Turn.BACK:
            marks.walk = QUICK
            turn = interview.walk(self._quick_questions, here, QUICK, self._length)
            if turn is Turn.BACK:
                self.asker.say("This is the first question.", "quiet")
                here = next(iter(self._quick_questions())).path
        if turn is Turn.DONE:
            marks.done()
        marks.walk = ""
        if turn is Turn.DONE:
            self._finished()

    def left_open(self) -> None:
        """Go through the questions of the quick interview that were put and have no answer."""

        def there() -> Iterable[Question]:
            return resuming.open_before(self._quick_questions(), self.book, QUICK)

        first = next(iter(there()), None)
        if first is None:
            self.asker.say("No question of the quick interview was left open so far.", "good")
        elif self.interview(full=False).walk(there, first.path, "Still open") is Turn.DONE:
            self.asker.say(
                "That is all that was left open. Type a to go on with the quick interview.", "good"
            )

    def _length(self, there: int) -> int:
        return max(there, quick.length(self.book.engagement))

    def _greet(self, stands: Standing) -> None:
        total = self._length(0)
        if stands.path is None:
            self.asker.say("Every question of the quick interview has an answer.", "good")
        elif stands.number == 1:
            self.asker.say("The quick interview", "head")
            self.asker.say(
                f"{total} questions for two channels, two personas and two objectives, about"
                f" {quick.minutes(total)} minutes. At the end stands a Draft pack; whatever is not asked reads"
                " \"To be confirmed\"."
            )  # fmt: skip
            self.asker.say(
                "Every answer is saved as you give it. Type < to go back, ? if nobody knows yet, ! for the menu of"
                " all sections. Enter alone takes what stands in the box; an empty box leaves a question open."
            )
        else:
            total = self._length(sum(1 for _ in self._quick_questions()))
            self.asker.say(f"Going on at question {stands.number} of {total}, where you left.", "good")
            if stands.words:
                self.asker.say(f"{stands.words} To answer them type ! for the menu, and there o.")

    def _finished(self) -> None:
        closing.settle(self.interview(full=True), None)
        findings = self.book.findings
        self.asker.say("The quick interview is done.", "good")
        for line in review.moved(self.started, findings):
            self.asker.say(line)
        self.asker.say(f"A Draft pack can be written now ({findings.status_line}).")
        put, never = resuming.open_counts(self.book)
        if findings.open_points:
            self.asker.say(f"Of these, {put} were asked and have no answer yet; {never} were never asked.")
        self._what_now()

    def _what_now(self) -> None:
        """Offer what most people want at the end of the quick interview."""
        interview = self.interview(full=True)
        count = sum(len(offering.left(interview, path)) for path in suggestions.LISTS)
        options = (Option("p", "Write the pack"), Option("s", f"Look at {count} suggestions that follow from the answers"),
                   Option("r", "Review every answer"), Option("menu", "Go to the menu of all sections"))  # fmt: skip
        word = pick(
            self.asker, Prompt("one", (), self.title, "What now?", (), "p", options, commands=(Command.MENU,))
        )
        if isinstance(word, str) and word != "menu":
            self.open(word)

    def whole(self) -> None:
        """Say how much the whole interview is, and show its sections."""
        engagement = self.book.engagement
        count = sum(len(tuple(questions(each, engagement, True, self.opened))) for each in sections())
        self.asker.say("The full interview", "head")
        self.asker.say(
            f"{count} questions so far, about {quick.minutes(count)} minutes; every list counts as one until it is"
            " opened. Take the sections in any order, in as many sittings as you like; every answer is saved as you"
            " give it."
        )
        self.menu()

    def section(self, section: Section, at: Path | None = None) -> Turn:
        """Lead through one section, from a question or its first open one, and close it with its warnings."""
        interview = self.interview(full=True)
        before = self.book.findings

        def there() -> Iterable[Question]:
            return questions(section, self.book.engagement, True, self.opened)

        all_of_them = list(there())
        if not all_of_them:
            self.asker.say(_nothing(section), "quiet")
            return Turn.DONE
        count = len(all_of_them)
        self.asker.say(f"{section.number}. {section.title}", "head")
        self.asker.say(
            f"{count} question{'s' if count > 1 else ''}, about {quick.minutes(count)} min.;"
            " a list counts as one until it is opened."
        )  # fmt: skip
        stands = resuming.standing(all_of_them, self.book, section.title)
        if stands.path and stands.words and not at:
            self.asker.say(f"Going on at question {stands.number}. {stands.words} Type < to go back to them.")
        self.book.marks.walk = section.title
        turn = interview.walk(there, at or stands.path or all_of_them[0].path)
        if turn is Turn.DONE:
            self.book.marks.done()
        self.book.marks.walk = ""
        for line in review.moved(before, self.book.findings):
            self.asker.say(line)
        if turn is Turn.DONE:
            closing.settle(interview, section)
        return turn

    def menu(self) -> None:
        """Show the sections with their states until somebody leaves."""
        while True:
            here = states(self.book.engagement, self.book.findings, self.book.marks)
            reply = self.asker.ask(
                Prompt("line", (), self.title, "Where to?", (*_menu(here), _KEYS), commands=())
            )
            word = str(reply).strip().lower() if isinstance(reply, str) else "q"
            if word in ("q", "quit", "leave", "exit"):
                return
            self.open(word)

    def open(self, word: str) -> None:
        """Open what a word of the menu means."""
        named = {each.title.lower(): each for each in sections()} | {
            str(each.number): each for each in sections()
        }
        if word in named:
            self.section(named[word])
        elif word in ("a", "quick"):
            self._quick_again()
        elif word in ("o", "open"):
            self.left_open()
        elif word in ("r", "review"):
            self.review()
        elif word in ("p", "pack", "render"):
            self.render()
        elif word in ("s", "suggestions"):
            closing.suggest(self.interview(full=True))
        elif word:
            self.asker.say(
                f'"{fit(word, 30)}" is not in the menu. Type a number from 1 to {len(sections())}, or a, o, r, p, s or q.',
                "bad",
            )

    def _quick_again(self) -> None:
        start = resuming.standing(self._quick_questions(), self.book, QUICK).path
        self._walk_quick(start or next(iter(self._quick_questions())).path)

    def review(self) -> None:
        """Show every answer on one screen that scrolls; one that is opened is asked again."""
        while True:
            path = self.asker.browse("Review: every answer, by section", review.rows(self.book, self.started))
            if path is None:
                return
            self.edit(path)

    def edit(self, path: Path) -> None:
        """Ask one question again."""
        interview = self.interview(full=True)
        question = question_at(path)
        interview.put(question, interview.place(question, section_of(path).title))

    def render(self) -> None:
        """Write the pack and say where it lies."""
        try:
            files = self.book.render(lambda said: self.asker.say(said, "quiet"))
        except StratgenError as error:
            self.asker.say(str(error), "bad")
            return
        self.asker.say(f"The pack is written ({self.book.findings.status_line}):", "good")
        for each in files:
            self.asker.say(str(each))
        self.asker.ask(Prompt("line", (), self.title, "Enter for the menu", commands=(Command.MENU,)))


QUICK = "Quick interview"

_KEYS = "Number | a: quick | o: open | r: review | p: pack | s: suggestions | q: leave"
_TITLE = 36


def _menu(here: tuple[State, ...]) -> tuple[str, ...]:
    """Return a line for each section: number, title and how far it has come."""
    lines = []
    for each in here:
        title = each.section.title
        lines.append(f"{each.section.number:>2}  {fit(title, _TITLE):<{_TITLE}} {fit(each.words, _STATE)}")
    return tuple(lines)


_STATE = 78 - _TITLE - 5
"""How long the state of a section may be, so that each has one line of a screen of 80."""

_WAYS: dict[Kind, Way] = {**OWN, Kind.RECORDS: list_view}


def _nothing(section: Section) -> str:
    return f"{section.title}: nothing to ask yet. It opens when a channel is active or has customers on it."


def section_named(word: str) -> Section:
    """Return the section that a word of the command line means: its number, title, or the name of an answer in it.

    Raises MisreadError.
    """
    options = tuple(Option(str(each.number), each.title) for each in sections())
    by_name = {name: each for each in sections() for name in each.names if not each.inside}
    path = path_parts(word)
    if path and str(path[0]) in by_name:
        return by_name[str(path[0])]
    try:
        number = chosen(word, options, free=False, several=False)[0]
    except MisreadError as misread:
        names = ", ".join(f"{each.number} {each.title}" for each in sections())
        raise MisreadError(f"{misread} The sections are: {names}.") from None
    return next(each for each in sections() if str(each.number) == number)
