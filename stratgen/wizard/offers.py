"""What a question offers: choices of the models, names that other answers have given, entries of the catalogue,
and a first guess where one follows from what was said.

It knows the answers and the catalogue; it decides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from stratgen.analysis.keypaths import find
from stratgen.analysis.keypaths import questions as every_question
from stratgen.analysis.seats import ROLES
from stratgen.analysis.wording import currency_of
from stratgen.catalogue import Catalogue, country
from stratgen.engagement import Engagement, Figure, known, records
from stratgen.wizard import starting
from stratgen.wizard.asker import Option
from stratgen.wizard.kinds import Kind
from stratgen.wizard.plan import Question
from stratgen.wizard.wordings import name_of, typed

_KPI_FIELDS = {("Objective", "kpi"), ("Measure", "kpi"), ("ProofPoint", "kpi"), ("Oversight", "kpis"), ("Actual", "kpi"),
               ("FocusMetrics", "q1"), ("FocusMetrics", "q2"), ("FocusMetrics", "q3"), ("FocusMetrics", "q4")}  # fmt: skip

NONE = "(none)"
"""The option that says that nothing of a list applies."""


def options(question: Question, engagement: Engagement, catalogue: Catalogue) -> tuple[Option, ...]:
    """Return what a question offers to choose from; empty where anything may be typed."""
    if question.choices and question.kind is not Kind.GRID:
        none = question.kind is Kind.MANY and question.limits.items[0] == 0
        offered = tuple(Option(each.value, _capital(each.label)) for each in question.choices)
        return (*offered, Option(NONE, "None of these")) if none else offered
    key = (question.model, question.name)
    if key in _KPI_FIELDS:
        return tuple(Option(each.id, each.name) for each in catalogue.kpis.values())
    lists_channels = question.kind is Kind.NAMES and question.name == "channels" and key[0] != "Initiative"
    if lists_channels or key == ("Channel", "channel"):
        return _channels(engagement, catalogue)
    if key == ("Declined", "id"):
        return tuple(Option(each.id, each.title) for each in catalogue.initiatives.values())
    if question.kind is Kind.EVIDENCE:
        return tuple(_evidence(question, engagement, catalogue))
    return tuple(_names(key, engagement))


def _channels(engagement: Engagement, catalogue: Catalogue) -> tuple[Option, ...]:
    """Return the channels of the catalogue, those usual in the client's sector first."""
    sector = known(engagement.engagement.sector)
    first = catalogue.channels_of_sector(sector.value) if sector else ()
    order = dict.fromkeys((*first, *catalogue.channels))
    return tuple(Option(key, catalogue.channels[key].name) for key in order)


def is_free(question: Question) -> bool:
    """Tell whether something that is not offered may be typed as well."""
    return not question.choices and (question.model, question.name) not in (*_KPI_FIELDS, *_IDS)


_IDS = {("Objective", "goal"), ("Objective", "personas"), ("Experience", "persona"), ("BoardCase", "recommended"),
        ("Initiative", "depends_on"), ("Initiative", "objective"), ("Delivery", "initiative"), ("Declined", "id"),
        ("Trait", "value")}  # fmt: skip
"""Answers that point at a record that has to be there."""


def _names(key: tuple[str, str], engagement: Engagement) -> Iterator[Option]:
    match key:
        case ("Objective", "goal"):
            yield from _records(engagement.engagement.business_goals, "id", "goal")
        case ("Objective", "personas") | ("Experience", "persona"):
            yield from _records(engagement.personas, "name", "name")
        case (
            ("Tactic" | "Risk" | "Conversation" | "Experience", "channel")
            | ("Skills", "fluent_channels")
            | ("Initiative", "channels")
        ):
            yield from _records(engagement.channels, "channel", "channel")
        case ("Trait", "value"):
            yield from (Option(each, each) for each in known(engagement.engagement.brand_values) or ())
        case ("BoardCase", "recommended"):
            yield from _records(engagement.board.options, "id", "name")
        case ("Skills", "languages"):
            spoken = [
                language for each in records(engagement.personas) for language in known(each.languages) or ()
            ]
            yield from (Option(each, each) for each in dict.fromkeys(spoken))
        case ("Initiative", "depends_on") | ("Delivery", "initiative"):
            yield from _records(engagement.initiatives, "id", "title")
        case ("Initiative", "objective"):
            yield from _records(engagement.objectives, "id", "sentence")
        case ("LegalReview", "country"):
            yield from (
                Option(each, country(each) or each) for each in known(engagement.engagement.countries) or ()
            )


def _records(answer: Any, value: str, label: str) -> Iterator[Option]:
    for each in records(answer):
        name = getattr(each, value)
        if isinstance(name, str):
            said = getattr(each, label)
            yield Option(name, said if isinstance(said, str) else name)


_IN_UNIT_OF_KPI = {("Objective", "baseline"), ("Objective", "target"), ("Measure", "social"), ("Measure", "social_90th"),
                   ("Measure", "other_channels"), ("ProofPoint", "value")}  # fmt: skip


def unit(question: Question, engagement: Engagement, catalogue: Catalogue) -> str:
    """Return the unit of a number: the question's own, or that of the measure that the record is about."""
    if (question.model, question.name) in _IN_UNIT_OF_KPI:
        entry = catalogue.kpi(str(known(find(engagement, (*question.path[:-1], "kpi")))))
        return entry.unit if entry else ""
    return question.unit


