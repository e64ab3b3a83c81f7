"""What comes in and what gets an answer, over all channels together (domain 5.5, 5.11)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from stratgen.engagement import known
from stratgen.engagement.channels import Channel


@dataclass(frozen=True, slots=True)
class Demand:
    """Messages a month that need a reply, and those that get one; the rate in whole percent, 0 to 100."""

    all_needing_reply: float
    """On every channel whose volume is known; the next three only where the response rate is known too."""
    needing_reply: float
    answered: float
    response_rate: int
    channels: int
    """How many channels are counted: those whose volume and response rate are known."""
    left_out: int
    """How many channels take messages but lack one of the two numbers."""
    unknown: int = 0
    """How many of those lack the first: nobody knows how many messages they take."""

    @property
    def nearly_whole(self) -> bool:
        """True where the rate covers all messages but less than one in a hundred: then one number says enough."""
        return self.all_needing_reply - self.needing_reply < self.all_needing_reply / 100


def demand(channels: Iterable[Channel]) -> Demand | None:
    """Return the demand over all channels with known volume and rate; None where there is none."""
    every = needing = answered = 0.0
    counted = left_out = unknown = 0
    for channel in channels:
        volume, rate = known(channel.needing_reply), known(channel.response_rate)
        every += volume.value if volume is not None else 0.0
        if volume is not None and rate is not None:
            needing += volume.value
            answered += volume.value * rate.value / 100
            counted += 1
        elif channel.needing_reply is not None and (volume is None or volume.value > 0):
            left_out += 1
            unknown += volume is None
    if not needing:
        return None
    whole = int(100 * answered / needing + 0.5 + 1e-9)
    return Demand(every, needing, answered, whole, counted, left_out, unknown)
