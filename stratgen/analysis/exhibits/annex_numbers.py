"""Exhibits of the annex on method: channels and risks, with their inputs."""

from __future__ import annotations

from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.cells import number_cell, row, words
from stratgen.analysis.exhibits.ledger import BAND_TONES, clock_words, columns, table
from stratgen.analysis.exhibits.roadmap_dictionary import in_dictionary
from stratgen.analysis.exhibits.short_holes import shortened
from stratgen.analysis.findings import ChannelFinding, RiskFinding
from stratgen.document import Cell, Exhibit, Row, cell, plain
from stratgen.engagement import Figure, Unknown, known, records


def channels(brief: Brief) -> Exhibit | None:
    """Return of each channel what was judged, 1 to 5, and what follows: scores of 0 to 100, hours, state (5.5)."""
    heads = columns(
        ("Channel", 1.9), ("Need a reply, a month", 0.8, "end"), ("Value to customer, to us", 0.95, "end"),
        ("Presence", 0.85, "end"), ("Fit", 0.65, "end"), ("Opportunity", 0.95, "end"),
        ("Complex, skills, tools", 0.85, "end"), ("Hours needed", 0.75, "end"), ("Hours there", 0.7, "end"),
        ("Feasibility", 0.95, "end"), ("Likely, impact", 0.75, "end"), ("Risk", 0.6, "end"),
        ("Priority", 0.8, "end"), ("State", 0.85),
    )  # fmt: skip
    rows, open_words = shortened([_channel_row(brief, found) for found in brief.findings.channels.findings])
    caption = "Channels: what was judged, 1 to 5, and what follows, 0 to 100"
    return table("annex-channels", caption, heads, rows, open_words)


def _channel_row(brief: Brief, found: ChannelFinding) -> tuple[Cell, ...]:
    w, judged = brief.wording, found.channel.feasibility

    def marks(*names: str) -> Cell:
        given = (w.cell(getattr(judged, name) if judged else None) for name in names)
        return words(", ".join(plain(inlines) for each in given for inlines in each.paragraphs))

    return (
        words(found.name),
        _bare(brief, found.channel.needing_reply),
        marks("customer_value", "organisation_value"),
        number_cell(w, found.presence, 1),
        number_cell(w, found.fit, 1),
        number_cell(w, found.opportunity, 1),
        marks("complexity", "skills", "tool_support"),
        number_cell(w, found.hours_needed, 1),
        number_cell(w, found.hours_available, 1),
        number_cell(w, found.feasibility, 1),
        marks("likelihood", "impact"),
        number_cell(w, found.risk, 1),
        number_cell(w, found.priority, 1),
        words(found.state.label if found.state else "Not set"),
    )


def risks(brief: Brief) -> Exhibit | None:
    """Return likelihood times impact of each risk, before and after its mitigation (5.16)."""
    rows = [_risk_row(brief, found) for found in brief.findings.risks]
    heads = columns(
        ("Risk", 2.6),
        ("Today: likely x impact", 1.1),
        ("Today", 1),
        ("After: likely x impact", 1.1),
        ("After", 1),
    )
    return table("annex-risks", "Risks before and after mitigation", heads, rows)


def _risk_row(brief: Brief, found: RiskFinding) -> Row:
    risk, show = found.risk, brief.wording.text
    return row(
        words(brief.wording.text(risk.cause)),
        words(f"{show(risk.likelihood)} x {show(risk.impact)}"),
        _band(found.inherent, found.inherent_band),
        words(f"{show(risk.residual_likelihood)} x {show(risk.residual_impact)}"),
        _band(found.residual, found.residual_band),
    )


def _band(product: int | None, band: str) -> Cell:
    return words("Not scored") if product is None else cell(f"{product}, {band}", tone=BAND_TONES.get(band))


def _bare(brief: Brief, answer: Figure | Unknown | None) -> Cell:
    """Return a figure without its unit, which the heading names."""
    return (
        number_cell(brief.wording, answer.value) if isinstance(answer, Figure) else brief.wording.cell(answer)
    )


def measures_used(brief: Brief) -> Exhibit | None:
    """Return the measures that the documents use beside those of the roadmap's dictionary (domain 8)."""
    used = _used(brief) - {*in_dictionary(brief)}
    owners = {known(each.kpi): each.owner for each in records(brief.engagement.baseline.measures)}
    rows = [
        row(
            words(f"{kpi.name} ({kpi.short})" if kpi.short and kpi.short != kpi.name else kpi.name),
            words(kpi.formula, f"Counted {clock_words(brief, kpi)}." if kpi.clock else ""),
            words({"up": "Higher", "down": "Lower"}[kpi.direction]),
            brief.wording.cell(owners.get(key)),
        )
        for key, kpi in brief.findings.kpis.items()
        if key in used
    ]
    heads = columns(("Measure", 1.8), ("How it is counted", 3), ("Better is", 0.6), ("Answers for it", 1.5))
    return table("annex-measures", "Other measures that these documents use", heads, rows)


def _used(brief: Brief) -> set[str]:
    engagement = brief.engagement
    focus = engagement.focus_metrics
    named = [
        *(each.kpi for each in records(engagement.baseline.measures)),
        *(each.kpi for each in records(engagement.objectives)),
        *(each.kpi for each in records(engagement.vision.proof_points)),
        *records(engagement.board.oversight.kpis),
        focus.q1, focus.q2, focus.q3, focus.q4,
    ]  # fmt: skip
    return {key for key in map(known, named) if key}


BUILDERS: dict[str, Builder] = {
    "annex-channels": channels,
    "annex-risks": risks,
    "annex-measures": measures_used,
}
