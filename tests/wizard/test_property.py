import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stratgen.analysis.keypaths import Path as KeyPath
from stratgen.interviewing import AnswerFile
from stratgen.wizard.asker import Command, Leave, Prompt, Reply
from stratgen.wizard.kinds import Kind
from stratgen.wizard.parsing import parse
from stratgen.wizard.plan import question_at
from stratgen.wizard.sections import sections
from stratgen.wizard.session import Session
from tests.wizard.scripts import TODAY, Script, a_file

ACTIONS = st.lists(
    st.sampled_from(["answer", "answer", "answer", "answer", "other", "back", "unknown", "menu", "skip", "bad"]),
    min_size=5, max_size=60,
)  # fmt: skip
CHOICES = st.lists(st.integers(0, 15), min_size=8, max_size=8)

WORDS = {"answer": "Words that somebody says about this, at least forty letters long", "other": "Other words, chosen"
         " a second time and long enough to pass"}  # fmt: skip


class Model:
    """What was said, kept apart from the file: every answer by its path, the last one holds."""

    def __init__(self, actions: list[str], places: list[int]) -> None:
        self.said: dict[KeyPath, Any] = {}
        self._actions = list(actions)
        self._places = list(places)
        self._bad = False
        self._last: tuple[KeyPath, Any] | None = None
        """Where something was said last, and what the file held there before."""

    def reply(self, prompt: Prompt) -> Reply:
        """Return what is said next, and remember it."""
        self._take_back(prompt)
        if prompt.place.startswith("I don't know yet"):
            return ""
        if prompt.question == "Take the new answer?":
            return "yes"
        if prompt.place.startswith("Suggestion"):
            return "later"
        if not prompt.path:
            return self._menu(prompt)
        if not self._actions:
            raise Leave
        if prompt.place.startswith(("Warning", "Does not add up")):
            return "leave"
        return self._act(prompt, self._actions.pop(0))

    def _take_back(self, prompt: Prompt) -> None:
        """Forget an answer that is asked again with a reason: it was refused, and the file holds what it held."""
        if self._last and prompt.error and prompt.path == self._last[0]:
            path, before = self._last
            if before is None:
                self.said.pop(path, None)
            else:
                self.said[path] = before
        self._last = None

    def _remember(self, path: KeyPath, value: Any) -> None:
        self._last = path, self.said.get(path)
        self.said[path] = value

    def _menu(self, prompt: Prompt) -> Reply:
        if prompt.question != "Where to?" or not self._places:
            raise Leave
        return str(self._places.pop(0) + 1)

    def _act(self, prompt: Prompt, action: str) -> Reply:
        if action == "back":
            return Command.BACK
        if action == "menu":
            return Command.MENU
        if action == "unknown":
            if Command.UNKNOWN not in prompt.commands or "a: add" in "".join(prompt.help):
                return Command.BACK
            if prompt.shape != "grid":
                self.said[prompt.path] = {"unknown": "not known yet"}
                return Command.UNKNOWN
            return Command.BACK
        try:
            question = question_at(prompt.path)
        except KeyError:
            return ""
        if question.kind is Kind.RECORDS and action == "other" and "At most" not in prompt.error:
            return "a"
        if question.kind in (Kind.RECORDS, Kind.GATE, Kind.GRID, Kind.EVIDENCE) or action == "skip":
            held = self.said.get(prompt.path)
            if held is not None and not (isinstance(held, dict) and "unknown" in held):
                self.said.pop(prompt.path)  # an emptied box leaves the question open
            return (
                "no"
                if question.kind is Kind.GATE and prompt.options
                else ""
                if prompt.shape != "grid"
                else {}
            )
        if action == "bad" and not self._bad:
            self._bad = True
            return "\x00"
        self._bad = False
        return self._say(prompt, action)

    def _say(self, prompt: Prompt, action: str) -> Reply:
        question = question_at(prompt.path)
        if prompt.options:
            value = prompt.options[0 if action == "answer" else -1].value
            if prompt.shape == "many":
                if value == "(none)":
                    self._remember(prompt.path, [])
                    return (value,)
                # As many as the question asks for at least, beginning with the one that was chosen.
                least = question.limits.items[0] or 1
                others = [each.value for each in prompt.options if each.value not in (value, "(none)")]
                picked = (value, *others[: least - 1])
                self._remember(prompt.path, list(picked))
                return picked
            self._remember(prompt.path, value)
            return value
        example = {"answer": question.example, "other": question.example}[
            action if action == "other" else "answer"
        ]
        if question.kind is Kind.PROSE:
            text = WORDS["other" if action == "other" else "answer"]
        elif isinstance(example, list):
            text = "\n".join(str(each) for each in example)
        elif isinstance(example, bool):
            text = "yes" if example == (action == "answer") else "no"
        elif isinstance(example, dict):
            text = ", ".join(f"{key} {value}" for key, value in example.items())
        else:
            text = str(example)
        self._remember(prompt.path, parse(question, text))
        return text


class Silent(AnswerFile):
    """An answer file that does not say where an answer prints, which is not what is tested here."""

    def prints(self, path: KeyPath) -> str:
        """Return nothing."""
        del path
        return ""


def _run(actions: list[str], places: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        book = Silent(a_file(Path(folder)).path)
        model = Model(actions, places)
        session = Session(Script(model.reply), book, TODAY)
        try:
            session.menu()
        except Leave:
            book.keep_marks()
        fresh = AnswerFile(book.path)
        for path, value in model.said.items():
            assert fresh.plain(path) == value, path
        told = {
            path
            for section in sections()
            for path in _leaves(fresh.plain((section.names[0],)), (section.names[0],))
        }
        # A short name is made from the sentence of its record.
        extra = {path for path in told if not _said(path, model.said) and path[-1] != "id"}
        assert not extra


def _leaves(value: Any, path: KeyPath) -> list[KeyPath]:
    if isinstance(value, dict) and "unknown" not in value:
        return [each for name, part in value.items() for each in _leaves(part, (*path, name))]
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [each for n, part in enumerate(value) for each in _leaves(part, (*path, n))]
    return [] if value in ("unknown", None) else [path]


def _said(path: KeyPath, said: dict[KeyPath, Any]) -> bool:
    return any(path[: len(each)] == each for each in said)


@given(ACTIONS, CHOICES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_file_equals_what_was_said(actions: list[str], places: list[int]) -> None:
    """For any sequence of answer, back, edit, jump and quit the saved file says what was said, and no more."""
    _run(actions, places)


@pytest.mark.fuzz
@given(ACTIONS, CHOICES)
@settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_file_equals_what_was_said_a_thousand_times(actions: list[str], places: list[int]) -> None:
    """The same for many more sequences."""
    _run(actions, places)
