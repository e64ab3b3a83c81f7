"""How an answer is shown: in a line, and as the text that somebody would type to give it again.

It knows the values of the models; it knows no prompt and no file.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from stratgen.analysis.wording import Wording, wording_of
from stratgen.catalogue import Catalogue
from stratgen.engagement import Choice, Engagement, Evidence, Figure, Period, Record, Unknown
from stratgen.engagement.answer import REASON_NOT_ANSWERED
from stratgen.wizard.fitting import fit
from stratgen.wizard.kinds import Kind
from stratgen.wizard.parsing import MONTHS
from stratgen.wizard.plan import Question


def asked(answer: Any) -> bool:
    """Tell whether a question has been answered, or owned up to as unknown, by somebody."""
    if isinstance(answer, Unknown):
        bare = answer.reason in ("", REASON_NOT_ANSWERED)
        return not bare or answer.owner is not None or answer.due is not None
    return answer is not None


def answered(answer: Any) -> bool:
    """Tell whether a question has an answer that is known."""
    return answer is not None and not isinstance(answer, Unknown)


def shown(answer: Any, question: Question | None, engagement: Engagement) -> str:
    """Return an answer in one line, as people read it; a question not yet asked reads "not asked yet"."""
    words = wording_of(engagement)
    match answer:
        case None:
            return "–"
        case Unknown():
            return _hole(answer, words)
        case Evidence():
            return typed(answer, Kind.EVIDENCE)
        case Figure():
            unit = answer.unit or (question.unit if question else "")
            return words.measured(answer.value, unit)
        case int() | float() if not isinstance(answer, bool) and question is not None:
            return _number(float(answer), question, words)
        case tuple():
            return "; ".join(shown(each, None, engagement) for each in answer) or "none"
        case dict():
            return "; ".join(_pair(key, value, engagement) for key, value in answer.items()) or "none"
        case Record():
            return name_of(answer, engagement)
    return " ".join(words.text(answer).split())


def _hole(hole: Unknown, words: Wording) -> str:
    if not asked(hole):
        return "not asked yet"
    due = f", by {words.day(hole.due, 'short')}" if hole.due else ""
    return f"not known yet: {hole.owner or 'nobody named'}{due}"


def _number(value: float, question: Question, words: Wording) -> str:
    if question.limits.most == 1e13:
        return words.money(value)
    asks = f"{question.title} {question.help}".lower()
    if question.limits.most == 100 and "percent" in asks:
        return words.percent(value)
    return words.measured(value, question.unit) if question.unit else words.number(value)


def _pair(key: Any, value: Any, engagement: Engagement) -> str:
    label = key.label if isinstance(key, Choice) else str(key)
    if isinstance(value, dict):
        inner = ", ".join(_pair(each, part, engagement) for each, part in value.items())
        return f"{label} ({inner})"
    return f"{label} {value if isinstance(value, str) else shown(value, None, engagement)}"


def name_of(record: Record, engagement: Engagement, catalogue: Catalogue | None = None) -> str:
    """Return what a record is known by: its first answer in words, else its first choice.

    A channel and a measure are called as the catalogue calls them, not by their short names.
    """
    values = [getattr(record, name) for name in type(record).model_fields if name not in ("evidence", "id")]
    said = [each for each in values if isinstance(each, str) and not isinstance(each, Choice)]
    found = said or [each for each in values if isinstance(each, Choice)]
    text = shown(found[0], None, engagement) if found else "nothing yet"
    if catalogue is not None:
        text = _called(record, catalogue) or text
    return fit(text, 40)


def _called(record: Record, catalogue: Catalogue) -> str:
    """Return the catalogue's name of what a record is about; empty where it is about nothing of it."""
    first = next((name for name in type(record).model_fields if name not in ("evidence", "id")), "")
    entries: dict[str, Mapping[str, Any]] = {"channel": catalogue.channels, "kpi": catalogue.kpis}
    entry = entries[first].get(str(getattr(record, first))) if first in entries else None
    return str(entry.name) if entry is not None else ""


def typed(answer: Any, kind: Kind) -> str:
    """Return an answer as the text that gives it again; empty where there is none that is known."""
    match answer:
        case None | Unknown():
            return ""
        case bool():
            return "yes" if answer else "no"
        case Choice():
            return str(answer.value)
        case Figure():
            return f"{answer.value:.15g}"
        case int() | float():
            return f"{answer:.15g}"
        case date():
            return _day(answer)
        case Evidence():
            return f"{_period(answer.period)}; {answer.source}; {answer.grade.value}"
        case tuple():
            parts = [typed(each, kind) for each in answer]
            long = any("," in each or len(each) > 60 for each in parts)
            return ("\n" if kind in (Kind.PROSE, Kind.NAMES) or long else ", ").join(parts)
        case dict():
            return ", ".join(f"{key} {typed(value, kind)}" for key, value in answer.items())
    return str(answer)


def sourced(figure: Figure) -> str:
    """Return where a figure comes from as it would be typed; empty where a part of it is missing."""
    if figure.period is None or not figure.source or figure.grade is None:
        return ""
    return typed(Evidence(period=figure.period, source=figure.source, grade=figure.grade), Kind.EVIDENCE)


def _period(period: Period) -> str:
    """Return a period as it would be typed: in months where it covers whole ones, one day or month only once."""
    first, last = period.start, period.end
    if first == last:
        return _day(first)
    if first.day > 1 or (last + timedelta(days=1)).day > 1:
        return f"{_day(first)} to {_day(last)}"
    begins, ends = (f"{MONTHS[each.month - 1].capitalize()} {each.year}" for each in (first, last))
    return ends if begins == ends else f"{begins} to {ends}"


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"
