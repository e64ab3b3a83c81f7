"""Rule V37: one fact has one value in the whole pack (domain 6).

Where places disagree, what fewer of them say is taken to be wrong; both values and both places are named.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from stratgen.analysis.calendar import Quarters, quarter_end
from stratgen.analysis.findings import RuleFinding
from stratgen.analysis.keypaths import questions
from stratgen.analysis.set_lint.facts import Fact, Hit, Kind, Stated
from stratgen.analysis.set_lint.in_tables import facts_in_tables, measures_named
from stratgen.analysis.set_lint.in_words import beside_measures, facts_in_words
from stratgen.analysis.set_lint.statements import Spot, Statements
from stratgen.analysis.set_lint.values import Value, folded, tidy
from stratgen.engagement import Engagement

RULE = "V37"
NEARLY = 0.01
"""How far amounts of the year may lie apart, as in rule V15: some are rounded and some are added up."""
SAID_ALREADY: dict[str, Kind] = {"V108": "measure", "V15": "money"}
"""Rules of the answers that find what the pages would show as well, and the facts that they are about."""
ROUNDED = ("people", "score", "channel")
"""Facts that a paper may print with fewer decimals than another."""

Key = tuple[str, str, str]


def disagreements(
    found: Statements, engagement: Engagement, starts: Quarters | None, told: frozenset[str] = frozenset()
) -> tuple[Hit, ...]:
    """Return an error for every fact that reads differently in two places, by fact and place.

    `told` are the rules that the answers break: what a rule has said of them is not said again of the pages.
    """
    groups: dict[Key, list[Stated]] = {}
    for each in (*facts_in_tables(found), *facts_in_words(found)):
        groups.setdefault(each.fact.key, []).append(_dated(each, starts))
    beside = tuple(beside_measures(found, measures_named(found)))
    for each in beside:
        if each.fact.aspect and each.fact.key in groups:
            groups[each.fact.key].append(each)
    silent = {kind for rule, kind in SAID_ALREADY.items() if rule in told}
    hits = [hit for group in groups.values() if group[0].fact.kind not in silent for hit in _odd(group)]
    if "measure" not in silent:
        hits += _strays([each for each in beside if not each.fact.aspect], groups, engagement)
    return tuple(hits)


def _dated(each: Stated, starts: Quarters | None) -> Stated:
    """Return a statement whose quarter is the quarter's last day, so that "Q4" and the day agree."""
    if each.fact.aspect != "due" or starts is None or each.value.printed not in ("Q1", "Q2", "Q3", "Q4"):
        return each
    last = quarter_end(starts, int(each.value.printed[1]) - 1)
    return Stated(
        each.fact, Value("day", last.isoformat(), each.value.printed), each.spot, each.source, each.text
    )


def _odd(group: list[Stated]) -> Iterator[Hit]:
    """Yield each value of a fact that is not what most places say; none where one table says it twice."""
    camps: list[list[Stated]] = []
    for each in group:
        camp = next((camp for camp in camps if _agree(camp[0], each)), None)
        if camp is None:
            camps.append([each])
        else:
            camp.append(each)
    if len(camps) < 2 or _is_plural(group):
        return
    # The first of the largest camps: documents come in the order of the pack, the board's paper first.
    right = max(camps, key=len)
    for camp in camps:
        if camp is not right:
            yield _finding(camp[0], right[0], [each.spot for each in camp[1:]])


def _agree(one: Stated, other: Stated) -> bool:
    give = NEARLY if one.fact.kind == "money" else 0.0
    return one.value.agrees(other.value, give, one.fact.kind in ROUNDED)


def _is_plural(group: list[Stated]) -> bool:
    """Return whether one table gives a fact two values: two of its rows have one name."""
    first: dict[str, Stated] = {}
    return any(each.source and not _agree(first.setdefault(each.source, each), each) for each in group)


def _strays(
    beside: Iterable[Stated], groups: dict[Key, list[Stated]], engagement: Engagement
) -> Iterator[Hit]:
    """Yield each number beside a measure's name that is none of its values; a client's own words may say more."""
    values: dict[str, list[Stated]] = {}
    for (kind, subject, _), group in groups.items():
        if kind == "measure":
            values.setdefault(subject, []).extend(group)
    own: tuple[str, ...] | None = None
    for each in beside:
        known = [
            other
            for other in values.get(folded(each.fact.subject), ())
            if other.value.kind == each.value.kind
        ]
        aims = any(other.fact.aspect.startswith("target") for other in known)
        if not aims or any(other.value.agrees(each.value) for other in known):
            continue
        own = _texts(engagement) if own is None else own
        words = folded(each.text)
        if not any(text in words and folded(each.value.printed) in text for text in own):
            nearest = next((other for other in known if other.fact.aspect == "target"), known[0])
            yield _finding(each, nearest, [])


def _texts(engagement: Engagement) -> tuple[str, ...]:
    """Return every answer that is somebody's own words, folded."""
    found = []
    for question in questions(engagement):
        answers = question.answer if isinstance(question.answer, tuple) else (question.answer,)
        found += [folded(each) for each in answers if isinstance(each, str) and any(map(str.isdigit, each))]
    return tuple(found)


def _finding(odd: Stated, right: Stated, also: list[Spot]) -> Hit:
    name = _named(right.fact)
    here, there = tidy(odd.value.printed), tidy(right.value.printed)
    more = f" (also in {'; '.join(dict.fromkeys(str(spot) for spot in also))})" if also else ""
    finding = RuleFinding(
        rule=RULE,
        severity="error",
        path="",
        place=str(odd.spot),
        what=f"{name} reads “{here}” here{more}, and “{there}” in {right.spot}.",
        mend="Let both print the same answer, by its name.",
        fingerprint=hashlib.sha256("\n".join((*odd.fact.key, here, there)).encode()).hexdigest()[:8],
    )
    return Hit(finding, odd.spot, odd.text)


def _named(fact: Fact) -> str:
    aspect = fact.aspect.partition(" [")[0]
    return f"“{fact.subject}: {aspect}”" if aspect else f"“{fact.subject}”"
