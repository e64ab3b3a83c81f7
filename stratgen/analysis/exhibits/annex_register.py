"""Exhibits of the annex on evidence: assumptions, the register of figures, open points and warnings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from stratgen.analysis.benefits import REPEAT_FACTOR
from stratgen.analysis.capacity import CONCURRENCY
from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.cells import number_cell, row, words
from stratgen.analysis.exhibits.ledger import AGED, columns, is_aged, kpi_of, kpi_value, period_words, table
from stratgen.analysis.findings import EvidenceLine, Kpi, OpenPoint, RuleFinding
from stratgen.analysis.jurisdictions import land
from stratgen.analysis.measures import social_value
from stratgen.analysis.silence import HIGH, LOW
from stratgen.document import Cell, Exhibit, Row, plain
from stratgen.engagement import Grade, known, records

_LINES = 3
"""The most paragraphs of one row in the register of figures."""
_ELSEWHERE = "That of the other channels"
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")
_SHARE = re.compile(r"(?<=\d) percent\b")
_NOBODY = "To be named"
_PLAIN = {
    "active customers": "", "margin per customer": "margin", "inbound": "in all", "needing reply": "needing a reply",
    "response rate": "answered", "first response minutes": "first reply after",
    "first response 90th minutes": "90th percentile", "social 90th": "90th percentile on social", "pre sale": "before a sale",
    "value": "", "value 90th": "90th percentile", "rechannelled": "sent on to another channel", "handovers": "", "wait minutes": "solved after",
    "resolved in channel": "settled where raised", "other channels": "on other channels", "social": "on social",
}  # fmt: skip
"""How a figure is called where the name of its field, or its name beside its unit, would read badly."""
_WHOLES = (", inquiries", ", sentiment")
"""Sections of a channel whose figures are the shares of one whole."""
_MONEY = "margin per customer"
_COSTS = "Baseline, contact costs, "
_BENEFIT = "Board, benefits "
_OBJECTIVE = re.compile(r"Objectives (\d+)(?: \(.*?\))?, ")


def assumptions(brief: Brief) -> Exhibit | None:
    """Return what is assumed: what the method sets, what was given for it, and the figures of grade D.

    The assumption behind each benefit stands beside it, in the appendix of the board brief.
    """
    w, found = brief.wording, brief.findings
    method, given = "Set by the method", "As answered"
    lines = [
        (
            "Share of an agent's paid hours spent on messages (occupancy)",
            w.percent(100 * found.capacity.occupancy),
            method,
        ),
        ("Conversations that one person has at a time", w.number(CONCURRENCY), method),
        (
            "Fewest people on shift",
            w.number(found.capacity.minimum_on_shift),
            method if known(brief.engagement.team.fewest_on_shift) is None else given,
        ),
        (
            "Share of messages that should get a reply",
            w.percent(found.channels.target_response_rate),
            _rate_from(brief),
        ),
    ]
    minutes, here = found.channels.handling_minutes.value, social_value(brief.engagement, "AHT")
    if minutes is not None and here is None:
        lines.append(
            ("Handling time on social, not measured there", f"{w.number(minutes)} minutes", _ELSEWHERE)
        )
    if (shrinkage := known(brief.engagement.team.shrinkage)) is not None:
        lines.append(("Paid time not spent on customers (shrinkage)", w.percent(shrinkage), given))
    if any(each.kind == "first_contact" for each in found.benefits.findings):
        lines.append(("Repeat contacts of a matter not solved at once", w.number(REPEAT_FACTOR), method))
    if found.silence.shown:
        lines.append(
            (
                "Leaving rate, low and high",
                f"{w.number(LOW)} and {w.number(HIGH)} times the client's own",
                method,
            )
        )
    rows = [row(*map(words, line)) for line in lines]
    rows += [
        row(
            words(_named(brief, line.place)),
            _value(brief, line),
            words(line.figure.source or "No source named"),
        )
        for line in found.evidence.lines
        if line.figure.grade in (Grade.D, None) and not line.place.startswith(_BENEFIT)
    ]
    heads = columns(("What", 2.6), ("What is assumed", 1.6), ("By whom, or from where", 1.6))
    return table("annex-assumptions", "Assumptions", heads, rows,
                 "Assumptions behind benefits stand beside each, in the appendix of the board brief.")  # fmt: skip


def _rate_from(brief: Brief) -> str:
    """Return where the share to be answered comes from: an objective's target, or the method."""
    targets = (known(each.target) for each in records(brief.engagement.objectives) if known(each.kpi) == "RR")
    return "Target of the objective" if any(target is not None for target in targets) else "Set by the method"


