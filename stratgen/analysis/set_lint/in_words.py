"""The facts that running text and fields print: amounts, people, dates, and numbers beside a measure's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from stratgen.analysis.set_lint.facts import Kind, Stated, stated
from stratgen.analysis.set_lint.statements import HEAD, Saying, Spot, Statements
from stratgen.analysis.set_lint.values import DAY, MONEY, NUMBER, QUANTITY, folded, tidy

_ROLE = r"([A-Z][\w'’-]*(?: (?:of|and|for|the|[A-Z][\w'’-]*,?)){0,6})"
_DAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_CLOCK = r"\d{1,2}:\d\d(?: ?[AP]M)?"
_SPAN = rf"{_DAYS}(?: to {_DAYS})? {_CLOCK} to {_CLOCK}"

_PATTERNS: tuple[tuple[Kind, str, str, re.Pattern[str]], ...] = (
    ("money", "Year-one cost", "total", re.compile(rf"({MONEY}) in year one")),
    ("money", "Year-one cost", "recurring", re.compile(rf"({MONEY}) (?:comes|come) again")),
    ("money", "Benefit of a full year", "low", re.compile(rf"(?:come to|Benefit\.) ({MONEY}) to {MONEY}")),
    ("money", "Benefit of a full year", "high", re.compile(rf"(?:come to|Benefit\.) {MONEY} to ({MONEY})")),
    ("people", "Full-time posts", "needed", re.compile(rf"({NUMBER}) full-time (?:posts?|equivalents?)")),
    ("people", "Full-time posts", "there today", re.compile(rf"({NUMBER}) (?:are|is) there today")),
    ("money", "Full-year cost", "recurring", re.compile(rf"({MONEY}) in each full year|line running, costs ({MONEY})")),
    ("paper", "Accountable executive", "", re.compile(
        rf"\bThe {_ROLE} is accountable\b|[Aa]ccountable\? The {_ROLE}|executive is accountable: {_ROLE}")),
    ("paper", "Hours of the promise", "", re.compile(
        rf"(?:^Counted in staffed hours: |^Replies are promised )({_SPAN}(?:; {_SPAN})*)")),
    ("score", "Investment", "today", re.compile(rf"\b[Ii]nvestment(?: \([^()]*\))? ({NUMBER})(?:,| of 100)")),
    ("score", "Innovation", "today", re.compile(rf"\b[Ii]nnovation(?: \([^()]*\))? ({NUMBER}) of 100")),
    ("score", "Investment", "today", re.compile(rf"({NUMBER}) of 100 (?:for|in) investment")),
    ("score", "Innovation", "today", re.compile(rf"({NUMBER}) of 100 (?:for|in) innovation")),
    ("score", "Nine areas", "mean", re.compile(
        rf"average level ({NUMBER}) of 4|[Mm]ean of the nine areas: ({NUMBER})|nine areas\b.{{0,20}} the mean is ({NUMBER})")),
    ("score", "Nine areas", "target", re.compile(
        rf"target for the mean of the nine is ({NUMBER})|nine areas\b.{{0,20}} the mean is .{{0,60}}; the target is ({NUMBER})")),
    ("paper", "Version", "", re.compile(r"\b[Vv]ersion (\d+\.\d+)\b")),
)  # fmt: skip
"""Sentences that state a fact: the words around it, and the value."""

_LINK = r"(?:,|:)?(?: (?:is|was|will be|of|at|to|reaches|stands at|rises to|falls to))?"


def facts_in_words(found: Statements) -> Iterator[Stated]:
    """Yield what running text, fields and the covers say of a fact that other places may print too."""
    for name, document in found.documents.items():
        spot = Spot(name, document.title, HEAD)
        for subject, printed in (("Client", document.client), ("Pack date", document.dated),
                                 ("Version", document.version)):  # fmt: skip
            yield from stated("paper", subject, "", printed, spot)
    for saying in found.sayings:
        text = tidy(f"{saying.label}: {saying.text}" if saying.label else saying.text)
        yield from _by_pattern(saying.spot, text)
        yield from _of_field(saying)


def _by_pattern(spot: Spot, text: str) -> Iterator[Stated]:
    for kind, subject, aspect, pattern in _PATTERNS:
        for hit in pattern.finditer(text):
            printed = next(group for group in hit.groups() if group)
            for each in stated(kind, subject, aspect, printed, spot):
                yield Stated(each.fact, each.value, spot, "", text)


def _of_field(saying: Saying) -> Iterator[Stated]:
    """Yield the date that stands beside the version, in a field of that name."""
    if folded(saying.label) in ("version", "version and date"):
        if day := re.search(DAY, tidy(saying.text)):
            yield from stated("paper", "Pack date", "", day[0], saying.spot)
        if number := re.match(r"(\d+\.\d+)\b", tidy(saying.text)):
            yield from stated("paper", "Version", "", number[1], saying.spot)


def beside_measures(found: Statements, measures: Iterable[str]) -> Iterator[Stated]:
    """Yield each number that stands right after the name of a measure; of a quarter where the text says so.

    What no quarter is named for has the aspect "": any value that the pack has for the measure will do.
    """
    names = sorted({folded(each) for each in measures}, key=len, reverse=True)
    if not names:
        return
    quick = re.compile("|".join(map(re.escape, names)))
    exact = re.compile(
        rf"\b({'|'.join(map(re.escape, names))})\b{_LINK} ({QUANTITY})(?! (?:points|times|to\b|of the way))"
        r"(?: at the end of (Q[1-4]))?",
        re.IGNORECASE,
    )
    for saying in found.sayings:
        text = tidy(f"{saying.label}: {saying.text}" if saying.label else saying.text)
        if quick.search(text.casefold()):
            for hit in exact.finditer(text):
                aspect = f"target of {hit[3]}" if hit[3] else ""
                for each in stated("measure", hit[1], aspect, hit[2], saying.spot):
                    yield Stated(each.fact, each.value, saying.spot, "", text)
