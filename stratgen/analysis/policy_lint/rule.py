"""What a rule of the linter is, what it finds, and where it is an error or a warning."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from stratgen.analysis.policy_lint.sentences import Sentence
from stratgen.document import Document

Severity = Literal["error", "warning"]

EVERYWHERE = "everywhere"
"""The place of a rule that holds in every country, those without an annex included."""

NAME = "\ue010"
"""What stands for each letter of the client's name in the text that patterns see."""


@dataclass(frozen=True, slots=True)
class Match:
    """Words of a sentence that a rule objects to, from `start` to `end`, and what is wrong with them."""

    sentence: Sentence
    start: int
    end: int
    what: str

    @property
    def words(self) -> str:
        """The offending words, as printed."""
        return self.sentence.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Draft:
    """What rules judge: the drafted policy and its sentences."""

    document: Document
    sentences: tuple[Sentence, ...]
    texts: tuple[tuple[Sentence, str], ...]
    """Each sentence with the text that patterns see: straight apostrophes, NAME for each letter of the client's name."""


def draft_of(document: Document, sentences: tuple[Sentence, ...], names: tuple[str, ...]) -> Draft:
    """Return what rules judge; `names` are what the client is called in the text, longest first."""

    def seen(sentence: Sentence) -> str:
        text = sentence.plain
        for name in names:
            text = text.replace(name, NAME * len(name))
        return text

    return Draft(document, sentences, tuple((each, seen(each)) for each in sentences))


class Watch:
    """A pattern that is looked for in every sentence, in any case of letters.

    It is compiled when it is first needed, since many rules are the law of one country. A text that it is not
    found in is remembered: most sentences of most policies are the same, and are read again and again.
    """

    MOST = 20_000
    """Texts that are remembered."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._compiled: re.Pattern[str] | None = None
        self._silent: set[str] = set()

    def finditer(self, text: str) -> Sequence[re.Match[str]]:
        """Return each place of the pattern in a text, in order."""
        if text in self._silent:
            return ()
        if self._compiled is None:
            self._compiled = re.compile(self._pattern, re.IGNORECASE)
        found = tuple(self._compiled.finditer(text))
        if not found:
            if len(self._silent) >= self.MOST:
                self._silent.clear()
            self._silent.add(text)
        return found

    def search(self, text: str) -> re.Match[str] | None:
        """Return the first place of the pattern in a text, or None."""
        return next(iter(self.finditer(text)), None)


Judge = Callable[[Draft], Iterable[Match]]


@dataclass(frozen=True, slots=True)
class LintRule:
    """One rule of domain 10.4."""

    id: str
    title: str
    where: Mapping[str, Severity]
    """Its severity by country annex ("us", "uk", "eu", "za", "au"), or under EVERYWHERE for all others."""
    safer: str
    """A sentence that says what to write instead."""
    judge: Judge

    def severity(self, annexes: Iterable[str]) -> Severity | None:
        """Return the sharpest severity among the annexes that apply; None where the rule holds in none."""
        found = {self.where.get(annex, self.where.get(EVERYWHERE)) for annex in (*annexes, EVERYWHERE)}
        return "error" if "error" in found else "warning" if "warning" in found else None

    def concerned(self, annexes: Iterable[str]) -> tuple[str, ...]:
        """Return the annexes whose law makes the rule as sharp as it is; none where it holds everywhere."""
        if EVERYWHERE in self.where and len(set(self.where.values())) == 1:
            return ()
        sharpest = self.severity(annexes)
        return tuple(each for each in annexes if self.where.get(each, self.where.get(EVERYWHERE)) == sharpest)


def lint_rule(
    number: str, where: Mapping[str, Severity], safer: str
) -> Callable[[Callable[[Draft], Iterator[Match]]], LintRule]:
    """Return the decorator that makes a rule of a function; the docstring's first line is its title."""

    def make(judge: Callable[[Draft], Iterator[Match]]) -> LintRule:
        title = (judge.__doc__ or "").strip().partition("\n")[0].rstrip(".")
        return LintRule(number, title, where, safer, judge)

    return make
