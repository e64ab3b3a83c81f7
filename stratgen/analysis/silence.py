"""What unanswered messages may cost in a year (domain 5.11): a range, from the client's own figures alone.

It is left out where an input is missing, or where one is an estimate and the sponsor has not agreed to print it.
"""

from __future__ import annotations

from collections.abc import Iterable

from stratgen.analysis.findings import Silence
from stratgen.analysis.scoring import enough, figure
from stratgen.engagement import Engagement, Figure, Grade, known, records
from stratgen.engagement.channels import Channel

MONTHS = 12
LOW, HIGH = 0.5, 1.5
"""How far the leave rate is varied for the range."""


def cost(engagement: Engagement) -> Silence:
    """Return what is unanswered in a year, and its worth as low, base and high in the pack's currency."""
    counted, left_out = _counted(records(engagement.channels))
    unanswered = None
    if enough(len(counted), len(counted) + left_out):
        unanswered = sum(unanswered_of(volume.value, rate.value / 100) for volume, rate in counted)
    given = engagement.board.silence
    contacts = figure(given.contacts_per_customer) if given else None
    leaving = figure(given.leave_rate) if given else None
    margin = figure(engagement.engagement.margin_per_customer)
    customers = None if unanswered is None or not contacts else customers_of(unanswered, contacts)
    used = _used(engagement, counted)
    reason = (
        _harmless(leaving) or _missing(unanswered, contacts, leaving, margin) or _estimated(engagement, used)
    )
    base = None
    if not reason and customers is not None and leaving is not None and margin is not None:
        base = value_at_risk(customers, leaving / 100, margin)
    return Silence(
        unanswered=unanswered,
        customers=customers,
        low=None if base is None else LOW * base,
        base=base,
        high=None if base is None else HIGH * base,
        reason=reason,
        weakest=weakest(used),
        channels=len(counted),
        left_out=left_out,
    )


def unanswered_of(volume: float, response_rate: float) -> float:
    """Return the messages a year without a reply, of `volume` a month; the rate runs from 0 to 1."""
    return MONTHS * volume * (1 - response_rate)


def customers_of(unanswered: float, contacts_per_customer: float) -> float:
    """Return the customers behind the messages, each of whom writes `contacts_per_customer` times."""
    return unanswered / contacts_per_customer


def value_at_risk(customers: float, leave_rate: float, margin: float) -> float:
    """Return the yearly margin of those who leave; the rate runs from 0 to 1."""
    return customers * leave_rate * margin


def weakest(figures: Iterable[Figure | None]) -> Grade | None:
    """Return the lowest grade; None where a figure is missing or bears none, or there are no figures."""
    grades = [each.grade if each else None for each in figures]
    if not grades or None in grades:
        return None
    return max((grade for grade in grades if grade), key=lambda grade: grade.value)


def _counted(channels: tuple[Channel, ...]) -> tuple[list[tuple[Figure, Figure]], int]:
    """Return volume and rate of the channels that know both, and how many take messages but lack one."""
    pairs: list[tuple[Figure, Figure]] = []
    left_out = 0
    for channel in channels:
        volume, rate = known(channel.needing_reply), known(channel.response_rate)
        if volume is not None and rate is not None:
            pairs.append((volume, rate))
        elif is_uncounted(channel):
            left_out += 1
    return pairs, left_out


def is_uncounted(channel: Channel) -> bool:
    """Return whether a channel takes messages, yet its volume or its response rate is not known."""
    volume, rate = known(channel.needing_reply), known(channel.response_rate)
    return (
        (volume is None or rate is None)
        and channel.needing_reply is not None
        and (figure(channel.needing_reply) != 0)
    )


def _used(engagement: Engagement, counted: list[tuple[Figure, Figure]]) -> list[Figure | None]:
    given = engagement.board.silence
    own = [known(given.contacts_per_customer), known(given.leave_rate)] if given else [None, None]
    return [
        *(each for pair in counted for each in pair),
        *own,
        known(engagement.engagement.margin_per_customer),
    ]


def _harmless(leaving: float | None) -> str:
    """Return that nobody leaves, where that is the answer: a customer without a choice has no margin to take away."""
    return "no customer leaves for want of a reply (0% a year)" if leaving == 0 else ""


def _missing(
    unanswered: float | None, contacts: float | None, leaving: float | None, margin: float | None
) -> str:
    wanted = {
        "volumes and response rates": unanswered,
        "how often one customer writes": contacts or None,
        "the share of unanswered customers who leave": leaving,
        "the yearly margin of a customer": margin,
    }
    words = [name for name, value in wanted.items() if value is None]
    if not words:
        return ""
    verb = "are" if len(words) > 1 or words[0].startswith("volumes") else "is"
    return f"{_joined(words)} {verb} not known"


def _estimated(engagement: Engagement, used: list[Figure | None]) -> str:
    given = engagement.board.silence
    if weakest(used) in (Grade.A, Grade.B) or (given and known(given.sponsor_consents) is True):
        return ""
    return "it rests on estimates, and the sponsor has not agreed to print it"


def _joined(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