def words(question: Question, engagement: Engagement) -> tuple[str, ...]:
    """Return words to complete from: for a role, the roles that were named before."""
    if question.name not in ROLES:
        return ()
    found: dict[str, None] = {}
    for each in every_question(engagement):
        if each.path[-1] in ROLES:
            for value in each.answer if isinstance(each.answer, tuple) else (each.answer,):
                if isinstance(value, str):
                    found[value] = None
    return tuple(found)


def guess(question: Question, engagement: Engagement, today: date | None) -> str:
    """Return a first guess as it would be typed, from what was said before; empty where there is none."""
    match (question.model, question.name):
        case ("Client", "short_name"):
            return _short(known(engagement.engagement.client.legal_name) or "")
        case ("Pack", "date") if today:
            return typed(today, Kind.DAY)
        case ("Pack", "version"):
            return "0.1"
        case ("SetUp", "first_quarter_starts"):
            return _next_quarter(known(engagement.engagement.pack.date))
        case ("SetUp", "locale"):
            return _ENGLISH.get(_first_country(engagement), "")
        case ("SetUp", "currency"):
            return currency_of(_first_country(engagement))
        case ("Meeting", "body"):
            return "Board of Directors"
        case ("Objective", "due"):
            return "Q4"
        case ("Objective", "baseline"):
            return _baseline(question, engagement)
    return ""


_ENGLISH = {"GB": "en-GB", "IE": "en-GB", "US": "en-US", "ZA": "en-ZA", "AU": "en-AU", "NZ": "en-AU"}


def _first_country(engagement: Engagement) -> str:
    there = known(engagement.engagement.countries) or ()
    return there[0][:2] if there else ""


def stock(question: Question, catalogue: Catalogue) -> str:
    """Return the catalogue's own words for an answer; empty where it has none."""
    return starting.definition(question.name, catalogue) if question.model == "Definitions" else ""


SHORT = 40
"""How long a short name may be."""


def _short(legal_name: str) -> str:
    name = re.sub(
        r"[\s,]+(limited|ltd\.?|plc|inc\.?|incorporated|llc|gmbh|\(pty\)|pty|n\.?p\.?c\.?|ag|sa|bv|nv)\b\.?",
        "", legal_name, flags=re.IGNORECASE,
    ).strip()  # fmt: skip
    while len(name) > SHORT:  # a guess that would be refused is none
        name = re.sub(r"(\s+(and|of|for|the|&))*$", "", name.rpartition(" ")[0], flags=re.IGNORECASE)
    return name


def _next_quarter(day: date | None) -> str:
    if day is None:
        return ""
    month = (day.month - 1) // 3 * 3 + 4
    year = day.year + (month > 12)
    return typed(date(year, month - 12 if month > 12 else month, 1), Kind.DAY)


_FROM_CHANNEL = {"FRT": "first_response_minutes", "RR": "response_rate"}


def _baseline(question: Question, engagement: Engagement) -> str:
    """Return the figure of the channels for the same measure: shares over their volumes, a median of the first."""
    kpi = known(find(engagement, (*question.path[:-1], "kpi")))
    name = _FROM_CHANNEL.get(str(kpi), "")
    there = records(engagement.channels) if name else ()
    figures = [(known(getattr(each, name)), known(each.needing_reply)) for each in there]
    told = [(figure, volume) for figure, volume in figures if isinstance(figure, Figure)]
    if kpi == "RR" and len(told) > 1:
        parts = [
            (figure.value, volume.value)
            for figure, volume in told
            if isinstance(volume, Figure) and volume.value
        ]
        total = sum(volume for _, volume in parts)
        # Shares of unequal volumes make no share of the whole unless every volume is known.
        return (
            f"{sum(share * volume for share, volume in parts) / total:.0f}" if len(parts) == len(told) else ""
        )
    return typed(told[0][0], Kind.FIGURE) if told else ""


def _evidence(question: Question, engagement: Engagement, catalogue: Catalogue) -> Iterator[Option]:
    """Yield the evidence of other records, each once with whose it is: to be chosen, never to be presumed."""
    seen = {typed(find(engagement, question.path), Kind.EVIDENCE)}
    for path in (("channels",), ("objectives",), ("competitors",)):
        for position, each in enumerate(records(find(engagement, path))):
            text = typed(getattr(each, "evidence", None), Kind.EVIDENCE)
            if text and text not in seen and (*path, position) != question.path[:-1]:
                seen.add(text)
                yield Option(text, f"The same as for {name_of(each, engagement, catalogue)}: {text}")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def short_name(sentence: str, taken: tuple[str, ...]) -> str:
    """Return a short name for a record that others point at: "answer-first-hour", different from those taken."""
    small = {"the", "a", "an", "of", "in", "on", "to", "and", "or", "who", "for", "with", "at", "by", "is", "are",
             "our", "us", "we", "their", "that", "every", "from", "customers", "through", "get"}  # fmt: skip
    found = [word for word in re.findall(r"[a-z]+", sentence.lower()) if word not in small and len(word) > 2]
    base = "-".join(found[:3])[:36].strip("-") or "item"
    name, number = base, 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    return name
