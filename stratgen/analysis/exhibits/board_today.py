"""What customers meet today: the channels and the care measures, as the board brief shows them."""

from __future__ import annotations

from datetime import date

from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.ledger import (
    columns,
    grade_line,
    kpi_name,
    kpi_of,
    kpi_value,
    source_line,
    table,
)
from stratgen.analysis.findings import ChannelFinding
from stratgen.catalogue import ChannelEntry
from stratgen.document import Cell, Exhibit, Row, cell
from stratgen.engagement import Figure, Unknown, known, records
from stratgen.engagement.baseline import AppliesToSocial, Measure
from stratgen.engagement.channels import Channel, ChannelStatus, InquiryMix

MOST_CHANNELS = 6
"""Rows of the table of channels in the body of the brief (eight at most, documents BB-5)."""

LONG = 120
"""Minutes from which a wait is shown in hours too."""

CARE = ("AHT", "FRT", "CSAT", "VSAT", "FCR")
"""The measures of customer care that a service channel needs (checklist S-01)."""

_ABOUT = {
    "service": "Service", "complaint": "Complaints", "pre_sale": "Before a sale", "praise": "Praise",
    "information": "Information", "other": "Other matters",
}  # fmt: skip


def channels(brief: Brief) -> Exhibit | None:
    """Return the busiest channels with what comes in and what goes back; six rows at most."""
    found = brief.findings.channels.findings
    shown = sorted(found, key=lambda each: -_messages(each.channel))[:MOST_CHANNELS]
    shown = [each for each in found if each in shown]
    note = " ".join(
        filter(None, ("First reply: median.", _left_out(len(found) - len(shown)), _counted(brief)))
    )
    heads = columns(("Channel", 1.9), ("Today", 1.1), ("Mostly about", 1.5), ("A month", 0.9, "end"),
                    ("Answered", 1, "end"), ("First reply", 1.3, "end"))  # fmt: skip
    return table(
        "brief-channels",
        "Channels today, with the messages a month that need a reply",
        heads,
        [_channel(brief, each) for each in shown],
        grade_line(brief, [figure for each in shown for figure in _figures(each.channel)], note),
    )


def _messages(channel: Channel) -> float:
    figure = known(channel.needing_reply)
    return figure.value if figure else -1.0 if known(channel.status) is ChannelStatus.NONE else 0.0


def _left_out(count: int) -> str:
    if count < 1:
        return ""
    return (
        f"{count} quieter channel{'' if count == 1 else 's'} {'is' if count == 1 else 'are'} in the roadmap."
    )


def _counted(brief: Brief) -> str:
    demand, w = brief.findings.channels.demand, brief.wording
    if demand is None or (demand.channels < 2 and not demand.left_out):
        return ""
    which = "one channel with" if demand.channels == 1 else f"{w.number(demand.channels)} channels with"
    total = f"{w.number(demand.needing_reply)} messages need a reply and {w.percent(demand.response_rate)} get one"
    return f"Over the {which} both numbers, {total}."


def _channel(brief: Brief, found: ChannelFinding) -> tuple[Cell, ...]:
    channel, w = found.channel, brief.wording
    number = known(channel.needing_reply)
    rate = known(channel.response_rate)
    return (
        cell(found.name),
        w.cell(channel.status),
        _about(brief, channel.inquiries),
        cell(w.number(number.value)) if number else w.cell(channel.needing_reply),
        cell(w.percent(rate.value)) if rate else w.cell(channel.response_rate),
        w.cell(channel.first_response_minutes),
    )


def _about(brief: Brief, mix: InquiryMix | None) -> Cell:
    if mix is None:
        return cell("–")
    shares = [(figure.value, name) for name in _ABOUT if (figure := known(getattr(mix, name)))]
    if not shares:
        return brief.wording.cell(mix.service)
    share, name = max(shares, key=lambda each: each[0])
    return cell(f"{_ABOUT[name]} ({brief.wording.percent(share)})")


def _figures(channel: Channel) -> tuple[Figure | Unknown | None, ...]:
    return channel.needing_reply, channel.response_rate, channel.first_response_minutes