def evidence(brief: Brief) -> Exhibit | None:
    """Return the register of figures, those of one origin together (5.14, documents G4)."""
    origins: dict[tuple[str, str, str, bool], list[EvidenceLine]] = {}
    for line in brief.findings.evidence.lines:
        origins.setdefault(_origin(brief, line), []).append(line)
    rows = [
        row(
            part,
            words(", ".join(filter(None, (source, f"{period} (dated)" if dated else period)))),
            words(grade),
        )
        for (source, period, grade, dated), lines in origins.items()
        for part in _parts(_figures(brief, lines))
    ]
    heads = columns(("Figures", 4.2), ("Source and period", 2.9), ("Grade", 0.5))
    index = brief.findings.evidence.index
    share = "" if index is None else f"Share graded A or B: {brief.wording.percent(index, 0)}."
    aged = AGED if any(is_aged(brief, line.figure) for line in brief.findings.evidence.lines) else ""
    note = " ".join(filter(None, (share, aged)))
    return table("annex-evidence", "Register of figures", heads, rows, note)


def _parts(figures: Cell) -> Iterable[Cell]:
    """Yield a cell in parts of a few lines each, so that a page may break between them."""
    for start in range(0, len(figures.paragraphs), _LINES):
        yield replace(figures, paragraphs=figures.paragraphs[start : start + _LINES])


def _origin(brief: Brief, line: EvidenceLine) -> tuple[str, str, str, bool]:
    figure = line.figure
    period = period_words(brief.wording, figure.period) if figure.period else ""
    return figure.source, period, figure.grade.value if figure.grade else "", line.dated


def _figures(brief: Brief, lines: Iterable[EvidenceLine]) -> Cell:
    """Return the figures of one origin: one paragraph for each section that they stand in, the shares of one whole
    (a channel's inquiries or sentiment) as one item."""
    places: dict[str, dict[str, list[str]]] = {}
    for line in lines:
        place, _, name = _named(brief, line.place).rpartition(", ")
        head, _, whole = place.rpartition(", ") if place.endswith(_WHOLES) else (place, "", "")
        value = _shown(brief, line, name)
        places.setdefault(head, {}).setdefault(whole, []).append(f"{_PLAIN.get(name, name)} {value}".strip())
    return words(*(_paragraph(place, items) for place, items in places.items()))


def _paragraph(place: str, items: Mapping[str, Sequence[str]]) -> str:
    told = "; ".join(
        f"{whole}: {', '.join(each)}" if whole else "; ".join(each) for whole, each in items.items()
    )
    return f"{place}: {told}" if place else told


def _shown(brief: Brief, line: EvidenceLine, name: str) -> str:
    """Return a figure in the unit of its measure, or in its own; an amount in the currency of the pack."""
    if line.place.startswith(_BENEFIT):
        return brief.wording.expected(line.figure.value)
    if line.place.startswith(_COSTS):
        return brief.wording.money(line.figure.value)
    if name == _MONEY:
        return f"{brief.wording.money(line.figure.value)} {line.figure.unit}"
    return plain(kpi_value(brief, _measure(brief, line.place), line.figure).paragraphs[0])


def _measure(brief: Brief, place: str) -> Kpi | None:
    """Return the measure that a baseline, an objective or a review at this place is counted in."""
    if found := re.match(r"(?:Baseline, measures|Progress, actuals) \d+ \((.*?)\), ", place):
        return brief.findings.kpis.get(found[1])
    if found := _OBJECTIVE.match(place):
        return kpi_of(brief, records(brief.engagement.objectives)[int(found[1]) - 1].kpi)
    return None


