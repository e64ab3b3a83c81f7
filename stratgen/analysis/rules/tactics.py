"""Rules about what is done on each channel."""

from __future__ import annotations

from collections.abc import Iterator

from stratgen.analysis.keypaths import Path
from stratgen.analysis.rules.channels import worked
from stratgen.analysis.rules.references import channel_key
from stratgen.analysis.rules.rule import Breach, Ground, rule
from stratgen.catalogue import ChannelEntry, plain_word
from stratgen.engagement import known, records
from stratgen.engagement.tactics import Tactic

MIX = ("help_share", "conversation_share", "community_share", "brand_story_share", "promotion_share")
"""The five shares of posts."""


@rule("V72", "error", "tactics[*].idea")
def tactics_differ(ground: Ground) -> Iterator[Breach]:
    """No two channels have the same content idea."""
    seen: set[str] = set()
    for position, tactic in enumerate(records(ground.engagement.tactics)):
        idea = plain_word(known(tactic.idea) or "").rstrip(".")
        if idea and idea in seen:
            what = "another channel has the same content idea."
            yield Breach(("tactics", position, "idea"), what, "Say what fits only this channel.")
        seen.add(idea)


@rule("V73", "warning", "tactics[*].channel", "channels[].channel", "channels[].feasibility")
def worked_channel_has_a_tactic(ground: Ground) -> Iterator[Breach]:
    """Every channel that is worked has a content idea."""
    if known(ground.engagement.tactics) is None:
        return
    planned = {
        channel_key(known(each.channel) or "", ground.catalogue)
        for each in records(ground.engagement.tactics)
    }
    for position, each in worked(ground):
        word = known(each.channel.channel)
        if word and channel_key(word, ground.catalogue) not in planned:
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


@rule("V100", "error", "tactics[]")
def content_mix_makes_a_whole(ground: Ground) -> Iterator[Breach]:
    """The five shares of posts make 98 to 102 percent."""
    for position, tactic in enumerate(records(ground.engagement.tactics)):
        shares = [known(getattr(tactic, name)) for name in MIX]
        given = [share for share in shares if share is not None]
        whole = len(given) == len(shares) and not 98 <= sum(given) <= 102
        if whole or sum(given) > 102:
            what = f"the shares of posts make {sum(given):g} percent."
            yield Breach(("tactics", position, _first(tactic)), what, "Make them 100, give or take 2.")


def _first(tactic: Tactic) -> str:
    """Return the first of the five shares that was given."""
    return next(name for name in MIX if known(getattr(tactic, name)) is not None)


@rule("V34", "warning", "stories.experiences[]", "channels[*].channel")
def reviews_are_never_rewarded(ground: Ground) -> Iterator[Breach]:
    """Nothing of value is given to people on a channel of reviews."""
    for position, each in enumerate(records(ground.engagement.stories.experiences)):
        word = known(each.channel)
        entry = ground.catalogue.channel(word) if word else None
        if each.incentive is True and isinstance(entry, ChannelEntry) and entry.is_type("review"):
            what = f"people are given something of value on {entry.name}, where reviews are written."
            path: Path = ("stories", "experiences", position, "incentive")
            yield Breach(path, what, "Choose another channel, or give nothing: a review is never rewarded.")


RULES = (
    tactics_differ,
    worked_channel_has_a_tactic,
    promotion_stays_small,
    content_mix_makes_a_whole,
    reviews_are_never_rewarded,
)
