"""Rules about what is done on each channel."""

from __future__ import annotations

from collections.abc import Iterator

from stratgen.analysis.rules.channels import worked
from stratgen.analysis.rules.references import channel_key
from stratgen.analysis.rules.rule import Breach, Ground, rule
from stratgen.engagement import known, records


@rule("V72", "error", "tactics[*].idea")
def tactics_differ(ground: Ground) -> Iterator[Breach]:
    """No two channels have the same content idea."""
    seen: set[str] = set()
    for position, tactic in enumerate(records(ground.engagement.tactics)):
        idea = " ".join((known(tactic.idea) or "").casefold().split()).rstrip(".")
        if idea and idea in seen:
            what = "another channel has the same content idea."
            yield Breach(("tactics", position, "idea"), what, "Say what fits only this channel.")
        seen.add(idea)


@rule("V73", "warning", "tactics[*].channel", "channels[].channel", "channels[].feasibility")
def worked_channel_has_a_tactic(ground: Ground) -> Iterator[Breach]:
    """Every channel that is worked has a content idea."""
    if known(ground.engagement.tactics) is None:
        return
    planned = {channel_key(known(each.channel) or "") for each in records(ground.engagement.tactics)}
    for position, each in worked(ground):
        word = known(each.channel.channel)
        if word and channel_key(word) not in planned:
            what = f"{each.name} is to be worked, but nothing is planned there."
            yield Breach(("channels", position), what, "Add a record under tactics.")


@rule("V74", "warning", "tactics[].promotion_share")
def promotion_stays_small(ground: Ground) -> Iterator[Breach]:
    """At most a fifth of the posts promote something."""
    for position, tactic in enumerate(records(ground.engagement.tactics)):
        share = known(tactic.promotion_share)
        if share is not None and share > 20:
            what = f"{share:g} percent of the posts promote something."
            yield Breach(("tactics", position, "promotion_share"), what, "Keep it at 20 or less.")


RULES = (tactics_differ, worked_channel_has_a_tactic, promotion_stays_small)