def care(brief: Brief) -> Exhibit | None:
    """Return the measures that can be applied to social: elsewhere, on social, and how they are adapted."""
    wanted = {*CARE, *(known(brief.engagement.board.oversight.kpis) or ())}
    shown = [each for each in records(brief.engagement.baseline.measures)
             if known(each.kpi) in wanted and known(each.applies) is not AppliesToSocial.NO]  # fmt: skip
    heads = columns(("Measure", 2.2), ("Other channels", 1.3, "end"), ("Social today", 2.1, "end"),
                    ("How it is counted on social", 4.4))  # fmt: skip
    return table(
        "brief-care",
        "Care measures today, on other channels and on social",
        heads,
        [_measure(brief, each) for each in shown],
        source_line(brief, (figure for each in shown for figure in (each.other_channels, each.social))),
    )


def _measure(brief: Brief, measure: Measure) -> tuple[Cell, ...]:
    kpi = kpi_of(brief, measure.kpi)
    return (
        brief.wording.cell(kpi_name(brief, measure.kpi)),
        kpi_value(brief, kpi, measure.other_channels),
        kpi_value(brief, kpi, measure.social),
        cell("As elsewhere") if measure.adaptation is None else brief.wording.cell(measure.adaptation),
    )


def journey(brief: Brief) -> Exhibit | None:
    """Return what happens to a message today, step by step, with the minutes that pass and their sum."""
    w = brief.wording
    steps = records(brief.engagement.service.journey)
    rows = [Row((cell(str(number)), w.cell(each.actor), w.cell(each.action), w.cell(each.minutes)))
            for number, each in enumerate(steps, 1)]  # fmt: skip
    minutes = [known(each.minutes) for each in steps]
    if len(steps) > 1 and None not in minutes:
        total = sum(value for value in minutes if value is not None)
        hours = f"{w.number(total / 60)} hours" if total >= LONG else ""
        rows.append(Row((cell(""), cell("Together"), cell(hours), cell(w.number(total))), "total"))
    heads = columns(("Step", 0.5), ("Who", 1.6), ("What they do", 5), ("Minutes", 0.8, "end"))
    service = brief.engagement.service
    return table("brief-journey", "What happens to a message today, with the minutes until the next step", heads, rows,
                 source_line(brief, [service.wait_minutes]))  # fmt: skip


def conversations(brief: Brief) -> Exhibit | None:
    """Return the conversations that take place without the client."""
    w = brief.wording
    rows = [
        (cell(_channel_name(brief, known(each.channel) or "")) if known(each.channel) else w.cell(each.channel),
         _short(brief, each.date), w.cell(each.topic), w.cell(each.sentiment), w.cell(each.reach))
        for each in records(brief.engagement.purpose.conversations)
    ]  # fmt: skip
    heads = columns(
        ("Where", 1.7), ("Seen on", 1.15), ("About", 4.9), ("Mood", 0.85), ("People", 0.75, "end")
    )
    return table(
        "brief-conversations", "Conversations held without us, and the people they reached", heads, rows
    )


def _short(brief: Brief, day: date | Unknown) -> Cell:
    return brief.wording.cell(day) if isinstance(day, Unknown) else cell(brief.wording.day(day, "short"))


def _channel_name(brief: Brief, word: str) -> str:
    found = brief.findings.catalogue.channel(word)
    return found.name if isinstance(found, ChannelEntry) else word


def rivals(brief: Brief) -> Exhibit | None:
    """Return what anyone can see others do on social."""
    w = brief.wording
    rows = [(w.cell(each.name), w.cell(each.behaviour), w.cell(each.quality))
            for each in records(brief.engagement.purpose.competitors)]  # fmt: skip
    heads = columns(("Who", 1.6), ("What they can be seen to do", 5.4), ("Quality", 0.7, "end"))
    return table(
        "brief-rivals",
        "What others do",
        heads,
        rows,
        "Quality 1 to 5, 5 is best. Source: public observation by the author, grade C.",
    )


BUILDERS: dict[str, Builder] = {
    "brief-channels": channels,
    "brief-care": care,
    "brief-journey": journey,
    "brief-conversations": conversations,
    "brief-rivals": rivals,
}