def _named(brief: Brief, place: str) -> str:
    """Return a place with the channel's or the measure's name instead of its position and id."""
    if found := re.match(r"Channels (\d+) \(.*?\)(?=,|$)", place):
        return brief.findings.channels.findings[int(found[1]) - 1].name + place[found.end() :]
    if found := re.match(r"Baseline, measures \d+ \((.*?)\), ", place):
        kpi = brief.findings.kpis.get(found[1])
        return f"{kpi.name if kpi else found[1]}, {place[found.end() :]}"
    if found := re.match(r"Policy, legal reviews \d+ \((.*?)\)(?=,|$)", place):
        return f"Legal review of the policy: {land(found[1])}{place[found.end() :]}"
    if found := re.match(r"Board, benefits \d+ \((.*)\)(?=, base$)", place):
        return f"Benefit in a full year, {found[1]}, base case"
    if found := re.match(r"Progress, actuals (\d+) \((.*?)\)", place):
        kpi = brief.findings.kpis.get(found[2])
        given = brief.engagement.progress
        actual = records(given.actuals)[int(found[1]) - 1] if given else None
        quarter = brief.wording.text(actual.quarter) if actual else ""
        return f"Review of {quarter}: {kpi.name if kpi else found[2]}{place[found.end() :]}"
    if place.startswith("Board, silence"):
        return place.replace("Board, silence", "Cost of silence", 1)
    if (found := _OBJECTIVE.match(place)) and (kpi := _measure(brief, place)):
        return f"Objective {found[1]}, {kpi.name.lower()}, {place[found.end() :]}"
    return place


def _value(brief: Brief, line: EvidenceLine) -> Cell:
    return words(brief.wording.text(line.figure))


def open_points(brief: Brief) -> Exhibit | None:
    """Return every hole: its number, what is open, who will fill it, by when, and where it prints (G6)."""
    rows = [_point_row(brief, point) for point in brief.findings.open_points]
    heads = columns(
        ("No.", 0.4, "end"), ("What is open", 3), ("Owner", 1.2), ("Due", 0.9), ("Printed in", 1.3)
    )
    return table("annex-open-points", "Open points", heads, rows)


def _point_row(brief: Brief, point: OpenPoint) -> Row:
    return row(
        number_cell(brief.wording, point.number),
        words(
            point.label if point.subject else f"{_named(brief, point.place)}: {point.question}",
            point.reason[:1].upper() + point.reason[1:],
        ),
        words(point.owner or _NOBODY),
        words(brief.wording.day(point.due, "short") if point.due else "Not set"),
        words(*point.documents),
    )


def accepted(brief: Brief) -> Exhibit | None:
    """Return the warnings that somebody has accepted, why, and by whom."""
    rows = [
        row(words(_told(brief, each)), words(each.accepted_because), words(each.accepted_by))
        for each in brief.findings.accepted
    ]
    heads = columns(("Warning", 2.6), ("Why it is accepted", 2.2), ("By whom", 1))
    return table("annex-accepted", "Accepted warnings", heads, rows)


def overrides(brief: Brief) -> Exhibit | None:
    """Return the channel states that were set by hand, with the recommended one and the reason."""
    rows = [
        row(words(found.name), words(found.recommended.label if found.recommended else "Not scored"),
            brief.wording.cell(found.channel.override.state), brief.wording.cell(found.channel.override.reason))
        for found in brief.findings.channels.findings
        if found.channel.override is not None
    ]  # fmt: skip
    heads = columns(("Channel", 1), ("Recommended", 0.9), ("Set", 0.8), ("Why", 2.8))
    return table("annex-overrides", "Channel states set by hand", heads, rows)


def warnings(brief: Brief) -> Exhibit | None:
    """Return the errors and warnings that are still open, with what would mend each."""
    rows = [
        row(words(kind), words(_told(brief, each)), words(_dated(brief, each.mend)))
        for kind, found in (("Error", brief.findings.errors), ("Warning", brief.findings.warnings))
        for each in found
    ]
    heads = columns(("Kind", 0.7), ("What does not hold", 3), ("What would mend it", 2))
    return table("annex-warnings", "Errors and warnings that are open", heads, rows)


def _told(brief: Brief, found: RuleFinding) -> str:
    """Return what does not hold, and where, with the rule's number for those who look it up."""
    place = f"{_named(brief, found.place)}: " if found.place else ""
    return f"{place}{_dated(brief, found.what)} ({found.rule})"


def _dated(brief: Brief, text: str) -> str:
    """Return a text with its days and its shares as the pack writes them."""
    dated = _DAY.sub(lambda found: brief.wording.day(date.fromisoformat(found[0])), text)
    return _SHARE.sub("%", dated)


BUILDERS: dict[str, Builder] = {
    "annex-assumptions": assumptions,
    "annex-evidence": evidence,
    "annex-open-points": open_points,
    "annex-accepted": accepted,
    "annex-overrides": overrides,
    "annex-warnings": warnings,
}
