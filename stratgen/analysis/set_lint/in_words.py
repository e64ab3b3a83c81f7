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

_PATTERNS: tuple[tuple[Kind, str, str, tuple[str, ...], str], ...] = (
    ("money", "Year-one cost", "total", ("in year one",), rf"({MONEY}) in year one"),
    ("money", "Full-year cost", "total", ("ull year", ", costs "),
        rf"({MONEY}) in each full year|line (?:running|runs), costs ({MONEY})"),
    ("money", "Benefit of a full year", "low", ("in a full year", "come to ", "Benefit. "),
        rf"(?:come to|Benefit\.) ({MONEY}) to {MONEY}|({MONEY}) to {MONEY} in a full year"),
    ("money", "Benefit of a full year", "high", ("in a full year", "come to ", "Benefit. "),
        rf"(?:come to|Benefit\.) {MONEY} to ({MONEY})|{MONEY} to ({MONEY}) in a full year"),
    ("money", "Benefit of a full year", "base", ("middle case",), rf"middle case ({MONEY})"),
    ("people", "Full-time posts", "needed", ("full-time ",), rf"({NUMBER}) full-time (?:posts?|equivalents?)"),
    ("people", "Full-time posts", "there today", (" there today",), rf"({NUMBER}) (?:is|are) there today"),
    ("paper", "Accountable executive", "", ("ccountable",),
        rf"\bThe {_ROLE} is accountable\b|[Aa]ccountable\? The {_ROLE}|executive is accountable: {_ROLE}"),
    ("paper", "Hours of the promise", "", ("Counted in staffed hours: ", "From ", "Replies are promised "),
        rf"(?:^Counted in staffed hours: |\bFrom \d[^:]*: |\bFrom \w+ \d[^:]*: |^Replies are promised )({_SPAN}(?:; {_SPAN})*)"),
    ("score", "Investment", "today", ("nvestment",), rf"\b[Ii]nvestment(?: \([^()]*\))? ({NUMBER})(?:,| of 100)"),
    ("score", "Innovation", "today", ("nnovation",), rf"\b[Ii]nnovation(?: \([^()]*\))? ({NUMBER}) of 100"),
    ("score", "Investment", "today", ("points of 100",), rf"where they are raised: ({NUMBER}) and {NUMBER} points of 100"),
    ("score", "Innovation", "today", ("points of 100",), rf"where they are raised: {NUMBER} and ({NUMBER}) points of 100"),
    ("score", "Nine areas", "mean", ("nine areas",),
        rf"nine areas of the organisation average ({NUMBER})|[Mm]ean of the nine areas: ({NUMBER})|nine areas\b.{{0,20}} the mean is ({NUMBER})"),
    ("score", "Nine areas", "target", ("nine",),
        rf"target for the mean of the nine is ({NUMBER})|nine areas\b.{{0,20}} the mean is .{{0,60}}; the target is ({NUMBER})"),
    ("paper", "Version", "", ("ersion ",), r"\b[Vv]ersion (\d+\.\d+)\b"),
)  # fmt: skip
"""Sentences that state a fact: words one of which each of them has, the words around the value, and the value."""

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
    for kind, subject, aspect, signs, pattern in _PATTERNS:
        for hit in re.finditer(pattern, text) if any(sign in text for sign in signs) else ():
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
