"""What an explanation of a score holds: inputs, formula, result, and what would change it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from stratgen.analysis.findings import Findings, Score
from stratgen.analysis.keypaths import Path, find, path_text, place, questions
from stratgen.analysis.wording import Wording
from stratgen.catalogue import Catalogue, Formula, formulas
from stratgen.engagement import Engagement, Figure, Record, Unknown


@dataclass(frozen=True, slots=True)
class Input:
    """One answer that a score is made of: the question, the answer in words, and its key path (or none)."""

    words: str
    value: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One answer that alone would change the verdict: from which value to which, and what it would be then."""

    words: str
    path: str
    before: str
    after: str
    result: str
    value: float | int | bool | None = None
    """The answer that it would be, as the answer file holds it; None where it is no single answer."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One score, explained."""

    key: str
    """What it is asked for by: `maturity`, `channel:facebook`."""
    title: str
    formula: str
    """In words, as annex A prints it."""
    after: str
    """Whose idea it adapts; empty where it is stratgen's own."""
    inputs: tuple[Input, ...]
    parts: tuple[tuple[str, str], ...]
    """Results on the way, by name."""
    result: str
    changes: tuple[Change, ...] | None = None
    """Empty where no single answer would change it; None where the score is no verdict."""
    notes: tuple[str, ...] = ()
    lead: str = "Any one of these alone would change it:"
    """What stands above the changes."""
    nothing: str = "No one of these answers would change it alone."
    """What stands there where there is none."""


@dataclass(frozen=True, slots=True)
class Case:
    """What an explanation is made from."""

    engagement: Engagement
    findings: Findings
    wording: Wording

    @property
    def catalogue(self) -> Catalogue:
        """The reference data that the findings were judged by."""
        return self.findings.catalogue

    def formula(self, key: str) -> Formula:
        """Return the words of a formula."""
        return formulas()[key]

    def say(self, value: object) -> str:
        """Return a value in words; a figure with its unit, a number without needless decimals."""
        if value is None:
            return "not asked" if not isinstance(value, float) else ""
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, (int, float)):
            return self.wording.number(float(value))
        if isinstance(value, Unknown):
            return "not known yet"
        if isinstance(value, dict):
            return "; ".join(f"{key}: {self.say(part)}" for key, part in value.items())
        if isinstance(value, tuple):
            return f"{len(value)} given" if any(isinstance(each, Record) for each in value) else (
                self.wording.listing([self.say(each) for each in value]) or "none"
            )  # fmt: skip
        return self.wording.text(value)

    def scored(self, value: float | None, places: int = 1, missing: str = "not scored") -> str:
        """Return a number with its decimals, or that it is not scored."""
        return missing if value is None else self.wording.number(value, places)

    def out_of(self, score: Score, full: str, places: int = 1) -> str:
        """Return a score with what it is out of: "2.5 of 4", "3.4 of 4, partial (4 of 5 inputs)"."""
        if score.value is None:
            return "not scored"
        partial = f", partial ({score.known} of {score.asked} inputs)" if score.partial else ""
        return f"{self.wording.number(score.value, places)} {full}{partial}"

    def posts(self, value: float | None) -> str:
        """Return a number of full-time posts, or that it is not known."""
        return "not known" if value is None else self.wording.people(value)

    def inputs(self, *paths: Path) -> tuple[Input, ...]:
        """Return every answer at these paths, and those in the records there, as inputs."""
        found: list[tuple[Path, str, object]] = []
        for path in paths:
            there = find(self.engagement, path)
            if isinstance(there, Record) and not isinstance(there, (Figure, Unknown)):
                found += [(each.path, each.title, each.answer) for each in questions(there, path)]
            else:
                found.append((path, self._title(path), there))
        titles = [title for _, title, _ in found]
        return tuple(
            Input(
                title if title and titles.count(title) == 1 else place(self.engagement, path),
                self.say(answer),
                path_text(path),
            )
            for path, title, answer in found
        )

    def _title(self, path: Path) -> str:
        record = find(self.engagement, path[:-1])
        each = type(record).model_fields.get(str(path[-1])) if isinstance(record, Record) else None
        return each.title or "" if each else ""


Verdict = Callable[[Engagement], str]
"""What a score comes to in one word or two: a band, a segment, a state."""

Explainer = Callable[[Case], Iterable[Explanation]]
