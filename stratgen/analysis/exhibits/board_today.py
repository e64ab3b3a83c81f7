"""What customers meet today: the channels and the care measures, as the board brief shows them."""

from __future__ import annotations

from stratgen.analysis.durations import duration
from stratgen.analysis.exhibits.brief import Brief, Builder
from stratgen.analysis.exhibits.ledger import (
    at_start,
    clock_line,
    clock_words,
    columns,
    kpi_name,
    kpi_of,
    kpi_value,
    marked,
    source_line,
    table,
)
from stratgen.analysis.exhibits.percentiles import with_percentile
from stratgen.analysis.exhibits.short_holes import shortened
from stratgen.analysis.findings import ChannelFinding
from stratgen.analysis.sentences import number_word
from stratgen.analysis.silence import is_uncounted
from stratgen.analysis.wording import half_up
from stratgen.document import Cell, Exhibit, Row, cell
from stratgen.engagement import Figure, Unknown, known, records
from stratgen.engagement.baseline import AppliesToSocial, Measure
from stratgen.engagement.channels import Channel, ChannelStatus, InquiryMix

ROADMAP = "the roadmap (part 3 of the strategy pack)"
MOST_NAMED = 4
"""Channels that are left out and still named."""
MOST_CHANNELS = 5
"""Rows of the table of channels in the body of the brief (eight at most, documents BB-5)."""

LONG = 120
"""Minutes from which a wait is shown in hours and minutes too."""

FIRST_RESPONSE = "FRT"
"""The measure whose clock holds for the first reply on each channel."""
CARE = ("AHT", FIRST_RESPONSE, "CSAT", "VSAT", "FCR")
"""The measures of customer care that a service channel needs (checklist S-01)."""

_ABOUT = {
    "service": "Service", "complaint": "Complaints", "pre_sale": "Before a sale", "praise": "Praise",
    "information": "Information", "other": "Other matters",
}  # fmt: skip


def channels(brief: Brief) -> Exhibit | None:
    """Return the busiest channels with what comes in and what goes back: five rows, or six where there are six."""
    found = brief.findings.channels.findings
    # To say that one channel is left out takes as much room as its row.
    most = len(found) if len(found) == MOST_CHANNELS + 1 else MOST_CHANNELS
    shown = sorted(found, key=lambda each: -_messages(each.channel))[:most]
    shown = [each for each in found if each in shown]
    marks, origin = marked(brief, [_figures(each.channel) for each in shown])
    rows, open_words = shortened(
        [_channel(brief, each, mark) for each, mark in zip(shown, marks, strict=True)]
    )
    left = [each.name for each in found if each not in shown]
    note = " ".join(filter(None, (origin, _first_reply(brief), _left_out(brief, left), open_words)))
    review = brief.findings.progress is not None
    heads = columns(("Channel", 1.9), ("Status" if review else "Today", 1.1), ("Mostly about", 1.5), ("A month", 0.9, "end"),
                    ("Answered", 1, "end"), ("First reply", 1.3, "end"))  # fmt: skip
    return table(
        "brief-channels",
        f"Channels {'at the start' if review else 'today'}, with the messages a month that need a reply",
        heads,
        rows,
        note,
    )


def _first_reply(brief: Brief) -> str:
    clock = clock_words(brief, brief.findings.kpis.get(FIRST_RESPONSE))
    return f"First reply: the median{f', counted {clock}' if clock else ''}."


def _messages(channel: Channel) -> float:
    figure = known(channel.needing_reply)
    return figure.value if figure else -1.0 if known(channel.status) is ChannelStatus.NONE else 0.0


def _left_out(brief: Brief, names: list[str]) -> str:
    """Return which channels the table leaves out: by name where they are few."""
    if not names:
        return ""
    if len(names) > MOST_NAMED:
        return f"{number_word(len(names)).capitalize()} quieter channels are in {ROADMAP}."
    verb = "is" if len(names) == 1 else "are"
    return f"Not shown: {brief.wording.listing(names)}, which {verb} in {ROADMAP}."


