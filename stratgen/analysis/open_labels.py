"""What is open, in words that a director can read: a subject and what is not known of it, never a question's stump.

The same words stand in the box of the board brief and in annex B.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from stratgen.analysis.findings import ChannelFinding, Kpi, OpenPoint
from stratgen.analysis.jurisdictions import land
from stratgen.analysis.keypaths import Path, find
from stratgen.engagement import Engagement, known

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
}
_KNOWN: dict[Path, str] = {
    ("board", "implications", "customers"): "What it means for customers",
    ("board", "implications", "employees"): "What it means for employees",
    ("board", "implications", "regulators"): "What it means for regulators",
    ("policy", "monitoring", "impact_assessment"): "Privacy impact assessment of monitoring",
    ("policy", "consultations"): "Who has been consulted on the policy",
    ("policy", "legal_reviews"): "Legal review of the policy",
}
_FIRST = (("board",), ("risks",), ("policy",), ("engagement",))
"""Sections whose holes matter most to a decision, in this order; the others follow in the order of the file."""

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
            return (kpi.name, _OF_A_MEASURE.get(name, "")) if kpi else ("", "")
        case ("policy", "legal_reviews", int(), *_):
            country = known(getattr(find(engagement, path[:3]), "country", None))
            return (f"Legal review of the policy, {land(country)}", "") if country else ("", "")
    return "", ""


def for_the_board(points: Iterable[OpenPoint]) -> tuple[OpenPoint, ...]:
    """Return the holes of the board brief, those that matter to the decision first, and pairs as one.

    A pair has one subject, one reason, one owner and one day.
    """
    merged: dict[object, OpenPoint] = {}
    for point in sorted((each for each in points if each.in_brief), key=_rank):
        same = (point.subject or point.path, point.reason, point.owner, point.due)
        first = merged.get(same)
        if first is None:
            merged[same] = point
        elif point.asks and first.asks and point.asks not in first.asks:
            merged[same] = replace(first, asks=f"{first.asks}, and {point.asks}")
    return tuple(merged.values())


def _rank(point: OpenPoint) -> tuple[int, int]:
    section = point.path.partition(".")[0].partition("[")[0]
    return next((at for at, (name,) in enumerate(_FIRST) if name == section), len(_FIRST)), point.number
