"""Everything on one screen: the scores so far and what moved them, the open points, every answer by section."""

from __future__ import annotations

from collections.abc import Iterator

from stratgen.analysis.findings import Findings, Score
from stratgen.analysis.keypaths import Path, path_parts
from stratgen.analysis.keypaths import questions as every_question
from stratgen.analysis.placement import THRESHOLD
from stratgen.analysis.wording import half_up
from stratgen.wizard.asker import Row
from stratgen.wizard.book import Book
from stratgen.wizard.fitting import fit
from stratgen.wizard.plan import question_at
from stratgen.wizard.resuming import open_counts
from stratgen.wizard.sections import sections
from stratgen.wizard.states import states
from stratgen.wizard.wordings import shown

WIDE = 78


def scores(findings: Findings) -> dict[str, float | None]:
    """Return the scores by name; None where one is not scored."""
    named: tuple[tuple[str, Score], ...] = (
        ("Investment", findings.placement.investment),
        ("Innovation", findings.placement.innovation),
        ("Naive to Natural index", findings.orientation.index),
        ("Board readiness", findings.readiness.score),
        ("Success factors", findings.success.overall),
        ("Customer effort", findings.hoops.score),
    )
    return {name: score.value for name, score in named}


def moved(before: Findings | None, after: Findings) -> list[str]:
    """Return what moved: "Innovation 35 to 45: Contender is 5 points away"; nothing where nothing did."""
    old = scores(before) if before is not None else {}
    lines = []
    for name, value in scores(after).items():
        if value is None or value == old.get(name):
            continue
        was = old.get(name)
        change = f"{_short(was)} → {_short(value)}" if was is not None else _short(value)
        lines.append(f"{name} {change}{_distance(name, value, after)}")
    return lines


def _short(value: float) -> str:
    return f"{half_up(value, 1):g}"


def _distance(name: str, value: float, findings: Findings) -> str:
    segment = findings.placement.segment
    if name not in ("Investment", "Innovation"):
        return ""
    at = f" ({segment.label})" if segment else ""
    if value >= THRESHOLD:
        return f": at or over the threshold of {THRESHOLD:g}{at}"
    target = "Conservative" if name == "Investment" else "Contender"
    other = (
        findings.placement.innovation.value if name == "Investment" else findings.placement.investment.value
    )
    if other is not None and other >= THRESHOLD:
        target = "Leader"
    return f": {target} is {_short(THRESHOLD - value)} points away"


def rows(book: Book, started: Findings | None) -> tuple[Row, ...]:
    """Return the lines of the review: scores, open points, and every answer under its section."""
    return (*_scores(book, started), *_open(book), *_answers(book))


def _scores(book: Book, started: Findings | None) -> Iterator[Row]:
    findings = book.findings
    yield Row(f"{findings.status_line}; {len(findings.errors)} errors, {len(findings.warnings)} warnings")
    put, never = open_counts(book)
    if findings.open_points:
        yield Row(f"  Open: {put} asked and without an answer yet, {never} never asked")
    since = {line.partition(" ")[0] for line in moved(started, findings)}
    for line in moved(None, findings):
        yield Row(f"  {line}")
    for line in moved(started, findings) if since else ():
        if "→" in line:
            yield Row(f"  In this sitting: {line}")
    yield Row("")


def _open(book: Book) -> Iterator[Row]:
    owned = [each for each in book.findings.open_points if each.owner or each.due]
    if owned:
        yield Row(f"Open points with an owner or a date ({len(owned)} of {len(book.findings.open_points)})")
    for each in owned:
        due = f", {each.due.isoformat()}" if each.due else ""
        yield Row(fit(f"  {each.place}: {each.question} {each.owner}{due}", WIDE), path_parts(each.path))
    for why in book.marks.recheck:
        yield Row(fit(f"  To re-check: {why}: {book.marks.recheck[why]}", WIDE), path_parts(why))
    yield Row("")


def _answers(book: Book) -> Iterator[Row]:
    told = tuple(every_question(book.engagement))
    by_section = {each.section.number: each for each in states(book.engagement, book.findings, book.marks)}
    for section in sections():
        yield Row(f"{section.number}. {section.title}: {by_section[section.number].words}")
        record: Path = ()
        for each in told:
            if not section.holds(each.path) or each.answer is None or each.path[0] == "overrides":
                continue
            where = tuple(step for step in each.path[:-1])
            if where != record and any(isinstance(step, int) for step in where):
                yield Row(fit(f"  {_record(where)}", WIDE))
            record = where
            if isinstance(each.answer, tuple) and each.answer and hasattr(each.answer[0], "model_fields"):
                continue
            answer = shown(each.answer, question_at(each.path), book.engagement)
            yield Row(fit(f"    {each.title} {answer}", WIDE), each.path)
        yield Row("")


def _record(path: Path) -> str:
    return " ".join(
        str(step + 1) if isinstance(step, int) else step.replace("_", " ") for step in path
    ).capitalize()