def _channel(brief: Brief, found: ChannelFinding, mark: str) -> tuple[Cell, ...]:
    channel, w = found.channel, brief.wording
    number = known(channel.needing_reply)
    rate = known(channel.response_rate)
    return (
        cell(f"{found.name}{mark}"),
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
    """Return the measures that can be applied to social: elsewhere, and on social; annex C says how each is counted."""
    wanted = {*CARE, *(known(brief.engagement.board.oversight.kpis) or ())}
    shown = [each for each in records(brief.engagement.baseline.measures)
             if known(each.kpi) in wanted and known(each.applies) is not AppliesToSocial.NO]  # fmt: skip
    rows, open_words = shortened([_measure(brief, each) for each in shown])
    when = at_start(brief)
    heads = columns(("Measure", 2.5), ("Other channels", 1.6, "end"), (f"Social {when}", 2.9, "end"))
    return table(
        "brief-care",
        f"Care measures {when}, on other channels and on social",
        heads,
        rows,
        source_line(brief, (figure for each in shown for figure in (each.other_channels, each.social)),
                    " ".join(filter(None, (
                        clock_line(brief, (name for each in shown if (name := known(each.kpi)))),
                        "Part 3 and annex C of the pack say how each is counted.", open_words,
                    )))),
    )  # fmt: skip


def _measure(brief: Brief, measure: Measure) -> tuple[Cell, ...]:
    kpi = kpi_of(brief, measure.kpi)
    return (
        brief.wording.cell(kpi_name(brief, measure.kpi)),
        kpi_value(brief, kpi, measure.other_channels),
        with_percentile(brief, kpi, kpi_value(brief, kpi, measure.social), measure, whole=False),
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
        hours = duration(total, w) if total >= LONG else ""
        rows.append(Row((cell(""), cell("Together"), cell(hours), cell(w.number(total))), "total"))
    heads = columns(("Step", 0.5), ("Who", 1.6), ("What they do", 5), ("Minutes", 0.8, "end"))
    service = brief.engagement.service
    clock = known(service.wait_clock)
    caption = "What happens to a message today, with the minutes until the next step"
    if brief.findings.progress:
        caption = "What happened to a message at the start, with the minutes until the next step"
    return table("brief-journey", caption, heads, rows,
                 source_line(brief, [service.wait_minutes], f"Counted {clock.label}." if clock else ""))  # fmt: skip


def silence(brief: Brief) -> Exhibit | None:
    """Return what unanswered messages may cost in a year, as a range; None where it may not be printed (domain 5.11)."""
    found, w = brief.findings.silence, brief.wording
    given = brief.engagement.board.silence
    if found.low is None or found.base is None or found.high is None or given is None:
        return None
    heads = columns(("Without a reply", 1.5, "end"), ("Customers", 1.1, "end"),
                    *((f"Margin at risk, {name}", 1.5, "end") for name in ("low", "middle", "high")))  # fmt: skip
    row = (
        cell(f"{w.number(half_up(found.unanswered or 0, 0))} messages"),
        cell(w.number(half_up(found.customers or 0, 0))),
        *(cell(w.expected(value)) for value in (found.low, found.base, found.high)),
    )
    parts = [
        f"{w.text(given.contacts_per_customer)} a customer",
        f"{w.text(given.leave_rate)} of them leaving",
    ]
    margin = known(brief.engagement.engagement.margin_per_customer)
    if margin is not None:
        parts.append(f"a yearly margin of {w.money(margin.value)}")
    grade = f" Lowest grade: {found.weakest.value}." if found.weakest else ""
    note = (
        f"Illustrative, not a forecast: {w.listing(parts)}; low and high at 0.5 and 1.5 times that share."
        f"{_uncounted(brief, found.left_out)}{grade}"
    )
    if brief.findings.progress:
        note = f"By the replies of the start. {note}"
    return table("brief-silence", "What silence may cost in a year", heads, [row], note)


def _uncounted(brief: Brief, count: int) -> str:
    """Return which channels are left out since their messages or replies are not counted."""
    names = [each.name for each in brief.findings.channels.findings if is_uncounted(each.channel)]
    if count < 1:
        return ""
    if len(names) == count <= MOST_NAMED:
        verb = "is" if count == 1 else "are"
        return f" {brief.wording.listing(names)}, which {verb} not counted, {verb} left out."
    return f" {number_word(count).capitalize()} channels without counts are left out."


BUILDERS: dict[str, Builder] = {
    "brief-channels": channels,
    "brief-care": care,
    "brief-journey": journey,
    "brief-silence": silence,
}
