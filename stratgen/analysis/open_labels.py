"""What is open, in words that a director can read: a subject and what is not known of it, never a question's stump.

The same words stand in the box of the board brief and in annex B.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from stratgen.analysis.findings import ChannelFinding, Kpi, OpenPoint
from stratgen.analysis.jurisdictions import land
from stratgen.analysis.keypaths import Path, find, path_parts
from stratgen.engagement import Engagement, known
from stratgen.engagement.answer import REASON_NOT_ANSWERED

_OF_A_CHANNEL = {
    "inbound": "how many messages come in",
    "needing_reply": "how many messages need a reply",
    "response_rate": "how many messages get a reply",
    "first_response_minutes": "how soon the first reply comes",
}
_OF_A_MEASURE = {
    "other_channels": "where it stands on other channels",
    "owner": "who answers for it",
    "target": "which value it is to reach",
    "baseline": "where its objective starts from",
}
_OF_A_REVIEW = {"reviewer": "who reviews it", "date": "the day of the review"}
_CONTACTS = {
    "phone": "by telephone", "email": "by e-mail", "chat": "by chat", "social": "on social",
}  # fmt: skip
_KNOWN: dict[Path, str] = {
    ("board", "implications", "customers"): "What it means for customers",
    ("board", "implications", "employees"): "What it means for employees",
    ("board", "implications", "regulators"): "What it means for regulators",
    ("policy", "monitoring", "impact_assessment"): "Privacy impact assessment of monitoring",
    ("policy", "monitoring", "notice_given"): "Whether people are told of monitoring",
    ("policy", "monitoring", "basis_named"): "The ground in law for monitoring",
    ("policy", "monitoring", "lawful_basis"): "The ground in law for monitoring",
    ("engagement", "margin_per_customer"): "The yearly margin of a customer",
    ("engagement", "active_customers"): "The number of active customers",
    ("board", "costs"): "What the recommended option costs",
    ("board", "recommended_because"): "The reason for the recommended option",
    ("policy", "consultations"): "Who has been consulted on the policy",
    ("policy", "legal_reviews"): "Legal review of the policy",
}
_SECTIONS = ("board", "risks", "policy", "engagement")
"""Sections whose holes matter most to a decision after the measures that the board sees: money, then law."""

Names = Mapping[str, Kpi]
Found = tuple[ChannelFinding, ...]


def label(engagement: Engagement, path: Path, question: str, kpis: Names, channels: Found) -> tuple[str, str]:
    """Return the subject of a hole, and what is open about it; both empty where only its place and question tell."""
    if path in _KNOWN:
        return _KNOWN[path], ""
    match path:
        case ("channels", int(at), str(name)) if name in _OF_A_CHANNEL:
            return channels[at].name, _OF_A_CHANNEL[name]
        case ("channels", int(at), *_):
            return channels[at].name, question
        case ("baseline", "measures", int(), str(name)) | ("objectives", int(), str(name)):
            kpi = kpis.get(known(getattr(find(engagement, path[:-1]), "kpi", None)) or "")
            return (_measure(kpi), _OF_A_MEASURE.get(name, "")) if kpi else ("", "")
        case ("baseline", "contact_costs", str(name)) if name in _CONTACTS:
            return f"What one contact costs {_CONTACTS[name]}", ""
        case ("policy", "legal_reviews", int(), str(name)):
            country = known(getattr(find(engagement, path[:3]), "country", None))
            asks = _OF_A_REVIEW.get(name, "")
            return (f"Legal review of the policy, {land(country)}", asks) if country else ("", "")
    return "", ""


def _measure(kpi: Kpi) -> str:
    """Return the name of a measure, in plain words too where it is a term of the trade."""
    return f"{kpi.name} ({kpi.entry.plain.rstrip('.')})" if kpi.entry.plain else kpi.name


def for_the_board(engagement: Engagement, points: Iterable[OpenPoint]) -> tuple[OpenPoint, ...]:
    """Return the holes of the board brief, those that matter to the decision first, and pairs as one.

    First come the measures that the board sees, then money, then law. A pair has one subject, one reason, one owner
    and one day; a hole that nobody has said anything of goes with another of its subject.
    """
    merged: dict[tuple[object, ...], OpenPoint] = {}
    ordered = sorted((each for each in points if each.in_brief), key=lambda each: _rank(engagement, each))
    for point in ordered:
        subject = point.subject or point.path
        silent = point.reason == REASON_NOT_ANSWERED
        same = next((key for key in merged if silent and key[0] == subject), None)
        key = same or (subject, point.reason, point.owner, point.due)
        first = merged.get(key)
        if first is None:
            merged[key] = point
        elif point.asks and first.asks and point.asks not in first.asks:
            merged[key] = replace(first, asks=f"{first.asks}, and {point.asks}")
    return tuple(merged.values())


def _rank(engagement: Engagement, point: OpenPoint) -> tuple[int, int]:
    section, *_ = path_parts(point.path)
    if section in ("baseline", "objectives") and _kpi_of(engagement, point.path) in _seen(engagement):
        return 0, point.number
    at = _SECTIONS.index(section) if section in _SECTIONS else len(_SECTIONS)
    return 1 + at, point.number


def _seen(engagement: Engagement) -> tuple[str, ...]:
    return known(engagement.board.oversight.kpis) or ()


def _kpi_of(engagement: Engagement, path: str) -> str | None:
    """Return the measure that a hole is about; None where it is about none."""
    return known(getattr(find(engagement, path_parts(path)[:-1]), "kpi", None))
